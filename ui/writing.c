#include "ui/writing.h"

#include "base/utf8.h"
#include "ui/views.h"

static int move_of(int action) {
    switch (action) {
    case A_LEFT:
        return EDITOR_LEFT;
    case A_RIGHT:
        return EDITOR_RIGHT;
    case A_UP:
        return EDITOR_UP;
    case A_DOWN:
        return EDITOR_DOWN;
    case A_WORD_LEFT:
        return EDITOR_WORD_LEFT;
    case A_WORD_RIGHT:
        return EDITOR_WORD_RIGHT;
    case A_LINE_START:
        return EDITOR_LINE_START;
    case A_LINE_END:
        return EDITOR_LINE_END;
    case A_PARA_UP:
        return EDITOR_PARA_UP;
    case A_PARA_DOWN:
        return EDITOR_PARA_DOWN;
    case A_TEXT_START:
        return EDITOR_TEXT_START;
    case A_TEXT_END:
        return EDITOR_TEXT_END;
    default:
        return -1;
    }
}

static int deletion_of(int action) {
    switch (action) {
    case A_DELETE_LEFT:
        return EDITOR_LEFT;
    case A_DELETE_RIGHT:
        return EDITOR_RIGHT;
    case A_DELETE_WORD:
        return EDITOR_WORD_LEFT;
    default:
        return -1;
    }
}

/* The rest of the paragraph, or its line end when nothing is left of it. */
static void delete_rest(struct editor *e) {
    size_t at = editor_cursor(e), end = at;
    struct str8 text = editor_text(e);
    while (end < text.n && text.p[end] != '\n')
        end++;
    if (end == at && end < text.n)
        end++;
    editor_go(e, at);
    editor_move(e, EDITOR_PARA_DOWN, true);
    while (editor_cursor(e) > end) /* it has passed empty lines */
        editor_move(e, EDITOR_LEFT, true);
    editor_delete(e, EDITOR_RIGHT);
}

static void copy(struct ui *ui, const struct editor *e) {
    struct str8 text = editor_copied(e);
    if (text.n == 0)
        return;
    buf_clear(&ui->clip);
    buf_str8(&ui->clip, text);
}

static bool clipboard(struct ui *ui, struct editor *e, int action) {
    switch (action) {
    case A_CUT:
        copy(ui, e);
        editor_cut(e);
        return true;
    case A_COPY:
        copy(ui, e);
        if (ui->clip.n)
            ui->outside.copy(ui->outside.ctx, buf_str8_of(&ui->clip));
        ui_say(ui, TONE_PLAIN, "Kopierat. Texten har också skickats till terminalens urklipp.");
        return true;
    case A_PASTE:
        if (ui->clip.n)
            writing_put(ui, e, buf_str8_of(&ui->clip), true);
        return true;
    default:
        return false;
    }
}

bool writing_act(struct ui *ui, struct editor *e, int action, bool extend) {
    int move = move_of(action), deletion = deletion_of(action);
    if (move >= 0) {
        editor_move(e, (enum editor_move)move, extend);
        return true;
    }
    if (deletion >= 0) {
        editor_delete(e, (enum editor_move)deletion);
        return true;
    }
    switch (action) {
    case A_DELETE_LINE:
        delete_rest(e);
        return true;
    case A_MARK:
        editor_toggle_mark(e);
        ui_say(ui, TONE_PLAIN, "%s",
               editor_marking(e) ? "Markeringen börjar här. Flytta markören." : "Avmarkerat.");
        return true;
    case A_UNDO:
        if (!editor_undo(e))
            ui_say(ui, TONE_PLAIN, "Det finns inget att ångra.");
        return true;
    case A_REDO:
        if (!editor_redo(e))
            ui_say(ui, TONE_PLAIN, "Det finns inget att göra om.");
        return true;
    default:
        return clipboard(ui, e, action);
    }
}

void writing_put(struct ui *ui, struct editor *e, struct str8 s, bool paste) {
    struct error err = {0};
    if (editor_insert(e, s, paste, &err) != ST_OK)
        ui_tell(ui, &err);
}

enum status writing_keep(struct ui *ui, struct app_utkast *d, const struct editor *e,
                         struct error *err) {
    if (d->kept == editor_n_ops(e))
        return ST_OK;
    enum status st = app_utkast_keep(ui->app, d, e, err);
    if (st == ST_OK)
        ui->kept = KEPT_DRAFT;
    return st;
}

/* The program ends without its being saved. */
static void leave(struct ui *ui, const struct app_utkast *d, const struct editor *e,
                  const struct error *why) {
    bool draft = d->begun && d->kept == editor_n_ops(e);
    const char *label = post_slag_info(d->u.slag)->falt[d->u.falt].etikett;
    ui_leave(ui, s8_from(label), &d->u, editor_text(e), draft, why);
}

enum status writing_save(struct ui *ui, struct app_utkast *d, struct editor *e, bool going,
                         struct error *err) {
    struct post theirs = {0};
    if (!d->begun && !editor_changed(e))
        return ST_OK;
    enum status st = app_utkast_save(ui->app, &ui->case_arena, &ui->c, d, e, &theirs, err);
    if (st == ST_OK) {
        ui->kept = KEPT_SAVED;
    } else if (st == ST_CONFLICT && !going) {
        ui_push(ui, view_konflikt_new(d, e, &theirs, s8_from(err->text)));
        err->text[0] = '\0';
    } else if (going) {
        leave(ui, d, e, err);
    }
    return st;
}

struct app_utkast writing_draft(struct arena *a, const struct app_utkast *d) {
    struct app_utkast own = *d;
    own.a = a;
    own.u.nyckel = arena_str8(a, d->u.nyckel);
    own.u.text = arena_str8(a, d->u.text);
    own.u.person = arena_str8(a, d->u.person);
    own.u.session = arena_str8(a, d->u.session);
    own.base = arena_str8(a, d->base);
    return own;
}

void writing_draw_line(struct grid *g, int row, int col, int cols, const struct editor *e) {
    struct str8 text = editor_text(e);
    size_t at = editor_cursor(e), from = 0;
    /* A place is left for the cursor after the last character. */
    while (grid_width(s8_sub(text, from, at)) >= cols && from < at)
        from = utf8_next(text, from);
    grid_fill(g, row, col, cols, STYLE_FIELD);
    size_t sel_from = 0, sel_to = 0;
    editor_selection(e, &sel_from, &sel_to);
    int end = col + cols;
    int c = grid_put(g, row, col, end - col, STYLE_FIELD,
                     s8_sub(text, from, sel_from > from ? sel_from : from));
    size_t s = sel_from > from ? sel_from : from, t = sel_to > s ? sel_to : s;
    c = grid_put(g, row, c, end - c, STYLE_SELECTED, s8_sub(text, s, t));
    grid_put(g, row, c, end - c, STYLE_FIELD, s8_skip(text, t));
    grid_cursor(g, row, col + grid_width(s8_sub(text, from, at)));
}
