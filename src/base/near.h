/* The word somebody probably meant: unknown words are met with the nearest known one. */
#ifndef BASE_NEAR_H
#define BASE_NEAR_H

#include "base/str8.h"

/* The one of `n` candidates with the smallest Levenshtein distance (in characters, folded, å ä ö
 * equal to a a o) to `word`, as an index, or -1 when none is nearer than a third of its length
 * (but 2 is always near enough). Words over 64 characters have no neighbour. */
int near_find(struct str8 word, const struct str8 *candidates, size_t n);

#endif
