#include "emit/pdf.h"

#include "emit/emit.h"
#include "emit/set.h"

enum status emit_pdf(const struct doc *d, const struct emit_pdf_options *o, struct buf *out,
                     struct error *err) {
    struct set_options how = {.review = o && o->review};
    struct arena a = {0};
    struct fonts *fs = fonts_new();
    struct sheet s;
    enum status st = set_document(&a, fs, d, &how, &s, err);
    if (st == ST_OK)
        st = pdf_write(&s, fs, d, o && o->a1, out, err);
    if (st == ST_OK && o && o->pages)
        *o->pages = s.n_pages;
    fonts_free(&fs);
    arena_free(&a);
    return st;
}
