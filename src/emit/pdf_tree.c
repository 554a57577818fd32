/* The structure tree (14.7, 14.8): what the document is to who hears it read. */
#include "emit/pdf.h"

#include <assert.h>

enum {
    LEAF_MAX = 500
}; /* pairs in a leaf of a number tree; an array has at most 8191 elements
      (ISO 19005-1, 6.1.12) */

const char *pdf_type(const struct elem *e) {
    static const char *const heading[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    static const char *const type[] = {
        [ELEM_DOCUMENT] = "Document",
        [ELEM_SECT] = "Sect",
        [ELEM_H] = "H",
        [ELEM_P] = "P",
        [ELEM_QUOTE] = "BlockQuote",
        [ELEM_CODE] = "Code",
        [ELEM_LIST] = "L",
        [ELEM_ITEM] = "LI",
        [ELEM_LBL] = "Lbl",
        [ELEM_LBODY] = "LBody",
        [ELEM_TABLE] = "Table",
        [ELEM_THEAD] = "THead",
        [ELEM_TBODY] = "TBody",
        [ELEM_ROW] = "TR",
        [ELEM_TH] = "TH",
        [ELEM_TD] = "TD",
        [ELEM_NOTE] = "Note",
        [ELEM_REFERENCE] = "Reference",
        [ELEM_LINK] = "Link",
        [ELEM_FIGURE] = "Figure",
        [ELEM_STRONG] = "Strong",
        [ELEM_EM] = "Em",
    };
    if (e->kind != ELEM_H)
        return type[e->kind];
    assert(e->level >= 1 && e->level <= 6);
    return heading[e->level - 1];
}

/* PDF 1.4 has no parts of tables: rows stand in the table itself. */
static bool is_left_out(const struct pdf *p, const struct elem *e) {
    return p->a1 && (e->kind == ELEM_THEAD || e->kind == ELEM_TBODY);
}

void pdf_number_elems(struct pdf *p) {
    p->tree = pdf_new(&p->file);
    for (const struct elem *e = p->s->root; e; e = e->after)
        p->elem[e->serial] = is_left_out(p, e) ? 0 : pdf_new(&p->file);
}

/* --- Elements --------------------------------------------------------------------------------- */

/* The page of an element's own content, which MCIDs without a page of their own are on. */
static const struct sheet_page *page_of(const struct elem *e) {
    for (const struct elem_kid *k = e->first; k; k = k->next)
        if (k->mark)
            return k->mark->page;
    return NULL;
}

static void put_content(struct pdf *p, struct buf *b, const struct elem *e) {
    const struct sheet_page *home = page_of(e), *page = NULL;
    int last = -1; /* the last piece, on `page`: its marks share it */
    for (const struct elem_kid *k = e->first; k; k = k->next) {
        if (k->elem) {
            if (p->elem[k->elem->serial])
                buf_printf(b, "%d 0 R ", p->elem[k->elem->serial]);
            else
                put_content(p, b, k->elem); /* rows: one level down, no further */
            continue;
        }
        int mcid = p->mcid[k->mark->serial];
        if (mcid == last && k->mark->page == page)
            continue;
        last = mcid;
        page = k->mark->page;
        if (page == home)
            buf_printf(b, "%d ", mcid);
        else
            buf_printf(b, "<</Type/MCR/Pg %d 0 R/MCID %d>>", p->page[page->number].object, mcid);
    }
    for (const struct pdf_link *l = p->link[e->serial]; l; l = l->next_of_elem)
        buf_printf(b, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>", p->page[l->page].object, l->object);
}

/* What a figure covers, for who shows it apart (14.8.5.4.3). */
static void put_figure_box(struct pdf *p, struct buf *b, const struct elem *e) {
    const struct sheet_mark *m = e->first ? e->first->mark : NULL;
    if (!m)
        return;
    mp edge[] = {m->x, p->s->height - m->y - m->height, m->x + m->width, p->s->height - m->y};
    buf_str(b, "/A<</O/Layout/Placement/Block/BBox[");
    for (int i = 0; i < 4; i++) {
        pdf_points(b, edge[i]);
        buf_byte(b, i < 3 ? ' ' : ']');
    }
    buf_str(b, ">>");
}

static struct str8 note_id(struct pdf *p, const struct elem *e) {
    return arena_printf(p->a, "fotnot-%06d", e->note);
}

static void put_attributes(struct pdf *p, struct buf *b, const struct elem *e) {
    if (e->kind == ELEM_LIST) {
        buf_printf(b, "/A<</O/List/ListNumbering/%s>>", e->ordered ? "Decimal" : "Disc");
    } else if (e->kind == ELEM_TH) {
        buf_printf(b, "/A<</O/Table/Scope/%s>>", e->row_scope ? "Row" : "Column");
    } else if (e->kind == ELEM_NOTE) {
        buf_str(b, "/ID");
        pdf_text(b, note_id(p, e));
    } else if (e->kind == ELEM_FIGURE) {
        put_figure_box(p, b, e);
        buf_str(b, "/Alt");
        pdf_text(b, e->alt);
    }
}

static void put_elem(struct pdf *p, const struct elem *e) {
    const struct elem *parent = e->parent;
    while (parent && !p->elem[parent->serial])
        parent = parent->parent;
    struct buf *b = pdf_open(&p->file, p->elem[e->serial]);
    buf_printf(b, "<</Type/StructElem/S/%s/P %d 0 R", pdf_type(e),
               parent ? p->elem[parent->serial] : p->tree);
    if (page_of(e))
        buf_printf(b, "/Pg %d 0 R", p->page[page_of(e)->number].object);
    put_attributes(p, b, e);
    if (e->first) {
        buf_str(b, "/K[");
        put_content(p, b, e);
        buf_byte(b, ']');
    }
    buf_str(b, ">>");
    pdf_close(&p->file);
}

/* --- The way back: from content to its element (14.7.4.4) ------------------------------------- */

/* Leaves of the tree: what the keys from 0 on lead to, `value` being the numbers of objects. */
static void put_number_tree(struct pdf *p, int number, const int *value, size_t n) {
    struct buf kids = {0};
    for (size_t from = 0; from < n; from += LEAF_MAX) {
        size_t to = from + LEAF_MAX < n ? from + LEAF_MAX : n;
        int leaf = pdf_new(&p->file);
        buf_printf(&kids, "%d 0 R ", leaf);
        struct buf *b = pdf_open(&p->file, leaf);
        buf_printf(b, "<</Limits[%zu %zu]/Nums[", from, to - 1);
        for (size_t i = from; i < to; i++)
            buf_printf(b, "%zu %d 0 R ", i, value[i]);
        buf_str(b, "]>>");
        pdf_close(&p->file);
    }
    struct buf *b = pdf_open(&p->file, number);
    buf_printf(b, "<</Kids[%.*s]>>", S8F(buf_str8_of(&kids)));
    pdf_close(&p->file);
    buf_free(&kids);
}

static int put_parent_tree(struct pdf *p) {
    int *value = ARENA_NEW(p->a, int, p->n_keys);
    for (int i = 0; i < p->s->n_pages; i++) {
        const struct pdf_page *page = &p->page[i];
        value[i] = pdf_new(&p->file);
        struct buf *b = pdf_open(&p->file, value[i]);
        buf_byte(b, '[');
        for (size_t k = 0; k < page->n; k++)
            buf_printf(b, "%d 0 R ", p->elem[page->group[k]->serial]);
        buf_byte(b, ']');
        pdf_close(&p->file);
        for (const struct pdf_link *l = page->first; l; l = l->next)
            value[l->key] = p->elem[l->elem->serial];
    }
    int number = pdf_new(&p->file);
    put_number_tree(p, number, value, p->n_keys);
    return number;
}

/* Notes by their IDs, which sort as their numbers do; 0 when there are none. */
static int put_id_tree(struct pdf *p) {
    const struct elem **note = ARENA_NEW(p->a, const struct elem *, (size_t)p->s->n_notes + 1);
    bool some = false;
    for (const struct elem *e = p->s->root; e; e = e->after)
        if (e->kind == ELEM_NOTE && e->note >= 1 && e->note <= p->s->n_notes) {
            note[e->note] = e;
            some = true;
        }
    if (!some)
        return 0;
    int number = pdf_new(&p->file);
    struct buf *b = pdf_open(&p->file, number);
    buf_str(b, "<</Names[");
    for (int i = 1; i <= p->s->n_notes; i++)
        if (note[i]) {
            pdf_text(b, note_id(p, note[i]));
            buf_printf(b, "%d 0 R", p->elem[note[i]->serial]);
        }
    buf_str(b, "]>>");
    pdf_close(&p->file);
    return number;
}

void pdf_tree(struct pdf *p) {
    for (const struct elem *e = p->s->root; e; e = e->after)
        if (p->elem[e->serial])
            put_elem(p, e);
    int parents = put_parent_tree(p), ids = put_id_tree(p);
    struct buf *b = pdf_open(&p->file, p->tree);
    buf_printf(b,
               "<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %zu"
               "/RoleMap<</Strong/Span/Em/Span>>",
               p->elem[p->s->root->serial], parents, p->n_keys);
    if (ids)
        buf_printf(b, "/IDTree %d 0 R", ids);
    buf_str(b, ">>");
    pdf_close(&p->file);
}
