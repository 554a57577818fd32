#include "cmd/cmd.h"

static enum status run(struct cmd_call *c) {
    static const char *const forms[] = {
        [0] = "borttagen. Den finns kvar i historiken.\n",
        [1] = "borttaget. Det finns kvar i historiken.\n",
        [2] = "",
    };
    struct app_case ar;
    enum post_slag slag;
    enum status st = app_slag(c->arg[1].text, false, &slag, &c->err);
    if (st == ST_OK)
        st = cmd_open_case(c, &ar);
    if (st == ST_OK)
        st = app_remove(&c->app, &c->a, &ar, slag, c->arg[2].text, &c->err);
    if (st == ST_OK)
        cmd_put_done(c, slag, c->arg[2].text, forms);
    return st;
}

const struct cmd cmd_ta_bort = {
    .name = "ta-bort",
    .usage = "ÄRENDE SLAG NR",
    .summary = "Ta bort en rad ur en lista, ett textblock eller ett avsnitts uppgifter.",
    .help = "NR är radens nummer i yttra visa ÄRENDE, blockets namn eller avsnittets nummer.\n\n"
            "Exempel: yttra ta-bort 1 underlag 2\nExempel: yttra ta-bort 1 text ekonomi",
    .min = 3,
    .max = 3,
    .store = CMD_WRITES,
    .run = run,
};
