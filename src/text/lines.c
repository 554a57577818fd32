/* Lines: a text broken softly to a width.
 *
 * Where a line ends depends on nothing but the text from its start on, and on a bounded piece of
 * that: what fits, the spaces that hang and one cluster more. So after a change lines are broken
 * anew from the first that looked as far as the change, until one starts where one started before.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "text/private.h"

enum {
    TAB = 4,
    BEYOND = 8,      /* bytes past what fits that may decide if a line can end there */
    LONGEST_CHAR = 4 /* bytes: the character after a cluster decides that it ends */
};

/* Characters of no width that the screen shows something for all the same, so that they are not
 * overlooked: the soft hyphen, direction marks, line ends of Unicode's own, byte order marks. */
static bool is_shown(uint32_t c) {
    return c == 0xAD || c == 0x200E || c == 0x200F || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

/* The columns of the cluster [at, end) when it stands in `column`. */
static size_t cluster_width(struct str8 s, size_t at, size_t end, size_t column) {
    size_t len;
    if (s.p[at] == '\t')
        return TAB - column % TAB;
    bool shown = (unsigned char)s.p[at] >= 0x80 && is_shown(utf8_decode(s, at, &len));
    return shown ? 1 : utf8_width(s8_sub(s, at, end));
}

/* As much from `from` as is at most `columns` wide, within the paragraph; at least one cluster.
 * *seen: the end of the last cluster that was looked at. */
static size_t fit(struct str8 s, size_t from, size_t columns, size_t *seen) {
    size_t at = from, used = 0;
    for (*seen = from; at < s.n && s.p[at] != '\n'; at = *seen) {
        *seen = utf8_next(s, at);
        used += cluster_width(s, at, *seen, used);
        if (used > columns && at > from)
            break;
    }
    return at;
}

static bool space_hangs(struct str8 s, size_t at) {
    return at < s.n && s.p[at] == ' ' && utf8_next(s, at) == at + 1;
}

/* The end of the piece that decides where a line that has room up to `fits` can end. */
static size_t window_end(struct str8 s, size_t fits) {
    size_t end = fits;
    while (end < s.n && s.p[end] != '\n' && (end < fits + BEYOND || !between_chars(s, end)))
        end++;
    return end;
}

/* The last place in `window` after its start, and at most `fits`, where a line may end; `fits` when
 * there is none. Unicode would break between a space and a mark on it, which are one cluster. */
static size_t last_break(struct str8 window, size_t fits) {
    char few[1024], *breaks = window.n > sizeof few ? mem_alloc(window.n) : few;
    utf8_line_breaks(window, breaks);
    size_t at = fits;
    while (at > 0 &&
           (breaks[at] == UTF8_BREAK_NO || utf8_next(window, utf8_prev(window, at)) != at))
        at--;
    if (breaks != few)
        free(breaks);
    return at > 0 ? at : fits;
}

/* What is known of a line when it has been broken. */
struct broken {
    size_t end;  /* the paragraph's end or, when `soft`, where the next line starts */
    bool soft;   /* the paragraph goes on */
    size_t seen; /* nothing from here on had a say; grows from line to line of a paragraph */
};

static struct broken break_line(struct editor *e, size_t from) {
    struct str8 all = editor_all(e);
    size_t seen, fits = fit(all, from, e->width, &seen);
    while (space_hangs(all, fits))
        fits++;
    size_t end = window_end(all, fits);
    struct broken b = {.end = fits,
                       .soft = fits < all.n && all.p[fits] != '\n',
                       .seen = (seen > end ? seen : end) + LONGEST_CHAR};
    if (b.soft)
        b.end = from + last_break(s8_sub(all, from, end), fits - from);
    e->broken++;
    return b;
}

/* Starts of the lines after the one at `from`, until the end of the text, or until one starts where
 * an old one from *old on, which is the first after the change, did: then *old is its index. */
struct fresh {
    size_t *start, n, cap;
    struct arena a;
};

static void break_lines(struct editor *e, size_t from, size_t delta, size_t *old,
                        struct fresh *out) {
    for (size_t n = editor_all(e).n;;) {
        struct broken line = break_line(e, from);
        if (line.end >= n && !line.soft) {
            *old = e->n_lines;
            return;
        }
        from = line.soft ? line.end : line.end + 1;
        while (*old < e->n_lines && e->start[*old] + delta < from)
            (*old)++;
        if (*old < e->n_lines && e->start[*old] + delta == from)
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
    break_lines(e, 0, 0, &old, &fresh);
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

/* Is line `i` the first of its paragraph? */
static bool begins_para(const struct editor *e, size_t i) {
    return i == 0 || editor_all(e).p[e->start[i] - 1] == '\n';
}

void lines_change(struct editor *e, size_t at, size_t removed, size_t inserted) {
    struct fresh fresh = {0};
    size_t delta = inserted - removed; /* modulo, as offsets are added */
    size_t first = line_of(e, at), old;
    /* A word that has become shorter may go up. What an earlier line saw ends earlier, so the first
     * that did not see the change is the last to ask. */
    while (!begins_para(e, first) && break_line(e, e->start[first - 1]).seen > at)
        first--;
    old = first + 1;
    while (old < e->n_lines && e->start[old] < at + removed)
        old++;
    break_lines(e, e->start[first], delta, &old, &fresh);
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
    for (size_t i = e->start[*line], end; i < at && i < all.n; i = end) {
        end = utf8_next(all, i);
        used += cluster_width(all, i, end, used);
    }
    *column = used < e->width ? used : e->width - 1;
}

size_t editor_at(const struct editor *e, size_t i, size_t column) {
    struct str8 all = editor_all(e);
    struct editor_line l = editor_line(e, i);
    size_t at = l.from, used = 0;
    while (at < l.to) {
        size_t end = utf8_next(all, at);
        size_t w = cluster_width(all, at, end, used);
        if (used + w > column || (l.soft && end >= l.to))
            break;
        used += w;
        at = end;
    }
    return at;
}
