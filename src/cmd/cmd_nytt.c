#include "cmd/cmd_group.h"

#include <unistd.h>

enum { OPT_ANDA };
static const struct cmd_option options[] = {
    [OPT_ANDA] = {"ändå", NULL, "Skapa ett ärende till på ett betänkande som redan har ett.", 0},
};

/* "1", "1 och 2", "1, 2 och 3" */
static struct str8 numbers(struct cmd_call *c, const long *nr, size_t n) {
    struct buf b = {0};
    for (size_t i = 0; i < n; i++)
        buf_printf(&b, "%s%ld", i == 0 ? "" : i + 1 == n ? " och " : ", ", nr[i]);
    struct str8 out = arena_str8(&c->a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

/* One on the same betänkande that is not decided is most often the one that was meant, and an
 * ärende cannot be removed. */
static enum status check_first(struct cmd_call *c, struct str8 name) {
    long *nr = NULL;
    size_t n = 0;
    if (cmd_has(c, OPT_ANDA))
        return ST_OK;
    enum status st = app_case_pending(&c->app, &c->a, name, &nr, &n, &c->err);
    if (st == ST_OK && n)
        st = error_set(&c->err, ST_EXISTS,
                       "ärende %.*s gäller redan %.*s och är inte beslut%s. Se det med: yttra visa "
                       "%ld. Ska det bli ett ärende till, lägg till --ändå.",
                       S8F(numbers(c, nr, n)), S8F(name), n > 1 ? "ade" : "at", nr[0]);
    return st;
}

static enum status run(struct cmd_call *c) {
    struct app_case made;
    struct str8 name = cmd_rest(c, 0);
    enum status st = check_first(c, name);
    if (st == ST_OK)
        st = app_case_new(&c->app, &c->a, name, c->field, c->n_field, &made, &c->err);
    if (st != ST_OK)
        return st;
    buf_printf(&c->out, "%ld\n", made.nr);
    /* A program wants the number alone; a person what to do next. */
    if (isatty(STDOUT_FILENO))
        buf_printf(&c->note,
                   "Ärende %ld är skapat: %.*s, %zu punkter att besvara.\nSe dem med: yttra visa "
                   "%ld\n",
                   made.nr, S8F(made.betankande->beteckning), betankande_n_punkt(made.betankande),
                   made.nr);
    return ST_OK;
}

const struct cmd cmd_nytt = {
    .name = "nytt",
    .usage = "BETÄNKANDE [--FÄLT VÄRDE]… [--ändå]",
    .summary = "Skapa ett ärende och skriv ut dess nummer.",
    .help = "BETÄNKANDE skrivs som SOU 2024:72 eller sou-2024-72. Det hämtas ur databasen, annars "
            "ur de betänkanden som följer med yttra: se yttra betänkande lista.\n\n"
            "Varje fält i ärendet kan anges direkt, till exempel --svarstid 2025-02-14, --dnr, "
            "--nämnd eller --profil. Alla fält står i: yttra fält uppgifter\n\n"
            "Om inget annat sägs blir status pågår, profilen standard, ert-dnr det som står i "
            "betänkandet, och mottagare den som väg pekar ut.\n\n"
            "Finns det redan ett ärende på betänkandet som inte är beslutat skapas inget nytt, för "
            "ett ärende kan inte tas bort. Det görs med --ändå.\n\n"
            "Exempel: yttra nytt SOU 2024:72 --väg nämnd-kommunstyrelse --nämnd Omsorgsnämnden "
            "--svarstid 2025-02-14",
    .min = 1,
    .max = -1,
    .store = CMD_WRITES,
    .fields = true,
    CMD_OPTIONS(options),
    .run = run,
};
