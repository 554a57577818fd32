/* Word order and noun phrases, one rule at a time. What every stance says in both papers is
 * test_stance_words.c; the whole table is the golden of print_phrases.c. */
#include <criterion/criterion.h>

#include "draft/phrase.h"
#include "sample.h"

struct setting {
    struct arena arena;
    struct profil *profil;
    struct betankande *bet;
    struct punkt_ref ref;
    struct phrase phrase;
};

static struct setting setting(enum stance s, enum punkt_slag slag, bool negerad,
                              const char *subject) {
    struct setting t = {0};
    t.profil = sample_profil(&t.arena);
    t.bet = sample_betankande(&t.arena, slag, negerad);
    t.ref = (struct punkt_ref){&t.bet->avsnitt[0], &t.bet->avsnitt[0].punkt[0]};
    t.phrase = (struct phrase){.profil = t.profil, .stance = s, .n_ref = 1};
    struct arende *ar = arende_new(&t.arena);
    cr_assert_eq(profil_subjekt(&t.arena, t.profil, s8_from(subject), ar, &t.phrase.subjekt, NULL),
                 ST_OK);
    cr_assert_eq(
        profil_subjekt(&t.arena, t.profil, S8("förvaltningen"), ar, &t.phrase.proposer, NULL),
        ST_OK);
    return t;
}

static void says(struct setting *t, const char *expected) {
    t->phrase.ref = t->phrase.ref ? t->phrase.ref : &t->ref;
    struct str8 s = phrase_make(&t->arena, &t->phrase);
    cr_assert(s8_eqz(s, expected), "got      ”%.*s”\nexpected ”%s”", S8F(s), expected);
}

static void done(struct setting *t) {
    arena_free(&t->arena);
}

Test(phrase, reflexive_before_noun_after_pronoun) {
    struct setting t = setting(STANCE_TVEKSAM, PUNKT_FORSLAG, false, "nämnden");
    t.phrase.order = PHRASE_INVERTED;
    says(&t, "Däremot ställer sig nämnden tveksam till förslaget att regionen bör svara för "
             "läkare.");
    done(&t);
    t = setting(STANCE_TVEKSAM, PUNKT_FORSLAG, false, "vi");
    t.phrase.order = PHRASE_INVERTED;
    says(&t, "Däremot ställer vi oss tveksamma till förslaget att regionen bör svara för läkare.");
    done(&t);
}

Test(phrase, adverb_stands_before_the_verb_in_a_clause) {
    struct setting t = setting(STANCE_AVSTYRKER, PUNKT_BEDOMNING, false, "nämnden");
    t.phrase.order = PHRASE_CLAUSE;
    says(&t, "nämnden inte delar bedömningen att regionen bör svara för läkare");
    t.phrase.stance = STANCE_INGEN_ERINRAN;
    says(&t, "nämnden inte har något att erinra mot bedömningen att regionen bör svara för läkare");
    t.phrase.stance = STANCE_DELVIS;
    says(&t, "nämnden delvis delar bedömningen att regionen bör svara för läkare");
    done(&t);
}

Test(phrase, rejected_negation_takes_two_steps) {
    struct setting t = setting(STANCE_AVSTYRKER, PUNKT_BEDOMNING, true, "vi");
    says(&t, "Vi delar inte utredningens bedömning i avsnitt\u00A04.1. Vi anser att avgifter bör "
             "tas ut.");
    t.phrase.order = PHRASE_PROPOSAL;
    says(&t, "Förvaltningen föreslår att vi inte delar utredningens bedömning i avsnitt\u00A04.1 "
             "utan framför att avgifter bör tas ut.");
    done(&t);
    t = setting(STANCE_AVSTYRKER, PUNKT_FORSLAG, true, "nämnden");
    t.phrase.order = PHRASE_PROPOSAL;
    says(&t, "Förvaltningen föreslår att nämnden avstyrker förslaget i avsnitt\u00A04.1 och att "
             "nämnden framför att avgifter bör tas ut.");
    t.bet->avsnitt[0].punkt[0].motsats = S8("");
    says(&t, "Förvaltningen föreslår att nämnden avstyrker förslaget i avsnitt\u00A04.1.");
    done(&t);
}

Test(phrase, agreed_negation_keeps_its_clause) {
    struct setting t = setting(STANCE_TILLSTYRKER, PUNKT_BEDOMNING, true, "nämnden");
    says(&t, "Nämnden delar bedömningen att avgifter inte bör tas ut.");
    done(&t);
    t = setting(STANCE_TILLSTYRKER, PUNKT_FORSLAG, true, "nämnden");
    says(&t, "Nämnden tillstyrker förslaget att inte ta ut avgifter.");
    t.bet->avsnitt[0].punkt[0].infinitiv = S8("");
    says(&t, "Nämnden tillstyrker förslaget att avgifter inte bör tas ut.");
    done(&t);
}

Test(phrase, condition_loses_its_att_and_full_stop) {
    struct setting t = setting(STANCE_VILLKOR, PUNKT_FORSLAG, false, "nämnden");
    t.phrase.villkor = S8("att staten betalar.");
    says(&t, "Nämnden tillstyrker, under förutsättning att staten betalar, förslaget att regionen "
             "bör svara för läkare.");
    t.phrase.villkor = S8("");
    says(&t, "Nämnden tillstyrker under vissa förutsättningar förslaget att regionen bör svara för "
             "läkare.");
    t.phrase.name_only = true;
    t.phrase.villkor = S8("staten betalar");
    says(&t, "Nämnden tillstyrker förslaget i avsnitt\u00A04.1 under förutsättning att staten "
             "betalar.");
    done(&t);
}

Test(phrase, views_are_announced_only_where_they_follow) {
    struct setting t = setting(STANCE_SYNPUNKTER, PUNKT_BEDOMNING, false, "nämnden");
    t.bet->avsnitt[0].punkt[0].att = S8("");
    says(&t, "Nämnden delar bedömningen i avsnitt\u00A04.1.");
    t.phrase.text = PHRASE_TEXT_AFTER;
    says(&t, "Nämnden delar bedömningen i avsnitt\u00A04.1 men vill framhålla följande.");
    t.phrase.text = PHRASE_TEXT_BEFORE;
    says(&t, "Nämnden delar bedömningen i avsnitt\u00A04.1 med de synpunkter som framgår ovan.");
    t.phrase.text = PHRASE_TEXT_BELOW;
    says(&t, "Nämnden delar bedömningen i avsnitt\u00A04.1 med de synpunkter som framgår nedan.");
    done(&t);
}

/* In a list, or a proposal, something else comes right after. */
Test(phrase, following_views_of_a_proposal_stand_below) {
    struct setting t = setting(STANCE_SYNPUNKTER, PUNKT_FORSLAG, false, "nämnden");
    t.phrase.text = PHRASE_TEXT_AFTER;
    t.phrase.name_only = true;
    t.phrase.order = PHRASE_PROPOSAL;
    says(&t, "Förvaltningen föreslår att nämnden tillstyrker förslaget i avsnitt\u00A04.1 med de "
             "synpunkter som framgår nedan.");
    t.phrase.order = PHRASE_CLAUSE;
    says(&t, "nämnden tillstyrker förslaget i avsnitt\u00A04.1 med följande synpunkter");
    done(&t);
}

/* Last in a text, the sentence begins with what it leads on from. */
Test(phrase, views_above_come_first_before_a_long_object) {
    struct setting t = setting(STANCE_SYNPUNKTER, PUNKT_FORSLAG, false, "vi");
    t.phrase.text = PHRASE_TEXT_BEFORE;
    says(&t,
         "Med de synpunkter som framgår ovan tillstyrker vi förslaget att regionen bör svara för "
         "läkare.");
    t.phrase.order = PHRASE_INVERTED;
    says(&t,
         "Däremot tillstyrker vi, med de synpunkter som framgår ovan, förslaget att regionen bör "
         "svara för läkare.");
    t.phrase.order = PHRASE_CLAUSE;
    says(&t, "vi, med de synpunkter som framgår ovan, tillstyrker förslaget att regionen bör svara "
             "för läkare");
    t.phrase.order = PHRASE_MAIN;
    t.phrase.stance = STANCE_VILLKOR;
    t.phrase.villkor = S8("staten betalar");
    says(&t, "Vi tillstyrker, under förutsättning att staten betalar, förslaget att regionen bör "
             "svara för läkare.");
    done(&t);
}

/* An insertion stands where it can be read in one way only. */
Test(phrase, insertion_stands_by_the_verb_of_a_long_object) {
    struct setting t = setting(STANCE_VILLKOR, PUNKT_BEDOMNING, false, "vi");
    t.phrase.villkor = S8("staten betalar");
    t.phrase.order = PHRASE_INVERTED;
    says(&t, "Däremot delar vi, under förutsättning att staten betalar, bedömningen att regionen "
             "bör svara för läkare.");
    t.phrase.order = PHRASE_PROPOSAL;
    says(&t, "Förvaltningen föreslår att vi, under förutsättning att staten betalar, delar "
             "bedömningen att regionen bör svara för läkare.");
    t.phrase.order = PHRASE_PREDICATE;
    says(&t, "delar, under förutsättning att staten betalar, bedömningen att regionen bör svara "
             "för läkare");
    t.phrase.name_only = true;
    says(&t, "delar bedömningen i avsnitt\u00A04.1 under förutsättning att staten betalar");
    done(&t);
}

Test(phrase, one_of_several_is_counted) {
    struct setting t = setting(STANCE_AVSTYRKER, PUNKT_BEDOMNING, false, "nämnden");
    struct punkt p[] = {{.nr = 1, .slag = PUNKT_BEDOMNING},
                        {.nr = 2, .slag = PUNKT_FORSLAG},
                        {.nr = 3, .slag = PUNKT_BEDOMNING, .negerad = true}};
    t.bet->avsnitt[0].punkt = p;
    t.bet->avsnitt[0].n_punkt = 3;
    t.ref.punkt = &p[0];
    says(&t, "Nämnden delar inte den första bedömningen i avsnitt\u00A04.1.");
    t.ref.punkt = &p[1];
    says(&t, "Nämnden avstyrker förslaget i avsnitt\u00A04.1.");
    t.ref.punkt = &p[2];
    says(&t, "Nämnden delar inte utredningens andra bedömning i avsnitt\u00A04.1.");
    t.phrase.stance = STANCE_UTRED;
    says(&t, "Nämnden anser att det behövs fortsatt utredning av den fråga som den andra "
             "bedömningen i avsnitt\u00A04.1 gäller.");
    done(&t);
}

Test(phrase, beyond_the_tenth_is_counted_in_digits) {
    struct setting t = setting(STANCE_TILLSTYRKER, PUNKT_FORSLAG, false, "nämnden");
    struct punkt p[12];
    for (int i = 0; i < 12; i++)
        p[i] = (struct punkt){.nr = i + 1, .slag = PUNKT_FORSLAG};
    t.bet->avsnitt[0].punkt = p;
    t.bet->avsnitt[0].n_punkt = 12;
    t.ref.punkt = &p[11];
    says(&t, "Nämnden tillstyrker det 12:e förslaget i avsnitt\u00A04.1.");
    done(&t);
}

Test(phrase, clause_written_with_full_stop) {
    struct setting t = setting(STANCE_TILLSTYRKER, PUNKT_FORSLAG, false, "nämnden");
    t.bet->avsnitt[0].punkt[0].att = S8(" regionen betalar. ");
    says(&t, "Nämnden tillstyrker förslaget att regionen betalar.");
    done(&t);
}

Test(phrase, not_printed_is_empty) {
    struct setting t = setting(STANCE_EJ_BERORD, PUNKT_FORSLAG, false, "nämnden");
    says(&t, "");
    t.phrase.stance = STANCE_NONE;
    says(&t, "");
    done(&t);
}

/* ---- other subjects change nothing but their own forms ---- */

/* `s` with every form of nämnden made that of `who`. */
static struct str8 as_said_by(struct arena *a, struct str8 s, const struct subjekt *who) {
    struct buf out = {0};
    const struct str8 old[] = {S8("Nämnden"),     S8("nämnden"),   S8("ställer sig "),
                               S8("sig nämnden"), S8("yttra sig"), S8("tveksam")};
    const char *hesitant = who->plural ? "tveksamma" : who->neutrum ? "tveksamt" : "tveksam";
    struct str8 sig = who->reflexiv;
    bool first = who->pronomen;
    const struct str8 new[] = {
        who->borjan,
        who->inne,
        arena_printf(a, "ställer %.*s ", S8F(sig)),
        arena_printf(a, "%.*s %.*s", S8F(first ? who->inne : sig), S8F(first ? sig : who->inne)),
        arena_printf(a, "yttra %.*s", S8F(sig)),
        s8_from(hesitant)};
    static const int tried[] = {3, 2, 4, 5, 0, 1};
    while (s.n) {
        size_t i = 0;
        while (i < 6 && !s8_starts(s, old[tried[i]]))
            i++;
        bool inverted = i == 1 && s8_starts(s8_skip(s, old[2].n), S8("nämnden"));
        if (i == 6 || inverted) {
            buf_byte(&out, s.p[0]);
            s = s8_skip(s, 1);
            continue;
        }
        buf_str8(&out, new[tried[i]]);
        s = s8_skip(s, old[tried[i]].n);
    }
    struct str8 r = arena_str8(a, buf_str8_of(&out));
    buf_free(&out);
    return r;
}

/* All that a phrase can differ in but who says it. */
static int differs(struct setting *t, const struct subjekt *namnd, const struct subjekt *who,
                   struct str8 first[2]) {
    int wrong = 0;
    for (int i = 0; i < 5 * 5 * 2 * 2; i++) {
        t->phrase.order = (enum phrase_order)(i % 5);
        t->phrase.text = (enum phrase_text)(i / 5 % 5);
        t->phrase.name_only = i / 25 % 2;
        t->phrase.villkor = i / 50 ? S8("staten betalar") : S8("");
        t->phrase.subjekt = *namnd;
        struct str8 common = phrase_make(&t->arena, &t->phrase);
        t->phrase.subjekt = *who;
        struct str8 said = phrase_make(&t->arena, &t->phrase);
        common = as_said_by(&t->arena, common, who);
        if (!s8_eq(common, said) && wrong++ == 0) {
            first[0] = said;
            first[1] = common;
        }
    }
    return wrong;
}

Test(phrase, subjects_differ_in_their_own_forms_alone) {
    static const char *const others[] = {"vi", "utskottet", "nämnderna", "nämndens namn"};
    int tried = 0;
    for (int s = STANCE_TILLSTYRKER; s < STANCE_EJ_BERORD; s++) {
        for (int k = 0; k < 4; k++) {
            for (size_t o = 0; o < sizeof others / sizeof *others; o++, tried++) {
                struct str8 first[2];
                struct setting t = setting((enum stance)s, (enum punkt_slag)(k % 2), k / 2, "vi");
                struct arende *ar = arende_new(&t.arena);
                struct subjekt namnd, who;
                t.phrase.ref = &t.ref;
                sample_set(ar, ARENDE_NAMND, S8("Miljö- och hälsoutskottet"));
                profil_subjekt(&t.arena, t.profil, S8("nämnden"), ar, &namnd, NULL);
                profil_subjekt(&t.arena, t.profil, s8_from(others[o]), ar, &who, NULL);
                int n = differs(&t, &namnd, &who, first);
                cr_assert_eq(n, 0, "%s by %s, %d wrong, the first ”%.*s”, expected ”%.*s”",
                             stance_code((enum stance)s), others[o], n, S8F(first[0]),
                             S8F(first[1]));
                done(&t);
            }
        }
    }
    cr_assert_eq(tried, 9 * 4 * 4);
}
