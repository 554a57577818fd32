/* What stands around every view: header, message, help line. */
#include "base/clock.h"
#include "base/utf8.h"
#include "ui/view.h"

enum { LEAST_ROWS = 10, LEAST_COLS = 40, MESSAGE_ROWS = 7, WITH_DNR = 100 };

/* ---- the header ---- */

/* `brief`: for a header without room for words. */
static struct str8 days_left(struct arena *a, struct str8 due, bool brief, enum style *style) {
    struct date day;
    if (!date_parse(due, &day))
        return brief ? S8("utan svarstid") : S8("svarstid saknas");
    int left = date_days(day) - date_days(clock_today());
    if (left < 8)
        *style = left < 0 ? STYLE_ERROR : STYLE_WARNING;
    if (left == 0)
        return brief ? S8("i dag") : S8("svaret ska vara inne i dag");
    int n = left < 0 ? -left : left;
    if (brief)
        return arena_printf(a, "%d d %s", n, left < 0 ? "sent" : "kvar");
    return arena_printf(a, "%d %s %s", n, n == 1 ? "dag" : "dagar", left < 0 ? "för sent" : "kvar");
}

static struct str8 kept_word(enum kept kept) {
    switch (kept) {
    case KEPT_SAVED:
        return S8("Sparat");
    case KEPT_DRAFT:
        return S8("Utkast");
    case KEPT_FAILED:
        return S8("EJ SPARAT");
    case KEPT_NOTHING:
        break;
    }
    return S8("");
}

/* Progress, days left and whether it is saved. */
struct state {
    struct str8 part[3];
    enum style style[3];
    int width; /* with two blanks after each */
};

static struct state state_of(struct ui *ui, bool brief) {
    struct arena *a = &ui->frame;
    struct state s = {.style = {STYLE_BAR, STYLE_BAR, STYLE_BAR}};
    if (ui->has_case) {
        struct str8 status = arende_value(ui->c.arende, ARENDE_STATUS);
        s.part[0] = arena_printf(a, "%d/%zu%s", app_case_answered(&ui->c),
                                 betankande_n_punkt(ui->c.betankande), brief ? "" : " besvarade");
        if (app_status_open(status))
            s.part[1] = days_left(a, app_case_due(&ui->c), brief, &s.style[1]);
        if (ui_is_decided(ui))
            s.part[1] =
                arena_printf(a, "%.*s%s%.*s", S8F(status), s.part[1].n ? ", " : "", S8F(s.part[1]));
    }
    s.part[2] = kept_word(ui->kept);
    s.style[2] = ui->kept == KEPT_FAILED ? STYLE_ERROR : STYLE_BAR;
    for (int i = 0; i < 3; i++)
        s.width += s.part[i].n ? grid_width(s.part[i]) + 2 : 0;
    return s;
}

/* At the right edge. */
static void draw_state(struct grid *g, const struct state *s) {
    int col = g->cols - s->width;
    for (int i = 0; i < 3; i++)
        if (s->part[i].n)
            col = grid_put(g, 0, col, -1, s->style[i], s->part[i]) + 2;
}

/* The betänkande, the dnr where there is room, and what the view says of itself. */
static struct str8 title(struct ui *ui, struct grid *g, bool brief) {
    struct arena *a = &ui->frame;
    struct view *v = ui_top(ui);
    for (size_t i = ui->depth; v->ops->overlay && i-- > 0;)
        v = ui->stack[i];
    struct str8 own = v->ops->titel ? v->ops->titel(ui, v, a) : S8(""), left = S8("yttra");
    if (brief && own.n)
        return utf8_upper_first(a, own);
    if (ui->has_case) {
        struct str8 dnr = arende_value(ui->c.arende, ARENDE_DNR);
        bool room = dnr.n && (!own.n || g->cols >= WITH_DNR);
        left = arena_printf(a, "%.*s%s%.*s", S8F(ui->c.betankande->beteckning), room ? " · " : "",
                            S8F(room ? dnr : S8("")));
    }
    return own.n ? arena_printf(a, "%.*s · %.*s", S8F(left), S8F(own)) : left;
}

/* What the view says of itself matters most: the rest is said in fewer words rather than that. */
static void draw_header(struct ui *ui, struct grid *g) {
    struct state s = state_of(ui, false);
    struct str8 left = title(ui, g, false);
    if (grid_width(left) + s.width >= g->cols)
        s = state_of(ui, true);
    if (grid_width(left) + s.width >= g->cols)
        left = title(ui, g, true);
    grid_fill(g, 0, 0, g->cols, STYLE_BAR);
    draw_state(g, &s);
    grid_put_clipped(g, 0, 0, g->cols - s.width - 1, STYLE_BAR, left);
}

/* ---- the help line ---- */

static int help_width(const struct action_row *r) {
    char name[KEY_NAME_MAX];
    return grid_width(s8_from(keycode_name(r->keys[0], name))) + 1 + grid_width(s8_from(r->namn));
}

static int put_help(struct grid *g, int col, const struct action_row *r) {
    char name[KEY_NAME_MAX];
    int row = g->rows - 1;
    col = grid_puts(g, row, col, -1, STYLE_KEY, keycode_name(r->keys[0], name)) + 1;
    return grid_puts(g, row, col, -1, STYLE_DIM, r->namn);
}

/* "key name", as many as there is room for, most important first; the way back and help are always
 * among them, what leads to where one is is not. */
static void draw_help(struct grid *g, unsigned where, int opened_by) {
    enum { GAP = 2 };
    const struct action_row *help = action_row(where, A_HELP), *back = action_row(where, A_BACK);
    size_t n;
    const struct action_row *table = action_table(&n);
    int col = 0, right = help ? g->cols - help_width(help) - 1 : g->cols;
    int room = help ? right - GAP : right;
    int kept = back && back->namn ? help_width(back) + GAP : 0;
    for (size_t i = 0; i < n; i++) {
        const struct action_row *r = &table[i];
        bool shown = r->where & where && r->namn && r->id != A_HELP &&
                     (r->id != A_BACK || r == back) && (r->where != W_CASE || r->id != opened_by);
        if (!shown)
            continue;
        kept = r == back ? 0 : kept;
        if (col + help_width(r) + kept <= room)
            col = put_help(g, col, r) + GAP;
    }
    if (help)
        put_help(g, right, help);
}

/* ---- the message ---- */

static enum style tone_style(enum tone t) {
    return t == TONE_ERROR     ? STYLE_ERROR
           : t == TONE_WARNING ? STYLE_WARNING
           : t == TONE_GOOD    ? STYLE_GOOD
                               : STYLE_NORMAL;
}

/* Above the help line, over the view's last rows if it is long. */
static void draw_message(struct ui *ui, struct grid *g) {
    struct grid_lines lines = {0};
    int bottom = g->rows - 1 - ui_top(ui)->ops->overlay; /* a question has the last row */
    if (ui->message.n == 0)
        return;
    grid_wrap(&ui->frame, buf_str8_of(&ui->message), g->cols, &lines);
    int n = lines.n > MESSAGE_ROWS ? MESSAGE_ROWS : (int)lines.n;
    for (int i = 0; i < n; i++) {
        grid_fill(g, bottom - n + i, 0, g->cols, STYLE_NORMAL);
        grid_put(g, bottom - n + i, 0, g->cols, tone_style(ui->tone), lines.line[i]);
    }
}

/* ---- all of it ---- */

static bool too_small(const struct grid *g) {
    return g->rows < LEAST_ROWS || g->cols < LEAST_COLS;
}

bool ui_is_blind(const struct ui *ui) {
    return ui->rows && (ui->rows < LEAST_ROWS || ui->cols < LEAST_COLS);
}

static void draw_too_small(struct arena *a, struct grid *g) {
    draw_wrapped(g, a, (struct rect){0, 0, g->rows, g->cols}, 0, STYLE_WARNING,
                 S8("Fönstret är för litet. yttra behöver 40 × 10 tecken."));
}

void ui_draw(struct ui *ui, struct grid *g) {
    size_t first = ui->depth - 1;
    arena_free(&ui->frame);
    grid_clear(g);
    ui->rows = g->rows;
    ui->cols = g->cols;
    if (too_small(g)) {
        draw_too_small(&ui->frame, g);
        return;
    }
    while (first > 0 && ui->stack[first]->ops->overlay)
        first--;
    struct rect area = {1, 0, g->rows - FRAME_ROWS, g->cols};
    for (size_t i = first; i < ui->depth; i++)
        ui->stack[i]->ops->draw(ui, ui->stack[i], g, area);
    draw_header(ui, g);
    draw_help(g, ui_where(ui), ui_top(ui)->opened_by);
    draw_message(ui, g);
}

void ui_draw_waiting(struct ui *ui, struct grid *g, bool saving) {
    struct buf message = ui->message;
    enum tone tone = ui->tone;
    enum kept kept = ui->kept;
    if (too_small(g))
        return;
    ui->message = (struct buf){0};
    ui_say(ui, TONE_WARNING, "Väntar på databasen …");
    draw_message(ui, g);
    if (saving) {
        ui->kept = KEPT_FAILED;
        draw_header(ui, g);
    }
    buf_free(&ui->message);
    ui->message = message;
    ui->tone = tone;
    ui->kept = kept;
}
