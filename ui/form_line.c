/* A field being written. What is typed is kept as a draft and becomes the value when it is taken;
 * a value that does not hold stays in the line with what was typed. */
#include "ui/form.h"

#include "ui/writing.h"

static const struct falt *field_of(const struct form_line *l) {
    return &post_slag_info(l->d.u.slag)->falt[l->d.u.falt];
}

void form_line_open(struct ui *ui, struct form_line *l, enum post_slag slag, struct str8 nyckel,
                    int falt) {
    enum { LONGEST = 300 }; /* as falt_check where the field says nothing */
    size_t max = post_slag_info(slag)->falt[falt].max;
    form_line_close(l);
    struct str8 key = arena_str8(&l->a, nyckel);
    app_utkast_new(ui->app, &l->a, &ui->c, slag, key, falt, &l->d);
    l->e = editor_new(l->d.u.text, max ? max : LONGEST, true);
    editor_move(l->e, EDITOR_TEXT_END, false);
}

void form_line_resume(struct ui *ui, struct form_line *l, const struct app_utkast *d,
                      struct editor *e) {
    form_line_close(l);
    l->d = writing_draft(&l->a, d);
    l->e = e;
    ui->kept = KEPT_DRAFT;
}

void form_line_close(struct form_line *l) {
    editor_free(&l->e);
    arena_free(&l->a);
    l->e = NULL;
    l->refused = false;
    l->d = (struct app_utkast){0};
}

enum status form_line_keep(struct ui *ui, struct form_line *l, struct error *err) {
    return l->e ? writing_keep(ui, &l->d, l->e, err) : ST_OK;
}

enum status form_line_save(struct ui *ui, struct form_line *l, bool going, struct error *err) {
    if (!l->e)
        return ST_OK;
    enum status st = writing_leave(ui, &l->d, l->e, going, err);
    if (st == ST_OK)
        form_line_close(l);
    return st;
}

bool form_line_take(struct ui *ui, struct form_line *l) {
    struct error err = {0};
    enum status st = form_line_save(ui, l, false, &err);
    if (err.text[0])
        ui_tell(ui, &err);
    l->refused = st == ST_INVALID || st == ST_NOT_FOUND;
    if (l->refused)
        buf_str(&ui->message, " Rätta det, eller ta tillbaka det som stod med Ctrl-Z.");
    return st == ST_OK;
}

bool form_line_act(struct ui *ui, struct form_line *l, int action, bool extend) {
    struct error err = {0};
    bool back = l->refused && action == A_UNDO;
    l->refused = false;
    if (!back)
        return writing_act(ui, l->e, action, extend);
    if (editor_replace_all(l->e, l->d.base, &err) == ST_OK)
        ui_say(ui, TONE_PLAIN, "Det som stod förut är tillbaka. Ctrl-Z igen ger det du skrev.");
    else
        ui_tell(ui, &err);
    editor_move(l->e, EDITOR_TEXT_END, false);
    return true;
}

void form_line_put(struct ui *ui, struct form_line *l, struct str8 s, bool paste) {
    l->refused = false;
    writing_put(ui, l->e, s, paste);
}

void form_line_reload(struct form_line *l) {
    if (l->e && !l->d.begun && !editor_changed(l->e))
        form_line_close(l);
}

bool form_line_leaves(struct form_line *l, int action) {
    size_t line, column;
    editor_place(l->e, editor_cursor(l->e), &line, &column);
    if (action == A_UP ? line == 0 : line + 1 == editor_n_lines(l->e))
        return true;
    editor_move(l->e, action == A_UP ? EDITOR_UP : EDITOR_DOWN, false);
    return false;
}

int form_line_rows(struct form_line *l, int cols) {
    editor_width(l->e, cols < 2 ? 2 : (size_t)cols);
    return (int)editor_n_lines(l->e);
}

static void draw_row(struct grid *g, int row, int col, const struct editor *e, size_t i) {
    struct editor_line line = editor_line(e, i);
    struct str8 text = editor_text(e);
    size_t from = line.to, to = line.to;
    if (editor_selection(e, &from, &to)) {
        from = from < line.from ? line.from : from > line.to ? line.to : from;
        to = to < line.from ? line.from : to > line.to ? line.to : to;
    }
    col = grid_put(g, row, col, -1, STYLE_FIELD, s8_sub(text, line.from, from));
    col = grid_put(g, row, col, -1, STYLE_SELECTED, s8_sub(text, from, to));
    grid_put(g, row, col, -1, STYLE_FIELD, s8_sub(text, to, line.to));
}

/* A day is short and has its weekday beside it as it is typed. */
static int width_of(const struct form_line *l, int cols) {
    enum { DAY = 12 };
    struct str8 text = editor_text(l->e);
    if (field_of(l)->typ != FALT_DATUM || grid_width(text) >= DAY || cols <= DAY)
        return cols;
    return DAY;
}

void form_line_draw(struct grid *g, struct rect r, struct form_line *l) {
    size_t line, column, top = 0;
    int rows = form_line_rows(l, r.cols), width = width_of(l, r.cols);
    editor_place(l->e, editor_cursor(l->e), &line, &column);
    if (line >= (size_t)r.rows)
        top = line + 1 - (size_t)r.rows;
    for (int i = 0; i < r.rows && i < rows; i++) {
        grid_fill(g, r.row + i, r.col, width, STYLE_FIELD);
        draw_row(g, r.row + i, r.col, l->e, top + (size_t)i);
    }
    if (width < r.cols)
        grid_put(g, r.row, r.col + width + 1, r.cols - width - 1, STYLE_DIM,
                 form_weekday(editor_text(l->e)));
    grid_cursor(g, r.row + (int)(line - top), r.col + (int)column);
}
