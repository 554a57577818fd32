/* The keys that count where the user was, from the table of actions. */
#include "ui/blad.h"
#include "ui/views.h"

enum { TEXT_COL = 24 };

struct hjalp {
    struct view v;
    unsigned where;
    struct blad blad;
};

static unsigned where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_COMMAND | W_LIST | W_HJALP;
}

static struct str8 titel(struct ui *ui, struct view *view, struct arena *a) {
    struct str8 shown = blad_shown(&((struct hjalp *)view)->blad, a);
    (void)ui;
    return arena_printf(a, "hjälp%s%.*s", shown.n ? ", " : "", S8F(shown));
}

/* The row's keys that do this there, not those that a more special place has taken. */
static struct str8 keys_of(const struct hjalp *v, struct arena *a, const struct action_row *r) {
    struct action_row own = *r;
    int n = 0;
    for (int i = 0; i < ACTION_KEYS && r->keys[i]; i++)
        if (action_find(v->where, r->keys[i]) == r->id)
            own.keys[n++] = r->keys[i];
    while (n < ACTION_KEYS)
        own.keys[n++] = 0;
    return action_keys(a, &own);
}

/* `done`: the places that have been put, with all their rows. */
static void put_place(struct hjalp *v, const struct action_place *p, unsigned done) {
    struct blad *b = &v->blad;
    size_t n;
    const struct action_row *table = action_table(&n);
    bool begun = false;
    for (size_t i = 0; i < n; i++) {
        if (!(table[i].where & p->where) || table[i].where & done)
            continue;
        struct str8 keys = keys_of(v, &b->a, &table[i]);
        if (keys.n == 0)
            continue;
        if (!begun) {
            blad_gap(b);
            blad_put(b, STYLE_HEADING, 0, s8_from(p->rubrik));
        }
        begun = true;
        blad_put_marked(b, keys, TEXT_COL, s8_from(table[i].hjalp));
    }
}

/* The view's own keys come first, what holds in many places after that. */
static void put_places(struct hjalp *v) {
    static const unsigned rounds[] = {
        ~(unsigned)(W_CASE | W_LIST | W_WRITING | W_COMMAND),
        W_CASE,
        W_LIST,
        W_WRITING | W_COMMAND,
    };
    size_t n;
    const struct action_place *places = action_places(&n);
    unsigned done = 0;
    for (size_t k = 0; k < sizeof rounds / sizeof *rounds; k++) {
        for (size_t i = 0; i < n; i++) {
            if (!(places[i].where & v->where & rounds[k]))
                continue;
            put_place(v, &places[i], done);
            done |= places[i].where;
        }
    }
}

static void fill(struct hjalp *v, int cols) {
    struct blad *b = &v->blad;
    if (b->cols == cols)
        return;
    blad_begin(b, cols);
    put_places(v);
    blad_gap(b);
    blad_put(b, STYLE_HEADING, 0, S8("Handboken"));
    blad_put(b, STYLE_NORMAL, 2,
             S8("Allt om programmet står i handboken. Den läses i skalet med: man yttra"));
}

static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct hjalp *v = (struct hjalp *)view;
    (void)ui;
    fill(v, r.cols);
    blad_draw(&v->blad, g, r);
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    (void)ui, (void)extend;
    /* Help on help is this. */
    return action == A_HELP || list_act(&((struct hjalp *)view)->blad.list, action);
}

static void free_view(struct view *view) {
    blad_free(&((struct hjalp *)view)->blad);
}

static const struct view_ops ops = {
    .namn = "hjälp",
    .where = where,
    .titel = titel,
    .draw = draw,
    .act = act,
    .free = free_view,
};

struct view *view_hjalp_new(struct ui *ui, unsigned where_now) {
    struct hjalp *v = view_new(&ops, sizeof *v);
    v->where = where_now;
    v->v.passing = true;
    fill(v, ui->cols);
    blad_fit(&v->blad, ui->rows - FRAME_ROWS);
    return &v->v;
}
