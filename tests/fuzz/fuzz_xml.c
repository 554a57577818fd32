/* XML of a template: any bytes may come in. What is read is an index of exactly those bytes, and
 * splices leave a document that is read again. */
#include <stdint.h>
#include <stdlib.h>

#include "emit/xml_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds) {
    if (!holds)
        abort();
}

static void applied(const struct xml_splices *s, const struct xml_doc *d, struct buf *out) {
    buf_clear(out);
    xml_splices_apply(s, d, out);
}

static void check_element(const struct xml_doc *d, const struct xml_elem *e) {
    require(e->from < e->content && e->content <= e->end && e->end <= e->to);
    require(e->to <= d->bytes.n && e->text_from <= e->text_to && e->text_to <= d->text.n);
    require(d->bytes.p[e->from] == '<' && d->bytes.p[e->content - 1] == '>');
    require(s8_ends(xml_written_name(d, e), e->name) && e->name.n > 0);
    require(!e->parent || (e->parent->content <= e->from && e->to <= e->parent->end));
    require(!e->prev || e->prev->to <= e->from);
}

/* Something put last in every element. */
static void check_splices(struct arena *a, const struct xml_doc *d, struct buf *out) {
    struct xml_splices s = {.a = a};
    struct xml_doc again;
    applied(&s, d, out);
    require(s8_eq(buf_str8_of(out), d->bytes));
    for (const struct xml_elem *e = d->root; e; e = xml_next(e, d->root))
        xml_splice_append(&s, d, e, S8("x"));
    applied(&s, d, out);
    require(xml_read(a, buf_str8_of(out), S8("fuzz"), &again, NULL) == ST_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct str8 in = {(const char *)data, size};
    struct arena a = {0};
    struct xml_doc d;
    struct error err = {0};
    struct buf out = {0};
    if (size < 1 << 16 && xml_read(&a, in, S8("fuzz"), &d, &err) == ST_OK) {
        for (const struct xml_elem *e = d.root; e; e = xml_next(e, d.root))
            check_element(&d, e);
        check_splices(&a, &d, &out);
    }
    buf_free(&out);
    arena_free(&a);
    return 0;
}
