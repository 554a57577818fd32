/* Both papers from the shipped betänkande: nothing in one motivation may touch the rest. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/fileio.h"
#include "draft/compose.h"
#include "emit/emit.h"
#include "sample.h"

#define PUNKT "4.1:1"
#define OTHER "4.2:1"
#define VERDICT "delar bedömningen att läkarmedverkan"
#define HOSTILE_NOTE "Fientlig not."

static struct arena arena;

static struct betankande *shipped(void) {
    struct buf text = {0};
    struct betankande *b;
    struct error err = {0};
    struct str8 path = sample_path(&arena, "db/betankanden/sou-2024-72.md");
    cr_assert_eq(file_read(path.p, &text, &err), ST_OK, "%s", err.text);
    cr_assert_eq(betankande_read(&arena, buf_str8_of(&text), path.p, &b, &err), ST_OK, "%s",
                 err.text);
    buf_free(&text);
    return b;
}

/* Every punkt tillstyrks/delas; 4.1:1 with `motivering`, 4.2:1 with a note of its own. */
static struct arende *answered(const struct betankande *b, struct str8 motivering) {
    struct arende *ar = arende_new(&arena);
    struct post_list *l = &ar->post[POST_SVAR];
    for (size_t i = 0; i < b->n_avsnitt; i++) {
        for (size_t k = 0; k < b->avsnitt[i].n_punkt; k++) {
            struct post *p = ARENA_PUSH(&arena, l->p, l->n, l->cap);
            *p = post_new(&arena, POST_SVAR,
                          punkt_key(&arena, &b->avsnitt[i], &b->avsnitt[i].punkt[k]));
            p->value[SVAR_STALLNING] = S8("tillstyrker");
            p->value[SVAR_MOTIVERING] = S8("Bra[^1].\n\n[^1]: Egen not.");
            if (s8_eqz(p->nyckel, PUNKT))
                p->value[SVAR_MOTIVERING] = motivering;
        }
    }
    sample_set(ar, ARENDE_ORGANISATION, S8("Exempelköping"));
    sample_set(ar, ARENDE_DATUM, S8("2025-03-05"));
    return ar;
}

enum format { TEXT, MARKDOWN, HTML, N_FORMATS };

static struct str8 paper(struct str8 name, struct str8 motivering, enum format f) {
    struct draft d = {.betankande = shipped(), .profil = sample_profil(&arena)};
    struct emit_text_options endless = {.endless = true, .width = 200};
    struct error err = {0};
    struct doc *doc;
    struct buf out = {0};
    d.arende = answered(d.betankande, motivering);
    cr_assert_eq(compose(&arena, &d, name, &doc, &err), ST_OK, "%s", err.text);
    if (f == TEXT)
        emit_text(doc, &endless, &out);
    else if (f == MARKDOWN)
        emit_markdown(doc, &out);
    else
        emit_html(doc, NULL, &out);
    struct str8 s = arena_str8(&arena, buf_str8_of(&out));
    buf_free(&out);
    return s;
}

/* The paper but for the motivation of 4.1:1: what is before its verdict, and what comes from the
 * next heading on. */
static struct str8 rest(struct str8 whole) {
    ptrdiff_t verdict = s8_find(whole, S8(VERDICT));
    if (verdict < 0)
        return whole;
    struct str8 after = s8_skip(whole, (size_t)verdict);
    ptrdiff_t next = s8_find(after, S8("Avsnitt\u00A04.1.1"));
    if (next < 0)
        next = s8_find(after, S8("Avsnitt 4.1.1"));
    cr_assert_gt(next, 0);
    struct str8 before = s8_sub(whole, 0, (size_t)verdict), tail = s8_skip(after, (size_t)next);
    return arena_printf(&arena, "%.*s%.*s", S8F(before), S8F(tail));
}

/* With `has_note` it is held against a calm motivation that has the same note, so that the numbers
 * of those after it agree. */
static void touches_nothing(struct str8 hostile, bool has_note) {
    static const char *const papers[] = {"yttrande", "tjänsteskrivelse"};
    struct str8 calm = has_note ? S8("Lugnt[^a].\n\n[^a]: " HOSTILE_NOTE) : S8("Lugnt.");
    for (size_t p = 0; p < 2; p++) {
        for (int f = TEXT; f < N_FORMATS; f++) {
            struct str8 name = s8_from(papers[p]);
            cr_assert(s8_eq(rest(paper(name, calm, (enum format)f)),
                            rest(paper(name, hostile, (enum format)f))),
                      "%s, format %d, motivation: %.*s", papers[p], f,
                      (int)(hostile.n > 60 ? 60 : hostile.n), hostile.p);
        }
    }
}

/* The text as it stands in the yttrande in plain text. */
static bool printed(struct str8 motivering, const char *expected) {
    return s8_find(paper(S8("yttrande"), motivering, TEXT), s8_from(expected)) >= 0;
}

static void teardown(void) {
    arena_free(&arena);
}

TestSuite(papers, .fini = teardown);

Test(papers, mustache_in_a_motivation_is_text) {
    touches_nothing(S8("{{x}}"), false);
    touches_nothing(S8("{{/a}}"), false);
    touches_nothing(S8("{{#avsnittslista}}{{{omdöme}}}"), false);
    cr_assert(printed(S8("{{x}} och {{/a}}"), "{{x}} och {{/a}}"));
}

Test(papers, headings_and_rules) {
    touches_nothing(S8("# H"), false);
    touches_nothing(S8("Rad\n---"), false);
    touches_nothing(S8("---"), false);
    touches_nothing(S8("==="), false);
}

Test(papers, open_fences_and_html) {
    touches_nothing(S8("```\nöppen"), false);
    touches_nothing(S8("~~~"), false);
    touches_nothing(S8("<div>"), false);
    touches_nothing(S8("<!--"), false);
    touches_nothing(S8("<script>alert(1)</script>"), false);
    cr_assert(printed(S8("<div> och <!--"), "<div> och <!--"));
    cr_assert_lt(s8_find(paper(S8("yttrande"), S8("<script>x"), HTML), S8("<script>x")), 0);
}

Test(papers, tables_lists_and_quotes) {
    touches_nothing(S8("|"), false);
    touches_nothing(S8("a | b\n--|--\n1 | 2"), false);
    touches_nothing(S8("- a\n  - b\n    - c"), false);
    touches_nothing(S8("> citat"), false);
    touches_nothing(S8("*"), false);
    touches_nothing(S8("**"), false);
    touches_nothing(S8("2025. Det var"), false);
    cr_assert(printed(S8("1 * 2"), "1 * 2"));
}

Test(papers, references_and_notes) {
    touches_nothing(S8("[x]: y"), false);
    touches_nothing(S8("[^1]"), false);
    touches_nothing(S8("[^1]: " HOSTILE_NOTE), false);
    touches_nothing(S8("Se[^1].\n\n[^1]: " HOSTILE_NOTE), true);
    touches_nothing(S8("[Nämnden][x]\n\n[x]: https://exempel.se"), false);
    cr_assert(printed(S8("[^1]"), "[^1]"));
}

Test(papers, forged_tokens) {
    touches_nothing(S8("\xEE\x80\x80"
                       "1\xEE\x80\x81"),
                    false);
    touches_nothing(S8("\xEE\x80\x80"), false);
}

Test(papers, one_word_of_100_000_letters) {
    struct buf b = {0};
    buf_repeat(&b, 'x', 100000);
    touches_nothing(buf_str8_of(&b), false);
    buf_free(&b);
}

Test(papers, empty_motivation_leaves_no_trace) {
    touches_nothing(S8(""), false);
    touches_nothing(S8("\n\n"), false);
}

Test(papers, unverified_titles_are_not_printed) {
    static const char *const papers[] = {"yttrande", "tjänsteskrivelse"};
    const struct betankande *b = shipped();
    for (size_t p = 0; p < 2; p++) {
        struct str8 text = paper(s8_from(papers[p]), S8(""), MARKDOWN);
        for (size_t i = 0; i < b->n_avsnitt; i++) {
            const struct avsnitt *av = &b->avsnitt[i];
            struct str8 head =
                arena_printf(&arena, "# %.*s %.*s\n", S8F(av->nummer), S8F(av->titel));
            bool there = s8_find(text, head) >= 0;
            cr_assert(!there || av->harkomst == HARKOMST_VERIFIERAD, "%.*s", S8F(head));
        }
    }
}

static void add_underlag(struct arende *ar, const char *slag, const char *titel, const char *av,
                         const char *datum) {
    struct post_list *l = &ar->post[POST_UNDERLAG];
    struct post *p = ARENA_PUSH(&arena, l->p, l->n, l->cap);
    *p = post_new(&arena, POST_UNDERLAG, S8("1"));
    p->value[UNDERLAG_SLAG] = s8_from(slag);
    p->value[UNDERLAG_TITEL] = s8_from(titel);
    p->value[UNDERLAG_FORFATTARE] = s8_from(av);
    p->value[UNDERLAG_DATUM] = s8_from(datum);
}

/* What a template makes of the list of underlag. */
static struct str8 list_of_underlag(const char *template) {
    struct draft d = {.betankande = shipped(), .profil = sample_profil(&arena)};
    const struct mall *m = profil_mall(d.profil, S8("foljebrev"));
    struct error err = {0};
    struct doc *doc;
    struct buf out = {0};
    d.arende = arende_new(&arena);
    add_underlag((struct arende *)(size_t)d.arende, "tjänsteskrivelse", "", "Utredare A, jurist",
                 "2025-02-13");
    add_underlag((struct arende *)(size_t)d.arende, "betänkande", "Ett betänkande", "", "");
    ((struct mall *)(size_t)m)->text = s8_from(template);
    cr_assert_eq(compose(&arena, &d, S8("följebrev"), &doc, &err), ST_OK, "%s", err.text);
    emit_markdown(doc, &out);
    struct str8 s = arena_str8(&arena, buf_str8_of(&out));
    buf_free(&out);
    return s;
}

Test(papers, underlag_is_told_with_who_wrote_it_and_when) {
    struct str8 got = list_of_underlag("{{#underlag}}\n- {{rad}}\n{{/underlag}}\n");
    cr_assert(s8_find(got, S8("Tjänsteskrivelse av Utredare A, jurist, 2025-02-13\n")) >= 0, "%.*s",
              S8F(got));
    cr_assert(s8_find(got, S8("Ett betänkande\n")) >= 0, "%.*s", S8F(got));
}

Test(papers, the_last_line_of_a_list_is_known) {
    struct str8 got = list_of_underlag("{{#underlag}}{{slag}}{{^sist}} och {{/sist}}{{/underlag}}");
    cr_assert(s8_find(got, S8("tjänsteskrivelse och betänkande\n")) >= 0, "%.*s", S8F(got));
}

/* The yttrande where the verdicts are the reasons' first words, in that style. */
static struct str8 running(struct str8 motivering, int style) {
    struct draft d = {.betankande = shipped(), .profil = sample_profil(&arena)};
    struct profil *p = (struct profil *)(size_t)d.profil;
    struct error err = {0};
    struct doc *doc;
    struct buf out = {0};
    p->val.ord[VAL_OMDOME] = 3;
    p->val.ord[VAL_OMDOME_STIL] = style;
    d.arende = answered(d.betankande, motivering);
    cr_assert_eq(compose(&arena, &d, S8("yttrande"), &doc, &err), ST_OK, "%s", err.text);
    emit_markdown(doc, &out);
    struct str8 s = arena_str8(&arena, buf_str8_of(&out));
    buf_free(&out);
    return s;
}

Test(papers, a_verdict_may_begin_the_reasons) {
    static const struct {
        const char *reasons, *expected;
        int style;
    } all[] = {
        {"Skälen är flera:\n\n- ett", "redan finns. Skälen är flera:\n\n- ett\n", 2},
        {"", "redan finns.\n\n", 2},
        {"- ett\n- två", "redan finns.\n\n- ett\n", 2},
        {"1. ett", "redan finns.\n\n1. ett\n", 2},
        {"2025 var ett år.", "redan finns. 2025 var ett år.\n", 2},
        {"**Nej** då.", "redan finns. **Nej** då.\n", 2},
        {"Bra.", "redan finns.** Bra.\n", 0},
        {"Bra.", "redan finns._ Bra.\n", 1},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct str8 got = running(s8_from(all[i].reasons), all[i].style);
        ptrdiff_t at = s8_find(got, S8("redan finns."));
        cr_assert_gt(at, 0);
        cr_expect(s8_starts(s8_skip(got, (size_t)at), s8_from(all[i].expected)), "%s: %.*s",
                  all[i].reasons, 200, got.p + at);
    }
}

Test(papers, two_verdicts_running_do_not_begin_with_daremot) {
    static const struct {
        const char *key, *stance;
    } answers[] = {{"5.3:1", "tillstyrker"},
                   {"5.3:2", "avstyrker"},
                   {"5.3:3", "tillstyrker"},
                   {"5.3:4", "avstyrker"}};
    struct draft d = {.betankande = shipped(), .profil = sample_profil(&arena)};
    struct error err = {0};
    struct doc *doc;
    struct buf out = {0};
    d.arende = answered(d.betankande, S8(""));
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        arende_post(d.arende, POST_SVAR, s8_from(answers[i].key))->value[SVAR_STALLNING] =
            s8_from(answers[i].stance);
    cr_assert_eq(compose(&arena, &d, S8("yttrande"), &doc, &err), ST_OK, "%s", err.text);
    emit_markdown(doc, &out);
    struct str8 text = buf_str8_of(&out);
    cr_assert(s8_find(text, S8("Däremot avstyrker nämnden förslaget att förbudet")) >= 0);
    cr_assert(s8_find(text, S8("Nämnden tillstyrker förslaget att regionens ansvar")) >= 0);
    cr_assert(s8_find(text, S8("Däremot delar nämnden inte bedömningen att det finns")) >= 0);
    buf_free(&out);
}

/* 4.1.1:1 and :2 in one sentence; the reasons that both have go on from it. */
Test(papers, reasons_go_on_from_a_sentence_for_several) {
    struct draft d = {.betankande = shipped(), .profil = sample_profil(&arena)};
    struct profil *p = (struct profil *)(size_t)d.profil;
    struct error err = {0};
    struct doc *doc;
    struct buf out = {0};
    p->val.ord[VAL_OMDOME] = 3;
    p->val.ord[VAL_OMDOME_STIL] = 2;
    p->val.ord[VAL_OMDOMEN] = 1;
    d.arende = answered(d.betankande, S8(""));
    for (int i = 1; i <= 2; i++)
        arende_post(d.arende, POST_SVAR, arena_printf(&arena, "4.1.1:%d", i))
            ->value[SVAR_MOTIVERING] = S8("Skäl för båda.");
    cr_assert_eq(compose(&arena, &d, S8("yttrande"), &doc, &err), ST_OK, "%s", err.text);
    emit_markdown(doc, &out);
    struct str8 text = buf_str8_of(&out);
    ptrdiff_t at = s8_find(text, S8("4.1.1. Skäl för båda.\n\n#"));
    cr_assert_gt(at, 0, "%.*s", S8F(text));
    cr_assert_lt(s8_find(s8_skip(text, (size_t)at + 12), S8("Skäl för båda.")), 0);
    buf_free(&out);
}

/* The writing rules are for paper: the text that was written stays, and so do the numbers that
 * others know the case by. */
Test(papers, writing_rules_are_for_paper) {
    struct str8 text = paper(S8("yttrande"), S8("Se 12 kap. 3 a § - \"så\"... `a - b`"), MARKDOWN);
    cr_assert(s8_find(text, S8("Se 12\u00A0kap.\u00A03\u00A0a\u00A0§ – ”så”… `a - b`")) >= 0);
    struct draft d = {.betankande = shipped(), .profil = sample_profil(&arena)};
    struct error err = {0};
    struct doc *doc;
    struct arende *ar = answered(d.betankande, S8("Se ON - 5 procent \"x\"."));
    sample_set(ar, ARENDE_DNR, S8("ON - 5 procent \"x\""));
    d.arende = ar;
    cr_assert_eq(compose(&arena, &d, S8("yttrande"), &doc, &err), ST_OK, "%s", err.text);
    cr_assert(s8_eqz(doc->dnr, "ON - 5 procent \"x\""));
    text = doc_plain(&arena, doc->body);
    cr_assert(s8_find(text, S8("Diarienummer ON - 5 procent \"x\"")) >= 0);
    cr_assert(s8_find(text, S8("Se ON - 5 procent \"x\".")) >= 0);
}
