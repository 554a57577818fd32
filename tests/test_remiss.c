/* The ärende's fields and posts: names, types and the words of the ten stances. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "remiss/arende.h"
#include "remiss/stance.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static struct arena arena;

static void done(void) {
    arena_free(&arena);
}

TestSuite(falt, .fini = done);
TestSuite(slag, .fini = done);
TestSuite(stance, .fini = done);
TestSuite(arende, .fini = done);

static const struct falt *field(enum post_slag slag, int f) {
    return &post_slag_info(slag)->falt[f];
}

static void check_eq(struct str8 got, const char *want) {
    cr_assert(s8_eqz(got, want), "got ”%.*s”, want ”%s”", S8F(got), want);
}

/* `in` is taken, as `want`. */
static void takes(enum post_slag slag, int f, const char *in, const char *want) {
    struct str8 out;
    struct error err = {0};
    cr_assert_eq(falt_check(&arena, field(slag, f), s8_from(in), &out, &err), ST_OK, "%s",
                 err.text);
    check_eq(out, want);
}

/* `in` is refused, and the error begins with the field's label and holds `want`. */
static void refuses(enum post_slag slag, int f, const char *in, const char *want) {
    struct str8 out = S8("untouched");
    struct error err = {0};
    cr_assert_eq(falt_check(&arena, field(slag, f), s8_from(in), &out, &err), ST_INVALID, "%s", in);
    cr_assert(s8_find(s8_from(err.text), s8_from(want)) >= 0, "got ”%s”, want ”%s”", err.text,
              want);
    check_eq(out, "untouched");
}

/* --- The registry ------------------------------------------------------------------------------
 */

static const size_t n_fields[POST_SLAG_N] = {
    [POST_ARENDE] = ARENDE_FALT_N,
    [POST_SVAR] = SVAR_FALT_N,
    [POST_AVSNITT] = AVSNITT_FALT_N,
    [POST_TEXT] = TEXT_FALT_N,
    [POST_HANDLAGGARE] = HANDLAGGARE_FALT_N,
    [POST_BESLUTSPUNKT] = BESLUTSPUNKT_FALT_N,
    [POST_UNDERLAG] = UNDERLAG_FALT_N,
    [POST_PLANERING] = PLANERING_FALT_N,
    [POST_EXPEDIERING] = EXPEDIERING_FALT_N,
    [POST_UNDERTECKNARE] = UNDERTECKNARE_FALT_N,
    [POST_STANDPUNKT] = STANDPUNKT_FALT_N,
    [POST_TEMA] = TEMA_FALT_N,
    [POST_NYCKELPUNKT] = NYCKELPUNKT_FALT_N,
    [POST_RUBRIK] = RUBRIK_FALT_N,
    [POST_UPPDRAG] = UPPDRAG_FALT_N,
    [POST_SAMVERKAN] = SAMVERKAN_FALT_N,
    [POST_NOT] = NOT_FALT_N,
    [POST_BILAGA] = BILAGA_FALT_N,
    [POST_PROTOKOLL] = PROTOKOLL_FALT_N,
};

static bool plain_ascii(const char *z, bool digits_too) {
    for (; *z; z++)
        if (!((*z >= 'a' && *z <= 'z') || *z == '_' || (digits_too && *z >= '0' && *z <= '9')))
            return false;
    return true;
}

static void check_field(const char *post, const struct falt *f) {
    cr_assert(f->namn && f->kolumn && f->etikett && f->hjalp, "%s: a field lacks a text", post);
    cr_assert(plain_ascii(f->kolumn, false), "%s.%s: kolumn", post, f->namn);
    cr_assert_eq(f->typ == FALT_VAL, f->val != NULL, "%s.%s: val", post, f->namn);
    cr_assert_eq(f->hjalp[strlen(f->hjalp) - 1], '.', "%s.%s: hjalp", post, f->namn);
    struct str8 folded = utf8_ascii(&arena, s8_from(f->namn));
    cr_assert(folded.n > 0 && s8_find(s8_from(f->namn), S8(" ")) < 0, "%s.%s", post, f->namn);
}

Test(slag, every_post_and_field_is_complete_and_can_be_found) {
    for (int s = 0; s < POST_SLAG_N; s++) {
        const struct post_slag_info *info = post_slag_info((enum post_slag)s);
        cr_assert(info->namn && info->etikett && plain_ascii(info->tabell, false));
        cr_assert_eq(info->n_falt, n_fields[s], "%s", info->namn);
        cr_assert_eq((int)post_slag_find(s8_from(info->namn)), s);
        cr_assert_eq((int)post_slag_find(utf8_ascii(&arena, s8_from(info->namn))), s);
        for (size_t i = 0; i < info->n_falt; i++) {
            const struct falt *f = &info->falt[i];
            check_field(info->namn, f);
            cr_assert_eq(falt_find((enum post_slag)s, s8_from(f->namn)), (int)i, "%s.%s",
                         info->namn, f->namn);
            cr_assert_eq(falt_find((enum post_slag)s, utf8_ascii(&arena, s8_from(f->namn))),
                         (int)i);
        }
    }
}

Test(slag, what_the_screen_calls_it_is_found_too) {
    for (int i = 0; i < POST_SLAG_N; i++) {
        enum post_slag s = (enum post_slag)i;
        const struct post_slag_info *info = post_slag_info(s);
        cr_assert_eq((int)post_slag_find_label(s8_from(info->etikett)), i, "%s", info->etikett);
        for (size_t f = 0; f < info->n_falt; f++) {
            struct str8 label = s8_from(info->falt[f].etikett);
            cr_assert_eq(falt_find_label(s, label), (int)f, "%s.%s", info->namn, label.p);
            cr_assert_eq(falt_find_label(s, utf8_ascii(&arena, label)), (int)f);
            cr_assert_eq(falt_find_label(s, s8_from(info->falt[f].namn)), (int)f);
        }
    }
    cr_assert_eq(falt_find_label(POST_ARENDE, S8("ert-diarienummer")), ARENDE_ERT_DNR);
    cr_assert_eq(falt_find(POST_ARENDE, S8("ert-diarienummer")), -1, "a file has names alone");
    cr_assert_eq(falt_find_label(POST_ARENDE, S8("")), -1);
    cr_assert_eq(falt_find_label(POST_ARENDE, S8("ert diarienummr")), -1);
    cr_assert(falt_is_like(POST_ARENDE, S8("ert diarienummr")));
    cr_assert_not(falt_is_like(POST_ARENDE, S8("kommun")));
}

Test(slag, columns_and_tables_are_unique) {
    for (int s = 0; s < POST_SLAG_N; s++) {
        const struct post_slag_info *info = post_slag_info((enum post_slag)s);
        for (int t = s + 1; t < POST_SLAG_N; t++)
            cr_assert_str_neq(info->tabell, post_slag_info((enum post_slag)t)->tabell);
        for (size_t i = 0; i < info->n_falt; i++)
            for (size_t j = i + 1; j < info->n_falt; j++)
                cr_assert_str_neq(info->falt[i].kolumn, info->falt[j].kolumn);
    }
}

Test(slag, words_of_a_list_are_kept_as_they_are) {
    for (int s = 0; s < POST_SLAG_N; s++) {
        const struct post_slag_info *info = post_slag_info((enum post_slag)s);
        for (size_t i = 0; i < info->n_falt; i++)
            for (const char *const *w = info->falt[i].val; w && *w; w++) {
                takes((enum post_slag)s, (int)i, *w, *w);
                struct str8 ascii = utf8_ascii(&arena, s8_from(*w));
                takes((enum post_slag)s, (int)i, ascii.p, *w);
            }
    }
}

Test(slag, unknown_names) {
    cr_assert_eq(post_slag_find(S8("finns-inte")), POST_SLAG_N);
    cr_assert_eq(post_slag_find(S8("")), POST_SLAG_N);
    cr_assert_eq(falt_find(POST_ARENDE, S8("finns-inte")), -1);
    cr_assert_eq(falt_find(POST_ARENDE, S8("NÄMND")), ARENDE_NAMND);
}

Test(slag, text_blocks_have_names_that_are_allowed) {
    size_t n;
    const struct text_block *list = text_block_list(&n);
    cr_assert_gt(n, 10);
    for (size_t i = 0; i < n; i++)
        cr_assert(text_block_name_ok(s8_from(list[i].namn)), "%s", list[i].namn);
    static const char *const bad[] = {
        "", "Stor", "två ord", "a_b", "a.b", "é", "abcdefghijabcdefghijabcdefghijabcdefghijk"};
    for (size_t i = 0; i < COUNT(bad); i++)
        cr_assert_not(text_block_name_ok(s8_from(bad[i])), "%s", bad[i]);
    cr_assert(text_block_name_ok(S8("åäö-2")));
}

Test(falt, lookup_names_the_nearest_and_lists_all) {
    int f;
    struct error err = {0};
    cr_assert_eq(falt_lookup(POST_ARENDE, S8("namnd"), &f, &err), ST_OK);
    cr_assert_eq(f, ARENDE_NAMND);
    cr_assert_eq(falt_lookup(POST_ARENDE, S8("svarstidd"), &f, &err), ST_NOT_FOUND);
    cr_assert(s8_find(s8_from(err.text), S8("Menade du ”svarstid”?")) >= 0, "%s", err.text);
    cr_assert_eq(falt_lookup(POST_TEXT, S8("qqqqqqqq"), &f, &err), ST_NOT_FOUND);
    cr_assert_str_eq(err.text, "fältet ”qqqqqqqq” finns inte. Fälten är: innehåll.");
}

/* --- Values ------------------------------------------------------------------------------------
 */

Test(falt, a_line) {
    takes(POST_ARENDE, ARENDE_RUBRIK, "  En rubrik\t", "En rubrik");
    takes(POST_ARENDE, ARENDE_RUBRIK, "", "");
    takes(POST_ARENDE, ARENDE_RUBRIK, " \n ", "");
    takes(POST_ARENDE, ARENDE_RUBRIK, "A\u030Arlig", "Årlig");
    refuses(POST_ARENDE, ARENDE_RUBRIK, "två\nrader", "Rubrik ska vara en enda rad");
    refuses(POST_ARENDE, ARENDE_RUBRIK, "två\rrader", "Rubrik ska vara en enda rad");
    refuses(POST_ARENDE, ARENDE_RUBRIK, "\xFF", "Rubrik är inte UTF-8");
    refuses(POST_ARENDE, ARENDE_RUBRIK, "a\x1B[2J", "Rubrik innehåller ett styrtecken");
}

static void check_length(enum post_slag slag, int f, size_t max) {
    struct buf b = {0};
    for (size_t i = 0; i < max; i++)
        buf_str(&b, "ö");
    takes(slag, f, b.p, b.p);
    buf_str(&b, "ö");
    refuses(slag, f, b.p, "får plats");
    buf_free(&b);
}

Test(falt, lengths_are_in_characters) {
    check_length(POST_ARENDE, ARENDE_RUBRIK, 300);
    check_length(POST_ARENDE, ARENDE_DNR, 60);
    check_length(POST_NOT, NOT_MARKE, 8);
    check_length(POST_SVAR, SVAR_VILLKOR, 1000);
    check_length(POST_SVAR, SVAR_MOTIVERING, 200000);
}

Test(falt, markdown_keeps_its_lines) {
    takes(POST_SVAR, SVAR_MOTIVERING, "Ett\r\n\r\n- två\r", "Ett\n\n- två");
    takes(POST_SVAR, SVAR_MOTIVERING, "    kod\n", "    kod");
    takes(POST_SVAR, SVAR_MOTIVERING, " \n\t", "");
}

/* A day as `in` is refused, as it is stored and as a person writes it. */
static void is_no_day(const char *in) {
    struct str8 out = S8("untouched");
    struct error err = {0};
    refuses(POST_ARENDE, ARENDE_SVARSTID, in, "Svarstid: ");
    cr_assert_eq(falt_read(&arena, field(POST_ARENDE, ARENDE_SVARSTID), s8_from(in), &out, &err),
                 ST_INVALID, "%s", in);
    cr_assert(s8_starts(s8_from(err.text), S8("Svarstid: ")), "%s", err.text);
    check_eq(out, "untouched");
}

Test(falt, a_date_is_a_day_that_exists) {
    static const char *const bad[] = {"2025-02-30",
                                      "2025-13-01",
                                      "2025-00-10",
                                      "2025-1-9",
                                      "29 januari",
                                      "29/1",
                                      "1899-12-31",
                                      "2025-01-29x",
                                      "2023-02-29",
                                      "1/29 2025",
                                      "29/1 25",
                                      "29 ja 2025",
                                      "31/4 2025",
                                      "20250230",
                                      "29 1 2 2025",
                                      "29 januarium 2025",
                                      "-29-1-2025x",
                                      "den",
                                      "den den 29 januari 2025",
                                      "29 januari 2025 kl. 12",
                                      "\u00A0",
                                      "29\u20131"};
    takes(POST_ARENDE, ARENDE_SVARSTID, " 2025-01-29 ", "2025-01-29");
    takes(POST_ARENDE, ARENDE_SVARSTID, "2024-02-29", "2024-02-29");
    takes(POST_ARENDE, ARENDE_SVARSTID, "", "");
    for (size_t i = 0; i < COUNT(bad); i++)
        is_no_day(bad[i]);
}

Test(falt, a_person_writes_a_day_in_many_ways_and_one_is_stored) {
    static const char *const good[] = {"2025-03-14",
                                       "20250314",
                                       "2025-3-14",
                                       "14/3 2025",
                                       "14/3-2025",
                                       "14.3.2025",
                                       "14 mars 2025",
                                       "14 Mar. 2025",
                                       "2025/03/14",
                                       " 14/3 2025 ",
                                       "14\u00A0mars\u00A02025",
                                       "den 14 mars 2025",
                                       "14/3\u20132025"};
    const struct falt *f = field(POST_ARENDE, ARENDE_SVARSTID);
    struct str8 out;
    struct error err = {0};
    for (size_t i = 0; i < COUNT(good); i++) {
        cr_assert_eq(falt_read(&arena, f, s8_from(good[i]), &out, &err), ST_OK, "%s", err.text);
        check_eq(out, "2025-03-14");
        if (i)
            refuses(POST_ARENDE, ARENDE_SVARSTID, good[i], "Svarstid: ");
    }
    cr_assert_eq(falt_read(&arena, f, S8("1/3 2025"), &out, &err), ST_OK, "%s", err.text);
    check_eq(out, "2025-03-01");
    cr_assert_eq(falt_read(&arena, f, S8(""), &out, &err), ST_OK);
    check_eq(out, "");
}

Test(falt, a_word_of_a_list) {
    takes(POST_ARENDE, ARENDE_STATUS, "PÅGÅR", "pågår");
    takes(POST_ARENDE, ARENDE_STATUS, "pagar", "pågår");
    takes(POST_ARENDE, ARENDE_STATUS, "", "");
    refuses(POST_ARENDE, ARENDE_STATUS, "på gång",
            "Status: ”på gång” går inte. Skriv något av: pågår, granskas,");
    takes(POST_PROTOKOLL, PROTOKOLL_SLAG, "JAV", "jäv");
}

Test(falt, yes_or_no) {
    takes(POST_ARENDE, ARENDE_AVSTAR, "Ja", "ja");
    takes(POST_ARENDE, ARENDE_AVSTAR, "nej", "nej");
    refuses(POST_ARENDE, ARENDE_AVSTAR, "kanske", "Skriv något av: ja, nej.");
}

Test(falt, a_stance) {
    takes(POST_SVAR, SVAR_STALLNING, "avstår", "avstar");
    takes(POST_SVAR, SVAR_STALLNING, "delar inte", "avstyrker");
    refuses(POST_SVAR, SVAR_STALLNING, "tillstyrk", "”tillstyrk” är ingen ställning.");
}

Test(falt, references) {
    takes(POST_TEMA, TEMA_PUNKTER, "4.1.1:1,5.3:2", "4.1.1:1, 5.3:2");
    takes(POST_TEMA, TEMA_PUNKTER, " 4:1 ,  5.3:2 ", "4:1, 5.3:2");
    takes(POST_TEMA, TEMA_PUNKTER, "", "");
    takes(POST_RUBRIK, RUBRIK_AVSNITT, "4.3,4.4", "4.3, 4.4");
    static const char *const punkter[] = {"4.1.1",  "4.1.1:0", "4.1.1:*", ":1",      "4.:1",
                                          "4..1:1", "a:1",     "4.1:1,",  "4:1 5:1", "4:1:1"};
    static const char *const avsnitt[] = {"4.1:1", "4.", ".4", "4,,5", "fyra", "4 5"};
    for (size_t i = 0; i < COUNT(punkter); i++)
        refuses(POST_TEMA, TEMA_PUNKTER, punkter[i], "är ingen punkt. Skriv till exempel 4.1.1:1");
    for (size_t i = 0; i < COUNT(avsnitt); i++)
        refuses(POST_RUBRIK, RUBRIK_AVSNITT, avsnitt[i],
                "är inget avsnitt. Skriv till exempel 4.3");
}

Test(falt, the_answers_that_a_text_was_written_from) {
    takes(POST_TEXT, TEXT_GRUND, "4.1.1:1 tillstyrker, 5.3:2 villkor 9f86d081",
          "4.1.1:1 tillstyrker, 5.3:2 villkor 9f86d081");
    static const char *const bad[] = {"4.1.1 tillstyrker",
                                      "4.1.1:1",
                                      "4.1.1:1 kanske",
                                      "4.1.1:1 delvis 9f",
                                      "4.1.1:1 delvis 9F86D081",
                                      "4.1.1:1 delvis,",
                                      "så"};
    for (size_t i = 0; i < COUNT(bad); i++)
        refuses(POST_TEXT, TEXT_GRUND, bad[i], "är inga svar. Så skrivs de");
    cr_assert(!falt_shown(&post_slag_info(POST_TEXT)->falt[TEXT_GRUND]));
    cr_assert(falt_shown(&post_slag_info(POST_TEXT)->falt[TEXT_INNEHALL]));
}

Test(falt, a_number) {
    static const struct falt antal = {"antal", "antal", "Antal", "Hur många.", FALT_TAL, NULL, 0};
    struct str8 out;
    struct error err = {0};
    cr_assert_eq(falt_check(&arena, &antal, S8(" 12 "), &out, &err), ST_OK);
    check_eq(out, "12");
    static const char *const bad[] = {"-1", "1,5", "tolv", "99999999999"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        cr_assert_eq(falt_check(&arena, &antal, s8_from(bad[i]), &out, &err), ST_INVALID);
        cr_assert(s8_ends(s8_from(err.text), S8("är inget heltal")), "%s", err.text);
    }
}

/* --- Posts -------------------------------------------------------------------------------------
 */

static enum status check_key(enum post_slag slag, const char *key, struct error *err) {
    struct post p = post_new(&arena, slag, s8_from(key));
    return post_check(&arena, &p, "svaret", err);
}

Test(arende, a_posts_key_is_of_its_kind) {
    static const struct {
        enum post_slag slag;
        const char *key;
        enum status st;
    } keys[] = {
        {POST_SVAR, "4.1.1:2", ST_OK},
        {POST_SVAR, "4.1.1", ST_INVALID},
        {POST_SVAR, "", ST_INVALID},
        {POST_AVSNITT, "4.1.1", ST_OK},
        {POST_AVSNITT, "4.1.1:2", ST_INVALID},
        {POST_AVSNITT, "", ST_INVALID},
        {POST_TEXT, "sammanfattning", ST_OK},
        {POST_TEXT, "Två ord", ST_INVALID},
        {POST_TEXT, "", ST_INVALID},
        {POST_UNDERLAG, "1", ST_OK},
        {POST_UNDERLAG, "", ST_OK},
        {POST_UNDERLAG, "ett", ST_INVALID},
        {POST_ARENDE, "", ST_OK},
    };
    for (size_t i = 0; i < COUNT(keys); i++) {
        struct error err = {0};
        cr_assert_eq(check_key(keys[i].slag, keys[i].key, &err), keys[i].st, "%s: %s", keys[i].key,
                     err.text);
        if (keys[i].st != ST_OK)
            cr_assert(s8_starts(s8_from(err.text), S8("svaret: ”")), "%s", err.text);
    }
}

Test(arende, every_field_of_a_post_is_checked_and_made_canonical) {
    struct post p = post_new(&arena, POST_UNDERLAG, S8("1"));
    struct error err = {0};
    p.value[UNDERLAG_SLAG] = S8("BETANKANDE");
    p.value[UNDERLAG_TITEL] = S8(" Titel ");
    p.value[UNDERLAG_DATUM] = S8("2025-01-29");
    cr_assert_eq(post_check(&arena, &p, "underlag 1", &err), ST_OK, "%s", err.text);
    check_eq(p.value[UNDERLAG_SLAG], "betänkande");
    check_eq(p.value[UNDERLAG_TITEL], "Titel");
    p.value[UNDERLAG_DATUM] = S8("2025-02-30");
    cr_assert_eq(post_check(&arena, &p, "underlag 1", &err), ST_INVALID);
    cr_assert_str_eq(err.text, "underlag 1: Datum: ”2025-02-30”: februari 2025 har 28 dagar");
}

Test(arende, copies_share_nothing) {
    struct arena own = {0};
    struct post p = post_new(&own, POST_SVAR, S8("4.1:1")), q;
    p.value[SVAR_MOTIVERING] = arena_str8(&own, S8("Därför."));
    p.version = 7;
    p.ordning = 2;
    q = post_copy(&arena, &p);
    arena_free(&own);
    check_eq(q.nyckel, "4.1:1");
    check_eq(q.value[SVAR_MOTIVERING], "Därför.");
    cr_assert(q.version == 7 && q.ordning == 2 && q.slag == POST_SVAR);
}

Test(arende, a_new_one_has_its_own_post_and_nothing_else) {
    struct arende *a = arende_new(&arena);
    for (int s = 0; s < POST_SLAG_N; s++)
        cr_assert_eq(a->post[s].n, s == POST_ARENDE ? 1 : 0);
    check_eq(arende_value(a, ARENDE_NAMND), "");
    a->post[POST_ARENDE].p[0].value[ARENDE_NAMND] = S8("Omsorgsnämnden");
    check_eq(arende_value(a, ARENDE_NAMND), "Omsorgsnämnden");
    struct post_list *l = &a->post[POST_SVAR];
    *ARENA_PUSH(&arena, l->p, l->n, l->cap) = post_new(&arena, POST_SVAR, S8("4.1:1"));
    cr_assert_eq(arende_post(a, POST_SVAR, S8("4.1:1")), &l->p[0]);
    cr_assert_null(arende_post(a, POST_SVAR, S8("4.1:2")));
}

/* --- Stances -----------------------------------------------------------------------------------
 */

Test(stance, codes_and_labels_are_read_back) {
    for (int s = STANCE_TILLSTYRKER; s < STANCE_N; s++) {
        const char *word[] = {stance_code((enum stance)s),
                              stance_label((enum stance)s, PUNKT_FORSLAG),
                              stance_label((enum stance)s, PUNKT_BEDOMNING)};
        for (size_t i = 0; i < COUNT(word); i++) {
            enum stance got;
            struct str8 ascii = utf8_ascii(&arena, s8_from(word[i]));
            cr_assert_eq(stance_parse(s8_from(word[i]), &got, NULL), ST_OK, "%s", word[i]);
            cr_assert_eq((int)got, s, "%s", word[i]);
            cr_assert_eq(stance_parse(ascii, &got, NULL), ST_OK, "%s", word[i]);
            cr_assert_eq((int)got, s, "%s", word[i]);
        }
    }
    cr_assert_str_eq(stance_code(STANCE_NONE), "");
    cr_assert_str_eq(stance_label(STANCE_NONE, PUNKT_FORSLAG), "obesvarad");
}

Test(stance, synonyms) {
    static const struct {
        const char *word;
        enum stance want;
    } words[] = {
        {"delar", STANCE_TILLSTYRKER},
        {"Instämmer", STANCE_TILLSTYRKER},
        {"stodjer", STANCE_TILLSTYRKER},
        {"delar-inte", STANCE_AVSTYRKER},
        {"DELAR INTE", STANCE_AVSTYRKER},
        {"motsätter sig", STANCE_AVSTYRKER},
        {"avstår", STANCE_AVSTAR},
        {"ej-berörd", STANCE_EJ_BERORD},
        {"berör oss inte", STANCE_EJ_BERORD},
        {"inga synpunkter", STANCE_INGEN_ERINRAN},
        {" utreds ", STANCE_UTRED},
    };
    for (size_t i = 0; i < COUNT(words); i++) {
        enum stance got;
        struct error err = {0};
        cr_assert_eq(stance_parse(s8_from(words[i].word), &got, &err), ST_OK, "%s", err.text);
        cr_assert_eq(got, words[i].want, "%s", words[i].word);
    }
}

Test(stance, near_misses_are_met_with_the_nearest) {
    static const struct {
        const char *word, *nearest;
    } words[] = {{"tillstyrkr", "tillstyrker"}, {"avstyrkar", "avstyrker"}, {"villkår", "villkor"}};
    for (size_t i = 0; i < COUNT(words); i++) {
        enum stance got;
        struct error err = {0};
        cr_assert_eq(stance_parse(s8_from(words[i].word), &got, &err), ST_INVALID);
        struct str8 want = arena_printf(&arena, "Menade du ”%s”?", words[i].nearest);
        cr_assert(s8_find(s8_from(err.text), want) >= 0, "%s", err.text);
    }
    static const char *const none[] = {"", "gillar", "obesvarad", "tillstyrker inte alls"};
    for (size_t i = 0; i < COUNT(none); i++) {
        enum stance got;
        struct error err = {0};
        cr_assert_eq(stance_parse(s8_from(none[i]), &got, &err), ST_INVALID, "%s", none[i]);
        cr_assert(s8_find(s8_from(err.text), S8("Ställningarna är: tillstyrker, synpunkter,")) > 0);
    }
}

Test(stance, what_each_means) {
    static const struct {
        enum stance s;
        bool printed, agrees, rejects;
    } want[] = {
        {STANCE_NONE, false, false, false},        {STANCE_TILLSTYRKER, true, true, false},
        {STANCE_SYNPUNKTER, true, true, false},    {STANCE_VILLKOR, true, true, false},
        {STANCE_DELVIS, true, false, false},       {STANCE_TVEKSAM, true, false, false},
        {STANCE_UTRED, true, false, false},        {STANCE_AVSTYRKER, true, false, true},
        {STANCE_INGEN_ERINRAN, true, true, false}, {STANCE_AVSTAR, true, false, false},
        {STANCE_EJ_BERORD, false, false, false},
    };
    cr_assert_eq(COUNT(want), STANCE_N);
    for (size_t i = 0; i < COUNT(want); i++) {
        cr_assert_eq(stance_printed(want[i].s), want[i].printed, "%zu", i);
        cr_assert_eq(stance_agrees(want[i].s), want[i].agrees, "%zu", i);
        cr_assert_eq(stance_rejects(want[i].s), want[i].rejects, "%zu", i);
    }
}

Test(stance, a_stored_code_is_taken_exactly) {
    for (int st = STANCE_NONE; st < STANCE_N; st++)
        cr_assert_eq(stance_from_code(s8_from(stance_code((enum stance)st))), (enum stance)st);
    cr_assert_eq(stance_from_code(S8("avstår")), STANCE_NONE);
    cr_assert_eq(svar_stance(NULL), STANCE_NONE);
}
