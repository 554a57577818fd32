/* A text written: the motivation of an answer, a text block, any field that is Markdown. */
#include "app/aside.h"
#include "base/utf8.h"
#include "ui/views.h"
#include "ui/writing.h"

enum { WIDEST = 90, MAX_TEXT = 200000 };

struct text_view {
    struct view v;
    struct app_utkast d; /* which field, and what of it is kept */
    struct editor *e;
    struct str8 titel, about; /* made once: the profile's names cost reading files */
    size_t top;               /* first line shown */
    int height;               /* lines shown when last drawn */
};

static unsigned where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_WRITING | W_TEXT;
}

/* ---- what it is about ---- */

static const char *field_label(const struct text_view *v) {
    return post_slag_info(v->d.u.slag)->falt[v->d.u.falt].etikett;
}

static struct str8 make_titel(struct ui *ui, const struct text_view *v, struct arena *a) {
    const struct text_block *block = NULL;
    struct error err;
    struct str8 label = utf8_lower_first(a, s8_from(field_label(v)));
    switch (v->d.u.slag) {
    case POST_SVAR:
    case POST_AVSNITT:
        return arena_printf(a, "%.*s till %.*s", S8F(label), S8F(v->d.u.nyckel));
    case POST_TEXT:
        if (app_text_block(ui->app, a, &ui->c, v->d.u.nyckel, &block, &err) == ST_OK)
            return utf8_lower_first(a, s8_from(block->etikett));
        return v->d.u.nyckel;
    default:
        return arena_printf(a, "%s: %.*s", post_slag_info(v->d.u.slag)->etikett, S8F(label));
    }
}

/* "Bedömning 4.4.3:1: att …" with the stance; for an avsnitt its gist; else what the field is. */
static struct str8 subject(struct ui *ui, const struct text_view *v, struct arena *a) {
    struct punkt_ref ref[PUNKT_MAX];
    struct error err;
    size_t n;
    const struct text_block *block;
    struct str8 key = v->d.u.nyckel;
    if (v->d.u.slag == POST_SVAR &&
        betankande_find(ui->c.betankande, key, ref, PUNKT_MAX, &n, &err) == ST_OK) {
        const struct punkt *p = ref[0].punkt;
        enum stance s = svar_stance(ui_post(ui, POST_SVAR, key));
        return arena_printf(a, "%s: %.*s %.*s%s%.*s", stance_label(s, p->slag),
                            S8F(s8_from(punkt_slag_namn(p->slag))), S8F(key),
                            p->att.n ? ", att " : "", S8F(p->att));
    }
    const struct avsnitt *av = betankande_avsnitt(ui->c.betankande, key);
    if (v->d.u.slag == POST_AVSNITT && av)
        return arena_printf(a, "%.*s. %.*s", S8F(avsnitt_label(a, av)), S8F(av->gist));
    if (v->d.u.slag == POST_TEXT && app_text_block(ui->app, a, &ui->c, key, &block, &err) == ST_OK)
        return s8_from(block->hjalp);
    return s8_from(post_slag_info(v->d.u.slag)->falt[v->d.u.falt].hjalp);
}

static void make_words(struct ui *ui, struct text_view *v) {
    v->titel = make_titel(ui, v, &v->v.a);
    v->about = subject(ui, v, &v->v.a);
}

static struct str8 titel(struct ui *ui, struct view *view, struct arena *a) {
    (void)ui, (void)a;
    return ((struct text_view *)view)->titel;
}

/* ---- drawing ---- */

static int draw_subject(struct ui *ui, const struct text_view *v, struct grid *g, struct rect r) {
    enum { MOST = 3 };
    struct grid_lines lines;
    grid_wrap(&ui->frame, v->about, r.cols < WIDEST ? r.cols : WIDEST, &lines);
    int n = lines.n > MOST ? MOST : (int)lines.n;
    for (int i = 0; i < n; i++)
        grid_put(g, r.row + i, r.col, r.cols, STYLE_DIM, lines.line[i]);
    grid_hline(g, r.row + n, 0, g->cols);
    return n + 1;
}

/* Puts [from, to) of the text at the column, tabs as the editor counts them. */
static int put_span(struct grid *g, int row, int col, enum style style, struct str8 s) {
    enum { TAB = 4 };
    for (struct str8 rest = s; rest.p;) {
        struct str8 part = s8_cut(&rest, '\t');
        col = grid_put(g, row, col, -1, style, part);
        if (!rest.p)
            break;
        int to = (col / TAB + 1) * TAB;
        grid_fill(g, row, col, to - col, style);
        col = to;
    }
    return col;
}

static void draw_line(struct grid *g, int row, const struct editor *e, size_t i) {
    struct editor_line l = editor_line(e, i);
    struct str8 text = editor_text(e);
    size_t from = l.to, to = l.to;
    if (editor_selection(e, &from, &to)) {
        from = from < l.from ? l.from : from > l.to ? l.to : from;
        to = to < l.from ? l.from : to > l.to ? l.to : to;
    }
    int col = put_span(g, row, 0, STYLE_NORMAL, s8_sub(text, l.from, from));
    col = put_span(g, row, col, STYLE_SELECTED, s8_sub(text, from, to));
    put_span(g, row, col, STYLE_NORMAL, s8_sub(text, to, l.to));
}

static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct text_view *v = (struct text_view *)view;
    int above = draw_subject(ui, v, g, r);
    size_t line, column;
    editor_width(v->e, r.cols > WIDEST ? WIDEST : (size_t)r.cols);
    editor_place(v->e, editor_cursor(v->e), &line, &column);
    v->height = r.rows - above;
    if (line < v->top)
        v->top = line;
    if (line >= v->top + (size_t)v->height)
        v->top = line + 1 - (size_t)v->height;
    for (int i = 0; i < v->height && v->top + (size_t)i < editor_n_lines(v->e); i++)
        draw_line(g, r.row + above + i, v->e, v->top + (size_t)i);
    grid_cursor(g, r.row + above + (int)(line - v->top), (int)column);
}

/* ---- keeping and saving ---- */

static enum status keep(struct ui *ui, struct view *view, struct error *err) {
    struct text_view *v = (struct text_view *)view;
    return writing_keep(ui, &v->d, v->e, err);
}

static enum status save(struct ui *ui, struct view *view, bool going, struct error *err) {
    struct text_view *v = (struct text_view *)view;
    return writing_leave(ui, &v->d, v->e, going, err);
}

/* Somebody may have restored an older version, or the ärende was read anew: an editor in which
 * nothing is unsaved follows. */
static void reload(struct ui *ui, struct view *view) {
    struct text_view *v = (struct text_view *)view;
    struct error err;
    if (v->d.begun || editor_changed(v->e))
        return;
    struct str8 now = ui_value(ui, v->d.u.slag, v->d.u.nyckel, v->d.u.falt);
    struct str8 key = arena_str8(&v->v.a, v->d.u.nyckel);
    if (s8_eq(now, editor_text(v->e)))
        return;
    app_utkast_new(ui->app, &v->v.a, &ui->c, v->d.u.slag, key, v->d.u.falt, &v->d);
    editor_replace_all(v->e, now, &err);
    editor_clean(v->e);
    v->d.kept = editor_n_ops(v->e);
}

/* ---- actions ---- */

/* A summary older than the answers: saved as it is, it is said to be right still. */
static bool is_old(struct ui *ui, const struct text_view *v) {
    size_t n;
    app_text_changed(&ui->frame, &ui->c, v->d.u.nyckel, &n);
    return n > 0;
}

static void save_now(struct ui *ui, struct text_view *v) {
    struct error err = {0};
    if (writing_save(ui, &v->d, v->e, false, &err) != ST_OK) {
        if (err.text[0])
            ui_tell(ui, &err);
        return;
    }
    if (v->d.u.slag != POST_TEXT || !is_old(ui, v))
        ui_say(ui, TONE_GOOD, "Texten är sparad.");
    else if (ui_set(ui, POST_TEXT, v->d.u.nyckel, TEXT_INNEHALL, editor_text(v->e), "text"))
        ui_say(ui, TONE_GOOD, "Texten är sparad, och gäller svaren som de är nu.");
}

/* The text that came back in place of ours. One that the field does not take was written all the
 * same: it is put aside, and the error says where. */
static enum status take_back(struct ui *ui, struct text_view *v, struct str8 text,
                             struct error *err) {
    struct error why = {0};
    struct arena a = {0};
    if (s8_eq(text, editor_text(v->e)))
        return ST_OK;
    enum status st = editor_replace_all(v->e, text, &why);
    if (st != ST_OK) {
        struct str8 path = aside_put(ui->app, &a, ui->c.nr, v->d.u.slag, v->d.u.nyckel, text);
        error_set(err, st, "%s%.*s%s%s", path.n ? "Det du skrev finns kvar i " : "", S8F(path),
                  path.n ? ": " : "", why.text);
    }
    arena_free(&a);
    return st;
}

static void edit_outside(struct ui *ui, struct text_view *v) {
    struct error err = {0};
    struct buf out = {0};
    bool at_end = editor_cursor(v->e) == editor_text(v->e).n;
    enum status st = ui->outside.edit(ui->outside.ctx, editor_text(v->e), &out, &err);
    if (st == ST_OK)
        st = take_back(ui, v, buf_str8_of(&out), &err);
    if (st == ST_OK && at_end)
        editor_move(v->e, EDITOR_TEXT_END, false);
    if (st == ST_OK)
        ui_say(ui, TONE_GOOD, "Texten är hämtad från redigeraren. Ctrl-Z tar tillbaka den förra.");
    else
        ui_tell(ui, &err);
    buf_free(&out);
}

/* The marker of the list item that the cursor's paragraph begins with: "- ", "2. "; `next` gets
 * that of the item after it. */
static size_t marker(struct str8 para, struct arena *a, struct str8 *next) {
    size_t i = 0, digits = 0;
    int n;
    while (i < para.n && para.p[i] == ' ')
        i++;
    struct str8 indent = s8_sub(para, 0, i), rest = s8_skip(para, i);
    if (s8_starts(rest, S8("- ")) || s8_starts(rest, S8("* ")) || s8_starts(rest, S8("> "))) {
        *next = s8_sub(para, 0, i + 2);
        return i + 2;
    }
    while (digits < rest.n && rest.p[digits] >= '0' && rest.p[digits] <= '9')
        digits++;
    if (digits == 0 || !s8_starts(s8_skip(rest, digits), S8(". ")) ||
        !s8_uint(s8_sub(rest, 0, digits), &n))
        return 0;
    *next = arena_printf(a, "%.*s%d. ", S8F(indent), n + 1);
    return i + digits + 2;
}

/* A new line in a list is a new item; in an empty item the list ends, with the blank line that
 * Markdown needs after it. */
static void new_line(struct ui *ui, struct text_view *v) {
    struct arena a = {0};
    struct str8 all = editor_text(v->e), next = {0};
    size_t at = editor_cursor(v->e), from = at, a_sel, b_sel;
    while (from > 0 && all.p[from - 1] != '\n')
        from--;
    struct str8 before = s8_sub(all, from, at);
    size_t n = marker(before, &a, &next);
    bool selected = editor_selection(v->e, &a_sel, &b_sel);
    bool empty = n && n == before.n && !selected;
    for (size_t i = 0; empty && i < n; i++)
        editor_delete(v->e, EDITOR_LEFT);
    writing_put(ui, v->e,
                n && !empty && !selected ? arena_printf(&a, "\n%.*s", S8F(next)) : S8("\n"), false);
    arena_free(&a);
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct text_view *v = (struct text_view *)view;
    switch (action) {
    case A_DONE:
        ui_pop(ui);
        return true;
    case A_SAVE:
        save_now(ui, v);
        return true;
    case A_NEWLINE:
        new_line(ui, v);
        return true;
    case A_EXTERNAL:
        edit_outside(ui, v);
        return true;
    case A_HISTORY:
        ui_push(ui, view_historik_new(ui, arena_printf(&ui->frame, "%s %.*s",
                                                       post_slag_info(v->d.u.slag)->namn,
                                                       S8F(v->d.u.nyckel))));
        return true;
    case A_PAGE_UP:
    case A_PAGE_DOWN: {
        long page = v->height > 2 ? v->height - 1 : 1;
        editor_move_lines(v->e, action == A_PAGE_UP ? -page : page, extend);
        return true;
    }
    default:
        return writing_act(ui, v->e, action, extend);
    }
}

static bool type(struct ui *ui, struct view *view, struct str8 s, bool paste) {
    struct text_view *v = (struct text_view *)view;
    writing_put(ui, v->e, !paste && s8_eqz(s, "\t") ? S8("    ") : s, paste);
    return true;
}

static void plats(struct ui *ui, const struct view *view, struct plats *p) {
    const struct text_view *v = (const struct text_view *)view;
    const struct post_slag_info *info = post_slag_info(v->d.u.slag);
    (void)ui;
    p->slag = s8_from(info->namn);
    p->nyckel = v->d.u.nyckel;
    p->falt = s8_from(info->falt[v->d.u.falt].namn);
    p->markor = editor_cursor(v->e);
}

static void free_view(struct view *view) {
    editor_free(&((struct text_view *)view)->e);
}

static const struct view_ops ops = {
    .namn = "text",
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

struct view *view_text_new(struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt) {
    struct text_view *v = view_new(&ops, sizeof *v);
    size_t max = post_slag_info(slag)->falt[falt].max;
    struct str8 key = arena_str8(&v->v.a, nyckel);
    app_utkast_new(ui->app, &v->v.a, &ui->c, slag, key, falt, &v->d);
    v->e = editor_new(v->d.u.text, max ? max : MAX_TEXT, false);
    editor_move(v->e, EDITOR_TEXT_END, false);
    make_words(ui, v);
    return &v->v;
}

struct view *view_text_resume(struct ui *ui, const struct app_utkast *d, struct editor *e) {
    struct text_view *v = view_new(&ops, sizeof *v);
    v->d = writing_draft(&v->v.a, d);
    v->e = e;
    make_words(ui, v);
    ui->kept = KEPT_DRAFT;
    return &v->v;
}

void view_text_cursor(struct view *view, size_t at) {
    if (view->ops == &ops)
        editor_go(((struct text_view *)view)->e, at);
}
