/* The numbers of an ordered list, for formats that set the text elsewhere. */
#ifndef EMIT_NUMBERS_H
#define EMIT_NUMBERS_H

#include <stdbool.h>
#include "doc/doc.h"

/* Neither Word nor LibreOffice counts further: they keep a number in 16 bits. */
enum { NUMBERS_MAX = 32767 };

/* Does the list go beyond that, so that its numbers must be written as text? */
bool numbers_literal(const struct doc_node *list);

/* What the longest number takes, with its point, twips; 0 for bullets. */
int numbers_width(const struct doc_node *list);

/* Room for a marker before an item, twips: LOOK_INDENT, or more for long numbers. */
int numbers_room(const struct doc_node *list);

#endif
