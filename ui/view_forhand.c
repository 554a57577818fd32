/* The papers as they are now, page by page; each paragraph leads back to where it is written. */
#include "ui/forhand.h"
#include "ui/ord.h"
#include "ui/views.h"

enum { MARGIN = 2, PAPER_WIDTH = 72 };
enum { AROUND = 2 }; /* rows around the paper: its name above, the source below */

static unsigned where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_COMMAND | W_LIST | W_FORHAND;
}

static struct str8 titel(struct ui *ui, struct view *view, struct arena *a) {
    (void)ui, (void)view, (void)a;
    return S8("förhandsgranskning");
}

/* ---- the paper ---- */

/* A line of one character: above or below a heading. */
static bool is_rule(struct str8 s) {
    size_t i = 0;
    while (i < s.n && (s.p[i] == '=' || s.p[i] == '-') && s.p[i] == s.p[0])
        i++;
    return s.n && i == s.n;
}

/* Is the next line the same paragraph going on? The paper's own lines are broken where the next
 * word has no room; what stands in columns is left alone. */
static bool goes_on(const struct paper_line *l, const struct paper_line *next) {
    size_t hang = grid_hang(l->text), indent = grid_indent(next->text);
    struct str8 rest = s8_skip(next->text, indent), word = s8_cut(&rest, ' ');
    return l->text.n && word.n && !is_rule(word) && l->page == next->page &&
           grid_hang(next->text) == indent &&
           indent == (size_t)grid_width(s8_sub(l->text, 0, hang)) &&
           s8_find(s8_skip(l->text, hang), S8("  ")) < 0 &&
           grid_width(l->text) + 1 + grid_width(word) > PAPER_WIDTH;
}

struct rows {
    struct forhand_row *p;
    size_t n, cap;
};

static void put(struct forhand *v, struct rows *r, const struct paper_line *l, int page,
                struct str8 text) {
    *ARENA_PUSH(&v->made_a, r->p, r->n, r->cap) = (struct forhand_row){l, page, text};
}

/* A paragraph in a window that is narrower than the paper; returns how many of its lines it took.
 */
static size_t put_narrow(struct forhand *v, struct rows *r, const struct paper_line *l,
                         size_t left) {
    struct str8 text = is_rule(l->text) ? s8_sub(l->text, 0, (size_t)v->width) : l->text;
    struct grid_lines lines;
    size_t took = 1;
    while (took < left && goes_on(&l[took - 1], &l[took])) {
        text = arena_printf(&v->made_a, "%.*s %.*s", S8F(text), S8F(s8_trim(l[took].text)));
        took++;
    }
    grid_wrap(&v->made_a, text, v->width, &lines);
    for (size_t i = 0; i < lines.n; i++)
        put(v, r, l, l->page, lines.line[i]);
    return took;
}

static void put_rows(struct forhand *v, const struct paper_lines *lines) {
    struct rows rows = {0};
    size_t took = 1;
    int page = 1;
    for (size_t i = 0; i < lines->n; i += took) {
        const struct paper_line *l = &lines->line[i];
        if (l->page != page)
            put(v, &rows, NULL, l->page, S8(""));
        page = l->page;
        if (v->width < PAPER_WIDTH)
            took = put_narrow(v, &rows, l, lines->n - i);
        else
            put(v, &rows, l, l->page, l->text);
    }
    v->row = rows.p;
    list_set(&v->list, rows.n);
}

/* Makes the paper anew if something has changed, or the window has become too narrow for it. Its
 * pages are the same in every window. */
static void make(struct ui *ui, struct forhand *v, int cols) {
    int room = cols - MARGIN - 1, width = room < PAPER_WIDTH ? room : PAPER_WIDTH;
    struct error err = {0};
    struct paper_lines lines = {0};
    if ((v->made && v->width == width) || v->n_paper == 0)
        return;
    arena_free(&v->made_a);
    v->made = true;
    v->width = width;
    v->fault = (struct str8){0};
    if (paper_lines(ui->app, &v->made_a, &ui->c, v->paper[v->at].namn, PAPER_WIDTH, &lines, &err) !=
        ST_OK)
        v->fault = arena_str8(&v->made_a, s8_from(err.text));
    v->pages = lines.pages;
    put_rows(v, &lines);
}

static void show_paper(struct ui *ui, struct forhand *v, size_t at) {
    v->line[v->at] = v->list.at;
    v->at = at;
    v->made = false;
    v->list = (struct list){.at = v->line[at]};
    make(ui, v, ui->cols);
}

static const struct forhand_row *focus(const struct forhand *v) {
    return v->list.n ? &v->row[v->list.at] : NULL;
}

/* ---- drawing ---- */

static bool same_source(const struct paper_line *x, const struct paper_line *y) {
    return x && y && x->from_post && y->from_post && x->slag == y->slag && x->falt == y->falt &&
           s8_eq(x->nyckel, y->nyckel);
}

/* The rows of the paragraph in focus: the same source, with nothing but blank lines between. */
static void paragraph(const struct forhand *v, size_t *from, size_t *to) {
    const struct paper_line *at = focus(v)->line;
    *from = *to = v->list.at;
    for (size_t i = v->list.at; at && i-- > 0;) {
        const struct paper_line *l = v->row[i].line;
        if (same_source(l, at))
            *from = i;
        else if (l && l->text.n)
            break;
    }
    for (size_t i = v->list.at + 1; at && i < v->list.n; i++) {
        const struct paper_line *l = v->row[i].line;
        if (same_source(l, at))
            *to = i;
        else if (l && l->text.n)
            break;
    }
}

static void draw_page_break(struct ui *ui, const struct forhand *v, struct grid *g, int row,
                            int page) {
    struct str8 label = arena_printf(&ui->frame, " sida %d av %d ", page, v->pages);
    int cols = v->width, left = (cols - grid_width(label)) / 2;
    grid_hline(g, row, MARGIN, cols < g->cols - MARGIN ? cols : g->cols - MARGIN);
    grid_put(g, row, MARGIN + left, -1, STYLE_DIM, label);
}

static void draw_rows(struct ui *ui, struct forhand *v, struct grid *g, struct rect r) {
    size_t from, to;
    list_fit(&v->list, r.rows);
    paragraph(v, &from, &to);
    for (int i = 0; i < r.rows && v->list.top + (size_t)i < v->list.n; i++) {
        size_t at = v->list.top + (size_t)i;
        const struct forhand_row *f = &v->row[at];
        int row = r.row + i;
        if (f->line)
            grid_put(g, row, MARGIN, -1, STYLE_NORMAL, f->text);
        else
            draw_page_break(ui, v, g, row, f->page);
        if (at >= from && at <= to && from != to)
            grid_puts(g, row, 0, 1, STYLE_KEY, g->charset ? "|" : "│");
        draw_focus(g, row, 0, at == v->list.at);
    }
}

/* Where the line in focus is written. */
static struct str8 source(struct ui *ui, const struct forhand_row *f) {
    const struct paper_line *l = f->line;
    if (!l)
        return arena_printf(&ui->frame, "Här börjar sida %d.", f->page);
    if (l->from_post)
        return arena_printf(&ui->frame, "Från %.*s. Enter går dit.",
                            S8F(ord_place(ui, &ui->frame, l->slag, l->nyckel, l->falt)));
    return l->text.n ? S8("Från mallen. Ärendets uppgifter ändras med y, mallens ord i profilen.")
                     : S8("");
}

static void draw_empty(struct ui *ui, const struct forhand *v, struct grid *g, struct rect r) {
    struct str8 text =
        v->n_paper == 0 ? S8("Ärendets profil har inga papper.")
        : v->fault.n    ? arena_printf(&ui->frame, "Papperet kan inte göras: %.*s", S8F(v->fault))
                        : S8("Papperet är tomt.");
    draw_wrapped(g, &ui->frame, r, r.row, v->fault.n ? STYLE_ERROR : STYLE_NORMAL, text);
    grid_cursor(g, r.row, r.col);
}

static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct forhand *v = (struct forhand *)view;
    struct rect in = {r.row + 1, MARGIN, r.rows - AROUND, r.cols - MARGIN};
    make(ui, v, r.cols);
    const struct forhand_row *f = focus(v);
    if (!f) {
        draw_empty(ui, v, g, in);
        return;
    }
    int col = grid_put(g, r.row, MARGIN, -1, STYLE_HEADING, v->paper[v->at].etikett);
    col = grid_put(g, r.row, col, -1, STYLE_NORMAL,
                   arena_printf(&ui->frame, ", sida %d av %d", f->page, v->pages));
    struct str8 which = arena_printf(&ui->frame, "papper %zu av %zu", v->at + 1, v->n_paper);
    int right = r.cols - grid_width(which) - 1;
    if (v->n_paper > 1 && right > col + 1)
        grid_put(g, r.row, right, -1, STYLE_DIM, which);
    draw_rows(ui, v, g, in);
    grid_put_clipped(g, r.row + r.rows - 1, MARGIN, r.cols - MARGIN, STYLE_DIM, source(ui, f));
    ui->read.nr = ui->c.nr;
    ui->read.paper = v->at;
    ui->read.line = v->list.at;
}

/* ---- acting ---- */

static void go(struct ui *ui, const struct forhand *v) {
    const struct forhand_row *f = focus(v);
    if (f && f->line && f->line->from_post)
        ui_goto(ui, f->line->slag, f->line->nyckel, f->line->falt);
    else if (f && f->line && f->line->text.n)
        ui_say(
            ui, TONE_PLAIN,
            "Raden kommer från mallen. Ärendets uppgifter ändras med y, mallens ord i profilen.");
    else
        ui_say(ui, TONE_PLAIN, "Ställ markören på en rad med text.");
}

static void turn_to_paper(struct ui *ui, struct forhand *v, size_t steps) {
    if (v->n_paper > 1)
        show_paper(ui, v, (v->at + steps) % v->n_paper);
    else
        ui_say(ui, TONE_PLAIN, "Det finns bara ett papper.");
}

/* Is a page begun in that row? */
static bool begins_page(const struct forhand *v, size_t row) {
    return row == 0 || !v->row[row].line;
}

/* A screenful at a time, but a new page of the paper begins at the top. */
static void turn(struct ui *ui, struct forhand *v, bool down) {
    int rows = ui->rows - FRAME_ROWS - AROUND;
    size_t step = rows > 2 ? (size_t)rows - 1 : 1, to = v->list.top, last = v->list.n - 1;
    list_fit(&v->list, rows);
    if (down ? to + step >= last : to == 0) {
        v->list.at = down ? last : 0;
        return;
    }
    for (size_t i = 0; i < step && (down ? to < last : to > 0); i++) {
        to = down ? to + 1 : to - 1;
        if (begins_page(v, to))
            break;
    }
    v->list.top = v->list.at = to;
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct forhand *v = (struct forhand *)view;
    (void)extend;
    make(ui, v, ui->cols);
    switch (action) {
    case A_OPEN:
        go(ui, v);
        return true;
    case A_NEXT_PAPER:
        turn_to_paper(ui, v, 1);
        return true;
    case A_PREV_PAPER:
        turn_to_paper(ui, v, v->n_paper ? v->n_paper - 1 : 0);
        return true;
    case A_TO_FILE:
        forhand_to_file(ui, v);
        return true;
    case A_PRINT:
        forhand_print(ui, v);
        return true;
    case A_KIT:
        ui_push(ui, view_utskick_new());
        return true;
    case A_COPY:
        forhand_copy(ui, v);
        return true;
    case A_PAGE_UP:
    case A_PAGE_DOWN:
        if (v->list.n)
            turn(ui, v, action == A_PAGE_DOWN);
        return true;
    default:
        return list_act(&v->list, action);
    }
}

static void reload(struct ui *ui, struct view *view) {
    (void)ui;
    ((struct forhand *)view)->made = false;
}

static void free_view(struct view *view) {
    arena_free(&((struct forhand *)view)->made_a);
}

static const struct view_ops ops = {
    .namn = "förhandsgranskning",
    .where = where,
    .titel = titel,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = free_view,
};

struct view *view_forhand_new(struct ui *ui) {
    struct error err = {0};
    struct forhand *v = view_new(&ops, sizeof *v);
    if (paper_names(ui->app, &v->v.a, &ui->c, &v->paper, &v->n_paper, &err) != ST_OK) {
        v->n_paper = 0;
        ui_tell(ui, &err);
    }
    v->line = ARENA_NEW(&v->v.a, size_t, v->n_paper + 1);
    if (ui->read.nr == ui->c.nr && ui->read.paper < v->n_paper) {
        v->at = ui->read.paper;
        v->list.at = ui->read.line;
    }
    return &v->v;
}
