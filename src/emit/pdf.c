#include "emit/pdf.h"

#include "emit/emit.h"
#include "emit/set.h"

enum status emit_pdf(const struct doc *d, const struct emit_pdf_options *o, struct buf *out,
                     struct error *err) {
    static const struct emit_pdf_options defaults;
    struct arena a = {0};
    struct fonts *fonts = fonts_new();
    struct sheet sheet;
    o = o ? o : &defaults;
    const struct set_options set = {.review = o->review};
    enum status st = set_document(&a, fonts, d, &set, &sheet, err);
    if (st == ST_OK)
        st = pdf_write(&sheet, fonts, d, o->a1, out, err);
    fonts_free(&fonts);
    arena_free(&a);
    return st;
}
