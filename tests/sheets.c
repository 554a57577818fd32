#include "tests/sheets.h"

#include <stdio.h>
#include <stdlib.h>
#include "emit/pdf.h"

enum { LEFT = 90000, SIZE = 11000, LEADING = 15000 };

static void must(enum status st, const struct error *err) {
    if (st == ST_OK)
        return;
    fprintf(stderr, "%s\n", err->text);
    abort();
}

struct sheet_mark *hand_text(struct hand *h, struct elem *in, enum font_face face, mp *x,
                             struct str8 text) {
    struct glyph_runs runs = {0};
    struct error err = {0};
    must(fonts_shape(h->fs, &h->a, face, text, &runs, &err), &err);
    struct sheet_mark *m = NULL;
    for (size_t i = 0; i < runs.n; i++) {
        m = sheet_mark(&h->s, h->page, in, MARK_TEXT);
        m->artifact = ARTIFACT_HEADER;
        m->run = &runs.run[i];
        m->size = SIZE;
        m->x = *x;
        m->y = h->y;
        m->width = (mp)(runs.run[i].width * SIZE / font_units_per_em(runs.run[i].font));
        *x += m->width;
    }
    return m;
}

struct elem *hand_line(struct hand *h, struct elem *parent, enum elem_kind kind, struct str8 text) {
    struct elem *e = sheet_elem(&h->s, parent, kind);
    mp x = LEFT;
    h->y += LEADING;
    hand_text(h, e, kind == ELEM_H ? FONT_SANS_BOLD : FONT_SERIF, &x, text);
    return e;
}

static void begin_page(struct hand *h) {
    h->page = sheet_page(&h->s);
    h->y = 50000;
    mp x = LEFT;
    hand_text(h, NULL, FONT_SANS, &x, S8("Svar på remiss"));
    struct sheet_mark *rule = sheet_mark(&h->s, h->page, NULL, MARK_RULE);
    *rule = (struct sheet_mark){.kind = MARK_RULE,
                                .artifact = ARTIFACT_LAYOUT,
                                .x = LEFT,
                                .y = 60000,
                                .width = 300000,
                                .height = 500,
                                .grey = true,
                                .page = h->page,
                                .serial = rule->serial};
    h->y = 80000;
}

static void heading(struct hand *h, int level, struct str8 text) {
    sheet_bookmark(&h->s, text, level, h->page->number, h->y);
    hand_line(h, h->s.root, ELEM_H, text)->level = level;
}

static void logo(struct hand *h) {
    static struct sheet_image image = {.width = 2, .height = 1};
    image.rgb = (struct str8){"\xff\x00\x00\x00\x00\xff", 6};
    image.alpha = (struct str8){"\xff\x80", 2};
    h->s.logo = &image;
    struct elem *figure = sheet_elem(&h->s, h->s.root, ELEM_FIGURE);
    figure->alt = S8("Storstads kommuns vapen (en båt)");
    struct sheet_mark *m = sheet_mark(&h->s, h->page, figure, MARK_IMAGE);
    m->x = LEFT;
    m->y = h->y;
    m->width = 80000;
    m->height = 40000;
    h->y += 40000;
}

/* A paragraph with bold text, a soft hyphen at a line's end and a link over three lines, the last
 * on the next page. */
static void paragraph(struct hand *h) {
    struct elem *p = hand_line(h, h->s.root, ELEM_P, S8("Text före "));
    mp x = LEFT + 100000;
    hand_text(h, sheet_elem(&h->s, p, ELEM_STRONG), FONT_SERIF_BOLD, &x, S8("fet AVAVA"));
    struct sheet_mark *m = hand_text(h, p, FONT_SERIF, &x, S8(" ordav-"));
    m->run->glyph[m->run->n - 1].soft_hyphen = true;
    h->y += LEADING;
    x = LEFT;
    hand_text(h, p, FONT_SERIF, &x, S8("stavning och "));
    struct elem *link = sheet_elem(&h->s, p, ELEM_LINK);
    link->href = S8("https://exempel.se/å(1)?a=b&c");
    hand_text(h, link, FONT_SERIF, &x, S8("en länk "));
    h->y += LEADING;
    x = LEFT;
    hand_text(h, link, FONT_SERIF, &x, S8("som är "));
    hand_text(h, sheet_elem(&h->s, link, ELEM_EM), FONT_SERIF_ITALIC, &x, S8("mycket "));
    begin_page(h);
    x = LEFT;
    h->y += LEADING;
    hand_text(h, link, FONT_SERIF, &x, S8("lång"));
    hand_text(h, p, FONT_SERIF, &x, S8("."));
}

static void list(struct hand *h) {
    struct elem *l = sheet_elem(&h->s, h->s.root, ELEM_LIST);
    l->ordered = true;
    for (int i = 1; i <= 2; i++) {
        struct elem *item = sheet_elem(&h->s, l, ELEM_ITEM);
        hand_line(h, item, ELEM_LBL, arena_printf(&h->a, "%d. ", i));
        mp x = LEFT + 30000;
        struct elem *body = sheet_elem(&h->s, sheet_elem(&h->s, item, ELEM_LBODY), ELEM_P);
        hand_text(h, body, FONT_SERIF, &x, S8("Punkt i listan"));
    }
}

static void row(struct hand *h, struct elem *part, enum elem_kind first, enum elem_kind second) {
    struct elem *r = sheet_elem(&h->s, part, ELEM_ROW);
    struct elem *one = hand_line(h, r, first, S8("År"));
    one->row_scope = part->kind == ELEM_TBODY;
    mp x = LEFT + 100000;
    hand_text(h, sheet_elem(&h->s, r, second), FONT_SERIF, &x, S8("2025"));
}

static void table(struct hand *h) {
    struct elem *t = sheet_elem(&h->s, h->s.root, ELEM_TABLE);
    row(h, sheet_elem(&h->s, t, ELEM_THEAD), ELEM_TH, ELEM_TH);
    row(h, sheet_elem(&h->s, t, ELEM_TBODY), ELEM_TH, ELEM_TD);
}

static void note(struct hand *h) {
    struct elem *p = hand_line(h, h->s.root, ELEM_P, S8("Med fotnot"));
    mp x = LEFT + 100000;
    struct elem *reference = sheet_elem(&h->s, p, ELEM_REFERENCE);
    struct elem *link = sheet_elem(&h->s, reference, ELEM_LINK);
    reference->note = link->note = 1;
    hand_text(h, link, FONT_SERIF, &x, S8("1"));
    struct elem *n = sheet_elem(&h->s, h->s.root, ELEM_NOTE);
    n->note = 1;
    h->s.notes = ARENA_NEW(&h->a, struct sheet_place, 1);
    h->s.n_notes = 1;
    h->s.notes[0] = (struct sheet_place){h->page->number, h->y};
    hand_line(h, n, ELEM_LBL, S8("1"));
    x = LEFT + 20000;
    struct elem *text = sheet_elem(&h->s, n, ELEM_P);
    hand_text(h, text, FONT_SERIF, &x, S8("Skriv till "));
    struct elem *mail = sheet_elem(&h->s, text, ELEM_LINK);
    mail->href = S8("mailto:registrator@exempel.se");
    hand_text(h, mail, FONT_SERIF, &x, S8("registrator"));
}

void hand_make(struct hand *h) {
    *h = (struct hand){.fs = fonts_new()};
    h->d = (struct doc){.title = S8("Svar på <remiss> & (annat)"),
                        .language = S8("sv"),
                        .organisation = S8("Omsorgsnämnden, Storstads kommun"),
                        .dnr = S8("ON 2025/123"),
                        .author = S8("Handläggare A"),
                        .created = S8("2025-03-14T09:00:00Z")};
    sheet_init(&h->s, &h->a, 595300, 841900);
    begin_page(h);
    logo(h);
    heading(h, 1, S8("Svar på remiss"));
    heading(h, 2, S8("Första delen"));
    paragraph(h);
    heading(h, 3, S8("Djupare"));
    list(h);
    heading(h, 2, S8("Andra delen"));
    table(h);
    hand_line(h, sheet_elem(&h->s, h->s.root, ELEM_QUOTE), ELEM_P, S8("Ett citat"));
    hand_line(h, sheet_elem(&h->s, h->s.root, ELEM_P), ELEM_CODE, S8("kod \\ (rad)"));
    note(h);
}

void hand_free(struct hand *h) {
    fonts_free(&h->fs);
    arena_free(&h->a);
}

struct str8 hand_pdf(struct hand *h, bool a1) {
    struct buf b = {0};
    struct error err = {0};
    must(pdf_write(&h->s, h->fs, &h->d, a1, &b, &err), &err);
    struct str8 out = arena_str8(&h->a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}
