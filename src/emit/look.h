/* What a paper looks like, the same in PDF, Word and ODF: one table of measures.
 *
 * Lengths are in twips, 1/20 point, the unit of Word; 1 mm is 56.69 twips. Type sizes are in half
 * points, as there. The three formats turn them into their own units.
 */
#ifndef EMIT_LOOK_H
#define EMIT_LOOK_H

#include <stdbool.h>

/* The sheet: A4 (ISO 216), and where its text stands. The margins give lines of some 75 letters. */
enum {
    LOOK_PAGE_WIDTH = 11906,
    LOOK_PAGE_HEIGHT = 16838,
    LOOK_MARGIN_LEFT = 1871,   /* 33 mm */
    LOOK_MARGIN_RIGHT = 1871,  /* 33 mm */
    LOOK_MARGIN_TOP = 1701,    /* 30 mm */
    LOOK_MARGIN_BOTTOM = 1418, /* 25 mm */
    LOOK_HEADER = 850,         /* from the paper's upper edge to the running head: 15 mm */
    LOOK_FOOTER = 680,         /* from its lower edge to the running foot: 12 mm */
    LOOK_LOGO_HEIGHT = 850,    /* the logo's height: 15 mm; */
    LOOK_LOGO_WIDTH = 3402,    /* made lower when it would be wider than 60 mm */
    LOOK_INDENT = 397,         /* of an item's text after its marker, per level: 7 mm */
    LOOK_LABEL_WIDTH = 2381,   /* of the labels of a field list: 42 mm */
    LOOK_CELL_PAD = 80,        /* left and right in a cell */
    LOOK_SIGN_SPACE = 850,     /* above the line to sign on: 15 mm */
    LOOK_SIGN_WIDTH = 4252     /* of that line: 75 mm */
};

enum look_kind {
    LOOK_BODY,
    LOOK_H1, /* H1…H6 in order */
    LOOK_H2,
    LOOK_H3,
    LOOK_H4,
    LOOK_H5,
    LOOK_H6,
    LOOK_ITEM, /* a paragraph of a tight list */
    LOOK_QUOTE,
    LOOK_CODE,
    LOOK_LABEL, /* field lists: the label, */
    LOOK_VALUE, /* and its value */
    LOOK_CELL,
    LOOK_CELL_HEAD,
    LOOK_NOTE,    /* a footnote's text */
    LOOK_RUNNING, /* the running head, and "n (N)" */
    LOOK_SIGN,    /* under the line to sign on */
    LOOK_N
};

enum look_family { LOOK_SERIF, LOOK_SANS, LOOK_MONO };

struct look {
    enum look_family family;
    int size;    /* half points */
    int leading; /* from one line to the next, twips */
    int before;  /* space above, twips: the larger of two that meet counts, as in HTML */
    int after;   /* and below */
    bool bold, italic;
};

const struct look *look_of(enum look_kind kind);

/* The look of a heading of that level, 1–6. */
enum look_kind look_heading(int level);

/* What Word and LibreOffice are told: "Times New Roman". PDF embeds Liberation (font.h), which has
 * the same widths. */
const char *look_named(enum look_family family);

/* The bullet of a list at that depth, from 0: UTF-8. */
const char *look_bullet(int depth);

#endif
