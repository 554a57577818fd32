/* The search index: kept by every save, asked with the user's words. */
#include "db/store_intern.h"

#include "base/utf8.h"

/* ---- what there is to find ---- */

static void put_text(struct buf *b, struct str8 text) {
    if (text.n == 0)
        return;
    if (b->n)
        buf_byte(b, '\n');
    buf_str8(b, text);
}

static struct str8 detach(struct arena *a, struct buf *b) {
    struct str8 text = arena_str8(a, buf_str8_of(b));
    buf_free(b);
    return text;
}

struct str8 sok_text(struct arena *a, const struct post *p) {
    const struct post_slag_info *info = post_slag_info(p->slag);
    struct buf b = {0};
    for (size_t i = 0; i < info->n_falt; i++)
        if (info->falt[i].typ == FALT_RAD || info->falt[i].typ == FALT_MARKDOWN)
            put_text(&b, p->value[i]);
    return detach(a, &b);
}

static struct str8 joined(struct arena *a, const struct str8 *text, size_t n) {
    struct buf b = {0};
    for (size_t i = 0; i < n; i++)
        put_text(&b, text[i]);
    return detach(a, &b);
}

struct sok_del *sok_delar(struct arena *a, const struct betankande *b, size_t *n) {
    struct sok_del *del = NULL;
    size_t cap = 0;
    *n = 0;
    const struct str8 whole[] = {b->beteckning, b->titel, b->utredning, b->uppdrag};
    *ARENA_PUSH(a, del, *n, cap) = (struct sok_del){S8(""), joined(a, whole, 4)};
    for (size_t i = 0; i < b->n_avsnitt; i++) {
        const struct avsnitt *av = &b->avsnitt[i];
        const struct str8 own[] = {av->titel, av->gist, av->text};
        *ARENA_PUSH(a, del, *n, cap) = (struct sok_del){av->nummer, joined(a, own, 3)};
        for (size_t k = 0; k < av->n_punkt; k++) {
            const struct punkt *p = &av->punkt[k];
            const struct str8 said[] = {p->att, p->text};
            *ARENA_PUSH(a, del, *n, cap) =
                (struct sok_del){punkt_key(a, av, p), joined(a, said, 2)};
        }
    }
    return del;
}

/* ---- keeping it ---- */

static enum status drop_text(struct store *s, int64_t id, struct error *err) {
    struct stmt *q = sql_stmt(s->sql, sql_search_drop);
    sql_bind_int(q, 1, id);
    return sql_run(q, err);
}

static enum status put_text_of(struct store *s, int64_t id, struct str8 text, struct error *err) {
    struct stmt *q = sql_stmt(s->sql, sql_search_put);
    sql_bind_int(q, 1, id);
    sql_bind_text(q, 2, text);
    return sql_run(q, err);
}

enum status sok_post_drop(struct store *s, long nr, enum post_slag slag, struct str8 nyckel,
                          struct error *err) {
    bool row;
    struct stmt *q = sql_stmt(s->sql, "DELETE FROM sokpost WHERE arende = ?1 AND slag = ?2"
                                      " AND nyckel = ?3 RETURNING id");
    sql_bind_int(q, 1, nr);
    sql_bind_text(q, 2, s8_from(post_slag_info(slag)->tabell));
    sql_bind_text(q, 3, nyckel);
    enum status st = sql_step(q, &row, err);
    int64_t id = st == ST_OK && row ? sql_int(q, 0) : 0;
    sql_done(q);
    return id ? drop_text(s, id, err) : st;
}

enum status sok_post(struct store *s, long nr, const struct post *p, struct error *err) {
    struct arena tmp = {0};
    bool row;
    int64_t id = 0;
    struct str8 text = sok_text(&tmp, p);
    enum status st = sok_post_drop(s, nr, p->slag, p->nyckel, err);
    if (st != ST_OK || text.n == 0)
        goto out;
    struct stmt *q = sql_stmt(
        s->sql, "INSERT INTO sokpost (arende, slag, nyckel) VALUES (?1, ?2, ?3) RETURNING id");
    sql_bind_int(q, 1, nr);
    sql_bind_text(q, 2, s8_from(post_slag_info(p->slag)->tabell));
    sql_bind_text(q, 3, p->nyckel);
    st = sql_step(q, &row, err);
    if (st == ST_OK)
        id = sql_int(q, 0);
    sql_done(q);
    if (st == ST_OK)
        st = put_text_of(s, id, text, err);
out:
    arena_free(&tmp);
    return st;
}

/* Runs a DELETE … RETURNING id and takes the texts away as well. */
static enum status drop_all(struct store *s, struct stmt *q, struct error *err) {
    struct arena tmp = {0};
    int64_t *id = NULL;
    size_t n = 0;
    size_t cap = 0;
    bool row;
    enum status st;
    while ((st = sql_step(q, &row, err)) == ST_OK && row)
        *ARENA_PUSH(&tmp, id, n, cap) = sql_int(q, 0);
    sql_done(q);
    for (size_t i = 0; i < n && st == ST_OK; i++)
        st = drop_text(s, id[i], err);
    arena_free(&tmp);
    return st;
}

enum status sok_clear(struct store *s, long nr, struct error *err) {
    struct stmt *q = sql_stmt(s->sql, "DELETE FROM sokpost WHERE arende = ?1 RETURNING id");
    sql_bind_int(q, 1, nr);
    return drop_all(s, q, err);
}

static enum status put_del(struct store *s, struct str8 id, struct sok_del del, struct error *err) {
    bool row;
    int64_t rad = 0;
    struct stmt *q = sql_stmt(s->sql, "INSERT INTO sokpost (betankande, slag, nyckel)"
                                      " VALUES (?1, 'betankande', ?2) RETURNING id");
    sql_bind_text(q, 1, id);
    sql_bind_text(q, 2, del.nyckel);
    enum status st = sql_step(q, &row, err);
    if (st == ST_OK)
        rad = sql_int(q, 0);
    sql_done(q);
    return st == ST_OK ? put_text_of(s, rad, del.text, err) : st;
}

enum status sok_betankande(struct store *s, const struct betankande *b, struct error *err) {
    struct arena tmp = {0};
    size_t n;
    struct sok_del *del = sok_delar(&tmp, b, &n);
    struct stmt *q = sql_stmt(s->sql, "DELETE FROM sokpost WHERE betankande = ?1 RETURNING id");
    sql_bind_text(q, 1, b->id);
    enum status st = drop_all(s, q, err);
    for (size_t i = 0; i < n && st == ST_OK; i++)
        if (del[i].text.n)
            st = put_del(s, b->id, del[i], err);
    arena_free(&tmp);
    return st;
}

/* ---- asking it ---- */

static struct traff read_traff(struct stmt *q, struct arena *a) {
    enum post_slag slag = slag_of_table(sql_text(q, 3, a));
    return (struct traff){
        .arende = (long)sql_int(q, 0),
        .betankande = sql_text(q, 1, a),
        .dnr = sql_text(q, 2, a),
        .slag = slag < POST_SLAG_N ? s8_from(post_slag_info(slag)->namn) : S8("betänkande"),
        .nyckel = sql_text(q, 4, a),
        .utdrag = sql_text(q, 5, a),
        .beteckning = sql_text(q, 6, a),
    };
}

static enum status search(struct store *s, struct arena *a, struct str8 pattern, long limit,
                          struct traff **out, size_t *n, struct error *err) {
    bool row;
    size_t cap = 0;
    enum status st;
    struct buf text = {0};
    buf_printf(&text,
               "SELECT p.arende, coalesce(p.betankande, a.betankande), coalesce(a.dnr, ''), p.slag,"
               " p.nyckel, t.utdrag, b.beteckning FROM (%s) t JOIN sokpost p ON p.id = t.id"
               " LEFT JOIN arende a ON a.nr = p.arende"
               " LEFT JOIN betankande b ON b.id = coalesce(p.betankande, a.betankande) ORDER BY "
               "t.rang, t.id",
               sql_search);
    struct stmt *q = sql_stmt(s->sql, text.p);
    sql_bind_text(q, 1, pattern);
    sql_bind_int(q, 2, limit > 0 ? limit : INT64_MAX);
    while ((st = sql_step(q, &row, err)) == ST_OK && row)
        *ARENA_PUSH(a, *out, *n, cap) = read_traff(q, a);
    sql_done(q);
    buf_free(&text);
    return st;
}

enum status store_search(struct store *s, struct arena *a, struct str8 words, long limit,
                         struct traff **out, size_t *n, struct error *err) {
    struct buf pattern = {0};
    struct str8 clean;
    *out = NULL;
    *n = 0;
    enum status st = utf8_admit(a, words, "sökorden", &clean, err);
    if (st != ST_OK)
        return st;
    sql_search_pattern(clean, &pattern);
    if (pattern.n)
        st = search(s, a, buf_str8_of(&pattern), limit, out, n, err);
    buf_free(&pattern);
    return st;
}
