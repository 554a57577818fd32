/* Ärenden: the list, most urgent first. Only the rows on the screen are read. */
#include "base/clock.h"
#include "ui/views.h"

struct arenden {
    struct view v;
    struct list list;
    bool all;               /* also those no longer being worked on */
    struct arena rows_a;    /* of what has been read: */
    struct arende_rad *row; /* rows from `from` */
    size_t from, n;
};

static unsigned where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_COMMAND | W_LIST | W_ARENDEN;
}

static struct str8 titel(struct ui *ui, struct view *v, struct arena *a) {
    (void)ui, (void)a;
    return ((struct arenden *)v)->all ? S8("alla ärenden") : S8("pågående ärenden");
}

/* Reads the rows that are to be shown, if they are not those read already. */
static void read_rows(struct ui *ui, struct arenden *v, size_t from, size_t n) {
    struct error err = {0};
    long total = 0;
    if (v->row && v->from == from && v->n >= n)
        return;
    arena_free(&v->rows_a);
    struct arende_urval u = {.all = v->all, .limit = (long)n, .offset = (long)from};
    v->from = from;
    if (app_case_list(ui->app, &v->rows_a, u, &v->row, &v->n, &total, &err) != ST_OK) {
        v->n = 0;
        ui_tell(ui, &err);
    }
    list_set(&v->list, (size_t)total);
}

/* "12 d", "i dag", "3 d sent"; nothing for what is finished. */
static struct str8 left(struct arena *a, const struct arende_rad *r, enum style *style) {
    struct date day;
    *style = STYLE_NORMAL;
    if (!app_status_open(r->status) || !date_parse(r->svarstid, &day))
        return S8("");
    int n = date_days(day) - date_days(clock_today());
    *style = n < 0 ? STYLE_ERROR : n < 8 ? STYLE_WARNING : STYLE_NORMAL;
    return n == 0  ? S8("i dag")
           : n < 0 ? arena_printf(a, "%d d sent", -n)
                   : arena_printf(a, "%d d", n);
}

enum { COL_NR = 1, COL_DATE = 7, COL_LEFT = 18, COL_ANSWERS = 29, COL_DNR = 35, DNR_COLS = 12 };
enum { WITH_NAMND = 76, WIDE = 110 };

/* Where the nämnd stands, in a window that has room for it, and then what it answers on. */
struct columns {
    int namnd, namnd_cols, name;
};

static struct columns columns(int cols) {
    struct columns c = {COL_DNR + DNR_COLS + 1, 0, 0};
    c.namnd_cols = cols < WITH_NAMND ? 0 : cols < WIDE ? 14 : 26;
    c.name = c.namnd + (c.namnd_cols ? c.namnd_cols + 1 : 0);
    return c;
}

static void draw_heads(struct grid *g, int row, struct columns c) {
    grid_puts(g, row, COL_NR + 3, -1, STYLE_HEADING, "Nr");
    grid_puts(g, row, COL_DATE, -1, STYLE_HEADING, "Svarstid");
    grid_puts(g, row, COL_LEFT, -1, STYLE_HEADING, "Kvar");
    grid_puts(g, row, COL_ANSWERS, -1, STYLE_HEADING, "Svar");
    grid_puts(g, row, COL_DNR, -1, STYLE_HEADING, "Dnr");
    if (c.namnd_cols)
        grid_puts(g, row, c.namnd, -1, STYLE_HEADING, "Nämnd");
    grid_puts(g, row, c.name, -1, STYLE_HEADING, "Remiss");
}

static void draw_row(struct ui *ui, struct grid *g, int row, const struct arende_rad *r,
                     struct columns c, bool focus) {
    struct arena *a = &ui->frame;
    enum style style;
    struct str8 answers = arena_printf(a, "%d/%d", r->n_svar, r->n_punkt);
    struct str8 name = r->rubrik.n ? r->rubrik : r->titel;
    struct str8 days = left(a, r, &style);
    grid_put(g, row, COL_NR, 5, focus ? STYLE_FOCUS : STYLE_NORMAL, arena_printf(a, "%5ld", r->nr));
    grid_put(g, row, COL_DATE, 10, STYLE_NORMAL, r->svarstid.n ? r->svarstid : S8("–"));
    grid_put_clipped(g, row, COL_LEFT, 10, style, days.n ? days : r->status);
    grid_put(g, row, COL_ANSWERS, 5,
             r->n_svar == r->n_punkt && r->n_punkt ? STYLE_GOOD : STYLE_NORMAL, answers);
    grid_put_clipped(g, row, COL_DNR, DNR_COLS, STYLE_NORMAL, r->dnr);
    if (c.namnd_cols)
        grid_put_clipped(g, row, c.namnd, c.namnd_cols, STYLE_NORMAL, r->namnd);
    grid_put_clipped(g, row, c.name, -1, focus ? STYLE_FOCUS : STYLE_NORMAL,
                     arena_printf(a, "%.*s %.*s", S8F(r->beteckning), S8F(name)));
    draw_focus(g, row, 0, focus);
}

static void draw_empty(struct ui *ui, struct grid *g, struct rect r, bool all) {
    struct rect in = {r.row + 1, 2, r.rows - 1, r.cols - 4};
    int row =
        draw_wrapped(g, &ui->frame, in, in.row, STYLE_NORMAL,
                     all ? S8("Det finns inga ärenden.") : S8("Det finns inga pågående ärenden."));
    draw_wrapped(g, &ui->frame, in, row + 1, STYLE_NORMAL,
                 S8("Tryck n för att skapa ett ärende på ett betänkande, till exempel SOU 2024:72 "
                    "som följer med programmet."));
}

static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct arenden *v = (struct arenden *)view;
    list_fit(&v->list, r.rows - 1);
    read_rows(ui, v, v->list.top, v->list.height);
    if (v->list.n == 0) {
        draw_empty(ui, g, r, v->all);
        return;
    }
    list_fit(&v->list, r.rows - 1);
    read_rows(ui, v, v->list.top, v->list.height);
    struct columns c = columns(r.cols);
    draw_heads(g, r.row, c);
    for (size_t i = 0; i < v->n && i < v->list.height; i++)
        draw_row(ui, g, r.row + 1 + (int)i, &v->row[i], c, v->from + i == v->list.at);
}

static void reload(struct ui *ui, struct view *view) {
    (void)ui;
    ((struct arenden *)view)->row = NULL;
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct arenden *v = (struct arenden *)view;
    (void)extend;
    switch (action) {
    case A_OPEN:
        if (v->row && v->list.at >= v->from && v->list.at < v->from + v->n)
            ui_case_enter(ui, v->row[v->list.at - v->from].nr);
        return true;
    case A_NEW:
        ui_push(ui, view_nytt_new(ui));
        return true;
    case A_SHOW_ALL:
        v->all = !v->all;
        v->list = (struct list){0};
        reload(ui, view);
        return true;
    default:
        return list_act(&v->list, action);
    }
}

static void free_view(struct view *view) {
    arena_free(&((struct arenden *)view)->rows_a);
}

static const struct view_ops ops = {
    .namn = "ärenden",
    .where = where,
    .titel = titel,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = free_view,
};

struct view *view_arenden_new(struct ui *ui) {
    (void)ui;
    return view_new(&ops, sizeof(struct arenden));
}
