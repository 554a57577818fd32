/* A sheet laid out by hand, with everything that a sheet can have: for tests of the PDF writer. */
#ifndef TESTS_SHEETS_H
#define TESTS_SHEETS_H

#include "doc/doc.h"
#include "emit/sheet.h"

struct hand {
    struct arena a;
    struct fonts *fs;
    struct sheet s;
    struct doc d;
    struct sheet_page *page;
    mp y; /* of the line being set */
};

/* Two pages: logo, headings, a link over three lines, a list, a table, quote and code, a note with
 * a link in it, a soft hyphen; running heads. */
void hand_make(struct hand *h);
void hand_free(struct hand *h);

/* A line of text in an element of that kind; returns the element. */
struct elem *hand_line(struct hand *h, struct elem *parent, enum elem_kind kind, struct str8 text);

/* Text where the pen is: `x` is moved on. NULL `in`: an artifact in the head. */
struct sheet_mark *hand_text(struct hand *h, struct elem *in, enum font_face face, mp *x,
                             struct str8 text);

/* The PDF, in the sheet's arena. */
struct str8 hand_pdf(struct hand *h, bool a1);

#endif
