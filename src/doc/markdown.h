/* Markdown to document tree: CommonMark with tables and footnotes, without raw HTML.
 *
 * What differs from CommonMark (0.30, by md4c):
 * - HTML is text. Only `<br>` in a table cell or a heading, where Markdown has no other way to end
 *   a line, is a break.
 * - Indented code does not exist (prose is often indented); code is fenced.
 * - Tables as on GitHub, but each part of the line below the header has three characters or more
 *   ("---", ":-:"). A table whose header cells are all empty has no header; with two columns
 *   it is a field list (DOC_FIELDS).
 * - A paragraph whose first line is ten underscores or more and a hard break is a signature
 *   (DOC_SIGN): a line to sign on, and below it the rest.
 * - Footnotes: `[^id]` in the text, and `[^id]: text` on a line of its own anywhere outside quotes
 *   and code. Lines after it that are indented by two spaces or more, blank lines between them
 *   included, belong to the note. A reference to no note stands as it is written.
 * - An image is its alternative text.
 * - A heading without words is none.
 * - Of named character references those a Swedish text is likely to hold are known; others are
 *   text.
 *
 * Grafts. A template's Markdown holds tokens where Markdown by somebody else shall stand. A token
 * is U+E000, the graft's index in decimal digits, U+E001. Each graft is parsed alone, with footnote
 * names and link definitions of its own, and its blocks are then put in the token's place; so
 * nothing in one graft can change how anything outside it is read.
 * - Tokens that make up a whole paragraph (also in an item, quote or footnote) are replaced by the
 *   grafts' blocks; an empty graft leaves nothing, nor does an item, list or quote with nothing
 *   else in it.
 * - Amid other text, in a heading or a table cell the graft becomes text with breaks between its
 *   paragraphs; items begin with "– " or their number.
 * - In code the graft's Markdown stands verbatim.
 * - The graft's headings sink: the nearest heading of the template above the token gives the level
 *   they lie below; no level is skipped, and the lowest is 6.
 * - A token with an unknown index and private characters that are no token are dropped. In the
 *   text of a graft U+E000 and U+E001 are removed, so a token cannot be forged.
 */
#ifndef DOC_MARKDOWN_H
#define DOC_MARKDOWN_H

#include "base/buf.h"
#include "base/status.h"
#include "doc/doc.h"

enum { MARKDOWN_MAX = 4 * 1024 * 1024 }; /* bytes of template and grafts together */

/* The private characters around a token's digits. */
#define MARKDOWN_TOKEN_BEGIN "\xEE\x80\x80" /* U+E000 */
#define MARKDOWN_TOKEN_END "\xEE\x80\x81"   /* U+E001 */

struct markdown_graft {
    struct str8 text; /* Markdown, UTF-8 */
    struct str8 mark; /* copied to every node that comes from it; for the screen, may be empty */
};

/* Reads `text` with its grafts into a tree in `a`, where everything is copied. Any UTF-8 text is
 * valid Markdown; text that would make the parser slow (tables of more than DOC_COLUMNS_MAX
 * columns, links repeated by the million) is read as plain text. ST_OK; ST_INVALID for texts over
 * MARKDOWN_MAX or not UTF-8. */
enum status markdown_parse(struct arena *a, struct str8 text, const struct markdown_graft *grafts,
                           size_t n_grafts, struct doc **out, struct error *err);

/* Appends the token for graft `i`. */
void markdown_token(size_t i, struct buf *out);

/* Appends plain text so that Markdown gives back exactly that text, on one line, wherever text may
 * stand: paragraph, heading, item, cell, inside emphasis. White space and line ends are folded to
 * one space and trimmed; control characters, U+E000 and U+E001 are removed; every ASCII
 * punctuation character gets a backslash. */
void markdown_escape(struct str8 value, struct buf *out);

#endif
