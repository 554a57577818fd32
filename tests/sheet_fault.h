/* What a sheet must keep, whatever document it was made of. For tests. */
#ifndef TESTS_SHEET_FAULT_H
#define TESTS_SHEET_FAULT_H

#include "doc/doc.h"
#include "emit/set.h"

/* NULL if `s` keeps all that set.h and sheet.h promise of a sheet made of `d`; else what it does
 * not, in a static buffer. A page's end in an evil place is a fault only where there was room to do
 * better: documents with chunks higher than a page are not for this. */
const char *sheet_fault(struct arena *a, const struct sheet *s, const struct doc *d, bool review);

/* The text of a structure element and all inside, in reading order, soft hyphens left out. */
struct str8 sheet_text(struct arena *a, const struct elem *e);

/* Elements, marks and pages as text: equal sheets give equal text. */
void sheet_dump(const struct sheet *s, struct buf *out);

/* The first element of that kind, in reading order, after `e`; NULL at the end. */
const struct elem *sheet_find(const struct elem *e, enum elem_kind kind);

#endif
