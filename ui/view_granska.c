/* What granska finds, most severe first; Enter goes to where it is mended. */
#include "app/paper.h"
#include "app/terms.h"
#include "ui/ord.h"
#include "ui/views.h"

struct granska {
    struct view v;
    struct arena found_a; /* of what was found: */
    struct finding *found;
    struct list list; /* over `found` */
    size_t count[SEV_ERROR + 1];
    bool done;         /* the ärende has been gone through as it is now */
    struct str8 fault; /* why it could not be; empty: it could */
};

static unsigned where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_COMMAND | W_LIST | W_GRANSKA;
}

static struct str8 titel(struct ui *ui, struct view *view, struct arena *a) {
    (void)ui, (void)view, (void)a;
    return S8("granskning");
}

/* ---- what is found ---- */

static void review(struct ui *ui, struct granska *v) {
    struct error err = {0};
    size_t n = 0;
    if (v->done)
        return;
    arena_free(&v->found_a);
    v->done = true;
    v->fault = (struct str8){0};
    for (int s = SEV_HINT; s <= SEV_ERROR; s++)
        v->count[s] = 0;
    if (paper_review(ui->app, &v->found_a, &ui->c, S8(""), &v->found, &n, &err) != ST_OK) {
        v->fault = arena_str8(&v->found_a, s8_from(err.text));
        n = 0;
    }
    for (size_t i = 0; i < n; i++)
        v->count[v->found[i].severity]++;
    list_set(&v->list, paper_join_unanswered(&v->found_a, &ui->c, v->found, n));
}

/* "3 fel, 1 varning, 2 tips" */
static struct str8 sum(const struct granska *v, struct arena *a) {
    static const char *const many[] = {"tips", "varningar", "fel"};
    struct str8 out = {0};
    for (int s = SEV_ERROR; s >= SEV_HINT; s--)
        if (v->count[s])
            out = arena_printf(a, "%.*s%s%zu %s", S8F(out), out.n ? ", " : "", v->count[s],
                               v->count[s] == 1 ? severity_namn((enum severity)s) : many[s]);
    return out;
}

/* ---- drawing ---- */

enum { COL_SEVERITY = 2, COL_PLACE = 11, WITH_PLACE = 64, WIDE = 110 };

/* The sentence, without the place if it begins with that: it has a column of its own. */
static struct str8 sentence(const struct finding *f, bool with_place, struct arena *a) {
    struct str8 text = f->text, place = arena_printf(a, "%.*s: ", S8F(f->plats));
    if (with_place && s8_starts(text, place))
        text = s8_skip(text, place.n);
    if (f->dokument.n)
        return arena_printf(a, "%.*s (%.*s)", S8F(text), S8F(f->dokument));
    return text;
}

static void draw_row(struct ui *ui, struct grid *g, struct rect r, int row, const struct finding *f,
                     bool focus) {
    bool with_place = r.cols >= WITH_PLACE;
    int place = r.cols >= WIDE ? 36 : 16, col = with_place ? COL_PLACE + place + 1 : COL_PLACE;
    ord_put_severity(g, row, COL_SEVERITY, f->severity);
    if (with_place)
        grid_put_clipped(g, row, COL_PLACE, place, focus ? STYLE_FOCUS : STYLE_NORMAL, f->plats);
    grid_put_clipped(g, row, col, r.cols - col, focus && !with_place ? STYLE_FOCUS : STYLE_NORMAL,
                     sentence(f, with_place, &ui->frame));
    draw_focus(g, row, 0, focus);
}

static void draw_none(struct ui *ui, const struct granska *v, struct grid *g, struct rect r) {
    struct str8 text =
        v->fault.n ? arena_printf(&ui->frame, "Ärendet kan inte granskas: %.*s", S8F(v->fault))
                   : S8("Inga anmärkningar.");
    struct rect in = {r.row + 1, 2, r.rows - 1, r.cols - 4};
    draw_wrapped(g, &ui->frame, in, in.row, v->fault.n ? STYLE_ERROR : STYLE_GOOD, text);
    grid_cursor(g, in.row, in.col);
}

static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct granska *v = (struct granska *)view;
    review(ui, v);
    if (v->list.n == 0) {
        draw_none(ui, v, g, r);
        return;
    }
    int whole = r.rows / 4 < 3 ? 3 : r.rows / 4 > 8 ? 8 : r.rows / 4;
    int rows = r.rows - whole - 2;
    grid_put(g, r.row, COL_SEVERITY, -1, STYLE_HEADING, sum(v, &ui->frame));
    list_fit(&v->list, rows);
    for (int i = 0; i < rows && v->list.top + (size_t)i < v->list.n; i++) {
        size_t at = v->list.top + (size_t)i;
        draw_row(ui, g, r, r.row + 1 + i, &v->found[at], at == v->list.at);
    }
    grid_hline(g, r.row + 1 + rows, 0, r.cols);
    struct rect below = {r.row + 2 + rows, 2, whole, r.cols - 4};
    const struct finding *f = &v->found[v->list.at];
    ord_put_finding(ui, g, below, f, sentence(f, false, &ui->frame), true);
}

/* ---- acting ---- */

/* The words of the text in focus are changed, and the finding goes. */
static void change_terms(struct ui *ui, struct granska *v) {
    const struct finding *f = v->list.n ? &v->found[v->list.at] : NULL;
    struct term_change *made;
    struct arena a = {0};
    struct error err = {0};
    struct str8 text;
    size_t n;
    if (!f || !s8_eqz(f->rule, "term")) {
        ui_say(ui, TONE_PLAIN, "Det gäller inget ord som profilen har ett annat för.");
        return;
    }
    if (!ui_may_change(ui, A_TERM))
        return;
    if (terms_propose(ui->app, &a, &ui->c, f->slag, f->nyckel, f->falt, &text, &made, &n, &err) !=
        ST_OK)
        ui_tell(ui, &err);
    else if (ui_set(ui, f->slag, f->nyckel, f->falt, arena_str8(&ui->case_arena, text), "byt ord"))
        ui_say(ui, TONE_GOOD, "”%.*s” är nu ”%.*s”%s. Det som stod finns i historiken (h).",
               S8F(made->was), S8F(made->is), n > 1 ? " och mer är bytt" : "");
    v->done = false;
    arena_free(&a);
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct granska *v = (struct granska *)view;
    (void)extend;
    review(ui, v);
    if (action == A_TERM) {
        change_terms(ui, v);
        return true;
    }
    if (action != A_OPEN)
        return list_act(&v->list, action);
    if (v->list.n) {
        const struct finding *f = &v->found[v->list.at];
        ui_goto(ui, f->slag, f->nyckel, f->falt);
    }
    return true;
}

static void reload(struct ui *ui, struct view *view) {
    (void)ui;
    ((struct granska *)view)->done = false;
}

static void free_view(struct view *view) {
    arena_free(&((struct granska *)view)->found_a);
}

static const struct view_ops ops = {
    .namn = "granskning",
    .where = where,
    .titel = titel,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = free_view,
};

struct view *view_granska_new(struct ui *ui) {
    (void)ui;
    return view_new(&ops, sizeof(struct granska));
}
