/* How a paper is put together by a profile's settings: headings over several avsnitt, own teman,
 * verdicts before and after, decisions as sentences and clauses. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/fileio.h"
#include "draft/compose.h"
#include "emit/emit.h"
#include "sample.h"

static struct arena arena;
static struct draft draft;
static struct profil *profil;
static struct arende *arende;

static void setup(void) {
    struct buf text = {0};
    struct betankande *b;
    struct str8 path = sample_path(&arena, "db/betankanden/sou-2024-72.md");
    cr_assert_eq(file_read(path.p, &text, NULL), ST_OK);
    cr_assert_eq(betankande_read(&arena, buf_str8_of(&text), path.p, &b, NULL), ST_OK);
    buf_free(&text);
    profil = sample_profil(&arena);
    arende = arende_new(&arena);
    draft = (struct draft){arende, b, profil};
}

static void teardown(void) {
    arena_free(&arena);
}

TestSuite(delar, .init = setup, .fini = teardown);

static struct post *add(enum post_slag slag, const char *key) {
    struct post_list *l = &arende->post[slag];
    struct post *p = ARENA_PUSH(&arena, l->p, l->n, l->cap);
    *p = post_new(&arena, slag, s8_from(key));
    return p;
}

static void answer(const char *key, enum stance s, const char *reasons) {
    struct post *p = add(POST_SVAR, key);
    p->value[SVAR_STALLNING] = s8_from(stance_code(s));
    p->value[SVAR_MOTIVERING] = s8_from(reasons);
}

static void setting(const char *key, const char *value) {
    enum status st = ST_INVALID;
    cr_assert(val_put(&profil->val, s8_from(key), s8_from(value), &st, NULL) && st == ST_OK);
}

/* The paper as Markdown, each paragraph a line, without escapes and no-break spaces. */
static const char *paper(const char *name) {
    struct doc *doc;
    struct error err = {0};
    struct buf out = {0}, plain = {0};
    cr_assert_eq(compose(&arena, &draft, s8_from(name), &doc, &err), ST_OK, "%s", err.text);
    emit_markdown(doc, &out);
    for (size_t i = 0; i < out.n; i++) {
        bool space = i + 1 < out.n && memcmp(out.p + i, "\u00A0", 2) == 0;
        if (out.p[i] != '\\')
            buf_byte(&plain, space ? ' ' : out.p[i]);
        i += space;
    }
    const char *s = arena_str8(&arena, buf_str8_of(&plain)).p;
    buf_free(&out);
    buf_free(&plain);
    return s;
}

static void has(const char *text, const char *part) {
    cr_assert(strstr(text, part), "no \"%s\" in:\n%s", part, text);
}

static void hasnt(const char *text, const char *part) {
    cr_assert(!strstr(text, part), "\"%s\" in:\n%s", part, text);
}

static int count(const char *text, const char *part) {
    int n = 0;
    for (; (text = strstr(text, part)); text += strlen(part))
        n++;
    return n;
}

Test(delar, headings_no_deeper_than_the_profile_says) {
    setting("rubriknivå", "2");
    setting("hänvisningar", "ja");
    const char *t = paper("tjänsteskrivelse");
    has(t, "### 4.1 Läkarmedverkan bör stärkas");
    hasnt(t, "### Avsnitt 4.1.1");
    has(t, "(4.1.1).\n");
    hasnt(t, "(4.1).");
}

Test(delar, a_joint_heading_takes_what_lies_below) {
    struct post *p = add(POST_RUBRIK, "1");
    p->value[RUBRIK_AVSNITT] = S8("4.3, 4.4");
    const char *t = paper("tjänsteskrivelse");
    has(t, "### 4.3 Stärkt möjlighet för kommuner att anlita läkare på regionens bekostnad och 4.4 "
           "Behovet av sanktioner");
    hasnt(t, "### 4.4 ");
    hasnt(t, "### Avsnitt 4.4.3");
    p->value[RUBRIK_RUBRIK] = S8("Läkare och sanktioner");
    has(paper("tjänsteskrivelse"), "### Läkare och sanktioner\n");
}

Test(delar, many_parts_become_a_list) {
    setting("rubriknivå", "2");
    setting("punktlista-från", "3");
    setting("etiketter", "ja");
    const char *t = paper("tjänsteskrivelse");
    cr_assert_eq(count(t, "\n- Förslag: "), 4, "%s", t);
    cr_assert_eq(count(t, "\n- Bedömning: "), 3, "7.2 alone has as many parts");
}

Test(delar, headings_with_the_number_elsewhere) {
    setting("avsnittsnummer", "parentes");
    has(paper("tjänsteskrivelse"),
        "### Läkarmedverkan bör stärkas inom ramen för befintliga strukturer (avsnitt 4.1)\n");
    setting("avsnittsnummer", "kapitel");
    has(paper("tjänsteskrivelse"), "befintliga strukturer, kap. 4\n");
    setting("avsnittsnummer", "inget");
    has(paper("tjänsteskrivelse"), "befintliga strukturer\n");
    has(paper("tjänsteskrivelse"), "### Avsnitt 4.1.1\n");
}

static void tema(const char *key, const char *namn, const char *under, const char *punkter) {
    struct post *p = add(POST_TEMA, key);
    p->value[TEMA_NAMN] = s8_from(namn);
    p->value[TEMA_UNDER] = s8_from(under);
    p->value[TEMA_RUBRIK] = arena_printf(&arena, "Om %s", namn);
    p->value[TEMA_PUNKTER] = s8_from(punkter);
    p->value[TEMA_INLEDNING] = arena_printf(&arena, "Inledning om %s.", namn);
}

Test(delar, own_teman_in_two_levels) {
    setting("indelning", "teman");
    answer("4.1:1", STANCE_TILLSTYRKER, "Skäl ett.");
    answer("5.3:2", STANCE_AVSTYRKER, "Skäl två.");
    answer("8.3:1", STANCE_TILLSTYRKER, "");
    tema("1", "läkare", "", "4.1:1");
    tema("2", "anställning", "läkare", "5.3:2, 99:1");
    tema("3", "runt", "runt", "");
    tema("4", "djupt", "anställning", "");
    arende->post[POST_TEMA].p[0].value[TEMA_KAPITEL] = S8("4");
    setting("avsnittsnummer", "kapitel");
    const char *t = paper("yttrande");
    has(t, "### Om läkare, kap. 4\n\nInledning om läkare.\n\n**Nämnden delar bedömningen");
    has(t, "#### Om anställning\n\nInledning om anställning.\n\n**Nämnden avstyrker");
    has(t, "### Om runt\n");
    has(t, "### Om djupt\n");
    has(t, "### Övriga förslag och bedömningar\n\n### Ikraftträdande, kap. 8\n");
    cr_assert_eq(count(t, "Skäl ett."), 1);
    cr_assert_eq(count(t, "**Nämnden"), 3);
}

Test(delar, positions_are_never_lost) {
    setting("indelning", "teman");
    tema("1", "läkare", "", "");
    const char *const field[][2] = {{"läkare", ""}, {"", "4.1"}, {"okänt", ""}, {"", ""}};
    for (size_t i = 0; i < 4; i++) {
        struct post *p = add(POST_STANDPUNKT, "1");
        p->value[STANDPUNKT_TEMA] = s8_from(field[i][0]);
        p->value[STANDPUNKT_AVSNITT] = s8_from(field[i][1]);
        p->value[STANDPUNKT_TEXT] = arena_printf(&arena, "Ståndpunkt %zu.", i);
    }
    add(POST_STANDPUNKT, "5")->value[STANDPUNKT_SLAG] = S8("utred-vidare");
    struct post *p = &arende->post[POST_STANDPUNKT].p[4];
    p->value[STANDPUNKT_AVSNITT] = S8("4.1");
    p->value[STANDPUNKT_TEXT] = S8("Att utreda.");
    const char *t = paper("yttrande");
    for (size_t i = 0; i < 4; i++)
        cr_assert_eq(count(t, arena_printf(&arena, "Ståndpunkt %zu.", i).p), 1, "%zu", i);
    cr_assert_eq(count(t, "Att utreda."), 1);
    setting("indelning", "avsnitt");
    t = paper("yttrande");
    for (size_t i = 0; i < 4; i++)
        cr_assert_eq(count(t, arena_printf(&arena, "Ståndpunkt %zu.", i).p), 1, "%zu", i);
}

Test(delar, the_verdict_after_the_reasons) {
    answer("4.1.1:1", STANCE_SYNPUNKTER, "Samma skäl.");
    answer("4.1.1:2", STANCE_SYNPUNKTER, "Samma skäl.");
    const char *t = paper("yttrande");
    cr_assert_eq(count(t, "Samma skäl."), 1);
    cr_assert(strstr(t, "Samma skäl.") > strstr(t, "följande synpunkter"));
    setting("omdöme", "sist");
    setting("omdöme-stil", "kursiv");
    t = paper("yttrande");
    cr_assert_eq(count(t, "Samma skäl."), 1);
    has(t, "### Avsnitt 4.1.1\n\nSamma skäl.\n\n_Med de synpunkter som framgår ovan tillstyrker "
           "nämnden förslaget");
    setting("omdöme", "inget");
    t = paper("yttrande");
    has(t, "### Avsnitt 4.1.1\n\nSamma skäl.\n");
    hasnt(t, "_Nämnden");
}

Test(delar, decisions_as_sentences_and_clauses) {
    sample_set(arende, ARENDE_NAMND, S8("Omsorgsnämnden"));
    sample_set(arende, ARENDE_MOTTAGARE, S8("Kommunstyrelsen"));
    has(paper("tjänsteskrivelse"), "1. Omsorgsnämnden godkänner förvaltningens förslag");
    setting("beslut", "att-satser");
    has(paper("tjänsteskrivelse"),
        "Omsorgsnämnden beslutar\n\natt godkänna förvaltningens förslag");
    has(paper("tjänsteskrivelse"), "och lämna yttrandet till kommunstyrelsen.\n");
    sample_set(arende, ARENDE_AVSTAR, S8("ja"));
    has(paper("tjänsteskrivelse"), "att avstå från att yttra sig över betänkandet");
    sample_set(arende, ARENDE_VAG, S8("information"));
    has(paper("tjänsteskrivelse"), "att anteckna att information har lämnats.\n");
    setting("beslut", "mening");
    has(paper("tjänsteskrivelse"), "Omsorgsnämnden antecknar att information har lämnats.\n");
    add(POST_BESLUTSPUNKT, "1")->value[BESLUTSPUNKT_TEXT] = S8("att bifalla förslaget.");
    setting("beslut", "att-satser");
    has(paper("tjänsteskrivelse"), "\n\natt bifalla förslaget.\n");
}

Test(delar, the_stances_counted) {
    answer("5.3:2", STANCE_AVSTYRKER, "Skäl.");
    answer("4.1:1", STANCE_TILLSTYRKER, "");
    answer("4.3:1", STANCE_TVEKSAM, "");
    const char *t = paper("föredragningspunkt");
    has(t, "| Avstyrker, delar inte | 1 | 0 | 5.3 |");
    has(t, "| Tillstyrker, delar | 0 | 1 | 4.1 |");
    has(t, "| Ännu inte besvarade |");
    cr_assert(strstr(t, "**5.3 avstyrker:** förslaget att") < strstr(t, "**4.3 tveksam:**"));
}

Test(delar, the_minutes) {
    sample_set(arende, ARENDE_PARAGRAF, S8("§ 25"));
    struct post *p = add(POST_PROTOKOLL, "1");
    p->value[PROTOKOLL_SLAG] = S8("reservation");
    p->value[PROTOKOLL_VEM] = S8("Ledamot A (X)");
    p = add(POST_PROTOKOLL, "2");
    p->value[PROTOKOLL_SLAG] = S8("beslut");
    p->value[PROTOKOLL_TEXT] = S8("Nämnden beslutar att återremittera ärendet.");
    const char *t = paper("protokollsutdrag");
    has(t, "# § 25 Yttrande över betänkandet");
    has(t, "## Beslut\n\nNämnden beslutar att återremittera ärendet.\n");
    has(t, "### Reservation\n\nLedamot A (X) reserverar sig mot beslutet.\n");
    hasnt(t, "godkänna");
}
