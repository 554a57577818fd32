/* A sheet written as PDF: what the pdf_*.c share.
 *
 * Two kinds of file come out. One is PDF 1.7 that is PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO
 * 14289-1) at once, objects packed in streams; the other is PDF 1.4 that is PDF/A-1a (ISO 19005-1).
 * References to clauses are to ISO 32000-1 where nothing else is said.
 */
#ifndef EMIT_PDF_H
#define EMIT_PDF_H

#include <stdint.h>
#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"
#include "doc/doc.h"
#include "emit/sheet.h"

/* The sheet as PDF with the metadata of `d`, appended to `out`, which is untouched on errors. `fs`
 * are the typefaces that the sheet was set with. The same input gives the same bytes. */
enum status pdf_write(const struct sheet *s, const struct fonts *fs, const struct doc *d, bool a1,
                      struct buf *out, struct error *err);

/* --- The file: numbered objects (pdf_obj.c) --------------------------------------------------- */

struct pdf_deflate;

/* Where an object lies: in the file at `at`, or packed in object stream `in` as number `at`. */
struct pdf_place {
    uint32_t at;
    uint32_t in; /* 0: not packed */
};

struct pdf_file {
    struct arena *a;
    struct buf out;          /* the file so far */
    bool plain;              /* PDF 1.4: no object streams, a table of references */
    struct pdf_place *place; /* by object number; that of 0 is unused */
    size_t n, cap;           /* 1 + the objects */
    struct buf packed;       /* objects of the object stream being filled, */
    struct buf packed_index; /* "number offset" of each, */
    uint32_t n_packed;       /* how many, */
    int packed_in;           /* and the number of the stream; 0: none */
    struct pdf_deflate *deflate;
};

void pdf_file_begin(struct pdf_file *f, struct arena *a, bool plain);
void pdf_file_free(struct pdf_file *f);

/* A number for an object that is written sooner or later. */
int pdf_new(struct pdf_file *f);

/* Between the two the object `number`, no stream, is put in the buffer that comes back; no other
 * object may be begun or stream written. */
struct buf *pdf_open(struct pdf_file *f, int number);
void pdf_close(struct pdf_file *f);

/* A stream; `entries` are those of its dictionary besides /Length and /Filter. */
void pdf_stream(struct pdf_file *f, int number, const char *entries, struct str8 bytes);

/* The same, not compressed: metadata shall be legible for who knows no PDF (ISO 19005-1, 6.7.2). */
void pdf_stream_plain(struct pdf_file *f, int number, const char *entries, struct str8 bytes);

/* The end: references and trailer. */
void pdf_file_end(struct pdf_file *f, int catalog, int info);

/* A string has at most 32767 bytes (ISO 19005-2, 6.1.13), a character of the text two or four in
 * it; what is longer is cut. pdf_clip cuts at a character. */
enum { PDF_STRING_MAX = 15000 }; /* bytes of UTF-8 */
struct str8 pdf_clip(struct str8 s);

/* A text string (7.9.2.2), and one that is ASCII whatever it holds: other bytes as in URIs. */
void pdf_text(struct buf *b, struct str8 s);
void pdf_uri(struct buf *b, struct str8 s);

/* A number with at most `decimals` (1–5) decimals, n being in units of the last; without zeros at
 * its end. */
void pdf_number(struct buf *b, int64_t n, int decimals);
void pdf_points(struct buf *b, mp length);

/* 64 bits that differ when the bytes do (FNV-1a); `seed` gives another function. */
uint64_t pdf_hash(struct str8 bytes, uint64_t seed);

/* --- The document ------------------------------------------------------------------------------
 */

struct pdf_page {
    int object, content;
    const struct elem **group; /* the element of each marked piece of content, by MCID */
    size_t n, cap;
    bool logo;
    struct pdf_link *first, *last; /* its link annotations */
};

/* A part of the page that leads somewhere, on one line. */
struct pdf_box {
    mp left, top, right, bottom; /* from the paper's upper left corner */
};

/* A link annotation. */
struct pdf_link {
    const struct elem *elem;
    int object, page;
    size_t key; /* in the parent tree */
    struct pdf_box *box;
    size_t n, cap;
    struct pdf_link *next;         /* on the page */
    struct pdf_link *next_of_elem; /* of the same element: on the next line or page */
};

struct pdf_font;

struct pdf {
    struct pdf_file file;
    struct arena *a;
    const struct sheet *s;
    const struct doc *d;
    bool a1;
    struct pdf_page *page;  /* s->n_pages */
    int *mcid;              /* of a mark, by serial; -1: an artifact */
    int *elem;              /* object number of an element, by serial; 0: left out */
    struct pdf_link **link; /* the first of an element, by serial; NULL: none */
    size_t n_keys;          /* of the parent tree: the pages, then the links */
    struct pdf_font **font; /* by font_index; NULL: not used */
    size_t n_fonts;
    int pages, resources, logo, tree, outlines, metadata, intent, info;
};

/* --- Fonts (pdf_font.c) ----------------------------------------------------------------------- */

/* The font as it is to be embedded, made when first asked for. */
struct pdf_font *pdf_font(struct pdf *p, struct font *font);

/* The character code of a glyph that stands for `text`, which must live as long as the document:
 * each pair has one of its own, so that what is copied is what was meant. 0 when there are more
 * than a font can have. */
uint16_t pdf_font_code(struct pdf *p, struct pdf_font *f, uint16_t glyph, struct str8 text);

/* What glyph `i` of the run stands for; never empty. */
struct str8 pdf_glyph_text(const struct glyph_run *run, size_t i);

/* Font units as thousandths of the type size, in hundredths: what PDF counts widths in. */
int64_t pdf_font_units(const struct font *f, int64_t units);

enum status pdf_fonts(struct pdf *p, struct error *err);

/* "/F0 7 0 R" … of those used. */
void pdf_font_resources(const struct pdf *p, struct buf *b);

/* --- Pages (pdf_page.c, pdf_image.c, pdf_link.c) ---------------------------------------------- */

void pdf_contents(struct pdf *p); /* first of all: gives the MCIDs and the codes of the fonts */
void pdf_links(struct pdf *p);
void pdf_logo(struct pdf *p);
void pdf_pages(struct pdf *p);

/* --- Structure (pdf_tree.c) ------------------------------------------------------------------- */

/* Its structure type: "H1". */
const char *pdf_type(const struct elem *e);

/* Numbers for the elements; before the links, which refer to them. */
void pdf_number_elems(struct pdf *p);
void pdf_tree(struct pdf *p);

/* --- The rest (pdf_meta.c, pdf_outline.c, pdf_icc.c) ------------------------------------------ */

void pdf_outline(struct pdf *p);
void pdf_meta(struct pdf *p); /* Info, XMP, output intent */

/* An ICC profile of sRGB (IEC 61966-2-1), version 2. */
void pdf_icc(struct buf *b);

/* What the document says of itself. */
struct pdf_about {
    struct str8 title;    /* never empty */
    struct str8 author;   /* may be empty */
    struct str8 subject;  /* may be empty */
    struct str8 language; /* "sv-SE" */
    struct str8 created;  /* "2025-03-14T09:00:00Z" */
};
struct pdf_about pdf_about(struct arena *a, const struct doc *d);

#endif
