/* Splices: bytes replaced in a document that otherwise stays as it was. */
#include <stdlib.h>

#include "emit/xml_read.h"

void xml_splice(struct xml_splices *s, size_t from, size_t to, struct str8 by) {
    *ARENA_PUSH(s->a, s->items, s->n, s->cap) = (struct xml_splice){from, to, by};
}

void xml_splice_element(struct xml_splices *s, const struct xml_elem *e, struct str8 by) {
    xml_splice(s, e->from, e->to, by);
}

/* <a/> becomes <a>by</a>. */
static void open_empty(struct xml_splices *s, const struct xml_doc *d, const struct xml_elem *e,
                       struct str8 by) {
    struct str8 name = xml_written_name(d, e);
    xml_splice(s, e->to - 2, e->to, arena_printf(s->a, ">%.*s</%.*s>", S8F(by), S8F(name)));
}

void xml_splice_content(struct xml_splices *s, const struct xml_doc *d, const struct xml_elem *e,
                        struct str8 by) {
    if (e->content == e->to)
        open_empty(s, d, e, by);
    else
        xml_splice(s, e->content, e->end, by);
}

void xml_splice_append(struct xml_splices *s, const struct xml_doc *d, const struct xml_elem *e,
                       struct str8 by) {
    if (e->content == e->to)
        open_empty(s, d, e, by);
    else
        xml_splice(s, e->end, e->end, by);
}

enum status xml_splice_binding(struct xml_splices *s, const struct xml_doc *d, const char *prefix,
                               const char *uri, struct str8 what, struct error *err) {
    struct str8 bound = xml_bound(d, prefix);
    if (s8_eqz(bound, uri))
        return ST_OK;
    if (bound.p)
        return error_set(err, ST_INVALID,
                         "%.*s: delen använder förkortningen ”%s” för något annat än brukligt. "
                         "Öppna filen i Word eller LibreOffice, spara den på nytt och försök igen.",
                         S8F(what), prefix);
    size_t after_name = d->root->from + 1 + xml_written_name(d, d->root).n;
    xml_splice(s, after_name, after_name, arena_printf(s->a, " xmlns:%s=\"%s\"", prefix, uri));
    return ST_OK;
}

/* --- Applying --------------------------------------------------------------------------------- */

/* By place; the arena's order, which is that of addition, breaks ties. An insertion comes before a
 * replacement that begins where it stands. */
static int by_place(const void *a, const void *b) {
    const struct xml_splice *x = *(const struct xml_splice *const *)a;
    const struct xml_splice *y = *(const struct xml_splice *const *)b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    bool x_inserts = x->to == x->from, y_inserts = y->to == y->from;
    if (x_inserts != y_inserts)
        return x_inserts ? -1 : 1;
    if (!x_inserts && x->to != y->to)
        return x->to > y->to ? -1 : 1;
    return x < y ? -1 : x > y;
}

void xml_splices_apply(const struct xml_splices *s, const struct xml_doc *d, struct buf *out) {
    const struct xml_splice **order = ARENA_NEW(s->a, const struct xml_splice *, s->n);
    for (size_t i = 0; i < s->n; i++)
        order[i] = &s->items[i];
    if (s->n)
        qsort(order, s->n, sizeof *order, by_place);
    size_t done = 0;
    for (size_t i = 0; i < s->n; i++) {
        if (order[i]->from < done)
            continue;
        buf_str8(out, s8_sub(d->bytes, done, order[i]->from));
        buf_str8(out, order[i]->by);
        done = order[i]->to;
    }
    buf_str8(out, s8_skip(d->bytes, done));
}
