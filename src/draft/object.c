#include "draft/object.h"

#define NBSP "\u00A0"

struct naming {
    enum object_form form;
    bool here; /* the avsnitt need not be said */
};

static bool is_forslag(const struct punkt *p) {
    return p->slag == PUNKT_FORSLAG;
}

struct str8 object_clause(struct str8 s) {
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
        buf_str(out, word[place - 1]);
    else
        buf_printf(out, "%zu:e", place);
}

/* "det andra förslaget", "utredningens bedömning": one punkt without its avsnitt. */
static void put_noun(struct buf *out, const struct punkt_ref *r, bool owner) {
    size_t place;
    bool several = same_kind(r, &place) > 1;
    if (owner)
        buf_str(out, "utredningens ");
    else if (several)
        buf_str(out, is_forslag(r->punkt) ? "det " : "den ");
    if (several) {
        put_ordinal(out, place);
        buf_byte(out, ' ');
    }
    if (is_forslag(r->punkt))
        buf_str(out, owner ? "förslag" : "förslaget");
    else
        buf_str(out, owner ? "bedömning" : "bedömningen");
}

static void put_avsnitt(struct buf *out, const struct punkt_ref *r, struct naming how) {
    if (!how.here)
        buf_printf(out, " i avsnitt" NBSP "%.*s", S8F(r->avsnitt->nummer));
}

/* One punkt by name. As a matter: "frågan i avsnitt 7.2.4", or, of several in one avsnitt, "den
 * fråga som den andra bedömningen i avsnitt 5.3 gäller". */
static enum object_shape put_one(struct buf *out, const struct punkt_ref *r, struct naming how) {
    size_t place;
    bool matter = how.form == OBJECT_MATTER, several = same_kind(r, &place) > 1;
    if (matter)
        buf_str(out, several ? "den fråga som " : "frågan");
    if (!matter || several)
        put_noun(out, r, how.form == OBJECT_OWNER);
    put_avsnitt(out, r, how);
    if (!matter || !several)
        return OBJECT_ONE;
    buf_str(out, " gäller");
    return OBJECT_WITH_CLAUSE;
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

/* "förslagen", "bedömningen", "frågorna" */
static const char *definite(const struct punkt *p, bool plural, enum object_form form) {
    if (form == OBJECT_MATTER)
        return plural ? "frågorna" : "frågan";
    if (is_forslag(p))
        return plural ? "förslagen" : "förslaget";
    return plural ? "bedömningarna" : "bedömningen";
}

/* The avsnitt answered whole: "förslagen i avsnitt 4.1.1, 4.2.3 och 7.1". Returns how many. */
static size_t put_wholes(struct buf *out, const struct punkt_ref *ref, size_t n,
                         struct naming how) {
    size_t avsnitt = 0, punkter = 0, at = 0, last;
    for (size_t i = 0; i < n; i = last) {
        if (whole_avsnitt(ref, n, i, &last)) {
            avsnitt++;
            punkter += last - i;
        }
    }
    if (avsnitt == 0)
        return 0;
    buf_str(out, definite(ref->punkt, punkter > 1, how.form));
    if (how.here)
        return avsnitt;
    buf_str(out, " i avsnitt" NBSP);
    for (size_t i = 0; i < n; i = last) {
        if (!whole_avsnitt(ref, n, i, &last))
            continue;
        put_joint(out, at++, avsnitt);
        buf_str8(out, ref[i].avsnitt->nummer);
    }
    return avsnitt;
}

/* Some of an avsnitt's punkter: "det första och det tredje förslaget i avsnitt 5.3". */
static enum object_shape put_part(struct buf *out, const struct punkt_ref *ref, size_t n,
                                  struct naming how) {
    bool matter = how.form == OBJECT_MATTER;
    if (n == 1)
        return put_one(out, ref, how);
    if (matter)
        buf_str(out, "de frågor som ");
    for (size_t k = 0; k + 1 < n; k++) {
        size_t place;
        same_kind(&ref[k], &place);
        buf_str(out, is_forslag(ref->punkt) ? "det " : "den ");
        put_ordinal(out, place);
        buf_str(out, k + 2 == n ? " och " : ", ");
    }
    put_noun(out, &ref[n - 1], false);
    put_avsnitt(out, ref, how);
    if (!matter)
        return OBJECT_MANY;
    buf_str(out, " gäller");
    return OBJECT_WITH_CLAUSE;
}

static enum object_shape put_many(struct buf *out, const struct punkt_ref *ref, size_t n,
                                  struct naming how) {
    size_t parts = 0, at = 0, last;
    for (size_t i = 0; i < n; i = last)
        parts += !whole_avsnitt(ref, n, i, &last);
    size_t wholes = put_wholes(out, ref, n, how);
    enum object_shape shape = wholes > 1 ? OBJECT_MANY : OBJECT_ONE;
    if (wholes && parts)
        buf_str(out, parts > 1 ? ", " : " samt ");
    for (size_t i = 0; i < n; i = last) {
        if (whole_avsnitt(ref, n, i, &last))
            continue;
        if (at > 0)
            buf_str(out, at + 1 == parts ? " samt " : ", ");
        at++;
        shape = put_part(out, &ref[i], last - i, how);
    }
    return parts && wholes + parts > 1 && shape != OBJECT_WITH_CLAUSE ? OBJECT_SAMT : shape;
}

/* "förslaget att inte införa …", "bedömningen att …"; false where the punkt has no such clause. */
static bool put_clause(struct buf *out, const struct punkt *p) {
    struct str8 att = object_clause(p->att), inf = object_clause(p->infinitiv);
    if (is_forslag(p) && p->negerad && inf.n) {
        buf_printf(out, "förslaget att inte %.*s", S8F(inf));
        return true;
    }
    if (att.n)
        buf_printf(out, "%s att %.*s", is_forslag(p) ? "förslaget" : "bedömningen", S8F(att));
    return att.n > 0;
}

enum object_shape object_put(struct buf *out, const struct punkt_ref *ref, size_t n,
                             enum object_form form, bool here) {
    struct naming how = {form, here};
    if (n > 1)
        return put_many(out, ref, n, how);
    if (form == OBJECT_CLAUSE && put_clause(out, ref->punkt))
        return OBJECT_WITH_CLAUSE;
    return put_one(out, ref, how);
}
