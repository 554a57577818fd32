/* Footnotes: footnotes.xml.
 *
 * In Word a footnote cannot refer to a new one. A note that only another note refers to stands
 * last in that one, under its number; one that the text refers to is a footnote, and every further
 * reference to it is a field that shows its number. */
#include "emit/docx.h"

static void put_reference_style(struct docx *x, struct xml *w) {
    xml_open(w, "w:rPr");
    xml_one(w, "w:rStyle", "w:val", x->style_id[DOCX_NOTE_REF]);
    xml_close(w, "w:rPr");
}

static void put_bookmark(struct docx *x, struct xml *w, const char *element, int number) {
    xml_open(w, element);
    xml_attri(w, "w:id", x->bookmark);
    if (number)
        xml_attrf(w, "w:name", "_Fotnot%d", x->note_base + number);
    xml_close(w, element);
}

static void put_first(struct docx *x, struct xml *w, int number) {
    bool again = x->refs[number] > 1;
    x->seen[number] = true;
    x->bookmark += again;
    if (again)
        put_bookmark(x, w, "w:bookmarkStart", number);
    xml_open(w, "w:r");
    put_reference_style(x, w);
    xml_onei(w, "w:footnoteReference", "w:id", x->note_base + number);
    xml_close(w, "w:r");
    if (again)
        put_bookmark(x, w, "w:bookmarkEnd", 0);
}

static void put_again(struct docx *x, struct xml *w, int number) {
    xml_open(w, "w:fldSimple");
    xml_attrf(w, "w:instr", " NOTEREF _Fotnot%d \\f \\h ", x->note_base + number);
    docx_run_text(x, w, DOCX_NOTE_REF, arena_printf(x->a, "%d", number));
    xml_close(w, "w:fldSimple");
}

void docx_note_ref(struct docx *x, struct xml *w, int number) {
    if (x->in_body[number]) {
        if (x->note || x->seen[number])
            put_again(x, w, number);
        else
            put_first(x, w, number);
        return;
    }
    docx_run_text(x, w, DOCX_NOTE_REF, arena_printf(x->a, "%d", number));
    if (!x->seen[number])
        *ARENA_PUSH(x->a, x->pending, x->n_pending, x->cap_pending) = number;
    x->seen[number] = true;
}

/* --- The part --------------------------------------------------------------------------------- */

static struct str8 skeleton(void) {
    return S8("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
              "<w:footnotes xmlns:w=\"" DOCX_W "\" xmlns:r=\"" DOCX_R "\">"
              "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:pPr><w:spacing w:before=\"0\" "
              "w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:separator/></w:r>"
              "</w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p>"
              "<w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>"
              "</w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>");
}

static void count_references(struct docx *x, const struct doc_node *root, bool body) {
    for (const struct doc_node *n = root; n; n = doc_next(n, root))
        if (n->kind == DOC_NOTE_REF) {
            x->refs[n->number]++;
            x->in_body[n->number] = x->in_body[n->number] || body;
        }
}

enum status docx_notes_begin(struct docx *x, bool keep, struct error *err) {
    struct docx_part part;
    size_t n = (size_t)x->d->n_notes + 1;
    struct str8 name = docx_rels_part(x, &x->main_rels, DOCX_R "/footnotes");
    x->refs = ARENA_NEW(x->a, int, n);
    x->in_body = ARENA_NEW(x->a, bool, n);
    x->seen = ARENA_NEW(x->a, bool, n);
    count_references(x, x->d->body, true);
    for (const struct doc_node *note = x->d->notes; note; note = note->next)
        count_references(x, note, false);
    if (!pack_get(x->pack, name).p)
        return ST_OK;
    enum status st = docx_open(x, name, skeleton(), &part, err);
    for (struct xml_elem *e = st == ST_OK ? part.xml.root->first : NULL; e; e = e->next) {
        int id;
        bool stays = keep || xml_value(e, DOCX_W, "type").n;
        if (stays && s8_uint(xml_value(e, DOCX_W, "id"), &id) && id > x->note_base && id < 1 << 30)
            x->note_base = id;
    }
    return st;
}

/* The note's number: a mark that counts itself, or, in a note that stands in another, a text. */
static void put_number(struct docx *x, struct xml *w, int number) {
    if (number) {
        docx_run_text(x, w, DOCX_NOTE_REF, arena_printf(x->a, "%d", number));
    } else {
        xml_open(w, "w:r");
        put_reference_style(x, w);
        xml_none(w, "w:footnoteRef");
        xml_close(w, "w:r");
    }
    docx_run_text(x, w, DOCX_NORMAL, S8(" "));
}

/* The first paragraph begins with the number; a note that begins with something else has it in a
 * paragraph of its own. */
static void put_content(struct docx *x, struct xml *w, const struct doc_node *note, int number) {
    const struct doc_node *first = note->first;
    struct docx_para p = docx_para(DOCX_NOTE);
    struct doc_node rest = *note;
    docx_para_open(x, w, &p);
    put_number(x, w, number);
    if (first && first->kind == DOC_PARA) {
        docx_inlines(x, w, first);
        rest.first = first->next;
    }
    docx_para_close(w);
    docx_blocks(x, w, &rest);
}

static void put_note(struct docx *x, struct xml *w, const struct doc_node *note) {
    x->note = note;
    x->n_pending = 0;
    xml_open(w, "w:footnote");
    xml_attri(w, "w:id", x->note_base + note->number);
    put_content(x, w, note, 0);
    for (size_t i = 0; i < x->n_pending; i++) {
        const struct doc_node *inner = x->d->notes;
        while (inner->number != x->pending[i])
            inner = inner->next;
        put_content(x, w, inner, inner->number);
    }
    xml_close(w, "w:footnote");
    x->note = NULL;
}

static void drop_old(struct docx_part *part) {
    for (const struct xml_elem *e = part->xml.root->first; e; e = e->next)
        if (xml_is(e, DOCX_W, "footnote") && !xml_value(e, DOCX_W, "type").n)
            xml_splice_element(&part->splices, e, S8(""));
}

static void put_notes(struct docx *x, struct docx_part *part) {
    struct buf b = {0};
    struct xml w;
    xml_fragment(&w, &b);
    for (const struct doc_node *note = x->d->notes; note; note = note->next)
        if (x->in_body[note->number])
            put_note(x, &w, note);
    docx_append(x, part, buf_str8_of(&b));
    buf_free(&b);
}

enum status docx_notes_end(struct docx *x, bool keep, struct error *err) {
    struct docx_part part;
    struct docx_rels rels;
    bool old = docx_rels_part(x, &x->main_rels, DOCX_R "/footnotes").n > 0;
    if (!x->d->notes && !old)
        return ST_OK;
    struct str8 name = docx_related(x, "footnotes");
    enum status st = docx_open(x, name, skeleton(), &part, err);
    if (st == ST_OK)
        st = docx_rels_open(x, name, &rels, err);
    if (st == ST_OK)
        st = xml_splice_binding(&part.splices, &part.xml, "w", DOCX_W, part.what, err);
    if (st == ST_OK)
        st = xml_splice_binding(&part.splices, &part.xml, "r", DOCX_R, part.what, err);
    if (st != ST_OK)
        return st;
    if (!keep)
        drop_old(&part);
    if (!keep && rels.part.xml.root->first)
        xml_splice_content(&rels.part.splices, &rels.part.xml, rels.part.xml.root, S8(""));
    x->rels = &rels;
    put_notes(x, &part);
    docx_close(x, &part);
    if (rels.part.n_added || rels.part.xml.root->first)
        docx_close(x, &rels.part);
    x->rels = &x->main_rels;
    return ST_OK;
}
