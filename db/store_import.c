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

/* A post that is not as its newest revision says gets one. */
static enum status save_state(struct store *s, struct arena *a, long nr, const struct post *p,
                              struct error *err) {
    struct revision r;
    enum status st = revision_newest(s, a, nr, p->slag, p->nyckel, &r, err);
    if (st != ST_OK || (r.id && !r.borttagen && post_same(&r.post, p)))
        return st;
    return revision_now(s, a, nr, p, "före läs", false, err);
}

/* The state of each post is in the history; then the row is the new one's and the posts are gone.
 */
static enum status replace_arende(struct store *s, struct arena *a, struct arende *ar,
                                  const struct arende *old, struct error *err) {
    long nr = old->nr;
    enum status st = ST_OK;
    for (int slag = 0; slag < POST_SLAG_N && st == ST_OK; slag++) {
        for (size_t i = 0; i < old->post[slag].n && st == ST_OK; i++)
            st = save_state(s, a, nr, &old->post[slag].p[i], err);
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

/* ---- a history that is partly here ---- */

static struct str8 who(const struct revision *r) {
    return r->vem.n ? r->vem : S8("okänd");
}

static bool same_revision(const struct revision *x, const struct revision *y) {
    return s8_eq(x->tid, y->tid) && x->post.slag == y->post.slag &&
           s8_eq(x->post.nyckel, y->post.nyckel) && s8_eq(who(x), who(y)) &&
           x->post.ordning == y->post.ordning && x->borttagen == y->borttagen &&
           post_same(&x->post, &y->post);
}

/* What is brought in, and how. */
struct history {
    const struct revision *revs;
    size_t n;
    long replace; /* number of the ärende it takes the place of, or 0 */
    const char *orsak;
};

/* Leaves those of the revisions that are not here already. Both are in order, so that the next one
 * is looked for from where the last was found. */
static enum status leave_new(struct store *s, struct arena *a, struct history *h,
                             struct error *err) {
    struct revision *here;
    size_t n, at = 0, count = 0;
    enum status st =
        store_revision_list(s, a, h->replace, POST_SLAG_N, (struct str8){0}, 0, &here, &n, err);
    struct revision *new = ARENA_NEW(a, struct revision, h->n);
    for (size_t i = 0; i < h->n && st == ST_OK; i++) {
        size_t k = 0;
        while (k < n && !same_revision(&here[n - 1 - (at + k) % n], &h->revs[i]))
            k++;
        if (k == n)
            new[count++] = h->revs[i];
        else
            at = (at + k + 1) % n;
    }
    h->revs = new;
    h->n = count;
    return st;
}

static bool same_posts(const struct arende *old, const struct arende *ar, enum post_slag slag) {
    const struct post_list *x = &old->post[slag], *y = &ar->post[slag];
    bool list = post_slag_info(slag)->form == POST_LIST;
    for (size_t i = 0; i < y->n && x->n == y->n; i++) {
        const struct post *p = list ? &x->p[i] : arende_post(old, slag, y->p[i].nyckel);
        if (!p || !s8_eq(p->nyckel, y->p[i].nyckel) || !post_same(p, &y->p[i]))
            return false;
    }
    return x->n == y->n;
}

static bool same_arende(const struct arende *old, const struct arende *ar) {
    bool same = s8_eq(old->betankande, ar->betankande) && s8_eq(old->skapad, ar->skapad);
    for (int slag = 0; slag < POST_SLAG_N && same; slag++)
        same = same_posts(old, ar, (enum post_slag)slag);
    return same;
}

/* Is there an earlier entry in the history that bears a later time? Then what was brought in is not
 * what was last done. */
static enum status overtaken(struct store *s, long nr, const struct revision *r, bool *yes,
                             struct error *err) {
    bool row;
    struct stmt *q = sql_stmt(s->sql, "SELECT 1 FROM revision WHERE arende = ?1 AND slag = ?2"
                                      " AND nyckel = ?3 AND id < ?4 AND tid > ?5");
    sql_bind_int(q, 1, nr);
    sql_bind_text(q, 2, s8_from(post_slag_info(r->post.slag)->tabell));
    sql_bind_text(q, 3, r->post.nyckel);
    sql_bind_int(q, 4, r->id);
    sql_bind_text(q, 5, r->tid);
    enum status st = sql_step(q, &row, err);
    *yes = st == ST_OK && row;
    sql_done(q);
    return st;
}

static enum status add_history(struct store *s, long nr, const struct revision *revs, size_t n,
                               struct error *err) {
    enum status st = ST_OK;
    for (size_t i = 0; i < n && st == ST_OK; i++) {
        struct revision r = revs[i];
        r.vem = who(&r);
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
                                 const struct history *h, struct error *err) {
    struct revision r;
    bool late = false;
    enum status st = revision_newest(s, a, nr, p->slag, p->nyckel, &r, err);
    if (st == ST_OK && r.id && h->replace)
        st = overtaken(s, nr, &r, &late, err);
    bool has = st == ST_OK && r.id && !late && !r.borttagen && post_same(&r.post, p);
    p->version = r.post.version;
    if (st == ST_OK && !has)
        st = post_next_version(s, nr, p, &p->version, err);
    if (st == ST_OK && !has)
        st = revision_now(s, a, nr, p, h->orsak, false, err);
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
                                 const struct history *h, struct error *err) {
    struct revision *heads;
    size_t n;
    enum status st = revision_heads(s, a, ar->nr, &heads, &n, err);
    for (size_t i = 0; i < n && st == ST_OK; i++) {
        struct revision r;
        bool late = false;
        const struct post *p = &heads[i].post;
        if (arende_post(ar, p->slag, p->nyckel))
            continue;
        if (heads[i].borttagen && h->replace)
            st = overtaken(s, ar->nr, &heads[i], &late, err);
        if (heads[i].borttagen && !late)
            continue;
        if (st == ST_OK)
            st = revision_newest(s, a, ar->nr, p->slag, p->nyckel, &r, err);
        if (st == ST_OK) {
            r.post.version++;
            st = revision_now(s, a, ar->nr, &r.post, h->orsak, true, err);
        }
    }
    return st;
}

/* The revisions may have dated it anew: the clock goes on while they are written. */
static enum status read_date(struct store *s, struct arena *a, struct arende *ar,
                             struct error *err) {
    bool row;
    struct stmt *q = sql_stmt(s->sql, "SELECT andrad FROM arende WHERE nr = ?1");
    sql_bind_int(q, 1, ar->nr);
    enum status st = sql_step(q, &row, err);
    if (st == ST_OK && row)
        ar->andrad = sql_text(q, 0, a);
    sql_done(q);
    return st;
}

static enum status bring_in(struct store *s, struct arena *a, struct arende *ar,
                            const struct arende *old, const struct history *h, struct error *err) {
    enum status st = old ? replace_arende(s, a, ar, old, err) : insert_arende(s, ar, err);
    if (st == ST_OK)
        st = add_history(s, ar->nr, h->revs, h->n, err);
    for (int slag = 0; slag < POST_SLAG_N && st == ST_OK; slag++) {
        struct post_list *l = &ar->post[slag];
        st = number_lines(s, a, ar->nr, (enum post_slag)slag, l, err);
        for (size_t i = 0; i < l->n && st == ST_OK; i++)
            st = bring_in_post(s, a, ar->nr, &l->p[i], h, err);
    }
    if (st == ST_OK)
        st = close_history(s, a, ar, h, err);
    return st == ST_OK ? read_date(s, a, ar, err) : st;
}

/* As bring_in, if there is anything to bring in: else `ar` becomes the one that is here. */
static enum status merge(struct store *s, struct arena *a, struct arende *ar, struct history *h,
                         bool *changed, struct error *err) {
    struct arende *old;
    enum status st = store_arende_get(s, a, h->replace, &old, err);
    if (st == ST_OK)
        st = leave_new(s, a, h, err);
    *changed = st == ST_OK && (h->n || !same_arende(old, ar));
    if (*changed)
        return bring_in(s, a, ar, old, h, err);
    if (st == ST_OK)
        *ar = *old;
    return st;
}

static enum status bring_in_whole(struct store *s, struct arena *a, struct arende *ar,
                                  struct history h, bool *changed, struct error *err) {
    struct arende new = copy_frame(a, ar);
    *changed = true;
    enum status st = sql_begin(s->sql, true, err);
    if (st != ST_OK)
        return st;
    st = betankande_must_exist(s, ar->betankande, err);
    if (st == ST_OK && h.replace)
        st = arende_must_exist(s, h.replace, err);
    if (st == ST_OK)
        st = complete(s, a, &new, h.replace, err);
    if (st == ST_OK)
        st = h.replace ? merge(s, a, &new, &h, changed, err) : bring_in(s, a, &new, NULL, &h, err);
    st = sql_end(s->sql, st, err);
    if (st == ST_OK)
        *ar = new;
    return st;
}

enum status store_arende_add(struct store *s, struct arena *a, struct arende *ar, const char *orsak,
                             struct error *err) {
    bool changed;
    return bring_in_whole(s, a, ar, (struct history){.orsak = orsak}, &changed, err);
}

enum status store_arende_import(struct store *s, struct arena *a, struct arende *ar,
                                const struct revision *revs, size_t n_revs, long replace,
                                bool *changed, struct error *err) {
    return bring_in_whole(s, a, ar, (struct history){revs, n_revs, replace, "läs"}, changed, err);
}
