/* Markdown to a paper, for the judges and for the eye.
 *
 *     make_paper FORMAT MARKDOWN OUT [LOGO.png]
 *
 * FORMAT is pdf, a1 (PDF/A-1a), review (lines numbered), or words: the words of the body in reading
 * order, which the judges look for. The title is the first heading; the rest is made up. */
#include <stdio.h>
#include <string.h>

#include "base/fileio.h"
#include "base/utf8.h"
#include "doc/markdown.h"
#include "emit/emit.h"

static enum status emit_words(const struct doc *d, struct arena *a, struct buf *out) {
    buf_str8(out, doc_plain(a, d->body));
    buf_byte(out, '\n');
    return ST_OK;
}

static enum status emit_as(const char *format, const struct doc *d, struct arena *a,
                           struct buf *out, struct error *err) {
    struct emit_pdf_options pdf = {.a1 = strcmp(format, "a1") == 0,
                                   .review = strcmp(format, "review") == 0};
    if (strcmp(format, "words") == 0)
        return emit_words(d, a, out);
    if (strcmp(format, "pdf") == 0 || pdf.a1 || pdf.review)
        return emit_pdf(d, &pdf, out, err);
    return error_set(err, ST_USAGE, "formatet %s finns inte", format);
}

static void say(struct doc *d, struct arena *a, struct str8 logo) {
    d->title = doc_first_heading(a, d);
    d->organisation = S8("Omsorgsnämnden, Storstads kommun");
    d->dnr = S8("ON 2025/123");
    d->date = S8("2025-03-14");
    d->author = S8("Handläggare A");
    d->created = S8("2025-03-14T09:00:00Z");
    d->logo = logo;
    d->logo_alt = S8("Storstads kommuns vapen");
}

int main(int argc, char **argv) {
    struct arena a = {0};
    struct buf text = {0}, logo = {0}, out = {0};
    struct error err = {0};
    struct str8 markdown;
    struct doc *d = NULL;
    if (argc < 4) {
        fputs("usage: make_paper FORMAT MARKDOWN OUT [LOGO.png]\n", stderr);
        return 2;
    }
    enum status st = file_read(argv[2], &text, &err);
    if (st == ST_OK && argc > 4)
        st = file_read(argv[4], &logo, &err);
    if (st == ST_OK)
        st = utf8_admit(&a, buf_str8_of(&text), argv[2], &markdown, &err);
    if (st == ST_OK)
        st = markdown_parse(&a, markdown, NULL, 0, &d, &err);
    if (st == ST_OK) {
        say(d, &a, buf_str8_of(&logo));
        st = emit_as(argv[1], d, &a, &out, &err);
    }
    if (st == ST_OK)
        st = file_write(argv[3], buf_str8_of(&out), 0644, &err);
    if (st != ST_OK)
        fprintf(stderr, "make_paper: %s\n", err.text);
    buf_free(&text);
    buf_free(&logo);
    buf_free(&out);
    arena_free(&a);
    return st == ST_OK ? 0 : 1;
}
