/* Templates that are broken, hostile or not what they seem: each is refused with a reason in which
 * its file is named, or taken without harm. What is said here holds for Word and ODF alike; what
 * only one of them has stands at the end. */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/docx.h"
#include "tests/odt.h"

enum { KINDS = 2 };

static const struct kind {
    package_emit *emit;
    struct pack (*parts)(struct arena *);
    struct pack (*made)(struct arena *, const struct doc *, const struct pack *);
    const char *picture, *styles, *body;
} kinds[KINDS] = {
    {emit_docx, docx_template_parts, docx_made, "word/media/image1.png", "word/styles.xml",
     "word/document.xml"},
    {emit_odt, odt_template_parts, odt_made, "Pictures/vapen.png", "styles.xml", "content.xml"}};

static void says(struct str8 said, const char *why) {
    cr_expect(s8_find(said, s8_from(why)) >= 0, "%.*s: not %s", S8F(said), why);
}

/* The template packed, and bytes of it changed: names and numbers in the ZIP itself. */
static struct str8 packed_with(struct arena *a, const struct pack *p, const char *from,
                               const char *to) {
    struct str8 bytes = package_bytes(a, p);
    size_t n = strlen(from), changed = 0;
    cr_assert_eq(n, strlen(to));
    for (size_t i = 0; i + n <= bytes.n; i++)
        if (memcmp(bytes.p + i, from, n) == 0) {
            memcpy((char *)bytes.p + i, to, n);
            changed++;
        }
    cr_assert(changed, "no %s", from);
    return bytes;
}

/* --- The package ------------------------------------------------------------------------------ */

Test(mall, one_with_nothing_in_it_is_refused) {
    for (size_t k = 0; k < KINDS; k++) {
        struct arena a = {0};
        says(package_refusal(&a, kinds[k].emit, S8("")), "är inget ");
        says(package_refusal(&a, kinds[k].emit, S8("PK")), "är skadad");
        arena_free(&a);
    }
}

Test(mall, one_that_was_cut_off_is_refused) {
    for (size_t k = 0; k < KINDS; k++)
        for (int i = 1; i < 60; i++) {
            struct arena a = {0};
            struct pack p = kinds[k].parts(&a);
            struct str8 whole = package_bytes(&a, &p);
            struct str8 part = s8_sub(whole, 0, whole.n * (size_t)i / 60);
            says(package_refusal(&a, kinds[k].emit, part), "är skadad");
            arena_free(&a);
        }
}

Test(mall, one_with_a_changed_part_is_refused) {
    for (size_t k = 0; k < KINDS; k++) {
        struct arena a = {0};
        struct pack p = kinds[k].parts(&a);
        pack_put(&p, S8("x.xml"), S8("<abcdefgh/>"), true);
        says(package_refusal(&a, kinds[k].emit, packed_with(&a, &p, "abcdefgh", "abcdefgi")),
             "är skadad"); /* its checksum tells */
        arena_free(&a);
    }
}

Test(mall, what_would_fill_the_memory_is_refused) {
    for (size_t k = 0; k < KINDS; k++) {
        struct arena a = {0};
        struct pack p = kinds[k].parts(&a);
        size_t n = PACK_PART_MAX;
        char *zeros = ARENA_NEW(&a, char, n + 1);
        pack_put(&p, S8("bomb"), (struct str8){zeros, n + 1}, false);
        struct str8 bytes = package_bytes(&a, &p);
        cr_expect(bytes.n < 200000);
        says(package_refusal(&a, kinds[k].emit, bytes), "är för stor");
        pack_put(&p, S8("bomb"), (struct str8){zeros, n}, false);
        pack_put(&p, S8("bomb2"), (struct str8){zeros, n}, false);
        says(package_refusal(&a, kinds[k].emit, package_bytes(&a, &p)), "är för stor");
        arena_free(&a);
    }
}

Test(mall, a_part_that_lies_about_its_size_is_refused) {
    for (size_t k = 0; k < KINDS; k++) {
        struct arena a = {0};
        struct pack p = kinds[k].parts(&a);
        char *zeros = ARENA_NEW(&a, char, 0x01020304);
        pack_put(&p, S8("bomb"), (struct str8){zeros, 0x01020304}, false);
        says(package_refusal(&a, kinds[k].emit,
                             packed_with(&a, &p, "\x04\x03\x02\x01", "\x04\x03\x01\x01")),
             "är skadad");
        arena_free(&a);
    }
}

Test(mall, one_of_very_many_parts_is_refused) {
    for (size_t k = 0; k < KINDS; k++) {
        struct arena a = {0};
        struct pack p = kinds[k].parts(&a);
        for (int i = 0; i <= PACK_PARTS_MAX; i++)
            pack_put(&p, arena_printf(&a, "delar/%d.xml", i), S8("<x/>"), false);
        says(package_refusal(&a, kinds[k].emit, package_bytes(&a, &p)), "orimligt många delar");
        arena_free(&a);
    }
}

Test(mall, names_that_lead_out_are_refused) {
    static const char *const names[] = {
        "../x.xml", "word/../../x.xml", "/etc/x.xml", "word\\..\\x.xml", "..", "word/.."};
    for (size_t k = 0; k < KINDS; k++)
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            struct arena a = {0};
            struct pack p = kinds[k].parts(&a);
            pack_put(&p, s8_from(names[i]), S8("<x/>"), false);
            says(package_refusal(&a, kinds[k].emit, package_bytes(&a, &p)), "leder ut ur den");
            arena_free(&a);
        }
}

Test(mall, a_name_twice_is_refused) {
    for (size_t k = 0; k < KINDS; k++) {
        struct arena a = {0};
        struct pack p = kinds[k].parts(&a);
        pack_put(&p, S8("delar/1.xml"), S8("<x/>"), false);
        pack_put(&p, S8("delar/2.xml"), S8("<x/>"), false);
        says(package_refusal(&a, kinds[k].emit, packed_with(&a, &p, "delar/2.xml", "delar/1.xml")),
             "är skadad");
        arena_free(&a);
    }
}

/* --- Parts ------------------------------------------------------------------------------------ */

Test(mall, a_picture_that_is_not_there_is_named) {
    for (size_t k = 0; k < KINDS; k++) {
        struct arena a = {0};
        struct pack p = kinds[k].parts(&a);
        pack_remove(&p, s8_from(kinds[k].picture));
        struct str8 said = package_refusal(&a, kinds[k].emit, package_bytes(&a, &p));
        says(said, strrchr(kinds[k].picture, '/') + 1);
        says(said, "saknas");
        arena_free(&a);
    }
}

Test(mall, a_part_that_is_no_text_or_no_xml_is_named) {
    static const char *const bytes[] = {"",
                                        "inte XML",
                                        "<a>\xFF\xFE</a>",
                                        "<?xml version=\"1.0\" encoding=\"ebcdic-x\"?><a/>",
                                        "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
                                        "<a><b></a></b>"};
    for (size_t k = 0; k < KINDS; k++)
        for (size_t i = 0; i < sizeof bytes / sizeof *bytes; i++) {
            struct arena a = {0};
            struct pack p = kinds[k].parts(&a);
            pack_put(&p, s8_from(kinds[k].styles), s8_from(bytes[i]), false);
            says(package_refusal(&a, kinds[k].emit, package_bytes(&a, &p)), "styles.xml");
            p = kinds[k].parts(&a);
            pack_put(&p, s8_from(kinds[k].body), s8_from(bytes[i]), false);
            says(package_refusal(&a, kinds[k].emit, package_bytes(&a, &p)), kinds[k].body);
            arena_free(&a);
        }
}

Test(mall, what_the_program_does_not_know_does_no_harm) {
    for (size_t k = 0; k < KINDS; k++) {
        struct arena a = {0};
        struct pack p = kinds[k].parts(&a);
        pack_put(&p, S8("okänd/mapp/del.bin"), S8("\x01\x02"), true);
        pack_put(&p, S8("tom.xml"), S8(""), false);
        struct pack out = kinds[k].made(&a, package_doc(&a, "text"), &p);
        cr_expect_null(pack_get(&out, S8("okänd/mapp/del.bin")).p);
        arena_free(&a);
    }
}

/* --- Word ------------------------------------------------------------------------------------- */

static void refused_without(const char *part, const char *why) {
    struct arena a = {0};
    struct pack p = docx_template_parts(&a);
    pack_remove(&p, s8_from(part));
    says(docx_refusal(&a, package_bytes(&a, &p)), why);
    arena_free(&a);
}

Test(mall, word_without_its_main_parts) {
    refused_without("[Content_Types].xml", "är inget Word-dokument");
    refused_without("_rels/.rels", "saknar sitt dokument");
    refused_without("word/document.xml", "saknar sitt dokument");
    refused_without("word/header2.xml", "header2.xml saknas");
    refused_without("word/footer1.xml", "footer1.xml saknas");
    refused_without("word/_rels/document.xml.rels", "word/document.xml: delen visar något");
    refused_without("word/_rels/header2.xml.rels", "word/header2.xml: delen visar något");
}

Test(mall, word_without_styles_gets_ours) {
    struct arena a = {0};
    struct pack p = docx_template_parts(&a);
    pack_remove(&p, S8("word/styles.xml"));
    struct pack out; /* unchecked: its heads are in styles that are lost */
    package_made(&a, emit_docx, package_doc(&a, "# Rubrik\n\ntext"), &p, &out);
    struct xml_doc d = package_xml(&a, &out, "word/document.xml");
    package_same(docx_value(docx_paragraph(&d, "Rubrik"), "pStyle"), "Heading1");
    cr_expect(package_holds(&out, "word/styles.xml", "\"heading 1\""));
    arena_free(&a);
}

/* Word does not need them; a relationship that leads to nothing would make it call the file
 * damaged. */
Test(mall, word_forgets_what_it_has_lost) {
    struct arena a = {0};
    struct pack p = docx_template_parts(&a);
    package_edit(&a, &p, "word/_rels/document.xml.rels", "</Relationships>",
                 "<Relationship Id=\"t\" Type=\"" DOCX_R "/theme\" Target=\"theme/theme1.xml\"/>"
                 "</Relationships>");
    package_edit(&a, &p, "[Content_Types].xml", "</Types>",
                 "<Override PartName=\"/word/theme/theme1.xml\" ContentType=\"application/"
                 "vnd.openxmlformats-officedocument.theme+xml\"/></Types>");
    struct pack out = docx_made(&a, package_doc(&a, "text"), &p);
    cr_expect(!package_holds(&out, "word/_rels/document.xml.rels", "theme1.xml"));
    cr_expect(!package_holds(&out, "[Content_Types].xml", "theme1.xml"));
    arena_free(&a);
}

/* What is outside the file is not fetched by who opens the paper; links that somebody has to click
 * are no such thing, nor is the template of the template. */
Test(mall, word_with_something_outside) {
    static const char *const types[] = {"image",   "oleObject", "subDocument", "frame",
                                        "aFChunk", "video",     "styles"};
    const char *rels = "word/_rels/header2.xml.rels";
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        struct arena a = {0};
        struct pack p = docx_template_parts(&a);
        struct str8 line = arena_printf(&a,
                                        "<Relationship Id=\"u\" Type=\"" DOCX_R "/%s\" "
                                        "Target=\"\\\\server\\fil\" TargetMode=\"External\"/>"
                                        "</Relationships>",
                                        types[i]);
        package_edit(&a, &p, rels, "</Relationships>", line.p);
        says(docx_refusal(&a, package_bytes(&a, &p)),
             "hämtar något från en annan plats: \\\\server");
        arena_free(&a);
    }
    struct arena a = {0};
    struct pack p = docx_template_parts(&a);
    package_edit(&a, &p, rels, "</Relationships>",
                 "<Relationship Id=\"u\" Type=\"" DOCX_R "/hyperlink\" "
                 "Target=\"https://exempel.se/\" TargetMode=\"External\"/></Relationships>");
    struct pack out = docx_made(&a, package_doc(&a, "text"), &p);
    cr_expect(package_holds(&out, rels, "https://exempel.se/"));
    cr_expect(!package_holds(&out, "word/settings.xml", "attachedTemplate"));
    arena_free(&a);
}

Test(mall, word_with_macros_or_a_lock) {
    static const char *const ole[] = {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
                                      "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
                                      "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"};
    struct arena a = {0};
    struct pack p = docx_template_parts(&a);
    for (size_t i = 0; i < 2; i++)
        says(docx_refusal(&a, s8_from(ole[i])), "låst med lösenord");
    package_edit(&a, &p, "[Content_Types].xml",
                 "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
                 "application/vnd.ms-word.document.macroEnabled.main+xml");
    says(docx_refusal(&a, package_bytes(&a, &p)), "makron (.docm");
    arena_free(&a);
}

/* --- ODF -------------------------------------------------------------------------------------- */

static void odf_refused(struct pack *p, const char *why) {
    says(odt_refusal(p->a, package_bytes(p->a, p)), why);
}

Test(mall, odf_without_its_main_parts) {
    static const struct {
        const char *part, *why;
    } gone[] = {{"mimetype", "är inget ODF-dokument"},
                {"META-INF/manifest.xml", "förteckningen"},
                {"content.xml", "saknar sitt innehåll"},
                {"styles.xml", "saknar sitt innehåll"}};
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++) {
        struct arena a = {0};
        struct pack p = odt_template_parts(&a);
        pack_remove(&p, s8_from(gone[i].part));
        odf_refused(&p, gone[i].why);
        arena_free(&a);
    }
    struct arena a = {0};
    struct pack p = odt_template_parts(&a);
    pack_remove(&p, S8("meta.xml"));
    pack_remove(&p, S8("settings.xml"));
    odt_made(&a, package_doc(&a, "text"), &p);
    arena_free(&a);
}

Test(mall, odf_with_something_outside) {
    static const char *const hrefs[] = {"https://exempel.se/vapen.png", "file:///etc/passwd",
                                        "../vapen.png", "/etc/passwd"};
    for (size_t i = 0; i < sizeof hrefs / sizeof *hrefs; i++) {
        struct arena a = {0};
        struct pack p = odt_template_parts(&a);
        package_edit(&a, &p, "styles.xml", "Pictures/vapen.png", hrefs[i]);
        odf_refused(&p, "hämtar något från en annan plats");
        odf_refused(&p, hrefs[i]);
        arena_free(&a);
    }
}

/* LibreOffice since 7.6 encrypts the package as one part. */
Test(mall, odf_that_is_encrypted_as_a_whole) {
    struct arena a = {0};
    struct pack p = odt_template_parts(&a);
    pack_put(&p, S8("encrypted-package"), S8("x"), true);
    odf_refused(&p, "är krypterad");
    arena_free(&a);
}
