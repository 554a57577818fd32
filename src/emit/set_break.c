/* Where lines end: of all ways to break a paragraph, the one whose lines are most alike in length.
 *
 * As in Knuth and Plass, Breaking Paragraphs into Lines (1981), but for text that is ragged on the
 * right: what a line lacks of the full width costs the square of it, and so do hyphens. Words are
 * divided only when a paragraph comes out too ragged without.
 */
#include "emit/set_private.h"

#include <string.h>
#include "base/utf8.h"

/* Costs, in squares of per mille of the line's width. */
enum {
    COST_HYPHEN = 40000,      /* a hyphen is worth a fifth of a line */
    COST_SOFT = 20000,        /* one where the author wanted it */
    COST_INSIDE = 6000,       /* a break without a space: after a hyphen, a slash */
    COST_LAST_HYPHEN = 40000, /* a divided word as the last line */
    COST_SHORT = 25000,       /* a last line shorter than an eighth */
    COST_ROW = 150000,        /* a third hyphen in a row */
    COST_CUT = 4000000        /* a word cut anywhere */
};
enum { TOO_RAGGED = 150 }; /* per mille: from here on words are divided */
enum { HYPHENS = 3 };      /* states: lines before that end in hyphens, 0, 1, 2 or more */

/* A place where a line may end. */
struct place {
    size_t at;     /* the next line begins here */
    int64_t begin; /* x there */
    int64_t end;   /* x where the line's visible text ends, hyphen included */
    enum brk brk;
    bool space;            /* one stands before it */
    int64_t cost[HYPHENS]; /* of the best way here; -1: no way */
    size_t from[HYPHENS];  /* the place before on that way */
    int state[HYPHENS];    /* and its state */
};

struct places {
    struct arena a; /* scratch */
    struct place *item;
    size_t n, cap;
};

static size_t without_spaces(const struct para *p, size_t from, size_t to) {
    while (to > from && p->text.p[to - 1] == ' ')
        to--;
    return to;
}

mp para_width(const struct para *p, size_t from, size_t to) {
    return (mp)(p->x[without_spaces(p, from, to)] - p->x[from]);
}

static bool hyphenates(enum brk b) {
    return b == BRK_SOFT || b == BRK_HYPHEN;
}

static void add_place(const struct para *p, size_t start, size_t at, enum brk brk,
                      struct places *out) {
    struct place *k = ARENA_PUSH(&out->a, out->item, out->n, out->cap);
    size_t end = without_spaces(p, start, at);
    *k = (struct place){.at = at,
                        .begin = p->x[at],
                        .end = p->x[end] + (hyphenates(brk) ? p->hyphen : 0),
                        .brk = brk,
                        .space = end < at,
                        .cost = {-1, -1, -1}};
}

/* Places in a piece that is too wide for a line: after every character. */
static void add_cuts(const struct para *p, size_t from, size_t to, struct places *out) {
    for (size_t at = utf8_next(p->text, from); at < to; at = utf8_next(p->text, at))
        add_place(p, from, at, BRK_CUT, out);
}

static bool may_break(const struct para *p, size_t at, bool hyphens) {
    enum brk b = (enum brk)p->brk[at];
    if (p->verbatim)
        return b == BRK_MUST;
    return b == BRK_MAY || b == BRK_SOFT || (b == BRK_HYPHEN && hyphens);
}

/* The places from `from` to where a line must end; returns that. */
static size_t find_places(const struct para *p, size_t from, mp width, bool hyphens,
                          struct places *out) {
    size_t before = from, at = from + 1;
    out->n = 0;
    add_place(p, from, from, BRK_NO, out);
    for (;; at++) {
        bool end = at >= p->text.n || p->brk[at] == BRK_MUST;
        if (!end && !may_break(p, at, hyphens))
            continue;
        enum brk brk = end ? BRK_MUST : (enum brk)p->brk[at];
        if (para_width(p, before, at) + (hyphenates(brk) ? p->hyphen : 0) > width)
            add_cuts(p, before, at, out);
        add_place(p, from, at, brk, out);
        before = at;
        if (end)
            return at;
    }
}

/* What it costs to end a line at `k` that begins at `i`. */
static int64_t line_cost(const struct place *i, const struct place *k, mp width, int hyphens) {
    int64_t lack = width - (k->end - i->begin), cost = 0;
    int64_t part = lack < 0 ? 0 : lack * 1000 / width;
    if (lack < 0)
        cost = (int64_t)COST_CUT * 100;
    if (k->brk == BRK_MUST)
        return cost + (part > 875 && i->at > 0 ? COST_SHORT : 0) +
               (hyphenates(i->brk) ? COST_LAST_HYPHEN : 0);
    cost += part * part;
    if (k->brk == BRK_CUT)
        return cost + COST_CUT;
    if (hyphenates(k->brk))
        return cost + (k->brk == BRK_SOFT ? COST_SOFT : COST_HYPHEN) +
               (hyphens == HYPHENS - 1 ? COST_ROW : 0);
    return cost + (k->space ? 0 : COST_INSIDE);
}

static void try_line(struct places *ps, size_t from, struct place *k, mp width) {
    const struct place *i = &ps->item[from];
    for (int h = 0; h < HYPHENS; h++) {
        if (i->cost[h] < 0)
            continue;
        int64_t cost = i->cost[h] + line_cost(i, k, width, h);
        int state = !hyphenates(k->brk) ? 0 : h + 1 < HYPHENS ? h + 1 : HYPHENS - 1;
        if (k->cost[state] < 0 || cost < k->cost[state]) {
            k->cost[state] = cost;
            k->from[state] = from;
            k->state[state] = h;
        }
    }
}

static void find_way(struct places *ps, mp width) {
    ps->item[0].cost[0] = 0;
    for (size_t n = 1; n < ps->n; n++) {
        struct place *k = &ps->item[n];
        for (size_t i = n; i-- > 0;) {
            bool fits = k->end - ps->item[i].begin <= width;
            if (!fits && i < n - 1)
                break;
            try_line(ps, i, k, width);
        }
    }
}

/* The way to the last place, from its end to its beginning; returns the most that a line but the
 * last lacks, per mille. */
static int64_t take_way(struct set *s, const struct places *ps, mp width, struct para_ends *out) {
    size_t n = ps->n - 1, first = out->n;
    int h = 0;
    int64_t lack = 0;
    for (int i = 1; i < HYPHENS; i++)
        if (ps->item[n].cost[h] < 0)
            h = i;
    while (n > 0) {
        const struct place *k = &ps->item[n], *before = &ps->item[k->from[h]];
        int64_t part = (width - (k->end - before->begin)) * 1000 / width;
        if (k->brk != BRK_MUST && part > lack)
            lack = part;
        if (k->brk == BRK_CUT)
            lack = 1000;
        *ARENA_PUSH(&s->words, out->item, out->n, out->cap) =
            (struct para_end){k->at, hyphenates(k->brk)};
        n = k->from[h];
        h = k->state[h];
    }
    for (size_t i = first, j = out->n; i + 1 < j; i++, j--) {
        struct para_end e = out->item[i];
        out->item[i] = out->item[j - 1];
        out->item[j - 1] = e;
    }
    return lack;
}

static int64_t break_all(struct set *s, const struct para *p, mp width, bool hyphens,
                         struct places *ps, struct para_ends *out) {
    int64_t worst = 0;
    out->n = 0;
    for (size_t at = 0; at < p->text.n;) {
        at = find_places(p, at, width, hyphens, ps);
        find_way(ps, width);
        int64_t lack = take_way(s, ps, width, out);
        worst = lack > worst ? lack : worst;
    }
    return worst;
}

void para_break(struct set *s, struct para *p, mp width, bool hyphenate, struct para_ends *out) {
    struct places ps = {.a = {0}};
    out->n = 0;
    if (p->text.n && p->x[p->text.n] <= width && !memchr(p->brk, BRK_MUST, p->text.n))
        *ARENA_PUSH(&s->words, out->item, out->n, out->cap) = (struct para_end){p->text.n, false};
    else if (break_all(s, p, width, false, &ps, out) > TOO_RAGGED && hyphenate) {
        para_hyphenate(s, p);
        break_all(s, p, width, true, &ps, out);
    }
    arena_free(&ps.a);
}

void para_measure(const struct para *p, mp *line, mp *word) {
    size_t line_from = 0, word_from = 0;
    *line = *word = 0;
    for (size_t at = 1; at <= p->text.n; at++) {
        bool end = at == p->text.n || p->brk[at] == BRK_MUST;
        if (!end && !may_break(p, at, false))
            continue;
        mp w = para_width(p, word_from, at);
        w += !end && hyphenates((enum brk)p->brk[at]) ? p->hyphen : 0;
        *word = w > *word ? w : *word;
        word_from = at;
        if (end) {
            w = para_width(p, line_from, at);
            *line = w > *line ? w : *line;
            line_from = at;
        }
    }
}
