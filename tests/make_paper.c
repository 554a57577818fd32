/* Markdown to a paper, for judges and eyes:
 *
<<<<<<< HEAD
 *     make_paper FORMAT FILE.md OUT [TEMPLATE [LOGO.png]]
 *
 * FORMAT is docx, odt, pdf, a1 (PDF/A-1a), review (PDF with lines numbered) or words (those of the
 * body in reading order, which the judges look for). OUT "-" is standard output; TEMPLATE "-" is
 * none. A line that is MOTIVERING and a digit is a graft. The title is the first heading; the rest
 * is made up. */
=======
 *     tests/make_paper docx FILE.md [TEMPLATE [LOGO.png]] >OUT
 *
 * TEMPLATE "-" is none; what is in the document besides the text stands in tests/paper.c. */
>>>>>>> docx
#include <stdio.h>
#include <string.h>

#include "base/fileio.h"
<<<<<<< HEAD
#include "base/utf8.h"
#include "doc/markdown.h"
#include "emit/emit.h"

static const struct markdown_graft grafts[] = {
    {S8I("Nämnden **tillstyrker** förslaget.\n\n# Skäl\n\nBehovet finns[^1]:\n\n- dygnet runt,\n"
         "- alla dagar.\n\n[^1]: Motiveringens egen fotnot."),
     S8I("4.1.1")},
    {S8I("Nämnden avstyrker. Avtalen bör inte regleras i lag[^1].\n\n[^1]: En annan fotnot med "
         "samma namn."),
     S8I("4.2")}};

static enum status parse(struct arena *a, const char *path, struct doc **out, struct error *err) {
    struct buf raw = {0}, text = {0};
    struct str8 markdown;
    enum status st = file_read(path, &raw, err);
    if (st == ST_OK)
        st = utf8_admit(a, buf_str8_of(&raw), path, &markdown, err);
    for (struct str8 line; st == ST_OK && s8_line(&markdown, &line);) {
        if (s8_starts(line, S8("MOTIVERING")) && line.n == 11)
            markdown_token((size_t)(line.p[10] - '0'), &text);
        else
            buf_str8(&text, line);
        buf_byte(&text, '\n');
    }
    if (st == ST_OK)
        st = markdown_parse(a, buf_str8_of(&text), grafts, 2, out, err);
    buf_free(&raw);
    buf_free(&text);
    return st;
}

static void describe(struct doc *d, struct arena *a, struct str8 logo) {
    static struct doc_field fields[] = {{S8I("dnr"), S8I("ON 2025/0123")},
                                        {S8I("datum"), S8I("2025-03-14")},
                                        {S8I("handläggare"), S8I("Handläggare A")},
                                        {S8I("nämnd"), S8I("Omsorgsnämnden")}};
    d->title = doc_first_heading(a, d);
    d->dnr = fields[0].value;
    d->organisation = S8("Omsorgsnämnden, Storstads kommun");
    d->date = fields[1].value;
    d->author = fields[2].value;
    d->created = S8("2025-03-14T09:00:00Z");
    d->logo = logo;
    d->logo_alt = S8("Storstads kommuns vapen");
    d->field = fields;
    d->n_fields = sizeof fields / sizeof *fields;
}
=======
#include "emit/emit.h"
#include "tests/paper.h"
>>>>>>> docx

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
    if (strcmp(format, "words") != 0)
        return error_set(err, ST_USAGE, "formatet %s finns inte", format);
    buf_str8(out, doc_plain(a, d->body));
    buf_byte(out, '\n');
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
<<<<<<< HEAD
=======
    enum status st = paper_read(&a, argv[2], &d, &err);
    if (st == ST_OK && argc > 3 && strcmp(argv[3], "-") != 0)
        st = file_read(argv[3], &template, &err);
    if (st == ST_OK && argc > 4)
        st = file_read(argv[4], &logo, &err);
    if (st == ST_OK) {
        struct emit_template t = {buf_str8_of(&template), s8_from(argv[3])};
        d->logo = buf_str8_of(&logo);
        d->logo_alt = S8("Storstads kommun");
        st = emit_docx(d, &t, &out, &err);
>>>>>>> docx
    }
    enum status st = parse(&a, argv[2], &d, &err);
    if (st == ST_OK)
        st = read_given(argv[4], &template, &err);
    if (st == ST_OK && argv[4])
        st = read_given(argv[5], &logo, &err);
    if (st == ST_OK) {
        struct emit_template t = {buf_str8_of(&template), s8_from(argv[4])};
        describe(d, &a, buf_str8_of(&logo));
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
