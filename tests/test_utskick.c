/* The last look before an answer is sent: each point finds its fault, and only its fault. */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "doc/markdown.h"
#include "review/utskick.h"
#include "sample.h"

static struct arena arena;
static struct draft draft;
static struct utskick sent;
static struct utskick_fil fil[2];

static struct doc *paper(const char *markdown) {
    struct doc *d;
    struct error err = {0};
    cr_assert_eq(markdown_parse(&arena, s8_from(markdown), NULL, 0, &d, &err), ST_OK, "%s",
                 err.text);
    return d;
}

static void setup(void) {
    struct arende *ar = sample_arende(&arena, STANCE_TILLSTYRKER, S8("Skäl."), S8(""));
    draft =
        (struct draft){ar, sample_betankande(&arena, PUNKT_FORSLAG, false), sample_profil(&arena)};
    sample_set(ar, ARENDE_VAG, S8("nämnd-departement"));
    sample_set(ar, ARENDE_ERT_DNR, S8("S2030/1"));
    sample_set(ar, ARENDE_SVARSTID, S8("2030-03-14"));
    fil[0] = (struct utskick_fil){S8("Nämnden-yttrande.docx"), true, true, true, true, true};
    fil[1] = (struct utskick_fil){S8("Nämnden-yttrande.pdf"), false, true, true, true, true};
    sent = (struct utskick){
        .instans = S8("Nämnden"),
        .instans_fil = S8("Nämnden"),
        .till = S8("s.remissvar@regeringskansliet.se"),
        .kopia = S8("a@regeringskansliet.se"),
        .adress_ok = true,
        .amne = S8("S2030/1 – Nämnden – Yttrande över SOU 2030:1"),
        .fil = fil,
        .n_fil = 2,
        .yttrande = paper("# Yttrande över Läkare i kommunen (SOU 2030:1), S2030/1\n\n"
                          "## Sammanfattning\n\nKort.\n\n### 4.1 Ansvaret\n\nSkäl.\n"),
        .sidor = 3,
        .idag = {2030, 3, 1},
    };
}

static void teardown(void) {
    arena_free(&arena);
}

TestSuite(utskick, .init = setup, .fini = teardown);

static struct finding *run(size_t *n) {
    struct finding *f;
    utskick_granska(&arena, &draft, &sent, &f, n);
    return f;
}

static void nothing(void) {
    size_t n;
    struct finding *f = run(&n);
    cr_assert_eq(n, 0, "%.*s", S8F(n ? f[0].text : S8("")));
}

static void only(int point, enum severity s) {
    size_t n;
    struct finding *f = run(&n);
    cr_assert_eq(n, 1, "point %d: %zu findings; the last: %.*s", point, n,
                 S8F(n ? f[n - 1].text : S8("")));
    cr_assert_eq(utskick_punkt_of(&f[0]), point, "%.*s", S8F(f[0].rule));
    cr_assert_eq(f[0].severity, s, "%.*s", S8F(f[0].text));
    cr_assert(f[0].text.n && f[0].plats.n);
}

static void set(int falt, const char *value) {
    sample_set((struct arende *)(size_t)draft.arende, falt, s8_from(value));
}

Test(utskick, a_sound_answer_has_no_findings) {
    nothing();
}

Test(utskick, points_have_names) {
    for (int i = 1; i <= UTSKICK_PUNKTER; i++)
        cr_expect(utskick_punkt(i)[0]);
    cr_expect_eq(utskick_punkt_of(&(struct finding){.rule = S8("obesvarad")}), 0);
}

Test(utskick, addresses) {
    sent.till = S8("");
    only(1, SEV_ERROR);
    sent.till = S8("registrator@exempel.se");
    only(1, SEV_WARNING);
    sent.till = S8("s.remissvar@regeringskansliet.se");
    sent.adress_ok = false;
    only(1, SEV_ERROR);
    sent.adress_ok = true;
    sent.kopia = S8("");
    only(1, SEV_WARNING);
    set(ARENDE_VAG, "nämnd-kommunstyrelse");
    nothing();
}

Test(utskick, subject_line) {
    sent.amne = S8("S2030/1 – Yttrande");
    only(2, SEV_ERROR);
    sent.amne = S8("Nämnden – Yttrande");
    only(2, SEV_ERROR);
    set(ARENDE_ERT_DNR, "");
    only(2, SEV_ERROR);
}

Test(utskick, two_files) {
    sent.n_fil = 1;
    only(3, SEV_ERROR);
    sent.n_fil = 2;
    fil[1].taggar = false;
    only(3, SEV_ERROR);
    fil[1].taggar = true;
    fil[0].titel = false;
    only(3, SEV_ERROR);
}

Test(utskick, file_names) {
    fil[0].namn = S8("yttrande.docx");
    only(4, SEV_ERROR);
}

Test(utskick, in_time) {
    sent.idag = (struct date){2030, 3, 13};
    only(5, SEV_WARNING);
    sent.idag = (struct date){2030, 3, 15};
    only(5, SEV_ERROR);
    set(ARENDE_ANSTAND, "2030-04-14");
    nothing();
    set(ARENDE_ANSTAND, "");
    set(ARENDE_SVARSTID, "");
    only(5, SEV_ERROR);
}

Test(utskick, title) {
    sent.yttrande = paper("# Yttrande, S2030/1\n\n## Sammanfattning\n\nKort.\n");
    only(6, SEV_ERROR);
    sent.yttrande = paper("# Yttrande över SOU\xC2\xA0"
                          "2030:1\n\n## Sammanfattning\n\nKort.\n");
    only(6, SEV_WARNING);
}

Test(utskick, summary_first_and_no_preamble) {
    sent.yttrande = paper("# SOU 2030:1, S2030/1\n\n## Bakgrund\n\nKort.\n");
    only(6, SEV_WARNING);
    sent.yttrande = paper("# SOU 2030:1, S2030/1\n\nNämnden har fått betänkandet på remiss.\n\n"
                          "## Sammanfattning\n\nKort.\n");
    only(6, SEV_WARNING);
}

Test(utskick, order_of_the_betankande) {
    struct avsnitt *av = ARENA_NEW(&arena, struct avsnitt, 2);
    av[0] = draft.betankande->avsnitt[0];
    av[1] = (struct avsnitt){.nummer = S8("4.2"), .niva = 1, .foralder = -1};
    ((struct betankande *)(size_t)draft.betankande)->avsnitt = av;
    ((struct betankande *)(size_t)draft.betankande)->n_avsnitt = 2;
    sent.yttrande = paper("# SOU 2030:1, S2030/1\n\n## Sammanfattning\n\nKort.\n\n"
                          "### 4.1 Ett\n\nSkäl.\n\n### Avsnitt 4.2\n\nSkäl.\n");
    nothing();
    sent.yttrande = paper("# SOU 2030:1, S2030/1\n\n## Sammanfattning\n\nKort.\n\n"
                          "### Avsnitt 4.2\n\nSkäl.\n\n### 4.1 Ett\n\nSkäl.\n");
    only(7, SEV_WARNING);
}

Test(utskick, every_punkt_answered) {
    draft.arende->post[POST_SVAR].p[0].value[SVAR_STALLNING] = S8("");
    only(8, SEV_ERROR);
    set(ARENDE_AVSTAR, "ja");
    nothing();
}

Test(utskick, retelling) {
    static const char told[] =
        "Betänkandet säger här något som är så långt att det inte skrivs två gånger av en slump.";
    draft.betankande->avsnitt[0].gist = s8_from(told);
    nothing();
    struct buf b = {0};
    buf_printf(&b, "# SOU 2030:1, S2030/1\n\n## Sammanfattning\n\n%s\n", told);
    sent.yttrande = paper(b.p);
    buf_free(&b);
    only(9, SEV_WARNING);
}

Test(utskick, length) {
    sent.sidor = 16;
    only(10, SEV_HINT);
}
