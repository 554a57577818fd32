/* Media copy: every byte that reaches the terminal when a paper is printed on its printer. */
#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "app/print.h"
#include "tests/skarm.h"

static const struct str8 on = S8I("\033[5i"), off = S8I("\033[4i");

static void start_case(struct skarm *s) {
    skarm_new(s);
    skarm_case(s);
    skarm_command(s, "svara", "1", "4.1.1:1", "tillstyrker", "--motivering",
                  "Återgärda – ”så”. Ord ø4i slut.", NULL);
}

/* The command on the terminal, with more words and environment; each ends in NULL. */
static void print(struct skarm *s, const char *const words[], const char *const env[]) {
    char *argv[16] = {getenv("YTTRA"),
                      (char *)(size_t) "--databas",
                      (char *)(size_t)s->db,
                      (char *)(size_t) "skriv-ut",
                      (char *)(size_t) "1",
                      (char *)(size_t) "yttrande",
                      (char *)(size_t) "--terminal"};
    size_t n = 7;
    for (size_t i = 0; words && words[i]; i++)
        argv[n++] = (char *)(size_t)words[i];
    cr_assert(term_start(&s->t, 24, 80, argv, env));
    cr_assert(term_wait_end(&s->t, 10000));
}

static int code(const struct skarm *s) {
    return WIFEXITED(s->t.status) ? WEXITSTATUS(s->t.status) : -1;
}

/* What went to the printer; the sequences around it stand once. */
static struct str8 printed(const struct skarm *s) {
    struct str8 all = buf_str8_of(&s->t.raw);
    cr_assert(s8_starts(all, on), "got %.*s", S8F(all));
    struct str8 rest = s8_skip(all, on.n);
    ptrdiff_t end = s8_find(rest, off);
    cr_assert_geq(end, 0);
    cr_assert_lt(s8_find(s8_skip(rest, (size_t)end), S8("\033[5i")), 0);
    return s8_sub(rest, 0, (size_t)end);
}

static bool has(struct str8 text, const char *part) {
    return s8_find(text, s8_from(part)) >= 0;
}

static void free_all(struct skarm *s) {
    term_stop(&s->t);
    skarm_free(s);
}

/* ---- what is sent ---- */

Test(media_copy, holds_the_paper_and_the_word_comes_after) {
    struct skarm s;
    start_case(&s);
    print(&s, NULL, NULL);
    struct str8 paper = printed(&s);
    cr_assert_eq(code(&s), 0);
    cr_assert(has(paper, "Återgärda – ”så”."), "%.*s", S8F(paper));
    cr_assert(s8_ends(paper, S8("\r\n\f")));
    for (size_t i = 0; i < paper.n; i++) {
        char c = paper.p[i];
        cr_assert((unsigned char)c >= ' ' || c == '\r' || c == '\n' || c == '\f', "byte %d", c);
        cr_assert(c != '\n' || paper.p[i - 1] == '\r');
        cr_assert(c != '\r' || paper.p[i + 1] == '\n',
                  "the terminal driver made line ends its way");
    }
    struct str8 all = buf_str8_of(&s.t.raw);
    cr_assert(s8_ends(all, S8("\033[4iTexten är skickad till terminalens skrivare.\r\n")), "%.*s",
              S8F(all));
    free_all(&s);
}

Test(media_copy, comes_in_the_set_that_is_named) {
    static const char *const words[] = {"--teckenkod", "CP850", NULL};
    struct skarm s;
    start_case(&s);
    print(&s, words, NULL);
    struct str8 paper = printed(&s);
    cr_assert(has(paper, "\x8Fterg\x84rda - \"s\x86\"."), "%.*s", S8F(paper));
    /* 0x9B, which is ø, begins a control sequence where 8-bit controls are read. */
    cr_assert(has(paper, "Ord \x9B 4i slut."), "%.*s", S8F(paper));
    free_all(&s);
}

Test(media_copy, has_only_the_pages_asked_for) {
    static const char *const words[] = {"--rader", "20", "--sidor", "2", NULL};
    struct skarm s;
    start_case(&s);
    print(&s, words, NULL);
    struct str8 paper = printed(&s);
    cr_assert(has(paper, "2 ("), "%.*s", S8F(paper));
    cr_assert_eq(s8_find(paper, S8("\f")), (ptrdiff_t)paper.n - 1);
    free_all(&s);
}

/* ---- where it cannot work ---- */

static void is_refused(const char *const env[], const char *why) {
    struct skarm s;
    start_case(&s);
    print(&s, NULL, env);
    cr_assert_eq(code(&s), 1);
    cr_assert(!has(buf_str8_of(&s.t.raw), "\033[5i"));
    cr_assert(has(buf_str8_of(&s.t.raw), why), "no ”%s” in %.*s", why, S8F(buf_str8_of(&s.t.raw)));
    free_all(&s);
}

Test(refused, in_tmux) {
    static const char *const env[] = {"TMUX=/tmp/tmux-1/default,1,0", NULL};
    is_refused(env, "från tmux");
}

Test(refused, in_screen) {
    static const char *const env[] = {"STY=1.pts-0.x", NULL};
    is_refused(env, "från screen");
}

Test(refused, in_one_of_them_beyond_an_ssh) {
    static const char *const env[] = {"TERM=tmux-256color", NULL};
    is_refused(env, "från tmux");
}

Test(refused, on_the_console) {
    static const char *const env[] = {"TERM=linux", NULL};
    is_refused(env, "från Linux-konsolen");
}

static enum status check(const char *term, struct error *err) {
    unsetenv("TMUX");
    unsetenv("STY");
    setenv("TERM", term, 1);
    return print_terminal_check(err);
}

Test(refused, by_the_type_of_terminal) {
    static const char *const no[] = {"screen",           "screen.xterm-256color",
                                     "screen-256color",  "tmux",
                                     "xterm-kitty",      "alacritty",
                                     "alacritty-direct", "foot",
                                     "foot-extra",       "dumb"};
    static const char *const yes[] = {"xterm",    "xterm-256color", "putty", "mintty",
                                      "footnote", "screenwriter",   "vt220", ""};
    struct error err = {0};
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        cr_assert_eq(check(no[i], &err), ST_REFUSED, "%s", no[i]);
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        cr_assert_eq(check(yes[i], &err), ST_OK, "%s: %s", yes[i], err.text);
}

Test(refused, without_a_terminal) {
    struct error err = {0};
    struct buf out = {0};
    pid_t pid = fork();
    if (pid == 0) {
        setsid();
        check("xterm", NULL);
        _exit(print_terminal(S8("x\r\n"), &err) == ST_REFUSED && strstr(err.text, "ingen terminal")
                  ? 0
                  : 1);
    }
    int status;
    cr_assert_eq(waitpid(pid, &status, 0), pid);
    cr_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    buf_free(&out);
}

/* ---- what happens meanwhile ---- */

/* Is what is typed echoed, and Ctrl-C a signal? Linux tells at the terminal's end too. */
static bool typing_works(const struct skarm *s) {
    struct termios t;
    return tcgetattr(s->t.fd, &t) == 0 && (t.c_lflag & (ECHO | ISIG)) != 0;
}

/* Does the process hold back the signal? Linux tells in /proc. */
static bool holds(pid_t pid, int sig) {
    char line[256];
    struct arena a = {0};
    unsigned long long held = 0;
    FILE *f = fopen(arena_printf(&a, "/proc/%d/status", (int)pid).p, "r");
    while (f && fgets(line, sizeof line, f))
        sscanf(line, "SigBlk: %llx", &held);
    if (f)
        fclose(f);
    arena_free(&a);
    return held >> (sig - 1) & 1;
}

/* The user has stopped the output with Ctrl-S; then comes what would end the program. The printer
 * is left first: else the terminal would print all that follows. */
Test(meanwhile, no_signal_leaves_the_terminal_printing) {
    struct skarm s;
    start_case(&s);
    struct str8 script = arena_printf(&s.a,
                                      "read x; exec \"$YTTRA\" --databas '%s' skriv-ut 1 yttrande "
                                      "--terminal",
                                      s.db);
    char *argv[] = {(char *)(size_t) "sh", (char *)(size_t) "-c", (char *)(size_t)script.p, NULL};
    cr_assert(term_start(&s.t, 24, 80, argv, NULL));
    cr_assert(term_send(&s.t, "\x13go\n", 4));
    for (int i = 0; i < 1000 && typing_works(&s); i++)
        usleep(10000);
    cr_assert(!typing_works(&s), "it never came to printing");
    cr_assert(holds(s.t.pid, SIGTERM));
    term_send(&s.t, "skrivet\x03", 8);
    kill(s.t.pid, SIGTERM);
    cr_assert(!term_wait_end(&s.t, 200), "it ended while printing");
    cr_assert(term_send(&s.t, "\x11", 1));
    cr_assert(term_wait_end(&s.t, 10000));
    struct str8 all = buf_str8_of(&s.t.raw);
    ptrdiff_t from = s8_find(all, on), to = s8_find(all, off);
    cr_assert(from >= 0 && to > from, "%.*s", S8F(all));
    cr_assert(!has(s8_sub(all, (size_t)from, (size_t)to), "skrivet"), "what was typed is printed");
    cr_assert(typing_works(&s), "the terminal is left as it was for printing");
    cr_assert(WIFSIGNALED(s.t.status) && WTERMSIG(s.t.status) == SIGTERM);
    free_all(&s);
}
