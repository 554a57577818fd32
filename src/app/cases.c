#include "app/cases.h"

#include <stdlib.h>

#include "app/check.h"
#include "app/library.h"
#include "base/near.h"
#include "base/uuid.h"

static void set_default(struct post *p, int falt, struct str8 value) {
    if (p->value[falt].n == 0)
        p->value[falt] = value;
}

static struct str8 receiver(struct str8 vag, const struct betankande *b) {
    if (s8_eqz(vag, "nämnd-kommunstyrelse"))
        return S8("Kommunstyrelsen");
    if (s8_eqz(vag, "nämnd-departement") || s8_eqz(vag, "styrelse-departement"))
        return b->departement;
    return (struct str8){0};
}

static void set_defaults(struct post *p, const struct betankande *b) {
    set_default(p, ARENDE_STATUS, S8("pågår"));
    set_default(p, ARENDE_PROFIL, S8("standard"));
    set_default(p, ARENDE_ERT_DNR, b->dnr);
    set_default(p, ARENDE_MOTTAGARE, receiver(p->value[ARENDE_VAG], b));
}

bool app_receiver_follows(struct arena *a, const struct app_case *c, const struct app_field *fields,
                          size_t n, struct str8 *mottagare) {
    const struct falt *way = &post_slag_info(POST_ARENDE)->falt[ARENDE_VAG];
    struct str8 now = arende_value(c->arende, ARENDE_MOTTAGARE);
    struct str8 old = receiver(arende_value(c->arende, ARENDE_VAG), c->betankande);
    bool set = false;
    for (size_t i = 0; i < n; i++) {
        int f = falt_find(POST_ARENDE, fields[i].namn);
        struct str8 vag;
        if (f == ARENDE_MOTTAGARE)
            return false;
        if (f != ARENDE_VAG || falt_read(a, way, fields[i].varde, &vag, NULL) != ST_OK)
            continue;
        *mottagare = receiver(vag, c->betankande);
        set = !s8_eq(*mottagare, now);
    }
    return set && (now.n == 0 || s8_eq(now, old));
}

static enum status fill(struct app *app, struct arena *a, const struct app_case *c,
                        const struct app_field *fields, size_t n, struct error *err) {
    struct post *p = &c->arende->post[POST_ARENDE].p[0];
    enum status st = ST_OK;
    for (size_t i = 0; i < n && st == ST_OK; i++) {
        int f;
        st = falt_lookup(POST_ARENDE, fields[i].namn, &f, err);
        /* Checked here already, so that what the defaults look at is in its canonical form. */
        if (st == ST_OK)
            st = falt_read(a, &post_slag_info(POST_ARENDE)->falt[f], fields[i].varde, &p->value[f],
                           err);
    }
    if (st != ST_OK)
        return st;
    set_defaults(p, c->betankande);
    return check_post(app, a, c, p, NULL, err);
}

enum status app_case_new(struct app *app, struct arena *a, struct str8 name,
                         const struct app_field *fields, size_t n, struct app_case *out,
                         struct error *err) {
    bool stored;
    *out = (struct app_case){.arende = arende_new(a)};
    enum status st = library_get(app, a, name, &out->betankande, &stored, err);
    if (st == ST_OK)
        st = fill(app, a, out, fields, n, err);
    if (st == ST_OK)
        st = uuid_new(a, &out->arende->uuid, err);
    if (st == ST_OK) {
        out->arende->betankande = out->betankande->id;
        st = stored ? ST_OK : library_keep(app, out->betankande, err);
    }
    if (st == ST_OK)
        st = store_arende_add(app->store, a, out->arende, "nytt", err);
    out->nr = out->arende->nr;
    return st;
}

static int by_number(const void *x, const void *y) {
    const long *p = x, *q = y;
    return (*p > *q) - (*p < *q);
}

enum status app_case_pending(struct app *app, struct arena *a, struct str8 name, long **nr,
                             size_t *n, struct error *err) {
    struct arende_rad *rows;
    struct str8 id;
    size_t n_rows = 0;
    *n = 0;
    if (betankande_id(a, name, &id, NULL) != ST_OK)
        return ST_OK;
    enum status st =
        store_arende_list(app->store, a, (struct arende_urval){0}, &rows, &n_rows, NULL, err);
    *nr = ARENA_NEW(a, long, n_rows);
    for (size_t i = 0; i < n_rows && st == ST_OK; i++)
        if (s8_eq(rows[i].betankande, id))
            (*nr)[(*n)++] = rows[i].nr;
    qsort(*nr, *n, sizeof **nr, by_number);
    return st;
}

static enum status number_of(struct app *app, struct str8 name, long *nr, struct error *err) {
    int n;
    if (s8_uint(name, &n)) {
        *nr = n;
        return ST_OK;
    }
    if (!uuid_valid(name))
        return error_set(err, ST_INVALID,
                         "”%.*s” är inget ärendenummer. Numren står i: yttra lista", S8F(name));
    return store_arende_find(app->store, name, nr, err);
}

enum status app_case_open(struct app *app, struct arena *a, struct str8 name, struct app_case *out,
                          struct error *err) {
    *out = (struct app_case){0};
    enum status st = number_of(app, name, &out->nr, err);
    if (st == ST_OK)
        st = store_arende_get(app->store, a, out->nr, &out->arende, err);
    if (st == ST_NOT_FOUND)
        error_set(err, st, "ärende %.*s finns inte. De som finns står i: yttra lista --alla",
                  S8F(name));
    if (st == ST_OK)
        st = store_betankande_get(app->store, a, out->arende->betankande, &out->betankande, err);
    return st;
}

enum status app_case_list(struct app *app, struct arena *a, struct arende_urval u,
                          struct arende_rad **out, size_t *n, long *total, struct error *err) {
    return store_arende_list(app->store, a, u, out, n, total, err);
}

enum status app_search(struct app *app, struct arena *a, struct str8 words, long limit,
                       struct traff **out, size_t *n, struct error *err) {
    return store_search(app->store, a, words, limit, out, n, err);
}

struct str8 app_found_line(struct arena *a, struct str8 excerpt) {
    struct str8 line = {0};
    struct buf b = {0};
    bool found = false;
    while (!found && s8_line(&excerpt, &line))
        found = s8_find(line, S8("\xEE\x80\x82")) >= 0;
    for (size_t i = 0; i < line.n; i++) {
        struct str8 c = s8_sub(line, i, i + 3);
        if (s8_eq(c, S8("\xEE\x80\x82")) || s8_eq(c, S8("\xEE\x80\x83")) || s8_eq(c, S8("…")))
            i += 2;
        else
            buf_byte(&b, line.p[i]);
    }
    struct str8 out = s8_trim(arena_str8(a, buf_str8_of(&b)));
    buf_free(&b);
    return out;
}

enum status app_case_profil(struct app *app, struct arena *a, const struct app_case *c,
                            struct profil **out, struct error *err) {
    struct str8 namn = arende_value(c->arende, ARENDE_PROFIL);
    return profil_load(a, &app->profiler, namn.n ? namn : S8("standard"), out, err);
}

int app_case_answered(const struct app_case *c) {
    const struct post_list *l = &c->arende->post[POST_SVAR];
    int n = 0;
    for (size_t i = 0; i < l->n; i++)
        n += l->p[i].value[SVAR_STALLNING].n > 0;
    return n;
}

bool app_case_has_stance(struct arena *a, const struct app_case *c, const struct punkt_ref *ref) {
    const struct post *p =
        arende_post(c->arende, POST_SVAR, punkt_key(a, ref->avsnitt, ref->punkt));
    return p && p->value[SVAR_STALLNING].n;
}

bool app_case_next(struct arena *a, const struct app_case *c, const struct punkt_ref *ref,
                   struct punkt_ref *out) {
    const struct betankande *b = c->betankande;
    struct punkt_ref first = {0}, self = {0};
    bool passed = false;
    for (size_t i = 0; i < b->n_avsnitt; i++)
        for (size_t k = 0; k < b->avsnitt[i].n_punkt; k++) {
            struct punkt_ref here = {&b->avsnitt[i], &b->avsnitt[i].punkt[k]};
            bool own = here.punkt == ref->punkt;
            passed = passed || own;
            if (app_case_has_stance(a, c, &here))
                continue;
            *out = here;
            if (passed && !own)
                return true;
            self = own ? here : self;
            first = first.punkt || own ? first : here;
        }
    *out = first.punkt ? first : self;
    return out->punkt != NULL;
}

struct str8 app_case_due(const struct app_case *c) {
    struct str8 anstand = arende_value(c->arende, ARENDE_ANSTAND);
    return anstand.n ? anstand : arende_value(c->arende, ARENDE_SVARSTID);
}

bool app_status_open(struct str8 status) {
    return !s8_eqz(status, "expedierat") && !s8_eqz(status, "avslutat");
}

enum status app_slag(struct str8 namn, bool lists, enum post_slag *out, struct error *err) {
    struct str8 known[POST_SLAG_N];
    size_t n = 0;
    *out = post_slag_find_label(namn);
    if (*out < POST_SLAG_N && !(lists && post_slag_info(*out)->form != POST_LIST))
        return ST_OK;
    for (int s = 0; s < POST_SLAG_N; s++) {
        const struct post_slag_info *info = post_slag_info((enum post_slag)s);
        if (lists && info->form != POST_LIST)
            continue;
        known[n++] = s8_from(info->namn);
    }
    return near_error(err, ST_NOT_FOUND, namn, known, n, "Skriv något av", "”%.*s” är %s",
                      S8F(namn), lists ? "ingen lista" : "inget slags uppgift");
}
