/* A document set on pages: what stands where, and what it is to someone who hears it read.
 *
 * set.h makes it from the document tree, pdf.h writes it as PDF. It knows no PDF and no document
 * tree. Everything lives in one arena.
 *
 * Units: lengths are in mp, 1/1000 point; y grows downwards from the paper's upper edge, x from its
 * left. Advances of glyphs are in font units (font_units_per_em).
 *
 * Every mark on a page belongs to an element of the structure, or is an artifact: the page's
 * furniture, which is not read aloud (ISO 32000-1, 14.8.2.2). Marks and elements are made in the
 * order in which they are to be read; a page has its marks in the order in which they are painted,
 * which is another where a footnote is read before the text that goes on above it.
 */
#ifndef EMIT_SHEET_H
#define EMIT_SHEET_H

#include "base/arena.h"
#include "emit/font.h"

typedef int32_t mp;

/* --- Structure -------------------------------------------------------------------------------- */

/* Standard structure types of ISO 32000-1, 14.8.4. */
enum elem_kind {
    ELEM_DOCUMENT, /* the root; one */
    ELEM_SECT,
    ELEM_H, /* level 1–6 */
    ELEM_P,
    ELEM_QUOTE, /* BlockQuote */
    ELEM_CODE,  /* inside a block */
    ELEM_LIST,  /* ordered */
    ELEM_ITEM,  /* LI: [LBL, LBODY] */
    ELEM_LBL,
    ELEM_LBODY,
    ELEM_TABLE,
    ELEM_THEAD, /* the two are left out by PDF/A-1a, which has them not */
    ELEM_TBODY,
    ELEM_ROW,
    ELEM_TH, /* row_scope or column scope */
    ELEM_TD,
    ELEM_NOTE,      /* note: its number. [LBL, blocks] */
    ELEM_REFERENCE, /* note; [LINK] */
    ELEM_LINK,      /* href, or note for a link to a note */
    ELEM_FIGURE,    /* alt, box */
    ELEM_STRONG,
    ELEM_EM
};

struct elem;
struct sheet_mark;

/* What an element holds, in reading order: elements and marks mixed. */
struct elem_kid {
    struct elem *elem;       /* or */
    struct sheet_mark *mark; /* one of the two is NULL */
    struct elem_kid *next;
};

struct elem {
    enum elem_kind kind;
    struct elem *parent; /* NULL: the root */
    struct elem_kid *first, *last;
    int level;          /* ELEM_H */
    bool ordered;       /* ELEM_LIST */
    bool row_scope;     /* ELEM_TH: heads its row, not its column */
    int note;           /* ELEM_NOTE, ELEM_REFERENCE, ELEM_LINK: 1…; 0 none */
    struct str8 href;   /* ELEM_LINK: a URI of http, https or mailto */
    struct str8 alt;    /* ELEM_FIGURE: alternative text */
    size_t serial;      /* 0… in order of creation; the root is 0 */
    struct elem *after; /* the one created next; NULL the last */
};

/* --- Marks ------------------------------------------------------------------------------------ */

enum mark_kind { MARK_TEXT, MARK_RULE, MARK_IMAGE };
enum artifact_kind { ARTIFACT_LAYOUT, ARTIFACT_HEADER, ARTIFACT_FOOTER };

struct sheet_mark {
    enum mark_kind kind;
    struct elem *elem;           /* NULL: an artifact, */
    enum artifact_kind artifact; /* of this kind */
    mp x, y;               /* MARK_TEXT: its baseline's left end; else its upper left corner */
    mp width, height;      /* MARK_RULE: a filled box. MARK_IMAGE. MARK_TEXT: advance width */
    struct glyph_run *run; /* MARK_TEXT */
    mp size;               /* MARK_TEXT: type size */
    bool grey;             /* in a lighter colour, still with a contrast of 4.5:1 at least */
    struct sheet_page *page;
    struct sheet_mark *next; /* on the page */
    struct elem_kid *kid;    /* its place in the element; NULL: an artifact */
    size_t serial;           /* 0… in order of creation */
};

/* An entry of the bookmarks: a heading. */
struct sheet_bookmark {
    struct str8 title;
    int level; /* 1–6; no level is skipped on the way down */
    int page;  /* 0… */
    mp y;
    struct sheet_bookmark *next;
};

struct sheet_page {
    int number; /* 0… */
    struct sheet_mark *first, *last;
    struct sheet_page *next;
};

/* Where a note begins, for the link to it: index number − 1. */
struct sheet_place {
    int page; /* 0… */
    mp y;
};

/* A picture to be painted, decoded: the organisation's logo. */
struct sheet_image {
    int width, height; /* pixels */
    struct str8 rgb;   /* 3 bytes a pixel, rows from above; sRGB */
    struct str8 grey;  /* instead of rgb: 1 byte a pixel; one of the two */
    struct str8 alpha; /* 1 byte a pixel, or empty: opaque */
};

struct sheet {
    struct arena *a;
    mp width, height; /* of the paper */
    struct elem *root;
    struct elem *last_elem;
    size_t n_elems, n_marks;
    struct sheet_page *first, *last;
    int n_pages; /* at least 1 when done */
    struct sheet_bookmark *bookmarks, *last_bookmark;
    struct sheet_place *notes;
    int n_notes;
    const struct sheet_image *logo; /* what MARK_IMAGE paints; NULL: none */
};

/* An empty sheet: the root and no page. */
void sheet_init(struct sheet *s, struct arena *a, mp width, mp height);

/* A new element, last in `parent`. */
struct elem *sheet_elem(struct sheet *s, struct elem *parent, enum elem_kind kind);

struct sheet_page *sheet_page(struct sheet *s);

/* A new mark, last on the page and, where `elem` is not NULL, last in the element. Without a page
 * it is put on one later, by sheet_place: what is read first need not be painted first. */
struct sheet_mark *sheet_mark(struct sheet *s, struct sheet_page *page, struct elem *elem,
                              enum mark_kind kind);
void sheet_place(struct sheet_page *page, struct sheet_mark *mark);

void sheet_bookmark(struct sheet *s, struct str8 title, int level, int page, mp y);

#endif
