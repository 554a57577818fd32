/* The editor: writing, undoing, lines, and what its log is good for. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "text/private.h"

static struct error E;

static struct editor *with(const char *text) {
    return editor_new(s8_from(text), 0, false);
}

static void type(struct editor *e, const char *text) {
    for (struct str8 s = s8_from(text); s.n;) {
        size_t len;
        utf8_decode(s, 0, &len);
        cr_assert_eq(editor_insert(e, s8_sub(s, 0, len), false, &E), ST_OK, "%s", E.text);
        s = s8_skip(s, len);
    }
}

static void is(const struct editor *e, const char *want) {
    struct str8 s = editor_text(e);
    cr_assert(s8_eqz(s, want), "”%.*s”, not ”%s”", S8F(s), want);
}

static void lines_are(const struct editor *e, const char *want) {
    struct buf b = {0};
    for (size_t i = 0; i < editor_n_lines(e); i++) {
        struct editor_line l = editor_line(e, i);
        buf_printf(&b, "%s%.*s%s", i ? "|" : "", S8F(s8_sub(editor_text(e), l.from, l.to)),
                   l.soft ? "~" : "");
    }
    cr_assert_str_eq(b.n ? b.p : "", want);
    buf_free(&b);
}

/* ---- writing ---- */

Test(text, what_is_typed_stands_there) {
    struct editor *e = with("");
    type(e, "Nämnden är tveksam.");
    is(e, "Nämnden är tveksam.");
    editor_move(e, EDITOR_WORD_LEFT, false);
    type(e, "inte ");
    is(e, "Nämnden är inte tveksam.");
    editor_free(&e);
}

Test(text, a_combining_character_joins_its_letter) {
    struct editor *e = with("");
    type(e, "a\xCC\x8A");
    is(e, "å");
    cr_assert_eq(editor_cursor(e), 2);
    editor_delete(e, EDITOR_LEFT);
    is(e, "");
    editor_undo(e);
    is(e, "å");
    editor_go(e, 0);
    type(e, "x");
    editor_insert(e, S8("\xCC\x81"), false, &E);
    cr_assert(utf8_valid(editor_text(e), NULL));
    editor_free(&e);
}

Test(text, a_letter_put_before_a_stray_mark_joins_it) {
    struct editor *e = with("x\xCC\x8A");
    editor_go(e, 0);
    editor_delete(e, EDITOR_RIGHT);
    is(e, "");
    editor_free(&e);
    e = with("\xCC\x8A b");
    editor_insert(e, S8("a"), false, &E);
    is(e, "å b");
    cr_assert_eq(editor_cursor(e), 2);
    editor_undo(e);
    is(e, "\xCC\x8A b");
    editor_free(&e);
}

Test(text, a_letter_with_its_marks_is_one_step) {
    struct editor *e = with("ax\xCC\x8A\xCC\xB2y");
    editor_move(e, EDITOR_RIGHT, false);
    editor_move(e, EDITOR_RIGHT, false);
    cr_assert_eq(editor_cursor(e), editor_text(e).n - 1);
    editor_delete(e, EDITOR_LEFT);
    is(e, "ay");
    editor_free(&e);
}

/* U+0600 is shown together with the character after it. */
Test(text, a_character_may_begin_with_a_sign_before_the_letter) {
    struct editor *e = with("a\xD8\x80"
                            "bc");
    editor_go(e, 4);
    editor_move(e, EDITOR_LEFT, false);
    cr_assert_eq(editor_cursor(e), 1);
    editor_free(&e);
}

Test(text, what_is_no_text_is_left_out) {
    struct editor *e = with("");
    cr_assert_eq(editor_insert(e, S8("a\033[31mb\r\nc\rd\x07\xE2\x80\xAE"), true, &E), ST_OK);
    is(e, "a[31mb\nc\nd");
    editor_free(&e);
    e = editor_new(S8(""), 0, true);
    editor_insert(e, S8("en\r\nrad\ttill"), true, &E);
    is(e, "en rad till");
    editor_free(&e);
}

Test(text, no_more_than_there_is_room_for) {
    struct editor *e = editor_new(S8("åäö"), 5, false);
    editor_move(e, EDITOR_TEXT_END, false);
    cr_assert_eq(editor_insert(e, S8("ÅÄ"), true, &E), ST_OK);
    cr_assert_eq(editor_insert(e, S8("Ö"), false, &E), ST_INVALID);
    cr_assert(strstr(E.text, "6 tecken"), "%s", E.text);
    is(e, "åäöÅÄ");
    editor_select_all(e);
    cr_assert_eq(editor_insert(e, S8("12345"), true, &E), ST_OK);
    is(e, "12345");
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
    is(e, "ett\ntre");
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

/* ---- undoing ---- */

Test(undo, takes_a_word_at_a_time) {
    struct editor *e = with("");
    type(e, "ett två, tre");
    editor_undo(e);
    is(e, "ett två, ");
    editor_undo(e);
    is(e, "ett ");
    editor_redo(e);
    is(e, "ett två, ");
    type(e, "fyra");
    cr_assert(!editor_redo(e));
    is(e, "ett två, fyra");
    editor_free(&e);
}

Test(undo, goes_back_to_clean) {
    struct editor *e = with("text");
    cr_assert(!editor_changed(e));
    type(e, "x");
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
    type(e, "före ");
    editor_insert(e, S8("klistrat in"), true, &E);
    type(e, "x");
    editor_undo(e);
    is(e, "före klistrat in");
    editor_undo(e);
    is(e, "före ");
    cr_assert_eq(editor_replace_all(e, S8("allt nytt"), &E), ST_OK);
    is(e, "allt nytt");
    editor_undo(e);
    is(e, "före ");
    editor_free(&e);
}

Test(undo, puts_the_cursor_where_it_was) {
    struct editor *e = with("ett två tre");
    editor_go(e, 4);
    editor_delete(e, EDITOR_WORD_RIGHT);
    editor_move(e, EDITOR_TEXT_END, false);
    editor_undo(e);
    is(e, "ett två tre");
    cr_assert_eq(editor_cursor(e), 4);
    editor_free(&e);
}

/* ---- lines ---- */

Test(lines, are_broken_between_words) {
    struct editor *e = with("Nämnden delar inte utredningens bedömning i avsnitt 4.4.3.\n\nSlut");
    editor_width(e, 20);
    lines_are(e, "Nämnden delar inte ~|utredningens ~|bedömning i avsnitt ~|4.4.3.||Slut");
    editor_free(&e);
}

Test(lines, hang_their_spaces_and_cut_long_words) {
    struct editor *e = with("abcde     fghij klmnopqrstuvw");
    editor_width(e, 5);
    lines_are(e, "abcde     ~|fghij ~|klmno~|pqrst~|uvw");
    editor_free(&e);
    e = with("1\xC2\xA0"
             "100 kr, 漢字漢字");
    editor_width(e, 5);
    lines_are(e, "1\xC2\xA0"
                 "100 ~|kr, ~|漢字~|漢字");
    editor_free(&e);
    e = with("");
    lines_are(e, "");
    type(e, "\n");
    lines_are(e, "|");
    editor_free(&e);
}

/* Unicode lets a line end between a space and the mark that stands on it. */
Test(lines, do_not_end_within_a_character) {
    struct editor *e = with("abcd \xCC\x88"
                            "efgh");
    editor_width(e, 5);
    for (size_t i = 0; i < editor_n_lines(e); i++) {
        size_t from = editor_line(e, i).from;
        editor_go(e, from);
        cr_assert_eq(editor_cursor(e), from);
    }
    editor_free(&e);
}

Test(lines, know_where_the_cursor_is) {
    struct editor *e = with("ett två tre fyra\n\tfem");
    size_t line, col;
    editor_width(e, 8);
    editor_place(e, 9, &line, &col);
    cr_assert(line == 1 && col == 0);
    editor_place(e, 19, &line, &col);
    cr_assert(line == 2 && col == 4, "%zu %zu", line, col);
    cr_assert_eq(editor_at(e, 0, 5), 5);
    cr_assert_eq(editor_at(e, 0, 99), 8);
    editor_go(e, 0);
    editor_move(e, EDITOR_LINE_END, false);
    editor_place(e, editor_cursor(e), &line, &col);
    cr_assert(line == 0 && col == 7, "%zu %zu", line, col);
    editor_free(&e);
}

Test(lines, up_and_down_keep_the_column) {
    struct editor *e = with("abcdefgh\nij\nklmnopqr");
    editor_go(e, 6);
    editor_move(e, EDITOR_DOWN, false);
    cr_assert_eq(editor_cursor(e), 11);
    editor_move(e, EDITOR_DOWN, false);
    cr_assert_eq(editor_cursor(e), 18);
    editor_move(e, EDITOR_UP, false);
    editor_move(e, EDITOR_UP, false);
    cr_assert_eq(editor_cursor(e), 6);
    editor_move_lines(e, 10, false);
    cr_assert_eq(editor_cursor(e), editor_text(e).n);
    editor_free(&e);
}

Test(lines, a_key_breaks_only_those_it_touches) {
    struct buf b = {0};
    while (b.n < 20000)
        buf_str(&b, "Kommunen behöver långsiktiga avtal om läkarmedverkan. ");
    struct editor *e = editor_new(buf_str8_of(&b), 0, false);
    editor_go(e, b.n / 2);
    size_t before = e->broken, all = editor_n_lines(e);
    for (int i = 0; i < 100; i++)
        type(e, i % 7 ? "x" : " ");
    cr_assert(all > 200);
    cr_assert(e->broken - before < 100 * 12, "%zu lines for 100 keys", e->broken - before);
    editor_free(&e);
    buf_free(&b);
}

/* ---- at random ---- */

static unsigned seed;

static unsigned roll(unsigned n) {
    seed = seed * 1103515245u + 12345u;
    return (seed >> 16) % n;
}

static const char *piece(void) {
    static const char *const p[] = {"a",
                                    "å",
                                    " ",
                                    "  ",
                                    "\n",
                                    "\t",
                                    "-",
                                    "ord",
                                    "langtordutanslut",
                                    "\xC2\xA0",
                                    "e\xCC\x81",
                                    "\xCC\x8A",
                                    "漢",
                                    "👨‍👩‍👧",
                                    "🇸🇪",
                                    ".",
                                    "12 §",
                                    "”x”",
                                    "\n\n- ",
                                    "(",
                                    "Kommunen behöver avtal. ",
                                    "x\r\ny",
                                    "\xC2\xAD"};
    return p[roll(sizeof p / sizeof *p)];
}

static void act(struct editor *e) {
    switch (roll(12)) {
    case 0:
        editor_undo(e);
        break;
    case 1:
        editor_redo(e);
        break;
    case 2:
        editor_delete(e, roll(2) ? EDITOR_LEFT : EDITOR_WORD_RIGHT);
        break;
    case 3:
        editor_move(e, (enum editor_move)roll(EDITOR_TEXT_END + 1), roll(3) == 0);
        break;
    case 4:
        editor_go(e, roll((unsigned)editor_text(e).n + 2));
        break;
    case 5:
        if (roll(4) == 0)
            editor_cut(e);
        break;
    case 6:
        if (roll(9) == 0)
            editor_width(e, 2 + roll(40));
        break;
    default:
        editor_insert(e, s8_from(piece()), roll(3) == 0, &E);
    }
}

static void lines_agree(const struct editor *e) {
    struct editor *fresh = editor_new(editor_text(e), 0, false);
    editor_width(fresh, e->width);
    cr_assert_eq(e->n_lines, fresh->n_lines, "%zu lines, not %zu", e->n_lines, fresh->n_lines);
    cr_assert(memcmp(e->start, fresh->start, e->n_lines * sizeof *e->start) == 0);
    editor_free(&fresh);
}

static void sound(const struct editor *e) {
    struct arena a = {0};
    struct str8 s = editor_text(e), again;
    cr_assert(utf8_valid(s, NULL));
    cr_assert_eq(utf8_admit(&a, s, "x", &again, &E), ST_OK);
    cr_assert(s8_eq(s, again), "not NFC");
    cr_assert_eq(e->chars, utf8_count(s));
    size_t at = editor_cursor(e);
    cr_assert(at <= s.n && (at == 0 || utf8_next(s, utf8_prev(s, at)) == at), "inside a cluster");
    arena_free(&a);
}

Test(random, lines_are_those_of_a_fresh_editor) {
    for (seed = 1; seed < 40; seed++) {
        unsigned keep = seed;
        struct editor *e = with("Utredningens bedömning är att det behövs avtal om läkare.\n");
        editor_width(e, 12 + keep % 20);
        for (int i = 0; i < 600; i++) {
            act(e);
            sound(e);
            lines_agree(e);
        }
        editor_free(&e);
        seed = keep;
    }
}

static void same_history(struct editor *a, struct editor *b) {
    do {
        cr_assert(s8_eq(editor_text(a), editor_text(b)));
    } while (editor_undo(a) + editor_undo(b) == 2);
    do {
        cr_assert(s8_eq(editor_text(a), editor_text(b)));
    } while (editor_redo(a) + editor_redo(b) == 2);
}

Test(random, the_log_gives_the_text_and_all_that_can_be_undone) {
    for (seed = 100; seed < 130; seed++) {
        unsigned keep = seed;
        const char *begun = "Börja här.\nOch här.";
        struct editor *e = with(begun), *again = with(begun);
        for (unsigned i = 0; i < 50 + keep % 200; i++)
            act(e);
        for (size_t i = 0; i < editor_n_ops(e); i++) {
            struct editor_op op = editor_op(e, i);
            cr_assert_eq(editor_play(again, &op, &E), ST_OK, "%s", E.text);
        }
        same_history(e, again);
        editor_free(&e);
        editor_free(&again);
        seed = keep;
    }
}

Test(log, that_does_not_fit_changes_nothing) {
    struct editor *e = with("åb");
    const struct editor_op bad[] = {
        {.at = 3, .removed = S8I("b")},          {.at = 9},
        {.at = 1, .inserted = S8I("x")},         {.at = 0, .removed = S8I("x")},
        {.at = 0, .inserted = S8I("\xFF")},      {.at = 0, .inserted = S8I("\033")},
        {.at = 0, .inserted = S8I("e\xCC\x81")}, {.at = 0, .inserted = S8I("x"), .cursor = 9},
        {.at = 2, .inserted = S8I("\xCC\x81")},  {.kind = EDITOR_UNDID, .at = 0},
        {.kind = (enum editor_kind)7, .at = 0},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        cr_assert_eq(editor_play(e, &bad[i], &E), ST_INVALID, "%zu", i);
        is(e, "åb");
    }
    cr_assert_eq(editor_n_ops(e), 0);
    editor_free(&e);
}

Test(log, of_one_line_breaks_none) {
    struct editor *e = editor_new(S8("åb"), 0, true);
    cr_assert_eq(editor_play(e, &(struct editor_op){.inserted = S8I("x\ny")}, &E), ST_INVALID);
    is(e, "åb");
    editor_free(&e);
}

Test(log, says_what_an_undoing_takes_back) {
    struct editor *e = with("");
    type(e, "ett två");
    editor_undo(e);
    editor_redo(e);
    cr_assert_eq(editor_n_ops(e), 13);
    cr_assert_eq(editor_op(e, 7).of, 6);
    cr_assert_eq(editor_op(e, 9).of, 4);
    cr_assert_eq(editor_op(e, 10).of, 9);
    editor_free(&e);
}
