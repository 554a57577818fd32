#include "app/json_write.h"
#include "cmd/cmd.h"
#include "cmd/out.h"

enum { OPT_JSON };
static const struct cmd_option options[] = {
    [OPT_JSON] = {"json", NULL, "Skriv det som hittas som JSON.", 0},
};

/* "fel (yttrande): Uppgiften ”Svarstid” saknas." The text names the place itself. */
static void put_finding(struct cmd_call *c, const struct finding *f) {
    struct str8 head = f->dokument.n ? arena_printf(&c->a, " (%.*s)", S8F(f->dokument)) : S8("");
    head = arena_printf(&c->a, "%s%.*s: %.*s", severity_namn(f->severity), S8F(head), S8F(f->text));
    out_wrap(&c->out, head, 4, true, c->width);
    if (f->rad.n)
        out_wrap(&c->out, f->rad, 4, false, c->width);
}

static void put_sum(struct cmd_call *c, const size_t count[3]) {
    static const char *const one[] = {"tips", "varning", "fel"};
    static const char *const many[] = {"tips", "varningar", "fel"};
    bool first = true;
    for (int s = SEV_ERROR; s >= SEV_HINT; s--) {
        if (count[s] == 0)
            continue;
        buf_printf(&c->out, "%s%zu %s", first ? "" : ", ", count[s],
                   count[s] == 1 ? one[s] : many[s]);
        first = false;
    }
    buf_str(&c->out, first ? "Inget att anmärka på.\n" : ".\n");
}

static enum status run(struct cmd_call *c) {
    struct app_case ar;
    struct finding *f;
    size_t n, count[3] = {0};
    struct str8 dokument = c->n_arg > 1 ? c->arg[1].text : S8("");
    enum status st = cmd_open_case(c, &ar);
    if (st == ST_OK)
        st = paper_review(&c->app, &c->a, &ar, dokument, &f, &n, &c->err);
    if (st != ST_OK)
        return st;
    for (size_t i = 0; i < n; i++)
        count[f[i].severity]++;
    c->raw = cmd_has(c, OPT_JSON);
    if (c->raw) {
        json_write_findings(f, n, &c->out);
    } else {
        n = paper_join_unanswered(&c->a, &ar, f, n);
        for (size_t i = 0; i < n; i++)
            put_finding(c, &f[i]);
        put_sum(c, count);
    }
    return count[SEV_ERROR] ? ST_REFUSED : ST_OK;
}

const struct cmd cmd_granska = {
    .name = "granska",
    .usage = "ÄRENDE [DOKUMENT] [--json]",
    .summary = "Visa vad som saknas, är otydligt eller säger emot sig.",
    .help = "Utan DOKUMENT granskas alla dokument i ärendets profil. Finns det fel slutar "
            "kommandot med kod 1.",
    .min = 1,
    .max = 2,
    .store = CMD_READS,
    CMD_OPTIONS(options),
    .run = run,
};
