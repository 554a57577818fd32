/* Reading XML with offsets, and splicing it. */
#include <criterion/criterion.h>

#include "emit/xml_read.h"

#define NS "urn:exempel"

static struct xml_doc read_xml(struct arena *a, struct str8 bytes) {
    struct xml_doc d;
    struct error err = {0};
    cr_assert(xml_read(a, bytes, S8("mall.docx, del.xml"), &d, &err) == ST_OK, "%s", err.text);
    return d;
}

static struct str8 applied(struct arena *a, const struct xml_splices *s, const struct xml_doc *d) {
    struct buf b = {0};
    xml_splices_apply(s, d, &b);
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

static void same(struct str8 got, const char *want) {
    cr_expect(s8_eqz(got, want), "\n  got %.*s\n want %s", S8F(got), want);
}

static void refused(struct str8 bytes, const char *why) {
    struct arena a = {0};
    struct xml_doc d;
    struct error err = {0};
    cr_expect_eq(xml_read(&a, bytes, S8("mall.docx, del.xml"), &d, &err), ST_INVALID);
    cr_expect(s8_find(s8_from(err.text), s8_from(why)) >= 0, "%s: %s", why, err.text);
    cr_expect(s8_starts(s8_from(err.text), S8("mall.docx, del.xml: ")), "%s", err.text);
    arena_free(&a);
}

Test(xml, elements_are_known_by_namespace_whatever_the_prefix) {
    struct arena a = {0};
    struct xml_doc d = read_xml(&a, S8("<?xml version=\"1.0\"?>\n<x:rot xmlns:x=\"" NS "\" y='0'>"
                                       "<p xmlns=\"" NS "\" x:id=\"&lt;1&gt;\">a&amp;<x:b/>c</p>"
                                       "<p/></x:rot>"));
    struct xml_elem *p = xml_child(d.root, NS, "p");
    cr_assert(xml_is(d.root, NS, "rot") && p && xml_is(p->first, NS, "b"));
    same(xml_value(p, NS, "id"), "<1>");
    same(xml_value(d.root, "", "y"), "0");
    cr_expect_null(xml_value(p, "", "id").p);
    same(xml_text_in(&d, p), "a&c");
    same(xml_text_in(&d, d.root), "a&c");
    same(xml_content(&d, p), "a&amp;<x:b/>c");
    same(xml_bytes(&d, p->first), "<x:b/>");
    same(xml_bytes(&d, d.root->last), "<p/>");
    cr_expect(xml_is(d.root->last, "", "p"));
    same(xml_written_name(&d, d.root), "x:rot");
    same(xml_bound(&d, "x"), NS);
    cr_expect_null(xml_bound(&d, "").p);
    cr_expect_eq(xml_find(d.root, NS, "b"), p->first);
    cr_expect_null(xml_find(p, NS, "p"));
    cr_expect_null(xml_next(d.root->last, d.root));
    arena_free(&a);
}

Test(xml, what_is_not_spliced_stays_as_it_was) {
    struct arena a = {0};
    struct xml_doc d =
        read_xml(&a, S8("\xEF\xBB\xBF<r ><!-- å -->\r\n<a  k='1' /><b>ö</b><c/></r>\n"));
    struct xml_splices s = {.a = &a};
    same(applied(&a, &s, &d), "\xEF\xBB\xBF<r ><!-- å -->\r\n<a  k='1' /><b>ö</b><c/></r>\n");
    struct xml_elem *e = d.root->first, *b = e->next;
    xml_splice_append(&s, &d, b, S8("!"));
    xml_splice_content(&s, &d, e, S8("inne"));
    xml_splice_element(&s, b->next, S8("<d/>"));
    xml_splice(&s, b->from, b->from, S8("1"));
    xml_splice(&s, b->from, b->from, S8("2"));
    xml_splice_append(&s, &d, d.root, S8("sist"));
    same(applied(&a, &s, &d),
         "\xEF\xBB\xBF<r ><!-- å -->\r\n<a  k='1' >inne</a>12<b>ö!</b><d/>sist</r>\n");
    arena_free(&a);
}

Test(xml, what_holds_a_splice_takes_its_place) {
    struct arena a = {0};
    struct xml_doc d = read_xml(&a, S8("<r><a><b/></a></r>"));
    struct xml_splices s = {.a = &a};
    xml_splice_element(&s, d.root->first->first, S8("nej"));
    xml_splice_content(&s, &d, d.root->first, S8("ja"));
    xml_splice_content(&s, &d, d.root, S8("<c/>"));
    same(applied(&a, &s, &d), "<r><c/></r>");
    arena_free(&a);
}

Test(xml, a_prefix_is_bound_once_and_never_to_two) {
    struct arena a = {0};
    struct error err = {0};
    struct xml_doc d = read_xml(&a, S8("<q:r xmlns:q=\"" NS "\"/>"));
    struct xml_splices s = {.a = &a};
    cr_expect_eq(xml_splice_binding(&s, &d, "q", NS, S8("del"), &err), ST_OK);
    cr_expect_eq(s.n, 0);
    cr_expect_eq(xml_splice_binding(&s, &d, "w", "urn:w", S8("del"), &err), ST_OK);
    cr_expect_eq(xml_splice_binding(&s, &d, "q", "urn:w", S8("del"), &err), ST_INVALID);
    cr_expect(s8_starts(s8_from(err.text), S8("del: ")), "%s", err.text);
    xml_splice_content(&s, &d, d.root, S8("<w:p/>"));
    same(applied(&a, &s, &d), "<q:r xmlns:w=\"urn:w\" xmlns:q=\"" NS "\"><w:p/></q:r>");
    arena_free(&a);
}

Test(xml, harm_is_refused) {
    refused(S8(""), "skadad, rad 1");
    refused(S8("<a>\n<b></a>"), "skadad, rad 2");
    refused(S8("<a>&okänd;</a>"), "skadad");
    refused(S8("<a>\xE5</a>"), "skadad");
    refused(S8("<w:a/>"), "skadad"); /* a prefix that stands for nothing */
    refused(S8("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>"), "UTF-8");
    refused(S8("<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"),
            "DOCTYPE");
    refused(S8("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"), "DOCTYPE");
}

Test(xml, limits_are_kept) {
    struct buf b = {0};
    struct arena a = {0};
    for (int i = 0; i < XML_READ_DEPTH; i++)
        buf_str(&b, "<a>");
    struct buf deeper = {0};
    buf_str8(&deeper, buf_str8_of(&b));
    buf_str(&deeper, "<a/>");
    for (int i = 0; i < XML_READ_DEPTH; i++) {
        buf_str(&b, "</a>");
        buf_str(&deeper, "</a>");
    }
    cr_expect_not_null(read_xml(&a, buf_str8_of(&b)).root);
    refused(buf_str8_of(&deeper), "inuti varandra");
    buf_clear(&b);
    buf_str(&b, "<r>");
    for (int i = 0; i < XML_READ_NODES / 2; i++)
        buf_str(&b, "<a b=''/>");
    buf_str(&b, "</r>");
    refused(buf_str8_of(&b), "många element");
    buf_clear(&b);
    buf_str(&b, "<r>");
    for (int i = 0; i <= XML_READ_NAMESPACES; i++)
        buf_printf(&b, "<a xmlns='urn:%d'/>", i);
    buf_str(&b, "</r>");
    refused(buf_str8_of(&b), "namnrymder");
    buf_free(&b);
    buf_free(&deeper);
    arena_free(&a);
}
