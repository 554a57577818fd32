/* [termer] in profil.ini: words that the organisation prefers to others. */
#include "profil/private.h"

#include "base/utf8.h"

static bool same_words(struct loading *l, struct str8 a, struct str8 b) {
    return s8_eq(utf8_fold(l->arena, a), utf8_fold(l->arena, b));
}

/* The term of that name; a layer above the first says it anew. */
static struct profil_term *term_of(struct loading *l, struct str8 ord) {
    struct profil *p = l->profil;
    for (size_t i = 0; i < p->n_term; i++)
        if (same_words(l, p->term[i].ord, ord))
            return &p->term[i];
    struct profil_term *t = ARENA_PUSH(l->arena, p->term, p->n_term, l->cap_term);
    t->ord = ord;
    return t;
}

enum status profil_put_term(struct loading *l, struct str8 ord, struct str8 undvik,
                            struct error *err) {
    struct profil_term *t = term_of(l, ord);
    t->undvik = profil_list_of(l->arena, undvik, &t->n_undvik);
    for (size_t i = 0; i < t->n_undvik; i++)
        if (same_words(l, t->undvik[i], ord))
            return error_set(
                err, ST_INVALID,
                "”%.*s” kan inte stå för sig självt. Skriv det ord som ni föredrar före "
                "likhetstecknet och det som ni undviker efter.",
                S8F(ord));
    return ST_OK;
}
