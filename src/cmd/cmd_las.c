#include "app/exchange.h"
#include "base/fileio.h"
#include "cmd/cmd.h"

enum { OPT_ERSATT, OPT_NYTT };
static const struct cmd_option options[] = {
    [OPT_ERSATT] = {"ersätt", NULL,
                    "Låt filen ta platsen för det ärende som redan finns. Det som stod där blir "
                    "kvar i historiken.",
                    0},
    [OPT_NYTT] = {"som-nytt", NULL, "Läs in det som ett eget ärende.", 0},
};

static enum status read(struct cmd_call *c, enum exchange_mode mode, struct exchange_result *res) {
    struct buf b = {0};
    enum status st = file_read(c->arg[0].raw, &b, &c->err);
    if (st == ST_OK) {
        st = exchange_read(&c->app, &c->a, buf_str8_of(&b), mode, res, &c->err);
        if (st != ST_OK)
            error_prefix(&c->err, "%s", file_label(c->arg[0].raw));
    }
    buf_free(&b);
    return st;
}

static enum status run(struct cmd_call *c) {
    struct exchange_result res;
    if (cmd_has(c, OPT_ERSATT) && cmd_has(c, OPT_NYTT))
        return cmd_misuse(c, "välj --ersätt eller --som-nytt, inte båda");
    enum exchange_mode mode = cmd_has(c, OPT_ERSATT) ? EXCHANGE_REPLACE
                              : cmd_has(c, OPT_NYTT) ? EXCHANGE_AS_NEW
                                                     : EXCHANGE_PLAIN;
    enum status st = read(c, mode, &res);
    if (st != ST_OK)
        return st;
    c->untouched = res.unchanged;
    buf_printf(&c->out, "%ld\n", res.nr);
    if (res.unchanged)
        buf_str(&c->note, "Inget är ändrat: ärendet är redan så.\n");
    if (res.betankande_kept)
        buf_str(&c->note, "Betänkandet finns redan här och skiljer sig från filens. Det som "
                          "fanns är kvar.\n");
    if (res.no_profil.n)
        buf_printf(&c->note,
                   "Profilen ”%.*s” finns inte här, och utan den kan inga papper göras. De som "
                   "finns står i: yttra profil lista\n",
                   S8F(res.no_profil));
    return ST_OK;
}

const struct cmd cmd_las = {
    .name = "läs",
    .usage = "FIL [--ersätt | --som-nytt]",
    .summary = "Läs in ett exporterat ärende och skriv ut dess nummer.",
    .help = "FIL är det som yttra exportera skriver, eller - för standard in. Är något fel i filen "
            "läses ingenting in. Med --ersätt läggs filens historik ihop med den som finns; "
            "ingen ändring kommer med två gånger.",
    .min = 1,
    .max = 1,
    .store = CMD_WRITES,
    CMD_OPTIONS(options),
    .run = run,
};
