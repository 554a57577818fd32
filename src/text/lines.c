/* Lines: a text broken softly to a width.
 *
 * Where a line ends depends on nothing but the text from its start on, and on a bounded piece of
 * that: so after a change lines are broken anew only until one starts where one started before. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "text/private.h"

enum { TAB = 4, BEYOND = 8 }; /* BEYOND: bytes past the end that decide whether it is one */

static size_t cluster_width(struct str8 s, size_t column) {
    return s.p[0] == '\t' ? TAB - column % TAB : utf8_width(s);
}

/* Does a cluster of one printable ASCII character stand at `i`? */
static bool plain(struct str8 s, size_t i) {
    return s.p[i] >= 0x20 && s.p[i] < 0x7F && (i + 1 >= s.n || (unsigned char)s.p[i + 1] < 0x80);
}

/* As much of `s` from `from` as is at most `columns` wide; at least one cluster. */
static size_t fit(struct str8 s, size_t from, size_t columns) {
    size_t at = from, used = 0;
    while (at < s.n) {
        bool ascii = plain(s, at);
        size_t end = ascii ? at + 1 : utf8_next(s, at);
        size_t w = ascii ? 1 : cluster_width(s8_sub(s, at, end), used);
        if (used + w > columns && at > from)
            break;
        used += w;
        at = end;
    }
    return at;
}

/* Does a cluster end at `at`? Unicode would let a line end between a space and a mark on it. */
static bool between(struct str8 s, size_t at) {
    return at == 0 || at >= s.n || (plain(s, at - 1) && plain(s, at)) ||
           utf8_next(s, utf8_prev(s, at)) == at;
}

/* The last place after `from`, and at most `fits`, where the line may end; `fits` when there is
 * none. */
static size_t last_break(struct str8 para, size_t from, size_t fits) {
    char few[1024], *breaks = few;
    size_t end = fits + BEYOND < para.n ? fits + BEYOND : para.n;
    while (end < para.n && ((unsigned char)para.p[end] & 0xC0) == 0x80)
        end++;
    if (end - from > sizeof few)
        breaks = mem_alloc(end - from);
    utf8_line_breaks(s8_sub(para, from, end), breaks);
    size_t at = fits;
    while (at > from && (breaks[at - from] == UTF8_BREAK_NO || !between(para, at)))
        at--;
    if (breaks != few)
        free(breaks);
    return at > from ? at : fits;
}

/* Where the line that starts at `from` ends: at the paragraph's end, or (`soft`) where the next one
 * starts. */
static size_t line_end(const struct editor *e, size_t from, bool *soft) {
    struct str8 all = editor_all(e);
    const char *nl = from < all.n ? memchr(all.p + from, '\n', all.n - from) : NULL;
    struct str8 para = s8_sub(all, 0, nl ? (size_t)(nl - all.p) : all.n);
    size_t fits = fit(para, from, e->width);
    while (fits < para.n && para.p[fits] == ' ' && between(para, fits + 1))
        fits++;
    *soft = fits < para.n;
    return *soft ? last_break(para, from, fits) : para.n;
}

/* Starts of the lines after the one at `from`, until the end of the text, or until one starts where
 * an old one after the change did: then *old is its index. */
struct fresh {
    size_t *start, n, cap;
    struct arena a;
};

static void break_lines(struct editor *e, size_t from, size_t changed, size_t delta, size_t *old,
                        struct fresh *out) {
    for (size_t n = editor_all(e).n;;) {
        bool soft;
        size_t end = line_end(e, from, &soft);
        e->broken++;
        if (end >= n && !soft) {
            *old = e->n_lines;
            return;
        }
        from = soft ? end : end + 1;
        while (*old < e->n_lines && e->start[*old] + delta < from)
            (*old)++;
        if (from >= changed && *old < e->n_lines && e->start[*old] + delta == from)
            return;
        *ARENA_PUSH(&out->a, out->start, out->n, out->cap) = from;
    }
}

/* Puts the fresh starts in place of [first, old). */
static void splice(struct editor *e, size_t first, size_t old, size_t delta,
                   const struct fresh *fresh) {
    size_t kept = e->n_lines - old, n = first + fresh->n + kept;
    if (n > e->cap_lines) {
        e->cap_lines = n * 2;
        e->start = mem_realloc(e->start, mem_mul(e->cap_lines, sizeof *e->start));
    }
    memmove(&e->start[first + fresh->n], &e->start[old], kept * sizeof *e->start);
    for (size_t i = first + fresh->n; i < n; i++)
        e->start[i] += delta;
    if (fresh->n)
        memcpy(&e->start[first], fresh->start, fresh->n * sizeof *e->start);
    e->n_lines = n;
}

void lines_make(struct editor *e) {
    struct fresh fresh = {0};
    size_t old = 0;
    e->n_lines = 0;
    *ARENA_PUSH(&fresh.a, fresh.start, fresh.n, fresh.cap) = 0;
    break_lines(e, 0, 0, 0, &old, &fresh);
    splice(e, 0, 0, 0, &fresh);
    arena_free(&fresh.a);
}

/* The last line that starts at `at` or before it. */
static size_t line_of(const struct editor *e, size_t at) {
    size_t lo = 0, hi = e->n_lines;
    while (hi - lo > 1) {
        size_t mid = lo + (hi - lo) / 2;
        if (e->start[mid] <= at)
            lo = mid;
        else
            hi = mid;
    }
    return lo;
}

void lines_change(struct editor *e, size_t at, size_t removed, size_t inserted) {
    struct fresh fresh = {0};
    size_t delta = inserted - removed; /* modulo, as offsets are added */
    size_t first = line_of(e, at), old;
    /* A word that has become shorter may go up to the line before. Where a line ends is decided by
     * a few bytes beyond it. */
    while (first > 0 && at < e->start[first] + BEYOND &&
           editor_all(e).p[e->start[first] - 1] != '\n')
        first--;
    if (first > 0 && editor_all(e).p[e->start[first] - 1] != '\n')
        first--;
    old = first + 1;
    while (old < e->n_lines && e->start[old] < at + removed)
        old++;
    break_lines(e, e->start[first], at + inserted, delta, &old, &fresh);
    splice(e, first + 1, old, delta, &fresh);
    arena_free(&fresh.a);
}

void editor_width(struct editor *e, size_t columns) {
    columns = columns < 2 ? 2 : columns;
    if (columns == e->width)
        return;
    e->width = columns;
    lines_make(e);
}

size_t editor_n_lines(const struct editor *e) {
    return e->n_lines;
}

struct editor_line editor_line(const struct editor *e, size_t i) {
    struct str8 all = editor_all(e);
    struct editor_line l = {.from = e->start[i], .to = all.n};
    if (i + 1 < e->n_lines) {
        l.soft = all.p[e->start[i + 1] - 1] != '\n';
        l.to = e->start[i + 1] - (l.soft ? 0 : 1);
    }
    return l;
}

void editor_place(const struct editor *e, size_t at, size_t *line, size_t *column) {
    struct str8 all = editor_all(e);
    size_t used = 0;
    *line = line_of(e, at);
    for (size_t i = e->start[*line]; i < at && i < all.n;) {
        size_t end = plain(all, i) ? i + 1 : utf8_next(all, i);
        used += cluster_width(s8_sub(all, i, end), used);
        i = end;
    }
    *column = used < e->width ? used : e->width - 1;
}

size_t editor_at(const struct editor *e, size_t i, size_t column) {
    struct str8 all = editor_all(e);
    struct editor_line l = editor_line(e, i);
    size_t at = l.from, used = 0;
    while (at < l.to) {
        size_t end = utf8_next(all, at);
        size_t w = cluster_width(s8_sub(all, at, end), used);
        if (used + w > column || (l.soft && end >= l.to))
            break;
        used += w;
        at = end;
    }
    return at;
}
