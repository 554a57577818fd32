/* The editor: undoing, and the log that undoing lives on. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/utf8.h"
#include "test_text_help.h"

static struct error E;

static struct editor *with(const char *text) {
    return editor_new(s8_from(text), 0, false);
}

Test(undo, takes_a_word_at_a_time) {
    struct editor *e = with("");
    text_type(e, "ett två, tre");
    editor_undo(e);
    TEXT_IS(e, "ett två, ");
    editor_undo(e);
    TEXT_IS(e, "ett ");
    editor_redo(e);
    TEXT_IS(e, "ett två, ");
    text_type(e, "fyra");
    cr_assert(!editor_redo(e));
    TEXT_IS(e, "ett två, fyra");
    editor_free(&e);
}

Test(undo, goes_back_to_clean) {
    struct editor *e = with("text");
    cr_assert(!editor_changed(e));
    text_type(e, "x");
    cr_assert(editor_changed(e));
    editor_undo(e);
    cr_assert(!editor_changed(e));
    editor_redo(e);
    editor_clean(e);
    cr_assert(!editor_changed(e));
    editor_undo(e);
    cr_assert(editor_changed(e));
    cr_assert(!editor_undo(e));
    editor_free(&e);
}

Test(undo, a_paste_and_a_replacement_are_steps_of_their_own) {
    struct editor *e = with("");
    text_type(e, "före ");
    editor_insert(e, S8("klistrat in"), true, &E);
    text_type(e, "x");
    editor_undo(e);
    TEXT_IS(e, "före klistrat in");
    editor_undo(e);
    TEXT_IS(e, "före ");
    cr_assert_eq(editor_replace_all(e, S8("allt nytt"), &E), ST_OK);
    TEXT_IS(e, "allt nytt");
    editor_undo(e);
    TEXT_IS(e, "före ");
    editor_free(&e);
}

Test(undo, puts_the_cursor_where_it_was) {
    struct editor *e = with("ett två tre");
    editor_go(e, 4);
    editor_delete(e, EDITOR_WORD_RIGHT);
    editor_move(e, EDITOR_TEXT_END, false);
    editor_undo(e);
    TEXT_IS(e, "ett två tre");
    cr_assert_eq(editor_cursor(e), 4);
    editor_free(&e);
}

Test(undo, ends_a_step_where_the_cursor_is_moved) {
    struct editor *e = with("");
    text_type(e, "abc");
    editor_move(e, EDITOR_LEFT, false);
    text_type(e, "d");
    TEXT_IS(e, "abdc");
    editor_undo(e);
    TEXT_IS(e, "abc");
    editor_undo(e);
    TEXT_IS(e, "");
    editor_free(&e);
}

Test(undo, takes_what_backspace_took_in_one_step_but_not_what_delete_took) {
    struct editor *e = with("abcdef");
    editor_go(e, 3);
    editor_delete(e, EDITOR_LEFT);
    editor_delete(e, EDITOR_LEFT);
    editor_delete(e, EDITOR_RIGHT);
    editor_delete(e, EDITOR_RIGHT);
    TEXT_IS(e, "af");
    editor_undo(e);
    TEXT_IS(e, "adef");
    CURSOR_IS(e, 1);
    editor_undo(e);
    TEXT_IS(e, "abcdef");
    CURSOR_IS(e, 3);
    editor_redo(e);
    editor_redo(e);
    TEXT_IS(e, "af");
    cr_assert_not(editor_redo(e));
    editor_free(&e);
}

Test(undo, a_cut_is_a_step_of_its_own) {
    struct editor *e = with("ett\ntvå\ntre");
    editor_go(e, 5);
    editor_delete(e, EDITOR_LEFT);
    editor_cut(e);
    TEXT_IS(e, "ett\ntre");
    editor_undo(e);
    TEXT_IS(e, "ett\nvå\ntre");
    CURSOR_IS(e, 4);
    editor_free(&e);
}

Test(undo, a_replacement_is_as_small_as_it_can_be) {
    struct editor *e = with("ett två tre");
    editor_go(e, 9); /* before tre */
    cr_assert_eq(editor_replace_all(e, S8("ett tvåhundra tre"), &E), ST_OK);
    CURSOR_IS(e, 15);
    cr_assert(s8_eqz(editor_op(e, 0).inserted, "hundra"));
    cr_assert_eq(editor_op(e, 0).removed.n, 0);
    cr_assert_eq(editor_replace_all(e, editor_text(e), &E), ST_OK);
    cr_assert_eq(editor_n_ops(e), 1);
    editor_undo(e);
    TEXT_IS(e, "ett två tre");
    CURSOR_IS(e, 9);
    cr_assert_not(editor_changed(e));
    editor_free(&e);
    e = with("å"); /* ä has its first byte */
    cr_assert_eq(editor_replace_all(e, S8("ä"), &E), ST_OK);
    cr_assert(s8_eqz(editor_op(e, 0).inserted, "ä"));
    TEXT_IS(e, "ä");
    editor_free(&e);
}

Test(log, that_does_not_fit_changes_nothing) {
    struct editor *e = with("åb");
    const struct editor_op bad[] = {
        {.at = 3, .removed = S8I("b")},          {.at = 9},
        {.at = 1, .inserted = S8I("x")},         {.at = 0, .removed = S8I("x")},
        {.at = 0, .inserted = S8I("\xFF")},      {.at = 0, .inserted = S8I("\033")},
        {.at = 0, .inserted = S8I("e\xCC\x81")}, {.at = 0, .inserted = S8I("x"), .cursor = 9},
        {.at = 2, .inserted = S8I("\u0301")},    {.kind = EDITOR_UNDID, .at = 0},
        {.kind = (enum editor_kind)7, .at = 0},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        cr_assert_eq(editor_play(e, &bad[i], &E), ST_INVALID, "%zu", i);
        TEXT_IS(e, "åb");
    }
    cr_assert_eq(editor_n_ops(e), 0);
    editor_free(&e);
}

Test(log, says_what_an_undoing_takes_back) {
    struct editor *e = with("");
    text_type(e, "ett två");
    editor_undo(e);
    editor_redo(e);
    cr_assert_eq(editor_n_ops(e), 13);
    cr_assert_eq(editor_op(e, 7).of, 6);
    cr_assert_eq(editor_op(e, 9).of, 4);
    cr_assert_eq(editor_op(e, 10).of, 9);
    editor_free(&e);
}

Test(log, a_step_may_not_leave_a_text_that_is_not_nfc) {
    struct editor *e = with("ab");
    const struct editor_op ring = {.at = 1, .inserted = S8I("\u030A"), .cursor = 3};
    cr_assert_eq(editor_play(e, &ring, &E), ST_INVALID);
    cr_assert(strstr(E.text, "utkastet"), "%s", E.text);
    TEXT_IS(e, "ab");
    editor_free(&e);
    e = with("a\n\u030A");
    const struct editor_op join = {.at = 1, .removed = S8I("\n"), .cursor = 1};
    cr_assert_eq(editor_play(e, &join, &E), ST_INVALID);
    TEXT_IS(e, "a\n\u030A");
    editor_free(&e);
}

Test(log, a_line_end_does_not_come_into_an_editor_for_one_line) {
    struct editor *e = editor_new(S8("a"), 0, true);
    const struct editor_op op = {.at = 1, .inserted = S8I("\n"), .cursor = 2};
    cr_assert_eq(editor_play(e, &op, &E), ST_INVALID);
    TEXT_IS(e, "a");
    editor_free(&e);
}

Test(log, a_played_cursor_stands_between_clusters) {
    struct editor *e = with("x");
    const struct editor_op op = {.at = 1, .inserted = S8I("å👨‍👩‍👧"), .cursor = 5};
    cr_assert_eq(editor_play(e, &op, &E), ST_OK);
    cr_assert_null(text_unsound(e));
    cr_assert_eq(editor_op(e, 0).cursor, editor_cursor(e));
    editor_free(&e);
}

Test(log, undoing_in_a_played_editor_shows_what_was_undone) {
    struct editor *e = with("början, slutet"), *again = with("början, slutet");
    editor_move(e, EDITOR_TEXT_END, false);
    text_type(e, "x");
    editor_go(e, 1);
    editor_delete(e, EDITOR_LEFT);
    for (size_t i = 0; i < editor_n_ops(e); i++) {
        struct editor_op op = editor_op(e, i);
        cr_assert_eq(editor_play(again, &op, &E), ST_OK, "%s", E.text);
    }
    editor_undo(again);
    TEXT_IS(again, "början, slutetx");
    CURSOR_IS(again, 1);
    editor_free(&e);
    editor_free(&again);
}
