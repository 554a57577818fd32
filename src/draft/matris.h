/* The answers as a table: a row per punkt, a column per group of stances. */
#ifndef DRAFT_MATRIS_H
#define DRAFT_MATRIS_H

#include "draft/svarsrad.h"

struct matris_rad {
    const struct svarsrad *svar;
    struct str8 rubrik; /* the avsnitt's own heading, or its title if that may be printed; else
                           empty */
    struct str8 punkt;  /* "förslag"; "förslag 2" where the avsnitt has several */
    size_t kolumn;      /* in which group it stands: an index into `huvud` */
    struct str8 ord;    /* what stands there: "delar inte" */
};

struct matris {
    struct str8 *huvud; /* the groups that are in use, what is contested first */
    size_t n_kolumn;
    struct matris_rad *rad; /* in the order of the betänkande */
    size_t n_rad;
};

void matris(struct arena *a, const struct draft *d, struct matris *out);

#endif
