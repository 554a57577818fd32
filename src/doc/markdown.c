/* One text to a tree: md4c's events, within the limits of doc.h. */
#include "doc/markdown.h"

#include <md4c.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "doc/parse.h"

/* Why md4c was stopped: md_parse returns it. It takes no notice of positive values in places, and
 * -1 is its own. */
enum { STOP_TABLE = -2, STOP_EXCESS = -3 };

enum { TAB = 4 };

struct builder {
    struct parse *p;
    size_t text_n;
    struct doc_node *root, *at; /* at: the innermost open node */
    struct buf pending;         /* text not yet in a node */
    int nest, span_nest;        /* open containers, those that were flattened included */
    bool header;                /* rows now are a table's header */
    size_t nodes, attributes;   /* made so far, against text that multiplies */
};

static struct doc_node *open_node(struct builder *b, enum doc_kind kind) {
    struct doc_node *n = doc_node_new(b->p->a, kind);
    doc_append(b->at, n);
    b->nodes++;
    return b->at = n;
}

static void add_leaf(struct builder *b, enum doc_kind kind, struct str8 text, size_t number) {
    struct doc_node *n = open_node(b, kind);
    n->text = arena_str8(b->p->a, text);
    n->number = (int)number;
    b->at = n->parent;
}

static bool holds_blocks(enum doc_kind kind) {
    return kind == DOC_ROOT || kind == DOC_QUOTE || kind == DOC_ITEM;
}

/* Inlines may come straight into an item: md4c gives tight lists no paragraphs. */
static void need_para(struct builder *b) {
    if (holds_blocks(b->at->kind))
        open_node(b, DOC_PARA);
}

/* The pending text into nodes, its tokens into nodes of their own. */
static void flush(struct builder *b) {
    struct str8 s = buf_str8_of(&b->pending);
    if (s.n == 0)
        return;
    need_para(b);
    struct buf text = {0};
    for (size_t i = 0; i < s.n;) {
        char kind;
        size_t number, len = s.p[i] == '\xEE' ? parse_token(s, i, &kind, &number) : 0;
        if (len == 0) {
            buf_byte(&text, s.p[i++]);
            continue;
        }
        i += len;
        if (kind != 'g') { /* the commas around it */
            text.n--;
            i++;
        }
        if (kind == 'l') {
            buf_str(&text, "[^");
            continue;
        }
        if (text.n)
            add_leaf(b, DOC_TEXT, buf_str8_of(&text), 0);
        buf_clear(&text);
        add_leaf(b, kind == 'g' ? DOC_GRAFT : DOC_NOTE_REF, (struct str8){0}, number);
    }
    if (text.n)
        add_leaf(b, DOC_TEXT, buf_str8_of(&text), 0);
    buf_free(&text);
    buf_clear(&b->pending);
}

/* The end of a block's inlines. md4c does not always close what it opened: in "_[](_)" the closing
 * delimiter is lost in the link's target. */
static void close_inlines(struct builder *b) {
    flush(b);
    while (doc_is_inline(b->at->kind))
        b->at = b->at->parent;
    b->span_nest = 0;
}

static void close_para(struct builder *b) {
    close_inlines(b);
    if (b->at->kind == DOC_PARA)
        b->at = b->at->parent;
}

/* --- Blocks ---------------------------------------------------------------------------------- */

static void open_container(struct builder *b, enum doc_kind kind) {
    if (++b->nest <= DOC_NEST_MAX)
        open_node(b, kind);
}

static void close_container(struct builder *b) {
    if (b->nest-- <= DOC_NEST_MAX)
        b->at = b->at->parent;
}

static void open_list(struct builder *b, bool ordered, unsigned start, int tight) {
    open_container(b, DOC_LIST);
    if (b->nest <= DOC_NEST_MAX) {
        b->at->ordered = ordered;
        b->at->start = (int)start;
        b->at->tight = tight != 0;
    }
}

static int open_table(struct builder *b, const MD_BLOCK_TABLE_DETAIL *d) {
    if (d->col_count > DOC_COLUMNS_MAX)
        return STOP_TABLE;
    struct doc_node *t = open_node(b, DOC_TABLE);
    t->columns = (int)d->col_count;
    t->align = ARENA_NEW(b->p->a, enum doc_align, d->col_count);
    return 0;
}

static void open_cell(struct builder *b, const MD_BLOCK_TD_DETAIL *d) {
    static const enum doc_align align[] = {
        [MD_ALIGN_DEFAULT] = DOC_ALIGN_NONE,
        [MD_ALIGN_LEFT] = DOC_ALIGN_LEFT,
        [MD_ALIGN_CENTER] = DOC_ALIGN_CENTER,
        [MD_ALIGN_RIGHT] = DOC_ALIGN_RIGHT,
    };
    struct doc_node *row = b->at, *table = row->parent;
    int column = 0;
    for (struct doc_node *c = row->first; c; c = c->next)
        column++;
    if (b->header && column < table->columns)
        ((enum doc_align *)table->align)[column] = align[d->align];
    open_node(b, DOC_CELL);
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *user) {
    struct builder *b = user;
    close_para(b);
    switch (type) {
    case MD_BLOCK_QUOTE:
        open_container(b, DOC_QUOTE);
        break;
    case MD_BLOCK_UL:
        open_list(b, false, 0, ((MD_BLOCK_UL_DETAIL *)detail)->is_tight);
        break;
    case MD_BLOCK_OL:
        open_list(b, true, ((MD_BLOCK_OL_DETAIL *)detail)->start,
                  ((MD_BLOCK_OL_DETAIL *)detail)->is_tight);
        break;
    case MD_BLOCK_LI:
        if (b->nest <= DOC_NEST_MAX)
            open_node(b, DOC_ITEM);
        break;
    case MD_BLOCK_HR:
        add_leaf(b, DOC_RULE, (struct str8){0}, 0);
        break;
    case MD_BLOCK_H:
        open_node(b, DOC_HEADING)->level = (int)((MD_BLOCK_H_DETAIL *)detail)->level;
        break;
    case MD_BLOCK_CODE:
        open_node(b, DOC_CODE);
        break;
    case MD_BLOCK_TABLE:
        return open_table(b, detail);
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
        b->header = type == MD_BLOCK_THEAD;
        break;
    case MD_BLOCK_TR:
        open_node(b, DOC_ROW)->header = b->header;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        open_cell(b, detail);
        break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
    case MD_BLOCK_P:
        break;
    }
    return b->nodes > b->text_n + 1000 ? STOP_EXCESS : 0;
}

static void close_code(struct builder *b) {
    struct str8 text = buf_str8_of(&b->pending);
    struct buf out = {0};
    size_t column = 0;
    if (text.n && text.p[text.n - 1] == '\n')
        text.n--;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        size_t wide = c == '\t' ? TAB - column % TAB : 1;
        if (c == '\t')
            buf_repeat(&out, ' ', wide);
        else
            buf_byte(&out, c);
        column = c == '\n' ? 0 : column + wide;
    }
    b->at->text = arena_str8(b->p->a, buf_str8_of(&out));
    buf_free(&out);
    buf_clear(&b->pending);
    b->at = b->at->parent;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *user) {
    struct builder *b = user;
    (void)detail;
    if (type == MD_BLOCK_CODE) {
        close_code(b);
        return 0;
    }
    close_para(b);
    switch (type) {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        close_container(b);
        break;
    case MD_BLOCK_LI:
        if (b->nest <= DOC_NEST_MAX)
            b->at = b->at->parent;
        break;
    case MD_BLOCK_H:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_TR:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        b->at = b->at->parent;
        break;
    default:
        break;
    }
    return 0;
}

/* --- Inlines --------------------------------------------------------------------------------- */

/* A link's target or title: one line, references resolved, tokens as they were written. */
static struct str8 attribute(struct builder *b, const MD_ATTRIBUTE *m) {
    struct buf text = {0}, literal = {0};
    b->attributes += m->size;
    for (size_t i = 0; i < m->size && m->substr_offsets[i] < m->size; i++) {
        struct str8 part = {m->text + m->substr_offsets[i],
                            m->substr_offsets[i + 1] - m->substr_offsets[i]};
        if (m->substr_types[i] == MD_TEXT_ENTITY)
            entity_put(part, &text);
        else if (m->substr_types[i] == MD_TEXT_NORMAL)
            buf_str8(&text, part);
    }
    parse_literal(b->p, buf_str8_of(&text), false, &literal);
    for (size_t i = 0; i < literal.n; i++)
        if (literal.p[i] == '\n' || literal.p[i] == '\t')
            literal.p[i] = ' ';
    struct str8 out = arena_str8(b->p->a, s8_trim(buf_str8_of(&literal)));
    buf_free(&text);
    buf_free(&literal);
    return out;
}

static const enum doc_kind span_kind[] = {[MD_SPAN_EM] = DOC_EMPH,
                                          [MD_SPAN_STRONG] = DOC_STRONG,
                                          [MD_SPAN_A] = DOC_LINK,
                                          [MD_SPAN_CODE] = DOC_CODE_SPAN};

static int enter_span(MD_SPANTYPE type, void *detail, void *user) {
    struct builder *b = user;
    flush(b);
    if (type == MD_SPAN_IMG)
        return 0;
    need_para(b);
    if (++b->span_nest > DOC_NEST_MAX)
        return 0;
    struct doc_node *n = open_node(b, span_kind[type]);
    if (type == MD_SPAN_A) {
        n->href = attribute(b, &((MD_SPAN_A_DETAIL *)detail)->href);
        n->title = attribute(b, &((MD_SPAN_A_DETAIL *)detail)->title);
    }
    return b->attributes > b->text_n * 4 ? STOP_EXCESS : 0;
}

static void close_code_span(struct builder *b) {
    for (size_t i = 0; i < b->pending.n; i++)
        if (b->pending.p[i] == '\n' || b->pending.p[i] == '\t')
            b->pending.p[i] = ' ';
    b->at->text = arena_str8(b->p->a, buf_str8_of(&b->pending));
    buf_clear(&b->pending);
}

/* Closes the innermost open one of the kind, and what is open in it. */
static void close_span(struct builder *b, enum doc_kind kind) {
    struct doc_node *n = b->at;
    int levels = 1;
    for (; doc_is_inline(n->kind) && n->kind != kind; n = n->parent)
        levels++;
    if (n->kind == kind) {
        b->at = n->parent;
        b->span_nest -= levels;
    }
}

static int leave_span(MD_SPANTYPE type, void *detail, void *user) {
    struct builder *b = user;
    (void)detail;
    if (type == MD_SPAN_IMG)
        return 0;
    bool real = b->span_nest <= DOC_NEST_MAX;
    if (real && type == MD_SPAN_CODE && b->at->kind == DOC_CODE_SPAN)
        close_code_span(b);
    flush(b);
    if (real)
        close_span(b, span_kind[type]);
    else
        b->span_nest--;
    return 0;
}

/* The length of "<br>", "<br/>" or "<br />" at s.p[at], or 0. */
static size_t line_break_tag(struct str8 s, size_t at) {
    static const char *tags[] = {"<br>", "<br/>", "<br />"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        size_t n = strlen(tags[i]);
        if (s.n - at >= n && strncasecmp(s.p + at, tags[i], n) == 0)
            return n;
    }
    return 0;
}

static void put_break(struct builder *b) {
    flush(b);
    need_para(b);
    add_leaf(b, DOC_BREAK, (struct str8){0}, 0);
}

/* Is this a place where only <br> can end a line? */
static bool in_one_line(const struct builder *b) {
    const struct doc_node *n = b->at;
    while (doc_is_inline(n->kind))
        n = n->parent;
    return n->kind == DOC_CELL || n->kind == DOC_HEADING;
}

static void put_text(struct builder *b, struct str8 s) {
    bool one_line = memchr(s.p, '<', s.n) && in_one_line(b);
    for (size_t i = 0; i < s.n;) {
        size_t tag = one_line && s.p[i] == '<' ? line_break_tag(s, i) : 0;
        if (tag)
            put_break(b);
        else
            buf_byte(&b->pending, s.p[i]);
        i += tag ? tag : 1;
    }
}

static int put(MD_TEXTTYPE type, const MD_CHAR *p, MD_SIZE n, void *user) {
    struct builder *b = user;
    struct str8 s = {p, n};
    switch (type) {
    case MD_TEXT_BR:
        put_break(b);
        break;
    case MD_TEXT_SOFTBR:
        buf_byte(&b->pending, ' ');
        break;
    case MD_TEXT_NULLCHAR:
        break;
    case MD_TEXT_ENTITY:
        entity_put(s, &b->pending);
        break;
    case MD_TEXT_CODE:
        parse_literal(b->p, s, true, &b->pending);
        break;
    default:
        if (n)
            put_text(b, s);
        break;
    }
    return b->nodes > b->text_n + 1000 ? STOP_EXCESS : 0;
}

/* --- Which bytes are code --------------------------------------------------------------------- */

struct code_map {
    struct str8 text;
    char *is_code; /* one per byte */
    bool inside;
    size_t attributes; /* bytes of link targets: md4c reads them anew for each use */
};

static int map_enter(MD_BLOCKTYPE type, void *detail, void *user) {
    struct code_map *m = user;
    (void)detail;
    m->inside = type == MD_BLOCK_CODE;
    return 0;
}

static int map_leave(MD_BLOCKTYPE type, void *detail, void *user) {
    struct code_map *m = user;
    (void)type, (void)detail;
    m->inside = false;
    return 0;
}

static int map_enter_span(MD_SPANTYPE type, void *detail, void *user) {
    struct code_map *m = user;
    if (type == MD_SPAN_A)
        m->attributes += ((MD_SPAN_A_DETAIL *)detail)->href.size;
    return m->attributes > m->text.n * 4 ? STOP_EXCESS : 0;
}

static int map_leave_span(MD_SPANTYPE type, void *detail, void *user) {
    (void)type, (void)detail, (void)user;
    return 0;
}

static int map_text(MD_TEXTTYPE type, const MD_CHAR *p, MD_SIZE n, void *user) {
    struct code_map *m = user;
    (void)type;
    if (m->inside && p >= m->text.p && p + n <= m->text.p + m->text.n)
        memset(m->is_code + (p - m->text.p), 1, n);
    return 0;
}

char *markdown_code(struct str8 text) {
    struct code_map m = {.text = text, .is_code = mem_zalloc(text.n + 1)};
    MD_PARSER parser = {.flags = MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTML,
                        .enter_block = map_enter,
                        .leave_block = map_leave,
                        .enter_span = map_enter_span,
                        .leave_span = map_leave_span,
                        .text = map_text};
    md_parse(text.p, (MD_SIZE)text.n, &parser, &m);
    return m.is_code;
}

/* --- The whole text -------------------------------------------------------------------------- */

static void start(struct builder *b, int nest) {
    buf_clear(&b->pending);
    b->root = b->at = doc_node_new(b->p->a, DOC_ROOT);
    b->nest = nest;
    b->span_nest = 0;
    b->nodes = b->attributes = 0;
}

/* Text that md4c was stopped in: paragraphs, and nothing in them means anything. */
static void build_plain(struct builder *b, struct str8 text) {
    for (struct str8 rest = text, line; s8_line(&rest, &line);) {
        if (s8_trim(line).n == 0) {
            close_para(b);
            continue;
        }
        if (b->pending.n)
            buf_byte(&b->pending, ' ');
        buf_str8(&b->pending, line);
    }
    close_para(b);
}

struct doc_node *markdown_build(struct parse *p, struct str8 text, int nest) {
    struct builder b = {.p = p, .text_n = text.n};
    MD_PARSER parser = {.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTML,
                        .enter_block = enter_block,
                        .leave_block = leave_block,
                        .enter_span = enter_span,
                        .leave_span = leave_span,
                        .text = put};
    start(&b, nest);
    int stopped = md_parse(text.p, (MD_SIZE)text.n, &parser, &b);
    if (stopped == STOP_TABLE) {
        parser.flags &= ~(unsigned)MD_FLAG_TABLES;
        start(&b, nest);
        stopped = md_parse(text.p, (MD_SIZE)text.n, &parser, &b);
    }
    if (stopped) {
        start(&b, nest);
        build_plain(&b, text);
    }
    buf_free(&b.pending);
    return b.root;
}

static enum status check_text(struct str8 text, const struct markdown_graft *grafts,
                              size_t n_grafts, struct error *err) {
    size_t total = text.n;
    for (size_t i = 0; i < n_grafts && total <= MARKDOWN_MAX; i++)
        total += grafts[i].text.n;
    if (total > MARKDOWN_MAX)
        return error_set(err, ST_INVALID,
                         "Texten är större än %d MiB, mer än ett dokument får vara. Korta den.",
                         MARKDOWN_MAX / 1024 / 1024);
    bool valid = utf8_valid(text, NULL);
    for (size_t i = 0; i < n_grafts && valid; i++)
        valid = utf8_valid(grafts[i].text, NULL);
    if (!valid)
        return error_set(err, ST_INVALID, "Texten är inte UTF-8. Spara om den som UTF-8.");
    return ST_OK;
}

enum status markdown_parse(struct arena *a, struct str8 text, const struct markdown_graft *grafts,
                           size_t n_grafts, struct doc **out, struct error *err) {
    enum status s = check_text(text, grafts, n_grafts, err);
    if (s != ST_OK)
        return s;
    struct parse p = {.a = a, .grafts = grafts, .n_grafts = n_grafts};
    struct doc *d = ARENA_NEW(a, struct doc, 1);
    struct str8 clean = notes_lift(&p, parse_clean(a, text, true), (struct str8){0}, false);
    d->body = markdown_build(&p, clean, 0);
    graft_all(&p, d->body);
    tidy(a, d->body);
    notes_number(&p, d);
    d->language = S8("sv");
    d->warnings = p.warnings;
    d->n_warnings = p.n_warnings;
    *out = d;
    return ST_OK;
}
