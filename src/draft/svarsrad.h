/* Every punkt of a betänkande with its answer, in the betänkande's order. */
#ifndef DRAFT_SVARSRAD_H
#define DRAFT_SVARSRAD_H

#include "draft/compose.h"

struct svarsrad {
    struct punkt_ref ref;
    struct str8 nyckel;      /* "4.1.1:2" */
    const struct post *post; /* POST_SVAR, or NULL */
    enum stance stance;      /* STANCE_NONE: not answered */
    bool utelamnad;          /* its avsnitt is left out on purpose */
};

/* All of them, in the arena; each is looked up once. */
struct svarsrad *svarsrader(struct arena *a, const struct draft *d, size_t *n);

#endif
