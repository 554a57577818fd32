/* Writing rules on a tree: each rule, and what none of them may touch. */
#include <criterion/criterion.h>
#include <string.h>

#include "doc/markdown.h"
#include "doc/typografi.h"
#include "tests/tree.h"

/* Markdown set by the rules, as plain text; "~" stands for a no-break space. */
static struct str8 set(struct arena *a, const char *markdown, const char *keep) {
    struct doc *d;
    struct error err = {0};
    struct buf out = {0};
    const struct str8 kept = s8_from(keep);
    cr_assert_eq(markdown_parse(a, s8_from(markdown), NULL, 0, &d, &err), ST_OK, "%s", err.text);
    typografi_apply(a, d, &kept, 1);
    cr_assert(tree_fault(d) == NULL, "%s: %s", markdown, tree_fault(d));
    struct str8 plain = doc_plain(a, d->body);
    for (const struct doc_node *n = d->notes; n; n = n->next)
        plain = arena_printf(a, "%.*s | %.*s", S8F(plain), S8F(doc_plain(a, n)));
    for (size_t i = 0; i < plain.n; i++) {
        bool hard = plain.p[i] == '\xC2' && i + 1 < plain.n && plain.p[i + 1] == '\xA0';
        buf_byte(&out, hard ? '~' : plain.p[i]);
        i += hard;
    }
    struct str8 s = arena_str8(a, buf_str8_of(&out));
    buf_free(&out);
    return s;
}

struct pair {
    const char *in, *out; /* out NULL: the same */
};

static void check(const struct pair *pair, size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct arena a = {0};
        const char *wanted = pair[i].out ? pair[i].out : pair[i].in;
        struct str8 got = set(&a, pair[i].in, "");
        cr_expect(s8_eqz(got, wanted), "%s\n  got      %.*s\n  expected %s", pair[i].in, S8F(got),
                  wanted);
        arena_free(&a);
    }
}

#define CHECK(...)                                                                                 \
    do {                                                                                           \
        static const struct pair pairs[] = {__VA_ARGS__};                                          \
        check(pairs, sizeof pairs / sizeof *pairs);                                                \
    } while (0)

/* ---- no-break spaces ---- */

Test(typografi, paragraphs_of_laws) {
    CHECK({"enligt 12 kap. 3 a § hälso- och sjukvårdslagen", "enligt 12~kap.~3~a~§ hälso- och "
                                                             "sjukvårdslagen"},
          {"i 3 § och 5 §§", "i 3~§ och 5~§§"}, {"16 a kap. 2 §", "16~a~kap.~2~§"},
          {"(12 kap. 3 §)", "(12~kap.~3~§)"}, {"SocN § 25", "SocN §~25"},
          {"§§ 25 och 26", "§§~25 och 26"}, {"kap. 4 och Kap. 5", "kap.~4 och Kap.~5"},
          {"kapitel 4", "kapitel~4"}, {"16 kap. 1 § andra stycket", "16~kap.~1~§ andra stycket"});
}

Test(typografi, names_of_documents) {
    CHECK({"SOU 2024:72", "SOU~2024:72"}, {"(SOU 2024:72)", "(SOU~2024:72)"},
          {"Ds 2023:4", "Ds~2023:4"}, {"dir. 2023:98", "dir.~2023:98"},
          {"Dir. 2023:98", "Dir.~2023:98"}, {"prop. 2024/25:1", "prop.~2024/25:1"},
          {"bet. 2023/24:SoU1", "bet.~2023/24:SoU1"}, {"avsnitt 4.1.1", "avsnitt~4.1.1"},
          {"avsnitten 4.1 och 4.2", "avsnitten~4.1 och 4.2"}, {"s. 14", "s.~14"},
          {"s. 14 f. och s. 20 ff.", "s.~14~f. och s.~20~ff."}, {"tabell 3", "tabell~3"},
          {"kl. 13.00", "kl.~13.00"}, {"nr 3", "nr~3"});
}

Test(typografi, numbers_and_units) {
    CHECK({"1 100 invånare", "1~100 invånare"}, {"12 345 678 kronor", "12~345~678~kronor"},
          {"5 procent", "5~procent"}, {"5,5 %", "5,5~%"},
          {"2,5 miljoner kronor", "2,5~miljoner "
                                  "kronor"},
          {"300 tkr", "300~tkr"}, {"5 procentenheter.", "5~procentenheter."},
          {"den 1 juli 2026", "den 1~juli 2026"}, {"1–3 maj", "1–3~maj"},
          {"31 december", "31~december"});
}

Test(typografi, initials) {
    CHECK({"A. Andersson", "A.~Andersson"}, {"Anna B. Ek", "Anna B.~Ek"}, {"A. B. Ek", "A.~B.~Ek"},
          {"av Å. Ek", NULL}, {"yttrande av A. Ek", "yttrande av A.~Ek"},
          {"alternativ A. Nämnden anser", NULL}, {"vitamin C. Det", NULL});
}

Test(typografi, spaces_that_are_hard_already) {
    CHECK({"12\u00A0kap. 3\u00A0a §", "12~kap.~3~a~§"}, {"SOU\u00A02024:72", "SOU~2024:72"});
}

Test(typografi, spaces_that_may_break) {
    CHECK({"5 personer", NULL}, {"år 2024 100 personer", NULL}, {"2024 maj", NULL},
          {"den 32 maj", NULL}, {"kap. fyra", NULL}, {"dvs. 14", NULL}, {"SOUL 2024", NULL},
          {"4.2 100 platser", NULL}, {"1 1000", NULL}, {"12 3456", NULL},
          {"majoritet 1 majoritet", NULL}, {"5 krav", NULL}, {"3 a och b", NULL},
          {"1 f.d. chef", NULL}, {"avsnitt A", NULL});
}

/* ---- quotes, dashes, ellipsis ---- */

Test(typografi, quotation_marks_are_the_same_on_both_sides) {
    CHECK({"\"citat\"", "”citat”"}, {"“citat”", "”citat”"}, {"„citat“", "”citat”"},
          {"”citat”", NULL}, {"sa \"ja\", sedan \"nej\".", "sa ”ja”, sedan ”nej”."},
          {"*\"kursivt\"* och **\"fett\"**", "”kursivt” och ”fett”"},
          {"se \"avsnitt 4\" här", "se ”avsnitt~4” här"}, {"det är 's och »så»", NULL});
}

Test(typografi, inches_are_no_quotation) {
    CHECK({"en skärm på 24\" och en på 27\"", NULL});
}

Test(typografi, dashes) {
    CHECK({"vården - den nära - ska", "vården – den nära – ska"}, {"ord – ord", NULL},
          {"hälso- och sjukvård", NULL}, {"5 - 3", NULL}, {"2023-2025", NULL},
          {"åren 2023-2025", "åren 2023–2025"}, {"(2023-2025)", "(2023–2025)"},
          {"perioden 2023-2025.", "perioden 2023–2025."}, {"s. 14-16", "s.~14–16"},
          {"sidorna 14-16", "sidorna~14–16"}, {"3-5 §§", "3–5~§§"}, {"§§ 25-27", "§§~25–27"},
          {"1-3 personer", NULL}, {"en 5-6 meter", NULL}, {"2025-2023 baklänges", NULL});
}

Test(typografi, ellipsis) {
    CHECK({"och så vidare...", "och så vidare…"}, {"[...]", "[…]"}, {"....", NULL},
          {"ett … två", NULL}, {"a..b", NULL});
}

/* ---- what must not change ---- */

Test(typografi, codes_dates_and_addresses_are_untouched) {
    CHECK({"dnr 2024-05658", NULL}, {"den 2025-01-29", NULL}, {"2025-01-29", NULL},
          {"ON 2025/17", NULL}, {"KS 2024-2031", NULL}, {"dnr 2024-2031", NULL},
          {"diarienummer: 2024-2031", NULL}, {"S2024/01966", NULL}, {"978-91-525-1038-4", NULL},
          {"namn-5-6@kommun.se", NULL}, {"https://exempel.se/2023-2025?a=\"b\"...", NULL},
          {"www.exempel.se/åren-2023-2025", NULL}, {"08-123 456 78", NULL}, {"dir.2023:98", NULL},
          {"(2017:725)", NULL}, {"kl. halv", NULL}, {"bl a, dvs, t ex", NULL});
}

Test(typografi, code_is_untouched) {
    CHECK({"`SOU 2024:72 - \"x\"...` och SOU 2024:72", "SOU 2024:72 - \"x\"... och SOU~2024:72"},
          {"```\nSOU 2024:72 - \"x\"...\n```", "SOU 2024:72 - \"x\"..."});
}

Test(typografi, kept_texts_are_untouched) {
    struct arena a = {0};
    struct str8 s = set(&a, "Dnr ON - 5 procent \"x\", men 5 procent", "ON - 5 procent \"x\"");
    cr_assert(s8_eqz(s, "Dnr ON - 5 procent \"x\", men 5~procent"), "%.*s", S8F(s));
    arena_free(&a);
}

Test(typografi, addresses_of_links_are_untouched) {
    struct arena a = {0};
    struct doc *d;
    cr_assert_eq(
        markdown_parse(&a, S8("[SOU 2024:72](https://e.se/a%20-%20b...)"), NULL, 0, &d, NULL),
        ST_OK);
    typografi_apply(&a, d, NULL, 0);
    const struct doc_node *link = d->body->first->first;
    cr_assert(s8_eqz(link->href, "https://e.se/a%20-%20b..."), "%.*s", S8F(link->href));
    cr_assert(s8_eqz(doc_plain(&a, link), "SOU\u00A02024:72"));
    arena_free(&a);
}

/* Values of an uppställning are facts: a diarienummer there is written as it is written. */
Test(typografi, fields_keep_their_signs) {
    CHECK({"| | |\n|---|---|\n| Dnr | KS - 2024-2030 \"x\" |\n| Lag | 12 kap. 3 § |",
           "Dnr KS - 2024-2030 \"x\" Lag 12~kap.~3~§"});
}

/* ---- where ---- */

Test(typografi, all_kinds_of_blocks) {
    CHECK({"# SOU 2024:72\n\n- 5 procent\n\n> 5 procent\n\n| a | b |\n|---|---|\n| 5 procent | b |",
           "SOU~2024:72 5~procent 5~procent a b 5~procent b"},
          {"Text[^1].\n\n[^1]: Se s. 14.", "Text. | Se s.~14."});
}

Test(typografi, words_meet_across_emphasis_and_breaks_do_not) {
    CHECK({"**SOU** 2024:72", "SOU~2024:72"}, {"*s.* **14**", "s.~14"},
          {"**5 *procent***", "5~procent"}, {"SOU\\\n2024:72", "SOU 2024:72"},
          {"s.[^1] 14\n\n[^1]: x", "s. 14 | x"});
}

/* What has been set once is not changed when it is set again. */
Test(typografi, twice_is_as_once) {
    static const char text[] = "Enligt 12 kap. 3 a § - \"så\"... s. 14-16, 1 100 i SOU 2024:72.";
    struct arena a = {0};
    struct doc *d;
    cr_assert_eq(markdown_parse(&a, s8_from(text), NULL, 0, &d, NULL), ST_OK);
    typografi_apply(&a, d, NULL, 0);
    struct str8 once = doc_plain(&a, d->body);
    cr_assert(!s8_eqz(once, text));
    typografi_apply(&a, d, NULL, 0);
    cr_assert(s8_eq(once, doc_plain(&a, d->body)));
    arena_free(&a);
}

/* A megabyte of hyphens is no reason to wait. */
Test(typografi, long_codes_are_fast, .timeout = 10) {
    struct arena a = {0};
    struct buf text = {0};
    struct doc *d;
    for (int i = 0; i < 500000; i++)
        buf_str(&text, "1-");
    cr_assert_eq(markdown_parse(&a, buf_str8_of(&text), NULL, 0, &d, NULL), ST_OK);
    typografi_apply(&a, d, NULL, 0);
    cr_assert(s8_eq(doc_plain(&a, d->body), buf_str8_of(&text)));
    buf_free(&text);
    arena_free(&a);
}
