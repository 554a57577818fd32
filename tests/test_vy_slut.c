/* How the program ends when the database cannot be written: nothing typed is lost. */
#include <criterion/criterion.h>
#include <glob.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>

#include "base/fileio.h"
#include "vy.h"

static struct vy *writing(const char *keys) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_keys(v, "d<Enter>");
    vy_keys(v, keys);
    return v;
}

static const char *saved(struct vy *v) {
    return vy_saved(v, 1, POST_SVAR, "4.1:1", SVAR_MOTIVERING);
}

/* No file may grow beyond a page, which SQLite takes as a full disk; a small file can be made. */
static void disk_full(bool full) {
    struct rlimit r;
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &r);
    r.rlim_cur = full ? 4096 : r.rlim_max;
    cr_assert(setrlimit(RLIMIT_FSIZE, &r) == 0);
}

static void lock(struct vy *v, bool on) {
    struct error err = {0};
    struct store *s = vy_other(v)->store;
    enum status st = on ? store_begin(s, &err) : store_end(s, ST_OK, &err);
    cr_assert_eq(st, ST_OK, "%s", err.text);
}

/* What stands in the one file put aside in that folder, which only its owner may read; NULL if
 * there is none. */
static const char *aside(struct vy *v, const char *folder) {
    glob_t g;
    struct stat sb;
    struct buf b = {0};
    const char *pattern = arena_printf(&v->a, "%s/yttra.db.ej-sparat-1-*.txt", folder).p;
    if (glob(pattern, 0, NULL, &g) != 0)
        return NULL;
    cr_assert_eq(g.gl_pathc, 1);
    cr_assert(stat(g.gl_pathv[0], &sb) == 0 && (sb.st_mode & 07777) == 0600);
    cr_assert_eq(file_read(g.gl_pathv[0], &b, NULL), ST_OK);
    const char *text = arena_str8(&v->a, buf_str8_of(&b)).p;
    cr_assert(s8_find(buf_str8_of(&v->ui.left), s8_from(g.gl_pathv[0])) >= 0, "%s is not told: %s",
              g.gl_pathv[0], v->ui.left.p);
    buf_free(&b);
    globfree(&g);
    return text;
}

static bool told(const struct vy *v, const char *text) {
    return s8_find(buf_str8_of(&v->ui.left), s8_from(text)) >= 0;
}

Test(end, says_nothing_when_all_is_saved) {
    struct vy *v = writing("Skäl.");
    cr_assert_eq(ui_end(&v->ui), ST_OK);
    cr_assert_eq(v->ui.left.n, 0);
    cr_assert_str_eq(saved(v), "Skäl.");
    vy_stop(v);
}

Test(end, a_draft_that_cannot_be_saved_stays_and_is_told) {
    struct vy *v = writing("Skäl.");
    disk_full(true);
    cr_assert_eq(ui_end(&v->ui), ST_OK);
    disk_full(false);
    cr_assert(told(v, "motivering i svar 4.1:1") && told(v, "finns kvar som utkast"), "%s",
              v->ui.left.p);
    cr_assert_null(aside(v, v->mapp.p));
    vy_restart(v);
    cr_assert(vy_has(v, "kvarlämnade utkast") && vy_has(v, "Skäl."));
    vy_stop(v);
}

Test(end, what_is_no_draft_either_goes_into_a_file) {
    struct vy *v = writing("Före.");
    disk_full(true);
    vy_keys(v, " Efter.");
    cr_assert(vy_has(v, "EJ SPARAT"));
    cr_assert_eq(ui_end(&v->ui), ST_IO);
    cr_assert(told(v, "disken är full"));
    cr_assert_str_eq(aside(v, v->mapp.p), "Före. Efter.\n");
    disk_full(false);
    vy_stop(v);
}

Test(end, a_field_of_a_form_too) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    disk_full(true);
    vy_keys(v, "y<Enter>X");
    cr_assert(vy_has(v, "EJ SPARAT"), "%s", vy_screen(v));
    cr_assert_eq(ui_end(&v->ui), ST_IO);
    cr_assert_not_null(aside(v, v->mapp.p));
    disk_full(false);
    vy_stop(v);
}

/* A folder that does not take the file is what a full disk is. */
Test(end, the_file_goes_home_where_the_database_has_no_room) {
    struct vy *v = writing("Före.");
    struct str8 moved = arena_printf(&v->a, "%.*s-borta", S8F(v->mapp));
    const char *home = arena_printf(&v->a, "%.*s-hem", S8F(v->mapp)).p;
    setenv("HOME", home, 1);
    cr_assert(mkdir(home, 0700) == 0);
    disk_full(true);
    vy_keys(v, " Efter.");
    cr_assert(rename(v->mapp.p, moved.p) == 0);
    cr_assert_eq(ui_end(&v->ui), ST_IO);
    cr_assert_str_eq(aside(v, home), "Före. Efter.\n");
    disk_full(false);
    cr_assert(rename(moved.p, v->mapp.p) == 0);
    vy_stop(v);
}

Test(end, a_condition_goes_into_a_file) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_keys(v, "vstaten betalar");
    disk_full(true);
    cr_assert_eq(ui_end(&v->ui), ST_IO);
    cr_assert(told(v, "”Under förutsättning att …” i svar 4.1:1"), "%s", v->ui.left.p);
    cr_assert_str_eq(aside(v, v->mapp.p), "staten betalar\n");
    disk_full(false);
    vy_stop(v);
}

Test(end, a_condition_that_cannot_be_saved_stays_in_its_line) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_keys(v, "vstaten betalar");
    disk_full(true);
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "disken är full") && vy_has(v, "att: staten betalar"), "%s", vy_screen(v));
    vy_keys(v, "<Ctrl-Q>");
    cr_assert(!v->ui.done && vy_has(v, "Ctrl-Q igen avslutar och lägger texten i en fil."));
    vy_keys(v, "<Ctrl-Q>");
    cr_assert(v->ui.done);
    cr_assert_eq(ui_end(&v->ui), ST_IO);
    cr_assert_str_eq(aside(v, v->mapp.p), "staten betalar\n");
    disk_full(false);
    vy_stop(v);
}

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Far less than the patience of a save, 5 s, which it once took three times over. */
Test(end, does_not_wait_long_for_a_lock) {
    struct vy *v = writing("Skäl.");
    lock(v, true);
    double begun = seconds();
    cr_assert_eq(ui_end(&v->ui), ST_OK);
    cr_assert_lt(seconds() - begun, 3.0);
    cr_assert(told(v, "finns kvar som utkast"));
    lock(v, false);
    vy_stop(v);
}

/* ---- Ctrl-Q ---- */

Test(quit, a_full_disk_holds_nobody) {
    struct vy *v = writing("Skäl.");
    disk_full(true);
    vy_keys(v, "<Ctrl-Q>");
    cr_assert(!v->ui.done);
    cr_assert(vy_has(v, "Kan inte spara: disken är full. Ctrl-Q igen lämnar texten som utkast."),
              "%s", vy_screen(v));
    vy_keys(v, "<Vänster><Ctrl-Q>");
    cr_assert(!v->ui.done, "a key between makes it a first time again");
    vy_keys(v, "<Ctrl-Q>");
    cr_assert(v->ui.done);
    cr_assert_eq(ui_end(&v->ui), ST_OK);
    disk_full(false);
    vy_restart(v);
    cr_assert(vy_has(v, "kvarlämnade utkast") && vy_has(v, "Skäl."));
    vy_stop(v);
}

Test(quit, says_when_there_is_no_draft_either) {
    struct vy *v = writing("Skäl.");
    disk_full(true);
    vy_keys(v, " Mer.<Ctrl-Q>");
    cr_assert(!v->ui.done && vy_has(v, "Ctrl-Q igen avslutar och lägger texten i en fil."), "%s",
              vy_screen(v));
    vy_keys(v, "<Ctrl-Q>");
    cr_assert(v->ui.done);
    cr_assert_eq(ui_end(&v->ui), ST_IO);
    cr_assert_str_eq(aside(v, v->mapp.p), "Skäl. Mer.\n");
    disk_full(false);
    vy_stop(v);
}

Test(quit, saves_when_there_is_room_again) {
    struct vy *v = writing("Skäl.");
    disk_full(true);
    vy_keys(v, "<Ctrl-Q>");
    disk_full(false);
    vy_keys(v, "<Ctrl-Q>");
    cr_assert(v->ui.done);
    cr_assert_eq(ui_end(&v->ui), ST_OK);
    cr_assert_eq(v->ui.left.n, 0);
    cr_assert_str_eq(saved(v), "Skäl.");
    vy_stop(v);
}

Test(quit, a_conflict_can_be_left_as_a_draft) {
    struct vy *v = writing("Grund.<Ctrl-S> Mitt.");
    vy_other_set(v, 1, POST_SVAR, "4.1:1", SVAR_MOTIVERING, "Deras.");
    vy_keys(v, "<Ctrl-Q>");
    cr_assert(!v->ui.done && vy_has(v, "två har skrivit samtidigt"));
    vy_keys(v, "<Ctrl-Q>");
    cr_assert(!v->ui.done && vy_has(v, "Ctrl-Q igen lämnar din som utkast."));
    vy_keys(v, "<Ctrl-Q>");
    cr_assert(v->ui.done);
    cr_assert_eq(ui_end(&v->ui), ST_OK);
    cr_assert(told(v, "finns kvar som utkast"));
    vy_restart(v);
    cr_assert(vy_has(v, "kvarlämnade utkast") && vy_has(v, "Grund. Mitt."));
    cr_assert_str_eq(saved(v), "Deras.");
    vy_stop(v);
}

/* ---- what another editor gave back ---- */

static enum status writes_too_much(struct vy *v, struct str8 in, struct buf *out,
                                   struct error *err) {
    (void)v, (void)in, (void)err;
    for (int i = 0; i < 30000; i++)
        buf_str(out, "mycket text ");
    return ST_OK;
}

Test(editor, what_does_not_fit_is_in_a_file) {
    struct vy *v = writing("Skäl.");
    v->editor = writes_too_much;
    vy_keys(v, "<Ctrl-O>");
    cr_assert(vy_has(v, "Det du skrev finns kvar i") && vy_has(v, "ej-sparat-1-svar"), "%s",
              vy_screen(v));
    buf_str8(&v->ui.left, buf_str8_of(&v->ui.message));
    cr_assert(s8_starts(s8_from(aside(v, v->mapp.p)), S8("mycket text mycket")));
    vy_keys(v, "<Ctrl-S>");
    cr_assert_str_eq(saved(v), "Skäl.");
    vy_stop(v);
}
