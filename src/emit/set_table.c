/* Tables and field lists: cells become lines of their own, and rows what stands beside each other.
 */
#include "emit/set_private.h"

enum {
    RULE_THIN = 400, /* below a row */
    RULE_HEAD = 900, /* below the head */
    FIELD_GAP = 8000 /* between label and value */
};

static mp larger(mp x, mp y) {
    return x > y ? x : y;
}

void set_beside(struct set *s, struct set_lines *lines, const struct set_lines *beside) {
    for (size_t i = 0; i < beside->n; i++) {
        const struct set_line *from = &beside->item[i];
        if (i == lines->n) {
            *ARENA_PUSH(s->a, lines->item, lines->n, lines->cap) = *from;
            continue;
        }
        struct set_line *to = &lines->item[i];
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
    struct text_look look = {.kind = LOOK_LABEL};
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

void set_table(struct set *s, const struct doc_node *table, struct elem *parent) {
    set_fields(s, table, parent);
}
