#include "doc/doc.h"

#include "base/utf8.h"

#include "base/buf.h"

bool doc_is_inline(enum doc_kind kind) {
    return kind >= DOC_TEXT;
}

struct doc_node *doc_skip(const struct doc_node *n, const struct doc_node *root) {
    while (n != root && !n->next)
        n = n->parent;
    return n == root ? NULL : n->next;
}

struct doc_node *doc_next(const struct doc_node *n, const struct doc_node *root) {
    return n->first ? n->first : doc_skip(n, root);
}

static void put_space(struct buf *b) {
    if (b->n && b->p[b->n - 1] != ' ')
        buf_byte(b, ' ');
}

struct str8 doc_plain(struct arena *a, const struct doc_node *root) {
    struct buf b = {0};
    for (const struct doc_node *n = root; n; n = doc_next(n, root)) {
        if (!doc_is_inline(n->kind) || n->kind == DOC_BREAK)
            put_space(&b);
        buf_str8(&b, n->text);
    }
    struct str8 out = arena_str8(a, s8_trim(buf_str8_of(&b)));
    buf_free(&b);
    return out;
}

struct str8 doc_first_heading(struct arena *a, const struct doc *d) {
    const struct doc_node *best = NULL;
    for (const struct doc_node *n = d->body; n; n = doc_next(n, d->body))
        if (n->kind == DOC_HEADING && (!best || n->level < best->level))
            best = n;
    return best ? doc_plain(a, best) : (struct str8){0};
}

int doc_outline_level(struct doc_outline *o, const struct doc_node *heading) {
    while (o->n > 0 && o->level[o->n - 1] >= heading->level)
        o->n--;
    o->level[o->n++] = heading->level;
    return o->n;
}

struct str8 doc_head_date(const struct doc *d) {
    for (const struct doc_node *n = d->body->first; n && n->kind != DOC_HEADING; n = n->next) {
        if (n->kind == DOC_FIELDS)
            return S8("");
        for (const struct doc_node *c = n; c; c = doc_next(c, n))
            if (c->kind == DOC_TEXT && s8_eq(c->text, d->date))
                return S8("");
    }
    return d->date;
}

struct doc_node *doc_node_new(struct arena *a, enum doc_kind kind) {
    struct doc_node *n = ARENA_NEW(a, struct doc_node, 1);
    n->kind = kind;
    return n;
}

void doc_append(struct doc_node *parent, struct doc_node *child) {
    child->parent = parent;
    child->prev = parent->last;
    child->next = NULL;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

void doc_insert_before(struct doc_node *where, struct doc_node *n) {
    n->parent = where->parent;
    n->prev = where->prev;
    n->next = where;
    if (where->prev)
        where->prev->next = n;
    else
        where->parent->first = n;
    where->prev = n;
}

void doc_remove(struct doc_node *n) {
    if (n->prev)
        n->prev->next = n->next;
    else
        n->parent->first = n->next;
    if (n->next)
        n->next->prev = n->prev;
    else
        n->parent->last = n->prev;
    n->parent = n->prev = n->next = NULL;
}

void doc_move_children(struct doc_node *from, struct doc_node *where) {
    for (struct doc_node *n = from->first, *next; n; n = next) {
        next = n->next;
        doc_remove(n);
        doc_insert_before(where, n);
    }
}

bool doc_field_called(struct str8 called, struct str8 name) {
    struct arena tmp = {0};
    struct str8 plain = arena_str8(&tmp, s8_trim(called));
    for (size_t i = 0; i < plain.n; i++)
        if (plain.p[i] == ' ' || plain.p[i] == '_')
            ((char *)plain.p)[i] = '-';
    bool same = plain.n && utf8_same_name(plain, name);
    arena_free(&tmp);
    return same;
}
