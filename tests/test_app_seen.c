/* Posts set from a screen, while others set them too. */
#include "tests/test_app.h"

#define PUNKT S8("4.4.3:1")

static enum status seen(struct pair *p, int i, struct str8 falt, struct str8 varde,
                        struct post *theirs) {
    struct app_field f = {falt, varde};
    bool changed = false;
    enum status st = app_set_seen(&p->app[i], &p->a, &p->c[i], POST_SVAR, PUNKT, &f, 1, "svara",
                                  &changed, theirs, &p->err);
    cr_expect_eq(changed, st == ST_OK);
    return st;
}

static struct str8 value(struct pair *p, int i, int f) {
    const struct post *post = arende_post(p->c[i].arende, POST_SVAR, PUNKT);
    return post ? post->value[f] : S8("(ingen post)");
}

#define EQ(got, want) cr_expect(s8_eqz((got), want), "%s is ”%.*s”", #got, S8F(got))

Test(seen, other_fields_are_joined) {
    struct pair p = two_open();
    struct post theirs;
    cr_assert_eq(seen(&p, 0, S8("ställning"), S8("tillstyrker"), &theirs), ST_OK);
    cr_assert_eq(seen(&p, 1, S8("motivering"), S8("Skäl."), &theirs), ST_OK, "%s", p.err.text);
    cr_assert_eq(seen(&p, 0, S8("anteckning"), S8("Not."), &theirs), ST_OK, "%s", p.err.text);
    EQ(value(&p, 0, SVAR_STALLNING), "tillstyrker");
    EQ(value(&p, 0, SVAR_MOTIVERING), "Skäl.");
    EQ(value(&p, 0, SVAR_ANTECKNING), "Not.");
    close_both(&p);
}

Test(seen, the_same_field_is_a_conflict_without_a_file) {
    struct pair p = two_open();
    struct post theirs;
    setenv("YTTRA_NU", "2025-01-29T08:15:00Z", 1);
    cr_assert_eq(seen(&p, 0, S8("ställning"), S8("tillstyrker"), &theirs), ST_OK);
    cr_assert_eq(seen(&p, 1, S8("ställning"), S8("avstyrker"), &theirs), ST_CONFLICT);
    EQ(theirs.value[SVAR_STALLNING], "tillstyrker");
    cr_expect(text_has(p.err.text, "Anna Exempel har ändrat"), "%s", p.err.text);
    cr_expect(text_has(p.err.text, "(2025-01-29 09:15)"), "%s", p.err.text);
    cr_expect(text_has(p.err.text, "Nu står där: ”ställning: "), "%s", p.err.text);
    cr_expect(!text_has(p.err.text, "filen") && !text_has(p.err.text, "kommando"));
    EQ(value(&p, 1, SVAR_STALLNING), "tillstyrker"); /* now it has been seen … */
    cr_assert_eq(seen(&p, 1, S8("ställning"), S8("avstyrker"), &theirs), ST_OK);
    close_both(&p);
}

Test(seen, the_same_value_is_none) {
    struct pair p = two_open();
    struct post theirs;
    struct app_field f = {S8("ställning"), S8("delar")}; /* which is another word for it */
    bool changed = false;
    cr_assert_eq(seen(&p, 0, f.namn, S8("tillstyrker"), &theirs), ST_OK);
    cr_assert_eq(app_set_seen(&p.app[1], &p.a, &p.c[1], POST_SVAR, PUNKT, &f, 1, "svara", &changed,
                              &theirs, &p.err),
                 ST_OK);
    cr_expect(!changed);
    close_both(&p);
}

Test(seen, what_was_removed_is_not_made_again) {
    struct pair p = two_open();
    struct post theirs;
    cr_assert_eq(seen(&p, 0, S8("ställning"), S8("tillstyrker"), &theirs), ST_OK);
    open_case(&p, 1);
    cr_assert_eq(app_remove(&p.app[0], &p.a, &p.c[0], POST_SVAR, PUNKT, &p.err), ST_OK);
    cr_assert_eq(seen(&p, 1, S8("motivering"), S8("Skäl."), &theirs), ST_CONFLICT);
    cr_expect(text_has(p.err.text, "tagit bort"), "%s", p.err.text);
    cr_expect_eq(theirs.version, 0);
    EQ(value(&p, 1, SVAR_STALLNING), "(ingen post)");
    close_both(&p);
}

Test(seen, what_was_changed_is_not_removed) {
    struct pair p = two_open();
    struct post theirs;
    setenv("YTTRA_NU", "2025-01-29T08:15:00Z", 1);
    cr_assert_eq(seen(&p, 0, S8("ställning"), S8("tillstyrker"), &theirs), ST_OK);
    open_case(&p, 1);
    cr_assert_eq(seen(&p, 0, S8("motivering"), S8("Skäl."), &theirs), ST_OK);
    cr_assert_eq(app_remove_seen(&p.app[1], &p.a, &p.c[1], POST_SVAR, PUNKT, &p.err), ST_CONFLICT);
    cr_expect(text_has(p.err.text, "Anna Exempel har ändrat Svar 4.4.3:1 (2025-01-29 09:15)"), "%s",
              p.err.text);
    cr_expect(text_has(p.err.text, "motivering: Skäl.”. Inget har tagits bort."), "%s", p.err.text);
    cr_expect(!text_has(p.err.text, "yttra ") && !text_has(p.err.text, "kommando"));
    EQ(value(&p, 1, SVAR_MOTIVERING), "Skäl."); /* now it has been seen … */
    cr_assert_eq(app_remove_seen(&p.app[1], &p.a, &p.c[1], POST_SVAR, PUNKT, &p.err), ST_OK);
    EQ(value(&p, 1, SVAR_MOTIVERING), "(ingen post)");
    /* … and is gone for the other too. */
    cr_assert_eq(app_remove_seen(&p.app[0], &p.a, &p.c[0], POST_SVAR, PUNKT, &p.err), ST_OK);
    EQ(value(&p, 0, SVAR_MOTIVERING), "(ingen post)");
    close_both(&p);
}

/* ---- the opened ärende follows ---- */

static void add_lines(struct pair *p, int i, const char *const *text, int n) {
    struct str8 nyckel;
    for (int k = 0; k < n; k++) {
        struct app_field f = {S8("text"), s8_from(text[k])};
        cr_assert_eq(
            app_line_add(&p->app[i], &p->a, &p->c[i], POST_BESLUTSPUNKT, &f, 1, &nyckel, &p->err),
            ST_OK);
    }
}

/* The lines' keys in the opened ärende, which are numbered in that order. */
static struct str8 lines(struct pair *p, int i) {
    const struct post_list *l = &p->c[i].arende->post[POST_BESLUTSPUNKT];
    struct str8 s = S8("");
    for (size_t k = 0; k < l->n; k++) {
        cr_expect_eq(l->p[k].ordning, (int)k + 1);
        s = arena_printf(&p->a, "%.*s%.*s", S8F(s), S8F(l->p[k].nyckel));
    }
    return s;
}

static void refresh(struct pair *p, int i, enum post_slag slag, struct str8 nyckel) {
    cr_assert_eq(app_post_refresh(&p->app[i], &p->a, &p->c[i], slag, nyckel, &p->err), ST_OK, "%s",
                 p->err.text);
}

Test(follow, lines_moved_and_removed) {
    static const char *const text[] = {"att ett", "att två", "att tre", "att fyra"};
    struct pair p = two_open();
    add_lines(&p, 0, text, 4);
    open_case(&p, 1);
    cr_assert_eq(app_line_move(&p.app[0], &p.c[0], POST_BESLUTSPUNKT, S8("1"), 3, &p.err), ST_OK);
    EQ(lines(&p, 0), "2314");
    cr_assert_eq(app_line_move(&p.app[0], &p.c[0], POST_BESLUTSPUNKT, S8("4"), 1, &p.err), ST_OK);
    EQ(lines(&p, 0), "4231");
    cr_assert_eq(app_remove(&p.app[0], &p.a, &p.c[0], POST_BESLUTSPUNKT, S8("2"), &p.err), ST_OK);
    EQ(lines(&p, 0), "431");
    EQ(lines(&p, 1), "1234");
    refresh(&p, 1, POST_BESLUTSPUNKT, S8("3"));
    EQ(lines(&p, 1), "431");
    close_both(&p);
}

Test(follow, one_post_read_anew) {
    struct pair p = two_open();
    struct post theirs;
    refresh(&p, 1, POST_SVAR, PUNKT);
    EQ(value(&p, 1, SVAR_STALLNING), "(ingen post)");
    cr_assert_eq(seen(&p, 0, S8("ställning"), S8("tillstyrker"), &theirs), ST_OK);
    refresh(&p, 1, POST_SVAR, PUNKT);
    EQ(value(&p, 1, SVAR_STALLNING), "tillstyrker");
    cr_assert_eq(app_remove(&p.app[0], &p.a, &p.c[0], POST_SVAR, PUNKT, &p.err), ST_OK);
    refresh(&p, 1, POST_SVAR, PUNKT);
    EQ(value(&p, 1, SVAR_STALLNING), "(ingen post)");
    struct app_field f = {S8("dnr"), S8("ON 2025/17")};
    cr_assert_eq(
        app_set(&p.app[0], &p.a, &p.c[0], POST_ARENDE, S8(""), &f, 1, "ange", NULL, &p.err), ST_OK);
    refresh(&p, 1, POST_ARENDE, S8(""));
    EQ(arende_value(p.c[1].arende, ARENDE_DNR), "ON 2025/17");
    close_both(&p);
}
