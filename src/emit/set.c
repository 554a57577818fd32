/* Blocks become a column of lines, with elements and marks in reading order. */
#include "emit/set_private.h"

#include <stdio.h>
#include <string.h>
#include "emit/hyphen.h"

enum {
    MARKER_GAP = 4000,   /* between an item's marker and its text, at least: 4 pt */
    NARROWEST = 140000,  /* indentation ends where lines would be shorter: 140 pt */
    RULE_HEIGHT = 12000, /* of the line that a thematic break takes */
    RULE_THICK = 500,
    NOTE_INDENT = 14000,   /* of a footnote's text */
    REVIEW_MARGIN = 120000 /* wider on the right, to write in */
};

/* --- The column ------------------------------------------------------------------------------- */

static void put_marker(struct set *s, struct set_line *line) {
    if (!s->marker)
        return;
    for (struct sheet_mark *m = s->marker; m; m = m->next)
        m->y = line->base;
    s->last_marker->next = line->first;
    line->first = s->marker;
    if (!line->last)
        line->last = s->last_marker;
    s->marker = s->last_marker = NULL;
}

void set_block(struct set *s, struct set_lines *lines, enum look_kind kind) {
    const struct look *look = look_of(kind);
    for (size_t i = 0; i < lines->n; i++) {
        struct set_line *line = ARENA_PUSH(s->a, s->lines->item, s->lines->n, s->lines->cap);
        *line = lines->item[i];
        line->head = s->head;
        if (i == 0) {
            line->gap = larger(s->after, mp_twips(look->before));
            put_marker(s, line);
        }
    }
    if (lines->n)
        s->after = mp_twips(look->after);
}

/* A marker that found no line, or no room beside one, on a line of its own. */
static void flush_marker(struct set *s) {
    struct set_lines lines = {0};
    if (!s->marker)
        return;
    set_line(s, &lines, set_leading(s, s->kind), set_leading(s, s->kind) * 3 / 4)->glue =
        GLUE_HEADING;
    mp after = s->after;
    set_block(s, &lines, s->kind);
    s->after = 0;
    s->lines->item[s->lines->n - 1].gap = after;
}

struct set_box set_whole(const struct set *s) {
    return (struct set_box){s->left, s->right - s->left, SET_LEFT};
}

static void add_marker(struct set *s, struct sheet_mark *marks) {
    if (!marks)
        return;
    *(s->marker ? &s->last_marker->next : &s->marker) = marks;
    while (marks->next)
        marks = marks->next;
    s->last_marker = marks;
}

/* --- Text ------------------------------------------------------------------------------------- */

static void set_paragraph(struct set *s, const struct doc_node *n, struct elem *parent) {
    struct text_look look = {.kind = s->kind, .hyphenate = true};
    struct elem *e = sheet_elem(s->sheet, parent, ELEM_P);
    struct set_lines lines = {0};
    struct para p;
    para_make(s, n, look, &p);
    set_para(s, &p, look, e, set_whole(s), &lines);
    set_block(s, &lines, look.kind);
}

static void set_heading(struct set *s, const struct doc_node *n, struct elem *parent) {
    struct text_look look = {.kind = look_heading(n->level)};
    struct elem *e = sheet_elem(s->sheet, parent, ELEM_H);
    struct set_lines lines = {0};
    struct para p;
    s->heading = n;
    e->level = doc_outline_level(&s->outline, n);
    para_make(s, n, look, &p);
    set_para(s, &p, look, e, set_whole(s), &lines);
    for (size_t i = 0; i < lines.n; i++) {
        lines.item[i].glue = GLUE_HEADING;
        lines.item[i].heading = true;
    }
    if (lines.n) {
        struct set_bookmark *b = ARENA_NEW(s->a, struct set_bookmark, 1);
        *b = (struct set_bookmark){doc_plain(s->a, n), e->level};
        lines.item[0].bookmark = b;
    }
    set_block(s, &lines, look.kind);
}

static void set_code(struct set *s, const struct doc_node *n, struct elem *parent) {
    struct text_look look = {.kind = LOOK_CODE};
    struct elem *e = sheet_elem(s->sheet, parent, ELEM_P);
    struct set_lines lines = {0};
    struct para p;
    e = sheet_elem(s->sheet, e, ELEM_CODE);
    para_make(s, n, look, &p);
    set_para(s, &p, look, e, set_whole(s), &lines);
    set_block(s, &lines, look.kind);
}

static void set_break_rule(struct set *s) {
    struct set_lines lines = {0};
    mp third = (s->right - s->left) / 3;
    struct set_line *line = set_line(s, &lines, RULE_HEIGHT, RULE_HEIGHT * 3 / 4);
    set_line_mark(line, set_rule(s, s->left + third, RULE_HEIGHT / 2, third, RULE_THICK));
    set_block(s, &lines, s->kind);
}

/* A line to sign on, and who signs; it goes with the end of the paragraph above. */
static void set_sign(struct set *s, const struct doc_node *n, struct elem *parent) {
    struct text_look look = {.kind = LOOK_SIGN};
    struct elem *e = sheet_elem(s->sheet, parent, ELEM_P);
    struct set_lines lines = {0};
    struct para p;
    mp space = mp_twips(LOOK_SIGN_SPACE), width = mp_twips(LOOK_SIGN_WIDTH);
    if (s->lines->n && s->last_block != DOC_SIGN)
        s->lines->item[s->lines->n - 1].glue = GLUE_HEADING;
    struct set_line *line = set_line(s, &lines, space, space - RULE_THICK);
    set_line_mark(line,
                  set_rule(s, s->left, space - RULE_THICK,
                           width < s->right - s->left ? width : s->right - s->left, RULE_THICK));
    para_make(s, n, look, &p);
    set_para(s, &p, look, e, set_whole(s), &lines);
    for (size_t i = 0; i + 1 < lines.n; i++)
        lines.item[i].glue = GLUE_HEADING;
    set_block(s, &lines, look.kind);
}

/* --- Lists and quotes ------------------------------------------------------------------------- */

static struct str8 marker_text(struct set *s, const struct doc_node *list, int number) {
    if (list->ordered)
        return arena_printf(s->a, "%d.", number);
    return s8_from(look_bullet(s->depth));
}

mp set_text_width(struct set *s, struct str8 text, enum look_kind kind) {
    struct para p;
    mp line = 0, word;
    para_plain(s, text, (struct text_look){.kind = kind}, &p);
    if (s->status == ST_OK)
        para_measure(&p, &line, &word);
    return line;
}

static int count(const struct doc_node *n) {
    int k = 0;
    for (n = n->first; n; n = n->next)
        k++;
    return k;
}

static void set_item(struct set *s, const struct doc_node *item, struct str8 marker, mp indent,
                     struct elem *list) {
    struct elem *e = sheet_elem(s->sheet, list, ELEM_ITEM);
    struct elem *label = sheet_elem(s->sheet, e, ELEM_LBL);
    mp left = s->left;
    add_marker(s, set_mark(s, marker, s->kind, 0, label, s->left));
    if (indent)
        s->left += indent;
    else
        flush_marker(s);
    struct elem *body = sheet_elem(s->sheet, e, ELEM_LBODY);
    set_blocks(s, item, body);
    flush_marker(s);
    s->left = left;
}

static void set_list(struct set *s, const struct doc_node *n, struct elem *parent) {
    enum look_kind kind = s->kind;
    struct elem *e = sheet_elem(s->sheet, parent, ELEM_LIST);
    int number = n->start;
    e->ordered = n->ordered;
    if (n->tight && kind == LOOK_BODY)
        s->kind = LOOK_ITEM;
    mp width = set_text_width(s, marker_text(s, n, n->start + count(n) - 1), s->kind);
    mp indent = larger(mp_twips(LOOK_INDENT), width + MARKER_GAP);
    if (s->right - s->left - indent < NARROWEST)
        indent = 0;
    for (const struct doc_node *item = n->first; item && s->status == ST_OK; item = item->next) {
        struct str8 marker = marker_text(s, n, number++);
        s->depth++;
        set_item(s, item, marker, indent, e);
        s->depth--;
    }
    s->kind = kind;
    s->after = larger(s->after, mp_twips(look_of(kind)->after));
}

static void set_quote(struct set *s, const struct doc_node *n, struct elem *parent) {
    enum look_kind kind = s->kind;
    mp left = s->left, right = s->right, indent = mp_twips(LOOK_INDENT);
    struct elem *e = sheet_elem(s->sheet, parent, ELEM_QUOTE);
    if (kind != LOOK_NOTE)
        s->kind = LOOK_QUOTE;
    if (s->right - s->left - 2 * indent >= NARROWEST) {
        s->left += indent;
        s->right -= indent;
    }
    set_blocks(s, n, e);
    s->left = left;
    s->right = right;
    s->kind = kind;
}

/* --- Notes ------------------------------------------------------------------------------------ */

/* One note into lines of its own, as if nothing stood around it. */
static void set_note(struct set *s, int number, struct elem *parent) {
    const struct doc_node *n = s->note[number - 1].node;
    struct set outside = *s;
    struct elem *e = sheet_elem(s->sheet, parent, ELEM_NOTE);
    e->note = number;
    s->lines = &s->note[number - 1].lines;
    s->marker = s->last_marker = NULL;
    s->left = outside.margin_left;
    s->right = outside.margin_right;
    s->kind = LOOK_NOTE;
    s->depth = 0;
    s->after = 0;
    s->head = 0;
    struct elem *label = sheet_elem(s->sheet, e, ELEM_LBL);
    struct str8 digits = arena_printf(s->a, "%d", number);
    struct sheet_mark *m = set_mark(s, digits, LOOK_NOTE, 0, label, s->left);
    add_marker(s, m);
    mp width = m ? m->width + MARKER_GAP : 0;
    s->left += larger(NOTE_INDENT, width);
    if (n)
        set_blocks(s, n, e);
    flush_marker(s);
    s->lines = outside.lines;
    s->marker = outside.marker;
    s->last_marker = outside.last_marker;
    s->left = outside.left;
    s->right = outside.right;
    s->kind = outside.kind;
    s->depth = outside.depth;
    s->after = outside.after;
    s->head = outside.head;
    s->last_block = outside.last_block;
}

/* A note in a note waits until that one is done. */
void set_pending_notes(struct set *s, struct elem *parent) {
    if (s->root)
        return;
    while (s->queue_done < s->n_queue && s->status == ST_OK) {
        int note = s->queue[s->queue_done++];
        s->root = s->note[note - 1].root;
        set_note(s, note, parent);
    }
    s->root = 0;
}

/* --- Blocks ----------------------------------------------------------------------------------- */

static void set_one(struct set *s, const struct doc_node *n, struct elem *parent) {
    switch (n->kind) {
    case DOC_HEADING:
        set_heading(s, n, parent);
        break;
    case DOC_LIST:
        set_list(s, n, parent);
        break;
    case DOC_QUOTE:
        set_quote(s, n, parent);
        break;
    case DOC_TABLE:
        set_table(s, n, parent);
        break;
    case DOC_FIELDS:
        set_fields(s, n, parent);
        break;
    case DOC_CODE:
        set_code(s, n, parent);
        break;
    case DOC_RULE:
        set_break_rule(s);
        break;
    case DOC_SIGN:
        set_sign(s, n, parent);
        break;
    default:
        set_paragraph(s, n, parent);
    }
}

void set_blocks(struct set *s, const struct doc_node *parent, struct elem *elem) {
    for (const struct doc_node *n = parent->first; n && s->status == ST_OK; n = n->next) {
        set_one(s, n, elem);
        s->last_block = n->kind;
        set_pending_notes(s, elem);
        if (parent == s->d->body)
            arena_free(&s->words);
    }
}

/* --- The whole -------------------------------------------------------------------------------- */

static void begin(struct set *s) {
    mp margin = mp_twips(LOOK_MARGIN_RIGHT);
    sheet_init(s->sheet, s->a, mp_twips(LOOK_PAGE_WIDTH), mp_twips(LOOK_PAGE_HEIGHT));
    s->lines = &s->body;
    s->kind = LOOK_BODY;
    s->top = mp_twips(LOOK_MARGIN_TOP);
    s->left = s->margin_left = mp_twips(LOOK_MARGIN_LEFT);
    s->right = s->margin_right =
        s->sheet->width - (s->review ? larger(margin, REVIEW_MARGIN) : margin);
    s->note = ARENA_NEW(s->a, struct set_note, (size_t)s->d->n_notes + 1);
    for (const struct doc_node *n = s->d->notes; n; n = n->next)
        s->note[n->number - 1].node = n;
    s->sheet->notes = ARENA_NEW(s->a, struct sheet_place, (size_t)s->d->n_notes + 1);
    s->sheet->n_notes = s->d->n_notes;
}

enum status set_document(struct arena *a, struct fonts *fs, const struct doc *d,
                         const struct set_options *o, struct sheet *out, struct error *err) {
    struct set s = {.a = a, .fs = fs, .d = d, .sheet = out, .review = o && o->review, .err = err};
    begin(&s);
    if (d->logo.n)
        set_logo(&s);
    if (s.status == ST_OK)
        set_sender(&s);
    s.last_block = DOC_ROOT;
    if (s.status == ST_OK)
        set_blocks(&s, d->body, out->root);
    if (s.status == ST_OK)
        set_pages(&s);
    hyphenator_free(&s.hyphenator);
    arena_free(&s.words);
    if (s.status == ST_INVALID && s.heading)
        return error_prefix(err, "Under rubriken ”%.*s”", S8F(doc_plain(a, s.heading)));
    return s.status;
}
