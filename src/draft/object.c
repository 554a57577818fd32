#include "draft/object.h"

#define NBSP "\u00A0"

static bool is_forslag(const struct punkt *p) {
    return p->slag == PUNKT_FORSLAG;
}

/* The text without a full stop at its end: it goes inside a sentence. */
static struct str8 clause(struct str8 s) {
    s = s8_trim(s);
    while (s8_ends(s, S8(".")))
        s.n--;
    return s;
}

/* How many punkter of the same kind the avsnitt has; `place` gets this one's among them, from 1. */
static size_t same_kind(const struct punkt_ref *r, size_t *place) {
    size_t n = 0;
    *place = 1;
    for (size_t i = 0; i < r->avsnitt->n_punkt; i++) {
        const struct punkt *p = &r->avsnitt->punkt[i];
        if (p->slag != r->punkt->slag)
            continue;
        n++;
        if (p == r->punkt)
            *place = n;
    }
    return n;
}

static void put_ordinal(struct buf *out, size_t place) {
    static const char *const word[] = {"första", "andra",  "tredje",  "fjärde", "femte",
                                       "sjätte", "sjunde", "åttonde", "nionde", "tionde"};
    if (place <= sizeof word / sizeof *word)
        buf_printf(out, "%s ", word[place - 1]);
    else
        buf_printf(out, "%zu:e ", place);
}

/* "det andra förslaget i avsnitt 5.3", "utredningens bedömning i avsnitt 4.4.3" */
static void put_one(struct buf *out, const struct punkt_ref *r, bool owner) {
    size_t place;
    bool several = same_kind(r, &place) > 1;
    if (owner)
        buf_str(out, "utredningens ");
    else if (several)
        buf_str(out, is_forslag(r->punkt) ? "det " : "den ");
    if (several)
        put_ordinal(out, place);
    if (is_forslag(r->punkt))
        buf_str(out, owner ? "förslag" : "förslaget");
    else
        buf_str(out, owner ? "bedömning" : "bedömningen");
    buf_printf(out, " i avsnitt" NBSP "%.*s", S8F(r->avsnitt->nummer));
}

/* Are all punkter of this kind in the avsnitt of ref[i] among `ref`? Then `last` gets the index
 * after the last of them; they stand next to each other. */
static bool whole_avsnitt(const struct punkt_ref *ref, size_t n, size_t i, size_t *last) {
    size_t place, k = i;
    while (k < n && ref[k].avsnitt == ref[i].avsnitt)
        k++;
    *last = k;
    return k - i == same_kind(&ref[i], &place);
}

/* ", " before all but the first and the last of `total`, before which stands " och ". */
static void put_joint(struct buf *out, size_t i, size_t total) {
    if (i > 0)
        buf_str(out, i + 1 == total ? " och " : ", ");
}

/* The avsnitt answered whole: "förslagen i avsnitt 4.1.1, 4.2.3 och 7.1". Returns how many. */
static size_t put_wholes(struct buf *out, const struct punkt_ref *ref, size_t n) {
    size_t avsnitt = 0, punkter = 0, at = 0, last;
    for (size_t i = 0; i < n; i = last) {
        if (whole_avsnitt(ref, n, i, &last)) {
            avsnitt++;
            punkter += last - i;
        }
    }
    if (avsnitt == 0)
        return 0;
    if (is_forslag(ref->punkt))
        buf_str(out, punkter > 1 ? "förslagen" : "förslaget");
    else
        buf_str(out, punkter > 1 ? "bedömningarna" : "bedömningen");
    buf_str(out, " i avsnitt" NBSP);
    for (size_t i = 0; i < n; i = last) {
        if (!whole_avsnitt(ref, n, i, &last))
            continue;
        put_joint(out, at++, avsnitt);
        buf_str8(out, ref[i].avsnitt->nummer);
    }
    return avsnitt;
}

static void put_many(struct buf *out, const struct punkt_ref *ref, size_t n) {
    size_t singles = 0, at = 0, last;
    for (size_t i = 0; i < n; i = last)
        if (!whole_avsnitt(ref, n, i, &last))
            singles += last - i;
    if (put_wholes(out, ref, n) && singles)
        buf_str(out, singles > 1 ? ", " : " samt ");
    for (size_t i = 0; i < n; i = last) {
        if (whole_avsnitt(ref, n, i, &last))
            continue;
        for (size_t k = i; k < last; k++) {
            put_joint(out, at++, singles);
            put_one(out, &ref[k], false);
        }
    }
}

/* "frågan i avsnitt 7.2.4"; of several in one avsnitt "frågan i den första bedömningen i …" */
static void put_question(struct buf *out, const struct punkt_ref *ref, size_t n) {
    size_t place;
    buf_str(out, n > 1 ? "frågorna i " : "frågan i ");
    if (n == 1 && same_kind(ref, &place) == 1)
        buf_printf(out, "avsnitt" NBSP "%.*s", S8F(ref->avsnitt->nummer));
    else if (n == 1)
        put_one(out, ref, false);
    else
        put_many(out, ref, n);
}

/* "förslaget att inte införa …", "bedömningen att …"; false where the punkt has no such clause. */
static bool put_clause(struct buf *out, const struct punkt *p) {
    struct str8 att = clause(p->att), inf = clause(p->infinitiv);
    if (is_forslag(p) && p->negerad && inf.n) {
        buf_printf(out, "förslaget att inte %.*s", S8F(inf));
        return true;
    }
    if (att.n)
        buf_printf(out, "%s att %.*s", is_forslag(p) ? "förslaget" : "bedömningen", S8F(att));
    return att.n > 0;
}

bool object_put(struct buf *out, const struct punkt_ref *ref, size_t n, enum object_form form) {
    if (form == OBJECT_MATTER) {
        put_question(out, ref, n);
        return false;
    }
    if (n == 1 && form == OBJECT_CLAUSE && put_clause(out, ref->punkt))
        return true;
    if (n > 1)
        put_many(out, ref, n);
    else
        put_one(out, ref, form == OBJECT_OWNER);
    return false;
}
