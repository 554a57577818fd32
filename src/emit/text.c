/* Blocks laid out as lines of plain text, without regard to pages. */
#include <string.h>

#include "base/utf8.h"
#include "emit/layout.h"

enum {
    ROOM_MIN = 20,
    /* columns that text keeps however deep it lies */ QUOTE_INDENT = 4,
    SIGN_SPACE = 2, /* lines left for the hand */
    SIGN_WIDTH = 36
};

/* --- Lines and indentation -------------------------------------------------------------------- */

size_t text_room(const struct text *t, bool next) {
    const struct buf *b = next && t->first.n ? &t->first : &t->prefix;
    size_t used = utf8_width(buf_str8_of(b));
    return used + 1 < t->width ? t->width - used : 1;
}

struct text_line *text_put(struct text *t, const struct filled *line) {
    struct buf b = {0};
    buf_str8(&b, buf_str8_of(t->first.n ? &t->first : &t->prefix));
    buf_str8(&b, line->text);
    buf_clear(&t->first);
    struct text_line *l = ARENA_PUSH(t->a, t->lines.items, t->lines.n, t->lines.cap);
    *l = (struct text_line){.text = arena_str8(t->a, s8_trim_right(buf_str8_of(&b))),
                            .mark = line->mark,
                            .notes = line->notes,
                            .n_notes = line->n_notes,
                            .head = t->head};
    buf_free(&b);
    return l;
}

void text_blank(struct text *t) {
    struct text_line *l = ARENA_PUSH(t->a, t->lines.items, t->lines.n, t->lines.cap);
    l->blank = true;
    l->head = t->head;
}

size_t text_indent(struct text *t, struct str8 marker) {
    size_t before = t->prefix.n, columns = utf8_width(marker);
    if (t->first.n && text_room(t, true) < ROOM_MIN / 2 + columns)
        text_put(t, &(struct filled){0}); /* markers without number: they get a line */
    if (!t->first.n)
        buf_str8(&t->first, buf_str8_of(&t->prefix));
    buf_str8(&t->first, marker);
    if (text_room(t, false) >= ROOM_MIN + columns)
        buf_repeat(&t->prefix, ' ', columns);
    return before;
}

void text_outdent(struct text *t, size_t before) {
    t->prefix.n = before;
    buf_clear(&t->first);
}

void text_free(struct text *t) {
    buf_free(&t->prefix);
    buf_free(&t->first);
}

/* --- Blocks ----------------------------------------------------------------------------------- */

static void fill_block(struct text *t, const struct doc_node *n, struct filled_lines *lines) {
    struct flat f = {0};
    flat_inlines(t->a, &f, n);
    flat_fill(t->a, &f, text_room(t, true), text_room(t, false), lines);
    flat_free(&f);
    for (size_t i = 0; i < lines->n; i++)
        if (n->mark.n)
            lines->items[i].mark = n->mark;
}

/* Neither the first nor the last line of a paragraph stands alone on a page. */
static void put_para(struct text *t, const struct doc_node *n) {
    struct filled_lines lines = {0};
    fill_block(t, n, &lines);
    for (size_t i = 0; i < lines.n; i++) {
        struct text_line *l = text_put(t, &lines.items[i]);
        l->glued = i + 1 < lines.n && (i == 0 || i + 2 == lines.n);
    }
}

static void put_ruler(struct text *t, char c, size_t columns, struct str8 mark) {
    struct buf b = {0};
    size_t room = text_room(t, true);
    buf_repeat(&b, c, columns < room ? columns : room);
    text_put(t, &(struct filled){.text = buf_str8_of(&b), .mark = mark})->heading = true;
    buf_free(&b);
}

static void put_heading(struct text *t, const struct doc_node *n) {
    struct filled_lines lines = {0};
    size_t width = 0;
    fill_block(t, n, &lines);
    for (size_t i = 0; i < lines.n; i++)
        if (lines.items[i].width > width)
            width = lines.items[i].width;
    if (n->level == 1)
        put_ruler(t, '=', width, n->mark);
    for (size_t i = 0; i < lines.n; i++)
        text_put(t, &lines.items[i])->heading = true;
    if (n->level <= 2)
        put_ruler(t, n->level == 1 ? '=' : '-', width, n->mark);
}

static void put_list(struct text *t, const struct doc_node *list) {
    long number = list->start;
    size_t items = 0, columns = 0;
    for (const struct doc_node *item = list->first; item; item = item->next)
        items++;
    if (list->ordered)
        columns = arena_printf(t->a, "%ld. ", number + (long)items - 1).n;
    for (const struct doc_node *item = list->first; item; item = item->next, number++) {
        struct str8 marker = S8("• ");
        if (list->ordered)
            marker = arena_printf(t->a, "%-*s", (int)columns, arena_printf(t->a, "%ld.", number).p);
        if (item->prev && !list->tight)
            text_blank(t);
        size_t before = text_indent(t, marker);
        text_blocks(t, item, list->tight);
        text_outdent(t, before);
    }
}

/* Verbatim, but that a line wider than the page is cut. */
static void put_code(struct text *t, const struct doc_node *n) {
    struct str8 rest = n->text;
    while (rest.p) {
        struct str8 line = s8_cut(&rest, '\n');
        do {
            size_t fit = utf8_fit(line, text_room(t, true));
            if (fit == 0 && line.n)
                utf8_decode(line, 0, &fit);
            text_put(t, &(struct filled){.text = s8_sub(line, 0, fit), .mark = n->mark});
            line = s8_skip(line, fit);
        } while (line.n);
    }
}

static void put_indented(struct text *t, const struct doc_node *n) {
    size_t before = text_indent(t, S8("    "));
    if (n->kind == DOC_CODE)
        put_code(t, n);
    else
        text_blocks(t, n, false);
    text_outdent(t, before);
}

/* Room for the hand, the line, and what stands below it, in one piece. */
static void put_sign(struct text *t, const struct doc_node *n) {
    struct filled_lines lines = {0};
    struct buf b = {0};
    size_t room = text_room(t, true), width = SIGN_WIDTH < room ? SIGN_WIDTH : room;
    buf_repeat(&b, '_', width);
    for (int i = 0; i < SIGN_SPACE; i++)
        text_put(t, &(struct filled){0})->glued = true;
    text_put(t, &(struct filled){.text = buf_str8_of(&b), .mark = n->mark})->glued = true;
    buf_free(&b);
    fill_block(t, n, &lines);
    for (size_t i = 0; i < lines.n; i++)
        text_put(t, &lines.items[i])->glued = i + 1 < lines.n;
}

static void put_rule(struct text *t, const struct doc_node *n) {
    struct buf b = {0};
    buf_repeat(&b, '-', text_room(t, true));
    text_put(t, &(struct filled){.text = buf_str8_of(&b), .mark = n->mark});
    buf_free(&b);
}

static void put_block(struct text *t, const struct doc_node *n) {
    switch (n->kind) {
    case DOC_HEADING:
        put_heading(t, n);
        break;
    case DOC_LIST:
        put_list(t, n);
        break;
    case DOC_TABLE:
        text_table(t, n);
        break;
    case DOC_FIELDS:
        text_fields(t, n);
        break;
    case DOC_QUOTE:
    case DOC_CODE:
        put_indented(t, n);
        break;
    case DOC_RULE:
        put_rule(t, n);
        break;
    case DOC_SIGN:
        put_sign(t, n);
        break;
    default:
        put_para(t, n);
    }
}

/* Blank lines between a block and the one before it. A heading stands further from what is above it
 * than from what it heads; without type sizes that is how the eye tells it. */
static int space_before(const struct doc_node *n, bool tight) {
    if (!n->prev)
        return 0;
    if (n->kind == DOC_HEADING)
        return n->prev->kind != DOC_HEADING ? 2 : 1;
    return tight && n->kind == DOC_LIST && n->prev->kind == DOC_PARA ? 0 : 1;
}

void text_blocks(struct text *t, const struct doc_node *parent, bool tight) {
    for (const struct doc_node *n = parent->first; n; n = n->next) {
        for (int i = space_before(n, tight); i > 0; i--)
            text_blank(t);
        put_block(t, n);
    }
}
