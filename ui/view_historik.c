/* Who has saved what, and when; newest first. Any of it can be read, and made to count again. */
#include "ui/historik.h"

#include "base/clock.h"
#include "base/utf8.h"
#include "ui/form.h"
#include "ui/ord.h"

struct historik {
    struct view v;
    struct str8 ref;     /* as history_list; empty: all */
    struct arena rows_a; /* of what has been read: */
    struct history_row *row;
    struct list list; /* over `row` */
    bool done;
    struct str8 fault; /* why it could not be read; empty: it could */
};

static unsigned where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_COMMAND | W_LIST | W_HISTORIK;
}

static struct str8 titel(struct ui *ui, struct view *view, struct arena *a) {
    const struct historik *v = (const struct historik *)view;
    (void)ui;
    return v->ref.n ? arena_printf(a, "historik för %.*s", S8F(v->ref)) : S8("historik");
}

/* A line of a list is made empty and then filled in; one that never was goes again. Neither tells
 * anything. */
static bool is_idle(const struct history_row *r) {
    const struct post *p = &r->rev->post;
    bool line = post_slag_info(p->slag)->form == POST_LIST;
    return line && (!r->before || r->rev->borttagen) && form_empty(p);
}

static void read_rows(struct ui *ui, struct historik *v) {
    struct error err = {0};
    size_t n = 0;
    if (v->done)
        return;
    arena_free(&v->rows_a);
    v->done = true;
    v->fault = (struct str8){0};
    if (history_list(ui->app, &v->rows_a, &ui->c, v->ref, &v->row, &n, &err) != ST_OK) {
        v->fault = arena_str8(&v->rows_a, s8_from(err.text));
        n = 0;
    }
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (!is_idle(&v->row[i]))
            v->row[kept++] = v->row[i];
    list_set(&v->list, kept);
}

/* ---- words ---- */

bool historik_changed(const struct history_row *r, size_t falt) {
    return !s8_eq(r->rev->post.value[falt], r->before ? r->before->value[falt] : S8(""));
}

/* "ställning, motivering"; one field alone with what it became: "motivering ”Utan följder …”". */
static struct str8 changes(struct ui *ui, struct arena *a, const struct history_row *r) {
    const struct post *p = &r->rev->post;
    const struct post_slag_info *info = post_slag_info(p->slag);
    struct str8 out = {0};
    size_t n = 0, last = 0, shown = 0;
    for (size_t i = 0; i < info->n_falt; i++) {
        shown += falt_shown(&info->falt[i]);
        if (!historik_changed(r, i) || !falt_shown(&info->falt[i]))
            continue;
        out = arena_printf(a, "%.*s%s%.*s", S8F(out), n ? ", " : "",
                           S8F(utf8_lower_first(a, s8_from(info->falt[i].etikett))));
        last = i;
        n++;
    }
    if (n != 1)
        return out;
    struct str8 now = form_first_line(ord_value(ui, p, last));
    if (shown == 1) /* its name is the post's */
        return now.n ? arena_printf(a, "”%.*s”", S8F(now)) : S8("tömd");
    return now.n ? arena_printf(a, "%.*s ”%.*s”", S8F(out), S8F(now))
                 : arena_printf(a, "%.*s tömd", S8F(out));
}

/* "Svar 4.4.3:1: ställning, motivering" */
static struct str8 what(struct ui *ui, struct arena *a, const struct history_row *r) {
    const struct post *p = &r->rev->post;
    struct str8 out = ord_post(ui, a, p->slag, p->nyckel), changed = changes(ui, a, r);
    if (r->rev->borttagen)
        return arena_printf(a, "%.*s: borttaget", S8F(out));
    if (changed.n)
        return arena_printf(a, "%.*s: %.*s", S8F(out), S8F(changed));
    if (r->before && r->before->ordning != p->ordning)
        return arena_printf(a, "%.*s: flyttat från plats %d till %d", S8F(out), r->before->ordning,
                            p->ordning);
    return out;
}

/* To the second, for several things are done in a minute. */
static struct str8 to_the_second(struct arena *a, struct str8 tid) {
    enum { SECONDS = 17 }; /* in 2025-01-29T08:15:30Z */
    return arena_printf(a, "%.*s:%.*s", S8F(clock_local(a, tid)),
                        S8F(s8_sub(tid, SECONDS, tid.n < SECONDS + 2 ? tid.n : SECONDS + 2)));
}

/* ---- drawing ---- */

enum { COL_TIME = 2, COL_WHO = 22, WHY_COLS = 9, WITH_WHY = 64, WIDE = 110 };

/* In a narrow window only when and what. */
struct columns {
    int who_cols, why, what;
};

static struct columns columns(int cols) {
    int who = cols < WITH_WHY ? 0 : cols < WIDE ? 13 : 24;
    int why = COL_WHO + who + 1;
    return (struct columns){who, why, who ? why + WHY_COLS + 1 : COL_WHO};
}

static void draw_heads(const struct historik *v, struct grid *g, int row, struct columns c) {
    static const char all[] = "h hela ärendet";
    grid_puts(g, row, COL_TIME, -1, STYLE_HEADING, "När");
    grid_puts(g, row, c.what, -1, STYLE_HEADING, "Vad");
    if (!c.who_cols)
        return;
    if (v->ref.n)
        grid_puts(g, row, g->cols - grid_width(s8_from(all)), -1, STYLE_DIM, all);
    grid_puts(g, row, COL_WHO, -1, STYLE_HEADING, "Vem");
    grid_puts(g, row, c.why, -1, STYLE_HEADING, "Hur");
}

static void draw_row(struct ui *ui, struct grid *g, int row, struct columns c,
                     const struct history_row *h, bool focus) {
    struct arena *a = &ui->frame;
    enum style style = focus ? STYLE_FOCUS : STYLE_NORMAL;
    grid_put(g, row, COL_TIME, COL_WHO - COL_TIME - 1, style, to_the_second(a, h->rev->tid));
    if (c.who_cols) {
        grid_put_clipped(g, row, COL_WHO, c.who_cols, STYLE_NORMAL, h->rev->vem);
        grid_put_clipped(g, row, c.why, WHY_COLS, STYLE_NORMAL, h->rev->orsak);
    }
    grid_put_clipped(g, row, c.what, -1, style, what(ui, a, h));
    draw_focus(g, row, 0, focus);
}

static void draw_none(struct ui *ui, const struct historik *v, struct grid *g, struct rect r) {
    struct rect in = {r.row + 1, 2, r.rows - 1, r.cols - 4};
    struct str8 text =
        v->fault.n ? arena_printf(&ui->frame, "Historiken kan inte visas: %.*s", S8F(v->fault))
        : v->ref.n ? S8("Inget är sparat där ännu. Tryck h för hela ärendets historik.")
                   : S8("Inget är sparat ännu.");
    draw_wrapped(g, &ui->frame, in, in.row, STYLE_NORMAL, text);
    grid_cursor(g, in.row, in.col);
}

static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct historik *v = (struct historik *)view;
    int rows = r.rows - 1;
    read_rows(ui, v);
    if (v->list.n == 0) {
        draw_none(ui, v, g, r);
        return;
    }
    struct columns c = columns(r.cols);
    draw_heads(v, g, r.row, c);
    list_fit(&v->list, rows);
    for (int i = 0; i < rows && v->list.top + (size_t)i < v->list.n; i++) {
        size_t at = v->list.top + (size_t)i;
        draw_row(ui, g, r.row + 1 + i, c, &v->row[at], at == v->list.at);
    }
}

/* ---- acting ---- */

void historik_ask(struct ui *ui, const struct revision *rev, fraga_svar *done) {
    struct arena *a = &ui->frame;
    fraga_ja(ui,
             arena_printf(a, "Återställa till det som stod %.*s?", S8F(clock_local(a, rev->tid))),
             done);
}

void historik_restore(struct ui *ui, const struct revision *rev) {
    struct error err = {0}, again = {0};
    struct arena a = {0};
    bool changed = false;
    struct str8 name = ord_post(ui, &a, rev->post.slag, rev->post.nyckel);
    struct str8 when = clock_local(&a, rev->tid);
    enum status st = history_restore_seen(ui->app, &ui->case_arena, &ui->c, rev, &changed, &err);
    if (st == ST_OK && changed)
        ui->kept = KEPT_SAVED;
    if (st == ST_OK || st == ST_CONFLICT)
        ui_case_reload(ui, &again);
    if (st != ST_OK)
        ui_tell(ui, &err);
    else if (!changed)
        ui_say(ui, TONE_PLAIN, "Inget är ändrat: så står det redan.");
    else
        ui_say(ui, TONE_GOOD,
               "%.*s är som det stod %.*s. Det som stod där nyss finns kvar i historiken.",
               S8F(name), S8F(when));
    arena_free(&a);
}

static void restore_focus(struct ui *ui, struct view *below, struct str8 svar) {
    struct historik *v = (struct historik *)below;
    (void)svar;
    historik_restore(ui, v->row[v->list.at].rev);
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct historik *v = (struct historik *)view;
    (void)extend;
    read_rows(ui, v);
    const struct history_row *at = v->list.n ? &v->row[v->list.at] : NULL;
    switch (action) {
    case A_OPEN:
        if (at)
            ui_push(ui, view_las_new(ui, at));
        return true;
    case A_RESTORE:
        if (at && ui_may_change(ui, action))
            historik_ask(ui, at->rev, restore_focus);
        return true;
    default:
        return list_act(&v->list, action);
    }
}

static void reload(struct ui *ui, struct view *view) {
    (void)ui;
    ((struct historik *)view)->done = false;
}

static void free_view(struct view *view) {
    arena_free(&((struct historik *)view)->rows_a);
}

static const struct view_ops ops = {
    .namn = "historik",
    .where = where,
    .titel = titel,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = free_view,
};

struct view *view_historik_new(struct ui *ui, struct str8 ref) {
    struct historik *v = view_new(&ops, sizeof *v);
    (void)ui;
    v->ref = arena_str8(&v->v.a, ref);
    return &v->v;
}
