/* Is all that has been written for the papers in one of them? They are composed, and looked at. */
#include "review/private.h"

#include <stdlib.h>

#include "base/utf8.h"

/* A text, and whether a paper has it. */
struct written {
    struct str8 mark; /* draft/context.h: "ståndpunkt 3 text" */
    const struct post *post;
    int falt;
    bool printed;
};

struct all_written {
    struct written *p;
    size_t n, cap;
};

static int by_mark(const void *x, const void *y) {
    const struct written *p = x, *q = y;
    return s8_cmp(p->mark, q->mark);
}

static void gather(struct review *r, enum post_slag slag, struct all_written *all) {
    const struct post_slag_info *info = post_slag_info(slag);
    const struct post_list *l = &r->draft->arende->post[slag];
    for (size_t i = 0; i < l->n; i++)
        for (size_t f = 0; f < info->n_falt; f++) {
            if (info->falt[f].typ != FALT_MARKDOWN || l->p[i].value[f].n == 0)
                continue;
            struct str8 mark = arena_printf(r->arena, "%s %.*s %s", info->namn, S8F(l->p[i].nyckel),
                                            info->falt[f].namn);
            *ARENA_PUSH(r->arena, all->p, all->n, all->cap) =
                (struct written){mark, &l->p[i], (int)f, false};
        }
}

static void look_in(const struct doc *doc, struct all_written *all) {
    for (const struct doc_node *n = doc->body; n; n = doc_next(n, doc->body)) {
        struct written wanted = {.mark = n->mark};
        struct written *hit =
            n->mark.n ? bsearch(&wanted, all->p, all->n, sizeof *all->p, by_mark) : NULL;
        if (hit)
            hit->printed = true;
    }
}

/* Of an own position: what keeps it out. */
static struct str8 reason(struct review *r, const struct written *w, struct str8 *rad) {
    struct str8 avsnitt = w->post->value[STANDPUNKT_AVSNITT];
    *rad = S8("Flytta texten dit den kommer med, eller ta in den i en av profilens mallar.");
    if (w->post->slag != POST_STANDPUNKT)
        return S8("");
    if (avsnitt.n && arende_left_out(r->draft->arende, s8_trim(s8_cut(&avsnitt, ',')))) {
        *rad = S8("Ta upp avsnittet, eller ange ett annat avsnitt för ståndpunkten.");
        return S8(", för avsnittet utelämnas");
    }
    return S8("");
}

static void report(struct review *r, const struct written *w) {
    struct str8 rad, name = review_place_name(r, w->post, w->falt), why = reason(r, w, &rad);
    bool position = w->post->slag == POST_STANDPUNKT;
    review_add(
        r, position ? "ståndpunkt-skrivs-inte" : "text-skrivs-inte",
        position ? SEV_ERROR : SEV_WARNING,
        (struct place){w->post->slag, w->post->nyckel, w->falt, name, S8("")},
        arena_printf(r->arena, "%.*s kommer inte med i något papper%.*s.", S8F(name), S8F(why)),
        rad);
}

void review_oskrivet(struct review *r) {
    static const enum post_slag printed[] = {POST_TEXT, POST_STANDPUNKT, POST_TEMA,
                                             POST_NYCKELPUNKT, POST_SAMVERKAN};
    struct all_written all = {0};
    for (size_t i = 0; i < sizeof printed / sizeof *printed; i++)
        gather(r, printed[i], &all);
    if (all.n == 0)
        return;
    qsort(all.p, all.n, sizeof *all.p, by_mark);
    for (size_t i = 0; i < r->n_paper; i++) {
        if (!r->paper[i].doc)
            return; /* a fault in its template is told elsewhere */
        look_in(r->paper[i].doc, &all);
    }
    for (size_t i = 0; i < all.n; i++)
        if (!all.p[i].printed)
            report(r, &all.p[i]);
}
