/* granska and the answer as a paper: heading, opening, order, silence, weight. */
#include <criterion/criterion.h>

#include "review/prose.h"
#include "review_help.h"

TestSuite(papper, .init = sound_case, .fini = sound_case_end);

/* The yttrande is made with that template instead of its parts. */
static void template(const char *markdown) {
    struct profil *own = ARENA_NEW(&arena, struct profil, 1);
    *own = *draft.profil;
    own->mall = ARENA_NEW(&arena, struct mall, own->n_mall + 2);
    own->dokument = ARENA_NEW(&arena, struct dokument, own->n_dokument);
    if (s8_eqz(draft.profil->mall[own->n_mall - 1].namn, "egen"))
        own->n_mall--;
    for (size_t i = 0; i < own->n_mall; i++)
        own->mall[i] = draft.profil->mall[i];
    own->mall[own->n_mall++] = (struct mall){S8("egen"), S8("egen.md"), s8_from(markdown)};
    for (size_t i = 0; i < own->n_dokument; i++) {
        own->dokument[i] = draft.profil->dokument[i];
        if (s8_eqz(own->dokument[i].namn, "yttrande")) {
            own->dokument[i].mall = S8("egen");
            own->dokument[i].n_del = 0;
        }
    }
    draft.profil = own;
}

#define TITLE "# Yttrande över {{namn}}, {{ert-dnr}}\n\n"
#define SUMMARY "## Sammanfattning\n\n{{{texter.sammanfattning}}}\n\n"

Test(papper, heading_names_the_betankande) {
    set(ARENDE_RUBRIK, "Yttrande över Läkare i kommunen");
    struct finding *f = only("rubrik-beteckning", SEV_ERROR);
    cr_assert(f->slag == POST_ARENDE && f->falt == ARENDE_RUBRIK);
    cr_assert(s8_eqz(f->dokument, "yttrande"));
    set(ARENDE_RUBRIK, "Yttrande över SOU\u00A02030:1");
    nothing();
}

Test(papper, heading_has_the_number_of_a_department) {
    set(ARENDE_VAG, "nämnd-departement");
    set(ARENDE_EPOST, "svar@exempel.se");
    set(ARENDE_MOTTAGARE, "Socialdepartementet");
    set(ARENDE_ERT_DNR, "S2030/1");
    nothing();
    set(ARENDE_RUBRIK, "Yttrande över SOU 2030:1");
    only("rubrik-diarienummer", SEV_WARNING);
}

Test(papper, remiss_told_first_in_the_summary) {
    text("sammanfattning")->value[TEXT_INNEHALL] =
        S8("Nämnden har beretts tillfälle att yttra sig över förslaget. Det är bra.");
    struct finding *f = only("remissen-berättas", SEV_WARNING);
    cr_assert(f->slag == POST_TEXT && s8_eqz(f->nyckel, "sammanfattning"));
    text("sammanfattning")->value[TEXT_INNEHALL] =
        S8("Förslaget är bra. Nämnden har fått remissen två gånger.");
    nothing();
}

Test(papper, remiss_told_by_the_template) {
    template(TITLE "Nämnden har fått betänkandet på remiss.\n\n" SUMMARY);
    struct finding *f = only("remissen-berättas", SEV_WARNING);
    cr_assert(s8_find(f->rad, S8("mall")) > 0);
    template(TITLE SUMMARY);
    nothing();
}

Test(papper, summary_comes_first) {
    template(TITLE "## Bakgrund\n\nKort.\n\n" SUMMARY);
    only("sammanfattning-först", SEV_WARNING);
}

Test(papper, order_of_the_betankande) {
    struct betankande *b = ARENA_NEW(&arena, struct betankande, 1);
    *b = *draft.betankande;
    b->avsnitt = ARENA_NEW(&arena, struct avsnitt, 2);
    b->avsnitt[0] = draft.betankande->avsnitt[0];
    b->avsnitt[1] = (struct avsnitt){.nummer = S8("4.2"), .gist = S8("Kort."), .niva = 2};
    b->n_avsnitt = 2;
    draft.betankande = b;
    template(TITLE SUMMARY "## 4.1 Ett\n\nKort.\n\n## Avsnitt 4.2\n\nKort.\n");
    nothing();
    template(TITLE SUMMARY "## Avsnitt 4.2\n\nKort.\n\n## 4.1 Ett\n\nKort.\n");
    only("disposition", SEV_WARNING);
}

Test(papper, silence_is_explained_where_avsnitt_are_left_out) {
    struct betankande *b = ARENA_NEW(&arena, struct betankande, 1);
    *b = *draft.betankande;
    b->avsnitt = ARENA_NEW(&arena, struct avsnitt, 2);
    b->avsnitt[0] = draft.betankande->avsnitt[0];
    b->avsnitt[1] = b->avsnitt[0];
    b->avsnitt[1].nummer = S8("4.2");
    b->n_avsnitt = 2;
    draft.betankande = b;
    struct post *own = own_avsnitt();
    own->nyckel = S8("4.2");
    own->value[AVSNITT_UTELAMNAD] = S8("ja");
    own->value[AVSNITT_SKAL] = S8("Rör regionen.");
    nothing(); /* the shipped template says it */
    template(TITLE SUMMARY);
    struct finding *f = only("tystnadsklausul-saknas", SEV_WARNING);
    cr_assert(s8_eqz(f->nyckel, "tystnadsklausul") && s8_find(f->text, S8("Avsnitt 4.2 ")) == 0);
    text("tystnadsklausul")->value[TEXT_INNEHALL] = S8("Det vi inte nämner har vi ingen åsikt om.");
    cr_assert_eq(found("tystnadsklausul-saknas", NULL), 1); /* it stands in no paper */
    template(TITLE SUMMARY "{{{texter.tystnadsklausul}}}\n");
    nothing();
    template(TITLE SUMMARY);
    text("tystnadsklausul")->value[TEXT_INNEHALL] = S8("");
    struct error err = {0};
    enum status st;
    cr_assert(val_put(&((struct profil *)(size_t)draft.profil)->val, S8("tystnadsklausul"),
                      S8("aldrig"), &st, &err));
    nothing(); /* the organisation's own choice */
    cr_assert(val_put(&((struct profil *)(size_t)draft.profil)->val, S8("tystnadsklausul"),
                      S8("vid-behov"), &st, &err));
    only("tystnadsklausul-saknas", SEV_WARNING);
    own->value[AVSNITT_UTELAMNAD] = S8("nej");
    answer("4.2:1", "tillstyrker");
    nothing();
}

Test(papper, template_that_cannot_be_used) {
    template("{{#grupper}}");
    only("mall-fel", SEV_ERROR);
}

/* `n` times the words. */
static struct str8 times(const char *words, int n) {
    struct buf b = {0};
    for (int i = 0; i < n; i++)
        buf_str(&b, words);
    struct str8 all = arena_str8(&arena, buf_str8_of(&b));
    buf_free(&b);
    return all;
}

Test(papper, heavy_as_a_whole) {
    static const char heavy[] = "Kommunstyrelsen beslutar enligt reglementet. ";
    struct post *p = line(POST_STANDPUNKT), *q = line(POST_STANDPUNKT);
    p->value[STANDPUNKT_TEXT] = q->value[STANDPUNKT_TEXT] = times(heavy, 10);
    nothing(); /* too few words, in each text and in all */
    for (int i = 0; i < 4; i++)
        line(POST_STANDPUNKT)->value[STANDPUNKT_TEXT] = p->value[STANDPUNKT_TEXT];
    struct finding *f = only("lix", SEV_HINT);
    cr_assert(s8_eqz(f->dokument, "yttrande") && f->falt == -1, "%.*s", S8F(f->text));
}

Test(papper, long_answer) {
    text("övergripande")->value[TEXT_INNEHALL] = times("Det är så. ", 1900);
    nothing();
    text("övergripande")->value[TEXT_INNEHALL] = times("Det är så. ", 2100);
    only("långt-yttrande", SEV_HINT);
}

Test(papper, abstaining_from_all_owes_no_summary) {
    set(ARENDE_AVSTAR, "ja");
    set(ARENDE_RUBRIK, "Yttrande");
    nothing();
}

/* ---- what the betänkande says stays in the förvaltning's paper ---- */

static const char planted[] = "Zebran målade trettio gula staket under natten.";

/* A run of the planted words that stands in the paper, in words. */
static size_t planted_in(struct profil *p, struct str8 dokument) {
    struct draft d = {draft.arende, draft.betankande, p};
    struct doc *doc;
    struct error err = {0};
    struct prose_words words = prose_words(&arena, s8_from(planted));
    size_t most = 0, at;
    cr_assert_eq(compose(&arena, &d, dokument, &doc, &err), ST_OK, "%s", err.text);
    struct prose paper = prose_of_doc(&arena, doc);
    for (size_t i = 0; i < paper.n; i++) {
        struct prose_words w = prose_words(&arena, paper.para[i].text);
        size_t run = prose_common(&words, &w, &at);
        most = run > most ? run : most;
    }
    return most;
}

/* In every place where the betänkande is retold. */
static void plant(void) {
    struct avsnitt *av = &draft.betankande->avsnitt[0];
    av->gist = av->text = av->punkt[0].text = s8_from(planted);
    own_avsnitt()->value[AVSNITT_REDOGORELSE] = s8_from(planted);
    text("bakgrund")->value[TEXT_INNEHALL] = s8_from(planted);
    text("förslagen")->value[TEXT_INNEHALL] = s8_from(planted);
    text("ärendet")->value[TEXT_INNEHALL] = s8_from(planted);
    line(POST_UPPDRAG)->value[UPPDRAG_TEXT] = s8_from(planted);
    line(POST_SAMVERKAN)->value[SAMVERKAN_TEXT] = s8_from(planted);
}

Test(papper, a_retelling_never_reaches_an_answer) {
    const struct profil_dirs dirs = {S8(""), sample_path(&arena, "db/profiler")};
    struct profil_rad *rad;
    size_t n, answers = 0;
    struct error err = {0};
    struct profil *p;
    plant();
    cr_assert_eq(profil_list(&arena, &dirs, &rad, &n, &err), ST_OK, "%s", err.text);
    for (size_t i = 0; i < n; i++) {
        bool retold = false;
        cr_assert_eq(profil_load(&arena, &dirs, rad[i].namn, &p, &err), ST_OK, "%s", err.text);
        for (size_t k = 0; k < p->n_dokument; k++) {
            size_t run = planted_in(p, p->dokument[k].namn);
            bool answer = s8_starts(p->dokument[k].namn, S8("yttrande"));
            retold = retold || (!answer && run == 7);
            answers += answer;
            cr_assert(!answer || run < 2, "%.*s: %.*s retells", S8F(rad[i].namn),
                      S8F(p->dokument[k].namn));
        }
        cr_assert(retold, "%.*s retells nowhere, so nothing is shown", S8F(rad[i].namn));
    }
    cr_assert(answers >= 3, "%zu of %zu profiles have an answer", answers, n);
}
