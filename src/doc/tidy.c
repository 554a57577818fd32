/* A tree as it came from Markdown and grafts made canonical: one way to say each thing, nothing
 * empty, no white space where it means nothing. doc.h states the result. */
#include "base/buf.h"
#include "doc/parse.h"

static bool is_container(enum doc_kind kind) {
    return kind == DOC_STRONG || kind == DOC_EMPH || kind == DOC_LINK;
}

static bool inside(const struct doc_node *n, enum doc_kind kind) {
    for (n = n->parent; n && doc_is_inline(n->kind); n = n->parent)
        if (n->kind == kind)
            return true;
    return false;
}

static void dissolve(struct doc_node *n) {
    doc_move_children(n, n);
    doc_remove(n);
}

/* Strong in strong and the like say nothing more. */
static void flatten(struct doc_node *block) {
    for (struct doc_node *n = block->first, *next; n; n = next) {
        next = doc_next(n, block);
        if (is_container(n->kind) && inside(n, n->kind)) {
            next = n->first ? n->first : doc_skip(n, block);
            dissolve(n);
        }
    }
}

/* --- White space ----------------------------------------------------------------------------- */

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

/* `s` with runs of white space as one space, none first if `after_space`; in place. */
static struct str8 fold_spaces(struct arena *a, struct str8 s, bool after_space) {
    struct str8 out = arena_str8(a, s);
    char *p = (char *)out.p;
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        bool space = is_space(s.p[i]);
        if (!space || !after_space)
            p[n++] = space ? ' ' : s.p[i];
        after_space = space;
    }
    out.n = n;
    return out;
}

static bool empty_text(const struct doc_node *n) {
    return (n->kind == DOC_TEXT || n->kind == DOC_CODE_SPAN) && n->text.n == 0;
}

/* Folds white space over the whole block, across the borders of its inlines, and leaves none at
 * its ends and beside breaks. Breaks at the ends and repeated ones go too. */
static void fold_block(struct arena *a, struct doc_node *block) {
    struct doc_node *last = NULL; /* the latest leaf with content */
    bool after_space = true;
    for (struct doc_node *n = block->first, *next; n; n = next) {
        next = doc_next(n, block);
        if (is_container(n->kind))
            continue;
        if (n->kind == DOC_TEXT)
            n->text = fold_spaces(a, n->text, after_space);
        if (empty_text(n) || (n->kind == DOC_BREAK && (!last || last->kind == DOC_BREAK))) {
            doc_remove(n);
            continue;
        }
        if (n->kind == DOC_BREAK && last->kind == DOC_TEXT)
            last->text = s8_trim_right(last->text);
        after_space =
            n->kind == DOC_BREAK || (n->kind == DOC_TEXT && n->text.p[n->text.n - 1] == ' ');
        last = n;
    }
    if (last && last->kind == DOC_BREAK)
        doc_remove(last);
    else if (last && last->kind == DOC_TEXT)
        last->text = s8_trim_right(last->text);
}

/* --- Inline containers ----------------------------------------------------------------------- */

static void insert_after(struct doc_node *where, struct doc_node *n) {
    if (where->next)
        doc_insert_before(where->next, n);
    else
        doc_append(where->parent, n);
}

/* Takes a space off the text at one end of a container, as a node of its own; NULL if none. */
static struct doc_node *take_space(struct arena *a, struct doc_node *n, bool front) {
    if (n->kind != DOC_TEXT || n->text.n == 0 || n->text.p[front ? 0 : n->text.n - 1] != ' ')
        return NULL;
    n->text = front ? s8_skip(n->text, 1) : s8_sub(n->text, 0, n->text.n - 1);
    struct doc_node *space = doc_node_new(a, DOC_TEXT);
    space->text = S8(" ");
    space->mark = n->mark;
    return space;
}

/* Spaces and breaks at the ends of a container move out of it. */
static void hoist_edges(struct arena *a, struct doc_node *c) {
    while (c->first) {
        struct doc_node *n = c->first, *space = take_space(a, n, true);
        if (space)
            doc_insert_before(c, space);
        if (n->kind != DOC_BREAK && !empty_text(n))
            break;
        doc_remove(n);
        if (n->kind == DOC_BREAK)
            doc_insert_before(c, n);
    }
    while (c->last) {
        struct doc_node *n = c->last, *space = take_space(a, n, false);
        if (space)
            insert_after(c, space);
        if (n->kind != DOC_BREAK && !empty_text(n))
            break;
        doc_remove(n);
        if (n->kind == DOC_BREAK)
            insert_after(c, n);
    }
}

static void settle(struct arena *a, struct doc_node *parent) {
    for (struct doc_node *n = parent->first, *next; n; n = next) {
        next = n->next;
        if (is_container(n->kind)) {
            settle(a, n);
            hoist_edges(a, n);
        }
        if (empty_text(n) || (is_container(n->kind) && !n->first))
            doc_remove(n);
    }
}

static void join_text(struct arena *a, struct doc_node *n) {
    if (!n->next || n->next->kind != n->kind)
        return;
    struct buf b = {0};
    buf_str8(&b, n->text);
    while (n->next && n->next->kind == n->kind) {
        buf_str8(&b, n->next->text);
        if (!n->mark.n)
            n->mark = n->next->mark;
        doc_remove(n->next);
    }
    n->text = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
}

/* Neighbours of a kind become one. */
static void join(struct arena *a, struct doc_node *parent) {
    for (struct doc_node *n = parent->first; n; n = n->next) {
        if (n->kind == DOC_TEXT || n->kind == DOC_CODE_SPAN)
            join_text(a, n);
        while ((n->kind == DOC_STRONG || n->kind == DOC_EMPH) && n->next &&
               n->next->kind == n->kind) {
            struct doc_node *from = n->next;
            while (from->first) {
                struct doc_node *child = from->first;
                doc_remove(child);
                doc_append(n, child);
            }
            doc_remove(from);
        }
        join(a, n);
    }
}

/* --- Blocks ---------------------------------------------------------------------------------- */

static void tidy_inlines(struct arena *a, struct doc_node *block) {
    flatten(block);
    fold_block(a, block);
    settle(a, block);
    join(a, block);
}

static bool empty_row(const struct doc_node *row) {
    for (const struct doc_node *cell = row->first; cell; cell = cell->next)
        if (cell->first)
            return false;
    return true;
}

/* Empty header cells mean: no header, and with two columns a field list. */
static void tidy_table(struct doc_node *table) {
    if (table->kind != DOC_TABLE || !table->first || !table->first->header ||
        !empty_row(table->first))
        return;
    doc_remove(table->first);
    if (table->columns != 2)
        return;
    table->kind = DOC_FIELDS;
    table->align = NULL;
    for (struct doc_node *row = table->first, *next; row; row = next) {
        next = row->next;
        if (empty_row(row))
            doc_remove(row);
    }
}

/* A first line of nothing but underscores is a line to sign on. */
static void tidy_sign(struct doc_node *para) {
    const struct doc_node *line = para->first;
    if (!line || line->kind != DOC_TEXT || line->text.n < DOC_SIGN_MIN || !line->next ||
        line->next->kind != DOC_BREAK)
        return;
    for (size_t i = 0; i < line->text.n; i++)
        if (line->text.p[i] != '_')
            return;
    para->kind = DOC_SIGN;
    doc_remove(para->first);
    doc_remove(para->first);
}

static bool is_empty(const struct doc_node *n) {
    switch (n->kind) {
    case DOC_CODE:
        return s8_trim(n->text).n == 0;
    case DOC_RULE:
    case DOC_CELL:
        return false;
    default:
        return !n->first;
    }
}

void tidy(struct arena *a, struct doc_node *root) {
    for (struct doc_node *n = root->first, *next; n; n = next) {
        next = n->next;
        if (n->kind == DOC_PARA || n->kind == DOC_HEADING || n->kind == DOC_CELL)
            tidy_inlines(a, n);
        else
            tidy(a, n);
        if (n->kind == DOC_PARA)
            tidy_sign(n);
        tidy_table(n);
        if (n->kind == DOC_LIST && n->first == n->last && n->first &&
            n->first->first == n->first->last)
            n->tight = true; /* nothing there to leave space between */
        if (is_empty(n))
            doc_remove(n);
    }
}
