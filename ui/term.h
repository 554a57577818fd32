/* The terminal taken and given back: locale, terminfo, modes, signals. */
#ifndef UI_TERM_H
#define UI_TERM_H

#include "base/buf.h"
#include "base/status.h"

/* Takes the terminal that standard input and output are. `teckenkod` is the character set the user
 * names, or NULL: the locale's, and UTF-8 where it has none. What the user should hear of that goes
 * to `said` as whole sentences. *charset: what grids are drawn for, NULL for UTF-8.
 * ST_USAGE: no terminal, an unknown character set. ST_IO: no usable terminfo, or a terminal whose
 * cursor cannot be moved. */
enum status term_open(const char *teckenkod, const char **charset, struct buf *said,
                      struct error *err);
void term_close(void); /* as it was; harmless when it is not taken */

/* Gives it back for a while, and takes it again: for another program, and while suspended. */
void term_leave(void);
void term_return(void);

/* Stops the program as Ctrl-Z does elsewhere; returns when it goes on. */
void term_suspend(void);

/* Its size now, at least 1 × 1. Tells curses when it is another. */
void term_size(int *rows, int *cols);

/* Bytes past curses: sequences that show nothing. */
void term_write(struct str8 bytes);

/* What has happened since it was last asked. */
enum {
    TERM_INPUT = 1, /* there is something to read */
    TERM_SIZE = 2,  /* the size has changed */
    TERM_STOP = 4,  /* SIGTSTP: wants to be suspended */
    TERM_GONE = 8,  /* SIGHUP, SIGTERM, or the terminal has hung up */
};
/* Waits until something does, or `ms` have passed; -1: for ever. Returns 0 then. */
int term_wait(int ms);

/* Has something ended the program (TERM_GONE) that term_wait has not told of yet? */
bool term_is_gone(void);

#endif
