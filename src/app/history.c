#include "app/history.h"

#include <stdlib.h>

/* Which posts are asked for. */
struct filter {
    struct str8 punkt;   /* answers to it, or (no colon) to those of the avsnitt */
    struct str8 avsnitt; /* the avsnitt's own post */
    struct str8 text;
    enum post_slag slag;
    struct str8 nyckel; /* of that kind, this one; empty: all */
};

static enum status filter_of(struct app *app, struct arena *a, const struct app_case *c,
                             struct str8 ref, struct filter *f, struct error *err) {
    struct punkt_ref found[PUNKT_MAX];
    const struct text_block *block;
    size_t n;
    *f = (struct filter){.slag = POST_SLAG_N};
    if (betankande_avsnitt(c->betankande, ref)) {
        f->punkt = f->avsnitt = ref;
        return ST_OK;
    }
    if (ref.p[0] >= '0' && ref.p[0] <= '9') {
        f->punkt = ref;
        return betankande_find(c->betankande, ref, found, PUNKT_MAX, &n, err);
    }
    struct str8 rest = ref;
    f->slag = post_slag_find(s8_cut(&rest, ' '));
    if (f->slag < POST_SLAG_N) {
        f->nyckel = s8_trim(rest);
        return ST_OK;
    }
    enum status st = app_text_block(app, a, c, ref, &block, NULL);
    if (st != ST_OK)
        return error_set(err, ST_NOT_FOUND,
                         "”%.*s” är varken en punkt, ett avsnitt, ett textblock eller ett slags "
                         "uppgift. Alla slag står i: yttra fält",
                         S8F(ref));
    f->text = s8_from(block->namn);
    return ST_OK;
}

static bool wanted(const struct filter *f, const struct post *p) {
    if (p->slag == f->slag)
        return f->nyckel.n == 0 || s8_eq(p->nyckel, f->nyckel);
    if (p->slag == POST_SVAR && f->punkt.n) {
        struct str8 rest = p->nyckel;
        return s8_eq(p->nyckel, f->punkt) || s8_eq(s8_cut(&rest, ':'), f->punkt);
    }
    if (p->slag == POST_AVSNITT && f->avsnitt.n)
        return s8_eq(p->nyckel, f->avsnitt);
    return p->slag == POST_TEXT && f->text.n && s8_eq(p->nyckel, f->text);
}

/* The same post before `revs[i]`: the next one, as they stand newest first. */
static const struct post *before(const struct revision *revs, size_t n, size_t i) {
    for (size_t k = i + 1; k < n; k++)
        if (revs[k].post.slag == revs[i].post.slag &&
            s8_eq(revs[k].post.nyckel, revs[i].post.nyckel))
            return revs[k].borttagen ? NULL : &revs[k].post;
    return NULL;
}

/* By the clock, newest first; those of the same second as they were saved. */
static int later_first(const void *x, const void *y) {
    enum { SECONDS = 19 };
    const struct revision *p = x, *q = y;
    int by_time = s8_cmp(s8_sub(q->tid, 0, SECONDS), s8_sub(p->tid, 0, SECONDS));
    return by_time ? by_time : (p->id < q->id) - (p->id > q->id);
}

enum status history_list(struct app *app, struct arena *a, const struct app_case *c,
                         struct str8 ref, struct history_row **out, size_t *n, struct error *err) {
    struct revision *revs;
    size_t all, count = 0;
    struct filter f;
    enum status st = ref.n ? filter_of(app, a, c, ref, &f, err) : ST_OK;
    if (st == ST_OK)
        st = store_revision_list(app->store, a, c->nr, POST_SLAG_N, (struct str8){0}, 0, &revs,
                                 &all, err);
    if (st != ST_OK)
        return st;
    qsort(revs, all, sizeof *revs, later_first);
    struct history_row *rows = ARENA_NEW(a, struct history_row, all);
    for (size_t i = 0; i < all; i++)
        if (ref.n == 0 || wanted(&f, &revs[i].post))
            rows[count++] = (struct history_row){&revs[i], before(revs, all, i)};
    *out = rows;
    *n = count;
    return ST_OK;
}

static struct app_field *fields_of(struct arena *a, const struct post *p) {
    const struct post_slag_info *info = post_slag_info(p->slag);
    struct app_field *fields = ARENA_NEW(a, struct app_field, info->n_falt);
    for (size_t i = 0; i < info->n_falt; i++)
        fields[i] = (struct app_field){s8_from(info->falt[i].namn), p->value[i]};
    return fields;
}

enum status history_restore(struct app *app, struct arena *a, struct app_case *c,
                            const struct revision *rev, bool *changed, struct error *err) {
    const struct post *p = &rev->post;
    return app_set(app, a, c, p->slag, p->nyckel, fields_of(a, p), post_slag_info(p->slag)->n_falt,
                   "återställ", changed, err);
}

enum status history_restore_seen(struct app *app, struct arena *a, struct app_case *c,
                                 const struct revision *rev, bool *changed, struct error *err) {
    const struct post *p = &rev->post;
    struct post theirs;
    return app_set_seen(app, a, c, p->slag, p->nyckel, fields_of(a, p),
                        post_slag_info(p->slag)->n_falt, "återställ", changed, &theirs, err);
}
