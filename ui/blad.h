/* A sheet: lines that are read, longer than the window; the keys of lists scroll it. */
#ifndef UI_BLAD_H
#define UI_BLAD_H

#include "ui/view.h"

struct blad_line {
    struct str8 text;
    struct str8 mark; /* what stands in the margin before it, in STYLE_KEY; may be empty */
    int col;          /* where the text begins */
    enum style style;
};

struct blad {
    struct arena a; /* of the lines */
    struct blad_line *line;
    size_t n, cap;
    int cols;         /* that it was filled for; 0: to be filled */
    struct list list; /* `at` is the first line shown */
};

/* Empty, to be filled for that width; where it was scrolled to stays. */
void blad_begin(struct blad *b, int cols);
/* Adds `text` from column `col`, broken between words, in lines no wider than is good to read. */
void blad_put(struct blad *b, enum style style, int col, struct str8 text);
/* The same with `mark` before its first line, at column `at`. A mark too long for its place stands
 * on a line of its own. */
void blad_put_marked(struct blad *b, struct str8 mark, int col, struct str8 text);
void blad_gap(struct blad *b); /* a blank line, unless it is the first */
/* To be called when all lines are there, so that the keys count before it is drawn. */
void blad_fit(struct blad *b, int rows);
void blad_free(struct blad *b);

/* Draws what there is room for; the cursor stands on the first line shown. */
void blad_draw(struct blad *b, struct grid *g, struct rect r);

/* "1–21 av 43"; empty when all of it is shown. */
struct str8 blad_shown(const struct blad *b, struct arena *a);

#endif
