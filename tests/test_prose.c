/* Running text as paragraphs, sentences and words, and how heavy it is to read. */
#include <criterion/criterion.h>

#include "review/lix.h"

static struct arena arena;

static void teardown(void) {
    arena_free(&arena);
}

TestSuite(prose, .fini = teardown);

/* The paragraphs with a letter for their kind, a line each. */
static struct str8 shown(const struct prose *p) {
    static const char kind[] = "TRC";
    struct str8 all = S8("");
    for (size_t i = 0; i < p->n; i++)
        all = arena_printf(&arena, "%.*s%c %.*s\n", S8F(all), kind[p->para[i].kind],
                           S8F(p->para[i].text));
    return all;
}

Test(prose, is_markdown_without_its_marks) {
    struct prose p = prose_of_markdown(
        &arena,
        S8("# Ett  kap.\n\nTvå **feta** ord[^a]\noch 12\u00A0kap. Se https://a.se/7.2.2.\n\n"
           "- en [länktext](https://b.se)\n- x@b.se\n\n> Andras ord.\n\n```\nkod\n```\n\n"
           "| a | b |\n|---|---|\n| 5 % | |\n\n[^a]: Noten.\n"));
    cr_assert(s8_eqz(shown(&p), "R Ett kap.\nT Två feta ord och 12 kap. Se länk\nT en länktext\n"
                                "T länk\nC a\nC b\nC 5 %\nT Noten.\n"),
              "%.*s", S8F(shown(&p)));
}

Test(prose, a_line_is_no_markdown) {
    struct prose p = prose_of_line(&arena, S8("# *så*  är\u00A0det"));
    cr_assert(s8_eqz(shown(&p), "T # *så* är det\n"));
}

static void sentences(const char *text, const char *joined) {
    struct str8 rest = s8_from(text), s, all = S8("");
    while (prose_sentence(&rest, &s))
        all = arena_printf(&arena, "%.*s%s%.*s", S8F(all), all.n ? "|" : "", S8F(s));
    cr_assert(s8_eqz(all, joined), "%.*s", S8F(all));
}

Test(prose, sentences_end_where_a_reader_ends_them) {
    sentences("Ett. Två! Tre? Fyra", "Ett.|Två!|Tre?|Fyra");
    sentences("Enligt 12 kap. 4 § HSL, bl.a. Kommunallagen, dvs. KL. Så är det.",
              "Enligt 12 kap. 4 § HSL, bl.a. Kommunallagen, dvs. KL.|Så är det.");
    sentences("Läkare, sjuksköterskor m.fl. Nämnden ser det. och mer",
              "Läkare, sjuksköterskor m.fl.|Nämnden ser det. och mer");
    sentences("Se avsnitt 4.1.1. Det är bra (mycket.) Ja.",
              "Se avsnitt 4.1.1.|Det är bra (mycket.)|Ja.");
    sentences("Hon sade: ”Nej.” Sedan kom 2.5 till kl. 14.00. Åter.",
              "Hon sade: ”Nej.”|Sedan kom 2.5 till kl. 14.00.|Åter.");
    sentences("Jaha … åter. ärligt. Örat.", "Jaha … åter. ärligt.|Örat.");
    sentences("  ", "");
}

Test(prose, words_are_without_punctuation) {
    struct prose_words w =
        prose_words(&arena, S8("”Hälso- och sjukvård” (5.3:2), § – e-post: 7.2.2."));
    static const char *const word[] = {"Hälso-", "och", "sjukvård", "5.3:2", "e-post", "7.2.2"};
    cr_assert_eq(w.n, sizeof word / sizeof *word);
    for (size_t i = 0; i < w.n; i++)
        cr_assert(s8_eqz(w.word[i], word[i]), "%.*s", S8F(w.word[i]));
    cr_assert(s8_eqz(w.folded[0], "hälso-"));
}

static int lix(const char *markdown) {
    struct prose p = prose_of_markdown(&arena, s8_from(markdown));
    struct lix l = lix_of(&p);
    return lix_value(&l);
}

/* Each counted by hand: words / sentences + 100 × long words / words. */
Test(prose, lix_of_known_texts) {
    cr_assert_eq(lix(""), 0);
    cr_assert_eq(lix("# Bara en rubrik\n"), 0);
    cr_assert_eq(lix("Det var en gång."), 4);                   /* 4/1 + 0/4 */
    cr_assert_eq(lix("Kommunstyrelsen beslutar."), 102);        /* 2/1 + 200/2 */
    cr_assert_eq(lix("Sex är ett ord. Ordlist är långt."), 18); /* 7/2 + 100/7 = 17.8 */
    cr_assert_eq(lix("Ordlis är kort. Det är så."), 3);         /* six letters are not long */
    cr_assert_eq(lix("- Två ord\n- Tre ord till\n"), 3);  /* 5/2 = 2.5, an item is a sentence */
    cr_assert_eq(lix("Åtgärden är bra. Den är ny."), 20); /* 6/2 + 100/6 = 19.7: å ä are letters */
    cr_assert_eq(lix("Ett två tre fyra fem sex sju åtta nio tio elva tolv kommunerna regionerna, "
                     "nämnderna och styrelserna."),
                 41); /* 17/1 + 400/17 = 40.5 */
}
