/* The form drawn. */
#include "ui/form.h"

enum { WIDE = 110, TALL = 30, VALUE_WIDEST = 90 };

/* ---- what stands above the fields ---- */

static int place_of(const struct ui *ui, const struct form *v) {
    const struct post_list *l = &ui->c.arende->post[v->slag];
    for (size_t i = 0; i < l->n; i++)
        if (s8_eq(l->p[i].nyckel, v->nyckel))
            return (int)i + 1;
    return 0;
}

struct str8 form_view_titel(struct ui *ui, struct view *view, struct arena *a) {
    const struct form *v = (const struct form *)view;
    const struct post_slag_info *info = post_slag_info(v->slag);
    if (v->slag == POST_ARENDE)
        return S8("uppgifter");
    if (v->slag == POST_SVAR)
        return arena_printf(a, "svaret på %.*s", S8F(v->nyckel));
    if (v->slag == POST_AVSNITT)
        return arena_printf(a, "avsnitt %.*s", S8F(v->nyckel));
    if (info->form == POST_LIST && !form_gone(ui, v))
        return arena_printf(a, "%s, rad %d", info->etikett, place_of(ui, v));
    return s8_from(info->etikett);
}

/* What the post is about: the betänkande, the punkt, the avsnitt, the list. */
static struct str8 about(const struct ui *ui, const struct form *v, struct arena *a) {
    const struct betankande *b = ui->c.betankande;
    struct punkt_ref ref[PUNKT_MAX];
    struct error err;
    size_t n;
    if (v->slag == POST_ARENDE)
        return arena_printf(a, "Ärende %ld: %.*s %.*s", ui->c.nr, S8F(b->beteckning),
                            S8F(b->titel));
    if (v->slag == POST_SVAR && betankande_find(b, v->nyckel, ref, PUNKT_MAX, &n, &err) == ST_OK)
        return arena_printf(a, "%s: %s %.*s%s%.*s", avsnitt_label(a, ref->avsnitt).p,
                            punkt_slag_namn(ref->punkt->slag), S8F(v->nyckel),
                            ref->punkt->att.n ? ", att " : "", S8F(ref->punkt->att));
    const struct avsnitt *av = betankande_avsnitt(b, v->nyckel);
    if (v->slag == POST_AVSNITT && av)
        return arena_printf(a, "%.*s. %.*s", S8F(avsnitt_label(a, av)), S8F(av->gist));
    return form_gone(ui, v) ? S8("Någon annan har tagit bort raden. Den finns kvar i historiken.")
                            : s8_from(form_list_about(v->slag));
}

/* Returns the first row for the fields. */
static int draw_about(struct ui *ui, const struct form *v, struct grid *g, struct rect r) {
    enum { MOST = 4 };
    struct rect top = {r.row, 0, r.rows / 4 < MOST ? r.rows / 4 : MOST, r.cols};
    enum style style = form_gone(ui, v) ? STYLE_WARNING : STYLE_DIM;
    struct str8 text = about(ui, v, &ui->frame);
    if (v->slag == POST_ARENDE) {
        grid_put_clipped(g, r.row, 0, r.cols, style, text);
        return r.row + 1;
    }
    return draw_wrapped(g, &ui->frame, top, r.row, style, text) + 1;
}

/* ---- the rows ---- */

/* Columns: of the labels, and where the values begin. */
struct layout {
    int value, width;
    int most; /* lines of a value that is not being written */
};

static struct layout layout(const struct form *v, struct rect r) {
    enum { LABEL = 2, GAP = 2, LEAST = 12 };
    int label = r.cols >= WIDE ? 30 : LEAST;
    for (size_t i = 0; i < v->n_row; i++) {
        const struct form_row *row = &v->row[i];
        const char *name =
            row->falt < 0 ? post_slag_info(row->slag)->etikett : form_field(v, row->falt)->etikett;
        int width = grid_width(s8_from(name));
        label = width > label ? width : label;
    }
    int value = LABEL + label + GAP, width = r.cols - value - 1;
    return (struct layout){value, width > VALUE_WIDEST ? VALUE_WIDEST : width,
                           v->slag == POST_ARENDE ? 2 : 6};
}

static bool is_open(const struct form *v, const struct form_row *row) {
    return v->line.e && row->falt == v->line.d.u.falt;
}

static struct str8 missing(const struct form *v, struct arena *a, enum need what, const char *namn,
                           enum style *style) {
    struct str8 need = form_needed(a, v->profil, what, namn);
    *style = need.n ? STYLE_WARNING : STYLE_DIM;
    return need.n ? arena_printf(a, "– %.*s", S8F(need)) : S8("–");
}

static struct str8 list_text(const struct ui *ui, const struct form *v, struct arena *a,
                             enum post_slag slag, enum style *style) {
    const struct post_list *l = &ui->c.arende->post[slag];
    if (l->n == 0)
        return missing(v, a, NEED_LISTA, post_slag_info(slag)->namn, style);
    struct str8 first = form_brief(ui, a, &l->p[0]);
    return l->n == 1 ? first : arena_printf(a, "%zu rader: %.*s", l->n, S8F(first));
}

static struct str8 row_text(const struct ui *ui, const struct form *v, struct arena *a,
                            const struct form_row *row, enum style *style) {
    *style = STYLE_NORMAL;
    if (row->falt < 0)
        return list_text(ui, v, a, row->slag, style);
    const struct falt *f = form_field(v, row->falt);
    struct str8 text = form_value(ui, a, form_post(ui, v), row->falt);
    if (text.n == 0 && v->slag == POST_ARENDE)
        return missing(v, a, NEED_FALT, f->namn, style);
    *style = text.n ? STYLE_NORMAL : STYLE_DIM;
    if (text.n == 0)
        return S8("–");
    if (f->typ != FALT_DATUM)
        return text;
    struct str8 hint = v->slag == POST_ARENDE ? form_day_hint(a, text) : form_weekday(text);
    return arena_printf(a, "%.*s  %.*s", S8F(text), S8F(hint));
}

static int row_lines(struct ui *ui, struct form *v, const struct form_row *row,
                     const struct layout *lay) {
    struct grid_lines lines;
    enum style style;
    if (is_open(v, row))
        return form_line_rows(&v->line, lay->width);
    if (row->falt < 0)
        return 1;
    grid_wrap(&ui->frame, row_text(ui, v, &ui->frame, row, &style), lay->width, &lines);
    return (int)lines.n < lay->most ? (int)lines.n : lay->most;
}

static void draw_value(struct ui *ui, struct form *v, struct grid *g, int row,
                       const struct form_row *at, int sub, const struct layout *lay) {
    struct arena *a = &ui->frame;
    struct grid_lines lines;
    enum style style;
    struct str8 text = row_text(ui, v, a, at, &style);
    if (at->falt < 0) {
        grid_put_clipped(g, row, lay->value, lay->width, style, text);
        return;
    }
    grid_wrap(a, text, lay->width, &lines);
    bool cut = sub + 1 == lay->most && (int)lines.n > lay->most;
    struct str8 line = lines.line[sub];
    grid_put_clipped(g, row, lay->value, lay->width, style,
                     cut ? arena_printf(a, "%.*s …", S8F(line)) : line);
}

static void draw_line(struct ui *ui, struct form *v, struct grid *g, int row, struct form_at at,
                      const struct layout *lay) {
    const struct form_row *fr = &v->row[at.row];
    bool in_focus = at.row == v->list.at;
    const char *name =
        fr->falt < 0 ? post_slag_info(fr->slag)->etikett : form_field(v, fr->falt)->etikett;
    if (at.sub < 0) {
        grid_puts(g, row, 0, -1, STYLE_HEADING, at.sub == -1 && fr->rubrik ? fr->rubrik : "");
        return;
    }
    if (at.sub == 0) {
        grid_puts(g, row, 2, lay->value - 3, in_focus ? STYLE_FOCUS : STYLE_NORMAL, name);
        draw_focus(g, row, 0, in_focus);
    }
    if (!is_open(v, fr))
        draw_value(ui, v, g, row, fr, at.sub, lay);
}

static void draw_rows(struct ui *ui, struct form *v, struct grid *g, struct rect r) {
    struct layout lay = layout(v, r);
    struct form_lines lines = {0};
    int open_row = -1, open_rows = 0;
    for (size_t i = 0; i < v->n_row; i++) {
        int above = !v->row[i].rubrik ? 0 : i ? 2 : 1;
        form_lines_add(&ui->frame, &lines, i, above, row_lines(ui, v, &v->row[i], &lay));
    }
    form_lines_fit(&v->scroll, &lines, v->list.at, r.rows);
    v->list.height = (size_t)r.rows;
    for (int i = 0; i < r.rows && v->scroll.top + (size_t)i < lines.n; i++) {
        struct form_at at = lines.p[v->scroll.top + (size_t)i];
        draw_line(ui, v, g, r.row + i, at, &lay);
        if (at.sub >= 0 && is_open(v, &v->row[at.row])) {
            open_row = open_row < 0 ? r.row + i : open_row;
            open_rows++;
        }
    }
    if (open_row >= 0)
        form_line_draw(g, (struct rect){open_row, lay.value, open_rows, lay.width}, &v->line);
}

/* ---- what the field in focus is ---- */

static struct str8 choices_text(struct ui *ui, struct form *v, int falt) {
    struct arena *a = &v->words_a;
    struct form_choices c;
    struct error err;
    if (v->words_of == falt)
        return v->words;
    arena_free(a);
    v->words_of = falt;
    v->words = (struct str8){0};
    if (form_choices(ui, a, v->slag, v->nyckel, falt, &c, &err) != ST_OK)
        return v->words;
    for (size_t i = 0; i < c.n; i++)
        if (c.p[i].varde.n)
            v->words = arena_printf(a, "%.*s%s%.*s", S8F(v->words),
                                    v->words.n ? ", " : " Välj: ", S8F(c.p[i].etikett));
    v->words = arena_printf(a, "%.*s.", S8F(v->words));
    return v->words;
}

static struct str8 help_text(struct ui *ui, struct form *v, struct arena *a) {
    const struct form_row *row = form_focus(v);
    if (row->falt < 0)
        return s8_from(form_list_about(row->slag));
    const struct falt *f = form_field(v, row->falt);
    struct str8 more = {0};
    if (form_is_choice(v->slag, row->falt))
        more = choices_text(ui, v, row->falt);
    else if (f->typ == FALT_DATUM)
        more = S8(" Skriv år, månad och dag: 2025-02-27.");
    else if (f->typ == FALT_AVSNITT)
        more = S8(" Skriv till exempel 4.3, 4.4.");
    else if (f->typ == FALT_PUNKTER)
        more = S8(" Skriv till exempel 4.1.1:1, 5.3:2.");
    else if (f->typ == FALT_MARKDOWN)
        more = arena_printf(a, " %zu ord.",
                            form_count_words(ui_value(ui, v->slag, v->nyckel, row->falt)));
    return arena_printf(a, "%s%.*s", f->hjalp, S8F(more));
}

void form_view_draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct form *v = (struct form *)view;
    int help = r.rows + 3 >= TALL ? 3 : 2, bottom = r.row + r.rows - help;
    int top = draw_about(ui, v, g, r);
    grid_hline(g, bottom - 1, 0, g->cols);
    draw_wrapped(g, &ui->frame, (struct rect){bottom, 0, help, r.cols}, bottom, STYLE_DIM,
                 help_text(ui, v, &ui->frame));
    draw_rows(ui, v, g, (struct rect){top, 0, bottom - 1 - top, r.cols});
}
