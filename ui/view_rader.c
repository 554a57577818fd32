/* The lines of a list, in order. A list of one field is written in here; the lines of others are
 * opened in the form. */
#include "ui/form.h"
#include "ui/writing.h"

enum { WIDEST = 100 };

struct rader {
    struct view v;
    enum post_slag slag;
    int at; /* number of the line in focus, which it keeps when it is moved */
    struct list list, scroll;
    struct form_line line; /* a line of one field being written */
    bool fresh;            /* … which is new, and goes away if it is left empty */
};

static const struct post_list *lines_of(const struct ui *ui, const struct rader *v) {
    return &ui->c.arende->post[v->slag];
}

static const struct post *focus(const struct ui *ui, const struct rader *v) {
    const struct post_list *l = lines_of(ui, v);
    return v->list.at < l->n ? &l->p[v->list.at] : NULL;
}

/* One field, which is a line of text. */
static bool is_simple(const struct rader *v) {
    const struct post_slag_info *info = post_slag_info(v->slag);
    return info->n_falt == 1 && info->falt[0].typ == FALT_RAD;
}

static int number(const struct post *p) {
    int n = 0;
    s8_uint(p->nyckel, &n);
    return n;
}

/* The focus has been moved: that is the line to follow. */
static void settle(const struct ui *ui, struct rader *v) {
    const struct post *p = focus(ui, v);
    v->at = p ? number(p) : 0;
}

/* The lines may be others, or in another order: the focus stays on its line. */
static void follow(const struct ui *ui, struct rader *v) {
    const struct post_list *l = lines_of(ui, v);
    list_set(&v->list, l->n);
    for (size_t i = 0; i < l->n; i++)
        if (number(&l->p[i]) == v->at)
            v->list.at = i;
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
    return form_brief(ui, &ui->frame, &lines_of(ui, v)->p[i]);
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
        grid_put(g, row, 2, lay->text - 3, style, arena_printf(a, "%2zu.", at.row + 1));
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

static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct rader *v = (struct rader *)view;
    const struct post_slag_info *info = post_slag_info(v->slag);
    int row = draw_wrapped(g, &ui->frame, r, r.row, STYLE_DIM,
                           s8_from(v->line.e ? info->falt[0].hjalp : form_list_about(v->slag)));
    list_set(&v->list, lines_of(ui, v)->n);
    if (v->list.n == 0)
        draw_wrapped(g, &ui->frame, (struct rect){row + 1, 2, 2, r.cols - 3}, row + 1, STYLE_NORMAL,
                     S8("Listan är tom. Tryck n för att lägga till en rad."));
    else
        draw_lines(ui, v, g, (struct rect){row + 1, 0, r.row + r.rows - row - 1, r.cols});
}

/* ---- writing a line of one field ---- */

static bool remove_line(struct ui *ui, struct rader *v, struct error *err) {
    const struct post *p = focus(ui, v);
    if (!p || app_remove(ui->app, &ui->case_arena, &ui->c, v->slag, p->nyckel, err) != ST_OK)
        return false;
    ui->kept = KEPT_SAVED;
    list_set(&v->list, lines_of(ui, v)->n);
    settle(ui, v);
    return true;
}

/* A new line that was left empty goes away. */
static enum status drop_empty(struct ui *ui, struct rader *v, struct error *err) {
    const struct post *p = focus(ui, v);
    bool empty = v->fresh && p && form_empty(p);
    v->fresh = false;
    return !empty || remove_line(ui, v, err) ? ST_OK : err->status;
}

static void add_line(struct ui *ui, struct rader *v) {
    struct error err = {0};
    struct str8 key;
    if (app_line_add(ui->app, &ui->case_arena, &ui->c, v->slag, NULL, 0, &key, &err) != ST_OK) {
        ui_tell(ui, &err);
        return;
    }
    ui->kept = KEPT_SAVED;
    s8_uint(key, &v->at);
    follow(ui, v);
    if (is_simple(v)) {
        form_line_open(ui, &v->line, v->slag, key, 0);
        v->fresh = true;
    } else {
        ui_push(ui, form_new_line(ui, v->slag, key));
    }
}

/* False if the line is still open. */
static bool take(struct ui *ui, struct rader *v, bool *was_new) {
    struct error err = {0};
    const struct post *p;
    if (!form_line_take(ui, &v->line))
        return false;
    p = focus(ui, v);
    *was_new = v->fresh && p && !form_empty(p);
    if (drop_empty(ui, v, &err) != ST_OK)
        ui_tell(ui, &err);
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
        return writing_act(ui, v->line.e, action, extend);
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
    (void)yes;
    if (remove_line(ui, (struct rader *)below, &err))
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
    if (!v->line.e)
        return false;
    writing_put(ui, v->line.e, s, paste);
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
