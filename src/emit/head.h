/* What stands at the head of the pages, the same in PDF, Word and ODF. */
#ifndef EMIT_HEAD_H
#define EMIT_HEAD_H

#include "doc/doc.h"

/* Diarienummer and title, cut to be one line: the running head of later pages where the program
 * that shows the paper cannot cut it. */
struct str8 head_running(struct arena *a, const struct doc *d);

/* The size on paper of a logotype of so many pixels: as high as look.h says, or lower so as not to
 * be too wide. In units of which a twip has `per_twip`; at least 1. */
void head_logo(long per_twip, int pixels_wide, int pixels_high, long *width, long *height);

/* A page's number as the document has them: "2 (5)", "2", or empty. */
struct str8 head_number(struct arena *a, const struct doc *d, int page, int pages);

#endif
