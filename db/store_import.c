/* Whole ärenden, put in: new ones, and those that were exchanged with their history. */
#include "db/store_intern.h"

#include "base/clock.h"
#include "base/uuid.h"

/* A copy whose own fields, lists and posts can be changed; the values are shared. */
static struct arende copy_frame(struct arena *a, const struct arende *ar) {
    struct arende new = *ar;
    for (int slag = 0; slag < POST_SLAG_N; slag++) {
        struct post_list *l = &new.post[slag];
        l->p = ARENA_NEW(a, struct post, l->n);
        l->cap = l->n;
        for (size_t i = 0; i < l->n; i++)
            l->p[i] = ar->post[slag].p[i];
    }
    return new;
}

/* Its uuid and days, if it has none; nobody else may have the uuid. */
static enum status complete(struct store *s, struct arena *a, struct arende *ar, long replace,
                            struct error *err) {
    long other;
    enum status st = ar->uuid.n ? ST_OK : uuid_new(a, &ar->uuid, err);
    if (st != ST_OK)
        return st;
    if (ar->skapad.n == 0)
        ar->skapad = clock_now(a);
    if (ar->andrad.n == 0)
        ar->andrad = clock_now(a);
    st = arende_of_uuid(s, ar->uuid, &other, err);
    if (st == ST_OK && other && other != replace)
        st = error_set(err, ST_EXISTS, "ärendet finns redan, som ärende %ld", other);
    return st;
}

static enum status insert_arende(struct store *s, struct arende *ar, struct error *err) {
    bool row;
    struct stmt *q = sql_stmt(s->sql, post_sql(s, POST_ARENDE, SQL_INSERT));
    sql_bind_text(q, 1, ar->uuid);
    sql_bind_text(q, 2, ar->betankande);
    sql_bind_text(q, 3, ar->skapad);
    sql_bind_text(q, 4, ar->andrad);
    sql_bind_int(q, 5, 1);
    post_bind(q, &ar->post[POST_ARENDE].p[0], 6);
    enum status st = sql_step(q, &row, err);
    if (st == ST_OK)
        ar->nr = (long)sql_int(q, 0);
    sql_done(q);
    return st;
}

/* Each post as it stands gets a revision; then the row is the new one's and the posts are gone. */
static enum status replace_arende(struct store *s, struct arena *a, struct arende *ar, long nr,
                                  struct error *err) {
    struct arende *old;
    enum status st = store_arende_get(s, a, nr, &old, err);
    for (int slag = 0; slag < POST_SLAG_N && st == ST_OK; slag++) {
        for (size_t i = 0; i < old->post[slag].n && st == ST_OK; i++)
            st = revision_now(s, a, nr, &old->post[slag].p[i], "före läs", false, err);
        if (slag == POST_ARENDE || st != ST_OK)
            continue;
        struct stmt *q = sql_stmt(s->sql, post_sql(s, (enum post_slag)slag, SQL_CLEAR));
        sql_bind_int(q, 1, nr);
        st = sql_run(q, err);
    }
    if (st == ST_OK)
        st = sok_clear(s, nr, err);
    if (st != ST_OK)
        return st;
    struct stmt *q =
        sql_stmt(s->sql, "UPDATE arende SET uuid = ?2, betankande = ?3, skapad = ?4, andrad = ?5"
                         " WHERE nr = ?1");
    sql_bind_int(q, 1, nr);
    sql_bind_text(q, 2, ar->uuid);
    sql_bind_text(q, 3, ar->betankande);
    sql_bind_text(q, 4, ar->skapad);
    sql_bind_text(q, 5, ar->andrad);
    st = sql_run(q, err);
    ar->nr = nr;
    if (st != ST_OK)
        return st;
    q = sql_stmt(s->sql, post_sql(s, POST_ARENDE, SQL_UPDATE));
    sql_bind_int(q, 1, nr);
    sql_bind_text(q, 2, S8(""));
    sql_bind_int(q, 3, old->post[POST_ARENDE].p[0].version);
    post_bind(q, &ar->post[POST_ARENDE].p[0], 4);
    return sql_run(q, err);
}

static enum status add_history(struct store *s, long nr, const struct revision *revs, size_t n,
                               struct error *err) {
    enum status st = ST_OK;
    for (size_t i = 0; i < n && st == ST_OK; i++) {
        struct revision r = revs[i];
        if (r.vem.n == 0)
            r.vem = S8("okänd");
        if (r.orsak.n == 0)
            r.orsak = S8("läs");
        st = post_next_version(s, nr, &r.post, &r.post.version, err);
        if (st == ST_OK)
            st = revision_add(s, nr, &r, err);
    }
    return st;
}

/* Places and keys of lines: in the order they stand, and new keys where there are none. */
static enum status number_lines(struct store *s, struct arena *a, long nr, enum post_slag slag,
                                struct post_list *l, struct error *err) {
    if (post_slag_info(slag)->form != POST_LIST)
        return ST_OK;
    long last;
    int key;
    enum status st = list_last_key(s, nr, slag, &last, err);
    for (size_t i = 0; i < l->n; i++)
        if (s8_uint(l->p[i].nyckel, &key) && key > last)
            last = key;
    for (size_t i = 0; i < l->n; i++) {
        l->p[i].ordning = (int)i + 1;
        if (l->p[i].nyckel.n == 0)
            l->p[i].nyckel = arena_printf(a, "%ld", ++last);
    }
    return st;
}

static enum status set_arende_version(struct store *s, long nr, const struct post *p,
                                      struct error *err) {
    struct stmt *q = sql_stmt(s->sql, "UPDATE arende SET version = ?2 WHERE nr = ?1");
    sql_bind_int(q, 1, nr);
    sql_bind_int(q, 2, p->version);
    enum status st = sql_run(q, err);
    return st == ST_OK ? sok_post(s, nr, p, err) : st;
}

/* The post's row, of the version of its newest revision; that is made if there is none like it. */
static enum status bring_in_post(struct store *s, struct arena *a, long nr, struct post *p,
                                 const char *orsak, struct error *err) {
    struct revision r;
    enum status st = revision_newest(s, a, nr, p->slag, p->nyckel, &r, err);
    bool has = st == ST_OK && r.id && !r.borttagen && post_same(&r.post, p);
    p->version = r.post.version;
    if (st == ST_OK && !has)
        st = post_next_version(s, nr, p, &p->version, err);
    if (st == ST_OK && !has)
        st = revision_now(s, a, nr, p, orsak, false, err);
    if (st != ST_OK)
        return st;
    if (p->slag == POST_ARENDE)
        return set_arende_version(s, nr, p, err);
    st = post_insert(s, nr, p, err);
    if (st == ST_EXISTS)
        st = error_set(err, ST_INVALID, "två poster av slaget %s har samma namn, %.*s",
                       post_slag_info(p->slag)->namn, S8F(p->nyckel));
    return st;
}

/* Posts that the history knows and the ärende has not are gone, and the history shall say so. */
static enum status close_history(struct store *s, struct arena *a, const struct arende *ar,
                                 const char *orsak, struct error *err) {
    struct revision *heads;
    size_t n;
    enum status st = revision_heads(s, a, ar->nr, &heads, &n, err);
    for (size_t i = 0; i < n && st == ST_OK; i++) {
        struct revision r;
        const struct post *p = &heads[i].post;
        if (heads[i].borttagen || arende_post(ar, p->slag, p->nyckel))
            continue;
        st = revision_newest(s, a, ar->nr, p->slag, p->nyckel, &r, err);
        r.post.version++;
        if (st == ST_OK)
            st = revision_now(s, a, ar->nr, &r.post, orsak, true, err);
    }
    return st;
}

struct history {
    const struct revision *revs;
    size_t n;
    long replace;
};

static enum status bring_in(struct store *s, struct arena *a, struct arende *ar, struct history h,
                            const char *orsak, struct error *err) {
    enum status st = betankande_must_exist(s, ar->betankande, err);
    if (st == ST_OK && h.replace)
        st = arende_must_exist(s, h.replace, err);
    if (st == ST_OK)
        st = complete(s, a, ar, h.replace, err);
    if (st == ST_OK)
        st = h.replace ? replace_arende(s, a, ar, h.replace, err) : insert_arende(s, ar, err);
    if (st == ST_OK)
        st = add_history(s, ar->nr, h.revs, h.n, err);
    for (int slag = 0; slag < POST_SLAG_N && st == ST_OK; slag++) {
        struct post_list *l = &ar->post[slag];
        st = number_lines(s, a, ar->nr, (enum post_slag)slag, l, err);
        for (size_t i = 0; i < l->n && st == ST_OK; i++)
            st = bring_in_post(s, a, ar->nr, &l->p[i], orsak, err);
    }
    return st == ST_OK ? close_history(s, a, ar, orsak, err) : st;
}

static enum status bring_in_whole(struct store *s, struct arena *a, struct arende *ar,
                                  struct history h, const char *orsak, struct error *err) {
    struct arende new = copy_frame(a, ar);
    enum status st = sql_begin(s->sql, true, err);
    if (st != ST_OK)
        return st;
    st = bring_in(s, a, &new, h, orsak, err);
    st = sql_end(s->sql, st, err);
    if (st == ST_OK)
        *ar = new;
    return st;
}

enum status store_arende_add(struct store *s, struct arena *a, struct arende *ar, const char *orsak,
                             struct error *err) {
    return bring_in_whole(s, a, ar, (struct history){0}, orsak, err);
}

enum status store_arende_import(struct store *s, struct arena *a, struct arende *ar,
                                const struct revision *revs, size_t n_revs, long replace,
                                struct error *err) {
    return bring_in_whole(s, a, ar, (struct history){revs, n_revs, replace}, "läs", err);
}
