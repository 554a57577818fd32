#include "app/exchange.h"
#include "cmd/cmd.h"

enum { OPT_UT };
static const struct cmd_option options[] = {
    [OPT_UT] = {"ut", "FIL", "Skriv till filen i stället för på skärmen.", 'o'},
};

static enum status run(struct cmd_call *c) {
    struct app_case ar;
    enum status st = cmd_open_case(c, &ar);
    if (st == ST_OK)
        st = exchange_export(&c->app, &c->a, &ar, &c->out, &c->err);
    return st == ST_OK ? cmd_deliver(c, OPT_UT) : st;
}

const struct cmd cmd_exportera = {
    .name = "exportera",
    .usage = "ÄRENDE [-o FIL|-]",
    .summary = "Skriv ett ärende med hela sin historik som JSON.",
    .help = "Filen kan läsas in i en annan databas med: yttra läs FIL",
    .min = 1,
    .max = 1,
    .store = CMD_READS,
    CMD_OPTIONS(options),
    .run = run,
};
