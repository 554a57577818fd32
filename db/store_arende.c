/* Whole ärenden: found, read, listed. */
#include "db/store_intern.h"

enum status arende_must_exist(struct store *s, long nr, struct error *err) {
    bool row;
    struct stmt *q = sql_stmt(s->sql, "SELECT 1 FROM arende WHERE nr = ?1");
    sql_bind_int(q, 1, nr);
    enum status st = sql_step(q, &row, err);
    sql_done(q);
    if (st == ST_OK && !row)
        st = error_set(err, ST_NOT_FOUND, "ärende %ld finns inte. Se yttra lista.", nr);
    return st;
}

enum status arende_of_uuid(struct store *s, struct str8 uuid, long *nr, struct error *err) {
    bool row;
    struct stmt *q = sql_stmt(s->sql, "SELECT nr FROM arende WHERE uuid = ?1");
    sql_bind_text(q, 1, uuid);
    enum status st = sql_step(q, &row, err);
    *nr = st == ST_OK && row ? (long)sql_int(q, 0) : 0;
    sql_done(q);
    return st;
}

enum status store_arende_find(struct store *s, struct str8 uuid, long *nr, struct error *err) {
    enum status st = arende_of_uuid(s, uuid, nr, err);
    if (st == ST_OK && *nr == 0)
        st = error_set(err, ST_NOT_FOUND, "inget ärende har identiteten %.*s", S8F(uuid));
    return st;
}

/* ---- reading ---- */

enum status store_post_list(struct store *s, struct arena *a, long nr, enum post_slag slag,
                            struct post_list *out, struct error *err) {
    bool row;
    enum status st;
    *out = (struct post_list){0};
    struct stmt *q = sql_stmt(s->sql, post_sql(s, slag, SQL_ALL));
    sql_bind_int(q, 1, nr);
    while ((st = sql_step(q, &row, err)) == ST_OK && row)
        *ARENA_PUSH(a, out->p, out->n, out->cap) = post_row(q, a, slag);
    sql_done(q);
    return st;
}

static enum status read_frame(struct store *s, struct arena *a, struct arende *ar,
                              struct error *err) {
    bool row;
    struct stmt *q =
        sql_stmt(s->sql, "SELECT uuid, betankande, skapad, andrad FROM arende WHERE nr = ?1");
    sql_bind_int(q, 1, ar->nr);
    enum status st = sql_step(q, &row, err);
    if (st == ST_OK && row) {
        ar->uuid = sql_text(q, 0, a);
        ar->betankande = sql_text(q, 1, a);
        ar->skapad = sql_text(q, 2, a);
        ar->andrad = sql_text(q, 3, a);
    }
    sql_done(q);
    return st;
}

enum status store_arende_get(struct store *s, struct arena *a, long nr, struct arende **out,
                             struct error *err) {
    enum status st = sql_begin_read(s->sql, err);
    if (st != ST_OK)
        return st;
    struct arende *ar = ARENA_NEW(a, struct arende, 1);
    ar->nr = nr;
    st = arende_must_exist(s, nr, err);
    if (st == ST_OK)
        st = read_frame(s, a, ar, err);
    for (int slag = 0; slag < POST_SLAG_N && st == ST_OK; slag++)
        st = store_post_list(s, a, nr, (enum post_slag)slag, &ar->post[slag], err);
    *out = ar;
    return sql_end(s->sql, st, err);
}

/* ---- the list ---- */

#define RAD                                                                                        \
    "SELECT a.nr, a.uuid, CASE WHEN a.rubrik <> '' THEN a.rubrik ELSE b.titel END, a.dnr,"         \
    " a.status, CASE WHEN a.anstand <> '' THEN a.anstand ELSE a.svarstid END, a.betankande,"       \
    " b.beteckning, b.titel, a.andrad, b.n_punkt,"                                                 \
    " (SELECT count(*) FROM svar WHERE svar.arende = a.nr AND svar.stallning <> ''), a.namnd"      \
    " FROM arende a LEFT JOIN betankande b ON b.id = a.betankande"
#define ORDNING " ORDER BY a.frist, a.nr LIMIT ?1 OFFSET ?2"

static struct arende_rad read_rad(struct stmt *q, struct arena *a) {
    return (struct arende_rad){
        .nr = (long)sql_int(q, 0),
        .uuid = sql_text(q, 1, a),
        .rubrik = sql_text(q, 2, a),
        .dnr = sql_text(q, 3, a),
        .status = sql_text(q, 4, a),
        .svarstid = sql_text(q, 5, a),
        .betankande = sql_text(q, 6, a),
        .beteckning = sql_text(q, 7, a),
        .titel = sql_text(q, 8, a),
        .andrad = sql_text(q, 9, a),
        .n_punkt = (int)sql_int(q, 10),
        .n_svar = (int)sql_int(q, 11),
        .namnd = sql_text(q, 12, a),
    };
}

static enum status count_arenden(struct store *s, bool all, long *total, struct error *err) {
    bool row;
    struct stmt *q = sql_stmt(s->sql, "SELECT sum(n) FROM arende_antal WHERE oppet >= ?1");
    sql_bind_int(q, 1, !all);
    enum status st = sql_step(q, &row, err);
    if (st == ST_OK)
        *total = (long)sql_int(q, 0);
    sql_done(q);
    return st;
}

enum status store_arende_list(struct store *s, struct arena *a, struct arende_urval u,
                              struct arende_rad **out, size_t *n, long *total, struct error *err) {
    bool row;
    size_t cap = 0;
    *out = NULL;
    *n = 0;
    enum status st = sql_begin_read(s->sql, err);
    if (st != ST_OK)
        return st;
    struct stmt *q = sql_stmt(s->sql, u.all ? RAD ORDNING : RAD " WHERE a.oppet = 1" ORDNING);
    sql_bind_int(q, 1, u.limit > 0 ? u.limit : INT64_MAX);
    sql_bind_int(q, 2, u.offset > 0 ? u.offset : 0);
    while ((st = sql_step(q, &row, err)) == ST_OK && row)
        *ARENA_PUSH(a, *out, *n, cap) = read_rad(q, a);
    sql_done(q);
    if (st == ST_OK && total)
        st = count_arenden(s, u.all, total, err);
    return sql_end(s->sql, st, err);
}
