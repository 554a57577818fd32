#include "emit/sheet.h"

void sheet_init(struct sheet *s, struct arena *a, mp width, mp height) {
    *s = (struct sheet){.a = a, .width = width, .height = height};
    sheet_elem(s, NULL, ELEM_DOCUMENT);
}

static struct elem_kid *add_kid(struct sheet *s, struct elem *parent) {
    struct elem_kid *kid = ARENA_NEW(s->a, struct elem_kid, 1);
    if (parent->last)
        parent->last->next = kid;
    else
        parent->first = kid;
    return parent->last = kid;
}

struct elem *sheet_elem(struct sheet *s, struct elem *parent, enum elem_kind kind) {
    struct elem *e = ARENA_NEW(s->a, struct elem, 1);
    e->kind = kind;
    e->parent = parent;
    e->serial = s->n_elems++;
    if (s->last_elem)
        s->last_elem->after = e;
    else
        s->root = e;
    s->last_elem = e;
    if (parent)
        add_kid(s, parent)->elem = e;
    return e;
}

struct sheet_page *sheet_page(struct sheet *s) {
    struct sheet_page *page = ARENA_NEW(s->a, struct sheet_page, 1);
    page->number = s->n_pages++;
    if (s->last)
        s->last->next = page;
    else
        s->first = page;
    return s->last = page;
}

void sheet_place(struct sheet_page *page, struct sheet_mark *mark) {
    mark->page = page;
    mark->next = NULL;
    if (page->last)
        page->last->next = mark;
    else
        page->first = mark;
    page->last = mark;
}

struct sheet_mark *sheet_mark(struct sheet *s, struct sheet_page *page, struct elem *elem,
                              enum mark_kind kind) {
    struct sheet_mark *mark = ARENA_NEW(s->a, struct sheet_mark, 1);
    mark->kind = kind;
    mark->elem = elem;
    mark->serial = s->n_marks++;
    if (page)
        sheet_place(page, mark);
    if (elem) {
        mark->kid = add_kid(s, elem);
        mark->kid->mark = mark;
    }
    return mark;
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
