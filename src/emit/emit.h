/* Document tree in, bytes out. An emitter knows no ärende and touches no file.
 *
 * Output is UTF-8 with "\n" line ends and ends in one; it depends on nothing but the tree and the
 * options (no clock, no locale).
 */
#ifndef EMIT_EMIT_H
#define EMIT_EMIT_H

#include "base/arena.h"
#include "base/buf.h"
#include "doc/doc.h"

/* --- Plain text, in pages -------------------------------------------------------------------- */

/* Columns are counted as on a terminal (wide characters are two). A value of 0 gives the default,
 * one outside the limits the nearest limit. */
struct emit_text_options {
    int width;      /* columns; 72, at least 30, at most 200 */
    int page_lines; /* lines on a page; 60, at least 16, at most 1000 */
    bool endless;   /* one page as long as it takes: no page heads, notes at the end */
};

/* One line of a page. */
struct emit_line {
    struct str8 text; /* without line end or trailing spaces; in the arena */
    struct str8 mark; /* the graft it comes from; empty for the template's text, page heads, blank
                         lines */
    int page;         /* 1… */
};

struct emit_lines {
    struct emit_line *items; /* in reading order */
    size_t n, cap;
    int pages; /* at least 1 */
};

/* The document laid out: the first page begins with organisation and date (when known; the date not
 * where the document begins with a field list), later ones with dnr (or title) and "n (N)"; a
 * heading stands with two lines of what follows, no paragraph leaves a single line behind or ahead;
 * a table's header is repeated; footnotes stand on the page of their reference and go on at the
 * foot of the next when they do not fit. Lines end as Unicode (UAX 14) allows, never at a no-break
 * space; a word longer than the line is cut. `o` may be NULL for the defaults. The lines live in
 * `a`. */
void emit_text_lines(struct arena *a, const struct doc *d, const struct emit_text_options *o,
                     struct emit_lines *out);

/* The same as bytes: a form feed stands before the first line of every page but the first. */
void emit_text(const struct doc *d, const struct emit_text_options *o, struct buf *out);

/* --- Markdown -------------------------------------------------------------------------------- */

/* Canonical Markdown: markdown_parse gives the same tree back, but for marks and metadata, and for
 * a tight list with an item that Markdown can only write with a blank line in it (two paragraphs),
 * which is read back as loose. A paragraph is one line; notes stand last. */
void emit_markdown(const struct doc *d, struct buf *out);

/* --- HTML ------------------------------------------------------------------------------------ */

struct emit_html_options {
    bool fragment;     /* only what belongs inside <body>; default a whole page */
    struct str8 style; /* CSS in place of the built-in style; empty for that. Trusted: it comes from
                          the organisation's profile. "</" is made harmless */
};

/* HTML5, readable without the network: no scripts, images or outside style. Only http, https and
 * mailto links are links; others are printed as text with their address. `o` may be NULL. */
void emit_html(const struct doc *d, const struct emit_html_options *o, struct buf *out);

#endif
