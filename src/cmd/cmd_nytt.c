#include "cmd/cmd.h"

#include <unistd.h>

static enum status run(struct cmd_call *c) {
    struct app_case made;
    struct buf name = {0};
    for (size_t i = 0; i < c->n_arg; i++)
        buf_printf(&name, "%s%.*s", i ? " " : "", S8F(c->arg[i].text));
    enum status st =
        app_case_new(&c->app, &c->a, buf_str8_of(&name), c->field, c->n_field, &made, &c->err);
    buf_free(&name);
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
    .usage = "BETÄNKANDE [--FÄLT VÄRDE]…",
    .summary = "Skapa ett ärende och skriv ut dess nummer.",
    .help = "BETÄNKANDE skrivs som SOU 2024:72 eller sou-2024-72. Det hämtas ur databasen, annars "
            "ur de betänkanden som följer med yttra: se yttra betänkande lista.\n\n"
            "Varje fält i ärendet kan anges direkt, till exempel --svarstid 2025-02-14, --dnr, "
            "--nämnd eller --profil. Alla fält står i: yttra fält uppgifter\n\n"
            "Om inget annat sägs blir status pågår, profilen standard, ert-dnr det som står i "
            "betänkandet, och mottagare den som väg pekar ut.\n\n"
            "Exempel: yttra nytt SOU 2024:72 --väg nämnd-kommunstyrelse --nämnd Omsorgsnämnden "
            "--svarstid 2025-02-14",
    .min = 1,
    .max = -1,
    .store = CMD_WRITES,
    .fields = true,
    .run = run,
};
