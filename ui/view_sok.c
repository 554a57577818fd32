/* Hits of a search in what has been written and in the betänkanden; Enter goes there. */
#include "base/utf8.h"
#include "ui/ord.h"
#include "ui/views.h"

enum { HITS_MAX = 100, HIT_ROWS = 2 };

struct sok {
    struct view v;
    struct str8 words;
    struct arena hits_a; /* of what was found: */
    struct traff *hit;
    struct list list; /* over `hit` */
    bool done;
    struct str8 fault; /* why it could not be searched; empty: it could */
};

static const struct view_ops ops;

static unsigned where(const struct ui *ui, const struct view *v) {
    (void)ui, (void)v;
    return W_COMMAND | W_LIST | W_SOK;
}

static struct str8 titel(struct ui *ui, struct view *view, struct arena *a) {
    (void)ui;
    return arena_printf(a, "sök: %.*s", S8F(((struct sok *)view)->words));
}

static void search(struct ui *ui, struct sok *v) {
    struct error err = {0};
    size_t n = 0;
    if (v->done)
        return;
    arena_free(&v->hits_a);
    v->done = true;
    v->fault = (struct str8){0};
    if (app_search(ui->app, &v->hits_a, v->words, HITS_MAX, &v->hit, &n, &err) != ST_OK) {
        v->fault = arena_str8(&v->hits_a, s8_from(err.text));
        n = 0;
    }
    list_set(&v->list, n);
}

/* ---- the excerpt ---- */

static const struct str8 found_start = S8I("\xEE\x80\x82"), found_end = S8I("\xEE\x80\x83");

/* How much of `s` comes before `mark`; all of it when there is none. */
static size_t up_to(struct str8 s, struct str8 mark) {
    ptrdiff_t at = s8_find(s, mark);
    return at < 0 ? s.n : (size_t)at;
}

/* On one line, and so that the first found word is in sight. */
static struct str8 one_line(struct arena *a, struct str8 s, int cols) {
    struct buf b = {0};
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != '\n')
            buf_byte(&b, s.p[i]);
        else if (b.n && b.p[b.n - 1] != ' ')
            buf_byte(&b, ' ');
    struct str8 line = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    size_t start = up_to(line, found_start), from = 0;
    struct str8 word = s8_sub(line, start + found_start.n, up_to(line, found_end));
    while (grid_width(s8_sub(line, from, start)) + grid_width(word) + 1 > cols && from < start) {
        size_t space = up_to(s8_sub(line, from, start), S8(" "));
        from = from + space < start ? from + space + 1 : start;
    }
    return from ? arena_printf(a, "… %.*s", S8F(s8_skip(line, from))) : line;
}

static void draw_excerpt(struct ui *ui, struct grid *g, int row, int col, int cols,
                         struct str8 excerpt) {
    struct str8 s = one_line(&ui->frame, excerpt, cols - 2);
    int end = col + cols;
    bool found = false;
    while (s.n && col < end) {
        struct str8 mark = found ? found_end : found_start;
        size_t n = up_to(s, mark);
        struct str8 part = s8_sub(s, 0, n);
        bool cut = grid_width(part) > end - col;
        col = grid_put_clipped(g, row, col, end - col, found ? STYLE_KEY : STYLE_NORMAL, part);
        if (cut)
            return;
        s = s8_skip(s, n + mark.n);
        found = !found;
    }
}

/* The ärende's own post has dozens of fields: the one that the hit is in; -1 if it cannot be told,
 * and for other kinds, which are shown whole. */
static int found_field(const struct ui *ui, enum post_slag slag, struct str8 line) {
    size_t n = slag == POST_ARENDE ? post_slag_info(slag)->n_falt : 0;
    for (size_t i = 0; i < n && line.n; i++)
        if (s8_find(arende_value(ui->c.arende, (int)i), line) >= 0)
            return (int)i;
    return -1;
}

/* Of the ärende's own post only the field that it is in, with its name where that is known: side by
 * side the values mean nothing. */
static struct str8 shown(struct ui *ui, const struct traff *t) {
    struct arena *a = &ui->frame;
    struct str8 rest = t->utdrag, line = {0};
    if (post_slag_find(t->slag) != POST_ARENDE || t->arende == 0)
        return t->utdrag;
    while (s8_line(&rest, &line) && s8_find(line, found_start) < 0)
        ;
    int falt = ui->has_case && t->arende == ui->c.nr
                   ? found_field(ui, POST_ARENDE, app_found_line(a, t->utdrag))
                   : -1;
    if (falt < 0)
        return line;
    return arena_printf(a, "%s: %.*s", post_slag_info(POST_ARENDE)->falt[falt].etikett, S8F(line));
}

/* ---- drawing ---- */

static bool in_betankande(const struct traff *t) {
    return t->arende == 0;
}

/* Of an ärende its number, dnr and betänkande, and which post; of a betänkande which part. */
static struct str8 place(struct ui *ui, const struct traff *t) {
    struct arena *a = &ui->frame;
    enum post_slag slag = post_slag_find(t->slag);
    bool part = s8_find(t->nyckel, S8(":")) >= 0;
    if (in_betankande(t))
        return arena_printf(a, "%.*s, %s%.*s", S8F(t->beteckning),
                            !t->nyckel.n ? "om betänkandet"
                            : part       ? "punkt "
                                         : "avsnitt ",
                            S8F(t->nyckel));
    struct str8 post = slag < POST_SLAG_N ? ord_post(ui, a, slag, t->nyckel) : t->slag;
    if (ui->has_case && t->arende == ui->c.nr)
        return arena_printf(a, "Det här ärendet, %.*s", S8F(utf8_lower_first(a, post)));
    return arena_printf(a, "Ärende %ld%s%.*s, %.*s, %.*s", t->arende, t->dnr.n ? ", " : "",
                        S8F(t->dnr), S8F(t->beteckning), S8F(utf8_lower_first(a, post)));
}

static void draw_none(struct ui *ui, const struct sok *v, struct grid *g, struct rect r) {
    struct rect in = {r.row + 1, 2, r.rows - 1, r.cols - 4};
    struct str8 text =
        v->fault.n ? arena_printf(&ui->frame, "Det gick inte att söka: %.*s", S8F(v->fault))
                   : arena_printf(&ui->frame,
                                  "Inget hittades för ”%.*s”. Alla ord måste finnas; de jämförs "
                                  "med ords början. Tryck / och sök med andra eller färre ord.",
                                  S8F(v->words));
    draw_wrapped(g, &ui->frame, in, in.row, STYLE_NORMAL, text);
    grid_cursor(g, in.row, in.col);
}

static void draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct sok *v = (struct sok *)view;
    struct arena *a = &ui->frame;
    search(ui, v);
    if (v->list.n == 0) {
        draw_none(ui, v, g, r);
        return;
    }
    grid_put(g, r.row, 2, -1, STYLE_HEADING,
             v->list.n == HITS_MAX
                 ? arena_printf(a, "De %d bästa träffarna. Fler ord ger färre.", HITS_MAX)
                 : arena_printf(a, "%zu %s", v->list.n, v->list.n == 1 ? "träff" : "träffar"));
    list_fit(&v->list, (r.rows - 1) / HIT_ROWS);
    for (size_t i = 0; i < v->list.height && v->list.top + i < v->list.n; i++) {
        size_t at = v->list.top + i;
        int row = r.row + 1 + (int)i * HIT_ROWS;
        grid_put_clipped(g, row, 2, r.cols - 2, at == v->list.at ? STYLE_FOCUS : STYLE_NORMAL,
                         place(ui, &v->hit[at]));
        draw_excerpt(ui, g, row + 1, 4, r.cols - 4, shown(ui, &v->hit[at]));
        draw_focus(g, row, 0, at == v->list.at);
    }
}

/* ---- going there ---- */

static void go_to_post(struct ui *ui, const struct traff *t) {
    struct arena a = {0};
    enum post_slag slag = post_slag_find(t->slag);
    /* The hit goes with the view. */
    struct str8 key = arena_str8(&a, t->nyckel), line = app_found_line(&a, t->utdrag);
    long nr = t->arende;
    if (slag < POST_SLAG_N && ui_case_go(ui, nr) &&
        !ui_goto(ui, slag, key, found_field(ui, slag, line)))
        ui_follow(ui);
    arena_free(&a);
}

static void go_to_avsnitt(struct ui *ui, const struct traff *t) {
    if (!ui->has_case || !s8_eq(ui->c.betankande->id, t->betankande))
        ui_say(ui, TONE_PLAIN, "Öppna ett ärende på %.*s för att läsa träffen där den står.",
               S8F(t->beteckning));
    else if (t->nyckel.n == 0)
        ui_say(ui, TONE_PLAIN, "Träffen är i uppgifterna om betänkandet, inte i ett avsnitt.");
    else
        ui_goto(ui, s8_find(t->nyckel, S8(":")) >= 0 ? POST_SVAR : POST_AVSNITT, t->nyckel, -1);
}

static void go(struct ui *ui, const struct sok *v) {
    const struct traff *t = v->list.n ? &v->hit[v->list.at] : NULL;
    if (t && in_betankande(t))
        go_to_avsnitt(ui, t);
    else if (t)
        go_to_post(ui, t);
}

/* ---- asking ---- */

/* The same words once more lead to the next hit of them. */
static void search_anew(struct ui *ui, struct sok *v, struct str8 words) {
    if (s8_eq(v->words, words))
        return;
    v->words = arena_str8(&v->v.a, words);
    v->done = false;
    v->list = (struct list){0};
    buf_clear(&ui->words);
    buf_str8(&ui->words, words);
}

static void take_words(struct ui *ui, struct view *below, struct str8 svar) {
    struct arena a = {0};
    struct str8 words = svar.n ? svar : arena_str8(&a, buf_str8_of(&ui->words));
    if (words.n == 0)
        ui_say(ui, TONE_PLAIN, "Skriv minst ett ord att söka efter.");
    else if (below->ops == &ops || ui_back_to(ui, A_SEARCH))
        search_anew(ui, (struct sok *)ui_top(ui), words);
    else
        ui_push(ui, view_sok_new(ui, words));
    arena_free(&a);
}

/* Enter alone repeats the last search, which one does to go to the next hit of it. */
static void ask(struct ui *ui) {
    struct str8 last = buf_str8_of(&ui->words);
    enum { SHOWN = 20 };
    size_t fits = utf8_fit(last, SHOWN);
    fraga_rad(ui,
              last.n ? arena_printf(&ui->frame, "Sök (Enter: %.*s%s)", (int)fits, last.p,
                                    fits < last.n ? "…" : "")
                           .p
                     : "Sök",
              S8(""), take_words);
}

static bool act(struct ui *ui, struct view *view, int action, bool extend) {
    struct sok *v = (struct sok *)view;
    (void)extend;
    search(ui, v);
    switch (action) {
    case A_OPEN:
        go(ui, v);
        return true;
    case A_SEARCH:
        ask(ui);
        return true;
    default:
        return list_act(&v->list, action);
    }
}

static void reload(struct ui *ui, struct view *view) {
    (void)ui;
    ((struct sok *)view)->done = false;
}

static void free_view(struct view *view) {
    arena_free(&((struct sok *)view)->hits_a);
}

static const struct view_ops ops = {
    .namn = "sök",
    .where = where,
    .titel = titel,
    .draw = draw,
    .act = act,
    .reload = reload,
    .free = free_view,
};

struct view *view_sok_new(struct ui *ui, struct str8 words) {
    if (words.n == 0) {
        ask(ui);
        return NULL;
    }
    struct sok *v = view_new(&ops, sizeof *v);
    v->v.opened_by = A_SEARCH;
    v->words = arena_str8(&v->v.a, words);
    buf_clear(&ui->words);
    buf_str8(&ui->words, words);
    return &v->v;
}
