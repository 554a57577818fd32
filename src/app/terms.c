#include "app/terms.h"

#include "app/paper.h"
#include "base/utf8.h"
#include "review/termer.h"

static struct str8 one_line(struct arena *a, struct str8 s) {
    struct str8 line = arena_str8(a, s);
    for (size_t i = 0; i < line.n; i++)
        if (line.p[i] == '\n')
            ((char *)(size_t)line.p)[i] = ' ';
    return line;
}

enum status terms_propose(struct app *app, struct arena *a, const struct app_case *c,
                          enum post_slag slag, struct str8 nyckel, int falt, struct str8 *text,
                          struct term_change **out, size_t *n, struct error *err) {
    struct profil *profil;
    struct post *post;
    size_t hits, cap = 0;
    *out = NULL;
    *n = 0;
    enum status st = app_case_profil(app, a, c, &profil, err);
    if (st == ST_OK)
        st = app_post_find(c, slag, nyckel, &post, err);
    if (st != ST_OK)
        return st;
    const struct draft d = {c->arende, c->betankande, profil};
    struct str8 now = post->value[falt];
    bool markdown = post_slag_info(slag)->falt[falt].typ == FALT_MARKDOWN;
    const struct term_hit *hit = term_hits(a, &d, now, markdown, &hits);
    for (size_t i = 0; i < hits; i++)
        if (hit[i].byt.n)
            *ARENA_PUSH(a, *out, *n, cap) = (struct term_change){
                .was = one_line(a, s8_sub(now, hit[i].at, hit[i].at + hit[i].n)), .is = hit[i].byt};
    if (*n == 0)
        return error_set(err, ST_NOT_FOUND, "där står inget ord som kan bytas av sig självt");
    *text = term_changed(a, now, hit, hits);
    return ST_OK;
}

static bool is_term(const struct finding *f) {
    return s8_eqz(f->rule, TERM_RULE) && finding_words(f).n == 0;
}

static enum status not_there(const struct finding *f, size_t n, struct str8 plats,
                             struct error *err) {
    struct buf all = {0};
    for (size_t i = 0; i < n; i++)
        if (is_term(&f[i]))
            buf_printf(&all, "%s%.*s", all.n ? ", " : "", S8F(f[i].plats));
    if (all.n)
        error_set(err, ST_NOT_FOUND, "vid ”%.*s” finns inget ord att byta. Det gör det vid: %s.",
                  S8F(plats), all.p);
    else
        error_set(err, ST_NOT_FOUND,
                  "ingen text har ord som kan bytas. Vilka ord ni föredrar står under [termer] i "
                  "profilens profil.ini.");
    buf_free(&all);
    return ST_NOT_FOUND;
}

struct changes {
    struct term_change *p;
    size_t n, cap;
};

static enum status change_field(struct app *app, struct arena *a, struct app_case *c,
                                const struct finding *f, struct changes *all, struct error *err) {
    struct term_change *made;
    size_t n_made;
    struct str8 text;
    enum status st =
        terms_propose(app, a, c, f->slag, f->nyckel, f->falt, &text, &made, &n_made, err);
    if (st != ST_OK)
        return st;
    const struct app_field field = {s8_from(post_slag_info(f->slag)->falt[f->falt].namn), text};
    st = app_set(app, a, c, f->slag, f->nyckel, &field, 1, "byt ord", NULL, err);
    for (size_t i = 0; i < n_made && st == ST_OK; i++) {
        made[i].plats = f->plats;
        *ARENA_PUSH(a, all->p, all->n, all->cap) = made[i];
    }
    return st;
}

enum status terms_change(struct app *app, struct arena *a, struct app_case *c, struct str8 plats,
                         struct term_change **out, size_t *n, struct error *err) {
    struct changes made = {0};
    struct finding *f;
    size_t found;
    bool all = utf8_same_name(plats, S8("alla"));
    enum status st = paper_review(app, a, c, S8(""), &f, &found, err);
    for (size_t i = 0; i < found && st == ST_OK; i++)
        if (is_term(&f[i]) && (all || utf8_same_name(f[i].plats, plats)))
            st = change_field(app, a, c, &f[i], &made, err);
    *out = made.p;
    *n = made.n;
    return st == ST_OK && *n == 0 ? not_there(f, found, plats, err) : st;
}
