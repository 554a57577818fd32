/* Footnotes.
 *
 * In ODF a footnote stands where it is first referred to; further references show its number. No
 * program that reads ODF lets a footnote have footnotes: one that only another note refers to
 * stands last in that one, under its number. */
#include "emit/odt.h"

void odt_notes_begin(struct odt *x) {
    size_t n = (size_t)x->d->n_notes + 1;
    x->in_body = ARENA_NEW(x->a, bool, n);
    x->seen = ARENA_NEW(x->a, bool, n);
    for (const struct doc_node *e = x->d->body; e; e = doc_next(e, x->d->body))
        if (e->kind == DOC_NOTE_REF)
            x->in_body[e->number] = true;
}

static const struct doc_node *note_of(const struct odt *x, int number) {
    const struct doc_node *note = x->d->notes;
    while (note->number != number)
        note = note->next;
    return note;
}

/* A note may be empty; its paragraph must be there. */
static void put_content(struct odt *x, struct xml *w, int number, bool inner) {
    const struct doc_node *note = note_of(x, number);
    struct odt_flow *f = ARENA_NEW(x->a, struct odt_flow, 1);
    f->w = w;
    if (inner)
        f->number = arena_printf(x->a, "%d", number);
    odt_blocks(x, f, note);
    if (!note->first) {
        struct odt_para p = odt_para(ODT_NOTE);
        xml_open(w, "text:p");
        xml_attr(w, "text:style-name", odt_para_style(x, &p));
        if (f->number.n)
            odt_span(x, w, ODT_NOTE_REF, f->number);
        xml_close(w, "text:p");
    }
}

static void put_note(struct odt *x, struct xml *w, int number) {
    x->in_note = true;
    x->n_pending = 0;
    xml_open(w, "text:note");
    xml_attrf(w, "text:id", "%.*sftn%d", S8F(x->prefix), number);
    xml_attrz(w, "text:note-class", "footnote");
    xml_element(w, "text:note-citation", arena_printf(x->a, "%d", number));
    xml_open(w, "text:note-body");
    put_content(x, w, number, false);
    for (size_t i = 0; i < x->n_pending; i++)
        put_content(x, w, x->pending[i], true);
    xml_close(w, "text:note-body");
    xml_close(w, "text:note");
    x->in_note = false;
}

/* A reference to a note that stands elsewhere. */
static void put_again(struct odt *x, struct xml *w, int number) {
    xml_open(w, "text:span");
    xml_attr(w, "text:style-name", x->style[ODT_NOTE_REF]);
    xml_open(w, "text:note-ref");
    xml_attrz(w, "text:note-class", "footnote");
    xml_attrz(w, "text:reference-format", "text");
    xml_attrf(w, "text:ref-name", "%.*sftn%d", S8F(x->prefix), number);
    xml_text(w, arena_printf(x->a, "%d", number));
    xml_close(w, "text:note-ref");
    xml_close(w, "text:span");
}

void odt_note_ref(struct odt *x, struct xml *w, int number) {
    if (x->in_body[number]) {
        if (x->in_note || x->seen[number])
            put_again(x, w, number);
        else {
            x->seen[number] = true;
            put_note(x, w, number);
        }
        return;
    }
    odt_span(x, w, ODT_NOTE_REF, arena_printf(x->a, "%d", number));
    if (!x->seen[number])
        *ARENA_PUSH(x->a, x->pending, x->n_pending, x->cap_pending) = number;
    x->seen[number] = true;
}
