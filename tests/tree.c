#include "tests/tree.h"

#include <string.h>

/* --- As text ---------------------------------------------------------------------------------- */

static bool needs_blank(const struct doc_node *n) {
    enum doc_kind before = n->prev->kind;
    if (before == DOC_HEADING || before == DOC_CODE || before == DOC_RULE)
        return false;
    if (before != DOC_PARA)
        return true;
    return n->kind == DOC_PARA || n->kind == DOC_TABLE || n->kind == DOC_FIELDS ||
           (n->kind == DOC_LIST && n->ordered && n->start != 1);
}

/* 't' tight, 'l' loose. */
static char spacing(const struct doc_node *list) {
    if (list->first == list->last && list->first->first == list->first->last)
        return 't';
    for (const struct doc_node *item = list->first; item; item = item->next)
        for (const struct doc_node *n = item->first->next; n; n = n->next)
            if (needs_blank(n))
                return 'l';
    return list->tight ? 't' : 'l';
}

static void dump(const struct doc_node *n, int depth, struct buf *out) {
    static const char *names[] = {"root", "heading", "para",   "list", "table", "quote", "code",
                                  "rule", "sign",    "fields", "item", "row",   "cell",  "note",
                                  "text", "strong",  "emph",   "span", "link",  "ref",   "break"};
    buf_repeat(out, ' ', (size_t)depth);
    buf_str(out, names[n->kind]);
    if (n->kind == DOC_HEADING)
        buf_printf(out, " %d", n->level);
    if (n->kind == DOC_LIST)
        buf_printf(out, " %c%c %d", spacing(n), n->ordered ? 'o' : 'b', n->start);
    if (n->kind == DOC_NOTE || n->kind == DOC_NOTE_REF)
        buf_printf(out, " %d", n->number);
    for (int i = 0; n->kind == DOC_TABLE && i < n->columns; i++)
        buf_printf(out, " %d", n->align[i]);
    if (n->header)
        buf_str(out, " header");
    if (n->text.n)
        buf_printf(out, " '%.*s'", S8F(n->text));
    if (n->kind == DOC_LINK)
        buf_printf(out, " <%.*s> \"%.*s\"", S8F(n->href), S8F(n->title));
    buf_byte(out, '\n');
    for (const struct doc_node *c = n->first; c; c = c->next)
        dump(c, depth + 1, out);
}

void tree_dump(const struct doc *d, struct buf *out) {
    dump(d->body, 0, out);
    for (const struct doc_node *note = d->notes; note; note = note->next)
        dump(note, 0, out);
}

/* --- What is promised ------------------------------------------------------------------------- */

static bool allowed(const struct doc_node *parent, const struct doc_node *n) {
    switch (parent->kind) {
    case DOC_ROOT:
    case DOC_QUOTE:
    case DOC_ITEM:
        return n->kind > DOC_ROOT && n->kind <= DOC_FIELDS;
    case DOC_NOTE:
        return n->kind > DOC_HEADING && n->kind <= DOC_FIELDS;
    case DOC_LIST:
        return n->kind == DOC_ITEM;
    case DOC_TABLE:
    case DOC_FIELDS:
        return n->kind == DOC_ROW;
    case DOC_ROW:
        return n->kind == DOC_CELL;
    case DOC_HEADING:
    case DOC_PARA:
    case DOC_SIGN:
    case DOC_CELL:
    case DOC_STRONG:
    case DOC_EMPH:
    case DOC_LINK:
        return doc_is_inline(n->kind) && n->kind <= DOC_BREAK;
    default:
        return false;
    }
}

static bool container(const struct doc_node *n) {
    return n->kind == DOC_STRONG || n->kind == DOC_EMPH || n->kind == DOC_LINK;
}

static const char *inline_fault(const struct doc_node *n) {
    bool joins = n->kind == DOC_TEXT || n->kind == DOC_CODE_SPAN || n->kind == DOC_STRONG ||
                 n->kind == DOC_EMPH;
    if (joins && n->prev && n->prev->kind == n->kind)
        return "neighbours of a kind";
    if ((n->kind == DOC_TEXT || n->kind == DOC_CODE_SPAN) && n->text.n == 0)
        return "empty text";
    bool edge = !n->prev || !n->next;
    if (n->kind == DOC_BREAK && (edge || n->prev->kind == DOC_BREAK))
        return "break at an edge";
    if (n->kind == DOC_TEXT) {
        bool first = n->text.p[0] == ' ', last = n->text.p[n->text.n - 1] == ' ';
        if ((first && (!n->prev || n->prev->kind == DOC_BREAK)) ||
            (last && (!n->next || n->next->kind == DOC_BREAK)))
            return "space at an edge";
        if (s8_find(n->text, S8("  ")) >= 0)
            return "two spaces";
    }
    for (const struct doc_node *up = n->parent; container(n) && up; up = up->parent)
        if (up->kind == n->kind)
            return "container in its like";
    return NULL;
}

static const char *node_fault(const struct doc *d, const struct doc_node *n) {
    int cells = 0;
    if (n->parent && !allowed(n->parent, n))
        return "child of the wrong kind";
    if (!n->first && (n->kind == DOC_HEADING || n->kind == DOC_PARA || n->kind == DOC_SIGN ||
                      n->kind == DOC_ITEM || n->kind == DOC_LIST || n->kind == DOC_QUOTE ||
                      n->kind == DOC_TABLE || n->kind == DOC_FIELDS || container(n)))
        return "empty node";
    if (n->kind == DOC_HEADING && (n->level < 1 || n->level > 6))
        return "level";
    if (n->kind == DOC_NOTE_REF && (n->number < 1 || n->number > d->n_notes))
        return "reference to no note";
    for (const struct doc_node *c = n->first; n->kind == DOC_ROW && c; c = c->next)
        cells++;
    if (n->kind == DOC_ROW && cells != n->parent->columns)
        return "number of cells";
    for (size_t i = 0; i < n->text.n; i++)
        if ((unsigned char)n->text.p[i] < ' ' && !(n->kind == DOC_CODE && n->text.p[i] == '\n'))
            return "control character";
    return doc_is_inline(n->kind) ? inline_fault(n) : NULL;
}

static const char *fault_in(const struct doc *d, const struct doc_node *root, int *refs) {
    for (const struct doc_node *n = root; n; n = doc_next(n, root)) {
        const char *fault = node_fault(d, n);
        int depth = 0;
        for (const struct doc_node *up = n; up; up = up->parent)
            depth += up->kind == DOC_LIST || up->kind == DOC_QUOTE;
        if (depth > DOC_NEST_MAX)
            fault = "nested too deep";
        if (n->kind == DOC_NOTE_REF && n->number > *refs + 1)
            fault = "notes out of order";
        if (n->kind == DOC_NOTE_REF && n->number == *refs + 1)
            ++*refs;
        if (fault)
            return fault;
    }
    return NULL;
}

const char *tree_fault(const struct doc *d) {
    int refs = 0, notes = 0;
    const char *fault = fault_in(d, d->body, &refs);
    for (const struct doc_node *n = d->notes; n && !fault; n = n->next) {
        fault = n->number == ++notes ? fault_in(d, n, &refs) : "number of a note";
    }
    if (!fault && (notes != d->n_notes || refs != notes))
        fault = "notes without reference";
    return fault;
}
