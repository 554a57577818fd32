/* The page layout of plain text: filling, tables, page ends, notes at the foot. And what HTML must
 * not let through. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/utf8.h"
#include "doc/markdown.h"
#include "emit/emit.h"

static struct doc *parse(struct arena *a, const char *text) {
    struct doc *d = NULL;
    struct error err = {0};
    cr_assert(markdown_parse(a, s8_from(text), NULL, 0, &d, &err) == ST_OK, "%s", err.text);
    return d;
}

static void check(int line, int width, const char *markdown, const char *expected) {
    struct arena a = {0};
    struct buf b = {0};
    struct emit_text_options o = {.width = width, .endless = true};
    emit_text(parse(&a, markdown), &o, &b);
    cr_expect(s8_eqz(buf_str8_of(&b), expected), "line %d\n--- got\n%.*s--- expected\n%s", line,
              S8F(buf_str8_of(&b)), expected);
    buf_free(&b);
    arena_free(&a);
}

#define CHECK(width, markdown, expected) check(__LINE__, width, markdown, expected)

/* --- Filling ---------------------------------------------------------------------------------- */

Test(fill, lines) {
    CHECK(30, "Omsorgsnämnden ställer sig bakom förslaget i dess helhet.",
          "Omsorgsnämnden ställer sig\nbakom förslaget i dess helhet.\n");
    CHECK(30, "a\\\nb", "a\nb\n");
    CHECK(30, "Enligt 12&nbsp;kap.&nbsp;1&nbsp;§&nbsp;HSL gäller",
          "Enligt 12 kap. 1 § HSL gäller\n");
    CHECK(30, "Se dock vad som sägs i 12&nbsp;kap.&nbsp;1&nbsp;§",
          "Se dock vad som sägs i\n12 kap. 1 §\n");
    CHECK(30, "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz abc",
          "abcdefghijklmnopqrstuvwxyzabcd\nefghijklmnopqrstuvwxyz abc\n");
    CHECK(30, "Det är en lång hälso&shy;sjuk&shy;vårds&shy;lagstiftning",
          "Det är en lång hälsosjukvårds-\nlagstiftning\n");
    CHECK(30, "abcdefghijklmnopqrstuvwxyzabcd&shy;efghij",
          "abcdefghijklmnopqrstuvwxyzabc\ndefghij\n");
    CHECK(30, "Den 日本語日本語日本語日本語日本語日本語",
          "Den 日本語日本語日本語日本語日\n本語日本語\n");
    CHECK(30, "e\u0301e\u0301e\u0301 aaaaaaaaaaaaaaaaaaaaaaaaaa b",
          "e\u0301e\u0301e\u0301 aaaaaaaaaaaaaaaaaaaaaaaaaa\nb\n");
    CHECK(30, "**fet** *kursiv* `kod` [text](https://a.b) [c@d.e](mailto:c@d.e) <https://f.g>",
          "fet kursiv kod text\n(https://a.b) c@d.e\nhttps://f.g\n");
}

Test(fill, note_number_stays) {
    CHECK(30, "aaaaaaaaa bbbbbbbbb ccccccccc[^1] d\n\n[^1]: n",
          "aaaaaaaaa bbbbbbbbb\nccccccccc[1] d\n\n--------------------\n[1] n\n");
}

/* --- Blocks ----------------------------------------------------------------------------------- */

Test(text, headings) {
    CHECK(30, "# Rubrik\n\na\n\n## Två\n\nb\n\n### Tre\n\nc",
          "======\nRubrik\n======\n\na\n\n\nTvå\n---\n\nb\n\n\nTre\n\nc\n");
}

Test(text, lists) {
    CHECK(30, "- a\n- b lång rad som måste brytas här\n  - c\n\n9. d\n\n10. e\n\n    f",
          "• a\n• b lång rad som måste brytas\n  här\n  • c\n\n9.  d\n\n10. e\n\n    f\n");
    CHECK(30, "> a\n\n```\nx  y\n\n z\n```", "    a\n\n    x  y\n\n     z\n");
    CHECK(30, "- - - - - - - - - - - - - - - - a",
          "• • • • • • • • • •\n          • • • • •\n          • a\n");
}

Test(text, tables) {
    CHECK(30, "| A | Kr |\n|---|---:|\n| åä | 1 |\n| b | 1000 |",
          "A     Kr\n--  ----\nåä     1\nb   1000\n");
    CHECK(30,
          "| Förslag | Bedömning |\n|---|---|\n| Lagkrav på ledningsansvarig | Nämnden tillstyrker "
          "|\n| b | c |",
          "Förslag           Bedömning\n----------------  -----------\nLagkrav på        Nämnden\n"
          "ledningsansvarig  tillstyrker\n\nb                 c\n");
    CHECK(30,
          "| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n| ett ord | två ord | tre | | fem "
          "| sex ord |",
          "a: ett ord\nb: två ord\nc: tre\nd:\ne: fem\nf: sex ord\n");
    CHECK(30, "| | |\n|---|---|\n| Dnr | 12 |\n| Datum | den fjortonde mars i nådens år |",
          "Dnr    12\nDatum  den fjortonde mars i\n       nådens år\n");
}

/* --- Pages ------------------------------------------------------------------------------------ */

static struct emit_lines pages(struct arena *a, const struct doc *d, int height) {
    struct emit_text_options o = {.width = 30, .page_lines = height};
    struct emit_lines lines;
    emit_text_lines(a, d, &o, &lines);
    return lines;
}

static int page_of(const struct emit_lines *lines, const char *text) {
    for (size_t i = 0; i < lines->n; i++)
        if (s8_eqz(lines->items[i].text, text))
            return lines->items[i].page;
    return 0;
}

static void put_paras(struct buf *b, int n) {
    for (int i = 0; i < n; i++)
        buf_printf(b, "rad %d\n\n", i + 1);
}

Test(page, heads) {
    struct arena a = {0};
    struct buf b = {0};
    put_paras(&b, 12);
    buf_byte(&b, 0);
    struct doc *d = parse(&a, b.p);
    d->organisation = S8("Omsorgsnämnden i en kommun med långt namn");
    d->date = S8("2025-03-14");
    d->title = S8("Svar på remiss");
    struct emit_lines l = pages(&a, d, 16);
    cr_expect(l.pages == 2);
    cr_expect(s8_eqz(l.items[0].text, "Omsorgsnämnden i…   2025-03-14"), "%.*s",
              S8F(l.items[0].text));
    cr_expect(page_of(&l, "Svar på remiss           2 (2)") == 2);
    d->dnr = S8("ON 2025/0123");
    l = pages(&a, d, 16);
    cr_expect(page_of(&l, "ON 2025/0123             2 (2)") == 2);
    d->numbering = DOC_NUMBER;
    l = pages(&a, d, 16);
    cr_expect(page_of(&l, "ON 2025/0123                 2") == 2);
    d->numbering = DOC_NO_NUMBER;
    l = pages(&a, d, 16);
    cr_expect(page_of(&l, "ON 2025/0123") == 2);
    d->numbering = DOC_NUMBER_OF_ALL;
    buf_clear(&b);
    emit_text(d, &(struct emit_text_options){.page_lines = 16}, &b);
    cr_expect(s8_find(buf_str8_of(&b), S8("\n\fON 2025/0123")) > 0);
    buf_free(&b);
    arena_free(&a);
}

Test(page, heading_keeps_two_lines) {
    for (int before = 4; before < 12; before++) {
        struct arena a = {0};
        struct buf b = {0};
        put_paras(&b, before);
        buf_str(&b, "## Rubrik\n\nförsta\\\nandra\\\ntredje\\\nfjärde\\\nfemte");
        buf_byte(&b, 0);
        struct emit_lines l = pages(&a, parse(&a, b.p), 16);
        cr_expect(page_of(&l, "Rubrik") == page_of(&l, "första"));
        cr_expect(page_of(&l, "första") == page_of(&l, "andra"));
        cr_expect(page_of(&l, "fjärde") == page_of(&l, "femte"));
        buf_free(&b);
        arena_free(&a);
    }
}

Test(page, note_stands_where_it_is_referred_to) {
    for (int before = 0; before < 20; before++) {
        struct arena a = {0};
        struct buf b = {0};
        put_paras(&b, before);
        buf_str(&b, "text[^1]\n\nmer[^2]\n\n[^1]: ett\n[^2]: två");
        buf_byte(&b, 0);
        struct emit_lines l = pages(&a, parse(&a, b.p), 16);
        cr_expect(page_of(&l, "text[1]") == page_of(&l, "[1] ett"));
        cr_expect(page_of(&l, "mer[2]") == page_of(&l, "[2] två"));
        buf_free(&b);
        arena_free(&a);
    }
}

Test(page, long_note_goes_on_overleaf) {
    struct arena a = {0};
    struct buf b = {0};
    buf_str(&b, "a[^1]\n\nb\n\n[^1]: 1");
    for (int i = 2; i <= 40; i++)
        buf_printf(&b, "\\\n    %d", i);
    buf_byte(&b, 0);
    struct emit_lines l = pages(&a, parse(&a, b.p), 16);
    cr_expect(page_of(&l, "[1] 1") == 1);
    cr_expect(l.pages >= 3 && page_of(&l, "    40") == l.pages);
    int rows[50] = {0};
    for (size_t i = 0; i < l.n; i++)
        cr_expect(++rows[l.items[i].page] <= 16);
    buf_free(&b);
    arena_free(&a);
}

Test(page, table_head_is_repeated) {
    struct arena a = {0};
    struct buf b = {0};
    buf_str(&b, "| Namn | Tal |\n|---|---|\n");
    for (int i = 1; i <= 30; i++)
        buf_printf(&b, "| n%d | %d |\n", i, i);
    buf_byte(&b, 0);
    struct emit_lines l = pages(&a, parse(&a, b.p), 16);
    int heads = 0;
    for (size_t i = 0; i < l.n; i++)
        heads += s8_eqz(l.items[i].text, "Namn  Tal");
    cr_expect(heads == l.pages && l.pages == 3, "%d heads, %d pages", heads, l.pages);
    buf_free(&b);
    arena_free(&a);
}

Test(page, lines_know_their_graft) {
    struct arena a = {0};
    struct doc *d = NULL;
    struct markdown_graft g[] = {{S8("ett"), S8("4.1:1")}, {S8("två"), S8("4.1:2")}};
    struct buf t = {0};
    buf_str(&t, "mall\n\n");
    markdown_token(0, &t);
    buf_str(&t, "\n\nmed ");
    markdown_token(1, &t);
    cr_assert(markdown_parse(&a, buf_str8_of(&t), g, 2, &d, NULL) == ST_OK);
    struct emit_lines l = pages(&a, d, 60);
    cr_assert(l.n == 5);
    cr_expect(l.items[0].mark.n == 0);
    cr_expect(s8_eqz(l.items[2].mark, "4.1:1"));
    cr_expect(s8_eqz(l.items[4].mark, "4.1:2"));
    buf_free(&t);
    arena_free(&a);
}

Test(page, empty_document) {
    struct arena a = {0};
    struct buf b = {0};
    struct emit_lines l = pages(&a, parse(&a, ""), 16);
    cr_expect(l.pages == 1 && l.n == 0);
    emit_markdown(parse(&a, ""), &b);
    cr_expect(b.n == 0);
    buf_free(&b);
    arena_free(&a);
}

/* --- HTML ------------------------------------------------------------------------------------- */

static void check_html(const char *markdown, const char *expected) {
    struct arena a = {0};
    struct buf b = {0};
    emit_html(parse(&a, markdown), &(struct emit_html_options){.fragment = true}, &b);
    cr_expect(s8_find(buf_str8_of(&b), s8_from(expected)) >= 0, "%s\n--- not in\n%.*s", expected,
              S8F(buf_str8_of(&b)));
    buf_free(&b);
    arena_free(&a);
}

Test(html, only_safe_links) {
    check_html("[a](https://b.c?d&e \"f\\\"\")",
               "<a href=\"https://b.c?d&amp;e\" title=\"f&quot;\">a</a>");
    check_html("[a](MAILTO:b@c)", "<a href=\"MAILTO:b@c\">a</a>");
    check_html("[a](javascript:alert)", "<p>a (javascript:alert)</p>");
    check_html("[a](data:text/html,x)", "<p>a (data:text/html,x)</p>");
    check_html("[a](//x.y)", "<p>a (//x.y)</p>");
    check_html("[a](&#32;javascript:b)", "<p>a (javascript:b)</p>");
}

Test(html, no_level_of_headings_is_skipped) {
    check_html("## a\n\n#### b\n\n#### c\n\n## d",
               "<h1>a</h1>\n<h2>b</h2>\n<h2>c</h2>\n<h1>d</h1>");
}

Test(html, escapes) {
    check_html("<script>&'\"", "<p>&lt;script&gt;&amp;&#39;&quot;</p>");
    check_html("`<b>`", "<code>&lt;b&gt;</code>");
}

Test(html, structure) {
    check_html("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>");
    check_html("- a\n\n- b", "<li><p>a</p>\n</li>");
    check_html("| a |\n|--:|\n| b |", "<th scope=\"col\" style=\"text-align:right\">a</th>");
    check_html("| | |\n|---|---|\n| Dnr | 1 |", "<dl>\n<div><dt>Dnr</dt><dd>1</dd></div>\n</dl>");
    check_html("a[^1][^1]\n\n[^1]: b",
               "a<sup id=\"fnref1\"><a href=\"#fn1\" role=\"doc-noteref\">1</a></sup>"
               "<sup><a href=\"#fn1\" role=\"doc-noteref\">1</a></sup>");
    check_html("[a[^1]](http://b)\n\n[^1]: c",
               "<a href=\"http://b\">a<sup id=\"fnref1\">1</sup></a>");
}

Test(html, the_logo_is_in_the_page_with_its_text) {
    struct arena a = {0};
    struct buf b = {0};
    struct doc *d = parse(&a, "text");
    d->logo = S8("\x89PNG\r\n\x1a\n");
    d->logo_alt = S8("Storstads \"vapen\"");
    d->organisation = S8("Storstads kommun");
    emit_html(d, NULL, &b);
    cr_expect(s8_find(buf_str8_of(&b),
                      S8("<header>\n<p><img src=\"data:image/png;base64,iVBORw0KGgo=\" "
                         "alt=\"Storstads &quot;vapen&quot;\"></p>\n<p>Storstads kommun</p>\n")) >
                  0,
              "%s", b.p);
    buf_free(&b);
    arena_free(&a);
}

Test(html, page) {
    struct arena a = {0};
    struct buf b = {0};
    struct doc *d = parse(&a, "# Rubrik");
    emit_html(d, &(struct emit_html_options){.style = S8("a</style>b")}, &b);
    struct str8 s = buf_str8_of(&b);
    cr_expect(s8_starts(s, S8("<!doctype html>\n<html lang=\"sv\">\n")));
    cr_expect(s8_find(s, S8("<title>Rubrik</title>")) > 0);
    cr_expect(s8_find(s, S8("a<\\/style>b")) > 0);
    buf_free(&b);
    arena_free(&a);
}
