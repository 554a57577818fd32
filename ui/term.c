#include "ui/term.h"

#include <curses.h>
#include <term.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/conv.h"
#include "base/fileio.h"

/* A signal handler can reach nothing else: what has happened, and a pipe that wakes the loop. */
static volatile sig_atomic_t happened;
static int wake[2] = {-1, -1};
static bool taken;
static char charset_name[64]; /* the locale's own changes with the locale */

static void on_signal(int sig) {
    int why = errno;
    happened |= sig == SIGWINCH ? TERM_SIZE : sig == SIGTSTP ? TERM_STOP : TERM_GONE;
    (void)!write(wake[1], "", 1);
    errno = why;
}

static const int caught[] = {SIGWINCH, SIGTSTP, SIGHUP, SIGTERM};

static void set_signals(void (*handler)(int)) {
    struct sigaction sa = {.sa_handler = handler};
    for (size_t i = 0; i < sizeof caught / sizeof *caught; i++)
        sigaction(caught[i], &sa, NULL);
    /* Ctrl-C is a key here; what another program in the terminal does with it is not for us. */
    if (handler != SIG_DFL)
        sa.sa_handler = SIG_IGN;
    sigaction(SIGINT, &sa, NULL);
    sigaction(SIGQUIT, &sa, NULL);
    sigaction(SIGPIPE, &sa, NULL);
}

static void open_wake(void) {
    if (wake[0] >= 0 || pipe2(wake, O_CLOEXEC | O_NONBLOCK) == 0)
        return;
    wake[0] = wake[1] = -1;
}

/* ---- the character set ---- */

static bool is_utf8(const char *codeset) {
    return strcasecmp(codeset, "UTF-8") == 0 || strcasecmp(codeset, "UTF8") == 0;
}

static bool is_ascii(const char *codeset) {
    return !*codeset || strcmp(codeset, "ANSI_X3.4-1968") == 0 || strcmp(codeset, "US-ASCII") == 0;
}

/* Curses writes UTF-8 where the locale does. For other sets our own bytes pass through it: in the
 * locale C it sends characters below 256 as they are. */
static void use_charset(const char **charset, const char *name) {
    snprintf(charset_name, sizeof charset_name, "%s", name);
    *charset = is_utf8(name) ? NULL : charset_name;
    if (*charset)
        setlocale(LC_CTYPE, "C");
    else if (!setlocale(LC_CTYPE, "") || !is_utf8(nl_langinfo(CODESET)))
        setlocale(LC_CTYPE, "C.UTF-8");
}

static enum status choose_charset(const char *teckenkod, const char **charset, struct buf *said,
                                  struct error *err) {
    if (teckenkod && !conv_known(teckenkod))
        return error_set(err, ST_USAGE,
                         "teckenkoden ”%s” är okänd. Skriv till exempel --teckenkod UTF-8 eller "
                         "--teckenkod ISO-8859-1.",
                         teckenkod);
    const char *locale = setlocale(LC_ALL, "");
    const char *codeset = locale ? nl_langinfo(CODESET) : "";
    if (teckenkod) {
        use_charset(charset, teckenkod);
    } else if (is_ascii(codeset)) {
        buf_str(said, "Språkinställningen (LANG) anger ingen teckenkod, så UTF-8 används. "
                      "Syns å, ä och ö fel? Starta med --teckenkod ISO-8859-1. ");
        use_charset(charset, "UTF-8");
    } else {
        use_charset(charset, codeset);
    }
    return ST_OK;
}

/* ---- curses ---- */

static const char fallback_term[] = "xterm-256color";

/* Is it known, and one on which nothing can be put in its place? Asked before curses writes. */
static bool is_dumb(const char *name) {
    int found;
    if (!name || !*name || setupterm(name, STDOUT_FILENO, &found) != OK)
        return false;
    bool dumb = !cursor_address || cursor_address == (char *)-1;
    del_curterm(cur_term);
    return dumb;
}

static enum status start_curses(struct buf *said, struct error *err) {
    const char *name = getenv("TERM");
    set_escdelay(100);
    if (is_dumb(name))
        return error_set(err, ST_IO,
                         "terminaler av typen ”%s” kan inte flytta markören, och det behöver "
                         "skärmen. Starta yttra i ett vanligt terminalfönster. Är det ett sådant "
                         "är TERM fel satt; prova TERM=%s yttra. Kommandona går att använda ändå: "
                         "yttra --help.",
                         name, fallback_term);
    if (name && *name && newterm(NULL, stdout, stdin))
        return ST_OK;
    if (!newterm(fallback_term, stdout, stdin))
        return error_set(err, ST_IO,
                         "terminaltypen ”%s” är okänd, och %s finns inte heller. Installera "
                         "ncurses-base, eller sätt TERM till en typ som finns.",
                         name ? name : "", fallback_term);
    buf_printf(said, "Terminaltypen ”%s” är okänd här; %s används i stället. ", name ? name : "",
               fallback_term);
    return ST_OK;
}

static void set_modes(void) {
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    meta(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    typeahead(-1); /* all that has been typed is taken before anything is drawn */
    idlok(stdscr, TRUE);
    use_legacy_coding(2);
    curs_set(1);
    def_prog_mode();
}

/* Pasted text comes marked, so that it can be taken at one stroke. */
static void bracket_paste(bool on) {
    term_write(on ? S8("\033[?2004h") : S8("\033[?2004l"));
}

enum status term_open(const char *teckenkod, const char **charset, struct buf *said,
                      struct error *err) {
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return error_set(err, ST_USAGE, "skärmen behöver en terminal, både in och ut");
    enum status st = choose_charset(teckenkod, charset, said, err);
    if (st == ST_OK)
        st = start_curses(said, err);
    if (st != ST_OK)
        return st;
    taken = true;
    open_wake();
    set_signals(on_signal);
    set_modes();
    bracket_paste(true);
    return ST_OK;
}

void term_close(void) {
    if (!taken)
        return;
    taken = false;
    bracket_paste(false);
    endwin();
    set_signals(SIG_DFL);
}

void term_leave(void) {
    bracket_paste(false);
    endwin();
}

void term_return(void) {
    int rows, cols;
    reset_prog_mode();
    term_size(&rows, &cols);
    bracket_paste(true);
    clearok(curscr, TRUE);
}

void term_suspend(void) {
    struct sigaction sa = {.sa_handler = SIG_DFL}, old;
    term_leave();
    sigaction(SIGTSTP, &sa, &old);
    kill(getpid(), SIGTSTP);
    sigaction(SIGTSTP, &old, NULL);
    term_return();
}

void term_size(int *rows, int *cols) {
    struct winsize ws;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) == 0 && ws.ws_row && ws.ws_col) {
        *rows = ws.ws_row;
        *cols = ws.ws_col;
        if (is_term_resized(*rows, *cols))
            resizeterm(*rows, *cols);
    } else {
        *rows = LINES > 0 ? LINES : 24;
        *cols = COLS > 0 ? COLS : 80;
    }
}

void term_write(struct str8 bytes) {
    file_put_all(STDOUT_FILENO, bytes);
}

static int take_happened(void) {
    int what = happened;
    happened &= ~what;
    return what;
}

bool term_is_gone(void) {
    return happened & TERM_GONE;
}

int term_wait(int ms) {
    struct pollfd p[2] = {{STDIN_FILENO, POLLIN, 0}, {wake[0], POLLIN, 0}};
    int n = poll(p, 2, ms);
    int what = n < 0 && errno != EINTR ? TERM_GONE : 0;
    if (n > 0 && p[0].revents & (POLLERR | POLLHUP | POLLNVAL))
        what |= TERM_GONE;
    if (n > 0 && p[0].revents & POLLIN)
        what |= TERM_INPUT;
    char drain[64];
    if (n > 0 && p[1].revents & POLLIN)
        (void)!read(wake[0], drain, sizeof drain);
    return what | take_happened();
}
