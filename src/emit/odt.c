#include "emit/odt.h"

/* --- What is not taken over ------------------------------------------------------------------- */

/* Comments, traces of changes, and what starts programs. */
static bool is_unwanted(const struct xml_elem *e) {
    static const char *const texts[] = {"tracked-changes", "change",
                                        "change-start",    "change-end",
                                        "script",          "dde-connection-decls",
                                        "dde-connection",  "alphabetical-index-auto-mark-file"};
    static const char *const offices[] = {"annotation", "annotation-end", "event-listeners",
                                          "scripts",    "forms",          "dde-source"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (xml_is(e, ODT_TEXT, texts[i]))
            return true;
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
        if (xml_is(e, ODT_OFFICE, offices[i]))
            return true;
    return false;
}

static void clean(struct odt_part *part) {
    const struct xml_elem *root = part->xml.root;
    for (const struct xml_elem *e = root; e; e = xml_next(e, root))
        if (is_unwanted(e))
            xml_splice_element(&part->splices, e, S8(""));
}

static enum status bind(struct odt_part *part, struct error *err) {
    static const char *const bindings[][2] = {
        {"office", ODT_OFFICE}, {"style", ODT_STYLE}, {"text", ODT_TEXT},  {"table", ODT_TABLE},
        {"fo", ODT_FO},         {"draw", ODT_DRAW},   {"xlink", ODT_XLINK}};
    enum status st = ST_OK;
    for (size_t i = 0; st == ST_OK && i < sizeof bindings / sizeof *bindings; i++)
        st = xml_splice_binding(&part->splices, &part->xml, bindings[i][0], bindings[i][1],
                                part->what, err);
    return st;
}

static enum status incomplete(const struct odt_part *part, struct error *err) {
    return error_set(err, ST_INVALID,
                     "%.*s: delen saknar något som ska finnas. Öppna filen i LibreOffice, spara "
                     "den på nytt och försök igen.",
                     S8F(part->what));
}

/* --- styles.xml ------------------------------------------------------------------------------- */

static enum status put_styles(struct odt *x, struct error *err) {
    struct odt_part *part = &x->styles;
    const struct xml_elem *masters = xml_child(part->xml.root, ODT_OFFICE, "master-styles");
    enum status st = ST_OK;
    if (!masters || !xml_child(part->xml.root, ODT_OFFICE, "styles"))
        return incomplete(part, err);
    st = bind(part, err);
    if (st != ST_OK)
        return st;
    clean(part);
    odt_styles_adopt(x);
    if (!x->built_in)
        odt_fields_fill(x, part, masters);
    odt_close(x, part);
    return ST_OK;
}

/* --- content.xml ------------------------------------------------------------------------------ */

static bool is_block(const struct xml_elem *e) {
    return xml_is(e, ODT_TEXT, "p") || xml_is(e, ODT_TEXT, "h") || xml_is(e, ODT_TABLE, "table");
}

static const struct xml_elem *first_block(const struct xml_elem *text) {
    const struct xml_elem *e = text;
    while (e && (!is_block(e) || xml_is(e->parent, ODT_DRAW, "text-box")))
        e = xml_is(e, ODT_DRAW, "frame") || is_unwanted(e) ? xml_skip(e, text) : xml_next(e, text);
    return e;
}

/* A frame that stands on the page itself belongs to the page, not to the text. */
static bool is_page_frame(const struct xml_elem *e) {
    return s8_eqz(e->ns, ODT_DRAW) && s8_eqz(xml_value(e, ODT_TEXT, "anchor-type"), "page");
}

static bool starts_name(const struct xml_elem *root, struct str8 prefix) {
    for (const struct xml_elem *e = root; e; e = xml_next(e, root))
        if (s8_starts(xml_value(e, ODT_STYLE, "name"), prefix))
            return true;
    return false;
}

/* Replaces the whole text but for frames on pages, or only `place`. Is anything kept? */
static bool replace_text(struct odt_part *part, const struct xml_elem *text,
                         const struct xml_elem *place, struct str8 by) {
    bool kept = place != NULL;
    if (place) {
        xml_splice_element(&part->splices, place, by);
        return true;
    }
    for (const struct xml_elem *e = text->first; e; e = e->next)
        kept = kept || is_page_frame(e);
    if (!kept) {
        xml_splice_content(&part->splices, &part->xml, text, by);
        return false;
    }
    for (const struct xml_elem *e = text->first; e; e = e->next)
        if (!is_page_frame(e))
            xml_splice_element(&part->splices, e, S8(""));
    xml_splice_append(&part->splices, &part->xml, text, by);
    return true;
}

static struct str8 body_of(struct odt *x) {
    struct odt_flow *f = ARENA_NEW(x->a, struct odt_flow, 1);
    struct buf b = {0};
    struct xml w;
    xml_fragment(&w, &b);
    f->w = &w;
    odt_blocks(x, f, x->d->body);
    if (!x->d->body->first) {
        struct odt_para p = odt_para(ODT_BODY);
        xml_one(&w, "text:p", "text:style-name", odt_para_style(x, &p));
    }
    return odt_taken(x, &b);
}

static enum status put_content(struct odt *x, struct error *err) {
    struct odt_part *part = &x->content;
    const struct xml_elem *root = part->xml.root;
    const struct xml_elem *autos = xml_child(root, ODT_OFFICE, "automatic-styles");
    const struct xml_elem *text =
        xml_child(xml_child(root, ODT_OFFICE, "body"), ODT_OFFICE, "text");
    enum status st = bind(part, err);
    if (st == ST_OK && (!text || !autos))
        st = incomplete(part, err);
    if (st != ST_OK)
        return st;
    x->prefix = S8("Y");
    while (starts_name(autos, x->prefix))
        x->prefix = arena_printf(x->a, "%.*sY", S8F(x->prefix));
    const struct xml_elem *place = odt_fields_body(part, text);
    struct str8 body = body_of(x), styles = odt_autos(x);
    if (replace_text(part, text, place, body)) {
        xml_splice_append(&part->splices, &part->xml, autos, styles);
        odt_fields_fill(x, part, text);
    } else {
        xml_splice_content(&part->splices, &part->xml, autos, styles);
    }
    return ST_OK;
}

/* --- The whole -------------------------------------------------------------------------------- */

static enum status open_parts(struct odt *x, struct error *err) {
    enum status st = odt_open(x, "styles.xml", &x->styles, err);
    if (st == ST_OK)
        st = odt_open(x, "content.xml", &x->content, err);
    struct str8 version =
        st == ST_OK ? xml_value(x->content.xml.root, ODT_OFFICE, "version") : S8("");
    if (version.n)
        x->version = version;
    return st;
}

/* The first page's master is what the template's first paragraph asked for, when that goes. */
static void find_page(struct odt *x) {
    const struct xml_elem *root = x->content.xml.root;
    const struct xml_elem *text =
        xml_child(xml_child(root, ODT_OFFICE, "body"), ODT_OFFICE, "text");
    const struct xml_elem *first = text ? first_block(text) : NULL;
    const struct xml_elem *place = text ? odt_fields_body(&x->content, text) : NULL;
    odt_template_page(x, first);
    if (place && first && (first->from < place->from || first->from >= place->to))
        x->master = (struct str8){0};
}

static enum status make(struct odt *x, struct error *err) {
    struct str8 old = pack_get(x->pack, S8("META-INF/manifest.xml"));
    enum status st = open_parts(x, err);
    if (st == ST_OK && !x->built_in)
        find_page(x);
    if (st == ST_OK)
        st = put_styles(x, err);
    if (st != ST_OK)
        return st;
    odt_notes_begin(x);
    st = put_content(x, err);
    if (st != ST_OK)
        return st;
    clean(&x->content);
    odt_close(x, &x->content);
    st = odt_meta(x, err);
    if (st == ST_OK)
        st = odt_prune(x, err);
    return st == ST_OK ? odt_manifest(x, old, err) : st;
}

enum status emit_odt(const struct doc *d, const struct emit_template *t, struct buf *out,
                     struct error *err) {
    struct arena a = {0};
    struct pack pack = {.a = &a};
    struct odt x = {.a = &a, .d = d, .pack = &pack, .what = S8("ODF-dokumentet")};
    x.text_width = ODT_TEXT_WIDTH;
    x.version = S8("1.2");
    x.built_in = !t || t->name.n == 0;
    enum status st = x.built_in ? odt_builtin(&x, err) : odt_template(&x, t, err);
    if (st == ST_OK)
        st = make(&x, err);
    if (st == ST_OK)
        st = pack_write(&pack, out, err);
    arena_free(&a);
    return st;
}
