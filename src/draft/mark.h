/* Where a part of a paper comes from: the mark that its nodes carry (doc/doc.h), and that
 * context.h puts there: "svar 4.1.1:2 motivering", kind, key and field. */
#ifndef DRAFT_MARK_H
#define DRAFT_MARK_H

#include "remiss/arende.h"

/* False for an empty mark, or one that names no field: then nothing is set. `nyckel` points into
 * `mark`. */
bool mark_read(struct str8 mark, enum post_slag *slag, struct str8 *nyckel, int *falt);

#endif
