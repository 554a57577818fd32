#include "app/exchange.h"
#include "cmd/cmd.h"
#include "cmd/show.h"

enum { OPT_JSON, OPT_OBESVARADE };
static const struct cmd_option options[] = {
    [OPT_JSON] = {"json", NULL, "Skriv ärendet, betänkandet och det härledda som JSON.", 0},
    [OPT_OBESVARADE] = {"obesvarade", NULL, "Visa bara de punkter som inte är besvarade.", 0},
};

static enum status run(struct cmd_call *c) {
    struct app_case ar;
    if (cmd_has(c, OPT_JSON) && c->n_arg > 1)
        return cmd_misuse(c, "--json visar hela ärendet, inte en enda punkt");
    if (cmd_has(c, OPT_OBESVARADE) && (c->n_arg > 1 || cmd_has(c, OPT_JSON)))
        return cmd_misuse(c, "--obesvarade står ensamt efter ärendet");
    enum status st = cmd_open_case(c, &ar);
    if (st == ST_OK && c->n_arg > 1)
        return show_punkter(c, &ar, c->arg[1].text);
    if (st == ST_OK && cmd_has(c, OPT_JSON)) {
        c->raw = true;
        return exchange_show(&c->app, &c->a, &ar, &c->out, &c->err);
    }
    if (st == ST_OK && cmd_has(c, OPT_OBESVARADE))
        show_unanswered(c, &ar);
    else if (st == ST_OK)
        show_case(c, &ar);
    return st;
}

const struct cmd cmd_visa = {
    .name = "visa",
    .usage = "ÄRENDE [PUNKT | --obesvarade] [--json]",
    .summary = "Visa ett ärende: uppgifter, punkter med svar, texter.",
    .help = "Med PUNKT (4.1.1:2) eller ett avsnitt (4.1.1) visas vad betänkandet säger, svaret "
            "och meningen som den kommer att stå i yttrandet.\n\n"
            "(arbetstitel) betyder att avsnittets titel är yttras egen och inte läst i "
            "betänkandet. Den skrivs aldrig ut som betänkandets. Är den osäker kan den vara fel.",
    .min = 1,
    .max = 2,
    .store = CMD_READS,
    CMD_OPTIONS(options),
    .run = run,
};
