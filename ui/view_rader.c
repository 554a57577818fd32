/* The lines of a list, in order. A list of one field is written in here; the lines of others are
 * opened in the form. A line that another removes while it is being written keeps its row. */
#include "ui/form.h"
#include "ui/writing.h"

enum { WIDEST = 100 };

struct rader {
    struct view v;
    enum post_slag slag;
    int at;     /* number of the line in focus, which it keeps when it is moved */
    int before; /* of the one above it; 0: it is the first */
    struct list list, scroll;
    struct form_line line; /* a line of one field being written: the one in focus */
    int fresh;             /* number of a new line, which goes away if it is left empty; 0: none */
};

static const struct post_list *lines_of(const struct ui *ui, const struct rader *v) {
    return &ui->c.arende->post[v->slag];
}

static int number(const struct post *p) {
    int n = 0;
    s8_uint(p->nyckel, &n);
    return n;
}

static const struct post *by_number(const struct ui *ui, const struct rader *v, int nr) {
    const struct post_list *l = lines_of(ui, v);
    for (size_t i = 0; i < l->n; i++)
        if (number(&l->p[i]) == nr)
            return &l->p[i];
    return NULL;
}

/* Is the line that is being written one that another has removed? */
static bool is_gone(const struct ui *ui, const struct rader *v) {
    return v->line.e && !by_number(ui, v, v->at);
}

/* The line in that row; NULL for one that is gone. */
static const struct post *line_in(const struct ui *ui, const struct rader *v, size_t row) {
    const struct post_list *l = lines_of(ui, v);
    bool gone = is_gone(ui, v);
    if (gone && row == v->list.at)
        return NULL;
    row -= gone && row > v->list.at;
    return row < l->n ? &l->p[row] : NULL;
}

static const struct post *focus(const struct ui *ui, const struct rader *v) {
    return line_in(ui, v, v->list.at);
}

/* One field, which is a line of text. */
static bool is_simple(const struct rader *v) {
    const struct post_slag_info *info = post_slag_info(v->slag);
    return info->n_falt == 1 && info->falt[0].typ == FALT_RAD;
}

/* The focus has been moved: that is the line to follow. */
static void settle(const struct ui *ui, struct rader *v) {
    const struct post *p = focus(ui, v);
    if (is_gone(ui, v))
        return;
    v->at = p ? number(p) : 0;
    v->before = p && v->list.at ? number(p - 1) : 0;
}

/* The lines may be others, or in another order: the focus stays on its line, and a line that is
 * gone below the one it stood below. */
static void follow(const struct ui *ui, struct rader *v) {
    const struct post_list *l = lines_of(ui, v);
    bool gone = is_gone(ui, v);
    list_set(&v->list, l->n + gone);
    const struct post *p = by_number(ui, v, gone ? v->before : v->at);
    if (p)
        v->list.at = (size_t)(p - l->p) + gone;
    else if (gone && v->before == 0)
        v->list.at = 0;
    settle(ui, v);
}

static unsigned where(const struct ui *ui, const struct view *view) {
    (void)ui;
    return ((const struct rader *)view)->line.e ? W_WRITING | W_FIELD
                                                : W_COMMAND | W_LIST | W_RADER;
}

static struct str8 titel(struct ui *ui, struct view *view, struct arena *a) {
    (void)ui, (void)a;
    return s8_from(post_slag_info(((struct rader *)view)->slag)->etikett);
}

/* ---- drawing ---- */

/* Columns: the number and its full stop, and then the line. */
struct layout {
    int text, width;
    int most; /* lines of one that is not being written */
};

static struct str8 text_of(struct ui *ui, const struct rader *v, size_t i) {
    return form_brief(ui, &ui->frame, line_in(ui, v, i));
}

static struct str8 label_of(struct ui *ui, const struct rader *v, size_t i) {
    const struct post *p = line_in(ui, v, i);
    return p ? arena_printf(&ui->frame, "%2td.", p - lines_of(ui, v)->p + 1) : S8(" –");
}

static int row_lines(struct ui *ui, struct rader *v, size_t i, const struct layout *lay) {
    struct grid_lines lines;
    if (v->line.e && i == v->list.at)
        return form_line_rows(&v->line, lay->width);
    grid_wrap(&ui->frame, text_of(ui, v, i), lay->width, &lines);
    return (int)lines.n < lay->most ? (int)lines.n : lay->most;
}

static void draw_line(struct ui *ui, const struct rader *v, struct grid *g, int row,
                      struct form_at at, const struct layout *lay) {
    struct arena *a = &ui->frame;
    struct grid_lines lines;
    bool in_focus = at.row == v->list.at;
    enum style style = in_focus ? STYLE_FOCUS : STYLE_NORMAL;
    if (at.sub == 0) {
        grid_put(g, row, 2, lay->text - 3, style, label_of(ui, v, at.row));
        draw_focus(g, row, 0, in_focus);
    }
    if (v->line.e && in_focus)
        return;
    grid_wrap(a, text_of(ui, v, at.row), lay->width, &lines);
    struct str8 line = lines.line[at.sub];
    bool cut = at.sub + 1 == lay->most && (int)lines.n > lay->most;
    grid_put_clipped(g, row, lay->text, lay->width, STYLE_NORMAL,
                     cut ? arena_printf(a, "%.*s …", S8F(line)) : line);
}

static void draw_lines(struct ui *ui, struct rader *v, struct grid *g, struct rect r) {
    enum { TEXT = 6 };
    int room = r.cols - TEXT - 1, open_row = -1, open_rows = 0;
    struct layout lay = {TEXT, room > WIDEST ? WIDEST : room, is_simple(v) ? 6 : 2};
    struct form_lines lines = {0};
    for (size_t i = 0; i < v->list.n; i++)
        form_lines_add(&ui->frame, &lines, i, 0, row_lines(ui, v, i, &lay));
    form_lines_fit(&v->scroll, &lines, v->list.at, r.rows);
    v->list.height = (size_t)r.rows;
    for (int i = 0; i < r.rows && v->scroll.top + (size_t)i < lines.n; i++) {
        struct form_at at = lines.p[v->scroll.top + (size_t)i];
        draw_line(ui, v, g, r.row + i, at, &lay);
        if (v->line.e && at.row == v->list.at) {
            open_row = open_row < 0 ? r.row + i : open_row;
            open_rows++;
        }
    }
    if (open_row >= 0)
        form_line_draw(g, (struct rect){open_row, lay.text, open_rows, lay.width}, &v->line);
}

static struct str8 about(const struct ui *ui, const struct rader *v) {
    if (is_gone(ui, v))
        return S8("Någon annan har tagit bort raden. När du är klar får du välja om den ska finnas "
                  "kvar.");
    return s8_from(v->line.e ? post_slag_info(v->slag)->falt[0].hjalp : form_list_about(v->slag));
}

static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct rader *v = (struct rader *)view;
    bool gone = is_gone(ui, v);
    int row = draw_wrapped(g, &ui->frame, r, r.row, gone ? STYLE_WARNING : STYLE_DIM, about(ui, v));
    follow(ui, v);
    if (v->list.n == 0)
        draw_wrapped(g, &ui->frame, (struct rect){row + 1, 2, 2, r.cols - 3}, row + 1, STYLE_NORMAL,
                     S8("Listan är tom. Tryck n för att lägga till en rad."));
    else
        draw_lines(ui, v, g, (struct rect){row + 1, 0, r.row + r.rows - row - 1, r.cols});
}

/* ---- writing a line of one field ---- */

static enum status remove_line(struct ui *ui, struct rader *v, const struct post *p,
                               struct error *err) {
    enum status st = app_remove_seen(ui->app, &ui->case_arena, &ui->c, v->slag, p->nyckel, err);
    if (st == ST_OK)
        ui->kept = KEPT_SAVED;
    follow(ui, v);
    return st;
}

/* A new line that was left empty goes away, unless another has filled it in. */
static enum status drop_empty(struct ui *ui, struct rader *v, struct error *err) {
    const struct post *p = by_number(ui, v, v->fresh);
    v->fresh = 0;
    enum status st = p && form_empty(p) ? remove_line(ui, v, p, err) : ST_OK;
    return st == ST_CONFLICT ? ST_OK : st;
}

static void add_line(struct ui *ui, struct rader *v) {
    struct error err = {0};
    struct str8 key;
    if (drop_empty(ui, v, &err) != ST_OK ||
        app_line_add(ui->app, &ui->case_arena, &ui->c, v->slag, NULL, 0, &key, &err) != ST_OK) {
        ui_tell(ui, &err);
        return;
    }
    ui->kept = KEPT_SAVED;
    s8_uint(key, &v->at);
    follow(ui, v);
    if (is_simple(v)) {
        form_line_open(ui, &v->line, v->slag, key, 0);
        v->fresh = v->at;
    } else {
        ui_push(ui, form_new_line(ui, v->slag, key));
    }
}

/* False if the line is still open. */
static bool take(struct ui *ui, struct rader *v, bool *was_new) {
    struct error err = {0};
    if (!form_line_take(ui, &v->line))
        return false;
    const struct post *p = by_number(ui, v, v->fresh);
    *was_new = p && !form_empty(p);
    if (drop_empty(ui, v, &err) != ST_OK)
        ui_tell(ui, &err);
    follow(ui, v);
    return true;
}

/* After a new line comes another, so that several can be typed one after the other; an empty one
 * ends it. */
static bool act_writing(struct ui *ui, struct rader *v, int action, bool extend) {
    bool was_new = false;
    switch (action) {
    case A_OK:
        if (take(ui, v, &was_new) && was_new)
            add_line(ui, v);
        return true;
    case A_DONE:
        take(ui, v, &was_new);
        return true;
    case A_UP:
    case A_DOWN:
        if (!form_line_leaves(&v->line, action))
            return true;
        /* fall through */
    case A_FOCUS:
        if (take(ui, v, &was_new))
            list_act(&v->list, action == A_UP ? A_UP : A_DOWN);
        settle(ui, v);
        return true;
    default:
        return form_line_act(ui, &v->line, action, extend);
    }
}

/* ---- actions ---- */

static void open_line(struct ui *ui, struct rader *v) {
    const struct post *p = focus(ui, v);
    if (!p)
        ui_say(ui, TONE_PLAIN, "Listan är tom. Tryck n för att lägga till en rad.");
    else if (is_simple(v))
        form_line_open(ui, &v->line, v->slag, p->nyckel, 0);
    else
        ui_push(ui, view_form_new(ui, v->slag, p->nyckel, -1));
}

static void remove_yes(struct ui *ui, struct view *below, struct str8 yes) {
    struct error err = {0};
    struct rader *v = (struct rader *)below;
    const struct post *p = focus(ui, v);
    (void)yes;
    if (!p)
        return;
    if (remove_line(ui, v, p, &err) == ST_OK)
        ui_say(ui, TONE_GOOD, "Raden är borttagen. Den finns kvar i historiken (h).");
    else
        ui_tell(ui, &err);
}

static void ask_remove(struct ui *ui, const struct rader *v) {
    if (v->list.n)
        fraga_ja(ui, arena_printf(&ui->frame, "Ta bort rad %zu?", v->list.at + 1), remove_yes);
}

static void move(struct ui *ui, struct rader *v, int by) {
    struct error err = {0};
    const struct post *p = focus(ui, v);
    int to = (int)v->list.at + 1 + by;
    if (!p || to < 1 || to > (int)v->list.n)
        return;
    if (app_line_move(ui->app, &ui->c, v->slag, p->nyckel, to, &err) == ST_OK)
        ui->kept = KEPT_SAVED;
    else
        ui_tell(ui, &err);
    follow(ui, v);
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct rader *v = (struct rader *)view;
    if (v->line.e)
        return act_writing(ui, v, action, extend);
    /* The protocol is written after the decision. */
    if ((action == A_OPEN || action == A_NEW || action == A_REMOVE || action == A_MOVE_UP ||
         action == A_MOVE_DOWN) &&
        v->slag != POST_PROTOKOLL && !ui_may_change(ui, action))
        return true;
    switch (action) {
    case A_OPEN:
        open_line(ui, v);
        return true;
    case A_NEW:
        add_line(ui, v);
        return true;
    case A_REMOVE:
        ask_remove(ui, v);
        return true;
    case A_MOVE_UP:
    case A_MOVE_DOWN:
        move(ui, v, action == A_MOVE_UP ? -1 : 1);
        return true;
    case A_HISTORY:
        ui_push(ui, view_historik_new(ui, s8_from(post_slag_info(v->slag)->namn)));
        return true;
    default:
        break;
    }
    bool moved = list_act(&v->list, action);
    settle(ui, v);
    return moved;
}

static bool type(struct ui *ui, struct view *view, struct str8 s, bool paste) {
    struct rader *v = (struct rader *)view;
    if (v->line.e)
        form_line_put(ui, &v->line, s, paste);
    else
        ui_say(ui, TONE_PLAIN,
               v->list.n ? "n lägger till en rad, Enter ändrar den du står på."
                         : "n lägger till en rad.");
    return true;
}

/* ---- the view ---- */

static enum status keep(struct ui *ui, struct view *view, struct error *err) {
    return form_line_keep(ui, &((struct rader *)view)->line, err);
}

static enum status save(struct ui *ui, struct view *view, bool going, struct error *err) {
    struct rader *v = (struct rader *)view;
    enum status st = form_line_save(ui, &v->line, going, err);
    return st == ST_OK ? drop_empty(ui, v, err) : st;
}

static void reload(struct ui *ui, struct view *view) {
    struct rader *v = (struct rader *)view;
    form_line_reload(&v->line);
    follow(ui, v);
}

/* Without the line: coming back to one would open its form. */
static void plats(struct ui *ui, const struct view *view, struct plats *p) {
    (void)ui;
    p->slag = s8_from(post_slag_info(((const struct rader *)view)->slag)->namn);
}

static void free_view(struct view *view) {
    form_line_close(&((struct rader *)view)->line);
}

static const struct view_ops ops = {
    .namn = "rader",
    .where = where,
    .titel = titel,
    .draw = draw,
    .act = act,
    .text = type,
    .keep = keep,
    .save = save,
    .reload = reload,
    .plats = plats,
    .free = free_view,
};

struct view *view_rader_new(struct ui *ui, enum post_slag slag, struct str8 nyckel) {
    struct rader *v = view_new(&ops, sizeof *v);
    v->slag = slag;
    s8_uint(nyckel, &v->at);
    follow(ui, v);
    return &v->v;
}
