/* A program on a terminal of its own: a pty, with libvterm as the terminal behind it. */
#ifndef TESTS_TERM_H
#define TESTS_TERM_H

#include <stdbool.h>
#include <sys/types.h>
#include <vterm.h>

#include "base/buf.h"

struct term {
    int fd; /* the terminal's end; -1 when it has been hung up */
    pid_t pid;
    int rows, cols;
    VTerm *vt;
    VTermScreen *screen;
    struct buf raw; /* every byte the program has sent */
    double last_ms; /* when the last of them came, on the monotonic clock */
    bool ended;     /* it has been waited for: */
    int status;     /* as waitpid gives it */
    bool cursor_shown;
};

double term_now(void); /* ms on the monotonic clock */

/* Starts argv[0] (searched for in PATH) on a terminal of that size. `env` (NULL-terminated, may be
 * NULL): "NAME=VALUE" is set in its environment, "NAME" is taken out. False if it cannot be. */
bool term_start(struct term *t, int rows, int cols, char *const argv[], const char *const env[]);

/* Sends bytes as a keyboard does. */
void term_send(struct term *t, const char *bytes, size_t n);
void term_type(struct term *t, const char *text);

/* Takes what the program sends until it has been silent for `quiet` ms, or `most` ms have passed;
 * returns how many bytes came. */
size_t term_settle(struct term *t, int quiet, int most);

/* Takes what it sends until `text` stands on the screen, at most for 10 s; false if it never did.
 */
bool term_until(struct term *t, const char *text);
/* … until it does not stand there. */
bool term_until_gone(struct term *t, const char *text);

/* A row without blanks at its end, or the whole screen with a line end after each row, into `out`.
 */
void term_row(struct term *t, int row, struct buf *out);
void term_screen(struct term *t, struct buf *out);
bool term_shows(struct term *t, const char *text);
void term_cursor(struct term *t, int *row, int *col);
bool term_reverse(struct term *t, int row, int col); /* is that cell in reverse video? */

void term_resize(struct term *t, int rows, int cols);

/* The line goes dead: the terminal's end is closed. */
void term_hangup(struct term *t);

/* Waits at most `ms` for the program to end; false if it has not. */
bool term_wait_end(struct term *t, int ms);

/* Ends it if it still runs, and frees all. */
void term_stop(struct term *t);

#endif
