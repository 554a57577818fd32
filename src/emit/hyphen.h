/* Where Swedish words may be divided, by libhyphen and the patterns of hyphen-sv. The patterns are
 * part of the program, made into tables when it is built (hyphen_make.c): no file is read. */
#ifndef EMIT_HYPHEN_H
#define EMIT_HYPHEN_H

#include "base/str8.h"

enum { HYPHEN_MIN = 3 }; /* letters on either side of a hyphen, at least */

struct hyphenator;

struct hyphenator *hyphenator_new(void);
void hyphenator_free(struct hyphenator **h);

/* Sets points[i] (word.n places) to whether the word may be divided before its byte i. `word` is
 * letters alone, in either case; one with letters that ISO 8859-1 does not have is not divided. */
void hyphen_points(struct hyphenator *h, struct str8 word, bool *points);

#endif
