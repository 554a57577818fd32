/* The ärende view drawn: tree, punkt and the stances that a key gives. */
#include "app/paper.h"
#include "base/utf8.h"
#include "ui/arende.h"

enum { WIDE = 110, TREE_WIDEST = 64, PANE_WIDEST = 90, SHORT_LINES = 5, MORE = 9 };

/* ---- sentences ---- */

static struct str8 one_sentence(struct ui *ui, struct arena *a, const struct app_case *c,
                                const struct punkt_ref *ref) {
    struct error err = {0};
    struct str8 *sentence;
    struct punkt_ref one = *ref;
    struct app_refs refs = {&one, 1};
    if (paper_sentences(ui->app, a, c, &refs, &sentence, &err) != ST_OK) {
        ui_tell(ui, &err);
        return S8("");
    }
    return sentence[0];
}

/* What the sentence would be; nothing is saved. */
static struct str8 if_answered(struct ui *ui, const struct punkt_ref *ref, struct str8 key,
                               enum stance s, struct arena *out) {
    struct arena a = {0};
    struct arende copy = *ui->c.arende;
    struct app_case c = {ui->c.nr, &copy, ui->c.betankande};
    struct post_list *l = &copy.post[POST_SVAR];
    const struct post *old = arende_post(ui->c.arende, POST_SVAR, key);
    size_t n = 0, cap = 0;
    struct post *all = NULL;
    for (size_t i = 0; i < l->n; i++)
        if (&l->p[i] != old)
            *ARENA_PUSH(&a, all, n, cap) = l->p[i];
    struct post *mine = ARENA_PUSH(&a, all, n, cap);
    *mine = old ? post_copy(&a, old) : post_new(&a, POST_SVAR, key);
    mine->value[SVAR_STALLNING] = s8_from(stance_code(s));
    *l = (struct post_list){all, n, cap};
    struct str8 sentence = arena_str8(out, one_sentence(ui, &a, &c, ref));
    arena_free(&a);
    return sentence;
}

static void fill_cache(struct ui *ui, struct arende_view *v) {
    struct punkt_ref ref = arende_focus(ui, v);
    struct str8 key = arende_key(ui, v, &ui->frame);
    if (s8_eq(v->cached, key))
        return;
    arena_free(&v->cache_a);
    v->cached = arena_str8(&v->cache_a, key);
    v->sentence = v->if_agrees = v->if_rejects = (struct str8){0};
    enum stance s = svar_stance(ui_post(ui, POST_SVAR, key));
    if (s != STANCE_NONE) {
        struct arena a = {0};
        v->sentence = arena_str8(&v->cache_a, one_sentence(ui, &a, &ui->c, &ref));
        arena_free(&a);
    } else if (ref.punkt->negerad) {
        v->if_agrees = if_answered(ui, &ref, key, STANCE_TILLSTYRKER, &v->cache_a);
        v->if_rejects = if_answered(ui, &ref, key, STANCE_AVSTYRKER, &v->cache_a);
    }
}

/* ---- the tree ---- */

static enum style stance_style(enum stance s) {
    return s == STANCE_NONE ? STYLE_DIM : STYLE_GOOD;
}

static void draw_punkt_row(struct ui *ui, struct grid *g, struct rect r, int row,
                           const struct punkt_ref *ref, bool focus) {
    enum { COL_KIND = 13, COL_STANCE = 24, COL_CLAUSE = 44, WITH_CLAUSE = 70 };
    struct arena *a = &ui->frame;
    struct str8 key = punkt_key(a, ref->avsnitt, ref->punkt);
    const struct post *p = ui_post(ui, POST_SVAR, key);
    enum stance s = svar_stance(p);
    bool reasons = p && p->value[SVAR_MOTIVERING].n;
    bool narrow = r.cols < 50;
    int kind = r.col + COL_KIND, stance = r.col + (narrow ? COL_KIND + 2 : COL_STANCE);
    int end = r.col + (r.cols >= WITH_CLAUSE ? COL_CLAUSE - 1 : r.cols);
    grid_put(g, row, r.col + 4, 9, focus ? STYLE_FOCUS : STYLE_NORMAL, key);
    if (narrow)
        grid_puts(g, row, kind, 1, STYLE_NORMAL, ref->punkt->slag == PUNKT_FORSLAG ? "F" : "B");
    else
        grid_puts(g, row, kind, -1, STYLE_NORMAL, punkt_slag_namn(ref->punkt->slag));
    grid_put_clipped(
        g, row, stance, end - stance, stance_style(s),
        arena_printf(a, "%s%s", stance_label(s, ref->punkt->slag), reasons ? " *" : ""));
    if (r.cols >= WITH_CLAUSE && ref->punkt->att.n)
        grid_put_clipped(g, row, r.col + COL_CLAUSE, r.cols - COL_CLAUSE, STYLE_NORMAL,
                         arena_printf(a, "att %.*s", S8F(ref->punkt->att)));
}

static void draw_avsnitt_row(struct ui *ui, const struct arende_view *v, struct grid *g,
                             struct rect r, int row, size_t i, bool focus) {
    const struct betankande *b = ui->c.betankande;
    const struct avsnitt *av = &b->avsnitt[i];
    bool inside = av->n_punkt || (i + 1 < b->n_avsnitt && b->avsnitt[i + 1].foralder == (int)i);
    bool left_out = arende_left_out(ui->c.arende, av->nummer);
    struct str8 label = avsnitt_label(&ui->frame, av);
    if (left_out)
        label = arena_printf(&ui->frame, "%.*s – utelämnas", S8F(label));
    grid_puts(g, row, r.col + 2, 1, STYLE_DIM, !inside ? " " : v->folded[i] ? "+" : "-");
    grid_put_clipped(g, row, r.col + 4, r.cols - 4, focus ? STYLE_FOCUS : STYLE_HEADING, label);
}

static void draw_tree(struct ui *ui, struct arende_view *v, struct grid *g, struct rect r) {
    const struct betankande *b = ui->c.betankande;
    list_fit(&v->list, r.rows);
    for (size_t i = 0; i < v->list.height && v->list.top + i < v->list.n; i++) {
        struct arende_row at = v->row[v->list.top + i];
        bool here = v->list.top + i == v->list.at, focus = here && !v->reading;
        int row = r.row + (int)i;
        const struct avsnitt *av = &b->avsnitt[at.avsnitt];
        if (at.punkt < 0) {
            draw_avsnitt_row(ui, v, g, r, row, at.avsnitt, focus);
        } else {
            struct punkt_ref ref = {av, &av->punkt[at.punkt]};
            draw_punkt_row(ui, g, r, row, &ref, focus);
        }
        if (here && v->reading)
            grid_puts(g, row, r.col, 1, STYLE_NORMAL, "·"); /* the keys are for the punkt */
        draw_focus(g, row, r.col, focus);
    }
}

/* ---- the punkt ---- */

/* Lines on their way into the pane. */
struct pane {
    struct arena *a;
    int cols;
    struct pane_line {
        struct str8 text;
        enum style style;
    } * line;
    size_t n, cap;
};

static void add(struct pane *p, enum style style, struct str8 text) {
    struct grid_lines lines;
    grid_wrap(p->a, text, p->cols, &lines);
    for (size_t i = 0; i < lines.n; i++)
        *ARENA_PUSH(p->a, p->line, p->n, p->cap) = (struct pane_line){lines.line[i], style};
}

static void add_heading(struct pane *p, const char *text) {
    add(p, STYLE_NORMAL, S8(""));
    add(p, STYLE_HEADING, s8_from(text));
}

/* All of it, or its first lines. */
static void add_clipped(struct pane *p, struct str8 text, bool all) {
    size_t before = p->n;
    add(p, STYLE_NORMAL, text);
    if (all || p->n - before <= SHORT_LINES + 1)
        return;
    p->n = before + SHORT_LINES;
    add(p, STYLE_DIM, S8("… (w visar allt)"));
}

static void add_betankande(struct pane *p, const struct avsnitt *av, const struct punkt *punkt,
                           bool all) {
    struct str8 text = all && av->text.n ? av->text : av->gist;
    if (text.n || (punkt && punkt->text.n))
        add_heading(p, "Vad betänkandet säger");
    if (punkt && punkt->text.n)
        add_clipped(p, punkt->text, all);
    if (text.n)
        add_clipped(p, text, all);
    for (size_t i = 0; punkt && i < punkt->n_hanvisning; i++)
        add(p, STYLE_DIM, arena_printf(p->a, "Se %.*s.", S8F(punkt->hanvisning[i])));
}

static void add_answer(struct ui *ui, struct arende_view *v, struct pane *p,
                       const struct punkt_ref *ref, struct str8 key) {
    const struct post *post = ui_post(ui, POST_SVAR, key);
    enum stance s = svar_stance(post);
    fill_cache(ui, v);
    add(p, stance_style(s), arena_printf(p->a, "Ställning: %s", stance_label(s, ref->punkt->slag)));
    if (v->sentence.n)
        add(p, STYLE_NORMAL, v->sentence);
    if (s == STANCE_VILLKOR && post->value[SVAR_VILLKOR].n == 0)
        add(p, STYLE_WARNING, S8("Villkoret saknas. Tryck v igen för att skriva det."));
    if (s == STANCE_SYNPUNKTER && post->value[SVAR_MOTIVERING].n == 0)
        add(p, STYLE_WARNING, S8("Synpunkterna saknas. Enter skriver dem."));
    if (v->if_agrees.n) {
        bool own = ref->punkt->slag == PUNKT_FORSLAG;
        add(p, STYLE_DIM, arena_printf(p->a, "%s ger: %.*s", own ? "t" : "d", S8F(v->if_agrees)));
        add(p, STYLE_DIM, arena_printf(p->a, "a ger: %.*s", S8F(v->if_rejects)));
    }
}

static void add_punkt(struct ui *ui, struct arende_view *v, struct pane *p,
                      const struct punkt_ref *ref) {
    struct str8 key = punkt_key(p->a, ref->avsnitt, ref->punkt);
    struct str8 kind = utf8_upper_first(p->a, s8_from(punkt_slag_namn(ref->punkt->slag)));
    struct str8 reasons = ui_value(ui, POST_SVAR, key, SVAR_MOTIVERING);
    struct str8 note = ui_value(ui, POST_SVAR, key, SVAR_ANTECKNING);
    add(p, STYLE_NORMAL,
        ref->punkt->att.n
            ? arena_printf(p->a, "%.*s %.*s: att %.*s", S8F(kind), S8F(key), S8F(ref->punkt->att))
            : arena_printf(p->a, "%.*s %.*s", S8F(kind), S8F(key)));
    add_answer(ui, v, p, ref, key);
    if (reasons.n) {
        add_heading(p, "Motivering");
        add(p, STYLE_NORMAL, reasons);
    }
    add_betankande(p, ref->avsnitt, ref->punkt, v->lengthy);
    if (reasons.n == 0) {
        add_heading(p, "Motivering");
        add(p, STYLE_DIM, S8("Ingen ännu. Enter för att skriva."));
    }
    if (note.n) {
        add_heading(p, "Egen anteckning, skrivs aldrig ut");
        add(p, STYLE_NORMAL, note);
    }
}

static void add_avsnitt(struct ui *ui, struct arende_view *v, struct pane *p,
                        const struct avsnitt *av) {
    struct str8 own = ui_value(ui, POST_AVSNITT, av->nummer, AVSNITT_RUBRIK);
    struct str8 retelling = ui_value(ui, POST_AVSNITT, av->nummer, AVSNITT_REDOGORELSE);
    struct str8 why = ui_value(ui, POST_AVSNITT, av->nummer, AVSNITT_SKAL);
    if (own.n)
        add(p, STYLE_NORMAL, arena_printf(p->a, "Egen rubrik: %.*s", S8F(own)));
    if (arende_left_out(ui->c.arende, av->nummer))
        add(p, STYLE_WARNING, arena_printf(p->a, "Utelämnas%s%.*s", why.n ? ": " : "", S8F(why)));
    add_betankande(p, av, NULL, v->lengthy);
    add_heading(p, "Redogörelse i tjänsteskrivelsen");
    if (retelling.n)
        add(p, STYLE_NORMAL, retelling);
    else
        add(p, STYLE_DIM, S8("Ingen egen: sammandraget ovan används. Enter för att skriva en."));
}

static void draw_pane(struct ui *ui, struct arende_view *v, struct grid *g, struct rect r) {
    struct pane p = {.a = &ui->frame, .cols = r.cols > PANE_WIDEST ? PANE_WIDEST : r.cols};
    struct punkt_ref ref = arende_focus(ui, v);
    if (!ref.avsnitt)
        return;
    struct str8 label = avsnitt_label(p.a, ref.avsnitt);
    add(&p, v->reading ? STYLE_FOCUS : STYLE_HEADING,
        ref.avsnitt->sida ? arena_printf(p.a, "%.*s, s. %d", S8F(label), ref.avsnitt->sida)
                          : label);
    if (ref.punkt)
        add_punkt(ui, v, &p, &ref);
    else
        add_avsnitt(ui, v, &p, ref.avsnitt);
    v->pane_rows = r.rows;
    v->pane_lines = (int)p.n;
    const int most = v->pane_lines > r.rows ? v->pane_lines - r.rows : 0;
    if (v->scroll > most)
        v->scroll = most;
    for (int i = 0; i < r.rows && p.line && v->scroll + i < v->pane_lines; i++) {
        const struct pane_line *l = &p.line[v->scroll + i];
        bool last = i + 1 == r.rows && v->scroll < most;
        grid_put_clipped(g, r.row + i, r.col, last ? r.cols - MORE : r.cols, l->style, l->text);
    }
    if (v->scroll < most)
        grid_puts(g, r.row + r.rows - 1, r.col + r.cols - MORE, MORE, STYLE_DIM,
                  v->reading ? " mer: Ned" : " mer: Tab");
}

/* ---- the stances ---- */

static const char *const short_name[STANCE_N][2] = {
    [STANCE_TILLSTYRKER] = {"tillstyrker", "delar"},
    [STANCE_SYNPUNKTER] = {"med synpunkter", "med synpunkter"},
    [STANCE_VILLKOR] = {"med villkor", "med villkor"},
    [STANCE_DELVIS] = {"tillstyrker delvis", "delar delvis"},
    [STANCE_TVEKSAM] = {"tveksam", "tveksam"},
    [STANCE_UTRED] = {"utred vidare", "utred vidare"},
    [STANCE_AVSTYRKER] = {"avstyrker", "delar inte"},
    [STANCE_INGEN_ERINRAN] = {"inget att erinra", "inget att erinra"},
    [STANCE_AVSTAR] = {"avstår", "avstår"},
    [STANCE_EJ_BERORD] = {"berör oss inte", "berör oss inte"},
};

/* The key that is shown: on a bedömning d for delar. */
static keycode stance_key(enum stance s, enum punkt_slag slag) {
    if (s == STANCE_TILLSTYRKER && slag == PUNKT_BEDOMNING)
        return 'd';
    return action_row(W_ARENDE, A_STANCE + (int)s)->keys[0];
}

static const enum stance menu_order[] = {
    STANCE_TILLSTYRKER, STANCE_SYNPUNKTER, STANCE_VILLKOR,       STANCE_DELVIS, STANCE_TVEKSAM,
    STANCE_AVSTYRKER,   STANCE_UTRED,      STANCE_INGEN_ERINRAN, STANCE_AVSTAR, STANCE_EJ_BERORD};
enum { N_MENU = sizeof menu_order / sizeof *menu_order, MENU_GAP = 2 };

/* The rows and columns of the stances: in two rows where there is room, those that agree in the
 * first one; else in as many as it takes. Returns how many rows. */
static int lay_menu(int cols, enum punkt_slag slag, bool two, struct rect out[N_MENU]) {
    int row = 0, col = 0;
    for (int i = 0; i < N_MENU; i++) {
        int width = 2 + grid_width(s8_from(short_name[menu_order[i]][slag]));
        if (two ? menu_order[i] == STANCE_AVSTYRKER : col && col + width > cols) {
            row++;
            col = 0;
        }
        out[i] = (struct rect){row, col, 1, width};
        col += width + MENU_GAP;
    }
    return row + 1;
}

static bool in_two(int cols) {
    struct rect at[N_MENU];
    bool fits = true;
    for (int slag = PUNKT_FORSLAG; slag <= PUNKT_BEDOMNING; slag++) {
        lay_menu(cols, (enum punkt_slag)slag, true, at);
        for (int i = 0; i < N_MENU; i++)
            fits = fits && at[i].col + at[i].cols <= cols;
    }
    return fits;
}

/* The same on every punkt, so that the rows above stay where they are. */
static int menu_rows(int cols) {
    struct rect at[N_MENU];
    bool two = in_two(cols);
    int forslag = lay_menu(cols, PUNKT_FORSLAG, two, at);
    int bedomning = lay_menu(cols, PUNKT_BEDOMNING, two, at);
    return forslag > bedomning ? forslag : bedomning;
}

static void draw_menu(struct ui *ui, struct arende_view *v, struct grid *g, int row) {
    struct punkt_ref ref = arende_focus(ui, v);
    struct rect at[N_MENU];
    char name[KEY_NAME_MAX];
    if (!ref.punkt)
        return;
    enum punkt_slag slag = ref.punkt->slag;
    enum stance now = svar_stance(ui_post(ui, POST_SVAR, arende_key(ui, v, &ui->frame)));
    lay_menu(g->cols, slag, in_two(g->cols), at);
    for (int i = 0; i < N_MENU; i++) {
        enum stance s = menu_order[i];
        int r = row + at[i].row, col = at[i].col;
        col = grid_puts(g, r, col, -1, STYLE_KEY, keycode_name(stance_key(s, slag), name));
        col = grid_puts(g, r, col, -1, STYLE_NORMAL, s == now ? "*" : " ");
        grid_puts(g, r, col, -1, s == now ? STYLE_FOCUS : STYLE_NORMAL, short_name[s][slag]);
    }
}

void arende_draw(struct ui *ui, struct view *view, struct grid *g, struct rect r) {
    struct arende_view *v = (struct arende_view *)view;
    int menu = menu_rows(r.cols);
    struct rect body = {r.row, r.col, r.rows - menu, r.cols};
    if (r.cols >= WIDE) {
        int tree = r.cols * 2 / 5 > TREE_WIDEST ? TREE_WIDEST : r.cols * 2 / 5;
        struct rect right = {body.row, tree + 2, body.rows, r.cols - tree - 2};
        draw_pane(ui, v, g, right);
        grid_vline(g, body.row, tree, body.rows);
        draw_tree(ui, v, g, (struct rect){body.row, 0, body.rows, tree - 1});
        draw_focus(g, body.row, tree + 1, v->reading);
    } else if (v->reading) {
        draw_pane(ui, v, g, body);
        grid_cursor(g, body.row, 0);
    } else {
        int tree = body.rows * 2 / 5;
        grid_hline(g, body.row + tree, 0, r.cols);
        draw_pane(ui, v, g, (struct rect){body.row + tree + 1, 0, body.rows - tree - 1, r.cols});
        draw_tree(ui, v, g, (struct rect){body.row, 0, tree, r.cols});
    }
    draw_menu(ui, v, g, r.row + r.rows - menu);
}
