/* A betänkande read from JSON. What is more than a matter of types is left to the reader of the
 * Markdown form, which the result passes through, so that there is one set of rules. */
#include "app/json_reader.h"

#include <string.h>

#include "base/clock.h"
#include "draft/context_facts.h"
#include "remiss/betankande_form.h"

enum { PAGE_MAX = 99999 };

static struct str8 *member(void *node, size_t at) {
    return (struct str8 *)((char *)node + at);
}

static bool many_lines(const char *name) {
    struct str8 s = s8_from(name);
    return s8_eqz(s, "text") || s8_eqz(s, "sammandrag") || s8_eqz(s, "uppdrag");
}

static enum status fact(const struct reader *r, struct str8 path, const json_t *v,
                        const struct context_fact *f, void *node) {
    struct date day;
    struct str8 *value = member(node, f->at);
    enum status st = reader_text(r, path, v, !many_lines(f->namn), value);
    if (st == ST_OK && value->n && strcmp(f->namn, "datum") == 0)
        st = date_check(*value, path.p, &day, r->err);
    return st;
}

static enum status references(const struct reader *r, struct str8 path, const json_t *j,
                              struct punkt *p) {
    enum status st = reader_array(r, path, j);
    if (st == ST_OK && json_array_size(j) > HANVISNING_MAX)
        st = reader_fail(r, path, "högst %d hänvisningar får plats", HANVISNING_MAX);
    if (st != ST_OK)
        return st;
    p->n_hanvisning = json_array_size(j);
    p->hanvisning = ARENA_NEW(r->a, struct str8, p->n_hanvisning);
    for (size_t i = 0; i < p->n_hanvisning && st == ST_OK; i++)
        st = reader_text(r, reader_at_index(r, path, i), json_array_get(j, i), true,
                         &p->hanvisning[i]);
    return st;
}

static enum status punkt_kind(const struct reader *r, struct str8 path, const json_t *v,
                              enum punkt_slag *out) {
    struct str8 word = {0};
    enum status st = reader_text(r, path, v, true, &word);
    if (st != ST_OK)
        return st;
    *out = PUNKT_FORSLAG;
    if (s8_eqz(word, punkt_slag_namn(PUNKT_BEDOMNING)))
        *out = PUNKT_BEDOMNING;
    else if (!s8_eqz(word, punkt_slag_namn(PUNKT_FORSLAG)))
        return reader_fail(r, path, "”%.*s” går inte. Skriv förslag eller bedömning.", S8F(word));
    return ST_OK;
}

static enum status punkt(const struct reader *r, struct str8 path, const json_t *j,
                         struct punkt *p) {
    enum { NR = CONTEXT_PUNKT_FACTS, SLAG, NEGERAD, HANVISNING, SIDA, N };
    const char *names[N] = {[NR] = "nr",
                            [SLAG] = "slag",
                            [NEGERAD] = "negerad",
                            [HANVISNING] = "hänvisning",
                            [SIDA] = "sida"};
    bool seen[N] = {false};
    const char *key;
    json_t *v;
    for (size_t i = 0; i < CONTEXT_PUNKT_FACTS; i++)
        names[i] = context_punkt_facts[i].namn;
    enum status st = reader_object(r, path, j);
    if (st != ST_OK)
        return st;
    json_object_foreach((json_t *)j, key, v) {
        size_t k = 0;
        struct str8 at = reader_at(r, path, key);
        st = reader_key(r, path, key, names, N, seen, &k);
        if (st == ST_OK && k < CONTEXT_PUNKT_FACTS)
            st = fact(r, at, v, &context_punkt_facts[k], p);
        else if (st == ST_OK)
            st = k == NR        ? reader_int(r, at, v, 1, PUNKT_NR_MAX, &p->nr)
                 : k == SLAG    ? punkt_kind(r, at, v, &p->slag)
                 : k == NEGERAD ? reader_bool(r, at, v, &p->negerad)
                 : k == SIDA    ? reader_int(r, at, v, 1, PAGE_MAX, &p->sida)
                                : references(r, at, v, p);
        if (st != ST_OK)
            return st;
    }
    return seen[NR] && seen[SLAG] ? ST_OK : reader_fail(r, path, "nr och slag måste stå här");
}

static enum status punkter(const struct reader *r, struct str8 path, const json_t *j,
                           struct avsnitt *av) {
    enum status st = reader_array(r, path, j);
    if (st == ST_OK && json_array_size(j) > PUNKT_MAX)
        st = reader_fail(r, path, "högst %d punkter får plats i ett avsnitt", PUNKT_MAX);
    if (st != ST_OK)
        return st;
    av->n_punkt = json_array_size(j);
    av->punkt = ARENA_NEW(r->a, struct punkt, av->n_punkt);
    for (size_t i = 0; i < av->n_punkt && st == ST_OK; i++)
        st = punkt(r, reader_at_index(r, path, i), json_array_get(j, i), &av->punkt[i]);
    for (size_t i = 1; i < av->n_punkt && st == ST_OK; i++)
        if (av->punkt[i].nr <= av->punkt[i - 1].nr)
            st = reader_fail(r, reader_at_index(r, path, i),
                             "punkterna ska ha stigande nr, men %d kommer efter %d",
                             av->punkt[i].nr, av->punkt[i - 1].nr);
    return st;
}

static enum status provenance(const struct reader *r, struct str8 path, const json_t *v,
                              enum harkomst *out) {
    struct str8 word = {0};
    enum status st = reader_text(r, path, v, true, &word);
    if (st == ST_OK && !harkomst_parse(word, out))
        st = reader_fail(r, path, "”%.*s” går inte. Skriv verifierad, parafras eller okänd.",
                         S8F(word));
    return st;
}

/* The level of an avsnitt is how many groups its number has. */
static int level_of(struct str8 nummer) {
    int n = 1;
    for (size_t i = 0; i < nummer.n; i++)
        n += nummer.p[i] == '.';
    return n;
}

static enum status avsnitt(const struct reader *r, struct str8 path, const json_t *j,
                           struct avsnitt *av) {
    enum { HARKOMST = CONTEXT_AVSNITT_FACTS, SIDA, PUNKT, N };
    const char *names[N] = {[HARKOMST] = "härkomst", [SIDA] = "sida", [PUNKT] = "punkt"};
    bool seen[N] = {false};
    const char *key;
    json_t *v;
    for (size_t i = 0; i < CONTEXT_AVSNITT_FACTS; i++)
        names[i] = context_avsnitt_facts[i].namn;
    enum status st = reader_object(r, path, j);
    if (st != ST_OK)
        return st;
    json_object_foreach((json_t *)j, key, v) {
        size_t k = 0;
        struct str8 at = reader_at(r, path, key);
        st = reader_key(r, path, key, names, N, seen, &k);
        if (st == ST_OK && k < CONTEXT_AVSNITT_FACTS)
            st = fact(r, at, v, &context_avsnitt_facts[k], av);
        else if (st == ST_OK)
            st = k == HARKOMST ? provenance(r, at, v, &av->harkomst)
                 : k == SIDA   ? reader_int(r, at, v, 1, PAGE_MAX, &av->sida)
                               : punkter(r, at, v, av);
        if (st != ST_OK)
            return st;
    }
    av->niva = level_of(av->nummer);
    return av->nummer.n ? ST_OK : reader_fail(r, path, "nummer måste stå här");
}

/* Do the numbers come in reading order, each below one that is there? With the place in the file;
 * the Markdown form would say a line of its own. */
static enum status check_order(const struct reader *r, struct str8 path,
                               const struct betankande *b) {
    struct nummer before = {0}, here;
    for (size_t i = 0; i < b->n_avsnitt; i++) {
        struct str8 s = b->avsnitt[i].nummer, above = s, at = reader_at_index(r, path, i);
        if (!nummer_parse(s, &here))
            return reader_fail(r, reader_at(r, at, "nummer"),
                               "”%.*s” är inget nummer. Skriv till exempel 4.1.1.", S8F(s));
        int order = i ? nummer_cmp(&here, &before) : 1;
        if (order == 0)
            return reader_fail(r, at, "avsnitt %.*s står två gånger", S8F(s));
        if (order < 0)
            return reader_fail(r, at, "avsnitt %.*s ska stå före %.*s", S8F(s),
                               S8F(b->avsnitt[i - 1].nummer));
        while (above.n && above.p[above.n - 1] != '.')
            above.n--;
        above.n -= above.n > 0;
        if (above.n && !betankande_avsnitt(b, above))
            return reader_fail(r, at, "avsnitt %.*s hör till %.*s, som saknas", S8F(s), S8F(above));
        before = here;
    }
    return ST_OK;
}

static enum status all_avsnitt(const struct reader *r, struct str8 path, const json_t *j,
                               struct betankande *b) {
    enum status st = reader_array(r, path, j);
    if (st == ST_OK && json_array_size(j) > AVSNITT_MAX)
        st = reader_fail(r, path, "högst %d avsnitt får plats", AVSNITT_MAX);
    if (st != ST_OK)
        return st;
    b->n_avsnitt = json_array_size(j);
    b->avsnitt = ARENA_NEW(r->a, struct avsnitt, b->n_avsnitt);
    for (size_t i = 0; i < b->n_avsnitt && st == ST_OK; i++)
        st = avsnitt(r, reader_at_index(r, path, i), json_array_get(j, i), &b->avsnitt[i]);
    return st == ST_OK ? check_order(r, path, b) : st;
}

/* Through the Markdown form: its rules about numbers, order, lengths and shapes hold here too. */
static enum status tidy(const struct reader *r, struct str8 path, const struct betankande *b,
                        struct betankande **out) {
    struct buf md = {0};
    struct str8 id;
    betankande_write(b, &md);
    enum status st = betankande_read(r->a, buf_str8_of(&md), "Markdown-formen", out, r->err);
    buf_free(&md);
    if (st == ST_OK)
        st = betankande_id(r->a, (*out)->beteckning, &id, r->err);
    if (st == ST_OK && b->id.n && !s8_eq(b->id, id))
        return reader_fail(r, path, "id ”%.*s” hör inte ihop med %.*s, som heter %.*s", S8F(b->id),
                           S8F((*out)->beteckning), S8F(id));
    if (st != ST_OK)
        error_prefix(r->err, "%.*s", S8F(path));
    return st;
}

enum status reader_betankande(const struct reader *r, struct str8 path, const json_t *j,
                              struct betankande **out) {
    enum { AVSNITT = CONTEXT_BETANKANDE_FACTS, N };
    const char *names[N] = {[AVSNITT] = "avsnitt"};
    bool seen[N] = {false};
    struct betankande b = {0};
    const char *key;
    json_t *v;
    for (size_t i = 0; i < CONTEXT_BETANKANDE_FACTS; i++)
        names[i] = context_betankande_facts[i].namn;
    enum status st = reader_object(r, path, j);
    if (st != ST_OK)
        return st;
    json_object_foreach((json_t *)j, key, v) {
        size_t k = 0;
        struct str8 at = reader_at(r, path, key);
        st = reader_key(r, path, key, names, N, seen, &k);
        if (st == ST_OK)
            st = k == AVSNITT ? all_avsnitt(r, at, v, &b)
                              : fact(r, at, v, &context_betankande_facts[k], &b);
        if (st != ST_OK)
            return st;
    }
    if (b.beteckning.n == 0)
        return reader_fail(r, path, "beteckning måste stå här");
    return tidy(r, path, &b, out);
}
