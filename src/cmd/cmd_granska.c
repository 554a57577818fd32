#include "app/json_write.h"
#include "app/terms.h"
#include "cmd/cmd.h"
#include "cmd/out.h"

enum { OPT_JSON, OPT_BYT };
static const struct cmd_option options[] = {
    [OPT_JSON] = {"json", NULL, "Skriv det som hittas som JSON.", 0},
    [OPT_BYT] = {"byt-termer", "PLATS",
                 "Byt ord som profilen undviker mot dem den föredrar, på den plats som ett tips "
                 "nämner, eller alla.",
                 0},
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

/* What was changed is told also when it could not all be. */
static enum status change_terms(struct cmd_call *c, struct app_case *ar) {
    struct term_change *made;
    size_t n;
    enum status st = terms_change(&c->app, &c->a, ar, c->option[OPT_BYT].text, &made, &n, &c->err);
    for (size_t i = 0; i < n; i++)
        out_wrap(&c->out,
                 arena_printf(&c->a, "%.*s: ”%.*s” är nu ”%.*s”", S8F(made[i].plats),
                              S8F(made[i].was), S8F(made[i].is)),
                 4, true, c->width);
    if (n)
        buf_printf(&c->out, "Det som stod där finns kvar: yttra historik %ld.\n", ar->nr);
    return st;
}

static enum status run(struct cmd_call *c) {
    struct app_case ar;
    struct finding *f;
    size_t n, count[3] = {0};
    struct str8 dokument = c->n_arg > 1 ? c->arg[1].text : S8("");
    enum status st = cmd_open_case(c, &ar);
    if (st == ST_OK && cmd_has(c, OPT_BYT))
        return change_terms(c, &ar);
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
    .usage = "ÄRENDE [DOKUMENT] [--json | --byt-termer PLATS]",
    .summary = "Visa vad som saknas, är otydligt eller säger emot sig.",
    .help = "Utan DOKUMENT granskas alla dokument i ärendets profil. Finns det fel slutar "
            "kommandot med kod 1.",
    .min = 1,
    .max = 2,
    .store = CMD_READS,
    .writes_with = 1u << OPT_BYT,
    CMD_OPTIONS(options),
    .run = run,
};
