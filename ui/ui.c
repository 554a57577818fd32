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
    ui->stack[ui->depth++] = v;
}

void ui_drop(struct ui *ui) {
    if (ui->depth == 2 && ui->has_case)
        ui_remember(ui);
    view_free(ui->stack[--ui->depth]);
    if (ui->depth == 1)
        ui_case_close(ui);
    struct view *v = ui_top(ui);
    if (v && v->ops->reload)
        v->ops->reload(ui, v);
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

bool ui_pop_to(struct ui *ui, bool arende) {
    size_t keep = arende ? 2 : 1;
    while (ui->depth > keep)
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
    for (size_t i = 0; i < ui->depth && st == ST_OK; i++)
        if (ui->stack[i]->ops->reload)
            ui->stack[i]->ops->reload(ui, ui->stack[i]);
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

static bool goto_list(struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt) {
    ui_push(ui, view_rader_new(ui, slag, nyckel));
    if (nyckel.n && ui_post(ui, slag, nyckel))
        ui_push(ui, view_form_new(ui, slag, nyckel, falt));
    return true;
}

/* A field of Markdown is opened to be written in. */
static void open_text(struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt) {
    if (falt >= 0 && post_slag_info(slag)->falt[falt].typ == FALT_MARKDOWN)
        ui_push(ui, view_text_new(ui, slag, nyckel, falt));
}

static bool goto_answer(struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt) {
    if (!view_arende_select(ui, ui->stack[1], nyckel)) {
        ui_say(ui, TONE_WARNING, "%.*s finns inte i betänkandet.", S8F(nyckel));
        return false;
    }
    bool form = slag == POST_SVAR
                    ? falt == SVAR_VILLKOR || falt == SVAR_SUBJEKT
                    : falt == AVSNITT_RUBRIK || falt == AVSNITT_UTELAMNAD || falt == AVSNITT_SKAL;
    if (form)
        ui_push(ui, view_form_new(ui, slag, nyckel, falt));
    else
        open_text(ui, slag, nyckel, falt);
    return true;
}

/* May what is gone to lie above the view that one is in, so that going back leads to that? Not what
 * is shown in the ärende's own view, and not when views have piled up. */
static bool stays(const struct ui *ui, enum post_slag slag, int falt) {
    enum { ROOM = 4 };
    bool in_tree =
        slag == POST_SVAR ? falt < 0 || falt == SVAR_STALLNING : slag == POST_AVSNITT && falt < 0;
    return ui_top(ui)->ops->returns && !in_tree && ui->depth + ROOM <= UI_DEPTH;
}

bool ui_goto(struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt) {
    /* The key may live in a view that is about to go. */
    struct str8 key = arena_str8(&ui->case_arena, nyckel);
    if (!stays(ui, slag, falt) && !ui_pop_to(ui, true))
        return false;
    if (slag == POST_SVAR || slag == POST_AVSNITT)
        return goto_answer(ui, slag, key, falt);
    if (slag == POST_TEXT) {
        ui_push(ui, view_texter_new(ui));
        if (key.n)
            open_text(ui, slag, key, TEXT_INNEHALL);
        return true;
    }
    if (slag != POST_ARENDE)
        return goto_list(ui, slag, key, falt);
    ui_push(ui, view_form_new(ui, slag, key, falt));
    open_text(ui, slag, key, falt);
    return true;
}

/* ---- keys ---- */

/* Letters lead to other views of the ärende only where letters are commands. */
unsigned ui_where(const struct ui *ui) {
    const struct view *v = ui_top(ui);
    unsigned w = v->ops->where(ui, v);
    return w | (ui->has_case && w & W_COMMAND ? W_CASE : 0);
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

/* Is there a view that uses what the one below it is writing? */
static bool held(const struct ui *ui) {
    for (size_t i = 0; i < ui->depth; i++)
        if (ui->stack[i]->ops->holds)
            return true;
    return false;
}

static void tell_held(struct ui *ui) {
    ui_say(ui, TONE_WARNING, "Välj först vilken text som ska gälla, eller gå tillbaka till din.");
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
    if (!ui->leaving && held(ui)) {
        tell_held(ui);
        buf_str(&ui->message, " Ctrl-Q igen lämnar din som utkast.");
        ui->leaving = true;
        return;
    }
    for (size_t i = ui->depth; !ui->leaving && i-- > 0;) {
        struct error err = {0};
        struct view *v = ui->stack[i];
        if (!v->ops->save || v->ops->save(ui, v, false, &err) == ST_OK)
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

/* Other views of the ärende replace each other above it, so that going back leads to it. */
static struct view *case_view(struct ui *ui, int action) {
    if (action != A_FACTS && action != A_TEXTS && action != A_PREVIEW && action != A_REVIEW &&
        action != A_HISTORY)
        return NULL;
    if (held(ui)) {
        tell_held(ui);
        return NULL;
    }
    if (!ui_pop_to(ui, true))
        return NULL;
    switch (action) {
    case A_FACTS:
        return view_form_new(ui, POST_ARENDE, S8(""), -1);
    case A_TEXTS:
        return view_texter_new(ui);
    case A_PREVIEW:
        return view_forhand_new(ui);
    case A_REVIEW:
        return view_granska_new(ui);
    default:
        return view_historik_new(ui, S8(""));
    }
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
            ui_push(ui, case_view(ui, action));
        return;
    }
    char utf8[4];
    struct str8 s = {utf8, keycode_is_text(k) || k == K_TAB ? utf8_encode(k, utf8) : 0};
    if (s.n && v->ops->text && v->ops->text(ui, v, s, false))
        return;
    char name[KEY_NAME_MAX];
    ui_say(ui, TONE_PLAIN, "%s gör ingenting här. %s visar vad som går att göra.",
           keycode_name(k, name), ui_where(ui) & W_COMMAND ? "?" : "Ctrl-G");
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
    if (held(ui) || ui_where(ui) & W_WRITING || v->ops->overlay || !place_changed(ui->app))
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
        if (!v->ops->keep || v->ops->keep(ui, v, &err) == ST_OK)
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

/* To the view that the place was in; what is no longer there leads to the ärende. */
static void come_back(struct ui *ui, const struct plats *p) {
    struct error err = {0};
    enum post_slag slag = p->slag.n ? post_slag_find(p->slag) : POST_SLAG_N;
    ui_case_open(ui, p->arende, &err);
    if (!ui->has_case)
        return;
    ui_push(ui, view_arende_new(ui));
    if (slag == POST_SLAG_N)
        return;
    if (s8_eqz(p->vy, ui_top(ui)->ops->namn))
        view_arende_select(ui, ui_top(ui), p->nyckel);
    else if (ui_goto(ui, slag, p->nyckel, p->falt.n ? falt_find(slag, p->falt) : -1))
        view_text_cursor(ui_top(ui), p->markor);
    buf_clear(&ui->message);
}

bool ui_case_enter(struct ui *ui, long nr) {
    struct error err = {0};
    struct arena a = {0};
    struct plats p;
    if (ui_case_open(ui, nr, &err) != ST_OK) {
        ui_tell(ui, &err);
        return false;
    }
    ui_push(ui, view_arende_new(ui));
    if (place_get(ui->app, &a, nr, &p) == ST_OK && p.nyckel.n)
        view_arende_select(ui, ui_top(ui), p.nyckel);
    arena_free(&a);
    return true;
}

enum status ui_start(struct ui *ui, struct error *err) {
    struct arena a = {0};
    struct plats p;
    ui_push(ui, view_arenden_new(ui));
    if (place_get(ui->app, &a, 0, &p) == ST_OK && p.arende)
        come_back(ui, &p);
    struct view *left = view_utkast_new(ui, err);
    ui_push(ui, left);
    arena_free(&a);
    if (!left && err->status != ST_OK)
        ui_tell(ui, err); /* the rest can be used all the same */
    return ST_OK;
}
