/* The PDF writer, on a sheet laid out by hand (tests/sheets.h). The files are looked at as bytes:
 * the variant of PDF 1.4 is plain but for its streams, which are inflated here. What a whole
 * document must hold is judged by tests/judge. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "doc/markdown.h"
#include "emit/emit.h"
#include "emit/pdf.h"
#include "tests/sheets.h"

static size_t count(struct str8 s, const char *what) {
    size_t n = 0;
    struct str8 needle = s8_from(what);
    for (ptrdiff_t at; (at = s8_find(s, needle)) >= 0; n++)
        s = s8_skip(s, (size_t)at + needle.n);
    return n;
}

static bool has(struct str8 s, const char *what) {
    return s8_find(s, s8_from(what)) >= 0;
}

static void put_inflated(struct buf *b, struct str8 bytes) {
    enum { MOST = 1 << 20 };
    char *out = malloc(MOST);
    uLongf n = MOST;
    cr_assert(uncompress((Bytef *)out, &n, (const Bytef *)bytes.p, bytes.n) == Z_OK);
    buf_bytes(b, out, n);
    free(out);
}

/* The file with all compressed streams written out: legible as a whole. */
static struct str8 legible(struct arena *a, struct str8 pdf) {
    struct buf b = {0};
    static const char key[] = "/Filter/FlateDecode/Length ";
    for (ptrdiff_t at; (at = s8_find(pdf, s8_from(key))) >= 0;) {
        size_t length = strtoul(pdf.p + at + sizeof key - 1, NULL, 10);
        struct str8 after = s8_skip(pdf, (size_t)at);
        size_t start = (size_t)at + (size_t)s8_find(after, S8("stream\n")) + 7;
        buf_str8(&b, s8_sub(pdf, 0, start));
        put_inflated(&b, s8_sub(pdf, start, start + length));
        pdf = s8_skip(pdf, start + length);
    }
    buf_str8(&b, pdf);
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

/* Both variants of the sheet as it is by default, legible. */
static struct hand hand;
static struct str8 ua, a1;

static void make(void) {
    hand_make(&hand);
    ua = legible(&hand.a, hand_pdf(&hand, false));
    a1 = legible(&hand.a, hand_pdf(&hand, true));
}

static void end(void) {
    hand_free(&hand);
}

TestSuite(pdf, .init = make, .fini = end);

/* --- The file --------------------------------------------------------------------------------- */

Test(pdf, the_same_sheet_gives_the_same_bytes) {
    struct hand other;
    hand_make(&other);
    cr_assert(s8_eq(hand_pdf(&hand, false), hand_pdf(&other, false)));
    cr_assert(s8_eq(hand_pdf(&hand, true), hand_pdf(&other, true)));
    hand_free(&other);
}

static struct str8 id_of(struct str8 pdf) {
    ptrdiff_t at = s8_find(pdf, S8("/ID[<"));
    cr_assert(at >= 0);
    return s8_sub(pdf, (size_t)at + 5, (size_t)at + 37);
}

Test(pdf, another_text_gives_another_id) {
    struct str8 before = id_of(ua);
    hand.d.title = S8("En annan titel");
    cr_assert(!s8_eq(before, id_of(hand_pdf(&hand, false))));
}

Test(pdf, what_stood_in_the_buffer_is_kept) {
    struct buf b = {0};
    struct error err = {0};
    buf_str(&b, "före");
    cr_assert(pdf_write(&hand.s, hand.fs, &hand.d, false, &b, &err) == ST_OK, "%s", err.text);
    cr_assert(s8_starts(buf_str8_of(&b), S8("före%PDF-1.7\n")));
    buf_free(&b);
}

/* Every line of the table leads to the object of its number. */
Test(pdf, the_table_of_references_is_right) {
    struct str8 pdf = hand_pdf(&hand, true);
    cr_assert(s8_starts(pdf, S8("%PDF-1.4\n%")));
    ptrdiff_t end_at = s8_find(pdf, S8("startxref\n"));
    size_t start = strtoul(pdf.p + end_at + 10, NULL, 10);
    char *at;
    cr_assert(strncmp(pdf.p + start, "xref\n0 ", 7) == 0);
    size_t n = strtoul(pdf.p + start + 7, &at, 10);
    cr_assert(n > 50);
    for (size_t i = 1; i < n; i++) {
        const char *line = at + 1 + 20 * i;
        cr_assert(strncmp(line + 10, " 00000 n \n", 10) == 0);
        char object[32];
        snprintf(object, sizeof object, "%zu 0 obj\n", i);
        cr_assert(strncmp(pdf.p + strtoul(line, NULL, 10), object, strlen(object)) == 0, "%zu", i);
    }
}

Test(pdf, the_older_variant_has_none_of_the_newer_things) {
    static const char *const newer[] = {"/ObjStm", "/XRef", "/SMask",      "/Transparency",
                                        "THead",   "TBody", "/QuadPoints", "pdfuaid"};
    for (size_t i = 0; i < sizeof newer / sizeof *newer; i++) {
        cr_assert(!has(a1, newer[i]), "%s", newer[i]);
        cr_assert(has(ua, newer[i]), "%s", newer[i]);
    }
    cr_assert(has(a1, "/CIDSet") && !has(ua, "/CIDSet"));
    cr_assert(has(a1, "<pdfaid:part>1</pdfaid:part>") && has(ua, "<pdfaid:part>2</pdfaid:part>"));
}

/* --- Strings and numbers ---------------------------------------------------------------------- */

static void check_text(const char *in, const char *want) {
    struct buf b = {0};
    pdf_text(&b, s8_from(in));
    cr_assert(s8_eqz(buf_str8_of(&b), want), "%s", b.p);
    buf_free(&b);
}

Test(pdf, strings_are_escaped_or_utf16) {
    check_text("", "()");
    check_text("a (b) \\ c)", "(a \\(b\\) \\\\ c\\))");
    check_text("å", "<FEFF00E5>");
    check_text("a\nb", "<FEFF0061000A0062>");
    check_text("😀", "<FEFFD83DDE00>");
}

Test(pdf, long_strings_are_cut_at_a_character) {
    struct buf long_one = {0}, b = {0};
    buf_byte(&long_one, 'x');
    for (int i = 0; i < PDF_STRING_MAX; i++)
        buf_str(&long_one, "å");
    struct str8 clipped = pdf_clip(buf_str8_of(&long_one));
    cr_assert(clipped.n == PDF_STRING_MAX - 1, "%zu", clipped.n);
    cr_assert(s8_eqz(pdf_clip(S8("åäö")), "åäö"));
    pdf_text(&b, buf_str8_of(&long_one));
    cr_assert(b.n == sizeof "<FEFF>" - 1 + (size_t)4 * PDF_STRING_MAX / 2, "%zu", b.n);
    buf_clear(&b);
    pdf_uri(&b, buf_str8_of(&long_one));
    cr_assert(b.n < 32767);
    buf_free(&long_one);
    buf_free(&b);
}

Test(pdf, an_address_is_ascii) {
    struct buf b = {0};
    pdf_uri(&b, S8("https://å.se/(1) 2"));
    cr_assert(s8_eqz(buf_str8_of(&b), "(https://%C3%A5.se/\\(1\\)%202)"), "%s", b.p);
    buf_free(&b);
}

static void check_number(int64_t n, int decimals, const char *want) {
    struct buf b = {0};
    pdf_number(&b, n, decimals);
    cr_assert(s8_eqz(buf_str8_of(&b), want), "%s, not %s", b.p, want);
    buf_free(&b);
}

Test(pdf, numbers_have_no_idle_zeros) {
    check_number(0, 3, "0");
    check_number(12000, 3, "12");
    check_number(12340, 3, "12.34");
    check_number(-5, 3, "-0.005");
    check_number(-1000, 3, "-1");
    check_number(50, 2, "0.5");
    check_number(INT32_MAX, 3, "2147483.647");
}

/* --- Metadata --------------------------------------------------------------------------------- */

Test(pdf, titles_are_escaped_in_xmp_and_the_same_in_info) {
    cr_assert(
        has(ua, "<rdf:li xml:lang=\"x-default\">Svar på &lt;remiss&gt; &amp; (annat)</rdf:li>"));
    cr_assert(has(ua, "/Title<FEFF00530076006100720020007000E50020003C00720065"));
    cr_assert(has(ua, "<dc:creator><rdf:Seq><rdf:li>Handläggare A</rdf:li>"));
    cr_assert(has(ua, "/CreationDate(D:20250314090000Z)/ModDate(D:20250314090000Z)"));
    cr_assert(has(ua, "<xmp:CreateDate>2025-03-14T09:00:00Z</xmp:CreateDate>"));
    cr_assert(has(ua, "/Lang(sv-SE)"));
}

Test(pdf, a_document_that_says_nothing_of_itself_gets_title_and_date) {
    hand.d = (struct doc){.body = doc_node_new(&hand.a, DOC_ROOT), .created = S8("i går")};
    struct str8 pdf = legible(&hand.a, hand_pdf(&hand, false));
    cr_assert(has(pdf, ">Dokument utan titel</rdf:li>"));
    cr_assert(has(pdf, "/CreationDate(D:19800101000000Z)"));
    cr_assert(!has(pdf, "/Author") && !has(pdf, "dc:creator") && !has(pdf, "/Subject"));
}

Test(pdf, the_profile_is_a_whole_one) {
    struct buf b = {0};
    pdf_icc(&b);
    const unsigned char *p = (const unsigned char *)b.p;
    cr_assert((size_t)(p[2] << 8 | p[3]) == b.n);
    cr_assert(memcmp(p + 36, "acsp", 4) == 0);
    size_t tags = p[131];
    cr_assert(tags == 9);
    for (size_t i = 0; i < tags; i++) {
        const unsigned char *tag = p + 132 + 12 * i;
        size_t from = (size_t)(tag[6] << 8 | tag[7]), length = (size_t)(tag[10] << 8 | tag[11]);
        cr_assert(from % 4 == 0 && from + length <= b.n);
    }
    /* The curve, last: half of the samples' range is 21.4 % of the light. */
    const unsigned char *curve = p + b.n - 2048;
    unsigned half = (unsigned)(curve[1024] << 8 | curve[1025]);
    cr_assert(half > 14000 && half < 14060, "%u", half);
    cr_assert(curve[0] == 0 && curve[1] == 0 && curve[2046] == 255 && curve[2047] == 255);
    buf_free(&b);
}

/* --- Structure -------------------------------------------------------------------------------- */

static struct str8 object(struct str8 pdf, unsigned long number) {
    char start[32];
    snprintf(start, sizeof start, "\n%lu 0 obj\n", number);
    ptrdiff_t at = s8_find(pdf, s8_from(start));
    cr_assert(at >= 0, "no object %lu", number);
    pdf = s8_skip(pdf, (size_t)at + strlen(start));
    return s8_sub(pdf, 0, (size_t)s8_find(pdf, S8("\nendobj")));
}

/* The number after `key`. */
static unsigned long number_after(struct str8 s, const char *key) {
    ptrdiff_t at = s8_find(s, s8_from(key));
    cr_assert(at >= 0, "%s in %.*s", key, S8F(s));
    return strtoul(s.p + at + strlen(key), NULL, 10);
}

/* The element that the parent tree gives for a key, a page's piece of content or (-1) a link. */
static struct str8 by_parent_tree(struct str8 pdf, size_t key, int mcid) {
    struct str8 leaf =
        object(pdf, number_after(object(pdf, number_after(pdf, "/ParentTree ")), "/Kids["));
    char text[32];
    snprintf(text, sizeof text, key ? " R %zu " : "/Nums[%zu ", key);
    unsigned long found = number_after(leaf, text);
    if (mcid < 0)
        return object(pdf, found);
    struct str8 array = s8_skip(object(pdf, found), 1);
    for (; mcid > 0; mcid--)
        array = s8_skip(array, (size_t)s8_find(array, S8(" R ")) + 3);
    cr_assert(array.p[0] != ']');
    return object(pdf, strtoul(array.p, NULL, 10));
}

Test(pdf, every_piece_of_content_is_in_the_parent_tree) {
    struct str8 rest = a1;
    size_t all = count(a1, "<</MCID "), seen = 0;
    cr_assert(all > 25);
    for (size_t page = 0; page < 2; page++) {
        rest = s8_skip(rest, (size_t)s8_find(rest, S8("stream\n/Artifact")));
        struct str8 content = s8_sub(rest, 0, (size_t)s8_find(rest, S8("endstream")));
        int n = (int)count(content, "<</MCID ");
        for (int mcid = 0; mcid < n; mcid++, seen++) {
            char text[32];
            snprintf(text, sizeof text, "<</MCID %d>>BDC", mcid);
            cr_assert(count(content, text) == 1);
            const char *tag = content.p + s8_find(content, s8_from(text));
            while (tag[-1] != '\n')
                tag--;
            struct str8 type = {tag, (size_t)(strchr(tag, '<') - tag)};
            struct str8 key = arena_printf(&hand.a, "/S%.*s/P ", S8F(type));
            cr_assert(s8_find(by_parent_tree(a1, page, mcid), key) >= 0, "%.*s", S8F(key));
        }
        rest = s8_skip(rest, content.n);
    }
    cr_assert(seen == all);
}

Test(pdf, all_text_is_inside_marked_content) {
    cr_assert(count(a1, "BDC\n") == count(a1, "\nEMC\n"));
    cr_assert(count(a1, "BT\n") == count(a1, "\nET\n"));
    cr_assert(count(a1, "\nBT\n") == count(a1, "BDC\nBT\n") + count(a1, "f\nBT\n"));
}

Test(pdf, marks_that_follow_each_other_are_one_piece) {
    struct hand h;
    hand_make(&h);
    struct elem *p = hand_line(&h, h.s.root, ELEM_P, S8("ett "));
    mp x = 200000;
    struct sheet_mark *same = hand_text(&h, p, FONT_SERIF, &x, S8("två "));
    size_t before = count(a1, "<</MCID ");
    cr_assert(count(legible(&h.a, hand_pdf(&h, true)), "<</MCID ") == before + 1);
    /* With an element between them they are two, though they follow each other on the page. */
    struct elem_kid *between = ARENA_NEW(&h.a, struct elem_kid, 1);
    between->elem = sheet_elem(&h.s, p, ELEM_EM);
    p->last = same->kid;
    same->kid->next = NULL;
    between->next = same->kid;
    p->first->next = between;
    cr_assert(count(legible(&h.a, hand_pdf(&h, true)), "<</MCID ") == before + 2);
    hand_free(&h);
}

Test(pdf, attributes_stand_where_they_are_due) {
    cr_assert(count(a1, "/ListNumbering/Decimal") == 1);
    cr_assert(count(a1, "/Scope/Column") == 2 && count(a1, "/Scope/Row") == 1);
    cr_assert(count(a1, "/BBox[90 721.9 170 761.9]") == 1);
    cr_assert(count(a1, "/ID(fotnot-000001)") == 1);
    cr_assert(has(a1, "<</Names[(fotnot-000001)"));
    cr_assert(has(a1, "/RoleMap<</Strong/Span/Em/Span>>"));
}

Test(pdf, bookmarks_nest) {
    unsigned long first = number_after(object(a1, number_after(a1, "/Outlines ")), "/First ");
    struct str8 h1 = object(a1, first);
    cr_assert(has(h1, "/Count 2"));
    struct str8 h2 = object(a1, number_after(h1, "/First "));
    cr_assert(has(h2, "/Count -1"));
    cr_assert(has(object(a1, number_after(h2, "/First ")), "/Title(Djupare)"));
    struct str8 last = object(a1, number_after(h2, "/Next "));
    cr_assert(has(last, "/Title(Andra delen)") && !has(last, "/Count"));
    cr_assert(number_after(h1, "/Last ") == number_after(h2, "/Next "));
}

/* --- Links ------------------------------------------------------------------------------------ */

Test(pdf, a_link_over_lines_is_one_per_page_or_one_per_line) {
    static const char address[] = "/URI(https://exempel.se/%C3%A5\\(1\\)?a=b&c)";
    cr_assert(count(a1, address) == 3);
    cr_assert(count(a1, "/Subtype/Link/F 4") == 5);
    cr_assert(count(a1, "/Type/OBJR") == 5);
    cr_assert(count(ua, address) == 2);
    cr_assert(count(ua, "/QuadPoints[") == 1);
    cr_assert(count(ua, "/Type/OBJR") == 4);
}

Test(pdf, a_link_knows_its_element_and_the_element_the_link) {
    struct str8 rest = a1;
    for (ptrdiff_t at; (at = s8_find(rest, S8("/StructParent "))) >= 0;) {
        rest = s8_skip(rest, (size_t)at);
        struct str8 link = by_parent_tree(a1, number_after(rest, "/StructParent "), -1);
        cr_assert(has(link, "/S/Link/P ") && has(link, "/Type/OBJR"));
        rest = s8_skip(rest, 1);
    }
}

Test(pdf, links_say_in_words_where_they_lead) {
    cr_assert(count(a1, "/Contents(Till fotnot 1)") == 1);
    cr_assert(count(a1, "/Contents(E-post till registrator@exempel.se)") == 1);
    cr_assert(count(a1, "/Contents<FEFF004C00E4006E006B002000740069006C006C") == 3); /* Länk till */
    cr_assert(count(a1, "/Dest[5 0 R/XYZ 0 ") == 3); /* the note, two bookmarks */
}

static struct doc *parsed(struct str8 markdown) {
    struct doc *d = NULL;
    struct error err = {0};
    cr_assert(markdown_parse(&hand.a, markdown, NULL, 0, &d, &err) == ST_OK, "%s", err.text);
    return d;
}

/* --- Fonts ------------------------------------------------------------------------------------ */

Test(pdf, a_soft_hyphen_is_a_code_of_its_own) {
    cr_assert(count(ua, "><00AD>") == 1);
}

Test(pdf, kerning_moves_the_pen) {
    cr_assert(has(ua, "[<0001000200030004>55.18<0005>128.91<0006>128.91<0005>"));
}

Test(pdf, text_that_runs_leftwards_is_read_from_its_beginning) {
    struct buf b = {0};
    struct error err = {0};
    struct emit_pdf_options options = {.a1 = true};
    cr_assert(emit_pdf(parsed(S8("אבגא")), &options, &b, &err) == ST_OK, "%s", err.text);
    struct str8 pdf = legible(&hand.a, buf_str8_of(&b));
    cr_assert(has(pdf, "[<>-"), "the pen goes to where the first letter stands");
    cr_assert(has(pdf, "<0001><05D0>\n<0002><05D1>\n<0003><05D2>\n"));
    struct str8 text = s8_skip(pdf, (size_t)s8_find(pdf, S8("[<>-")));
    text = s8_sub(text, 0, (size_t)s8_find(text, S8("]TJ")));
    cr_assert(has(text, "<0001>") && s8_find(text, S8("<0001>")) < s8_find(text, S8("<0002>")));
    cr_assert(s8_find(text, S8("<0002>")) < s8_find(text, S8("<0003>")));
    cr_assert(s8_ends(text, S8("<0001>")));
    buf_free(&b);
}

Test(pdf, each_font_is_embedded_once) {
    cr_assert(count(a1, "/FontFile2 ") == 5 && count(a1, "/CIDSet ") == 5);
    cr_assert(count(a1, "/Subtype/Type0") == 5);
    cr_assert(count(a1, "beginbfchar\n") == 5);
}

static struct str8 text_of_glyph(size_t i, const struct glyph *g, size_t n, struct str8 text) {
    struct glyph copy[4];
    memcpy(copy, g, n * sizeof *g);
    struct glyph_run run = {.text = text, .glyph = copy, .n = n};
    return pdf_glyph_text(&run, i);
}

Test(pdf, glyphs_that_stand_for_one_text_share_it) {
    struct glyph ligature[] = {{.text_len = 3}};
    cr_assert(s8_eqz(text_of_glyph(0, ligature, 1, S8("ffi")), "ffi"));
    struct glyph accent[] = {{.text_len = 3}, {.text = 0}};
    cr_assert(s8_eqz(text_of_glyph(0, accent, 2, S8("e\xCC\x81")), "e"));
    cr_assert(s8_eqz(text_of_glyph(1, accent, 2, S8("e\xCC\x81")), "\xCC\x81"));
    struct glyph few[] = {{.text_len = 2}, {.text = 0}, {.text = 2, .text_len = 1}};
    cr_assert(s8_eqz(text_of_glyph(0, few, 3, S8("åb")), "å"));
    cr_assert(s8_eqz(text_of_glyph(1, few, 3, S8("åb")), "\xE2\x81\xA0"));
    cr_assert(s8_eqz(text_of_glyph(2, few, 3, S8("åb")), "b"));
}

Test(pdf, a_code_is_one_glyph_and_one_text) {
    struct arena a = {0};
    struct pdf p = {.a = &a, .n_fonts = 16};
    pdf_file_begin(&p.file, &a, false);
    p.font = ARENA_NEW(&a, struct pdf_font *, p.n_fonts);
    struct pdf_font *f = pdf_font(&p, fonts_at(hand.fs, 0));
    cr_assert(pdf_font(&p, fonts_at(hand.fs, 0)) == f);
    uint16_t one = pdf_font_code(&p, f, 16, S8("-"));
    cr_assert(one == 1);
    cr_assert(pdf_font_code(&p, f, 16, S8("\xC2\xAD")) == 2);
    for (int i = 0; i < 3000; i++) /* the table grows */
        cr_assert(pdf_font_code(&p, f, (uint16_t)(100 + i), S8("x")) == 3 + i);
    cr_assert(pdf_font_code(&p, f, 16, S8("-")) == one);
    cr_assert(pdf_font_code(&p, f, 3099, S8("x")) == 3002);
    for (int i = 0; i < 70000; i++)
        pdf_font_code(&p, f, (uint16_t)i, S8("y"));
    cr_assert(pdf_font_code(&p, f, 7, S8("z")) == 0);
    struct error err = {0};
    cr_assert(pdf_fonts(&p, &err) == ST_INVALID);
    pdf_file_free(&p.file);
    arena_free(&a);
}

/* The font of a text in that face, and the text's glyphs. */
static struct glyph_run shaped(enum font_face face, struct str8 text) {
    struct glyph_runs runs = {0};
    struct error err = {0};
    cr_assert(fonts_shape(hand.fs, &hand.a, face, text, &runs, &err) == ST_OK, "%s", err.text);
    cr_assert(runs.n == 1);
    return runs.run[0];
}

Test(pdf, a_font_says_what_it_is) {
    struct font_facts facts;
    font_facts(shaped(FONT_SERIF_BOLD_ITALIC, S8("a")).font, &facts);
    cr_assert(strcmp(facts.name, "LiberationSerif-BoldItalic") == 0, "%s", facts.name);
    cr_assert(facts.serif && facts.bold && !facts.fixed);
    cr_assert(facts.italic < -10 && facts.italic > -20);
    cr_assert(facts.bbox[0] < 0 && facts.bbox[1] < 0 && facts.bbox[2] > 2048);
    cr_assert(facts.cap_height > 1200 && facts.cap_height < 1500, "%d", facts.cap_height);
    font_facts(shaped(FONT_MONO, S8("a")).font, &facts);
    cr_assert(facts.fixed && !facts.serif && !facts.bold && facts.italic == 0);
}

Test(pdf, a_subset_has_the_glyphs_and_the_parts_they_are_made_of) {
    struct glyph_run run = shaped(FONT_SERIF, S8("\xC3\xA5")); /* å, of a and a ring */
    uint16_t id = run.glyph[0].id, new_id = 0;
    struct buf one = {0}, again = {0};
    struct error err = {0};
    cr_assert(font_subset(run.font, &id, 1, &new_id, &one, &err) == ST_OK, "%s", err.text);
    cr_assert(new_id >= 1 && new_id <= 3);
    cr_assert(one.n > 400 && one.n < 5000, "%zu", one.n);
    cr_assert(memcmp(one.p, "\0\1\0\0", 4) == 0);
    static const char *const dropped[] = {"GPOS", "cmap", "name", "OS/2", "fpgm"};
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        cr_assert(s8_find(s8_sub(buf_str8_of(&one), 0, 300), s8_from(dropped[i])) < 0);
    cr_assert(font_subset(run.font, &id, 1, &new_id, &again, &err) == ST_OK);
    cr_assert(s8_eq(buf_str8_of(&one), buf_str8_of(&again)));
    buf_free(&one);
    buf_free(&again);
}

/* --- The picture ------------------------------------------------------------------------------ */

Test(pdf, a_logo_that_is_seen_through_gets_a_mask_or_stands_on_white) {
    cr_assert(has(ua, "/ColorSpace/DeviceGray/Filter/FlateDecode/Length"));
    cr_assert(has(ua, "stream\n\xff\x80\nendstream") && !has(a1, "stream\n\xff\x80\nendstream"));
    ptrdiff_t at = s8_find(a1, S8("/Subtype/Image"));
    struct str8 image = s8_skip(a1, (size_t)at);
    image = s8_skip(image, (size_t)s8_find(image, S8("stream\n")) + 7);
    cr_assert(memcmp(image.p, "\xff\x00\x00\x7f\x7f\xff", 6) == 0);
}

/* --- Large ------------------------------------------------------------------------------------ */

Test(pdf, a_long_document_has_a_parent_tree_in_leaves) {
    struct hand h;
    hand_make(&h);
    for (int i = 0; i < 600; i++) {
        h.page = sheet_page(&h.s);
        h.y = 100000;
        hand_line(&h, h.s.root, ELEM_P, S8("Sida"));
    }
    struct str8 pdf = legible(&h.a, hand_pdf(&h, true));
    cr_assert(has(pdf, "<</Limits[0 499]/Nums[0 ") && has(pdf, "<</Limits[500 606]/Nums[500 "));
    cr_assert(has(pdf, "/Count 602/Kids["));
    hand_free(&h);
}

/* --- From a tree ------------------------------------------------------------------------------ */

Test(pdf, a_tree_becomes_a_file) {
    struct buf b = {0};
    struct error err = {0};
    struct emit_pdf_options options = {.a1 = true};
    struct doc *d =
        parsed(S8("# Rubrik\n\nText[^n] med [länk](https://exempel.se).\n\n[^n]: Not.\n"));
    cr_assert(emit_pdf(d, &options, &b, &err) == ST_OK, "%s", err.text);
    struct str8 pdf = legible(&hand.a, buf_str8_of(&b));
    cr_assert(s8_starts(pdf, S8("%PDF-1.4\n")));
    cr_assert(has(pdf, "<rdf:li xml:lang=\"x-default\">Rubrik</rdf:li>"));
    cr_assert(count(pdf, "/Subtype/Link/") == 2);
    cr_assert(count(pdf, "/S/Note/") == 1 && count(pdf, "/S/H1/") == 1);
    buf_clear(&b);
    cr_assert(emit_pdf(d, NULL, &b, &err) == ST_OK, "%s", err.text);
    cr_assert(s8_starts(buf_str8_of(&b), S8("%PDF-1.7\n")));
    buf_free(&b);
}

Test(pdf, what_cannot_be_set_leaves_the_buffer_alone) {
    struct buf b = {0};
    struct error err = {0};
    buf_str(&b, "före");
    cr_assert(emit_pdf(parsed(S8("Ett \xF4\x8F\xBF\xBD tecken\n")), NULL, &b, &err) == ST_INVALID);
    cr_assert(has(s8_from(err.text), "U+10FFFD"), "%s", err.text);
    struct doc *d = parsed(S8("Text\n"));
    d->logo = S8("ingen bild");
    d->logo_alt = S8("Vapen");
    cr_assert(emit_pdf(d, NULL, &b, &err) == ST_INVALID);
    cr_assert(s8_starts(s8_from(err.text), S8("Logotypen är ingen PNG-bild")), "%s", err.text);
    cr_assert(s8_eqz(buf_str8_of(&b), "före"));
    buf_free(&b);
}
