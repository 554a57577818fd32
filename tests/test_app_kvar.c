/* Drafts left behind by runs of the program that are over, and which those are. */
#include "tests/test_app_utkast.h"

Test(session, is_over_when_its_process_is) {
    struct pair p = {0};
    pid_t pid;
    struct str8 own = session_name(&p.a), name = other_run(&p, &pid);
    struct str8 now = clock_now(&p.a), old = S8("2001-01-01T00:00:00Z");
    cr_expect(!session_over(own, old));
    cr_expect(!session_over(name, old));
    end_run(pid);
    cr_expect(session_over(name, now));
    /* The same number at another start is another process; so is all from before this boot. */
    cr_expect(session_over(arena_printf(&p.a, "%.*s1", S8F(own)), now));
    struct str8 rest = own, host = s8_cut(&rest, ' ');
    s8_cut(&rest, ' ');
    cr_expect(session_over(arena_printf(&p.a, "%.*s annan-start %.*s", S8F(host), S8F(rest)), now));
    arena_free(&p.a);
}

Test(session, elsewhere_is_over_when_it_is_silent) {
    struct arena a = {0};
    struct str8 own = session_name(&a), rest = own;
    s8_cut(&rest, ' ');
    struct str8 far = arena_printf(&a, "annan-dator %.*s", S8F(rest));
    setenv("YTTRA_NU", "2025-03-01T07:30:00Z", 1);
    cr_expect(!session_over(far, S8("2025-02-28T19:30:00Z")));
    cr_expect(session_over(far, S8("2025-02-28T19:29:00Z")));
    cr_expect(!session_over(far, S8("2025-03-01T08:00:00Z")));
    cr_expect(session_over(S8("s1"), S8("2025-02-28T19:29:00Z")));
    cr_expect(!session_over(S8("s1"), S8("2025-02-28T19:30:00Z")));
    arena_free(&a);
}

Test(left, only_by_runs_that_are_over) {
    struct pair p = two_open();
    struct app_kvarlamnat *k;
    pid_t pid;
    app_stop(&p.app[1]);
    p.app[1] = (struct app){0};
    open_as(&p, 1, "Anna Exempel");
    struct writing own = begin(&p, 1);
    type_kept(&p, 1, &own, "Eget.");
    p.app[0].session = other_run(&p, &pid);
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, "Ett.");
    cr_expect_eq(left(&p, &k), 0);
    end_run(pid);
    cr_assert_eq(left(&p, &k), 1);
    EQ(k->text, "Ett.");
    EQ(k->beteckning, "SOU 2024:72");
    editor_free(&own.e);
    editor_free(&w.e);
    close_both(&p);
}

/* It is the last that was kept that counts, not when the draft was begun. */
Test(left, elsewhere_when_nothing_has_been_kept_for_long) {
    struct pair p = run_and_next();
    struct app_kvarlamnat *k;
    p.app[0].session = S8("annan-dator b 1 1");
    setenv("YTTRA_NU", "2025-01-29T08:00:00Z", 1);
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, "Ett.");
    setenv("YTTRA_NU", "2025-01-29T19:00:00Z", 1);
    type_kept(&p, 0, &w, " Två.");
    setenv("YTTRA_NU", "2025-01-30T07:00:59Z", 1);
    cr_expect_eq(left(&p, &k), 0);
    setenv("YTTRA_NU", "2025-01-30T07:01:00Z", 1);
    cr_expect_eq(left(&p, &k), 1);
    editor_free(&w.e);
    close_both(&p);
}

Test(left, and_taken_up_with_all_that_can_be_undone) {
    struct pair p = run_and_next();
    struct app_kvarlamnat *k;
    set_text(&p, 0, "Ett.");
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, " Två.");
    type_kept(&p, 0, &w, " Tre.");
    editor_undo(w.e);
    editor_go(w.e, 2);
    type_kept(&p, 0, &w, "å");
    cr_assert_eq(left(&p, &k), 1);
    EQ(k->text, "Etåt. Två.");
    EQ(k->now, "Ett.");
    cr_expect(k->cursor == 4 && !k->stale);
    struct writing v = resume(&p, k);
    EQ(editor_text(v.e), "Etåt. Två.");
    cr_expect(editor_cursor(v.e) == 4 && editor_changed(v.e));
    cr_expect_eq(left(&p, &k), 0);
    editor_undo(v.e);
    EQ(editor_text(v.e), "Ett. Två.");
    editor_undo(v.e);
    EQ(editor_text(v.e), "Ett.");
    cr_expect(!editor_undo(v.e));
    editor_redo(v.e);
    /* It goes on in the store, too, and again. */
    type_kept(&p, 1, &v, "!");
    is(&p, ST_OK, store_utkast_take(p.app[0].store, &v.d.u, dead_run(&p), &p.err));
    cr_assert_eq(left(&p, &k), 1);
    EQ(k->text, "Ett. Två.!");
    editor_free(&w.e);
    editor_free(&v.e);
    close_both(&p);
}

Test(left, that_equal_what_stands_are_dropped) {
    struct pair p = run_and_next();
    struct app_kvarlamnat *k;
    set_text(&p, 0, "Ett.");
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, " Två.\n\n");
    set_text(&p, 1, "Ett. Två.");
    cr_expect_eq(left(&p, &k), 0);
    cr_expect_eq(n_drafts(&p, 1), 0);
    editor_free(&w.e);
    close_both(&p);
}

/* One's own are never, though nothing should be known of the run. */
Test(left, are_others_and_not_ones_own) {
    struct pair p = run_and_next();
    struct app_kvarlamnat *k;
    p.app[1].session = S8("? ? 1 ");
    setenv("YTTRA_NU", "2025-01-29T08:00:00Z", 1);
    struct writing w = begin(&p, 1);
    type_kept(&p, 1, &w, "Ett.");
    setenv("YTTRA_NU", "2025-01-31T08:00:00Z", 1);
    cr_expect_eq(left(&p, &k), 0);
    editor_free(&w.e);
    close_both(&p);
}

/* What cannot be dropped now is no reason to hide the others. */
Test(left, are_told_while_another_holds_the_database) {
    struct pair p = run_and_next();
    struct app_kvarlamnat *k;
    struct writing w = begin(&p, 0), v = begin_in(&p, 0, POST_SVAR, PUNKT, SVAR_ANTECKNING);
    type_kept(&p, 0, &w, "Ett.");
    editor_undo(w.e);
    keep(&p, 0, &w);
    type_kept(&p, 0, &v, "Två.");
    store_patience(p.app[1].store, 20);
    pid_t pid = hold(&p, 30 * 1000 * 1000);
    cr_expect_eq(left(&p, &k), 1);
    end_run(pid);
    EQ(k->text, "Två.");
    editor_free(&w.e);
    editor_free(&v.e);
    close_both(&p);
}

/* Breaks the draft's step with that number. */
static void damage(struct pair *p, int nr) {
    past(p, arena_printf(&p->a, "UPDATE utkast_steg SET plats = 999 WHERE nr = %d", nr).p);
}

Test(left, damaged_are_given_as_far_as_they_go) {
    struct pair p = run_and_next();
    struct app_kvarlamnat *k;
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, "Ett.");
    type_kept(&p, 0, &w, " Två.");
    type_kept(&p, 0, &w, " Tre.");
    damage(&p, 2);
    cr_assert_eq(left(&p, &k), 1);
    EQ(k->text, "Ett.");
    struct writing v = resume(&p, k);
    type_kept(&p, 1, &v, " Nytt.");
    /* What is written after that is not lost behind the step that cannot be played. */
    is(&p, ST_OK, store_utkast_take(p.app[0].store, &v.d.u, dead_run(&p), &p.err));
    cr_assert_eq(left(&p, &k), 1);
    EQ(k->text, "Ett. Nytt.");
    is(&p, ST_OK, app_utkast_save_left(&p.app[1], &p.a, k, &p.err));
    open_case(&p, 1);
    EQ(motivering(&p, 1), "Ett. Nytt.");
    editor_free(&w.e);
    editor_free(&v.e);
    close_both(&p);
}

Test(left, damaged_in_any_way_harm_nothing) {
    static const struct {
        const char *harm, *text;
    } t[] = {{"SET plats = 9223372036854775807 WHERE nr = 2", "Ett."},
             {"SET markor = 9223372036854775807 WHERE nr = 2", "Ett."},
             {"SET bort = 'fel' WHERE nr = 3", "Ett.Två."},
             {"SET dit = CAST(x'FF' AS TEXT) WHERE nr = 2", "Ett."},
             {"SET dit = CAST(x'1B' AS TEXT) WHERE nr = 2", "Ett."},
             {"SET plats = 7 WHERE nr = 3", "Ett.Två."},
             {"SET slag = 'ångrade' WHERE nr = 1", ""},
             {"SET nr = 9 WHERE nr = 1", ""}};
    for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
        struct pair p = run_and_next();
        struct app_kvarlamnat *k;
        struct writing w = begin(&p, 0);
        type_kept(&p, 0, &w, "Ett.");
        type_kept(&p, 0, &w, "Två.");
        type_kept(&p, 0, &w, "Tre.");
        past(&p, arena_printf(&p.a, "UPDATE utkast_steg %s", t[i].harm).p);
        cr_assert_eq(left(&p, &k), 1);
        cr_expect(s8_eqz(k->text, t[i].text), "%s: %.*s", t[i].harm, S8F(k->text));
        editor_free(&w.e);
        close_both(&p);
    }
}

Test(left, damaged_from_the_start_are_not_thrown_away) {
    struct pair p = run_and_next();
    struct app_kvarlamnat *k;
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, "Ett.");
    damage(&p, 1);
    cr_expect_eq(left(&p, &k), 1);
    cr_expect_eq(n_drafts(&p, 1), 1);
    editor_free(&w.e);
    close_both(&p);
}

/* Its step cannot be read, as in a damaged file. */
static void make_unreadable(struct pair *p, long draft) {
    past(p, arena_printf(&p->a,
                         "ALTER TABLE utkast_steg RENAME TO alla_steg; CREATE VIEW utkast_steg AS"
                         " SELECT utkast, nr, slag, fortsatt, plats, bort, markor, tid,"
                         " CASE utkast WHEN %ld THEN abs(-9223372036854775807 - 1) ELSE dit END"
                         " AS dit FROM alla_steg",
                         draft)
                .p);
}

Test(left, that_cannot_be_read_hide_no_others) {
    struct pair p = run_and_next();
    struct app_kvarlamnat *k;
    struct writing w = begin(&p, 0), v = begin_in(&p, 0, POST_SVAR, PUNKT, SVAR_ANTECKNING);
    type_kept(&p, 0, &w, "Ett.");
    type_kept(&p, 0, &v, "Två.");
    make_unreadable(&p, 1);
    cr_assert_eq(left(&p, &k), 2);
    cr_expect(k[0].fel.n && k[0].text.n == 0 && k[0].u.falt == SVAR_MOTIVERING);
    cr_expect_eq(k[1].fel.n, 0);
    EQ(k[1].text, "Två.");
    is(&p, ST_OK, app_utkast_drop_left(&p.app[1], &k[0], &p.err));
    cr_assert_eq(left(&p, &k), 1);
    EQ(k->text, "Två.");
    editor_free(&w.e);
    editor_free(&v.e);
    close_both(&p);
}

Test(left, without_their_betankande_are_given_all_the_same) {
    struct pair p = run_and_next();
    struct app_kvarlamnat *k;
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, "Ett.");
    past(&p, "PRAGMA foreign_keys=OFF; DELETE FROM betankande");
    cr_assert_eq(left(&p, &k), 1);
    cr_expect(k->fel.n && !k->hinder.n);
    EQ(k->text, "Ett.");
    editor_free(&w.e);
    close_both(&p);
}

Test(left, on_a_punkt_that_is_gone_say_so) {
    struct pair p = run_and_next();
    struct app_kvarlamnat *k;
    struct writing w = begin(&p, 0), v = begin_in(&p, 0, POST_AVSNITT, "4.1", AVSNITT_REDOGORELSE),
                   t = begin_in(&p, 0, POST_TEXT, "finns-inte", TEXT_INNEHALL);
    type_kept(&p, 0, &w, "Ett.");
    type_kept(&p, 0, &v, "Två.");
    type_kept(&p, 0, &t, "Tre.");
    past(&p, "DELETE FROM betankande_punkt WHERE avsnitt = '4.4.3' AND nr = 1");
    cr_assert_eq(left(&p, &k), 3);
    EQ(k[0].hinder, "punkt 4.4.3:1 finns inte längre i betänkandet");
    EQ(k[1].hinder, "");
    EQ(k[2].hinder, "textblocket finns-inte finns inte längre i profilen");
    editor_free(&w.e);
    editor_free(&v.e);
    editor_free(&t.e);
    close_both(&p);
}

Test(left, are_saved_or_dropped_as_they_are) {
    struct pair p = run_and_next();
    struct app_kvarlamnat *k;
    struct writing w = begin(&p, 0), v = begin_in(&p, 0, POST_SVAR, PUNKT, SVAR_ANTECKNING);
    type_kept(&p, 0, &w, "Ett.");
    type_kept(&p, 0, &v, "Två.");
    cr_assert_eq(left(&p, &k), 2);
    is(&p, ST_OK, app_utkast_drop_left(&p.app[1], &k[1], &p.err));
    is(&p, ST_OK, app_utkast_save_left(&p.app[1], &p.a, &k[0], &p.err));
    cr_expect_eq(n_drafts(&p, 1), 0);
    open_case(&p, 1);
    EQ(motivering(&p, 1), "Ett.");
    EQ(stands(&p, 1, POST_SVAR, PUNKT, SVAR_ANTECKNING), "");
    editor_free(&w.e);
    editor_free(&v.e);
    close_both(&p);
}

Test(left, in_conflict_stay) {
    struct pair p = run_and_next();
    struct app_kvarlamnat *k;
    set_text(&p, 0, "Ett.");
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, " Två.");
    set_text(&p, 1, "Annat.");
    cr_assert_eq(left(&p, &k), 1);
    cr_expect(k->stale);
    EQ(k->now, "Annat.");
    is(&p, ST_CONFLICT, app_utkast_save_left(&p.app[1], &p.a, k, &p.err));
    cr_expect(text_has(p.err.text, "Båda texterna är kvar."), "%s", p.err.text);
    cr_expect_eq(n_drafts(&p, 1), 1);
    struct post theirs;
    struct writing v = resume(&p, k);
    is(&p, ST_CONFLICT, save(&p, 1, &v, &theirs));
    EQ(theirs.value[SVAR_MOTIVERING], "Annat.");
    editor_free(&w.e);
    editor_free(&v.e);
    close_both(&p);
}

/* What the field was is what the history says, not the text as it was typed. */
Test(left, are_joined_with_what_others_did_in_other_fields) {
    struct pair p = run_and_next();
    struct app_kvarlamnat *k;
    struct str8 nyckel;
    struct app_field f = {S8("rubrik"), S8("Vård")}, g = {S8("rubrik"), S8("Vård och omsorg")};
    is(&p, ST_OK, app_line_add(&p.app[0], &p.a, &p.c[0], POST_RUBRIK, &f, 1, &nyckel, &p.err));
    struct writing w = begin_in(&p, 0, POST_RUBRIK, nyckel.p, RUBRIK_AVSNITT);
    type_kept(&p, 0, &w, "4.3,4.4");
    saved(&p, 0, &w);
    type_kept(&p, 0, &w, ",4.4.3");
    open_case(&p, 1);
    is(&p, ST_OK,
       app_set(&p.app[1], &p.a, &p.c[1], POST_RUBRIK, nyckel, &g, 1, "ändra", NULL, &p.err));
    cr_assert_eq(left(&p, &k), 1);
    is(&p, ST_OK, app_utkast_save_left(&p.app[1], &p.a, k, &p.err));
    open_case(&p, 1);
    EQ(stands(&p, 1, POST_RUBRIK, nyckel.p, RUBRIK_AVSNITT), "4.3, 4.4, 4.4.3");
    EQ(stands(&p, 1, POST_RUBRIK, nyckel.p, RUBRIK_RUBRIK), "Vård och omsorg");
    editor_free(&w.e);
    close_both(&p);
}

Test(left, are_taken_up_by_one) {
    struct pair p = run_and_next();
    struct app_kvarlamnat *k;
    struct writing w = begin(&p, 0), late;
    type_kept(&p, 0, &w, "Ett.");
    cr_assert_eq(left(&p, &k), 1);
    struct writing v = resume(&p, k);
    is(&p, ST_NOT_FOUND, app_utkast_resume(&p.app[0], &p.a, k, &late.d, &late.e, &p.err));
    cr_expect(!late.e);
    is(&p, ST_NOT_FOUND, app_utkast_save_left(&p.app[0], &p.a, k, &p.err));
    EQ(motivering(&p, 0), "(ingen post)");
    cr_expect_eq(n_drafts(&p, 1), 1);
    editor_free(&w.e);
    editor_free(&v.e);
    close_both(&p);
}

Test(left, are_not_taken_over_what_is_being_written) {
    struct pair p = run_and_next();
    struct app_kvarlamnat *k;
    struct writing w = begin(&p, 0), v = begin(&p, 1), late;
    type_kept(&p, 0, &w, "Ett.");
    type_kept(&p, 1, &v, "Två.");
    cr_assert_eq(left(&p, &k), 1);
    is(&p, ST_EXISTS, app_utkast_resume(&p.app[1], &p.a, k, &late.d, &late.e, &p.err));
    cr_expect(!late.e);
    cr_expect_eq(left(&p, &k), 1);
    cr_expect_eq(n_drafts(&p, 1), 2);
    editor_free(&w.e);
    editor_free(&v.e);
    close_both(&p);
}

/* One change at random; sometimes it is saved. */
static void do_something(struct pair *p, struct writing *w, unsigned *seed) {
    static const char *const words[] = {"å", "ord ", "\n", "e\xCC\x81", "en rad till"};
    int what = rand_r(seed) % 10;
    if (what < 4)
        type(p, w, words[rand_r(seed) % 5]);
    else if (what < 6)
        editor_undo(w->e);
    else if (what < 7)
        editor_redo(w->e);
    else if (what < 8)
        editor_delete(w->e, EDITOR_WORD_LEFT);
    else if (what < 9)
        editor_go(w->e, (size_t)rand_r(seed) % (editor_text(w->e).n + 1));
    else
        saved(p, 0, w);
}

/* Whatever is typed, undone and saved, also past a save, what is kept is what was on the screen. */
Test(left, are_what_was_on_the_screen) {
    unsigned seed = 5;
    int times = getenv("YTTRA_LANGPROV") ? 20000 : 500;
    struct pair p = run_and_next();
    struct writing w = begin(&p, 0);
    for (int i = 0; i < times; i++) {
        struct arena a = {0};
        struct app_kvarlamnat *k;
        size_t n;
        do_something(&p, &w, &seed);
        keep(&p, 0, &w);
        is(&p, ST_OK, app_utkast_left(&p.app[1], &a, &k, &n, &p.err));
        struct str8 now = s8_trim_right(editor_text(w.e));
        const struct post *post = arende_post(p.c[0].arende, POST_SVAR, S8(PUNKT));
        cr_assert(n == 1      ? s8_eq(k->text, editor_text(w.e))
                  : w.d.begun ? s8_eq(now, post ? post->value[SVAR_MOTIVERING] : S8(""))
                              : !editor_changed(w.e),
                  "after %d", i);
        arena_free(&a);
    }
    editor_free(&w.e);
    close_both(&p);
}
