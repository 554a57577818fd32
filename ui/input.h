/* Keys as they come from the terminal. */
#ifndef UI_INPUT_H
#define UI_INPUT_H

#include "base/buf.h"
#include "ui/key.h"

enum input_kind {
    INPUT_NONE,  /* nothing more to read now */
    INPUT_KEY,   /* `key` */
    INPUT_PASTE, /* `paste`: what stood between the terminal's marks, UTF-8 */
    INPUT_GONE   /* there is nothing behind the terminal any more */
};

struct input {
    const char *charset; /* of the terminal; NULL: UTF-8 */
    bool pasting;        /* between the marks; goes on in the next read */
    struct buf paste;
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

/* The next event, without waiting; `ready` says that there is something to read. */
enum input_kind input_next(struct input *in, bool ready, keycode *k);

#endif
