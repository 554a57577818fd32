/* Two have written in the same field: both texts are shown, and the user says what is to stand. */
#include "ui/views.h"

struct konflikt {
    struct view v;
    struct app_utkast *d; /* of the view below on the stack, which writes it */
    struct editor *e;
    struct post theirs;
    struct str8 who; /* the words for what has happened */
    int scroll, most;
};

static unsigned where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_COMMAND | W_LIST | W_KONFLIKT;
}

static struct str8 titel(struct ui *ui, struct view *v, struct arena *a) {
    (void)ui, (void)v, (void)a;
    return S8("två har skrivit samtidigt");
}

static struct str8 their_text(const struct konflikt *v) {
    return v->theirs.version ? v->theirs.value[v->d->u.falt] : S8("");
}

static struct str8 shown(struct str8 text, const char *if_none) {
    return text.n ? text : s8_from(if_none);
}

/* One of the texts with its heading; returns how many lines of it there are. */
static int draw_text(struct ui *ui, const struct konflikt *v, struct grid *g, struct rect r,
                     const char *heading, struct str8 text) {
    struct grid_lines lines;
    grid_wrap(&ui->frame, text, r.cols - 1, &lines);
    grid_puts(g, r.row, r.col, r.cols, STYLE_HEADING, heading);
    for (int i = 0; i + 1 < r.rows && v->scroll + i < (int)lines.n; i++)
        grid_put(g, r.row + 1 + i, r.col, r.cols - 1, STYLE_NORMAL, lines.line[v->scroll + i]);
    return (int)lines.n;
}

static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct konflikt *v = (struct konflikt *)view;
    int row = draw_wrapped(g, &ui->frame, r, r.row, STYLE_WARNING, v->who) + 1;
    int half = r.cols / 2, height = r.row + r.rows - row;
    struct rect left = {row, 0, height, half - 1},
                right = {row, half + 1, height, r.cols - half - 1};
    const char *none = "(ingen text)", *theirs_none = v->theirs.version ? none : "(borttagen)";
    int mine = draw_text(ui, v, g, left, "Din text (m)", shown(editor_text(v->e), none));
    int theirs =
        draw_text(ui, v, g, right, "Den andra texten (d)", shown(their_text(v), theirs_none));
    grid_vline(g, row, half - 1, height);
    v->most = (mine > theirs ? mine : theirs) - (height - 1);
    grid_cursor(g, row, 0);
}

/* Has the choice been carried out? If theirs has been changed again, that is shown and it is asked
 * anew. */
static bool done(struct ui *ui, struct konflikt *v, enum status st, const struct post *newer,
                 const struct error *err) {
    if (st == ST_CONFLICT) {
        v->theirs = post_copy(&v->v.a, newer);
        v->who = arena_str8(&v->v.a, s8_from(err->text));
        ui_say(ui, TONE_WARNING, "Den andra texten har ändrats igen. Läs och välj på nytt.");
    } else if (st != ST_OK) {
        ui_tell(ui, err);
    } else {
        ui->kept = KEPT_SAVED;
    }
    return st == ST_OK;
}

/* Saved in the place of theirs; when that fails the draft is again one from before. */
static void take_mine(struct ui *ui, struct konflikt *v) {
    struct error err = {0};
    struct post newer = {0};
    long version = v->d->u.version;
    struct str8 base = v->d->base;
    app_utkast_over(v->d, &v->theirs);
    enum status st = app_utkast_save(ui->app, &ui->case_arena, &ui->c, v->d, v->e, &newer, &err);
    if (done(ui, v, st, &newer, &err)) {
        ui_drop(ui);
        ui_say(ui, TONE_GOOD, "Din text är sparad. Den andra finns kvar i historiken.");
    } else {
        v->d->u.version = version;
        v->d->base = base;
    }
}

static void take_theirs(struct ui *ui, struct konflikt *v) {
    struct error err = {0};
    struct post newer = {0};
    bool removed = v->theirs.version == 0;
    enum status st =
        app_utkast_yield(ui->app, &ui->case_arena, &ui->c, v->d, v->e, &v->theirs, &newer, &err);
    if (!done(ui, v, st, &newer, &err))
        return;
    ui_drop(ui);
    ui_say(ui, TONE_GOOD, "%s Din finns i historiken.",
           removed ? "Texten är fortfarande borttagen." : "Den andra texten står kvar.");
}

static void join(struct ui *ui, struct konflikt *v) {
    struct error err = {0};
    struct arena a = {0};
    bool lines = post_slag_info(v->d->u.slag)->falt[v->d->u.falt].typ == FALT_MARKDOWN;
    bool two = their_text(v).n && editor_text(v->e).n;
    struct str8 both = arena_printf(&a, "%.*s%s%.*s", S8F(editor_text(v->e)),
                                    !two    ? ""
                                    : lines ? "\n\n"
                                            : " ",
                                    S8F(their_text(v)));
    if (editor_replace_all(v->e, both, &err) == ST_OK) {
        app_utkast_over(v->d, &v->theirs);
        ui_drop(ui);
        ui_say(ui, TONE_GOOD, "%s",
               two ? "Båda texterna står efter varandra, din först. Skriv ihop dem och spara."
                   : "Bara den ena har någon text, och den står här. Skriv klart och spara.");
    } else {
        ui_tell(ui, &err);
    }
    arena_free(&a);
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct konflikt *v = (struct konflikt *)view;
    (void)extend;
    switch (action) {
    case A_MINE:
        take_mine(ui, v);
        return true;
    case A_THEIRS:
        take_theirs(ui, v);
        return true;
    case A_BOTH:
        join(ui, v);
        return true;
    case A_BACK:
        ui_drop(ui);
        ui_say(ui, TONE_WARNING, "Din text är kvar här, men inte sparad.");
        return true;
    case A_UP:
        v->scroll -= v->scroll > 0;
        return true;
    case A_DOWN:
        v->scroll += v->scroll < v->most;
        return true;
    default:
        return false;
    }
}

static const struct view_ops ops = {
    .namn = "konflikt",
    .holds = true,
    .where = where,
    .titel = titel,
    .draw = draw,
    .act = act,
};

struct view *view_konflikt_new(struct app_utkast *d, struct editor *e, const struct post *theirs,
                               struct str8 who) {
    struct konflikt *v = view_new(&ops, sizeof *v);
    v->d = d;
    v->e = e;
    v->theirs = post_copy(&v->v.a, theirs);
    v->who = arena_printf(&v->v.a, "%.*s%s", S8F(who), s8_ends(who, S8(".")) ? "" : ".");
    return &v->v;
}
