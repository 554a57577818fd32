/* Running other programs: bytes in and out, ends, limits. */
#include <criterion/criterion.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/child.h"

struct ran {
    struct buf out, said;
    struct child_end end;
    enum status st;
    struct error err;
};

static void run(struct ran *r, const char *const argv[], struct str8 in, int seconds) {
    const struct child c = {argv, in, seconds, 100000};
    *r = (struct ran){.end = {99, false}};
    r->st = child_run(&c, &r->out, &r->said, &r->end, &r->err);
}

static void shell(struct ran *r, const char *script, struct str8 in, int seconds) {
    const char *const argv[] = {"sh", "-c", script, NULL};
    run(r, argv, in, seconds);
}

static void done(struct ran *r) {
    buf_free(&r->out);
    buf_free(&r->said);
}

#define EQ(b, z) cr_assert(s8_eqz(buf_str8_of(&(b)), (z)), "got ”%.*s”", S8F(buf_str8_of(&(b))))

Test(child, both_outputs_and_the_code_come_back) {
    struct ran r;
    shell(&r, "cat; echo fel >&2; exit 7", S8("hej\n"), 10);
    cr_assert_eq(r.st, ST_OK);
    EQ(r.out, "hej\n");
    EQ(r.said, "fel\n");
    cr_assert_eq(r.end.code, 7);
    cr_assert_not(r.end.late);
    done(&r);
}

Test(child, words_reach_it_untouched) {
    static const char *const argv[] = {"printf", "%s|", "a b", "'; rm \"x\"",
                                       "$(id)",  "å*",  "",    NULL};
    struct ran r;
    run(&r, argv, (struct str8){0}, 10);
    EQ(r.out, "a b|'; rm \"x\"|$(id)|å*||");
    done(&r);
}

Test(child, what_it_says_is_in_the_locale_c) {
    struct ran r;
    setenv("LC_ALL", "sv_SE.UTF-8", 1);
    setenv("PROV", "kvar", 1);
    shell(&r, "env | grep -e '^LC_ALL=' -e '^PROV=' | sort", (struct str8){0}, 10);
    EQ(r.out, "LC_ALL=C\nPROV=kvar\n");
    done(&r);
}

Test(child, one_that_is_not_there) {
    static const char *const argv[] = {"finns-inte-alls", NULL};
    struct ran r;
    run(&r, argv, S8("x"), 10);
    cr_assert_eq(r.st, ST_NOT_FOUND);
    cr_assert(strstr(r.err.text, "”finns-inte-alls” finns inte"), "%s", r.err.text);
    done(&r);
}

Test(child, more_than_a_pipe_holds_goes_both_ways) {
    struct ran r;
    struct buf in = {0};
    buf_repeat(&in, 'a', 3000000);
    shell(&r, "cat", buf_str8_of(&in), 60);
    cr_assert_eq(r.end.code, 0);
    cr_assert_eq(r.out.n, 100000, "what is kept has a limit");
    done(&r);
    shell(&r, "wc -c", buf_str8_of(&in), 60);
    cr_assert_eq(atoi(r.out.p), 3000000);
    buf_free(&in);
    done(&r);
}

Test(child, one_that_reads_nothing_is_no_error_and_no_signal) {
    struct ran r;
    struct buf in = {0};
    signal(SIGPIPE, SIG_DFL);
    buf_repeat(&in, 'a', 3000000);
    shell(&r, "exec <&-; echo klar", buf_str8_of(&in), 60);
    cr_assert_eq(r.st, ST_OK);
    cr_assert_eq(r.end.code, 0);
    EQ(r.out, "klar\n");
    buf_free(&in);
    done(&r);
}

Test(child, one_that_does_not_end_is_ended) {
    struct ran r;
    shell(&r, "echo först; exec sleep 1000", (struct str8){0}, 1);
    cr_assert_eq(r.st, ST_OK);
    cr_assert(r.end.late);
    cr_assert_eq(r.end.code, -1);
    EQ(r.out, "först\n");
    done(&r);
}

Test(child, nor_may_one_with_closed_outputs_go_on) {
    struct ran r;
    shell(&r, "exec >&- 2>&-; exec sleep 1000", (struct str8){0}, 1);
    cr_assert(r.end.late);
    done(&r);
}

Test(child, one_that_a_signal_ends_has_no_code) {
    struct ran r;
    shell(&r, "kill -TERM $$", (struct str8){0}, 10);
    cr_assert_eq(r.end.code, -1);
    cr_assert_not(r.end.late);
    done(&r);
}

Test(child, our_ignored_signals_are_not_its) {
    struct ran r;
    signal(SIGTERM, SIG_IGN);
    shell(&r, "kill -TERM $$; echo kvar", (struct str8){0}, 10);
    EQ(r.out, "");
    cr_assert_eq(r.end.code, -1);
    done(&r);
}
