#include "tests/term.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/utf8.h"

enum { PATIENCE_MS = 10000 };

double term_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int on_property(VTermProp prop, VTermValue *value, void *user) {
    struct term *t = user;
    if (prop == VTERM_PROP_CURSORVISIBLE)
        t->cursor_shown = value->boolean;
    else if (prop == VTERM_PROP_ALTSCREEN)
        t->alternate = value->boolean;
    return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_property};

static void set_environment(const char *const env[]) {
    setenv("TERM", "xterm-256color", 1);
    unsetenv("LINES");
    unsetenv("COLUMNS");
    for (size_t i = 0; env && env[i]; i++) {
        const char *equals = strchr(env[i], '=');
        char name[64];
        if (!equals) {
            unsetenv(env[i]);
            continue;
        }
        size_t n = (size_t)(equals - env[i]);
        if (n < sizeof name) {
            memcpy(name, env[i], n);
            name[n] = '\0';
            setenv(name, equals + 1, 1);
        }
    }
}

/* A test that runs under nohup ignores signals, and what is ignored is inherited. */
static void set_signals(void) {
    static const int sigs[] = {SIGHUP,  SIGINT,  SIGQUIT, SIGPIPE,  SIGTERM,
                               SIGTSTP, SIGTTIN, SIGTTOU, SIGWINCH, SIGCHLD};
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (size_t i = 0; i < sizeof sigs / sizeof *sigs; i++)
        signal(sigs[i], SIG_DFL);
}

bool term_start(struct term *t, int rows, int cols, char *const argv[], const char *const env[]) {
    struct winsize ws = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    *t = (struct term){.fd = -1, .rows = rows, .cols = cols, .cursor_shown = true};
    t->vt = vterm_new(rows, cols);
    vterm_set_utf8(t->vt, 1);
    t->screen = vterm_obtain_screen(t->vt);
    vterm_screen_set_callbacks(t->screen, &callbacks, t);
    vterm_screen_enable_altscreen(t->screen, 1);
    vterm_screen_reset(t->screen, 1);
    t->started_ms = term_now();
    t->pid = forkpty(&t->fd, NULL, NULL, &ws);
    if (t->pid == 0) {
        set_environment(env);
        set_signals();
        execvp(argv[0], argv);
        _exit(127);
    }
    if (t->pid < 0)
        return false;
    /* A program started later must not hold this line open. */
    fcntl(t->fd, F_SETFD, FD_CLOEXEC);
    fcntl(t->fd, F_SETFL, O_RDWR | O_NONBLOCK);
    return true;
}

/* Answers to what the program asks the terminal. One that does not read them loses them. */
static void answer(struct term *t) {
    char out[512];
    size_t n;
    while ((n = vterm_output_read(t->vt, out, sizeof out)) > 0)
        (void)!write(t->fd, out, n);
}

/* Takes what has come, waiting at most `ms` for it; false when nothing did. */
static bool take(struct term *t, int ms) {
    char bytes[65536];
    struct pollfd p = {.fd = t->fd, .events = POLLIN};
    if (t->fd < 0 || poll(&p, 1, ms < 0 ? 0 : ms) <= 0)
        return false;
    ssize_t n = read(t->fd, bytes, sizeof bytes);
    if (n <= 0)
        return false;
    t->last_ms = term_now();
    buf_bytes(&t->raw, bytes, (size_t)n);
    vterm_input_write(t->vt, bytes, (size_t)n);
    answer(t);
    return true;
}

bool term_send(struct term *t, const char *bytes, size_t n) {
    double end = term_now() + PATIENCE_MS;
    while (n > 0 && t->fd >= 0) {
        ssize_t k = write(t->fd, bytes, n);
        if (k > 0) {
            bytes += k;
            n -= (size_t)k;
            end = term_now() + PATIENCE_MS;
        } else if ((k < 0 && errno != EINTR && errno != EAGAIN) || term_now() > end) {
            return false;
        } else {
            take(t, 5);
        }
    }
    return n == 0;
}

bool term_type(struct term *t, const char *text) {
    return term_send(t, text, strlen(text));
}

void term_unescape(const char *keys, struct buf *out) {
    static const char from[] = "enrtb\\", to[] = "\033\n\r\t\177\\";
    for (const char *s = keys; *s; s++) {
        const char *at = *s == '\\' && s[1] ? strchr(from, s[1]) : NULL;
        if (at) {
            buf_byte(out, to[at - from]);
            s++;
        } else if (*s == '\\' && s[1] == 'x' && s[2] && s[3]) {
            char hex[3] = {s[2], s[3], 0};
            buf_byte(out, (char)strtol(hex, NULL, 16));
            s += 3;
        } else {
            buf_byte(out, *s);
        }
    }
}

size_t term_settle(struct term *t, int quiet, int most) {
    size_t before = t->raw.n;
    double end = term_now() + most;
    bool any = false;
    for (;;) {
        int left = (int)(end - term_now());
        if (left <= 0 || !take(t, any && quiet < left ? quiet : left))
            break;
        if (!any)
            t->first_ms = t->last_ms;
        any = true;
    }
    return t->raw.n - before;
}

static bool row_is(struct term *t, int row, const char *text) {
    struct buf b = {0};
    term_row(t, row, &b);
    bool is = s8_eqz(buf_str8_of(&b), text);
    buf_free(&b);
    return is;
}

/* Row -1: the whole screen, on which the text stands or does not. */
static bool met(struct term *t, int row, const char *text, bool there) {
    return row >= 0 ? row_is(t, row, text) : term_shows(t, text) == there;
}

static bool until(struct term *t, int row, const char *text, bool there) {
    double end = term_now() + PATIENCE_MS;
    while (!met(t, row, text, there))
        if (!take(t, (int)(end - term_now())))
            return met(t, row, text, there);
    return true;
}

bool term_until(struct term *t, const char *text) {
    return until(t, -1, text, true);
}

bool term_until_gone(struct term *t, const char *text) {
    return until(t, -1, text, false);
}

bool term_until_row(struct term *t, int row, const char *text) {
    return until(t, row, text, true);
}

struct str8 term_since(const struct term *t, size_t mark) {
    return s8_skip(buf_str8_of(&t->raw), mark);
}

void term_row(struct term *t, int row, struct buf *out) {
    size_t room = (size_t)t->cols * 24 + 1;
    char *text = mem_alloc(room);
    VTermRect r = {.start_row = row, .end_row = row + 1, .start_col = 0, .end_col = t->cols};
    size_t n = vterm_screen_get_text(t->screen, text, room, r);
    while (n > 0 && (text[n - 1] == ' ' || text[n - 1] == '\0'))
        n--;
    buf_bytes(out, text, n);
    free(text);
}

void term_screen(struct term *t, struct buf *out) {
    for (int row = 0; row < t->rows; row++) {
        term_row(t, row, out);
        buf_byte(out, '\n');
    }
}

bool term_shows(struct term *t, const char *text) {
    struct buf b = {0};
    term_screen(t, &b);
    bool shows = s8_find(buf_str8_of(&b), s8_from(text)) >= 0;
    buf_free(&b);
    return shows;
}

void term_cursor(struct term *t, int *row, int *col) {
    VTermPos at;
    vterm_state_get_cursorpos(vterm_obtain_state(t->vt), &at);
    *row = at.row;
    *col = at.col;
}

static int colour(const VTermColor *c, bool is_default) {
    if (is_default)
        return TERM_DEFAULT;
    if (VTERM_COLOR_IS_INDEXED(c))
        return c->indexed.idx;
    return TERM_RGB | c->rgb.red << 16 | c->rgb.green << 8 | c->rgb.blue;
}

struct term_cell term_cell(struct term *t, int row, int col) {
    struct term_cell out = {.fg = TERM_DEFAULT, .bg = TERM_DEFAULT};
    VTermScreenCell cell;
    VTermPos at = {.row = row, .col = col};
    size_t n = 0;
    if (!vterm_screen_get_cell(t->screen, at, &cell))
        return out;
    /* The second cell of a wide character holds -1. */
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] && ~cell.chars[i]; i++)
        n += utf8_encode(cell.chars[i], out.text + n);
    out.text[n] = '\0';
    out.width = (unsigned char)cell.width;
    out.bold = cell.attrs.bold;
    out.underline = cell.attrs.underline != VTERM_UNDERLINE_OFF;
    out.reverse = cell.attrs.reverse;
    out.fg = colour(&cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg));
    out.bg = colour(&cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg));
    return out;
}

void term_resize(struct term *t, int rows, int cols) {
    struct winsize ws = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    if (t->fd < 0)
        return;
    t->rows = rows;
    t->cols = cols;
    vterm_set_size(t->vt, rows, cols);
    ioctl(t->fd, TIOCSWINSZ, &ws);
}

void term_hangup(struct term *t) {
    if (t->fd >= 0)
        close(t->fd);
    t->fd = -1;
}

static void ended(struct term *t) {
    t->ended = true;
    t->ended_ms = term_now();
}

bool term_wait_end(struct term *t, int ms) {
    double end = term_now() + ms;
    while (!t->ended) {
        if (waitpid(t->pid, &t->status, WNOHANG) == t->pid)
            ended(t);
        else if (term_now() >= end)
            return false;
        else if (!take(t, 5))
            usleep(1000);
    }
    for (bool more = true; more;)
        more = take(t, 0);
    return true;
}

void term_stop(struct term *t) {
    if (!t->ended && t->pid > 0) {
        kill(t->pid, SIGKILL);
        waitpid(t->pid, &t->status, 0);
        ended(t);
    }
    term_hangup(t);
    if (t->vt)
        vterm_free(t->vt);
    t->vt = NULL;
    buf_free(&t->raw);
}
