/* Markdown to a paper, for judges and eyes:
 *
 *     make_paper FORMAT FILE.md OUT [TEMPLATE [LOGO.png]]
 *
 * FORMAT is docx, odt, html, pdf, a1 (PDF/A-1a), review (PDF with lines numbered) or words (what
 * the paper says, which the judges look for). OUT "-" is standard output; TEMPLATE "-" is none.
 * What is in the document besides the text stands in tests/paper.c. */
#include <stdio.h>
#include <string.h>

#include "base/fileio.h"
#include "emit/emit.h"
#include "tests/paper.h"

static enum status emit_as(const char *format, const struct doc *d, const struct emit_template *t,
                           struct arena *a, struct buf *out, struct error *err) {
    struct emit_pdf_options pdf = {.a1 = strcmp(format, "a1") == 0,
                                   .review = strcmp(format, "review") == 0};
    if (strcmp(format, "docx") == 0)
        return emit_docx(d, t, out, err);
    if (strcmp(format, "odt") == 0)
        return emit_odt(d, t, out, err);
    if (strcmp(format, "pdf") == 0 || pdf.a1 || pdf.review)
        return emit_pdf(d, &pdf, out, err);
    if (strcmp(format, "html") == 0) {
        emit_html(d, NULL, out);
        return ST_OK;
    }
    if (strcmp(format, "words") != 0)
        return error_set(err, ST_USAGE, "formatet %s finns inte", format);
    paper_words(a, d, out);
    return ST_OK;
}

static enum status read_given(const char *path, struct buf *out, struct error *err) {
    return path && strcmp(path, "-") != 0 ? file_read(path, out, err) : ST_OK;
}

int main(int argc, char **argv) {
    struct arena a = {0};
    struct buf template = {0}, logo = {0}, out = {0};
    struct error err = {0};
    struct doc *d = NULL;
    if (argc < 4) {
        fputs("usage: make_paper FORMAT FILE.md OUT [TEMPLATE [LOGO.png]]\n", stderr);
        return 2;
    }
    mem_keep();
    enum status st = paper_read(&a, argv[2], &d, &err);
    if (st == ST_OK)
        st = read_given(argv[4], &template, &err);
    if (st == ST_OK && argv[4])
        st = read_given(argv[5], &logo, &err);
    if (st == ST_OK) {
        struct emit_template t = {buf_str8_of(&template), s8_from(argv[4])};
        if (s8_eqz(t.name, "-"))
            t.name = S8("");
        d->logo = buf_str8_of(&logo);
        d->logo_alt = S8("Storstads kommuns vapen");
        st = emit_as(argv[1], d, &t, &a, &out, &err);
    }
    if (st == ST_OK)
        st = file_write(argv[3], buf_str8_of(&out), 0644, &err);
    if (st != ST_OK)
        fprintf(stderr, "make_paper: %s\n", err.text);
    buf_free(&template);
    buf_free(&logo);
    buf_free(&out);
    arena_free(&a);
    return st == ST_OK ? 0 : 1;
}
