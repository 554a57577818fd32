/* Widths of a table and its columns, for formats that set the text elsewhere: guessed from letters.
 * Twips. */
#ifndef EMIT_COLUMNS_H
#define EMIT_COLUMNS_H

#include "base/arena.h"
#include "doc/doc.h"

/* Of a table that stands `left` from the margin, in text of that width: what is left, but no
 * indentation makes it narrower than can be read. */
int table_width(int text_width, int left);

/* One per column; together `width`, which is 1400 or more. */
int *column_widths(struct arena *a, const struct doc_node *table, int width);

#endif
