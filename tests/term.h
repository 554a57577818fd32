/* A program on a terminal of its own: a pty, with libvterm as the terminal behind it.
 *
 *     struct term t;
 *     char *argv[] = {"sh", "-c", "stty size; cat", NULL};
 *     term_start(&t, 24, 80, argv, NULL);
 *     term_until_row(&t, 0, "24 80");
 *     term_type(&t, "hej\r");
 *     term_until_row(&t, 2, "hej");
 *     term_stop(&t);
 *
 * Nothing is read by itself: what the program sends is taken while something is waited for. To send
 * it a signal, kill(t.pid, …). Questions that the program asks the terminal are answered. */
#ifndef TESTS_TERM_H
#define TESTS_TERM_H

#include <stdbool.h>
#include <sys/types.h>
#include <vterm.h>

#include "base/buf.h"

/* Times are in ms on the monotonic clock, as term_now gives them. */
struct term {
    int fd; /* the terminal's end; -1 when it has been hung up */
    pid_t pid;
    int rows, cols;
    VTerm *vt; /* NULL after term_stop */
    VTermScreen *screen;
    struct buf raw;    /* every byte the program has sent; its n is a mark for term_since */
    double first_ms;   /* when the first byte of the latest term_settle came, if any did */
    double last_ms;    /* when the last byte of all came */
    bool ended;        /* it has been waited for: */
    int status;        /* as waitpid gives it */
    double started_ms; /* just before it was started */
    double ended_ms;   /* when it was found to have ended, some ms late */
    bool cursor_shown;
    bool alternate; /* it has switched to the alternate screen */
};

/* A cell. Colours: TERM_DEFAULT, 0–255 of the palette, or TERM_RGB | 0xRRGGBB. */
enum { TERM_DEFAULT = -1, TERM_RGB = 0x1000000 };
struct term_cell {
    char text[25]; /* UTF-8: a character and what combines with it; "" where nothing was written */
    int width;     /* 2 for a wide character */
    bool bold, underline, reverse;
    int fg, bg;
};

double term_now(void);

/* Starts argv[0] (searched for in PATH) on a terminal of that size. `env` (NULL-terminated, may be
 * NULL): "NAME=VALUE" is set in its environment, "NAME" is taken out. TERM is xterm-256color
 * unless `env` says otherwise. Signals are as in a new terminal, whatever the test ignores. False
 * if it cannot be; a program that is not found ends with status 127. */
bool term_start(struct term *t, int rows, int cols, char *const argv[], const char *const env[]);

/* Sends bytes as a keyboard does. When the program does not read, what it sends meanwhile is taken,
 * so that neither waits for the other. False if the line is dead, or nothing is read for 10 s. */
bool term_send(struct term *t, const char *bytes, size_t n);
bool term_type(struct term *t, const char *text);

/* Keys as they are written on a command line: \e \n \r \t \b (backspace) \\ \xNN; the rest as
 * it stands. */
void term_unescape(const char *keys, struct buf *out);

/* Takes what the program sends until it has been silent for `quiet` ms, or `most` ms have passed;
 * returns how many bytes came. */
size_t term_settle(struct term *t, int quiet, int most);

/* Takes what it sends until `text` stands on the screen, at most for 10 s; false if it never did.
 */
bool term_until(struct term *t, const char *text);
/* … until it does not stand there. */
bool term_until_gone(struct term *t, const char *text);
/* … until that row reads `text`, blanks at its end apart. */
bool term_until_row(struct term *t, int row, const char *text);

/* What the program has sent since raw.n was `mark`; good until more is taken. */
struct str8 term_since(const struct term *t, size_t mark);

/* A row without blanks at its end, or the whole screen with a line end after each row, into `out`.
 */
void term_row(struct term *t, int row, struct buf *out);
void term_screen(struct term *t, struct buf *out);
bool term_shows(struct term *t, const char *text);
void term_cursor(struct term *t, int *row, int *col);
struct term_cell term_cell(struct term *t, int row, int col);

void term_resize(struct term *t, int rows, int cols);

/* The line goes dead: the terminal's end is closed. */
void term_hangup(struct term *t);

/* Waits at most `ms` for the program to end; false if it has not. */
bool term_wait_end(struct term *t, int ms);

/* Ends it if it still runs, and frees all. */
void term_stop(struct term *t);

#endif
