#include "tests/term.h"

#include <errno.h>
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

bool term_start(struct term *t, int rows, int cols, char *const argv[], const char *const env[]) {
    struct winsize ws = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    *t = (struct term){.fd = -1, .rows = rows, .cols = cols, .cursor_shown = true};
    t->vt = vterm_new(rows, cols);
    vterm_set_utf8(t->vt, 1);
    t->screen = vterm_obtain_screen(t->vt);
    vterm_screen_set_callbacks(t->screen, &callbacks, t);
    vterm_screen_enable_altscreen(t->screen, 1);
    vterm_screen_reset(t->screen, 1);
    t->pid = forkpty(&t->fd, NULL, NULL, &ws);
    if (t->pid == 0) {
        set_environment(env);
        execvp(argv[0], argv);
        _exit(127);
    }
    return t->pid > 0;
}

void term_send(struct term *t, const char *bytes, size_t n) {
    while (n > 0 && t->fd >= 0) {
        ssize_t k = write(t->fd, bytes, n);
        if (k < 0 && errno != EINTR)
            return;
        if (k > 0) {
            bytes += k;
            n -= (size_t)k;
        }
    }
}

void term_type(struct term *t, const char *text) {
    term_send(t, text, strlen(text));
}

/* Answers to what the program asks the terminal. */
static void answer(struct term *t) {
    char out[512];
    size_t n;
    while ((n = vterm_output_read(t->vt, out, sizeof out)) > 0)
        term_send(t, out, n);
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

size_t term_settle(struct term *t, int quiet, int most) {
    size_t before = t->raw.n;
    double end = term_now() + most;
    bool any = false;
    for (;;) {
        int left = (int)(end - term_now());
        if (left <= 0 || !take(t, any && quiet < left ? quiet : left))
            break;
        any = true;
    }
    return t->raw.n - before;
}

static bool until(struct term *t, const char *text, bool there) {
    double end = term_now() + PATIENCE_MS;
    while (term_shows(t, text) != there)
        if (!take(t, (int)(end - term_now())))
            return term_shows(t, text) == there;
    return true;
}

bool term_until(struct term *t, const char *text) {
    return until(t, text, true);
}

bool term_until_gone(struct term *t, const char *text) {
    return until(t, text, false);
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

bool term_reverse(struct term *t, int row, int col) {
    VTermScreenCell cell;
    VTermPos at = {.row = row, .col = col};
    return vterm_screen_get_cell(t->screen, at, &cell) && cell.attrs.reverse;
}

void term_resize(struct term *t, int rows, int cols) {
    struct winsize ws = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
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

bool term_wait_end(struct term *t, int ms) {
    double end = term_now() + ms;
    while (!t->ended) {
        if (waitpid(t->pid, &t->status, WNOHANG) == t->pid)
            t->ended = true;
        else if (term_now() >= end)
            return false;
        else if (!take(t, 5))
            usleep(1000);
    }
    while (take(t, 0))
        continue;
    return true;
}

void term_stop(struct term *t) {
    if (!t->ended && t->pid > 0) {
        kill(t->pid, SIGKILL);
        waitpid(t->pid, &t->status, 0);
    }
    term_hangup(t);
    vterm_free(t->vt);
    buf_free(&t->raw);
}
