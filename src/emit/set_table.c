/* Tables and field lists: cells become lines of their own, and rows what stands beside each other.
 */
#include "emit/set_private.h"

enum {
    RULE_THIN = 400,     /* below a row */
    RULE_HEAD = 900,     /* below the head */
    TABLE_SPACE = 10000, /* above and below a table */
    FIELD_GAP = 8000     /* between label and value */
};

void set_beside(struct set *s, struct set_lines *lines, const struct set_lines *beside) {
    for (size_t i = 0; i < beside->n; i++) {
        const struct set_line *from = &beside->item[i];
        if (i == lines->n) {
            *ARENA_PUSH(s->a, lines->item, lines->n, lines->cap) = *from;
            continue;
        }
        struct set_line *to = &lines->item[i];
        for (struct sheet_mark *m = from->first; m; m = m->next)
            m->y += to->base - from->base;
        if (from->first) {
            *(to->last ? &to->last->next : &to->first) = from->first;
            to->last = from->last;
        }
        for (size_t k = 0; k < from->n_notes; k++)
            *ARENA_PUSH(s->a, to->notes, to->n_notes, to->cap_notes) = from->notes[k];
        to->height = larger(to->height, from->height);
        to->glue = to->glue > from->glue ? to->glue : from->glue;
        to->text = to->text || from->text;
    }
}

/* --- Field lists ------------------------------------------------------------------------------ */

/* The widest label, within bounds. */
static mp label_width(struct set *s, const struct doc_node *fields) {
    mp width = 0, most = larger(mp_twips(LOOK_LABEL_WIDTH), (s->right - s->left) / 3);
    for (const struct doc_node *row = fields->first; row && s->status == ST_OK; row = row->next) {
        struct para p;
        mp line = 0, word;
        para_make(s, row->first, (struct text_look){.kind = LOOK_LABEL}, &p);
        if (s->status == ST_OK)
            para_measure(&p, &line, &word);
        width = larger(width, line);
    }
    width = larger(width + FIELD_GAP, mp_twips(LOOK_LABEL_WIDTH));
    return width < most ? width : most;
}

static void set_field(struct set *s, const struct doc_node *row, mp label, struct elem *parent) {
    struct elem *e = sheet_elem(s->sheet, parent, ELEM_P);
    struct set_lines lines = {0}, values = {0};
    struct text_look look = {.kind = LOOK_LABEL, .space = true};
    struct set_box box = {s->left, label - FIELD_GAP, SET_LEFT};
    struct para p;
    para_make(s, row->first, look, &p);
    set_para(s, &p, look, e, box, &lines);
    look = (struct text_look){.kind = LOOK_VALUE, .hyphenate = true};
    box = (struct set_box){s->left + label, s->right - s->left - label, SET_LEFT};
    para_make(s, row->last, look, &p);
    set_para(s, &p, look, e, box, &values);
    set_beside(s, &lines, &values);
    set_block(s, &lines, LOOK_VALUE);
    set_pending_notes(s, parent);
}

void set_fields(struct set *s, const struct doc_node *fields, struct elem *parent) {
    mp width = label_width(s, fields);
    s->after = larger(s->after, mp_twips(look_of(LOOK_BODY)->after));
    for (const struct doc_node *row = fields->first; row && s->status == ST_OK; row = row->next)
        set_field(s, row, width, parent);
    s->after = larger(s->after, mp_twips(look_of(LOOK_BODY)->after));
}

/* --- Tables ----------------------------------------------------------------------------------- */

struct column {
    mp line, word; /* widest line and widest word in it */
    mp x, width;
    enum set_align align;
};

struct table {
    struct set *s;
    const struct doc_node *node;
    struct column *column;
    size_t n;          /* columns */
    mp size;           /* type size; 0: the look's */
    mp gap;            /* between columns */
    struct para *cell; /* row by row */
    struct set_lines lines;
};

static struct text_look cell_look(const struct table *t, const struct doc_node *row) {
    return (struct text_look){
        .kind = row->header ? LOOK_CELL_HEAD : LOOK_CELL, .size = t->size, .hyphenate = true};
}

/* Shapes all cells and measures the columns. */
static void measure(struct table *t) {
    size_t rows = 0, k = 0;
    for (const struct doc_node *row = t->node->first; row; row = row->next)
        rows++;
    t->cell = ARENA_NEW(t->s->a, struct para, mem_mul(rows, t->n));
    for (size_t i = 0; i < t->n; i++)
        t->column[i].line = t->column[i].word = 0;
    for (const struct doc_node *row = t->node->first; row; row = row->next) {
        struct column *c = t->column;
        for (const struct doc_node *n = row->first; n; n = n->next, c++, k++) {
            mp line, word;
            para_make(t->s, n, cell_look(t, row), &t->cell[k]);
            if (t->s->status != ST_OK)
                return;
            para_measure(&t->cell[k], &line, &word);
            c->line = larger(c->line, line);
            c->word = larger(c->word, word);
        }
    }
}

/* A sum that a hostile table cannot make overflow. */
static int64_t sum(const struct table *t, bool words) {
    int64_t all = 0;
    for (size_t i = 0; i < t->n; i++)
        all += words ? t->column[i].word : t->column[i].line;
    return all;
}

/* Widths between word and line: as much of the room that is left as a column lacks of all that is
 * lacking; those that lack less than a fair share get all of it first. */
static void widen(struct table *t, mp room) {
    int64_t left = room - sum(t, true), lack = 0;
    size_t lacking = t->n;
    for (size_t i = 0; i < t->n; i++)
        t->column[i].width = t->column[i].word;
    for (bool again = true; again && lacking;) {
        int64_t share = left / (int64_t)lacking;
        again = false;
        lacking = 0;
        for (size_t i = 0; i < t->n; i++) {
            struct column *c = &t->column[i];
            bool gets = c->line > c->width && c->line - c->width <= share;
            left -= gets ? c->line - c->width : 0;
            c->width = gets ? c->line : c->width;
            again = again || gets;
            lacking += c->line > c->width;
        }
    }
    for (size_t i = 0; i < t->n; i++)
        lack += t->column[i].line - t->column[i].width;
    for (size_t i = 0; i < t->n && lack; i++) {
        struct column *c = &t->column[i];
        c->width += (mp)((c->line - c->width) * left / lack);
    }
}

/* Widths that fill the room in proportion to `words` or lines. */
static void stretch(struct table *t, mp room, bool words) {
    int64_t all = sum(t, words);
    for (size_t i = 0; i < t->n; i++) {
        int64_t part = words ? t->column[i].word : t->column[i].line;
        t->column[i].width = (mp)(all ? part * room / all : room / (mp)t->n);
    }
}

/* Too many words too wide: each column gets at least room for a letter, and words are cut. */
static void squeeze(struct table *t, mp room) {
    mp least = t->size * 5 / 4;
    if (least > room / (mp)t->n)
        least = room / (mp)t->n;
    stretch(t, room - least * (mp)t->n, true);
    for (size_t i = 0; i < t->n; i++)
        t->column[i].width += least;
}

/* Smaller type where words would be cut otherwise; smaller still where not even letters fit. */
static void fit(struct table *t, mp room) {
    mp usual = look_of(LOOK_CELL)->size * 500, part = room / (mp)t->n;
    for (int percent = 100; percent >= 80; percent -= 10) {
        t->size = usual * percent / 100;
        measure(t);
        if (t->s->status != ST_OK || sum(t, true) <= room)
            return;
    }
    if (t->size * 5 / 4 > part) {
        t->size = part * 4 / 5;
        measure(t);
    }
}

static void lay_columns(struct table *t) {
    struct set *s = t->s;
    mp all = s->right - s->left, gaps = (mp)(t->n - 1), x = s->left;
    t->gap = 2 * mp_twips(LOOK_CELL_PAD);
    if (gaps > 0 && t->gap * gaps > all / 4)
        t->gap = all / 4 / gaps;
    mp room = all - t->gap * gaps;
    fit(t, room);
    if (sum(t, false) <= room)
        stretch(t, room, false);
    else if (sum(t, true) <= room)
        widen(t, room);
    else
        squeeze(t, room);
    for (size_t i = 0; i < t->n; i++) {
        t->column[i].x = x;
        x += t->column[i].width + t->gap;
    }
    t->column[t->n - 1].width += larger(s->right - (x - t->gap), 0); /* what rounding left */
}

/* --- Rows ------------------------------------------------------------------------------------- */

static struct elem *cell_elem(const struct table *t, const struct doc_node *row, size_t i,
                              struct elem *parent) {
    bool headed = t->node->first->header;
    bool heads = row->header || (!headed && i == 0 && t->n > 1);
    struct elem *e = sheet_elem(t->s->sheet, parent, heads ? ELEM_TH : ELEM_TD);
    e->row_scope = heads && !row->header;
    return e;
}

/* The row's lines, with space around them and a rule below. */
static void close_row(struct table *t, const struct doc_node *row, struct set_lines *lines) {
    struct set *s = t->s;
    const struct look *look = look_of(cell_look(t, row).kind);
    mp leading = set_leading(s, LOOK_CELL), thick = row->header ? RULE_HEAD : RULE_THIN;
    if (!lines->n)
        set_line(s, lines, leading, leading * 3 / 4);
    for (size_t i = 0; i + 1 < lines->n; i++)
        if (lines->item[i].glue < GLUE_ROW)
            lines->item[i].glue = GLUE_ROW;
    lines->item[0].gap = mp_twips(look->before);
    struct set_line *last = &lines->item[lines->n - 1];
    last->height += mp_twips(look->after) + thick;
    set_line_mark(last, set_rule(s, s->left, last->height - thick, s->right - s->left, thick));
    for (size_t i = 0; i < lines->n && row->header; i++)
        lines->item[i].glue = GLUE_HEADING;
    /* Neither the first nor the last row stands alone. */
    bool edge = row->next && (!row->next->next || !row->prev || row->prev->header);
    if (edge && !row->header)
        last->glue = GLUE_ROW;
}

static void set_row(struct table *t, const struct doc_node *row, struct para *cell,
                    struct elem *parent) {
    struct set *s = t->s;
    struct elem *e = sheet_elem(s->sheet, parent, ELEM_ROW);
    struct set_lines lines = {0};
    for (size_t i = 0; i < t->n && s->status == ST_OK; i++) {
        const struct column *c = &t->column[i];
        struct set_box box = {c->x, c->width, c->align};
        struct set_lines text = {0};
        struct elem *td = cell_elem(t, row, i, e);
        set_para(s, &cell[i], cell_look(t, row), td, box, &text);
        set_pending_notes(s, td);
        set_beside(s, &lines, &text);
    }
    close_row(t, row, &lines);
    for (size_t i = 0; i < lines.n; i++)
        *ARENA_PUSH(s->a, t->lines.item, t->lines.n, t->lines.cap) = lines.item[i];
}

/* The head's lines are known to the page, to be repeated. */
static void note_head(struct table *t, size_t lines) {
    struct set *s = t->s;
    if (s->lines != &s->body || !lines)
        return;
    *ARENA_PUSH(s->a, s->heads, s->n_heads, s->cap_heads) =
        (struct set_head){s->body.n, s->body.n + lines};
    s->head = s->n_heads;
}

static void set_rows(struct table *t, struct elem *parent) {
    struct set *s = t->s;
    struct elem *group = NULL;
    struct para *cell = t->cell;
    size_t head = 0;
    for (const struct doc_node *row = t->node->first; row && s->status == ST_OK; row = row->next) {
        if (!group || (row->prev && row->prev->header && !row->header))
            group = sheet_elem(s->sheet, parent, row->header ? ELEM_THEAD : ELEM_TBODY);
        set_row(t, row, cell, group);
        cell += t->n;
        if (row->header)
            head = t->lines.n;
    }
    note_head(t, head);
}

void set_table(struct set *s, const struct doc_node *table, struct elem *parent) {
    static const enum set_align aligns[] = {SET_LEFT, SET_LEFT, SET_CENTER, SET_RIGHT};
    struct table t = {.s = s, .node = table, .n = (size_t)table->columns};
    t.column = ARENA_NEW(s->a, struct column, t.n);
    for (size_t i = 0; i < t.n; i++)
        t.column[i].align = aligns[table->align[i]];
    lay_columns(&t);
    s->after = larger(s->after, TABLE_SPACE);
    set_rows(&t, sheet_elem(s->sheet, parent, ELEM_TABLE));
    set_block(s, &t.lines, LOOK_CELL);
    s->after = TABLE_SPACE;
    s->head = 0;
}
