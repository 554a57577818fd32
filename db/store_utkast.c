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

/* The draft's number; 0 when it has not been begun. */
static enum status find(struct store *s, const struct utkast *u, int64_t *id, struct error *err) {
    bool row;
    struct stmt *q =
        sql_stmt(s->sql, "SELECT id FROM utkast WHERE arende = ?1 AND slag = ?2 AND nyckel = ?3"
                         " AND falt = ?4 AND person = ?5 AND session = ?6");
    bind_name(q, u);
    enum status st = sql_step(q, &row, err);
    *id = st == ST_OK && row ? sql_int(q, 0) : 0;
    sql_done(q);
    return st;
}

static enum status remove_draft(struct store *s, const struct utkast *u, struct error *err) {
    struct stmt *q =
        sql_stmt(s->sql, "DELETE FROM utkast WHERE arende = ?1 AND slag = ?2 AND nyckel = ?3"
                         " AND falt = ?4 AND person = ?5 AND session = ?6");
    bind_name(q, u);
    return sql_run(q, err);
}

enum status store_utkast_put(struct store *s, const struct utkast *u, struct error *err) {
    struct arena tmp = {0};
    enum status st = sql_begin(s->sql, false, err);
    if (st != ST_OK)
        return st;
    st = arende_must_exist(s, u->arende, err);
    if (st == ST_OK)
        st = remove_draft(s, u, err);
    if (st == ST_OK) {
        struct stmt *q = sql_stmt(
            s->sql, "INSERT INTO utkast (arende, slag, nyckel, falt, person, session, version,"
                    " text, tid) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
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

static const char *const step_word[] = {
    [STEG_SKREV] = "skrev", [STEG_ANGRADE] = "ångrade", [STEG_GJORDE_OM] = "gjorde om"};

static enum status not_begun(struct error *err) {
    return error_set(err, ST_NOT_FOUND, "utkastet finns inte längre");
}

static enum status add_step(struct store *s, int64_t id, const struct utkast_steg *steg,
                            struct str8 tid, struct error *err) {
    struct stmt *q = sql_stmt(
        s->sql, "INSERT INTO utkast_steg (utkast, nr, slag, fortsatt, plats, bort, dit, markor,"
                " tid) SELECT ?1, coalesce(max(nr), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8"
                " FROM utkast_steg WHERE utkast = ?1");
    sql_bind_int(q, 1, id);
    sql_bind_text(q, 2, s8_from(step_word[steg->slag]));
    sql_bind_int(q, 3, steg->fortsatt);
    sql_bind_int(q, 4, (int64_t)steg->plats);
    sql_bind_text(q, 5, steg->bort);
    sql_bind_text(q, 6, steg->in);
    sql_bind_int(q, 7, (int64_t)steg->markor);
    sql_bind_text(q, 8, tid);
    return sql_run(q, err);
}

enum status store_utkast_add(struct store *s, const struct utkast *u,
                             const struct utkast_steg *steg, size_t n, struct error *err) {
    struct arena tmp = {0};
    int64_t id;
    enum status st = sql_begin(s->sql, false, err);
    if (st != ST_OK)
        return st;
    st = find(s, u, &id, err);
    if (st == ST_OK && id == 0)
        st = not_begun(err);
    struct str8 now = clock_now(&tmp);
    for (size_t i = 0; i < n && st == ST_OK; i++)
        st = add_step(s, id, &steg[i], now, err);
    st = sql_end(s->sql, st, err);
    arena_free(&tmp);
    return st;
}

enum status store_utkast_take(struct store *s, const struct utkast *u, struct str8 session,
                              struct error *err) {
    int64_t id;
    enum status st = sql_begin(s->sql, true, err);
    if (st != ST_OK)
        return st;
    st = find(s, u, &id, err);
    if (st == ST_OK && id == 0)
        st = not_begun(err);
    if (st == ST_OK) {
        struct stmt *q = sql_stmt(s->sql, "UPDATE utkast SET session = ?1 WHERE id = ?2");
        sql_bind_text(q, 1, session);
        sql_bind_int(q, 2, id);
        st = sql_run(q, err);
    }
    if (st == ST_EXISTS)
        error_set(err, st, "du skriver redan i samma fält. Spara den texten först.");
    return sql_end(s->sql, st, err);
}

enum status store_utkast_drop(struct store *s, const struct utkast *u, struct error *err) {
    enum status st = sql_begin(s->sql, true, err);
    if (st != ST_OK)
        return st;
    return sql_end(s->sql, remove_draft(s, u, err), err);
}

static enum steg_slag step_kind(struct stmt *q, int col) {
    int k = STEG_GJORDE_OM;
    while (k > STEG_SKREV && !sql_text_eq(q, col, s8_from(step_word[k])))
        k--;
    return (enum steg_slag)k;
}

enum status store_utkast_steg(struct store *s, struct arena *a, const struct utkast *u,
                              struct utkast_steg **out, size_t *n, struct error *err) {
    bool row;
    int64_t id;
    size_t cap = 0;
    *out = NULL;
    *n = 0;
    enum status st = find(s, u, &id, err);
    if (st != ST_OK)
        return st;
    if (id == 0)
        return not_begun(err);
    struct stmt *q =
        sql_stmt(s->sql, "SELECT slag, fortsatt, plats, bort, dit, markor FROM utkast_steg"
                         " WHERE utkast = ?1 ORDER BY nr");
    sql_bind_int(q, 1, id);
    while ((st = sql_step(q, &row, err)) == ST_OK && row) {
        struct utkast_steg *steg = ARENA_PUSH(a, *out, *n, cap);
        steg->slag = step_kind(q, 0);
        steg->fortsatt = sql_int(q, 1) != 0;
        steg->plats = (size_t)sql_int(q, 2);
        steg->bort = sql_text(q, 3, a);
        steg->in = sql_text(q, 4, a);
        steg->markor = (size_t)sql_int(q, 5);
    }
    sql_done(q);
    return st;
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
                         .tid = sql_text(q, 8, a),
                         .senast = sql_text(q, 9, a)};
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
        s->sql, "SELECT arende, slag, nyckel, falt, person, session, version, text, tid,"
                " coalesce((SELECT nullif(s.tid, '') FROM utkast_steg s WHERE s.utkast = utkast.id"
                " ORDER BY s.nr DESC LIMIT 1), tid) FROM utkast"
                " WHERE person = ?1 AND (?2 = 0 OR arende = ?2) ORDER BY tid, id");
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
