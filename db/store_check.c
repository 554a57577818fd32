/* Is the database sound? What SQLite can tell, and our own rules. */
#include "db/store_intern.h"

struct check {
    struct store *s;
    struct arena *a;
    struct str8 *found;
    size_t n, cap;
};

static void add(struct check *c, struct str8 finding) {
    *ARENA_PUSH(c->a, c->found, c->n, c->cap) = finding;
}

static void add_engine(void *ctx, const char *text) {
    struct check *c = ctx;
    add(c, arena_printf(c->a, "Databasfilen är skadad: %s.", text));
}

static void add_key(void *ctx, const char *text) {
    struct check *c = ctx;
    add(c, arena_printf(c->a, "Databasen hänger inte ihop: %s.", text));
}

/* "Ärende 7, Svar 4.1.1:2" */
static struct str8 place(struct arena *a, long nr, enum post_slag slag, struct str8 nyckel) {
    return arena_printf(a, "Ärende %ld, %s%s%.*s", nr, post_slag_info(slag)->etikett,
                        nyckel.n ? " " : "", S8F(nyckel));
}

/* ---- posts ---- */

static void check_values(struct check *c, long nr, const struct post *p) {
    struct arena tmp = {0};
    struct error why = {0};
    struct post q = post_copy(&tmp, p);
    struct str8 at = place(c->a, nr, p->slag, p->nyckel);
    if (post_check(&tmp, &q, at.p, &why) != ST_OK)
        add(c, arena_printf(c->a, "%s.", why.text));
    else if (!post_same(p, &q))
        add(c, arena_printf(c->a, "%s: ett värde är inte skrivet som det ska.", at.p));
    arena_free(&tmp);
}

static enum status check_newest(struct check *c, long nr, const struct post *p, struct error *err) {
    struct arena tmp = {0};
    struct revision r;
    enum status st = revision_newest(c->s, &tmp, nr, p->slag, p->nyckel, &r, err);
    if (st == ST_OK && (r.id == 0 || r.borttagen || !post_same(&r.post, p)))
        add(c, arena_printf(c->a, "%s: historikens senaste version är inte den som gäller.",
                            place(c->a, nr, p->slag, p->nyckel).p));
    arena_free(&tmp);
    return st;
}

static enum status indexed_text(struct store *s, struct stmt *find, struct arena *a,
                                struct str8 *text, struct error *err) {
    bool row;
    *text = S8("");
    enum status st = sql_step(find, &row, err);
    int64_t id = st == ST_OK && row ? sql_int(find, 0) : 0;
    sql_done(find);
    if (st != ST_OK || id == 0)
        return st;
    struct stmt *q = sql_stmt(s->sql, sql_search_text);
    sql_bind_int(q, 1, id);
    st = sql_step(q, &row, err);
    if (st == ST_OK && row)
        *text = sql_text(q, 0, a);
    sql_done(q);
    return st;
}

static enum status check_index(struct check *c, long nr, const struct post *p, struct error *err) {
    struct arena tmp = {0};
    struct str8 text;
    struct stmt *q = sql_stmt(c->s->sql, "SELECT id FROM sokpost WHERE arende = ?1 AND slag = ?2"
                                         " AND nyckel = ?3");
    sql_bind_int(q, 1, nr);
    sql_bind_text(q, 2, s8_from(post_slag_info(p->slag)->tabell));
    sql_bind_text(q, 3, p->nyckel);
    enum status st = indexed_text(c->s, q, &tmp, &text, err);
    if (st == ST_OK && !s8_eq(text, sok_text(&tmp, p)))
        add(c, arena_printf(c->a, "%s: sökregistret stämmer inte med texten.",
                            place(c->a, nr, p->slag, p->nyckel).p));
    arena_free(&tmp);
    return st;
}

/* ---- ärenden ---- */

static void check_places(struct check *c, long nr, enum post_slag slag, const struct post_list *l) {
    for (size_t i = 0; i < l->n; i++) {
        if (post_slag_info(slag)->form != POST_LIST || l->p[i].ordning == (int)i + 1)
            continue;
        add(c, arena_printf(c->a, "Ärende %ld, %s: raderna är inte numrerade 1–%zu.", nr,
                            post_slag_info(slag)->etikett, l->n));
        return;
    }
}

static enum status check_lost(struct check *c, const struct arende *ar, struct error *err) {
    struct arena tmp = {0};
    struct revision *heads;
    size_t n;
    enum status st = revision_heads(c->s, &tmp, ar->nr, &heads, &n, err);
    for (size_t i = 0; i < n && st == ST_OK; i++) {
        const struct post *p = &heads[i].post;
        if (!heads[i].borttagen && !arende_post(ar, p->slag, p->nyckel))
            add(c, arena_printf(c->a, "%s: finns i historiken men inte i ärendet.",
                                place(c->a, ar->nr, p->slag, p->nyckel).p));
    }
    arena_free(&tmp);
    return st;
}

static enum status check_arende(struct check *c, long nr, struct error *err) {
    struct arena tmp = {0};
    struct arende *ar;
    enum status st = store_arende_get(c->s, &tmp, nr, &ar, err);
    for (int slag = 0; slag < POST_SLAG_N && st == ST_OK; slag++) {
        const struct post_list *l = &ar->post[slag];
        check_places(c, nr, (enum post_slag)slag, l);
        for (size_t i = 0; i < l->n && st == ST_OK; i++) {
            check_values(c, nr, &l->p[i]);
            st = check_newest(c, nr, &l->p[i], err);
            if (st == ST_OK)
                st = check_index(c, nr, &l->p[i], err);
        }
    }
    if (st == ST_OK)
        st = check_lost(c, ar, err);
    arena_free(&tmp);
    return st;
}

static enum status check_arenden(struct check *c, struct error *err) {
    struct arena tmp = {0};
    long *nr = NULL;
    size_t n = 0;
    size_t cap = 0;
    bool row;
    enum status st;
    struct stmt *q = sql_stmt(c->s->sql, "SELECT nr FROM arende ORDER BY nr");
    while ((st = sql_step(q, &row, err)) == ST_OK && row)
        *ARENA_PUSH(&tmp, nr, n, cap) = (long)sql_int(q, 0);
    sql_done(q);
    for (size_t i = 0; i < n && st == ST_OK; i++)
        st = check_arende(c, nr[i], err);
    arena_free(&tmp);
    return st;
}

/* ---- betänkanden and counts ---- */

static enum status check_betankande(struct check *c, struct str8 id, struct error *err) {
    struct arena tmp = {0};
    struct betankande *b;
    struct str8 text;
    size_t n = 0;
    enum status st = store_betankande_get(c->s, &tmp, id, &b, err);
    struct sok_del *del = st == ST_OK ? sok_delar(&tmp, b, &n) : NULL;
    for (size_t i = 0; i < n && st == ST_OK; i++) {
        struct stmt *q = sql_stmt(c->s->sql, "SELECT id FROM sokpost WHERE betankande = ?1"
                                             " AND slag = 'betankande' AND nyckel = ?2");
        sql_bind_text(q, 1, id);
        sql_bind_text(q, 2, del[i].nyckel);
        st = indexed_text(c->s, q, &tmp, &text, err);
        if (st == ST_OK && !s8_eq(text, del[i].text))
            add(c, arena_printf(c->a, "Betänkande %.*s %.*s: sökregistret stämmer inte med texten.",
                                S8F(id), S8F(del[i].nyckel)));
    }
    arena_free(&tmp);
    return st;
}

static enum status check_betankanden(struct check *c, struct error *err) {
    struct arena tmp = {0};
    struct betankande_rad *rad;
    size_t n;
    enum status st = store_betankande_list(c->s, &tmp, &rad, &n, err);
    for (size_t i = 0; i < n && st == ST_OK; i++)
        st = check_betankande(c, rad[i].id, err);
    arena_free(&tmp);
    return st;
}

/* A statement that counts what should not be there. */
static enum status check_none(struct check *c, const char *count, const char *finding,
                              struct error *err) {
    bool row;
    struct stmt *q = sql_stmt(c->s->sql, count);
    enum status st = sql_step(q, &row, err);
    if (st == ST_OK && row && sql_int(q, 0) != 0)
        add(c, s8_from(finding));
    sql_done(q);
    return st;
}

static enum status check_counts(struct check *c, struct error *err) {
    enum status st =
        check_none(c,
                   "SELECT count(*) FROM arende_antal WHERE n <>"
                   " (SELECT count(*) FROM arende WHERE arende.oppet = arende_antal.oppet)",
                   "Antalet ärenden i listan stämmer inte.", err);
    if (st == ST_OK)
        st = check_none(c,
                        "SELECT count(*) FROM betankande WHERE n_punkt <> (SELECT count(*) FROM"
                        " betankande_punkt p WHERE p.betankande = betankande.id)",
                        "Antalet punkter i ett betänkande stämmer inte.", err);
    if (st == ST_OK)
        st = check_none(c,
                        "SELECT count(*) FROM (SELECT utkast FROM utkast_steg GROUP BY utkast"
                        " HAVING max(nr) <> count(*)) brutna",
                        "Ett utkast saknar en del av det som har skrivits.", err);
    if (st == ST_OK)
        st = check_none(c, sql_search_stray, "Sökregistret har texter som inte hör till något.",
                        err);
    return st;
}

/* ---- all of it ---- */

static enum status check_file(struct check *c, struct error *err) {
    enum status st = sql_integrity(c->s->sql, add_engine, c, err);
    if (st == ST_OK)
        st = sql_foreign_keys(c->s->sql, add_key, c, err);
    return st;
}

static enum status check_rules(struct check *c, struct error *err) {
    enum status st = check_arenden(c, err);
    if (st == ST_OK)
        st = check_betankanden(c, err);
    if (st == ST_OK)
        st = check_counts(c, err);
    return st;
}

/* The index' own check is a statement that writes, and so has a transaction to itself. */
static enum status check_search(struct check *c, struct error *err) {
    enum status st = sql_begin(c->s->sql, true, err);
    if (st != ST_OK)
        return st;
    return sql_end(c->s->sql, sql_run(sql_stmt(c->s->sql, sql_search_check), err), err);
}

/* Makes the search index read its own outline anew. SQLite 3.44 to 3.46 at least hold the index
 * against the one remembered from before another process wrote, and then call it malformed. */
static void refresh_search(struct sql *db) {
    bool row;
    struct stmt *q = sql_stmt(db, "SELECT rowid FROM sok WHERE sok MATCH 'a' LIMIT 1");
    sql_step(q, &row, NULL); /* if it is damaged, the check below says so */
    sql_done(q);
}

/* Everything seen in one unchanging picture. */
static enum status check_picture(struct check *c, struct error *err) {
    enum status st = sql_begin_read(c->s->sql, err);
    if (st != ST_OK)
        return st;
    refresh_search(c->s->sql);
    st = check_file(c, err);
    if (st == ST_OK)
        st = check_rules(c, err);
    return sql_end(c->s->sql, st, err);
}

enum status store_check(struct store *s, struct arena *a, struct str8 **findings, size_t *n,
                        struct error *err) {
    struct check c = {.s = s, .a = a};
    struct error why = {0};
    enum status st = check_picture(&c, &why);
    if (st == ST_OK && !sql_readonly(s->sql))
        st = check_search(&c, &why);
    if (st == ST_CORRUPT) {
        add(&c, arena_printf(a, "%s", why.text));
        st = ST_OK;
    }
    if (st != ST_OK && err)
        *err = why;
    *findings = c.found;
    *n = c.n;
    return st;
}
