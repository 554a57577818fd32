/* What the settings of a profile do to the papers. */
#include <criterion/criterion.h>

#include "draft/compose.h"
#include "emit/emit.h"
#include "sample.h"

static const char betankande[] = "# SOU 2025:1 Titel\n\n"
                                 "## 1 Kapitel\n\n- härkomst: verifierad\n\n"
                                 "### 1.1 Avsnitt\n\n- härkomst: verifierad\n\n"
                                 "#### Förslag 1.1:1\n\n- att: ett ska göras\n\n"
                                 "#### Förslag 1.1:2\n\n- att: två ska göras\n\n"
                                 "#### Bedömning 1.1:3\n\n- att: tre inte bör göras\n"
                                 "- motsats: tre bör göras\n\n"
                                 "#### Bedömning 1.1:4\n\n- att: fyra bör göras\n";

static struct arena arena;
static struct arende *arende;
static struct profil *profil;
static struct draft d;

static void setup(void) {
    struct betankande *b;
    struct error err = {0};
    cr_assert_eq(betankande_read(&arena, s8_from(betankande), "b.md", &b, &err), ST_OK, "%s",
                 err.text);
    profil = sample_profil(&arena);
    arende = arende_new(&arena);
    d = (struct draft){.betankande = b, .profil = profil, .arende = arende};
}

static void teardown(void) {
    arena_free(&arena);
}

TestSuite(val, .init = setup, .fini = teardown);

static void set(enum val v, int word) {
    profil->val.ord[v] = word;
}

static struct post *add(enum post_slag slag, const char *key) {
    struct post_list *l = &arende->post[slag];
    struct post *p = ARENA_PUSH(&arena, l->p, l->n, l->cap);
    *p = post_new(&arena, slag, s8_from(key));
    return p;
}

static void answer(const char *key, const char *stance, const char *reasons) {
    struct post *p = add(POST_SVAR, key);
    p->value[SVAR_STALLNING] = s8_from(stance);
    p->value[SVAR_MOTIVERING] = s8_from(reasons);
}

/* The yttrande from the heading "1.1 Avsnitt" on is just this. */
static void says(const char *expected) {
    struct error err = {0};
    struct buf out = {0};
    struct doc *doc;
    cr_assert_eq(compose(&arena, &d, S8("yttrande"), &doc, &err), ST_OK, "%s", err.text);
    emit_markdown(doc, &out);
    struct str8 text = buf_str8_of(&out), head = S8("### 1.1 Avsnitt\n\n");
    ptrdiff_t at = s8_find(text, head);
    cr_assert_geq(at, 0);
    text = s8_trim(s8_skip(text, (size_t)at + head.n));
    cr_expect(s8_eqz(text, expected), "--- got\n%.*s\n--- expected\n%s", S8F(text), expected);
    buf_free(&out);
}

Test(val, neighbours_answered_alike_in_one_sentence) {
    answer("1.1:1", "tillstyrker", "Skäl.");
    answer("1.1:2", "tillstyrker", "Skäl.");
    answer("1.1:3", "avstyrker", "Annat skäl.");
    answer("1.1:4", "avstyrker", "Annat skäl.");
    set(VAL_OMDOMEN, 1);
    says("**Nämnden tillstyrker förslagen i avsnitt\u00A01.1.**\n\nSkäl.\n\n"
         "**Däremot delar nämnden inte utredningens första bedömning i avsnitt\u00A01.1. Nämnden "
         "anser "
         "att tre bör göras.**\n\n"
         "**Nämnden delar inte bedömningen att fyra bör göras.**\n\nAnnat skäl.");
    set(VAL_OMDOME, 1);
    says("Skäl.\n\n**Nämnden tillstyrker förslagen i avsnitt\u00A01.1.**\n\nAnnat skäl.\n\n"
         "**Däremot delar nämnden inte utredningens första bedömning i avsnitt\u00A01.1. Nämnden "
         "anser "
         "att tre bör göras.**\n\n"
         "**Nämnden delar inte bedömningen att fyra bör göras.**");
}

Test(val, other_reasons_and_other_speakers_are_not_alike) {
    answer("1.1:1", "tillstyrker", "Skäl.");
    answer("1.1:2", "tillstyrker", "Annat.");
    answer("1.1:3", "tillstyrker", "");
    answer("1.1:4", "tillstyrker", "");
    arende->post[POST_SVAR].p[3].value[SVAR_SUBJEKT] = S8("vi");
    set(VAL_OMDOMEN, 1);
    says("**Nämnden tillstyrker förslaget att ett ska göras.**\n\nSkäl.\n\n"
         "**Nämnden tillstyrker förslaget att två ska göras.**\n\nAnnat.\n\n"
         "**Nämnden delar bedömningen att tre inte bör göras.**\n\n"
         "**Vi delar bedömningen att fyra bör göras.**");
}

Test(val, own_positions_before_a_verdict_that_comes_last) {
    struct post *p = add(POST_STANDPUNKT, "1");
    p->value[STANDPUNKT_AVSNITT] = S8("1.1");
    p->value[STANDPUNKT_TEXT] = S8("Eget.");
    answer("1.1:4", "tillstyrker", "Skäl.");
    says("**Nämnden delar bedömningen att fyra bör göras.**\n\nSkäl.\n\nEget.");
    set(VAL_OMDOME, 1);
    says("Eget.\n\nSkäl.\n\n**Nämnden delar bedömningen att fyra bör göras.**");
}

/* Does the paper have this? */
static void has(const char *name, const char *wanted) {
    struct error err = {0};
    struct buf out = {0};
    struct doc *doc;
    cr_assert_eq(compose(&arena, &d, s8_from(name), &doc, &err), ST_OK, "%s", err.text);
    emit_markdown(doc, &out);
    cr_expect(s8_find(buf_str8_of(&out), s8_from(wanted)) >= 0, "%s is not in\n%.*s", wanted,
              S8F(buf_str8_of(&out)));
    buf_free(&out);
}

Test(val, numbers_of_avsnitt_in_four_ways) {
    static const char *const heading[] = {"### 1.1 Avsnitt\n", "### Avsnitt (avsnitt\u00A01.1)\n",
                                          "### Avsnitt, kap.\u00A01\n", "### Avsnitt\n"};
    answer("1.1:1", "tillstyrker", "");
    for (int i = 0; i < 4; i++) {
        set(VAL_AVSNITTSNUMMER, i);
        has("yttrande", heading[i]);
    }
}

Test(val, an_empty_heading_is_not_written) {
    for (size_t i = 0; i < profil->n_rubrik; i++)
        if (s8_eqz(profil->rubrik[i].namn, "bakgrund"))
            profil->rubrik[i].text = S8("");
    add(POST_TEXT, "bakgrund")->value[TEXT_INNEHALL] = S8("# Egen rubrik\n\nText.");
    has("tjänsteskrivelse", "## Ärendet\n\n### Egen rubrik\n\nText.");
}
