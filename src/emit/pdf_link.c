/* Link annotations (12.5.6.5): where on the pages a link can be clicked, and where it leads. */
#include "emit/pdf.h"

/* --- Where a link stands ---------------------------------------------------------------------- */

static struct pdf_box box_of(const struct sheet_mark *m) {
    if (m->kind != MARK_TEXT)
        return (struct pdf_box){m->x, m->y, m->x + m->width, m->y + m->height};
    const struct font *f = m->run->font;
    int em = font_units_per_em(f);
    return (struct pdf_box){m->x, m->y - (mp)((int64_t)font_ascent(f) * m->size / em),
                            m->x + m->width, m->y + (mp)((int64_t)font_descent(f) * m->size / em)};
}

/* Makes `into` take in `b` too, where that stands further right on the same line. */
static bool widen(struct pdf_box *into, const struct pdf_box *b) {
    if (b->left < into->left || b->top >= into->bottom || b->bottom <= into->top)
        return false;
    if (b->right > into->right)
        into->right = b->right;
    if (b->top < into->top)
        into->top = b->top;
    if (b->bottom > into->bottom)
        into->bottom = b->bottom;
    return true;
}

static struct pdf_link *add_link(struct pdf *p, const struct elem *e, int page,
                                 struct pdf_link *last) {
    struct pdf_link *l = ARENA_NEW(p->a, struct pdf_link, 1);
    *l =
        (struct pdf_link){.elem = e, .page = page, .object = pdf_new(&p->file), .key = p->n_keys++};
    if (last)
        last->next_of_elem = l;
    else
        p->link[e->serial] = l;
    struct pdf_page *on = &p->page[page];
    if (on->last)
        on->last->next = l;
    else
        on->first = l;
    return on->last = l;
}

/* One annotation per page, with a box for each line; PDF 1.4 has one box in each. */
static void add_box(struct pdf *p, const struct elem *e, struct pdf_link **last,
                    const struct sheet_mark *m) {
    struct pdf_box box = box_of(m);
    int page = m->page->number;
    struct pdf_link *l = *last && (*last)->page == page ? *last : NULL;
    if (l && widen(&l->box[l->n - 1], &box))
        return;
    if (!l || p->a1)
        l = *last = add_link(p, e, page, *last);
    *ARENA_PUSH(p->a, l->box, l->n, l->cap) = box;
}

/* All marks inside `inside`. */
static void add_boxes(struct pdf *p, const struct elem *link, const struct elem *inside,
                      struct pdf_link **last) {
    for (const struct elem_kid *k = inside->first; k; k = k->next)
        if (k->mark)
            add_box(p, link, last, k->mark);
        else
            add_boxes(p, link, k->elem, last);
}

/* --- Annotations ------------------------------------------------------------------------------ */

static void put_box_edges(struct buf *b, const struct pdf *p, const struct pdf_box *box) {
    mp edge[] = {box->left, p->s->height - box->bottom, box->right, p->s->height - box->top};
    for (int i = 0; i < 4; i++) {
        pdf_points(b, edge[i]);
        buf_byte(b, i < 3 ? ' ' : ']');
    }
}

static void put_area(struct buf *b, const struct pdf *p, const struct pdf_link *l) {
    struct pdf_box all = l->box[0];
    for (size_t i = 1; i < l->n; i++) {
        const struct pdf_box *box = &l->box[i];
        all.left = box->left < all.left ? box->left : all.left;
        all.top = box->top < all.top ? box->top : all.top;
        all.right = box->right > all.right ? box->right : all.right;
        all.bottom = box->bottom > all.bottom ? box->bottom : all.bottom;
    }
    buf_str(b, "/Rect[");
    put_box_edges(b, p, &all);
    if (l->n == 1)
        return;
    buf_str(b, "/QuadPoints[");
    for (size_t i = 0; i < l->n; i++) {
        /* Upper left, upper right, lower left, lower right: what readers take, whatever 12.5.6.5
         * says. */
        const struct pdf_box *box = &l->box[i];
        mp top = p->s->height - box->top, bottom = p->s->height - box->bottom;
        mp point[] = {box->left, top, box->right, top, box->left, bottom, box->right, bottom};
        for (int k = 0; k < 8; k++) {
            pdf_points(b, point[k]);
            buf_byte(b, ' ');
        }
    }
    buf_byte(b, ']');
}

/* Where it leads, and the same in words for who cannot see it (ISO 14289-1, 7.18.5). */
static void put_target(struct buf *b, const struct pdf *p, const struct elem *e) {
    if (e->note >= 1 && e->note <= p->s->n_notes) {
        const struct sheet_place *place = &p->s->notes[e->note - 1];
        buf_printf(b, "/Dest[%d 0 R/XYZ 0 ", p->page[place->page].object);
        pdf_points(b, p->s->height - place->y);
        buf_str(b, " null]/Contents");
        pdf_text(b, arena_printf(p->a, "Till fotnot %d", e->note));
        return;
    }
    bool mail = s8_starts(e->href, S8("mailto:"));
    struct str8 to = mail ? s8_skip(e->href, sizeof "mailto:" - 1) : e->href;
    buf_str(b, "/A<</S/URI/URI");
    pdf_uri(b, e->href);
    buf_str(b, ">>/Contents");
    pdf_text(b, arena_printf(p->a, mail ? "E-post till %.*s" : "Länk till %.*s", S8F(to)));
}

static void put_link(struct pdf *p, const struct pdf_link *l) {
    struct buf *b = pdf_open(&p->file, l->object);
    buf_printf(b, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/P %d 0 R/StructParent %zu",
               p->page[l->page].object, l->key);
    put_area(b, p, l);
    put_target(b, p, l->elem);
    buf_str(b, ">>");
    pdf_close(&p->file);
}

void pdf_links(struct pdf *p) {
    for (const struct elem *e = p->s->root; e; e = e->after) {
        if (e->kind != ELEM_LINK)
            continue;
        struct pdf_link *last = NULL;
        add_boxes(p, e, e, &last);
    }
    for (int i = 0; i < p->s->n_pages; i++)
        for (const struct pdf_link *l = p->page[i].first; l; l = l->next)
            put_link(p, l);
}
