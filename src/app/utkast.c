#include "app/utkast.h"

#include "app/check.h"
#include "app/conflict.h"
#include "app/session.h"

enum { SHORT_PATIENCE = 100, USUAL_PATIENCE = 5000 }; /* ms */

static struct str8 value_of(const struct post *p, int falt) {
    return p && p->version ? p->value[falt] : (struct str8){0};
}

void app_utkast_new(struct app *app, struct arena *a, const struct app_case *c, enum post_slag slag,
                    struct str8 nyckel, int falt, struct app_utkast *out) {
    const struct post *p = arende_post(c->arende, slag, nyckel);
    *out = (struct app_utkast){.a = a,
                               .u = {.arende = c->nr,
                                     .slag = slag,
                                     .nyckel = arena_str8(a, nyckel),
                                     .falt = falt,
                                     .person = app->vem,
                                     .session = app->session,
                                     .version = p ? p->version : 0,
                                     .text = arena_str8(a, value_of(p, falt))}};
    out->base = out->u.text;
}

/* What would be saved of a text, to hold against what is. */
static struct str8 as_saved(struct arena *a, const struct utkast *u, struct str8 text) {
    struct str8 out;
    const struct falt *f = &post_slag_info(u->slag)->falt[u->falt];
    return falt_read(a, f, text, &out, NULL) == ST_OK ? out : arena_str8(a, s8_trim_right(text));
}

/* ---- keeping ---- */

/* Number `i` of the editor's operations as a step of the draft. What is undone that was done before
 * the draft was begun can there be no undoing: it is written. From then on nor can what came before
 * it, for in the draft it lies beneath. */
static struct utkast_steg step_of(struct app_utkast *d, const struct editor *e, size_t i) {
    struct editor_op op = editor_op(e, i);
    bool wrote = op.kind == EDITOR_WROTE;
    if (!wrote && op.of < d->alone) {
        d->alone = i + 1;
        wrote = true;
    }
    return (struct utkast_steg){.slag = wrote                     ? STEG_SKREV
                                        : op.kind == EDITOR_UNDID ? STEG_ANGRADE
                                                                  : STEG_GJORDE_OM,
                                .fortsatt = op.joined,
                                .plats = op.at,
                                .bort = op.removed,
                                .in = op.inserted,
                                .markor = op.cursor};
}

static enum status put_steps(struct app *app, struct app_utkast *d, const struct editor *e,
                             struct error *err) {
    struct arena a = {0};
    size_t n = editor_n_ops(e) - d->kept;
    struct utkast_steg *steg = ARENA_NEW(&a, struct utkast_steg, n);
    for (size_t i = 0; i < n; i++)
        steg[i] = step_of(d, e, d->kept + i);
    enum status st = store_utkast_add(app->store, &d->u, steg, n, err);
    arena_free(&a);
    return st;
}

/* From what it was begun with, whatever is there. */
static enum status begin(struct app *app, struct app_utkast *d, const struct editor *e,
                         struct error *err) {
    enum status st = store_begin(app->store, err);
    if (st != ST_OK)
        return st;
    d->kept = d->alone = d->first;
    st = store_utkast_put(app->store, &d->u, err);
    if (st == ST_OK)
        st = put_steps(app, d, e, err);
    return store_end(app->store, st, err);
}

enum status app_utkast_keep(struct app *app, struct app_utkast *d, const struct editor *e,
                            struct error *err) {
    struct app_utkast next = *d;
    struct error why = {0};
    enum status st = ST_NOT_FOUND;
    if (d->kept == editor_n_ops(e))
        return ST_OK;
    if (!d->begun)
        next.first = d->kept;
    store_patience(app->store, SHORT_PATIENCE);
    if (d->begun)
        st = put_steps(app, &next, e, &why);
    if (st == ST_NOT_FOUND)
        st = begin(app, &next, e, &why);
    store_patience(app->store, USUAL_PATIENCE);
    if (st != ST_OK)
        return error_set(err, st, "%s", why.text);
    *d = next;
    d->begun = true;
    d->kept = editor_n_ops(e);
    return ST_OK;
}

/* ---- saving ---- */

/* The post as it stands, and as it is to be saved. */
struct merged {
    struct post now, mine;
    bool passed; /* the text is no change, and what another has saved stands instead of it */
};

/* The post as it stands with this field's text in it. ST_CONFLICT when somebody else has changed
 * the field too. */
static enum status merge(struct app *app, struct arena *a, const struct app_case *c,
                         const struct app_utkast *d, struct str8 text, struct merged *m,
                         struct error *err) {
    struct error e = {0};
    int f = d->u.falt;
    *m = (struct merged){0};
    enum status st = store_post_get(app->store, a, c->nr, d->u.slag, d->u.nyckel, &m->now, &e);
    if (st != ST_OK && st != ST_NOT_FOUND)
        return error_set(err, st, "%s", e.text);
    m->mine = post_copy(a, &m->now);
    m->mine.value[f] = arena_str8(a, text);
    st = check_post(app, a, c, &m->mine, m->now.version ? &m->now : NULL, err);
    if (st == ST_OK && !s8_eq(m->mine.value[f], value_of(&m->now, f)))
        app_text_stamp(a, c, &m->mine);
    if (st != ST_OK || m->now.version == d->u.version)
        return st;
    struct str8 mine = m->mine.value[f], theirs = value_of(&m->now, f);
    bool removed = m->now.version == 0, changed = removed || !s8_eq(theirs, d->base);
    if (changed && s8_eq(mine, d->base)) {
        m->passed = true;
        m->mine = post_copy(a, &m->now);
    } else if (removed || (changed && !s8_eq(theirs, mine))) {
        return ST_CONFLICT;
    }
    return ST_OK;
}

static enum status put(struct app *app, struct arena *a, const struct app_case *c,
                       const struct app_utkast *d, struct post *mine, struct error *err) {
    enum status st = ST_OK;
    if (mine->version || mine->value[d->u.falt].n)
        st = store_post_put(app->store, a, c->nr, mine, "skriv", NULL, err);
    if (st == ST_OK && d->begun)
        st = store_utkast_drop(app->store, &d->u, err);
    return st;
}

/* Nothing is unsaved. Where another's text was passed over to stand, the draft still counts as
 * begun from the older one: what is written next in this editor must not take its place unseen. */
static void settle(struct app_utkast *d, struct editor *e, const struct merged *m) {
    if (!m->passed) {
        d->u.nyckel = arena_str8(d->a, m->mine.nyckel);
        d->u.version = m->mine.version;
        d->base = arena_str8(d->a, value_of(&m->mine, d->u.falt));
    }
    d->u.text = arena_str8(d->a, editor_text(e));
    d->begun = false;
    d->kept = editor_n_ops(e);
    editor_clean(e);
}

enum status app_utkast_save(struct app *app, struct arena *a, struct app_case *c,
                            struct app_utkast *d, struct editor *e, struct post *theirs,
                            struct error *err) {
    struct merged m;
    enum status st = store_begin(app->store, err);
    if (st != ST_OK)
        return st;
    st = merge(app, a, c, d, editor_text(e), &m, err);
    if (st == ST_CONFLICT)
        *theirs = m.now;
    if (st == ST_OK)
        st = put(app, a, c, d, &m.mine, err);
    st = store_end(app->store, st, err);
    if (st == ST_CONFLICT)
        return conflict_tell(app, a, c, theirs, false, err);
    if (st != ST_OK)
        return st;
    app_post_follow(a, c, &m.mine);
    settle(d, e, &m);
    return ST_OK;
}

void app_utkast_over(struct app_utkast *d, const struct post *theirs) {
    d->u.version = theirs->version;
    d->base = arena_str8(d->a, value_of(theirs, d->u.falt));
}

/* What another has saved or removed, over what was just saved here. `out` gets the post as it then
 * stands. */
static enum status put_back(struct app *app, struct arena *a, const struct app_case *c, int falt,
                            const struct merged *m, struct post *out, struct error *err) {
    *out = m->mine;
    if (m->now.version) {
        *out = post_copy(a, &m->mine);
        out->value[falt] = value_of(&m->now, falt);
        return store_post_put(app->store, a, c->nr, out, "skriv", NULL, err);
    }
    enum status st = ST_OK;
    if (m->mine.version)
        st = store_post_remove(app->store, a, c->nr, &m->mine, "ta bort", err);
    out->version = 0;
    return st;
}

enum status app_utkast_yield(struct app *app, struct arena *a, struct app_case *c,
                             struct app_utkast *d, struct editor *e, const struct post *theirs,
                             struct post *newer, struct error *err) {
    struct merged m;
    struct app_utkast over = *d;
    struct post stands = {0};
    app_utkast_over(&over, theirs);
    enum status st = store_begin(app->store, err);
    if (st != ST_OK)
        return st;
    st = merge(app, a, c, &over, editor_text(e), &m, err);
    if (st == ST_CONFLICT)
        *newer = m.now;
    if (st == ST_OK)
        st = put(app, a, c, &over, &m.mine, err);
    if (st == ST_OK)
        st = put_back(app, a, c, d->u.falt, &m, &stands, err);
    st = store_end(app->store, st, err);
    if (st == ST_CONFLICT)
        return conflict_tell(app, a, c, newer, false, err);
    if (st != ST_OK)
        return st;
    app_post_follow(a, c, &stands);
    st = editor_replace_all(e, value_of(&stands, d->u.falt), err);
    m.mine = stands;
    m.passed = false;
    settle(d, e, &m);
    return st;
}

struct str8 app_utkast_hinder(struct app *app, struct arena *a, const struct app_case *c,
                              const struct utkast *u) {
    struct punkt_ref ref[PUNKT_MAX];
    const struct text_block *block;
    struct error why;
    size_t n;
    if (u->slag == POST_SVAR &&
        betankande_find(c->betankande, u->nyckel, ref, PUNKT_MAX, &n, NULL) != ST_OK)
        return arena_printf(a, "punkt %.*s finns inte längre i betänkandet", S8F(u->nyckel));
    if (u->slag == POST_AVSNITT && !betankande_avsnitt(c->betankande, u->nyckel))
        return arena_printf(a, "avsnitt %.*s finns inte längre i betänkandet", S8F(u->nyckel));
    if (u->slag == POST_TEXT && !arende_post(c->arende, u->slag, u->nyckel) &&
        app_text_block(app, a, c, u->nyckel, &block, &why) == ST_NOT_FOUND)
        return arena_printf(a, "textblocket %.*s finns inte längre i profilen", S8F(u->nyckel));
    return (struct str8){0};
}

enum status app_utkast_drop(struct app *app, struct app_utkast *d, struct error *err) {
    enum status st = d->begun ? store_utkast_drop(app->store, &d->u, err) : ST_OK;
    if (st == ST_OK)
        d->begun = false;
    return st;
}

/* ---- what was left behind ---- */

/* An editor with the draft's text and all that can be undone, as far as its steps go; `whole`: to
 * the end. */
static enum status play(struct app *app, const struct utkast *u, struct editor **e, bool *whole,
                        struct error *err) {
    struct arena a = {0};
    struct utkast_steg *steg;
    size_t n;
    const struct falt *f = &post_slag_info(u->slag)->falt[u->falt];
    *e = editor_new(u->text, f->max, f->typ != FALT_MARKDOWN);
    enum status st = store_utkast_steg(app->store, &a, u, &steg, &n, err);
    for (size_t i = 0; st == ST_OK && i < n; i++) {
        struct editor_op op = {.kind = steg[i].slag == STEG_SKREV     ? EDITOR_WROTE
                                       : steg[i].slag == STEG_ANGRADE ? EDITOR_UNDID
                                                                      : EDITOR_REDID,
                               .joined = steg[i].fortsatt,
                               .at = steg[i].plats,
                               .removed = steg[i].bort,
                               .inserted = steg[i].in,
                               .cursor = steg[i].markor};
        if (editor_play(*e, &op, NULL) != ST_OK)
            break;
    }
    *whole = editor_n_ops(*e) == n;
    arena_free(&a);
    return st;
}

/* The rest of what is told of it, from its ärende; `over`: there is nothing in it that does not
 * stand already. */
static enum status compare(struct app *app, struct arena *a, struct app_kvarlamnat *k, bool whole,
                           bool *over, struct error *err) {
    const struct utkast *u = &k->u;
    struct app_case c = {.nr = u->arende};
    enum status st = store_arende_get(app->store, a, u->arende, &c.arende, err);
    if (st == ST_OK)
        st = store_betankande_get(app->store, a, c.arende->betankande, &c.betankande, err);
    if (st != ST_OK)
        return st;
    const struct post *p = arende_post(c.arende, u->slag, u->nyckel);
    k->now = value_of(p, u->falt);
    k->stale = (p ? p->version : 0) != u->version;
    k->hinder = app_utkast_hinder(app, a, &c, u);
    k->beteckning = c.betankande->beteckning;
    k->dnr = arende_value(c.arende, ARENDE_DNR);
    *over = whole && s8_eq(as_saved(a, u, k->text), k->now);
    return ST_OK;
}

/* ST_NOT_FOUND: it is gone. One that cannot be read says so, and is no error. */
static enum status describe(struct app *app, struct arena *a, const struct utkast *u,
                            struct app_kvarlamnat *out, bool *over, struct error *err) {
    bool whole;
    struct editor *e = NULL;
    enum status st = play(app, u, &e, &whole, err);
    *out = (struct app_kvarlamnat){.u = *u};
    if (st == ST_OK) {
        out->text = arena_str8(a, editor_text(e));
        out->cursor = editor_cursor(e);
        st = compare(app, a, out, whole, over, err);
        st = st == ST_NOT_FOUND ? ST_CORRUPT : st;
    }
    editor_free(&e);
    if (st == ST_OK || st == ST_NOT_FOUND || st == ST_BUSY)
        return st;
    out->fel = arena_str8(a, s8_from(err->text));
    return ST_OK;
}

enum status app_utkast_left(struct app *app, struct arena *a, struct app_kvarlamnat **out,
                            size_t *n, struct error *err) {
    struct utkast *all;
    struct error why;
    size_t n_all, cap = 0;
    *out = NULL;
    *n = 0;
    enum status st = store_utkast_list(app->store, a, app->vem, 0, &all, &n_all, err);
    for (size_t i = 0; i < n_all && st == ST_OK; i++) {
        struct app_kvarlamnat k;
        bool own = s8_eq(all[i].session, app->session), over = false;
        if (own || !session_over(all[i].session, all[i].senast))
            continue;
        st = describe(app, a, &all[i], &k, &over, err);
        if (st == ST_NOT_FOUND) /* taken, dropped or removed just now */
            st = ST_OK;
        else if (st == ST_OK && over)
            store_utkast_drop(app->store, &all[i], &why); /* if not now, then the next time */
        else if (st == ST_OK)
            *ARENA_PUSH(a, *out, *n, cap) = k;
    }
    return st;
}

/* The draft as this program has one that it began itself. */
static enum status reopen(struct app *app, struct arena *a, const struct app_kvarlamnat *k,
                          struct app_utkast *d, struct editor **e, bool *whole, struct error *err) {
    enum status st = play(app, &k->u, e, whole, err);
    *d = (struct app_utkast){.a = a, .u = k->u, .begun = true, .kept = editor_n_ops(*e)};
    d->u.nyckel = arena_str8(a, k->u.nyckel);
    d->u.text = arena_str8(a, k->u.text);
    d->u.session = arena_str8(a, k->u.session);
    d->u.person = app->vem;
    d->base = as_saved(a, &d->u, d->u.text);
    if (st != ST_OK)
        editor_free(e);
    return st;
}

/* The draft goes on under this session's name. One whose steps could not all be played is written
 * anew, so that what comes after them can. */
static enum status take(struct app *app, struct app_utkast *d, const struct editor *e, bool whole,
                        struct error *err) {
    enum status st = store_begin(app->store, err);
    if (st != ST_OK)
        return st;
    st = store_utkast_take(app->store, &d->u, app->session, err);
    d->u.session = app->session;
    if (st == ST_OK && !whole)
        st = begin(app, d, e, err);
    d->kept = editor_n_ops(e);
    return store_end(app->store, st, err);
}

enum status app_utkast_resume(struct app *app, struct arena *a, const struct app_kvarlamnat *k,
                              struct app_utkast *d, struct editor **e, struct error *err) {
    bool whole;
    enum status st = reopen(app, a, k, d, e, &whole, err);
    if (st == ST_OK)
        st = take(app, d, *e, whole, err);
    if (st == ST_OK)
        editor_go(*e, k->cursor);
    else
        editor_free(e);
    return st;
}

enum status app_utkast_save_left(struct app *app, struct arena *a, const struct app_kvarlamnat *k,
                                 struct error *err) {
    struct app_case c;
    struct app_utkast d;
    struct editor *e = NULL;
    struct post theirs;
    bool whole;
    enum status st = app_case_open(app, a, arena_printf(a, "%ld", k->u.arende), &c, err);
    if (st == ST_OK)
        st = reopen(app, a, k, &d, &e, &whole, err);
    if (st == ST_OK)
        st = app_utkast_save(app, a, &c, &d, e, &theirs, err);
    editor_free(&e);
    return st;
}

enum status app_utkast_drop_left(struct app *app, const struct app_kvarlamnat *k,
                                 struct error *err) {
    return store_utkast_drop(app->store, &k->u, err);
}
