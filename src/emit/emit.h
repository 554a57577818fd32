/* Document tree in, bytes out. An emitter knows no ärende and touches no file but those of the
 * typefaces.
 *
 * Text, Markdown and HTML are UTF-8 with "\n" line ends and end in one. What comes out depends on
 * nothing but the tree and the options (no clock, no locale), and for PDF on the installed fonts.
 */
#ifndef EMIT_EMIT_H
#define EMIT_EMIT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"
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

/* HTML5 that needs nothing else: no scripts or outside style, and the logo is in it, as it is. Only
 * http, https and mailto links are links; others are printed as text with their address. `o` may be
 * NULL. */
void emit_html(const struct doc *d, const struct emit_html_options *o, struct buf *out);

/* --- Word (Office Open XML, ISO/IEC 29500 Transitional) and ODF 1.2 ----------------------------
 */

/* An organisation's own document whose styles, page, headers, footers and pictures are taken over:
 * .docx or .dotx for Word, .odt or .ott for ODF. Its text is replaced. Fields in it are filled from
 * doc.field: content controls with that tag or title in Word, user fields or bookmarks of that name
 * in ODF; one that the document has no value for is left as it is. Styles are found by the names
 * that the format gives them ("heading 1"), also where a Swedish Word calls them otherwise; what
 * the template lacks is added. */
struct emit_template {
    struct str8 bytes;
    struct str8 name; /* its file, for errors; empty: none, the built-in look */
};

/* `t` may be NULL. Appended to `out`, which is untouched on errors. ST_INVALID for a template that
 * cannot be used (damaged, encrypted, huge, with macros, of another kind): which file, what is
 * wrong, what to do. */
enum status emit_docx(const struct doc *d, const struct emit_template *t, struct buf *out,
                      struct error *err);
enum status emit_odt(const struct doc *d, const struct emit_template *t, struct buf *out,
                     struct error *err);

/* --- PDF ---------------------------------------------------------------------------------------
 */

struct emit_pdf_options {
    bool a1;     /* PDF 1.4 as PDF/A-1a (ISO 19005-1), for archives that ask for it; otherwise
                    PDF 1.7 that is PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) at once */
    bool review; /* lines numbered, wide margin: set.h */
    int *pages;  /* gets how many pages it has; may be NULL */
};

/* `o` may be NULL. Appended to `out`, which is untouched on errors. ST_INVALID for a character that
 * no installed font has; ST_NOT_FOUND when the typefaces are not installed. */
enum status emit_pdf(const struct doc *d, const struct emit_pdf_options *o, struct buf *out,
                     struct error *err);

#endif
