/* What is to be sent: the mail and its files, and the ten things that a department asks for. */
#include "app/kit.h"
#include "ui/fil.h"
#include "ui/ord.h"
#include "ui/views.h"

/* A row is a point, and then each of its findings. */
struct rad {
    int point;                   /* 1–10 */
    const struct finding *found; /* NULL: the point's own row */
    enum severity worst;         /* the point's */
    bool fine;                   /* nothing is found under it */
};

struct sandning {
    struct view v;
    struct arena made_a; /* of the kit as it was last looked at: */
    struct kit kit;
    struct rad *row;
    struct list list; /* over `row` */
    bool made;
    struct str8 fault;  /* why it could not be made; empty: it could */
    struct str8 folder; /* that the user is asked about */
};

static unsigned where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_COMMAND | W_LIST | W_UTSKICK;
}

static struct str8 titel(struct ui *ui, struct view *view, struct arena *a) {
    (void)ui, (void)view, (void)a;
    return S8("underlag att skicka");
}

/* ---- the kit ---- */

static void put_rows(struct sandning *v) {
    const struct kit *k = &v->kit;
    size_t n = 0, cap = 0;
    v->row = NULL;
    for (int nr = 1; nr <= UTSKICK_PUNKTER; nr++) {
        size_t at = n;
        *ARENA_PUSH(&v->made_a, v->row, n, cap) =
            (struct rad){.point = nr, .worst = SEV_HINT, .fine = true};
        for (size_t i = 0; i < k->n_found; i++) {
            if (utskick_punkt_of(&k->found[i]) != nr)
                continue;
            enum severity s = k->found[i].severity;
            v->row[at].fine = false;
            v->row[at].worst = s > v->row[at].worst ? s : v->row[at].worst;
            *ARENA_PUSH(&v->made_a, v->row, n, cap) =
                (struct rad){.point = nr, .found = &k->found[i], .worst = s};
        }
    }
    list_set(&v->list, n);
}

static void make(struct ui *ui, struct sandning *v) {
    struct error err = {0};
    if (v->made)
        return;
    arena_free(&v->made_a);
    v->made = true;
    v->fault = (struct str8){0};
    if (kit_look(ui->app, &v->made_a, &ui->c, &v->kit, &err) == ST_OK) {
        put_rows(v);
        return;
    }
    v->fault = arena_str8(&v->made_a, s8_from(err.text));
    list_set(&v->list, 0);
}

/* ---- drawing ---- */

enum { COL = 2, COL_TEXT = 11, WHOLE = 3, LOW = 16 };

/* Rows above the points, with the line under them: in a low window whom it goes to and what it is
 * called. */
static int head_rows(int rows) {
    return rows < LOW ? 3 : 6;
}

static void draw_head(struct ui *ui, const struct sandning *v, struct grid *g, struct rect r) {
    const struct kit *k = &v->kit;
    const struct {
        const char *label;
        struct str8 text;
        bool always;
    } line[] = {{"Till", k->to.n ? k->to : S8("saknas"), true},
                {"Kopia", k->copy.n ? k->copy : S8("ingen"), false},
                {"Ämne", k->subject, true},
                {"Word",
                 arena_printf(&ui->frame, "%.*s (%zu kB)", S8F(k->name[KIT_WORD]),
                              (k->bytes[KIT_WORD] + 1023) / 1024),
                 false},
                {"PDF",
                 arena_printf(&ui->frame, "%.*s (%zu kB)", S8F(k->name[KIT_PDF]),
                              (k->bytes[KIT_PDF] + 1023) / 1024),
                 false}};
    enum { N_LINES = sizeof line / sizeof *line };
    int head = head_rows(r.rows), row = r.row;
    for (int i = 0; i < N_LINES; i++) {
        if (r.rows < LOW && !line[i].always)
            continue;
        grid_puts(g, row, COL, COL_TEXT - COL, STYLE_DIM, line[i].label);
        grid_put_clipped(g, row++, COL_TEXT, r.cols - COL_TEXT, STYLE_NORMAL, line[i].text);
    }
    grid_hline(g, r.row + head - 1, 0, r.cols);
}

/* The line under the points says how many there are when not all are seen. */
static void draw_foot(struct ui *ui, const struct sandning *v, struct grid *g, struct rect r,
                      int row) {
    size_t last = v->list.top + v->list.height;
    grid_hline(g, row, 0, r.cols);
    if (v->list.n <= v->list.height)
        return;
    struct str8 shown = arena_printf(&ui->frame, " %zu–%zu av %zu ", v->list.top + 1,
                                     last < v->list.n ? last : v->list.n, v->list.n);
    grid_put(g, row, r.cols - grid_width(shown) - 2, -1, STYLE_DIM, shown);
}

static void draw_row(struct grid *g, struct rect r, int row, const struct rad *f, bool focus) {
    enum style text = focus ? STYLE_FOCUS : STYLE_NORMAL;
    if (f->found) {
        grid_put_clipped(g, row, COL_TEXT, r.cols - COL_TEXT, text, f->found->text);
    } else {
        if (f->fine)
            grid_puts(g, row, COL, -1, STYLE_GOOD, "bra");
        else
            ord_put_severity(g, row, COL, f->worst);
        grid_puts(g, row, COL_TEXT, r.cols - COL_TEXT, text, utskick_punkt(f->point));
    }
    draw_focus(g, row, 0, focus);
}

/* The finding in focus in full, with its advice. */
static void draw_whole(struct ui *ui, struct grid *g, struct rect r, const struct rad *f) {
    if (!f->found) {
        grid_puts(g, r.row, r.col, r.cols, STYLE_DIM,
                  f->fine ? "Inget att rätta." : "Vad det gäller står på raden under.");
        return;
    }
    ord_put_finding(ui, g, r, f->found, f->found->text, f->found->falt >= 0);
}

static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct sandning *v = (struct sandning *)view;
    make(ui, v);
    if (v->fault.n) {
        struct rect in = {r.row + 1, COL, r.rows - 1, r.cols - 2 * COL};
        draw_wrapped(g, &ui->frame, in, in.row, STYLE_ERROR,
                     arena_printf(&ui->frame, "Underlaget kan inte göras: %.*s", S8F(v->fault)));
        grid_cursor(g, in.row, in.col);
        return;
    }
    int head = head_rows(r.rows), rows = r.rows - head - WHOLE - 1;
    draw_head(ui, v, g, r);
    list_fit(&v->list, rows);
    for (int i = 0; i < rows && v->list.top + (size_t)i < v->list.n; i++) {
        size_t at = v->list.top + (size_t)i;
        draw_row(g, r, r.row + head + i, &v->row[at], at == v->list.at);
    }
    draw_foot(ui, v, g, r, r.row + head + rows);
    struct rect below = {r.row + head + rows + 1, COL, WHOLE, r.cols - 2 * COL};
    draw_whole(ui, g, below, &v->row[v->list.at]);
}

/* ---- acting ---- */

static void write_kit(struct ui *ui, struct sandning *v, bool replace);

static void overwrite(struct ui *ui, struct view *below, struct str8 svar) {
    (void)svar;
    write_kit(ui, (struct sandning *)below, true);
}

/* What is not ready is not to be sent by mistake. */
static void tell_written(struct ui *ui, const struct sandning *v, const struct kit *k) {
    size_t n = 0;
    for (size_t i = 0; i < k->n_found; i++)
        n += k->found[i].severity == SEV_ERROR;
    fil_written(ui, "Filerna", v->folder);
    if (n) {
        buf_printf(&ui->message, "\n%zu fel är kvar. Rätta dem innan svaret skickas.", n);
        ui->tone = TONE_WARNING;
    }
}

static void write_kit(struct ui *ui, struct sandning *v, bool replace) {
    struct arena a = {0};
    struct error err = {0};
    struct kit k;
    enum status st = kit_write(ui->app, &a, &ui->c, v->folder, replace, &k, &err);
    if (st == ST_EXISTS)
        fraga_ja(ui, S8("Filerna finns redan där. Skriva över?"), overwrite);
    else if (st != ST_OK)
        ui_tell(ui, &err);
    else
        tell_written(ui, v, &k);
    arena_free(&a);
}

static void take_folder(struct ui *ui, struct view *below, struct str8 svar) {
    struct sandning *v = (struct sandning *)below;
    if (svar.n == 0) {
        ui_say(ui, TONE_PLAIN, "Inga filer är skrivna.");
        return;
    }
    while (svar.n > 1 && svar.p[svar.n - 1] == '/')
        svar.n--;
    v->folder = fil_path(&v->v.a, svar);
    write_kit(ui, v, false);
}

static void ask_folder(struct ui *ui, const struct sandning *v) {
    if (v->fault.n)
        return;
    fraga_rad(ui, "Mapp för filerna",
              arena_printf(&ui->frame, "%.*sutskick-%.*s", S8F(fil_folder(ui)),
                           S8F(ui->c.betankande->id)),
              take_folder);
}

static void go(struct ui *ui, const struct sandning *v) {
    size_t at = v->list.at;
    const struct finding *f = v->list.n ? v->row[at].found : NULL;
    if (!f && at + 1 < v->list.n)
        f = v->row[at + 1].found; /* the point's first */
    if (f && f->falt >= 0)
        ui_goto(ui, f->slag, f->nyckel, f->falt);
    else
        ui_say(ui, TONE_PLAIN, "Ställ markören på en anmärkning. Med s skrivs filerna.");
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct sandning *v = (struct sandning *)view;
    (void)extend;
    make(ui, v);
    switch (action) {
    case A_OPEN:
        go(ui, v);
        return true;
    case A_TO_FILE:
        ask_folder(ui, v);
        return true;
    default:
        return list_act(&v->list, action);
    }
}

static void reload(struct ui *ui, struct view *view) {
    (void)ui;
    ((struct sandning *)view)->made = false;
}

static void free_view(struct view *view) {
    arena_free(&((struct sandning *)view)->made_a);
}

static const struct view_ops ops = {
    .namn = "utskick",
    .where = where,
    .titel = titel,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = free_view,
};

struct view *view_utskick_new(void) {
    return view_new(&ops, sizeof(struct sandning));
}
