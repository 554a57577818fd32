/* History: every saved state of every post. */
#include "db/store_intern.h"

#include "base/clock.h"

static enum status add_values(struct store *s, int64_t id, const struct post *p,
                              struct error *err) {
    const struct post_slag_info *info = post_slag_info(p->slag);
    enum status st = ST_OK;
    for (size_t i = 0; i < info->n_falt && st == ST_OK; i++) {
        if (p->value[i].n == 0)
            continue;
        struct stmt *q = sql_stmt(
            s->sql, "INSERT INTO revision_falt (revision, falt, varde) VALUES (?1, ?2, ?3)");
        sql_bind_int(q, 1, id);
        sql_bind_text(q, 2, s8_from(info->falt[i].kolumn));
        sql_bind_text(q, 3, p->value[i]);
        st = sql_run(q, err);
    }
    return st;
}

static enum status date_arende(struct store *s, long nr, struct str8 tid, struct error *err) {
    struct stmt *q =
        sql_stmt(s->sql, "UPDATE arende SET andrad = ?2 WHERE nr = ?1 AND andrad < ?2");
    sql_bind_int(q, 1, nr);
    sql_bind_text(q, 2, tid);
    return sql_run(q, err);
}

enum status revision_add(struct store *s, long nr, const struct revision *r, struct error *err) {
    bool row;
    int64_t id = 0;
    struct stmt *q = sql_stmt(
        s->sql, "INSERT INTO revision (arende, slag, nyckel, ordning, version, tid, vem, orsak,"
                " borttagen) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) RETURNING id");
    sql_bind_int(q, 1, nr);
    sql_bind_text(q, 2, s8_from(post_slag_info(r->post.slag)->tabell));
    sql_bind_text(q, 3, r->post.nyckel);
    sql_bind_int(q, 4, r->post.ordning);
    sql_bind_int(q, 5, r->post.version);
    sql_bind_text(q, 6, r->tid);
    sql_bind_text(q, 7, r->vem);
    sql_bind_text(q, 8, r->orsak);
    sql_bind_int(q, 9, r->borttagen);
    enum status st = sql_step(q, &row, err);
    if (st == ST_OK)
        id = sql_int(q, 0);
    sql_done(q);
    if (st == ST_OK)
        st = add_values(s, id, &r->post, err);
    return st == ST_OK ? date_arende(s, nr, r->tid, err) : st;
}

enum status revision_now(struct store *s, struct arena *a, long nr, const struct post *p,
                         const char *orsak, bool borttagen, struct error *err) {
    struct revision r = {.tid = clock_now(a),
                         .vem = s->vem,
                         .orsak = orsak && *orsak ? s8_from(orsak) : S8("spara"),
                         .borttagen = borttagen,
                         .post = *p};
    return revision_add(s, nr, &r, err);
}

/* ---- reading ---- */

static enum status read_values(struct store *s, struct arena *a, struct revision *r,
                               struct error *err) {
    const struct post_slag_info *info = post_slag_info(r->post.slag);
    bool row;
    enum status st;
    struct stmt *q = sql_stmt(s->sql, "SELECT falt, varde FROM revision_falt WHERE revision = ?1");
    sql_bind_int(q, 1, r->id);
    while ((st = sql_step(q, &row, err)) == ST_OK && row)
        for (size_t i = 0; i < info->n_falt; i++)
            if (sql_text_eq(q, 0, s8_from(info->falt[i].kolumn)))
                r->post.value[i] = sql_text(q, 1, a);
    sql_done(q);
    return st;
}

#define REVISION                                                                                   \
    "SELECT id, slag, nyckel, ordning, version, tid, vem, orsak, borttagen FROM revision"

/* A revision of a kind that this program does not know is passed over: *known is false. */
static void read_row(struct stmt *q, struct arena *a, struct revision *r, bool *known) {
    enum post_slag slag = slag_of_table(sql_text(q, 1, a));
    *known = slag < POST_SLAG_N;
    if (!*known)
        return;
    r->id = (long)sql_int(q, 0);
    r->post = post_new(a, slag, S8(""));
    r->post.nyckel = sql_text(q, 2, a);
    r->post.ordning = (int)sql_int(q, 3);
    r->post.version = (long)sql_int(q, 4);
    r->tid = sql_text(q, 5, a);
    r->vem = sql_text(q, 6, a);
    r->orsak = sql_text(q, 7, a);
    r->borttagen = sql_int(q, 8) != 0;
}

enum status revision_newest(struct store *s, struct arena *a, long nr, enum post_slag slag,
                            struct str8 nyckel, struct revision *out, struct error *err) {
    bool row;
    bool known = false;
    *out = (struct revision){0};
    struct stmt *q = sql_stmt(s->sql, REVISION " WHERE arende = ?1 AND slag = ?2 AND nyckel = ?3"
                                               " ORDER BY id DESC LIMIT 1");
    sql_bind_int(q, 1, nr);
    sql_bind_text(q, 2, s8_from(post_slag_info(slag)->tabell));
    sql_bind_text(q, 3, nyckel);
    enum status st = sql_step(q, &row, err);
    if (st == ST_OK && row)
        read_row(q, a, out, &known);
    sql_done(q);
    return st == ST_OK && known ? read_values(s, a, out, err) : st;
}

enum status revision_heads(struct store *s, struct arena *a, long nr, struct revision **out,
                           size_t *n, struct error *err) {
    bool row;
    bool known;
    size_t cap = 0;
    enum status st;
    *out = NULL;
    *n = 0;
    struct stmt *q = sql_stmt(s->sql, REVISION " WHERE id IN (SELECT max(id) FROM revision WHERE"
                                               " arende = ?1 GROUP BY slag, nyckel) ORDER BY id");
    sql_bind_int(q, 1, nr);
    while ((st = sql_step(q, &row, err)) == ST_OK && row) {
        struct revision r = {0};
        read_row(q, a, &r, &known);
        if (known)
            *ARENA_PUSH(a, *out, *n, cap) = r;
    }
    sql_done(q);
    return st;
}

enum status store_revision_list(struct store *s, struct arena *a, long nr, enum post_slag slag,
                                struct str8 nyckel, long limit, struct revision **out, size_t *n,
                                struct error *err) {
    bool kind = slag < POST_SLAG_N;
    bool one = kind && nyckel.p;
    bool row;
    bool known;
    size_t cap = 0;
    *out = NULL;
    *n = 0;
    enum status st = sql_begin_read(s->sql, err);
    if (st != ST_OK)
        return st;
    st = arende_must_exist(s, nr, err);
    struct stmt *q = sql_stmt(
        s->sql, one ? REVISION
                    " WHERE arende = ?1 AND slag = ?3 AND nyckel = ?4 ORDER BY id DESC LIMIT ?2"
                : kind ? REVISION " WHERE arende = ?1 AND slag = ?3 ORDER BY id DESC LIMIT ?2"
                       : REVISION " WHERE arende = ?1 ORDER BY id DESC LIMIT ?2");
    sql_bind_int(q, 1, nr);
    sql_bind_int(q, 2, limit > 0 ? limit : INT64_MAX);
    if (kind)
        sql_bind_text(q, 3, s8_from(post_slag_info(slag)->tabell));
    if (one)
        sql_bind_text(q, 4, nyckel);
    while (st == ST_OK && (st = sql_step(q, &row, err)) == ST_OK && row) {
        struct revision r = {0};
        read_row(q, a, &r, &known);
        if (known)
            *ARENA_PUSH(a, *out, *n, cap) = r;
    }
    sql_done(q);
    for (size_t i = 0; i < *n && st == ST_OK; i++)
        st = read_values(s, a, &(*out)[i], err);
    return sql_end(s->sql, st, err);
}
