/* granska and the stances in words: what texts and motivations say against what is answered. */
#include <criterion/criterion.h>

#include "review_help.h"

/* Avsnitt 4.1 with the sound case's förslag, and 5.3 with a bedömning and two förslag. */
static void two_avsnitt(void) {
    static struct avsnitt avsnitt[2];
    static struct punkt punkter[3];
    sound_case();
    avsnitt[0] = draft.betankande->avsnitt[0];
    for (int i = 0; i < 3; i++)
        punkter[i] = (struct punkt){.nr = i + 1, .slag = i ? PUNKT_FORSLAG : PUNKT_BEDOMNING};
    avsnitt[1] = (struct avsnitt){.nummer = S8("5.3"),
                                  .titel = S8("Anställda läkare"),
                                  .harkomst = HARKOMST_VERIFIERAD,
                                  .niva = 2,
                                  .foralder = -1,
                                  .punkt = punkter,
                                  .n_punkt = 3};
    struct betankande *b = ARENA_NEW(&arena, struct betankande, 1);
    *b = *draft.betankande;
    b->avsnitt = avsnitt;
    b->n_avsnitt = 2;
    draft.betankande = b;
    answer("5.3:1", "tillstyrker");
    answer("5.3:2", "avstyrker");
    answer("5.3:3", "tillstyrker");
}

TestSuite(sanning, .init = two_avsnitt, .fini = sound_case_end);

static void says(const char *name, const char *words) {
    text(name)->value[TEXT_INNEHALL] = s8_from(words);
}

/* A text block that says `words` gives that finding, there. */
static void wrong(const char *rule, enum severity s, const char *words, const char *message) {
    says("sammanfattning", words);
    struct finding *f = only(rule, s);
    cr_assert(s8_eqz(f->text, message), "%.*s", S8F(f->text));
    cr_assert(f->slag == POST_TEXT && s8_eqz(f->nyckel, "sammanfattning"));
}

static void right(const char *words) {
    says("sammanfattning", words);
    nothing();
}

Test(sanning, a_summary_that_says_another_stance) {
    wrong("motsägelse", SEV_ERROR, "Nämnden avstyrker förslaget i avsnitt 4.1.",
          "Sammanfattning: där står ”avstyrker” om avsnitt 4.1, men svaret på 4.1:1 är "
          "”tillstyrker”.");
    wrong("motsägelse", SEV_ERROR, "Nämnden tillstyrker 5.3:2.",
          "Sammanfattning: där står ”tillstyrker” om 5.3:2, men svaret på 5.3:2 är ”avstyrker”.");
    wrong("motsägelse", SEV_WARNING, "Nämnden är tveksam till förslaget i avsnitt 4.1.",
          "Sammanfattning: där står ”tveksam” om avsnitt 4.1, men svaret på 4.1:1 är "
          "”tillstyrker”.");
    right("Nämnden tillstyrker 4.1 och avstyrker ett av förslagen i avsnitt 5.3.");
    right("Nämnden tillstyrker förslagen i kapitel 5 och i huvudsak dem i kapitel 4.");
    right("Enligt utredningen finns skäl. Utredningen avstyrker 4.1.");
}

Test(sanning, nothing_is_known_while_a_punkt_is_open) {
    answer("5.3:3", "");
    says("sammanfattning", "Nämnden är tveksam till avsnitt 5.3.");
    only("obesvarad", SEV_ERROR);
}

Test(sanning, numbers_of_answers) {
    wrong("antal", SEV_ERROR, "Nämnden tillstyrker fyra förslag.",
          "Sammanfattning: antalet efter ”tillstyrker” är 4, men i svaren är det 2.");
    wrong("antal", SEV_ERROR, "Nämnden tillstyrker alla förslag.",
          "Sammanfattning: antalet efter ”tillstyrker” är alla, men i svaren är det 2.");
    right("Nämnden tillstyrker två av tre förslag.");
    right("Nämnden tillstyrker tre förslag och bedömningar och avstyrker ett förslag.");
    answer("5.3:3", "synpunkter");
    answer_reasons("5.3:3", "Medlen bör räcka.");
    right("Nämnden tillstyrker två förslag.");
    wrong("antal", SEV_ERROR, "Nämnden tillstyrker fem förslag.",
          "Sammanfattning: antalet efter ”tillstyrker” är 5, men i svaren är det 2.");
}

Test(sanning, a_stance_that_no_answer_takes) {
    right("Nämnden avstyrker att kommuner anställer läkare.");
    answer("5.3:2", "tillstyrker");
    wrong("ställning-utan-svar", SEV_ERROR, "Nämnden avstyrker att kommuner anställer läkare.",
          "Sammanfattning: där står ”avstyrker”, men inget svar säger det.");
    right("Nämnden tillstyrker förslagen och delar inte resonemanget i bedömningen.");
}

Test(sanning, a_verb_that_may_be_about_anything) {
    answer("5.3:2", "tillstyrker");
    right("Nämnden motsätter sig att staten styr kommunernas vardag.");
    wrong("ställning-utan-svar", SEV_ERROR, "Nämnden motsätter sig förslaget.",
          "Sammanfattning: där står ”motsätter”, men inget svar säger det.");
}

Test(sanning, own_position_against_a_punkt) {
    struct post *p = line(POST_STANDPUNKT);
    p->value[STANDPUNKT_AVSNITT] = S8("4.1");
    p->value[STANDPUNKT_TEXT] = S8("Nämnden motsätter sig förslaget.");
    struct finding *f = only("motsägelse", SEV_ERROR);
    cr_assert(f->slag == POST_STANDPUNKT && f->falt == STANDPUNKT_TEXT);
    p->value[STANDPUNKT_TEXT] = S8("Nämnden motsätter sig resonemanget om förslaget.");
    nothing();
    p->value[STANDPUNKT_AVSNITT] = S8("5.3");
    p->value[STANDPUNKT_TEXT] = S8("Nämnden motsätter sig förslaget.");
    nothing();
}

Test(sanning, the_other_paper_is_held_to_the_same) {
    says("sammanfattning-tjänsteskrivelse", "Förvaltningen föreslår att nämnden avstyrker 4.1.");
    struct finding *f = only("motsägelse", SEV_ERROR);
    cr_assert(s8_eqz(f->nyckel, "sammanfattning-tjänsteskrivelse"));
    says("sammanfattning-tjänsteskrivelse", "Det är bra.");
    line(POST_BESLUTSPUNKT)->value[BESLUTSPUNKT_TEXT] = S8("Nämnden avstyrker avsnitt 4.1.");
    cr_assert_eq(only("motsägelse", SEV_ERROR)->slag, POST_BESLUTSPUNKT);
}

Test(sanning, two_papers_that_tell_a_half_each) {
    says("sammanfattning", "Nämnden avstyrker förslag i avsnitt 5.3.");
    nothing();
    says("sammanfattning-tjänsteskrivelse", "Nämnden tillstyrker förslag i avsnitt 5.3.");
    struct finding *f = only("papper-oense", SEV_WARNING);
    cr_assert(s8_eqz(f->nyckel, "sammanfattning-tjänsteskrivelse"));
    says("sammanfattning", "Nämnden avstyrker 5.3:2 men tillstyrker i övrigt avsnitt 5.3.");
    nothing();
}

Test(sanning, what_others_say_is_no_claim) {
    line(POST_SAMVERKAN)->value[SAMVERKAN_TEXT] = S8("Rådet avstyrker förslaget i avsnitt 4.1.");
    says("bakgrund", "Nämnden avstyrker 4.1.");
    own_avsnitt()->value[AVSNITT_REDOGORELSE] = S8("Nämnden avstyrker 4.1.");
    nothing();
}

/* ---- motivations ---- */

static void motivated(const char *stance, const char *words) {
    svar()->value[SVAR_STALLNING] = s8_from(stance);
    svar()->value[SVAR_MOTIVERING] = s8_from(words);
}

static void doubted(const char *stance, const char *words, const char *verb) {
    motivated(stance, words);
    struct finding *f = only("motivering-mot-ställning", SEV_WARNING);
    cr_assert(f->slag == POST_SVAR && s8_eqz(f->nyckel, "4.1:1") && f->falt == SVAR_MOTIVERING);
    cr_assert(s8_ends(f->text, arena_printf(&arena, "står ”%s”.", verb)), "%.*s", S8F(f->text));
}

static void believed(const char *stance, const char *words) {
    motivated(stance, words);
    nothing();
}

Test(sanning, reasons_that_support_what_is_rejected) {
    doubted("avstyrker", "Nämnden ställer sig bakom förslaget.", "bakom");
    doubted("avstyrker", "Det är bra. Nämnden stödjer förslaget i dess helhet.", "stödjer");
    doubted("avstyrker", "Nämnden är positiv till att kommunen får anställa läkare.", "positiv");
    doubted("avstyrker", "Vi tillstyrker förslaget.", "tillstyrker");
    believed("avstyrker", "Nämnden är positiv till förslagets syfte.");
    believed("avstyrker", "Nämnden är positiv till förslaget, men kostnaden är hög.");
    believed("avstyrker", "Nämnden är positiv till samverkan. Däremot är kostnaden hög.");
    believed("avstyrker", "Nämnden stödjer 5.3:1. Nämnden avstyrker förslaget.");
    believed("avstyrker", "Utredningen stödjer förslaget.");
}

Test(sanning, reasons_that_reject_what_is_supported) {
    doubted("tillstyrker", "Nämnden avstyrker förslaget.", "avstyrker");
    doubted("tillstyrker", "Nämnden ställer sig inte bakom förslaget.", "inte bakom");
    doubted("ingen-erinran", "Vi motsätter oss förslaget.", "motsätter");
    doubted("synpunkter", "Vi avstyrker förslaget.", "avstyrker");
    believed("tillstyrker", "Nämnden delar inte utredningens bedömning av kostnaden.");
    believed("synpunkter", "Nämnden ställer sig inte bakom förslagets alla delar.");
    believed("tveksam", "Nämnden avstyrker förslaget.");
}

Test(sanning, support_without_reasons_is_told_once) {
    svar()->value[SVAR_MOTIVERING] = S8("");
    struct finding *f = only("skäl-saknas", SEV_HINT);
    cr_assert(s8_eqz(f->text, "En punkt får stöd utan skäl: 4.1:1."), "%.*s", S8F(f->text));
    answer_reasons("5.3:3", "");
    f = only("skäl-saknas", SEV_HINT);
    cr_assert(s8_eqz(f->text, "Punkter får stöd utan skäl: 4.1:1 och 5.3:3."), "%.*s",
              S8F(f->text));
    cr_assert(s8_eqz(f->nyckel, "4.1:1"));
}

Test(sanning, of_many_without_reasons_the_first_few_are_named) {
    struct avsnitt *av = &draft.betankande->avsnitt[1];
    av->punkt = ARENA_NEW(&arena, struct punkt, 12);
    av->n_punkt = 12;
    for (int i = 0; i < 12; i++) {
        const char *key = arena_printf(&arena, "5.3:%d", i + 1).p;
        av->punkt[i] = (struct punkt){.nr = i + 1};
        answer(key, "tillstyrker");
        answer_reasons(key, "");
    }
    struct finding *f = only("skäl-saknas", SEV_HINT);
    cr_assert(s8_ends(f->text, S8("5.3:1, 5.3:2, 5.3:3, 5.3:4, 5.3:5, 5.3:6, 5.3:7, 5.3:8 och 4 "
                                  "till.")),
              "%.*s", S8F(f->text));
}

Test(sanning, texts_are_told_in_the_order_of_the_betankande) {
    struct post_list *l = &((struct arende *)(size_t)draft.arende)->post[POST_SVAR];
    struct post first = l->p[0];
    size_t n;
    l->p[0] = l->p[l->n - 1];
    l->p[l->n - 1] = first;
    answer_reasons("5.3:3", "TODO");
    answer_reasons("4.1:1", "TODO");
    struct finding *f = run(&n);
    cr_assert(n == 2 && s8_eqz(f[0].plats, "4.1:1") && s8_eqz(f[1].plats, "5.3:3"));
}

/* ---- retelling ---- */

static void retells(const char *words) {
    motivated("tillstyrker", words);
    only("återgivning", SEV_WARNING);
}

Test(sanning, a_motivation_that_retells) {
    retells("Utredningen föreslår ett lagkrav. Kravet gäller läkare. De ska finnas dygnet runt. "
            "Nämnden tycker att det är bra.");
    retells("I betänkandet föreslås ett krav.\n\nKravet gäller läkare.\n\nDe ska finnas.");
    retells("Enligt utredningen behövs krav. Det är så. Det ska bli så.");
    believed("tillstyrker",
             "Utredningen föreslår ett lagkrav. Nämnden tycker att det är bra. Så. Så.");
    believed("tillstyrker", "Utredningen föreslår ett lagkrav. Det gäller läkare.");
    believed("tillstyrker", "Kravet är bra. Utredningen föreslår det. Det är så. Det blir så.");
}

Test(sanning, a_motivation_that_repeats_the_betankande_word_for_word) {
    struct avsnitt *av = &draft.betankande->avsnitt[0];
    av->gist =
        S8("Den ena delen gäller läkare i alla kommuner och regioner, dygnet runt varje dag.");
    retells("Så här: delen gäller läkare i alla kommuner och **regioner**, dygnet runt\n"
            "varje dag. Bra.");
    believed("tillstyrker",
             "Den gäller läkare i alla kommuner och regioner, dygnet runt varje dag.");
    av->gist = S8("");
    own_avsnitt()->value[AVSNITT_REDOGORELSE] =
        S8("Ett två tre fyra fem sex sju åtta nio tio elva tolv tretton.");
    retells("Så: två tre fyra fem sex sju åtta nio tio elva tolv tretton.");
    believed("tillstyrker", "Så: två tre fyra fem sex sju åtta nio tio elva tolv, ja.");
}

/* ---- themes ---- */

Test(sanning, a_stance_only_in_the_text_of_a_theme) {
    struct finding f;
    struct post *p = line(POST_TEMA);
    p->value[TEMA_NAMN] = S8("läkare");
    p->value[TEMA_INLEDNING] = S8("Nämnden avstyrker att kommuner anställer läkare.");
    cr_assert_eq(found("ställning-i-löptext", &f), 1);
    cr_assert(f.slag == POST_TEMA && f.falt == TEMA_INLEDNING && f.severity == SEV_WARNING);
    p->value[TEMA_PUNKTER] = S8("5.3:1, 5.3:2");
    cr_assert_eq(found("ställning-i-löptext", NULL), 0);
    p->value[TEMA_PUNKTER] = S8("");
    p->value[TEMA_INLEDNING] = S8("Nämnden ser tre frågor.");
    cr_assert_eq(found("ställning-i-löptext", NULL), 0);
}
