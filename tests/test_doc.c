/* Markdown to tree: what is read as what, grafts, footnotes, escaping. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "doc/markdown.h"
#include "emit/emit.h"
#include "tests/tree.h"

/* The tree of a template, in which "@0", "@1" … are tokens, as tree_dump gives it. */
static char *tree(const char *template, const char *const *grafts) {
    struct markdown_graft list[8];
    struct arena a = {0};
    struct buf text = {0}, out = {0};
    struct doc *d = NULL;
    struct error err = {0};
    size_t n = 0;
    for (; grafts && grafts[n]; n++)
        list[n] = (struct markdown_graft){s8_from(grafts[n]), S8("m")};
    for (const char *p = template; *p; p++)
        if (*p == '@' && p[1] >= '0' && p[1] <= '9')
            markdown_token((size_t)(*++p - '0'), &text);
        else
            buf_byte(&text, *p);
    cr_assert(markdown_parse(&a, buf_str8_of(&text), list, n, &d, &err) == ST_OK, "%s", err.text);
    cr_assert(tree_fault(d) == NULL, "%s: %s", template, tree_fault(d));
    tree_dump(d, &out);
    buf_free(&text);
    arena_free(&a);
    buf_byte(&out, 0);
    return buf_detach(&out, NULL);
}

#define GRAFTS(...) ((const char *const[]){__VA_ARGS__, NULL})

static void check(int line, const char *template, const char *const *grafts, const char *expected) {
    char *got = tree(template, grafts);
    cr_expect(strcmp(got, expected) == 0, "line %d: %s\n--- got\n%s--- expected\n%s", line,
              template, got, expected);
    free(got);
}

#define CHECK(template, expected) check(__LINE__, template, NULL, "root\n" expected)
#define CHECK_GRAFT(template, grafts, expected) check(__LINE__, template, grafts, "root\n" expected)

/* Do two templates give the same tree? */
static void same(int line, const char *a, const char *const *ga, const char *b,
                 const char *const *gb) {
    char *x = tree(a, ga), *y = tree(b, gb);
    cr_expect(strcmp(x, y) == 0, "line %d\n--- %s\n%s--- %s\n%s", line, a, x, b, y);
    free(x);
    free(y);
}

#define SAME(a, ga, b) same(__LINE__, a, ga, b, NULL)

/* --- Blocks ----------------------------------------------------------------------------------- */

Test(doc, blocks) {
    CHECK("", "");
    CHECK("# Rubrik\n\nText å\nrad två",
          " heading 1\n  text 'Rubrik'\n para\n  text 'Text å rad två'\n");
    CHECK("- a\n- b", " list tb 0\n  item\n   para\n    text 'a'\n  item\n   para\n    text 'b'\n");
    CHECK("7. a\n\n8. b",
          " list lo 7\n  item\n   para\n    text 'a'\n  item\n   para\n    text 'b'\n");
    CHECK("> a\n\n***", " quote\n  para\n   text 'a'\n rule\n");
    CHECK("```c\na\tb\n\n```", " code 'a   b\n'\n");
    CHECK("    indraget", " para\n  text 'indraget'\n");
    CHECK("#\n\n```\n```\n\n-\n\n>\n", ""); /* nothing empty is left */
}

Test(doc, html_is_text) {
    CHECK("<div>\n<!-- x", " para\n  text '<div> <!-- x'\n");
    CHECK("a <b>c</b> a<br>b", " para\n  text 'a <b>c</b> a<br>b'\n");
    CHECK("# a<br>b\\<br>", " heading 1\n  text 'a'\n  break\n  text 'b<br>'\n");
}

Test(doc, tables) {
    CHECK("| A | B |\n|:--|--:|\n| c<br />d | `x|y` |",
          " table 1 3\n  row header\n   cell\n    text 'A'\n   cell\n    text 'B'\n"
          "  row\n   cell\n    text 'c'\n    break\n    text 'd'\n   cell\n    span 'x|y'\n");
    CHECK("|  |  |\n|---|---|\n| Dnr | 1 |\n|||",
          " fields\n  row\n   cell\n    text 'Dnr'\n   cell\n    text '1'\n");
    CHECK("| | | |\n|---|---|---|\n| a | | c |",
          " table 0 0 0\n  row\n   cell\n    text 'a'\n   cell\n   cell\n    text 'c'\n");
}

Test(doc, signatures) {
    CHECK("__________\\\nNamn A\\\n*ordförande*",
          " sign\n  text 'Namn A'\n  break\n  emph\n   text 'ordförande'\n");
    CHECK("_________\\\nnio är för få",
          " para\n  text '_________'\n  break\n  text 'nio är för få'\n");
    CHECK("__________ Namn", " para\n  text '__________ Namn'\n");
    CHECK("__________\nNamn", " rule\n para\n  text 'Namn'\n");
}

Test(doc, too_wide_a_table_is_text) {
    struct buf b = {0};
    for (int i = 0; i <= DOC_COLUMNS_MAX; i++)
        buf_str(&b, "|a");
    buf_byte(&b, '\n');
    for (int i = 0; i <= DOC_COLUMNS_MAX; i++)
        buf_str(&b, "|---");
    buf_byte(&b, 0);
    char *got = tree(b.p, NULL);
    cr_expect(strncmp(got, "root\n para\n", 11) == 0, "%s", got);
    free(got);
    buf_free(&b);
}

/* --- Inlines ---------------------------------------------------------------------------------- */

Test(doc, inlines) {
    CHECK("**f** *k* `c` [l](u \"t\")",
          " para\n  strong\n   text 'f'\n  text ' '\n  emph\n   text 'k'\n  text ' '\n  span 'c'\n"
          "  text ' '\n  link <u> \"t\"\n   text 'l'\n");
    CHECK("![bild *a*](x)", " para\n  text 'bild '\n  emph\n   text 'a'\n");
    CHECK("a\\\nb  \nc", " para\n  text 'a'\n  break\n  text 'b'\n  break\n  text 'c'\n");
    CHECK("<https://a.b> www.c.se", " para\n  link <https://a.b> \"\"\n   text 'https://a.b'\n"
                                    "  text ' www.c.se'\n");
    CHECK("[x]\n\n[x]: http://y", " para\n  link <http://y> \"\"\n   text 'x'\n");
    CHECK("~~a~~ :b:", " para\n  text '~~a~~ :b:'\n");
}

Test(doc, formatting_is_canonical) {
    CHECK("**a __b__ c**", " para\n  strong\n   text 'a b c'\n");
    CHECK("***a** b*", " para\n  emph\n   strong\n    text 'a'\n   text ' b'\n");
    CHECK("a  \t b &#32; c", " para\n  text 'a b c'\n");
    CHECK("x *&#32;a*", " para\n  text 'x '\n  emph\n   text 'a'\n");
    CHECK("[](x) a", " para\n  text 'a'\n");
}

/* md4c loses the closing delimiters in these. */
Test(doc, unbalanced_spans) {
    free(tree("_[](_)\n```", NULL));
    free(tree("**[_a](_)** b _[c](**)_ d**", NULL));
    free(tree("| _[](_) | b |\n| --- | --- |\n\n# *[a](*)\n\nc", NULL));
}

Test(doc, character_references) {
    CHECK("&aring;&amp;&#229;&#x41;&sect;", " para\n  text 'å&åA§'\n");
    CHECK("&okänd; &finns; &#0; &#27; &#xD800;",
          " para\n  text '&okänd; &finns; \uFFFD \uFFFD \uFFFD'\n");
    CHECK("a&#xE000;0&#xE001;b", " para\n  text 'a\uFFFD0\uFFFDb'\n");
}

Test(doc, nesting_is_bounded) {
    struct buf b = {0};
    for (int i = 0; i < 500; i++)
        buf_str(&b, i % 2 ? "> " : "- ");
    buf_str(&b, "djupt\n\n");
    for (int i = 0; i < 200; i++)
        buf_str(&b, "*a **b ");
    for (int i = 0; i < 200; i++)
        buf_str(&b, "b** a*");
    buf_byte(&b, 0);
    char *got = tree(b.p, NULL);
    cr_expect(strstr(got, "text 'djupt'") != NULL);
    free(got);
    buf_free(&b);
}

/* --- Footnotes -------------------------------------------------------------------------------- */

Test(doc, footnotes) {
    CHECK("a[^x] b[^1].[^x]\n\n[^1]: ett\n[^x]: två\n  rad\n\n    - c",
          " para\n  text 'a'\n  ref 1\n  text ' b'\n  ref 2\n  text '.'\n  ref 1\n"
          "note 1\n para\n  text 'två rad'\n list tb 0\n  item\n   para\n    text 'c'\n"
          "note 2\n para\n  text 'ett'\n");
    CHECK("**a.**[^1]\n\n[^1]: x",
          " para\n  strong\n   text 'a.'\n  ref 1\nnote 1\n para\n  text 'x'\n");
    CHECK("[^ja] \\[^1] `[^1]` [^1]\n\n[^1]: x", " para\n  text '[^ja] [^1] '\n  span '[^1]'\n  "
                                                 "text ' '\n  ref 1\nnote 1\n para\n  text 'x'\n");
    CHECK("```\n[^1]: kod\n```\n[^1]", " code '[^1]: kod'\n para\n  text '[^1]'\n");
    CHECK("- ```\n  [^1]: kod\n\nb[^1]\n[^1]: not",
          " list tb 0\n  item\n   code '[^1]: kod\n'\n para\n  text 'b'\n  ref 1\n"
          "note 1\n para\n  text 'not'\n");
    CHECK("[^a](x)", " para\n  text '[^a](x)'\n");
    CHECK(
        "a[^1]\n\n[^1]: se[^2] och[^1]\n[^2]: # b",
        " para\n  text 'a'\n  ref 1\nnote 1\n para\n  text 'se'\n  ref 2\n  text ' och'\n  ref 1\n"
        "note 2\n para\n  strong\n   text 'b'\n");
    CHECK("| [^1] | b |\n|---|---|\n\n- c[^2]\n\n[^1]: ett\n\n[^2]: två",
          " table 0 0\n  row header\n   cell\n    ref 1\n   cell\n    text 'b'\n"
          " list tb 0\n  item\n   para\n    text 'c'\n    ref 2\n"
          "note 1\n para\n  text 'ett'\nnote 2\n para\n  text 'två'\n");
    CHECK("a[^1]\n\n[^1]:", " para\n  text 'a'\n  ref 1\nnote 1\n");
}

/* The note after a fence is one, whatever the note before the fence ended with. */
Test(doc, a_note_with_a_fence_after_one_with_a_list) {
    static const char *const between[] = {"[^a]: - x\n    - y\n", "[^a]: - x\n", "[^a]: - x\n\n",
                                          "[^a]: 1. x\n    - y\n\n", "[^a]: > - x\n"};
    static const char *const fence[] = {"[^b]: ~~~\n    kod\n    ~~~\n",
                                        "[^b]: ```\n  kod\n  ```\n\n",
                                        "[^b]: - ```\n      kod\n      ```\n"};
    for (size_t i = 0; i < sizeof between / sizeof *between; i++)
        for (size_t k = 0; k < sizeof fence / sizeof *fence; k++) {
            struct buf b = {0};
            buf_printf(&b, "t[^a][^b][^c]\n\n%s%s[^c]: sist\n", between[i], fence[k]);
            char *got = tree(b.p, NULL);
            cr_expect(strstr(got, "note 3\n para\n  text 'sist'"), "%s\n%s", b.p, got);
            cr_expect(strstr(got, "code 'kod'"), "%s\n%s", b.p, got);
            free(got);
            buf_free(&b);
        }
    CHECK("a[^1]\n\n~~~\n[^1]: - kod\n[^2]:\n~~~\n\n[^1]: ~~~\n  [^2]: x\n  ~~~",
          " para\n  text 'a'\n  ref 1\n code '[^1]: - kod\n[^2]:'\nnote 1\n code '[^2]: x'\n");
}

Test(doc, warnings) {
    struct arena a = {0};
    struct doc *d;
    cr_assert(markdown_parse(&a, S8("x[^1]\n\n[^1]: a\n[^1]: b\n[^2]: c"), NULL, 0, &d, NULL) ==
              ST_OK);
    cr_assert(d->n_warnings == 2);
    cr_expect(s8_eq(d->warnings[0], S8("Fotnoten [^1] har två texter. Den första används.")));
    cr_expect(s8_eq(d->warnings[1], S8("Fotnoten [^2] används inte i texten och är inte med.")));
    cr_expect(d->n_notes == 1 && s8_eqz(d->language, "sv"));
    arena_free(&a);
}

/* --- Grafts ----------------------------------------------------------------------------------- */

Test(graft, blocks) {
    SAME("a\n\n@0\n\nb", GRAFTS("x\n\n- y"), "a\n\nx\n\n- y\n\nb");
    SAME("- @0\n- c", GRAFTS("x\n\n1. y"), "- x\n  1. y\n- c");
    SAME("> @0", GRAFTS("x\n\n> y"), "> x\n>\n> > y");
    SAME("a[^1]\n\n[^1]: @0", GRAFTS("x\n\ny"), "a[^1]\n\n[^1]: x\n\n    y");
    SAME("@0\n@1 @0", GRAFTS("x", "y"), "x\n\ny\n\nx");
}

Test(graft, empty_leaves_nothing) {
    SAME("a\n\n@0\n\nb", GRAFTS("  \n"), "a\n\nb");
    SAME("- @0\n- b", GRAFTS(""), "- b");
    SAME("> - @0", GRAFTS("#"), "");
    SAME("a @0 b", GRAFTS(""), "a b");
    SAME("## @0", GRAFTS("[^1]: x"), "");
    SAME("**@0** b", GRAFTS(""), "b");
}

Test(graft, runs) {
    SAME("a: @0.", GRAFTS("x\n\ny"), "a: x\\\ny.");
    SAME("## a @0", GRAFTS("x\n\n- y\n- z"), "## a x<br>– y<br>– z");
    SAME("| a |\n|---|\n| @0 |", GRAFTS("x\n\n3. y\n4. z"), "| a |\n|---|\n| x<br>3. y<br>4. z |");
    SAME("a @0", GRAFTS("# r\n\n| b | c |\n|---|---|\n\n> d\n\n***\n\n```\ne\n\nf\n```"),
         "a r\\\nb; c\\\nd\\\n`e`\\\n`f`");
    SAME("**@0**", GRAFTS("x **y** z"), "**x y z**");
    SAME("[a @0](u)", GRAFTS("[x](v) y"), "[a x y](u)");
    SAME("`@0` och\n\n```\n@0\n```", GRAFTS("a\n**b**"), "`a **b**` och\n\n```\na\n**b**\n```");
}

Test(graft, headings_sink) {
    SAME("# A\n\n## B\n\n@0\n\n@1", GRAFTS("### x\n\n# y\n\n### z", "# w"),
         "# A\n\n## B\n\n### x\n\n### y\n\n#### z\n\n### w");
    SAME("@0", GRAFTS("## x"), "# x");
    SAME("###### A\n\n@0", GRAFTS("# x\n\n## y"), "###### A\n\n###### x\n\n###### y");
    SAME("## A\n\n### \n\n@0", GRAFTS("# x"), "## A\n\n### x");
}

Test(graft, names_are_its_own) {
    SAME(
        "a[^1] [l]\n\n@0\n\n@1\n\nb[^1]\n\n[^1]: mall\n[l]: u",
        GRAFTS("x[^1] [l]\n\n[^1]: ett\n[l]: v", "y[^1] [l]\n\n[^1]: två"),
        "a[^1] [l](u)\n\nx[^2] [l](v)\n\ny[^3] \\[l]\n\nb[^1]\n\n[^1]: mall\n[^2]: ett\n[^3]: två");
    SAME("@0\n\n[^1]: mall", GRAFTS("x[^1]"), "x\\[^1]");
    SAME("a[^1]\n\n[^1]: m", NULL, "a[^2]\n\n[^2]: m");
}

Test(graft, tokens_cannot_be_forged) {
    SAME("@0 b",
         GRAFTS("a \xEE\x80\x80"
                "1"
                "\xEE\x80\x81 c",
                "hemligt"),
         "a 1 c b");
    SAME("a @9 b", GRAFTS("x"), "a b");
    SAME("a \xEE\x80\x80 b \xEE\x80\x81 \xEE\x80\x80n0\xEE\x80\x81 c", NULL, "a b n0 c");
    SAME("@0", GRAFTS("a \xEE\x80\x80n0\xEE\x80\x81"), "a n0");
    SAME("[a](@0)", GRAFTS("x"), "[a]()");
    SAME("a@0b", GRAFTS("{{x}} &#xE000;"),
         "a{{x}} \xEF\xBF\xBD"
         "b");
}

Test(graft, marks) {
    struct arena a = {0};
    struct doc *d;
    struct markdown_graft g = {S8("x[^1]\n\n- y\n\n[^1]: z"), S8("4.1:2")};
    cr_assert(markdown_parse(&a,
                             S8("m\n\n\xEE\x80\x80"
                                "0\xEE\x80\x81"),
                             &g, 1, &d, NULL) == ST_OK);
    cr_expect(d->body->first->mark.n == 0);
    cr_expect(s8_eqz(d->body->first->next->mark, "4.1:2"));
    cr_expect(s8_eqz(d->body->last->first->mark, "4.1:2"));
    cr_expect(s8_eqz(d->notes->mark, "4.1:2") && s8_eqz(d->notes->first->mark, "4.1:2"));
    arena_free(&a);
}

Test(graft, depth_counts_what_is_around) {
    struct buf b = {0}, g = {0};
    for (int i = 0; i < 30; i++) {
        buf_str(&b, "> ");
        buf_str(&g, "- ");
    }
    buf_str(&b, "@0");
    buf_byte(&b, 0);
    buf_str(&g, "x");
    buf_byte(&g, 0);
    free(tree(b.p, GRAFTS(g.p))); /* tree_fault has looked */
    buf_free(&b);
    buf_free(&g);
}

/* --- Limits ----------------------------------------------------------------------------------- */

Test(doc, refuses) {
    struct arena a = {0};
    struct doc *d;
    struct error err = {0};
    char *large = calloc(1, MARKDOWN_MAX + 1);
    memset(large, 'a', MARKDOWN_MAX + 1);
    struct str8 s = {large, MARKDOWN_MAX + 1};
    struct markdown_graft g = {s, S8("")};
    cr_expect(markdown_parse(&a, s, NULL, 0, &d, &err) == ST_INVALID);
    cr_expect(strstr(err.text, "4 MiB") != NULL);
    cr_expect(markdown_parse(&a, S8("x"), &g, 1, &d, &err) == ST_INVALID);
    cr_expect(markdown_parse(&a, S8("\xFF"), NULL, 0, &d, &err) == ST_INVALID);
    free(large);
    arena_free(&a);
}

/* Must end; that it does so in reasonable time is seen by whoever waits. */
Test(doc, hostile) {
    static const char *pieces[] = {"[",  "[a](",      ">",  "- ",          "*a ",   "`a``",
                                   "[^", "![",        "<",  "\\",          "# a\n", "a\\\n",
                                   "|",  "**a\\\n**", "&a", "[^1]: [^1]\n"};
    struct buf b = {0};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        buf_clear(&b);
        while (b.n < 400000)
            buf_str(&b, pieces[i]);
        buf_byte(&b, 0);
        free(tree(b.p, NULL));
    }
    buf_clear(&b);
    buf_str(&b, "[x]: ");
    buf_repeat(&b, 'u', 200000);
    buf_str(&b, "\n\n");
    while (b.n < 400000)
        buf_str(&b, "[x]");
    buf_byte(&b, 0);
    free(tree(b.p, NULL));
    buf_free(&b);
}

/* --- The tree --------------------------------------------------------------------------------- */

Test(doc, walk_and_plain) {
    struct arena a = {0};
    struct doc *d;
    cr_assert(markdown_parse(&a, S8("### b\n\n## *A* `c`\\\nd\n\nx[^1]\n\n[^1]: y"), NULL, 0, &d,
                             NULL) == ST_OK);
    cr_expect(s8_eqz(doc_first_heading(&a, d), "A c\\"));
    cr_expect(s8_eqz(doc_plain(&a, d->body), "b A c\\ d x"));
    size_t n = 0;
    for (struct doc_node *at = d->notes; at; at = doc_next(at, d->notes))
        n++;
    cr_expect(n == 3);
    arena_free(&a);
}

/* Printed twice, a date looks like two dates. */
Test(doc, the_page_begins_with_a_date_that_the_body_lacks) {
    static const struct {
        const char *text;
        bool head;
    } all[] = {{"# Rubrik\n\n2025-03-14", true},
               {"", true},
               {"| | |\n|---|---|\n| Dnr | 1 |\n", false},
               {"**Yttrande**\n\n| | |\n|---|---|\n| Datum | 2025-03-14 |\n\n# Rubrik", false},
               {"| Datum | Dnr |\n|---|---|\n| 2025-03-14 | 1 |\n\n# Rubrik", false},
               {"| Datum | Dnr |\n|---|---|\n| 2025-03-15 | 1 |\n\n# Rubrik", true},
               {"2025-03-14\n\n# Rubrik", false}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct arena a = {0};
        struct error err = {0};
        struct doc *d = NULL;
        cr_assert(markdown_parse(&a, s8_from(all[i].text), NULL, 0, &d, &err) == ST_OK);
        d->date = S8("2025-03-14");
        cr_expect_eq(doc_head_date(d).n > 0, all[i].head, "%s", all[i].text);
        arena_free(&a);
    }
}

Test(utf8, classes) {
    static const struct {
        uint32_t c;
        enum utf8_class is;
    } chars[] = {{'a', UTF8_WORD},        {'7', UTF8_WORD},        {0xE5, UTF8_WORD},
                 {' ', UTF8_SPACE},       {'\n', UTF8_SPACE},      {0xA0, UTF8_SPACE},
                 {'$', UTF8_PUNCTUATION}, {'_', UTF8_PUNCTUATION}, {0x201D, UTF8_PUNCTUATION},
                 {0x20AC, UTF8_OTHER},    {0x301, UTF8_OTHER},     {0xE000, UTF8_OTHER}};
    for (size_t i = 0; i < sizeof chars / sizeof *chars; i++)
        cr_expect(utf8_classify(chars[i].c) == chars[i].is, "%x", (unsigned)chars[i].c);
}

/* --- Escaping --------------------------------------------------------------------------------- */

/* As the text must come back: white space folded and trimmed, controls and private ones gone. */
static struct str8 folded(struct arena *a, struct str8 s) {
    struct buf b = {0};
    bool space = false;
    for (size_t i = 0, len; i < s.n; i += len) {
        uint32_t c = utf8_decode(s, i, &len);
        if (c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0x2028 || c == 0x2029) {
            space = true;
        } else if (!(c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xE000 || c == 0xE001)) {
            if (space && b.n)
                buf_byte(&b, ' ');
            space = false;
            buf_bytes(&b, s.p + i, len);
        }
    }
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

/* Parses `before` value `after`; the only text in it after `label` must be the value. */
static void check_escape(struct str8 value, const char *before, const char *after) {
    struct arena a = {0};
    struct buf text = {0};
    struct doc *d;
    buf_str(&text, before);
    markdown_escape(value, &text);
    buf_str(&text, after);
    cr_assert(markdown_parse(&a, buf_str8_of(&text), NULL, 0, &d, NULL) == ST_OK);
    const struct doc_node *n = d->body;
    while (n->first)
        n = n->kind == DOC_TABLE ? n->last : n->first;
    struct str8 want = folded(&a, value);
    cr_expect(n->kind == DOC_TEXT && !n->next && !n->prev && s8_eq(n->text, want),
              "%s%.*s%s\n gave '%.*s'", before, S8F(value), after, S8F(n->text));
    cr_expect(d->body->first == d->body->last);
    buf_free(&text);
    arena_free(&a);
}

static void check_escapes(struct str8 value) {
    struct arena a = {0};
    if (folded(&a, value).n) {
        check_escape(value, "", "");
        check_escape(value, "# ", "");
        check_escape(value, "- ", "");
        check_escape(value, "**", "**");
        check_escape(value, "_", "_");
        check_escape(value, "| a |\n|---|\n| ", " |");
        check_escape(value, "> 1. ", "\n");
    }
    arena_free(&a);
}

Test(escape, gives_the_text_back) {
    static const char *values[] = {
        "Omsorgsnämnden",
        "1. punkt",
        "12) x",
        "- a",
        "+ b",
        "# c",
        "---",
        "===",
        "a | b",
        "*a*",
        "_a_",
        "`a`",
        "[a](b)",
        "[a]: b",
        "[^1]",
        "[^1]: x",
        "<div>",
        "<!--",
        "&amp;",
        "a\\",
        "\\",
        "a\n\nb",
        " a\t b \r\n c ",
        "```",
        "~~~",
        "{{x}}",
        "http://a.b",
        "<http://a.b>",
        "a&#32;",
        "\xC2\xA0x\xC2\xA0",
        "”citat”",
        "– tankstreck",
        "\xE3\x80\x80vid",
        "a\x1B[31mb",
        "!",
        "![",
        "x\uE0000\uE001y",
        "a\u2028b",
        "\u00AD",
        "|",
        "||",
        "\\|",
        ":-",
        "1986",
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        check_escapes(s8_from(values[i]));
}

static uint32_t random_char(unsigned *seed) {
    static const char common[] = " \n\t*_`[]()<>#+-.!|\\~&;:^=a1å";
    *seed = *seed * 1664525u + 1013904223u;
    unsigned r = *seed >> 8;
    if (r % 4)
        return (unsigned char)common[r / 4 % (sizeof common - 3)];
    return r / 4 % 8 ? 0x20 + r / 32 % 0x2100 : 0x2000 + r / 32 % 0xF000;
}

Test(escape, property) {
    unsigned seed = 20241107;
    struct buf b = {0};
    for (int round = 0; round < 4000; round++) {
        buf_clear(&b);
        for (unsigned n = 1 + (unsigned)round % 13; n; n--) {
            char bytes[4];
            buf_bytes(&b, bytes, utf8_encode(random_char(&seed), bytes));
        }
        check_escapes(buf_str8_of(&b));
    }
    buf_free(&b);
}
