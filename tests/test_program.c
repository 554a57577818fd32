/* The program on a terminal: languages, terminal types, sizes, and how it ends. */
#include <criterion/criterion.h>
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

static void open_text(struct skarm *s, int rows, int cols) {
    skarm_case(s);
    skarm_start(s, rows, cols);
    skarm_keys(s, "\r", "n nästa");
    skarm_keys(s, "4.4.3\r", "> ");
    skarm_keys(s, "\r", "motivering till 4.4.3:1");
}

static void motive_is(struct skarm *s, const char *want) {
    struct str8 all = skarm_command(s, "visa", "1", "4.4.3", NULL);
    cr_assert(s8_find(all, s8_from(want)) >= 0, "no ”%s” in %.*s", want, S8F(all));
}

static void open_editor(struct skarm *s, int rows, int cols) {
    skarm_new(s);
    open_text(s, rows, cols);
}

/* ---- where nothing is known of the terminal ---- */

static void speaks_utf8(const char *const extra[], const char *said) {
    struct skarm s;
    skarm_new(&s);
    for (int i = 0; extra[i]; i++)
        s.extra[i] = extra[i];
    skarm_start(&s, 24, 80);
    if (said)
        cr_assert(term_shows(&s.t, said), "”%s” is not said", said);
    else
        cr_assert(!term_shows(&s.t, "UTF-8"), "something is said of UTF-8");
    cr_assert(term_shows(&s.t, "pågående ärenden"));
    skarm_quit(&s);
    skarm_free(&s);
}

Test(locale, none_is_met_with_utf8_and_a_word) {
    static const char *const none[] = {"LC_ALL", "LC_CTYPE", "LANG", NULL};
    speaks_utf8(none, "UTF-8 används");
}

Test(locale, c_is_met_with_utf8_and_a_word) {
    static const char *const c[] = {"LC_ALL=C", NULL};
    speaks_utf8(c, "UTF-8 används");
}

Test(locale, one_that_is_not_installed_too) {
    static const char *const missing[] = {"LC_ALL=sv_XX.UTF-8", NULL};
    speaks_utf8(missing, "UTF-8 används");
}

Test(locale, utf8_is_taken_without_a_word) {
    static const char *const utf8[] = {"LC_ALL=C.UTF-8", NULL};
    speaks_utf8(utf8, NULL);
}

/* Compiles a locale of that name into a folder of the test's own; NULL where that cannot be done.
 */
static const char *compiled(struct skarm *s, const char *charmap, const char *name) {
    const char *tmp = getenv("TMPDIR");
    const char *dir = arena_printf(&s->a, "%s/locale", tmp ? tmp : "/tmp").p;
    const char *command =
        arena_printf(&s->a, "localedef -c -i sv_SE -f %s %s/%s >/dev/null 2>&1", charmap, dir, name)
            .p;
    mkdir(dir, 0700);
    (void)!system(command);
    struct stat sb;
    const char *made = arena_printf(&s->a, "%s/%s/LC_CTYPE", dir, name).p;
    return stat(made, &sb) == 0 ? arena_printf(&s->a, "LOCPATH=%s", dir).p : NULL;
}

Test(locale, swedish_in_utf8) {
    struct skarm s;
    skarm_new(&s);
    const char *path = compiled(&s, "UTF-8", "sv_SE.UTF-8");
    if (path) {
        const char *const extra[] = {path, "LC_ALL=sv_SE.UTF-8", NULL};
        speaks_utf8(extra, NULL);
    }
    skarm_free(&s);
}

static bool raw_has(const struct skarm *s, const char *bytes) {
    return memmem(s->t.raw.p, s->t.raw.n, bytes, strlen(bytes)) != NULL;
}

/* In Latin-1 å is one byte, both ways. */
static void speaks_latin1(struct skarm *s) {
    skarm_case(s);
    skarm_start(s, 24, 80);
    cr_assert(raw_has(s, "p\xE5g\xE5"
                         "ende \xE4renden"));
    cr_assert(!raw_has(s, "\xC3"));
    skarm_keys(s, "\r", "obesvarad");
    skarm_keys(s, "4.4.3\r", "4.4.3:1");
    skarm_keys(s, "\r", "motivering till 4.4.3:1");
    term_type(&s->t, "Sm\xE5 \xF6rter");
    term_settle(&s->t, 200, 1000);
    skarm_quit(s);
    motive_is(s, "Små örter");
}

Test(locale, swedish_in_latin1) {
    struct skarm s;
    skarm_new(&s);
    const char *path = compiled(&s, "ISO-8859-1", "sv_SE.ISO-8859-1");
    if (path) {
        s.extra[0] = path;
        s.extra[1] = "LC_ALL=sv_SE.ISO-8859-1";
        speaks_latin1(&s);
    }
    skarm_free(&s);
}

Test(locale, the_user_may_name_the_character_set) {
    struct skarm s;
    skarm_new(&s);
    s.argument[0] = (char *)(size_t) "--teckenkod";
    s.argument[1] = (char *)(size_t) "ISO-8859-1";
    speaks_latin1(&s);
    skarm_free(&s);
}

Test(locale, a_terminal_that_sends_latin1_is_understood) {
    struct skarm s;
    open_editor(&s, 24, 80);
    skarm_keys(&s, "f\xF6r", "skickar inte UTF-8");
    skarm_quit(&s);
    motive_is(&s, "för");
    skarm_free(&s);
}

Test(locale, a_character_may_come_in_two_parts) {
    struct skarm s;
    open_editor(&s, 24, 80);
    term_type(&s.t, "sm\xC3");
    usleep(20000);
    skarm_keys(&s, "\xA5 ord", "små ord");
    cr_assert(!term_shows(&s.t, "UTF-8"));
    skarm_quit(&s);
    skarm_free(&s);
}

/* ---- terminal types ---- */

static void runs_on(const char *type, bool known) {
    struct skarm s;
    skarm_new(&s);
    skarm_case(&s);
    s.extra[0] = arena_printf(&s.a, "TERM=%s", type).p;
    skarm_start(&s, 24, 80);
    cr_assert_eq(term_shows(&s.t, "Terminaltypen"), !known, "%s", type);
    skarm_keys(&s, "\r", "4.1:1");
    skarm_keys(&s, "\033[B", "4.1.1:1");
    skarm_keys(&s, "\033OB", "4.1.1:2");
    skarm_quit(&s);
    skarm_free(&s);
}

Test(terminal, types_that_are_met) {
    static const char *const type[] = {"xterm-256color", "xterm", "screen",
                                       "tmux",           "linux", "vt100"};
    for (size_t i = 0; i < sizeof type / sizeof *type; i++)
        runs_on(type[i], true);
}

Test(terminal, an_unknown_type_is_met_with_a_word) {
    runs_on("finns-inte", false);
    runs_on("", false);
}

Test(terminal, one_that_cannot_be_drawn_on_is_refused) {
    struct skarm s;
    const char *yttra = getenv("YTTRA");
    skarm_new(&s);
    skarm_case(&s);
    char *argv[] = {(char *)(size_t)(yttra ? yttra : "./yttra"), (char *)(size_t) "--databas",
                    (char *)(size_t)s.db, NULL};
    static const char *const env[] = {"TERM=dumb", NULL};
    cr_assert(term_start(&s.t, 24, 80, argv, env));
    cr_assert(term_wait_end(&s.t, 5000), "it goes on");
    cr_assert(WIFEXITED(s.t.status) && WEXITSTATUS(s.t.status) == 1);
    term_settle(&s.t, 50, 1000);
    cr_assert(term_shows(&s.t, "kan inte flytta markören") && term_shows(&s.t, "TERM=xterm"));
    cr_assert(!raw_has(&s, "\033"));
    skarm_free(&s);
}

Test(terminal, an_unknown_sequence_answers_nothing) {
    struct skarm s;
    skarm_new(&s);
    skarm_case(&s);
    s.extra[0] = "TERM=screen";
    skarm_start(&s, 24, 80);
    skarm_keys(&s, "\r", "4.1:1");
    skarm_keys(&s, "\033[1;3D", "gör ingenting");
    skarm_keys(&s, "\033[?1;2c", "gör ingenting");
    skarm_keys(&s, "\033Ot\033On\033Ot\033On\033Os", "Gå till avsnitt: 4.4.3");
    skarm_keys(&s, "\033OM", ">   4.4.3:1");
    cr_assert(term_shows(&s.t, "0/23"));
    skarm_quit(&s);
    skarm_free(&s);
}

Test(terminal, without_one_nothing_is_drawn) {
    struct skarm s;
    skarm_new(&s);
    struct str8 out = skarm_command(&s, "--help", NULL);
    cr_assert(out.n > 100 && s8_find(out, S8("\033")) < 0);
    skarm_free(&s);
}

Test(terminal, no_colour_is_honoured) {
    struct skarm s;
    skarm_new(&s);
    skarm_case(&s);
    s.extra[0] = "NO_COLOR=1";
    skarm_start(&s, 24, 80);
    skarm_keys(&s, "\r", "4.1:1");
    skarm_keys(&s, "d", "delar. z ångrar");
    cr_assert(!raw_has(&s, "\033[32m") && !raw_has(&s, "\033[33m"));
    skarm_quit(&s);
    s.extra[0] = "NO_COLOR";
    skarm_start(&s, 24, 80);
    skarm_keys(&s, "", "Ställning: delar");
    cr_assert(raw_has(&s, "\033[32m"));
    skarm_quit(&s);
    skarm_free(&s);
}

/* ---- sizes ---- */

static struct str8 whole(struct skarm *s) {
    struct buf b = {0};
    term_settle(&s->t, 100, 1000);
    term_screen(&s->t, &b);
    struct str8 all = arena_str8(&s->a, buf_str8_of(&b));
    buf_free(&b);
    return all;
}

Test(size, follows_the_window_both_ways) {
    struct skarm s;
    open_editor(&s, 24, 80);
    skarm_keys(&s, "Ett svar som är långt nog för att brytas om när fönstret blir ett annat.",
               "ett annat.");
    struct str8 before = whole(&s);
    term_resize(&s.t, 50, 160);
    struct str8 wide = whole(&s);
    cr_assert(!s8_eq(before, wide));
    term_resize(&s.t, 24, 80);
    cr_assert(s8_eq(before, whole(&s)), "%.*s", S8F(whole(&s)));
    term_resize(&s.t, 50, 160);
    cr_assert(s8_eq(wide, whole(&s)));
    skarm_quit(&s);
    skarm_free(&s);
}

Test(size, too_small_says_so_and_loses_nothing) {
    struct skarm s;
    open_editor(&s, 24, 80);
    skarm_keys(&s, "Före.", "Före.");
    term_resize(&s.t, 6, 20);
    skarm_keys(&s, " Under.", "Fönstret");
    term_resize(&s.t, 24, 80);
    skarm_keys(&s, "", "Före. Under.");
    term_resize(&s.t, 1, 1);
    term_settle(&s.t, 100, 500);
    term_resize(&s.t, 24, 80);
    skarm_keys(&s, "", "Före. Under.");
    skarm_quit(&s);
    skarm_free(&s);
}

/* ---- what is sent ---- */

Test(output, nothing_is_sent_when_nothing_changes) {
    struct skarm s;
    skarm_new(&s);
    skarm_case(&s);
    skarm_start(&s, 24, 80);
    term_settle(&s.t, 200, 1000);
    cr_assert_eq(term_settle(&s.t, 300, 300), 0);
    term_type(&s.t, "\033[A");
    cr_assert_eq(term_settle(&s.t, 300, 300), 0);
    skarm_quit(&s);
    skarm_free(&s);
}

Test(output, a_paste_is_one_insertion) {
    struct skarm s;
    struct buf b = {0};
    open_editor(&s, 24, 80);
    buf_str(&b, "\033[200~");
    for (int i = 0; i < 300; i++)
        buf_printf(&b, "rad %d\x1b[A\n", i);
    buf_str(&b, "\033[201~");
    term_send(&s.t, b.p, b.n);
    skarm_keys(&s, "slut", "slut");
    cr_assert(term_shows(&s.t, "rad 299"));
    term_type(&s.t, "\x1A\x1A");
    skarm_keys(&s, "bara det", "bara det");
    cr_assert(!term_shows(&s.t, "rad 2"));
    skarm_quit(&s);
    buf_free(&b);
    skarm_free(&s);
}

Test(output, a_paste_without_its_end_is_taken) {
    struct skarm s;
    open_editor(&s, 24, 80);
    skarm_keys(&s, "\033[200~utan slut", "utan slut");
    skarm_keys(&s, "!", "utan slut!");
    skarm_quit(&s);
    skarm_free(&s);
}

Test(output, the_clipboard_is_asked_for_by_osc_52) {
    struct skarm s;
    open_editor(&s, 24, 80);
    skarm_keys(&s, "abc\x03", "urklipp");
    cr_assert(raw_has(&s, "\033]52;c;YWJj\a"));
    skarm_quit(&s);
    skarm_free(&s);
}

/* Escape sequences in the text are no longer than those curses sends; a string that sets the
 * window's title, or a C1 control, never comes from there. */
Test(output, data_cannot_drive_the_terminal) {
    struct skarm s;
    skarm_new(&s);
    skarm_case(&s);
    const char *sql = "UPDATE arende SET dnr = 'X' || char(27) || ']0;ond' || char(7) || char(155) "
                      "|| '31m' || char(8238);";
    const char *command = arena_printf(&s.a,
                                       "python3 -c \"import sqlite3,sys; c=sqlite3.connect("
                                       "sys.argv[1]); c.executescript(sys.argv[2])\" '%s' "
                                       "\"%s\"",
                                       s.db, sql)
                              .p;
    cr_assert_eq(system(command), 0);
    skarm_start(&s, 24, 80);
    cr_assert(term_shows(&s.t, "]0;ond"));
    skarm_keys(&s, "\r", "4.1:1");
    cr_assert(!raw_has(&s, "\033]0"));
    cr_assert(!raw_has(&s, "\xC2\x9B"));
    cr_assert(!raw_has(&s, "\xE2\x80\xAE"));
    cr_assert(!raw_has(&s, "\a"));
    skarm_quit(&s);
    skarm_free(&s);
}

/* ---- another editor ---- */

/* Ctrl-O with that editor on ”ett ord”: what the screen says, and what is saved afterwards. */
static void other_editor(const char *editor, const char *shows, const char *saved) {
    struct skarm s;
    skarm_new(&s);
    s.extra[0] = "VISUAL";
    s.extra[1] = editor;
    open_text(&s, 24, 80);
    skarm_keys(&s, "ett ord", "ett ord");
    skarm_keys(&s, "\x0F", shows);
    skarm_keys(&s, "!", "!");
    skarm_quit(&s);
    motive_is(&s, saved);
    skarm_free(&s);
}

Test(editor, what_it_wrote_is_fetched) {
    other_editor("EDITOR=sed -i s/ett/två/", "två ord", "två ord!");
}

Test(editor, that_fails_leaves_the_text) {
    other_editor("EDITOR=false", "avslutades med ett fel", "ett ord!");
    other_editor("EDITOR=/finns/inte", "kunde inte startas", "ett ord!");
    other_editor("EDITOR", "Ingen egen redigerare är vald", "ett ord!");
    other_editor("EDITOR=rm -f", "finns inte", "ett ord!");
}

Test(editor, that_gives_no_text_back_leaves_the_text) {
    struct skarm s;
    struct error err = {0};
    skarm_new(&s);
    const char *script = arena_printf(&s.a, "%s.sh", s.db).p;
    cr_assert_eq(file_write(script, S8("printf 'sm\\345' >\"$1\"\n"), 0600, &err), ST_OK);
    other_editor(arena_printf(&s.a, "EDITOR=sh %s", script).p, "Det du skrev finns kvar i",
                 "ett ord!");
    skarm_free(&s);
}

/* ---- how it ends ---- */

static void typed_then(int sig) {
    struct skarm s;
    open_editor(&s, 24, 80);
    skarm_keys(&s, "Det här ska finnas kvar åäö", "kvar åäö");
    double begun = term_now();
    if (sig)
        kill(s.t.pid, sig);
    else
        term_hangup(&s.t);
    cr_assert(term_wait_end(&s.t, 5000), "it goes on");
    cr_assert(term_now() - begun < 5000);
    motive_is(&s, "Det här ska finnas kvar åäö");
    struct str8 h = skarm_command(&s, "historik", "1", "4.4.3", NULL);
    cr_assert(s8_find(h, S8("skriv")) >= 0, "%.*s", S8F(h));
    skarm_free(&s);
}

Test(end, a_hangup_saves) {
    typed_then(0);
}

Test(end, sighup_and_sigterm_save) {
    typed_then(SIGHUP);
    typed_then(SIGTERM);
}

Test(end, comes_back_to_the_same_place) {
    struct skarm s;
    open_editor(&s, 24, 80);
    skarm_keys(&s, "ett två tre\033[D\033[D\033[D", "ett två tre");
    skarm_quit(&s);
    skarm_start(&s, 24, 80);
    skarm_keys(&s, "X", "ett två Xtre");
    skarm_keys(&s, "\033", "Sparat");
    term_settle(&s.t, 200, 1000);
    skarm_quit(&s);
    skarm_start(&s, 24, 80);
    cr_assert(term_shows(&s.t, ">   4.4.3:1"));
    skarm_quit(&s);
    skarm_free(&s);
}

Test(end, suspended_and_taken_up_again) {
    struct skarm s;
    skarm_new(&s);
    skarm_case(&s);
    const char *yttra = getenv("YTTRA");
    const char *line = arena_printf(&s.a, "set -m; '%s' --databas '%s'; echo PAUSAD; sleep 1; fg",
                                    yttra ? yttra : "./yttra", s.db)
                           .p;
    char *argv[] = {(char *)(size_t) "bash", (char *)(size_t) "-c", (char *)(size_t)line, NULL};
    cr_assert(term_start(&s.t, 24, 80, argv, NULL));
    skarm_keys(&s, "", "hjälp");
    skarm_keys(&s, "Z", "PAUSAD");
    skarm_keys(&s, "", "pågående ärenden");
    skarm_keys(&s, "\r", "4.1:1");
    skarm_quit(&s);
    skarm_free(&s);
}

/* The text of the ärende's drafts, as the program offers it when it starts. */
static struct str8 offered(struct skarm *s) {
    skarm_start(s, 50, 160);
    struct str8 all = whole(s);
    term_type(&s->t, "\x11");
    term_wait_end(&s->t, 5000);
    term_stop(&s->t);
    s->t = (struct term){.fd = -1};
    return all;
}

/* What stands on the screen when the program is killed is there when it starts again. */
Test(end, killed_while_typing_loses_nothing_shown) {
    int times = getenv("YTTRA_LANGPROV") ? 1000 : 12;
    const char *many = getenv("YTTRA_KILLS");
    times = many ? atoi(many) : times;
    srand(4711);
    for (int i = 0; i < times; i++) {
        struct skarm s;
        struct buf shown = {0};
        open_editor(&s, 24, 80);
        int keys = rand() % 40;
        for (int k = 0; k < keys; k++) {
            char letter[2] = {(char)('a' + rand() % 26), '\0'};
            term_type(&s.t, letter);
            if (rand() % 3 == 0)
                term_settle(&s.t, 1, 5);
        }
        kill(s.t.pid, SIGKILL);
        term_wait_end(&s.t, 5000);
        term_settle(&s.t, 5, 20);
        term_row(&s.t, 3, &shown);
        if (shown.n) {
            term_stop(&s.t);
            struct str8 again = offered(&s);
            cr_assert(s8_find(again, buf_str8_of(&shown)) >= 0, "”%s” is gone:\n%.*s", shown.p,
                      S8F(again));
        }
        buf_free(&shown);
        skarm_free(&s);
    }
}

/* ---- a full disk ---- */

static void fill(struct skarm *s, const char *dir, bool full) {
    const char *path = arena_printf(&s->a, "%s/fyllnad", dir).p;
    if (!full) {
        unlink(path);
        return;
    }
    FILE *f = fopen(path, "w");
    for (int i = 0; f && i < 100000; i++)
        if (fputs("0123456789abcdef0123456789abcdef", f) < 0 || fflush(f) != 0)
            break;
    fclose(f);
}

Test(disk, full_while_typing) {
    struct skarm s;
    skarm_new(&s);
    const char *dir = arena_printf(&s.a, "%.*s", (int)(strrchr(s.db, '/') - s.db), s.db).p;
    if (mount("none", dir, "tmpfs", 0, "size=2m") != 0)
        return; /* only root may */
    skarm_case(&s);
    skarm_start(&s, 24, 80);
    skarm_keys(&s, "\r", "obesvarad");
    skarm_keys(&s, "4.4.3\r", "4.4.3:1");
    skarm_keys(&s, "\r", "motivering till 4.4.3:1");
    skarm_keys(&s, "Före. ", "Utkast");
    for (int i = 0; i < 100 && !term_shows(&s.t, "EJ SPARAT"); i++) {
        fill(&s, dir, true);
        term_type(&s.t, "x");
        term_settle(&s.t, 10, 100);
    }
    skarm_keys(&s, " Under.", "Under.");
    cr_assert(term_shows(&s.t, "EJ SPARAT"));
    cr_assert(term_shows(&s.t, "disken är full"));
    fill(&s, dir, false);
    skarm_keys(&s, "", "Utkast");
    skarm_quit(&s);
    motive_is(&s, "Under.");
    umount(dir);
    skarm_free(&s);
}
