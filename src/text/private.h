/* What the files of the editor share. */
#ifndef TEXT_PRIVATE_H
#define TEXT_PRIVATE_H

#include "text/editor.h"

struct op {
    enum editor_kind kind;
    bool joined;
    size_t at;
    struct str8 removed, inserted;    /* in the editor's arena */
    size_t before, after;             /* the cursor */
    size_t state_before, state_after; /* which text it was: the same number is the same text */
    size_t of;                        /* the operation it takes back; of EDITOR_WROTE 0 */
};

struct stack {
    size_t *op; /* indexes, the latest last */
    size_t n, cap;
};

/* What the last change was, to join the next one with it: letters typed, or taken away one by one
 * to the left or to the right. */
enum run { RUN_NONE, RUN_TYPING, RUN_LEFT, RUN_RIGHT };

struct editor {
    struct buf text;
    size_t chars, max; /* characters there are, and may be; max 0: any number */
    bool one_line;
    size_t cursor, anchor; /* what lies between them is selected when `selecting` */
    bool selecting, marking;
    size_t want; /* the column that up and down keep; NO_COLUMN: the cursor's own */
    struct arena a;
    struct op *op;
    size_t n_op, cap_op;
    struct stack undo, redo;
    enum run run;
    size_t state, last_state, clean_state;
    size_t width;
    size_t *start; /* of every line, ascending; the first is 0 */
    size_t n_lines, cap_lines;
    size_t broken; /* lines broken so far: what a change costs */
};

#define NO_COLUMN ((size_t)-1)

/* A change that is about to be made: `text` in place of [from, to), and where the cursor goes. */
struct change {
    size_t from, to;
    struct str8 text;
    size_t cursor;
};

/* Widens the change to what Unicode makes of it together with its neighbours: a combining character
 * joins the letter before it. False when it was whole as it stood; else the text is in `a`. */
bool editor_compose(const struct editor *e, struct arena *a, struct change *c);

/* Changes the text and logs it; the cursor goes to `cursor`, or the nearest place after it. The
 * text is copied. */
void log_write(struct editor *e, bool joined, const struct change *c);

struct str8 editor_all(const struct editor *e);

/* A paste with the bullets of a word processor made a list in Markdown, appended to `out`; all else
 * as it is. `before` and `after` are what stands on the line on both sides of the place where it is
 * put, and what follows. */
void paste_lists(struct str8 text, struct str8 before, struct str8 after, struct buf *out);

/* Is `at` between two characters of `s`, or at one of its ends? */
static inline bool between_chars(struct str8 s, size_t at) {
    return at >= s.n || ((unsigned char)s.p[at] & 0xC0) != 0x80;
}

/* Breaks all lines anew. */
void lines_make(struct editor *e);
/* The text from `at` has changed: `removed` bytes gave place to `inserted`. To be called when it
 * has; breaks the lines that are others now. */
void lines_change(struct editor *e, size_t at, size_t removed, size_t inserted);

#endif
