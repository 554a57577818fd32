/* Setting, inside: inlines become a text with breaks (set_inline.c), a text becomes lines
 * (set_break.c, set_para.c), blocks become a column of lines (set.c, set_table.c), and the column
 * is cut into pages (set_page.c).
 *
 * Elements and marks are made in reading order while the column is made; marks get their page when
 * it is cut. Until then a mark's y is counted from its line's top.
 */
#ifndef EMIT_SET_PRIVATE_H
#define EMIT_SET_PRIVATE_H

#include "emit/look.h"
#include "emit/set.h"

static inline mp mp_twips(int twips) {
    return twips * 50;
}

static inline mp larger(mp x, mp y) {
    return x > y ? x : y;
}

/* --- Text with breaks ------------------------------------------------------------------------- */

/* Before a byte of the text: */
enum brk {
    BRK_NO,
    BRK_MAY,
    BRK_SOFT,   /* a soft hyphen of the author's */
    BRK_HYPHEN, /* by the patterns */
    BRK_CUT,    /* in a word that is wider than its line */
    BRK_MUST
};

/* An inline container, which becomes an element when its first mark is made. */
struct set_span {
    const struct doc_node *node;
    struct set_span *parent; /* NULL: the block itself */
    struct elem *elem;       /* NULL: not made yet */
    struct str8 href;        /* DOC_LINK: as a URI, in the sheet's arena */
};

/* A stretch of text of one look. */
struct set_leaf {
    size_t from, to; /* bytes of the text */
    struct set_span *span;
    enum font_face face;
    mp size, rise; /* type size; above the baseline */
    mp lead;       /* space in front of it */
    bool underline;
    int note; /* a reference: the note's number; else 0 */
    struct glyph_runs runs;
};

struct para {
    struct str8 text; /* printable; a forced line end is a space before the break */
    char *brk;        /* enum brk; text.n + 1 of them */
    int64_t *x;       /* mp from the beginning to each byte; text.n + 1 of them */
    struct set_leaf *leaf;
    size_t n_leaves, cap_leaves;
    mp hyphen; /* width of the widest hyphen in it */
    bool verbatim;
};

/* The end of a line: bytes [previous end, to). */
struct para_end {
    size_t to;
    bool hyphen; /* a hyphen is added */
};

struct para_ends {
    struct para_end *item;
    size_t n, cap;
};

struct set;

/* What look a block's text has. */
struct text_look {
    enum look_kind kind;
    mp size; /* type size; 0: the look's */
    bool hyphenate;
    bool space; /* one follows the text, before what stands beside it */
};

/* The inlines in `block` (or, for DOC_CODE, its text). What it holds lives in `words`. */
void para_make(struct set *s, const struct doc_node *block, struct text_look look,
               struct para *out);
/* Plain text. */
void para_plain(struct set *s, struct str8 text, struct text_look look, struct para *out);

/* Widths: of the longest line when none is broken, and of the widest piece that is not to be
 * broken. */
void para_measure(const struct para *p, mp *line, mp *word);

/* Where lines of at most `width` end, evenly. Words are hyphenated if `hyphenate`. */
void para_break(struct set *s, struct para *p, mp width, bool hyphenate, struct para_ends *out);

/* Width of [from, to) without spaces at its end. */
mp para_width(const struct para *p, size_t from, size_t to);

/* Marks BRK_HYPHEN where words may be divided (set_hyphen.c). */
void para_hyphenate(struct set *s, struct para *p);

/* --- The column ------------------------------------------------------------------------------- */

/* What speaks against ending a page after a line; the higher, the later it is done. */
enum glue { GLUE_NONE, GLUE_ROW, GLUE_PARA, GLUE_HEADING, GLUE_WORD };

struct set_line {
    mp gap;    /* space above it, but not at the top of a page */
    mp height; /* without the gap */
    mp base;   /* from its top to the baseline */
    enum glue glue;
    bool text; /* counted where lines are numbered */
    bool heading;
    struct sheet_mark *first, *last; /* linked by `next` */
    int *notes;                      /* numbers of the notes that it is the first to refer to */
    size_t n_notes, cap_notes;
    const struct set_bookmark *bookmark;
    mp placed;   /* its top, once it is on a page */
    size_t head; /* 1 + index of the table head to be repeated above it; 0 none */
};

struct set_bookmark {
    struct str8 title;
    int level;
};

struct set_lines {
    struct set_line *item;
    size_t n, cap;
};

struct set_note {
    const struct doc_node *node;
    bool seen; /* referred to */
    int root;  /* the note by which it is reached from the text: itself, or one that leads to it */
    int *followers; /* of such a root: the notes that are reached by it alone */
    size_t n_followers, cap_followers;
    struct set_lines lines;
};

/* Lines [from, to) of the column head a table. */
struct set_head {
    size_t from, to;
};

struct set {
    struct arena *a;
    struct arena words; /* paragraphs until they are lines; emptied after each block of the body */
    struct fonts *fs;
    const struct doc *d;
    struct sheet *sheet;
    bool review;
    enum status status; /* the first failure; nothing more is set after it */
    struct error *err;
    const struct doc_node *heading; /* the last one, for errors */
    struct doc_outline outline;

    struct set_lines *lines; /* where lines go: the body's or a note's */
    struct set_lines body;
    mp left, right;                          /* edges of the text, */
    mp margin_left, margin_right;            /* and of the page's */
    int root;                                /* of the note that is being set; 0: the text is */
    mp after;                                /* space below the last block */
    mp top;                                  /* where the first page's text begins */
    int depth;                               /* lists around */
    enum look_kind kind;                     /* of paragraphs */
    enum doc_kind last_block;                /* the one set last */
    struct sheet_mark *marker, *last_marker; /* for the next line's beginning */
    size_t head;                             /* for the lines to come */

    struct set_note *note; /* index number − 1 */
    int *queue;            /* notes referred to, in order; set as far as `queue_done` */
    size_t n_queue, cap_queue, queue_done;
    struct set_head *heads;
    size_t n_heads, cap_heads;
    struct hyphenator *hyphenator; /* NULL until a word is to be divided */
    mp hyphen[FONT_FACES];         /* width at 1 pt, ×1000; 0: not measured */
};

/* Leading of a look, mp; wider for review. */
mp set_leading(const struct set *s, enum look_kind kind);

/* A new line at the end of `out`. */
struct set_line *set_line(struct set *s, struct set_lines *out, mp height, mp base);
void set_line_mark(struct set_line *line, struct sheet_mark *mark);

/* A paragraph as lines at the end of `out`, glued so that none stands alone. */
enum set_align { SET_LEFT, SET_CENTER, SET_RIGHT };
struct set_box {
    mp left, width;
    enum set_align align;
};
void set_para(struct set *s, struct para *p, struct text_look look, struct elem *elem,
              struct set_box box, struct set_lines *out);

/* Text on its own, on one line at `x`, as a mark that has no page yet. NULL on failure. */
struct sheet_mark *set_mark(struct set *s, struct str8 text, enum look_kind look, mp size,
                            struct elem *elem, mp x);

/* A filled box, an artifact without a page. */
struct sheet_mark *set_rule(struct set *s, mp x, mp y, mp width, mp height);

/* Puts other lines beside: the first beside the first. */
void set_beside(struct set *s, struct set_lines *lines, const struct set_lines *beside);

/* Adds lines to the column as one block with that look's space around it. */
void set_block(struct set *s, struct set_lines *lines, enum look_kind kind);

/* The notes referred to since the last call, into `parent`. */
void set_pending_notes(struct set *s, struct elem *parent);

/* As wide as the text is where we are. */
struct set_box set_whole(const struct set *s);

/* Width of a line of plain text. */
mp set_text_width(struct set *s, struct str8 text, enum look_kind kind);

/* The first page's head (set_head.c). */
void set_logo(struct set *s);
void set_sender(struct set *s);

void set_blocks(struct set *s, const struct doc_node *parent, struct elem *elem);
void set_table(struct set *s, const struct doc_node *table, struct elem *parent);
void set_fields(struct set *s, const struct doc_node *fields, struct elem *parent);

/* Cuts the column into pages. */
void set_pages(struct set *s);

#endif
