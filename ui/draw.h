/* A grid carried to the terminal: only what differs from what stands there is sent. */
#ifndef UI_DRAW_H
#define UI_DRAW_H

#include "ui/grid.h"

struct drawing {
    struct grid
        shown; /* what curses has been told, so that rows that are as they were cost nothing */
    bool coloured;
};

void draw_open(struct drawing *d); /* after term_open: colours */
void draw_free(struct drawing *d);

/* Shows the grid, which has the size of the terminal. */
void draw_grid(struct drawing *d, const struct grid *g);

/* Sends all of it again with the next draw_grid. */
void draw_again(struct drawing *d);

#endif
