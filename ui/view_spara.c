/* A paper is written to a file: in which form, and where. */
#include "app/paper.h"
#include "base/fileio.h"
#include "ui/fil.h"
#include "ui/views.h"

struct spara {
    struct view v;
    struct str8 dokument;     /* the paper's name, */
    struct str8 etikett;      /* and what the user calls it */
    struct list list;         /* over the formats */
    struct str8 path;         /* the file that the user is asked about, */
    enum paper_format format; /* and the form that its name asks for */
};

static unsigned where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_COMMAND | W_LIST | W_SPARA;
}

static struct str8 titel(struct ui *ui, struct view *view, struct arena *a) {
    (void)ui, (void)view, (void)a;
    return S8("spara som fil");
}

/* ---- drawing ---- */

static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    enum { COL_NAME = 2, COL_END = 13, COL_HELP = 21 };
    struct spara *v = (struct spara *)view;
    grid_put_clipped(g, r.row, COL_NAME, r.cols - COL_NAME, STYLE_HEADING,
                     arena_printf(&ui->frame, "Spara som fil: %.*s", S8F(v->etikett)));
    list_fit(&v->list, r.rows - 2);
    for (int i = 0; i < r.rows - 2 && v->list.top + (size_t)i < v->list.n; i++) {
        size_t at = v->list.top + (size_t)i;
        const struct paper_format_info *f = paper_format_info((enum paper_format)at);
        int row = r.row + 2 + i;
        enum style style = at == v->list.at ? STYLE_FOCUS : STYLE_NORMAL;
        grid_puts(g, row, COL_NAME, -1, style, f->etikett);
        grid_put(g, row, COL_END, -1, STYLE_DIM, arena_printf(&ui->frame, ".%s", f->andelse));
        grid_put_clipped(g, row, COL_HELP, r.cols - COL_HELP, STYLE_NORMAL, s8_from(f->hjalp));
        draw_focus(g, row, 0, at == v->list.at);
    }
}

/* ---- writing ---- */

/* Back to the paper with the message that stands. */
static void leave(struct ui *ui) {
    if (ui_top(ui)->ops->where == where)
        ui_drop(ui);
}

static fraga_svar take_name;

/* The name stays in the line until it is good, or given up. */
static void ask_again(struct ui *ui, const struct spara *v, const struct error *err) {
    fraga_rad(ui, "Filens namn", v->path, take_name);
    ui_tell(ui, err);
}

static void write_paper(struct ui *ui, struct spara *v) {
    struct arena a = {0};
    struct buf b = {0};
    struct error err = {0};
    struct str8 path = arena_str8(&a, v->path);
    enum status st = paper_make(ui->app, &a, &ui->c, v->dokument, v->format, &b, &err);
    if (st == ST_OK)
        st = file_write(path.p, buf_str8_of(&b), 0666, &err);
    if (st == ST_OK) {
        leave(ui);
        fil_written(ui, "Papperet", path);
    } else {
        ask_again(ui, v, &err);
    }
    buf_free(&b);
    arena_free(&a);
}

static void replace(struct ui *ui, struct view *below, struct str8 svar) {
    (void)svar;
    write_paper(ui, (struct spara *)below);
}

static struct str8 usual_name(struct ui *ui, const struct spara *v) {
    return paper_file_name(&ui->frame, &ui->c, v->dokument, (enum paper_format)v->list.at);
}

/* A name without an end gets that of the form that was picked. */
static struct str8 with_end(struct spara *v, struct str8 path) {
    size_t i = path.n;
    while (i > 0 && path.p[i - 1] != '.' && path.p[i - 1] != '/')
        i--;
    if (i > 1 && path.p[i - 1] == '.' && path.p[i - 2] != '/')
        return path;
    const struct paper_format_info *f = paper_format_info((enum paper_format)v->list.at);
    return arena_printf(&v->v.a, "%.*s.%s", S8F(path), f->andelse);
}

/* In a folder the paper gets its usual name. */
static struct str8 with_name(struct ui *ui, struct spara *v, struct str8 path) {
    bool slash = s8_ends(path, S8("/"));
    if (!slash && !fil_is_folder(path))
        return with_end(v, path);
    return arena_printf(&v->v.a, "%.*s%s%.*s", S8F(path), slash ? "" : "/", S8F(usual_name(ui, v)));
}

static void take_name(struct ui *ui, struct view *below, struct str8 svar) {
    struct spara *v = (struct spara *)below;
    struct error err = {0};
    bool exists;
    if (svar.n == 0) {
        ui_say(ui, TONE_PLAIN, "Ingen fil är skriven.");
        return;
    }
    v->path = with_name(ui, v, fil_path(&v->v.a, svar));
    if (paper_format_of_file(v->path, &v->format, &err) != ST_OK ||
        !fil_free(v->path, ui->app, &exists, &err))
        ask_again(ui, v, &err);
    else if (exists)
        fraga_ja(ui, arena_printf(&ui->frame, "%.*s finns. Skriva över?", S8F(v->path)), replace);
    else
        write_paper(ui, v);
}

static void ask_name(struct ui *ui, const struct spara *v) {
    struct str8 name = usual_name(ui, v);
    fraga_rad(ui, "Filens namn",
              arena_printf(&ui->frame, "%.*s%.*s", S8F(fil_folder(ui)), S8F(name)), take_name);
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct spara *v = (struct spara *)view;
    (void)extend;
    if (action != A_OPEN)
        return list_act(&v->list, action);
    ask_name(ui, v);
    return true;
}

static const struct view_ops ops = {
    .namn = "spara",
    .where = where,
    .titel = titel,
    .draw = draw,
    .act = act,
};

struct view *view_spara_new(const struct paper_name *paper) {
    struct spara *v = view_new(&ops, sizeof *v);
    v->v.passing = true;
    v->dokument = arena_str8(&v->v.a, paper->namn);
    v->etikett = arena_str8(&v->v.a, paper->etikett);
    list_set(&v->list, PAPER_FORMATS);
    return &v->v;
}
