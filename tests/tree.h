/* Comparing document trees in tests. */
#ifndef TESTS_TREE_H
#define TESTS_TREE_H

#include "base/buf.h"
#include "doc/doc.h"

/* A tree as text, one node a line; equal trees give equal text. Left out is what Markdown cannot
 * say: marks, and whether a list is tight where its items need a blank line in them or where there
 * is nothing to leave space between. */
void tree_dump(const struct doc *d, struct buf *out);

/* What doc.h promises of a finished tree; NULL if all is kept, else what is not. */
const char *tree_fault(const struct doc *d);

#endif
