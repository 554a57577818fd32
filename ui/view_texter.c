/* The text blocks: which there are, how long they are, and which of them a paper needs. */
#include "ui/form.h"

struct block {
    struct str8 namn, etikett, hjalp, need;
};

struct texter {
    struct view v;
    struct list list;
    struct arena rows_a; /* of: */
    struct block *row;
    size_t n, cap;
    int label; /* columns of the widest label */
};

static unsigned where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_COMMAND | W_LIST | W_TEXTER;
}

static struct str8 titel(struct ui *ui, struct view *v, struct arena *a) {
    (void)ui, (void)v, (void)a;
    return S8("texter");
}

/* ---- the rows ---- */

static void add(struct texter *v, struct block b) {
    int width = grid_width(b.etikett);
    v->label = width > v->label ? width : v->label;
    *ARENA_PUSH(&v->rows_a, v->row, v->n, v->cap) = b;
}

static bool has_row(const struct texter *v, struct str8 namn) {
    for (size_t i = 0; i < v->n; i++)
        if (s8_eq(v->row[i].namn, namn))
            return true;
    return false;
}

/* The blocks there are, and texts that were written when the profile was another. */
static void read_rows(struct ui *ui, struct texter *v) {
    struct error err = {0};
    struct profil *profil = NULL;
    struct text_block *blocks = NULL;
    size_t n = 0;
    struct arena *a = &v->rows_a;
    const struct post_list *l = &ui->c.arende->post[POST_TEXT];
    arena_free(a);
    v->row = NULL;
    v->n = v->cap = 0;
    v->label = 0;
    if (app_case_profil(ui->app, a, &ui->c, &profil, &err) != ST_OK ||
        app_text_blocks(ui->app, a, &ui->c, &blocks, &n, &err) != ST_OK)
        ui_tell(ui, &err);
    for (size_t i = 0; i < n; i++)
        add(v, (struct block){s8_from(blocks[i].namn), s8_from(blocks[i].etikett),
                              s8_from(blocks[i].hjalp),
                              form_needed(a, profil, NEED_TEXT, blocks[i].namn)});
    for (size_t i = 0; i < l->n; i++)
        if (!has_row(v, l->p[i].nyckel)) {
            struct str8 namn = arena_str8(a, l->p[i].nyckel);
            add(v, (struct block){namn, namn, S8("Profilen har inget sådant textblock."), S8("")});
        }
    list_set(&v->list, v->n);
}

/* ---- drawing ---- */

enum { MARK = 2, LABEL = 4, WORDS = 9, WIDE = 110, NEED = 44 };

/* How many answers are other than when the summary was written. */
static size_t changed(struct ui *ui, const struct block *b) {
    size_t n;
    app_text_changed(&ui->frame, &ui->c, b->namn, &n);
    return n;
}

static void draw_row(struct ui *ui, const struct texter *v, struct grid *g, int row, size_t i) {
    struct arena *a = &ui->frame;
    const struct block *b = &v->row[i];
    struct str8 text = ui_value(ui, POST_TEXT, b->namn, TEXT_INNEHALL);
    bool focus = i == v->list.at, missing = b->need.n && text.n == 0;
    int col = LABEL + v->label + 1;
    grid_puts(g, row, MARK, 1, STYLE_WARNING, missing || changed(ui, b) ? "!" : " ");
    grid_put(g, row, LABEL, v->label, focus ? STYLE_FOCUS : STYLE_NORMAL, b->etikett);
    struct str8 words = text.n ? arena_printf(a, "%5zu ord", form_count_words(text)) : S8("    –");
    grid_put(g, row, col, WORDS, text.n ? STYLE_NORMAL : STYLE_DIM, words);
    col += WORDS + 2;
    bool wide = g->cols >= WIDE;
    if (missing || wide)
        grid_put_clipped(g, row, col, wide ? NEED - 2 : -1, missing ? STYLE_WARNING : STYLE_DIM,
                         b->need);
    if (text.n)
        grid_put_clipped(g, row, wide ? col + NEED : col, -1, STYLE_NORMAL, form_first_line(text));
    draw_focus(g, row, 0, focus);
}

static void draw_help(struct ui *ui, const struct texter *v, struct grid *g, struct rect r) {
    struct arena *a = &ui->frame;
    if (v->list.n == 0)
        return;
    const struct block *b = &v->row[v->list.at];
    size_t n = changed(ui, b);
    if (n) {
        draw_wrapped(g, a, r, r.row, STYLE_WARNING,
                     arena_printf(a,
                                  "Den är skriven innan %zu svar ändrades. Läs den igen, eller "
                                  "skriv ett nytt utkast (u).",
                                  n));
        return;
    }
    draw_wrapped(g, a, r, r.row, STYLE_DIM,
                 b->need.n ? arena_printf(a, "%.*s Texten %.*s.", S8F(b->hjalp), S8F(b->need))
                           : b->hjalp);
}

static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    enum { HELP = 2 };
    struct texter *v = (struct texter *)view;
    int rows = r.rows - HELP - 1;
    grid_hline(g, r.row + rows, 0, g->cols);
    draw_help(ui, v, g, (struct rect){r.row + rows + 1, 0, HELP, r.cols});
    list_fit(&v->list, rows);
    for (size_t i = 0; i < v->list.height && v->list.top + i < v->list.n; i++)
        draw_row(ui, v, g, r.row + (int)i, v->list.top + i);
}

/* ---- a summary from the answers ---- */

static const struct block *in_focus(const struct texter *v) {
    return v->list.n ? &v->row[v->list.at] : NULL;
}

static void put_draft(struct ui *ui, struct view *below, struct str8 yes) {
    struct texter *v = (struct texter *)below;
    struct error err = {0};
    struct str8 text;
    const struct block *b = in_focus(v);
    (void)yes;
    if (!b)
        return;
    if (app_text_draft(ui->app, &ui->frame, &ui->c, b->namn, &text, &err) != ST_OK) {
        ui_tell(ui, &err);
        return;
    }
    if (!ui_set(ui, POST_TEXT, b->namn, TEXT_INNEHALL, text, "utkast"))
        return;
    ui_say(ui, TONE_GOOD, "Utkastet är skrivet ur svaren. Läs det, och ändra det som behövs.");
    ui_push(ui, view_text_new(ui, POST_TEXT, b->namn, TEXT_INNEHALL));
}

/* What somebody has written is not replaced unasked. */
static void ask_draft(struct ui *ui, struct texter *v) {
    const struct block *b = in_focus(v);
    if (!b)
        return;
    if (!app_text_drafted(b->namn))
        ui_say(ui, TONE_PLAIN, "Bara sammanfattningarna kan skrivas ur svaren.");
    else if (ui_value(ui, POST_TEXT, b->namn, TEXT_INNEHALL).n)
        fraga_ja(ui, S8("Byta ut texten mot ett utkast ur svaren? Den finns kvar i historiken."),
                 put_draft);
    else
        put_draft(ui, &v->v, S8("j"));
}

/* ---- the view ---- */

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct texter *v = (struct texter *)view;
    (void)extend;
    if ((action == A_OPEN || action == A_DRAFT) && !ui_may_change(ui, action))
        return true;
    if (action == A_DRAFT)
        ask_draft(ui, v);
    else if (v->list.n && action == A_OPEN)
        ui_push(ui, view_text_new(ui, POST_TEXT, v->row[v->list.at].namn, TEXT_INNEHALL));
    else if (v->list.n && action == A_HISTORY)
        ui_push(ui, view_historik_new(ui, v->row[v->list.at].namn));
    else
        return list_act(&v->list, action);
    return true;
}

static void reload(struct ui *ui, struct view *view) {
    read_rows(ui, (struct texter *)view);
}

static void plats(struct ui *ui, const struct view *view, struct plats *p) {
    (void)ui, (void)view;
    p->slag = s8_from(post_slag_info(POST_TEXT)->namn);
}

static void free_view(struct view *view) {
    arena_free(&((struct texter *)view)->rows_a);
}

static const struct view_ops ops = {
    .namn = "texter",
    .where = where,
    .titel = titel,
    .draw = draw,
    .act = act,
    .reload = reload,
    .plats = plats,
    .free = free_view,
};

struct view *view_texter_new(struct ui *ui) {
    struct texter *v = view_new(&ops, sizeof *v);
    read_rows(ui, v);
    return &v->v;
}
