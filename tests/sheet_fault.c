#include "tests/sheet_fault.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "emit/link.h"
#include "emit/look.h"

static const char *fault(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
static const char *fault(const char *fmt, ...) {
    static char text[1000];
    va_list ap;
    va_start(ap, fmt);
    vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    return text;
}

/* --- Reading a sheet -------------------------------------------------------------------------- */

static void add_text(const struct elem *e, struct buf *out) {
    for (const struct elem_kid *k = e->first; k; k = k->next) {
        if (k->elem)
            add_text(k->elem, out);
        else if (k->mark->kind == MARK_TEXT && !s8_eq(k->mark->run->text, S8("\xc2\xad")))
            buf_str8(out, k->mark->run->text);
    }
}

struct str8 sheet_text(struct arena *a, const struct elem *e) {
    struct buf b = {0};
    add_text(e, &b);
    struct str8 text = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return text;
}

static const struct sheet_mark *first_mark(const struct elem *e) {
    for (const struct elem_kid *k = e->first; k; k = k->next) {
        const struct sheet_mark *m = k->mark ? k->mark : first_mark(k->elem);
        if (m)
            return m;
    }
    return NULL;
}

const struct elem *sheet_find(const struct elem *e, enum elem_kind kind) {
    while ((e = e->after) && e->kind != kind) {
    }
    return e;
}

static const struct elem *inside(const struct elem *e, enum elem_kind kind) {
    while (e && e->kind != kind)
        e = e->parent;
    return e;
}

static void dump_elem(const struct elem *e, int depth, struct buf *out) {
    buf_printf(out, "%*s%d level %d note %d '%.*s'\n", depth, "", (int)e->kind, e->level, e->note,
               S8F(e->href));
    for (const struct elem_kid *k = e->first; k; k = k->next) {
        if (k->elem)
            dump_elem(k->elem, depth + 1, out);
        else
            buf_printf(out, "%*smark %zu\n", depth + 1, "", k->mark->serial);
    }
}

void sheet_dump(const struct sheet *s, struct buf *out) {
    for (const struct sheet_page *p = s->first; p; p = p->next)
        for (const struct sheet_mark *m = p->first; m; m = m->next) {
            struct str8 text = m->run ? m->run->text : (struct str8){0};
            buf_printf(out, "%d %zu %d %d,%d %dx%d %d '%.*s'\n", p->number, m->serial, (int)m->kind,
                       m->x, m->y, m->width, m->height, m->size, S8F(text));
        }
    dump_elem(s->root, 0, out);
}

/* --- What a document says, in reading order --------------------------------------------------- */

struct said {
    const struct doc *d;
    struct buf *out;
    bool *seen; /* by note */
    int *queue; /* notes referred to */
    size_t n, done;
    int depth;
    bool in_note;
};

static void say_inlines(struct said *s, struct arena *a, const struct doc_node *parent) {
    for (const struct doc_node *n = parent->first; n; n = n->next) {
        buf_str8(s->out, n->text);
        if (n->kind == DOC_NOTE_REF) {
            buf_printf(s->out, "%d", n->number);
            if (!s->seen[n->number])
                s->queue[s->n++] = n->number;
            s->seen[n->number] = true;
        }
        say_inlines(s, a, n);
        if (n->kind == DOC_LINK && !link_uri(a, n->href).n && n->href.n &&
            !s8_eq(doc_plain(a, n), n->href))
            buf_printf(s->out, "(%.*s)", S8F(n->href));
    }
}

static void say_blocks(struct said *s, struct arena *a, const struct doc_node *parent);

static void say_notes(struct said *s, struct arena *a) {
    int depth = s->depth;
    if (s->in_note)
        return;
    s->in_note = true;
    s->depth = 0;
    while (s->done < s->n) {
        int number = s->queue[s->done++];
        const struct doc_node *note = s->d->notes;
        while (note->number != number)
            note = note->next;
        buf_printf(s->out, "%d", number);
        say_blocks(s, a, note);
    }
    s->in_note = false;
    s->depth = depth;
}

static void say_rows(struct said *s, struct arena *a, const struct doc_node *table) {
    for (const struct doc_node *row = table->first; row; row = row->next)
        for (const struct doc_node *cell = row->first; cell; cell = cell->next) {
            say_inlines(s, a, cell);
            if (table->kind == DOC_TABLE || !cell->next)
                say_notes(s, a);
        }
}

static void say_list(struct said *s, struct arena *a, const struct doc_node *list) {
    int number = list->start;
    for (const struct doc_node *item = list->first; item; item = item->next) {
        if (list->ordered)
            buf_printf(s->out, "%d.", number++);
        else
            buf_str(s->out, look_bullet(s->depth));
        s->depth++;
        say_blocks(s, a, item);
        s->depth--;
    }
}

static void say_blocks(struct said *s, struct arena *a, const struct doc_node *parent) {
    for (const struct doc_node *n = parent->first; n; n = n->next) {
        if (n->kind == DOC_LIST)
            say_list(s, a, n);
        else if (n->kind == DOC_TABLE || n->kind == DOC_FIELDS)
            say_rows(s, a, n);
        else if (n->kind == DOC_QUOTE)
            say_blocks(s, a, n);
        else if (n->kind == DOC_CODE)
            buf_str8(s->out, n->text);
        else
            say_inlines(s, a, n);
        say_notes(s, a);
    }
}

/* Without spaces and what is not seen. */
static struct str8 bare(struct arena *a, struct str8 s) {
    char *out = arena_alloc(a, s.n + 1);
    size_t n = 0;
    for (size_t at = 0, len; at < s.n; at += len) {
        char bytes[4];
        size_t k = font_printable(utf8_decode(s, at, &len), 0, bytes);
        if (k && bytes[0] != ' ') {
            memcpy(out + n, bytes, k);
            n += k;
        }
    }
    return (struct str8){out, n};
}

static const char *text_fault(struct arena *a, const struct sheet *s, const struct doc *d) {
    struct buf b = {0};
    struct said said = {.d = d, .out = &b};
    said.seen = ARENA_NEW(a, bool, (size_t)d->n_notes + 1);
    said.queue = ARENA_NEW(a, int, (size_t)d->n_notes + 1);
    buf_str8(&b, d->organisation);
    buf_str8(&b, doc_head_date(d));
    say_blocks(&said, a, d->body);
    struct str8 want = bare(a, buf_str8_of(&b)), got = bare(a, sheet_text(a, s->root));
    buf_free(&b);
    size_t at = 0;
    while (at < want.n && at < got.n && want.p[at] == got.p[at])
        at++;
    if (at == want.n && at == got.n)
        return NULL;
    size_t from = at > 30 ? at - 30 : 0;
    return fault("text: want '%.*s', got '%.*s'", S8F(s8_sub(want, from, at + 40)),
                 S8F(s8_sub(got, from, at + 40)));
}

/* --- Structure -------------------------------------------------------------------------------- */

static const char *link_fault(const struct sheet *s) {
    size_t kids = 0, marks = 0;
    for (const struct elem *e = s->root; e; e = e->after)
        for (const struct elem_kid *k = e->first; k; k = k->next) {
            if (k->elem ? k->elem->parent != e : k->mark->elem != e || k->mark->kid != k)
                return fault("a kid of element %zu does not know it", e->serial);
            kids += k->mark != NULL;
        }
    for (const struct sheet_page *p = s->first; p; p = p->next)
        for (const struct sheet_mark *m = p->first; m; m = m->next) {
            if (m->page != p)
                return fault("a mark on page %d does not know it", p->number);
            marks += m->elem != NULL;
        }
    return kids == marks ? NULL : fault("%zu marks in elements, %zu on pages", kids, marks);
}

static const char *parent_fault(const struct elem *e) {
    static const int parent_of[][2] = {{ELEM_ITEM, ELEM_LIST},   {ELEM_LBODY, ELEM_ITEM},
                                       {ELEM_THEAD, ELEM_TABLE}, {ELEM_TBODY, ELEM_TABLE},
                                       {ELEM_TD, ELEM_ROW},      {ELEM_TH, ELEM_ROW}};
    for (size_t i = 0; i < sizeof parent_of / sizeof *parent_of; i++)
        if ((int)e->kind == parent_of[i][0] && (int)e->parent->kind != parent_of[i][1])
            return fault("element %zu of kind %d in kind %d", e->serial, (int)e->kind,
                         (int)e->parent->kind);
    return NULL;
}

static const char *structure_fault(struct arena *a, const struct sheet *s) {
    int level = 0;
    size_t serial = 0;
    for (const struct elem *e = s->root; e; e = e->after) {
        const char *f = parent_fault(e);
        if (f)
            return f;
        if (e->serial != serial++)
            return fault("element %zu comes as number %zu", e->serial, serial - 1);
        if (e->kind == ELEM_LINK && e->href.n && !s8_eq(link_uri(a, e->href), e->href))
            return fault("a link to %.*s", S8F(e->href));
        if (e->kind != ELEM_H)
            continue;
        if (e->level < 1 || e->level > level + 1)
            return fault("a heading of level %d after %d", e->level, level);
        level = e->level;
    }
    return NULL;
}

/* --- Places ----------------------------------------------------------------------------------- */

static const char *mark_fault(const struct sheet *s, const struct sheet_mark *m, bool review) {
    mp left = LOOK_MARGIN_LEFT * 50, right = s->width - LOOK_MARGIN_RIGHT * 50, slack = 10;
    mp bottom = s->height - LOOK_MARGIN_BOTTOM * 50;
    bool number = review && !m->elem && m->artifact == ARTIFACT_LAYOUT && m->kind == MARK_TEXT;
    if (m->width < 0 || m->height < 0)
        return fault("a mark of width %d, height %d", m->width, m->height);
    if (m->x + m->width > right + slack || (!number && m->x < left))
        return fault("page %d: a mark from %d to %d, margins %d to %d: '%.*s'", m->page->number,
                     m->x, m->x + m->width, left, right,
                     S8F(m->run ? m->run->text : (struct str8){0}));
    mp top = m->artifact == ARTIFACT_HEADER ? 0
             : m->page->number || !s->logo  ? LOOK_MARGIN_TOP * 50
                                            : LOOK_HEADER * 50;
    if (m->y < top || m->y + m->height > bottom)
        return fault("page %d: a mark at %d, %d high", m->page->number, m->y, m->height);
    for (size_t i = 0; m->run && i < m->run->n; i++) {
        const struct glyph *g = &m->run->glyph[i];
        if (!g->id || g->text + g->text_len > m->run->text.n)
            return fault("a bad glyph in '%.*s'", S8F(m->run->text));
    }
    return NULL;
}

static const char *note_fault(const struct sheet *s) {
    for (const struct elem *e = s->root; e; e = e->after) {
        if (e->kind != ELEM_REFERENCE)
            continue;
        bool again = false;
        for (const struct elem *k = s->root; k != e; k = k->after)
            again = again || (k->kind == ELEM_REFERENCE && k->note == e->note);
        if (again)
            continue;
        const struct elem *note = s->root;
        while ((note = sheet_find(note, ELEM_NOTE)) && note->note != e->note) {
        }
        const struct sheet_mark *from = first_mark(e), *to = note ? first_mark(note) : NULL;
        if (!note || !to)
            return fault("note %d has no text", e->note);
        const struct sheet_place *place = &s->notes[e->note - 1];
        if (place->page != to->page->number)
            return fault("note %d is not where it is said to be", e->note);
        if (to->page->number < from->page->number)
            return fault("note %d stands before its reference", e->note);
    }
    return NULL;
}

/* --- Where pages end -------------------------------------------------------------------------- */

static bool is_body(const struct sheet_mark *m) {
    return m->elem && m->kind == MARK_TEXT && !inside(m->elem, ELEM_NOTE) &&
           m->elem->kind != ELEM_LBL && !m->elem->note;
}

static const struct sheet_mark *lowest(const struct sheet_page *p) {
    const struct sheet_mark *low = NULL;
    for (const struct sheet_mark *m = p->first; m; m = m->next)
        if (is_body(m) && (!low || m->y > low->y))
            low = m;
    return low;
}

/* Lines of a paragraph on its first and on its last page. */
struct lines {
    int page[2], n[2];
    mp y;
};

/* A line is another baseline. */
static void count_lines(const struct elem *e, struct lines *l) {
    for (const struct elem_kid *k = e->first; k; k = k->next) {
        const struct sheet_mark *m = k->mark;
        if (!m) {
            count_lines(k->elem, l);
            continue;
        }
        if (!is_body(m))
            continue;
        int page = m->page->number;
        if (page != l->page[1]) {
            l->page[0] = l->page[0] < 0 ? page : l->page[0];
            l->page[1] = page;
            l->n[1] = 0;
            l->y = -1;
        }
        l->n[page != l->page[0]] += m->y != l->y;
        l->y = m->y;
    }
}

static const char *lines_fault(const struct elem *e) {
    struct lines l = {.page = {-1, -1}, .y = -1};
    count_lines(e, &l);
    if (l.page[0] != l.page[1] && (l.n[0] < 2 || l.n[1] < 2))
        return fault("a line alone: pages %d to %d, %d and %d lines", l.page[0], l.page[1], l.n[0],
                     l.n[1]);
    return NULL;
}

static const char *hyphen_fault(const struct elem *e) {
    for (const struct elem_kid *k = e->first; k; k = k->next) {
        const struct sheet_mark *m = k->mark;
        const struct sheet_mark *next = !k->next        ? NULL
                                        : k->next->mark ? k->next->mark
                                                        : first_mark(k->next->elem);
        if (m && next && m->run && m->run->n && m->run->glyph[m->run->n - 1].soft_hyphen &&
            next->page != m->page)
            return fault("a word goes over from page %d", m->page->number);
    }
    return NULL;
}

static const char *ends_fault(const struct sheet *s) {
    for (const struct sheet_page *p = s->first; p; p = p->next) {
        bool any = false;
        for (const struct sheet_mark *m = p->first; m; m = m->next)
            any = any || m->elem;
        const struct sheet_mark *low = lowest(p);
        if (!any && s->root->first)
            return fault("page %d is empty", p->number);
        if (low && inside(low->elem, ELEM_H) && p->next && lowest(p->next))
            return fault("page %d ends with a heading", p->number);
    }
    for (const struct elem *e = s->root; e; e = e->after) {
        const char *f = hyphen_fault(e);
        if (!f && e->kind == ELEM_P && !inside(e, ELEM_NOTE))
            f = lines_fault(e);
        if (f)
            return f;
    }
    return NULL;
}

const char *sheet_fault(struct arena *a, const struct sheet *s, const struct doc *d, bool review) {
    const char *f = text_fault(a, s, d);
    int pages = 0;
    f = f ? f : link_fault(s);
    f = f ? f : structure_fault(a, s);
    f = f ? f : note_fault(s);
    f = f ? f : ends_fault(s);
    for (const struct sheet_page *p = s->first; p; p = p->next, pages++)
        for (const struct sheet_mark *m = p->first; m && !f; m = m->next)
            f = mark_fault(s, m, review);
    if (!f && (pages != s->n_pages || pages < 1))
        f = fault("%d pages, said to be %d", pages, s->n_pages);
    return f;
}
