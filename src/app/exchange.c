#include "app/exchange.h"

#include "app/json_read.h"
#include "app/json_write.h"
#include "app/library.h"
#include "base/clock.h"
#include "base/uuid.h"

enum status exchange_export(struct app *app, struct arena *a, const struct app_case *c,
                            struct buf *out, struct error *err) {
    struct revision *revs;
    size_t n;
    enum status st =
        store_revision_list(app->store, a, c->nr, POST_SLAG_N, (struct str8){0}, 0, &revs, &n, err);
    if (st == ST_OK)
        json_write_export(c, revs, n, out);
    return st;
}

enum status exchange_show(struct app *app, struct arena *a, const struct app_case *c,
                          struct buf *out, struct error *err) {
    struct profil *profil;
    const struct dokument *dok;
    enum status st = app_case_profil(app, a, c, &profil, err);
    struct draft d = {c->arende, c->betankande, profil};
    if (st == ST_OK && profil_dokument(profil, S8("yttrande"), &dok, NULL) != ST_OK)
        dok = &profil->dokument[0];
    return st == ST_OK ? json_write_show(a, &d, dok, out, err) : st;
}

/* ---- Reading ---- */

struct reading {
    struct app *app;
    struct arena *a;
    struct betankande *use; /* the one the ärende is checked against */
    bool stored;            /* it is in the database already */
};

static enum status find_betankande(void *user, struct str8 id, struct betankande *in_file,
                                   struct betankande **use, struct error *err) {
    struct reading *r = user;
    enum status st = store_betankande_get(r->app->store, r->a, id, use, err);
    r->stored = st == ST_OK;
    if (st == ST_NOT_FOUND && in_file) {
        *use = in_file;
        st = ST_OK;
    } else if (st == ST_NOT_FOUND) {
        st = library_get(r->app, r->a, id, use, NULL, err);
    }
    r->use = *use;
    return st;
}

static bool same_betankande(const struct betankande *x, const struct betankande *y) {
    struct buf p = {0}, q = {0};
    betankande_write(x, &p);
    betankande_write(y, &q);
    bool same = s8_eq(buf_str8_of(&p), buf_str8_of(&q));
    buf_free(&p);
    buf_free(&q);
    return same;
}

/* The newest revision of that post, or NULL. */
static const struct revision *newest(const struct json_exchange *x, enum post_slag slag,
                                     struct str8 nyckel) {
    for (size_t i = x->n_revision; i > 0; i--)
        if (x->revision[i - 1].post.slag == slag && s8_eq(x->revision[i - 1].post.nyckel, nyckel))
            return &x->revision[i - 1];
    return NULL;
}

static bool says(const struct revision *rev, const struct post *p) {
    if (!rev || rev->borttagen)
        return false;
    for (size_t i = 0; i < post_slag_info(p->slag)->n_falt; i++)
        if (!s8_eq(rev->post.value[i], p->value[i]))
            return false;
    return true;
}

static struct revision read_now(struct reading *r, const struct post *p, bool removed) {
    return (struct revision){.tid = clock_now(r->a),
                             .vem = r->app->vem,
                             .orsak = S8("läs"),
                             .borttagen = removed,
                             .post = post_copy(r->a, p)};
}

/* A file that somebody has edited: its history is made to end in what it holds. A file without
 * history is left to the store. */
static void complete_history(struct reading *r, struct json_exchange *x) {
    struct revision *more = NULL;
    size_t n = 0, cap = 0;
    if (x->n_revision == 0)
        return;
    for (int s = 0; s < POST_SLAG_N; s++)
        for (size_t i = 0; i < x->arende->post[s].n; i++) {
            const struct post *p = &x->arende->post[s].p[i];
            if (!says(newest(x, (enum post_slag)s, p->nyckel), p))
                *ARENA_PUSH(r->a, more, n, cap) = read_now(r, p, false);
        }
    for (size_t i = 0; i < x->n_revision; i++) {
        const struct post *p = &x->revision[i].post;
        bool last = newest(x, p->slag, p->nyckel) == &x->revision[i];
        if (last && !x->revision[i].borttagen && !arende_post(x->arende, p->slag, p->nyckel))
            *ARENA_PUSH(r->a, more, n, cap) = read_now(r, p, true);
    }
    if (n == 0)
        return;
    struct revision *all = ARENA_NEW(r->a, struct revision, x->n_revision + n);
    for (size_t i = 0; i < x->n_revision + n; i++)
        all[i] = i < x->n_revision ? x->revision[i] : more[i - x->n_revision];
    x->revision = all;
    x->n_revision += n;
}

static enum status settle_uuid(struct reading *r, struct arende *ar, enum exchange_mode mode,
                               long *known, struct error *err) {
    *known = 0;
    if (ar->uuid.n == 0 || mode == EXCHANGE_AS_NEW)
        return uuid_new(r->a, &ar->uuid, err);
    enum status st = store_arende_find(r->app->store, ar->uuid, known, err);
    if (st == ST_NOT_FOUND)
        return ST_OK;
    if (st == ST_OK && mode == EXCHANGE_PLAIN)
        st = error_set(err, ST_EXISTS,
                       "ärendet finns redan här, som nummer %ld. Lägg till --ersätt om filen ska "
                       "ta dess plats (det som står där blir kvar i historiken) eller --som-nytt "
                       "om det ska bli ett eget ärende.",
                       *known);
    return st;
}

static enum status store_it(struct reading *r, struct json_exchange *x, enum exchange_mode mode,
                            struct exchange_result *out, struct error *err) {
    enum status st = settle_uuid(r, x->arende, mode, &out->replaced, err);
    if (st == ST_OK && !r->stored)
        st = store_betankande_put(r->app->store, r->use, false, err);
    if (st != ST_OK)
        return st;
    out->betankande_kept = r->stored && x->betankande && !same_betankande(x->betankande, r->use);
    complete_history(r, x);
    st = store_arende_import(r->app->store, r->a, x->arende, x->revision, x->n_revision,
                             out->replaced, err);
    out->nr = x->arende->nr;
    return st;
}

enum status exchange_read(struct app *app, struct arena *a, struct str8 bytes,
                          enum exchange_mode mode, struct exchange_result *out, struct error *err) {
    struct reading r = {.app = app, .a = a};
    struct json_library lib = {find_betankande, &r};
    struct json_exchange x;
    *out = (struct exchange_result){0};
    enum status st = store_begin(app->store, err);
    if (st != ST_OK)
        return st;
    st = json_read_exchange(a, bytes, &lib, &x, err);
    if (st == ST_OK)
        st = store_it(&r, &x, mode, out, err);
    return store_end(app->store, st, err);
}
