/* Widths of a table's columns, for formats that set the text elsewhere: guessed from letters. */
#ifndef EMIT_COLUMNS_H
#define EMIT_COLUMNS_H

#include "base/arena.h"
#include "doc/doc.h"

/* One per column, twips; together `width` where that is possible. */
int *column_widths(struct arena *a, const struct doc_node *table, int width);

#endif
