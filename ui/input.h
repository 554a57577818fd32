/* Keys as they come from the terminal. */
#ifndef UI_INPUT_H
#define UI_INPUT_H

#include "base/buf.h"
#include "ui/key.h"

enum input_kind {
    INPUT_NONE,  /* nothing more to read now */
    INPUT_KEY,   /* `key` */
    INPUT_PASTE, /* `paste`: what stood between the terminal's marks, UTF-8 */
    INPUT_MORE,  /* so much has been taken that it is time to draw; there may be more */
    INPUT_GONE   /* there is nothing behind the terminal any more */
};

struct input {
    const char *charset; /* of the terminal; NULL: UTF-8 */
    bool pasting;        /* between the marks; goes on in the next read */
    struct buf paste;
    int budget;      /* how much more is taken before that */
    int failures;    /* reads in a row that gave nothing although there was something */
    bool latin;      /* a byte came that is no UTF-8 */
    bool latin_told; /* … and the user has been told */
};

/* Teaches curses the keys that terminfo does not know: PuTTY's, rxvt's, xterm's with Ctrl and
 * Shift, and the marks of a paste. Once, after term_open. */
void input_open(struct input *in, const char *charset);
void input_free(struct input *in);

/* A paste whose end mark has not come although nothing more does: it ends here. False when nothing
 * was being pasted. */
bool input_end_paste(struct input *in);

/* Begins a round: what is taken in one is shown at once. */
void input_begin(struct input *in);

/* The next event of the round, without waiting; `ready` says that there is something to read. */
enum input_kind input_next(struct input *in, bool ready, keycode *k);

#endif
