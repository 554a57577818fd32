/* Tree to Markdown that reads back as the same tree: blocks. Inlines are in md_inline.c. */
#include <string.h>

#include "emit/md.h"

static void put_line_start(struct md *m) {
    if (!m->started)
        buf_str8(m->out, buf_str8_of(&m->prefix));
    m->started = false;
}

static void put_blank(struct md *m) {
    buf_str8(m->out, s8_trim_right(buf_str8_of(&m->prefix)));
    buf_byte(m->out, '\n');
}

static void put_blocks(struct md *m, const struct doc_node *parent, bool tight);

/* The marker stands on the line that follows; `n` columns are then the prefix of the rest. */
static void put_contained(struct md *m, const struct doc_node *n, const char *marker,
                          const char *rest, bool tight) {
    size_t had = m->prefix.n;
    put_line_start(m);
    buf_str(m->out, marker);
    m->started = true;
    buf_str(&m->prefix, rest);
    put_blocks(m, n, tight);
    m->prefix.n = had;
}

/* Lists of a kind that follow each other take turns with their markers, or they would be one. */
static bool other_marker(const struct doc_node *list) {
    bool other = false;
    for (const struct doc_node *n = list->prev;
         n && n->kind == DOC_LIST && n->ordered == list->ordered; n = n->prev)
        other = !other;
    return other;
}

static void put_list(struct md *m, const struct doc_node *list) {
    static const char spaces[] = "                ";
    const int highest = 999999999; /* Markdown reads no more than nine digits */
    bool other = other_marker(list);
    int shown = list->start;
    for (const struct doc_node *item = list->first; item; item = item->next) {
        char marker[16];
        if (list->ordered)
            snprintf(marker, sizeof marker, "%d%c ", shown, other ? ')' : '.');
        else
            snprintf(marker, sizeof marker, "%c ", other ? '*' : '-');
        if (item->prev && !list->tight)
            put_blank(m);
        put_contained(m, item, marker, spaces + sizeof spaces - 1 - strlen(marker), list->tight);
        shown += shown < highest;
    }
}

static void put_code(struct md *m, struct str8 text) {
    size_t run = md_longest_run(text, '`'), fence = run < 3 ? 3 : run + 1;
    put_line_start(m);
    buf_repeat(m->out, '`', fence);
    buf_byte(m->out, '\n');
    while (text.p) {
        struct str8 line = s8_cut(&text, '\n');
        if (line.n == 0) {
            put_blank(m);
            continue;
        }
        put_line_start(m);
        buf_str8(m->out, line);
        buf_byte(m->out, '\n');
    }
    put_line_start(m);
    buf_repeat(m->out, '`', fence);
    buf_byte(m->out, '\n');
}

static void put_row(struct md *m, const struct doc_node *row, int columns) {
    const struct doc_node *cell = row ? row->first : NULL;
    put_line_start(m);
    for (int i = 0; i < columns; i++) {
        buf_str(m->out, "| ");
        if (cell)
            md_put_inlines(m, cell);
        buf_byte(m->out, ' ');
        cell = cell ? cell->next : NULL;
    }
    buf_str(m->out, "|\n");
}

static void put_table(struct md *m, const struct doc_node *table) {
    static const char *rule[] = {[DOC_ALIGN_NONE] = "| --- ",
                                 [DOC_ALIGN_LEFT] = "| :-- ",
                                 [DOC_ALIGN_CENTER] = "| :-: ",
                                 [DOC_ALIGN_RIGHT] = "| --: "};
    const struct doc_node *row = table->first;
    bool header = row->header;
    put_row(m, header ? row : NULL, table->columns);
    put_line_start(m);
    for (int i = 0; i < table->columns; i++)
        buf_str(m->out, rule[table->align ? table->align[i] : DOC_ALIGN_NONE]);
    buf_str(m->out, "|\n");
    for (row = header ? row->next : row; row; row = row->next)
        put_row(m, row, table->columns);
}

static void put_line_of(struct md *m, const struct doc_node *n) {
    put_line_start(m);
    if (n->kind == DOC_HEADING) {
        buf_repeat(m->out, '#', (size_t)n->level);
        buf_byte(m->out, ' ');
    }
    if (n->kind == DOC_SIGN) {
        buf_repeat(m->out, '_', (size_t)2 * DOC_SIGN_MIN);
        buf_str(m->out, "\\\n");
        put_line_start(m);
    }
    md_put_inlines(m, n);
    buf_byte(m->out, '\n');
}

static void put_block(struct md *m, const struct doc_node *n) {
    switch (n->kind) {
    case DOC_LIST:
        put_list(m, n);
        break;
    case DOC_QUOTE:
        put_contained(m, n, "> ", "> ", false);
        break;
    case DOC_CODE:
        put_code(m, n->text);
        break;
    case DOC_TABLE:
    case DOC_FIELDS:
        put_table(m, n);
        break;
    case DOC_RULE: /* not of * or -, which begin items */
        put_line_start(m);
        buf_str(m->out, "___\n");
        break;
    default:
        put_line_of(m, n);
    }
}

/* In a tight list: can `n` follow the block before it without a blank line? */
static bool may_follow(const struct doc_node *n) {
    enum doc_kind before = n->prev->kind;
    if (before == DOC_HEADING || before == DOC_CODE || before == DOC_RULE)
        return true;
    if (before != DOC_PARA)
        return false;
    return n->kind == DOC_HEADING || n->kind == DOC_CODE || n->kind == DOC_RULE ||
           n->kind == DOC_QUOTE || (n->kind == DOC_LIST && (!n->ordered || n->start == 1));
}

static void put_blocks(struct md *m, const struct doc_node *parent, bool tight) {
    for (const struct doc_node *n = parent->first; n; n = n->next) {
        if (n->prev && !(tight && may_follow(n)))
            put_blank(m);
        put_block(m, n);
    }
}

static void put_note(struct md *m, const struct doc_node *note) {
    char name[24];
    snprintf(name, sizeof name, note->first ? "[^%d]: " : "[^%d]:\n", note->number);
    put_contained(m, note, name, "    ", false);
    m->started = false;
}

void emit_markdown(const struct doc *d, struct buf *out) {
    struct md m = {.out = out};
    put_blocks(&m, d->body, false);
    if (d->notes && d->body->first)
        put_blank(&m);
    for (const struct doc_node *note = d->notes; note; note = note->next)
        put_note(&m, note);
    buf_free(&m.prefix);
}
