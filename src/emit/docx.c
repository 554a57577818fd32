#include "emit/docx.h"

const char *docx_language(const struct docx *x) {
    struct str8 language = x->d->language;
    for (size_t i = 0; i < language.n; i++) {
        char c = language.p[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && c != '-' && !(c >= '0' && c <= '9'))
            return "sv-SE";
    }
    if (language.n == 0 || s8_eqz(language, "sv"))
        return "sv-SE";
    return arena_str8(x->a, language).p;
}

/* --- The main part ---------------------------------------------------------------------------- */

static struct str8 body_of(struct docx *x) {
    struct buf b = {0};
    struct xml w;
    xml_fragment(&w, &b);
    docx_blocks(x, &w, x->d->body);
    struct str8 out = arena_str8(x->a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

/* The last section's page; NULL: none is said. */
static const struct xml_elem *last_page(const struct xml_elem *body) {
    const struct xml_elem *page = body->last;
    while (page && !xml_is(page, DOCX_W, "sectPr"))
        page = page->prev;
    return page;
}

/* In place of all that the body holds, but for that page. */
static void replace_body(struct docx_part *part, const struct xml_elem *body, struct str8 by) {
    const struct xml_elem *page = last_page(body);
    if (page)
        xml_splice(&part->splices, body->content, page->from, by);
    else
        xml_splice_content(&part->splices, &part->xml, body, by);
}

/* In place of the control: a block by itself, in a line of text, or a table's cell. */
static void replace_control(struct docx_part *part, const struct xml_elem *control,
                            struct str8 by) {
    const struct xml_elem *cell = xml_child(xml_child(control, DOCX_W, "sdtContent"), DOCX_W, "tc");
    const struct xml_elem *above = control->parent, *properties = xml_child(cell, DOCX_W, "tcPr");
    if (cell && cell->content != cell->to) {
        xml_splice(&part->splices, properties ? properties->to : cell->content, cell->end, by);
        return;
    }
    while (above && !xml_is(above, DOCX_W, "p"))
        above = above->parent;
    xml_splice_element(&part->splices, above ? above : control, by);
}

static enum status open_main(struct docx *x, struct docx_part *part, struct error *err) {
    enum status st = docx_open(x, x->main, S8(""), part, err);
    if (st == ST_OK && !xml_is(part->xml.root, DOCX_W, "document"))
        return docx_strict(part->what, err);
    if (st == ST_OK)
        st = xml_splice_binding(&part->splices, &part->xml, "w", DOCX_W, part->what, err);
    if (st == ST_OK)
        st = xml_splice_binding(&part->splices, &part->xml, "r", DOCX_R, part->what, err);
    if (st == ST_OK && !xml_child(part->xml.root, DOCX_W, "body"))
        st = error_set(err, ST_INVALID, "%.*s: dokumentet saknar text. Välj en annan mall.",
                       S8F(part->what));
    return st;
}

static int measure(const struct xml_elem *e, const char *attr) {
    int twips;
    return s8_uint(xml_value(e, DOCX_W, attr), &twips) && twips < 1 << 20 ? twips : 0;
}

static int text_width(const struct xml_elem *body) {
    const struct xml_elem *page = last_page(body);
    const struct xml_elem *margins = xml_child(page, DOCX_W, "pgMar");
    int width = measure(xml_child(page, DOCX_W, "pgSz"), "w") - measure(margins, "left") -
                measure(margins, "right") - measure(margins, "gutter");
    return width > LOOK_SIGN_WIDTH ? width : DOCX_TEXT_WIDTH;
}

static void find_bookmarks(struct docx *x, const struct xml_elem *body) {
    for (const struct xml_elem *e = body; e; e = xml_next(e, body)) {
        int id;
        if (xml_is(e, DOCX_W, "bookmarkStart") && s8_uint(xml_value(e, DOCX_W, "id"), &id) &&
            id > x->bookmark && id < 1 << 30)
            x->bookmark = id;
    }
}

static enum status put_document(struct docx *x, struct docx_part *part, struct error *err) {
    const struct xml_elem *body = xml_child(part->xml.root, DOCX_W, "body");
    const struct xml_elem *control = docx_controls_body(body);
    find_bookmarks(x, body);
    enum status st = docx_notes_begin(x, control, err);
    if (st == ST_OK)
        st = docx_numbering_begin(x, err);
    if (st == ST_OK)
        st = docx_check_ids(&x->main_rels, part, control ? body : last_page(body), err);
    if (st != ST_OK)
        return st;
    x->rels = &x->main_rels;
    if (control) {
        replace_control(part, control, body_of(x));
        docx_controls_fill(x, part);
    } else {
        replace_body(part, body, body_of(x));
        docx_prune_relationships(&x->main_rels, last_page(body));
    }
    docx_close(x, part);
    st = docx_notes_end(x, control, err);
    return st == ST_OK ? docx_numbering_end(x, err) : st;
}

/* --- All of it -------------------------------------------------------------------------------- */

/* Heads and feet: the parts that the main part's relationships name so. */
static enum status fill_heads(struct docx *x, struct error *err) {
    enum status st = ST_OK;
    const struct docx_rels *r = &x->main_rels;
    for (const struct xml_elem *e = r->part.xml.root->first; st == ST_OK && e; e = e->next) {
        struct str8 type = xml_value(e, "", "Type");
        struct docx_part part;
        struct docx_rels own;
        if (!s8_ends(type, S8("/header")) && !s8_ends(type, S8("/footer")))
            continue;
        struct str8 name = docx_resolve(x->a, r->base, xml_value(e, "", "Target"));
        if (!pack_get(x->pack, name).p)
            continue;
        st = docx_open(x, name, S8(""), &part, err);
        if (st == ST_OK)
            st = xml_splice_binding(&part.splices, &part.xml, "w", DOCX_W, part.what, err);
        if (st == ST_OK)
            st = docx_rels_open(x, name, &own, err);
        if (st == ST_OK)
            st = docx_check_ids(&own, &part, part.xml.root, err);
        if (st != ST_OK)
            return st;
        docx_controls_fill(x, &part);
        docx_close(x, &part);
    }
    return st;
}

static enum status make(struct docx *x, struct error *err) {
    struct docx_part main;
    struct docx_rels package;
    enum status st = docx_open(x, S8("[Content_Types].xml"), S8(""), &x->types, err);
    if (st == ST_OK)
        st = docx_rels_open(x, S8(""), &package, err);
    if (st != ST_OK)
        return st;
    x->main = docx_rels_part(x, &package, DOCX_R "/officeDocument");
    st = docx_rels_open(x, x->main, &x->main_rels, err);
    if (st != ST_OK)
        return st;
    docx_type(x, x->main, DOCX_MAIN_TYPE);
    st = open_main(x, &main, err);
    if (st != ST_OK)
        return st;
    x->text_width = text_width(xml_child(main.xml.root, DOCX_W, "body"));
    st = docx_styles_adopt(x, err);
    if (st == ST_OK && !x->built_in)
        st = fill_heads(x, err);
    if (st == ST_OK)
        st = put_document(x, &main, err);
    if (st != ST_OK)
        return st;
    docx_core(x, &package);
    docx_close(x, &x->main_rels.part);
    docx_close(x, &package.part);
    if (!x->built_in)
        st = docx_prune_parts(x, err);
    docx_close(x, &x->types);
    return st;
}

enum status emit_docx(const struct doc *d, const struct emit_template *t, struct buf *out,
                      struct error *err) {
    struct arena a = {0};
    struct pack pack = {.a = &a};
    struct docx x = {.a = &a, .d = d, .pack = &pack, .what = S8("Word-dokumentet")};
    enum status st;
    x.built_in = !t || t->name.n == 0;
    if (x.built_in)
        st = docx_builtin(&x, err);
    else
        st = docx_template(&x, t, err);
    if (st == ST_OK)
        st = make(&x, err);
    if (st == ST_OK)
        st = pack_write(&pack, out, err);
    arena_free(&a);
    return st;
}
