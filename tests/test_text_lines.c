/* The editor: lines, and the cursor among them. */
#include <criterion/criterion.h>

#include "base/utf8.h"
#include "test_text_help.h"

static struct editor *with(const char *text) {
    return editor_new(s8_from(text), 0, false);
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
    text_type(e, "\n");
    lines_are(e, "|");
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

Test(lines, of_swedish_prose_stand_as_in_a_book) {
    struct editor *e = with("Nämnden är tveksam till att kommunerna ska ha ett läkarmedverkans"
                            "ansvar – i vart fall utan avtal.\n\n- 12\u00A0§ HSL (se 4.4.3)");
    editor_width(e, 20);
    lines_are(e, "Nämnden är tveksam ~|till att kommunerna ~|ska ha ett ~|läkarmedverkansansva~|"
                 "r – i vart fall utan ~|avtal.||- 12\u00A0§ HSL (se ~|4.4.3)");
    editor_free(&e);
}

Test(lines, a_shortened_word_goes_up) {
    struct editor *e = with("ett två tre fyra fem");
    editor_width(e, 10);
    lines_are(e, "ett två ~|tre fyra ~|fem");
    editor_go(e, 10);
    editor_delete(e, EDITOR_RIGHT);
    editor_delete(e, EDITOR_RIGHT);
    lines_are(e, "ett två t ~|fyra fem");
    editor_undo(e);
    lines_are(e, "ett två ~|tre fyra ~|fem");
    editor_free(&e);
}

Test(lines, do_not_start_inside_a_cluster) {
    struct editor *e = with("abcde \u0308x yz");
    editor_width(e, 5);
    cr_assert_null(text_unsound(e));
    editor_free(&e);
    e = with("abcd \u0308efgh");
    editor_width(e, 5);
    cr_assert_null(text_unsound(e));
    editor_free(&e);
    e = with("ab \u0308x yz");
    editor_width(e, 4);
    cr_assert_null(text_unsound(e));
    editor_free(&e);
}

Test(lines, a_tab_goes_to_every_fourth_column) {
    struct editor *e = with("a\tb\t漢\tå");
    const size_t at[] = {0, 1, 2, 3, 4, 7, 8}, want[] = {0, 1, 4, 5, 8, 10, 12};
    for (size_t i = 0; i < sizeof at / sizeof *at; i++) {
        size_t line, col;
        editor_place(e, at[i], &line, &col);
        cr_assert_eq(col, want[i], "%zu: %zu", at[i], col);
        cr_assert_eq(editor_at(e, 0, want[i]), at[i]);
    }
    cr_assert_eq(editor_at(e, 0, 3), 1); /* inside the first tab */
    cr_assert_eq(editor_at(e, 0, 9), 4); /* inside the wide character */
    editor_free(&e);
}

Test(lines, a_soft_hyphen_is_shown_and_takes_a_column) {
    struct editor *e = with("kom\u00ADmun");
    size_t line, col;
    editor_place(e, 5, &line, &col);
    cr_assert_eq(col, 4);
    editor_width(e, 4);
    lines_are(e, "kom\u00AD~|mun");
    editor_free(&e);
}

Test(lines, end_stays_on_the_row_however_often_it_is_pressed) {
    struct editor *e = with("abcde     fghij klmnopqrstuvw\nslut");
    size_t line, col;
    editor_width(e, 5);
    for (size_t i = 0; i < editor_n_lines(e); i++) {
        editor_go(e, editor_line(e, i).from);
        editor_move(e, EDITOR_LINE_END, false);
        cr_assert_not(editor_move(e, EDITOR_LINE_END, false));
        editor_place(e, editor_cursor(e), &line, &col);
        cr_assert_eq(line, i);
        cr_assert_lt(col, 5);
        editor_move(e, EDITOR_LINE_START, false);
        CURSOR_IS(e, editor_line(e, i).from);
    }
    editor_free(&e);
}

/* ---- what a key costs, in lines broken ---- */

/* Words of a draft in no order that comes back: where it did, lines could be out of step for ever.
 */
static struct editor *one_paragraph(size_t n) {
    static const char *const word[] = {"och",    "kommunen", "avtal",  "att",    "långsiktiga",
                                       "i",      "behöver",  "vården", "enligt", "läkarmedverkan",
                                       "därför", "bör",      "delar",  "inte"};
    struct buf b = {0};
    for (unsigned seed = 1; b.n < n;) {
        seed = seed * 1103515245u + 12345u;
        buf_printf(&b, "%s ", word[(seed >> 16) % (sizeof word / sizeof *word)]);
    }
    struct editor *e = editor_new(buf_str8_of(&b), 0, false);
    buf_free(&b);
    return e;
}

/* Keys of all kinds, here and there from byte 2000 on. */
static size_t cost(struct editor *e, size_t *most) {
    static const char *const key[] = {"x", "å", " ", "\u0308", "langtord", "-", "\n"};
    size_t all = e->broken;
    *most = 0;
    for (unsigned i = 0; i < 700; i++) {
        size_t before = e->broken;
        if (i % 10 == 0)
            editor_go(e, 2000 + i * 2);
        if (i % 4 == 3)
            editor_delete(e, i % 8 == 3 ? EDITOR_LEFT : EDITOR_RIGHT);
        else
            editor_insert(e, s8_from(key[i % 7]), false, NULL);
        *most = e->broken - before > *most ? e->broken - before : *most;
    }
    return e->broken - all;
}

/* A word that has moved moves others, until a line starts where one started before: some lines on,
 * not at the end of the text. */
Test(lines, a_key_breaks_only_those_it_touches) {
    struct editor *e = one_paragraph(20000), *ten = one_paragraph(200000);
    size_t most, most_ten, lines = editor_n_lines(e);
    size_t all = cost(e, &most), all_ten = cost(ten, &most_ten);
    cr_log_info("%zu lines; %zu broken for 700 keys, at most %zu for one", lines, all, most);
    cr_assert_gt(lines, 250);
    cr_assert_lt(all, 700 * 20, "%zu lines for 700 keys", all);
    cr_assert_eq(all, all_ten, "ten times the text: %zu lines, not %zu", all_ten, all);
    cr_assert_eq(most, most_ten);
    cr_assert_null(text_unsound(e));
    editor_free(&e);
    editor_free(&ten);
}
