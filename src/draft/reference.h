/* Where a retelling says which avsnitt it retells: "… ska genomföras (4.1.1)." */
#ifndef DRAFT_REFERENCE_H
#define DRAFT_REFERENCE_H

#include "base/arena.h"
#include "base/str8.h"

/* The Markdown with "(nummer)" after its last words: before the full stop or colon that ends them,
 * before footnotes. Where it ends in a list that words with a colon lead in, after those words, for
 * at the end it would be the last item's. A text that has the reference already is left as it is,
 * and so is one that ends in a table or in code. */
struct str8 reference_put(struct arena *a, struct str8 markdown, struct str8 nummer);

#endif
