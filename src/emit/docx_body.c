/* Blocks to paragraphs. */
#include "base/utf8.h"
#include "emit/docx.h"
#include "emit/numbers.h"

enum {
    INDENT_MAX = 12 * LOOK_INDENT, /* so that text has room, however deep it lies */
    AFTER_TABLE = 200,             /* space below a table */
    SIGN_SHORTER = 10,
    LABEL_LETTER = 95, /* of a label, generously */
    LABEL_GAP = 180    /* between a label and its value */
};

/* --- Paragraphs ------------------------------------------------------------------------------- */

struct docx_para docx_para(enum docx_style style) {
    return (struct docx_para){.style = style,
                              .before = DOCX_UNSET,
                              .after = DOCX_UNSET,
                              .left = DOCX_UNSET,
                              .hanging = DOCX_UNSET,
                              .right = DOCX_UNSET};
}

static void put_spacing(struct docx *x, struct xml *w, const struct docx_para *p) {
    int before = x->after_table && p->before < AFTER_TABLE ? AFTER_TABLE : p->before;
    x->after_table = false;
    if (before == DOCX_UNSET && p->after == DOCX_UNSET)
        return;
    xml_open(w, "w:spacing");
    if (before != DOCX_UNSET)
        xml_attri(w, "w:before", before);
    if (p->after != DOCX_UNSET)
        xml_attri(w, "w:after", p->after);
    xml_close(w, "w:spacing");
}

static void put_indent(struct xml *w, const struct docx_para *p) {
    if (p->left == DOCX_UNSET && p->right == DOCX_UNSET)
        return;
    xml_open(w, "w:ind");
    if (p->left != DOCX_UNSET)
        xml_attri(w, "w:left", p->left);
    if (p->right != DOCX_UNSET)
        xml_attri(w, "w:right", p->right);
    if (p->hanging != DOCX_UNSET)
        xml_attri(w, "w:hanging", p->hanging);
    xml_close(w, "w:ind");
}

static void put_stop(struct xml *w, const char *kind, int at) {
    xml_open(w, "w:tab");
    xml_attrz(w, "w:val", kind);
    xml_attri(w, "w:pos", at);
    xml_close(w, "w:tab");
}

static void put_tab(struct xml *w, int at) {
    if (!at)
        return;
    xml_open(w, "w:tabs");
    put_stop(w, "clear", LOOK_LABEL_WIDTH);
    put_stop(w, "left", at);
    xml_close(w, "w:tabs");
}

static void put_alignment(struct xml *w, enum doc_align align) {
    if (align == DOC_ALIGN_RIGHT || align == DOC_ALIGN_CENTER)
        xml_onez(w, "w:jc", "w:val", align == DOC_ALIGN_RIGHT ? "right" : "center");
    else if (align == DOC_ALIGN_LEFT)
        xml_onez(w, "w:jc", "w:val", "left");
}

void docx_para_open(struct docx *x, struct xml *w, const struct docx_para *p) {
    xml_open(w, "w:p");
    xml_open(w, "w:pPr");
    if (p->style != DOCX_NORMAL && x->style_id[p->style].n)
        xml_one(w, "w:pStyle", "w:val", x->style_id[p->style]);
    if (p->keep_next)
        xml_none(w, "w:keepNext");
    if (p->num) {
        xml_open(w, "w:numPr");
        xml_onei(w, "w:ilvl", "w:val", p->level);
        xml_onei(w, "w:numId", "w:val", x->num_base + p->num);
        xml_close(w, "w:numPr");
    }
    put_tab(w, p->tab);
    put_spacing(x, w, p);
    put_indent(w, p);
    put_alignment(w, p->align);
    if (p->high)
        xml_onez(w, "w:textAlignment", "w:val", "top");
    xml_close(w, "w:pPr");
}

void docx_para_close(struct xml *w) {
    xml_close(w, "w:p");
}

/* --- Where a block stands --------------------------------------------------------------------- */

struct place {
    struct xml *w;
    int depth;   /* lists around it */
    int left;    /* twips from the margin */
    int right;   /* and at the other side */
    int num;     /* of the item whose marker the next paragraph gets; 0: none */
    int literal; /* or the number that is its marker, as text; 0: none */
    int hanging; /* room for the marker */
    bool loose;  /* in a list with space between its items */
    bool last;   /* nothing of the outermost list follows */
    bool quoted;
};

static enum docx_style style_at(const struct docx *x, const struct place *at) {
    if (x->note)
        return DOCX_NOTE;
    if (at->literal)
        return DOCX_NUMBER;
    if (at->num)
        return x->num[at->num - 1].ordered ? DOCX_NUMBER : DOCX_BULLET;
    if (at->quoted)
        return DOCX_QUOTE;
    return at->depth ? DOCX_CONTINUE : DOCX_BODY;
}

/* What the style or the list's level gives by itself; DOCX_UNSET: it cannot be known. */
static int left_by_itself(const struct docx *x, const struct docx_para *p) {
    if (p->num)
        return docx_num_indent(x, p->num).left;
    if (p->style == DOCX_CONTINUE && !x->own[DOCX_CONTINUE])
        return DOCX_UNSET;
    return p->style == DOCX_CONTINUE || p->style == DOCX_QUOTE ? LOOK_INDENT : 0;
}

static void indent(const struct docx *x, struct docx_para *p, const struct place *at) {
    int left = at->left < INDENT_MAX ? at->left : INDENT_MAX;
    int right = p->style == DOCX_QUOTE ? LOOK_INDENT : 0;
    bool hangs = at->literal || (p->num && at->hanging != docx_num_indent(x, p->num).hanging);
    if (left == left_by_itself(x, p) && at->right == right && !hangs)
        return;
    p->left = left;
    if (at->right != right)
        p->right = at->right;
    if (p->num || at->literal)
        p->hanging = at->hanging;
}

static void put_literal(struct docx *x, struct xml *w, int number) {
    docx_run_text(x, w, DOCX_NORMAL, arena_printf(x->a, "%d.", number));
    xml_open(w, "w:r");
    xml_none(w, "w:tab");
    xml_close(w, "w:r");
}

/* Opens a paragraph in that place. The marker of an item is used up. */
static void open_at(struct docx *x, struct place *at, enum docx_style style, bool keep_next) {
    struct docx_para p = docx_para(style);
    p.keep_next = keep_next;
    p.num = at->num;
    if (p.num)
        p.level = docx_num_level(at->depth - 1);
    bool item = style == DOCX_BULLET || style == DOCX_NUMBER || style == DOCX_CONTINUE;
    if (item && x->own[style] && (at->loose || at->last))
        p.after = look_of(LOOK_BODY)->after;
    indent(x, &p, at);
    docx_para_open(x, at->w, &p);
    if (at->literal)
        put_literal(x, at->w, at->literal);
    at->num = at->literal = 0;
}

static void put_para(struct docx *x, struct place *at, const struct doc_node *n) {
    bool signs = n->next && n->next->kind == DOC_SIGN;
    open_at(x, at, style_at(x, at), signs);
    docx_inlines(x, at->w, n);
    docx_para_close(at->w);
}

/* An item that begins with something that cannot have its marker. */
static void put_marker(struct docx *x, struct place *at) {
    if (!at->num && !at->literal)
        return;
    open_at(x, at, style_at(x, at), true);
    docx_para_close(at->w);
}

/* --- Blocks ----------------------------------------------------------------------------------- */

static void put_blocks(struct docx *x, struct place *at, const struct doc_node *parent);

/* Where the template's own definition has it, but for numbers that have no room there. */
static void stand_as_theirs(const struct docx *x, struct place *inside, int num, int width) {
    struct docx_indent by = docx_num_indent(x, num);
    inside->hanging = width > by.hanging ? width : by.hanging;
    inside->left = by.left + inside->hanging - by.hanging;
}

static void put_list(struct docx *x, struct place *at, const struct doc_node *list) {
    bool literal = numbers_literal(list);
    int num = literal ? 0 : docx_num(x, list, at->depth, !at->quoted), number = list->start;
    struct place inside = *at;
    inside.depth++;
    inside.hanging = numbers_room(list);
    inside.left += inside.hanging;
    if (num && x->num[num - 1].own)
        stand_as_theirs(x, &inside, num, numbers_width(list));
    inside.loose = !list->tight;
    for (const struct doc_node *item = list->first; item; item = item->next) {
        inside.num = num;
        inside.literal = literal ? number++ : 0;
        inside.last = !item->next && (at->depth == 0 || at->last);
        put_blocks(x, &inside, item);
        put_marker(x, &inside);
    }
}

static void put_quote(struct docx *x, struct place *at, const struct doc_node *quote) {
    struct place inside = *at;
    inside.quoted = true;
    inside.left += LOOK_INDENT;
    inside.right += inside.right < INDENT_MAX / 2 ? LOOK_INDENT : 0;
    put_marker(x, at);
    inside.num = inside.literal = 0;
    put_blocks(x, &inside, quote);
}

/* What the labels take; 0: no more than the style gives them. */
static int label_width(const struct docx *x, const struct doc_node *fields) {
    int widest = 0;
    for (const struct doc_node *row = fields->first; row; row = row->next) {
        int width = (int)utf8_count(doc_plain(x->a, row->first)) * LABEL_LETTER + LABEL_GAP;
        widest = width > widest ? width : widest;
    }
    widest = widest < x->text_width / 2 ? widest : x->text_width / 2;
    return widest > LOOK_LABEL_WIDTH ? widest : 0;
}

static void put_fields(struct docx *x, struct place *at, const struct doc_node *fields) {
    int width = label_width(x, fields);
    for (const struct doc_node *row = fields->first; row; row = row->next) {
        struct docx_para p = docx_para(DOCX_FIELD);
        if (width)
            p.tab = p.left = p.hanging = width;
        docx_para_open(x, at->w, &p);
        docx_inlines_in(x, at->w, DOCX_LABEL, row->first);
        xml_open(at->w, "w:r");
        xml_none(at->w, "w:tab");
        xml_close(at->w, "w:r");
        docx_inlines(x, at->w, row->last);
        docx_para_close(at->w);
    }
}

static void put_code(struct docx *x, struct place *at, const struct doc_node *code) {
    open_at(x, at, DOCX_CODE, false);
    docx_run_text(x, at->w, DOCX_NORMAL, code->text);
    docx_para_close(at->w);
}

static void put_styled(struct docx *x, struct place *at, const struct doc_node *n,
                       enum docx_style style) {
    open_at(x, at, style, n->next && n->next->kind == DOC_SIGN);
    docx_inlines(x, at->w, n);
    docx_para_close(at->w);
}

/* Word draws one line for neighbours with the same border and the same width, so every other one is
 * a little shorter. */
static void put_sign(struct docx *x, struct place *at, const struct doc_node *sign) {
    struct docx_para p = docx_para(DOCX_SIGN);
    bool shorter = false;
    for (const struct doc_node *n = sign->prev; n && n->kind == DOC_SIGN; n = n->prev)
        shorter = !shorter;
    if (shorter)
        p.right = x->text_width - LOOK_SIGN_WIDTH + SIGN_SHORTER;
    put_marker(x, at);
    p.left = at->left ? at->left : DOCX_UNSET;
    docx_para_open(x, at->w, &p);
    docx_inlines(x, at->w, sign);
    docx_para_close(at->w);
}

static void put_block(struct docx *x, struct place *at, const struct doc_node *n) {
    switch (n->kind) {
    case DOC_HEADING:
        put_styled(x, at, n, (enum docx_style)(DOCX_H1 + n->level - 1));
        break;
    case DOC_LIST:
        put_marker(x, at);
        put_list(x, at, n);
        break;
    case DOC_TABLE:
        put_marker(x, at);
        docx_table(x, at->w, n, at->left < INDENT_MAX ? at->left : INDENT_MAX);
        break;
    case DOC_FIELDS:
        put_marker(x, at);
        put_fields(x, at, n);
        break;
    case DOC_QUOTE:
        put_quote(x, at, n);
        break;
    case DOC_CODE:
        put_code(x, at, n);
        break;
    case DOC_RULE:
        put_styled(x, at, n, DOCX_RULE);
        break;
    case DOC_SIGN:
        put_sign(x, at, n);
        break;
    default:
        put_para(x, at, n);
    }
}

static void put_blocks(struct docx *x, struct place *at, const struct doc_node *parent) {
    bool last = at->last;
    for (const struct doc_node *n = parent->first; n; n = n->next) {
        at->last = last && !n->next;
        put_block(x, at, n);
    }
    at->last = last;
}

void docx_blocks(struct docx *x, struct xml *w, const struct doc_node *parent) {
    struct place at = {.w = w, .hanging = LOOK_INDENT};
    put_blocks(x, &at, parent);
    if (x->after_table) { /* a table must not stand last (ISO/IEC 29500-1, 17.4.66) */
        struct docx_para p = docx_para(x->note ? DOCX_NOTE : DOCX_BODY);
        docx_para_open(x, w, &p);
        docx_para_close(w);
    }
}
