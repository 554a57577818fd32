/* A summary drafted from the answers, what it was drafted from, and the answers as a table. */
#include <criterion/criterion.h>

#include "draft/matris.h"
#include "draft/sammanfattning.h"
#include "sample.h"

static struct arena arena;
static struct draft draft;
static struct arende *ar;

static void setup(void) {
    static struct punkt p41[1], p42[2], p5[2];
    static struct avsnitt avsnitt[4];
    struct betankande *b = sample_betankande(&arena, PUNKT_FORSLAG, false);
    p41[0] = (struct punkt){.nr = 1, .slag = PUNKT_BEDOMNING};
    p42[0] = (struct punkt){.nr = 1, .slag = PUNKT_FORSLAG};
    p42[1] = (struct punkt){.nr = 2, .slag = PUNKT_FORSLAG};
    p5[0] = (struct punkt){.nr = 1, .slag = PUNKT_BEDOMNING};
    p5[1] = (struct punkt){.nr = 2, .slag = PUNKT_FORSLAG};
    avsnitt[0] = (struct avsnitt){.nummer = S8("4"), .niva = 1, .foralder = -1};
    avsnitt[1] = (struct avsnitt){.nummer = S8("4.1"),
                                  .titel = S8("Ansvaret"),
                                  .harkomst = HARKOMST_VERIFIERAD,
                                  .punkt = p41,
                                  .n_punkt = 1};
    avsnitt[2] =
        (struct avsnitt){.nummer = S8("4.2"), .titel = S8("Gissad"), .punkt = p42, .n_punkt = 2};
    avsnitt[3] = (struct avsnitt){.nummer = S8("5"), .niva = 1, .punkt = p5, .n_punkt = 2};
    b->avsnitt = avsnitt;
    b->n_avsnitt = 4;
    ar = arende_new(&arena);
    draft = (struct draft){ar, b, sample_profil(&arena)};
}

static void teardown(void) {
    arena_free(&arena);
}

TestSuite(sammanfattning, .init = setup, .fini = teardown);

static struct post *add(enum post_slag slag, const char *nyckel) {
    struct post_list *l = &ar->post[slag];
    struct post *p = ARENA_PUSH(&arena, l->p, l->n, l->cap);
    *p = post_new(&arena, slag, s8_from(nyckel));
    return p;
}

static struct post *answer(const char *nyckel, const char *stance) {
    struct post *p = arende_post(ar, POST_SVAR, s8_from(nyckel));
    p = p ? p : add(POST_SVAR, nyckel);
    p->value[SVAR_STALLNING] = s8_from(stance);
    return p;
}

static void drafts(const char *block, const char *want) {
    struct str8 got;
    struct error err = {0};
    cr_assert_eq(sammanfattning_utkast(&arena, &draft, s8_from(block), &got, &err), ST_OK, "%s",
                 err.text);
    cr_assert(s8_eqz(got, want), "%.*s", S8F(got));
}

static void all_answered(void) {
    answer("4.1:1", "tillstyrker");
    answer("4.2:1", "villkor")->value[SVAR_VILLKOR] = S8("staten betalar");
    answer("4.2:2", "tillstyrker");
    answer("5:1", "delvis");
    answer("5:2", "avstyrker");
}

Test(sammanfattning, contested_first_and_support_in_one_sentence) {
    all_answered();
    drafts("sammanfattning",
           "Nämnden tar ställning till betänkandets fem förslag och bedömningar. Av dem stöds två "
           "utan "
           "förbehåll, ett med villkor eller synpunkter, ett delvis eller med tvekan och ett inte "
           "alls.\n\n"
           "Nämnden avstyrker förslaget i avsnitt\u00A05. Nämnden delar delvis bedömningen i "
           "avsnitt\u00A05.\n\n"
           "Nämnden tillstyrker det första förslaget i avsnitt\u00A04.2 under förutsättning att "
           "staten betalar.\n\n"
           "Nämnden tillstyrker det andra förslaget i avsnitt\u00A04.2 och delar bedömningen i "
           "avsnitt\u00A04.1.");
}

Test(sammanfattning, of_a_proposal_is_a_list) {
    all_answered();
    answer("5:1", "ej-berord");
    drafts(
        "sammanfattning-tjänsteskrivelse",
        "Ärendet gäller yttrande över betänkandet Läkare i kommunen (SOU 2030:1). Förslaget till "
        "yttrande tar ställning till fyra av betänkandets fem förslag och bedömningar. "
        "Av dem stöds två utan förbehåll, ett med villkor eller synpunkter och ett inte alls.\n\n"
        "Förvaltningen föreslår att nämnden\n\n"
        "- avstyrker förslaget i avsnitt\u00A05\n"
        "- tillstyrker det första förslaget i avsnitt\u00A04.2 under förutsättning att staten "
        "betalar\n"
        "- tillstyrker det andra förslaget i avsnitt\u00A04.2\n"
        "- delar bedömningen i avsnitt\u00A04.1");
}

Test(sammanfattning, key_points_only_where_the_template_has_none) {
    answer("4.1:1", "tillstyrker");
    struct post *p = add(POST_NYCKELPUNKT, "1");
    p->value[NYCKELPUNKT_INGRESS] = S8("Odelat ansvar");
    p->value[NYCKELPUNKT_TEXT] = S8("Regionen ska svara för läkare.");
    struct str8 got;
    struct error err = {0};
    cr_assert_eq(sammanfattning_utkast(&arena, &draft, S8("sammanfattning"), &got, &err), ST_OK);
    cr_assert(s8_find(got, S8("Odelat")) < 0);
    cr_assert_eq(
        sammanfattning_utkast(&arena, &draft, S8("sammanfattning-tjänsteskrivelse"), &got, &err),
        ST_OK);
    cr_assert(s8_ends(got, S8("\n\n- **Odelat ansvar:** Regionen ska svara för läkare.")), "%.*s",
              S8F(got));
}

Test(sammanfattning, needs_an_answer) {
    struct str8 got;
    struct error err = {0};
    answer("5:1", "ej-berord");
    cr_assert_eq(sammanfattning_utkast(&arena, &draft, S8("sammanfattning"), &got, &err),
                 ST_REFUSED);
    cr_assert(err.text[0]);
}

Test(sammanfattning, speaks_as_the_case_does) {
    sample_set(ar, ARENDE_SUBJEKT, S8("vi"));
    answer("4.1:1", "tveksam");
    drafts(
        "sammanfattning",
        "Vi tar ställning till ett av betänkandets fem förslag och bedömningar. Av dem stöds ett "
        "delvis eller med tvekan.\n\nVi ställer oss tveksamma till bedömningen i "
        "avsnitt\u00A04.1.");
}

/* ---- what it was drafted from ---- */

static void changed(struct str8 grund, const char *want) {
    size_t n;
    struct str8 *key = sammanfattning_andrade(&arena, &draft, grund, &n), all = S8("");
    for (size_t i = 0; i < n; i++)
        all = arena_printf(&arena, "%.*s%s%.*s", S8F(all), i ? ", " : "", S8F(key[i]));
    cr_assert(s8_eqz(all, want), "%.*s", S8F(all));
}

Test(sammanfattning, knows_which_answers_have_changed) {
    all_answered();
    struct str8 grund = sammanfattning_grund(&arena, &draft);
    cr_assert(s8_starts(grund, S8("4.1:1 tillstyrker, 4.2:1 villkor ")), "%.*s", S8F(grund));
    cr_assert(s8_ends(grund, S8(", 4.2:2 tillstyrker, 5:1 delvis, 5:2 avstyrker")));
    changed(grund, "");
    answer("5:1", "tveksam");
    answer("4.1:1", "");
    changed(grund, "4.1:1, 5:1");
    answer("5:1", "delvis");
    answer("4.1:1", "tillstyrker")->value[SVAR_MOTIVERING] = S8("Nya skäl ändrar ingen ställning.");
    changed(grund, "");
    answer("4.2:1", "villkor")->value[SVAR_VILLKOR] = S8("kommunen betalar");
    changed(grund, "4.2:1");
    add(POST_AVSNITT, "5")->value[AVSNITT_UTELAMNAD] = S8("ja");
    changed(grund, "4.2:1, 5:1, 5:2");
    changed(S8(""), "4.1:1, 4.2:1, 4.2:2");
}

/* ---- the answers as a table ---- */

Test(sammanfattning, matrix_has_the_groups_in_use_the_contested_first) {
    struct matris m;
    all_answered();
    answer("5:2", "");
    add(POST_AVSNITT, "4.2")->value[AVSNITT_RUBRIK] = S8("Egen rubrik");
    matris(&arena, &draft, &m);
    static const char *const head[] = {"Delvis, tveksam, utred", "Med villkor eller synpunkter",
                                       "Tillstyrker, delar", "Ännu inte besvarade"};
    static const struct {
        const char *rubrik, *punkt, *ord;
        size_t kolumn;
    } want[] = {{"Ansvaret", "bedömning", "delar", 2},
                {"Egen rubrik", "förslag 1", "tillstyrker under förutsättning", 1},
                {"Egen rubrik", "förslag 2", "tillstyrker", 2},
                {"", "bedömning", "delar delvis", 0},
                {"", "förslag", "obesvarad", 3}};
    cr_assert(m.n_kolumn == 4 && m.n_rad == 5);
    for (size_t i = 0; i < 4; i++)
        cr_assert(s8_eqz(m.huvud[i], head[i]), "%.*s", S8F(m.huvud[i]));
    for (size_t i = 0; i < 5; i++) {
        const struct matris_rad *r = &m.rad[i];
        cr_assert(s8_eqz(r->rubrik, want[i].rubrik) && s8_eqz(r->punkt, want[i].punkt) &&
                      s8_eqz(r->ord, want[i].ord) && r->kolumn == want[i].kolumn,
                  "row %zu: %.*s", i, S8F(r->ord));
    }
}

Test(sammanfattning, matrix_tells_what_is_not_taken_up) {
    struct matris m;
    answer("4.1:1", "ej-berord");
    answer("4.2:1", "avstar");
    answer("4.2:2", "ingen-erinran");
    add(POST_AVSNITT, "5")->value[AVSNITT_UTELAMNAD] = S8("ja");
    matris(&arena, &draft, &m);
    cr_assert(m.n_kolumn == 2 && s8_eqz(m.huvud[1], "Avstår, berörs inte"));
    cr_assert(s8_eqz(m.rad[0].ord, "berör oss inte") && m.rad[0].kolumn == 1);
    cr_assert(s8_eqz(m.rad[1].ord, "avstår") && m.rad[1].kolumn == 1);
    cr_assert(s8_eqz(m.rad[3].ord, "utelämnas") && m.rad[3].kolumn == 1);
}

/* The only table of a paper whose template is that: "a|b" and a line end for each row. */
static struct str8 table(const char *markdown) {
    struct profil own = *draft.profil;
    struct dokument dok = own.dokument[0];
    struct mall mall = {S8("egen"), S8("egen.md"), s8_from(markdown)};
    struct doc *doc;
    struct error err = {0};
    struct str8 all = S8("");
    dok.mall = S8("egen");
    dok.n_del = 0;
    own.dokument = &dok;
    own.mall = &mall;
    own.n_dokument = own.n_mall = 1;
    struct draft d = {draft.arende, draft.betankande, &own};
    cr_assert_eq(compose(&arena, &d, dok.namn, &doc, &err), ST_OK, "%s", err.text);
    cr_assert_eq(doc->body->first->kind, DOC_TABLE);
    for (const struct doc_node *n = doc->body->first; n; n = doc_next(n, doc->body))
        if (n->kind == DOC_CELL)
            all = arena_printf(&arena, "%.*s%.*s%s", S8F(all), S8F(doc_plain(&arena, n)),
                               n->next ? "|" : "\n");
    return all;
}

Test(sammanfattning, matrix_is_a_table_that_a_template_makes) {
    all_answered();
    answer("5:2", "");
    struct str8 got = table("| Avsnitt |{{#matris-huvud}} {{ord}} |{{/matris-huvud}}\n"
                            "|---|{{#matris-huvud}}---|{{/matris-huvud}}\n"
                            "{{#matris-rader}}\n"
                            "| {{nummer}} {{punkt}} |{{#celler}} {{ord}} |{{/celler}}\n"
                            "{{/matris-rader}}\n");
    cr_assert(s8_eqz(got, "Avsnitt|Delvis, tveksam, utred|Med villkor eller synpunkter|"
                          "Tillstyrker, delar|Ännu inte besvarade\n"
                          "4.1 bedömning|||delar|\n"
                          "4.2 förslag 1||tillstyrker under förutsättning||\n"
                          "4.2 förslag 2|||tillstyrker|\n"
                          "5 bedömning|delar delvis|||\n"
                          "5 förslag||||obesvarad\n"),
              "%.*s", S8F(got));
}
