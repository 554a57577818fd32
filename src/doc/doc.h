/* The document tree: what a paper consists of, whatever it is written as in the end.
 *
 * Markdown becomes a tree (doc/markdown.h), emitters read it (emit/emit.h); it knows nothing of
 * ärenden. All nodes and texts of a tree live in one arena and are read-only once the tree is done.
 *
 * A finished tree is tidy, so that emitters need not look out for the following:
 * - text is UTF-8 without control characters; in DOC_TEXT runs of white space are one space (a line
 *   end in a paragraph is a space) and none stands first or last in a paragraph, heading or cell,
 *   beside a DOC_BREAK, or just inside DOC_STRONG and DOC_EMPH;
 * - DOC_STRONG never stands inside DOC_STRONG, nor DOC_EMPH inside DOC_EMPH, nor DOC_LINK inside
 *   DOC_LINK, at any depth; two DOC_TEXT, DOC_CODE_SPAN, DOC_STRONG or DOC_EMPH are no neighbours;
 * - headings, paragraphs, items, lists, quotes, code blocks and inline containers are never empty
 *   (cells and notes may be);
 * - every DOC_NOTE_REF has its DOC_NOTE; notes are numbered 1… in the order of their first
 *   reference, in reading order, references inside notes coming after those of the text.
 */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include <stdbool.h>
#include "base/arena.h"
#include "base/str8.h"

/* Quotes and lists within each other, and inline containers within each other, are at most this
 * many; what lies deeper is kept but flattened into the innermost one. So a recursive walk is
 * safe. */
enum { DOC_NEST_MAX = 32 };

/* So many underscores, alone on a paragraph's first line, are a line to sign on. */
enum { DOC_SIGN_MIN = 10 };

/* Columns of a table; text that would be a wider table is no table. */
enum { DOC_COLUMNS_MAX = 64 };

enum doc_kind {
    /* Blocks. Children in brackets; "blocks" are those down to DOC_FIELDS. */
    DOC_ROOT,    /* [blocks] the body of a document */
    DOC_HEADING, /* [inlines] level */
    DOC_PARA,    /* [inlines] */
    DOC_LIST,    /* [DOC_ITEM] ordered, start, tight */
    DOC_TABLE,   /* [DOC_ROW] align, columns; the first row may be a header */
    DOC_QUOTE,   /* [blocks] */
    DOC_CODE,    /* text: verbatim lines joined by "\n", no final one, no tabs */
    DOC_RULE,    /* a thematic break */
    DOC_SIGN,    /* [inlines] a line to sign on; below it name and title, DOC_BREAK between */
    DOC_FIELDS,  /* [DOC_ROW] "label: value"; each row has exactly two cells, label and value */
    DOC_ITEM,    /* [blocks] */
    DOC_ROW,     /* [DOC_CELL] exactly as many as the table has columns; header */
    DOC_CELL,    /* [inlines] */
    DOC_NOTE,    /* [blocks] a footnote's content; number. No headings inside */
    /* Inlines. */
    DOC_TEXT,      /* text */
    DOC_STRONG,    /* [inlines] */
    DOC_EMPH,      /* [inlines] */
    DOC_CODE_SPAN, /* text: verbatim, one line */
    DOC_LINK,      /* [inlines] href, title */
    DOC_NOTE_REF,  /* number */
    DOC_BREAK      /* a line ends here */
};

enum doc_align { DOC_ALIGN_NONE, DOC_ALIGN_LEFT, DOC_ALIGN_CENTER, DOC_ALIGN_RIGHT };

struct doc_node {
    enum doc_kind kind;
    bool ordered;                  /* DOC_LIST: numbered from `start`; otherwise bullets */
    bool tight;                    /* DOC_LIST: no space between items */
    bool header;                   /* DOC_ROW: its cells head the columns */
    int level;                     /* DOC_HEADING: 1–6 */
    int start;                     /* DOC_LIST, ordered: number of the first item, 0–999999999 */
    int number;                    /* DOC_NOTE, DOC_NOTE_REF: 1… */
    int columns;                   /* DOC_TABLE (1–DOC_COLUMNS_MAX), DOC_FIELDS (2) */
    const enum doc_align *align;   /* DOC_TABLE: one per column */
    struct doc_node *parent;       /* NULL for DOC_ROOT and DOC_NOTE */
    struct doc_node *first, *last; /* children, NULL when none */
    struct doc_node *prev, *next;  /* siblings; of a DOC_NOTE: the notes before and after it */
    struct str8 text;              /* DOC_TEXT, DOC_CODE, DOC_CODE_SPAN */
    struct str8 href;              /* DOC_LINK: as written, any scheme or none; one line */
    struct str8 title;             /* DOC_LINK: may be empty; one line */
    struct str8 mark;              /* which graft this came from (doc/markdown.h); empty for the
                                      template's own */
};

/* A value that an organisation's template may ask for: "dnr", "datum", "handläggare", "nämnd" … */
struct doc_field {
    struct str8 name; /* as in the templates of papers */
    struct str8 value;
};

/* Is what a template calls a field that name: without regard to capitals, å ä ö, and whether a
 * space, a hyphen or "_" stands between words ("Ert dnr", "ert-dnr")? */
bool doc_field_called(struct str8 called, struct str8 name);

/* When a document was made, where nobody says. */
#define DOC_CREATED "1980-01-01T00:00:00Z"

/* How pages are numbered: "2 (5)", "2", or not at all. */
enum doc_numbering { DOC_NUMBER_OF_ALL, DOC_NUMBER, DOC_NO_NUMBER };

/* A document. The metadata is plain text, each may be empty; markdown_parse leaves it empty but for
 * the language, and the caller fills it in. */
struct doc {
    struct doc_node *body;    /* DOC_ROOT */
    struct doc_node *notes;   /* first DOC_NOTE, the others follow by `next`; NULL when none */
    int n_notes;              /* their number, and the number of the last */
    struct str8 title;        /* "Svar på remiss av …" */
    struct str8 language;     /* BCP 47; "sv" */
    struct str8 organisation; /* "Omsorgsnämnden, Storstads kommun" */
    struct str8 dnr;          /* diarienummer */
    struct str8 date;         /* as it shall be printed: "2025-03-14" */
    struct str8 author;       /* a name */
    struct str8 created;      /* for the files' own metadata, UTC: "2025-03-14T09:00:00Z"; empty is
                                 that of DOC_CREATED */
    struct str8 logo;         /* bytes of a PNG; empty for none */
    struct str8 logo_alt;     /* what it shows, for who cannot see it; never empty beside a logo */
    enum doc_numbering numbering;
    struct doc_field *field; /* values for fields in an organisation's own template */
    size_t n_fields;
    struct str8 *warnings; /* what was odd in the Markdown without being an error: notes that
                              nothing refers to (left out), names that define two (the first
                              counts). Swedish, a sentence each */
    size_t n_warnings;
};

/* Is it one of the inline kinds? */
bool doc_is_inline(enum doc_kind kind);

/* The next node in reading order (parent before child) within `root`, which is the first, or NULL
 * at the end: `for (n = root; n; n = doc_next(n, root))`. */
struct doc_node *doc_next(const struct doc_node *n, const struct doc_node *root);

/* The next one that is not inside `n`. */
struct doc_node *doc_skip(const struct doc_node *n, const struct doc_node *root);

/* The text of a node and all inside it without any formatting: a break is a space, so is what lies
 * between blocks; note references give nothing. For bookmarks, titles and alternative texts. */
struct str8 doc_plain(struct arena *a, const struct doc_node *root);

/* The first heading of the lowest level in the body, as plain text; empty when there is none. A
 * title for a document that was given none. */
struct str8 doc_first_heading(struct arena *a, const struct doc *d);

/* The headings that the last one stands under, and itself; zeroed before the first. */
struct doc_outline {
    int level[6], n;
};

/* The next heading's level in the structure, where none is skipped: 1 + that of the heading it
 * stands under. */
int doc_outline_level(struct doc_outline *o, const struct doc_node *heading);

/* The date that the first page begins with; empty also where it stands in the body already, above
 * the first heading: in a field list with diarienummer and more, in a table, or by itself. */
struct str8 doc_head_date(const struct doc *d);

/* Building. A new node, zeroed but for its kind, in no tree. */
struct doc_node *doc_node_new(struct arena *a, enum doc_kind kind);
void doc_append(struct doc_node *parent, struct doc_node *child);
void doc_insert_before(struct doc_node *where, struct doc_node *n); /* as a sibling */
void doc_remove(struct doc_node *n);                                /* out of its parent */

/* Moves all children of `from` in front of `where`, which is a child of another node. */
void doc_move_children(struct doc_node *from, struct doc_node *where);

#endif
