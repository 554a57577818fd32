/* Blocks: headings, paragraphs, lists, quotes, fields. */
#include "emit/numbers.h"
#include "emit/odt.h"

enum { INDENT_MAX = 5000 }; /* what lies deeper stands no further in */

/* Where a block stands. */
struct place {
    struct odt *x;
    struct odt_flow *f;
    int left;  /* twips from the margin */
    int right; /* and at the other side */
    int room;  /* for the marker of the list's items; 0: in no list */
    bool loose;
    bool last; /* nothing of the outermost list follows */
    bool quoted;
};

static int capped(int left) {
    return left < INDENT_MAX ? left : INDENT_MAX;
}

/* Does the item that is written lack its marker? */
static bool wants_marker(const struct odt_flow *f) {
    return f->item.n || (f->depth && !f->level[f->depth - 1].shown);
}

static enum odt_style style_at(const struct place *at) {
    const struct odt_flow *f = at->f;
    if (at->x->in_note)
        return ODT_NOTE;
    if (f->item.n)
        return ODT_NUMBER;
    if (wants_marker(f))
        return f->level[f->depth - 1].ordered ? ODT_NUMBER : ODT_BULLET;
    if (at->quoted)
        return ODT_QUOTE;
    return at->room ? ODT_CONTINUE : ODT_BODY;
}

/* What the style or the list's level gives by itself. */
static int left_by_itself(const struct place *at, enum odt_style style) {
    if (at->f->depth)
        return style == ODT_QUOTE || style == ODT_CODE ? ODT_UNSET : capped(at->left);
    return style == ODT_QUOTE ? LOOK_INDENT : 0;
}

/* Opens a paragraph or heading in that place, and what it stands in. */
static void open_at(const struct place *at, const char *element, struct odt_para *p) {
    struct odt *x = at->x;
    struct odt_flow *f = at->f;
    bool marker = wants_marker(f);
    bool item = p->style == ODT_BULLET || p->style == ODT_NUMBER || p->style == ODT_CONTINUE;
    int right = p->style == ODT_QUOTE ? LOOK_INDENT : 0;
    if (item && x->own[p->style] && (at->loose || at->last))
        p->after = look_of(LOOK_BODY)->after;
    if (!marker && (capped(at->left) != left_by_itself(at, p->style) || at->right != right)) {
        p->left = capped(at->left);
        p->right = at->right;
        p->hanging = 0;
    }
    if (f->item.n) {
        p->left = capped(at->left);
        p->hanging = at->room;
    }
    odt_list_open(f);
    xml_open(f->w, element);
    xml_attr(f->w, "text:style-name", odt_para_style(x, p));
    if (f->number.n) {
        odt_span(x, f->w, ODT_NOTE_REF, f->number);
        odt_text(f->w, S8(" "), false);
        f->number = (struct str8){0};
    }
    if (f->item.n) {
        odt_text(f->w, f->item, false);
        xml_none(f->w, "text:tab");
        f->item = (struct str8){0};
    }
}

static bool signs_next(const struct doc_node *n) {
    return n->next && n->next->kind == DOC_SIGN;
}

static void put_styled(const struct place *at, const struct doc_node *n, enum odt_style style) {
    struct odt_para p = odt_para(style);
    p.keep_next = signs_next(n);
    open_at(at, "text:p", &p);
    odt_inlines(at->x, at->f->w, n);
    xml_close(at->f->w, "text:p");
}

/* An item, or a note in a note, that begins with something that cannot carry its marker. */
static void put_marker(const struct place *at) {
    struct odt_para p = odt_para(style_at(at));
    if (!wants_marker(at->f) && !at->f->number.n)
        return;
    p.keep_next = true;
    open_at(at, "text:p", &p);
    xml_close(at->f->w, "text:p");
}

/* --- Blocks ----------------------------------------------------------------------------------- */

static void put_blocks(struct place *at, const struct doc_node *parent);

static void put_heading(const struct place *at, const struct doc_node *n) {
    struct odt_para p = odt_para((enum odt_style)(ODT_H1 + n->level - 1));
    struct xml *w = at->f->w;
    open_at(at, "text:h", &p);
    xml_attri(w, "text:outline-level", n->level);
    odt_inlines(at->x, w, n);
    xml_close(w, "text:h");
}

/* Paragraphs that begin with a number, for LibreOffice gives an item without a marker no room for
 * one. */
static void put_literal_list(struct place *inside, const struct doc_node *list) {
    struct odt_flow *f = ARENA_NEW(inside->x->a, struct odt_flow, 1);
    bool last = inside->last;
    int number = list->start;
    f->w = inside->f->w;
    odt_list_suspend(inside->f);
    inside->f = f;
    for (const struct doc_node *item = list->first; item; item = item->next) {
        inside->last = last && !item->next;
        f->item = arena_printf(inside->x->a, "%d.", number++);
        put_blocks(inside, item);
        put_marker(inside);
    }
    odt_list_suspend(f);
}

static void put_list(struct place *at, const struct doc_node *list) {
    struct place inside = *at;
    struct odt_flow *f = at->f;
    bool last = inside.last = !at->room || at->last;
    inside.room = numbers_room(list);
    inside.left += inside.room;
    inside.loose = !list->tight;
    if (numbers_literal(list)) {
        put_literal_list(&inside, list);
        return;
    }
    odt_list_enter(
        f, odt_list_style(at->x, list->ordered, f->depth, capped(inside.left), inside.room), list);
    for (const struct doc_node *item = list->first; item; item = item->next) {
        inside.last = last && !item->next;
        put_blocks(&inside, item);
        put_marker(&inside);
        if (item->next)
            odt_list_item(f);
    }
    odt_list_leave(f);
}

static void put_quote(struct place *at, const struct doc_node *quote) {
    struct place inside = *at;
    inside.quoted = true;
    inside.left += LOOK_INDENT;
    inside.right += inside.right < INDENT_MAX / 2 ? LOOK_INDENT : 0;
    put_marker(at);
    put_blocks(&inside, quote);
}

/* "label, tab, value": what the value needs of lines begins at the tab stop. */
static void put_fields(const struct place *at, const struct doc_node *fields) {
    struct xml *w = at->f->w;
    for (const struct doc_node *row = fields->first; row; row = row->next) {
        struct odt_para p = odt_para(ODT_FIELD);
        if (!row->next && at->x->own[ODT_FIELD])
            p.after = 240;
        odt_list_open(at->f);
        xml_open(w, "text:p");
        xml_attr(w, "text:style-name", odt_para_style(at->x, &p));
        xml_open(w, "text:span");
        xml_attr(w, "text:style-name", at->x->style[ODT_LABEL]);
        odt_inlines(at->x, w, row->first);
        xml_close(w, "text:span");
        xml_none(w, "text:tab");
        odt_inlines(at->x, w, row->last);
        xml_close(w, "text:p");
    }
}

static void put_code(const struct place *at, const struct doc_node *code) {
    struct odt_para p = odt_para(ODT_CODE);
    struct xml *w = at->f->w;
    open_at(at, "text:p", &p);
    for (struct str8 rest = code->text, line; s8_line(&rest, &line);) {
        odt_text(w, line, true);
        if (rest.n)
            xml_none(w, "text:line-break");
    }
    xml_close(w, "text:p");
}

/* LibreOffice leaves out a table that stands in a footnote. There, a row is a paragraph. */
static void put_row_in_note(const struct place *at, const struct doc_node *row) {
    struct odt_para p = odt_para(ODT_NOTE);
    struct xml *w = at->f->w;
    open_at(at, "text:p", &p);
    for (const struct doc_node *cell = row->first; cell; cell = cell->next) {
        if (cell->prev)
            xml_none(w, "text:tab");
        odt_inlines(at->x, w, cell);
    }
    xml_close(w, "text:p");
}

static void put_table(const struct place *at, const struct doc_node *table) {
    if (at->x->in_note) {
        for (const struct doc_node *row = table->first; row; row = row->next)
            put_row_in_note(at, row);
        return;
    }
    odt_list_suspend(at->f);
    odt_table(at->x, at->f->w, table, capped(at->left));
}

static void put_block(struct place *at, const struct doc_node *n) {
    switch (n->kind) {
    case DOC_HEADING:
        put_heading(at, n);
        break;
    case DOC_LIST:
        put_marker(at);
        put_list(at, n);
        break;
    case DOC_TABLE:
        put_marker(at);
        put_table(at, n);
        break;
    case DOC_FIELDS:
        put_marker(at);
        put_fields(at, n);
        break;
    case DOC_QUOTE:
        put_quote(at, n);
        break;
    case DOC_CODE:
        put_code(at, n);
        break;
    case DOC_RULE:
        put_marker(at);
        put_styled(at, n, ODT_RULE);
        break;
    case DOC_SIGN:
        put_marker(at);
        put_styled(at, n, ODT_SIGN);
        break;
    default:
        put_styled(at, n, style_at(at));
    }
}

static void put_blocks(struct place *at, const struct doc_node *parent) {
    bool last = at->last;
    for (const struct doc_node *n = parent->first; n; n = n->next) {
        at->last = last && !n->next;
        put_block(at, n);
    }
    at->last = last;
}

void odt_blocks(struct odt *x, struct odt_flow *f, const struct doc_node *parent) {
    struct place at = {.x = x, .f = f};
    put_blocks(&at, parent);
    odt_list_suspend(f);
}
