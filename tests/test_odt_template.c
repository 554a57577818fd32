/* An organisation's own ODF template: what is taken over, what is filled in, what is refused. */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/docx.h"
#include "tests/odt.h"

static struct doc *paper(struct arena *a) {
    static struct doc_field fields[] = {
        {S8I("dnr"), S8I("ON 2025/0123")},          {S8I("datum"), S8I("2025-03-14")},
        {S8I("handläggare"), S8I("Handläggare A")}, {S8I("nämnd"), S8I("Omsorgsnämnden")},
        {S8I("ert-dnr"), S8I("S2024/01966")},       {S8I("förvaltning"), S8I("")}};
    struct doc *d = package_doc(a, "# Yttrande\n\n## Sammanfattning\n\nKort.\n\n- en\n- två\n");
    d->title = S8("Yttrande");
    d->field = fields;
    d->n_fields = sizeof fields / sizeof *fields;
    return d;
}

static struct pack made(struct arena *a) {
    struct pack template = odt_template_parts(a);
    return odt_made(a, paper(a), &template);
}

Test(odt_template, its_look_stays_and_its_text_goes) {
    struct arena a = {0};
    struct pack template = odt_template_parts(&a), p = odt_made(&a, paper(&a), &template);
    cr_expect(package_holds(&p, "styles.xml", "text:bullet-char=\"▪\""), "its list style");
    cr_expect(package_holds(&p, "content.xml", "Georgia"), "its typefaces");
    cr_expect(s8_eq(pack_get(&p, S8("Pictures/vapen.png")),
                    pack_get(&template, S8("Pictures/vapen.png"))),
              "the picture of the running head, byte by byte");
    cr_expect(!package_holds(&p, "content.xml", "gamla texten"));
    cr_expect(!package_holds(&p, "content.xml", "struken text"), "tracked changes leave no trace");
    cr_expect(!package_holds(&p, "content.xml", "gammal kommentar"));
    cr_expect(pack_get(&p, S8("Pictures/gammal.png")).p == NULL, "nor does a picture of the text");
    cr_expect(pack_get(&p, S8("Thumbnails/thumbnail.png")).p == NULL);
    arena_free(&a);
}

Test(odt_template, headings_are_in_its_styles) {
    struct arena a = {0};
    struct pack p = made(&a);
    struct xml_doc d = package_xml(&a, &p, "content.xml");
    const struct xml_elem *h = odt_block(&d, "Sammanfattning");
    cr_assert(h && xml_is(h, ODT_TEXT, "h"));
    cr_expect(s8_eqz(xml_value(h, ODT_TEXT, "outline-level"), "2"));
    arena_free(&a);
}

Test(odt_template, its_fields_are_filled) {
    struct arena a = {0};
    struct pack p = made(&a);
    cr_expect(package_holds(&p, "styles.xml", "ON 2025/0123"), "a user field");
    cr_expect(package_holds(&p, "styles.xml", "2025-03-14"), "a variable");
    cr_expect(package_holds(&p, "styles.xml", "Omsorgsnämnden"), "a bookmark");
    cr_expect(package_holds(&p, "styles.xml", "S2024/01966"),
              "a field of the document's properties");
    cr_expect(package_holds(&p, "styles.xml", "text:name=\"okänd\""),
              "one that nobody knows is left alone");
    arena_free(&a);
}

Test(odt_template, it_is_a_document_also_when_it_was_a_template) {
    struct arena a = {0};
    struct pack p = made(&a);
    cr_expect(s8_eqz(pack_get(&p, S8("mimetype")), ODT_MIMETYPE));
    arena_free(&a);
}

/* ---- what is refused ---- */

#define REFUSED(bytes, part)                                                                       \
    do {                                                                                           \
        struct arena a_ = {0};                                                                     \
        struct str8 said_ = odt_refusal(&a_, bytes);                                               \
        cr_expect(s8_find(said_, S8(part)) >= 0, "%.*s", S8F(said_));                              \
        arena_free(&a_);                                                                           \
    } while (0)

Test(odt_template, no_package) {
    REFUSED(S8("hej"), "är inget ODF-dokument");
    REFUSED(S8("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 och mer"), "är inget ODF-dokument");
}

Test(odt_template, a_word_template) {
    struct arena a = {0};
    struct pack p = docx_template_parts(&a);
    REFUSED(package_bytes(&a, &p), "Word");
    arena_free(&a);
}

Test(odt_template, encrypted) {
    struct arena a = {0};
    struct pack p = odt_template_parts(&a);
    package_edit(&a, &p, "META-INF/manifest.xml", "manifest:full-path=\"content.xml\"",
                 "manifest:full-path=\"content.xml\" manifest:size=\"10\"");
    struct str8 m = pack_get(&p, S8("META-INF/manifest.xml"));
    ptrdiff_t at = s8_find(m, S8("manifest:full-path=\"content.xml\""));
    ptrdiff_t end = s8_find(s8_skip(m, (size_t)at), S8("/>"));
    struct str8 with =
        arena_printf(&a, "%.*s><manifest:encryption-data/></manifest:file-entry>%.*s",
                     (int)(at + end), m.p, S8F(s8_skip(m, (size_t)(at + end) + 2)));
    pack_put(&p, S8("META-INF/manifest.xml"), with, false);
    REFUSED(package_bytes(&a, &p), "krypterad");
    arena_free(&a);
}

Test(odt_template, with_macros) {
    struct arena a = {0};
    struct pack p = odt_template_parts(&a);
    pack_put(&p, S8("Basic/Standard/Module1.xml"), S8("<x/>"), false);
    REFUSED(package_bytes(&a, &p), "makro");
    arena_free(&a);
}

Test(odt_template, with_damaged_parts) {
    struct arena a = {0};
    struct pack p = odt_template_parts(&a);
    pack_put(&p, S8("styles.xml"), S8("<office:document-styles"), false);
    REFUSED(package_bytes(&a, &p), "styles.xml");
    pack_remove(&p, S8("styles.xml"));
    REFUSED(package_bytes(&a, &p), "saknar sitt innehåll");
    arena_free(&a);
}
