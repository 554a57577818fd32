/* The views that are read in: the papers, what granska finds, the history, hits, help. */
#include <criterion/criterion.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fileio.h"
#include "vy.h"

#define REASON "Samverkan fungerar redan på många håll. Det är snabbare att bygga vidare på den."

/* An ärende with two answers; in its view. */
static struct vy *begin(int rows, int cols) {
    struct vy *v = vy_start(rows, cols);
    vy_case(v);
    vy_set(v, POST_SVAR, "4.1:1", SVAR_STALLNING, "tillstyrker");
    vy_set(v, POST_SVAR, "4.1:1", SVAR_MOTIVERING, REASON);
    vy_set(v, POST_SVAR, "4.2:1", SVAR_STALLNING, "avstyrker");
    return v;
}

/* Moves down until the bottom of the preview says `source`. */
static void seek(struct vy *v, const char *source) {
    for (int i = 0; i < 300 && !vy_has(v, source); i++)
        vy_keys(v, "<Ned>");
    cr_assert(vy_has(v, source), "%s\n%s", source, vy_screen(v));
}

/* ---- the papers ---- */

Test(forhand, shows_every_paper_by_pages) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "f");
    vy_golden(v, "forhand-80");
    cr_assert(vy_has(v, "Tjänsteskrivelse, sida 1 av"));
    vy_keys(v, "<End>");
    cr_assert(vy_has(v, "Tjänsteskrivelse, sida 5 av 5"));
    vy_keys(v, "<Tab>");
    cr_assert(vy_has(v, "Yttrande, sida 1 av 1"));
    vy_keys(v, "<Tab>");
    cr_assert(vy_has(v, "Protokollsutdrag, sida 1 av 1"));
    vy_keys(v, "<Tab><Tab><Tab>");
    cr_assert(vy_has(v, "Följebrev, sida 1 av 1"));
    vy_keys(v, "<Tab>");
    cr_assert(vy_has(v, "Tjänsteskrivelse, sida 5 av 5"), "each paper is where it was left");
    cr_assert(vy_has(v, "papper 1 av 6"));
    vy_keys(v, "<Shift-Tab>");
    cr_assert(vy_has(v, "Följebrev, sida 1 av 1") && vy_has(v, "papper 6 av 6"));
    vy_stop(v);
}

Test(forhand, a_new_page_is_a_line_with_its_number) {
    struct vy *v = begin(50, 160);
    vy_keys(v, "f<PgDn><PgDn>");
    vy_golden(v, "forhand-160");
    cr_assert(vy_has(v, "── sida 2 av 5 ──"));
    vy_stop(v);
}

Test(forhand, the_pages_are_the_papers_in_every_window) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "f<End>");
    cr_assert(vy_has(v, "sida 5 av 5"));
    for (int cols = 40; cols <= 160; cols += 7) {
        vy_resize(v, 24, cols);
        vy_keys(v, "<Home>");
        cr_assert(vy_has(v, "Tjänsteskrivelse, sida 1 av 5"), "%d\n%s", cols, vy_screen(v));
    }
    vy_resize(v, 48, 60);
    vy_keys(v, "<Tab>");
    vy_golden(v, "forhand-60");
    vy_stop(v);
}

Test(forhand, is_read_by_screenfuls_and_a_page_begins_at_the_top) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "f");
    const char *last = arena_str8(&v->a, s8_from(vy_row(v, 20))).p;
    vy_keys(v, "<PgDn>");
    cr_assert_str_eq(s8_skip(s8_from(vy_row(v, 2)), 2).p, s8_skip(s8_from(last), 2).p,
                     "it goes on");
    for (int i = 0; i < 20 && !vy_has(v, ", sida 2 av"); i++)
        vy_keys(v, "<PgDn>");
    cr_assert(strstr(vy_row(v, 2), "─ sida 2 av 5 ─"), "%s", vy_screen(v));
    vy_keys(v, "<PgUp><PgDn>");
    cr_assert(strstr(vy_row(v, 2), "─ sida 2 av 5 ─"), "%s", vy_screen(v));
    for (int i = 0; i < 40; i++)
        vy_keys(v, "<PgDn>");
    cr_assert(vy_has(v, "sida 5 av 5"));
    for (int i = 0; i < 40; i++)
        vy_keys(v, "<PgUp>");
    cr_assert_eq(vy_cursor(v).row, 2);
    cr_assert(vy_has(v, "> Exempelköpings kommun"));
    vy_stop(v);
}

Test(forhand, the_way_back_is_in_the_help_line_of_every_window) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "f");
    for (int cols = 40; cols <= 160; cols++) {
        vy_resize(v, 24, cols);
        const char *row = vy_row(v, 23);
        cr_assert(strstr(row, "q ut") && strstr(row, "? hjälp"), "%d: %s", cols, row);
        cr_assert(!strstr(row, "f papper"), "one is there: %s", row);
    }
    vy_stop(v);
}

Test(forhand, a_paragraph_leads_to_where_it_is_written) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "f<Tab>");
    seek(v, "> Nämnden delar bedömningen att");
    vy_keys(v, "<Ned><Ned><Ned><Upp><Upp><Upp>");
    cr_assert(vy_has(v, "Från svaret på 4.1:1. Enter går dit."));
    struct vy_place at = vy_cursor(v);
    cr_assert_str_eq(vy_row(v, at.row), "> Nämnden delar bedömningen att läkarmedverkan i första "
                                        "hand bör stärkas");
    cr_assert(s8_starts(s8_from(vy_row(v, at.row + 1)), S8("│ inom de strukturer")));
    vy_golden(v, "forhand-svar-80");
    vy_keys(v, "<Enter>");
    cr_assert(s8_starts(s8_from(vy_row(v, vy_cursor(v).row)), S8(">   4.1:1")));
    vy_stop(v);
}

Test(forhand, a_text_is_opened_to_be_written_and_the_paper_is_made_anew) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "f<Tab>");
    seek(v, "> Samverkan fungerar");
    cr_assert(vy_has(v, "> Samverkan fungerar"));
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "delar: bedömning 4.1:1, att"));
    vy_keys(v, " Ett tillägg.<Esc>f");
    cr_assert(vy_has(v, "> Samverkan fungerar"), "it is opened where it was read\n%s",
              vy_screen(v));
    vy_keys(v, "<Ned><Ned>");
    cr_assert(vy_has(v, "Ett tillägg."));
    vy_stop(v);
}

Test(forhand, the_templates_words_lead_nowhere) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "f");
    cr_assert(vy_has(v, "Från mallen."));
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "Raden kommer från mallen."));
    vy_stop(v);
}

Test(forhand, keys_typed_before_it_is_drawn_count) {
    struct vy *v = begin(24, 80);
    ui_key(&v->ui, 'f');
    ui_key(&v->ui, K_TAB);
    ui_key(&v->ui, K_END);
    vy_draw(v);
    cr_assert(vy_has(v, "Yttrande, sida 1 av 1"));
    cr_assert(vy_has(v, "Från svaret på 4.2:1"), "at its end");
    vy_stop(v);
}

static const char *file_text(struct vy *v, const char *path) {
    struct buf b = {0};
    struct error err = {0};
    cr_assert_eq(file_read(path, &b, &err), ST_OK, "%s", err.text);
    const char *s = arena_str8(&v->a, buf_str8_of(&b)).p;
    buf_free(&b);
    return s;
}

static void into_own_folder(struct vy *v) {
    cr_assert_eq(chdir(v->mapp.p), 0);
    unsetenv("SSH_CONNECTION");
}

#define TEXT "<Ned><Ned><Ned><Enter>" /* the form, among those offered */

Test(forhand, a_paper_is_written_to_a_file) {
    struct vy *v = begin(24, 80);
    struct stat sb;
    vy_keys(v, "f<Tab>s");
    vy_golden(v, "spara-80");
    into_own_folder(v);
    umask(022);
    vy_keys(v, TEXT);
    cr_assert(vy_has(v, "Filens namn: yttrande-ON-2025-17.txt"));
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "Yttrande, sida"), "back at the paper");
    cr_assert(strstr(v->ui.message.p, "/yttrande-ON-2025-17.txt."), "the whole path");
    cr_assert(!vy_has(v, "scp"));
    cr_assert(strstr(file_text(v, "yttrande-ON-2025-17.txt"), "Samverkan fungerar"));
    cr_assert(stat("yttrande-ON-2025-17.txt", &sb) == 0 && (sb.st_mode & 0777) == 0644);
    vy_keys(v, "s<Enter><Ctrl-A><Ctrl-K>y.html<Enter>");
    cr_assert(s8_starts(s8_from(file_text(v, "y.html")), S8("<!doctype html>")));
    vy_stop(v);
}

Test(forhand, over_ssh_it_says_how_to_fetch_the_file) {
    struct vy *v = begin(24, 80);
    into_own_folder(v);
    setenv("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 2222", 1);
    vy_keys(v, "fs<Enter><Ctrl-A><Ctrl-K>min text.md<Enter>");
    cr_assert(strstr(v->ui.message.p, "Hämta det från din egen dator med:\nscp -P 2222 '"));
    cr_assert(s8_ends(buf_str8_of(&v->ui.message), S8("/min text.md' .")));
    vy_stop(v);
}

Test(forhand, a_file_that_is_there_is_asked_about) {
    struct vy *v = begin(24, 80);
    struct error err;
    into_own_folder(v);
    cr_assert_eq(file_write("x.txt", S8("mitt"), 0666, &err), ST_OK);
    vy_keys(v, "fs<Enter><Ctrl-A><Ctrl-K>x.txt<Enter>");
    cr_assert(vy_has(v, "x.txt finns. Skriva över?"));
    vy_keys(v, "n");
    cr_assert_str_eq(file_text(v, "x.txt"), "mitt");
    vy_keys(v, "s<Enter><Ctrl-A><Ctrl-K>x.txt<Enter>j");
    cr_assert(vy_has(v, "Papperet är skrivet till"));
    cr_assert(strstr(file_text(v, "x.txt"), "Tjänsteskrivelse"));
    vy_stop(v);
}

Test(forhand, what_is_no_place_for_a_paper_is_refused) {
    struct vy *v = begin(24, 80);
    into_own_folder(v);
    vy_keys(v, "fs<Enter><Ctrl-A><Ctrl-K>yttra.db<Enter>");
    cr_assert(vy_has(v, "ormatet ”db” finns inte"), "by its ending");
    cr_assert_eq(symlink("yttra.db", "lank.txt"), 0);
    cr_assert_eq(symlink("/dev/null", "null.txt"), 0);
    vy_keys(v, "<Ctrl-A><Ctrl-K>lank.txt<Enter>");
    cr_assert(vy_has(v, "är databasen"), "%s", vy_screen(v));
    vy_keys(v, "<Ctrl-A><Ctrl-K>null.txt<Enter>");
    cr_assert(vy_has(v, "är ingen vanlig fil"));
    vy_keys(v, "<Ctrl-A><Ctrl-K>/finns/inte.txt<Enter>");
    cr_assert_eq(v->ui.tone, TONE_ERROR);
    vy_keys(v, "<Esc>" TEXT "<Ctrl-A><Ctrl-K>-<Enter>");
    cr_assert(strstr(file_text(v, "./-.txt"), "Tjänsteskrivelse"),
              "a hyphen is a name, and gets the end of its form");
    vy_keys(v, "s<Esc>");
    cr_assert(vy_has(v, "Tjänsteskrivelse, sida"));
    vy_stop(v);
}

Test(forhand, in_a_folder_the_paper_gets_its_usual_name) {
    struct vy *v = begin(24, 80);
    into_own_folder(v);
    cr_assert_eq(mkdir("mapp.txt", 0700), 0);
    vy_keys(v, "f<Tab>s" TEXT "<Ctrl-A><Ctrl-K>mapp.txt<Enter>");
    cr_assert(strstr(file_text(v, "mapp.txt/yttrande-ON-2025-17.txt"), "Samverkan fungerar"));
    vy_keys(v, "s" TEXT);
    cr_assert(vy_has(v, "mapp.txt/yttrande-ON-2025-17.txt"), "it is remembered");
    vy_keys(v, "<Ctrl-A><Ctrl-K>finns-inte/<Enter>");
    cr_assert(vy_has(v, "finns-inte/yttrande-ON-2025-17.txt kan inte skrivas"), "%s", vy_screen(v));
    vy_stop(v);
}

Test(forhand, its_text_is_sent_to_the_terminal) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "f<Tab>k");
    cr_assert_eq(v->n_copied, 1);
    cr_assert(strstr(v->copied.p, "Samverkan fungerar"));
    cr_assert(strchr(v->copied.p, '\f') == NULL, "no page breaks");
    cr_assert(vy_has(v, "skickad till terminalens urklipp"));
    vy_stop(v);
}

/* ---- what granska finds ---- */

Test(granska, going_back_leads_to_where_one_came_from) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "g");
    for (int i = 0; i < 50 && !vy_has(v, "Enter går till uppgiften"); i++)
        vy_keys(v, "<Ned>");
    const char *row = arena_str8(&v->a, s8_from(vy_row(v, vy_cursor(v).row))).p;
    vy_keys(v, "<Enter>");
    cr_assert(!vy_has(v, "granskning"));
    vy_keys(v, "<Esc>");
    cr_assert(vy_has(v, "granskning"), "%s", vy_screen(v));
    cr_assert_str_eq(vy_row(v, vy_cursor(v).row), row, "on the same row");
    vy_stop(v);
}

Test(forhand, going_back_leads_to_the_paper) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "f<Tab>");
    seek(v, "> Samverkan fungerar");
    vy_keys(v, "<Enter><Esc>");
    cr_assert(vy_has(v, "Yttrande, sida"), "%s", vy_screen(v));
    for (int i = 0; i < 40; i++)
        vy_keys(v, "<Enter>f");
    cr_assert(v->ui.depth < UI_DEPTH, "%zu", v->ui.depth);
    vy_stop(v);
}

Test(granska, most_severe_first_and_the_unanswered_as_one) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "g");
    vy_golden(v, "granska-80");
    cr_assert(vy_has(v, "21 punkter är inte besvarade"));
    cr_assert(!vy_has(v, "yttra svara"), "no commands on the screen");
    vy_stop(v);
}

Test(granska, a_wide_window_shows_whole_sentences) {
    struct vy *v = begin(50, 160);
    vy_keys(v, "g<Ned>");
    vy_golden(v, "granska-160");
    vy_stop(v);
}

Test(granska, what_has_been_mended_is_gone) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "g<Ned>");
    cr_assert(vy_has(v, "4.2:1: ”delar inte” står utan motivering."), "%s", vy_screen(v));
    cr_assert(vy_has(v, "Enter går till svaret på 4.2:1."));
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "delar inte: bedömning 4.2:1, att"));
    vy_keys(v, "Avtalen räcker.<Esc>g");
    cr_assert(vy_find(v, "utan motivering").row < 0, "%s", vy_screen(v));
    vy_stop(v);
}

Test(granska, a_field_and_a_list_are_mended_in_their_forms) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "g<Ned><Ned>");
    cr_assert(vy_has(v, "Enter går till uppgiften ”Tjänsteskrivelsens datum”."));
    vy_keys(v, "<Enter>");
    cr_assert_str_eq(ui_top(&v->ui)->ops->namn, "formulär");
    cr_assert(strstr(vy_row(v, vy_cursor(v).row), "Tjänsteskrivelsens datum"));
    vy_keys(v, "<Esc><Ned>");
    cr_assert(vy_has(v, "Enter går till listan ”Handläggare”."));
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "andläggare"));
    vy_stop(v);
}

Test(granska, the_first_heading_that_is_not_verified) {
    struct vy *v = begin(24, 80);
    vy_set(v, POST_SVAR, "4.1.1:1", SVAR_STALLNING, "tillstyrker");
    vy_keys(v, "g<End><Upp>");
    cr_assert(vy_has(v, "Enter går till") && vy_has(v, "Titeln är inte verifierad"), "%s",
              vy_screen(v));
    vy_keys(v, vy_has(v, "Enter går till rubriken på avsnitt 4.1.1.") ? "<Enter>" : "<Ned><Enter>");
    cr_assert(strstr(vy_row(v, vy_cursor(v).row), "ubrik"), "%s", vy_screen(v));
    vy_stop(v);
}

/* A profile that prefers one word to another. */
static void prefer(struct vy *v, const char *terms) {
    struct str8 folder = arena_printf(&v->a, "%.*s/egen", S8F(v->app.profiler.egna));
    struct str8 text =
        arena_printf(&v->a, "[profil]\nbygger-på = standard\nversion = 1\n[termer]\n%s\n", terms);
    struct error err = {0};
    cr_assert_eq(file_mkdirs(folder.p, 0700, &err), ST_OK, "%s", err.text);
    cr_assert_eq(
        file_write(arena_printf(&v->a, "%.*s/profil.ini", S8F(folder)).p, text, 0600, &err), ST_OK,
        "%s", err.text);
    vy_set(v, POST_ARENDE, "", ARENDE_PROFIL, "egen");
}

Test(granska, a_key_changes_an_avoided_word) {
    struct vy *v = begin(24, 80);
    prefer(v, "samarbete = samverkan");
    vy_keys(v, "g");
    seek(v, "b byter. Enter går till svaret på 4.1:1.");
    cr_assert(vy_has(v, "skriv hellre ”Samarbete” än ”Samverkan”"), "%s", vy_screen(v));
    vy_keys(v, "b");
    cr_assert(vy_has(v, "”Samverkan” är nu ”Samarbete”. Det som stod finns i historiken (h)."),
              "%s", vy_screen(v));
    cr_assert(!vy_has(v, "skriv hellre"), "%s", vy_screen(v));
    cr_assert(vy_has(v, "Sparat"));
    vy_keys(v, "<Esc>h");
    cr_assert(vy_has(v, "byt ord"), "%s", vy_screen(v));
    vy_keys(v, "<Ned>rj<Esc>g");
    seek(v, "skriv hellre ”Samarbete”");
    vy_stop(v);
}

Test(granska, the_key_does_nothing_to_other_findings) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "gb");
    cr_assert(vy_has(v, "gäller inget ord"), "%s", vy_screen(v));
    prefer(v, "röra = samverkan");
    vy_set(v, POST_SVAR, "4.1:1", SVAR_MOTIVERING, "Alla samverkanens.");
    vy_keys(v, "<Esc>g<End>");
    cr_assert(vy_has(v, "skriv om ”samverkanens” med ”röra”"), "%s", vy_screen(v));
    cr_assert(!vy_has(v, "b byter"));
    vy_keys(v, "b");
    cr_assert(vy_has(v, "inget ord som kan bytas"), "%s", vy_screen(v));
    vy_stop(v);
}

Test(granska, nothing_to_remark_on) {
    struct vy *v = vy_start(24, 80);
    static const char *const texts[] = {"sammanfattning", "sammanfattning-tjänsteskrivelse",
                                        "barnkonsekvenser", "ekonomi"};
    vy_case(v);
    vy_set(v, POST_ARENDE, "", ARENDE_AVSTAR, "ja");
    vy_set(v, POST_ARENDE, "", ARENDE_MOTTAGARE, "Kommunstyrelsen");
    vy_set(v, POST_ARENDE, "", ARENDE_DATUM, "2025-02-27");
    vy_set(v, POST_ARENDE, "", ARENDE_TJANSTESKRIVELSE_DATUM, "2025-02-03");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        vy_set(v, POST_TEXT, texts[i], TEXT_INNEHALL, "Text.");
    static const enum post_slag lists[] = {POST_HANDLAGGARE, POST_EXPEDIERING, POST_UNDERTECKNARE};
    for (size_t i = 0; i < 3; i++) {
        struct error err = {0};
        struct str8 key;
        struct app_field f = {S8("namn"), S8("Handläggare A")};
        cr_assert_eq(
            app_line_add(&v->app, &v->ui.case_arena, &v->ui.c, lists[i], &f, 1, &key, &err), ST_OK,
            "%s", err.text);
    }
    vy_keys(v, "g");
    cr_assert(vy_has(v, "Inga anmärkningar."), "%s", vy_screen(v));
    vy_keys(v, "<Enter><Ned><End>");
    vy_stop(v);
}

/* ---- the history ---- */

Test(historik, who_what_and_when) {
    struct vy *v = begin(24, 80);
    vy_other_set(v, 1, POST_TEXT, "sammanfattning", TEXT_INNEHALL, "Kort sagt.");
    vy_keys(v, "gh");
    vy_golden(v, "historik-80");
    cr_assert(vy_has(v, "Handläggare B"));
    vy_resize(v, 50, 160);
    vy_golden(v, "historik-160");
    vy_stop(v);
}

Test(historik, rows_of_one_minute_are_told_apart) {
    struct vy *v = begin(24, 80);
    setenv("YTTRA_NU", "2025-01-20T12:00:09Z", 1);
    vy_set(v, POST_SVAR, "4.2:1", SVAR_MOTIVERING, "Först.");
    setenv("YTTRA_NU", "2025-01-20T12:00:41Z", 1);
    vy_set(v, POST_SVAR, "4.2:1", SVAR_MOTIVERING, "Sedan.");
    vy_set(v, POST_SVAR, "4.2:1", SVAR_MOTIVERING, "");
    vy_keys(v, "hh");
    cr_assert(strstr(vy_row(v, 2), "13:00:41") && strstr(vy_row(v, 2), "motivering tömd"), "%s",
              vy_screen(v));
    cr_assert(strstr(vy_row(v, 3), "13:00:41") && strstr(vy_row(v, 3), "motivering ”Sedan.”"));
    cr_assert(strstr(vy_row(v, 4), "13:00:09") && strstr(vy_row(v, 4), "motivering ”Först.”"));
    vy_stop(v);
}

Test(historik, a_version_is_read_with_what_was_before_it) {
    struct vy *v = begin(24, 80);
    vy_set(v, POST_SVAR, "4.1:1", SVAR_MOTIVERING, "En helt annan motivering.");
    vy_keys(v, "gh<Enter>");
    vy_golden(v, "las-80");
    cr_assert(vy_find(v, "Så stod det efter ändringen").row < vy_find(v, "Före").row);
    cr_assert(vy_has(v, "En helt annan motivering."));
    cr_assert(vy_has(v, "Samverkan fungerar"));
    vy_keys(v, "<Esc><Ned><Ned><Enter>");
    cr_assert(vy_has(v, "Här stod ingenting.") || vy_has(v, "Före"));
    vy_stop(v);
}

Test(historik, what_stood_is_restored_after_a_question) {
    struct vy *v = begin(24, 80);
    vy_set(v, POST_SVAR, "4.1:1", SVAR_MOTIVERING, "En helt annan motivering.");
    vy_keys(v, "gh<Ned><Ned>r");
    cr_assert(vy_has(v, "Återställa till det som stod 2025-01-20"));
    vy_keys(v, "n");
    cr_assert_str_eq(vy_saved(v, 1, POST_SVAR, "4.1:1", SVAR_MOTIVERING),
                     "En helt annan motivering.");
    vy_keys(v, "rj");
    cr_assert_str_eq(vy_saved(v, 1, POST_SVAR, "4.1:1", SVAR_MOTIVERING), REASON);
    cr_assert(vy_has(v, "finns kvar i historiken"));
    cr_assert(vy_has(v, "återställ"), "the list has it");
    vy_keys(v, "<Home>rj");
    cr_assert(vy_has(v, "Inget är ändrat"));
    vy_stop(v);
}

/* Asked about before the other writes, answered after. */
Test(historik, what_another_has_written_is_not_restored_over_unseen) {
    struct vy *v = begin(24, 80);
    vy_set(v, POST_SVAR, "4.1:1", SVAR_MOTIVERING, "En helt annan motivering.");
    vy_keys(v, "gh<Ned><Ned>r");
    vy_other_set(v, 1, POST_SVAR, "4.1:1", SVAR_MOTIVERING, "Deras.");
    vy_keys(v, "j");
    cr_assert(vy_has(v, "Handläggare B har ändrat Svar 4.1:1"), "%s", vy_screen(v));
    cr_assert(!vy_has(v, "kommando") && !vy_has(v, "filen"), "%s", vy_screen(v));
    cr_assert_str_eq(vy_saved(v, 1, POST_SVAR, "4.1:1", SVAR_MOTIVERING), "Deras.");
    vy_keys(v, "<Home><Ned><Ned><Ned>rj");
    cr_assert_str_eq(vy_saved(v, 1, POST_SVAR, "4.1:1", SVAR_MOTIVERING), REASON, "%s",
                     vy_screen(v));
    vy_stop(v);
}

Test(historik, a_version_that_is_read_can_be_restored) {
    struct vy *v = begin(24, 80);
    vy_set(v, POST_SVAR, "4.1:1", SVAR_MOTIVERING, "En helt annan motivering.");
    vy_keys(v, "gh<Ned><Ned><Enter>rj");
    cr_assert_str_eq(vy_saved(v, 1, POST_SVAR, "4.1:1", SVAR_MOTIVERING), REASON);
    vy_stop(v);
}

Test(historik, of_one_text_while_it_is_written) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "g<Ned><Enter>Skäl.<Ctrl-S><Ctrl-R>");
    cr_assert(vy_has(v, "h hela ärendet"), "%s", vy_screen(v));
    cr_assert(vy_has(v, "motivering"));
    cr_assert(!vy_has(v, "Svar 4.1:1"));
    vy_keys(v, "<Esc>");
    cr_assert(vy_has(v, "Skäl."));
    vy_stop(v);
}

/* ---- search ---- */

Test(sok, asks_for_words_and_shows_them_where_they_stand) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "/");
    cr_assert(vy_has(v, "Sök:"));
    vy_keys(v, "snabbare<Enter>");
    vy_golden(v, "sok-80");
    cr_assert(vy_has(v, "Det här ärendet, svar 4.1:1"));
    cr_assert_eq(vy_style(v, "snabbare att"), STYLE_KEY);
    cr_assert(strstr(vy_screen(v), "\xEE\x80\x82") == NULL);
    vy_keys(v, "<Enter>");
    cr_assert(s8_starts(s8_from(vy_row(v, vy_cursor(v).row)), S8(">   4.1:1")));
    vy_stop(v);
}

Test(sok, a_hit_in_another_arende_opens_that) {
    struct vy *v = begin(24, 80);
    cr_assert_eq(vy_case(v), 2);
    vy_keys(v, "/snabbare<Enter>");
    cr_assert(vy_has(v, "Ärende 1, ON 2025/17, SOU 2024:72, svar 4.1:1"));
    vy_keys(v, "<Enter>");
    cr_assert_eq(v->ui.c.nr, 1);
    cr_assert(s8_starts(s8_from(vy_row(v, vy_cursor(v).row)), S8(">   4.1:1")));
    vy_keys(v, "<Esc>");
    cr_assert(vy_has(v, "sök: snabbare") && v->ui.c.nr == 2, "%s", vy_screen(v));
    vy_keys(v, "<Esc><Esc>");
    cr_assert(vy_has(v, "pågående ärenden"));
    vy_stop(v);
}

Test(sok, the_betankande_needs_an_open_arende) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "<Esc>/sanktioner<Enter>");
    cr_assert(vy_has(v, "SOU 2024:72, "));
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "Öppna ett ärende på SOU 2024:72"));
    vy_keys(v, "<Esc><Enter>/<Enter>");
    cr_assert(vy_has(v, "sök: sanktioner"), "the last words once more\n%s", vy_screen(v));
    vy_keys(v, "<Enter>");
    cr_assert(s8_starts(s8_from(vy_row(v, vy_cursor(v).row)), S8(">")));
    cr_assert(vy_has(v, "Vad betänkandet säger"));
    vy_stop(v);
}

Test(sok, nothing_found_and_once_more) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "/qwertyuiop<Enter>");
    cr_assert(vy_has(v, "Inget hittades för ”qwertyuiop”."));
    vy_keys(v, "<Enter><Ned>/snabbare<Enter>");
    cr_assert(vy_has(v, "sök: snabbare"));
    vy_keys(v, "/<Esc>");
    cr_assert(vy_has(v, "sök: snabbare"));
    vy_keys(v, "q");
    cr_assert(vy_has(v, "Vad betänkandet säger"), "one view, however often\n%s", vy_screen(v));
    vy_stop(v);
}

Test(sok, no_words_no_search) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "/<Enter>");
    cr_assert(vy_has(v, "Skriv minst ett ord"));
    vy_keys(v, "/\"*( ) OR ^<Enter>");
    vy_stop(v);
}

Test(sok, of_what_is_filled_in_only_the_field_is_shown) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "/omsorgsförvaltningen<Enter>");
    cr_assert(vy_has(v, "Det här ärendet, uppgifter Förvaltning: Omsorgsförvaltningen"), "%s",
              vy_screen(v));
    cr_assert(!vy_has(v, "standard"));
    vy_keys(v, "qq/<Enter>");
    cr_assert(vy_has(v, "uppgifter Omsorgsförvaltningen") && !vy_has(v, "standard"), "%s",
              vy_screen(v));
    vy_stop(v);
}

Test(sok, from_the_list_a_hit_leads_back_to_the_hits) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "q/snabbare<Enter><Enter>");
    cr_assert(s8_starts(s8_from(vy_row(v, vy_cursor(v).row)), S8(">   4.1:1")));
    vy_keys(v, "q");
    cr_assert(vy_has(v, "sök: snabbare") && !v->ui.has_case, "%s", vy_screen(v));
    vy_keys(v, "q");
    cr_assert(vy_has(v, "pågående ärenden"));
    vy_stop(v);
}

Test(sok, the_same_words_lead_on_among_the_same_hits) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "/läkare<Enter><Ned>");
    const char *row = arena_str8(&v->a, s8_from(vy_row(v, vy_cursor(v).row))).p;
    vy_keys(v, "<Enter>/<Enter>");
    cr_assert_str_eq(vy_row(v, vy_cursor(v).row), row);
    vy_keys(v, "q");
    cr_assert_eq(v->ui.depth, 2, "no hits below hits\n%s", vy_screen(v));
    vy_stop(v);
}

/* ---- back ---- */

/* What the header says of the view. */
static void in(struct vy *v, const char *what) {
    cr_assert(strstr(vy_row(v, 0), what), "not in %s:\n%s", what, vy_screen(v));
}

Test(back, one_place_at_a_time) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "8.3<Enter>g<Ned><Ned><Enter>");
    in(v, "uppgifter");
    vy_keys(v, "f<Tab>");
    seek(v, "Från svaret på 4.2:1");
    vy_keys(v, "<Enter>");
    cr_assert(s8_starts(s8_from(vy_row(v, vy_cursor(v).row)), S8(">   4.2:1")));
    vy_keys(v, "h");
    in(v, "historik");
    vy_keys(v, "q");
    cr_assert(s8_starts(s8_from(vy_row(v, vy_cursor(v).row)), S8(">   4.2:1")));
    vy_keys(v, "q");
    in(v, "förhandsgranskning");
    vy_keys(v, "q");
    in(v, "uppgifter");
    vy_keys(v, "q");
    in(v, "granskning");
    vy_keys(v, "q");
    cr_assert(s8_starts(s8_from(vy_row(v, vy_cursor(v).row)), S8(">   8.3:1")));
    vy_keys(v, "q");
    in(v, "pågående ärenden");
    vy_stop(v);
}

Test(back, a_view_that_lies_there_is_gone_back_to) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "g<Ned><Ned><Enter>fxy");
    in(v, "uppgifter");
    cr_assert(strstr(vy_row(v, vy_cursor(v).row), "Tjänsteskrivelsens datum"), "the same form");
    vy_keys(v, "g");
    in(v, "granskning");
    vy_keys(v, "q");
    cr_assert_eq(v->ui.depth, 2);
    vy_stop(v);
}

/* The text is saved; it does not lie open under another place. */
Test(back, a_text_that_is_left_is_saved_first) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "g<Ned><Enter>Skäl.<Ctrl-G>f");
    in(v, "förhandsgranskning");
    cr_assert_str_eq(vy_saved(v, 1, POST_SVAR, "4.2:1", SVAR_MOTIVERING), "Skäl.");
    vy_keys(v, "q");
    in(v, "granskning");
    vy_stop(v);
}

Test(back, through_another_arende_to_what_one_did_in_the_first) {
    struct vy *v = begin(24, 80);
    cr_assert_eq(vy_case(v), 2);
    vy_keys(v, "4.6.4<Enter>y/snabbare<Enter><Enter>ax/läkare<Enter>");
    cr_assert_eq(v->ui.c.nr, 1);
    vy_keys(v, "qq");
    cr_assert(s8_starts(s8_from(vy_row(v, vy_cursor(v).row)), S8(">   4.1:1")));
    cr_assert(vy_has(v, "2/23 besvarade"));
    vy_keys(v, "q");
    in(v, "sök: snabbare");
    cr_assert_eq(v->ui.c.nr, 2);
    vy_keys(v, "q");
    in(v, "uppgifter");
    vy_keys(v, "q");
    cr_assert(s8_starts(s8_from(vy_row(v, vy_cursor(v).row)), S8(">   4.6.4:1")));
    cr_assert(vy_has(v, "0/23 besvarade"));
    vy_stop(v);
}

Test(back, the_oldest_places_are_forgotten) {
    struct vy *v = begin(24, 80);
    vy_case(v);
    for (int i = 0; i < 20; i++) {
        vy_keys(v, i % 2 ? "/läkare<Enter>" : "/snabbare<Enter>");
        vy_keys(v, "<Enter>g");
        cr_assert(vy_has(v, "granskning"), "%d\n%s", i, vy_screen(v));
    }
    for (int i = 0; v->ui.depth > 1; i++) {
        cr_assert(i < UI_DEPTH);
        vy_keys(v, "q");
    }
    in(v, "pågående ärenden");
    vy_stop(v);
}

/* ---- help ---- */

Test(hjalp, the_places_own_keys_come_first) {
    struct vy *v = begin(24, 80);
    vy_keys(v, "?");
    vy_golden(v, "hjalp-80");
    vy_keys(v, "<End>");
    cr_assert(vy_has(v, "man yttra"));
    vy_keys(v, "?<Esc>f?");
    cr_assert_str_eq(vy_row(v, 1), "I förhandsgranskningen");
    vy_resize(v, 50, 160);
    vy_golden(v, "hjalp-160");
    vy_stop(v);
}

Test(hjalp, each_key_means_there_what_it_says) {
    struct vy *v = begin(60, 100);
    vy_keys(v, "m<Ctrl-G>");
    cr_assert_str_eq(vy_row(v, 1), "När du skriver en text");
    vy_keys(v, "<Esc>");
    cr_assert(vy_has(v, "Ctrl-S spara"));
    vy_stop(v);
}

/* ---- all of them ---- */

Test(vy_las, every_view_bears_every_window) {
    static const int size[][2] = {{10, 40}, {11, 41}, {24, 80}, {33, 63}, {9, 39}, {100, 300}};
    static const char *const view[] = {"f",         "f<Tab><PgDn>",   "g", "gh",
                                       "gh<Enter>", "/läkare<Enter>", "?"};
    struct vy *v = begin(24, 80);
    vy_set(v, POST_SVAR, "4.2:1", SVAR_MOTIVERING,
           "Verksamhetschefsutnämningsförfarandebestämmelsetillämpningsföreskriftsändringsförslag");
    for (size_t i = 0; i < sizeof view / sizeof *view; i++) {
        vy_keys(v, view[i]);
        for (size_t k = 0; k < sizeof size / sizeof *size; k++) {
            vy_resize(v, size[k][0], size[k][1]);
            vy_keys(v, "<Ned><PgDn><End><Upp><PgUp><Home>");
        }
        vy_resize(v, 24, 80);
        while (v->ui.depth > 2)
            vy_keys(v, "<Esc>");
    }
    vy_stop(v);
}

Test(vy_las, an_empty_arende_can_be_read) {
    struct vy *v = vy_start(24, 80);
    struct error err = {0};
    struct app_case c;
    cr_assert_eq(app_case_new(&v->app, &v->a, S8("sou-2024-72"), NULL, 0, &c, &err), ST_OK);
    cr_assert(ui_case_enter(&v->ui, c.nr));
    vy_keys(v, "f<Tab><End><Enter><Esc>");
    vy_stop(v);
}
