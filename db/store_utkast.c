/* Drafts: what is typed and not yet saved. */
#include "db/store_intern.h"

#include "base/clock.h"

static struct str8 kolumn(const struct utkast *u) {
    return s8_from(post_slag_info(u->slag)->falt[u->falt].kolumn);
}

/* The six that name a draft. */
static void bind_name(struct stmt *q, const struct utkast *u) {
    sql_bind_int(q, 1, u->arende);
    sql_bind_text(q, 2, s8_from(post_slag_info(u->slag)->tabell));
    sql_bind_text(q, 3, u->nyckel);
    sql_bind_text(q, 4, kolumn(u));
    sql_bind_text(q, 5, u->person);
    sql_bind_text(q, 6, u->session);
}

enum status store_utkast_put(struct store *s, const struct utkast *u, struct error *err) {
    struct arena tmp = {0};
    enum status st = sql_begin(s->sql, false, err);
    if (st != ST_OK)
        return st;
    st = arende_must_exist(s, u->arende, err);
    if (st == ST_OK) {
        struct stmt *q = sql_stmt(
            s->sql, "INSERT INTO utkast (arende, slag, nyckel, falt, person, session, version,"
                    " text, tid) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
                    " ON CONFLICT (person, arende, slag, nyckel, falt, session) DO UPDATE"
                    " SET version = excluded.version, text = excluded.text, tid = excluded.tid");
        bind_name(q, u);
        sql_bind_int(q, 7, u->version);
        sql_bind_text(q, 8, u->text);
        sql_bind_text(q, 9, clock_now(&tmp));
        st = sql_run(q, err);
    }
    st = sql_end(s->sql, st, err);
    arena_free(&tmp);
    return st;
}

enum status store_utkast_drop(struct store *s, const struct utkast *u, struct error *err) {
    enum status st = sql_begin(s->sql, true, err);
    if (st != ST_OK)
        return st;
    struct stmt *q =
        sql_stmt(s->sql, "DELETE FROM utkast WHERE arende = ?1 AND slag = ?2 AND nyckel = ?3"
                         " AND falt = ?4 AND person = ?5 AND session = ?6");
    bind_name(q, u);
    return sql_end(s->sql, sql_run(q, err), err);
}

/* A draft of a field that this program does not know is passed over. */
static bool read_row(struct stmt *q, struct arena *a, struct utkast *u) {
    enum post_slag slag = slag_of_table(sql_text(q, 1, a));
    if (slag == POST_SLAG_N)
        return false;
    const struct post_slag_info *info = post_slag_info(slag);
    int f = (int)info->n_falt - 1;
    while (f >= 0 && !sql_text_eq(q, 3, s8_from(info->falt[f].kolumn)))
        f--;
    *u = (struct utkast){.arende = (long)sql_int(q, 0),
                         .slag = slag,
                         .nyckel = sql_text(q, 2, a),
                         .falt = f,
                         .person = sql_text(q, 4, a),
                         .session = sql_text(q, 5, a),
                         .version = (long)sql_int(q, 6),
                         .text = sql_text(q, 7, a),
                         .tid = sql_text(q, 8, a)};
    return f >= 0;
}

enum status store_utkast_list(struct store *s, struct arena *a, struct str8 person, long nr,
                              struct utkast **out, size_t *n, struct error *err) {
    bool row;
    size_t cap = 0;
    enum status st;
    *out = NULL;
    *n = 0;
    struct stmt *q = sql_stmt(
        s->sql,
        "SELECT arende, slag, nyckel, falt, person, session, version, text, tid FROM utkast"
        " WHERE person = ?1 AND (?2 = 0 OR arende = ?2) ORDER BY tid, arende, slag, nyckel");
    sql_bind_text(q, 1, person);
    sql_bind_int(q, 2, nr);
    while ((st = sql_step(q, &row, err)) == ST_OK && row) {
        struct utkast u;
        if (read_row(q, a, &u))
            *ARENA_PUSH(a, *out, *n, cap) = u;
    }
    sql_done(q);
    return st;
}
