/* What the app promises beside the command line: two who save the same post, defaults, dates. */
#include "app/exchange.h"
#include "base/fileio.h"
#include "tests/test_app.h"

static enum status answer(struct pair *p, int i, const char *ref, const char *stance,
                          const char *why) {
    struct app_refs refs;
    struct app_field f[] = {{S8("ställning"), s8_from(stance)}, {S8("motivering"), s8_from(why)}};
    enum status st = app_refs(&p->a, &p->c[i], s8_from(ref), &refs, &p->err);
    return st == ST_OK ? app_answer(&p->app[i], &p->a, &p->c[i], &refs, f, 2, NULL, &p->err) : st;
}

Test(app, the_second_of_two_who_save_is_told_and_keeps_the_text) {
    struct pair p = two_open();
    struct buf kept = {0};
    cr_assert_eq(answer(&p, 0, "4.4.3", "delar", "Annas skäl."), ST_OK, "%s", p.err.text);
    cr_assert_eq(answer(&p, 1, "4.4.3", "delar-inte", "Bos skäl."), ST_CONFLICT);
    cr_expect(text_has(p.err.text, "Anna Exempel har sparat"), "%s", p.err.text);
    cr_expect(text_has(p.err.text, "Annas skäl."), "%s", p.err.text);
    struct str8 rest = s8_from(p.err.text);
    ptrdiff_t at = s8_find(rest, S8("finns i filen "));
    cr_assert(at >= 0, "%s", p.err.text);
    rest = s8_skip(rest, (size_t)at + 14);
    struct str8 path = arena_str8(&p.a, s8_sub(rest, 0, (size_t)s8_find(rest, S8(". Läs"))));
    cr_assert_eq(file_read(path.p, &kept, &p.err), ST_OK, "%s", p.err.text);
    cr_expect(text_has(kept.p, "Bos skäl."));
    open_case(&p, 1);
    cr_expect(s8_eqz(p.c[1].arende->post[POST_SVAR].p[0].value[SVAR_MOTIVERING], "Annas skäl."));
    buf_free(&kept);
    close_both(&p);
}

Test(app, a_conflict_in_one_of_several_saves_none) {
    struct pair p = two_open();
    cr_assert_eq(answer(&p, 0, "4.1.1:2", "delar", "Annas."), ST_OK);
    cr_assert_eq(answer(&p, 1, "4.1.1:*", "avstyrker", "Bos."), ST_CONFLICT);
    open_case(&p, 1);
    cr_expect_eq(app_case_answered(&p.c[1]), 1);
    close_both(&p);
}

Test(app, different_posts_do_not_conflict) {
    struct pair p = two_open();
    cr_expect_eq(answer(&p, 0, "4.4.3", "delar", "a"), ST_OK);
    cr_expect_eq(answer(&p, 1, "4.3", "delar", "b"), ST_OK);
    cr_expect_eq(answer(&p, 1, "4.3", "delvis", "c"), ST_OK, "one's own save is no conflict");
    close_both(&p);
}

Test(app, a_line_removed_by_another_is_not_brought_back) {
    struct pair p = two_open();
    struct str8 nyckel;
    struct app_field f = {S8("text"), S8("att svara")};
    cr_assert_eq(app_line_add(&p.app[0], &p.a, &p.c[0], POST_BESLUTSPUNKT, &f, 1, &nyckel, &p.err),
                 ST_OK);
    open_case(&p, 1);
    cr_assert_eq(app_remove(&p.app[0], &p.a, &p.c[0], POST_BESLUTSPUNKT, nyckel, &p.err), ST_OK);
    f.varde = S8("att avstå");
    cr_assert_eq(
        app_set(&p.app[1], &p.a, &p.c[1], POST_BESLUTSPUNKT, nyckel, &f, 1, "ändra", NULL, &p.err),
        ST_CONFLICT);
    cr_expect(text_has(p.err.text, "borttagen"), "%s", p.err.text);
    cr_expect_eq(app_remove(&p.app[1], &p.a, &p.c[1], POST_BESLUTSPUNKT, nyckel, &p.err),
                 ST_CONFLICT);
    close_both(&p);
}

Test(app, anstand_moves_the_day_it_is_due) {
    struct pair p = two_open();
    struct app_field f[] = {{S8("svarstid"), S8("2025-02-14")}, {S8("anstånd"), S8("2025-03-01")}};
    cr_assert_eq(app_set(&p.app[0], &p.a, &p.c[0], POST_ARENDE, S8(""), f, 1, "ange", NULL, &p.err),
                 ST_OK);
    cr_expect(s8_eqz(app_case_due(&p.c[0]), "2025-02-14"));
    cr_assert_eq(
        app_set(&p.app[0], &p.a, &p.c[0], POST_ARENDE, S8(""), f + 1, 1, "ange", NULL, &p.err),
        ST_OK);
    cr_expect(s8_eqz(app_case_due(&p.c[0]), "2025-03-01"));
    close_both(&p);
}

Test(app, reading_needs_a_database) {
    struct app app = {0};
    struct error err = {0};
    struct str8 notice;
    cr_assert_eq(app_start(&app, "/tmp/yttra-finns-inte/y.db", &err), ST_OK);
    cr_expect_eq(app_open(&app, APP_READ, &notice, &err), ST_NOT_FOUND);
    app_stop(&app);
}

Test(app, the_database_lies_where_xdg_says) {
    struct app app = {0};
    struct error err = {0};
    unsetenv("YTTRA_DB");
    setenv("XDG_DATA_HOME", "/tmp/xdg", 1);
    app_start(&app, NULL, &err);
    cr_expect(s8_eqz(app.databas, "/tmp/xdg/yttra/yttra.db"));
    cr_expect(s8_eqz(app.profiler.egna, "/tmp/xdg/yttra/profiler"));
    app_stop(&app);
    app = (struct app){0};
    setenv("XDG_DATA_HOME", "inte/absolut", 1);
    setenv("HOME", "/hem", 1);
    app_start(&app, NULL, &err);
    cr_expect(s8_eqz(app.databas, "/hem/.local/share/yttra/yttra.db"));
    app_stop(&app);
    app = (struct app){0};
    setenv("YTTRA_DB", "/annan.db", 1);
    app_start(&app, NULL, &err);
    cr_expect(s8_eqz(app.databas, "/annan.db"));
    app_stop(&app);
    app = (struct app){0};
    app_start(&app, "/given.db", &err);
    cr_expect(s8_eqz(app.databas, "/given.db"));
    app_stop(&app);
}
