/* Drafts: kept, saved, joined and in conflict. */
#include "tests/test_app_utkast.h"

static size_t n_revisions(struct pair *p, const char *nyckel) {
    struct revision *r;
    size_t n;
    is(p, ST_OK,
       store_revision_list(p->app[0].store, &p->a, 1, POST_SVAR, s8_from(nyckel), 0, &r, &n,
                           &p->err));
    return n;
}

/* ---- keeping ---- */

Test(keep, begins_when_something_is_typed) {
    struct pair p = two_open();
    struct writing w = begin(&p, 0);
    keep(&p, 0, &w);
    cr_expect(n_drafts(&p, 0) == 0 && !w.d.begun);
    type_kept(&p, 0, &w, "Ett");
    cr_expect(n_drafts(&p, 0) == 1 && w.d.begun && w.d.kept == editor_n_ops(w.e));
    is(&p, ST_OK, app_utkast_drop(&p.app[0], &w.d, &p.err));
    cr_expect(n_drafts(&p, 0) == 0 && !w.d.begun);
    editor_free(&w.e);
    close_both(&p);
}

Test(keep, waits_little_and_forgets_nothing) {
    struct pair p = run_and_next();
    struct app_kvarlamnat *k;
    struct writing w = begin(&p, 0), v = begin_in(&p, 0, POST_SVAR, PUNKT, SVAR_ANTECKNING);
    type_kept(&p, 0, &w, "Ett ");
    pid_t pid = hold(&p, 30 * 1000 * 1000);
    type(&p, &w, "två ");
    type(&p, &v, "Först ");
    for (int i = 0; i < 2; i++) {
        is(&p, ST_BUSY, app_utkast_keep(&p.app[0], &w.d, w.e, &p.err));
        is(&p, ST_BUSY, app_utkast_keep(&p.app[0], &v.d, v.e, &p.err));
        type(&p, &w, "tre ");
    }
    end_run(pid);
    type_kept(&p, 0, &w, "fyra");
    type_kept(&p, 0, &v, "sedan");
    cr_assert_eq(left(&p, &k), 2);
    EQ(k[0].text, "Ett två tre tre fyra");
    EQ(k[1].text, "Först sedan");
    /* Saving waits as long as usual: longer than keeping does. */
    pid = hold(&p, 400 * 1000);
    saved(&p, 0, &w);
    end_run(pid);
    editor_free(&w.e);
    editor_free(&v.e);
    close_both(&p);
}

Test(keep, begins_anew_when_the_draft_is_gone) {
    struct pair p = run_and_next();
    struct app_kvarlamnat *k;
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, "Ett ");
    is(&p, ST_OK, store_utkast_drop(p.app[1].store, &w.d.u, &p.err));
    type_kept(&p, 0, &w, "två ");
    type_kept(&p, 0, &w, "tre");
    cr_assert_eq(left(&p, &k), 1);
    EQ(k->text, "Ett två tre");
    struct utkast_steg *steg;
    size_t n;
    is(&p, ST_OK, store_utkast_steg(p.app[0].store, &p.a, &w.d.u, &steg, &n, &p.err));
    cr_expect_eq(n, 3); /* with all that can be undone */
    saved(&p, 0, &w);
    cr_expect_eq(n_drafts(&p, 0), 0);
    EQ(motivering(&p, 0), "Ett två tre");
    editor_free(&w.e);
    close_both(&p);
}

/* ---- saving ---- */

Test(save, makes_a_revision_and_drops_the_draft) {
    struct pair p = two_open();
    set_text(&p, 0, "Ett.");
    struct writing w = begin(&p, 0);
    long version = w.d.u.version;
    type_kept(&p, 0, &w, " Två.\n");
    saved(&p, 0, &w);
    EQ(motivering(&p, 0), "Ett. Två.");
    cr_expect_eq(n_drafts(&p, 0), 0);
    cr_expect_eq(n_revisions(&p, PUNKT), 2);
    cr_expect(!editor_changed(w.e) && !w.d.begun && w.d.u.version == version + 1);
    /* Again, with nothing new: no revision. */
    saved(&p, 0, &w);
    cr_expect_eq(n_revisions(&p, PUNKT), 2);
    /* And on. */
    type_kept(&p, 0, &w, "Tre.");
    saved(&p, 0, &w);
    EQ(motivering(&p, 0), "Ett. Två.\nTre.");
    cr_expect_eq(n_drafts(&p, 0), 0);
    editor_free(&w.e);
    close_both(&p);
}

Test(save, of_nothing_makes_nothing) {
    struct pair p = two_open();
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, "Ett");
    editor_undo(w.e);
    keep(&p, 0, &w);
    saved(&p, 0, &w);
    EQ(motivering(&p, 0), "(ingen post)");
    cr_expect(n_revisions(&p, PUNKT) == 0 && n_drafts(&p, 0) == 0);
    editor_free(&w.e);
    close_both(&p);
}

Test(save, gives_a_new_line_its_key) {
    struct pair p = two_open();
    struct writing w = begin_in(&p, 0, POST_BESLUTSPUNKT, "", BESLUTSPUNKT_TEXT);
    type_kept(&p, 0, &w, "att svara");
    saved(&p, 0, &w);
    EQ(w.d.u.nyckel, "1");
    EQ(stands(&p, 0, POST_BESLUTSPUNKT, "1", BESLUTSPUNKT_TEXT), "att svara");
    type_kept(&p, 0, &w, " ja");
    saved(&p, 0, &w);
    EQ(stands(&p, 0, POST_BESLUTSPUNKT, "1", BESLUTSPUNKT_TEXT), "att svara ja");
    cr_expect_eq(p.c[0].arende->post[POST_BESLUTSPUNKT].n, 1);
    cr_expect_eq(n_drafts(&p, 0), 0);
    editor_free(&w.e);
    close_both(&p);
}

Test(save, refused_leaves_the_draft) {
    struct pair p = two_open();
    struct post theirs;
    struct writing w = begin_in(&p, 0, POST_ARENDE, "", ARENDE_SVARSTID);
    type_kept(&p, 0, &w, "2025-02-30");
    is(&p, ST_INVALID, save(&p, 0, &w, &theirs));
    cr_expect(n_drafts(&p, 0) == 1 && w.d.begun && editor_changed(w.e));
    editor_undo(w.e);
    type(&p, &w, "2025-02-28");
    saved(&p, 0, &w);
    EQ(stands(&p, 0, POST_ARENDE, "", ARENDE_SVARSTID), "2025-02-28");
    cr_expect_eq(n_drafts(&p, 0), 0);
    editor_free(&w.e);
    close_both(&p);
}

Test(save, that_cannot_be_done_changes_nothing) {
    struct pair p = two_open();
    struct post theirs;
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, "Ett");
    store_patience(p.app[0].store, 20);
    pid_t pid = hold(&p, 30 * 1000 * 1000);
    is(&p, ST_BUSY, save(&p, 0, &w, &theirs));
    end_run(pid);
    EQ(motivering(&p, 0), "(ingen post)");
    cr_expect(n_drafts(&p, 0) == 1 && w.d.begun && editor_changed(w.e));
    saved(&p, 0, &w);
    EQ(motivering(&p, 0), "Ett");
    editor_free(&w.e);
    close_both(&p);
}

/* Whichever statement of it fails. */
Test(save, is_all_or_nothing) {
    static const char *const refused[] = {"INSERT ON svar", "INSERT ON revision",
                                          "INSERT ON revision_falt", "DELETE ON utkast"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct pair p = two_open();
        struct post theirs;
        struct writing w = begin(&p, 0);
        type_kept(&p, 0, &w, "Ett");
        past(&p, arena_printf(&p.a,
                              "CREATE TRIGGER nej BEFORE %s BEGIN"
                              " SELECT RAISE(ABORT, 'nej'); END",
                              refused[i])
                     .p);
        is(&p, ST_INVALID, save(&p, 0, &w, &theirs));
        EQ(motivering(&p, 0), "(ingen post)");
        cr_expect(n_drafts(&p, 0) == 1 && w.d.begun && editor_changed(w.e), "%s", refused[i]);
        past(&p, "DROP TRIGGER nej");
        saved(&p, 0, &w);
        EQ(motivering(&p, 0), "Ett");
        cr_expect_eq(n_drafts(&p, 0), 0);
        editor_free(&w.e);
        close_both(&p);
    }
}

/* ---- two at once ---- */

Test(two, are_joined_in_different_fields) {
    struct pair p = two_open();
    set_text(&p, 0, "Ett.");
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, " Två.");
    set(&p, 1, "ställning", "avstyrker");
    saved(&p, 0, &w);
    EQ(motivering(&p, 0), "Ett. Två.");
    EQ(stands(&p, 0, POST_SVAR, PUNKT, SVAR_STALLNING), "avstyrker");
    /* What is written next is a change of that. */
    type(&p, &w, " Tre.");
    saved(&p, 0, &w);
    EQ(motivering(&p, 0), "Ett. Två. Tre.");
    editor_free(&w.e);
    close_both(&p);
}

Test(two, are_joined_where_there_was_nothing) {
    struct pair p = two_open();
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, "Ett.");
    set(&p, 1, "ställning", "tillstyrker");
    saved(&p, 0, &w);
    EQ(motivering(&p, 0), "Ett.");
    EQ(stands(&p, 0, POST_SVAR, PUNKT, SVAR_STALLNING), "tillstyrker");
    editor_free(&w.e);
    close_both(&p);
}

Test(two, who_write_the_same_agree) {
    struct pair p = two_open();
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, "Samma.");
    set_text(&p, 1, "Samma.");
    saved(&p, 0, &w);
    EQ(motivering(&p, 0), "Samma.");
    cr_expect(n_revisions(&p, PUNKT) == 1 && n_drafts(&p, 0) == 0);
    editor_free(&w.e);
    close_both(&p);
}

/* A conflict in which nothing is saved, and what is told of it. */
static void conflicts(struct pair *p, struct writing *w, struct post *theirs, const char *now) {
    struct str8 mine = arena_str8(&p->a, editor_text(w->e));
    is(p, ST_CONFLICT, save(p, 0, w, theirs));
    cr_expect(text_has(p->err.text, "Bo Prov har"), "%s", p->err.text);
    cr_expect(text_has(p->err.text, "(2025-01-29 09:15)"), "%s", p->err.text);
    cr_expect(
        text_has(p->err.text, theirs->version ? "Båda texterna är kvar." : "Din text är kvar."),
        "%s", p->err.text);
    cr_expect(!text_has(p->err.text, "yttra ") && !text_has(p->err.text, "kommando"));
    cr_expect(n_drafts(p, 0) == 1 && w->d.begun && editor_changed(w->e));
    cr_expect(s8_eq(editor_text(w->e), mine));
    open_case(p, 1);
    EQ(motivering(p, 1), now);
}

Test(two, in_one_field_keep_both_texts) {
    struct pair p = two_open();
    struct post theirs;
    set_text(&p, 0, "Ett.");
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, " Annas.");
    setenv("YTTRA_NU", "2025-01-29T08:15:00Z", 1);
    set_text(&p, 1, "Bos.");
    conflicts(&p, &w, &theirs, "Bos.");
    cr_expect(text_has(p.err.text, "ändrat"), "%s", p.err.text);
    EQ(theirs.value[SVAR_MOTIVERING], "Bos.");
    conflicts(&p, &w, &theirs, "Bos."); /* until it is decided */
    app_utkast_over(&w.d, &theirs);
    saved(&p, 0, &w);
    EQ(motivering(&p, 0), "Ett. Annas.");
    cr_expect(n_revisions(&p, PUNKT) == 3 && n_drafts(&p, 0) == 0);
    editor_free(&w.e);
    close_both(&p);
}

Test(two, decided_and_changed_again_is_a_new_conflict) {
    struct pair p = two_open();
    struct post theirs;
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, "Annas.");
    setenv("YTTRA_NU", "2025-01-29T08:15:00Z", 1);
    set_text(&p, 1, "Bos.");
    conflicts(&p, &w, &theirs, "Bos.");
    app_utkast_over(&w.d, &theirs);
    set_text(&p, 1, "Bos igen.");
    conflicts(&p, &w, &theirs, "Bos igen.");
    editor_free(&w.e);
    close_both(&p);
}

Test(two, one_writes_in_what_the_other_removes) {
    struct pair p = two_open();
    struct post theirs;
    set_text(&p, 0, "Ett.");
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, " Två.");
    setenv("YTTRA_NU", "2025-01-29T08:15:00Z", 1);
    open_case(&p, 1);
    is(&p, ST_OK, app_remove(&p.app[1], &p.a, &p.c[1], POST_SVAR, S8(PUNKT), &p.err));
    conflicts(&p, &w, &theirs, "(ingen post)");
    cr_expect(text_has(p.err.text, "tagit bort"), "%s", p.err.text);
    cr_expect_eq(theirs.version, 0);
    app_utkast_over(&w.d, &theirs);
    saved(&p, 0, &w);
    EQ(motivering(&p, 0), "Ett. Två.");
    /* Emptied, it is not made again, and goes out of the opened ärende too. */
    open_case(&p, 1);
    is(&p, ST_OK, app_remove(&p.app[1], &p.a, &p.c[1], POST_SVAR, S8(PUNKT), &p.err));
    editor_go(w.e, 0);
    editor_move(w.e, EDITOR_TEXT_END, true);
    editor_delete(w.e, EDITOR_LEFT);
    is(&p, ST_CONFLICT, save(&p, 0, &w, &theirs));
    app_utkast_over(&w.d, &theirs);
    saved(&p, 0, &w);
    EQ(motivering(&p, 0), "(ingen post)");
    editor_free(&w.e);
    close_both(&p);
}

/* Who only looked has nothing to be asked about; but neither may the older text come back. */
Test(two, one_of_whom_has_changed_nothing) {
    struct pair p = two_open();
    struct post theirs;
    set_text(&p, 0, "Ett.");
    struct writing w = begin(&p, 0);
    type_kept(&p, 0, &w, " Två.");
    editor_undo(w.e);
    keep(&p, 0, &w);
    setenv("YTTRA_NU", "2025-01-29T08:15:00Z", 1);
    set_text(&p, 1, "Bos.");
    saved(&p, 0, &w);
    EQ(motivering(&p, 0), "Bos.");
    cr_expect(n_revisions(&p, PUNKT) == 2 && n_drafts(&p, 0) == 0);
    type_kept(&p, 0, &w, " Tre.");
    conflicts(&p, &w, &theirs, "Bos.");
    editor_free(&w.e);
    close_both(&p);
}

/* That a line was moved meanwhile is no change of it, nor is who moved it to be named. */
Test(two, a_line_that_was_moved) {
    struct pair p = two_open();
    struct post theirs;
    struct str8 first, second;
    struct app_field f = {S8("text"), S8("att ett")};
    is(&p, ST_OK, app_line_add(&p.app[0], &p.a, &p.c[0], POST_BESLUTSPUNKT, &f, 1, &first, &p.err));
    is(&p, ST_OK,
       app_line_add(&p.app[0], &p.a, &p.c[0], POST_BESLUTSPUNKT, &f, 1, &second, &p.err));
    struct writing w = begin_in(&p, 0, POST_BESLUTSPUNKT, first.p, BESLUTSPUNKT_TEXT);
    type_kept(&p, 0, &w, "!");
    open_case(&p, 1);
    is(&p, ST_OK, app_line_move(&p.app[1], &p.c[1], POST_BESLUTSPUNKT, first, 2, &p.err));
    saved(&p, 0, &w);
    type_kept(&p, 0, &w, "!");
    open_case(&p, 1);
    f.varde = S8("att två");
    is(&p, ST_OK,
       app_set(&p.app[1], &p.a, &p.c[1], POST_BESLUTSPUNKT, first, &f, 1, "ändra", NULL, &p.err));
    is(&p, ST_OK, app_line_move(&p.app[0], &p.c[0], POST_BESLUTSPUNKT, first, 1, &p.err));
    is(&p, ST_CONFLICT, save(&p, 0, &w, &theirs));
    cr_expect(text_has(p.err.text, "Bo Prov har ändrat"), "%s", p.err.text);
    editor_free(&w.e);
    close_both(&p);
}
