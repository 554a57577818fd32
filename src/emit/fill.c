/* Inlines broken into lines. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "emit/layout.h"

enum { NO_BREAK_SPACE = 0xA0, SOFT_HYPHEN = 0xAD, NARROW_NO_BREAK_SPACE = 0x202F };

/* --- Flattening ------------------------------------------------------------------------------- */

static void add_leaf(struct arena *a, struct flat *f, const struct doc_node *n) {
    struct flat_leaf *leaf = ARENA_PUSH(a, f->leaves, f->n, f->cap);
    leaf->at = f->text.n;
    leaf->mark = n->mark;
    if (n->kind == DOC_NOTE_REF) {
        leaf->note = n->number;
        buf_printf(&f->text, "[%d]", n->number);
    } else if (n->kind == DOC_BREAK) {
        buf_byte(&f->text, '\n');
    } else {
        buf_str8(&f->text, n->text);
    }
}

/* The address after a link's text, where the text is not itself the address. */
static void add_address(struct flat *f, const struct doc_node *link, size_t text_at) {
    struct str8 text = s8_skip(buf_str8_of(&f->text), text_at), href = link->href;
    if (s8_starts(href, S8("mailto:")) && s8_eq(text, s8_skip(href, 7)))
        return;
    if (href.n && !s8_eq(text, href))
        buf_printf(&f->text, " (%.*s)", S8F(href));
}

static void add_inlines(struct arena *a, struct flat *f, const struct doc_node *parent) {
    for (const struct doc_node *n = parent->first; n; n = n->next) {
        size_t at = f->text.n;
        if (n->first)
            add_inlines(a, f, n);
        else
            add_leaf(a, f, n);
        if (n->kind == DOC_LINK)
            add_address(f, n, at);
    }
}

void flat_inlines(struct arena *a, struct flat *f, const struct doc_node *block) {
    add_inlines(a, f, block);
}

void flat_free(struct flat *f) {
    buf_free(&f->text);
}

/* --- Pieces: what lies between two places where a line may end -------------------------------- */

struct piece {
    size_t from, to; /* bytes, trailing spaces included */
    size_t width;    /* columns if the line goes on after it */
    size_t last;     /* columns if the line ends after it: no space, but the hyphen */
    bool ends_line;  /* it must */
};

static bool is_space(char c) {
    return c == ' ' || c == '\n';
}

static void measure(struct str8 s, struct piece *p) {
    size_t end = p->to, len;
    uint32_t c = 0;
    p->width = 0;
    while (end > p->from && is_space(s.p[end - 1]))
        end--;
    for (size_t i = p->from; i < end; i += len) {
        c = utf8_decode(s, i, &len);
        p->width += c == SOFT_HYPHEN ? 0 : utf8_width(s8_sub(s, i, i + len));
    }
    p->last = p->width + (c == SOFT_HYPHEN);
    p->width += p->to - end;
}

/* An address is broken after "/" and the like, but not in "https://" or after a full stop. */
static void keep_addresses(struct str8 s, char *breaks) {
    bool inside = false;
    for (size_t i = 3; i < s.n; i++) {
        if (memcmp(s.p + i - 3, "://", 3) == 0) {
            inside = true;
            breaks[i] = breaks[i - 1] = UTF8_BREAK_NO;
        }
        inside = inside && !is_space(s.p[i]);
        if (inside && s.p[i - 1] == '.')
            breaks[i] = UTF8_BREAK_NO;
    }
}

/* Where lines may end; the caller frees it. A note's number stays with what it stands after. */
static char *breaks_of(const struct flat *f) {
    char *breaks = mem_zalloc(f->text.n + 1);
    utf8_line_breaks(buf_str8_of(&f->text), breaks);
    for (size_t i = 0; i < f->n; i++)
        if (f->leaves[i].note)
            for (size_t at = f->leaves[i].at; at == f->leaves[i].at || f->text.p[at] != ']'; at++)
                breaks[at] = UTF8_BREAK_NO;
    keep_addresses(buf_str8_of(&f->text), breaks);
    return breaks;
}

static bool next_piece(struct str8 s, const char *breaks, struct piece *p) {
    p->from = p->to;
    if (p->from >= s.n)
        return false;
    size_t i = p->from;
    while (i < s.n && s.p[i] != '\n' && (i == p->from || breaks[i] == UTF8_BREAK_NO))
        i++;
    p->ends_line = i < s.n && s.p[i] == '\n';
    p->to = i + p->ends_line;
    measure(s, p);
    return true;
}

void flat_measure(const struct flat *f, size_t *widest_line, size_t *widest_word) {
    char *breaks = breaks_of(f);
    struct piece p = {0};
    size_t line = 0;
    *widest_line = *widest_word = 0;
    while (next_piece(buf_str8_of(&f->text), breaks, &p)) {
        if (p.last > *widest_word)
            *widest_word = p.last;
        if (line + p.last > *widest_line)
            *widest_line = line + p.last;
        line = p.ends_line ? 0 : line + p.width;
    }
    free(breaks);
}

/* --- Filling ---------------------------------------------------------------------------------- */

struct filling {
    struct arena *a;
    const struct flat *f;
    struct filled_lines *out;
    size_t leaf; /* the one that the next line begins in */
};

/* As it is printed: characters that only steer the breaking are gone. */
static struct str8 printable(struct arena *a, struct str8 s) {
    struct buf b = {0};
    uint32_t c = 0;
    for (size_t i = 0, len; i < s.n; i += len) {
        c = utf8_decode(s, i, &len);
        if (c == NO_BREAK_SPACE || c == NARROW_NO_BREAK_SPACE || c == '\n')
            buf_byte(&b, ' ');
        else if (c != SOFT_HYPHEN && c != 0x200B && c != 0x2060 && c != 0xFEFF)
            buf_bytes(&b, s.p + i, len);
    }
    if (c == SOFT_HYPHEN)
        buf_byte(&b, '-');
    struct str8 out = arena_str8(a, s8_trim_right(buf_str8_of(&b)));
    buf_free(&b);
    return out;
}

static void put_line(struct filling *g, size_t from, size_t to) {
    const struct flat *f = g->f;
    struct filled *line = ARENA_PUSH(g->a, g->out->items, g->out->n, g->out->cap);
    int *notes = NULL;
    size_t cap = 0;
    line->text = printable(g->a, s8_trim_right(s8_sub(buf_str8_of(&f->text), from, to)));
    line->width = utf8_width(line->text);
    for (size_t i = g->leaf; i < f->n && f->leaves[i].at < to; i++) {
        bool over = i + 1 < f->n && f->leaves[i + 1].at <= from;
        if (!line->mark.n && !over)
            line->mark = f->leaves[i].mark;
        if (f->leaves[i].note && f->leaves[i].at >= from)
            *ARENA_PUSH(g->a, notes, line->n_notes, cap) = f->leaves[i].note;
        g->leaf = i;
    }
    line->notes = notes;
}

/* A piece wider than a line, cut; gives where the last line begins. With a soft hyphen in it a
 * column is kept for the hyphen. */
static size_t cut(struct filling *g, const struct piece *p, size_t first, size_t rest) {
    struct str8 s = buf_str8_of(&g->f->text);
    struct piece left = *p;
    bool hyphen = s8_find(s8_sub(s, p->from, p->to), S8("\u00AD")) >= 0;
    for (size_t room = first; left.last > room; room = rest) {
        struct str8 text = s8_sub(s, left.from, left.to);
        size_t fit = utf8_fit(text, room - (hyphen && room > 1));
        if (fit == 0) /* a wide character in a column of one */
            utf8_decode(text, 0, &fit);
        if (fit >= text.n)
            break;
        struct piece head = {.from = left.from, .to = left.from + fit};
        measure(s, &head);
        put_line(g, head.from, head.to);
        left.from = head.to;
        left.last -= head.width < left.last ? head.width : left.last;
    }
    return left.from;
}

void flat_fill(struct arena *a, const struct flat *f, size_t first, size_t rest,
               struct filled_lines *out) {
    struct str8 s = buf_str8_of(&f->text);
    struct filling g = {.a = a, .f = f, .out = out};
    struct piece p = {0};
    char *breaks = breaks_of(f);
    size_t start = 0, used = 0, room = first;
    while (next_piece(s, breaks, &p)) {
        if (used && used + p.last > room) {
            put_line(&g, start, p.from);
            start = p.from;
            used = 0;
            room = rest;
        }
        if (used == 0 && p.last > room) {
            start = cut(&g, &p, room, rest);
            struct piece tail = {.from = start, .to = p.to};
            measure(s, &tail);
            p.width = tail.width;
            room = rest;
        }
        used += p.width;
        if (p.ends_line) {
            put_line(&g, start, p.to);
            start = p.to;
            used = 0;
            room = rest;
        }
    }
    if (start < s.n)
        put_line(&g, start, s.n);
    free(breaks);
}
