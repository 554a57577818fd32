/* Where somebody was, and whether others have been at work. */
#include "db/store_intern.h"

static enum status put_place(struct store *s, struct str8 person, const struct plats *p,
                             struct error *err) {
    struct stmt *q = sql_stmt(
        s->sql, "INSERT INTO plats (person, arende, vy, slag, nyckel, falt, markor)"
                " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (person, arende) DO UPDATE"
                " SET vy = excluded.vy, slag = excluded.slag, nyckel = excluded.nyckel,"
                " falt = excluded.falt, markor = excluded.markor");
    sql_bind_text(q, 1, person);
    sql_bind_int(q, 2, p->arende);
    sql_bind_text(q, 3, p->vy);
    sql_bind_text(q, 4, p->slag);
    sql_bind_text(q, 5, p->nyckel);
    sql_bind_text(q, 6, p->falt);
    sql_bind_int(q, 7, (int64_t)p->markor);
    return sql_run(q, err);
}

enum status store_plats_put(struct store *s, struct str8 person, const struct plats *p,
                            struct error *err) {
    enum status st = sql_begin(s->sql, false, err);
    if (st != ST_OK)
        return st;
    if (p->arende)
        st = arende_must_exist(s, p->arende, err);
    if (st == ST_OK && p->arende)
        st = put_place(s, person, p, err);
    if (st == ST_OK) {
        struct stmt *q =
            sql_stmt(s->sql, "INSERT INTO plats_senast (person, arende)"
                             " VALUES (?1, CASE WHEN ?2 = 0 THEN NULL ELSE ?2 END)"
                             " ON CONFLICT (person) DO UPDATE SET arende = excluded.arende");
        sql_bind_text(q, 1, person);
        sql_bind_int(q, 2, p->arende);
        st = sql_run(q, err);
    }
    return sql_end(s->sql, st, err);
}

static enum status nothing(struct error *err) {
    return error_set(err, ST_NOT_FOUND, "ingen plats är ihågkommen");
}

/* Where they were last of all: an ärende's number, 0 for the list. */
static enum status last_arende(struct store *s, struct str8 person, long *nr, struct error *err) {
    bool row;
    struct stmt *q = sql_stmt(s->sql, "SELECT arende FROM plats_senast WHERE person = ?1");
    sql_bind_text(q, 1, person);
    enum status st = sql_step(q, &row, err);
    *nr = st == ST_OK && row ? (long)sql_int(q, 0) : 0;
    sql_done(q);
    return st == ST_OK && !row ? nothing(err) : st;
}

enum status store_plats_get(struct store *s, struct arena *a, struct str8 person, long nr,
                            struct plats *out, struct error *err) {
    bool row, last = nr == 0;
    enum status st = ST_OK;
    *out = (struct plats){0};
    if (last)
        st = last_arende(s, person, &nr, err);
    if (st != ST_OK || nr == 0)
        return st;
    struct stmt *q = sql_stmt(s->sql, "SELECT vy, slag, nyckel, falt, markor FROM plats"
                                      " WHERE person = ?1 AND arende = ?2");
    sql_bind_text(q, 1, person);
    sql_bind_int(q, 2, nr);
    st = sql_step(q, &row, err);
    if (st == ST_OK && row)
        *out = (struct plats){.arende = nr,
                              .vy = sql_text(q, 0, a),
                              .slag = sql_text(q, 1, a),
                              .nyckel = sql_text(q, 2, a),
                              .falt = sql_text(q, 3, a),
                              .markor = (size_t)sql_int(q, 4)};
    sql_done(q);
    return st == ST_OK && !row ? nothing(err) : st;
}

bool store_changed(struct store *s) {
    return sql_changed(s->sql);
}
