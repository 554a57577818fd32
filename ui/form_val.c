/* Fields whose value is one of given words, and a list to pick from. */
#include "ui/form.h"

#include "app/profiles.h"
#include "base/utf8.h"

static bool is_profile(enum post_slag slag, int falt) {
    return slag == POST_ARENDE && falt == ARENDE_PROFIL;
}

static bool is_subject(enum post_slag slag, int falt) {
    return (slag == POST_ARENDE && falt == ARENDE_SUBJEKT) ||
           (slag == POST_SVAR && falt == SVAR_SUBJEKT);
}

bool form_is_choice(enum post_slag slag, int falt) {
    enum falt_typ typ = post_slag_info(slag)->falt[falt].typ;
    return typ == FALT_VAL || typ == FALT_JANEJ || typ == FALT_STALLNING ||
           is_profile(slag, falt) || is_subject(slag, falt);
}

static void add(struct arena *a, struct form_choices *c, struct str8 varde, struct str8 etikett,
                struct str8 om) {
    *ARENA_PUSH(a, c->p, c->n, c->cap) = (struct form_choice){varde, etikett, om};
}

static enum status add_profiles(struct ui *ui, struct arena *a, struct form_choices *c,
                                struct error *err) {
    struct profil_rad *rad;
    size_t n = 0;
    enum status st = profiles_list(ui->app, a, &rad, &n, err);
    for (size_t i = 0; i < n && st == ST_OK; i++)
        add(a, c, rad[i].namn, rad[i].namn, rad[i].beskrivning);
    return st;
}

static enum status add_subjects(struct ui *ui, struct arena *a, struct form_choices *c,
                                struct error *err) {
    struct profil *p;
    enum status st = app_case_profil(ui->app, a, &ui->c, &p, err);
    for (size_t i = 0; st == ST_OK && i < p->n_subjekt; i++)
        add(a, c, p->subjekt[i].namn, p->subjekt[i].namn, S8(""));
    return st;
}

static void add_stances(const struct ui *ui, struct arena *a, struct str8 nyckel,
                        struct form_choices *c) {
    enum punkt_slag kind = form_punkt_slag(ui, nyckel);
    for (int s = STANCE_NONE + 1; s < STANCE_N; s++)
        add(a, c, s8_from(stance_code((enum stance)s)), s8_from(stance_label((enum stance)s, kind)),
            S8(""));
}

enum status form_choices(struct ui *ui, struct arena *a, enum post_slag slag, struct str8 nyckel,
                         int falt, struct form_choices *out, struct error *err) {
    static const char *const yes_no[] = {"ja", "nej", NULL};
    const struct falt *f = &post_slag_info(slag)->falt[falt];
    const char *const *words = f->typ == FALT_JANEJ ? yes_no : f->val;
    enum status st = ST_OK;
    *out = (struct form_choices){0};
    if (!is_profile(slag, falt))
        add(a, out, S8(""), f->typ == FALT_STALLNING ? S8("obesvarad") : S8("(tomt)"), S8(""));
    for (size_t i = 0; words && words[i]; i++)
        add(a, out, s8_from(words[i]), s8_from(words[i]), S8(""));
    if (f->typ == FALT_STALLNING)
        add_stances(ui, a, nyckel, out);
    else if (is_profile(slag, falt))
        st = add_profiles(ui, a, out, err);
    else if (is_subject(slag, falt))
        st = add_subjects(ui, a, out, err);
    struct str8 now = ui_value(ui, slag, nyckel, falt);
    while (out->now < out->n && !s8_eq(out->p[out->now].varde, now))
        out->now++;
    return st;
}

/* ---- the list to pick from ---- */

struct pick {
    struct view v;
    struct list list;
    struct str8 rubrik;
    struct form_choices c; /* in v.a */
    int falt;
    form_picked *done;
};

static unsigned where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_COMMAND | W_LIST | W_VAL;
}

static void draw_choice(struct ui *ui, const struct pick *v, struct grid *g, int row, size_t i) {
    const struct form_choice *c = &v->c.p[i];
    bool focus = i == v->list.at;
    grid_puts(g, row, 2, 1, STYLE_NORMAL, i == v->c.now ? "*" : " ");
    grid_put_clipped(g, row, 4, -1, focus ? STYLE_FOCUS : STYLE_NORMAL,
                     c->om.n ? arena_printf(&ui->frame, "%.*s – %.*s", S8F(c->etikett), S8F(c->om))
                             : c->etikett);
    draw_focus(g, row, 0, focus);
}

/* In the last rows of the area, over what is below. */
static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    enum { AROUND = 2 };
    struct pick *v = (struct pick *)view;
    int rows = (int)v->c.n < r.rows - AROUND ? (int)v->c.n : r.rows - AROUND;
    struct rect box = {r.row + r.rows - rows - AROUND, 0, rows + AROUND, g->cols};
    grid_blank(g, box);
    grid_hline(g, box.row, 0, g->cols);
    grid_put_clipped(g, box.row + 1, 0, g->cols, STYLE_HEADING, v->rubrik);
    list_fit(&v->list, rows);
    for (size_t i = 0; i < v->list.height && v->list.top + i < v->list.n; i++)
        draw_choice(ui, v, g, box.row + AROUND + (int)i, v->list.top + i);
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct pick *v = (struct pick *)view;
    struct arena a = {0};
    (void)extend;
    if (action != A_OPEN)
        return list_act(&v->list, action);
    struct str8 varde = arena_str8(&a, v->c.p[v->list.at].varde);
    form_picked *done = v->done;
    int falt = v->falt;
    ui_drop(ui);
    done(ui, ui_top(ui), falt, varde);
    arena_free(&a);
    return true;
}

/* To the next of the words that begins so. */
static bool type(struct ui *ui, struct view *view, struct str8 s, bool paste) {
    struct pick *v = (struct pick *)view;
    struct arena a = {0};
    struct str8 typed = utf8_fold(&a, s);
    for (size_t k = 1; k <= v->c.n && !paste; k++) {
        size_t i = (v->list.at + k) % v->c.n;
        if (v->c.p[i].varde.n && s8_starts(utf8_fold(&a, v->c.p[i].etikett), typed)) {
            v->list.at = i;
            arena_free(&a);
            return true;
        }
    }
    arena_free(&a);
    ui_say(ui, TONE_PLAIN, "Inget av orden börjar med %.*s. Enter väljer det du står på.", S8F(s));
    return true;
}

static const struct view_ops ops = {
    .namn = "val",
    .overlay = true,
    .where = where,
    .draw = draw,
    .act = act,
    .text = type,
};

void form_pick(struct ui *ui, struct str8 rubrik, const struct form_choices *c, int falt,
               form_picked *done) {
    struct pick *v = view_new(&ops, sizeof *v);
    struct arena *a = &v->v.a;
    v->rubrik = arena_str8(a, rubrik);
    for (size_t i = 0; i < c->n; i++)
        add(a, &v->c, arena_str8(a, c->p[i].varde), arena_str8(a, c->p[i].etikett),
            arena_str8(a, c->p[i].om));
    v->c.now = c->now;
    v->falt = falt;
    v->done = done;
    list_set(&v->list, c->n);
    v->list.at = c->now < c->n ? c->now : 0;
    ui_push(ui, &v->v);
}
