/* Betänkanden, as rows. */
#include "db/store_intern.h"

#include <stdlib.h>

#include "base/collate.h"

static enum status betankande_exists(struct store *s, struct str8 id, bool *yes,
                                     struct error *err) {
    struct stmt *q = sql_stmt(s->sql, "SELECT 1 FROM betankande WHERE id = ?1");
    sql_bind_text(q, 1, id);
    enum status st = sql_step(q, yes, err);
    sql_done(q);
    return st;
}

enum status betankande_must_exist(struct store *s, struct str8 id, struct error *err) {
    bool yes;
    enum status st = betankande_exists(s, id, &yes, err);
    if (st == ST_OK && !yes)
        st = error_set(err, ST_NOT_FOUND,
                       "betänkandet %.*s finns inte i databasen. Läs in det först med yttra "
                       "importera.",
                       S8F(id));
    return st;
}

/* ---- writing ---- */

static enum status put_head(struct store *s, const struct betankande *b, struct error *err) {
    const struct str8 text[] = {
        b->id,          b->beteckning, b->titel, b->utredning, b->utredning_dnr, b->direktiv,
        b->departement, b->dnr,        b->isbn,  b->datum,     b->uppdrag};
    enum { N = sizeof text / sizeof *text };
    struct stmt *q = sql_stmt(
        s->sql,
        "INSERT INTO betankande (id, beteckning, titel, utredning, utredning_dnr, direktiv,"
        " departement, dnr, isbn, datum, uppdrag, n_punkt, version)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 1)"
        " ON CONFLICT (id) DO UPDATE SET beteckning = excluded.beteckning, titel = excluded.titel,"
        " utredning = excluded.utredning, utredning_dnr = excluded.utredning_dnr,"
        " direktiv = excluded.direktiv, departement = excluded.departement, dnr = excluded.dnr,"
        " isbn = excluded.isbn, datum = excluded.datum, uppdrag = excluded.uppdrag,"
        " n_punkt = excluded.n_punkt, version = betankande.version + 1");
    for (int i = 0; i < N; i++)
        sql_bind_text(q, i + 1, text[i]);
    sql_bind_int(q, N + 1, (int64_t)betankande_n_punkt(b));
    return sql_run(q, err);
}

static enum status put_avsnitt(struct store *s, const struct betankande *b, size_t i,
                               struct error *err) {
    const struct avsnitt *av = &b->avsnitt[i];
    struct stmt *q = sql_stmt(
        s->sql, "INSERT INTO betankande_avsnitt (betankande, nummer, ordning, titel, harkomst,"
                " niva, foralder, sida, gist, text)"
                " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    sql_bind_text(q, 1, b->id);
    sql_bind_text(q, 2, av->nummer);
    sql_bind_int(q, 3, (int64_t)i + 1);
    sql_bind_text(q, 4, av->titel);
    sql_bind_text(q, 5, s8_from(harkomst_namn(av->harkomst)));
    sql_bind_int(q, 6, av->niva);
    sql_bind_int(q, 7, av->foralder + 1);
    sql_bind_int(q, 8, av->sida);
    sql_bind_text(q, 9, av->gist);
    sql_bind_text(q, 10, av->text);
    return sql_run(q, err);
}

static enum status put_hanvisning(struct store *s, struct str8 id, struct str8 avsnitt,
                                  const struct punkt *p, size_t i, struct error *err) {
    struct stmt *q =
        sql_stmt(s->sql, "INSERT INTO betankande_hanvisning (betankande, avsnitt, punkt, ordning,"
                         " text) VALUES (?1, ?2, ?3, ?4, ?5)");
    sql_bind_text(q, 1, id);
    sql_bind_text(q, 2, avsnitt);
    sql_bind_int(q, 3, p->nr);
    sql_bind_int(q, 4, (int64_t)i + 1);
    sql_bind_text(q, 5, p->hanvisning[i]);
    return sql_run(q, err);
}

static enum status put_punkt(struct store *s, struct str8 id, struct str8 avsnitt,
                             const struct punkt *p, struct error *err) {
    struct stmt *q =
        sql_stmt(s->sql, "INSERT INTO betankande_punkt (betankande, avsnitt, nr, slag, negerad,"
                         " att, motsats, infinitiv, text, sida)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    sql_bind_text(q, 1, id);
    sql_bind_text(q, 2, avsnitt);
    sql_bind_int(q, 3, p->nr);
    sql_bind_text(q, 4, s8_from(punkt_slag_namn(p->slag)));
    sql_bind_int(q, 5, p->negerad);
    sql_bind_text(q, 6, p->att);
    sql_bind_text(q, 7, p->motsats);
    sql_bind_text(q, 8, p->infinitiv);
    sql_bind_text(q, 9, p->text);
    sql_bind_int(q, 10, p->sida);
    enum status st = sql_run(q, err);
    for (size_t i = 0; i < p->n_hanvisning && st == ST_OK; i++)
        st = put_hanvisning(s, id, avsnitt, p, i, err);
    return st;
}

static enum status put_all(struct store *s, const struct betankande *b, struct error *err) {
    struct stmt *q = sql_stmt(s->sql, "DELETE FROM betankande_avsnitt WHERE betankande = ?1");
    sql_bind_text(q, 1, b->id);
    enum status st = sql_run(q, err);
    if (st == ST_OK)
        st = put_head(s, b, err);
    for (size_t i = 0; i < b->n_avsnitt && st == ST_OK; i++) {
        const struct avsnitt *av = &b->avsnitt[i];
        st = put_avsnitt(s, b, i, err);
        for (size_t k = 0; k < av->n_punkt && st == ST_OK; k++)
            st = put_punkt(s, b->id, av->nummer, &av->punkt[k], err);
    }
    if (st == ST_EXISTS)
        st = error_set(err, ST_INVALID,
                       "betänkandet %.*s har två avsnitt eller punkter med samma "
                       "nummer",
                       S8F(b->id));
    return st == ST_OK ? sok_betankande(s, b, err) : st;
}

enum status store_betankande_put(struct store *s, const struct betankande *b, bool replace,
                                 struct error *err) {
    bool there;
    enum status st = sql_begin(s->sql, true, err);
    if (st != ST_OK)
        return st;
    st = betankande_exists(s, b->id, &there, err);
    if (st == ST_OK && there && !replace)
        st = error_set(err, ST_EXISTS, "betänkandet %.*s finns redan i databasen", S8F(b->id));
    if (st == ST_OK)
        st = put_all(s, b, err);
    return sql_end(s->sql, st, err);
}

/* ---- reading ---- */

static enum status read_head(struct store *s, struct arena *a, struct str8 id, struct betankande *b,
                             struct error *err) {
    struct str8 *const text[] = {
        &b->id,          &b->beteckning, &b->titel, &b->utredning, &b->utredning_dnr, &b->direktiv,
        &b->departement, &b->dnr,        &b->isbn,  &b->datum,     &b->uppdrag};
    enum { N = sizeof text / sizeof *text };
    bool row;
    struct stmt *q =
        sql_stmt(s->sql, "SELECT id, beteckning, titel, utredning, utredning_dnr, direktiv,"
                         " departement, dnr, isbn, datum, uppdrag, version"
                         " FROM betankande WHERE id = ?1");
    sql_bind_text(q, 1, id);
    enum status st = sql_step(q, &row, err);
    if (st == ST_OK && row) {
        for (int i = 0; i < N; i++)
            *text[i] = sql_text(q, i, a);
        b->version = (long)sql_int(q, N);
    }
    sql_done(q);
    return st;
}

static enum status read_avsnitt(struct store *s, struct arena *a, struct betankande *b,
                                struct error *err) {
    bool row;
    size_t cap = 0;
    enum status st;
    struct stmt *q =
        sql_stmt(s->sql, "SELECT nummer, titel, harkomst, niva, foralder, sida, gist, text"
                         " FROM betankande_avsnitt WHERE betankande = ?1 ORDER BY ordning");
    sql_bind_text(q, 1, b->id);
    while ((st = sql_step(q, &row, err)) == ST_OK && row) {
        struct avsnitt *av = ARENA_PUSH(a, b->avsnitt, b->n_avsnitt, cap);
        av->nummer = sql_text(q, 0, a);
        av->titel = sql_text(q, 1, a);
        harkomst_parse(sql_text(q, 2, a), &av->harkomst);
        av->niva = (int)sql_int(q, 3);
        av->foralder = (int)sql_int(q, 4) - 1;
        av->sida = (int)sql_int(q, 5);
        av->gist = sql_text(q, 6, a);
        av->text = sql_text(q, 7, a);
    }
    sql_done(q);
    return st;
}

static struct punkt read_punkt(struct stmt *q, struct arena *a) {
    return (struct punkt){
        .nr = (int)sql_int(q, 1),
        .slag = sql_text_eq(q, 2, s8_from(punkt_slag_namn(PUNKT_BEDOMNING))) ? PUNKT_BEDOMNING
                                                                             : PUNKT_FORSLAG,
        .negerad = sql_int(q, 3) != 0,
        .att = sql_text(q, 4, a),
        .motsats = sql_text(q, 5, a),
        .infinitiv = sql_text(q, 6, a),
        .text = sql_text(q, 7, a),
        .sida = (int)sql_int(q, 8),
    };
}

static enum status read_punkter(struct store *s, struct arena *a, struct betankande *b,
                                struct error *err) {
    bool row;
    size_t cap = 0;
    size_t last = 0; /* ordning of the avsnitt whose punkter are being gathered */
    enum status st;
    struct stmt *q = sql_stmt(
        s->sql, "SELECT v.ordning, p.nr, p.slag, p.negerad, p.att, p.motsats, p.infinitiv, p.text,"
                " p.sida FROM betankande_punkt p JOIN betankande_avsnitt v"
                " ON v.betankande = p.betankande AND v.nummer = p.avsnitt"
                " WHERE p.betankande = ?1 ORDER BY v.ordning, p.nr");
    sql_bind_text(q, 1, b->id);
    while ((st = sql_step(q, &row, err)) == ST_OK && row) {
        size_t at = (size_t)sql_int(q, 0);
        if (at < 1 || at > b->n_avsnitt)
            continue;
        struct avsnitt *av = &b->avsnitt[at - 1];
        if (at != last)
            cap = 0;
        last = at;
        *ARENA_PUSH(a, av->punkt, av->n_punkt, cap) = read_punkt(q, a);
    }
    sql_done(q);
    return st;
}

static struct punkt *punkt_of(struct betankande *b, size_t ordning, int nr) {
    if (ordning < 1 || ordning > b->n_avsnitt)
        return NULL;
    struct avsnitt *av = &b->avsnitt[ordning - 1];
    for (size_t i = 0; i < av->n_punkt; i++)
        if (av->punkt[i].nr == nr)
            return &av->punkt[i];
    return NULL;
}

static enum status read_hanvisningar(struct store *s, struct arena *a, struct betankande *b,
                                     struct error *err) {
    bool row;
    size_t cap = 0;
    struct punkt *last = NULL;
    enum status st;
    struct stmt *q = sql_stmt(
        s->sql, "SELECT v.ordning, h.punkt, h.text FROM betankande_hanvisning h"
                " JOIN betankande_avsnitt v ON v.betankande = h.betankande AND v.nummer = h.avsnitt"
                " WHERE h.betankande = ?1 ORDER BY v.ordning, h.punkt, h.ordning");
    sql_bind_text(q, 1, b->id);
    while ((st = sql_step(q, &row, err)) == ST_OK && row) {
        struct punkt *p = punkt_of(b, (size_t)sql_int(q, 0), (int)sql_int(q, 1));
        if (!p)
            continue;
        if (p != last)
            cap = 0;
        last = p;
        *ARENA_PUSH(a, p->hanvisning, p->n_hanvisning, cap) = sql_text(q, 2, a);
    }
    sql_done(q);
    return st;
}

enum status store_betankande_get(struct store *s, struct arena *a, struct str8 id,
                                 struct betankande **out, struct error *err) {
    struct betankande *b = ARENA_NEW(a, struct betankande, 1);
    enum status st = sql_begin_read(s->sql, err);
    if (st != ST_OK)
        return st;
    st = betankande_must_exist(s, id, err);
    if (st == ST_OK)
        st = read_head(s, a, id, b, err);
    if (st == ST_OK)
        st = read_avsnitt(s, a, b, err);
    if (st == ST_OK)
        st = read_punkter(s, a, b, err);
    if (st == ST_OK)
        st = read_hanvisningar(s, a, b, err);
    *out = b;
    return sql_end(s->sql, st, err);
}

/* Newest first: by year and number, which stand after the series' name; then by the name. */
static int newest_first(const void *x, const void *y) {
    const struct betankande_rad *a = x;
    const struct betankande_rad *b = y;
    struct str8 year_a = a->id;
    struct str8 year_b = b->id;
    s8_cut(&year_a, '-');
    s8_cut(&year_b, '-');
    int c = collate_sv(year_b, year_a);
    return c ? c : collate_sv(a->id, b->id);
}

enum status store_betankande_list(struct store *s, struct arena *a, struct betankande_rad **out,
                                  size_t *n, struct error *err) {
    bool row;
    size_t cap = 0;
    enum status st;
    *out = NULL;
    *n = 0;
    struct stmt *q = sql_stmt(
        s->sql, "SELECT b.id, b.beteckning, b.titel, b.n_punkt,"
                " (SELECT count(*) FROM arende a WHERE a.betankande = b.id) FROM betankande b");
    while ((st = sql_step(q, &row, err)) == ST_OK && row)
        *ARENA_PUSH(a, *out, *n, cap) = (struct betankande_rad){.id = sql_text(q, 0, a),
                                                                .beteckning = sql_text(q, 1, a),
                                                                .titel = sql_text(q, 2, a),
                                                                .n_punkt = (int)sql_int(q, 3),
                                                                .n_arende = (int)sql_int(q, 4)};
    sql_done(q);
    if (st == ST_OK && *n)
        qsort(*out, *n, sizeof **out, newest_first);
    return st;
}
