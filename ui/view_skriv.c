/* A paper is printed: on which printer, which pages, how. */
#include "app/print.h"
#include "base/utf8.h"
#include "ui/views.h"

enum rad { RAD_SKRIVARE, RAD_SIDOR, RAD_EXEMPLAR, RAD_DUBBEL, RAD_GRANSKNING, RAD_SKRIV, RAD_N };

struct skriv {
    struct view v;
    struct str8 dokument; /* the paper's name, */
    struct str8 etikett;  /* and what the user calls it */
    struct print_printers printers;
    struct str8 fault; /* why there are none; empty: there are */
    size_t at;         /* the chosen one; printers.n: the terminal's own */
    struct print_pages sidor;
    int exemplar;
    bool dubbelsidigt, granskning;
    struct list list; /* over enum rad */
};

static unsigned where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_COMMAND | W_LIST | W_SKRIV;
}

static struct str8 titel(struct ui *ui, struct view *view, struct arena *a) {
    (void)ui, (void)view, (void)a;
    return S8("skriv ut");
}

static bool on_terminal(const struct skriv *v) {
    return v->at == v->printers.n;
}

/* ---- drawing ---- */

static const char *label(enum rad r) {
    static const char *const labels[RAD_N] = {"Skrivare",     "Sidor",          "Exemplar",
                                              "Dubbelsidigt", "För granskning", "Skriv ut"};
    return labels[r];
}

static struct str8 value(const struct skriv *v, enum rad r, struct arena *a) {
    switch (r) {
    case RAD_SKRIVARE:
        if (on_terminal(v))
            return S8("den vid din egen dator, genom terminalen (bara text)");
        return arena_printf(a, "%.*s%s", S8F(v->printers.namn[v->at]),
                            (int)v->at == v->printers.standard ? " (förvald)" : "");
    case RAD_SIDOR:
        return v->sidor.n ? v->sidor.text : S8("alla");
    case RAD_EXEMPLAR:
        return on_terminal(v) ? S8("1") : arena_printf(a, "%d", v->exemplar);
    case RAD_DUBBEL:
        return on_terminal(v)    ? S8("som skrivaren är inställd")
               : v->dubbelsidigt ? S8("ja")
                                 : S8("som skrivaren är inställd");
    case RAD_GRANSKNING:
        return v->granskning ? S8("ja: radnummer och bred marginal") : S8("nej");
    default:
        return S8("");
    }
}

static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    enum { COL = 2, COL_VALUE = 18, TOP = 2 };
    struct skriv *v = (struct skriv *)view;
    grid_put_clipped(g, r.row, COL, r.cols - COL, STYLE_HEADING,
                     arena_printf(&ui->frame, "Skriv ut: %.*s", S8F(v->etikett)));
    list_fit(&v->list, r.rows - TOP);
    for (int i = 0; i < r.rows - TOP && v->list.top + (size_t)i < RAD_N; i++) {
        enum rad at = (enum rad)(v->list.top + (size_t)i);
        int row = r.row + TOP + i;
        grid_puts(g, row, COL, COL_VALUE - COL, at == v->list.at ? STYLE_FOCUS : STYLE_NORMAL,
                  label(at));
        grid_put_clipped(g, row, COL_VALUE, r.cols - COL_VALUE, STYLE_NORMAL,
                         value(v, at, &ui->frame));
        draw_focus(g, row, 0, at == v->list.at);
    }
    struct rect below = {r.row + TOP + RAD_N + 1, COL, r.rows - TOP - RAD_N - 1, r.cols - 2 * COL};
    if (v->fault.n && below.rows > 0)
        draw_wrapped(g, &ui->frame, below, below.row, STYLE_WARNING, v->fault);
}

/* ---- answers ---- */

static fraga_svar take_pages, take_copies;

static void take_pages(struct ui *ui, struct view *below, struct str8 svar) {
    struct skriv *v = (struct skriv *)below;
    struct error err = {0};
    struct print_pages sidor;
    if (print_pages_read(&v->v.a, svar, &sidor, &err) == ST_OK) {
        v->sidor = sidor;
        return;
    }
    fraga_rad(ui, "Sidor (tomt: alla)", svar, take_pages);
    ui_tell(ui, &err);
}

static void take_copies(struct ui *ui, struct view *below, struct str8 svar) {
    struct skriv *v = (struct skriv *)below;
    struct error err = {0};
    if (print_copies_read(svar, &v->exemplar, &err) == ST_OK)
        return;
    v->exemplar = 1;
    fraga_rad(ui, "Exemplar", svar, take_copies);
    ui_tell(ui, &err);
}

/* ---- printing ---- */

static enum status print_here(struct ui *ui, const struct skriv *v, struct arena *a,
                              struct error *err) {
    struct print_text text = {.kind = PRINT_RAW,
                              .teckenkod = print_terminal_charset(),
                              .granskning = v->granskning,
                              .sidor = v->sidor};
    struct buf bytes = {0};
    size_t lost;
    enum status st = print_terminal_check(err);
    if (st == ST_OK)
        st = print_text(ui->app, a, &ui->c, v->dokument, &text, &bytes, &lost, err);
    if (st == ST_OK)
        st = print_terminal(buf_str8_of(&bytes), err);
    buf_free(&bytes);
    ui->outside.redraw(ui->outside.ctx);
    return st;
}

static enum status print_there(struct ui *ui, const struct skriv *v, struct arena *a,
                               struct str8 *jobb, struct error *err) {
    struct print_job job = {.skrivare = v->printers.namn[v->at],
                            .sidor = &v->sidor,
                            .exemplar = v->exemplar,
                            .dubbelsidigt = v->dubbelsidigt};
    struct buf bytes = {0};
    enum status st = print_title(ui->app, a, &ui->c, v->dokument, &job.titel, err);
    if (st == ST_OK)
        st = print_pdf(ui->app, a, &ui->c, v->dokument, v->granskning, &v->sidor, &bytes, err);
    if (st == ST_OK)
        st = print_send(a, &job, PRINT_PDF, buf_str8_of(&bytes), jobb, err);
    buf_free(&bytes);
    return st;
}

static void print(struct ui *ui, struct skriv *v) {
    struct arena a = {0};
    struct error err = {0};
    struct str8 jobb = {0};
    bool here = on_terminal(v);
    ui_busy(ui, "Skriver ut …");
    enum status st = here ? print_here(ui, v, &a, &err) : print_there(ui, v, &a, &jobb, &err);
    if (st != ST_OK)
        ui_tell(ui, &err);
    else
        ui_drop(ui);
    if (st == ST_OK && here)
        ui_say(ui, TONE_GOOD,
               "Texten är skickad till terminalens skrivare. Om papperet kom får programmet inte "
               "veta.");
    else if (st == ST_OK)
        ui_say(ui, TONE_GOOD, "Utskriften är skickad%s%.*s.", jobb.n ? ": jobb " : "", S8F(jobb));
    arena_free(&a);
}

/* ---- acting ---- */

/* The terminal's printer takes one copy, on one side. */
static bool is_fixed(const struct skriv *v) {
    return on_terminal(v) && (v->list.at == RAD_EXEMPLAR || v->list.at == RAD_DUBBEL);
}

static void tell_fixed(struct ui *ui) {
    ui_say(ui, TONE_PLAIN,
           "Genom terminalen skrivs ett exemplar ut, så som skrivaren är inställd.");
}

static void step(struct skriv *v, bool back) {
    size_t n = v->printers.n + 1;
    switch ((enum rad)v->list.at) {
    case RAD_SKRIVARE:
        v->at = (v->at + (back ? n - 1 : 1)) % n;
        break;
    case RAD_EXEMPLAR:
        v->exemplar += back ? v->exemplar > 1 ? -1 : 0 : v->exemplar < PRINT_COPIES_MAX ? 1 : 0;
        break;
    case RAD_DUBBEL:
        v->dubbelsidigt = !v->dubbelsidigt;
        break;
    case RAD_GRANSKNING:
        v->granskning = !v->granskning;
        break;
    default:
        break;
    }
}

static void open_row(struct ui *ui, struct skriv *v) {
    switch ((enum rad)v->list.at) {
    case RAD_SKRIV:
        print(ui, v);
        break;
    case RAD_SIDOR:
        fraga_rad(ui, "Sidor (tomt: alla)", v->sidor.text, take_pages);
        break;
    case RAD_EXEMPLAR:
        fraga_rad(ui, "Exemplar", arena_printf(&ui->frame, "%d", v->exemplar), take_copies);
        break;
    default:
        step(v, false);
    }
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct skriv *v = (struct skriv *)view;
    (void)extend;
    switch (action) {
    case A_OPEN:
        if (is_fixed(v))
            tell_fixed(ui);
        else
            open_row(ui, v);
        return true;
    case A_PRINT:
        print(ui, v);
        return true;
    case A_PREV_VALUE:
    case A_NEXT_VALUE:
        if (is_fixed(v))
            tell_fixed(ui);
        else
            step(v, action == A_PREV_VALUE);
        return true;
    default:
        return list_act(&v->list, action);
    }
}

static const struct view_ops ops = {
    .namn = "utskrift",
    .where = where,
    .titel = titel,
    .draw = draw,
    .act = act,
};

struct view *view_skriv_new(struct ui *ui, const struct paper_name *paper) {
    struct skriv *v = view_new(&ops, sizeof *v);
    struct error err = {0};
    v->v.passing = true;
    v->dokument = arena_str8(&v->v.a, paper->namn);
    v->etikett = arena_str8(&v->v.a, paper->etikett);
    v->exemplar = 1;
    list_set(&v->list, RAD_N);
    ui_busy(ui, "Frågar efter skrivare …");
    if (print_printers(&v->v.a, &v->printers, &err) != ST_OK) {
        v->printers = (struct print_printers){.standard = -1};
        v->fault = utf8_upper_first(&v->v.a, s8_from(err.text));
    }
    buf_clear(&ui->message);
    v->at = v->printers.standard > 0 ? (size_t)v->printers.standard : 0;
    return &v->v;
}
