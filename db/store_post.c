/* One post: read, saved, removed, moved. */
#include "db/store_intern.h"

#include <limits.h>

#include "base/clock.h"

static bool is_list(enum post_slag slag) {
    return post_slag_info(slag)->form == POST_LIST;
}

/* ---- rows ---- */

struct post post_row(struct stmt *q, struct arena *a, enum post_slag slag) {
    struct post p = post_new(a, slag, S8(""));
    p.nyckel = sql_text(q, 0, a);
    p.ordning = (int)sql_int(q, 1);
    p.version = (long)sql_int(q, 2);
    for (size_t i = 0; i < post_slag_info(slag)->n_falt; i++)
        p.value[i] = sql_text(q, (int)i + 3, a);
    return p;
}

enum status post_load(struct store *s, struct arena *a, long nr, enum post_slag slag,
                      struct str8 nyckel, struct post *out, struct error *err) {
    bool row;
    struct stmt *q = sql_stmt(s->sql, post_sql(s, slag, SQL_ONE));
    sql_bind_int(q, 1, nr);
    sql_bind_text(q, 2, nyckel);
    enum status st = sql_step(q, &row, err);
    if (st == ST_OK)
        *out = row ? post_row(q, a, slag) : post_new(a, slag, nyckel);
    sql_done(q);
    return st;
}

bool post_same(const struct post *x, const struct post *y) {
    for (size_t i = 0; i < post_slag_info(x->slag)->n_falt; i++)
        if (!s8_eq(x->value[i], y->value[i]))
            return false;
    return true;
}

void post_bind(struct stmt *q, const struct post *p, int first) {
    for (size_t i = 0; i < post_slag_info(p->slag)->n_falt; i++)
        sql_bind_text(q, first + (int)i, p->value[i]);
}

static enum status check_line_key(const struct post *p, struct error *err) {
    int key;
    if (!is_list(p->slag) || (s8_uint(p->nyckel, &key) && key <= LIST_KEY_MAX))
        return ST_OK;
    return error_set(err, ST_INVALID,
                     "%s: raden kan inte ha nummer %.*s. Det högsta är %d, och nummer används "
                     "aldrig igen.",
                     post_slag_info(p->slag)->etikett, S8F(p->nyckel), LIST_KEY_MAX);
}

enum status post_insert(struct store *s, long nr, const struct post *p, struct error *err) {
    enum status st = check_line_key(p, err);
    if (st != ST_OK)
        return st;
    struct stmt *q = sql_stmt(s->sql, post_sql(s, p->slag, SQL_INSERT));
    sql_bind_int(q, 1, nr);
    sql_bind_text(q, 2, p->nyckel);
    sql_bind_int(q, 3, p->version);
    if (is_list(p->slag))
        sql_bind_int(q, 4, p->ordning);
    post_bind(q, p, is_list(p->slag) ? 5 : 4);
    st = sql_run(q, err);
    return st == ST_OK ? sok_post(s, nr, p, err) : st;
}

/* One number out of a statement with its parameters bound. */
static enum status one_number(struct stmt *q, long *out, struct error *err) {
    bool row;
    enum status st = sql_step(q, &row, err);
    *out = st == ST_OK && row ? (long)sql_int(q, 0) : 0;
    sql_done(q);
    return st;
}

const char post_last_version[] = "SELECT version FROM revision WHERE arende = ?1 AND slag = ?2"
                                 " AND nyckel = ?3 ORDER BY version DESC LIMIT 1";

enum status post_next_version(struct store *s, long nr, const struct post *p, long *version,
                              struct error *err) {
    struct stmt *q = sql_stmt(s->sql, post_last_version);
    sql_bind_int(q, 1, nr);
    sql_bind_text(q, 2, s8_from(post_slag_info(p->slag)->tabell));
    sql_bind_text(q, 3, p->nyckel);
    enum status st = one_number(q, version, err);
    *version += 1;
    return st;
}

enum status list_last_key(struct store *s, long nr, enum post_slag slag, long *key,
                          struct error *err) {
    struct stmt *q = sql_stmt(s->sql, "SELECT coalesce(max(CAST(nyckel AS INTEGER)), 0)"
                                      " FROM revision WHERE arende = ?1 AND slag = ?2");
    sql_bind_int(q, 1, nr);
    sql_bind_text(q, 2, s8_from(post_slag_info(slag)->tabell));
    return one_number(q, key, err);
}

static enum status count_lines(struct store *s, long nr, enum post_slag slag, long *n,
                               struct error *err) {
    struct stmt *q = sql_stmt(s->sql, post_sql(s, slag, SQL_COUNT));
    sql_bind_int(q, 1, nr);
    return one_number(q, n, err);
}

/* Moves the lines on places first … last by `by` places. */
static enum status shift(struct store *s, long nr, enum post_slag slag, int first, int last, int by,
                         struct error *err) {
    struct stmt *q = sql_stmt(s->sql, post_sql(s, slag, SQL_SHIFT));
    sql_bind_int(q, 1, nr);
    sql_bind_int(q, 2, first);
    sql_bind_int(q, 3, last);
    sql_bind_int(q, 4, by);
    return sql_run(q, err);
}

/* ---- saving ---- */

/* `kept` says what became of the caller's work. */
static enum status conflict(const struct post *p, const struct post *now, const char *kept,
                            struct error *err) {
    return error_set(err, ST_CONFLICT, "%s%s%.*s har %s av någon annan sedan du läste. %s",
                     post_slag_info(p->slag)->etikett, p->nyckel.n ? " " : "", S8F(p->nyckel),
                     now->version == 0 ? "tagits bort"
                     : p->version == 0 ? "lagts till"
                                       : "ändrats",
                     kept);
}

static const char not_saved[] = "Din text är kvar men inte sparad.";

/* A new line's key and place. */
static enum status place_new_line(struct store *s, struct arena *a, long nr, struct post *p,
                                  struct error *err) {
    long n;
    enum status st = count_lines(s, nr, p->slag, &n, err);
    if (st != ST_OK)
        return st;
    if (p->ordning < 1 || p->ordning > n)
        p->ordning = (int)n + 1;
    else
        st = shift(s, nr, p->slag, p->ordning, INT_MAX, 1, err);
    if (st != ST_OK || p->nyckel.n)
        return st;
    long last;
    st = list_last_key(s, nr, p->slag, &last, err);
    p->nyckel = arena_printf(a, "%ld", last + 1);
    return st;
}

static enum status add_post(struct store *s, struct arena *a, long nr, struct post *p,
                            struct error *err) {
    enum status st = ST_OK;
    if (is_list(p->slag))
        st = place_new_line(s, a, nr, p, err);
    if (st == ST_OK)
        st = post_next_version(s, nr, p, &p->version, err);
    return st == ST_OK ? post_insert(s, nr, p, err) : st;
}

/* Overwrites the row if it still is of the version that `p` was made from. */
static enum status change_post(struct store *s, long nr, struct post *p, struct error *err) {
    struct stmt *q = sql_stmt(s->sql, post_sql(s, p->slag, SQL_UPDATE));
    long version;
    sql_bind_int(q, 1, nr);
    sql_bind_text(q, 2, p->nyckel);
    sql_bind_int(q, 3, p->version);
    post_bind(q, p, 4);
    enum status st = one_number(q, &version, err);
    if (st == ST_OK && version == 0)
        return ST_CONFLICT;
    p->version = version;
    return st == ST_OK ? sok_post(s, nr, p, err) : st;
}

/* `now` is the post as stored, `p` a copy of the caller's that becomes the one saved. */
static enum status save(struct store *s, struct arena *a, long nr, struct post *p,
                        const struct post *now, const char *orsak, struct error *err) {
    if (now->version && is_list(p->slag))
        p->ordning = now->ordning;
    if (now->version && post_same(p, now)) {
        p->version = now->version;
        return ST_OK;
    }
    if (p->version != now->version)
        return conflict(p, now, not_saved, err);
    enum status st = now->version ? change_post(s, nr, p, err) : add_post(s, a, nr, p, err);
    if (st == ST_CONFLICT)
        st = conflict(p, now, not_saved, err);
    return st == ST_OK ? revision_now(s, a, nr, p, orsak, false, err) : st;
}

enum status store_post_put(struct store *s, struct arena *a, long nr, struct post *p,
                           const char *orsak, struct post *theirs, struct error *err) {
    struct post now;
    struct post saved = *p;
    enum status st = sql_begin(s->sql, true, err);
    if (st != ST_OK)
        return st;
    st = arende_must_exist(s, nr, err);
    if (st == ST_OK)
        st = post_load(s, a, nr, p->slag, p->nyckel, &now, err);
    if (st == ST_OK)
        st = save(s, a, nr, &saved, &now, orsak, err);
    if (st == ST_CONFLICT && theirs)
        *theirs = now;
    st = sql_end(s->sql, st, err);
    if (st == ST_OK)
        *p = saved;
    return st;
}

enum status store_post_get(struct store *s, struct arena *a, long nr, enum post_slag slag,
                           struct str8 nyckel, struct post *out, struct error *err) {
    enum status st = post_load(s, a, nr, slag, nyckel, out, err);
    if (st == ST_OK && out->version == 0)
        st = error_set(err, ST_NOT_FOUND, "%s %.*s finns inte i ärende %ld",
                       post_slag_info(slag)->etikett, S8F(nyckel), nr);
    return st;
}

/* ---- removing and moving ---- */

static enum status remove_row(struct store *s, struct arena *a, long nr, const struct post *p,
                              const char *orsak, struct error *err) {
    struct post now;
    long version = 0;
    enum status st = post_load(s, a, nr, p->slag, p->nyckel, &now, err);
    if (st != ST_OK)
        return st;
    if (now.version == 0 || now.version != p->version)
        return conflict(p, &now, "Inget har tagits bort nu.", err);
    struct stmt *q = sql_stmt(s->sql, post_sql(s, p->slag, SQL_DELETE));
    sql_bind_int(q, 1, nr);
    sql_bind_text(q, 2, p->nyckel);
    sql_bind_int(q, 3, p->version);
    st = one_number(q, &version, err);
    if (st == ST_OK && is_list(p->slag))
        st = shift(s, nr, p->slag, now.ordning + 1, INT_MAX, -1, err);
    if (st == ST_OK)
        st = sok_post_drop(s, nr, p->slag, p->nyckel, err);
    now.version = version + 1;
    return st == ST_OK ? revision_now(s, a, nr, &now, orsak, true, err) : st;
}

enum status store_post_remove(struct store *s, struct arena *a, long nr, const struct post *p,
                              const char *orsak, struct error *err) {
    if (post_slag_info(p->slag)->form == POST_ONE)
        return error_set(err, ST_INVALID, "ärendets egna uppgifter kan inte tas bort");
    enum status st = sql_begin(s->sql, true, err);
    if (st != ST_OK)
        return st;
    st = arende_must_exist(s, nr, err);
    if (st == ST_OK)
        st = remove_row(s, a, nr, p, orsak, err);
    return sql_end(s->sql, st, err);
}

static enum status move_line(struct store *s, struct arena *a, long nr, struct post *p, int to,
                             struct error *err) {
    long n;
    enum status st = count_lines(s, nr, p->slag, &n, err);
    if (st != ST_OK)
        return st;
    to = to < 1 ? 1 : to > n ? (int)n : to;
    if (to == p->ordning)
        return ST_OK;
    st = to < p->ordning ? shift(s, nr, p->slag, to, p->ordning - 1, 1, err)
                         : shift(s, nr, p->slag, p->ordning + 1, to, -1, err);
    if (st != ST_OK)
        return st;
    struct stmt *q = sql_stmt(s->sql, post_sql(s, p->slag, SQL_PLACE));
    sql_bind_int(q, 1, nr);
    sql_bind_text(q, 2, p->nyckel);
    sql_bind_int(q, 3, to);
    st = sql_run(q, err);
    p->ordning = to;
    return st == ST_OK ? revision_now(s, a, nr, p, "flytta", false, err) : st;
}

enum status store_post_move(struct store *s, long nr, enum post_slag slag, struct str8 nyckel,
                            int ordning, struct error *err) {
    struct arena tmp = {0};
    struct post now;
    enum status st = sql_begin(s->sql, true, err);
    if (st != ST_OK)
        return st;
    st = arende_must_exist(s, nr, err);
    if (st == ST_OK)
        st = post_load(s, &tmp, nr, slag, nyckel, &now, err);
    if (st == ST_OK && (now.version == 0 || !is_list(slag)))
        st = error_set(err, ST_NOT_FOUND, "%s %.*s finns inte i ärende %ld",
                       post_slag_info(slag)->etikett, S8F(nyckel), nr);
    if (st == ST_OK)
        st = move_line(s, &tmp, nr, &now, ordning, err);
    st = sql_end(s->sql, st, err);
    arena_free(&tmp);
    return st;
}
