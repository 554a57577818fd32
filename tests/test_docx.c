/* Word documents with the built-in look. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "tests/docx.h"

static struct doc *rich(struct arena *a) {
    return package_golden(a, "dokument.md");
}

Test(docx, all_of_a_document_is_there_in_order) {
    struct arena a = {0};
    struct pack p = docx_made(&a, rich(&a), NULL);
    PACKAGE_IN_ORDER(&a, &p, "word/document.xml", "Datum", "2025-03-14", "Handläggare",
                     "Svar på remiss", "Förslag till beslut", "antar yttrandet som sitt eget",
                     "positivt", "inriktning", "https://www.regeringen.se", "betänkandet",
                     "avtalen behöver bli tydligare", "varje år på regional nivå", "Ansvaret för",
                     "Nionde", "Tionde", "Det andra stycket", "4.1.1 Medicinsk", "tillstyrker",
                     "Skäl", "dygnet runt", "4.2 Avtalen", "avstyrker", "1 450 kronor",
                     "Uppgiften avser", "Kostnad, tkr", "Medicinsk bedömning", "1 200", "kommunen",
                     "och regionen", "9 435", "Beräkning:  inskrivna", "Beslutet skickas till",
                     "Kommunstyrelsen", "Förvaltningschefen", "Namn A", "ordförande");
    PACKAGE_IN_ORDER(&a, &p, "word/footnotes.xml", "reglemente", "Finansieringsprincipen",
                     "Principen är inte lag", "Avsnitt 4.1", "Motiveringens egen",
                     "En annan fotnot", "Beloppet", "lön 900", "övrigt 300");
    arena_free(&a);
}

/* What docx_made checks holds for what is odd too. */
Test(docx, odd_documents_are_documents) {
    struct arena a = {0};
    struct doc *d = package_golden(&a, "udda.md");
    struct pack template = docx_template_parts(&a), plain = docx_made(&a, d, NULL);
    cr_expect(pack_get(&plain, S8("word/document.xml")).n > 10000);
    docx_made(&a, d, &template);
    arena_free(&a);
}

Test(docx, the_same_document_gives_the_same_bytes) {
    struct arena a = {0};
    struct buf first = {0}, second = {0};
    struct error err = {0};
    struct doc *d = rich(&a);
    cr_assert_eq(emit_docx(d, NULL, &first, &err), ST_OK);
    cr_assert_eq(emit_docx(d, NULL, &second, &err), ST_OK);
    cr_expect(s8_eq(buf_str8_of(&first), buf_str8_of(&second)));
    buf_free(&first);
    buf_free(&second);
    arena_free(&a);
}

Test(docx, an_empty_document_is_a_document) {
    struct arena a = {0};
    struct pack p = docx_of(&a, "");
    cr_expect_null(pack_get(&p, S8("word/numbering.xml")).p);
    cr_expect_null(pack_get(&p, S8("word/footnotes.xml")).p);
    cr_expect(package_holds(&p, "docProps/core.xml", DOC_CREATED));
    arena_free(&a);
}

Test(docx, it_says_what_it_is) {
    struct arena a = {0};
    struct doc *d = rich(&a);
    struct pack p = docx_made(&a, d, NULL);
    cr_expect(
        package_holds(&p, "docProps/core.xml", "<dc:title>Svar på remiss av betänkandet Stärkt"));
    cr_expect(package_holds(&p, "docProps/core.xml", "<dc:creator>Handläggare A<"));
    cr_expect(package_holds(&p, "docProps/core.xml", "<dc:language>sv-SE<"));
    cr_expect(package_holds(&p, "docProps/core.xml", ">2025-03-14T09:00:00Z</dcterms:created>"));
    cr_expect(package_holds(&p, "docProps/app.xml", "<Company>Omsorgsnämnden, Storstads kommun<"));
    cr_expect(package_holds(&p, "word/styles.xml", "<w:lang w:val=\"sv-SE\""));
    cr_expect(package_holds(&p, "word/settings.xml", "<w:themeFontLang w:val=\"sv-SE\"/>"));
    cr_expect(package_holds(&p, "word/settings.xml", "<w:autoHyphenation/>"));
    d->language = S8("nb-NO");
    p = docx_made(&a, d, NULL);
    cr_expect(package_holds(&p, "word/styles.xml", "<w:lang w:val=\"nb-NO\""));
    d->language = S8("\"/>");
    p = docx_made(&a, d, NULL);
    cr_expect(package_holds(&p, "word/styles.xml", "<w:lang w:val=\"sv-SE\""));
    arena_free(&a);
}

Test(docx, styles_have_the_names_that_word_gives_them) {
    struct arena a = {0};
    struct pack p = docx_of(&a, "# a\n\n###### b\n\nc\n\n> d\n\n```\ne\n```\n\n***");
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    cr_expect(package_holds(&p, "word/styles.xml",
                            "w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/>"));
    package_same(docx_value(docx_paragraph(&d, "a"), "pStyle"), "Heading1");
    package_same(docx_value(docx_paragraph(&d, "b"), "pStyle"), "Heading6");
    cr_expect_null(docx_value(docx_paragraph(&d, "c"), "pStyle").p);
    package_same(docx_value(docx_paragraph(&d, "d"), "pStyle"), "Quote");
    package_same(docx_value(docx_paragraph(&d, "e"), "pStyle"), "HTMLPreformatted");
    cr_expect(package_holds(&p, "word/document.xml", "<w:pStyle w:val=\"Avdelare\"/>"));
    arena_free(&a);
}

/* --- Inlines ---------------------------------------------------------------------------------- */

Test(docx, text_looks_as_it_was_written) {
    struct arena a = {0};
    struct pack p = docx_of(&a, "**b *bi* b** *i* `k  k` a\\\nc mju\u00ADkt h\u2011b <&\" ]]>");
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    package_same(d.text, "b bi b i k  k ac mjukt hb <&\" ]]>");
    cr_expect(package_holds(&p, "word/document.xml",
                            "<w:rPr><w:b/><w:i/></w:rPr><w:t xml:space=\"preserve\">bi</w:t>"));
    cr_expect(package_holds(&p, "word/document.xml", "<w:rStyle w:val=\"HTMLCode\"/>"));
    cr_expect_eq(package_count(d.root, DOCX_W, "br"), 1);
    cr_expect_eq(package_count(d.root, DOCX_W, "softHyphen"), 1);
    cr_expect_eq(package_count(d.root, DOCX_W, "noBreakHyphen"), 1);
    arena_free(&a);
}

Test(docx, links_are_links_when_they_may_be) {
    struct arena a = {0};
    struct pack p = docx_of(&a, "[a](https://exempel.se/å?b=1%20 \"Titel\") [b](javascript:x) "
                                "<mailto:namn@exempel.se> [d](https://exempel.se/å?b=1%20) "
                                "[e](https://[) file:///x[^1]\n\n[^1]: [f](https://f.se)");
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    cr_expect_eq(package_count(d.root, DOCX_W, "hyperlink"), 3);
    PACKAGE_IN_ORDER(&a, &p, "word/document.xml", "a", "b (javascript:x)", "e (https://[)");
    const char *rels = "word/_rels/document.xml.rels";
    cr_expect(
        package_holds(&p, rels, "Target=\"https://exempel.se/å?b=1%20\" TargetMode=\"External\""));
    cr_expect(package_holds(&p, rels, "Target=\"mailto:namn@exempel.se\""));
    cr_expect(!package_holds(&p, rels, "javascript"));
    cr_expect(package_holds(&p, "word/document.xml", "w:tooltip=\"Titel\""));
    const struct xml_elem *first = xml_find(d.root, DOCX_W, "hyperlink"), *last = first;
    for (const struct xml_elem *e = first; e; e = e->next)
        last = xml_is(e, DOCX_W, "hyperlink") ? e : last;
    cr_expect(s8_eq(xml_value(first, DOCX_R, "id"), xml_value(last, DOCX_R, "id")));
    cr_expect(package_holds(&p, "word/_rels/footnotes.xml.rels", "https://f.se"));
    arena_free(&a);
}

/* --- Lists ------------------------------------------------------------------------------------ */

Test(docx, every_ordered_list_begins_at_its_own_number) {
    struct arena a = {0};
    struct pack p = docx_of(&a, "1. a\n2. b\n   1. c\n\nx\n\n7. d\n\n- e\n\ny\n\n- f");
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    struct xml_doc n = package_xml(&a, &p, "word/numbering.xml");
    package_same(docx_value(docx_paragraph(&d, "a"), "numId"), "1");
    package_same(docx_value(docx_paragraph(&d, "b"), "numId"), "1");
    package_same(docx_value(docx_paragraph(&d, "c"), "numId"), "2");
    package_same(docx_value(docx_paragraph(&d, "c"), "ilvl"), "1");
    package_same(docx_value(docx_paragraph(&d, "d"), "numId"), "3");
    package_same(docx_value(docx_paragraph(&d, "e"), "numId"), "4");
    package_same(docx_value(docx_paragraph(&d, "f"), "numId"), "4");
    package_same(docx_value(docx_paragraph(&d, "f"), "pStyle"), "ListBullet");
    cr_expect_eq(package_count(n.root, DOCX_W, "abstractNum"), 2);
    cr_expect_eq(package_count(n.root, DOCX_W, "startOverride"), 3);
    cr_expect(package_holds(&p, "word/numbering.xml", "<w:startOverride w:val=\"7\"/>"));
    arena_free(&a);
}

/* Nine levels is what Word has; check_references looks at w:ilvl. */
Test(docx, lists_may_lie_deep) {
    struct arena a = {0};
    struct buf b = {0};
    for (int i = 0; i < DOC_NEST_MAX; i++) {
        buf_repeat(&b, ' ', (size_t)(3 * i));
        buf_printf(&b, "%s nivå%d\n", i % 2 ? "- " : "1.", i);
    }
    buf_str(&b, "2. sist\n");
    struct pack p = docx_of(&a, b.p);
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    package_same(docx_value(docx_paragraph(&d, "nivå8"), "ilvl"), "8");
    package_same(docx_value(docx_paragraph(&d, "nivå10"), "ilvl"), "1");
    package_same(docx_value(docx_paragraph(&d, "sist"), "ilvl"), "0");
    cr_expect(s8_eq(docx_value(docx_paragraph(&d, "sist"), "numId"),
                    docx_value(docx_paragraph(&d, "nivå0"), "numId")));
    for (const struct xml_elem *e = d.root; e; e = xml_next(e, d.root)) {
        int left;
        if (s8_uint(xml_value(e, DOCX_W, "left"), &left) && xml_is(e, DOCX_W, "ind"))
            cr_expect(left < DOCX_TEXT_WIDTH / 2 + LOOK_INDENT * 2, "%d", left);
    }
    buf_free(&b);
    arena_free(&a);
}

/* Word counts to 32767. */
Test(docx, a_list_that_goes_beyond_words_numbers_has_them_as_text) {
    struct arena a = {0};
    struct pack p =
        docx_of(&a, "32767. sist\n\nx\n\n32766. ett\n1. två\n1. tre\n\ny\n\n999999999. fyra");
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    PACKAGE_IN_ORDER(&a, &p, "word/document.xml", "sist", "32766.ett", "32767.två", "32768.tre",
                     "999999999.fyra");
    package_same(docx_value(docx_paragraph(&d, "sist"), "numId"), "1");
    cr_expect_eq(package_count(d.root, DOCX_W, "numPr"), 1);
    cr_expect(package_holds(&p, "word/numbering.xml", "<w:startOverride w:val=\"32767\"/>"));
    cr_expect_eq(package_count(package_xml(&a, &p, "word/numbering.xml").root, DOCX_W, "num"), 1);
    arena_free(&a);
}

Test(docx, what_begins_an_item_has_its_marker) {
    struct arena a = {0};
    struct pack p =
        docx_of(&a, "- - a\n- ```\n  b\n  ```\n- # c\n- > d\n\n  e\n- | f |\n  |---|\n  | g |");
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    cr_expect_eq(package_count(d.root, DOCX_W, "numPr"), 6); /* five items, and the one inside */
    package_same(docx_value(docx_paragraph(&d, "a"), "ilvl"), "1");
    package_same(docx_value(docx_paragraph(&d, "b"), "ilvl"), "0");
    package_same(docx_value(docx_paragraph(&d, "c"), "ilvl"), "0");
    cr_expect_null(docx_value(docx_paragraph(&d, "d"), "ilvl").p);
    cr_expect_null(docx_value(docx_paragraph(&d, "e"), "ilvl").p);
    arena_free(&a);
}

/* --- Notes ------------------------------------------------------------------------------------ */

Test(docx, a_note_is_made_once_and_shown_often) {
    struct arena a = {0};
    struct pack p = docx_of(&a, "a[^x] b[^y] c[^x]\n\n| [^z] |\n|---|\n| d[^x] |\n\n"
                                "[^x]: ett\n[^y]: två, se [^x]\n[^z]: tre");
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    struct xml_doc n = package_xml(&a, &p, "word/footnotes.xml");
    cr_expect_eq(package_count(d.root, DOCX_W, "footnoteReference"), 3);
    cr_expect_eq(package_count(d.root, DOCX_W, "fldSimple"), 2);
    cr_expect_eq(package_count(n.root, DOCX_W, "fldSimple"), 1);
    cr_expect_eq(package_count(d.root, DOCX_W, "bookmarkStart"), 1);
    cr_expect_eq(package_count(d.root, DOCX_W, "bookmarkEnd"), 1);
    cr_expect_eq(package_count(n.root, DOCX_W, "footnoteReference"), 0);
    cr_expect_eq(package_count(n.root, DOCX_W, "footnoteRef"), 3);
    cr_expect(package_holds(&p, "word/document.xml", " NOTEREF _Fotnot1 "));
    cr_expect(package_holds(&p, "word/settings.xml", "<w:footnotePr>"));
    arena_free(&a);
}

Test(docx, a_note_that_only_a_note_refers_to_stands_in_it) {
    struct arena a = {0};
    struct pack p =
        docx_of(&a, "a[^a] b[^b]\n\n[^a]: ett[^c]\n[^b]: två\n[^c]: tre[^d]\n[^d]: fyra[^c]");
    struct xml_doc n = package_xml(&a, &p, "word/footnotes.xml");
    cr_expect_eq(package_count(n.root, DOCX_W, "footnote"), 4); /* two of them separators */
    PACKAGE_IN_ORDER(&a, &p, "word/footnotes.xml", " ett3", "3 tre4", "4 fyra3", " två");
    arena_free(&a);
}

Test(docx, a_note_may_hold_what_a_text_may) {
    struct arena a = {0};
    struct pack p = docx_of(&a, "- a[^a] b[^b] c[^c]\n\n[^a]: - lista\n    - till\n\n[^b]: | t |\n"
                                "    |---|\n    | u |\n\n[^c]: ett\n\n    två\n\n    > tre");
    struct xml_doc n = package_xml(&a, &p, "word/footnotes.xml");
    cr_expect_eq(package_count(n.root, DOCX_W, "tbl"), 1);
    package_same(docx_value(docx_paragraph(&n, "lista"), "pStyle"), "FootnoteText");
    for (struct xml_elem *e = n.root->first; e; e = e->next)
        cr_expect(xml_is(e->last, DOCX_W, "p"));
    arena_free(&a);
}

/* --- Tables, fields, signatures --------------------------------------------------------------- */

Test(docx, tables_repeat_their_head_and_are_as_wide_as_the_text) {
    struct arena a = {0};
    struct pack p =
        docx_of(&a, "| a | b | c |\n|:--|--:|:-:|\n| d | e | f |\n| lång text här | | |\n\n"
                    "| | | |\n|---|---|---|\n| g | h | i |");
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    cr_expect_eq(package_count(d.root, DOCX_W, "tblHeader"), 1);
    cr_expect_eq(package_count(d.root, DOCX_W, "cantSplit"), 4);
    package_same(docx_value(docx_paragraph(&d, "e"), "jc"), "right");
    package_same(docx_value(docx_paragraph(&d, "f"), "jc"), "center");
    package_same(docx_value(docx_paragraph(&d, "b"), "pStyle"), "Tabellrubrik");
    package_same(docx_value(docx_paragraph(&d, "d"), "pStyle"), "Tabelltext");
    for (const struct xml_elem *e = d.root; e; e = xml_next(e, d.root)) {
        int sum = 0, width;
        for (const struct xml_elem *c = e->first; xml_is(e, DOCX_W, "tblGrid") && c; c = c->next)
            sum += s8_uint(xml_value(c, DOCX_W, "w"), &width) ? width : 0;
        cr_expect(!xml_is(e, DOCX_W, "tblGrid") || sum == DOCX_TEXT_WIDTH, "%d", sum);
        if (xml_is(e, DOCX_W, "tbl")) /* or Word would make one of them */
            cr_expect(xml_is(e->next, DOCX_W, "p"));
    }
    arena_free(&a);
}

Test(docx, fields_are_paragraphs_and_no_table) {
    struct arena a = {0};
    struct pack p = docx_of(
        &a, "| | |\n|---|---|\n| Datum | *idag*[^1] |\n| Dnr[^2] | 1 |\n\n[^1]: not\n\n[^2]: ny");
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    const struct xml_elem *first = docx_paragraph(&d, "Datum");
    cr_expect_eq(package_count(d.root, DOCX_W, "tbl"), 0);
    cr_expect_eq(package_count(first, DOCX_W, "tab"), 1);
    cr_expect_eq(package_count(first, DOCX_W, "i"), 1);
    package_same(docx_value(first, "pStyle"), "Uppgift");
    cr_expect_eq(package_count(docx_paragraph(&d, "Dnr"), DOCX_W, "footnoteReference"), 1);
    package_same(docx_value(first, "rStyle"), "Uppgiftensnamn");
    arena_free(&a);
}

Test(docx, values_stand_in_line_beside_a_long_label) {
    struct arena a = {0};
    struct pack p =
        docx_of(&a, "| | |\n|---|---|\n| Departementets diarienummer | 1 |\n| Dnr | 2 |");
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    const struct xml_elem *one = xml_find(docx_paragraph(&d, "Dep"), DOCX_W, "ind");
    const struct xml_elem *two = xml_find(docx_paragraph(&d, "Dnr"), DOCX_W, "ind");
    int left;
    cr_assert(s8_uint(xml_value(one, DOCX_W, "left"), &left) && left > LOOK_LABEL_WIDTH);
    cr_expect(s8_eq(xml_value(one, DOCX_W, "left"), xml_value(two, DOCX_W, "left")));
    cr_expect(package_holds(&p, "word/document.xml", "<w:tab w:val=\"clear\" "));
    arena_free(&a);
}

Test(docx, signatures_have_a_line_each) {
    struct arena a = {0};
    struct pack p = docx_of(&a, "a\n\n____________\\\nNamn A\\\nchef\n\n____________\\\nNamn B");
    struct xml_doc d = package_xml(&a, &p, "word/document.xml");
    const struct xml_elem *one = docx_paragraph(&d, "Namn A"), *two = docx_paragraph(&d, "Namn B");
    cr_expect_eq(package_count(docx_paragraph(&d, "a"), DOCX_W, "keepNext"), 1);
    package_same(docx_value(one, "pStyle"), "Underskrift");
    cr_expect_null(xml_find(one, DOCX_W, "ind"));
    cr_expect_not_null(xml_find(two, DOCX_W, "ind")); /* the same borders and width would join */
    cr_expect(package_holds(&p, "word/styles.xml", "<w:pBdr><w:top "));
    arena_free(&a);
}

/* --- The page --------------------------------------------------------------------------------- */

Test(docx, the_first_page_says_who_and_when) {
    struct arena a = {0};
    struct doc *d = rich(&a);
    struct pack p = docx_made(&a, d, NULL);
    cr_expect(package_holds(&p, "word/document.xml", "<w:titlePg/>"));
    cr_expect(package_holds(&p, "word/header2.xml", "Omsorgsnämnden, Storstads kommun"));
    cr_expect(!package_holds(&p, "word/header2.xml", "2025-03-14")); /* it is among the fields */
    PACKAGE_IN_ORDER(&a, &p, "word/header1.xml", "ON 2025/0123", "Svar på remiss", "1", " (", "1",
                     ")");
    cr_expect(package_holds(&p, "word/header1.xml", " NUMPAGES "));
    cr_expect(package_holds(&p, "word/header2.xml", " PAGE "));
    d->numbering = DOC_NUMBER;
    p = docx_made(&a, d, NULL);
    cr_expect(!package_holds(&p, "word/header1.xml", " NUMPAGES "));
    cr_expect(package_holds(&p, "word/header1.xml", " PAGE "));
    d->numbering = DOC_NO_NUMBER;
    p = docx_made(&a, d, NULL);
    cr_expect(!package_holds(&p, "word/header2.xml", " PAGE "));
    struct doc *plain = package_doc(&a, "# Rubriken");
    plain->date = S8("2025-03-14");
    p = docx_made(&a, plain, NULL);
    cr_expect(package_holds(&p, "word/header2.xml", "2025-03-14"));
    cr_expect(package_holds(&p, "word/header1.xml", "Rubriken"));
    plain->title = S8("En mycket lång rubrik som aldrig någonsin skulle få plats på en enda rad "
                      "ovanför en text i ett dokument");
    p = docx_made(&a, plain, NULL);
    cr_expect(package_holds(&p, "word/header1.xml", "…"));
    arena_free(&a);
}

Test(docx, a_logo_has_an_alternative_text) {
    struct arena a = {0};
    struct doc *d = package_doc(&a, "a");
    struct pack template = docx_template_parts(&a);
    struct error err = {0};
    struct buf b = {0};
    d->logo = pack_get(&template, S8("word/media/image1.png"));
    d->logo_alt = S8("Storstads \"kommun\"");
    struct pack p = docx_made(&a, d, NULL);
    cr_expect(s8_eq(pack_get(&p, S8("word/media/logo.png")), d->logo));
    cr_expect(package_holds(&p, "word/header2.xml", "descr=\"Storstads &quot;kommun&quot;\""));
    cr_expect(package_holds(&p, "word/header2.xml", "cx=\"2159000\" cy=\"539750\"")); /* 96 × 24 */
    d->logo = S8("GIF89a");
    cr_expect_eq(emit_docx(d, NULL, &b, &err), ST_INVALID);
    cr_expect(s8_find(s8_from(err.text), S8("PNG")) >= 0, "%s", err.text);
    cr_expect_eq(b.n, 0);
    arena_free(&a);
}
