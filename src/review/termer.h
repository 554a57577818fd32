/* Words that the profile avoids, in a text, and what it says instead ([termer] in profil.ini).
 *
 * A word is found with small and capital letters alike, also with an ending ("kommunala hälso- och
 * sjukvården"), and over a line end. Left alone is what is not the organisation's own words:
 * quotes, quoted blocks, code, addresses, the titles of the betänkande and its avsnitt, the names
 * of those that the ärende names. Left alone is also what stands in the preferred words themselves.
 */
#ifndef REVIEW_TERMER_H
#define REVIEW_TERMER_H

#include "draft/compose.h"

/* The rule of the findings. */
#define TERM_RULE "term"

struct term_hit {
    size_t at, n;    /* bytes of the text */
    struct str8 ord; /* the preferred words, as the profile has them */
    struct str8 byt; /* the same in the form that fits there; empty where that cannot be known */
};

/* All of them, in order, into the arena. `markdown`: the text is Markdown, not one line. */
struct term_hit *term_hits(struct arena *a, const struct draft *d, struct str8 text, bool markdown,
                           size_t *n);

/* The text with every hit changed whose form is known. */
struct str8 term_changed(struct arena *a, struct str8 text, const struct term_hit *hit, size_t n);

#endif
