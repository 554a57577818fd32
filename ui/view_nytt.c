/* A new ärende: which betänkande it answers. What else is known is filled in afterwards. */
#include "app/library.h"
#include "ui/views.h"

struct nytt {
    struct view v;
    struct list list;
    struct library_row *row;
};

static unsigned where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_COMMAND | W_LIST | W_NYTT;
}

static struct str8 titel(struct ui *ui, struct view *v, struct arena *a) {
    (void)ui, (void)v, (void)a;
    return S8("nytt ärende: välj betänkande");
}

static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct nytt *v = (struct nytt *)view;
    enum { COL_NAME = 2, COL_PUNKTER = 16, COL_TITLE = 28 };
    if (v->list.n == 0)
        grid_puts(g, r.row + 1, 2, -1, STYLE_WARNING,
                  "Det finns inget betänkande. Läs in ett med: yttra importera FIL");
    list_fit(&v->list, r.rows - 2);
    for (size_t i = 0; i < v->list.height && v->list.top + i < v->list.n; i++) {
        const struct library_row *b = &v->row[v->list.top + i];
        bool focus = v->list.top + i == v->list.at;
        int row = r.row + 1 + (int)i;
        grid_put(g, row, COL_NAME, 13, focus ? STYLE_FOCUS : STYLE_NORMAL, b->beteckning);
        grid_put(g, row, COL_PUNKTER, 11, STYLE_DIM,
                 arena_printf(&ui->frame, "%d punkter", b->n_punkt));
        grid_put_clipped(g, row, COL_TITLE, -1, focus ? STYLE_FOCUS : STYLE_NORMAL, b->titel);
        draw_focus(g, row, 0, focus);
    }
}

static void create(struct ui *ui, struct view *view, struct str8 yes) {
    const struct nytt *v = (const struct nytt *)view;
    (void)yes;

    struct arena a = {0};
    struct error err = {0};
    struct app_case c;
    enum status st = app_case_new(ui->app, &a, v->row[v->list.at].id, NULL, 0, &c, &err);
    long nr = c.nr;
    arena_free(&a);
    if (st != ST_OK) {
        ui_tell(ui, &err);
        return;
    }
    ui->kept = KEPT_SAVED;
    ui_drop(ui);
    if (!ui_case_enter(ui, nr))
        return;
    ui_case_view(ui, A_FACTS);
    ui_say(ui, TONE_GOOD,
           "Ärende %ld är skapat. Fyll i det du vet och gå sedan till punkterna med Esc.", nr);
}

/* One more on the same betänkande is most often a slip, and cannot be removed. */
static void ask(struct ui *ui, struct nytt *v) {
    struct error err = {0};
    struct arena *a = &ui->frame;
    const struct library_row *b = &v->row[v->list.at];
    long *nr = NULL;
    size_t n = 0;
    if (app_case_pending(ui->app, a, b->id, &nr, &n, &err) != ST_OK)
        ui_tell(ui, &err);
    else if (n == 0)
        create(ui, &v->v, S8(""));
    else
        fraga_ja(ui,
                 arena_printf(a, "%.*s har redan ärende %ld%s. Skapa ett till?", S8F(b->beteckning),
                              nr[0], n > 1 ? " med flera" : ""),
                 create);
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct nytt *v = (struct nytt *)view;
    (void)extend;
    if (action != A_OPEN)
        return list_act(&v->list, action);
    if (v->list.n)
        ask(ui, v);
    return true;
}

static const struct view_ops ops = {
    .namn = "nytt",
    .where = where,
    .titel = titel,
    .draw = draw,
    .act = act,
};

struct view *view_nytt_new(struct ui *ui) {
    struct error err = {0};
    size_t n = 0;
    struct nytt *v = view_new(&ops, sizeof *v);
    if (library_list(ui->app, &v->v.a, &v->row, &n, &err) != ST_OK)
        ui_tell(ui, &err);
    list_set(&v->list, n);
    return &v->v;
}
