/* A drawn screen in memory: cells with a character and a style. Views draw on it and know no
 * terminal; ui/draw.c carries it to curses, tests read it as text.
 *
 * grid_put is the only way for text to reach the screen: it clips, takes out what could drive the
 * terminal, and writes characters that the terminal's character set lacks in another way.
 */
#ifndef UI_GRID_H
#define UI_GRID_H

#include <stdint.h>
#include "base/arena.h"
#include "base/buf.h"

/* What a text is; ui/theme.c says how that looks. */
enum style {
    STYLE_NORMAL,
    STYLE_DIM,      /* less important: provenance, hints */
    STYLE_HEADING,  /* of a part of the screen */
    STYLE_BAR,      /* header and help line */
    STYLE_KEY,      /* a key in the help line */
    STYLE_FOCUS,    /* the row the keys act on */
    STYLE_SELECTED, /* marked text */
    STYLE_FIELD,    /* where something can be typed */
    STYLE_GOOD,     /* answered, saved */
    STYLE_WARNING,  /* time is short, a warning */
    STYLE_ERROR,    /* not saved, an error */
    STYLE_N
};

struct grid_cell {
    uint32_t c[4]; /* a character and what combines with it; c[0] is 0 in the right half of a wide
                      one, ' ' where nothing is */
    uint8_t style;
};

struct grid {
    int rows, cols;
    struct grid_cell *cell; /* row by row */
    int cursor_row, cursor_col;
    const char *charset; /* what the terminal takes; NULL: UTF-8 */
};

/* The first cell of a row. */
static inline struct grid_cell *grid_cells(const struct grid *g, int row) {
    return &g->cell[(size_t)row * (size_t)g->cols];
}

struct rect {
    int row, col, rows, cols;
};

/* An empty grid of that size in place of what was there; the cursor in the upper left corner. */
void grid_resize(struct grid *g, int rows, int cols);
void grid_free(struct grid *g);
void grid_clear(struct grid *g);

/* Puts `s` from (row, col), at most `cols` columns and never beyond the right edge; returns the
 * column after it. Line ends and other control characters are shown as U+FFFD, tabs as a space. */
int grid_put(struct grid *g, int row, int col, int cols, enum style style, struct str8 s);
int grid_puts(struct grid *g, int row, int col, int cols, enum style style, const char *s);

/* As grid_put; when not all of it fits it ends in "…". */
int grid_put_clipped(struct grid *g, int row, int col, int cols, enum style style, struct str8 s);

/* `cols` cells of that style, blank. */
void grid_fill(struct grid *g, int row, int col, int cols, enum style style);
/* … and all of a rectangle. */
void grid_blank(struct grid *g, struct rect r);

/* A vertical or horizontal line. */
void grid_vline(struct grid *g, int row, int col, int rows);
void grid_hline(struct grid *g, int row, int col, int cols);

void grid_cursor(struct grid *g, int row, int col); /* kept within the grid */

/* The row's text without blanks at its end, for tests; into `out`. */
void grid_row(const struct grid *g, int row, struct buf *out);

/* Columns that `s` takes when put. */
int grid_width(struct str8 s);

/* `s` broken between words into lines of at most `cols` columns; line ends in it are kept, the
 * lines of lists and block quotes in Markdown too, which are indented. At least one line. */
struct grid_lines {
    struct str8 *line;
    size_t n, cap;
};
void grid_wrap(struct arena *a, struct str8 s, int cols, struct grid_lines *out);

/* The spaces that a line begins with; and, in bytes, these with the marker of a list or quote. */
size_t grid_indent(struct str8 line);
size_t grid_hang(struct str8 line);

#endif
