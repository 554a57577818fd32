/* ODF documents with the built-in look. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "tests/odt.h"

static struct doc *rich(struct arena *a) {
    struct doc *d = package_golden(a, "dokument.md");
    d->title = S8("Svar på remiss av SOU 2024:72");
    return d;
}

static struct xml_doc content_of(struct arena *a, const char *markdown) {
    struct pack p = odt_of(a, markdown);
    return package_xml(a, &p, "content.xml");
}

/* The text of the body, as bytes. */
static struct str8 body(const struct xml_doc *d) {
    return xml_content(d, xml_find(d->root, ODT_OFFICE, "text"));
}

/* The automatic style of a block, or of a list. */
static const struct xml_elem *auto_of(const struct xml_doc *d, const struct xml_elem *block) {
    struct str8 name = xml_value(block, ODT_TEXT, "style-name");
    for (const struct xml_elem *e = d->root; e; e = xml_next(e, d->root))
        if (s8_eq(xml_value(e, ODT_STYLE, "name"), name))
            return e;
    return NULL;
}

/* Its named style. */
static struct str8 style_of(const struct xml_doc *d, const struct xml_elem *block) {
    const struct xml_elem *e = auto_of(d, block);
    return e ? xml_value(e, ODT_STYLE, "parent-style-name")
             : xml_value(block, ODT_TEXT, "style-name");
}

/* --- The whole -------------------------------------------------------------------------------- */

Test(odt, all_of_a_document_is_there_in_order) {
    struct arena a = {0};
    struct pack p = odt_made(&a, rich(&a), NULL);
    PACKAGE_IN_ORDER(
        &a, &p, "content.xml", "Datum", "2025-03-14", "Handläggare", "Svar på remiss",
        "Förslag till beslut", "antar yttrandet som sitt eget", "reglemente", "positivt",
        "inriktning", "Finansieringsprincipen", "Principen är inte lag",
        "https://www.regeringen.se", "betänkandet", "Avsnitt 4.1", "avtalen behöver bli tydligare",
        "varje år på regional nivå", "Ansvaret för", "Nionde", "Tionde", "Det andra stycket",
        "4.1.1 Medicinsk", "tillstyrker", "Skäl", "Motiveringens egen", "dygnet runt",
        "4.2 Avtalen", "avstyrker", "En annan fotnot", "1 450 kronor", "Uppgiften avser",
        "Kostnad, tkr", "Medicinsk bedömning", "1 200", "kommunen", "Beloppet", "lön 900",
        "övrigt 300", "och regionen", "9 435", "Beräkning:", "inskrivna", "Beslutet skickas till",
        "Kommunstyrelsen", "Förvaltningschefen", "Namn A", "ordförande");
    arena_free(&a);
}

/* What odt_made checks holds for what is odd too. */
Test(odt, odd_documents_are_documents) {
    struct arena a = {0};
    struct doc *d = package_golden(&a, "udda.md");
    struct pack template = odt_template_parts(&a), plain = odt_made(&a, d, NULL);
    cr_expect(pack_get(&plain, S8("content.xml")).n > 10000);
    odt_made(&a, d, &template);
    arena_free(&a);
}

Test(odt, the_same_document_gives_the_same_bytes) {
    struct arena a = {0};
    struct buf first = {0}, second = {0};
    struct error err = {0};
    struct doc *d = rich(&a);
    cr_assert_eq(emit_odt(d, NULL, &first, &err), ST_OK);
    cr_assert_eq(emit_odt(d, NULL, &second, &err), ST_OK);
    cr_expect(first.n > 5000 && s8_eq(buf_str8_of(&first), buf_str8_of(&second)));
    buf_free(&first);
    buf_free(&second);
    arena_free(&a);
}

Test(odt, an_empty_document_is_a_document) {
    struct arena a = {0};
    struct pack p = odt_of(&a, "");
    cr_expect(package_holds(&p, "meta.xml", DOC_CREATED));
    cr_expect(package_holds(&p, "content.xml", "<office:text><text:p "));
    arena_free(&a);
}

Test(odt, it_says_what_it_is) {
    struct arena a = {0};
    struct doc *d = rich(&a);
    struct pack p = odt_made(&a, d, NULL);
    cr_expect(package_holds(&p, "meta.xml", "<dc:title>Svar på remiss av SOU 2024:72<"));
    cr_expect(package_holds(&p, "meta.xml", "<dc:creator>Handläggare A<"));
    cr_expect(package_holds(&p, "meta.xml", "<dc:language>sv-SE<"));
    cr_expect(package_holds(&p, "meta.xml", "<meta:creation-date>2025-03-14T09:00:00Z<"));
    cr_expect(package_holds(&p, "styles.xml", "fo:language=\"sv\" fo:country=\"SE\""));
    cr_expect(package_holds(&p, "styles.xml", "fo:hyphenate=\"true\""));
    d->language = S8("nb-NO");
    p = odt_made(&a, d, NULL);
    cr_expect(package_holds(&p, "styles.xml", "fo:language=\"nb\" fo:country=\"NO\""));
    d->language = S8("\"/>");
    p = odt_made(&a, d, NULL);
    cr_expect(package_holds(&p, "styles.xml", "fo:language=\"sv\""));
    arena_free(&a);
}

Test(odt, a_title_that_nobody_gave_is_the_first_heading) {
    struct arena a = {0};
    struct pack p = odt_of(&a, "# Den *första* rubriken\n\ntext");
    cr_expect(package_holds(&p, "meta.xml", "<dc:title>Den första rubriken<"));
    arena_free(&a);
}

/* --- Pages ------------------------------------------------------------------------------------ */

static const struct xml_elem *master(const struct xml_doc *styles, const char *name) {
    for (const struct xml_elem *e = styles->root; e; e = xml_next(e, styles->root))
        if (xml_is(e, ODT_STYLE, "master-page") && s8_eqz(xml_value(e, ODT_STYLE, "name"), name))
            return e;
    cr_assert(false, "no page %s", name);
    return NULL;
}

Test(odt, the_first_page_has_logo_and_sender_and_later_ones_a_running_head) {
    struct arena a = {0};
    struct doc *d = rich(&a);
    doc_remove(d->body->first); /* the fields, which tell the date */
    d->logo = package_file(&a, "fixtures/mall-odt/Pictures/vapen.png");
    d->logo_alt = S8("Kommunens <vapen>");
    struct pack p = odt_made(&a, d, NULL);
    struct xml_doc styles = package_xml(&a, &p, "styles.xml");
    struct xml_doc content = package_xml(&a, &p, "content.xml");
    const struct xml_elem *first = master(&styles, "First_20_Page");
    const struct xml_elem *later = master(&styles, "Standard");
    package_same(xml_value(first, ODT_STYLE, "next-style-name"), "Standard");
    package_same(xml_text_in(&styles, first),
                 "LogotypKommunens <vapen>1 (1)Omsorgsnämnden, Storstads kommun2025-03-14");
    package_same(xml_text_in(&styles, later),
                 "ON 2025/0123\u00A0 Svar på remiss av SOU 2024:721 (1)");
    package_same(xml_value(xml_find(first, ODT_DRAW, "image"), ODT_XLINK, "href"),
                 "Pictures/logo.png");
    cr_expect(s8_eq(pack_get(&p, S8("Pictures/logo.png")), d->logo));
    package_same(xml_value(auto_of(&content, odt_block(&content, "Svar på remiss")), ODT_STYLE,
                           "master-page-name"),
                 "First_20_Page");
    cr_expect_eq(package_count(styles.root, ODT_TEXT, "page-number"), 2);
    cr_expect_eq(package_count(styles.root, ODT_TEXT, "page-count"), 2);
    d->numbering = DOC_NUMBER;
    p = odt_made(&a, d, NULL);
    styles = package_xml(&a, &p, "styles.xml");
    cr_expect_eq(package_count(styles.root, ODT_TEXT, "page-number"), 2);
    cr_expect_eq(package_count(styles.root, ODT_TEXT, "page-count"), 0);
    d->numbering = DOC_NO_NUMBER;
    p = odt_made(&a, d, NULL);
    styles = package_xml(&a, &p, "styles.xml");
    cr_expect_eq(package_count(styles.root, ODT_TEXT, "page-number"), 0);
    arena_free(&a);
}

Test(odt, a_date_that_the_text_begins_with_is_not_repeated) {
    struct arena a = {0};
    struct pack p = odt_made(&a, rich(&a), NULL);
    cr_expect(!package_holds(&p, "styles.xml", "2025-03-14"));
    arena_free(&a);
}

Test(odt, a_logo_that_is_no_png_is_refused) {
    struct arena a = {0};
    struct buf b = {0};
    struct error err = {0};
    struct doc *d = rich(&a);
    d->logo = S8("ingen bild");
    cr_expect_eq(emit_odt(d, NULL, &b, &err), ST_INVALID);
    cr_expect_eq(b.n, 0);
    arena_free(&a);
}

/* Whatever a document begins with tells which page it begins on. */
Test(odt, every_beginning_is_on_the_first_page) {
    static const char *const beginnings[] = {"# a",
                                             "a",
                                             "- a",
                                             "> a",
                                             "| a |\n|---|\n| b |",
                                             "```\na\n```",
                                             "***",
                                             "|  |  |\n|--|--|\n| a | b |"};
    struct arena a = {0};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        struct pack p = odt_of(&a, beginnings[i]);
        cr_expect(package_holds(&p, "content.xml", "style:master-page-name=\"First_20_Page\""),
                  "%s", beginnings[i]);
    }
    arena_free(&a);
}

/* --- Text ------------------------------------------------------------------------------------- */

Test(odt, headings_have_levels) {
    struct arena a = {0};
    struct xml_doc d = content_of(&a, "text\n\n# a\n\n### b");
    package_same(xml_value(odt_block(&d, "b"), ODT_TEXT, "outline-level"), "3");
    package_same(style_of(&d, odt_block(&d, "b")), "Heading_20_3");
    arena_free(&a);
}

Test(odt, spaces_that_count_are_kept) {
    struct arena a = {0};
    struct xml_doc d = content_of(&a, "x `  a  b ` y\n\n```\n  i\n\nj  k\n```\n\nc\\\nd");
    struct str8 b = body(&d);
    cr_expect(s8_find(b, S8("x <text:span text:style-name=\"Source_20_Text\"><text:s/>a "
                            "<text:s/>b</text:span> y")) > 0 ||
                  s8_find(b, S8("x <text:span text:style-name=\"Source_20_Text\"><text:s "
                                "text:c=\"2\"/>a <text:s/>b<text:s/></text:span> y")) > 0,
              "%.*s", S8F(b));
    cr_expect(s8_find(b, S8("<text:s text:c=\"2\"/>i<text:line-break/><text:line-break/>j "
                            "<text:s/>k</text:p>")) > 0,
              "%.*s", S8F(b));
    cr_expect(s8_find(b, S8("c<text:line-break/>d")) > 0);
    arena_free(&a);
}

Test(odt, emphasis_is_in_named_styles) {
    struct arena a = {0};
    struct xml_doc d = content_of(&a, "x **a *b*** y");
    cr_expect(s8_find(body(&d), S8("<text:span text:style-name=\"Strong_20_Emphasis\">a "
                                   "<text:span text:style-name=\"Emphasis\">b</text:span>"
                                   "</text:span> y")) > 0);
    arena_free(&a);
}

Test(odt, only_harmless_addresses_are_links) {
    struct arena a = {0};
    struct xml_doc d =
        content_of(&a, "[a](https://x.exempel.se/?a=1&b \"t\\\"\") [f](file:///etc/passwd)");
    cr_expect_eq(package_count(d.root, ODT_TEXT, "a"), 1);
    const struct xml_elem *link = xml_find(d.root, ODT_TEXT, "a");
    package_same(xml_value(link, ODT_XLINK, "href"), "https://x.exempel.se/?a=1&b");
    package_same(xml_value(link, ODT_OFFICE, "title"), "t\"");
    cr_expect(s8_find(d.text, S8("f (file:///etc/passwd)")) >= 0);
    arena_free(&a);
}

Test(odt, fields_are_paragraphs_with_a_tab) {
    struct arena a = {0};
    struct xml_doc d = content_of(&a, "text\n\n|  |  |\n|---|---|\n| Namn[^1] | *A* |\n| Ort | B "
                                      "|\n\n[^1]: not");
    cr_expect_eq(package_count(d.root, ODT_TABLE, "table"), 0);
    cr_expect_eq(package_count(d.root, ODT_TEXT, "tab"), 2);
    cr_expect_eq(package_count(d.root, ODT_TEXT, "note"), 1);
    package_same(style_of(&d, odt_block(&d, "Ort")), "Uppgift");
    arena_free(&a);
}

Test(odt, a_signature_stands_with_what_is_above_it) {
    struct arena a = {0};
    struct xml_doc d = content_of(&a, "x\n\nOmsorgsnämnden\n\n____________________\\\nNamn A");
    package_same(style_of(&d, odt_block(&d, "Namn A")), "Underskrift");
    package_same(xml_value(xml_child(auto_of(&d, odt_block(&d, "Omsorgsnämnden")), ODT_STYLE,
                                     "paragraph-properties"),
                           ODT_FO, "keep-with-next"),
                 "always");
    arena_free(&a);
}

/* --- Lists ------------------------------------------------------------------------------------ */

Test(odt, lists_lie_in_each_other_and_start_where_they_start) {
    struct arena a = {0};
    struct xml_doc d =
        content_of(&a, "7. a\n8. b\n   - c\n\n     c2\n   - d\n9. e\n\ntext\n\n1. f");
    const struct xml_elem *list = xml_find(d.root, ODT_TEXT, "list");
    package_same(xml_value(list, ODT_TEXT, "style-name"), "Numbering_20_123");
    package_same(xml_value(list->first, ODT_TEXT, "start-value"), "7");
    cr_expect_null(xml_value(list->first->next, ODT_TEXT, "start-value").p);
    cr_expect(xml_is(list->first->next->last, ODT_TEXT, "list"));
    package_same(xml_value(list->first->next->last, ODT_TEXT, "style-name"), "List_20_1");
    cr_expect_eq(package_count(list, ODT_TEXT, "list-item"), 5);
    const struct xml_elem *f = odt_block(&d, "f");
    package_same(xml_value(f->parent, ODT_TEXT, "start-value"), "1");
    package_same(style_of(&d, odt_block(&d, "c2")), "List_20_1_20_Cont.");
    arena_free(&a);
}

/* LibreOffice counts to 32767. */
Test(odt, a_list_that_goes_beyond_its_numbers_has_them_as_text) {
    struct arena a = {0};
    struct xml_doc d = content_of(&a, "32767. sist\n\nx\n\n32767. ett\n1. två\n\n   åter\n\n"
                                      "   | c |\n   |---|\n   | d |\n\n   - e\n1. > f\n");
    package_same(xml_value(odt_block(&d, "sist")->parent, ODT_TEXT, "start-value"), "32767");
    cr_expect_eq(package_count(d.root, ODT_TEXT, "list-item"), 2); /* that one, and "e" */
    cr_expect(s8_find(body(&d), S8("32767.<text:tab/>ett")) > 0);
    cr_expect(s8_find(body(&d), S8("32768.<text:tab/>två")) > 0);
    cr_expect(s8_find(body(&d), S8("32769.<text:tab/></text:p>")) > 0);
    cr_expect(s8_find(body(&d), S8("start-value=\"32768")) < 0);
    const struct xml_elem *two = odt_block(&d, "två");
    cr_expect(xml_is(two->parent, ODT_OFFICE, "text"));
    package_same(
        xml_value(xml_child(auto_of(&d, odt_block(&d, "åter")), ODT_STYLE, "paragraph-properties"),
                  ODT_FO, "margin-left"),
        "39.00pt");
    package_same(xml_value(xml_child(auto_of(&d, two), ODT_STYLE, "paragraph-properties"), ODT_FO,
                           "text-indent"),
                 "-39.00pt");
    arena_free(&a);
}

/* A table cannot stand in a list: the list is taken up again after it, under the next number. */
Test(odt, a_table_in_an_item_parts_the_list) {
    struct arena a = {0};
    struct xml_doc d =
        content_of(&a, "3. a\n4. b\n\n   | x |\n   |---|\n   | y |\n\n   efter\n5. c\n");
    const struct xml_elem *table = xml_find(d.root, ODT_TABLE, "table");
    cr_expect(xml_is(table->parent, ODT_OFFICE, "text"));
    cr_expect(xml_is(odt_block(&d, "efter")->parent, ODT_TEXT, "list-header"));
    package_same(xml_value(odt_block(&d, "c")->parent, ODT_TEXT, "start-value"), "5");
    arena_free(&a);
}

Test(odt, an_item_that_begins_with_a_table_keeps_its_marker) {
    struct arena a = {0};
    struct xml_doc d = content_of(&a, "- | x |\n  |---|\n  | y |\n- > q");
    cr_expect_eq(package_count(d.root, ODT_TEXT, "list-item"), 2);
    arena_free(&a);
}

Test(odt, lists_deeper_than_ten_begin_anew) {
    struct arena a = {0};
    struct buf b = {0};
    for (int i = 0; i < 15; i++) {
        buf_repeat(&b, ' ', (size_t)i * 3);
        buf_printf(&b, "1. nivå %d\n", i + 1);
    }
    buf_repeat(&b, ' ', 9);
    buf_str(&b, "2. åter\n");
    struct xml_doc d = content_of(&a, b.p);
    const struct xml_elem *back = odt_block(&d, "åter"), *e;
    cr_expect(xml_is(back->parent, ODT_TEXT, "list-item"));
    package_same(xml_value(back->parent, ODT_TEXT, "start-value"), "2");
    const char *const order[] = {"nivå 1", "nivå 10", "nivå 11", "nivå 15", "åter"};
    struct pack p = odt_of(&a, b.p);
    package_in_order(&a, &p, "content.xml", order, 5);
    int depth = 0;
    for (e = odt_block(&d, "nivå 15"); e; e = e->parent)
        depth += xml_is(e, ODT_TEXT, "list");
    cr_expect_eq(depth, 5);
    buf_free(&b);
    arena_free(&a);
}

/* --- Tables ----------------------------------------------------------------------------------- */

Test(odt, tables_repeat_their_heads_and_keep_their_rows_whole) {
    struct arena a = {0};
    struct xml_doc d = content_of(&a, "x\n\n| a | b |\n|:--|--:|\n| c | d |\n| e | |");
    const struct xml_elem *head = xml_find(d.root, ODT_TABLE, "table-header-rows");
    cr_expect_eq(package_count(head, ODT_TABLE, "table-row"), 1);
    cr_expect_eq(package_count(d.root, ODT_TABLE, "table-row"), 3);
    cr_expect_eq(package_count(d.root, ODT_TABLE, "table-column"), 2);
    package_same(style_of(&d, odt_block(&d, "a")), "Table_20_Heading");
    package_same(xml_value(auto_of(&d, odt_block(&d, "d"))->first, ODT_FO, "text-align"), "end");
    cr_expect_eq(package_count(d.root, ODT_STYLE, "table-row-properties"), 1);
    package_same(
        xml_value(xml_find(d.root, ODT_STYLE, "table-row-properties"), ODT_FO, "keep-together"),
        "always");
    arena_free(&a);
}

/* --- Notes ------------------------------------------------------------------------------------ */

Test(odt, notes_stand_where_they_are_first_referred_to) {
    struct arena a = {0};
    struct xml_doc d = content_of(
        &a, "- a[^x]\n\n| h[^y] |\n|---|\n| c[^x] |\n\n[^x]: X\n\n    - p\n\n[^y]: Y[^x] och [^z]\n"
            "\n[^z]: Z");
    cr_expect_eq(package_count(d.root, ODT_TEXT, "note"), 2);
    cr_expect_eq(package_count(d.root, ODT_TEXT, "note-ref"), 2);
    const struct xml_elem *z = NULL; /* a note has no notes: Z is the end of Y */
    for (const struct xml_elem *e = d.root; e; e = xml_next(e, d.root))
        if (xml_is(e, ODT_TEXT, "p") && s8_eqz(xml_text_in(&d, e), "3 Z"))
            z = e;
    cr_assert(z && xml_is(z->parent, ODT_TEXT, "note-body"));
    package_same(xml_value(z->parent->parent, ODT_TEXT, "id"), "Yftn2");
    arena_free(&a);
}

/* LibreOffice leaves out tables in notes. */
Test(odt, a_table_in_a_note_is_paragraphs) {
    struct arena a = {0};
    struct xml_doc d = content_of(&a, "a[^x]\n\n[^x]: | h | i |\n    |---|---|\n    | c | d |\n");
    cr_expect_eq(package_count(d.root, ODT_TABLE, "table"), 0);
    cr_expect(s8_find(body(&d), S8("c<text:tab/>d")) > 0);
    arena_free(&a);
}
