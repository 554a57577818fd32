/* From one place to another, and back one place at a time. */
#include "app/place.h"
#include "ui/views.h"

bool ui_is_held(const struct ui *ui) {
    for (size_t i = 0; i < ui->depth; i++)
        if (ui->stack[i]->ops->holds)
            return true;
    return false;
}

void ui_tell_held(struct ui *ui) {
    ui_say(ui, TONE_WARNING, "Välj först vilken text som ska gälla, eller gå tillbaka till din.");
}

/* ---- setting out ---- */

static bool is_passing(const struct ui *ui, const struct view *v) {
    return v->passing || v->ops->overlay || v->ops->where(ui, v) & W_WRITING;
}

/* The way back is as long as there is room for: the oldest place is forgotten. */
static void make_room(struct ui *ui) {
    enum { ROOM = 6 };
    while (ui->depth + ROOM > UI_DEPTH) {
        view_free(ui->stack[1]);
        ui->depth--;
        for (size_t i = 1; i < ui->depth; i++)
            ui->stack[i] = ui->stack[i + 1];
    }
}

/* Saves and leaves what is not to lie under the next place. */
static bool set_out(struct ui *ui) {
    size_t keep = 1;
    if (ui_is_held(ui)) {
        ui_tell_held(ui);
        return false;
    }
    while (keep < ui->depth && !is_passing(ui, ui->stack[keep]))
        keep++;
    if (!ui_pop_to(ui, keep))
        return false;
    make_room(ui);
    return true;
}

/* ---- to another ärende ---- */

bool ui_case_go(struct ui *ui, long nr) {
    struct error err = {0};
    if (!set_out(ui))
        return false;
    if (ui->has_case && ui->c.nr == nr)
        return true;
    if (ui->has_case)
        ui_remember(ui);
    if (ui_case_open(ui, nr, &err) == ST_OK)
        return true;
    ui_tell(ui, &err);
    return false;
}

bool ui_case_enter(struct ui *ui, long nr) {
    struct arena a = {0};
    struct plats p;
    if (!ui_case_go(ui, nr))
        return false;
    ui_push(ui, view_arende_new(ui));
    if (place_get(ui->app, &a, nr, &p) == ST_OK && p.nyckel.n)
        view_arende_select(ui, ui_top(ui), p.nyckel);
    arena_free(&a);
    return true;
}

/* ---- to a place in the ärende ---- */

/* From the ärende's own view, as at the start, the views that otherwise lead to the place lie under
 * it; from another view going back leads straight to that. */

static bool is_in_betankande(const struct ui *ui, struct str8 nyckel) {
    struct punkt_ref ref[PUNKT_MAX];
    size_t n;
    const struct betankande *b = ui->c.betankande;
    return betankande_avsnitt(b, nyckel) ||
           betankande_find(b, nyckel, ref, PUNKT_MAX, &n, NULL) == ST_OK;
}

/* A field of Markdown is opened to be written in. */
static bool is_text(enum post_slag slag, int falt) {
    return falt >= 0 && post_slag_info(slag)->falt[falt].typ == FALT_MARKDOWN;
}

/* Does one come to where what is decided on is written? */
static bool is_written(enum post_slag slag, struct str8 nyckel, int falt) {
    return is_text(slag, falt) || (slag == POST_TEXT && nyckel.n) ||
           ((slag == POST_SVAR || slag == POST_AVSNITT) && falt >= 0);
}

static bool in_form(enum post_slag slag, int falt) {
    return slag == POST_SVAR
               ? falt == SVAR_VILLKOR || falt == SVAR_SUBJEKT
               : falt == AVSNITT_RUBRIK || falt == AVSNITT_UTELAMNAD || falt == AVSNITT_SKAL;
}

static bool go_to_answer(struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt) {
    bool text = is_text(slag, falt), form = in_form(slag, falt);
    if (!is_in_betankande(ui, nyckel)) {
        ui_say(ui, TONE_WARNING, "%.*s finns inte i betänkandet.", S8F(nyckel));
        return false;
    }
    if (!view_is_arende(ui_top(ui)) && !text && !form)
        ui_push(ui, view_arende_new(ui));
    if (view_is_arende(ui_top(ui)))
        view_arende_select(ui, ui_top(ui), nyckel);
    if (form)
        ui_push(ui, view_form_new(ui, slag, nyckel, falt));
    else if (text)
        ui_push(ui, view_text_new(ui, slag, nyckel, falt));
    return true;
}

/* The view counts as the one that the action leads to. */
static void push_as(struct ui *ui, struct view *v, int action) {
    v->opened_by = action;
    ui_push(ui, v);
}

static void go_to_block(struct ui *ui, struct str8 nyckel) {
    if (nyckel.n == 0 || view_is_arende(ui_top(ui)))
        push_as(ui, view_texter_new(ui), A_TEXTS);
    if (nyckel.n)
        ui_push(ui, view_text_new(ui, POST_TEXT, nyckel, TEXT_INNEHALL));
}

static void go_to_line(struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt) {
    bool there = nyckel.n && ui_post(ui, slag, nyckel);
    if (!there || view_is_arende(ui_top(ui)))
        ui_push(ui, view_rader_new(ui, slag, nyckel));
    if (there)
        ui_push(ui, view_form_new(ui, slag, nyckel, falt));
}

static bool go(struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt) {
    if (slag == POST_SVAR || slag == POST_AVSNITT)
        return go_to_answer(ui, slag, nyckel, falt);
    if (slag == POST_TEXT)
        go_to_block(ui, nyckel);
    else if (slag != POST_ARENDE)
        go_to_line(ui, slag, nyckel, falt);
    else if (is_text(slag, falt))
        ui_push(ui, view_text_new(ui, slag, nyckel, falt));
    else
        push_as(ui, view_form_new(ui, slag, nyckel, falt), A_FACTS);
    return true;
}

bool ui_goto(struct ui *ui, enum post_slag slag, struct str8 nyckel, int falt) {
    if (is_written(slag, nyckel, falt) && !ui_may_change(ui, A_OPEN))
        return false;
    struct arena a = {0};
    /* The key may live in a view that is about to go. */
    struct str8 key = arena_str8(&a, nyckel);
    bool ok = set_out(ui) && go(ui, slag, key, falt);
    arena_free(&a);
    return ok;
}

/* ---- to the ärende's views ---- */

bool ui_back_to(struct ui *ui, int action) {
    for (size_t i = ui->depth; i-- > 1 && ui->stack[i]->nr == ui_top(ui)->nr;)
        if (ui->stack[i]->opened_by == action)
            return ui_pop_to(ui, i + 1);
    return false;
}

static struct view *case_view(struct ui *ui, int action) {
    switch (action) {
    case A_FACTS:
        return view_form_new(ui, POST_ARENDE, S8(""), -1);
    case A_TEXTS:
        return view_texter_new(ui);
    case A_PREVIEW:
        return view_forhand_new(ui);
    case A_REVIEW:
        return view_granska_new(ui);
    case A_HISTORY:
        return view_historik_new(ui, S8(""));
    default:
        return NULL;
    }
}

void ui_case_view(struct ui *ui, int action) {
    if (action != A_FACTS && action != A_TEXTS && action != A_PREVIEW && action != A_REVIEW &&
        action != A_HISTORY)
        return;
    if (!set_out(ui) || ui_back_to(ui, action))
        return;
    push_as(ui, case_view(ui, action), action);
}

/* ---- at the start ---- */

void ui_come_back(struct ui *ui, const struct plats *p) {
    struct error err = {0};
    enum post_slag slag = p->slag.n ? post_slag_find(p->slag) : POST_SLAG_N;
    ui_case_open(ui, p->arende, &err);
    if (!ui->has_case)
        return;
    ui_push(ui, view_arende_new(ui));
    if (slag == POST_SLAG_N)
        return;
    int falt = p->falt.n ? falt_find(slag, p->falt) : -1;
    if (ui_is_decided(ui) && is_written(slag, p->nyckel, falt)) {
        /* Nobody has said in this run that it is to be changed. */
        view_arende_select(ui, ui_top(ui), p->nyckel);
        return;
    }
    if (s8_eqz(p->vy, ui_top(ui)->ops->namn))
        view_arende_select(ui, ui_top(ui), p->nyckel);
    else if (ui_goto(ui, slag, p->nyckel, falt))
        view_text_cursor(ui_top(ui), p->markor);
    buf_clear(&ui->message);
}
