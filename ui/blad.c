#include "ui/blad.h"

enum { WIDEST = 90, NARROW = 60, MARK_COL = 2 };

void blad_begin(struct blad *b, int cols) {
    arena_free(&b->a);
    b->line = NULL;
    b->n = b->cap = 0;
    b->cols = cols;
}

static struct blad_line *add(struct blad *b) {
    return ARENA_PUSH(&b->a, b->line, b->n, b->cap);
}

void blad_put(struct blad *b, enum style style, int col, struct str8 text) {
    struct grid_lines lines;
    int cols = b->cols - col;
    grid_wrap(&b->a, arena_str8(&b->a, text), cols < WIDEST ? cols : WIDEST, &lines);
    for (size_t i = 0; i < lines.n; i++)
        *add(b) = (struct blad_line){.text = lines.line[i], .col = col, .style = style};
}

void blad_put_marked(struct blad *b, struct str8 mark, int col, struct str8 text) {
    bool own_line = MARK_COL + grid_width(mark) >= col || b->cols < NARROW;
    size_t first = b->n;
    mark = arena_str8(&b->a, mark);
    if (own_line)
        *add(b) = (struct blad_line){.text = mark, .col = MARK_COL, .style = STYLE_KEY};
    blad_put(b, STYLE_NORMAL, b->cols < NARROW ? MARK_COL + 2 : col, text);
    if (!own_line)
        b->line[first].mark = mark;
}

void blad_gap(struct blad *b) {
    if (b->n)
        *add(b) = (struct blad_line){0};
}

void blad_free(struct blad *b) {
    arena_free(&b->a);
}

void blad_fit(struct blad *b, int rows) {
    size_t height = rows > 1 ? (size_t)rows : 1;
    list_set(&b->list, b->n > height ? b->n - height + 1 : 1);
    b->list.height = height;
}

void blad_draw(struct blad *b, struct grid *g, struct rect r) {
    blad_fit(b, r.rows);
    for (size_t i = 0; i < b->list.height && b->list.at + i < b->n; i++) {
        const struct blad_line *l = &b->line[b->list.at + i];
        int row = r.row + (int)i;
        if (l->mark.n)
            grid_put(g, row, r.col + MARK_COL, -1, STYLE_KEY, l->mark);
        grid_put(g, row, r.col + l->col, r.cols - l->col, l->style, l->text);
    }
    grid_cursor(g, r.row, r.col);
}

struct str8 blad_shown(const struct blad *b, struct arena *a) {
    size_t last = b->list.at + b->list.height;
    if (b->n <= b->list.height)
        return S8("");
    return arena_printf(a, "%zu–%zu av %zu", b->list.at + 1, last < b->n ? last : b->n, b->n);
}
