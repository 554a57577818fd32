#include "tests/odt.h"

#include <criterion/criterion.h>

/* --- What a package must keep ----------------------------------------------------------------- */

static void check_manifest(struct arena *a, const struct pack *p) {
    struct xml_doc d = package_xml(a, p, "META-INF/manifest.xml");
    struct xml_doc content = package_xml(a, p, "content.xml");
    size_t listed = 0;
    for (struct xml_elem *e = d.root->first; e; e = e->next) {
        struct str8 name = xml_value(e, ODT_MANIFEST, "full-path");
        if (s8_eqz(name, "/")) {
            cr_expect(s8_eqz(xml_value(e, ODT_MANIFEST, "media-type"), ODT_MIMETYPE));
            cr_expect(s8_eq(xml_value(e, ODT_MANIFEST, "version"),
                            xml_value(content.root, ODT_OFFICE, "version")));
        } else if (!s8_ends(name, S8("/"))) {
            listed++;
            cr_expect(pack_get(p, name).p, "no part %.*s", S8F(name));
            cr_expect(xml_value(e, ODT_MANIFEST, "media-type").n, "%.*s has no type", S8F(name));
        }
    }
    cr_expect_eq(listed, p->n - 2, "parts that are not listed");
}

static bool is_style(const struct xml_elem *e, struct str8 name) {
    return (xml_is(e, ODT_STYLE, "style") || xml_is(e, ODT_TEXT, "list-style") ||
            xml_is(e, ODT_STYLE, "page-layout") || xml_is(e, ODT_STYLE, "master-page")) &&
           s8_eq(xml_value(e, ODT_STYLE, "name"), name);
}

static bool has_style(const struct xml_doc *d, struct str8 name) {
    for (struct xml_elem *e = d->root; e; e = xml_next(e, d->root))
        if (is_style(e, name))
            return true;
    return false;
}

/* Attributes that name a style. */
static void check_styles(const struct xml_doc *d, const struct xml_doc *styles) {
    static const char *const names[] = {
        "style-name",          "parent-style-name",        "next-style-name",
        "master-page-name",    "page-layout-name",         "default-style-name",
        "citation-style-name", "citation-body-style-name", "visited-style-name"};
    for (struct xml_elem *e = d->root; e; e = xml_next(e, d->root))
        for (size_t i = 0; i < e->n_attrs; i++)
            for (size_t k = 0; k < sizeof names / sizeof *names; k++)
                if (s8_eqz(e->attr[i].name, names[k]))
                    cr_expect(has_style(d, e->attr[i].value) || has_style(styles, e->attr[i].value),
                              "no style %.*s", S8F(e->attr[i].value));
}

static int count_named(const struct xml_doc *d, const char *element, const char *attr,
                       struct str8 value) {
    int n = 0;
    for (struct xml_elem *e = d->root; e; e = xml_next(e, d->root))
        n += xml_is(e, ODT_TEXT, element) && s8_eq(xml_value(e, ODT_TEXT, attr), value);
    return n;
}

static void check_notes(const struct xml_doc *d) {
    for (struct xml_elem *e = d->root; e; e = xml_next(e, d->root)) {
        if (xml_is(e, ODT_TEXT, "note"))
            cr_expect_eq(count_named(d, "note", "id", xml_value(e, ODT_TEXT, "id")), 1);
        if (xml_is(e, ODT_TEXT, "note-ref"))
            cr_expect_eq(count_named(d, "note", "id", xml_value(e, ODT_TEXT, "ref-name")), 1);
    }
}

/* A list holds items, an item no table; levels are ten at most. */
static void check_lists(const struct xml_doc *d) {
    for (struct xml_elem *e = d->root; e; e = xml_next(e, d->root)) {
        int depth = 0;
        if (xml_is(e, ODT_TABLE, "table"))
            cr_expect(!xml_is(e->parent, ODT_TEXT, "list-item") &&
                      !xml_is(e->parent, ODT_TEXT, "list-header"));
        for (struct xml_elem *up = e; up && !xml_is(up, ODT_TEXT, "note"); up = up->parent)
            depth += xml_is(up, ODT_TEXT, "list");
        cr_expect(depth <= ODT_LEVELS);
        if (xml_is(e, ODT_TEXT, "list-header"))
            cr_expect_null(e->prev);
    }
}

static void check_package(struct arena *a, const struct pack *p) {
    cr_expect(s8_eqz(p->part[0].name, "mimetype") && p->part[0].stored);
    cr_expect(s8_eqz(p->part[0].bytes, ODT_MIMETYPE));
    for (size_t i = 0; i < p->n; i++)
        if (s8_ends(p->part[i].name, S8(".xml")))
            package_xml(a, p, p->part[i].name.p);
    check_manifest(a, p);
    struct xml_doc content = package_xml(a, p, "content.xml");
    struct xml_doc styles = package_xml(a, p, "styles.xml");
    check_styles(&content, &styles);
    check_styles(&styles, &styles);
    check_notes(&content);
    check_lists(&content);
}

/* --- Making ----------------------------------------------------------------------------------- */

struct pack odt_made(struct arena *a, const struct doc *d, const struct pack *template) {
    struct pack p;
    struct str8 bytes = package_made(a, emit_odt, d, template, &p);
    cr_expect(s8_starts(s8_skip(bytes, 30), S8("mimetype" ODT_MIMETYPE)));
    check_package(a, &p);
    return p;
}

struct pack odt_of(struct arena *a, const char *markdown) {
    return odt_made(a, package_doc(a, markdown), NULL);
}

struct str8 odt_refusal(struct arena *a, struct str8 bytes) {
    return package_refusal(a, emit_odt, bytes);
}

struct pack odt_template_parts(struct arena *a) {
    static const char *const names[] = {"mimetype",
                                        "META-INF/manifest.xml",
                                        "Configurations2/accelerator.xml",
                                        "Pictures/gammal.png",
                                        "Pictures/vapen.png",
                                        "Thumbnails/thumbnail.png",
                                        "content.xml",
                                        "styles.xml",
                                        "meta.xml",
                                        "settings.xml"};
    return package_read(a, "mall-odt", names, sizeof names / sizeof *names);
}

/* --- Looking ---------------------------------------------------------------------------------- */

const struct xml_elem *odt_block(const struct xml_doc *d, const char *text) {
    for (const struct xml_elem *e = d->root; e; e = xml_next(e, d->root))
        if ((xml_is(e, ODT_TEXT, "p") || xml_is(e, ODT_TEXT, "h")) &&
            s8_find(xml_text_in(d, e), s8_from(text)) >= 0)
            return e;
    cr_assert(false, "no block with %s", text);
    return NULL;
}
