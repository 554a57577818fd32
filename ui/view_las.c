/* One version of one post, read: how it stood after the change, and before it. */
#include "base/clock.h"
#include "base/utf8.h"
#include "ui/blad.h"
#include "ui/historik.h"
#include "ui/ord.h"

struct las {
    struct view v;
    struct revision rev;
    struct post before; /* good when has_before */
    bool has_before;
    struct str8 titel;
    struct blad blad;
};

static unsigned where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_COMMAND | W_LIST | W_LAS;
}

static struct str8 titel(struct ui *ui, struct view *view, struct arena *a) {
    (void)ui, (void)a;
    return ((struct las *)view)->titel;
}

static struct history_row row_of(const struct las *v) {
    return (struct history_row){&v->rev, v->has_before ? &v->before : NULL};
}

/* "Svarstid: 2025-03-14"; a text of several lines, or a long one, stands below its name. */
static void put_field(struct blad *b, const struct falt *f, struct str8 v) {
    enum { SHORT = 60 };
    if (v.n == 0) {
        blad_put(b, STYLE_NORMAL, 2, arena_printf(&b->a, "%s: (tomt)", f->etikett));
    } else if (utf8_count(v) <= SHORT && s8_find(v, S8("\n")) < 0) {
        blad_put(b, STYLE_NORMAL, 2, arena_printf(&b->a, "%s: %.*s", f->etikett, S8F(v)));
    } else {
        blad_put(b, STYLE_NORMAL, 2, arena_printf(&b->a, "%s:", f->etikett));
        blad_put(b, STYLE_NORMAL, 4, v);
    }
}

/* The fields that the change was about, or (`changed` false) the others that are filled in. */
static void put_fields(const struct ui *ui, const struct las *v, struct blad *b,
                       const struct post *p, bool changed) {
    const struct post_slag_info *info = post_slag_info(p->slag);
    struct history_row row = row_of(v);
    for (size_t i = 0; i < info->n_falt; i++) {
        bool differs = historik_changed(&row, i) || v->rev.borttagen;
        bool filled = p->value[i].n > 0 || (!v->rev.borttagen && differs);
        if (differs == changed && filled && falt_shown(&info->falt[i]))
            put_field(b, &info->falt[i], ord_value(ui, p, i));
    }
}

static bool any_changed(const struct las *v) {
    struct history_row row = row_of(v);
    bool any = v->rev.borttagen;
    for (size_t i = 0; i < post_slag_info(v->rev.post.slag)->n_falt; i++)
        any = any || historik_changed(&row, i);
    return any;
}

static bool any_same(const struct las *v) {
    struct history_row row = row_of(v);
    for (size_t i = 0; i < post_slag_info(v->rev.post.slag)->n_falt && !v->rev.borttagen; i++)
        if (v->rev.post.value[i].n && !historik_changed(&row, i) &&
            falt_shown(&post_slag_info(v->rev.post.slag)->falt[i]))
            return true;
    return false;
}

static void fill(struct ui *ui, struct las *v, int cols) {
    const struct post *now = &v->rev.post;
    struct blad *b = &v->blad;
    if (b->cols == cols)
        return;
    blad_begin(b, cols);
    blad_put(b, STYLE_DIM, 0,
             arena_printf(&b->a, "%.*s. Sparat %.*s av %.*s (%.*s).",
                          S8F(ord_post(ui, &b->a, now->slag, now->nyckel)),
                          S8F(clock_local(&b->a, v->rev.tid)), S8F(v->rev.vem), S8F(v->rev.orsak)));
    blad_gap(b);
    if (!any_changed(v)) {
        blad_put(b, STYLE_HEADING, 0, S8("Inga uppgifter ändrades, bara platsen i listan"));
    } else {
        blad_put(b, STYLE_HEADING, 0,
                 v->rev.borttagen ? S8("Det här togs bort") : S8("Så stod det efter ändringen"));
        put_fields(ui, v, b, now, true);
    }
    if (any_changed(v) && !v->rev.borttagen) {
        blad_gap(b);
        blad_put(b, STYLE_HEADING, 0, S8("Före"));
        if (v->has_before)
            put_fields(ui, v, b, &v->before, true);
        else
            blad_put(b, STYLE_NORMAL, 2, S8("Här stod ingenting."));
    }
    if (any_same(v)) {
        blad_gap(b);
        blad_put(b, STYLE_HEADING, 0, S8("Oförändrat"));
        put_fields(ui, v, b, now, false);
    }
}

static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct las *v = (struct las *)view;
    fill(ui, v, r.cols);
    blad_draw(&v->blad, g, r);
}

static void restore(struct ui *ui, struct view *below, struct str8 svar) {
    (void)svar;
    historik_restore(ui, &((struct las *)below)->rev);
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct las *v = (struct las *)view;
    (void)extend;
    if (action != A_RESTORE)
        return list_act(&v->blad.list, action);
    if (ui_may_change(ui, action))
        historik_ask(ui, &v->rev, restore);
    return true;
}

static void free_view(struct view *view) {
    blad_free(&((struct las *)view)->blad);
}

static const struct view_ops ops = {
    .namn = "läs",
    .where = where,
    .titel = titel,
    .draw = draw,
    .act = act,
    .free = free_view,
};

struct view *view_las_new(struct ui *ui, const struct history_row *row) {
    struct las *v = view_new(&ops, sizeof *v);
    struct arena *a = &v->v.a;
    v->rev = *row->rev;
    v->rev.tid = arena_str8(a, row->rev->tid);
    v->rev.vem = arena_str8(a, row->rev->vem);
    v->rev.orsak = arena_str8(a, row->rev->orsak);
    v->rev.post = post_copy(a, &row->rev->post);
    v->has_before = row->before != NULL;
    if (row->before)
        v->before = post_copy(a, row->before);
    v->titel = arena_printf(a, "historik: %.*s",
                            S8F(ord_post(ui, a, v->rev.post.slag, v->rev.post.nyckel)));
    fill(ui, v, ui->cols);
    blad_fit(&v->blad, ui->rows - FRAME_ROWS);
    return &v->v;
}
