/* The screen's parts that need no ärende: the grid, keys, the table of actions, lists, the
 * clipboard's sequence. */
#include <criterion/criterion.h>
#include <string.h>

#include "ui/clip.h"
#include "ui/theme.h"
#include "ui/view.h"

static struct arena A;

static const char *row_of(const struct grid *g, int row) {
    struct buf b = {0};
    grid_row(g, row, &b);
    const char *s = arena_str8(&A, buf_str8_of(&b)).p;
    buf_free(&b);
    return s;
}

static struct grid small(int rows, int cols) {
    struct grid g = {0};
    grid_resize(&g, rows, cols);
    return g;
}

/* ---- the grid ---- */

Test(grid, text_is_clipped_at_its_columns_and_at_the_edge) {
    struct grid g = small(2, 10);
    cr_assert_eq(grid_puts(&g, 0, 2, 4, STYLE_NORMAL, "abcdef"), 6);
    cr_assert_str_eq(row_of(&g, 0), "  abcd");
    cr_assert_eq(grid_puts(&g, 1, 7, -1, STYLE_NORMAL, "åäöå"), 10);
    cr_assert_str_eq(row_of(&g, 1), "       åäö");
    grid_free(&g);
}

Test(grid, what_lies_outside_is_passed_over) {
    struct grid g = small(2, 10);
    grid_puts(&g, -1, 0, -1, STYLE_NORMAL, "x");
    grid_puts(&g, 2, 0, -1, STYLE_NORMAL, "x");
    grid_puts(&g, 0, 10, -1, STYLE_NORMAL, "x");
    grid_fill(&g, 5, 0, 10, STYLE_BAR);
    grid_cursor(&g, 7, 99);
    cr_assert_str_eq(row_of(&g, 0), "");
    cr_assert_eq(g.cursor_row, 1);
    cr_assert_eq(g.cursor_col, 9);
    grid_free(&g);
}

Test(grid, nothing_that_drives_a_terminal_gets_through) {
    struct grid g = small(1, 40);
    grid_puts(&g, 0, 0, -1, STYLE_NORMAL,
              "a\033[31mb\tc\xC2\x9B"
              "d\x7F\n"
              "e\xE2\x80\xAE"
              "f\xFFg");
    cr_assert_str_eq(row_of(&g, 0), "a�[31mb c�d��e�f�g");
    grid_free(&g);
}

Test(grid, a_wide_character_is_never_halved) {
    struct grid g = small(1, 6);
    cr_assert_eq(grid_puts(&g, 0, 0, 3, STYLE_NORMAL, "漢字"), 2);
    cr_assert_str_eq(row_of(&g, 0), "漢");
    grid_puts(&g, 0, 1, 1, STYLE_NORMAL, "x");
    cr_assert_str_eq(row_of(&g, 0), " x");
    grid_puts(&g, 0, 2, -1, STYLE_NORMAL, "字");
    grid_fill(&g, 0, 2, 1, STYLE_NORMAL);
    cr_assert_str_eq(row_of(&g, 0), " x");
    grid_free(&g);
}

Test(grid, a_combining_character_joins_the_one_before) {
    struct grid g = small(1, 6);
    cr_assert_eq(grid_puts(&g, 0, 0, -1, STYLE_NORMAL, "q\xCC\x8Ax"), 2);
    cr_assert_eq(g.cell[0].c[1], 0x30A);
    cr_assert_eq(g.cell[1].c[0], 'x');
    grid_free(&g);
}

Test(grid, a_clipped_text_says_so) {
    struct grid g = small(1, 10);
    grid_put_clipped(&g, 0, 0, 8, STYLE_NORMAL, S8("kort"));
    cr_assert_str_eq(row_of(&g, 0), "kort");
    grid_put_clipped(&g, 0, 0, 8, STYLE_NORMAL, S8("avsnitt 4.4.3"));
    cr_assert_str_eq(row_of(&g, 0), "avsnitt…");
    grid_clear(&g);
    grid_put_clipped(&g, 0, 4, -1, STYLE_NORMAL, S8("avsnitt"));
    cr_assert_str_eq(row_of(&g, 0), "    avsni…");
    grid_free(&g);
}

Test(grid, a_small_character_set_gets_other_characters) {
    struct grid g = small(1, 20);
    g.charset = "ISO-8859-1";
    grid_puts(&g, 0, 0, -1, STYLE_NORMAL, "åäö ”x” – …漢");
    struct str8 row = s8_from(row_of(&g, 0));
    cr_assert(s8_starts(row, S8("åäö \"x\" -")), "%s", row.p);
    cr_assert(s8_find(row, S8("漢")) < 0 && s8_find(row, S8("–")) < 0);
    grid_free(&g);
}

static void wraps(const char *text, int cols, const char *want) {
    struct grid_lines l;
    struct buf b = {0};
    grid_wrap(&A, s8_from(text), cols, &l);
    for (size_t i = 0; i < l.n; i++)
        buf_printf(&b, "%s%.*s", i ? "|" : "", S8F(l.line[i]));
    cr_assert_str_eq(b.n ? b.p : "", want);
    buf_free(&b);
}

Test(grid, paragraphs_are_broken_between_words) {
    wraps("Nämnden delar inte bedömningen", 12, "Nämnden|delar inte|bedömningen");
    wraps("", 12, "");
    wraps("en\n\ntvå", 12, "en||två");
    wraps("oändligtlångtord kort", 8, "oändligt|långtord|kort");
    wraps("1\xC2\xA0"
          "100 kr",
          5,
          "1\xC2\xA0"
          "100|kr");
}

Test(grid, lists_keep_their_indentation) {
    wraps("starta med --teckenkod UTF-8", 14, "starta med|--teckenkod|UTF-8");
    wraps("till /tmp/ett-två-tre.txt nu", 18, "till /tmp/|ett-två-tre.txt nu");
    wraps("a -x b", 3, "a|-x|b");
    wraps("- första saken\n- andra", 13, "- första|  saken|- andra");
    wraps("12. tolv saker här", 14, "12. tolv saker|    här");
}

/* ---- keys and actions ---- */

static void called(keycode k, const char *want) {
    char name[KEY_NAME_MAX];
    cr_assert_str_eq(keycode_name(k, name), want);
}

Test(keys, have_swedish_names) {
    called(K_CTRL('K'), "Ctrl-K");
    called(K_ENTER, "Enter");
    called(K_ESC, "Esc");
    called(K_CONTROL | K_LEFT, "Ctrl-Vänster");
    called(K_SHIFT | K_DOWN, "Shift-Ned");
    called(K_MARK, "Ctrl-Blanksteg");
    called(K_F1, "F1");
    called(0xE5, "å");
    called(K_ALT | 'b', "Alt-b");
    called(K_BACKTAB, "Shift-Tab");
}

/* In every place where a key can be pressed: the combinations that views make. */
static const unsigned combined[] = {
    W_COMMAND | W_LIST | W_ARENDEN,
    W_COMMAND | W_LIST | W_NYTT,
    W_COMMAND | W_LIST | W_ARENDE | W_CASE,
    W_COMMAND | W_LIST | W_FORM | W_CASE,
    W_COMMAND | W_LIST | W_RADER | W_CASE,
    W_COMMAND | W_LIST | W_TEXTER | W_CASE,
    W_COMMAND | W_LIST | W_FORHAND | W_CASE,
    W_COMMAND | W_LIST | W_GRANSKA | W_CASE,
    W_COMMAND | W_LIST | W_HISTORIK | W_CASE,
    W_COMMAND | W_LIST | W_LAS | W_CASE,
    W_COMMAND | W_LIST | W_SOK | W_CASE,
    W_COMMAND | W_LIST | W_HJALP,
    W_COMMAND | W_LIST | W_KONFLIKT | W_CASE,
    W_COMMAND | W_LIST | W_UTKAST,
    W_WRITING | W_TEXT,
    W_WRITING | W_LINE,
};

Test(actions, a_key_means_one_thing_in_a_place) {
    size_t n;
    const struct action_row *t = action_table(&n);
    for (size_t c = 0; c < sizeof combined / sizeof *combined; c++)
        for (size_t i = 0; i < n; i++)
            for (int k = 0; k < ACTION_KEYS && t[i].keys[k]; k++) {
                if (!(t[i].where & combined[c]))
                    continue;
                int found = action_find(combined[c], t[i].keys[k]);
                char name[KEY_NAME_MAX];
                const struct action_row *first = action_row(combined[c], found);
                /* A more special place may take a key from a more general one. */
                bool special = first < &t[i] && !(first->where & t[i].where);
                cr_assert(found == t[i].id || special, "%s is both %d and %d",
                          keycode_name(t[i].keys[k], name), found, t[i].id);
            }
}

Test(actions, everything_can_be_done_without_function_keys_and_alt) {
    size_t n;
    const struct action_row *t = action_table(&n);
    for (size_t i = 0; i < n; i++) {
        bool plain = false;
        for (int k = 0; k < ACTION_KEYS && t[i].keys[k]; k++) {
            keycode bare = t[i].keys[k];
            plain = plain || (!(bare & K_ALT) && (bare < K_F1 || bare >= K_NAMED));
        }
        cr_assert(plain, "action %d", t[i].id);
    }
}

Test(actions, nothing_hangs_on_a_key_that_screen_or_tmux_takes) {
    size_t n;
    const struct action_row *t = action_table(&n);
    for (size_t i = 0; i < n; i++) {
        bool free_of_them = false;
        for (int k = 0; k < ACTION_KEYS && t[i].keys[k]; k++)
            free_of_them =
                free_of_them || (t[i].keys[k] != K_CTRL('A') && t[i].keys[k] != K_CTRL('B'));
        cr_assert(free_of_them, "action %d", t[i].id);
    }
}

Test(actions, each_one_is_in_the_table_with_a_sentence) {
    size_t n;
    const struct action_row *t = action_table(&n);
    for (int id = A_HELP; id < A_N; id++)
        cr_assert(id == A_STANCE || action_row(~0u, id), "action %d has no key", id);
    for (size_t i = 0; i < n; i++) {
        struct str8 s = s8_from(t[i].hjalp);
        cr_assert(s8_ends(s, S8(".")) || s8_ends(s, S8("…")), "%s", t[i].hjalp);
    }
}

Test(actions, each_place_of_the_table_is_in_the_manual) {
    size_t n, m;
    const struct action_row *t = action_table(&n);
    const struct action_place *p = action_places(&m);
    for (size_t i = 0; i < n; i++) {
        bool listed = false;
        for (size_t k = 0; k < m; k++)
            listed = listed || t[i].where & p[k].where;
        cr_assert(listed, "%s", t[i].hjalp);
    }
}

/* ---- lists ---- */

Test(list, keeps_its_focus_in_sight) {
    struct list l = {0};
    list_set(&l, 100);
    list_fit(&l, 10);
    list_act(&l, A_LAST);
    list_fit(&l, 10);
    cr_assert(l.at == 99 && l.top == 90);
    list_act(&l, A_PAGE_UP);
    list_fit(&l, 10);
    cr_assert(l.at == 90 && l.top == 90);
    list_act(&l, A_UP);
    list_fit(&l, 10);
    cr_assert(l.at == 89 && l.top == 89);
    list_set(&l, 3);
    list_fit(&l, 10);
    cr_assert(l.at == 2 && l.top == 0);
    list_set(&l, 0);
    cr_assert(list_act(&l, A_DOWN) && l.at == 0);
    cr_assert(!list_act(&l, A_OPEN));
}

/* ---- clipboard and colours ---- */

static void copies(const char *text, bool screen, const char *want) {
    struct buf b = {0};
    clip_sequence(s8_from(text), screen, &b);
    cr_assert_str_eq(b.n ? b.p : "", want);
    buf_free(&b);
}

Test(clip, is_base64_in_osc_52) {
    copies("", false, "\033]52;c;\a");
    copies("a", false, "\033]52;c;YQ==\a");
    copies("ab", false, "\033]52;c;YWI=\a");
    copies("abc", false, "\033]52;c;YWJj\a");
    copies("åäö", false, "\033]52;c;w6XDpMO2\a");
    copies("abc", true, "\033P\033]52;c;YWJj\a\033\\");
}

Test(clip, sends_nothing_that_a_terminal_would_not_take) {
    struct buf long_text = {0}, out = {0};
    buf_repeat(&long_text, 'x', 80000);
    clip_sequence(buf_str8_of(&long_text), false, &out);
    cr_assert_eq(out.n, 0);
    buf_free(&long_text);
    buf_free(&out);
}

Test(theme, every_meaning_shows_without_colour) {
    const enum style meaning[] = {STYLE_FOCUS,   STYLE_SELECTED, STYLE_BAR,
                                  STYLE_WARNING, STYLE_ERROR,    STYLE_KEY};
    for (size_t i = 0; i < sizeof meaning / sizeof *meaning; i++) {
        struct look l = theme_look(meaning[i]);
        cr_assert(l.bold || l.reverse || l.underline);
    }
}
