#include "remiss/arende.h"

struct post post_new(struct arena *a, enum post_slag slag, struct str8 nyckel) {
    struct post p = {.slag = slag, .nyckel = arena_str8(a, nyckel)};
    p.value = ARENA_NEW(a, struct str8, post_slag_info(slag)->n_falt);
    return p;
}

struct post post_copy(struct arena *a, const struct post *p) {
    struct post q = post_new(a, p->slag, p->nyckel);
    q.ordning = p->ordning;
    q.version = p->version;
    for (size_t i = 0; i < post_slag_info(p->slag)->n_falt; i++)
        q.value[i] = arena_str8(a, p->value[i]);
    return q;
}

struct str8 arende_value(const struct arende *a, int f) {
    return a->post[POST_ARENDE].p[0].value[f];
}

struct post *arende_post(const struct arende *a, enum post_slag slag, struct str8 nyckel) {
    const struct post_list *l = &a->post[slag];
    for (size_t i = 0; i < l->n; i++)
        if (s8_eq(l->p[i].nyckel, nyckel))
            return &l->p[i];
    return NULL;
}

bool falt_shown(const struct falt *f) {
    return f->typ != FALT_GRUND;
}

enum stance svar_stance(const struct post *svar) {
    return svar ? stance_from_code(svar->value[SVAR_STALLNING]) : STANCE_NONE;
}

bool arende_left_out(const struct arende *a, struct str8 avsnitt) {
    const struct post *own = arende_post(a, POST_AVSNITT, avsnitt);
    return own && s8_eqz(own->value[AVSNITT_UTELAMNAD], "ja");
}

struct arende *arende_new(struct arena *a) {
    struct arende *ar = ARENA_NEW(a, struct arende, 1);
    struct post_list *l = &ar->post[POST_ARENDE];
    *ARENA_PUSH(a, l->p, l->n, l->cap) = post_new(a, POST_ARENDE, S8(""));
    return ar;
}
