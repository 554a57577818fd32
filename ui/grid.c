#include "ui/grid.h"

#include <stdlib.h>
#include <string.h>

#include "base/conv.h"
#include "base/utf8.h"

static struct grid_cell blank(enum style style) {
    return (struct grid_cell){.c = {' '}, .style = (uint8_t)style};
}

static struct grid_cell *at(struct grid *g, int row, int col) {
    return &grid_cells(g, row)[col];
}

void grid_resize(struct grid *g, int rows, int cols) {
    free(g->cell);
    g->rows = rows;
    g->cols = cols;
    g->cell = mem_zalloc(mem_mul(mem_mul((size_t)rows, (size_t)cols), sizeof *g->cell));
    grid_clear(g);
}

void grid_free(struct grid *g) {
    free(g->cell);
    *g = (struct grid){0};
}

void grid_clear(struct grid *g) {
    for (int i = 0; i < g->cols && g->rows; i++)
        g->cell[i] = blank(STYLE_NORMAL);
    for (int row = 1; row < g->rows; row++)
        memcpy(grid_cells(g, row), g->cell, (size_t)g->cols * sizeof *g->cell);
    g->cursor_row = g->cursor_col = 0;
}

/* Control characters, those that turn the direction of the text, and what is no character. */
static bool harmful(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/* The character in a terminal's own set: itself, or the first of what stands for it there. */
static uint32_t in_charset(uint32_t c, const char *charset) {
    if (!charset || c < 0x80)
        return c;
    char utf8[4];
    struct buf there = {0}, back = {0};
    size_t len;
    struct str8 s = {utf8, utf8_encode(c, utf8)};
    uint32_t out = '?';
    if (conv_from_utf8(s, charset, &there, NULL, NULL) == ST_OK &&
        conv_to_utf8(buf_str8_of(&there), charset, &back, NULL) == ST_OK && back.n)
        out = utf8_decode(buf_str8_of(&back), 0, &len);
    buf_free(&there);
    buf_free(&back);
    return out;
}

static size_t char_width(uint32_t c) {
    char utf8[4];
    return c < 0x7F ? 1 : utf8_width((struct str8){utf8, utf8_encode(c, utf8)});
}

static void combine(struct grid_cell *cell, uint32_t c) {
    size_t i = 1;
    while (i < 4 && cell->c[i])
        i++;
    if (i < 4)
        cell->c[i] = c;
}

/* A wide character of which one half is overwritten leaves a blank. */
static void part_wide(struct grid *g, int row, int col) {
    if (at(g, row, col)->c[0] == 0 && col > 0)
        at(g, row, col - 1)->c[0] = ' ';
    if (col + 1 < g->cols && at(g, row, col + 1)->c[0] == 0)
        at(g, row, col + 1)->c[0] = ' ';
}

static int put_char(struct grid *g, int row, int col, int end, enum style style, uint32_t c) {
    int w = (int)char_width(c);
    if (w == 0) {
        int last = col - 1;
        if (last > 0 && at(g, row, last)->c[0] == 0)
            last--;
        if (last >= 0 && !g->charset)
            combine(at(g, row, last), c);
        return col;
    }
    if (col + w > end)
        return -1;
    for (int i = 0; i < w; i++) {
        part_wide(g, row, col + i);
        *at(g, row, col + i) = (struct grid_cell){.c = {i ? 0 : c}, .style = (uint8_t)style};
    }
    return col + w;
}

static int clip_end(const struct grid *g, int col, int cols) {
    int end = cols < 0 || cols > g->cols - col ? g->cols : col + cols;
    return end < col ? col : end;
}

int grid_put(struct grid *g, int row, int col, int cols, enum style style, struct str8 s) {
    if (row < 0 || row >= g->rows || col < 0 || col >= g->cols)
        return col;
    int end = clip_end(g, col, cols);
    for (size_t i = 0, len; i < s.n; i += len) {
        uint32_t c = utf8_decode(s, i, &len);
        c = c == '\t' ? ' ' : c == 0xAD ? '-' : harmful(c) ? 0xFFFD : c;
        int next = put_char(g, row, col, end, style, in_charset(c, g->charset));
        if (next < 0)
            break;
        col = next;
    }
    return col;
}

int grid_puts(struct grid *g, int row, int col, int cols, enum style style, const char *s) {
    return grid_put(g, row, col, cols, style, s8_from(s));
}

int grid_put_clipped(struct grid *g, int row, int col, int cols, enum style style, struct str8 s) {
    if (col < 0 || col >= g->cols)
        return col;
    cols = clip_end(g, col, cols) - col;
    if (cols > 0 && grid_width(s) > cols) {
        s = s8_trim_right(s8_sub(s, 0, utf8_fit(s, (size_t)cols - 1)));
        col = grid_put(g, row, col, cols, style, s);
        return grid_put(g, row, col, 1, style, S8("…"));
    }
    return grid_put(g, row, col, cols, style, s);
}

void grid_fill(struct grid *g, int row, int col, int cols, enum style style) {
    if (row < 0 || row >= g->rows || col < 0)
        return;
    for (int end = clip_end(g, col, cols); col < end; col++) {
        part_wide(g, row, col);
        *at(g, row, col) = blank(style);
    }
}

void grid_blank(struct grid *g, struct rect r) {
    for (int i = 0; i < r.rows; i++)
        grid_fill(g, r.row + i, r.col, r.cols, STYLE_NORMAL);
}

void grid_vline(struct grid *g, int row, int col, int rows) {
    for (int i = 0; i < rows; i++)
        grid_put(g, row + i, col, 1, STYLE_DIM, g->charset ? S8("|") : S8("│"));
}

void grid_hline(struct grid *g, int row, int col, int cols) {
    for (int i = 0; i < cols; i++)
        grid_put(g, row, col + i, 1, STYLE_DIM, g->charset ? S8("-") : S8("─"));
}

void grid_cursor(struct grid *g, int row, int col) {
    g->cursor_row = row < 0 ? 0 : row >= g->rows ? g->rows - 1 : row;
    g->cursor_col = col < 0 ? 0 : col >= g->cols ? g->cols - 1 : col;
}

void grid_row(const struct grid *g, int row, struct buf *out) {
    size_t end = out->n;
    for (int col = 0; col < g->cols; col++) {
        const struct grid_cell *cell = &grid_cells(g, row)[col];
        for (size_t i = 0; i < 4 && cell->c[i]; i++) {
            char utf8[4];
            buf_bytes(out, utf8, utf8_encode(cell->c[i], utf8));
        }
        if (cell->c[0] != ' ')
            end = out->n;
    }
    out->n = end;
    if (out->p)
        out->p[end] = '\0';
}

int grid_width(struct str8 s) {
    int w = 0;
    for (size_t i = 0, len; i < s.n; i += len) {
        uint32_t c = utf8_decode(s, i, &len);
        w += harmful(c) || c == 0xAD ? 1 : (int)char_width(c);
    }
    return w;
}

size_t grid_indent(struct str8 line) {
    size_t i = 0;
    while (i < line.n && line.p[i] == ' ')
        i++;
    return i;
}

size_t grid_hang(struct str8 line) {
    size_t i = grid_indent(line), digits = 0;
    while (i + digits < line.n && line.p[i + digits] >= '0' && line.p[i + digits] <= '9')
        digits++;
    struct str8 rest = s8_skip(line, i + digits);
    if (digits && (s8_starts(rest, S8(". ")) || s8_starts(rest, S8(") "))))
        return i + digits + 2;
    bool bullet = digits == 0 && (s8_starts(rest, S8("- ")) || s8_starts(rest, S8("* ")) ||
                                  s8_starts(rest, S8("> ")) || s8_starts(rest, S8("• ")));
    return bullet ? i + s8_cut(&rest, ' ').n + 1 : i;
}

/* No line ends at the hyphens in the name of a file: it is to be copied. */
static void keep_names(struct str8 line, char *breaks) {
    bool name = false;
    for (size_t i = 1; i < line.n; i++) {
        name = line.p[i - 1] != ' ' && (name || line.p[i - 1] == '/');
        if (name && line.p[i - 1] == '-')
            breaks[i] = 0;
    }
}

static void wrap_line(struct arena *a, struct str8 line, size_t cols, struct grid_lines *out) {
    size_t in = grid_hang(line), hang, indent = 0;
    if (in + 10 > cols)
        in = 0;
    hang = (size_t)grid_width(s8_sub(line, 0, in));
    char *breaks = ARENA_NEW(a, char, line.n + 1);
    utf8_line_breaks(line, breaks);
    keep_names(line, breaks);
    for (size_t from = 0; from < line.n || from == 0;) {
        size_t fit = from + utf8_fit(s8_skip(line, from), cols - indent), to = fit;
        while (fit < line.n && line.p[fit] == ' ')
            to = ++fit;
        while (to < line.n && to > from + (from ? 0 : in) && !breaks[to])
            to--;
        if (to <= from + (from ? 0 : in) && line.n > from)
            to = fit > from ? fit : line.n;
        struct str8 part = s8_trim_right(s8_sub(line, from, to));
        *ARENA_PUSH(a, out->line, out->n, out->cap) =
            indent ? arena_printf(a, "%*s%.*s", (int)indent, "", S8F(part)) : part;
        indent = hang;
        if (to >= line.n)
            break;
        from = to;
    }
}

void grid_wrap(struct arena *a, struct str8 s, int cols, struct grid_lines *out) {
    struct str8 line;
    *out = (struct grid_lines){0};
    while (s8_line(&s, &line))
        wrap_line(a, s8_trim_right(line), cols < 2 ? 2 : (size_t)cols, out);
    if (out->n == 0)
        *ARENA_PUSH(a, out->line, out->n, out->cap) = S8("");
}
