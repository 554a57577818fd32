#include "emit/pdf.h"

static void begin(struct pdf *p) {
    pdf_file_begin(&p->file, p->a, p->a1);
    size_t pages = (size_t)p->s->n_pages;
    p->page = ARENA_NEW(p->a, struct pdf_page, pages);
    p->mcid = ARENA_NEW(p->a, int, p->s->n_marks + 1);
    p->elem = ARENA_NEW(p->a, int, p->s->n_elems);
    p->link = ARENA_NEW(p->a, struct pdf_link *, p->s->n_elems);
    p->font = ARENA_NEW(p->a, struct pdf_font *, p->n_fonts + 1);
    p->n_keys = pages;
    p->pages = pdf_new(&p->file);
    p->resources = pdf_new(&p->file);
    for (size_t i = 0; i < pages; i++) {
        p->page[i].object = pdf_new(&p->file);
        p->page[i].content = pdf_new(&p->file);
    }
}

static int put_catalog(struct pdf *p) {
    int number = pdf_new(&p->file);
    struct buf *b = pdf_open(&p->file, number);
    buf_printf(b,
               "<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>"
               "/Metadata %d 0 R/OutputIntents[%d 0 R]"
               "/ViewerPreferences<</DisplayDocTitle true>>/Lang",
               p->pages, p->tree, p->metadata, p->intent);
    pdf_text(b, pdf_about(p->a, p->d).language);
    if (p->outlines)
        buf_printf(b, "/Outlines %d 0 R/PageMode/UseOutlines", p->outlines);
    buf_str(b, ">>");
    pdf_close(&p->file);
    return number;
}

enum status pdf_write(const struct sheet *s, const struct fonts *fs, const struct doc *d, bool a1,
                      struct buf *out, struct error *err) {
    struct arena a = {0};
    struct pdf p = {.a = &a, .s = s, .d = d, .a1 = a1, .n_fonts = fonts_count(fs)};
    begin(&p);
    pdf_contents(&p);
    pdf_logo(&p);
    enum status st = pdf_fonts(&p, err);
    if (st == ST_OK) {
        pdf_number_elems(&p);
        pdf_links(&p);
        pdf_pages(&p);
        pdf_tree(&p);
        pdf_outline(&p);
        pdf_meta(&p);
        pdf_file_end(&p.file, put_catalog(&p), p.info);
        buf_str8(out, buf_str8_of(&p.file.out));
    }
    pdf_file_free(&p.file);
    arena_free(&a);
    return st;
}
