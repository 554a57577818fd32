/* Several stances in one sentence: what is said together, in which order, and what must not be. */
#include <criterion/criterion.h>

#include "draft/join.h"
#include "sample.h"

static struct arena arena;
static struct avsnitt avsnitt[6];
static struct punkt punkt[6];
static struct punkt_ref ref[6];
static struct phrase phrase[6];
static size_t n;

static void setup(void) {
    n = 0;
}

static void teardown(void) {
    arena_free(&arena);
}

TestSuite(join, .init = setup, .fini = teardown);

/* One more punkt, in an avsnitt of its own (1, 2, …), answered so. */
static struct phrase *add(enum stance s, enum punkt_slag slag) {
    static const struct str8 numbers[] = {S8I("1"), S8I("2"), S8I("3"),
                                          S8I("4"), S8I("5"), S8I("6")};
    struct profil *p = sample_profil(&arena);
    punkt[n] = (struct punkt){.nr = 1, .slag = slag};
    avsnitt[n] = (struct avsnitt){.nummer = numbers[n], .punkt = &punkt[n], .n_punkt = 1};
    ref[n] = (struct punkt_ref){&avsnitt[n], &punkt[n]};
    phrase[n] = (struct phrase){.profil = p, .stance = s, .ref = &ref[n], .n_ref = 1};
    struct arende *ar = arende_new(&arena);
    profil_subjekt(&arena, p, S8("nämnden"), ar, &phrase[n].subjekt, NULL);
    profil_subjekt(&arena, p, S8("förvaltningen"), ar, &phrase[n].proposer, NULL);
    return &phrase[n++];
}

static void says(const char *expected) {
    struct str8 s = join_make(&arena, phrase, n);
    struct buf plain = {0};
    for (size_t i = 0; i < s.n; i++) {
        bool hard = s.p[i] == '\xC2' && i + 1 < s.n && s.p[i + 1] == '\xA0';
        buf_byte(&plain, hard ? ' ' : s.p[i]);
        i += hard;
    }
    cr_assert(s8_eqz(buf_str8_of(&plain), expected), "got      ”%.*s”\nexpected ”%s”",
              S8F(buf_str8_of(&plain)), expected);
    buf_free(&plain);
}

Test(join, nothing_printed_is_empty) {
    cr_assert_eq(join_make(&arena, phrase, 0).n, 0);
    add(STANCE_EJ_BERORD, PUNKT_FORSLAG);
    says("");
}

Test(join, one_is_the_phrase_itself) {
    struct phrase *p = add(STANCE_SYNPUNKTER, PUNKT_FORSLAG);
    p->text = PHRASE_TEXT_AFTER;
    punkt[0].att = S8("regionen ska betala");
    struct str8 alone = phrase_make(&arena, p);
    struct str8 joined = join_make(&arena, phrase, n);
    cr_assert(s8_eq(alone, joined), "%.*s", S8F(joined));
}

Test(join, sides_are_joined_with_och_and_parted_by_men) {
    add(STANCE_AVSTYRKER, PUNKT_FORSLAG);
    add(STANCE_TILLSTYRKER, PUNKT_FORSLAG);
    add(STANCE_TILLSTYRKER, PUNKT_BEDOMNING);
    says("Nämnden tillstyrker förslaget i avsnitt 2 och delar bedömningen i avsnitt 3 men "
         "avstyrker förslaget i avsnitt 1.");
    phrase[0].order = PHRASE_PROPOSAL;
    says("Förvaltningen föreslår att nämnden tillstyrker förslaget i avsnitt 2 och delar "
         "bedömningen i avsnitt 3 men avstyrker förslaget i avsnitt 1.");
}

Test(join, the_same_is_said_once) {
    add(STANCE_TILLSTYRKER, PUNKT_FORSLAG);
    add(STANCE_AVSTYRKER, PUNKT_FORSLAG);
    add(STANCE_TILLSTYRKER, PUNKT_FORSLAG);
    says("Nämnden tillstyrker förslagen i avsnitt 1 och 3 men avstyrker förslaget i avsnitt 2.");
}

Test(join, the_same_words_for_both_kinds_are_said_once) {
    add(STANCE_TVEKSAM, PUNKT_BEDOMNING);
    add(STANCE_TVEKSAM, PUNKT_FORSLAG);
    says("Nämnden ställer sig tveksam till bedömningen i avsnitt 1 och förslaget i avsnitt 2.");
}

/* "nämnden inte delar … och avstyrker …" would reject neither clearly. */
Test(join, an_adverb_comes_after_those_without) {
    add(STANCE_AVSTYRKER, PUNKT_BEDOMNING);
    add(STANCE_AVSTYRKER, PUNKT_FORSLAG);
    phrase[0].order = PHRASE_CLAUSE;
    says("nämnden avstyrker förslaget i avsnitt 2 och inte delar bedömningen i avsnitt 1");
    add(STANCE_UTRED, PUNKT_FORSLAG);
    says("nämnden avstyrker förslaget i avsnitt 2 och inte delar bedömningen i avsnitt 1, och att "
         "nämnden anser att förslaget i avsnitt 3 behöver utredas vidare");
    phrase[0].order = PHRASE_PROPOSAL;
    says("Förvaltningen föreslår att nämnden avstyrker förslaget i avsnitt 2 och inte delar "
         "bedömningen i avsnitt 1, och att nämnden framför att förslaget i avsnitt 3 behöver "
         "utredas vidare.");
}

Test(join, only_the_last_has_its_clause) {
    add(STANCE_TILLSTYRKER, PUNKT_FORSLAG);
    add(STANCE_TILLSTYRKER, PUNKT_BEDOMNING);
    punkt[0].att = S8("regionen ska betala");
    punkt[1].att = S8("det är bra");
    says("Nämnden tillstyrker förslaget i avsnitt 1 och delar bedömningen att det är bra.");
}

/* Last in the sentence a condition would hold for all that is said in it. */
Test(join, a_condition_stands_by_its_verb) {
    add(STANCE_TILLSTYRKER, PUNKT_FORSLAG);
    add(STANCE_VILLKOR, PUNKT_BEDOMNING)->villkor = S8("staten betalar");
    add(STANCE_SYNPUNKTER, PUNKT_FORSLAG)->text = PHRASE_TEXT_AFTER;
    says("Nämnden tillstyrker förslaget i avsnitt 1, delar, under förutsättning att staten "
         "betalar, bedömningen i avsnitt 2 och tillstyrker, med de synpunkter som framgår nedan, "
         "förslaget i avsnitt 3.");
}

Test(join, conditions_are_not_mixed) {
    add(STANCE_VILLKOR, PUNKT_FORSLAG)->villkor = S8("staten betalar");
    add(STANCE_VILLKOR, PUNKT_FORSLAG)->villkor = S8("läkare finns");
    says("Nämnden tillstyrker, under förutsättning att staten betalar, förslaget i avsnitt 1 och "
         "tillstyrker, under förutsättning att läkare finns, förslaget i avsnitt 2.");
}

Test(join, a_rejected_negation_ends_its_sentence) {
    add(STANCE_AVSTYRKER, PUNKT_BEDOMNING);
    add(STANCE_TILLSTYRKER, PUNKT_FORSLAG);
    add(STANCE_UTRED, PUNKT_FORSLAG);
    punkt[0].negerad = true;
    punkt[0].motsats = S8("avgifter bör tas ut");
    says("Nämnden tillstyrker förslaget i avsnitt 2. Däremot anser nämnden att förslaget i "
         "avsnitt 3 behöver utredas vidare. Nämnden delar inte utredningens bedömning i avsnitt 1. "
         "Nämnden anser att avgifter bör tas ut.");
}

Test(join, at_most_three_in_a_sentence) {
    add(STANCE_TILLSTYRKER, PUNKT_FORSLAG);
    add(STANCE_TILLSTYRKER, PUNKT_BEDOMNING);
    add(STANCE_DELVIS, PUNKT_FORSLAG);
    add(STANCE_INGEN_ERINRAN, PUNKT_BEDOMNING);
    add(STANCE_AVSTAR, PUNKT_FORSLAG);
    says(
        "Nämnden tillstyrker förslaget i avsnitt 1 och delar bedömningen i avsnitt 2. Nämnden har "
        "inget att erinra mot bedömningen i avsnitt 4 och tillstyrker delvis förslaget i avsnitt 3 "
        "men avstår från att yttra sig över förslaget i avsnitt 5.");
    add(STANCE_AVSTYRKER, PUNKT_BEDOMNING);
    phrase[0].order = PHRASE_PROPOSAL;
    says("Förvaltningen föreslår att nämnden tillstyrker förslaget i avsnitt 1 och delar "
         "bedömningen i avsnitt 2. Förvaltningen föreslår också att nämnden delvis tillstyrker "
         "förslaget i avsnitt 3 och inte har något att erinra mot bedömningen i avsnitt 4. Däremot "
         "föreslår förvaltningen att nämnden avstår från att yttra sig över förslaget i avsnitt 5 "
         "och inte delar bedömningen i avsnitt 6.");
}

Test(join, the_first_ones_subject_and_order_hold_for_all) {
    add(STANCE_AVSTYRKER, PUNKT_FORSLAG)->order = PHRASE_INVERTED;
    add(STANCE_AVSTYRKER, PUNKT_BEDOMNING);
    struct arende *ar = arende_new(&arena);
    profil_subjekt(&arena, phrase[0].profil, S8("vi"), ar, &phrase[0].subjekt, NULL);
    says("Däremot avstyrker vi förslaget i avsnitt 1 och delar inte bedömningen i avsnitt 2.");
}

Test(join, the_same_avsnitt_is_named_once) {
    static struct punkt three[3];
    add(STANCE_TILLSTYRKER, PUNKT_FORSLAG);
    add(STANCE_TVEKSAM, PUNKT_BEDOMNING);
    add(STANCE_AVSTYRKER, PUNKT_FORSLAG);
    for (int i = 0; i < 3; i++) {
        three[i] = punkt[i];
        ref[i] = (struct punkt_ref){&avsnitt[0], &three[i]};
    }
    avsnitt[0].punkt = three;
    avsnitt[0].n_punkt = 3;
    says("Nämnden tillstyrker det första förslaget i avsnitt 1 men ställer sig tveksam till "
         "bedömningen och avstyrker det andra förslaget.");
    add(STANCE_AVSTAR, PUNKT_FORSLAG);
    says(
        "Nämnden tillstyrker det första förslaget i avsnitt 1. Däremot ställer sig nämnden tveksam "
        "till bedömningen i avsnitt 1, avstyrker det andra förslaget och avstår från att yttra sig "
        "över förslaget i avsnitt 4.");
}
