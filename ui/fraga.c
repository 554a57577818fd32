/* Questions: drawn in the last row over the view they are about. */
#include "ui/views.h"
#include "ui/writing.h"

struct fraga {
    struct view v;
    struct str8 text;   /* the label, or the question */
    struct editor *rad; /* the line; NULL for yes or no */
    fraga_svar *done;
    fraga_tar *take; /* instead of `done`: what is typed is taken however the line is left */
};

/* ---- a line ---- */

static unsigned line_where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_WRITING | W_LINE;
}

static void line_draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct fraga *v = (struct fraga *)view;
    int row = r.row + r.rows;
    (void)ui;
    grid_fill(g, row, 0, g->cols, STYLE_NORMAL);
    int col = grid_put(g, row, 0, g->cols / 2, STYLE_HEADING, v->text);
    col = grid_puts(g, row, col, 2, STYLE_NORMAL, ": ");
    writing_draw_line(g, row, col, g->cols - col, v->rad);
}

/* Hands over the answer after the question is gone, so that it may open other views. */
static void answer(struct ui *ui, struct fraga *v, struct str8 svar) {
    struct arena a = {0};
    fraga_svar *done = v->done;
    struct str8 copy = arena_str8(&a, svar);
    ui_drop(ui);
    done(ui, ui_top(ui), copy);
    arena_free(&a);
}

/* The view that was asked about: the one under the question, whatever lies over it. */
static struct view *asked(const struct ui *ui, const struct view *view) {
    size_t i = ui->depth - 1;
    while (i > 1 && ui->stack[i] != view)
        i--;
    return ui->stack[i - 1];
}

static enum status take(struct ui *ui, struct fraga *v, struct error *err) {
    struct arena a = {0};
    struct str8 text = arena_str8(&a, s8_trim(editor_text(v->rad)));
    enum status st = v->take(ui, asked(ui, &v->v), text, err);
    if (st == ST_OK)
        editor_clean(v->rad);
    arena_free(&a);
    return st;
}

static void take_and_drop(struct ui *ui, struct fraga *v) {
    struct error err = {0};
    if (take(ui, v, &err) == ST_OK)
        ui_drop(ui);
    else
        ui_tell(ui, &err);
}

static bool line_act(struct ui *ui, struct view *view, int action, bool extend) {
    struct fraga *v = (struct fraga *)view;
    if (v->take && (action == A_OK || (action == A_DONE && editor_text(v->rad).n)))
        take_and_drop(ui, v);
    else if (action == A_OK)
        answer(ui, v, s8_trim(editor_text(v->rad)));
    else if (action == A_DONE)
        ui_drop(ui);
    else
        return writing_act(ui, v->rad, action, extend);
    return true;
}

static bool line_text(struct ui *ui, struct view *view, struct str8 s, bool paste) {
    writing_put(ui, ((struct fraga *)view)->rad, s, paste);
    return true;
}

/* It has no draft: what cannot be saved at the end goes into a file. */
static void leave(struct ui *ui, struct fraga *v, const struct error *why) {
    struct arena a = {0};
    struct view *below = asked(ui, &v->v);
    struct plats p = {0};
    below->ops->plats(ui, below, &p);
    struct utkast u = {.arende = ui->c.nr, .slag = post_slag_find(p.slag), .nyckel = p.nyckel};
    ui_leave(ui, arena_printf(&a, "”%.*s …”", S8F(v->text)), &u, editor_text(v->rad), false, why);
    arena_free(&a);
}

/* The program ends, or other views are asked for, while something worth keeping stands there. */
static enum status line_save(struct ui *ui, struct view *view, bool going, struct error *err) {
    struct fraga *v = (struct fraga *)view;
    if (!v->take || !editor_changed(v->rad))
        return ST_OK;
    enum status st = take(ui, v, err);
    if (st != ST_OK && going)
        leave(ui, v, err);
    return st;
}

static void line_free(struct view *view) {
    editor_free(&((struct fraga *)view)->rad);
}

static const struct view_ops line_ops = {
    .namn = "inmatning",
    .overlay = true,
    .where = line_where,
    .draw = line_draw,
    .act = line_act,
    .text = line_text,
    .save = line_save,
    .free = line_free,
};

/* NULL when there was no room for it. */
static struct fraga *ask_line(struct ui *ui, const char *etikett, struct str8 text,
                              fraga_svar *done) {
    enum { LONGEST = 1000 };
    struct fraga *v = view_new(&line_ops, sizeof *v);
    v->text = arena_str8(&v->v.a, s8_from(etikett));
    v->rad = editor_new(text, LONGEST, true);
    v->done = done;
    editor_move(v->rad, EDITOR_TEXT_END, false);
    ui_push(ui, &v->v);
    return ui_top(ui) == &v->v ? v : NULL;
}

void fraga_rad(struct ui *ui, const char *etikett, struct str8 text, fraga_svar *done) {
    ask_line(ui, etikett, text, done);
}

void fraga_varde(struct ui *ui, const char *etikett, struct str8 text, fraga_tar *take_it) {
    struct fraga *v = ask_line(ui, etikett, text, NULL);
    if (v)
        v->take = take_it;
}

/* ---- yes or no ---- */

static unsigned yes_where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_FRAGA;
}

static void yes_draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct fraga *v = (struct fraga *)view;
    int row = r.row + r.rows;
    (void)ui;
    grid_fill(g, row, 0, g->cols, STYLE_NORMAL);
    int col = grid_put(g, row, 0, g->cols - 12, STYLE_HEADING, v->text);
    col = grid_puts(g, row, col, -1, STYLE_KEY, " j");
    col = grid_puts(g, row, col, -1, STYLE_NORMAL, " ja  ");
    col = grid_puts(g, row, col, -1, STYLE_KEY, "n");
    col = grid_puts(g, row, col, -1, STYLE_NORMAL, " nej ");
    grid_cursor(g, row, col);
}

static void answer_no(struct ui *ui) {
    ui_drop(ui);
    ui_say(ui, TONE_PLAIN, "Inget är gjort.");
}

static bool yes_act(struct ui *ui, struct view *view, int action, bool extend) {
    (void)view, (void)extend;
    if (action != A_DONE)
        return false;
    answer_no(ui);
    return true;
}

static bool yes_text(struct ui *ui, struct view *view, struct str8 s, bool paste) {
    struct fraga *v = (struct fraga *)view;
    if (paste)
        return false;
    if (s8_eqz(s, "j") || s8_eqz(s, "J"))
        answer(ui, v, S8("j"));
    else if (s8_eqz(s, "n") || s8_eqz(s, "N"))
        answer_no(ui);
    else
        ui_say(ui, TONE_PLAIN, "Svara j eller n.");
    return true;
}

static const struct view_ops yes_ops = {
    .namn = "fråga",
    .overlay = true,
    .where = yes_where,
    .draw = yes_draw,
    .act = yes_act,
    .text = yes_text,
};

void fraga_ja(struct ui *ui, struct str8 question, fraga_svar *done) {
    struct fraga *v = view_new(&yes_ops, sizeof *v);
    v->text = arena_str8(&v->v.a, question);
    v->done = done;
    ui_push(ui, &v->v);
}
