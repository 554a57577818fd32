/* Verdicts of a heading in one text, after all reasons or before them, and the summary as running
 * text. The words are those of join.c; here it is where they stand, and who says them. */
#include <criterion/criterion.h>

#include "draft/compose.h"
#include "emit/emit.h"
#include "sample.h"

static struct arena arena;
static struct draft draft;

/* Avsnitt 5 with a bedömning and two förslag, avsnitt 6 with one förslag. */
static void setup(void) {
    struct betankande *b = sample_betankande(&arena, PUNKT_BEDOMNING, false);
    struct punkt *p = ARENA_NEW(&arena, struct punkt, 4);
    struct avsnitt *av = ARENA_NEW(&arena, struct avsnitt, 2);
    p[0] = (struct punkt){.nr = 1, .slag = PUNKT_BEDOMNING, .att = S8("läkare behövs")};
    p[1] = (struct punkt){.nr = 2, .slag = PUNKT_FORSLAG, .att = S8("regionen ska betala")};
    p[2] = (struct punkt){.nr = 3, .slag = PUNKT_FORSLAG, .att = S8("förbudet ska tas bort")};
    p[3] = (struct punkt){.nr = 1, .slag = PUNKT_FORSLAG, .att = S8("medel ska fördelas")};
    av[0] = av[1] = b->avsnitt[0];
    av[0].nummer = S8("5");
    av[1].nummer = S8("6");
    av[0].punkt = p;
    av[0].n_punkt = 3;
    av[1].punkt = &p[3];
    b->avsnitt = av;
    b->n_avsnitt = 2;
    draft = (struct draft){arende_new(&arena), b, sample_profil(&arena)};
}

static void teardown(void) {
    arena_free(&arena);
}

TestSuite(rubrikvis, .init = setup, .fini = teardown);

static struct post *answer(const char *key, enum stance s, const char *reasons) {
    struct post_list *l = &((struct arende *)(size_t)draft.arende)->post[POST_SVAR];
    struct post *p = ARENA_PUSH(&arena, l->p, l->n, l->cap);
    *p = post_new(&arena, POST_SVAR, s8_from(key));
    p->value[SVAR_STALLNING] = s8_from(stance_code(s));
    p->value[SVAR_MOTIVERING] = s8_from(reasons);
    return p;
}

static void setting(enum val v, int word) {
    ((struct profil *)(size_t)draft.profil)->val.ord[v] = word;
}

/* The paper as Markdown, with plain spaces. */
static struct str8 paper(const char *name) {
    struct error err = {0};
    struct doc *doc;
    struct buf out = {0}, plain = {0};
    cr_assert_eq(compose(&arena, &draft, s8_from(name), &doc, &err), ST_OK, "%s", err.text);
    emit_markdown(doc, &out);
    for (size_t i = 0; i < out.n; i++) {
        bool hard = out.p[i] == '\xC2' && i + 1 < out.n && out.p[i + 1] == '\xA0';
        buf_byte(&plain, hard ? ' ' : out.p[i]);
        i += hard;
    }
    struct str8 s = arena_str8(&arena, buf_str8_of(&plain));
    buf_free(&out);
    buf_free(&plain);
    return s;
}

static void has(struct str8 text, const char *what) {
    cr_assert(s8_find(text, s8_from(what)) >= 0, "not there: %s\n%.*s", what, S8F(text));
}

static void lacks(struct str8 text, const char *what) {
    cr_assert(s8_find(text, s8_from(what)) < 0, "there: %s\n%.*s", what, S8F(text));
}

Test(rubrikvis, one_verdict_after_the_reasons_of_a_heading) {
    setting(VAL_OMDOMEN, 2);
    setting(VAL_OMDOME, 1);
    answer("5:1", STANCE_TILLSTYRKER, "Skäl ett.");
    answer("5:2", STANCE_SYNPUNKTER, "Skäl två.");
    answer("5:3", STANCE_AVSTYRKER, "Skäl tre.");
    answer("6:1", STANCE_SYNPUNKTER, "Skäl fyra.");
    struct str8 text = paper("yttrande");
    has(text, "Skäl ett.\n\nSkäl två.\n\nSkäl tre.\n\n**Nämnden delar bedömningen i avsnitt 5 och "
              "tillstyrker, med de synpunkter som framgår ovan, det första förslaget men "
              "avstyrker det andra förslaget.**\n");
    has(text,
        "Skäl fyra.\n\n**Med de synpunkter som framgår ovan tillstyrker nämnden förslaget att "
        "medel ska fördelas.**\n");
}

Test(rubrikvis, other_papers_words_are_as_before) {
    answer("5:2", STANCE_TILLSTYRKER, "Skäl två.");
    answer("5:3", STANCE_AVSTYRKER, "Skäl tre.");
    struct str8 text = paper("yttrande");
    has(text, "**Nämnden tillstyrker förslaget att regionen ska betala.**\n\nSkäl två.\n\n"
              "**Däremot avstyrker nämnden förslaget att förbudet ska tas bort.**\n\nSkäl tre.");
    lacks(text, "tillstyrker det första förslaget i avsnitt 5 men");
}

Test(rubrikvis, each_subject_has_a_sentence_of_its_own) {
    setting(VAL_OMDOMEN, 2);
    setting(VAL_OMDOME, 1);
    answer("5:1", STANCE_TILLSTYRKER, "");
    answer("5:2", STANCE_TILLSTYRKER, "")->value[SVAR_SUBJEKT] = S8("vi");
    answer("5:3", STANCE_AVSTYRKER, "")->value[SVAR_SUBJEKT] = S8("vi");
    has(paper("yttrande"), "**Nämnden delar bedömningen att läkare behövs. Vi tillstyrker det "
                           "första förslaget i avsnitt 5 men avstyrker det andra förslaget.**");
}

Test(rubrikvis, proposal_says_it_once_too) {
    setting(VAL_OMDOMEN, 2);
    setting(VAL_OMDOME, 1);
    answer("5:2", STANCE_TILLSTYRKER, "Skäl.");
    answer("5:3", STANCE_AVSTYRKER, "Skäl.");
    struct str8 text = paper("tjänsteskrivelse");
    has(text, "Förvaltningen föreslår att nämnden tillstyrker det första förslaget i avsnitt 5 men "
              "avstyrker det andra förslaget.");
    lacks(text, "föreslår att nämnden tillstyrker förslaget att regionen");
}

Test(rubrikvis, a_heading_without_printed_answers_says_nothing) {
    setting(VAL_OMDOMEN, 2);
    setting(VAL_OMDOME, 1);
    answer("5:1", STANCE_EJ_BERORD, "");
    answer("6:1", STANCE_TILLSTYRKER, "");
    struct str8 text = paper("yttrande");
    has(text, "**Nämnden tillstyrker förslaget att medel ska fördelas.**");
    lacks(text, "****");
}

Test(rubrikvis, shared_reasons_stand_once) {
    setting(VAL_OMDOMEN, 2);
    setting(VAL_OMDOME, 1);
    answer("5:2", STANCE_TILLSTYRKER, "Samma skäl.");
    answer("5:3", STANCE_AVSTYRKER, "Samma skäl.");
    struct str8 text = paper("yttrande");
    text = s8_skip(text, (size_t)s8_find(text, S8("Samma skäl.")) + 11);
    lacks(text, "Samma skäl.");
}

Test(rubrikvis, summary_as_running_text) {
    setting(VAL_SAMMANFATTNING, 2);
    answer("5:1", STANCE_AVSTYRKER, "");
    answer("5:2", STANCE_TILLSTYRKER, "");
    answer("6:1", STANCE_TILLSTYRKER, "");
    has(paper("yttrande"),
        "## Sammanfattning\n\nNämnden tillstyrker förslaget i avsnitt 6 samt det "
        "första förslaget i avsnitt 5 men delar inte bedömningen i avsnitt 5.\n");
    has(paper("tjänsteskrivelse"),
        "Förvaltningen föreslår att nämnden tillstyrker förslaget i avsnitt 6 samt det första "
        "förslaget i avsnitt 5 men inte delar bedömningen i avsnitt 5.\n\nSkälen framgår");
}

Test(rubrikvis, verdict_first_says_that_reasons_are_below) {
    setting(VAL_OMDOMEN, 2);
    answer("5:1", STANCE_SYNPUNKTER, "Skäl ett.");
    answer("5:2", STANCE_TILLSTYRKER, "Skäl två.");
    has(paper("yttrande"),
        "**Nämnden delar, med de synpunkter som framgår nedan, bedömningen i avsnitt 5 och "
        "tillstyrker det första förslaget.**\n\nSkäl ett.\n\nSkäl två.\n");
}
