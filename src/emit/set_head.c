/* What the first page begins with: logo, organisation, date. */
#include "emit/set_private.h"

#include "emit/head.h"
#include "emit/png.h"

enum {
    HEAD_AFTER = 18000, /* below what stands there */
    DATE_GAP = 4000     /* between the two, at least */
};

void set_logo(struct set *s) {
    struct sheet_image *image = ARENA_NEW(s->a, struct sheet_image, 1);
    struct set_lines lines = {0};
    s->status = logo_decode(s->a, s->d->logo, image, s->err);
    if (s->status != ST_OK)
        return;
    long width, height;
    head_logo(mp_twips(1), image->width, image->height, &width, &height);
    struct elem *e = sheet_elem(s->sheet, s->sheet->root, ELEM_FIGURE);
    e->alt = s->d->logo_alt;
    struct sheet_mark *m = sheet_mark(s->sheet, NULL, e, MARK_IMAGE);
    m->x = s->left;
    m->width = (mp)width;
    m->height = (mp)height;
    set_line_mark(set_line(s, &lines, m->height, m->height), m);
    set_block(s, &lines, LOOK_VALUE);
    s->sheet->logo = image;
    s->top = mp_twips(LOOK_HEADER);
    s->after = HEAD_AFTER;
}

/* The organisation to the left, the date on its first line to the right. */
void set_sender(struct set *s) {
    struct text_look look = {.kind = LOOK_VALUE};
    struct str8 date = doc_head_date(s->d);
    struct set_box left = set_whole(s);
    struct set_lines lines = {0}, dates = {0};
    struct para p;
    if (!s->d->organisation.n && !date.n)
        return;
    mp width = date.n ? set_text_width(s, date, look.kind) + DATE_GAP : 0;
    width = width < left.width / 2 ? width : left.width / 2;
    left.width -= width;
    struct set_box right = {s->right - width, width, SET_RIGHT};
    if (s->d->organisation.n) {
        para_plain(s, s->d->organisation, look, &p);
        set_para(s, &p, look, sheet_elem(s->sheet, s->sheet->root, ELEM_P), left, &lines);
    }
    if (date.n) {
        para_plain(s, date, look, &p);
        set_para(s, &p, look, sheet_elem(s->sheet, s->sheet->root, ELEM_P), right, &dates);
    }
    set_beside(s, &lines, &dates);
    set_block(s, &lines, look.kind);
    s->after = HEAD_AFTER;
}
