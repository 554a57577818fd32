/* The ärende: the tree of avsnitt and punkter, and beside or below it what the betänkande says of
 * the one in focus, the stance and the motivation. */
#include "ui/arende.h"

#include "app/paper.h"
#include "ui/views.h"

static struct arende_row row_of(const struct arende_view *v) {
    return v->row[v->list.at];
}

bool arende_on_punkt(const struct arende_view *v) {
    return v->list.n && row_of(v).punkt >= 0;
}

struct punkt_ref arende_focus(const struct ui *ui, const struct arende_view *v) {
    struct punkt_ref ref = {0};
    if (v->list.n == 0)
        return ref;
    ref.avsnitt = &ui->c.betankande->avsnitt[row_of(v).avsnitt];
    ref.punkt = row_of(v).punkt >= 0 ? &ref.avsnitt->punkt[row_of(v).punkt] : NULL;
    return ref;
}

struct str8 arende_key(const struct ui *ui, const struct arende_view *v, struct arena *a) {
    struct punkt_ref ref = arende_focus(ui, v);
    if (!ref.avsnitt)
        return S8("");
    return ref.punkt ? punkt_key(a, ref.avsnitt, ref.punkt) : arena_str8(a, ref.avsnitt->nummer);
}

/* ---- the rows of the tree ---- */

static bool hidden(const struct ui *ui, const struct arende_view *v, size_t avsnitt) {
    const struct betankande *b = ui->c.betankande;
    for (int up = b->avsnitt[avsnitt].foralder; up >= 0; up = b->avsnitt[up].foralder)
        if (v->folded[up])
            return true;
    return false;
}

/* The rows that are not folded away; `focus` is, or the nearest one before it. */
static void build_rows(struct ui *ui, struct arende_view *v, struct arende_row focus) {
    const struct betankande *b = ui->c.betankande;
    size_t n = 0, at = 0;
    for (size_t i = 0; i < b->n_avsnitt; i++) {
        if (hidden(ui, v, i))
            continue;
        const struct avsnitt *av = &b->avsnitt[i];
        for (int k = -1; k < (v->folded[i] ? 0 : (int)av->n_punkt); k++) {
            if (i < focus.avsnitt || (i == focus.avsnitt && k <= focus.punkt))
                at = n;
            v->row[n++] = (struct arende_row){i, k, k < 0 ? 0 : av->punkt[k].nr};
        }
    }
    v->list.n = n;
    v->list.at = at;
}

static void show_row(struct ui *ui, struct arende_view *v, size_t avsnitt, int punkt) {
    const struct betankande *b = ui->c.betankande;
    for (int up = (int)avsnitt; up >= 0; up = b->avsnitt[up].foralder)
        if (up != (int)avsnitt || punkt >= 0)
            v->folded[up] = false;
    build_rows(ui, v, (struct arende_row){avsnitt, punkt, 0});
    v->scroll = 0;
}

static void show_ref(struct ui *ui, struct arende_view *v, const struct punkt_ref *ref) {
    show_row(ui, v, (size_t)(ref->avsnitt - ui->c.betankande->avsnitt),
             ref->punkt ? (int)(ref->punkt - ref->avsnitt->punkt) : -1);
}

bool view_arende_select(struct ui *ui, struct view *view, struct str8 nyckel) {
    struct arende_view *v = (struct arende_view *)view;
    struct punkt_ref ref[PUNKT_MAX];
    size_t n;
    const struct avsnitt *av = betankande_avsnitt(ui->c.betankande, nyckel);
    if (av)
        ref[0] = (struct punkt_ref){av, NULL};
    else if (betankande_find(ui->c.betankande, nyckel, ref, PUNKT_MAX, &n, NULL) != ST_OK)
        return false;
    show_ref(ui, v, &ref[0]);
    return true;
}

/* Typed on the keyboard: an avsnitt with punkter leads to the first of them. */
static void jump(struct ui *ui, struct view *below, struct str8 to) {
    struct error err = {0};
    struct punkt_ref ref[PUNKT_MAX];
    size_t n;
    struct arende_view *v = (struct arende_view *)below;
    const struct avsnitt *av = betankande_avsnitt(ui->c.betankande, to);
    if (av) {
        ref[0] = (struct punkt_ref){av, av->n_punkt ? av->punkt : NULL};
    } else if (betankande_find(ui->c.betankande, to, ref, PUNKT_MAX, &n, &err) != ST_OK) {
        ui_tell(ui, &err);
        return;
    }
    show_ref(ui, v, &ref[0]);
}

/* ---- the view ---- */

static unsigned where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_COMMAND | W_LIST | W_ARENDE;
}

/* Where the focus is in the betänkande as it is now: on the punkt with the same key, or the nearest
 * place before it that there still is. */
static struct arende_row focus_now(const struct betankande *b, const struct arende_view *v) {
    struct arende_row was = v->list.n ? row_of(v) : (struct arende_row){0}, now = {0, -1, 0};
    const struct avsnitt *av = NULL;
    size_t i = was.avsnitt;
    if (v->list.n)
        av = betankande_avsnitt(b, v->nummer[i]);
    for (size_t k = 0; av && k < av->n_punkt && av->punkt[k].nr <= was.nr; k++)
        now.punkt = (int)k;
    while (!av && v->list.n && i > 0)
        av = betankande_avsnitt(b, v->nummer[--i]);
    now.avsnitt = av ? (size_t)(av - b->avsnitt) : 0;
    return now;
}

/* The ärende may have been read anew, with another betänkande: places are kept by their keys. */
static void reload(struct ui *ui, struct view *view) {
    struct arende_view *v = (struct arende_view *)view;
    const struct betankande *b = ui->c.betankande;
    struct arena a = {0};
    struct arende_row focus = focus_now(b, v);
    bool *folded = ARENA_NEW(&a, bool, b->n_avsnitt);
    for (size_t i = 0; i < v->n_avsnitt; i++) {
        const struct avsnitt *av = v->folded[i] ? betankande_avsnitt(b, v->nummer[i]) : NULL;
        if (av)
            folded[av - b->avsnitt] = true;
    }
    arena_free(&v->tree_a);
    v->tree_a = a;
    v->folded = folded;
    v->n_avsnitt = b->n_avsnitt;
    v->nummer = ARENA_NEW(&v->tree_a, struct str8, b->n_avsnitt);
    for (size_t i = 0; i < b->n_avsnitt; i++)
        v->nummer[i] = arena_str8(&v->tree_a, b->avsnitt[i].nummer);
    v->row = ARENA_NEW(&v->tree_a, struct arende_row, b->n_avsnitt + betankande_n_punkt(b));
    v->cached = (struct str8){0};
    build_rows(ui, v, focus);
}

static void plats(struct ui *ui, const struct view *view, struct plats *p) {
    const struct arende_view *v = (const struct arende_view *)view;
    p->slag = s8_from(post_slag_info(arende_on_punkt(v) ? POST_SVAR : POST_AVSNITT)->namn);
    p->nyckel = arende_key(ui, v, &ui->case_arena);
}

/* ---- stepping ---- */

static void go_next(struct ui *ui, struct arende_view *v) {
    struct arena a = {0};
    struct punkt_ref next, from = arende_focus(ui, v);
    const struct betankande *b = ui->c.betankande;
    bool heading = from.avsnitt && !from.punkt;
    /* From a heading: the first one in it, or after it. */
    for (size_t i = heading ? (size_t)(from.avsnitt - b->avsnitt) : b->n_avsnitt;
         i < b->n_avsnitt && !from.punkt; i++)
        if (b->avsnitt[i].n_punkt)
            from = (struct punkt_ref){&b->avsnitt[i], b->avsnitt[i].punkt};
    if (heading && from.punkt && !app_case_has_stance(&a, &ui->c, &from))
        show_ref(ui, v, &from);
    else if (app_case_next(&a, &ui->c, &from, &next) && next.punkt != arende_focus(ui, v).punkt)
        show_ref(ui, v, &next);
    else
        ui_say(ui, TONE_GOOD, "Det finns inga fler obesvarade punkter.");
    arena_free(&a);
}

/* The last one without a stance before the focus, or else the last of all. */
static void go_previous(struct ui *ui, struct arende_view *v) {
    struct arena a = {0};
    const struct betankande *b = ui->c.betankande;
    struct punkt_ref focus = arende_focus(ui, v), before = {0}, last = {0};
    bool passed = false;
    for (size_t i = 0; i < b->n_avsnitt; i++)
        for (size_t k = 0; k < b->avsnitt[i].n_punkt; k++) {
            struct punkt_ref here = {&b->avsnitt[i], &b->avsnitt[i].punkt[k]};
            passed = passed || here.punkt == focus.punkt ||
                     (!focus.punkt && here.avsnitt >= focus.avsnitt);
            if (here.punkt == focus.punkt || app_case_has_stance(&a, &ui->c, &here))
                continue;
            last = here;
            before = passed ? before : here;
        }
    if (before.punkt || last.punkt)
        show_ref(ui, v, before.punkt ? &before : &last);
    else
        ui_say(ui, TONE_GOOD, "Det finns inga fler obesvarade punkter.");
    arena_free(&a);
}

static void fold(struct ui *ui, struct arende_view *v, bool folded) {
    struct arende_row r = row_of(v);
    const struct avsnitt *av = &ui->c.betankande->avsnitt[r.avsnitt];
    bool leaf = r.avsnitt + 1 >= ui->c.betankande->n_avsnitt || av[1].foralder != (int)r.avsnitt;
    if (folded && r.punkt < 0 && (v->folded[r.avsnitt] || (leaf && av->n_punkt == 0))) {
        if (av->foralder >= 0)
            show_row(ui, v, (size_t)av->foralder, -1);
        return;
    }
    if (folded && r.punkt >= 0)
        show_row(ui, v, r.avsnitt, -1);
    else
        v->folded[r.avsnitt] = folded;
    build_rows(ui, v, row_of(v));
}

static void fold_all(struct ui *ui, struct arende_view *v) {
    bool any = false;
    for (size_t i = 0; i < v->n_avsnitt; i++)
        any = any || v->folded[i];
    for (size_t i = 0; i < v->n_avsnitt; i++)
        v->folded[i] = !any;
    if (v->list.n)
        build_rows(ui, v, row_of(v));
}

/* ---- stances ---- */

/* Short: the whole sentence stands beside the punkt. */
static void tell_stance(struct ui *ui, const struct punkt *p, struct str8 key) {
    enum stance s = svar_stance(ui_post(ui, POST_SVAR, key));
    ui_say(ui, TONE_GOOD, "%.*s: %s. z ångrar.", S8F(key), stance_label(s, p->slag));
}

static enum status take_condition(struct ui *ui, struct view *below, struct str8 text,
                                  struct error *err) {
    struct arende_view *v = (struct arende_view *)below;
    struct arena a = {0};
    struct punkt_ref ref = arende_focus(ui, v);
    struct str8 key = arende_key(ui, v, &a);
    enum status st = ST_OK;
    if (ref.punkt)
        st = ui_put(ui, POST_SVAR, key, SVAR_VILLKOR, text, "svara", err);
    if (ref.punkt && st == ST_OK) {
        v->cached = (struct str8){0};
        tell_stance(ui, ref.punkt, key);
    }
    arena_free(&a);
    return st;
}

static void take(struct ui *ui, struct arende_view *v, enum stance s) {
    struct arena a = {0};
    struct punkt_ref ref = arende_focus(ui, v);
    if (!ref.punkt) {
        ui_say(ui, TONE_WARNING,
               "En ställning tas till en punkt. Gå till ett förslag eller en "
               "bedömning först.");
        return;
    }
    struct str8 key = arende_key(ui, v, &a);
    struct str8 old = ui_value(ui, POST_SVAR, key, SVAR_STALLNING);
    struct arende_undo u = {arena_str8(&v->v.a, key), arena_str8(&v->v.a, old)};
    if (ui_set(ui, POST_SVAR, key, SVAR_STALLNING, s8_from(stance_code(s)), "svara")) {
        if (!s8_eqz(old, stance_code(s)))
            *ARENA_PUSH(&v->v.a, v->undo, v->n_undo, v->cap_undo) = u;
        v->cached = (struct str8){0};
        if (s == STANCE_NONE)
            ui_say(ui, TONE_PLAIN, "%.*s har ingen ställning längre. z ångrar.", S8F(key));
        else
            tell_stance(ui, ref.punkt, key);
        struct str8 villkor = ui_value(ui, POST_SVAR, key, SVAR_VILLKOR);
        if (s == STANCE_VILLKOR)
            fraga_varde(ui, "Under förutsättning att", villkor, take_condition);
    }
    arena_free(&a);
}

static void undo(struct ui *ui, struct arende_view *v) {
    if (v->n_undo == 0) {
        ui_say(ui, TONE_PLAIN, "Det finns ingen ställning att ångra.");
        return;
    }
    struct arende_undo u = v->undo[--v->n_undo];
    view_arende_select(ui, &v->v, u.nyckel);
    if (!ui_set(ui, POST_SVAR, u.nyckel, SVAR_STALLNING, u.stallning, "ångra"))
        return;
    v->cached = (struct str8){0};
    struct punkt_ref ref = arende_focus(ui, v);
    if (ref.punkt)
        ui_say(ui, TONE_GOOD, "%.*s är åter %s.", S8F(u.nyckel),
               stance_label(stance_from_code(u.stallning), ref.punkt->slag));
}

/* ---- actions ---- */

static void open_form(struct ui *ui, struct arende_view *v, enum post_slag slag) {
    struct punkt_ref ref = arende_focus(ui, v);
    struct str8 key = arende_key(ui, v, &ui->frame);
    if (slag == POST_SVAR && !ref.punkt)
        ui_say(ui, TONE_WARNING, "Ett avsnitt har inget svar. Tryck r för avsnittets uppgifter.");
    else
        ui_push(ui, view_form_new(ui, slag, slag == POST_SVAR ? key : ref.avsnitt->nummer, -1));
}

static void write_text(struct ui *ui, struct arende_view *v) {
    struct str8 key = arende_key(ui, v, &ui->frame);
    bool punkt = arende_on_punkt(v);
    ui_push(ui, view_text_new(ui, punkt ? POST_SVAR : POST_AVSNITT, key,
                              punkt ? SVAR_MOTIVERING : AVSNITT_REDOGORELSE));
}

static bool scroll(struct arende_view *v, int action) {
    int page = v->pane_rows > 2 ? v->pane_rows - 1 : 1;
    int last = v->pane_lines > v->pane_rows ? v->pane_lines - v->pane_rows : 0;
    int to = action == A_UP          ? v->scroll - 1
             : action == A_DOWN      ? v->scroll + 1
             : action == A_PAGE_UP   ? v->scroll - page
             : action == A_PAGE_DOWN ? v->scroll + page
             : action == A_FIRST     ? 0
             : action == A_LAST      ? last
                                     : -1000000;
    if (to == -1000000)
        return false;
    v->scroll = to < 0 ? 0 : to > last ? last : to;
    return true;
}

static bool act_on_focus(struct ui *ui, struct arende_view *v, int action) {
    switch (action) {
    case A_OPEN:
        write_text(ui, v);
        return true;
    case A_ANSWER_FORM:
        open_form(ui, v, POST_SVAR);
        return true;
    case A_AVSNITT_FORM:
        open_form(ui, v, POST_AVSNITT);
        return true;
    case A_COLLAPSE:
        fold(ui, v, true);
        return true;
    case A_EXPAND:
        fold(ui, v, false);
        return true;
    case A_FOLD_ALL:
        fold_all(ui, v);
        return true;
    case A_UNANSWER:
        take(ui, v, STANCE_NONE);
        return true;
    case A_HISTORY:
        ui_push(ui, view_historik_new(ui, arende_key(ui, v, &ui->frame)));
        return true;
    default:
        return false;
    }
}

/* The shipped betänkanden hold gists; the text comes when the betänkande itself is read in. */
static void tell_no_text(struct ui *ui, const struct arende_view *v) {
    const struct avsnitt *av = arende_focus(ui, v).avsnitt;
    if (av && av->text.n == 0)
        ui_say(ui, TONE_PLAIN,
               "Av avsnittet finns bara ett sammandrag. Hela texten står i betänkandet.");
}

static bool changes(int action) {
    return (action > A_STANCE && action <= A_STANCE_LAST) || action == A_OPEN ||
           action == A_UNANSWER || action == A_UNDO || action == A_ANSWER_FORM ||
           action == A_AVSNITT_FORM;
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct arende_view *v = (struct arende_view *)view;
    (void)extend;
    if (changes(action) && !ui_may_change(ui, action))
        return true;
    if (action > A_STANCE && action <= A_STANCE_LAST) {
        take(ui, v, (enum stance)(action - A_STANCE));
        return true;
    }
    switch (action) {
    case A_NEXT_OPEN:
        go_next(ui, v);
        return true;
    case A_PREV_OPEN:
        go_previous(ui, v);
        return true;
    case A_UNDO:
        undo(ui, v);
        return true;
    case A_LONG:
        v->lengthy = !v->lengthy;
        v->scroll = 0;
        tell_no_text(ui, v);
        return true;
    case A_FOCUS:
        v->reading = !v->reading;
        return true;
    default:
        break;
    }
    if (v->list.n && act_on_focus(ui, v, action))
        return true;
    if (v->reading)
        return scroll(v, action);
    size_t before = v->list.at;
    bool moved = list_act(&v->list, action);
    if (v->list.at != before)
        v->scroll = 0;
    return moved;
}

/* A digit begins the number of an avsnitt to go to. */
static bool type(struct ui *ui, struct view *view, struct str8 s, bool paste) {
    (void)view;
    if (paste || s.p[0] < '0' || s.p[0] > '9')
        return false;
    fraga_rad(ui, "Gå till avsnitt", s, jump);
    return true;
}

static void free_view(struct view *view) {
    struct arende_view *v = (struct arende_view *)view;
    arena_free(&v->cache_a);
    arena_free(&v->tree_a);
}

static const struct view_ops ops = {
    .namn = "ärende",
    .where = where,
    .draw = arende_draw,
    .act = act,
    .text = type,
    .reload = reload,
    .plats = plats,
    .free = free_view,
};

bool view_is_arende(const struct view *v) {
    return v->ops == &ops;
}

struct view *view_arende_new(struct ui *ui) {
    struct arende_view *v = view_new(&ops, sizeof *v);
    struct punkt_ref none = {0}, first;
    reload(ui, &v->v);
    if (app_case_next(&v->v.a, &ui->c, &none, &first))
        show_ref(ui, v, &first);
    return &v->v;
}
