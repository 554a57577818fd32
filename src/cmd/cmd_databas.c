#include "cmd/cmd_group.h"
#include "cmd/out.h"

static enum status check(struct cmd_call *c) {
    struct str8 *findings;
    size_t n;
    enum status st = app_check(&c->app, &c->a, &findings, &n, &c->err);
    if (st != ST_OK)
        return st;
    for (size_t i = 0; i < n; i++)
        out_wrap(&c->out, findings[i], 2, true, c->width);
    if (n == 0)
        buf_printf(&c->out, "%.*s: inget fel.\n", S8F(c->app.databas));
    return n ? ST_REFUSED : ST_OK;
}

static enum status copy(struct cmd_call *c) {
    enum status st = app_copy(&c->app, c->arg[1].raw, &c->err);
    if (st == ST_OK)
        buf_printf(&c->out, "Databasen är kopierad till %.*s.\n", S8F(c->arg[1].text));
    return st;
}

static enum status run(struct cmd_call *c) {
    static const struct cmd_word words[] = {{"kontrollera", 0, 0, check}, {"kopiera", 1, 1, copy}};
    return cmd_group(c, words, sizeof words / sizeof *words);
}

const struct cmd cmd_databas = {
    .name = "databas",
    .usage = "kontrollera | kopiera FIL",
    .summary = "Kontrollera databasen eller ta en säkerhetskopia.",
    .help = "kopiera kan köras medan andra arbetar i databasen. En vanlig filkopia kan däremot bli "
            "ofullständig.",
    .min = 1,
    .max = 2,
    .store = CMD_READS,
    .run = run,
};
