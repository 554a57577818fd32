#include "vy.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fileio.h"
#include "base/utf8.h"
#include "ui/views.h"

/* ---- what only a terminal can do ---- */

static enum status outside_edit(void *ctx, struct str8 in, struct buf *out, struct error *err) {
    struct vy *v = ctx;
    v->n_edited++;
    if (v->editor)
        return v->editor(v, in, out, err);
    buf_str8(out, in);
    return ST_OK;
}

static void outside_copy(void *ctx, struct str8 text) {
    struct vy *v = ctx;
    v->n_copied++;
    buf_clear(&v->copied);
    buf_str8(&v->copied, text);
}

static void outside_suspend(void *ctx) {
    ((struct vy *)ctx)->n_suspended++;
}

static void outside_redraw(void *ctx) {
    ((struct vy *)ctx)->n_redrawn++;
}

static void outside_show(void *ctx) {
    ui_draw(&((struct vy *)ctx)->ui, &((struct vy *)ctx)->grid);
}

/* ---- starting and ending ---- */

static void must(enum status st, const struct error *err) {
    cr_assert_eq(st, ST_OK, "%s", err->text);
}

static struct str8 new_folder(struct arena *a) {
    const char *tmp = getenv("TMPDIR");
    struct str8 s = arena_printf(a, "%s/yttra-vy.XXXXXX", tmp ? tmp : "/tmp");
    char path[4096];
    snprintf(path, sizeof path, "%.*s", S8F(s));
    cr_assert(mkdtemp(path), "%s", path);
    return arena_str8(a, s8_from(path));
}

static void set_surroundings(struct arena *a) {
    const char *srcdir = getenv("srcdir");
    setenv("YTTRA_NU", "2025-01-20", 1);
    setenv("YTTRA_DATA", arena_printf(a, "%s/db", srcdir ? srcdir : ".").p, 0);
    /* Good wherever the test goes. */
    char *data = realpath(getenv("YTTRA_DATA"), NULL);
    cr_assert(data, "%s", getenv("YTTRA_DATA"));
    setenv("YTTRA_DATA", data, 1);
    free(data);
}

static void open_app(struct vy *v, struct app *app, const char *who) {
    struct error err = {0};
    struct str8 notice;
    setenv("YTTRA_VEM", who, 1);
    must(app_start(app, v->databas.p, &err), &err);
    must(app_open(app, APP_WRITE, &notice, &err), &err);
}

/* A run of the program that no process answers to, so that the drafts of the one before are taken
 * for left behind: "host boot pid start" with another start. */
static struct str8 session(struct vy *v) {
    struct str8 s = v->app.session;
    while (s.n && s.p[s.n - 1] != ' ')
        s.n--;
    return arena_printf(&v->app.a, "%.*s%d", S8F(s.n ? s : S8("vy 0 0 ")), v->runs);
}

static void start_ui(struct vy *v) {
    struct outside outside = {
        v, outside_edit, outside_copy, outside_suspend, outside_redraw, outside_show};
    struct error err = {0};
    v->runs++;
    v->app.session = session(v);
    ui_init(&v->ui, &v->app, &outside);
    must(ui_start(&v->ui, &err), &err);
    vy_draw(v);
}

struct vy *vy_start(int rows, int cols) {
    struct vy *v = mem_zalloc(sizeof *v);
    set_surroundings(&v->a);
    v->mapp = new_folder(&v->a);
    v->databas = arena_printf(&v->a, "%.*s/yttra.db", S8F(v->mapp));
    open_app(v, &v->app, "Handläggare A");
    grid_resize(&v->grid, rows, cols);
    start_ui(v);
    return v;
}

void vy_restart(struct vy *v) {
    ui_free(&v->ui);
    app_stop(&v->app);
    v->app = (struct app){0};
    open_app(v, &v->app, "Handläggare A");
    start_ui(v);
}

void vy_stop(struct vy *v) {
    ui_free(&v->ui);
    app_stop(&v->app);
    if (v->has_other)
        app_stop(&v->other);
    grid_free(&v->grid);
    buf_free(&v->copied);
    arena_free(&v->a);
    free(v);
}

long vy_case(struct vy *v) {
    static const struct app_field fields[] = {
        {S8I("organisation"), S8I("Exempelköpings kommun")},
        {S8I("nämnd"), S8I("Omsorgsnämnden")},
        {S8I("förvaltning"), S8I("Omsorgsförvaltningen")},
        {S8I("väg"), S8I("nämnd-kommunstyrelse")},
        {S8I("dnr"), S8I("ON 2025/17")},
        {S8I("inkom"), S8I("2024-12-02")},
        {S8I("svarstid"), S8I("2025-03-14")},
        {S8I("nämndmöte"), S8I("2025-02-27")},
    };
    struct error err = {0};
    struct app_case c;
    must(app_case_new(&v->app, &v->a, S8("SOU 2024:72"), fields, sizeof fields / sizeof *fields, &c,
                      &err),
         &err);
    cr_assert(ui_pop_to(&v->ui, 1));
    cr_assert(ui_case_enter(&v->ui, c.nr), "%s", v->ui.message.p);
    vy_draw(v);
    return c.nr;
}

/* ---- what the user does ---- */

/* As ui/loop.c does after each round of input. */
static void settle(struct vy *v) {
    ui_refresh(&v->ui);
    v->kept = ui_keep(&v->ui);
    vy_draw(v);
}

void vy_draw(struct vy *v) {
    ui_draw(&v->ui, &v->grid);
}

static bool called(keycode k, struct str8 name) {
    char out[KEY_NAME_MAX];
    return s8_eqz(name, keycode_name(k, out));
}

static keycode key_of(struct str8 name) {
    static const keycode with[] = {
        0, K_SHIFT, K_CONTROL, K_ALT, K_SHIFT | K_CONTROL, K_SHIFT | K_ALT,
    };
    size_t len = 0;
    for (size_t i = 0; i < sizeof with / sizeof *with; i++) {
        for (keycode k = 1; k <= ' '; k++)
            if (called(k | with[i], name))
                return k | with[i];
        for (keycode k = K_BASE; k < K_NAMED; k++)
            if (called(k | with[i], name))
                return k | with[i];
    }
    if (called(K_BACKSPACE, name))
        return K_BACKSPACE;
    bool alt = s8_starts(name, S8("Alt-"));
    struct str8 bare = alt ? s8_skip(name, 4) : name;
    keycode k = bare.n ? utf8_decode(bare, 0, &len) : 0;
    cr_assert(len && len == bare.n, "no key is called %.*s", S8F(name));
    return alt ? k | K_ALT : k;
}

/* Takes one key off the front. */
static keycode next_key(struct str8 *keys) {
    size_t len;
    if (keys->p[0] != '<') {
        keycode k = utf8_decode(*keys, 0, &len);
        *keys = s8_skip(*keys, len);
        return k;
    }
    ptrdiff_t end = s8_find(s8_skip(*keys, 2), S8(">"));
    cr_assert(end >= 0, "%.*s has no >", S8F(*keys));
    struct str8 name = s8_sub(*keys, 1, 2 + (size_t)end);
    *keys = s8_skip(*keys, name.n + 2);
    return key_of(name);
}

void vy_keys(struct vy *v, const char *keys) {
    for (struct str8 rest = s8_from(keys); rest.n;) {
        keycode k = next_key(&rest);
        cr_assert(!v->ui.done, "the program has ended before %.*s", S8F(rest));
        ui_key(&v->ui, k);
        if (!v->ui.done)
            settle(v);
    }
}

void vy_paste(struct vy *v, const char *text) {
    ui_paste(&v->ui, s8_from(text));
    settle(v);
}

void vy_resize(struct vy *v, int rows, int cols) {
    grid_resize(&v->grid, rows, cols);
    vy_draw(v);
}

/* ---- what is on the screen ---- */

const char *vy_row(struct vy *v, int n) {
    struct buf b = {0};
    grid_row(&v->grid, n, &b);
    const char *s = arena_str8(&v->a, buf_str8_of(&b)).p;
    buf_free(&b);
    return s;
}

const char *vy_screen(struct vy *v) {
    struct buf b = {0};
    for (int i = 0; i < v->grid.rows; i++)
        buf_printf(&b, "%s\n", vy_row(v, i));
    const char *s = arena_str8(&v->a, buf_str8_of(&b)).p;
    buf_free(&b);
    return s;
}

/* White space as one space each. */
static struct str8 flat(struct arena *a, struct str8 s) {
    struct buf b = {0};
    bool space = false;
    for (size_t i = 0; i < s.n; i++) {
        bool white = s.p[i] == ' ' || s.p[i] == '\n';
        if (!white)
            buf_byte(&b, s.p[i]);
        else if (!space)
            buf_byte(&b, ' ');
        space = white;
    }
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

bool vy_has(struct vy *v, const char *text) {
    struct str8 screen = flat(&v->a, s8_from(vy_screen(v)));
    return s8_find(screen, flat(&v->a, s8_from(text))) >= 0;
}

struct vy_place vy_cursor(const struct vy *v) {
    return (struct vy_place){v->grid.cursor_row, v->grid.cursor_col};
}

struct vy_place vy_find(struct vy *v, const char *text) {
    for (int i = 0; i < v->grid.rows; i++) {
        struct str8 row = s8_from(vy_row(v, i));
        ptrdiff_t at = s8_find(row, s8_from(text));
        if (at >= 0)
            return (struct vy_place){i, grid_width(s8_sub(row, 0, (size_t)at))};
    }
    return (struct vy_place){-1, -1};
}

enum style vy_style(struct vy *v, const char *text) {
    struct vy_place p = vy_find(v, text);
    return p.row < 0 ? STYLE_N : (enum style)grid_cells(&v->grid, p.row)[p.col].style;
}

/* The screen, a line, and where the cursor stands. */
void vy_golden(struct vy *v, const char *namn) {
    const char *srcdir = getenv("srcdir");
    struct str8 path =
        arena_printf(&v->a, "%s/tests/golden/skarm/%s.txt", srcdir ? srcdir : ".", namn);
    struct vy_place at = vy_cursor(v);
    struct str8 now =
        arena_printf(&v->a, "%s---- markören: rad %d, kolumn %d\n", vy_screen(v), at.row, at.col);
    struct error err = {0};
    struct buf want = {0};
    if (getenv("UPDATE")) {
        must(file_write(path.p, now, 0666, &err), &err);
        return;
    }
    must(file_read(path.p, &want, &err), &err);
    struct str8 expected = arena_str8(&v->a, buf_str8_of(&want));
    buf_free(&want);
    cr_assert(s8_eq(now, expected), "%s is another screen. Wanted:\n%s\nGot:\n%s", namn, expected.p,
              now.p);
}

/* ---- past the screen ---- */

struct app *vy_other(struct vy *v) {
    if (!v->has_other)
        open_app(v, &v->other, "Handläggare B");
    v->has_other = true;
    return &v->other;
}

static void set_in(struct app *app, struct arena *a, struct app_case *c, enum post_slag slag,
                   const char *nyckel, int falt, const char *varde) {
    struct error err = {0};
    struct app_field f = {s8_from(post_slag_info(slag)->falt[falt].namn), s8_from(varde)};
    must(app_set(app, a, c, slag, s8_from(nyckel), &f, 1, "ange", NULL, &err), &err);
}

static void open_case(struct vy *v, struct app *app, long nr, struct app_case *c) {
    struct error err = {0};
    must(app_case_open(app, &v->a, arena_printf(&v->a, "%ld", nr), c, &err), &err);
}

void vy_other_set(struct vy *v, long nr, enum post_slag slag, const char *nyckel, int falt,
                  const char *varde) {
    struct app_case c;
    struct app *app = vy_other(v);
    open_case(v, app, nr, &c);
    set_in(app, &v->a, &c, slag, nyckel, falt, varde);
}

struct betankande vy_betankande(struct vy *v) {
    struct betankande b = *v->ui.c.betankande;
    b.avsnitt = ARENA_NEW(&v->a, struct avsnitt, b.n_avsnitt);
    for (size_t i = 0; i < b.n_avsnitt; i++)
        b.avsnitt[i] = v->ui.c.betankande->avsnitt[i];
    return b;
}

void vy_other_replaces(struct vy *v, const struct betankande *b) {
    struct error err = {0};
    must(store_betankande_put(vy_other(v)->store, b, true, &err), &err);
}

void vy_other_drops_punkt(struct vy *v, const char *nummer) {
    struct betankande b = vy_betankande(v);
    for (size_t i = 0; i < b.n_avsnitt; i++)
        b.avsnitt[i].n_punkt -= s8_eqz(b.avsnitt[i].nummer, nummer);
    vy_other_replaces(v, &b);
}

void vy_set(struct vy *v, enum post_slag slag, const char *nyckel, int falt, const char *varde) {
    /* What is put into the ärende lives as long as it is open. */
    struct str8 key = arena_str8(&v->ui.case_arena, s8_from(nyckel));
    struct str8 value = arena_str8(&v->ui.case_arena, s8_from(varde));
    set_in(&v->app, &v->ui.case_arena, &v->ui.c, slag, key.p, falt, value.p);
    vy_draw(v);
}

const char *vy_saved(struct vy *v, long nr, enum post_slag slag, const char *nyckel, int falt) {
    struct app_case c;
    open_case(v, &v->app, nr, &c);
    for (size_t i = 0; i < c.arende->post[slag].n; i++) {
        const struct post *p = &c.arende->post[slag].p[i];
        if (s8_eqz(p->nyckel, nyckel))
            return arena_str8(&v->a, p->value[falt]).p;
    }
    return "";
}
