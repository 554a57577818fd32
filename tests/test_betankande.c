/* Betänkanden: their Markdown form both ways, references to punkter, and the one that is shipped.
 */
#include <criterion/criterion.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "remiss/betankande_form.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))
#define TITLE "# SOU 2024:72 Titel\n"

static struct arena arena;
static struct buf written;

static void done(void) {
    buf_free(&written);
    arena_free(&arena);
}

TestSuite(form, .fini = done);
TestSuite(find, .fini = done);

static void check_eq(struct str8 got, const char *want) {
    cr_assert(s8_eqz(got, want), "got ”%.*s”, want ”%s”", S8F(got), want);
}

static struct betankande *read_ok(struct str8 text) {
    struct betankande *b = NULL;
    struct error err = {0};
    cr_assert_eq(betankande_read(&arena, text, "en.md", &b, &err), ST_OK, "%s", err.text);
    return b;
}

static struct str8 write_out(const struct betankande *b) {
    buf_clear(&written);
    betankande_write(b, &written);
    return buf_str8_of(&written);
}

static void check_fails(struct str8 text, const char *want) {
    struct betankande *b = NULL;
    struct error err = {0};
    cr_assert_eq(betankande_read(&arena, text, "en.md", &b, &err), ST_INVALID, "read: %.*s",
                 S8F(text));
    cr_assert(s8_starts(s8_from(err.text), s8_from(want)), "got ”%s”, want ”%s”", err.text, want);
    cr_assert_null(b);
}

/* --- Reading what the writer wrote ------------------------------------------------------------ */

static const char canonical[] =
    "# Ds 2024:5 Ett prov\n\n"
    "- utredning: Utredningen om prov\n- utredningens dnr: S 2023:07\n- direktiv: dir. 2023:98\n"
    "- departement: Socialdepartementet\n- dnr: S2024/01966\n- isbn: 978-91-525-1038-4\n"
    "- datum: 2024-11-07\n\n"
    "> Skulle\n>\n> - pröva\n> - föreslå.\n\n"
    "## 4 Kapitel\n\n- härkomst: verifierad\n- sida: 85\n\n> Kort.\n\n"
    "~~~~text\n~~~\n# ingen rubrik\n\n- ingen: uppgift\n~~~~\n\n"
    "### 4.1 (okänd)\n\n- härkomst: okänd\n\n"
    "#### Förslag 4.1:1\n\n- att: regler inte ska införas\n- negerad: ja\n"
    "- motsats: regler ska införas\n- infinitiv: införa regler\n- hänvisning: SOU 2022:41\n"
    "- hänvisning: 12 kap. HSL\n- sida: 90\n\n> Text.\n\n"
    "#### Bedömning 4.1:3\n";

Test(form, every_fact_is_read_and_written_back) {
    const struct betankande *b = read_ok(s8_from(canonical));
    check_eq(b->id, "ds-2024-5");
    check_eq(b->beteckning, "Ds 2024:5");
    check_eq(b->titel, "Ett prov");
    check_eq(b->utredning, "Utredningen om prov");
    check_eq(b->utredning_dnr, "S 2023:07");
    check_eq(b->direktiv, "dir. 2023:98");
    check_eq(b->departement, "Socialdepartementet");
    check_eq(b->dnr, "S2024/01966");
    check_eq(b->isbn, "978-91-525-1038-4");
    check_eq(b->datum, "2024-11-07");
    check_eq(b->uppdrag, "Skulle\n\n- pröva\n- föreslå.");
    cr_assert_eq(b->n_avsnitt, 2);
    const struct avsnitt *av = b->avsnitt;
    check_eq(av[0].titel, "Kapitel");
    check_eq(av[0].gist, "Kort.");
    check_eq(av[0].text, "~~~\n# ingen rubrik\n\n- ingen: uppgift");
    cr_assert(av[0].harkomst == HARKOMST_VERIFIERAD && av[0].sida == 85 && av[0].niva == 1);
    cr_assert(av[0].foralder == -1 && av[1].foralder == 0 && av[1].niva == 2);
    cr_assert(av[1].titel.n == 0 && av[1].harkomst == HARKOMST_OKAND && av[1].n_punkt == 2);
    const struct punkt *p = av[1].punkt;
    check_eq(p[0].att, "regler inte ska införas");
    check_eq(p[0].motsats, "regler ska införas");
    check_eq(p[0].infinitiv, "införa regler");
    check_eq(p[0].text, "Text.");
    check_eq(p[0].hanvisning[1], "12 kap. HSL");
    cr_assert(p[0].negerad && p[0].sida == 90 && p[0].n_hanvisning == 2 && p[0].nr == 1);
    cr_assert(p[1].slag == PUNKT_BEDOMNING && p[1].nr == 3 && !p[1].negerad);
    check_eq(write_out(b), canonical);
}

Test(form, a_hand_edited_file_keeps_every_fact) {
    static const char edited[] =
        "\xEF\xBB\xBF\n\n#  ds 2024:5   Ett prov \u00A0 \n"
        "* DATUM: 2024-11-07\n+ isbn :978-91-525-1038-4\n\n* Dnr: S2024/01966\n"
        "*\u00A0departement:\u00A0Socialdepartementet\n- direktiv: dir. 2023:98\n"
        "- Utredningens-dnr: S 2023:07\n- utredning: Utredningen\n  om prov\n\n\n"
        ">Skulle\n> \n> - pröva\n>- föreslå.\n>\n"
        "## 4. Kapitel\n- sida: 85\n- harkomst: VERIFIERAD\n> Kort.\n"
        "````\n~~~\n# ingen rubrik\n\n- ingen: uppgift\n````  \n"
        "## 4.1\n"
        "## forslag 1\n- SIDA: 90\n- hanvisning: SOU 2022:41\n- hänvisning: 12 kap. HSL\n"
        "- motsats: regler ska införas\n- infinitiv: införa regler\n"
        "- att: regler\n\tinte ska\n   införas\n  > Text.\n"
        "## BEDÖMNING 4.1:3";
    check_eq(write_out(read_ok(s8_from(edited))), canonical);
    struct buf crlf = {0};
    for (const char *c = edited; *c; c++)
        buf_str8(&crlf, *c == '\n' ? S8("\r\n") : (struct str8){c, 1});
    check_eq(write_out(read_ok(buf_str8_of(&crlf))), canonical);
    buf_free(&crlf);
}

Test(form, decomposed_text_becomes_nfc) {
    const struct betankande *b =
        read_ok(S8(TITLE "## 1 A\u030Angstro\u0308m\n- ha\u0308rkomst: oka\u0308nd\n"));
    check_eq(b->avsnitt[0].titel, "Ångström");
}

Test(form, quotes_apart_become_one_text) {
    const struct betankande *b = read_ok(S8(TITLE "> ett\n\n> två\n- dnr: x\n> tre\n"));
    check_eq(b->uppdrag, "ett\n\ntvå\n\ntre");
}

Test(form, a_fact_without_value_is_not_known) {
    const struct betankande *b = read_ok(S8(TITLE "- datum:\n## 1 A\n- sida:\n- härkomst: \n"));
    cr_assert(b->datum.n == 0 && b->avsnitt[0].sida == 0);
    cr_assert_eq(b->avsnitt[0].harkomst, HARKOMST_OKAND);
}

/* --- Anything can be written and read back ---------------------------------------------------- */

static uint32_t seed;

static uint32_t pick(uint32_t n) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % n;
}

/* One line or several out of pieces that each mean something to the reader. */
static struct str8 hostile(int pieces, bool lines) {
    static const char *const piece[] = {
        "#",      "## 4.1 A", "---",    "- x: y", "* x: y",  "> ",           ">",
        "~~~",    "~~~~text", "```",    "  ",     " ",       "Förslag 1",    "(okänd)",
        "\u00A0", "å",        "\u0301", ":",      "ord ord", "- ",           "\t",
        "4.1:1",  "SOU 1:1",  "</div>", "\\",     "***",     "negerad: nej", "e\u0328",
        "\u2028", "🙂",     "=",
    };
    struct buf b = {0};
    for (int i = (int)pick((uint32_t)pieces + 1); i > 0; i--) {
        buf_str(&b, piece[pick(COUNT(piece))]);
        if (pick(3) == 0)
            buf_str(&b, lines ? "\n" : " ");
    }
    struct str8 s;
    cr_assert_eq(utf8_admit(&arena, buf_str8_of(&b), "", &s, NULL), ST_OK);
    buf_free(&b);
    return s;
}

static void fill_punkt(struct punkt *p, int nr) {
    *p = (struct punkt){.nr = nr, .slag = (enum punkt_slag)pick(2), .sida = (int)pick(3)};
    p->negerad = pick(2);
    p->att = hostile(6, false);
    p->motsats = pick(2) ? hostile(6, false) : (struct str8){0};
    p->infinitiv = pick(2) ? hostile(6, false) : (struct str8){0};
    p->text = hostile(20, true);
    p->n_hanvisning = pick(4);
    p->hanvisning = ARENA_NEW(&arena, struct str8, p->n_hanvisning);
    for (size_t i = 0; i < p->n_hanvisning; i++)
        p->hanvisning[i] = hostile(3, false);
}

static void fill_avsnitt(struct avsnitt *av, struct str8 nummer, int niva, int foralder) {
    int nr = 0;
    *av = (struct avsnitt){.nummer = nummer, .niva = niva, .foralder = foralder};
    av->titel = hostile(5, false);
    av->harkomst = (enum harkomst)pick(3);
    av->sida = (int)pick(200);
    av->gist = hostile(20, true);
    av->text = hostile(30, true);
    av->n_punkt = pick(3);
    av->punkt = ARENA_NEW(&arena, struct punkt, av->n_punkt);
    for (size_t i = 0; i < av->n_punkt; i++)
        fill_punkt(&av->punkt[i], nr += 1 + (int)pick(2));
}

/* Three levels, a chapter at a time. */
static struct betankande *any_betankande(void) {
    struct betankande *b = ARENA_NEW(&arena, struct betankande, 1);
    b->beteckning = S8("SOU 2024:72");
    b->titel = hostile(5, false);
    b->utredning = hostile(4, false);
    b->datum = S8("2024-11-07");
    b->uppdrag = hostile(20, true);
    b->avsnitt = ARENA_NEW(&arena, struct avsnitt, 12);
    for (int chapter = 1; chapter <= (int)pick(5); chapter++) {
        int at = (int)b->n_avsnitt;
        struct str8 top = arena_printf(&arena, "%d", chapter);
        struct str8 mid = arena_printf(&arena, "%d.%d", chapter, 1 + (int)pick(12));
        fill_avsnitt(&b->avsnitt[b->n_avsnitt++], top, 1, -1);
        if (pick(2))
            continue;
        fill_avsnitt(&b->avsnitt[b->n_avsnitt++], mid, 2, at);
        fill_avsnitt(&b->avsnitt[b->n_avsnitt++], arena_printf(&arena, "%.*s.10", S8F(mid)), 3,
                     at + 1);
    }
    return b;
}

/* As the text would be without what the form does not keep: blank lines first, white space last. */
static void check_kept(const struct betankande *b, const struct betankande *again) {
    cr_assert(s8_eq(form_text(b->uppdrag), again->uppdrag));
    cr_assert_eq(b->n_avsnitt, again->n_avsnitt);
    for (size_t i = 0; i < b->n_avsnitt; i++) {
        const struct avsnitt *x = &b->avsnitt[i], *y = &again->avsnitt[i];
        cr_assert(s8_eq(x->nummer, y->nummer) && x->foralder == y->foralder);
        cr_assert(s8_eq(form_titel(x->titel), y->titel) && x->sida == y->sida);
        cr_assert(s8_eq(form_text(x->gist), y->gist) && s8_eq(form_text(x->text), y->text));
        cr_assert_eq(x->n_punkt, y->n_punkt);
        for (size_t k = 0; k < x->n_punkt; k++) {
            const struct punkt *p = &x->punkt[k], *q = &y->punkt[k];
            cr_assert(p->nr == q->nr && p->slag == q->slag && s8_eq(form_line(p->att), q->att));
            cr_assert(s8_eq(form_text(p->text), q->text) &&
                      s8_eq(form_line(p->motsats), q->motsats));
        }
    }
}

Test(form, what_is_written_reads_back_the_same) {
    for (seed = 1; seed < 400000; seed += 997) {
        uint32_t round = seed;
        const struct betankande *b = any_betankande();
        struct buf once = {0};
        betankande_write(b, &once);
        const struct betankande *again = read_ok(buf_str8_of(&once));
        check_kept(b, again);
        cr_assert(s8_eq(write_out(again), buf_str8_of(&once)), "seed %u", round);
        buf_free(&once);
        arena_free(&arena);
        seed = round;
    }
}

Test(form, a_line_end_in_a_fact_becomes_a_space) {
    struct betankande b = {.beteckning = S8("SOU 2024:72"),
                           .titel = S8("Ett\nprov\n"),
                           .dnr = S8("\nS2024\n- datum: x")};
    check_eq(write_out(&b), "# SOU 2024:72 Ett prov\n\n- dnr: S2024 - datum: x\n");
}

/* --- What is refused -------------------------------------------------------------------------- */

Test(form, errors_name_the_line) {
    static const struct {
        const char *text, *error;
    } bad[] = {
        {"", "en.md, rad 1: betänkandets rubrik saknas"},
        {"\n- dnr: x\n", "en.md, rad 2: före uppgifterna"},
        {"> x\n", "en.md, rad 1: före texten"},
        {"# Titel\n", "en.md, rad 1: rubriken ska börja med betänkandets beteckning"},
        {"## 4 A\n", "en.md, rad 1: den första rubriken"},
        {TITLE "# SOU 2024:72 B\n", "en.md, rad 2: betänkandets rubrik finns redan"},
        {TITLE "text\n", "en.md, rad 2: raden ”text” går inte att tolka"},
        {TITLE "---\n", "en.md, rad 2: raden ”---” går inte att tolka"},
        {TITLE "> ett\ntvå\n", "en.md, rad 3: raden ”två”"},
        {TITLE "##\n", "en.md, rad 2: rubriken är tom"},
        {TITLE "- dnr\n", "en.md, rad 2: ”dnr” saknar kolon"},
        {TITLE "- datm: x\n", "en.md, rad 2: ”datm” är ingen uppgift. Menade du ”datum”?"},
        {TITLE "- sida: 1\n",
         "en.md, rad 2: ”sida” är ingen uppgift om betänkandet. Den hör till ett avsnitt."},
        {TITLE "- datum: 2024-02-30\n",
         "en.md, rad 2: datum: ”2024-02-30”: februari 2024 har 29 dagar"},
        {TITLE "- dnr: a\n\n- DNR: b\n", "en.md, rad 4: ”dnr” står redan på rad 2"},
        {TITLE "~~~\nx\n~~~\n", "en.md, rad 2: betänkandets egen text hör till ett avsnitt"},
        {TITLE "## 4 A\n- härkost: okänd\n",
         "en.md, rad 3: ”härkost” är ingen uppgift. Menade du ”härkomst”?"},
        {TITLE "## 4 A\n- qqqqqqq: x\n", "en.md, rad 3: ”qqqqqqq” är ingen uppgift om ett avsnitt. "
                                         "Uppgifterna är: härkomst, sida."},
        {TITLE "## 4 A\n- härkomst: kanske\n", "en.md, rad 3: härkomst: ”kanske” går inte."},
        {TITLE "## 4\n- härkomst: verifierad\n", "en.md, rad 2: avsnitt 4 saknar titel"},
        {TITLE "## 4 A\n- sida: 0\n", "en.md, rad 3: sida: ”0” är inget sidnummer"},
        {TITLE "## 4 A\n- sida: 12 f.\n", "en.md, rad 3: sida: ”12 f.”"},
        {TITLE "## 4 A\n- sida: 100000\n", "en.md, rad 3: sida:"},
        {TITLE "## 4 A\n## 4 B\n", "en.md, rad 3: avsnitt 4 finns redan, på rad 2"},
        {TITLE "## 4 A\n## 5 B\n\n## 4 C\n", "en.md, rad 5: avsnitt 4 finns redan, på rad 2"},
        {TITLE "## 4 A\n## 4.10 B\n## 4.9 C\n",
         "en.md, rad 4: avsnitt 4.9 står efter avsnitt 4.10 på rad 3"},
        {TITLE "## 4 A\n## 4.1.1 B\n", "en.md, rad 3: avsnitt 4.1.1 hör till 4.1, som saknas"},
        {TITLE "## 4 A\n## 5 B\n## 6.1 C\n", "en.md, rad 4: avsnitt 6.1 hör till 6, som saknas"},
        {TITLE "## 04 A\n", "en.md, rad 2: ”04” är inget avsnittsnummer"},
        {TITLE "## 4..1 A\n", "en.md, rad 2: ”4..1” är inget avsnittsnummer"},
        {TITLE "## 1.1.1.1.1.1.1 A\n", "en.md, rad 2: ”1.1.1.1.1.1.1” är inget"},
        {TITLE "## 4 A\n~~~~text\nx\n~~~\n", "en.md, rad 3: texten som börjar här tar aldrig slut"},
        {TITLE "## 4 A\n~~~\nx\n~~~\n~~~\ny\n~~~\n",
         "en.md, rad 6: avsnitt 4 har redan en text, på rad 3"},
        {TITLE "## Förslag 1\n", "en.md, rad 2: punkten står före det första avsnittet"},
        {TITLE "## 4 A\n## Förslg 1\n", "en.md, rad 3: rubriken ”Förslg” går inte att tolka"},
        {TITLE "## 4 A\n## Förslag 4.1:1\n",
         "en.md, rad 3: punkten heter 4.1:1 men står i avsnitt 4, som börjar på rad 2"},
        {TITLE "## 4 A\n## Förslag 4:x\n", "en.md, rad 3: ”4:x” är inget punktnummer"},
        {TITLE "## 4 A\n## Förslag 0\n", "en.md, rad 3: ”0” är inget punktnummer"},
        {TITLE "## 4 A\n## Förslag 2\n## Bedömning 2\n",
         "en.md, rad 4: punkt 4:2 finns redan, på rad 3"},
        {TITLE "## 4 A\n## Förslag 2\n## Förslag 1\n",
         "en.md, rad 4: punkt 4:1 står efter 4:2 på rad 3"},
        {TITLE "## 4 A\n## Förslag 1\n~~~\n~~~\n", "en.md, rad 4: betänkandets egen text"},
        {TITLE "## 4 A\n## Förslag 1\n- negerad: kanske\n", "en.md, rad 4: negerad: ”kanske”"},
        {TITLE "## 4 A\n## Förslag 1\n- motsats: x\n- negerad: nej\n## 5 B\n",
         "en.md, rad 5: punkten har en ”motsats” men sägs inte vara negerad"},
        {TITLE "## 4 A\n## Bedömning 1\n- infinitiv: x\n",
         "en.md, rad 4: ”infinitiv” hör till ett förslag"},
        {TITLE "\xFF", "en.md är inte UTF-8 (rad 2"},
        {TITLE "\x01", "en.md innehåller ett styrtecken (0x01, rad 2)"},
    };
    for (size_t i = 0; i < COUNT(bad); i++)
        check_fails(s8_from(bad[i].text), bad[i].error);
}

/* `head`, the letter å `n` times, `tail`: read, or refused with `error`. */
static void check_length(const char *head, size_t n, const char *tail, const char *error) {
    struct buf b = {0};
    buf_str(&b, head);
    for (size_t i = 0; i < n; i++)
        buf_str(&b, "å");
    buf_str(&b, tail);
    if (error)
        check_fails(buf_str8_of(&b), error);
    else
        read_ok(buf_str8_of(&b));
    buf_free(&b);
}

Test(form, lengths_are_bounded) {
    const char *punkt = TITLE "## 1 A\n## Förslag 1\n- att: ";
    const char *gist = TITLE "## 1 A\n> ", *text = TITLE "## 1 A\n~~~\n";
    check_length(TITLE "## 1 ", TITEL_MAX, "\n", NULL);
    check_length(TITLE "## 1 ", TITEL_MAX + 1, "\n",
                 "en.md, rad 2: titeln är 501 tecken lång; högst 500");
    check_length("# SOU 2024:72 ", TITEL_MAX + 1, "\n", "en.md, rad 1: titeln är 501");
    check_length(punkt, SATS_MAX, "\n", NULL);
    check_length(punkt, SATS_MAX, "\n  x\n", "en.md, rad 4: att är 1002 tecken långt; högst 1000");
    check_length(gist, GIST_MAX, "\n", NULL);
    check_length(gist, GIST_MAX + 1, "\n", "en.md, rad 3: texten är 20001 tecken lång");
    check_length(text, TEXT_MAX, "\n~~~\n", NULL);
    check_length(text, TEXT_MAX + 1, "\n~~~\n", "en.md, rad 3: texten är 2000001 tecken lång");
}

/* Chapters from 1, and in the last one as many punkter, each with a reference or the last with
 * all. */
static struct buf many(int chapters, int punkter, int references) {
    struct buf b = {0};
    buf_str(&b, TITLE);
    for (int i = 1; i <= chapters; i++)
        buf_printf(&b, "## %d A\n", i);
    for (int i = 1; i <= punkter; i++)
        buf_str(&b, "## Förslag\n");
    for (int i = 0; i < references; i++)
        buf_str(&b, "- hänvisning: SOU 2022:41\n");
    return b;
}

Test(form, numbers_of_things_are_bounded) {
    struct buf most = many(AVSNITT_MAX, PUNKT_MAX, HANVISNING_MAX);
    const struct betankande *b = read_ok(buf_str8_of(&most));
    cr_assert(b->n_avsnitt == AVSNITT_MAX && betankande_n_punkt(b) == PUNKT_MAX);
    struct buf over[] = {many(AVSNITT_MAX + 1, 0, 0), many(1, PUNKT_MAX + 1, 0),
                         many(1, 1, HANVISNING_MAX + 1)};
    check_fails(buf_str8_of(&over[0]), "en.md, rad 5002: ett betänkande kan ha högst 5000 avsnitt");
    check_fails(buf_str8_of(&over[1]), "en.md, rad 67: ett avsnitt kan ha högst 64 punkter");
    check_fails(buf_str8_of(&over[2]), "en.md, rad 68: en punkt kan ha högst 64 hänvisningar");
    for (size_t i = 0; i < COUNT(over); i++)
        buf_free(&over[i]);
    buf_free(&most);
    check_fails(S8(TITLE "## 1 A\n## Förslag 999\n## Förslag\n"), "en.md, rad 4:");
}

/* --- Names and references --------------------------------------------------------------------- */

Test(find, id_from_every_usual_way_to_write_it) {
    static const char *const same[] = {"SOU 2024:72", "sou 2024:72",        "sou-2024-72",
                                       "SOU2024:72",  " SOU\u00A02024:72 ", "Sou 2024: 72"};
    struct str8 id;
    for (size_t i = 0; i < COUNT(same); i++) {
        cr_assert_eq(betankande_id(&arena, s8_from(same[i]), &id, NULL), ST_OK, "%s", same[i]);
        check_eq(id, "sou-2024-72");
    }
    cr_assert_eq(betankande_id(&arena, S8("ds 2024:5"), &id, NULL), ST_OK);
    check_eq(id, "ds-2024-5");
}

Test(find, id_refuses_everything_else) {
    static const char *const bad[] = {"",
                                      "SOU",
                                      "2024:72",
                                      "SOU 24:72",
                                      "SOU 2024:072",
                                      "SOU 2024:",
                                      "prop 2024:5",
                                      "SOU 2024:72x",
                                      "SOU 2024 72",
                                      "SOU 2024:72 x",
                                      "../sou-2024-72",
                                      "SOU 1:1",
                                      "SOU 2024:12345"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct str8 id;
        struct error err = {0};
        cr_assert_eq(betankande_id(&arena, s8_from(bad[i]), &id, &err), ST_INVALID, "%s", bad[i]);
        cr_assert(s8_find(s8_from(err.text), S8("sou-2024-72")) >= 0);
    }
}

static const char sample[] = TITLE "## 4 A\n## 4.1 B\n## Bedömning 2\n## 4.1.1 C\n## Förslag\n"
                                   "## Bedömning 3\n## 4.2 D\n## 5 E\n";

Test(find, by_reference) {
    static const struct {
        const char *ref;
        size_t n;
        int first;
    } good[] = {{"4.1", 1, 2},     {"4.1:2", 1, 2},       {"4.1:*", 1, 2},  {"4.1.1:1", 1, 1},
                {"4.1.1:3", 1, 3}, {" 4.1.1 : 3 ", 1, 3}, {"4.1.1:*", 2, 1}};
    const struct betankande *b = read_ok(s8_from(sample));
    for (size_t i = 0; i < COUNT(good); i++) {
        struct punkt_ref out[PUNKT_MAX];
        struct error err = {0};
        size_t n;
        cr_assert_eq(betankande_find(b, s8_from(good[i].ref), out, PUNKT_MAX, &n, &err), ST_OK,
                     "%s", err.text);
        cr_assert(n == good[i].n && out[0].punkt->nr == good[i].first, "%s", good[i].ref);
    }
}

Test(find, errors_say_what_there_is) {
    static const struct {
        const char *ref;
        enum status st;
        const char *text;
    } bad[] = {
        {"4.1.1", ST_INVALID,
         "avsnitt 4.1.1 har flera punkter. Välj en av 4.1.1:1 (förslag), 4.1.1:3 (bedömning), "
         "eller 4.1.1:* för alla."},
        {"4.1.1:2", ST_NOT_FOUND, "avsnitt 4.1.1 har ingen punkt ”2”. Välj en av 4.1.1:1"},
        {"4.1:1", ST_NOT_FOUND, "avsnitt 4.1 har ingen punkt ”1”. Den enda är 4.1:2 (bedömning)."},
        {"4.1:", ST_NOT_FOUND, "avsnitt 4.1 har ingen punkt ””."},
        {"4.1:x", ST_NOT_FOUND, "avsnitt 4.1 har ingen punkt ”x”."},
        {"4", ST_INVALID, "avsnitt 4 har ingen egen punkt. Under det finns punkter i: 4.1, 4.1.1."},
        {"4.2", ST_INVALID, "avsnitt 4.2 har ingen punkt att svara på"},
        {"4.2:*", ST_INVALID, "avsnitt 4.2 har ingen punkt att svara på"},
        {"4.7", ST_NOT_FOUND, "avsnitt ”4.7” finns inte i SOU 2024:72. Menade du 4.2?"},
        {"4.1.4:1", ST_NOT_FOUND, "avsnitt ”4.1.4” finns inte i SOU 2024:72. Menade du 4.1.1?"},
        {"5.1", ST_NOT_FOUND, "avsnitt ”5.1” finns inte i SOU 2024:72. Menade du 5?"},
        {"411", ST_NOT_FOUND, "avsnitt ”411” finns inte"},
        {"9999", ST_NOT_FOUND, "avsnitt ”9999” finns inte i SOU 2024:72."},
        {"läkare", ST_NOT_FOUND, "”läkare” är inget avsnitt. Skriv ett nummer"},
        {"", ST_NOT_FOUND, "”” är inget avsnitt."},
    };
    const struct betankande *b = read_ok(s8_from(sample));
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct punkt_ref out[PUNKT_MAX];
        struct error err = {0};
        size_t n;
        cr_assert_eq(betankande_find(b, s8_from(bad[i].ref), out, PUNKT_MAX, &n, &err), bad[i].st,
                     "%s", bad[i].ref);
        cr_assert(n == 0 && s8_starts(s8_from(err.text), s8_from(bad[i].text)), "%s: got ”%s”",
                  bad[i].ref, err.text);
    }
}

Test(find, no_more_than_there_is_room_for) {
    struct punkt_ref out[1];
    size_t n;
    struct error err = {0};
    cr_assert_eq(betankande_find(read_ok(s8_from(sample)), S8("4.1.1:*"), out, 1, &n, &err),
                 ST_INVALID);
}

Test(find, names) {
    const struct betankande *b = read_ok(s8_from(canonical));
    const struct avsnitt *av = betankande_avsnitt(b, S8("4.1"));
    cr_assert_null(betankande_avsnitt(b, S8("4.10")));
    check_eq(punkt_key(&arena, av, &av->punkt[1]), "4.1:3");
    cr_assert_str_eq(punkt_slag_namn(PUNKT_FORSLAG), "förslag");
    cr_assert_str_eq(punkt_slag_namn(PUNKT_BEDOMNING), "bedömning");
    for (int h = HARKOMST_OKAND; h <= HARKOMST_VERIFIERAD; h++) {
        enum harkomst back;
        cr_assert(harkomst_parse(s8_from(harkomst_namn((enum harkomst)h)), &back));
        cr_assert_eq((int)back, h);
    }
    enum harkomst h;
    cr_assert(harkomst_parse(S8("OKAND"), &h) && h == HARKOMST_OKAND);
    cr_assert_not(harkomst_parse(S8("okänt"), &h));
}

Test(find, only_a_verified_title_is_printed) {
    struct avsnitt av = {.titel = S8("Inga sanktioner"), .harkomst = HARKOMST_VERIFIERAD};
    check_eq(avsnitt_print_title(&av), "Inga sanktioner");
    av.harkomst = HARKOMST_PARAFRAS;
    check_eq(avsnitt_print_title(&av), "");
    av.harkomst = HARKOMST_OKAND;
    check_eq(avsnitt_print_title(&av), "");
}
