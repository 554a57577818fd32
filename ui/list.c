#include "ui/view.h"

void list_set(struct list *l, size_t n) {
    l->n = n;
    if (l->at >= n)
        l->at = n ? n - 1 : 0;
}

static size_t page(const struct list *l) {
    return l->height > 2 ? l->height - 1 : 1;
}

bool list_act(struct list *l, int action) {
    size_t last = l->n ? l->n - 1 : 0;
    switch (action) {
    case A_UP:
        l->at -= l->at > 0;
        return true;
    case A_DOWN:
        l->at += l->at < last;
        return true;
    case A_PAGE_UP:
        l->at = l->at > page(l) ? l->at - page(l) : 0;
        return true;
    case A_PAGE_DOWN:
        l->at = last - l->at > page(l) ? l->at + page(l) : last;
        return true;
    case A_FIRST:
        l->at = 0;
        return true;
    case A_LAST:
        l->at = last;
        return true;
    default:
        return false;
    }
}

void list_fit(struct list *l, int height) {
    l->height = height < 1 ? 1 : (size_t)height;
    if (l->at < l->top)
        l->top = l->at;
    if (l->at >= l->top + l->height)
        l->top = l->at + 1 - l->height;
    if (l->top + l->height > l->n)
        l->top = l->n > l->height ? l->n - l->height : 0;
}

void draw_focus(struct grid *g, int row, int col, bool focus) {
    if (!focus)
        return;
    grid_puts(g, row, col, 1, STYLE_FOCUS, ">");
    grid_cursor(g, row, col);
}

int draw_wrapped(struct grid *g, struct arena *a, struct rect r, int row, enum style style,
                 struct str8 text) {
    struct grid_lines lines;
    grid_wrap(a, text, r.cols, &lines);
    for (size_t i = 0; i < lines.n && row < r.row + r.rows; i++)
        grid_put(g, row++, r.col, r.cols, style, lines.line[i]);
    return row;
}
