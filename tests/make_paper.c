/* Makes a document of a Markdown file, for judges and eyes:
 *
 *     tests/make_paper docx|odt|pdf FILE.md [TEMPLATE [LOGO.png]] >OUT
 *
 * TEMPLATE "-" is none; what is in the document besides the text stands in tests/paper.c. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/fileio.h"
#include "emit/emit.h"
#include "tests/paper.h"

static enum status emit(const char *format, const struct doc *d, const struct emit_template *t,
                        struct buf *out, struct error *err) {
    if (strcmp(format, "pdf") == 0)
        return emit_pdf(d, NULL, out, err);
    return strcmp(format, "odt") == 0 ? emit_odt(d, t, out, err) : emit_docx(d, t, out, err);
}

int main(int argc, char **argv) {
    struct arena a = {0};
    struct buf template = {0}, logo = {0}, out = {0};
    struct error err = {0};
    struct doc *d = NULL;
    if (argc < 3)
        return 2;
    enum status st = paper_read(&a, argv[2], &d, &err);
    if (st == ST_OK && argc > 3 && strcmp(argv[3], "-") != 0)
        st = file_read(argv[3], &template, &err);
    if (st == ST_OK && argc > 4)
        st = file_read(argv[4], &logo, &err);
    if (st == ST_OK) {
        struct emit_template t = {buf_str8_of(&template), s8_from(argv[3])};
        d->logo = buf_str8_of(&logo);
        d->logo_alt = S8("Storstads kommun");
        st = emit(argv[1], d, &t, &out, &err);
    }
    if (st == ST_OK && !file_put_all(STDOUT_FILENO, buf_str8_of(&out)))
        st = error_set(&err, ST_IO, "Det gick inte att skriva.");
    if (st != ST_OK)
        fprintf(stderr, "%s\n", err.text);
    buf_free(&template);
    buf_free(&logo);
    buf_free(&out);
    arena_free(&a);
    return st != ST_OK;
}
