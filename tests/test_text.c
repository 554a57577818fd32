/* The editor: what is written, the cursor, the selection. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/utf8.h"
#include "test_text_help.h"

static struct error E;

static struct editor *with(const char *text) {
    return editor_new(s8_from(text), 0, false);
}

Test(text, what_is_typed_stands_there) {
    struct editor *e = with("");
    text_type(e, "Nämnden är tveksam.");
    TEXT_IS(e, "Nämnden är tveksam.");
    editor_move(e, EDITOR_WORD_LEFT, false);
    text_type(e, "inte ");
    TEXT_IS(e, "Nämnden är inte tveksam.");
    editor_free(&e);
}

Test(text, a_combining_character_joins_its_letter) {
    struct editor *e = with("");
    text_type(e, "a\xCC\x8A");
    TEXT_IS(e, "å");
    cr_assert_eq(editor_cursor(e), 2);
    editor_delete(e, EDITOR_LEFT);
    TEXT_IS(e, "");
    editor_undo(e);
    TEXT_IS(e, "å");
    editor_go(e, 0);
    text_type(e, "x");
    editor_insert(e, S8("\xCC\x81"), false, &E);
    cr_assert(utf8_valid(editor_text(e), NULL));
    editor_free(&e);
}

Test(text, a_letter_put_before_a_stray_mark_joins_it) {
    struct editor *e = with("x\xCC\x8A");
    editor_go(e, 0);
    editor_delete(e, EDITOR_RIGHT);
    TEXT_IS(e, "");
    editor_free(&e);
    e = with("\xCC\x8A b");
    editor_insert(e, S8("a"), false, &E);
    TEXT_IS(e, "å b");
    cr_assert_eq(editor_cursor(e), 2);
    editor_undo(e);
    TEXT_IS(e, "\xCC\x8A b");
    editor_free(&e);
}

Test(text, a_letter_with_its_marks_is_one_step) {
    struct editor *e = with("ax\xCC\x8A\xCC\xB2y");
    editor_move(e, EDITOR_RIGHT, false);
    editor_move(e, EDITOR_RIGHT, false);
    cr_assert_eq(editor_cursor(e), editor_text(e).n - 1);
    editor_delete(e, EDITOR_LEFT);
    TEXT_IS(e, "ay");
    editor_free(&e);
}

/* U+0600 is shown together with the character after it. */
Test(text, a_character_may_begin_with_a_sign_before_the_letter) {
    struct editor *e = with("a\u0600bc");
    editor_go(e, 4);
    editor_move(e, EDITOR_LEFT, false);
    CURSOR_IS(e, 1);
    editor_free(&e);
}

Test(text, what_is_no_text_is_left_out) {
    struct editor *e = with("");
    cr_assert_eq(editor_insert(e, S8("a\033[31mb\r\nc\rd\x07\xE2\x80\xAE"), true, &E), ST_OK);
    TEXT_IS(e, "a[31mb\nc\nd");
    editor_free(&e);
    e = editor_new(S8(""), 0, true);
    editor_insert(e, S8("en\r\nrad\ttill"), true, &E);
    TEXT_IS(e, "en rad till");
    editor_free(&e);
}

Test(text, no_more_than_there_is_room_for) {
    struct editor *e = editor_new(S8("åäö"), 5, false);
    editor_move(e, EDITOR_TEXT_END, false);
    cr_assert_eq(editor_insert(e, S8("ÅÄ"), true, &E), ST_OK);
    cr_assert_eq(editor_insert(e, S8("Ö"), false, &E), ST_INVALID);
    cr_assert(strstr(E.text, "6 tecken"), "%s", E.text);
    TEXT_IS(e, "åäöÅÄ");
    editor_go(e, 0);
    editor_move(e, EDITOR_TEXT_END, true);
    cr_assert_eq(editor_insert(e, S8("12345"), true, &E), ST_OK);
    TEXT_IS(e, "12345");
    editor_free(&e);
}

Test(text, is_selected_by_mark_and_by_shift) {
    struct editor *e = with("ett två tre");
    size_t from, to;
    editor_toggle_mark(e);
    editor_move(e, EDITOR_WORD_RIGHT, false);
    cr_assert(editor_selection(e, &from, &to) && from == 0 && to == 4);
    editor_toggle_mark(e);
    cr_assert(!editor_selection(e, &from, &to));
    editor_move(e, EDITOR_WORD_RIGHT, true);
    cr_assert(editor_selection(e, &from, &to) && from == 4);
    editor_move(e, EDITOR_LEFT, false);
    cr_assert(!editor_selection(e, &from, &to));
    editor_free(&e);
}

Test(text, cutting_without_a_selection_takes_the_paragraph) {
    struct editor *e = with("ett\ntvå\ntre");
    editor_go(e, 5);
    cr_assert(s8_eqz(editor_copied(e), "två\n"));
    editor_cut(e);
    TEXT_IS(e, "ett\ntre");
    editor_free(&e);
}

Test(text, words_are_those_of_the_reader) {
    struct editor *e = with("12 kap. 3 a § HSL, och");
    const size_t at[] = {3, 8, 10, 15, 20, 23};
    for (size_t i = 0; i < sizeof at / sizeof *at; i++) {
        editor_move(e, EDITOR_WORD_RIGHT, false);
        cr_assert_eq(editor_cursor(e), at[i], "%zu: %zu", i, editor_cursor(e));
    }
    editor_move(e, EDITOR_WORD_LEFT, false);
    cr_assert_eq(editor_cursor(e), 20);
    editor_free(&e);
}

Test(text, what_is_not_utf8_is_refused) {
    struct editor *e = with("åb");
    cr_assert_eq(editor_insert(e, S8("x\xE5"), true, &E), ST_INVALID);
    cr_assert(strstr(E.text, "UTF-8"), "%s", E.text);
    cr_assert_eq(editor_replace_all(e, S8("\xFF"), &E), ST_INVALID);
    TEXT_IS(e, "åb");
    cr_assert_eq(editor_n_ops(e), 0);
    editor_free(&e);
}

Test(text, a_paste_from_the_web_has_line_ends_of_its_own) {
    struct editor *e = with("");
    editor_insert(e, S8("\uFEFFett\u2028två\u2029tre\uFEFF"), true, &E);
    TEXT_IS(e, "ett\ntvå\ntre");
    editor_free(&e);
    e = editor_new(S8(""), 0, true);
    cr_assert_eq(editor_replace_all(e, S8("ett\ntvå"), &E), ST_OK);
    TEXT_IS(e, "ett två");
    editor_free(&e);
}

/* `in` pasted in `text` where "|" stands gives `want`, as one step to undo. */
static void pastes(const char *text, const char *in, const char *want) {
    struct str8 whole = s8_from(text), after = whole;
    struct str8 before = s8_cut(&after, '|');
    struct arena a = {0};
    struct str8 begun = arena_printf(&a, "%.*s%.*s", S8F(before), S8F(after));
    struct editor *e = editor_new(begun, 0, false);
    editor_go(e, before.n);
    cr_assert_eq(editor_insert(e, s8_from(in), true, &E), ST_OK, "%s", E.text);
    TEXT_IS(e, want);
    cr_assert_null(text_replay_differs(e, begun));
    editor_undo(e);
    TEXT_IS(e, begun.p);
    editor_free(&e);
    arena_free(&a);
}

Test(text, a_list_pasted_from_word_is_a_list) {
    pastes("|", "Skäl:\r\u2022\tett\r\u2022\ttvå\r", "Skäl:\n- ett\n- två\n");
    pastes("|", "\u00B7       ett\n\u00B7       två", "- ett\n- två");
    pastes("|", "\uF0B7\tett\n\uF0B7\ttvå", "- ett\n- två");
    pastes("|", "\u2013\tett\n\u2013\ttvå", "- ett\n- två");
    pastes("|", "o\tett", "- ett");
}

Test(text, a_pasted_list_keeps_its_levels) {
    pastes("|", "\u2022\ta\no\tb\n\u25AA\tc\no\td\n\u2022\te", "- a\n  - b\n    - c\n  - d\n- e");
    pastes("  |", "\u2022\ta\no\tb", "  - a\n    - b");
    pastes("- |", "\u2022\ta\n\u2022\tb", "- a\n- b");
}

Test(text, what_is_no_item_does_not_join_the_pasted_list) {
    pastes("|", "\u2022\tett\nNämnden anser\n\u2022\ttvå", "- ett\n\nNämnden anser\n- två");
    pastes("|", "\u2022\tett som går\nvidare här\n\u2022\ttvå",
           "- ett som går\n  vidare här\n- två");
    pastes("|", "\u2022\tett\n\nsedan", "- ett\n\nsedan");
    pastes("|", "\u2022\tett\n1. två", "- ett\n\n1. två");
    pastes("|Slut.", "\u2022\tett\n", "- ett\n\nSlut.");
    pastes("|- två", "\u2022\tett\n", "- ett\n- två");
}

Test(text, a_bullet_elsewhere_is_pasted_as_it_is) {
    pastes("så |", "\u2022\tett\n\u2022\ttvå", "så \u2022\tett\n- två");
    pastes("|", "a \u2022 b\n\u2022\n\u2013 Nej.\n  o så",
           "a \u2022 b\n\u2022\n\u2013 Nej.\n  o så");
    struct editor *e = with("");
    editor_insert(e, S8("\u2022\tett"), false, &E);
    TEXT_IS(e, "\u2022\tett");
    editor_free(&e);
    e = editor_new(S8(""), 0, true);
    editor_insert(e, S8("\u2022\tett\n\u2022\ttvå"), true, &E);
    TEXT_IS(e, "\u2022 ett \u2022 två");
    editor_free(&e);
}

Test(text, an_a_with_a_ring_is_one_character_and_one_backspace) {
    struct editor *e = editor_new(S8(""), 1, false);
    text_type(e, "a\u030A");
    TEXT_IS(e, "å");
    cr_assert(editor_delete(e, EDITOR_LEFT));
    TEXT_IS(e, "");
    cr_assert_not(editor_delete(e, EDITOR_LEFT));
    editor_free(&e);
}

Test(text, what_meets_when_something_goes_is_composed) {
    struct editor *e = with("a\n\u030A b");
    editor_go(e, 1);
    cr_assert(editor_delete(e, EDITOR_RIGHT));
    TEXT_IS(e, "å b");
    CURSOR_IS(e, 2);
    cr_assert(editor_undo(e));
    TEXT_IS(e, "a\n\u030A b");
    CURSOR_IS(e, 1);
    editor_free(&e);
}

Test(text, the_cursor_stands_after_what_was_composed) {
    struct editor *e = with("aö");
    editor_go(e, 1);
    text_type(e, "\u030A");
    TEXT_IS(e, "åö");
    CURSOR_IS(e, 2);
    editor_free(&e);
}

Test(text, marks_come_in_the_order_of_unicode) {
    struct editor *e = with("");
    text_type(e, "a\u030A\u0323"); /* the dot below goes first */
    TEXT_IS(e, "\u1EA1\u030A");
    CURSOR_IS(e, editor_text(e).n);
    editor_undo(e);
    TEXT_IS(e, "");
    editor_free(&e);
}

Test(text, a_family_and_a_flag_are_one_step_each) {
    struct editor *e = with("x👨‍👩‍👧🇸🇪y");
    size_t n = editor_text(e).n;
    editor_move(e, EDITOR_TEXT_END, false);
    editor_move(e, EDITOR_LEFT, false);
    editor_move(e, EDITOR_LEFT, false);
    CURSOR_IS(e, n - 1 - sizeof "🇸🇪" + 1);
    editor_move(e, EDITOR_LEFT, false);
    CURSOR_IS(e, 1);
    editor_delete(e, EDITOR_RIGHT);
    TEXT_IS(e, "x🇸🇪y");
    editor_free(&e);
}

Test(text, the_cursor_never_stands_inside_a_cluster) {
    struct editor *e = with("å👨‍👩‍👧b");
    for (size_t at = 0; at < editor_text(e).n + 3; at++) {
        editor_go(e, at);
        cr_assert_null(text_unsound(e), "%zu", at);
        cr_assert_leq(editor_cursor(e), at);
    }
    editor_free(&e);
}

Test(text, a_step_to_the_side_leaves_a_selection_at_its_end) {
    struct editor *e = with("ett två tre");
    editor_go(e, 4);
    editor_move(e, EDITOR_WORD_RIGHT, true);
    cr_assert(editor_move(e, EDITOR_LEFT, false));
    CURSOR_IS(e, 4);
    editor_move(e, EDITOR_WORD_RIGHT, true);
    cr_assert_not(editor_move(e, EDITOR_RIGHT, false));
    CURSOR_IS(e, 9);
    editor_go(e, 0);
    editor_move(e, EDITOR_TEXT_END, true);
    editor_move(e, EDITOR_LEFT, false);
    CURSOR_IS(e, 0);
    editor_free(&e);
}

Test(text, what_is_typed_takes_the_place_of_the_selection) {
    struct editor *e = with("ett två tre");
    editor_go(e, 4);
    editor_move(e, EDITOR_WORD_RIGHT, true);
    text_type(e, "två!");
    TEXT_IS(e, "ett två!tre");
    editor_undo(e);
    TEXT_IS(e, "ett två tre");
    CURSOR_IS(e, 9);
    editor_free(&e);
}

Test(text, control_and_backspace_takes_the_word_before) {
    struct editor *e = with("ett två, tre");
    editor_move(e, EDITOR_TEXT_END, false);
    editor_delete(e, EDITOR_WORD_LEFT);
    TEXT_IS(e, "ett två, ");
    editor_delete(e, EDITOR_WORD_LEFT);
    TEXT_IS(e, "ett ");
    editor_undo(e);
    TEXT_IS(e, "ett två, ");
    editor_free(&e);
}

Test(text, paragraphs_are_walked_over_empty_lines) {
    struct editor *e = with("ett\n\ntvå\ntre");
    editor_move(e, EDITOR_PARA_DOWN, false);
    CURSOR_IS(e, 5);
    editor_move(e, EDITOR_RIGHT, false);
    editor_move(e, EDITOR_PARA_UP, false);
    CURSOR_IS(e, 5);
    editor_move(e, EDITOR_PARA_UP, false);
    CURSOR_IS(e, 0);
    editor_free(&e);
}
