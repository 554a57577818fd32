#include "app/library.h"
#include "cmd/cmd.h"

enum { OPT_SOM, OPT_ERSATT };
static const struct cmd_option options[] = {
    [OPT_SOM] = {"som", "BETECKNING", "Kalla det så i stället för som det står i filen.", 0},
    [OPT_ERSATT] = {"ersätt", NULL, "Byt ut betänkandet om det redan finns.", 0},
};

static enum status run(struct cmd_call *c) {
    struct betankande *b;
    enum status st = library_import(&c->app, &c->a, c->arg[0].raw,
                                    cmd_has(c, OPT_SOM) ? c->option[OPT_SOM].text : S8(""),
                                    cmd_has(c, OPT_ERSATT), &b, &c->err);
    if (st == ST_OK)
        buf_printf(&c->out, "%.*s är inläst: %zu avsnitt, %zu punkter.\n", S8F(b->beteckning),
                   b->n_avsnitt, betankande_n_punkt(b));
    return st;
}

const struct cmd cmd_importera = {
    .name = "importera",
    .usage = "FIL [--som BETECKNING] [--ersätt]",
    .summary = "Läs in ett betänkande ur en fil i yttras Markdown-form.",
    .help = "Den här versionen läser bara yttras egen Markdown-form. Se hur den ser ut med: yttra "
            "betänkande skriv SOU 2024:72\n\n"
            "Ett betänkande som byts ut måste ha kvar de punkter och avsnitt som redan är "
            "besvarade i något ärende.",
    .min = 1,
    .max = 1,
    .store = CMD_WRITES,
    CMD_OPTIONS(options),
    .run = run,
};
