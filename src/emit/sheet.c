#include "emit/sheet.h"

void sheet_init(struct sheet *s, struct arena *a, mp width, mp height) {
    *s = (struct sheet){.a = a, .width = width, .height = height};
    s->root = s->last_elem = ARENA_NEW(a, struct elem, 1);
    s->root->kind = ELEM_DOCUMENT;
    s->n_elems = 1;
}

static struct elem_kid *add_kid(struct sheet *s, struct elem *parent) {
    struct elem_kid *kid = ARENA_NEW(s->a, struct elem_kid, 1);
    if (parent->last)
        parent->last->next = kid;
    else
        parent->first = kid;
    parent->last = kid;
    return kid;
}

struct elem *sheet_elem(struct sheet *s, struct elem *parent, enum elem_kind kind) {
    struct elem *e = ARENA_NEW(s->a, struct elem, 1);
    *e = (struct elem){.kind = kind, .parent = parent, .serial = s->n_elems++};
    s->last_elem->after = e;
    s->last_elem = e;
    add_kid(s, parent)->elem = e;
    return e;
}

struct sheet_page *sheet_page(struct sheet *s) {
    struct sheet_page *p = ARENA_NEW(s->a, struct sheet_page, 1);
    p->number = s->n_pages++;
    if (s->last)
        s->last->next = p;
    else
        s->first = p;
    s->last = p;
    return p;
}

struct sheet_mark *sheet_mark(struct sheet *s, struct sheet_page *page, struct elem *elem,
                              enum mark_kind kind) {
    struct sheet_mark *m = ARENA_NEW(s->a, struct sheet_mark, 1);
    *m = (struct sheet_mark){.kind = kind, .elem = elem, .page = page};
    if (page->last)
        page->last->next = m;
    else
        page->first = m;
    page->last = m;
    if (elem)
        add_kid(s, elem)->mark = m;
    return m;
}

void sheet_bookmark(struct sheet *s, struct str8 title, int level, int page, mp y) {
    struct sheet_bookmark *b = ARENA_NEW(s->a, struct sheet_bookmark, 1);
    *b = (struct sheet_bookmark){.title = title, .level = level, .page = page, .y = y};
    if (s->last_bookmark)
        s->last_bookmark->next = b;
    else
        s->bookmarks = b;
    s->last_bookmark = b;
}
