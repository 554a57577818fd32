#include "app/json_write.h"
#include "cmd/cmd.h"
#include "cmd/out.h"

enum { OPT_ALLA, OPT_ANTAL, OPT_JSON };
static const struct cmd_option options[] = {
    [OPT_ALLA] = {"alla", NULL, "Visa alla ärenden, även beslutade och avslutade.", 0},
    [OPT_ANTAL] = {"antal", "N", "Visa högst N ärenden (annars 20).", 0},
    [OPT_JSON] = {"json", NULL, "Skriv listan som JSON.", 0},
};

static void put_row(struct cmd_call *c, struct table *t, const struct arende_rad *r) {
    enum { DNR_WIDTH = 16 };
    struct arena *a = &c->a;
    bool open = app_status_open(r->status);
    table_cell(t, arena_printf(a, "%ld", r->nr));
    table_cell(t, r->svarstid.n ? r->svarstid : S8("–"));
    table_cell(t, open ? out_days_left(a, r->svarstid) : S8(""));
    table_cell(t, arena_printf(a, "%d/%d", r->n_svar, r->n_punkt));
    table_cell(t, r->status);
    table_cell(t, out_clip(a, r->dnr, DNR_WIDTH));
    table_cell(t, arena_printf(a, "%.*s %.*s", S8F(r->beteckning),
                               S8F(r->rubrik.n ? r->rubrik : r->titel)));
}

static void put_rest(struct cmd_call *c, size_t shown, long total, bool all) {
    long more = total - (long)shown;
    if (total == 0)
        buf_printf(&c->out, "Det finns inga %särenden. Skapa ett med: yttra nytt BETÄNKANDE\n",
                   all ? "" : "pågående ");
    else if (more > 0)
        buf_printf(&c->out, "… och %ld till. Alla visas med: yttra lista --alla\n", more);
}

static enum status limit_of(struct cmd_call *c, long *limit) {
    enum { USUAL = 20 }; /* with heading and foot, a screen of 24 lines */
    int n = 0;
    *limit = cmd_has(c, OPT_ALLA) ? 0 : USUAL;
    if (!cmd_has(c, OPT_ANTAL))
        return ST_OK;
    if (!s8_uint(c->option[OPT_ANTAL].text, &n) || n < 1)
        return cmd_misuse(c, "--antal ska vara ett heltal från 1");
    *limit = n;
    return ST_OK;
}

static enum status run(struct cmd_call *c) {
    struct arende_rad *rows;
    size_t n;
    long total;
    struct arende_urval u = {.all = cmd_has(c, OPT_ALLA)};
    enum status st = limit_of(c, &u.limit);
    if (st == ST_OK)
        st = app_case_list(&c->app, &c->a, u, &rows, &n, &total, &c->err);
    if (st != ST_OK)
        return st;
    if (cmd_has(c, OPT_JSON)) {
        c->raw = true;
        json_write_rows(rows, n, &c->out);
        return ST_OK;
    }
    struct table t = {.a = &c->a,
                      .columns = 7,
                      .head = {"Nr", "Svarstid", "", "Svar", "Status", "Dnr", "Remiss"},
                      .right = {true, false, true, true}};
    for (size_t i = 0; i < n; i++)
        put_row(c, &t, &rows[i]);
    if (n)
        table_put(&t, c->width, &c->out);
    put_rest(c, n, total, u.all);
    return ST_OK;
}

const struct cmd cmd_lista = {
    .name = "lista",
    .usage = "[--alla] [--antal N] [--json]",
    .summary = "Lista ärendena, det mest brådskande först.",
    .help = "Under Svar står hur många punkter som är besvarade, av hur många.",
    .min = 0,
    .max = 0,
    .store = CMD_READS,
    CMD_OPTIONS(options),
    .run = run,
};
