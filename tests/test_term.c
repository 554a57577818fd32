/* The terminal that the screen is tested on, tried with small programs. */
#include <criterion/criterion.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "tests/term.h"

static void sh(struct term *t, const char *script, const char *const env[]) {
    char *argv[] = {(char *)(size_t) "sh", (char *)(size_t) "-c", (char *)(size_t)script, NULL};
    cr_assert(term_start(t, 24, 80, argv, env), "forkpty");
}

static void row_reads(struct term *t, int row, const char *want) {
    struct buf b = {0};
    if (term_until_row(t, row, want))
        return;
    term_screen(t, &b);
    cr_assert_fail("row %d is not ”%s”:\n%s", row, want, b.p);
}

static void cursor_is(struct term *t, int row, int col) {
    int r, c;
    term_cursor(t, &r, &c);
    cr_assert(r == row && c == col, "the cursor is at %d, %d and not %d, %d", r, c, row, col);
}

static bool sent(const struct term *t, size_t mark, const char *bytes) {
    return s8_find(term_since(t, mark), s8_from(bytes)) >= 0;
}

/* ---- what is shown ---- */

Test(shown, text_is_utf8_and_the_cursor_follows) {
    struct term t;
    sh(&t, "printf 'Små örter   \\n日本 x'; sleep 60", NULL);
    row_reads(&t, 1, "日本 x");
    row_reads(&t, 0, "Små örter");
    cursor_is(&t, 1, 6);
    cr_assert_eq(term_cell(&t, 1, 0).width, 2);
    cr_assert_str_eq(term_cell(&t, 1, 0).text, "日");
    cr_assert_str_eq(term_cell(&t, 1, 1).text, "");
    cr_assert_str_eq(term_cell(&t, 1, 5).text, "x");
    cr_assert_str_eq(term_cell(&t, 5, 5).text, "");
    term_stop(&t);
}

Test(shown, a_combining_character_is_in_the_cell_before) {
    struct term t;
    sh(&t, "printf 'a\\314\\212x'; sleep 60", NULL);
    row_reads(&t, 0, "a\xCC\x8Ax");
    cr_assert_str_eq(term_cell(&t, 0, 0).text, "a\xCC\x8A");
    cursor_is(&t, 0, 2);
    term_stop(&t);
}

Test(shown, the_whole_screen_is_a_row_a_line) {
    struct term t;
    struct buf b = {0};
    sh(&t, "printf 'ett\\033[3;5Hdrei'; sleep 60", NULL);
    cr_assert(term_until(&t, "drei"));
    term_screen(&t, &b);
    cr_assert(s8_starts(buf_str8_of(&b), S8("ett\n\n    drei\n\n")), "%s", b.p);
    cr_assert_eq(b.n, strlen("ett    drei") + 24);
    buf_free(&b);
    term_stop(&t);
}

Test(shown, attributes_and_colours_of_a_cell) {
    struct term t;
    sh(&t, "printf '\\033[1;7;33mA\\033[0;4;38;5;200;48;2;1;2;3mB\\033[0mC'; sleep 60", NULL);
    row_reads(&t, 0, "ABC");
    struct term_cell a = term_cell(&t, 0, 0), b = term_cell(&t, 0, 1), c = term_cell(&t, 0, 2);
    cr_assert(a.bold && a.reverse && !a.underline);
    cr_assert_eq(a.fg, 3);
    cr_assert_eq(a.bg, TERM_DEFAULT);
    cr_assert(!b.bold && !b.reverse && b.underline);
    cr_assert_eq(b.fg, 200);
    cr_assert_eq(b.bg, TERM_RGB | 0x010203);
    cr_assert(!c.bold && !c.reverse && !c.underline);
    cr_assert(c.fg == TERM_DEFAULT && c.bg == TERM_DEFAULT);
    term_stop(&t);
}

Test(shown, the_cursor_may_be_hidden) {
    struct term t;
    sh(&t, "printf '\\033[?25ldold'; read x; printf '\\033[?25hvisad'; sleep 60", NULL);
    cr_assert(t.cursor_shown);
    cr_assert(term_until(&t, "dold"));
    cr_assert(!t.cursor_shown);
    term_type(&t, "\r");
    cr_assert(term_until(&t, "visad"));
    cr_assert(t.cursor_shown);
    term_stop(&t);
}

Test(shown, the_alternate_screen_leaves_the_first_as_it_was) {
    struct term t;
    sh(&t,
       "stty -echo; echo först; printf '\\033[?1049h\\033[2J\\033[Hsedan'; read x; "
       "printf '\\033[?1049l'; sleep 60",
       NULL);
    row_reads(&t, 0, "sedan");
    cr_assert(t.alternate && !term_shows(&t, "först"));
    term_type(&t, "\r");
    cr_assert(term_until_gone(&t, "sedan"));
    row_reads(&t, 0, "först");
    cr_assert(!t.alternate);
    term_stop(&t);
}

Test(shown, media_copy_prints_nowhere_and_hides_nothing) {
    struct term t;
    sh(&t, "printf 'ett\\033[5i två\\033[4i tre'; sleep 60", NULL);
    row_reads(&t, 0, "ett två tre");
    term_stop(&t);
}

/* ---- what is sent, both ways ---- */

Test(bytes, what_is_typed_reaches_the_program) {
    struct term t;
    sh(&t, "cat", NULL);
    term_type(&t, "åäö\r");
    row_reads(&t, 1, "åäö");
    row_reads(&t, 0, "åäö");
    term_stop(&t);
}

Test(bytes, every_one_is_kept_and_counted_from_a_mark) {
    struct term t;
    sh(&t, "printf '\\033[31mröd'; cat", NULL);
    cr_assert(term_until(&t, "röd"));
    cr_assert(s8_eqz(term_since(&t, 0), "\033[31mröd"));
    size_t mark = t.raw.n;
    double before = term_now();
    term_type(&t, "x");
    cr_assert(term_until(&t, "rödx"));
    cr_assert(s8_eqz(term_since(&t, mark), "x"));
    cr_assert(!sent(&t, mark, "\033") && sent(&t, 0, "\033[31m"));
    cr_assert(t.last_ms >= before);
    cr_assert_eq(term_settle(&t, 20, 50), 0);
    term_stop(&t);
}

Test(bytes, questions_to_the_terminal_are_answered) {
    struct term t;
    sh(&t,
       "stty raw -echo min 6; printf 'abc\\033[6n'; a=$(dd bs=6 count=1 2>/dev/null | "
       "tr -d '\\033'); stty sane; echo; echo \"svar $a\"; sleep 60",
       NULL);
    row_reads(&t, 1, "svar [1;4R");
    term_stop(&t);
}

Test(bytes, more_than_the_line_holds_comes_through_whole) {
    enum { MUCH = 300000 };
    struct term t;
    struct buf b = {0};
    sh(&t, "stty raw -echo; printf 'redo'; cat", NULL);
    cr_assert(term_until(&t, "redo"));
    size_t mark = t.raw.n;
    buf_repeat(&b, 'x', MUCH);
    buf_str(&b, "slut");
    cr_assert(term_send(&t, b.p, b.n));
    cr_assert(term_until(&t, "slut"));
    cr_assert(s8_eq(term_since(&t, mark), buf_str8_of(&b)));
    buf_free(&b);
    term_stop(&t);
}

Test(bytes, keys_are_written_with_backslashes) {
    struct buf b = {0};
    term_unescape("å\\e[B\\r\\n\\t\\b\\x13\\\\n\\q\\", &b);
    cr_assert(s8_eqz(buf_str8_of(&b), "å\033[B\r\n\t\177\023\\n\\q\\"));
    buf_free(&b);
}

/* ---- the terminal ---- */

Test(terminal, has_the_size_and_a_change_of_it_reaches_the_program) {
    struct term t;
    sh(&t, "trap 'stty size' WINCH; stty size; while :; do sleep 0.02; done", NULL);
    row_reads(&t, 0, "24 80");
    term_resize(&t, 50, 160);
    row_reads(&t, 1, "50 160");
    cr_assert(t.rows == 50 && t.cols == 160);
    row_reads(&t, 49, "");
    term_resize(&t, 1, 1);
    term_resize(&t, 24, 80);
    cr_assert(term_until(&t, "24 80"));
    term_stop(&t);
}

Test(terminal, the_environment_is_the_tests_with_changes) {
    static const char *const env[] = {"A=å=ä", "B=", "C", "TERM=vt100", "ESCDELAY=25", NULL};
    struct term t;
    setenv("C", "c", 1);
    setenv("D", "d", 1);
    setenv("LINES", "10", 1);
    sh(&t, "echo \"$A ${B-unset} ${C-unset} $D $TERM $ESCDELAY ${LINES-unset}\"; sleep 60", env);
    row_reads(&t, 0, "å=ä  unset d vt100 25 unset");
    term_stop(&t);
    sh(&t, "echo $TERM; sleep 60", NULL);
    row_reads(&t, 0, "xterm-256color");
    term_stop(&t);
}

/* ---- how a program ends ---- */

Test(end, the_status_is_its_own) {
    struct term t;
    sh(&t, "echo sist; exit 7", NULL);
    cr_assert(term_wait_end(&t, 10000));
    cr_assert(WIFEXITED(t.status) && WEXITSTATUS(t.status) == 7, "status %d", t.status);
    cr_assert(term_shows(&t, "sist"));
    term_stop(&t);
    char *missing[] = {(char *)(size_t) "/finns/inte", NULL};
    cr_assert(term_start(&t, 24, 80, missing, NULL));
    cr_assert(term_wait_end(&t, 10000));
    cr_assert(WIFEXITED(t.status) && WEXITSTATUS(t.status) == 127, "status %d", t.status);
    term_stop(&t);
}

Test(end, the_time_it_took_is_known) {
    struct term t;
    sh(&t, "sleep 0.2", NULL);
    cr_assert(!term_wait_end(&t, 10));
    cr_assert(!t.ended);
    cr_assert(term_wait_end(&t, 10000));
    cr_assert(t.ended && t.ended_ms - t.started_ms >= 200);
    term_stop(&t);
}

static void dies_of(struct term *t, int sig) {
    cr_assert(term_wait_end(t, 10000), "it goes on");
    cr_assert(WIFSIGNALED(t->status) && WTERMSIG(t->status) == sig, "status %d", t->status);
    term_stop(t);
}

Test(end, a_signal_is_seen) {
    struct term t;
    sh(&t, "echo redo; exec sleep 60", NULL);
    cr_assert(term_until(&t, "redo"));
    kill(t.pid, SIGTERM);
    dies_of(&t, SIGTERM);
}

Test(end, a_hangup_kills_also_what_nohup_started) {
    struct term t;
    signal(SIGHUP, SIG_IGN);
    sh(&t, "echo redo; exec sleep 60", NULL);
    cr_assert(term_until(&t, "redo"));
    term_hangup(&t);
    cr_assert(!term_type(&t, "x"));
    dies_of(&t, SIGHUP);
}

Test(end, a_terminal_started_later_does_not_hold_the_line) {
    struct term first, second;
    sh(&first, "echo redo; exec sleep 60", NULL);
    cr_assert(term_until(&first, "redo"));
    sh(&second, "echo redo; exec sleep 60", NULL);
    cr_assert(term_until(&second, "redo"));
    term_hangup(&first);
    dies_of(&first, SIGHUP);
    cr_assert(!term_wait_end(&second, 0));
    term_stop(&second);
    cr_assert(second.ended);
}

Test(end, a_text_that_never_came_is_missed_when_the_program_has_ended) {
    struct term t;
    sh(&t, "echo annat", NULL);
    cr_assert(!term_until(&t, "väntat"));
    cr_assert(term_shows(&t, "annat"));
    term_stop(&t);
}
