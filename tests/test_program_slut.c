/* How the program ends on a terminal, when not all is well. */
#include <criterion/criterion.h>
#include <glob.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fileio.h"
#include "tests/skarm.h"

static void open_text(struct skarm *s) {
    skarm_case(s);
    skarm_start(s, 24, 80);
    skarm_keys(s, "\r", "n nästa");
    skarm_keys(s, "4.4.3\r", "> ");
    skarm_keys(s, "\r", "motivering till 4.4.3:1");
}

static void motive_is(struct skarm *s, const char *want) {
    struct str8 all = skarm_command(s, "visa", "1", "4.4.3", NULL);
    cr_assert(s8_find(all, s8_from(want)) >= 0, "no ”%s” in %.*s", want, S8F(all));
}

static void ends_with(struct skarm *s, int code) {
    cr_assert(term_wait_end(&s->t, 5000), "it goes on");
    cr_assert(WIFEXITED(s->t.status), "status %d", s->t.status);
    cr_assert_eq(WEXITSTATUS(s->t.status), code);
}

/* What stands in the file whose name begins so; empty when there is no one such. */
static struct str8 text_of(struct skarm *s, const char *pattern) {
    glob_t g = {0};
    struct buf b = {0};
    if (glob(pattern, 0, NULL, &g) == 0 && g.gl_pathc == 1)
        file_read(g.gl_pathv[0], &b, NULL);
    globfree(&g);
    struct str8 text = arena_str8(&s->a, buf_str8_of(&b));
    buf_free(&b);
    return text;
}

/* ---- a full disk ---- */

static const char *folder(struct skarm *s) {
    return arena_printf(&s->a, "%.*s", (int)(strrchr(s->db, '/') - s->db), s->db).p;
}

static void fill(struct skarm *s) {
    FILE *f = fopen(arena_printf(&s->a, "%s/fyllnad", folder(s)).p, "w");
    for (int i = 0; f && i < 100000; i++)
        if (fputs("0123456789abcdef0123456789abcdef", f) < 0 || fflush(f) != 0)
            break;
    fclose(f);
}

/* The database on a disk of its own, which is full, with text typed since; false when only root may
 * make one. */
static bool typed_on_a_full_disk(struct skarm *s) {
    skarm_new(s);
    if (mount("none", folder(s), "tmpfs", 0, "size=2m") != 0)
        return false;
    s->extra[0] = arena_printf(&s->a, "HOME=%s-hem", folder(s)).p;
    cr_assert(mkdir(s->extra[0] + strlen("HOME="), 0700) == 0);
    open_text(s);
    skarm_keys(s, "Före. ", "Utkast");
    for (int i = 0; i < 100 && !term_shows(&s->t, "EJ SPARAT"); i++) {
        fill(s);
        term_type(&s->t, "x");
        term_settle(&s->t, 10, 100);
    }
    fill(s);
    skarm_keys(s, " Efter.", "Efter.");
    cr_assert(term_shows(&s->t, "EJ SPARAT"));
    return true;
}

static void is_in_a_file_at_home(struct skarm *s) {
    struct str8 text =
        text_of(s, arena_printf(&s->a, "%s-hem/yttra.db.ej-sparat-1-*.txt", folder(s)).p);
    cr_assert(s8_starts(text, S8("Före. ")) && s8_ends(text, S8(" Efter.\n")), "%.*s", S8F(text));
    term_settle(&s->t, 50, 1000);
    cr_assert(term_shows(&s->t, "disken är full") && term_shows(&s->t, "ligger i filen"));
    umount(folder(s));
}

Test(disk, full_and_a_signal_to_end) {
    struct skarm s;
    if (typed_on_a_full_disk(&s)) {
        kill(s.t.pid, SIGTERM);
        ends_with(&s, 1);
        is_in_a_file_at_home(&s);
    }
    skarm_free(&s);
}

Test(disk, full_and_left_with_ctrl_q_twice) {
    struct skarm s;
    if (typed_on_a_full_disk(&s)) {
        skarm_keys(&s, "\x11", "Ctrl-Q igen avslutar");
        term_type(&s.t, "\x11");
        ends_with(&s, 1);
        is_in_a_file_at_home(&s);
    }
    skarm_free(&s);
}

/* ---- while another editor has the terminal ---- */

/* A shell script that is the editor of the program. */
static void set_editor(struct skarm *s, const char *script) {
    struct error err = {0};
    const char *path = arena_printf(&s->a, "%s.sh", s->db).p;
    cr_assert_eq(file_write(path, s8_from(script), 0600, &err), ST_OK, "%s", err.text);
    s->extra[0] = "VISUAL";
    s->extra[1] = arena_printf(&s->a, "EDITOR=sh %s", path).p;
}

static void with_editor(struct skarm *s, const char *script) {
    skarm_new(s);
    set_editor(s, script);
    open_text(s);
}

/* There is no shell to come to. */
Test(editor, that_stops_itself_goes_on) {
    struct skarm s;
    with_editor(&s, "kill -STOP $$; echo ett ord till >$1");
    skarm_keys(&s, "ett ord\x0F", "ett ord till");
    skarm_quit(&s);
    motive_is(&s, "ett ord till");
    skarm_free(&s);
}

Test(editor, that_is_suspended_leads_to_the_shell_and_back) {
    struct skarm s;
    skarm_new(&s);
    skarm_case(&s);
    set_editor(&s, "echo REDIGERAR; kill -TSTP 0; echo ett ord till >$1");
    const char *yttra = getenv("YTTRA");
    const char *line = arena_printf(&s.a, "set -m; '%s' --databas '%s'; echo PAUSAD; sleep 1; fg",
                                    yttra ? yttra : "./yttra", s.db)
                           .p;
    char *argv[] = {(char *)(size_t) "bash", (char *)(size_t) "-c", (char *)(size_t)line, NULL};
    cr_assert(term_start(&s.t, 24, 80, argv, (const char *const *)s.extra));
    skarm_keys(&s, "", "hjälp");
    skarm_keys(&s, "\r", "n nästa");
    skarm_keys(&s, "4.4.3\r", "> ");
    skarm_keys(&s, "\r", "motivering till 4.4.3:1");
    skarm_keys(&s, "ett ord\x0F", "PAUSAD");
    skarm_keys(&s, "", "ett ord till");
    skarm_quit(&s);
    skarm_free(&s);
}

/* It hears of the signal, and both texts are saved: ours, and what it then wrote. */
static void told_to_end(int sig, const char *name) {
    struct skarm s;
    skarm_new(&s);
    set_editor(&s, arena_printf(&s.a,
                                "trap 'echo och mer >>$1; exit 0' %s\necho REDIGERAR\n"
                                "while :; do sleep 0.1; done\n",
                                name)
                       .p);
    open_text(&s);
    skarm_keys(&s, "ett ord\x0F", "REDIGERAR");
    kill(s.t.pid, sig);
    ends_with(&s, 0);
    motive_is(&s, "och mer");
    skarm_free(&s);
}

Test(editor, a_signal_to_end_is_passed_on) {
    told_to_end(SIGTERM, "TERM");
    told_to_end(SIGHUP, "HUP");
}

Test(editor, that_does_not_end_holds_nobody) {
    struct skarm s;
    with_editor(&s, "trap '' TERM HUP; echo REDIGERAR; echo nytt >$1; sleep 4");
    skarm_keys(&s, "ett ord\x0F", "REDIGERAR");
    kill(s.t.pid, SIGTERM);
    ends_with(&s, 0);
    cr_assert(term_shows(&s.t, "avslutades inte"));
    motive_is(&s, "ett ord");
    skarm_free(&s);
}

Test(editor, gets_the_terminal_when_the_text_is_kept) {
    struct skarm s;
    with_editor(&s, "echo REDIGERAR; read x");
    skarm_keys(&s, "ett ord\x0F", "REDIGERAR");
    kill(s.t.pid, SIGKILL);
    term_wait_end(&s.t, 5000);
    term_stop(&s.t);
    skarm_start(&s, 24, 80);
    skarm_keys(&s, "", "kvarlämnade utkast");
    cr_assert(term_shows(&s.t, "ett ord"));
    skarm_quit(&s);
    skarm_free(&s);
}

/* ---- a burst of keys ---- */

enum { BURST = 40000 };

/* Faster than it can be taken: when the last key has been sent, thousands are still waiting. */
static void send_burst(struct skarm *s) {
    struct buf b = {0};
    for (int i = 0; i < BURST; i++)
        buf_byte(&b, i % 10 == 9 ? ' ' : '#');
    cr_assert(term_send(&s->t, b.p, b.n));
    buf_free(&b);
}

static int saved_marks(struct skarm *s) {
    struct str8 all = skarm_command(s, "visa", "1", "4.4.3", NULL);
    int n = 0;
    for (size_t i = 0; i < all.n; i++)
        n += all.p[i] == '#';
    return n;
}

Test(burst, is_taken_to_the_last_key) {
    struct skarm s;
    skarm_new(&s);
    open_text(&s);
    send_burst(&s);
    skarm_keys(&s, "slut", "slut");
    skarm_quit(&s);
    cr_assert_eq(saved_marks(&s), BURST / 10 * 9);
    skarm_free(&s);
}

/* Something is shown while there is more to take, and then a signal is seen. */
Test(burst, is_shown_and_can_be_ended_on_the_way) {
    struct skarm s;
    skarm_new(&s);
    open_text(&s);
    send_burst(&s);
    cr_assert(term_shows(&s.t, "######"));
    kill(s.t.pid, SIGTERM);
    ends_with(&s, 0);
    cr_assert_lt(saved_marks(&s), BURST / 10 * 9);
    skarm_free(&s);
}

/* ---- another program has the database ---- */

/* A process that has it locked until it is killed. */
static pid_t lock(struct skarm *s) {
    static const char code[] = "import sqlite3, sys, time\n"
                               "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
                               "c.execute('BEGIN IMMEDIATE')\n"
                               "print('låst', flush=True)\n"
                               "time.sleep(60)\n";
    int out[2];
    char c;
    cr_assert(pipe(out) == 0);
    pid_t pid = fork();
    if (pid == 0) {
        dup2(out[1], STDOUT_FILENO);
        execlp("python3", "python3", "-c", code, s->db, (char *)NULL);
        _exit(127);
    }
    close(out[1]);
    cr_assert(read(out[0], &c, 1) == 1, "it is not locked");
    close(out[0]);
    return pid;
}

static void unlock(pid_t pid) {
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
}

Test(locked, is_told_while_it_is_waited_for) {
    struct skarm s;
    skarm_new(&s);
    open_text(&s);
    skarm_keys(&s, "ett ord", "Utkast");
    pid_t other = lock(&s);
    skarm_keys(&s, "\x13", "Väntar på databasen …");
    cr_assert(term_shows(&s.t, "EJ SPARAT"));
    unlock(other);
    skarm_keys(&s, "", "Texten är sparad.");
    cr_assert(!term_shows(&s.t, "Väntar") && !term_shows(&s.t, "EJ SPARAT"));
    skarm_quit(&s);
    motive_is(&s, "ett ord");
    skarm_free(&s);
}

/* Sooner than the save would have given up. */
Test(locked, does_not_keep_a_signal_waiting) {
    struct skarm s;
    skarm_new(&s);
    open_text(&s);
    skarm_keys(&s, "ett ord", "Utkast");
    pid_t other = lock(&s);
    skarm_keys(&s, "\x13", "Väntar på databasen …");
    double begun = term_now();
    kill(s.t.pid, SIGTERM);
    ends_with(&s, 0);
    cr_assert_lt(term_now() - begun, 3500);
    term_settle(&s.t, 50, 1000);
    cr_assert(term_shows(&s.t, "finns kvar som utkast"));
    unlock(other);
    skarm_free(&s);
}
