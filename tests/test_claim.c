/* What a sentence says of a stance: found where it is plain, and nowhere else. */
#include <criterion/criterion.h>

#include "review/claim.h"
#include "sample.h"

static struct arena arena;
static struct draft draft;

static void setup(void) {
    static struct punkt punkter[4];
    static struct avsnitt avsnitt[4];
    struct betankande *b = sample_betankande(&arena, PUNKT_FORSLAG, false);
    for (int i = 0; i < 4; i++)
        punkter[i] = (struct punkt){.nr = i + 1};
    avsnitt[0] = (struct avsnitt){.nummer = S8("4")};
    avsnitt[1] = (struct avsnitt){.nummer = S8("4.1"), .punkt = punkter, .n_punkt = 1};
    avsnitt[2] = (struct avsnitt){.nummer = S8("4.1.1"), .punkt = punkter, .n_punkt = 2};
    avsnitt[3] = (struct avsnitt){.nummer = S8("5.3"), .punkt = punkter, .n_punkt = 4};
    b->avsnitt = avsnitt;
    b->n_avsnitt = 4;
    draft = (struct draft){sample_arende(&arena, STANCE_NONE, S8(""), S8("")), b,
                           sample_profil(&arena)};
}

static void teardown(void) {
    arena_free(&arena);
}

TestSuite(claim, .init = setup, .fini = teardown);

/* All claims of a sentence: "+ 5.3", "- 5.3:2 4 f", "?" for doubt, "~" for a part, "o". */
static void says(const char *sentence, const char *want) {
    static const char sign[] = " +~?-o";
    struct claims all = claims_of(&arena, &draft, s8_from(sentence));
    struct str8 got = S8("");
    for (size_t i = 0; i < all.n; i++) {
        const struct claim *c = &all.claim[i];
        got = arena_printf(&arena, "%.*s%s%c%s%.*s", S8F(got), got.n ? ", " : "", sign[c->side],
                           c->ref.n ? " " : "", S8F(c->ref));
        if (c->count)
            got = arena_printf(&arena, "%.*s %d%s%s", S8F(got), c->count, c->forslag ? "f" : "",
                               c->bedomning ? "b" : "");
    }
    cr_assert(s8_eqz(got, want), "%s: %.*s", sentence, S8F(got));
}

Test(claim, stances_with_their_avsnitt) {
    says("Nämnden avstyrker förslaget i avsnitt 5.3.", "- 5.3");
    says("Nämnden **avstyrker** att kommuner får anställa läkare (avsnitt 5.3).", "- 5.3");
    says("Nämnden tillstyrker 5.3:2 och 4.1.1:1.", "+ 5.3:2, + 4.1.1:1");
    says("Förslagen i avsnitt 4.1 och 5.3 tillstyrks.", "+ 4.1, + 5.3");
    says("Nämnden ställer sig bakom bedömningen i avsnitt 4.1.", "+ 4.1");
    says("Nämnden är positiv till förslaget i avsnitt 4.1.", "+ 4.1");
    says("Vi ställer oss tveksamma till bedömningen i avsnitt 4.1.", "? 4.1");
    says("Nämnden har inget att erinra mot 4.1 och avstår från att yttra sig över 5.3.",
         "o 4.1, o 5.3");
    says("Nämnden delar i huvudsak bedömningen i avsnitt 4.1 och tillstyrker delvis 5.3.",
         "~ 4.1, ~ 5.3");
    says("Nämnden tillstyrker förslagen i kapitel 4.", "+ 4");
    says("Nämnden motsätter sig 5.3:9.", "- 5.3");
}

Test(claim, negation_turns_a_stance) {
    says("Nämnden delar inte bedömningen i avsnitt 4.1.", "- 4.1");
    says("Nämnden kan inte tillstyrka förslaget i avsnitt 5.3.", "- 5.3");
    says("Nämnden ställer sig inte bakom 5.3.", "- 5.3");
    says("Nämnden delar bedömningen i avsnitt 4.1 att sanktioner inte bör införas.", "+ 4.1");
    says("Nämnden tillstyrker att inte införa 4.1.", "+ 4.1");
    says("Nämnden avstyrker inte 5.3.", "");
}

Test(claim, a_verb_rules_what_comes_after_it) {
    says("Nämnden tillstyrker 4.1 men avstyrker 5.3.", "+ 4.1, - 5.3");
    says("Nämnden avstyrker 5.3, medan 4.1 tillstyrks.", "- 5.3, + 4.1");
    says("Nämnden tillstyrker fyra förslag och avstyrker förslaget i avsnitt 5.3.", "+ 4f, - 5.3");
    says("Nämnden delar bedömningen i avsnitt 4.1 och anser att 5.3 går för långt.", "+ 4.1");
    /* Which verb rules which cannot be told. */
    says("Förslaget 4.1 tillstyrker nämnden och 5.3 avstyrker nämnden.", "");
}

Test(claim, numbers_that_are_no_avsnitt) {
    says("Nämnden avstyrker 9.9 och 4 andra.", "-");
    says("Nämnden tillstyrker 4 kap. 3 §.", "+");
    says("Nämnden avstyrker förslaget.", "-");
}

Test(claim, numbers_of_punkter) {
    says("Nämnden tillstyrker fyra förslag.", "+ 4f");
    says("Nämnden tillstyrker 4 av 5 förslag och delar tre bedömningar.", "+ 4f, + 3b");
    says("Vi tillstyrker tolv förslag och bedömningar.", "+ 12fb");
    says("Nämnden avstyrker alla förslag.", "- -1f");
    says("Nämnden tillstyrker ett förslag, och 2025 kommer fler.", "+");
}

Test(claim, others_and_suppositions_say_nothing) {
    says("Utredningen avstyrker 5.3.", "");
    says("Remissinstanserna har också avstyrkt 5.3.", "");
    says("De som avstyrker 5.3 har fel.", "");
    says("Om nämnden avstyrker 5.3 händer inget.", "");
    says("Nämnden avstyrkte 5.3 år 2022.", "");
    says("Läkarna delar journal i 5.3.", "");
    says("Nämnden har skrivit ett positivt svar om 5.3.", "");
}

Test(claim, hedged_where_one_thing_is_weighed_against_another) {
    cr_assert(claim_hedged(&arena, S8("Nämnden är positiv till förslaget men ser risker.")));
    cr_assert(claim_hedged(&arena, S8("Nämnden stödjer syftet.")));
    cr_assert(claim_hedged(&arena, S8("Nämnden delar delar av resonemanget.")));
    cr_assert(!claim_hedged(&arena, S8("Nämnden stödjer förslaget.")));
    cr_assert(!claim_hedged(&arena, S8("Nämnden delar bedömningen.")));
}

Test(claim, words_of_the_profile) {
    says("Nämnden gillar 5.3.", "");
    struct profil own = *draft.profil;
    own.fras[STANCE_TILLSTYRKER][PUNKT_FORSLAG].verb = S8("gillar");
    draft.profil = &own;
    says("Nämnden gillar 5.3.", "+ 5.3");
}
