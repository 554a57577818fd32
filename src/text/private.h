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

/* What the last change was, to join the next one with it. */
enum run { RUN_NONE, RUN_TYPING, RUN_DELETING };

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

/* Changes the text and logs it; the cursor goes to `cursor`. The texts are copied. */
void log_write(struct editor *e, bool joined, size_t at, size_t removed, struct str8 inserted,
               size_t cursor);

struct str8 editor_all(const struct editor *e);

/* What Unicode makes of `text` with its neighbours, the clusters before `from` and after `to`: they
 * and the text between them as they come out, in `a`. `text` is through the edge. */
struct seam {
    struct str8 head, tail; /* the neighbours as they are */
    struct str8 plain, joined;
};
bool seam(const struct editor *e, struct arena *a, size_t from, size_t to, struct str8 text,
          struct seam *out);

/* Breaks all lines anew. */
void lines_make(struct editor *e);
/* The text from `at` has changed: `removed` bytes gave place to `inserted`. To be called when it
 * has; breaks the lines that are others now. */
void lines_change(struct editor *e, size_t at, size_t removed, size_t inserted);

#endif
