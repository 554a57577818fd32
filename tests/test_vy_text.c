/* Writing, conflicts and drafts, as the user sees them. */
#include <criterion/criterion.h>

#include <stdio.h>

#include "db/sql.h"
#include "vy.h"

/* The editor on the motivation of 4.1:1. */
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

Test(text, is_a_draft_until_it_is_saved) {
    struct vy *v = writing("Små ord.");
    cr_assert(vy_has(v, "Utkast") && vy_has(v, "Små ord."));
    cr_assert_str_eq(saved(v), "");
    vy_keys(v, "<Ctrl-S>");
    cr_assert(vy_has(v, "Sparat") && vy_has(v, "Texten är sparad."));
    cr_assert_str_eq(saved(v), "Små ord.");
    vy_keys(v, " Fler.<Esc>");
    cr_assert_str_eq(saved(v), "Små ord. Fler.");
    cr_assert(vy_has(v, "Små ord. Fler."));
    vy_stop(v);
}

Test(text, left_as_it_was_makes_no_revision) {
    struct vy *v = writing("x<Ctrl-Z><Esc>");
    vy_keys(v, "h");
    cr_assert(vy_has(v, "svara") && !vy_has(v, "skriv "), "%s", vy_screen(v));
    vy_stop(v);
}

Test(text, lists_go_on_and_end) {
    struct vy *v = writing("- ett<Enter>två<Enter><Enter>Slut.<Ctrl-S>");
    cr_assert_str_eq(saved(v), "- ett\n- två\n\nSlut.");
    vy_keys(v, "<Enter><Enter>9. nio<Enter>tio<Ctrl-S>");
    cr_assert_str_eq(saved(v), "- ett\n- två\n\nSlut.\n\n9. nio\n10. tio");
    vy_stop(v);
}

Test(text, clipboard_moves_a_selection) {
    struct vy *v =
        writing("ett två tre<Home><Ctrl-Blanksteg><Ctrl-F><Ctrl-X><End> <Ctrl-V><Ctrl-S>");
    cr_assert_str_eq(saved(v), "två tre ett ");
    vy_keys(v, "<Home><Shift-Höger><Shift-Höger><Shift-Höger><Ctrl-C>");
    cr_assert_eq(v->n_copied, 1);
    cr_assert(s8_eqz(buf_str8_of(&v->copied), "två"));
    vy_keys(v, "<Ctrl-K><Ctrl-S>");
    cr_assert_str_eq(saved(v), "två");
    vy_stop(v);
}

Test(text, the_rest_of_a_paragraph_is_taken_and_then_its_line_end) {
    struct vy *v = writing("abc<Enter><Enter>def<Enter>ghi<Ctrl-Home><Höger><Ctrl-K><Ctrl-S>");
    cr_assert_str_eq(saved(v), "a\n\ndef\nghi");
    vy_keys(v, "<Ctrl-K><Ctrl-S>");
    cr_assert_str_eq(saved(v), "a\ndef\nghi");
    vy_keys(v, "<Ctrl-K><Ctrl-S>");
    cr_assert_str_eq(saved(v), "adef\nghi");
    vy_keys(v, "<Ctrl-K><Ctrl-S>");
    cr_assert_str_eq(saved(v), "a\nghi");
    vy_keys(v, "<Ctrl-K><Ctrl-K><Ctrl-K><Ctrl-S>");
    cr_assert_str_eq(saved(v), "a");
    vy_stop(v);
}

Test(text, a_paste_is_undone_at_one_stroke) {
    struct vy *v = writing("före ");
    vy_paste(v, "en\r\ntvå\x1b[31m\ttre");
    vy_keys(v, "<Ctrl-S>");
    cr_assert_str_eq(saved(v), "före en\ntvå[31m\ttre");
    vy_keys(v, "<Ctrl-Z><Ctrl-S>");
    cr_assert_str_eq(saved(v), "före ");
    vy_keys(v, "<Ctrl-Y><Ctrl-Y>");
    cr_assert(vy_has(v, "Det finns inget att göra om."));
    vy_stop(v);
}

static enum status other_editor(struct vy *v, struct str8 in, struct buf *out, struct error *err) {
    (void)v, (void)err;
    buf_printf(out, "%.*s och mer", S8F(in));
    return ST_OK;
}

static enum status broken_editor(struct vy *v, struct str8 in, struct buf *out, struct error *err) {
    (void)v, (void)in, (void)out;
    return error_set(err, ST_REFUSED, "”ed” avslutades med ett fel, så texten är som den var");
}

Test(text, another_editor_gives_its_text_back) {
    struct vy *v = writing("här");
    v->editor = other_editor;
    vy_keys(v, "<Ctrl-O><Ctrl-S>");
    cr_assert_str_eq(saved(v), "här och mer");
    vy_keys(v, "<Ctrl-Z><Ctrl-S>");
    cr_assert_str_eq(saved(v), "här");
    v->editor = broken_editor;
    vy_keys(v, "<Ctrl-O>");
    cr_assert(vy_has(v, "avslutades med ett fel"));
    vy_keys(v, "<Ctrl-S>");
    cr_assert_str_eq(saved(v), "här");
    vy_stop(v);
}

Test(text, scrolls_with_the_cursor) {
    struct vy *v = writing("");
    for (int i = 0; i < 60; i++) {
        char line[40];
        snprintf(line, sizeof line, "rad %d<Enter>", i);
        vy_keys(v, line);
    }
    cr_assert(vy_has(v, "rad 59") && !vy_has(v, "rad 1 "));
    vy_keys(v, "<Ctrl-Home>");
    cr_assert(vy_has(v, "rad 0") && !vy_has(v, "rad 59"));
    vy_keys(v, "<PgDn><PgDn>X<Ctrl-S>");
    cr_assert_eq(vy_cursor(v).col, 1);
    vy_keys(v, "<Ctrl-End>");
    cr_assert(vy_has(v, "rad 59"));
    vy_stop(v);
}

Test(text, follows_a_version_that_is_restored) {
    struct vy *v = writing("första<Ctrl-S> andra<Ctrl-S>");
    vy_keys(v, "<Ctrl-R><Ned>rj");
    cr_assert_str_eq(saved(v), "första");
    vy_keys(v, "q");
    cr_assert(vy_has(v, "första") && !vy_has(v, "andra"), "%s", vy_screen(v));
    vy_keys(v, " ny<Ctrl-S>");
    cr_assert_str_eq(saved(v), "första ny");
    vy_stop(v);
}

/* ---- two write ---- */

static struct vy *clash(void) {
    struct vy *v = writing("Grund.<Ctrl-S> Mitt.");
    vy_other_set(v, 1, POST_SVAR, "4.1:1", SVAR_MOTIVERING, "Deras.");
    vy_keys(v, "<Esc>");
    cr_assert(vy_has(v, "två har skrivit samtidigt") && vy_has(v, "Handläggare B har ändrat"));
    cr_assert(vy_has(v, "Grund. Mitt.") && vy_has(v, "Deras."));
    cr_assert_str_eq(saved(v), "Deras.");
    return v;
}

static bool in_history(struct vy *v, const char *text) {
    struct revision *r;
    size_t n;
    struct error e;
    cr_assert_eq(store_revision_list(v->app.store, &v->a, 1, POST_SVAR, S8("4.1:1"), 0, &r, &n, &e),
                 ST_OK);
    for (size_t i = 0; i < n; i++)
        if (s8_eqz(r[i].post.value[SVAR_MOTIVERING], text))
            return true;
    return false;
}

Test(conflict, mine_is_saved_and_theirs_is_in_the_history) {
    struct vy *v = clash();
    vy_keys(v, "m");
    cr_assert_str_eq(saved(v), "Grund. Mitt.");
    cr_assert(in_history(v, "Deras."));
    vy_keys(v, "<Esc>");
    cr_assert(!vy_has(v, "samtidigt"));
    vy_stop(v);
}

Test(conflict, theirs_stays_and_mine_is_in_the_history) {
    struct vy *v = clash();
    vy_keys(v, "d");
    cr_assert_str_eq(saved(v), "Deras.");
    cr_assert(in_history(v, "Grund. Mitt."));
    cr_assert(vy_has(v, "Deras."));
    vy_stop(v);
}

Test(conflict, theirs_is_not_chosen_unseen) {
    struct vy *v = clash();
    vy_other_set(v, 1, POST_SVAR, "4.1:1", SVAR_MOTIVERING, "Deras igen.");
    vy_keys(v, "d");
    cr_assert(vy_has(v, "har ändrats igen") && vy_has(v, "Deras igen."));
    cr_assert_str_eq(saved(v), "Deras igen.");
    cr_assert(!in_history(v, "Grund. Mitt."));
    vy_keys(v, "d");
    cr_assert_str_eq(saved(v), "Deras igen.");
    cr_assert(in_history(v, "Grund. Mitt."));
    vy_stop(v);
}

Test(conflict, both_are_joined_and_written_on) {
    struct vy *v = clash();
    vy_keys(v, "b");
    cr_assert(vy_has(v, "Grund. Mitt.") && vy_has(v, "Deras."));
    cr_assert_str_eq(saved(v), "Deras.");
    vy_keys(v, "<Esc>");
    cr_assert_str_eq(saved(v), "Grund. Mitt.\n\nDeras.");
    vy_stop(v);
}

Test(conflict, can_be_put_off_and_comes_again) {
    struct vy *v = clash();
    vy_keys(v, "q");
    cr_assert(vy_has(v, "Din text är kvar här, men inte sparad."));
    vy_keys(v, " Mer.<Esc>");
    cr_assert(vy_has(v, "två har skrivit samtidigt"));
    vy_other_set(v, 1, POST_SVAR, "4.1:1", SVAR_MOTIVERING, "Deras igen.");
    vy_keys(v, "m");
    cr_assert(vy_has(v, "har ändrats igen") && vy_has(v, "Deras igen."));
    vy_keys(v, "m");
    cr_assert_str_eq(saved(v), "Grund. Mitt. Mer.");
    cr_assert(in_history(v, "Deras igen."));
    vy_stop(v);
}

Test(conflict, at_the_end_keeps_the_draft) {
    struct vy *v = clash();
    vy_keys(v, "<Ctrl-Q>");
    vy_restart(v);
    cr_assert(vy_has(v, "kvarlämnade utkast") && vy_has(v, "Grund. Mitt."));
    cr_assert(vy_has(v, "Någon har sparat en annan text där"));
    cr_assert_str_eq(saved(v), "Deras.");
    vy_stop(v);
}

Test(conflict, of_a_draft_that_was_left_is_compared_at_once) {
    struct vy *v = clash();
    vy_keys(v, "<Ctrl-Q>");
    vy_restart(v);
    vy_keys(v, "s");
    cr_assert(vy_has(v, "två har skrivit samtidigt") && vy_has(v, "Den andra texten (d)"), "%s",
              vy_screen(v));
    cr_assert(vy_has(v, "Grund. Mitt.") && vy_has(v, "Deras."));
    vy_keys(v, "m");
    cr_assert_str_eq(saved(v), "Grund. Mitt.");
    cr_assert(in_history(v, "Deras."));
    vy_keys(v, "<Esc>");
    cr_assert_eq(v->ui.depth, 2, "in the ärende, once");
    vy_restart(v);
    cr_assert(!vy_has(v, "kvarlämnade"));
    vy_stop(v);
}

Test(draft, going_back_leads_to_those_that_are_left) {
    struct vy *v = writing("ett");
    vy_restart(v);
    vy_keys(v, "<Esc><Enter>4.1.1:1<Enter><Enter>Två.");
    vy_restart(v);
    cr_assert(vy_has(v, "Svar 4.1:1") && vy_has(v, "Svar 4.1.1:1"), "%s", vy_screen(v));
    vy_keys(v, "<Enter>.<Esc>");
    cr_assert_str_eq(saved(v), "ett.");
    vy_keys(v, "q");
    cr_assert(vy_has(v, "kvarlämnade utkast") && !vy_has(v, "Svar 4.1:1"), "%s", vy_screen(v));
    cr_assert(vy_has(v, "Svar 4.1.1:1"));
    vy_stop(v);
}

Test(conflict, must_be_settled_before_the_end) {
    struct vy *v = clash();
    vy_keys(v, "<Ctrl-Q>");
    cr_assert(!v->ui.done && vy_has(v, "Välj först vilken text som ska gälla"));
    vy_keys(v, "m<Ctrl-Q>");
    cr_assert(v->ui.done);
    cr_assert_str_eq(saved(v), "Grund. Mitt.");
    vy_stop(v);
}

Test(draft, saved_from_the_list_is_what_the_text_below_has) {
    struct vy *v = writing("ett<Ctrl-S>");
    ui_end(&v->ui);
    vy_keys(v, " två");
    vy_restart(v);
    vy_keys(v, "s");
    cr_assert(vy_has(v, "ett två"), "%s", vy_screen(v));
    vy_keys(v, " tre<Ctrl-S>");
    cr_assert_str_eq(saved(v), "ett två tre");
    vy_stop(v);
}

Test(conflict, other_fields_are_joined_without_a_word) {
    struct vy *v = writing("Mina skäl.");
    vy_other_set(v, 1, POST_SVAR, "4.1:1", SVAR_STALLNING, "avstyrker");
    vy_keys(v, "<Esc>");
    cr_assert_str_eq(saved(v), "Mina skäl.");
    cr_assert_str_eq(vy_saved(v, 1, POST_SVAR, "4.1:1", SVAR_STALLNING), "avstyrker");
    cr_assert(vy_has(v, "Ställning: delar inte"));
    vy_stop(v);
}

/* ---- drafts ---- */

Test(draft, is_written_on_with_all_that_can_be_undone) {
    struct vy *v = writing("ett två");
    vy_restart(v);
    cr_assert(vy_has(v, "kvarlämnade utkast") && vy_has(v, "ett två"));
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "motivering till 4.1:1"));
    vy_keys(v, " tre<Ctrl-Z><Ctrl-Z><Ctrl-Z>");
    cr_assert(vy_has(v, "ett") && !vy_has(v, "två"));
    vy_keys(v, "<Ctrl-Y><Esc>");
    cr_assert_str_eq(saved(v), "ett två");
    vy_restart(v);
    cr_assert(!vy_has(v, "kvarlämnade"));
    vy_stop(v);
}

Test(draft, a_space_at_the_end_is_there_the_next_time) {
    struct vy *v = writing("Jag vill ");
    vy_restart(v);
    vy_keys(v, "<Enter>säga<Ctrl-Z>");
    vy_keys(v, "<Esc>");
    cr_assert_str_eq(saved(v), "Jag vill ");
    vy_keys(v, "<Enter>framhålla.<Esc>");
    cr_assert_str_eq(saved(v), "Jag vill framhålla.");
    vy_keys(v, "<Enter><Enter>   <Esc>");
    cr_assert_str_eq(saved(v), "Jag vill framhålla.", "blank lines are no text");
    vy_keys(v, "<Enter><Ctrl-A><Ctrl-K>  <Esc>");
    cr_assert_str_eq(saved(v), "");
    vy_stop(v);
}

Test(draft, is_saved_or_thrown_away) {
    struct vy *v = writing("sparas");
    vy_restart(v);
    vy_keys(v, "s");
    cr_assert_str_eq(saved(v), "sparas");
    cr_assert(!vy_has(v, "kvarlämnade"));
    vy_stop(v);
    v = writing("kastas");
    vy_restart(v);
    vy_keys(v, "kn");
    cr_assert(vy_has(v, "kvarlämnade"));
    vy_keys(v, "kj");
    cr_assert(!vy_has(v, "kvarlämnade"));
    cr_assert_str_eq(saved(v), "");
    vy_restart(v);
    cr_assert(!vy_has(v, "kvarlämnade"));
    vy_stop(v);
}

Test(draft, left_alone_is_offered_again) {
    struct vy *v = writing("kvar");
    vy_restart(v);
    vy_keys(v, "q");
    cr_assert(!vy_has(v, "kvarlämnade"));
    vy_restart(v);
    cr_assert(vy_has(v, "kvarlämnade") && vy_has(v, "kvar"));
    vy_stop(v);
}

Test(draft, of_a_text_block_is_found) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_keys(v, "x<Enter>Vi sammanfattar.");
    vy_restart(v);
    cr_assert(vy_has(v, "Text sammanfattning"));
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "Vi sammanfattar."));
    vy_keys(v, "<Esc>");
    cr_assert_str_eq(vy_saved(v, 1, POST_TEXT, "sammanfattning", TEXT_INNEHALL),
                     "Vi sammanfattar.");
    cr_assert(vy_has(v, "texter"));
    vy_stop(v);
}

/* ---- a punkt that is gone ---- */

static size_t n_drafts(struct vy *v) {
    struct utkast *u;
    size_t n;
    cr_assert_eq(store_utkast_list(v->app.store, &v->a, v->app.vem, 1, &u, &n, NULL), ST_OK);
    return n;
}

/* Left behind on a punkt that the betänkande no longer has. */
static struct vy *placeless(void) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_keys(v, "8.3:1<Enter><Enter>Små ord.");
    vy_other_drops_punkt(v, "8.3");
    vy_restart(v);
    cr_assert(vy_has(v, "kvarlämnade utkast") && vy_has(v, "Små ord."), "%s", vy_screen(v));
    cr_assert(vy_has(v, "Punkt 8.3:1 finns inte längre i betänkandet, så utkastet kan inte sparas. "
                        "Kopiera texten (c) eller kasta den (k)."),
              "%s", vy_screen(v));
    return v;
}

/* It stands among the others, and says what it is. */
Test(placeless, draft_hides_no_others) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_keys(v, "8.3:1<Enter><Enter>Små ord.");
    vy_restart(v);
    vy_keys(v, "q<Enter>4.1:1<Enter><Enter>Andra ord.");
    vy_other_drops_punkt(v, "8.3");
    vy_restart(v);
    cr_assert(vy_has(v, "Svar 8.3:1: Motivering, kan inte sparas"), "%s", vy_screen(v));
    cr_assert(vy_has(v, "Svar 4.1:1: Motivering, 10 tecken"), "%s", vy_screen(v));
    vy_keys(v, "<Ned>s");
    cr_assert_str_eq(saved(v), "Andra ord.");
    cr_assert(vy_has(v, "Svar 8.3:1: Motivering, kan inte sparas") && !vy_has(v, "4.1:1"));
    vy_stop(v);
}

Test(placeless, draft_that_cannot_be_read_says_why) {
    struct vy *v = vy_start(24, 80);
    struct error err = {0};
    struct sql *db;
    vy_case(v);
    vy_keys(v, "8.3:1<Enter><Enter>Små ord.");
    cr_assert_eq(sql_open(v->databas.p, &db, &err), ST_OK);
    cr_assert_eq(sql_script(db, "PRAGMA foreign_keys=OFF; DELETE FROM betankande", &err), ST_OK);
    sql_close(&db);
    vy_restart(v);
    cr_assert(vy_has(v, "> Ärende 1, Svar 8.3:1: Motivering, kan inte läsas"), "%s", vy_screen(v));
    cr_assert(vy_has(v, "Utkastet kan inte läsas: ") && vy_has(v, "Små ord."));
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "kvarlämnade utkast") && v->ui.tone == TONE_WARNING);
    vy_keys(v, "ckj");
    cr_assert(s8_eqz(buf_str8_of(&v->copied), "Små ord."));
    cr_assert_eq(n_drafts(v), 0);
    vy_stop(v);
}

Test(placeless, draft_can_be_left_where_it_is) {
    struct vy *v = placeless();
    vy_keys(v, "<Enter>s");
    cr_assert(vy_has(v, "kvarlämnade utkast") && v->ui.tone == TONE_WARNING);
    vy_keys(v, "q");
    cr_assert(!vy_has(v, "kvarlämnade utkast"));
    vy_keys(v, "<Ctrl-Q>");
    cr_assert(v->ui.done);
    ui_end(&v->ui);
    vy_restart(v);
    cr_assert(vy_has(v, "kvarlämnade utkast") && vy_has(v, "Små ord."));
    vy_stop(v);
}

Test(placeless, draft_is_copied_to_another_place_and_thrown_away) {
    struct vy *v = placeless();
    vy_keys(v, "c");
    cr_assert(s8_eqz(buf_str8_of(&v->copied), "Små ord."));
    vy_keys(v, "kj");
    cr_assert(!vy_has(v, "kvarlämnade"));
    cr_assert_eq(n_drafts(v), 0);
    vy_keys(v, "<Enter>4.1:1<Enter><Enter><Ctrl-V><Ctrl-S>");
    cr_assert_str_eq(saved(v), "Små ord.");
    vy_stop(v);
}

/* The ärende is read anew under the help. */
Test(placeless, text_being_written_can_be_left) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_keys(v, "8.3:1<Enter><Enter>Små ord.<Ctrl-G>");
    vy_other_drops_punkt(v, "8.3");
    vy_keys(v, "<Ned>q<Ctrl-S>");
    cr_assert(vy_has(v, "Små ord.") && v->ui.tone == TONE_ERROR, "%s", vy_screen(v));
    vy_keys(v, " Fler.<Esc>");
    cr_assert(vy_has(v, "Punkt 8.3:1 finns inte längre i betänkandet, så texten kan inte sparas "
                        "där."),
              "%s", vy_screen(v));
    cr_assert(!vy_has(v, "motivering till"));
    vy_keys(v, "<Ctrl-Q>");
    cr_assert(v->ui.done);
    ui_end(&v->ui);
    vy_restart(v);
    cr_assert(vy_has(v, "kvarlämnade utkast") && vy_has(v, "Små ord. Fler."));
    vy_stop(v);
}

Test(placeless, text_with_nothing_in_it_leaves_nothing) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_keys(v, "8.3:1<Enter><Enter>x<Backsteg><Ctrl-G>");
    vy_other_drops_punkt(v, "8.3");
    vy_keys(v, "<Ned>q<Esc>");
    cr_assert_eq(n_drafts(v), 0, "%s", vy_screen(v));
    cr_assert(!vy_has(v, "motivering till"));
    vy_stop(v);
}

Test(placeless, line_being_written_can_be_left_and_the_program_ended) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_keys(v, "8.3:1<Enter>c<Ned><Enter>villkoret<Ctrl-G>");
    vy_other_drops_punkt(v, "8.3");
    vy_keys(v, "<Ned>q<Ctrl-Q>");
    cr_assert(v->ui.done, "%s", vy_screen(v));
    cr_assert_eq(n_drafts(v), 1, "%s", vy_screen(v));
    vy_stop(v);
}

/* ---- places ---- */

Test(place, the_cursor_is_where_it_was) {
    struct vy *v = writing("ett två tre<Ctrl-B><Ctrl-Q>");
    cr_assert(v->ui.done);
    ui_end(&v->ui);
    vy_restart(v);
    vy_keys(v, "X<Ctrl-S>");
    cr_assert_str_eq(saved(v), "ett två Xtre");
    vy_stop(v);
}

Test(place, every_arende_has_its_own) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_keys(v, "5.3:2<Enter>");
    ui_end(&v->ui);
    vy_keys(v, "q");
    vy_case(v);
    vy_keys(v, "8.3<Enter>");
    ui_end(&v->ui);
    vy_restart(v);
    cr_assert(vy_find(v, "> ").row >= 0 && vy_has(v, "> 8.3:1"), "%s", vy_screen(v));
    vy_keys(v, "q<Home><Enter>");
    cr_assert(vy_has(v, "5.3:2") || vy_has(v, "8.3:1"));
    vy_stop(v);
}
