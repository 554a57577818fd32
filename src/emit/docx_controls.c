/* Content controls (w:sdt): the places that an organisation's template leaves for values. */
#include "base/utf8.h"
#include "emit/docx.h"

static bool is_called(const struct xml_elem *control, struct str8 name) {
    static const char *const names[] = {"tag", "alias"};
    const struct xml_elem *properties = xml_child(control, DOCX_W, "sdtPr");
    for (size_t i = 0; i < 2; i++) {
        struct str8 called = xml_value(xml_child(properties, DOCX_W, names[i]), DOCX_W, "val");
        if (doc_field_called(called, name))
            return true;
    }
    return false;
}

const struct xml_elem *docx_controls_body(const struct xml_elem *body) {
    for (const struct xml_elem *e = body; e; e = xml_next(e, body))
        if (xml_is(e, DOCX_W, "sdt") && (is_called(e, S8("innehåll")) || is_called(e, S8("text"))))
            return e;
    return NULL;
}

/* What the document has for it; NULL: nothing. */
static const struct doc_field *field_of(const struct doc *d, const struct xml_elem *control) {
    for (size_t i = 0; i < d->n_fields; i++)
        if (d->field[i].value.n && is_called(control, d->field[i].name))
            return &d->field[i];
    return NULL;
}

/* How its text looks: as that which stood there, but not as a placeholder. */
static struct str8 look_in(const struct docx_part *part, const struct xml_elem *control,
                           const struct xml_elem *run) {
    const struct xml_elem *properties = xml_child(control, DOCX_W, "sdtPr");
    const struct xml_elem *look = xml_child(properties, DOCX_W, "rPr");
    if (!xml_child(properties, DOCX_W, "showingPlcHdr"))
        look = run ? xml_child(run, DOCX_W, "rPr") : look;
    return look ? xml_bytes(&part->xml, look) : S8("");
}

static struct str8 run_of(struct docx *x, struct str8 look, struct str8 text) {
    struct buf b = {0};
    struct xml w;
    xml_fragment(&w, &b);
    xml_open(&w, "w:r");
    xml_raw(&w, look);
    docx_text(&w, text);
    xml_close(&w, "w:r");
    struct str8 out = arena_str8(x->a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

/* It is no placeholder any longer, and not bound to data that Word would put in its place. */
static void release(struct docx_part *part, const struct xml_elem *control) {
    const struct xml_elem *properties = xml_child(control, DOCX_W, "sdtPr");
    for (const struct xml_elem *e = properties->first; e; e = e->next)
        if (s8_eqz(e->name, "showingPlcHdr") || s8_eqz(e->name, "dataBinding"))
            xml_splice_element(&part->splices, e, S8(""));
}

/* The text becomes the first run; other runs go, and paragraphs after the first. */
static void fill(struct docx *x, struct docx_part *part, const struct xml_elem *control,
                 struct str8 value) {
    struct xml_splices *s = &part->splices;
    const struct xml_elem *content = xml_child(control, DOCX_W, "sdtContent");
    const struct xml_elem *run = xml_find(content, DOCX_W, "r");
    const struct xml_elem *para = xml_find(content, DOCX_W, "p");
    struct str8 text = run_of(x, look_in(part, control, run), value);
    if (!content)
        return;
    release(part, control);
    if (!run) {
        xml_splice_append(s, &part->xml, para ? para : content, text);
        return;
    }
    const struct xml_elem *kept = run;
    while (kept->parent != content)
        kept = kept->parent;
    for (const struct xml_elem *e = content->first; e; e = e->next)
        if (e != kept && xml_is(e, DOCX_W, "p"))
            xml_splice_element(s, e, S8(""));
    xml_splice_element(s, run, text);
    for (const struct xml_elem *e = xml_skip(run, content); e; e = xml_next(e, content))
        if (xml_is(e, DOCX_W, "r"))
            xml_splice_element(s, e, S8(""));
}

void docx_controls_fill(struct docx *x, struct docx_part *part) {
    const struct xml_elem *root = part->xml.root;
    for (const struct xml_elem *e = root; e; e = xml_next(e, root)) {
        const struct doc_field *f = xml_is(e, DOCX_W, "sdt") ? field_of(x->d, e) : NULL;
        if (f)
            fill(x, part, e, f->value);
    }
}
