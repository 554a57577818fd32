#include "review/private.h"

#include <stdarg.h>

const char *severity_namn(enum severity s) {
    static const char *const namn[] = {"tips", "varning", "fel"};
    return namn[s];
}

void review_add(struct review *r, const char *rule, enum severity s, struct place where,
                struct str8 text, struct str8 rad) {
    *ARENA_PUSH(r->arena, r->found, r->n, r->cap) = (struct finding){
        .rule = s8_from(rule),
        .severity = s,
        .dokument = where.dokument,
        .slag = where.slag,
        .nyckel = where.nyckel,
        .falt = where.falt,
        .plats = where.plats,
        .text = text,
        .rad = rad,
    };
}

static const char typed[] = "Skriv: ";

struct str8 finding_words(const struct finding *f) {
    return s8_starts(f->rad, s8_from(typed)) ? S8("") : f->rad;
}

struct str8 review_command(struct review *r, const char *command, const char *fmt, ...) {
    struct buf b = {0};
    long nr = r->draft->arende->nr;
    buf_printf(&b, "%syttra %s ", typed, command);
    if (nr)
        buf_printf(&b, "%ld ", nr);
    else
        buf_str(&b, "ÄRENDE ");
    va_list ap;
    va_start(ap, fmt);
    buf_vprintf(&b, fmt, ap);
    va_end(ap);
    struct str8 s = arena_str8(r->arena, buf_str8_of(&b));
    buf_free(&b);
    return s;
}

struct str8 review_list(struct review *r, const struct str8 *key, size_t n) {
    enum { FEW = 8 };
    struct str8 out = S8("");
    for (size_t i = 0; i < n && i < FEW; i++) {
        const char *between = i == 0 ? "" : i + 1 == n ? " och " : ", ";
        out = arena_printf(r->arena, "%.*s%s%.*s", S8F(out), between, S8F(key[i]));
    }
    return n > FEW ? arena_printf(r->arena, "%.*s och %zu till", S8F(out), n - FEW) : out;
}

struct place review_field(int falt, struct str8 dokument) {
    return (struct place){POST_ARENDE, S8(""), falt,
                          s8_from(post_slag_info(POST_ARENDE)->falt[falt].etikett), dokument};
}

/* Most severe first; the order in which the rules ran otherwise. */
static void sort(struct review *r) {
    struct finding *sorted = ARENA_NEW(r->arena, struct finding, r->n + 1);
    size_t at = 0;
    for (int s = SEV_ERROR; s >= SEV_HINT; s--)
        for (size_t i = 0; i < r->n; i++)
            if (r->found[i].severity == (enum severity)s)
                sorted[at++] = r->found[i];
    r->found = sorted;
}

enum status review_run(struct arena *a, const struct draft *d, struct str8 dokument,
                       struct finding **out, size_t *n, struct error *err) {
    struct review r = {.arena = a, .draft = d};
    const struct dokument *only = NULL;
    bool abstains = s8_eqz(arende_value(d->arende, ARENDE_AVSTAR), "ja");
    bool only_told = s8_eqz(arende_value(d->arende, ARENDE_VAG), "information");
    if (dokument.n) {
        enum status st = profil_dokument(d->profil, dokument, &only, err);
        if (st != ST_OK)
            return st;
    }
    review_gather(&r);
    if (!abstains && !only_told) {
        review_svar(&r);
        review_avsnitt(&r);
        review_motivering(&r);
        review_sanning(&r);
        review_konsekvens(&r);
    }
    if (!abstains)
        review_oskrivet(&r);
    review_text(&r);
    review_skriv(&r);
    review_ord(&r);
    review_termer(&r);
    review_lasbarhet(&r);
    review_datum(&r);
    review_arende(&r);
    for (size_t i = 0; i < r.n_paper; i++) {
        if (only && only != r.paper[i].dokument)
            continue;
        review_dokument(&r, r.paper[i].dokument);
        review_papper(&r, &r.paper[i]);
    }
    sort(&r);
    *out = r.found;
    *n = r.n;
    return ST_OK;
}
