#include "app/profiles.h"
#include "cmd/cmd_group.h"
#include "cmd/out.h"

static enum status list(struct cmd_call *c) {
    struct profil_rad *rows;
    size_t n;
    enum status st = profiles_list(&c->app, &c->a, &rows, &n, &c->err);
    if (st != ST_OK)
        return st;
    struct table t = {.a = &c->a, .columns = 3, .head = {"Profil", "Varifrån", "Vad den är"}};
    for (size_t i = 0; i < n; i++) {
        table_cell(&t, rows[i].namn);
        table_cell(&t, rows[i].egen ? S8("egen") : S8("medföljer"));
        table_cell(&t, rows[i].beskrivning);
    }
    table_put(&t, c->width, &c->out);
    return ST_OK;
}

static enum status copy(struct cmd_call *c) {
    struct str8 folder;
    enum status st =
        profiles_copy(&c->app, &c->a, c->arg[1].text, c->arg[2].text, &folder, &c->err);
    if (st == ST_OK)
        buf_printf(&c->out,
                   "Profilen %.*s ligger i %.*s. Ändra filerna där och prova sedan med: yttra "
                   "profil kontrollera %.*s\n",
                   S8F(c->arg[2].text), S8F(folder), S8F(c->arg[2].text));
    return st;
}

static enum status check_one(struct cmd_call *c, struct str8 namn) {
    enum status st = profiles_check(&c->app, &c->a, namn, &c->err);
    if (st == ST_OK)
        buf_printf(&c->out, "%.*s: inget fel.\n", S8F(namn));
    return st;
}

static enum status check(struct cmd_call *c) {
    struct profil_rad *rows;
    size_t n;
    if (c->n_arg > 1)
        return check_one(c, c->arg[1].text);
    enum status st = profiles_list(&c->app, &c->a, &rows, &n, &c->err);
    for (size_t i = 0; i < n && st == ST_OK; i++)
        st = check_one(c, rows[i].namn);
    return st;
}

static enum status run(struct cmd_call *c) {
    static const struct cmd_word words[] = {
        {"lista", 0, 0, list}, {"kopiera", 2, 2, copy}, {"kontrollera", 0, 1, check}};
    return cmd_group(c, words, sizeof words / sizeof *words);
}

const struct cmd cmd_profil = {
    .name = "profil",
    .usage = "lista | kopiera FRÅN TILL | kontrollera [PROFIL]",
    .summary = "Visa, kopiera eller kontrollera profiler: organisationens ord och mallar.",
    .help = "Kopiera en profil för att ändra ord, rubriker och mallar. Kopian läggs bland dina "
            "egna och går före en medföljande med samma namn.\n\n"
            "Exempel: yttra profil kopiera standard vår-nämnd",
    .min = 1,
    .max = 3,
    .store = CMD_NO_STORE,
    .run = run,
};
