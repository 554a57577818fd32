/* Word documents from an organisation's own template: tests/fixtures/mall-docx is one as a Swedish
 * Word makes it, and is edited here. */
#include <criterion/criterion.h>

#include "tests/docx.h"

static const char body[] =
    "# Rubrik\n\n### Underrubrik\n\nText[^1].\n\n1. ett\n2. två\n\n- punkt\n\n"
    "| a |\n|---|\n| b |\n\n[^1]: [Fotnot](https://ny.exempel.se/).";
static struct doc_field fields[] = {{S8I("dnr"), S8I("ON <1>")},
                                    {S8I("datum"), S8I("2025-03-14")},
                                    {S8I("handläggare"), S8I("Handläggare A")},
                                    {S8I("nämnd"), S8I("Omsorgsnämnden")},
                                    {S8I("telefon"), S8I("")}};

static struct doc *document(struct arena *a) {
    struct doc *d = package_doc(a, body);
    d->title = S8("Svar");
    d->field = fields;
    d->n_fields = sizeof fields / sizeof *fields;
    return d;
}

static bool same_part(const struct pack *a, const struct pack *b, const char *name) {
    return s8_eq(pack_get(a, s8_from(name)), pack_get(b, s8_from(name)));
}

/* --- What is taken over ----------------------------------------------------------------------- */

Test(docx_template, the_body_is_ours_and_the_page_the_templates) {
    struct arena a = {0};
    struct pack t = docx_template_parts(&a), p = docx_made(&a, document(&a), &t);
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    package_same(d.root->first->first->first->name, "pPr");
    cr_expect(package_holds(&p, "word/document.xml", "<w:sectPr w:rsidR=\"00A10000\">"));
    cr_expect(!package_holds(&p, "word/document.xml", "landscape"));
    cr_expect(same_part(&t, &p, "word/footer1.xml"));
    cr_expect(same_part(&t, &p, "word/media/image1.png"));
    cr_expect(same_part(&t, &p, "docProps/app.xml"));
    cr_expect(package_holds(&p, "docProps/core.xml", "<dc:title>Svar</dc:title>"));
    cr_expect(package_holds(&p, "[Content_Types].xml", "wordprocessingml.document.main+xml"));
    cr_expect(!package_holds(&p, "[Content_Types].xml", "template"));
    arena_free(&a);
}

Test(docx_template, nothing_of_the_old_text_leaves_the_house) {
    static const char *const old[] = {"gamla",     "gammal",     "Gammal",           "rId20",
                                      "Granskare", "Mallmakare", "attachedTemplate", "C:/Mallar"};
    struct arena a = {0};
    struct pack t = docx_template_parts(&a), p = docx_made(&a, document(&a), &t);
    for (size_t i = 0; i < p.n; i++)
        for (size_t k = 0; k < sizeof old / sizeof *old; k++)
            cr_expect(s8_find(p.part[i].bytes, s8_from(old[k])) < 0, "%s in %.*s", old[k],
                      S8F(p.part[i].name));
    cr_expect_null(pack_get(&p, S8("word/comments.xml")).p);
    arena_free(&a);
}

Test(docx_template, styles_are_found_by_name) {
    struct arena a = {0};
    struct pack t = docx_template_parts(&a), p = docx_made(&a, document(&a), &t);
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    package_same(docx_value(docx_paragraph(&d, "Rubrik"), "pStyle"), "Rubrik1");
    package_same(docx_value(docx_paragraph(&d, "Underrubrik"), "pStyle"), "Heading3");
    cr_expect_null(docx_value(docx_paragraph(&d, "Text"), "pStyle").p);
    package_same(docx_value(docx_paragraph(&d, "Text"), "rStyle"), "Fotnotsreferens");
    package_same(docx_value(docx_paragraph(&d, "punkt"), "pStyle"), "ListBullet");
    const char *styles = "word/styles.xml";
    /* what is added looks like what is there; a name that is taken by another type is not used */
    cr_expect(
        package_holds(&p, styles, "<w:name w:val=\"heading 3\"/><w:basedOn w:val=\"Rubrik2\"/>"));
    cr_expect(
        package_holds(&p, styles, "<w:name w:val=\"Tabelltext 2\"/><w:basedOn w:val=\"Normal\"/>"));
    cr_expect(package_holds(&p, styles,
                            "<w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"Normaltabell\"/>"));
    cr_expect(!package_holds(&p, styles, "Avsändare"));
    cr_expect(s8_starts(pack_get(&p, S8("word/styles.xml")),
                        s8_sub(pack_get(&t, S8("word/styles.xml")), 0, 3000)));
    arena_free(&a);
}

Test(docx_template, a_body_text_of_its_own_is_used) {
    struct arena a = {0};
    struct pack t = docx_template_parts(&a);
    package_edit(&a, &t, "word/styles.xml", "</w:styles>",
                 "<w:style w:type=\"paragraph\" w:styleId=\"Brdtext\"><w:name w:val=\"Body Text\"/>"
                 "</w:style></w:styles>");
    struct pack p = docx_made(&a, document(&a), &t);
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    package_same(docx_value(docx_paragraph(&d, "Text"), "pStyle"), "Brdtext");
    arena_free(&a);
}

Test(docx_template, lists_are_added_above_those_there) {
    struct arena a = {0};
    struct pack t = docx_template_parts(&a), p = docx_made(&a, document(&a), &t);
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    struct xml_doc n = package_xml(&a, &p, "word/numbering.xml");
    const char *const order[] = {"abstractNum", "abstractNum", "abstractNum",      "num",
                                 "num",         "num",         "numIdMacAtCleanup"};
    package_same(docx_value(docx_paragraph(&d, "ett"), "numId"), "4");
    package_same(docx_value(docx_paragraph(&d, "punkt"), "numId"), "5");
    size_t i = 0;
    for (struct xml_elem *e = n.root->first; e; e = e->next, i++)
        cr_expect(i < 7 && xml_is(e, DOCX_W, order[i]), "%.*s", S8F(e->name));
    cr_expect_eq(i, 7);
    arena_free(&a);
}

/* Styles of lists with definitions of their own, as Word makes them: bullets of one level, numbers
 * of two, of which the second shows both. */
static void put_list_styles(struct arena *a, struct pack *t) {
    package_edit(
        a, t, "word/styles.xml", "</w:styles>",
        "<w:style w:type=\"paragraph\" w:styleId=\"Lista0\"><w:name w:val=\"Lista grund\"/>"
        "<w:pPr><w:numPr><w:numId w:val=\"11\"/></w:numPr></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Punktlista\">"
        "<w:name w:val=\"List Bullet\"/><w:basedOn w:val=\"Lista0\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Numreradlista\">"
        "<w:name w:val=\"List Number\"/><w:pPr><w:numPr><w:numId w:val=\"12\"/></w:numPr>"
        "</w:pPr></w:style></w:styles>");
    package_edit(a, t, "word/numbering.xml", "<w:abstractNum w:abstractNumId=\"5\">",
                 "<w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:numFmt "
                 "w:val=\"bullet\"/><w:lvlText w:val=\"■\"/><w:pPr><w:ind w:left=\"284\" "
                 "w:hanging=\"284\"/></w:pPr></w:lvl></w:abstractNum>"
                 "<w:abstractNum w:abstractNumId=\"9\"><w:lvl w:ilvl=\"0\"><w:numFmt "
                 "w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1)\"/><w:pPr><w:ind w:left=\"567\" "
                 "w:hanging=\"567\"/></w:pPr></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt "
                 "w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2\"/><w:pPr><w:ind w:left=\"900\" "
                 "w:hanging=\"300\"/></w:pPr></w:lvl></w:abstractNum>"
                 "<w:abstractNum w:abstractNumId=\"5\">");
    package_edit(a, t, "word/numbering.xml", "<w:num w:numId=\"3\">",
                 "<w:num w:numId=\"11\"><w:abstractNumId w:val=\"8\"/></w:num>"
                 "<w:num w:numId=\"12\"><w:abstractNumId w:val=\"9\"/></w:num>"
                 "<w:num w:numId=\"3\">");
}

/* The definition that a paragraph's list is an instance of. */
static struct str8 definition_of(const struct pack *p, const struct xml_elem *para) {
    struct xml_doc n = package_xml(p->a, p, "word/numbering.xml");
    struct str8 id = docx_value(para, "numId");
    for (const struct xml_elem *e = n.root->first; e; e = e->next)
        if (xml_is(e, DOCX_W, "num") && s8_eq(xml_value(e, DOCX_W, "numId"), id))
            return docx_value(e, "abstractNumId");
    return S8("(none)");
}

Test(docx_template, its_own_lists_are_used) {
    struct arena a = {0};
    struct pack t = docx_template_parts(&a);
    put_list_styles(&a, &t);
    struct pack p = docx_made(
        &a,
        package_doc(&a, "- ett\n\n  åter\n  - inre\n\n3. två\n4. tre\n   1. under\n\n"
                        "x\n\n- fyra\n\ny\n\n1. fem\n\n> - citat\n\n120. sex\n\nz\n\n1000. sju"),
        &t);
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    const struct xml_elem *one = docx_paragraph(&d, "ett"), *two = docx_paragraph(&d, "två");
    package_same(docx_value(one, "pStyle"), "Punktlista");
    package_same(definition_of(&p, one), "8");
    package_same(definition_of(&p, docx_paragraph(&d, "fyra")), "8");
    package_same(definition_of(&p, two), "9");
    cr_expect_null(xml_find(one, DOCX_W, "ind")); /* they stand where the definition has them, */
    cr_expect_null(xml_find(two, DOCX_W, "ind"));
    package_same(xml_value(xml_find(docx_paragraph(&d, "åter"), DOCX_W, "ind"), DOCX_W, "left"),
                 "284");
    /* every list begins at its own number, */
    cr_expect(package_holds(&p, "word/numbering.xml", "<w:startOverride w:val=\"3\"/>"));
    cr_expect(!s8_eq(docx_value(two, "numId"), docx_value(docx_paragraph(&d, "fem"), "numId")));
    cr_expect(s8_eq(docx_value(two, "numId"), docx_value(docx_paragraph(&d, "tre"), "numId")));
    /* and what the definition lacks, cannot count or has no room for is as ours */
    package_same(definition_of(&p, docx_paragraph(&d, "inre")), "10");
    package_same(definition_of(&p, docx_paragraph(&d, "under")), "11");
    package_same(definition_of(&p, docx_paragraph(&d, "citat")), "10");
    package_same(xml_value(xml_find(docx_paragraph(&d, "inre"), DOCX_W, "ind"), DOCX_W, "left"),
                 "681");
    package_same(definition_of(&p, docx_paragraph(&d, "sex")), "9");
    cr_expect_null(xml_find(docx_paragraph(&d, "sex"), DOCX_W, "ind"));
    const struct xml_elem *ind = xml_find(docx_paragraph(&d, "sju"), DOCX_W, "ind");
    package_same(xml_value(ind, DOCX_W, "left"), "650");
    package_same(xml_value(ind, DOCX_W, "hanging"), "650");
    arena_free(&a);
}

Test(docx_template, definitions_that_cannot_be_used_are_not) {
    static const char *const changes[][2] = {
        {"w:val=\"bullet\"", "w:val=\"none\""},
        {"w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"", "w:ilvl=\"9\"><w:numFmt w:val=\"bullet\""},
        {"<w:num w:numId=\"11\">", "<w:num w:numId=\"21\">"},
        {"<w:abstractNumId w:val=\"8\"/>", "<w:abstractNumId w:val=\"88\"/>"},
        {"<w:abstractNumId w:val=\"8\"/>", "<w:abstractNumId w:val=\"8\"/><w:lvlOverride "
                                           "w:ilvl=\"0\"><w:lvl w:ilvl=\"0\"/></w:lvlOverride>"},
        {"<w:pPr><w:ind w:left=\"284\" w:hanging=\"284\"/></w:pPr>", ""}};
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        struct arena a = {0};
        struct pack t = docx_template_parts(&a), p;
        put_list_styles(&a, &t);
        package_edit(&a, &t, "word/numbering.xml", changes[i][0], changes[i][1]);
        package_made(&a, emit_docx, package_doc(&a, "- ett"), &t, &p);
        struct xml_doc d = package_xml(&a, &p, "word/document.xml");
        package_same(definition_of(&p, docx_paragraph(&d, "ett")), "10");
        arena_free(&a);
    }
}

Test(docx_template, tables_are_as_wide_as_its_text) {
    struct arena a = {0};
    struct pack t = docx_template_parts(&a), p = docx_made(&a, document(&a), &t);
    cr_expect(package_holds(&p, "word/document.xml", "<w:tblW w:w=\"7936\" w:type=\"dxa\"/>"));
    struct buf deep = {0};
    for (size_t i = 0; i < 14; i++) {
        buf_repeat(&deep, ' ', 2 * i);
        buf_str(&deep, "- x\n");
    }
    buf_byte(&deep, '\n');
    for (int i = 0; i < 3; i++) {
        buf_repeat(&deep, ' ', 28);
        buf_str(&deep, i == 1 ? "|---|\n" : "| a |\n");
    }
    package_edit(&a, &t, "word/document.xml", "w:w=\"11906\"", "w:w=\"8300\"");
    p = docx_made(&a, package_doc(&a, deep.p), &t);
    cr_expect(package_holds(&p, "word/document.xml", "<w:tblW w:w=\"1400\" w:type=\"dxa\"/>"));
    buf_free(&deep);
    arena_free(&a);
}

Test(docx_template, its_own_logo_stays_alone) {
    struct arena a = {0};
    struct pack t = docx_template_parts(&a);
    struct doc *d = document(&a);
    d->logo = S8("ingen bild");
    d->logo_alt = S8("x");
    struct pack p = docx_made(&a, d, &t);
    cr_expect_null(pack_get(&p, S8("word/media/logo.png")).p);
    arena_free(&a);
}

Test(docx_template, parts_that_are_missing_are_made) {
    static const char *const gone[] = {"numbering.xml", "settings.xml", "footnotes.xml"};
    struct arena a = {0};
    struct pack t = docx_template_parts(&a);
    for (size_t i = 0; i < 3; i++) {
        pack_remove(&t, arena_printf(&a, "word/%s", gone[i]));
        package_drop_line(&a, &t, "word/_rels/document.xml.rels", gone[i]);
        package_drop_line(&a, &t, "[Content_Types].xml", gone[i]);
    }
    pack_remove(&t, S8("word/_rels/settings.xml.rels"));
    struct pack p = docx_made(&a, document(&a), &t);
    cr_expect(package_holds(&p, "word/numbering.xml", "<w:abstractNum w:abstractNumId=\"0\">"));
    cr_expect(package_holds(&p, "word/footnotes.xml", "Fotnot"));
    cr_expect_null(pack_get(&p, S8("word/settings.xml")).p);
    arena_free(&a);
}

/* Nor does it matter that a relationship leads to nothing. */
Test(docx_template, a_part_that_is_lost_is_made_anew) {
    struct arena a = {0};
    struct pack t = docx_template_parts(&a);
    pack_remove(&t, S8("word/numbering.xml"));
    pack_remove(&t, S8("word/footnotes.xml"));
    struct pack p = docx_made(&a, document(&a), &t);
    cr_expect(package_holds(&p, "word/numbering.xml", "<w:abstractNum w:abstractNumId=\"0\">"));
    arena_free(&a);
}

/* A name that is taken by something else is not taken over. */
Test(docx_template, a_new_part_gets_a_name_of_its_own) {
    struct arena a = {0};
    struct pack t = docx_template_parts(&a);
    package_edit(&a, &t, "word/_rels/document.xml.rels", "/relationships/numbering", "/x/annat");
    struct pack p = docx_made(&a, document(&a), &t);
    cr_expect(same_part(&t, &p, "word/numbering.xml"));
    cr_expect(package_holds(&p, "word/_rels/document.xml.rels", "\"numbering2.xml\""));
    arena_free(&a);
}

/* Another prefix for the same namespace, a byte order mark, Word's line ends. */
Test(docx_template, a_prefix_is_only_a_prefix) {
    static const char *const parts[] = {"word/styles.xml", "word/document.xml",
                                        "word/numbering.xml", "word/header2.xml"};
    struct arena a = {0};
    struct pack t = docx_template_parts(&a);
    for (size_t i = 0; i < 4; i++) {
        package_edit(&a, &t, parts[i], "w:", "ns0:");
        package_edit(&a, &t, parts[i], "xmlns:w=", "xmlns:ns0=");
        package_edit(&a, &t, parts[i], "<?xml", "\xEF\xBB\xBF<?xml");
    }
    struct pack p = docx_made(&a, document(&a), &t);
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    package_same(docx_value(docx_paragraph(&d, "Rubrik"), "pStyle"), "Rubrik1");
    struct xml_doc h = package_xml(&a, &p, "word/header2.xml");
    cr_expect(s8_find(h.text, S8("Omsorgsnämnden")) >= 0);
    package_edit(&a, &t, "word/styles.xml", "<ns0:styles", "<ns0:styles xmlns:w=\"urn:annat\"");
    struct str8 why = docx_refusal(&a, package_bytes(&a, &t));
    cr_expect(s8_find(why, S8("word/styles.xml")) >= 0, "%.*s", S8F(why));
    arena_free(&a);
}

/* What we made may be the template of the next. */
Test(docx_template, our_own_document_is_a_template) {
    struct arena a = {0};
    struct doc *d = document(&a);
    struct pack first = docx_made(&a, d, NULL);
    struct pack second = docx_made(&a, d, &first);
    struct pack third = docx_made(&a, d, &second);
    struct xml_doc doc = package_xml(&a, &third, "word/document.xml");
    package_same(docx_value(docx_paragraph(&doc, "Rubrik"), "pStyle"), "Heading1");
    cr_expect(same_part(&first, &third, "word/styles.xml"));
    arena_free(&a);
}

/* --- Content controls ------------------------------------------------------------------------- */

Test(docx_template, controls_are_filled_by_tag_or_title) {
    struct arena a = {0};
    struct pack t = docx_template_parts(&a), p = docx_made(&a, document(&a), &t);
    struct xml_doc first = package_xml(&a, &p, "word/header2.xml");
    struct xml_doc later = package_xml(&a, &p, "word/header1.xml");
    package_same(first.text,
                 "\n\nOmsorgsnämnden\nDatum 2025-03-14\nDnr ON <1>\nHandläggare Handläggare A\n"
                 "Telefon 00-00 00 00\n");
    cr_expect(s8_find(later.text, S8("ON <1>")) >= 0);
    const char *name = "word/header2.xml";
    /* a placeholder's look goes, that of the control counts; a text's own look stays */
    cr_expect(package_holds(&p, name,
                            "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">2025-03-14<"));
    cr_expect(package_holds(
        &p, "word/header1.xml",
        "<w:r><w:rPr><w:color w:val=\"808080\"/></w:rPr><w:t xml:space=\"preserve\">ON"));
    cr_expect(!package_holds(&p, name, "dataBinding")); /* or Word would put the old value back */
    cr_expect(package_holds(&p, name, "<w:tag w:val=\"telefon\"/><w:showingPlcHdr/>"));
    arena_free(&a);
}

static const char control[] =
    "<w:p><w:r><w:t>före</w:t></w:r><w:sdt><w:sdtPr><w:tag w:val=\"datum\"/></w:sdtPr>"
    "<w:sdtContent/></w:sdt></w:p><w:sdt><w:sdtPr><w:alias w:val=\"Innehåll\"/><w:text/></w:sdtPr>"
    "<w:sdtContent><w:p><w:r><w:t>Klicka</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    "<w:p><w:r><w:t>efter</w:t></w:r></w:p>";

Test(docx_template, a_control_may_hold_the_text) {
    struct arena a = {0};
    struct pack t = docx_template_parts(&a);
    package_edit(&a, &t, "word/document.xml", "<w:p/>", control);
    struct pack p = docx_made(&a, document(&a), &t);
    package_in_order(&a, &p, "word/document.xml",
                     (const char *const[]){"Mallens gamla rubrik", "före", "2025-03-14", "Rubrik",
                                           "Text", "efter"},
                     6);
    cr_expect(!package_holds(&p, "word/document.xml", "Klicka"));
    /* its notes stay, and ours come after them */
    package_in_order(&a, &p, "word/footnotes.xml",
                     (const char *const[]){"Mallens gamla fotnot", "Fotnot"}, 2);
    cr_expect(package_holds(&p, "word/document.xml", "<w:footnoteReference w:id=\"2\"/>"));
    cr_expect(package_holds(&p, "word/_rels/document.xml.rels", "gammal.exempel.se"));
    arena_free(&a);
}

Test(docx_template, the_texts_control_may_stand_in_a_line_or_a_cell) {
    struct arena a = {0};
    struct pack t = docx_template_parts(&a);
    package_edit(&a, &t, "word/document.xml", "<w:p/>",
                 "<w:p><w:r><w:t>rad</w:t></w:r><w:sdt><w:sdtPr><w:tag w:val=\"text\"/></w:sdtPr>"
                 "<w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>");
    struct pack p = docx_made(&a, document(&a), &t);
    cr_expect(!package_holds(&p, "word/document.xml", "rad"));
    t = docx_template_parts(&a);
    package_edit(
        &a, &t, "word/document.xml", "<w:p/>",
        "<w:tbl><w:tr><w:sdt><w:sdtPr><w:tag w:val=\"text\"/></w:sdtPr><w:sdtContent><w:tc>"
        "<w:tcPr/><w:p/></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl><w:p/>");
    p = docx_made(&a, document(&a), &t);
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    struct xml_elem *cell = xml_find(d.root, DOCX_W, "tc");
    cr_expect(s8_find(xml_text_in(&d, cell), S8("Underrubrik")) >= 0);
    cr_expect(xml_is(cell->first, DOCX_W, "tcPr"));
    arena_free(&a);
}

/* --- Refusals --------------------------------------------------------------------------------- */

static void refused(struct str8 bytes, const char *why) {
    struct arena a = {0};
    struct str8 text = docx_refusal(&a, bytes);
    cr_expect(s8_find(text, s8_from(why)) >= 0, "%.*s: not %s", S8F(text), why);
    arena_free(&a);
}

/* The template after an edit. */
static void refused_edit(const char *part, const char *from, const char *to, const char *why) {
    struct arena a = {0};
    struct pack t = docx_template_parts(&a);
    package_edit(&a, &t, part, from, to);
    refused(package_bytes(&a, &t), why);
    arena_free(&a);
}

Test(docx_template, what_is_no_word_document_is_refused) {
    struct arena a = {0};
    struct pack t = {.a = &a};
    refused(S8("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "lösenord");
    refused(S8("{\\rtf1 }"), "inget Word-dokument");
    refused(S8("PK\x03\x04 avbruten"), "skadad");
    pack_put(&t, S8("mimetype"), S8("application/vnd.oasis.opendocument.text"), true);
    pack_put(&t, S8("content.xml"), S8("<a/>"), false);
    refused(package_bytes(&a, &t), "LibreOffice");
    t = (struct pack){.a = &a};
    pack_put(&t, S8("a.txt"), S8("a"), false);
    refused(package_bytes(&a, &t), "inget Word-dokument");
    t = docx_template_parts(&a);
    struct str8 whole = package_bytes(&a, &t);
    refused(s8_sub(whole, 0, whole.n / 2), "skadad");
    arena_free(&a);
}

Test(docx_template, macros_are_refused) {
    struct arena a = {0};
    struct pack t = docx_template_parts(&a);
    refused_edit("[Content_Types].xml",
                 "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
                 "application/vnd.ms-word.template.macroEnabledTemplate.main+xml", "makron");
    pack_put(&t, S8("word/vbaProject.bin"), S8("x"), false);
    refused(package_bytes(&a, &t), "makron");
    arena_free(&a);
}

Test(docx_template, what_is_fetched_from_elsewhere_is_refused) {
    refused_edit("word/_rels/header2.xml.rels", "Target=\"media/image1.png\"",
                 "Target=\"https://exempel.se/sparare.png\" TargetMode=\"External\"",
                 "annan plats: https://exempel.se/sparare.png");
}

Test(docx_template, a_damaged_part_is_named) {
    refused_edit("word/styles.xml", "</w:styles>", "", "word/styles.xml");
    refused_edit("word/header1.xml", "</w:hdr>", "", "word/header1.xml");
    refused_edit("word/document.xml", "<w:p/>", "<w:p>", "word/document.xml");
    refused_edit("[Content_Types].xml", "</Types>", "", "[Content_Types].xml");
    refused_edit("word/_rels/document.xml.rels", "</Relationships>", "", "document.xml.rels");
    refused_edit("word/document.xml", "<w:document", "<!DOCTYPE x []><w:document", "DOCTYPE");
    refused_edit("word/document.xml", "w:body>", "w:annat>", "saknar text");
    refused_edit("_rels/.rels", "word/document.xml", "word/borta.xml", "saknar sitt dokument");
    refused_edit("word/numbering.xml", "w:numId=\"3\"", "w:numId=\"2147483647\"", "höga nummer");
}

Test(docx_template, strict_open_xml_is_refused) {
    refused_edit("word/document.xml", DOCX_W, "http://purl.oclc.org/ooxml/wordprocessingml/main",
                 "Strict");
    refused_edit("_rels/.rels", DOCX_R "/officeDocument",
                 "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
                 "Strict");
}

/* --- Chance ----------------------------------------------------------------------------------- */

/* A byte changed anywhere gives a document or a refusal, never a crash. */
Test(docx_template, a_changed_byte_does_no_harm) {
    unsigned random = 1;
    for (int i = 0; i < 400; i++) {
        struct arena a = {0};
        struct pack t = docx_template_parts(&a);
        struct emit_template e = {.name = S8("mall.docx")};
        struct buf out = {0};
        struct error err = {0};
        random = random * 1103515245 + 12345;
        struct pack_part *part = &t.part[(random >> 8) % t.n];
        random = random * 1103515245 + 12345;
        size_t at = (random >> 4) % part->bytes.n;
        random = random * 1103515245 + 12345;
        ((char *)part->bytes.p)[at] = "<>\"/ a0:\0&w-"[(random >> 16) % 12];
        e.bytes = package_bytes(&a, &t);
        enum status st = emit_docx(document(&a), &e, &out, &err);
        cr_expect(st == ST_OK || st == ST_INVALID, "%d: %s", i, err.text);
        cr_expect(st == ST_OK || out.n == 0);
        buf_free(&out);
        arena_free(&a);
    }
}
