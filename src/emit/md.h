/* What the two halves of the Markdown emitter share. */
#ifndef EMIT_MD_H
#define EMIT_MD_H

#include <stdio.h>
#include "emit/emit.h"

struct md {
    struct buf *out;
    struct buf prefix; /* what every line begins with: indentation of items, "> " of quotes */
    bool started;      /* a marker has begun the line, prefix included */

    /* Of the line of text being written (md_inline.c). */
    size_t line;      /* where in `out` it begins */
    bool after_break; /* it is not the first of its paragraph */
    bool one_line;    /* heading or cell: breaks are <br> */
    bool cell, heading;
    int links;        /* links it is inside */
    bool after_note;  /* a note reference stands before */
    bool note_first;  /* and begins the line */
    bool encode_next; /* the next character is written as a reference, being no border */
};

/* The inlines of a paragraph, heading or cell. */
void md_put_inlines(struct md *m, const struct doc_node *block);

/* The longest run of `c` in `s`. */
size_t md_longest_run(struct str8 s, char c);

#endif
