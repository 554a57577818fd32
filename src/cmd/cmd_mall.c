#include "app/json_template.h"
#include "cmd/cmd_group.h"

enum { OPT_UT };
static const struct cmd_option options[] = {
    [OPT_UT] = {"ut", "FIL", "Skriv till filen i stället för på skärmen.", 'o'},
};

static enum status render(struct cmd_call *c) {
    enum status st = json_template_render(&c->a, c->arg[1].raw, c->arg[2].raw, &c->out, &c->err);
    return st == ST_OK ? cmd_deliver(c, OPT_UT) : st;
}

static enum status run(struct cmd_call *c) {
    static const struct cmd_word words[] = {{"rendera", 2, 2, render}};
    return cmd_group(c, words, 1);
}

const struct cmd cmd_mall = {
    .name = "mall",
    .usage = "rendera MALL DATA.json [-o FIL|-]",
    .summary = "Fyll en Mustache-mall med vilken JSON som helst.",
    .help = "Värden får HTML:s skyddstecken (&lt; för <), som Mustache föreskriver. En delmall "
            "{{>namn}} är filen namn.md bredvid mallen. DATA.json kan vara - för standard in.",
    .min = 1,
    .max = 3,
    .store = CMD_NO_STORE,
    CMD_OPTIONS(options),
    .run = run,
};
