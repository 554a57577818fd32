/* The program on a terminal: wait, take what has come, keep, draw once. */
#include "ui/ui.h"

#include <malloc.h>
#include <stdlib.h>

#include "ui/clip.h"
#include "ui/draw.h"
#include "ui/external.h"
#include "ui/input.h"
#include "ui/term.h"
#include "ui/view.h"

enum {
    RETRY_MS = 500,  /* while something could not be kept */
    PASTE_MS = 2000, /* a paste that has stopped has lost its end mark */
    KEEP_BYTES = 4 * 1024 * 1024
};

struct screen {
    struct ui ui;
    struct grid grid;
    struct drawing drawing;
    struct input input;
    bool more; /* curses may hold keys that poll does not see */
};

/* The grid gets the terminal's size. */
static void fit(struct screen *s) {
    int rows, cols;
    term_size(&rows, &cols);
    if (rows != s->grid.rows || cols != s->grid.cols)
        grid_resize(&s->grid, rows, cols);
}

/* ---- what only a terminal can do ---- */

static enum status outside_edit(void *ctx, struct str8 in, struct buf *out, struct error *err) {
    struct screen *s = ctx;
    ui_keep(&s->ui);
    term_leave();
    enum status st = external_edit(in, out, err);
    if (st != ST_OK && term_is_gone()) /* nobody will see the message */
        buf_printf(&s->ui.left, "yttra: %s\n", err->text);
    term_return();
    fit(s);
    draw_again(&s->drawing);
    return st;
}

static void outside_copy(void *ctx, struct str8 text) {
    struct buf b = {0};
    (void)ctx;
    clip_sequence(text, getenv("STY") != NULL, &b);
    term_write(buf_str8_of(&b));
    buf_free(&b);
}

static void outside_suspend(void *ctx) {
    struct screen *s = ctx;
    ui_keep(&s->ui);
    term_suspend();
    fit(s);
    draw_again(&s->drawing);
}

static void outside_redraw(void *ctx) {
    struct screen *s = ctx;
    draw_again(&s->drawing);
}

static void outside_show(void *ctx) {
    struct screen *s = ctx;
    ui_draw(&s->ui, &s->grid);
    draw_grid(&s->drawing, &s->grid);
}

/* ---- the loop ---- */

/* Somebody else has the database for longer than a moment; a signal to end is not kept waiting. */
static bool tell_waiting(void *ctx, bool writes) {
    struct screen *s = ctx;
    ui_draw_waiting(&s->ui, &s->grid, writes);
    draw_grid(&s->drawing, &s->grid);
    return !term_is_gone();
}

static void tell_latin(struct screen *s) {
    if (!s->input.latin || s->input.latin_told)
        return;
    s->input.latin_told = true;
    ui_say(&s->ui, TONE_WARNING,
           "Terminalen skickar inte UTF-8. Tecknen tolkas som Windows-1252; ställ in UTF-8 "
           "i terminalen, eller starta med --teckenkod ISO-8859-1.");
}

/* What has been typed, or as much of it as is shown at once; false when the terminal is gone. */
static bool take_input(struct screen *s, bool ready) {
    keycode k;
    enum input_kind kind;
    input_begin(&s->input);
    while ((kind = input_next(&s->input, ready, &k)) == INPUT_KEY || kind == INPUT_PASTE) {
        ready = false;
        if (kind == INPUT_PASTE)
            ui_paste(&s->ui, buf_str8_of(&s->input.paste));
        else
            ui_key(&s->ui, k);
        if (s->ui.done)
            break;
    }
    tell_latin(s);
    s->more = kind == INPUT_MORE;
    return kind != INPUT_GONE;
}

static void run(struct screen *s) {
    bool kept = true;
    while (!s->ui.done) {
        outside_show(s);
        int what = term_wait(s->more ? 0 : s->input.pasting ? PASTE_MS : kept ? -1 : RETRY_MS);
        if (what == 0 && !s->more && input_end_paste(&s->input))
            ui_paste(&s->ui, buf_str8_of(&s->input.paste));
        bool ready = what & TERM_INPUT;
        if (what & TERM_GONE || ((ready || s->more) && !take_input(s, ready)))
            return;
        if (what & TERM_STOP)
            outside_suspend(s);
        if (what & TERM_SIZE)
            fit(s);
        ui_refresh(&s->ui);
        kept = ui_keep(&s->ui);
    }
}

static void say_first(struct ui *ui, struct str8 notice, const struct buf *said) {
    if (notice.n || said->n)
        ui_say(ui, TONE_WARNING, "%.*s%s%.*s", S8F(notice), notice.n && said->n ? " " : "",
               S8F(buf_str8_of(said)));
}

enum status ui_run(struct app *app, const char *teckenkod, struct str8 notice, struct buf *note,
                   struct error *err) {
    struct screen *s = mem_zalloc(sizeof *s);
    struct buf said = {0};
    struct outside outside = {
        s, outside_edit, outside_copy, outside_suspend, outside_redraw, outside_show};
    const char *charset = NULL;
    /* What one key needs is given back and taken again with the next: let it not go to the kernel
     * and come back, page by page. */
    mallopt(M_TRIM_THRESHOLD, KEEP_BYTES);
    mallopt(M_TOP_PAD, KEEP_BYTES / 4);
    ui_init(&s->ui, app, &outside);
    enum status st = term_open(teckenkod, &charset, &said, err);
    if (st == ST_OK) {
        draw_open(&s->drawing);
        input_open(&s->input, charset);
        s->grid.charset = s->ui.charset = charset;
        st = ui_start(&s->ui, err);
    }
    if (st == ST_OK) {
        say_first(&s->ui, notice, &said);
        fit(s);
        store_on_wait(app->store, tell_waiting, s);
        run(s);
        store_on_wait(app->store, NULL, NULL);
        st = ui_end(&s->ui);
    }
    term_close();
    buf_str8(note, buf_str8_of(&s->ui.left));
    ui_free(&s->ui);
    input_free(&s->input);
    draw_free(&s->drawing);
    grid_free(&s->grid);
    buf_free(&said);
    free(s);
    return st;
}
