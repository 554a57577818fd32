/* Setting a document on pages: tree in, sheet out (sheet.h). Measures are those of look.h.
 *
 * - Lines break as Unicode (UAX 14) allows, and inside words by the Swedish hyphenation patterns,
 *   never in headings or in a word with digits; a hyphenated word leaves at least three letters on
 *   each line and never goes over to another page. A word wider than its line is cut.
 * - A heading stands with at least two lines of what follows; no paragraph leaves one line behind
 * or sends one ahead; an item's marker stands with its text; a signature is kept in one piece with
 *   the paragraph above it.
 * - A table is as wide as the text; columns by what they hold. A row is kept on one page where it
 *   fits on one; the header is repeated, as an artifact.
 * - A footnote stands at the foot of the page of its reference and goes on at the next page's when
 *   there is no room; one in a cell is anchored at its row. An element ELEM_NOTE stands right after
 *   the block that refers to it.
 * - The first page begins with the logo and, where the document has no field list with them, the
 *   organisation and the date: content. Later pages begin with title and dnr; every page carries
 *   "n (N)": artifacts.
 */
#ifndef EMIT_SET_H
#define EMIT_SET_H

#include "doc/doc.h"
#include "emit/sheet.h"

struct set_options {
    bool review; /* for reading on paper before a meeting: wide right margin, lines numbered in
                    steps of five from 1 on each page (as artifacts), wider leading */
};

/* `o` may be NULL. Everything lives in `a`, glyph runs refer to `fs`. ST_INVALID for a character
 * that no font has: which, and under which heading. */
enum status set_document(struct arena *a, struct fonts *fs, const struct doc *d,
                         const struct set_options *o, struct sheet *out, struct error *err);

#endif
