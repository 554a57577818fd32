/* Tree to text, Markdown and HTML: goldens, the round trip, isolation of grafts, page rules.
 *
 * With UPDATE=1 the goldens in srcdir are written anew; otherwise what differs is written to
 * golden-out/ in the build folder. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fileio.h"
#include "base/utf8.h"
#include "doc/markdown.h"
#include "emit/emit.h"
#include "tests/tree.h"

static struct doc *parse(struct arena *a, struct str8 text, const struct markdown_graft *grafts,
                         size_t n) {
    struct doc *d = NULL;
    struct error err = {0};
    cr_assert(markdown_parse(a, text, grafts, n, &d, &err) == ST_OK, "%s", err.text);
    cr_assert(tree_fault(d) == NULL, "%s", tree_fault(d));
    return d;
}

/* "@" in the template is token 0. */
static struct doc *parse_with(struct arena *a, const char *template, struct str8 graft) {
    struct markdown_graft g = {graft, S8("punkt")};
    struct buf text = {0};
    for (; *template; template ++)
        if (*template == '@')
            markdown_token(0, &text);
        else
            buf_byte(&text, *template);
    struct doc *d = parse(a, arena_str8(a, buf_str8_of(&text)), &g, 1);
    buf_free(&text);
    return d;
}

static struct str8 text_of(struct arena *a, const struct doc *d, int width, int lines) {
    struct emit_text_options o = {.width = width, .page_lines = lines, .endless = lines == 0};
    struct buf b = {0};
    emit_text(d, &o, &b);
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

static struct str8 markdown_of(struct arena *a, const struct doc *d) {
    struct buf b = {0};
    emit_markdown(d, &b);
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

static struct str8 html_of(struct arena *a, const struct doc *d) {
    struct emit_html_options o = {.fragment = true};
    struct buf b = {0};
    emit_html(d, &o, &b);
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

/* --- Goldens ---------------------------------------------------------------------------------- */

static const char *golden_path(const char *name) {
    static char path[512];
    const char *srcdir = getenv("srcdir");
    snprintf(path, sizeof path, "%s/tests/golden/emit/%s", srcdir ? srcdir : ".", name);
    return path;
}

static void check_golden(const char *name, struct str8 got) {
    struct buf want = {0};
    struct error err = {0};
    const char *update = getenv("UPDATE");
    if (update && strcmp(update, "1") == 0) {
        cr_assert(file_write(golden_path(name), got, 0644, &err) == ST_OK, "%s", err.text);
        return;
    }
    cr_expect(file_read(golden_path(name), &want, &err) == ST_OK, "%s", err.text);
    if (!s8_eq(buf_str8_of(&want), got)) {
        char path[256];
        snprintf(path, sizeof path, "golden-out/%s", name);
        file_mkdirs("golden-out", 0755, NULL);
        file_write(path, got, 0644, NULL);
        cr_expect(false, "%s differs; see %s", name, path);
    }
    buf_free(&want);
}

static const char *const motivations[] = {
    "Nämnden **tillstyrker** förslaget.\n\n# Skäl\n\nBehovet finns[^1]:\n\n- dygnet runt,\n"
    "- alla dagar.\n\n[^1]: Motiveringens egen fotnot.",
    "Nämnden avstyrker. Avtalen bör inte regleras i lag[^1].\n\n[^1]: En annan fotnot med samma "
    "namn.",
};

static struct doc *rich_document(struct arena *a) {
    struct buf raw = {0}, text = {0};
    struct error err = {0};
    struct markdown_graft grafts[2];
    cr_assert(file_read(golden_path("dokument.md"), &raw, &err) == ST_OK, "%s", err.text);
    for (struct str8 rest = buf_str8_of(&raw), line; s8_line(&rest, &line);) {
        if (s8_starts(line, S8("MOTIVERING")))
            markdown_token((size_t)(line.p[line.n - 1] - '0'), &text);
        else
            buf_str8(&text, line);
        buf_byte(&text, '\n');
    }
    for (size_t i = 0; i < 2; i++)
        grafts[i] = (struct markdown_graft){s8_from(motivations[i]), i ? S8("4.2") : S8("4.1.1")};
    struct doc *d = parse(a, arena_str8(a, buf_str8_of(&text)), grafts, 2);
    d->title = S8("Svar på remiss av SOU 2024:72");
    d->dnr = S8("ON 2025/0123");
    d->organisation = S8("Omsorgsnämnden, Storstads kommun");
    d->date = S8("2025-03-14");
    d->author = S8("Utredaren <enheten>");
    buf_free(&raw);
    buf_free(&text);
    return d;
}

Test(golden, text) {
    struct arena a = {0};
    struct doc *d = rich_document(&a);
    check_golden("dokument.txt", text_of(&a, d, 72, 44));
    check_golden("dokument-smal.txt", text_of(&a, d, 40, 30));
    check_golden("dokument-lang.txt", text_of(&a, d, 100, 0));
    arena_free(&a);
}

Test(golden, markdown) {
    struct arena a = {0};
    check_golden("dokument.ut.md", markdown_of(&a, rich_document(&a)));
    arena_free(&a);
}

Test(golden, html) {
    struct arena a = {0};
    struct buf b = {0};
    emit_html(rich_document(&a), NULL, &b);
    check_golden("dokument.html", buf_str8_of(&b));
    buf_free(&b);
    arena_free(&a);
}

/* --- The round trip --------------------------------------------------------------------------- */

static void check_round_trip(struct str8 text) {
    struct arena a = {0};
    struct buf first = {0}, second = {0};
    struct doc *d = parse(&a, text, NULL, 0);
    struct str8 md = markdown_of(&a, d);
    struct doc *again = parse(&a, md, NULL, 0);
    tree_dump(d, &first);
    tree_dump(again, &second);
    cr_expect(s8_eq(buf_str8_of(&first), buf_str8_of(&second)),
              "%.*s\n--- gave\n%.*s\n%.*s---\n%.*s", S8F(text), S8F(md), S8F(buf_str8_of(&first)),
              S8F(buf_str8_of(&second)));
    cr_expect(s8_eq(md, markdown_of(&a, again)), "not canonical: %.*s", S8F(md));
    buf_free(&first);
    buf_free(&second);
    arena_free(&a);
}

Test(markdown, reads_back) {
    static const char *texts[] = {
        "",
        "a*b*c **d.**&#101; &#102;**.g** *h*i",
        "_a_&#97;_b]_)_ x a_b**.c**",
        "**&nbsp;a&nbsp;** _&nbsp;b_ x**&nbsp;**y",
        "***a** b* **c *d***",
        "- a\n- b\n\n* c\n* d\n\n1. e\n\n1) f",
        "- a\n\n  b\n- - c\n  - d\n\n    ```\n    e\n    ```\n- > f\n- # g\n- ***",
        "> a\n\n> b\n>\n> - c\n>   > d",
        "\\# a\n\n\\- b\n\n1986\\. c\n\n\\+\n\n\\~\\~\\~\n\n\\> d",
        "a\\\n\\# b\\\n\\-\\-\\-\\\n\\=\\\n\\| c |\\\n3\\) d",
        "# a \\#\n\n## b<br>c `d` #",
        "| a\\|b | `c|d` |\n|:--|--:|\n| [e\\|f](g%7Ch) | |\n| <br> | x<br>y |",
        "|  |  |\n|---|---|\n| a | b |\n\n| | | |\n|---|---|---|\n| a | | |",
        "`` ` `` ` a ` `` `b` `` `` ``` `",
        "[a](b \"c \\\"d\\\"\") [e](<f g>) [h]() [i \\] j](k_l_m) <https://n.o/p_q>",
        "!\\[a](b) \\![c](d) &amp;amp; &lt;br> a_b_c _d \\<e> <",
        "a[^1]: b[^2](c) [^1][^2]\n\n[^1]: d\n\n    - e\n\n    f\n[^2]: ```\n    [^1]: g\n    ```",
        "\\[^1] `[^1]` [&#94;1](x)\n\n[^1]: oanvänd",
        "```\na\n\n\n```\n\n````\n```\n````",
        "2147483647\\. a\n\n999999999. b\n999999999. c",
        "å\u00ADä\u00A0ö \u200B – ”citat”**”a”**b",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_round_trip(s8_from(texts[i]));
}

/* Documents put together by chance from pieces that have met badly. */
Test(markdown, reads_back_at_random) {
    static const char *pieces[] = {
        "**",   "*",     "_",     "`",        "``",   "[",      "](x)",
        "![",   "a",     "å",     " ",        "\n",   "\n\n",   "- ",
        "1. ",  "3) ",   "> ",    "# ",       "|",    "\\",     "\n| --- | --- |\n",
        "    ", "```\n", "[^1]",  "\n[^1]: ", "<br>", "&nbsp;", ".",
        "!",    "---\n", "===\n", "&#97;",    "  ",   "\\\n",   ":"};
    unsigned seed = 72;
    struct buf b = {0};
    for (int round = 0; round < 3000; round++) {
        buf_clear(&b);
        for (int n = 3 + round % 40; n; n--) {
            seed = seed * 1664525u + 1013904223u;
            buf_str(&b, pieces[(seed >> 10) % (sizeof pieces / sizeof *pieces)]);
        }
        check_round_trip(buf_str8_of(&b));
    }
    buf_free(&b);
}

/* --- Isolation -------------------------------------------------------------------------------- */

static const char *const hostile[] = {
    "```\nöppet staket",
    "~~~",
    "<div>\n\n<!-- kommentar",
    "---",
    "===",
    "text\n---",
    "|",
    "| a |\n|---|",
    "[mall]: http://ond.example",
    "[^n]: min egen",
    "x[^n]\n\n[^n]: min egen",
    "x[^n]",
    "*",
    "**",
    "`",
    "``",
    "[",
    "](",
    "![",
    "{{x}}",
    "{{{x}}}",
    "# H",
    "###### H\n\n# I",
    "- a\n- b",
    "1. a",
    "> q",
    "\\",
    "a\\",
    "a  ",
    "&",
    "&amp",
    "<",
    "<https://x",
    "    kod",
    "\t",
    "\uE0000\uE001",
    "\xEE\x80\x80",
    "\xEE\x80\x81",
    "***",
    "+",
    "1)",
    ":",
    "[x]",
    "|||\n|||",
    "\n\n\n",
};

/* What stands before "FÖRE SLUT" and after "EFTER", in one emission; the numbers of notes aside. */
static void check_around(const char *format, struct str8 plain, struct str8 other,
                         struct str8 graft) {
    ptrdiff_t before = s8_find(plain, S8("FÖRE SLUT")), after = s8_find(plain, S8("EFTER"));
    ptrdiff_t other_after = s8_find(other, S8("EFTER"));
    cr_assert(before > 0 && after > before && other_after > before);
    cr_expect(s8_eq(s8_sub(plain, 0, (size_t)before), s8_sub(other, 0, (size_t)before)),
              "%s: before '%.*s'", format, S8F(graft));
    struct str8 want = s8_skip(plain, (size_t)after), got = s8_skip(other, (size_t)other_after);
    ptrdiff_t notes = s8_find(want, S8("SLUT PÅ TEXTEN"));
    cr_assert(notes > 0);
    want = s8_sub(want, 0, (size_t)notes);
    cr_expect(s8_eq(want, s8_sub(got, 0, want.n)), "%s: after '%.*s'\n%.*s\n---\n%.*s", format,
              S8F(graft), S8F(want), S8F(s8_sub(got, 0, want.n)));
}

static const char *const templates[] = {
    ("# T\n\n[mall] x[^n] FÖRE SLUT\n\n@\n\nEFTER [mall] **f** | *k*\n\n- l\n\nSLUT PÅ TEXTEN\n\n"
     "[mall]: u\n[^n]: not"),
    "# T\n\n1. x\n2. FÖRE SLUT\n3. @\n4. EFTER\n\n> q\n\nSLUT PÅ TEXTEN",
    "# T\n\n> FÖRE SLUT\n>\n> @\n>\n> EFTER\n\n`k` <b>\n\nSLUT PÅ TEXTEN",
    "# T\n\nFÖRE SLUT **@** EFTER *k* [l](u) `k`\n\nSLUT PÅ TEXTEN",
    "# T\n\nFÖRE SLUT\n\n## r @\n\nEFTER\n\n## s\n\nSLUT PÅ TEXTEN",
    "# T\n\nFÖRE SLUT\n\n| a | @ |\n| --- | --- |\n| @ | c |\n\nEFTER\n\nSLUT PÅ TEXTEN",
};

static void check_isolated(const char *template, struct str8 graft) {
    struct arena a = {0};
    struct doc *plain = parse_with(&a, template, S8("ofarligt"));
    struct doc *other = parse_with(&a, template, graft);
    check_around("text", text_of(&a, plain, 0, 0), text_of(&a, other, 0, 0), graft);
    check_around("html", html_of(&a, plain), html_of(&a, other), graft);
    check_around("markdown", markdown_of(&a, plain), markdown_of(&a, other), graft);
    arena_free(&a);
}

Test(graft, cannot_touch_the_rest) {
    for (size_t t = 0; t < sizeof templates / sizeof *templates; t++)
        for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++)
            check_isolated(templates[t], s8_from(hostile[i]));
}

Test(graft, cannot_touch_the_rest_by_size) {
    static const char *pieces[] = {"å", "[", "> ", "- ", "*a "};
    struct buf b = {0};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        buf_clear(&b);
        while (b.n < 200000)
            buf_str(&b, pieces[i]);
        check_isolated(templates[0], buf_str8_of(&b));
    }
    buf_free(&b);
}

/* Two grafts with a note of the same name each keep their own. */
Test(graft, notes_are_apart) {
    struct arena a = {0};
    struct markdown_graft g[] = {{S8("x[^1]\n\n[^1]: ett"), S8("")},
                                 {S8("y[^1]\n\n[^1]: två"), S8("")}};
    struct buf t = {0};
    markdown_token(0, &t);
    buf_str(&t, "\n\n");
    markdown_token(1, &t);
    struct str8 got = markdown_of(&a, parse(&a, buf_str8_of(&t), g, 2));
    cr_expect(s8_eqz(got, "x[^1]\n\ny[^2]\n\n[^1]: ett\n[^2]: två\n"), "%.*s", S8F(got));
    buf_free(&t);
    arena_free(&a);
}
