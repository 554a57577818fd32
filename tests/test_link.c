/* Addresses: which are links, and that all formats say the same. */
#include <criterion/criterion.h>
#include <string.h>

#include "emit/link.h"
#include "emit/set.h"
#include "tests/docx.h"
#include "tests/odt.h"

Test(link, an_address_is_a_uri_or_text) {
    static const struct {
        const char *href, *uri;
    } known[] = {
        {"https://a.se", "https://a.se"},
        {"HTTP://a.se:8080/x#y", "HTTP://a.se:8080/x#y"},
        {"https://å.se/ö", "https://å.se/ö"},
        {"https://a.se/b c<d>\"{}|\\^`", "https://a.se/b%20c%3Cd%3E%22%7B%7D%7C%5C%5E%60"},
        {"https://a.se/50%", "https://a.se/50%25"},
        {"https://a.se/%C3%A5%2", "https://a.se/%C3%A5%252"},
        {"https://a.se/#b#c", "https://a.se/#b%23c"},
        {"mailto:a.b@c.se?subject=d e", "mailto:a.b@c.se?subject=d%20e"},
        {"https:a.se", NULL},
        {"https://", NULL},
        {"https:///a", NULL},
        {"https://a:b/", NULL},
        {"https://a:70000/", NULL},
        {"https://a..b", NULL},
        {"https://a b/", NULL},
        {"https://[::1]/", NULL},
        {"https://a@b", NULL},
        {"mailto:a", NULL},
        {"mailto:@b", NULL},
        {"mailto:a@", NULL},
        {"ftp://a.se", NULL},
        {"", NULL},
    };
    struct arena a = {0};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct str8 uri = link_uri(&a, s8_from(known[i].href));
        cr_expect(known[i].uri ? s8_eqz(uri, known[i].uri) : !uri.p, "%s gives %.*s", known[i].href,
                  S8F(uri));
    }
    arena_free(&a);
}

/* --- One rule for all formats ----------------------------------------------------------------- */

/* Addresses that are links in a document, in order. */
struct links {
    struct str8 href[16];
    size_t n;
};

static void add(struct links *l, struct str8 href) {
    cr_assert(l->n < sizeof l->href / sizeof *l->href);
    l->href[l->n++] = href;
}

static struct links of_docx(struct arena *a, const struct doc *d) {
    struct links l = {0};
    struct pack p = docx_made(a, d, NULL);
    struct xml_doc body = package_xml(a, &p, "word/document.xml");
    struct xml_doc rels = package_xml(a, &p, "word/_rels/document.xml.rels");
    for (const struct xml_elem *e = body.root; e; e = xml_next(e, body.root))
        for (const struct xml_elem *r = rels.root->first; r; r = r->next)
            if (xml_is(e, DOCX_W, "hyperlink") &&
                s8_eq(xml_value(e, DOCX_R, "id"), xml_value(r, "", "Id")))
                add(&l, xml_value(r, "", "Target"));
    return l;
}

static struct links of_odt(struct arena *a, const struct doc *d) {
    struct links l = {0};
    struct pack p = odt_made(a, d, NULL);
    struct xml_doc body = package_xml(a, &p, "content.xml");
    for (const struct xml_elem *e = body.root; e; e = xml_next(e, body.root))
        if (xml_is(e, ODT_TEXT, "a"))
            add(&l, xml_value(e, ODT_XLINK, "href"));
    return l;
}

static struct links of_html(struct arena *a, const struct doc *d) {
    struct links l = {0};
    struct buf b = {0};
    emit_html(d, NULL, &b);
    struct str8 rest = arena_str8(a, buf_str8_of(&b)), start = S8("<a href=\"");
    buf_free(&b);
    for (ptrdiff_t at; (at = s8_find(rest, start)) >= 0;) {
        rest = s8_skip(rest, (size_t)at + start.n);
        add(&l, s8_cut(&rest, '"'));
    }
    return l;
}

static struct links of_pdf(struct arena *a, const struct doc *d) {
    struct links l = {0};
    struct fonts *fs = fonts_new();
    struct sheet s;
    struct error err = {0};
    cr_assert(set_document(a, fs, d, NULL, &s, &err) == ST_OK, "%s", err.text);
    for (const struct elem *e = s.root; e; e = e->after)
        if (e->kind == ELEM_LINK)
            add(&l, e->href);
    fonts_free(&fs);
    return l;
}

Test(link, all_formats_have_the_same_links) {
    static const char *const wanted[] = {"https://a.exempel.se/%22b%22", "http://b.exempel.se",
                                         "mailto:namn@exempel.se"};
    static struct links (*const formats[])(struct arena *, const struct doc *) = {of_docx, of_odt,
                                                                                  of_html, of_pdf};
    struct arena a = {0};
    struct doc *d = package_doc(
        &a, "[a](https://a.exempel.se/\"b\") [b](http://b.exempel.se) <mailto:namn@exempel.se>\n\n"
            "[x](ftp://c.exempel.se) [x](javascript:x) [x](https://[) [x](https://d:e/) [x](tel:1) "
            "[x](mailto:namn) [x](#avsnitt) [x](fil.html)");
    for (size_t f = 0; f < sizeof formats / sizeof *formats; f++) {
        struct links l = formats[f](&a, d);
        cr_expect_eq(l.n, 3, "format %zu has %zu", f, l.n);
        for (size_t i = 0; i < l.n && i < 3; i++)
            cr_expect(s8_eqz(l.href[i], wanted[i]), "format %zu: %.*s", f, S8F(l.href[i]));
    }
    arena_free(&a);
}
