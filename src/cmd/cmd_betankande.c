#include "app/library.h"
#include "base/fileio.h"
#include "cmd/cmd_group.h"
#include "cmd/out.h"
#include "cmd/show.h"

enum { OPT_UT };
static const struct cmd_option options[] = {
    [OPT_UT] = {"ut", "FIL", "Skriv till filen i stället för på skärmen.", 'o'},
};

static enum status list(struct cmd_call *c) {
    struct library_row *rows;
    size_t n;
    enum status st = library_list(&c->app, &c->a, &rows, &n, &c->err);
    if (st != ST_OK)
        return st;
    struct table t = {.a = &c->a,
                      .columns = 4,
                      .head = {"Betänkande", "Punkter", "Ärenden", "Titel"},
                      .right = {false, true, true}};
    for (size_t i = 0; i < n; i++) {
        table_cell(&t, rows[i].beteckning);
        table_cell(&t, arena_printf(&c->a, "%d", rows[i].n_punkt));
        table_cell(&t, arena_printf(&c->a, "%d", rows[i].n_arende));
        table_cell(&t, rows[i].titel);
    }
    if (n)
        table_put(&t, c->width, &c->out);
    else
        buf_str(&c->out, "Det finns inga betänkanden. Läs in ett med: yttra importera FIL.md\n");
    return ST_OK;
}

static void put_head(struct cmd_call *c, const struct betankande *b) {
    enum { COLUMN = 15 };
    const struct {
        const char *label;
        struct str8 value;
    } facts[] = {
        {"Utredning", b->utredning}, {"Direktiv", b->direktiv}, {"Departement", b->departement},
        {"Diarienummer", b->dnr},    {"Datum", b->datum},       {"Uppdrag", b->uppdrag}};
    out_wrap(&c->out, arena_printf(&c->a, "%.*s %.*s", S8F(b->beteckning), S8F(b->titel)), 2, true,
             c->width);
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        out_pair(&c->out, facts[i].label, facts[i].value, COLUMN, c->width);
    buf_byte(&c->out, '\n');
}

static enum status show(struct cmd_call *c) {
    struct betankande *b;
    enum status st = library_get(&c->app, &c->a, cmd_rest(c, 1), &b, NULL, &c->err);
    if (st != ST_OK)
        return st;
    put_head(c, b);
    show_tree(c, b, NULL);
    return ST_OK;
}

static enum status write(struct cmd_call *c) {
    struct betankande *b;
    enum status st = library_get(&c->app, &c->a, cmd_rest(c, 1), &b, NULL, &c->err);
    if (st != ST_OK)
        return st;
    betankande_write(b, &c->out);
    return cmd_deliver(c, OPT_UT);
}

static enum status run(struct cmd_call *c) {
    static const struct cmd_word words[] = {
        {"lista", 0, 0, list}, {"visa", 1, -1, show}, {"skriv", 1, -1, write}};
    struct str8 notice;
    enum status st = ST_OK;
    /* The shipped ones can be looked at before there is a database. */
    if (file_exists(c->app.databas.p))
        st = app_open(&c->app, APP_READ, &notice, &c->err);
    return st == ST_OK ? cmd_group(c, words, sizeof words / sizeof *words) : st;
}

const struct cmd cmd_betankande = {
    .name = "betänkande",
    .usage = "lista | visa BETÄNKANDE | skriv BETÄNKANDE [-o FIL|-]",
    .summary = "Visa de betänkanden som finns, eller skriv ut ett som Markdown.",
    .help = "lista visar alla, både de i databasen och de som följer med yttra.\n"
            "visa visar ett betänkandes avsnitt och punkter.\n"
            "skriv ger det i den Markdown-form som yttra importera läser.",
    .min = 1,
    .max = -1,
    .store = CMD_NO_STORE,
    CMD_OPTIONS(options),
    .run = run,
};
