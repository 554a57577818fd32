/* Swedish alphabetical order: punctuation, numbers, … x y z å ä ö, v and w apart (SAOL since 2006),
 * é as e, without regard to case; runs of digits by their value, so that avsnitt 4.10 comes
 * after 4.9. */
#ifndef BASE_COLLATE_H
#define BASE_COLLATE_H

#include "base/str8.h"

/* <0, 0, >0. Texts that differ only in case or accents are ordered by bytes, so 0 means equal. */
int collate_sv(struct str8 a, struct str8 b);

#endif
