#include "ui/draw.h"

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdlib.h>
#include <string.h>

#include "base/conv.h"
#include "base/utf8.h"
#include "ui/theme.h"

void draw_open(struct drawing *d) {
    static const short colour[COLOUR_N] = {-1, COLOR_RED, COLOR_GREEN, COLOR_YELLOW, COLOR_BLUE};
    *d = (struct drawing){0};
    d->coloured =
        theme_colours() && has_colors() && start_color() == OK && use_default_colors() == OK;
    for (short i = 1; d->coloured && i < COLOUR_N; i++)
        init_pair(i, colour[i], -1);
}

void draw_free(struct drawing *d) {
    grid_free(&d->shown);
}

void draw_again(struct drawing *d) {
    grid_free(&d->shown);
    clearok(curscr, TRUE);
}

static attr_t attributes(struct look l) {
    return (l.bold ? A_BOLD : A_NORMAL) | (l.reverse ? A_REVERSE : A_NORMAL) |
           (l.underline ? A_UNDERLINE : A_NORMAL);
}

/* The byte that a character is in the terminal's own set; grid_put has seen to it that it has
 * one. */
static wchar_t in_charset(uint32_t c, const char *charset) {
    char utf8[4];
    struct buf b = {0};
    struct str8 s = {utf8, utf8_encode(c, utf8)};
    conv_from_utf8(s, charset, &b, NULL, NULL);
    wchar_t byte = b.n == 1 ? (wchar_t)(unsigned char)b.p[0] : L'?';
    buf_free(&b);
    return byte;
}

static void set_cell(cchar_t *out, const struct grid_cell *cell, const char *charset,
                     bool coloured) {
    wchar_t text[5] = {0};
    struct look look = theme_look((enum style)cell->style);
    for (int i = 0; i < 4 && cell->c[i]; i++)
        text[i] =
            charset && cell->c[i] >= 0x80 ? in_charset(cell->c[i], charset) : (wchar_t)cell->c[i];
    setcchar(out, text, attributes(look), coloured ? (short)look.colour : 0, NULL);
}

static void draw_row(const struct grid *g, int row, cchar_t *line, bool coloured) {
    const struct grid_cell *cell = grid_cells(g, row);
    int n = 0;
    for (int col = 0; col < g->cols; col++)
        if (cell[col].c[0]) /* the right half of a wide one is the left one's */
            set_cell(&line[n++], &cell[col], g->charset, coloured);
    mvadd_wchnstr(row, 0, line, n);
}

void draw_grid(struct drawing *d, const struct grid *g) {
    size_t row_bytes = (size_t)g->cols * sizeof *g->cell;
    bool all = d->shown.rows != g->rows || d->shown.cols != g->cols;
    if (all)
        grid_resize(&d->shown, g->rows, g->cols);
    cchar_t *line = mem_alloc((size_t)g->cols * sizeof *line);
    for (int row = 0; row < g->rows; row++) {
        struct grid_cell *was = grid_cells(&d->shown, row);
        const struct grid_cell *is = grid_cells(g, row);
        if (!all && memcmp(was, is, row_bytes) == 0)
            continue;
        draw_row(g, row, line, d->coloured);
        memcpy(was, is, row_bytes);
    }
    free(line);
    move(g->cursor_row, g->cursor_col);
    refresh();
}
