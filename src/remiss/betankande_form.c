#include "remiss/betankande_form.h"

#include <string.h>
#include <strings.h>

#include "base/utf8.h"

static const struct form_fact betankande_facts[] = {
    {"utredning", FORM_RAD, TITEL_MAX, offsetof(struct betankande, utredning)},
    {"utredningens dnr", FORM_RAD, 60, offsetof(struct betankande, utredning_dnr)},
    {"direktiv", FORM_RAD, 300, offsetof(struct betankande, direktiv)},
    {"departement", FORM_RAD, 120, offsetof(struct betankande, departement)},
    {"dnr", FORM_RAD, 60, offsetof(struct betankande, dnr)},
    {"isbn", FORM_RAD, 60, offsetof(struct betankande, isbn)},
    {"datum", FORM_DATUM, 0, offsetof(struct betankande, datum)},
};

static const struct form_fact avsnitt_facts[] = {
    {"härkomst", FORM_HARKOMST, 0, offsetof(struct avsnitt, harkomst)},
    {"sida", FORM_SIDA, 0, offsetof(struct avsnitt, sida)},
};

static const struct form_fact punkt_facts[] = {
    {"att", FORM_RAD, SATS_MAX, offsetof(struct punkt, att)},
    {"negerad", FORM_JANEJ, 0, offsetof(struct punkt, negerad)},
    {"motsats", FORM_RAD, SATS_MAX, offsetof(struct punkt, motsats)},
    {"infinitiv", FORM_RAD, SATS_MAX, offsetof(struct punkt, infinitiv)},
    {"hänvisning", FORM_HANVISNING, 300, offsetof(struct punkt, hanvisning)},
    {"sida", FORM_SIDA, 0, offsetof(struct punkt, sida)},
};

#define FACTS(a) (a), sizeof(a) / sizeof *(a)
static const struct form_node_info nodes[FORM_NODES] = {
    [FORM_BETANKANDE] = {"betänkandet", FACTS(betankande_facts)},
    [FORM_AVSNITT] = {"ett avsnitt", FACTS(avsnitt_facts)},
    [FORM_PUNKT] = {"en punkt", FACTS(punkt_facts)},
};

const struct form_node_info *form_node_info(enum form_node node) {
    return &nodes[node];
}

bool nummer_parse(struct str8 s, struct nummer *out) {
    struct nummer no = {0};
    if (s.n == 0)
        return false;
    while (s.p) {
        struct str8 group = s8_cut(&s, '.');
        if (no.n == NIVA_MAX || group.n > 4 || s8_starts(group, S8("0")) ||
            !s8_uint(group, &no.part[no.n]))
            return false;
        no.n++;
    }
    *out = no;
    return true;
}

int nummer_common(const struct nummer *a, const struct nummer *b) {
    int i = 0;
    while (i < a->n && i < b->n && a->part[i] == b->part[i])
        i++;
    return i;
}

int nummer_cmp(const struct nummer *a, const struct nummer *b) {
    int i = nummer_common(a, b);
    return i < a->n && i < b->n ? a->part[i] - b->part[i] : a->n - b->n;
}

/* Bytes of the white space at the start of `s`: ASCII, or a no-break space. */
static size_t space_at(struct str8 s) {
    if (s8_starts(s, S8("\u00A0")))
        return 2;
    return s.n && (*s.p == ' ' || *s.p == '\t' || *s.p == '\n') ? 1 : 0;
}

struct str8 form_line(struct str8 s) {
    for (size_t n; (n = space_at(s)) > 0;)
        s = s8_skip(s, n);
    for (;;) {
        struct str8 t = s8_trim_right(s);
        if (s8_ends(t, S8("\u00A0")))
            t.n -= 2;
        if (t.n == s.n)
            return t;
        s = t;
    }
}

struct str8 form_titel(struct str8 s) {
    struct str8 t = form_line(s);
    if (form_same(t, "(okänd)"))
        t = S8("");
    return t;
}

struct str8 form_text(struct str8 s) {
    struct str8 rest = s, line;
    while (s8_line(&rest, &line) && s8_trim(line).n == 0)
        s = rest;
    return s8_trim_right(s);
}

bool form_same(struct str8 a, const char *b) {
    if (s8_eqz(a, b))
        return true;
    if (a.n > 4 * strlen(b))
        return false;
    struct arena tmp = {0};
    struct str8 x = utf8_ascii(&tmp, a), y = utf8_ascii(&tmp, s8_from(b));
    bool same = x.n == y.n;
    for (size_t i = 0; same && i < x.n; i++)
        same = x.p[i] == y.p[i] || ((x.p[i] == '-' || x.p[i] == '_') && y.p[i] == ' ');
    arena_free(&tmp);
    return same;
}

struct str8 form_word(struct str8 *rest) {
    size_t i = 0;
    while (i < rest->n && space_at(s8_skip(*rest, i)) == 0)
        i++;
    struct str8 word = s8_sub(*rest, 0, i);
    *rest = form_line(s8_skip(*rest, i));
    return word;
}

/* Takes a number of at most `digits` digits, the first not 0. */
static bool take_number(struct str8 *rest, size_t digits, int *out) {
    size_t i = 0;
    while (i < rest->n && rest->p[i] >= '0' && rest->p[i] <= '9')
        i++;
    bool ok = i <= digits && !s8_starts(*rest, S8("0")) && s8_uint(s8_sub(*rest, 0, i), out);
    *rest = s8_skip(*rest, i);
    return ok;
}

/* Skips white space, and one of the `marks` with white space around it. */
static bool skip_mark(struct str8 *rest, const char *marks) {
    size_t n;
    while ((n = space_at(*rest)) > 0)
        *rest = s8_skip(*rest, n);
    bool hit = rest->n && *rest->p && strchr(marks, *rest->p);
    if (hit)
        *rest = s8_skip(*rest, 1);
    while ((n = space_at(*rest)) > 0)
        *rest = s8_skip(*rest, n);
    return hit;
}

static bool take_word(struct str8 *rest, const char *lower) {
    size_t n = strlen(lower);
    if (rest->n < n || strncasecmp(rest->p, lower, n) != 0)
        return false;
    *rest = s8_skip(*rest, n);
    return true;
}

bool beteckning_parse(struct str8 s, struct beteckning *out, size_t *used) {
    struct str8 rest = s;
    struct beteckning b = {0};
    b.ds = take_word(&rest, "ds");
    if (!b.ds && !take_word(&rest, "sou"))
        return false;
    skip_mark(&rest, "-");
    if (!take_number(&rest, 4, &b.year) || b.year < 1900 || b.year > 2199 ||
        !skip_mark(&rest, ":-") || !take_number(&rest, 4, &b.nr) || (rest.n && space_at(rest) == 0))
        return false;
    *used = s.n - rest.n;
    *out = b;
    return true;
}
