/* What stands on the pages: content streams, and the page objects. */
#include "emit/pdf.h"

/* Hundredths of full light: #595959 on white has a contrast of 7:1. */
#define GREY "0.35"

struct painter {
    struct pdf *p;
    struct pdf_page *page;
    struct buf b;
    const struct sheet_mark *last; /* of the open piece of marked content; NULL: none is open */
    bool in_text;
    mp x, y;                 /* where the text line begins, while in_text; y upwards */
    const struct font *font; /* NULL: none set on this page */
    mp size;
    bool grey;
};

/* --- Marked content --------------------------------------------------------------------------- */

static void end_text(struct painter *w) {
    if (w->in_text)
        buf_str(&w->b, "ET\n");
    w->in_text = false;
}

static void end_content(struct painter *w) {
    end_text(w);
    if (w->last)
        buf_str(&w->b, "EMC\n");
    w->last = NULL;
}

/* Does the mark go on where the last one ended, in the structure too? */
static bool joins(const struct painter *w, const struct sheet_mark *m) {
    if (!w->last || w->last->elem != m->elem)
        return false;
    return m->elem ? w->last->kid->next == m->kid : w->last->artifact == m->artifact;
}

static void begin_content(struct painter *w, const struct sheet_mark *m) {
    static const char *const artifact[] = {
        [ARTIFACT_LAYOUT] = "/Type/Layout",
        [ARTIFACT_HEADER] = "/Type/Pagination/Subtype/Header/Attached[/Top]",
        [ARTIFACT_FOOTER] = "/Type/Pagination/Subtype/Footer/Attached[/Bottom]",
    };
    if (m->elem) {
        buf_printf(&w->b, "/%s<</MCID %zu>>BDC\n", pdf_type(m->elem), w->page->n);
        *ARENA_PUSH(w->p->a, w->page->group, w->page->n, w->page->cap) = m->elem;
    } else {
        buf_printf(&w->b, "/Artifact<<%s>>BDC\n", artifact[m->artifact]);
    }
}

/* --- Marks ------------------------------------------------------------------------------------ */

static void set_colour(struct painter *w, bool grey) {
    if (grey != w->grey)
        buf_str(&w->b, grey ? GREY " g\n" : "0 g\n");
    w->grey = grey;
}

static void put_code(struct buf *b, uint16_t code) {
    static const char digit[] = "0123456789ABCDEF";
    char hex[4] = {digit[code >> 12], digit[code >> 8 & 15], digit[code >> 4 & 15],
                   digit[code & 15]};
    buf_bytes(b, hex, sizeof hex);
}

/* The glyphs of a run, in the order in which they are read: those of a text that runs leftwards
 * from the last one to the first. The pen goes on by a font's own widths; where the glyph is to
 * stand elsewhere (kerning, accents, leftwards) a number in the array moves it, and for heights the
 * text's rise. */
static void put_glyphs(struct painter *w, const struct glyph_run *run) {
    struct pdf_font *font = pdf_font(w->p, run->font);
    bool left = run->n > 1 && run->glyph[0].text > run->glyph[run->n - 1].text;
    int64_t pen = 0, x = left ? run->width : 0; /* font units from the run's left end */
    int32_t rise = 0;
    buf_str(&w->b, "[<");
    for (size_t k = 0; k < run->n; k++) {
        size_t i = left ? run->n - 1 - k : k;
        const struct glyph *g = &run->glyph[i];
        x -= left ? g->advance : 0;
        if (g->dy != rise) {
            buf_str(&w->b, ">]TJ ");
            pdf_points(&w->b, (mp)((int64_t)g->dy * w->size / font_units_per_em(run->font)));
            buf_str(&w->b, " Ts[<");
            rise = g->dy;
        }
        int64_t back = pdf_font_units(run->font, pen - x - g->dx);
        if (back) {
            buf_byte(&w->b, '>');
            pdf_number(&w->b, back, 2);
            buf_byte(&w->b, '<');
        }
        put_code(&w->b, pdf_font_code(w->p, font, g->id, pdf_glyph_text(run, i)));
        pen = x + g->dx + font_advance(run->font, g->id);
        x += left ? 0 : g->advance;
    }
    buf_str(&w->b, rise ? ">]TJ 0 Ts\n" : ">]TJ\n");
}

static void put_text(struct painter *w, const struct sheet_mark *m) {
    if (!w->in_text) {
        buf_str(&w->b, "BT\n");
        w->x = w->y = 0;
    }
    w->in_text = true;
    set_colour(w, m->grey);
    if (w->font != m->run->font || w->size != m->size) {
        pdf_font(w->p, m->run->font);
        buf_printf(&w->b, "/F%zu ", font_index(m->run->font));
        pdf_points(&w->b, m->size);
        buf_str(&w->b, " Tf\n");
        w->font = m->run->font;
        w->size = m->size;
    }
    mp y = w->p->s->height - m->y;
    pdf_points(&w->b, m->x - w->x);
    buf_byte(&w->b, ' ');
    pdf_points(&w->b, y - w->y);
    buf_str(&w->b, " Td");
    w->x = m->x;
    w->y = y;
    put_glyphs(w, m->run);
}

static void put_lengths(struct painter *w, const mp *length, size_t n) {
    for (size_t i = 0; i < n; i++) {
        pdf_points(&w->b, length[i]);
        buf_byte(&w->b, ' ');
    }
}

static void put_rule(struct painter *w, const struct sheet_mark *m) {
    end_text(w);
    set_colour(w, m->grey);
    mp box[] = {m->x, w->p->s->height - m->y - m->height, m->width, m->height};
    put_lengths(w, box, 4);
    buf_str(&w->b, "re f\n");
}

static void put_image(struct painter *w, const struct sheet_mark *m) {
    if (!w->p->s->logo)
        return;
    end_text(w);
    w->page->logo = true;
    buf_str(&w->b, "q ");
    put_lengths(w, (mp[]){m->width, 0, 0, m->height}, 4);
    put_lengths(w, (mp[]){m->x, w->p->s->height - m->y - m->height}, 2);
    buf_str(&w->b, "cm/Logo Do Q\n");
}

static void paint(struct painter *w, const struct sheet_mark *m) {
    if (!joins(w, m)) {
        end_content(w);
        begin_content(w, m);
    }
    w->last = m;
    w->p->mcid[m->serial] = m->elem ? (int)w->page->n - 1 : -1;
    switch (m->kind) {
    case MARK_TEXT:
        put_text(w, m);
        break;
    case MARK_RULE:
        put_rule(w, m);
        break;
    case MARK_IMAGE:
        put_image(w, m);
        break;
    }
}

void pdf_contents(struct pdf *p) {
    struct buf b = {0};
    for (const struct sheet_page *page = p->s->first; page; page = page->next) {
        struct painter w = {.p = p, .page = &p->page[page->number], .b = b};
        buf_clear(&w.b);
        for (const struct sheet_mark *m = page->first; m; m = m->next)
            paint(&w, m);
        end_content(&w);
        pdf_stream(&p->file, w.page->content, "", buf_str8_of(&w.b));
        b = w.b;
    }
    buf_free(&b);
}

/* --- Page objects ----------------------------------------------------------------------------- */

static void put_page(struct pdf *p, int number) {
    const struct pdf_page *page = &p->page[number];
    struct buf *b = pdf_open(&p->file, page->object);
    buf_printf(b,
               "<</Type/Page/Parent %d 0 R/Contents %d 0 R/Resources %d 0 R/StructParents %d"
               "/Tabs/S",
               p->pages, page->content, p->resources, number);
    if (page->logo && p->s->logo->alpha.n && !p->a1)
        buf_str(b, "/Group<</S/Transparency/CS/DeviceRGB>>");
    for (const struct pdf_link *l = page->first; l; l = l->next)
        buf_printf(b, l == page->first ? "/Annots[%d 0 R" : " %d 0 R", l->object);
    buf_str(b, page->first ? "]>>" : ">>");
    pdf_close(&p->file);
}

void pdf_pages(struct pdf *p) {
    for (int i = 0; i < p->s->n_pages; i++)
        put_page(p, i);
    struct buf *b = pdf_open(&p->file, p->pages);
    buf_str(b, "<</Type/Pages/MediaBox[0 0 ");
    pdf_points(b, p->s->width);
    buf_byte(b, ' ');
    pdf_points(b, p->s->height);
    buf_printf(b, "]/Count %d/Kids[", p->s->n_pages);
    for (int i = 0; i < p->s->n_pages; i++)
        buf_printf(b, "%d 0 R ", p->page[i].object);
    buf_str(b, "]>>");
    pdf_close(&p->file);
    b = pdf_open(&p->file, p->resources);
    buf_str(b, "<</Font<<");
    pdf_font_resources(p, b);
    buf_str(b, ">>");
    if (p->logo)
        buf_printf(b, "/XObject<</Logo %d 0 R>>", p->logo);
    buf_str(b, ">>");
    pdf_close(&p->file);
}
