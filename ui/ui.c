/* The stack of views, the opened ärende, and how keys come to actions. */
#include "ui/view.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/place.h"
#include "base/utf8.h"
#include "ui/views.h"

void *view_new(const struct view_ops *ops, size_t size) {
    struct view *v = mem_zalloc(size);
    v->ops = ops;
    return v;
}

void view_free(struct view *v) {
    if (v->ops->free)
        v->ops->free(v);
    arena_free(&v->a);
    free(v);
}

void ui_init(struct ui *ui, struct app *app, const struct outside *outside) {
    *ui = (struct ui){.app = app, .outside = *outside};
}

void ui_free(struct ui *ui) {
    while (ui->depth)
        view_free(ui->stack[--ui->depth]);
    ui_case_close(ui);
    arena_free(&ui->frame);
    buf_free(&ui->clip);
    buf_free(&ui->message);
    buf_free(&ui->words);
    buf_free(&ui->folder);
    buf_free(&ui->left);
}

/* ---- messages ---- */

void ui_say(struct ui *ui, enum tone tone, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    buf_clear(&ui->message);
    buf_vprintf(&ui->message, fmt, ap);
    va_end(ap);
    ui->tone = tone;
}

void ui_busy(struct ui *ui, const char *text) {
    ui_say(ui, TONE_PLAIN, "%s", text);
    ui->outside.show(ui->outside.ctx);
}

void ui_tell(struct ui *ui, const struct error *err) {
    struct arena tmp = {0};
    struct str8 text = utf8_upper_first(&tmp, s8_from(err->text));
    bool ends = s8_ends(text, S8(".")) || s8_ends(text, S8("?")) || s8_ends(text, S8("…"));
    ui_say(ui, TONE_ERROR, "%.*s%s", S8F(text), ends ? "" : ".");
    arena_free(&tmp);
}

/* ---- the stack ---- */

struct view *ui_top(const struct ui *ui) {
    return ui->depth ? ui->stack[ui->depth - 1] : NULL;
}

void ui_push(struct ui *ui, struct view *v) {
    if (!v)
        return;
    if (ui->depth == UI_DEPTH) {
        view_free(v);
        ui_say(ui, TONE_WARNING, "Gå tillbaka först: så här många vyer kan inte vara öppna.");
        return;
    }
    v->nr = ui->has_case ? ui->c.nr : 0;
    ui->stack[ui->depth++] = v;
}

/* Has it anything to do with what is open now? A view of another ärende lies there to be come back
 * to, and has nothing unsaved. */
static bool is_here(const struct ui *ui, const struct view *v) {
    return v->nr == 0 || (ui->has_case && v->nr == ui->c.nr);
}

static void reload(struct ui *ui, struct view *v) {
    if (v && is_here(ui, v) && v->ops->reload)
        v->ops->reload(ui, v);
}

static void reload_all(struct ui *ui) {
    for (size_t i = 0; i < ui->depth; i++)
        reload(ui, ui->stack[i]);
}

void ui_follow(struct ui *ui) {
    struct error err = {0};
    while (ui->depth && ui_top(ui)->nr != (ui->has_case ? ui->c.nr : 0)) {
        if (ui_top(ui)->nr == 0) {
            ui_case_close(ui);
        } else if (ui_case_open(ui, ui_top(ui)->nr, &err) == ST_OK) {
            reload_all(ui);
        } else {
            ui_tell(ui, &err);
            view_free(ui->stack[--ui->depth]);
        }
    }
}

void ui_drop(struct ui *ui) {
    if (ui->has_case && ui->depth > 1 && ui->stack[ui->depth - 2]->nr != ui->c.nr)
        ui_remember(ui);
    view_free(ui->stack[--ui->depth]);
    ui_follow(ui);
    reload(ui, ui_top(ui));
}

bool ui_pop(struct ui *ui) {
    struct error err = {0};
    struct view *v = ui_top(ui);
    if (v->ops->save && v->ops->save(ui, v, false, &err) != ST_OK) {
        if (err.text[0])
            ui_tell(ui, &err);
        return false;
    }
    ui_drop(ui);
    return true;
}

bool ui_pop_to(struct ui *ui, size_t depth) {
    while (ui->depth > depth)
        if (!ui_pop(ui))
            return false;
    return true;
}

/* ---- the ärende ---- */

void ui_case_close(struct ui *ui) {
    arena_free(&ui->case_arena);
    ui->c = (struct app_case){0};
    ui->has_case = false;
}

enum status ui_case_open(struct ui *ui, long nr, struct error *err) {
    struct arena a = {0};
    struct app_case c;
    char number[32];
    snprintf(number, sizeof number, "%ld", nr);
    enum status st = app_case_open(ui->app, &a, s8_from(number), &c, err);
    if (st != ST_OK) {
        arena_free(&a);
        return st;
    }
    ui_case_close(ui);
    ui->case_arena = a;
    ui->c = c;
    ui->has_case = true;
    return ST_OK;
}

enum status ui_case_reload(struct ui *ui, struct error *err) {
    enum status st = ui_case_open(ui, ui->c.nr, err);
    if (st == ST_OK)
        reload_all(ui);
    return st;
}

const struct post *ui_post(const struct ui *ui, enum post_slag slag, struct str8 nyckel) {
    return arende_post(ui->c.arende, slag, nyckel);
}

struct str8 ui_value(const struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt) {
    const struct post *p = ui_post(ui, slag, nyckel);
    return p ? p->value[falt] : (struct str8){0};
}

enum status ui_put(struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt,
                   struct str8 varde, const char *orsak, struct error *err) {
    struct error again = {0};
    struct post theirs;
    struct app_field field = {s8_from(post_slag_info(slag)->falt[falt].namn), varde};
    enum status st = app_set_seen(ui->app, &ui->case_arena, &ui->c, slag, nyckel, &field, 1, orsak,
                                  NULL, &theirs, err);
    if (st == ST_OK)
        ui->kept = KEPT_SAVED;
    else if (st == ST_CONFLICT)
        ui_case_reload(ui, &again);
    return st;
}

bool ui_set(struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt, struct str8 varde,
            const char *orsak) {
    struct error err = {0};
    bool ok = ui_put(ui, slag, nyckel, falt, varde, orsak, &err) == ST_OK;
    if (!ok)
        ui_tell(ui, &err);
    return ok;
}

/* ---- keys ---- */

/* Letters lead to other views of the ärende only where letters are commands, and nothing is asked.
 */
unsigned ui_where(const struct ui *ui) {
    const struct view *v = ui_top(ui);
    unsigned w = v->ops->where(ui, v);
    return w | (ui->has_case && w & W_COMMAND && !v->ops->overlay ? W_CASE : 0);
}

static int find_action(const struct ui *ui, keycode k, bool *extend) {
    unsigned w = ui_where(ui);
    int action = action_find(w, k);
    *extend = false;
    if (action == A_NONE && k & K_SHIFT && w & W_WRITING) {
        *extend = true;
        action = action_find(w, k & ~(keycode)K_SHIFT);
    }
    return action;
}

/* Says why it was not saved, and that the same key again ends the program all the same: nobody is
 * to be held here by a full disk. */
static void refuse_to_quit(struct ui *ui, struct view *v, const struct error *err) {
    struct error why;
    bool draft = v->ops->keep && v->ops->keep(ui, v, &why) == ST_OK;
    if (err->status == ST_FULL)
        ui_say(ui, TONE_ERROR, "Kan inte spara: disken är full.");
    else
        ui_tell(ui, err);
    buf_str(&ui->message, draft ? " Ctrl-Q igen lämnar texten som utkast."
                                : " Ctrl-Q igen avslutar och lägger texten i en fil.");
    ui->leaving = true;
}

/* Ends the program when all has been saved, or at the second time of asking; the views stay, so
 * that their place is remembered. */
static void quit(struct ui *ui) {
    if (!ui->leaving && ui_is_held(ui)) {
        ui_tell_held(ui);
        buf_str(&ui->message, " Ctrl-Q igen lämnar din som utkast.");
        ui->leaving = true;
        return;
    }
    for (size_t i = ui->depth; !ui->leaving && i-- > 0;) {
        struct error err = {0};
        struct view *v = ui->stack[i];
        if (!is_here(ui, v) || !v->ops->save || v->ops->save(ui, v, false, &err) == ST_OK)
            continue;
        if (err.text[0])
            refuse_to_quit(ui, v, &err);
        return;
    }
    ui->done = true;
}

/* What means the same in every view. */
static bool act_anywhere(struct ui *ui, int action) {
    switch (action) {
    case A_HELP:
        ui_push(ui, view_hjalp_new(ui, ui_where(ui)));
        return true;
    case A_QUIT:
        quit(ui);
        return true;
    case A_SUSPEND:
        ui->outside.suspend(ui->outside.ctx);
        return true;
    case A_REDRAW:
        ui->outside.redraw(ui->outside.ctx);
        return true;
    case A_SEARCH:
        ui_push(ui, view_sok_new(ui, S8("")));
        return true;
    case A_BACK:
        if (ui->depth > 1)
            ui_pop(ui);
        else
            ui->done = true;
        return true;
    default:
        return false;
    }
}

/* A terminal sends Alt with a key as Esc and the key, so that those two in quick succession look
 * like it. */
static void tell_nothing(struct ui *ui, keycode k) {
    char name[KEY_NAME_MAX], bare[KEY_NAME_MAX];
    keycode_name(k, name);
    if (k & K_ALT)
        ui_say(ui, TONE_WARNING,
               "%s gör ingenting här. Menade du Esc och sedan %s? Vänta lite emellan.", name,
               keycode_name(k & ~(keycode)K_ALT, bare));
    else
        ui_say(ui, TONE_PLAIN, "%s gör ingenting här. %s visar vad som går att göra.", name,
               ui_where(ui) & W_COMMAND ? "?" : "Ctrl-G");
}

void ui_key(struct ui *ui, keycode k) {
    bool extend;
    struct view *v = ui_top(ui);
    int action = find_action(ui, k, &extend);
    bool writing =
        ui_where(ui) & W_WRITING; /* what is typed into a text is not lost, nor harmful */
    if (ui_is_blind(ui) && !writing && action != A_QUIT && action != A_REDRAW)
        return;
    buf_clear(&ui->message);
    ui->leaving = ui->leaving && action == A_QUIT;
    if (k == K_ESC && action == A_BACK && ui->depth == 1) {
        ui_say(ui, TONE_PLAIN, "q avslutar."); /* one Esc too many is no wish to leave */
        return;
    }
    if (action != A_NONE) {
        if (v->ops->act(ui, v, action, extend) || act_anywhere(ui, action))
            return;
        if (ui->has_case)
            ui_case_view(ui, action);
        return;
    }
    char utf8[4];
    struct str8 s = {utf8, keycode_is_text(k) || k == K_TAB ? utf8_encode(k, utf8) : 0};
    if (s.n && v->ops->text && v->ops->text(ui, v, s, false))
        return;
    tell_nothing(ui, k);
}

void ui_paste(struct ui *ui, struct str8 text) {
    struct view *v = ui_top(ui);
    if (ui_is_blind(ui) && !(ui_where(ui) & W_WRITING))
        return;
    buf_clear(&ui->message);
    ui->leaving = false;
    if (!v->ops->text || !v->ops->text(ui, v, text, true))
        ui_say(ui, TONE_WARNING, "Här går det inte att klistra in text.");
}

/* ---- keeping ---- */

void ui_refresh(struct ui *ui) {
    struct error err = {0};
    struct view *v = ui_top(ui);
    if (ui_is_held(ui) || ui_where(ui) & W_WRITING || v->ops->overlay || !place_changed(ui->app))
        return;
    if (ui->has_case && ui_case_reload(ui, &err) != ST_OK)
        ui_tell(ui, &err);
    else if (!ui->has_case && v->ops->reload)
        v->ops->reload(ui, v);
}

bool ui_keep(struct ui *ui) {
    bool ok = true, failed = ui->kept == KEPT_FAILED;
    for (size_t i = 0; i < ui->depth; i++) {
        struct error err = {0};
        struct view *v = ui->stack[i];
        if (!is_here(ui, v) || !v->ops->keep || v->ops->keep(ui, v, &err) == ST_OK)
            continue;
        ok = false;
        ui->kept = KEPT_FAILED;
        if (!ui->leaving) /* what the next key does must be seen */
            ui_tell(ui, &err);
    }
    if (ok && failed && ui->kept != KEPT_FAILED)
        buf_clear(&ui->message); /* it is no longer so */
    return ok;
}

/* ---- the start ---- */

enum status ui_start(struct ui *ui, struct error *err) {
    struct arena a = {0};
    struct plats p;
    ui_push(ui, view_arenden_new(ui));
    if (place_get(ui->app, &a, 0, &p) == ST_OK && p.arende)
        ui_come_back(ui, &p);
    struct view *left = view_utkast_new(ui, err);
    ui_push(ui, left);
    arena_free(&a);
    if (!left && err->status != ST_OK)
        ui_tell(ui, err); /* the rest can be used all the same */
    return ST_OK;
}
