/* Any Markdown to PDF, PDF/UA and PDF/A-1a: it comes to an end, with a file that says what it is,
 * or with a word on the character that no typeface has. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "doc/markdown.h"
#include "emit/emit.h"
#include "emit/facts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct doc *d, const struct emit_pdf_options *o) {
    struct buf out = {0};
    struct error err = {0};
    struct file_facts facts;
    enum status st = emit_pdf(d, o, &out, &err);
    facts_of_pdf(buf_str8_of(&out), &facts);
    bool good = st == ST_OK ? facts.tagged && facts.language && facts.title && *o->pages >= 1 &&
                                  facts.pages == *o->pages
                            : st == ST_INVALID && out.n == 0 && err.text[0];
    if (!good) {
        fprintf(stderr, "status %d, %d of %d pages: %s\n", st, facts.pages, *o->pages, err.text);
        abort();
    }
    buf_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct str8 in = {(const char *)data, size}, text;
    struct arena a = {0};
    struct doc *d = NULL;
    int pages = 0;
    if (size < 8000 && utf8_admit(&a, in, "texten", &text, NULL) == ST_OK &&
        markdown_parse(&a, text, NULL, 0, &d, NULL) == ST_OK) {
        d->title = S8("Yttrande");
        check(d, &(struct emit_pdf_options){.review = true, .pages = &pages});
        check(d, &(struct emit_pdf_options){.a1 = true, .pages = &pages});
    }
    arena_free(&a);
    return 0;
}
