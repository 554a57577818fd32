/* granska: each rule finds its fault, and only its fault. */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "review_help.h"

TestSuite(review, .init = sound_case, .fini = sound_case_end);

Test(review, a_sound_case_has_no_findings) {
    nothing();
}

Test(review, unanswered) {
    svar()->value[SVAR_STALLNING] = S8("");
    only("obesvarad", SEV_ERROR);
}

Test(review, rejection_without_reasons) {
    svar()->value[SVAR_STALLNING] = S8("avstyrker");
    svar()->value[SVAR_MOTIVERING] = S8("");
    only("motivering-saknas", SEV_ERROR);
    svar()->value[SVAR_MOTIVERING] = S8("Därför.");
    nothing();
}

Test(review, assessment_not_shared_without_reasons) {
    punkt()->slag = PUNKT_BEDOMNING;
    svar()->value[SVAR_STALLNING] = S8("avstyrker");
    svar()->value[SVAR_MOTIVERING] = S8("");
    only("motivering-saknas", SEV_ERROR);
}

Test(review, doubt_without_reasons_is_a_warning) {
    svar()->value[SVAR_STALLNING] = S8("tveksam");
    svar()->value[SVAR_MOTIVERING] = S8("");
    only("motivering-bör-finnas", SEV_WARNING);
}

Test(review, views_without_text) {
    svar()->value[SVAR_STALLNING] = S8("synpunkter");
    svar()->value[SVAR_MOTIVERING] = S8("");
    only("motivering-saknas", SEV_ERROR);
}

Test(review, condition_missing_or_unused) {
    svar()->value[SVAR_STALLNING] = S8("villkor");
    only("villkor-saknas", SEV_ERROR);
    svar()->value[SVAR_VILLKOR] = S8("staten betalar");
    nothing();
    svar()->value[SVAR_STALLNING] = S8("tillstyrker");
    only("villkor-skrivs-inte", SEV_WARNING);
}

Test(review, negated_without_clauses) {
    punkt()->negerad = true;
    punkt()->infinitiv = S8("ta ut avgifter");
    only("motsats-saknas", SEV_WARNING);
    punkt()->motsats = S8("avgifter bör tas ut");
    nothing();
    punkt()->infinitiv = S8("");
    only("sats-saknas", SEV_WARNING);
    punkt()->motsats = S8("");
    punkt()->infinitiv = S8("ta ut avgifter");
    svar()->value[SVAR_STALLNING] = S8("avstyrker");
    svar()->value[SVAR_MOTIVERING] = S8("Därför.");
    only("motsats-saknas", SEV_ERROR);
}

Test(review, not_concerned_owes_nothing) {
    punkt()->negerad = true;
    svar()->value[SVAR_STALLNING] = S8("ej-berord");
    nothing();
}

Test(review, answer_to_a_punkt_that_is_not_there) {
    struct post_list *l = &((struct arende *)(size_t)draft.arende)->post[POST_SVAR];
    struct post *p = ARENA_PUSH(&arena, l->p, l->n, l->cap);
    *p = post_new(&arena, POST_SVAR, S8("9.9:1"));
    p->value[SVAR_STALLNING] = S8("tillstyrker");
    only("punkt-saknas", SEV_ERROR);
}

Test(review, unknown_subject) {
    svar()->value[SVAR_SUBJEKT] = S8("kungen");
    only("subjekt-okänt", SEV_ERROR);
    svar()->value[SVAR_SUBJEKT] = S8("");
    set(ARENDE_SUBJEKT, "kungen");
    only("subjekt-okänt", SEV_ERROR);
}

Test(review, title_not_verified) {
    draft.betankande->avsnitt[0].harkomst = HARKOMST_PARAFRAS;
    only("titel-overifierad", SEV_HINT);
}

Test(review, advice_in_words_is_told_from_a_command) {
    struct finding typed = {.rad = S8("Skriv: yttra ange 7 nämnd VÄRDE")};
    struct finding words = {.rad = S8("Skriv klart texten, eller ta bort påminnelsen.")};
    cr_assert_eq(finding_words(&typed).n, 0);
    cr_assert(s8_eq(finding_words(&words), words.rad));
    size_t n;
    set(ARENDE_NAMND, "");
    struct finding *f = run(&n);
    cr_assert(n > 0 && f[0].rad.n > 0);
    cr_assert_eq(finding_words(&f[0]).n, 0);
}

Test(review, nothing_known_of_an_avsnitt) {
    struct avsnitt two[2] = {draft.betankande->avsnitt[0], {.nummer = S8("4.2"), .niva = 2}};
    struct betankande b = *draft.betankande;
    b.avsnitt = two;
    b.n_avsnitt = 2;
    draft.betankande = &b;
    only("avsnitt-okänt", SEV_HINT);
}

Test(review, left_out) {
    struct post *own = own_avsnitt();
    own->value[AVSNITT_UTELAMNAD] = S8("ja");
    only("utelämnad-med-svar", SEV_ERROR);
    svar()->value[SVAR_STALLNING] = S8("ej-berord");
    only("utelämnad-utan-skäl", SEV_HINT);
    own->value[AVSNITT_SKAL] = S8("Rör regionen.");
    nothing();
    svar()->value[SVAR_STALLNING] = S8("");
    nothing();
}

Test(review, dates_out_of_order) {
    set(ARENDE_AU, "2025-03-04");
    only("datum-ordning", SEV_ERROR);
    set(ARENDE_AU, "2025-03-03");
    nothing();
}

Test(review, answer_due_before_the_meeting) {
    set(ARENDE_SVARSTID, "2025-02-28");
    only("svarstid-före", SEV_ERROR);
    set(ARENDE_ANSTAND, "2025-03-10");
    nothing();
    set(ARENDE_ANSTAND, "2025-02-27");
    size_t n;
    struct finding *f = run(&n);
    cr_assert_eq(n, 2);
    cr_assert(s8_eqz(f[1].rule, "anstånd-före-svarstid"));
}

Test(review, too_late) {
    setenv("YTTRA_NU", "2025-04-02", 1);
    only("svarstid-passerad", SEV_WARNING);
    set(ARENDE_STATUS, "expedierat");
    nothing();
}

Test(review, protocol_signed_too_late) {
    set(ARENDE_JUSTERING, "2025-03-18");
    only("justering-sen", SEV_ERROR);
    set(ARENDE_JUSTERING, "2025-03-10");
    nothing();
    set(ARENDE_OMEDELBAR_JUSTERING, "ja");
    only("justering-omedelbar", SEV_WARNING);
}

Test(review, paper_dated_after_the_committee) {
    set(ARENDE_AU, "2025-02-20");
    set(ARENDE_TJANSTESKRIVELSE_DATUM, "2025-02-25");
    only("tjänsteskrivelse-efter-au", SEV_WARNING);
}

Test(review, papers_dated_out_of_order) {
    set(ARENDE_TJANSTESKRIVELSE_DATUM, "2025-03-04");
    set(ARENDE_DATUM, "2025-03-05");
    only("tjänsteskrivelse-efter-möte", SEV_WARNING);
    set(ARENDE_TJANSTESKRIVELSE_DATUM, "2025-02-20");
    set(ARENDE_DATUM, "2025-02-19");
    only("yttrande-före-tjänsteskrivelse", SEV_WARNING);
    set(ARENDE_DATUM, "2025-04-02");
    cr_assert_eq(only("yttrande-efter-svarstid", SEV_ERROR)->falt, ARENDE_DATUM);
    set(ARENDE_ANSTAND, "2025-04-15");
    nothing();
    set(ARENDE_INKOM, "2025-02-21");
    only("tjänsteskrivelse-före-remiss", SEV_WARNING);
}

Test(review, decision_on_another_day_than_the_meeting) {
    set(ARENDE_BESLUTSDATUM, "2025-03-04");
    only("beslut-annan-dag", SEV_WARNING);
    set(ARENDE_ORDFORANDEBESLUT, "ja");
    nothing();
    set(ARENDE_ORDFORANDEBESLUT, "");
    set(ARENDE_BESLUTSDATUM, "2025-03-03");
    nothing();
}

Test(review, days_of_rest) {
    set(ARENDE_NAMNDMOTE, "2025-03-08");
    struct finding *f = only("datum-helg", SEV_HINT);
    cr_assert(s8_ends(f->text, S8("är en lördag.")) && f->falt == ARENDE_NAMNDMOTE);
    set(ARENDE_NAMNDMOTE, "2025-03-09");
    cr_assert(s8_ends(only("datum-helg", SEV_HINT)->text, S8("är en söndag.")));
    for (int day = 10; day <= 14; day++) {
        set(ARENDE_NAMNDMOTE, arena_printf(&arena, "2025-03-%d", day).p);
        nothing();
    }
    set(ARENDE_SVARSTID, "2025-03-30");
    cr_assert(s8_find(only("datum-helg", SEV_HINT)->rad, S8("fredagen")) > 0);
}

static void children(const char *how, const char *words) {
    set(ARENDE_BARNETS_BASTA, how);
    text("barnkonsekvenser")->value[TEXT_INNEHALL] = s8_from(words);
}

Test(review, best_interests_of_the_child) {
    children("", "Barn berörs, eftersom de får vård.");
    only("barnets-bästa-prövning", SEV_HINT);
    children("berörs-inte", "Barn berörs inte.");
    only("barnets-bästa-skäl", SEV_WARNING);
    children("enkel", "Förslagen är bra.");
    only("barnets-bästa-skäl", SEV_WARNING);
    children("enkel", "Förslagen är bra, för barn får vård hemma.");
    nothing();
    children("vanlig", "Vård i hemmet dygnet runt är till barnets bästa i de flesta fall.");
    nothing();
    children("fördjupad", "Förslagen är bra, för barn får vård hemma.");
    only("barnets-bästa-kort", SEV_HINT);
    children("fördjupad", "Det gäller barn. De får vård, för det är bra. Det väger tyngst.");
    nothing();
    children("enkel", "");
    only("text-saknas", SEV_ERROR);
}

Test(review, best_interests_where_no_paper_asks) {
    struct profil own = *draft.profil;
    struct dokument *dok = ARENA_NEW(&arena, struct dokument, own.n_dokument);
    for (size_t i = 0; i < own.n_dokument; i++) {
        dok[i] = own.dokument[i];
        dok[i].n_text = 0;
    }
    own.dokument = dok;
    draft.profil = &own;
    children("berörs-inte", "");
    only("barnets-bästa-skäl", SEV_WARNING);
    children("", "");
    nothing();
}

Test(review, costs_put_on_the_kommun) {
    svar()->value[SVAR_MOTIVERING] = S8("Förslaget är bra. Det ökar kommunens kostnader.");
    struct finding *f = only("finansieringsprincipen", SEV_HINT);
    cr_assert(f->slag == POST_TEXT && s8_eqz(f->nyckel, "finansieringsprincipen"));
    text("finansieringsprincipen")->value[TEXT_INNEHALL] = S8("Staten ska betala.");
    nothing();
    text("finansieringsprincipen")->value[TEXT_INNEHALL] = S8("");
    svar()->value[SVAR_MOTIVERING] = S8("Kommunen är med. Kostnaden är låg.");
    nothing();
}

Test(review, address_to_the_department) {
    set(ARENDE_VAG, "nämnd-departement");
    set(ARENDE_MOTTAGARE, "Socialdepartementet");
    only("e-post-saknas", SEV_WARNING);
    set(ARENDE_EPOST, "svar@exempel.se");
    nothing();
}

Test(review, what_a_paper_lacks) {
    struct finding *f;
    size_t n;
    struct error err = {0};
    set(ARENDE_ORGANISATION, "");
    only("uppgift-saknas", SEV_ERROR);
    cr_assert_eq(review_run(&arena, &draft, S8("tjansteskrivelse"), &f, &n, &err), ST_OK);
    cr_assert_eq(n, 0, "organisation is only asked of the yttrande");
    cr_assert_eq(review_run(&arena, &draft, S8("protokol"), &f, &n, &err), ST_NOT_FOUND);
    set(ARENDE_ORGANISATION, "Exempelköping");
    ((struct arende *)(size_t)draft.arende)->post[POST_UNDERTECKNARE].n = 0;
    only("lista-tom", SEV_ERROR);
}

Test(review, recipient_against_the_route) {
    set(ARENDE_VAG, "nämnd-kommunstyrelse");
    set(ARENDE_MOTTAGARE, "Socialdepartementet");
    only("mottagare-väg", SEV_WARNING);
    set(ARENDE_MOTTAGARE, "Kommunstyrelsen");
    nothing();
    set(ARENDE_VAG, "nämnd-departement");
    set(ARENDE_EPOST, "svar@exempel.se");
    only("mottagare-väg", SEV_WARNING);
}

Test(review, reminder_left_behind) {
    svar()->value[SVAR_MOTIVERING] = S8("Bra. TODO: räkna.");
    only("kvarglömt", SEV_WARNING);
    svar()->value[SVAR_MOTIVERING] = S8("MASTODONT är ett ord.");
    nothing();
    svar()->value[SVAR_ANTECKNING] = S8("TODO");
    nothing();
}

Test(review, note_without_text) {
    svar()->value[SVAR_MOTIVERING] = S8("Se här[^a] och[^b].\n\n[^a]: Not.");
    only("fotnot-saknas", SEV_ERROR);
    svar()->value[SVAR_MOTIVERING] = S8("Se här[^a].\n\n[^a]: Not.");
    nothing();
}

Test(review, bullets_that_become_running_text) {
    static const char *const bad[] = {"Skäl:\n\u2022 ett\n\u2022 två", "\u00B7 ett", "o\tett",
                                      "\u2013\tett", "Så:\n  \uF0B7ett"};
    static const char *const good[] = {"- ett\n- två",          "a \u2022 b", "o så",
                                       "\u2013 Nej, sade hon.", "\u2022",     "-\tett"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        svar()->value[SVAR_MOTIVERING] = s8_from(bad[i]);
        only("punkttecken", SEV_HINT);
    }
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        svar()->value[SVAR_MOTIVERING] = s8_from(good[i]);
        nothing();
    }
}

static struct post *position(const char *tema, const char *avsnitt) {
    struct post_list *l = &((struct arende *)(size_t)draft.arende)->post[POST_STANDPUNKT];
    struct post *p = ARENA_PUSH(&arena, l->p, l->n, l->cap);
    *p = post_new(&arena, POST_STANDPUNKT, arena_printf(&arena, "%zu", l->n));
    p->value[STANDPUNKT_TEXT] = S8("Staten bör betala.");
    p->value[STANDPUNKT_TEMA] = s8_from(tema);
    p->value[STANDPUNKT_AVSNITT] = s8_from(avsnitt);
    return p;
}

/* A paper that is divided by teman has no room for a position whose tema there is none of. */
Test(review, a_position_that_no_paper_has) {
    size_t n;
    struct post *p = position("ekonomi", "");
    nothing();
    p->value[STANDPUNKT_AVSNITT] = S8("99");
    only("ståndpunkt-skrivs-inte", SEV_ERROR);
    struct finding *f = run(&n);
    cr_assert(s8_eqz(f->text, "Egen ståndpunkt 1 kommer inte med i något papper."), "%.*s",
              S8F(f->text));
    cr_assert(f->slag == POST_STANDPUNKT && s8_eqz(f->nyckel, "1"));
    p->value[STANDPUNKT_AVSNITT] = S8("4.1");
    nothing();
    p->value[STANDPUNKT_AVSNITT] = p->value[STANDPUNKT_TEMA] = S8("");
    nothing();
    p->value[STANDPUNKT_SLAG] = S8("utred-vidare");
    nothing();
    p->value[STANDPUNKT_TEMA] = S8("ekonomi");
    p->value[STANDPUNKT_TEXT] = p->value[STANDPUNKT_SLAG] = S8("");
    nothing();
}

Test(review, a_position_on_an_avsnitt_that_is_left_out) {
    size_t n;
    struct post_list *l = &((struct arende *)(size_t)draft.arende)->post[POST_AVSNITT];
    position("", "4.1");
    nothing();
    struct post *p = ARENA_PUSH(&arena, l->p, l->n, l->cap);
    *p = post_new(&arena, POST_AVSNITT, S8("4.1"));
    p->value[AVSNITT_UTELAMNAD] = S8("ja");
    p->value[AVSNITT_SKAL] = S8("Rör inte kommunen.");
    svar()->value[SVAR_STALLNING] = s8_from(stance_code(STANCE_EJ_BERORD));
    struct finding *f = run(&n);
    cr_assert_eq(n, 1, "%.*s", S8F(n ? f[0].text : S8("")));
    cr_assert(s8_find(f->text, S8("för avsnittet utelämnas")) >= 0, "%.*s", S8F(f->text));
}

Test(review, a_text_that_no_paper_has) {
    struct post_list *l = &((struct arende *)(size_t)draft.arende)->post[POST_TEMA];
    struct post *p = ARENA_PUSH(&arena, l->p, l->n, l->cap);
    *p = post_new(&arena, POST_TEMA, S8("1"));
    p->value[TEMA_INLEDNING] = S8("Om pengar.");
    only("text-skrivs-inte", SEV_WARNING);
    ((struct profil *)(size_t)draft.profil)->val.ord[VAL_INDELNING] = 1;
    nothing();
    ((struct profil *)(size_t)draft.profil)->val.ord[VAL_INDELNING] = 0;
    set(ARENDE_AVSTAR, "ja");
    nothing();
}

Test(review, text_missing) {
    struct post *p = arende_post(draft.arende, POST_TEXT, S8("sammanfattning"));
    p->value[TEXT_INNEHALL] = S8("");
    only("text-saknas", SEV_ERROR);
}

Test(review, abstaining_from_all_owes_no_answers) {
    svar()->value[SVAR_STALLNING] = S8("");
    set(ARENDE_AVSTAR, "ja");
    nothing();
}

Test(review, information_owes_no_answers) {
    svar()->value[SVAR_STALLNING] = S8("");
    only("obesvarad", SEV_ERROR);
    set(ARENDE_VAG, "information");
    nothing();
}

Test(review, most_severe_first) {
    struct finding *f;
    size_t n;
    svar()->value[SVAR_STALLNING] = S8("tveksam");
    svar()->value[SVAR_MOTIVERING] = S8("");
    draft.betankande->avsnitt[0].harkomst = HARKOMST_PARAFRAS;
    set(ARENDE_SVARSTID, "2025-02-28");
    f = run(&n);
    cr_assert_eq(n, 3);
    cr_assert(f[0].severity == SEV_ERROR && f[2].severity == SEV_HINT);
    cr_assert_str_eq(severity_namn(f[1].severity), "varning");
}
