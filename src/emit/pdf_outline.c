/* Bookmarks (12.3.3): the headings, nested by level. */
#include "emit/pdf.h"

/* An entry and its place among the others; all by index, NONE for nobody. */
enum { NONE = -1 };
struct entry {
    const struct sheet_bookmark *mark;
    int object;
    int parent, prev, next, first, last;
    int kids;
};

static void hang(struct entry *entry, struct entry *root, int i) {
    struct entry *parent = entry[i].parent == NONE ? root : &entry[entry[i].parent];
    entry[i].prev = parent->last;
    if (parent->last == NONE)
        parent->first = i;
    else
        entry[parent->last].next = i;
    parent->last = i;
    parent->kids++;
}

static void put_kids(struct buf *b, const struct entry *entry, const struct entry *of) {
    if (of->kids)
        buf_printf(b, "/First %d 0 R/Last %d 0 R", entry[of->first].object, entry[of->last].object);
}

static void put_entry(struct pdf *p, const struct entry *entry, const struct entry *e) {
    struct buf *b = pdf_open(&p->file, e->object);
    buf_str(b, "<</Title");
    pdf_text(b, e->mark->title);
    buf_printf(b, "/Parent %d 0 R", e->parent == NONE ? p->outlines : entry[e->parent].object);
    if (e->prev != NONE)
        buf_printf(b, "/Prev %d 0 R", entry[e->prev].object);
    if (e->next != NONE)
        buf_printf(b, "/Next %d 0 R", entry[e->next].object);
    put_kids(b, entry, e);
    /* Those of the first level are open, the others closed. */
    if (e->kids)
        buf_printf(b, "/Count %d", e->parent == NONE ? e->kids : -e->kids);
    buf_printf(b, "/Dest[%d 0 R/XYZ 0 ", p->page[e->mark->page].object);
    pdf_points(b, p->s->height - e->mark->y);
    buf_str(b, " null]>>");
    pdf_close(&p->file);
}

void pdf_outline(struct pdf *p) {
    size_t n = 0, i = 0;
    for (const struct sheet_bookmark *m = p->s->bookmarks; m; m = m->next)
        n++;
    if (n == 0)
        return;
    struct entry *entry = ARENA_NEW(p->a, struct entry, n);
    struct entry root = {.first = NONE, .last = NONE};
    int visible = 0;
    for (const struct sheet_bookmark *m = p->s->bookmarks; m; m = m->next, i++) {
        int parent = (int)i - 1;
        while (parent != NONE && entry[parent].mark->level >= m->level)
            parent = entry[parent].parent;
        entry[i] = (struct entry){m, pdf_new(&p->file), parent, NONE, NONE, NONE, NONE, 0};
        hang(entry, &root, (int)i);
        visible += parent == NONE || entry[parent].parent == NONE;
    }
    p->outlines = pdf_new(&p->file);
    for (i = 0; i < n; i++)
        put_entry(p, entry, &entry[i]);
    struct buf *b = pdf_open(&p->file, p->outlines);
    buf_str(b, "<</Type/Outlines");
    put_kids(b, entry, &root);
    buf_printf(b, "/Count %d>>", visible);
    pdf_close(&p->file);
}
