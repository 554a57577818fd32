#include "draft/svarsrad.h"

#include <stdlib.h>

static int by_key(const void *a, const void *b) {
    const struct post *const *p = a, *const *q = b;
    return s8_cmp((*p)->nyckel, (*q)->nyckel);
}

static const struct post **sorted(struct arena *a, const struct post_list *l) {
    const struct post **p = ARENA_NEW(a, const struct post *, l->n + 1);
    for (size_t i = 0; i < l->n; i++)
        p[i] = &l->p[i];
    qsort(p, l->n, sizeof *p, by_key);
    return p;
}

struct svarsrad *svarsrader(struct arena *a, const struct draft *d, size_t *n) {
    const struct betankande *b = d->betankande;
    const struct post_list *l = &d->arende->post[POST_SVAR];
    const struct post **by = sorted(a, l);
    struct svarsrad *row = ARENA_NEW(a, struct svarsrad, betankande_n_punkt(b) + 1);
    *n = 0;
    for (size_t i = 0; i < b->n_avsnitt; i++) {
        const struct avsnitt *av = &b->avsnitt[i];
        bool left_out = av->n_punkt && arende_left_out(d->arende, av->nummer);
        for (size_t k = 0; k < av->n_punkt; k++) {
            struct str8 key = punkt_key(a, av, &av->punkt[k]);
            const struct post wanted = {.nyckel = key}, *w = &wanted;
            const struct post **hit = bsearch(&w, by, l->n, sizeof *by, by_key);
            row[(*n)++] = (struct svarsrad){.ref = {av, &av->punkt[k]},
                                            .nyckel = key,
                                            .post = hit ? *hit : NULL,
                                            .stance = svar_stance(hit ? *hit : NULL),
                                            .utelamnad = left_out};
        }
    }
    return row;
}
