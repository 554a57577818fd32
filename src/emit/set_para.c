/* Lines of a paragraph become marks. */
#include "emit/set_private.h"

#include <string.h>

/* --- Elements --------------------------------------------------------------------------------- */

/* The element of a container, made when the first text in it is. */
static struct elem *span_elem(struct set *s, struct set_span *span, struct elem *block) {
    if (!span)
        return block;
    if (span->elem)
        return span->elem;
    struct elem *parent = span_elem(s, span->parent, block);
    const struct doc_node *n = span->node;
    if (n->kind == DOC_NOTE_REF) {
        parent = sheet_elem(s->sheet, parent, ELEM_REFERENCE);
        parent->note = n->number;
    }
    bool link = n->kind == DOC_NOTE_REF || n->kind == DOC_LINK;
    enum elem_kind kind = link                       ? ELEM_LINK
                          : n->kind == DOC_CODE_SPAN ? ELEM_CODE
                          : n->kind == DOC_STRONG    ? ELEM_STRONG
                                                     : ELEM_EM;
    struct elem *e = span->elem = sheet_elem(s->sheet, parent, kind);
    if (n->kind == DOC_LINK)
        e->href = span->href;
    else if (link)
        e->note = n->number;
    return e;
}

/* --- Marks ------------------------------------------------------------------------------------ */

struct set_line *set_line(struct set *s, struct set_lines *out, mp height, mp base) {
    struct set_line *line = ARENA_PUSH(s->a, out->item, out->n, out->cap);
    *line = (struct set_line){.height = height, .base = base};
    return line;
}

void set_line_mark(struct set_line *line, struct sheet_mark *mark) {
    if (line->last)
        line->last->next = mark;
    else
        line->first = mark;
    line->last = mark;
}

struct sheet_mark *set_rule(struct set *s, mp x, mp y, mp width, mp height) {
    struct sheet_mark *m = sheet_mark(s->sheet, NULL, NULL, MARK_RULE);
    m->x = x;
    m->y = y;
    m->width = width;
    m->height = height;
    return m;
}

mp set_leading(const struct set *s, enum look_kind kind) {
    mp leading = mp_twips(look_of(kind)->leading);
    return s->review ? leading * 5 / 4 : leading;
}

/* So far below a line's top the baseline stands: capitals are in the middle. */
static mp baseline(mp leading, mp size) {
    return (leading + size * 2 / 3) / 2;
}

static mp run_width(const struct glyph_run *run, mp size) {
    return (mp)(run->width * size / font_units_per_em(run->font));
}

static struct sheet_mark *text_mark(struct set *s, struct elem *elem, const struct glyph_run *run,
                                    mp size) {
    struct sheet_mark *m = sheet_mark(s->sheet, NULL, elem, MARK_TEXT);
    m->run = ARENA_NEW(s->a, struct glyph_run, 1);
    *m->run = *run;
    m->size = size;
    m->width = run_width(run, size);
    return m;
}

struct sheet_mark *set_mark(struct set *s, struct str8 text, enum look_kind look, mp size,
                            struct elem *elem, mp x) {
    const struct look *l = look_of(look);
    enum font_face face = (enum font_face)((int)l->family * 4 + l->bold + 2 * l->italic);
    struct glyph_runs runs = {0};
    struct sheet_mark *first = NULL, *last = NULL;
    if (s->status == ST_OK)
        s->status = fonts_shape(s->fs, s->a, face, text, &runs, s->err);
    for (size_t i = 0; s->status == ST_OK && i < runs.n; i++) {
        struct sheet_mark *m = text_mark(s, elem, &runs.run[i], size ? size : l->size * 500);
        m->x = x;
        x += m->width;
        *(last ? &last->next : &first) = m;
        last = m;
    }
    return first;
}

/* --- Lines ------------------------------------------------------------------------------------ */

/* Where on a line its next text stands. */
struct pen {
    struct set *s;
    const struct para *p;
    struct elem *block;
    struct set_line *line;
    size_t from, to; /* bytes of the line; spaces at its end have no width */
    size_t seen;     /* bytes before the spaces at its end */
    mp x;
};

/* How many of a run's first glyphs stand for what is before byte `at`, or, in text that runs
 * leftwards, for what is at it or after it. */
static size_t glyphs_before(const struct glyph_run *run, size_t at, bool leftwards) {
    size_t low = 0, high = run->n;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (leftwards ? run->glyph[mid].text >= at : run->glyph[mid].text < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* The glyphs that stand for bytes [from, to) of a run, and their text, as the sheet's own: one
 * piece of the run in either direction. */
static struct glyph_run slice(struct set *s, const struct glyph_run *run, size_t from, size_t to) {
    bool left = run->glyph[0].text > run->glyph[run->n - 1].text;
    size_t a = glyphs_before(run, left ? to : from, left);
    size_t b = glyphs_before(run, left ? from : to, left);
    struct str8 text = arena_str8(s->a, s8_sub(run->text, from, to));
    struct glyph_run out = {.font = run->font, .text = text, .n = b - a};
    out.glyph = ARENA_NEW(s->a, struct glyph, out.n);
    memcpy(out.glyph, run->glyph + a, out.n * sizeof *out.glyph);
    for (size_t i = 0; i < out.n; i++) {
        out.glyph[i].text -= (uint32_t)from;
        out.width += out.glyph[i].advance;
    }
    return out;
}

/* Spaces at a line's end are there, but take no room. */
static void flatten_spaces(struct glyph_run *run, size_t from) {
    for (size_t i = 0; i < run->n; i++)
        if (run->glyph[i].text >= from) {
            run->width -= run->glyph[i].advance;
            run->glyph[i].advance = 0;
        }
}

static void put_mark(struct pen *pen, const struct set_leaf *leaf, const struct glyph_run *run) {
    struct elem *elem = span_elem(pen->s, leaf->span, pen->block);
    struct sheet_mark *m = text_mark(pen->s, elem, run, leaf->size);
    m->x = pen->x;
    m->y = pen->line->base - leaf->rise;
    pen->x += m->width;
    set_line_mark(pen->line, m);
    if (leaf->underline) {
        mp thick = leaf->size / 18;
        set_line_mark(pen->line,
                      set_rule(pen->s, m->x, pen->line->base + leaf->size / 9, m->width, thick));
    }
}

static void put_leaf(struct pen *pen, const struct set_leaf *leaf) {
    size_t at = leaf->from;
    if (leaf->from >= pen->from)
        pen->x += leaf->lead;
    for (size_t i = 0; i < leaf->runs.n; i++) {
        const struct glyph_run *run = &leaf->runs.run[i];
        size_t end = at + run->text.n;
        size_t from = at > pen->from ? at : pen->from, to = end < pen->to ? end : pen->to;
        if (from < to) {
            struct glyph_run part = slice(pen->s, run, from - at, to - at);
            if (to > pen->seen)
                flatten_spaces(&part, pen->seen > from ? pen->seen - from : 0);
            put_mark(pen, leaf, &part);
        }
        at = end;
    }
}

/* A hyphen after what stands last on the line, in the same element. */
static void put_hyphen(struct pen *pen, const struct set_leaf *leaf) {
    struct set *s = pen->s;
    struct glyph_runs runs = {0};
    s->status = fonts_shape(s->fs, s->a, leaf->face, S8("-"), &runs, s->err);
    if (s->status != ST_OK || !runs.n)
        return;
    struct glyph_run run = runs.run[0];
    run.text = S8("\xc2\xad");
    run.glyph[0].text_len = (uint32_t)run.text.n;
    run.glyph[0].soft_hyphen = true;
    put_mark(pen, leaf, &run);
}

/* The first reference to a note: it is queued, and the line of the text knows it. */
static void refer(struct set *s, struct set_line *line, int note) {
    struct set_note *n = &s->note[note - 1];
    if (n->seen)
        return;
    n->seen = true;
    n->root = s->root ? s->root : note;
    struct set_note *root = &s->note[n->root - 1];
    if (root != n)
        *ARENA_PUSH(s->a, root->followers, root->n_followers, root->cap_followers) = note;
    else
        *ARENA_PUSH(s->a, line->notes, line->n_notes, line->cap_notes) = note;
    *ARENA_PUSH(s->a, s->queue, s->n_queue, s->cap_queue) = note;
}

static void put_line(struct pen *pen, size_t *leaf, bool hyphen) {
    const struct para *p = pen->p;
    size_t last = *leaf;
    for (; *leaf < p->n_leaves && p->leaf[*leaf].from < pen->to; ++*leaf) {
        const struct set_leaf *l = &p->leaf[*leaf];
        last = *leaf;
        put_leaf(pen, l);
        if (l->note && l->from >= pen->from)
            refer(pen->s, pen->line, l->note);
        if (l->to > pen->to)
            break;
    }
    if (hyphen)
        put_hyphen(pen, &p->leaf[last]);
}

/* No line alone before or after a page's end. */
static void glue_lines(struct set_lines *out, size_t first, const struct para_ends *ends) {
    for (size_t i = 0; i < ends->n; i++) {
        struct set_line *line = &out->item[first + i];
        bool edge = i + 1 < ends->n && (i == 0 || i + 2 == ends->n);
        line->glue = ends->item[i].hyphen ? GLUE_WORD : edge ? GLUE_PARA : GLUE_NONE;
    }
}

static size_t visible_end(const struct para *p, size_t from, size_t to) {
    while (to > from && p->text.p[to - 1] == ' ')
        to--;
    return to;
}

void set_para(struct set *s, struct para *p, struct text_look look, struct elem *elem,
              struct set_box box, struct set_lines *out) {
    struct para_ends ends = {0};
    if (s->status != ST_OK)
        return;
    para_break(s, p, box.width, look.hyphenate, &ends);
    mp size = look.size ? look.size : look_of(look.kind)->size * 500;
    mp height = set_leading(s, look.kind);
    size_t first = out->n, leaf = 0, from = 0;
    for (size_t i = 0; i < ends.n && s->status == ST_OK; i++) {
        struct set_line *line = set_line(s, out, height, baseline(height, size));
        struct pen pen = {.s = s, .p = p, .block = elem, .line = line, .from = from};
        pen.to = ends.item[i].to;
        pen.seen = visible_end(p, from, pen.to);
        mp hyphen = ends.item[i].hyphen ? p->hyphen : 0;
        mp room = box.width - para_width(p, from, pen.to) - hyphen;
        mp shift = room <= 0 || box.align == SET_LEFT ? 0
                   : box.align == SET_RIGHT           ? room
                                                      : room / 2;
        pen.x = box.left + shift;
        line->text = true;
        put_line(&pen, &leaf, ends.item[i].hyphen);
        from = pen.to;
    }
    if (s->status == ST_OK)
        glue_lines(out, first, &ends);
}
