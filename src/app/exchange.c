#include "app/exchange.h"

#include "app/json_read.h"
#include "app/json_write.h"
#include "app/library.h"
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

enum status exchange_read(struct app *app, struct arena *a, struct str8 bytes,
                          enum exchange_mode mode, struct exchange_result *out, struct error *err) {
    struct reading r = {.app = app, .a = a};
    struct json_library lib = {find_betankande, &r};
    struct json_exchange x;
    bool changed = false;
    *out = (struct exchange_result){0};
    enum status st = json_read_exchange(a, bytes, &lib, &x, err);
    if (st == ST_OK)
        st = settle_uuid(&r, x.arende, mode, &out->replaced, err);
    if (st == ST_OK)
        st = r.stored ? ST_OK : library_keep(app, r.use, err);
    if (st == ST_OK)
        st = store_arende_import(app->store, a, x.arende, x.revision, x.n_revision, out->replaced,
                                 &changed, err);
    if (st != ST_OK)
        return st;
    struct profil *profil;
    struct app_case c = {.nr = x.arende->nr, .arende = x.arende};
    if (app_case_profil(app, a, &c, &profil, NULL) != ST_OK)
        out->no_profil = arende_value(x.arende, ARENDE_PROFIL);
    out->nr = x.arende->nr;
    out->unchanged = !changed;
    out->betankande_kept = r.stored && x.betankande && !same_betankande(x.betankande, r.use);
    return ST_OK;
}
