/* What a sentence says of a stance: "nämnden avstyrker förslaget i avsnitt 5.3", "tillstyrker fyra
 * förslag". A small reading of words, made to miss rather than to be wrong. */
#ifndef REVIEW_CLAIM_H
#define REVIEW_CLAIM_H

#include "draft/compose.h"
#include "review/prose.h"

/* Stances that a reader takes for the same. */
enum side {
    SIDE_NONE,
    SIDE_FOR,  /* tillstyrker, delar, also with synpunkter or villkor */
    SIDE_PART, /* delvis, i huvudsak */
    SIDE_DOUBT,
    SIDE_AGAINST,
    SIDE_OPEN /* inget att erinra, avstår */
};
enum side side_of(enum stance s);

struct claim {
    enum side side;
    struct str8 verb;        /* the words that say it: "avstyrker", "delar inte" */
    bool weak;               /* "är positiv till", which may be said of less than the whole */
    bool outright;           /* in the department's own words: tillstyrker, avstyrker */
    struct str8 ref;         /* of what: "5.3", "5.3:2", "7" for a chapter; empty: it is not said */
    int count;               /* "tillstyrker fyra förslag": 4; COUNT_ALL; 0: no number */
    bool forslag, bedomning; /* of what the number is, or what the sentence is about */
};
enum { COUNT_ALL = -1 };

/* The claims in a sentence, each reference one of its own; numbers that are no avsnitt of the
 * betänkande are no references. What others say ("utredningen avstyrker"), what is only supposed
 * ("om nämnden avstyrker") and what cannot be told apart gives none. */
struct claims {
    struct claim *claim;
    size_t n;
};
struct claims claims_of(struct arena *a, const struct draft *d, struct str8 sentence);

/* Does it weigh one thing against another ("men", "däremot"), or speak of a part (the "resonemang",
 * the "syfte")? Then a verb alone does not tell the stance. */
bool claim_hedged(struct arena *a, struct str8 sentence);

#endif
