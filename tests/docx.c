#include "tests/docx.h"

#include <criterion/criterion.h>

/* --- What a package must keep ----------------------------------------------------------------- */

static bool is_xml(struct str8 name) {
    return s8_ends(name, S8(".xml")) || s8_ends(name, S8(".rels"));
}

static void check_types(struct arena *a, const struct pack *p) {
    struct xml_doc types = package_xml(a, p, "[Content_Types].xml");
    for (size_t i = 0; i < p->n; i++) {
        struct str8 name = p->part[i].name;
        int found = s8_eqz(name, "[Content_Types].xml"), defaults = 0;
        for (struct xml_elem *e = types.root->first; e; e = e->next) {
            struct str8 extension = xml_value(e, "", "Extension");
            found += s8_eq(s8_skip(xml_value(e, "", "PartName"), 1), name);
            defaults += extension.n && s8_ends(name, extension);
        }
        cr_expect(found <= 1, "%.*s has two types", S8F(name));
        cr_expect(found || defaults, "%.*s has no type", S8F(name));
    }
    for (struct xml_elem *e = types.root->first; e; e = e->next) {
        struct str8 part = xml_value(e, "", "PartName");
        cr_expect(!part.n || pack_get(p, s8_skip(part, 1)).p, "no part %.*s", S8F(part));
    }
}

/* "word/" for "word/_rels/document.xml.rels". */
static struct str8 base_of(struct str8 rels) {
    ptrdiff_t at = s8_find(rels, S8("_rels/"));
    return s8_sub(rels, 0, at < 0 ? 0 : (size_t)at);
}

static void check_relationships(struct arena *a, const struct pack *p, struct str8 name) {
    struct xml_doc d = package_xml(a, p, name.p);
    for (struct xml_elem *e = d.root->first; e; e = e->next) {
        struct str8 target = xml_value(e, "", "Target");
        struct str8 part = docx_resolve(a, base_of(name), target);
        if (!s8_eqz(xml_value(e, "", "TargetMode"), "External"))
            cr_expect(pack_get(p, part).p, "%.*s: no %.*s", S8F(name), S8F(part));
        for (struct xml_elem *other = e->next; other; other = other->next)
            cr_expect(!s8_eq(xml_value(e, "", "Id"), xml_value(other, "", "Id")), "%.*s: id %.*s",
                      S8F(name), S8F(xml_value(e, "", "Id")));
    }
}

/* Is there such an element with that attribute in a part whose name begins so:
 * "word/numbering"? */
static bool exists(struct arena *a, const struct pack *p, const char *part, const char *element,
                   const char *attr, struct str8 value) {
    for (size_t i = 0; i < p->n; i++) {
        if (!s8_starts(p->part[i].name, s8_from(part)))
            continue;
        struct xml_doc d = package_xml(a, p, p->part[i].name.p);
        for (struct xml_elem *e = d.root; e; e = xml_next(e, d.root))
            if (xml_is(e, DOCX_W, element) && s8_eq(xml_value(e, DOCX_W, attr), value))
                return true;
    }
    return false;
}

static bool has_relationship(struct arena *a, const struct pack *p, const char *part,
                             struct str8 id) {
    struct str8 rels = docx_rels_name(a, s8_from(part));
    if (!pack_get(p, rels).p)
        return false;
    struct xml_doc d = package_xml(a, p, rels.p);
    for (struct xml_elem *e = d.root->first; e; e = e->next)
        if (s8_eq(xml_value(e, "", "Id"), id))
            return true;
    return false;
}

static void check_references(struct arena *a, const struct pack *p, const char *part) {
    static const char *const styles[] = {"pStyle", "rStyle", "tblStyle"};
    struct xml_doc d = package_xml(a, p, part);
    for (struct xml_elem *e = d.root; e; e = xml_next(e, d.root)) {
        struct str8 value = xml_value(e, DOCX_W, "val");
        for (size_t i = 0; i < 3; i++)
            if (xml_is(e, DOCX_W, styles[i]))
                cr_expect(exists(a, p, "word/styles", "style", "styleId", value),
                          "%s: no style %.*s", part, S8F(value));
        if (xml_is(e, DOCX_W, "numId"))
            cr_expect(exists(a, p, "word/numbering", "num", "numId", value), "no list %.*s",
                      S8F(value));
        if (xml_is(e, DOCX_W, "ilvl"))
            cr_expect(value.n == 1 && value.p[0] <= '8', "level %.*s", S8F(value));
        if (xml_is(e, DOCX_W, "footnoteReference"))
            cr_expect(exists(a, p, "word/footnotes", "footnote", "id", xml_value(e, DOCX_W, "id")));
        for (size_t i = 0; i < e->n_attrs; i++)
            if (s8_eqz(e->attr[i].ns, DOCX_R))
                cr_expect(has_relationship(a, p, part, e->attr[i].value), "%s: no %.*s", part,
                          S8F(e->attr[i].value));
        if (xml_is(e, DOCX_W, "tc"))
            cr_expect(xml_is(e->last, DOCX_W, "p"), "a cell must end in a paragraph");
    }
}

static void check_unique(struct arena *a, const struct pack *p, const char *part,
                         const char *element, const char *attr) {
    if (!pack_get(p, s8_from(part)).p)
        return;
    struct xml_doc d = package_xml(a, p, part);
    for (struct xml_elem *e = d.root; e; e = xml_next(e, d.root))
        for (struct xml_elem *f = xml_next(e, d.root); f; f = xml_next(f, d.root))
            if (xml_is(e, DOCX_W, element) && xml_is(f, DOCX_W, element) &&
                xml_value(e, DOCX_W, attr).p)
                cr_expect(!s8_eq(xml_value(e, DOCX_W, attr), xml_value(f, DOCX_W, attr)),
                          "%s: two %s %.*s", part, element, S8F(xml_value(e, DOCX_W, attr)));
}

static void check_package(struct arena *a, const struct pack *p) {
    check_types(a, p);
    for (size_t i = 0; i < p->n; i++) {
        struct str8 name = p->part[i].name;
        if (is_xml(name))
            package_xml(a, p, name.p);
        if (s8_ends(name, S8(".rels")))
            check_relationships(a, p, name);
        else if (s8_starts(name, S8("word/")) && is_xml(name))
            check_references(a, p, name.p);
    }
    check_unique(a, p, "word/styles.xml", "style", "styleId");
    check_unique(a, p, "word/numbering.xml", "abstractNum", "abstractNumId");
    check_unique(a, p, "word/numbering.xml", "num", "numId");
    check_unique(a, p, "word/footnotes.xml", "footnote", "id");
    check_unique(a, p, "word/document.xml", "bookmarkStart", "id");
    check_unique(a, p, "word/document.xml", "bookmarkStart", "name");
}

/* --- Making ----------------------------------------------------------------------------------- */

struct pack docx_made(struct arena *a, const struct doc *d, const struct pack *template) {
    struct pack p;
    package_made(a, emit_docx, d, template, &p);
    check_package(a, &p);
    return p;
}

struct pack docx_of(struct arena *a, const char *markdown) {
    return docx_made(a, package_doc(a, markdown), NULL);
}

struct str8 docx_refusal(struct arena *a, struct str8 bytes) {
    return package_refusal(a, emit_docx, bytes);
}

struct pack docx_template_parts(struct arena *a) {
    static const char *const names[] = {"[Content_Types].xml",
                                        "_rels/.rels",
                                        "docProps/app.xml",
                                        "docProps/core.xml",
                                        "word/document.xml",
                                        "word/_rels/document.xml.rels",
                                        "word/styles.xml",
                                        "word/numbering.xml",
                                        "word/settings.xml",
                                        "word/_rels/settings.xml.rels",
                                        "word/footnotes.xml",
                                        "word/comments.xml",
                                        "word/header1.xml",
                                        "word/header2.xml",
                                        "word/_rels/header2.xml.rels",
                                        "word/footer1.xml",
                                        "word/media/image1.png"};
    return package_read(a, "mall-docx", names, sizeof names / sizeof *names);
}

/* --- Looking ---------------------------------------------------------------------------------- */

const struct xml_elem *docx_paragraph(const struct xml_doc *d, const char *text) {
    for (const struct xml_elem *e = d->root; e; e = xml_next(e, d->root))
        if (xml_is(e, DOCX_W, "p") && s8_find(xml_text_in(d, e), s8_from(text)) >= 0)
            return e;
    cr_assert(false, "no paragraph with %s", text);
    return NULL;
}

struct str8 docx_value(const struct xml_elem *e, const char *element) {
    return xml_value(xml_find(e, DOCX_W, element), DOCX_W, "val");
}
