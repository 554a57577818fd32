/* Drafts that were left behind when the program ended without saving: write on, save or throw
 * away. They are offered again until one of these is done. */
#include "base/utf8.h"
#include "ui/views.h"

struct utkast_view {
    struct view v;
    struct list list;
    struct arena rows_a;
    struct app_kvarlamnat *row; /* in rows_a */
};

static unsigned where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_COMMAND | W_LIST | W_UTKAST;
}

static struct str8 titel(struct ui *ui, struct view *v, struct arena *a) {
    (void)ui, (void)v, (void)a;
    return S8("kvarlämnade utkast");
}

static enum status read_rows(struct ui *ui, struct utkast_view *v, struct error *err) {
    size_t n = 0;
    arena_free(&v->rows_a);
    enum status st = app_utkast_left(ui->app, &v->rows_a, &v->row, &n, err);
    list_set(&v->list, n);
    return st;
}

static const struct app_kvarlamnat *focus(const struct utkast_view *v) {
    return v->list.n ? &v->row[v->list.at] : NULL;
}

/* "SOU 2024:72 ON 2025/17, Svar 4.4.3:1, Motivering, 12 tecken" */
static struct str8 brief(struct arena *a, const struct app_kvarlamnat *k) {
    const struct post_slag_info *info = post_slag_info(k->u.slag);
    struct str8 case_name =
        arena_printf(a, "%.*s%s%.*s", S8F(k->beteckning), k->dnr.n ? " " : "", S8F(k->dnr));
    struct str8 what = k->fel.n      ? S8("kan inte läsas")
                       : k->hinder.n ? S8("kan inte sparas")
                                     : arena_printf(a, "%zu tecken", utf8_count(k->text));
    return arena_printf(a, "%.*s, %s%s%.*s: %s, %.*s",
                        S8F(case_name.n ? case_name : arena_printf(a, "Ärende %ld", k->u.arende)),
                        info->etikett, k->u.nyckel.n ? " " : "", S8F(k->u.nyckel),
                        info->falt[k->u.falt].etikett, S8F(what));
}

/* Why it can neither be written on nor saved; empty if it can. */
static struct str8 trouble(struct arena *a, const struct app_kvarlamnat *k) {
    const char *todo = k->text.n ? "Kopiera texten (c) eller kasta den (k)." : "Kasta det med k.";
    struct str8 fel = k->fel;
    if (s8_ends(fel, S8(".")))
        fel.n--;
    if (fel.n)
        return arena_printf(a, "Utkastet kan inte läsas: %.*s. %s", S8F(fel), todo);
    if (k->hinder.n)
        return arena_printf(a, "%.*s, så utkastet kan inte sparas. %s",
                            S8F(utf8_upper_first(a, k->hinder)), todo);
    return (struct str8){0};
}

static int draw_trouble(struct grid *g, struct arena *a, struct rect r, int row,
                        const struct app_kvarlamnat *k) {
    struct str8 words = trouble(a, k);
    return words.n ? draw_wrapped(g, a, r, row, STYLE_WARNING, words) : row;
}

static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct utkast_view *v = (struct utkast_view *)view;
    struct arena *a = &ui->frame;
    enum { MOST_ROWS = 6 };
    int row =
        draw_wrapped(g, a, r, r.row, STYLE_NORMAL,
                     v->list.n == 0 ? S8("Det finns inga kvarlämnade utkast längre.")
                                    : S8("Programmet avslutades utan att de här texterna sparades. "
                                         "Inget är borta: välj vad som ska hända med dem."));
    int rows = v->list.n > MOST_ROWS ? MOST_ROWS : (int)v->list.n;
    list_fit(&v->list, rows);
    for (int i = 0; i < rows; i++) {
        size_t at = v->list.top + (size_t)i;
        const struct app_kvarlamnat *k = &v->row[at];
        grid_put_clipped(g, row + 1 + i, 2, r.cols - 2,
                         at == v->list.at ? STYLE_FOCUS : STYLE_NORMAL, brief(a, k));
        draw_focus(g, row + 1 + i, 0, at == v->list.at);
    }
    const struct app_kvarlamnat *k = focus(v);
    if (!k)
        return;
    row += rows + 2;
    grid_puts(g, row++, 0, -1, STYLE_HEADING, "Så långt hann texten");
    if (k->stale)
        row = draw_wrapped(g, a, r, row, STYLE_WARNING,
                           S8("Någon har sparat en annan text där sedan dess."));
    row = draw_trouble(g, a, r, row, k);
    draw_wrapped(g, a, r, row, STYLE_NORMAL, k->text);
}

/* What is left after one has been dealt with. */
static void next(struct ui *ui, struct utkast_view *v) {
    struct error err = {0};
    if (read_rows(ui, v, &err) != ST_OK)
        ui_tell(ui, &err);
    if (v->list.n == 0)
        ui_drop(ui);
}

static void throw_away(struct ui *ui, struct view *below, struct str8 yes) {
    struct error err = {0};
    struct utkast_view *v = (struct utkast_view *)below;
    (void)yes;
    if (!focus(v))
        return;
    if (app_utkast_drop_left(ui->app, focus(v), &err) == ST_OK) {
        ui_say(ui, TONE_PLAIN, "Utkastet är kastat.");
        next(ui, v);
    } else {
        ui_tell(ui, &err);
    }
}

/* The view that a draft is written in lies above those that lead to its place. */
static void go_near(struct ui *ui, enum post_slag slag, struct str8 key, int falt, bool text) {
    enum post_form form = post_slag_info(slag)->form;
    if (slag == POST_TEXT)
        ui_push(ui, view_texter_new(ui));
    else if (form == POST_KEYED)
        ui_goto(ui, slag, key, -1);
    if (form == POST_LIST)
        ui_push(ui, view_rader_new(ui, slag, key));
    if (form != POST_KEYED && text)
        ui_push(ui, view_form_new(ui, slag, key, falt));
}

/* To the draft's ärende. The list is come back to as long as there are others in it. */
static bool go_to_case(struct ui *ui, const struct utkast_view *v, long nr) {
    if (v->list.n == 1)
        ui_drop(ui);
    if (!ui_case_go(ui, nr))
        return false;
    return view_is_arende(ui_top(ui)) || ui_case_enter(ui, nr);
}

/* Opens the ärende at the place and the editor on the draft, which has all that can be undone. */
static bool write_on(struct ui *ui, struct utkast_view *v) {
    struct error err = {0};
    struct arena a = {0};
    struct app_utkast d;
    struct editor *e = NULL;
    const struct app_kvarlamnat *k = focus(v);
    enum post_slag slag = k->u.slag;
    bool text = post_slag_info(slag)->falt[k->u.falt].typ == FALT_MARKDOWN, ok = false;
    long nr = k->u.arende;
    struct str8 key = arena_str8(&a, k->u.nyckel);
    if (app_utkast_resume(ui->app, &a, k, &d, &e, &err) != ST_OK) {
        ui_tell(ui, &err);
    } else if (go_to_case(ui, v, nr)) {
        go_near(ui, slag, key, d.u.falt, text);
        ui_push(ui, text ? view_text_resume(ui, &d, e) : view_form_resume(ui, &d, e));
        e = NULL;
        ok = true;
    }
    editor_free(&e);
    arena_free(&a);
    return ok;
}

/* Somebody has changed the same text since: it is opened, and the two are shown to choose from. */
static void compare(struct ui *ui, struct utkast_view *v) {
    struct error err = {0};
    bool opened = write_on(ui, v);
    struct view *text = ui_top(ui);
    if (opened && text->ops->save(ui, text, false, &err) != ST_OK && err.text[0])
        ui_tell(ui, &err);
}

static void save_one(struct ui *ui, struct utkast_view *v) {
    struct error err = {0};
    struct arena a = {0};
    enum status st = app_utkast_save_left(ui->app, &a, focus(v), &err);
    if (st == ST_OK) {
        ui->kept = KEPT_SAVED;
        if (ui->has_case)
            ui_case_reload(ui, &err);
        ui_say(ui, TONE_GOOD, "Utkastet är sparat.");
        next(ui, v);
    } else if (st == ST_CONFLICT) {
        compare(ui, v);
    } else {
        ui_tell(ui, &err);
    }
    arena_free(&a);
}

/* The text can be pasted in another place. */
static void copy(struct ui *ui, const struct utkast_view *v) {
    if (focus(v)->text.n == 0)
        return;
    buf_clear(&ui->clip);
    buf_str8(&ui->clip, focus(v)->text);
    ui->outside.copy(ui->outside.ctx, focus(v)->text);
    ui_say(ui, TONE_GOOD, "Utkastets text är kopierad. Klistra in den med Ctrl-V där du skriver.");
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct utkast_view *v = (struct utkast_view *)view;
    (void)extend;
    if (v->list.n == 0)
        return list_act(&v->list, action);
    if (action == A_OPEN || action == A_KEEP_LEFT) {
        struct str8 why = trouble(&ui->frame, focus(v));
        if (why.n) {
            ui_say(ui, TONE_WARNING, "%.*s", S8F(why));
            return true;
        }
    }
    switch (action) {
    case A_COPY:
        copy(ui, v);
        return true;
    case A_OPEN:
        write_on(ui, v);
        return true;
    case A_KEEP_LEFT:
        save_one(ui, v);
        return true;
    case A_REMOVE:
        fraga_ja(ui, S8("Kasta utkastet?"), throw_away);
        return true;
    default:
        return list_act(&v->list, action);
    }
}

/* One comes back from a draft that was written on. */
static void reload(struct ui *ui, struct view *view) {
    struct error err = {0};
    if (read_rows(ui, (struct utkast_view *)view, &err) != ST_OK)
        ui_tell(ui, &err);
}

static void free_view(struct view *view) {
    arena_free(&((struct utkast_view *)view)->rows_a);
}

static const struct view_ops ops = {
    .namn = "utkast",
    .where = where,
    .titel = titel,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = free_view,
};

struct view *view_utkast_new(struct ui *ui, struct error *err) {
    struct utkast_view *v = view_new(&ops, sizeof *v);
    if (read_rows(ui, v, err) == ST_OK && v->list.n)
        return &v->v;
    view_free(&v->v);
    return NULL;
}
