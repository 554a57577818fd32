/* Plain text on its way to pages: fill.c breaks inlines into lines, text.c and text_table.c lay out
 * blocks, page.c puts the lines on pages. All of it lives in one arena. */
#ifndef EMIT_LAYOUT_H
#define EMIT_LAYOUT_H

#include "emit/emit.h"

/* --- Filling (fill.c) ------------------------------------------------------------------------- */

/* A line of text, or of a cell. */
struct filled {
    struct str8 text; /* printable: no-break spaces are spaces, soft hyphens are gone or "-" */
    size_t width;     /* columns */
    struct str8 mark;
    const int *notes; /* numbers of the notes it refers to */
    size_t n_notes;
};

struct filled_lines {
    struct filled *items;
    size_t n, cap;
};

/* Inlines as one text, with what is needed to break it. */
struct flat {
    struct buf text; /* "\n" where a line must end; freed by flat_free */
    struct flat_leaf {
        size_t at; /* byte where it begins */
        struct str8 mark;
        int note; /* 0: text */
    } * leaves;
    size_t n, cap;
};

void flat_inlines(struct arena *a, struct flat *f, const struct doc_node *block);
void flat_free(struct flat *f);

/* The widest line when none is broken but by "\n", and the widest piece that is not to be
 * broken. */
void flat_measure(const struct flat *f, size_t *widest_line, size_t *widest_word);

/* Lines of at most `first` columns, then `rest` (both at least 1). An empty text gives none. */
void flat_fill(struct arena *a, const struct flat *f, size_t first, size_t rest,
               struct filled_lines *out);

/* --- Lines of the document (text.c) ----------------------------------------------------------- */

struct text_line {
    struct str8 text, mark;
    const int *notes;
    size_t n_notes;
    bool blank;   /* space between blocks: none at the top of a page */
    bool heading; /* must not be parted from two lines of what follows */
    bool glued;   /* no page ends after it */
    size_t head;  /* 1 + index of the table head that stands above it; 0: none */
};

struct text_lines {
    struct text_line *items;
    size_t n, cap;
};

/* Lines [from, to) head a table. */
struct text_head {
    size_t from, to;
};

struct text {
    struct arena *a;
    struct text_lines lines;
    struct text_head *heads;
    size_t n_heads, cap_heads;
    size_t width;      /* columns of the page */
    struct buf prefix; /* indentation of the lines to come */
    struct buf first;  /* for the next line instead: ends with a marker; empty when there is none */
    size_t head;       /* for the lines to come */
};

/* The body or a note into t->lines. `t` begins as {.a, .width}. */
void text_blocks(struct text *t, const struct doc_node *parent, bool tight);
void text_free(struct text *t);

/* Begins an item: the next line starts with `marker`, those after it are indented as far. Returns
 * what text_outdent needs to end it. */
size_t text_indent(struct text *t, struct str8 marker);
void text_outdent(struct text *t, size_t before);

/* Columns left for the next line, and for those after it. */
size_t text_room(const struct text *t, bool next);

/* Adds a line after its indentation. */
struct text_line *text_put(struct text *t, const struct filled *line);
void text_blank(struct text *t);

void text_fields(struct text *t, const struct doc_node *fields);
void text_table(struct text *t, const struct doc_node *table);

#endif
