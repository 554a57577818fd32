/* The editor, at random: whatever is done, what must hold holds. */
#include <criterion/criterion.h>

#include "base/utf8.h"
#include "test_text_help.h"

static struct error E;
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
                                    "\xC2\xAD",
                                    "\u0323",
                                    "\u200D",
                                    "🏽",
                                    "\u0600",
                                    "x👩",
                                    "\u1100",
                                    "\u1161",
                                    " \u0308",
                                    "\u2022\tx\no\ty\n",
                                    "\uF0B7\u0308\nz"};
    return p[roll(sizeof p / sizeof *p)];
}

static void move(struct editor *e) {
    switch (roll(5)) {
    case 0:
        editor_go(e, roll((unsigned)editor_text(e).n + 2));
        break;
    case 1:
        editor_move_lines(e, (long)roll(11) - 5, roll(3) == 0);
        break;
    case 2:
        if (roll(4) == 0)
            editor_toggle_mark(e);
        break;
    default:
        editor_move(e, (enum editor_move)roll(EDITOR_TEXT_END + 1), roll(3) == 0);
    }
}

/* What another program might give back: the text with a piece put in or taken out. */
static void replace_all(struct editor *e) {
    struct arena a = {0};
    struct str8 s = editor_text(e);
    size_t at = utf8_prev(s, roll((unsigned)s.n + 1)), to = at + roll(2) * 9;
    if (to > at)
        to = utf8_next(s, utf8_prev(s, to));
    struct str8 head = s8_sub(s, 0, at), tail = s8_skip(s, to), text;
    text = arena_printf(&a, "%.*s%s%.*s", S8F(head), piece(), S8F(tail));
    cr_assert_eq(editor_replace_all(e, text, &E), ST_OK, "%s", E.text);
    arena_free(&a);
}

static void rare(struct editor *e) {
    switch (roll(12)) {
    case 0:
        editor_cut(e);
        break;
    case 1:
        replace_all(e);
        break;
    case 2:
        editor_clean(e);
        break;
    case 3:
        editor_go(e, 0);
        editor_move(e, EDITOR_TEXT_END, true);
        editor_move(e, EDITOR_LEFT, roll(2));
        break;
    case 4:
        editor_width(e, 2 + roll(40));
        break;
    default:
        editor_delete(e, EDITOR_WORD_LEFT);
    }
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
        editor_delete(e, roll(2) ? EDITOR_LEFT : EDITOR_RIGHT);
        break;
    case 3:
    case 4:
        move(e);
        break;
    case 5:
        rare(e);
        break;
    default:
        cr_assert_eq(editor_insert(e, s8_from(piece()), roll(3) == 0, &E), ST_OK, "%s", E.text);
    }
}

Test(random, text_cursor_and_lines_stay_sound) {
    for (unsigned run = 1; run < 40; run++) {
        struct editor *e = editor_new(
            S8("Utredningens bedömning är att det behövs avtal om läkare.\n"), 0, run % 8 == 0);
        seed = run;
        if (run % 8 == 0)
            editor_replace_all(e, S8("en rad"), &E);
        editor_width(e, 2 + run % 30);
        for (int i = 0; i < 500; i++) {
            act(e);
            cr_assert_null(text_unsound(e), "run %u, step %d: %s", run, i, text_unsound(e));
        }
        editor_free(&e);
    }
}

Test(random, the_log_gives_text_cursor_and_all_that_can_be_undone) {
    for (unsigned run = 1; run < 60; run++) {
        struct str8 begun = S8("Börja här.\nOch här.");
        struct editor *e = editor_new(begun, 0, false);
        seed = 1000 + run;
        for (unsigned i = 0; i < 300; i++) {
            size_t n = editor_n_ops(e);
            act(e);
            if (n < editor_n_ops(e))
                CURSOR_IS(e, editor_op(e, editor_n_ops(e) - 1).cursor);
            if (roll(25) == 0) {
                const char *bad = text_replay_differs(e, begun);
                cr_assert_null(bad, "run %u, step %u: %s", run, i, bad);
            }
        }
        while (editor_undo(e)) {
        }
        cr_assert(s8_eq(editor_text(e), begun));
        cr_assert_null(text_replay_differs(e, begun));
        editor_free(&e);
    }
}

/* Undoing a change and doing it again gives the very text and place, whatever the change was. */
Test(random, undo_and_redo_come_back_to_the_same) {
    for (unsigned run = 1; run < 20; run++) {
        struct editor *e = editor_new(S8("Ett förslag."), 0, false);
        seed = 5000 + run;
        for (unsigned i = 0; i < 400; i++) {
            struct arena a = {0};
            size_t n = editor_n_ops(e), before = editor_cursor(e);
            struct str8 was = arena_str8(&a, editor_text(e));
            act(e);
            bool wrote = editor_n_ops(e) > n && e->op[n].kind == EDITOR_WROTE && !e->op[n].joined;
            if (wrote && e->op[n].before == before) {
                struct str8 now = arena_str8(&a, editor_text(e));
                size_t after = editor_cursor(e);
                cr_assert(editor_undo(e));
                cr_assert(s8_eq(editor_text(e), was));
                CURSOR_IS(e, before);
                cr_assert(editor_redo(e));
                cr_assert(s8_eq(editor_text(e), now));
                CURSOR_IS(e, after);
            }
            arena_free(&a);
        }
        editor_free(&e);
    }
}

Test(random, clusters_are_the_same_backwards) {
    seed = 9000;
    for (int run = 0; run < 20000; run++) {
        struct buf b = {0};
        for (unsigned n = roll(12); n > 0; n--)
            buf_str(&b, piece());
        struct str8 s = buf_str8_of(&b);
        for (size_t at = 0, next; at < s.n; at = next) {
            next = utf8_next(s, at);
            cr_assert_eq(utf8_prev(s, next), at, "before %zu in ”%s”", next, b.p);
            cr_assert_eq(utf8_prev(s, next - 1 > at ? next - 1 : next), at);
        }
        buf_free(&b);
    }
}
