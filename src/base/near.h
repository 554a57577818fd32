/* The word somebody probably meant: unknown words are met with the nearest known one. */
#ifndef BASE_NEAR_H
#define BASE_NEAR_H

#include "base/status.h"
#include "base/str8.h"

/* The one of `n` candidates with the smallest Levenshtein distance (in characters, folded, å ä ö
 * equal to a a o) to `word`, as an index, or -1 when none is nearer than a third of its length
 * (but 2 is near enough where that is less than half of it). Words over 64 characters have no
 * neighbour. */
int near_find(struct str8 word, const struct str8 *candidates, size_t n);

/* An error about an unknown word: `what` (a whole sentence without its full stop: "”delviss” är
 * ingen ställning"), then the nearest candidate, "Menade du ”delvis”?", or, if none is near and
 * `label` is not NULL, all of them: "Ställningarna är: tillstyrker, …". Returns `s`. */
enum status near_error(struct error *err, enum status s, struct str8 word,
                       const struct str8 *candidates, size_t n, const char *label, const char *what,
                       ...) __attribute__((format(printf, 7, 8)));

#endif
