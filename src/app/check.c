#include "app/check.h"

static enum status check_avsnitt(const struct betankande *b, struct str8 nummer,
                                 struct error *err) {
    struct punkt_ref out[PUNKT_MAX];
    size_t n;
    if (betankande_avsnitt(b, nummer))
        return ST_OK;
    /* The words for an unknown avsnitt, with the nearest one, are the finder's. */
    enum status st = betankande_find(b, nummer, out, PUNKT_MAX, &n, err);
    return st != ST_OK ? st
                       : error_set(err, ST_NOT_FOUND, "avsnitt ”%.*s” finns inte", S8F(nummer));
}

static enum status check_punkt(const struct betankande *b, struct str8 key, struct error *err) {
    struct punkt_ref out[PUNKT_MAX];
    size_t n;
    return betankande_find(b, key, out, PUNKT_MAX, &n, err);
}

static enum status check_list(const struct betankande *b, const struct falt *f, struct str8 list,
                              struct error *err) {
    enum status st = ST_OK;
    for (struct str8 rest = list; rest.n && st == ST_OK;) {
        struct str8 one = s8_trim(s8_cut(&rest, ','));
        st = f->typ == FALT_AVSNITT ? check_avsnitt(b, one, err) : check_punkt(b, one, err);
    }
    if (st != ST_OK)
        error_prefix(err, "%s", f->namn);
    return st;
}

enum status check_refs(const struct betankande *b, const struct post *p, struct error *err) {
    const struct post_slag_info *info = post_slag_info(p->slag);
    enum status st = ST_OK;
    if (p->slag == POST_SVAR)
        st = check_punkt(b, p->nyckel, err);
    else if (p->slag == POST_AVSNITT)
        st = check_avsnitt(b, p->nyckel, err);
    for (size_t i = 0; i < info->n_falt && st == ST_OK; i++) {
        const struct falt *f = &info->falt[i];
        if (f->typ == FALT_AVSNITT || f->typ == FALT_PUNKTER)
            st = check_list(b, f, p->value[i], err);
    }
    return st;
}

static bool newly(const struct post *p, const struct post *old, int falt) {
    return p->value[falt].n && !(old && s8_eq(p->value[falt], old->value[falt]));
}

static enum status check_subject(struct app *app, struct arena *a, const struct app_case *c,
                                 struct str8 namn, struct error *err) {
    struct profil *profil;
    struct subjekt s;
    enum status st = app_case_profil(app, a, c, &profil, err);
    return st == ST_OK ? profil_subjekt(a, profil, namn, c->arende, &s, err) : st;
}

enum status check_post(struct app *app, struct arena *a, const struct app_case *c, struct post *p,
                       const struct post *old, struct error *err) {
    const struct text_block *block;
    struct profil *profil;
    const struct post_slag_info *info = post_slag_info(p->slag);
    enum status st = ST_OK;
    for (size_t i = 0; i < info->n_falt && st == ST_OK; i++)
        st = falt_read(a, &info->falt[i], p->value[i], &p->value[i], err);
    if (st == ST_OK)
        st = check_refs(c->betankande, p, err);
    if (st == ST_OK && p->slag == POST_TEXT && !old)
        st = app_text_block(app, a, c, p->nyckel, &block, err);
    if (st == ST_OK && p->slag == POST_ARENDE && newly(p, old, ARENDE_PROFIL))
        st = profil_load(a, &app->profiler, p->value[ARENDE_PROFIL], &profil, err);
    if (st == ST_OK && p->slag == POST_ARENDE && newly(p, old, ARENDE_SUBJEKT))
        st = check_subject(app, a, c, p->value[ARENDE_SUBJEKT], err);
    if (st == ST_OK && p->slag == POST_SVAR && newly(p, old, SVAR_SUBJEKT))
        st = check_subject(app, a, c, p->value[SVAR_SUBJEKT], err);
    return st;
}
