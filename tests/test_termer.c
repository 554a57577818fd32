/* Preferred terms: what is found, what it is changed for, and whose words are left alone. */
#include <criterion/criterion.h>

#include "review/termer.h"
#include "review_help.h"

static struct str8 avoided[] = {S8I("kommunal hälso- och sjukvård"), S8I("kommunal hälsovård")};
static struct str8 users[] = {S8I("brukare"), S8I("vårdtagare")};
static struct str8 takers[] = {S8I("bidragstagare")};
static struct str8 home[] = {S8I("hemmet")};
static struct profil_term terms[] = {{S8I("kommunal primärvård"), avoided, 2},
                                     {S8I("person"), users, 2},
                                     {S8I("stödtagare"), takers, 1},
                                     {S8I("eget hem eller hemmet"), home, 1}};

static void start(void) {
    sound_case();
    struct profil *p = (struct profil *)(size_t)draft.profil;
    p->term = terms;
    p->n_term = sizeof terms / sizeof *terms;
    struct betankande *b = (struct betankande *)(size_t)draft.betankande;
    b->titel = S8("Läkare i kommunal hälso- och sjukvård");
    b->avsnitt[0].titel = S8("Brukare och läkare");
}

TestSuite(termer, .init = start, .fini = sound_case_end);

/* The text after a change, or the text itself. */
static void becomes(const char *in, const char *out) {
    size_t n;
    struct term_hit *hit = term_hits(&arena, &draft, s8_from(in), true, &n);
    struct str8 got = term_changed(&arena, s8_from(in), hit, n);
    cr_expect(s8_eqz(got, out), "%s\n  got      %.*s\n  expected %s", in, S8F(got), out);
}

static void left_alone(const char *text) {
    size_t n;
    term_hits(&arena, &draft, s8_from(text), true, &n);
    cr_expect_eq(n, 0, "%s: %zu", text, n);
}

/* Found, but its form is not known. */
static void told_only(const char *text) {
    size_t n;
    struct term_hit *hit = term_hits(&arena, &draft, s8_from(text), true, &n);
    cr_assert_eq(n, 1, "%s: %zu", text, n);
    cr_expect_eq(hit->byt.n, 0, "%s: %.*s", text, S8F(hit->byt));
}

Test(termer, words_are_found_and_changed) {
    becomes("Den är en kommunal hälso- och sjukvård.", "Den är en kommunal primärvård.");
    becomes("kommunal hälsovård och en brukare", "kommunal primärvård och en person");
    becomes("(kommunal hälso- och sjukvård)", "(kommunal primärvård)");
    becomes("**kommunal hälso- och sjukvård**", "**kommunal primärvård**");
}

Test(termer, capitals) {
    becomes("Kommunal hälso- och sjukvård är bra.", "Kommunal primärvård är bra.");
    becomes("KOMMUNAL HÄLSO- OCH SJUKVÅRD", "Kommunal primärvård");
    becomes("En Brukare.", "En Person.");
}

Test(termer, endings_follow_where_the_words_end_alike) {
    becomes("den kommunala hälso- och sjukvården", "den kommunala primärvården");
    becomes("kommunala hälso- och sjukvårdens", "kommunala primärvårdens");
    becomes("kommunal hälso- och sjukvårds", "kommunal primärvårds");
    becomes("en brukares", "en persons");
    becomes("bidragstagarna och bidragstagaren", "stödtagarna och stödtagaren");
    told_only("alla brukarna");
    left_alone("det brukar vara så");
    told_only("brukaren");
    becomes("hemmets", "eget hem eller hemmets");
}

Test(termer, a_line_end_is_a_space) {
    becomes("En kommunal hälso-\noch  sjukvård.", "En kommunal primärvård.");
    becomes("kommunal\u00A0hälso- och sjukvård", "kommunal primärvård");
    left_alone("kommunal\n\nhälso- och sjukvård");
}

Test(termer, parts_of_words_are_other_words) {
    left_alone("kommunal hälso- och sjukvårdsnämnd");
    left_alone("interkommunal hälso- och sjukvård");
    left_alone("brukarens-inflytande");
    left_alone("icke-brukare");
    left_alone("brukarinflytande, storbrukare");
    left_alone("kommunal och regional hälso- och sjukvård");
}

Test(termer, others_words_are_left_alone) {
    left_alone("Den kallas ”kommunal hälso- och sjukvård”.");
    left_alone("Den kallas \"kommunal hälso- och sjukvård\".");
    left_alone("> kommunal hälso- och sjukvård\n> brukare\nbrukare");
    left_alone("`brukare` och\n\n```\nbrukare\n```");
    left_alone("[här](https://exempel.se/brukare) och https://exempel.se/brukare");
    left_alone("i Läkare i kommunal hälso- och sjukvård (SOU 2030:1)");
    left_alone("under rubriken Brukare och\nläkare");
    becomes("”Ja” säger en brukare, ”nej” en brukare.", "”Ja” säger en person, ”nej” en person.");
    becomes("En ” lös.\n\nEn brukare ”så”.", "En ” lös.\n\nEn person ”så”.");
    becomes("> citat\n\nbrukare", "> citat\n\nperson");
}

Test(termer, names_are_left_alone) {
    set(ARENDE_NAMND, "Nämnden för brukare");
    left_alone("Nämnden för brukare svarar.");
    becomes("Nämnden för en brukare.", "Nämnden för en person.");
}

/* The preferred words may have the avoided ones in them. */
Test(termer, preferred_words_are_left_alone) {
    left_alone("i eget hem eller hemmet");
    becomes("i hemmet", "i eget hem eller hemmet");
}

Test(termer, a_finding_tells_which_and_for_what) {
    svar()->value[SVAR_MOTIVERING] =
        S8("En brukare i kommunal hälso- och\nsjukvård. En brukare, alla brukarna.");
    struct finding *f = only("term", SEV_HINT);
    cr_assert(s8_eqz(f->text, "4.1:1: skriv hellre ”person” än ”brukare” (2 ställen); skriv hellre "
                              "”kommunal primärvård” än ”kommunal hälso- och sjukvård”; skriv om "
                              "”brukarna” med ”person”."),
              "%.*s", S8F(f->text));
    cr_assert(s8_eqz(f->rad, "Skriv: yttra granska 7 --byt-termer 4.1:1"), "%.*s", S8F(f->rad));
    cr_assert(f->slag == POST_SVAR && f->falt == SVAR_MOTIVERING);
}

Test(termer, a_form_that_is_not_known_is_only_told) {
    svar()->value[SVAR_MOTIVERING] = S8("Alla brukarna.");
    struct finding *f = only("term", SEV_HINT);
    cr_assert(!s8_starts(f->rad, S8("Skriv:")), "%.*s", S8F(f->rad));
}

Test(termer, a_block_is_named_by_its_label) {
    text("sammanfattning")->value[TEXT_INNEHALL] = S8("En brukare i kommunen.");
    struct finding f;
    cr_assert_eq(found("term", &f), 1);
    cr_assert(s8_eqz(f.rad, "Skriv: yttra granska 7 --byt-termer Sammanfattning"), "%.*s",
              S8F(f.rad));
}

/* A retelling is of what the betänkande says, in its words. */
Test(termer, what_others_say_is_not_looked_at) {
    own_avsnitt()->value[AVSNITT_REDOGORELSE] = S8("En brukare i kommunal hälso- och sjukvård.");
    cr_assert_eq(found("term", NULL), 0);
}

Test(termer, without_terms_nothing_is_found) {
    ((struct profil *)(size_t)draft.profil)->n_term = 0;
    left_alone("En brukare i kommunal hälso- och sjukvård.");
}
