/* Word documents (ISO/IEC 29500 Transitional): what the files docx*.c share.
 *
 * A document is always made from a template. Where the organisation has none it is made from the
 * built-in one (docx_builtin.c): a package with styles, page, running heads and an empty body. What
 * follows is the same for both: the template's parts are opened over their bytes (xml_read.h),
 * what is new is spliced in, everything else stays as it was.
 */
#ifndef EMIT_DOCX_H
#define EMIT_DOCX_H

#include "emit/emit.h"
#include "emit/look.h"
#include "emit/xml.h"
#include "emit/xml_read.h"
#include "emit/zip.h"

#define DOCX_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define DOCX_R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define DOCX_PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define DOCX_RELS DOCX_PACKAGE "relationships"
#define DOCX_TYPES DOCX_PACKAGE "content-types"
#define DOCX_CORE DOCX_PACKAGE "metadata/core-properties"
#define DOCX_MAIN_TYPE                                                                             \
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
#define DOCX_WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

/* Width of the text between the built-in margins, twips. */
enum { DOCX_TEXT_WIDTH = LOOK_PAGE_WIDTH - LOOK_MARGIN_LEFT - LOOK_MARGIN_RIGHT };

/* Levels of a list in Word. Deeper lists begin anew in another definition. */
enum { DOCX_LEVELS = 9 };

/* --- Styles (docx_styles.c) ------------------------------------------------------------------- */

enum docx_style {
    DOCX_NORMAL,
    DOCX_TABLE_NORMAL,
    DOCX_BODY, /* "Body Text" where a template has it; otherwise not used */
    DOCX_H1,   /* H1…H6 in order */
    DOCX_H2,
    DOCX_H3,
    DOCX_H4,
    DOCX_H5,
    DOCX_H6,
    DOCX_BULLET,
    DOCX_NUMBER,
    DOCX_CONTINUE, /* an item's further paragraphs */
    DOCX_QUOTE,
    DOCX_CODE,
    DOCX_FIELD,
    DOCX_CELL,
    DOCX_CELL_HEAD,
    DOCX_SIGN,
    DOCX_RULE,
    DOCX_NOTE,
    DOCX_HEADER,
    DOCX_SENDER,   /* organisation and date, on the first page */
    DOCX_NOTE_REF, /* from here on styles of characters */
    DOCX_LINK,
    DOCX_CODE_SPAN,
    DOCX_LABEL,
    DOCX_GRID, /* of tables */
    DOCX_STYLES
};

/* --- The document being made ------------------------------------------------------------------ */

/* An ordered list, or all bullet lists of one definition. */
struct docx_num {
    bool ordered;
    bool own;  /* by the template's definition */
    int depth; /* lists around it */
    int start;
};

/* How an item's text stands, twips: from the margin, and its marker to the left of that. */
struct docx_indent {
    int left, hanging;
};

/* The template's definition of its bullet lists, or of its numbered ones. */
struct docx_own_list {
    struct str8 num; /* w:numId of its style; empty: none */
    int definition;  /* w:abstractNumId */
    bool usable[DOCX_LEVELS];
    struct docx_indent level[DOCX_LEVELS];
};

/* A part of the package, opened. */
struct docx_part {
    struct str8 name; /* "word/document.xml" */
    struct str8 what; /* for errors: "mall.dotx, word/document.xml" */
    struct xml_doc xml;
    struct xml_splices splices;
    struct str8 *added; /* comes last in its root */
    size_t n_added, cap_added;
};

enum { DOCX_LINK_BUCKETS = 4096 };

/* The relationships of a part. Its links come after the others, one per address. */
struct docx_rels {
    struct docx_part part;
    struct str8 base;   /* the folder its targets are relative to: "word/" */
    struct str8 prefix; /* of the ids that are added: none had it before */
    struct docx_link {
        struct str8 target, id;
        struct docx_link *next;
    } * *link; /* DOCX_LINK_BUCKETS chains, by hash; NULL while there are none */
    int n_added;
};

struct docx {
    struct arena *a;
    const struct doc *d;
    struct pack *pack;
    struct str8 what;                  /* the template's file, for errors */
    bool built_in;                     /* no template was given */
    struct str8 main;                  /* name of the main part, "word/document.xml" */
    int text_width;                    /* between the margins, twips */
    struct str8 style_id[DOCX_STYLES]; /* empty: none, and nothing is written */
    bool own[DOCX_STYLES];             /* the style is ours, not the template's */
    struct docx_own_list own_list[2];  /* bullets, numbers */
    struct docx_num *num;
    size_t n_nums, cap_nums;
    int abstract_base, num_base, note_base; /* the highest ids that are taken */
    int bookmark;                           /* the id last used */
    int *refs;                              /* per note: references to it, */
    bool *in_body;                          /* is one of them in the text? */
    bool *seen;                             /* has that reference been written? */
    const struct doc_node *note;            /* the one being written; NULL: the body */
    int *pending;                           /* notes that only it refers to */
    size_t n_pending, cap_pending;
    struct docx_rels *rels;     /* of the part being written */
    struct docx_rels main_rels; /* of the main part */
    struct docx_part types;     /* [Content_Types].xml */
    bool after_table;           /* the next paragraph needs space above it */
};

/* "sv" is "sv-SE": Word asks for a country. */
const char *docx_language(const struct docx *x);

/* --- Package (docx_package.c) ----------------------------------------------------------------- */

/* Opens a part; `skeleton` is what it is when there is none. */
enum status docx_open(struct docx *x, struct str8 name, struct str8 skeleton, struct docx_part *out,
                      struct error *err);
/* Puts XML last in the root. */
void docx_append(struct docx *x, struct docx_part *part, struct str8 bytes);
/* Puts it back with its splices made. */
void docx_close(struct docx *x, struct docx_part *part);

/* "word/_rels/document.xml.rels" of "word/document.xml". */
struct str8 docx_rels_name(struct arena *a, struct str8 part);

/* The relationships of a part ("" is the package itself). */
enum status docx_rels_open(struct docx *x, struct str8 part, struct docx_rels *out,
                           struct error *err);

/* The part that the first relationship of that type leads to; empty when there is none. `type` is
 * the end of its address, "/styles". */
struct str8 docx_rels_part(struct docx *x, const struct docx_rels *r, const char *type);

/* What a target means, seen from the part: the name of a part. */
struct str8 docx_resolve(struct arena *a, struct str8 base, struct str8 target);

/* Adds a relationship and returns its id. */
struct str8 docx_rels_add(struct docx *x, struct docx_rels *r, const char *type, struct str8 target,
                          bool external);

/* The id of a link to that address, made once. */
struct str8 docx_rels_link(struct docx *x, struct docx_rels *r, struct str8 href);

/* Gives a part its content type. */
void docx_type(struct docx *x, struct str8 part, const char *type);

/* The main part's related part of that kind ("numbering"), for opening; one that is missing is
 * entered in relationships and content types under a name that is free. */
struct str8 docx_related(struct docx *x, const char *kind);

/* --- What a package is made of ---------------------------------------------------------------- */

/* The built-in template. ST_INVALID for a logo that is no PNG. */
enum status docx_builtin(struct docx *x, struct error *err);

/* The logo: its size on paper, in EMU (ST_INVALID: no PNG), and a run that shows relationship rId1.
 */
struct docx_size {
    long width, height;
};
enum status docx_logo_size(const struct docx *x, struct docx_size *out, struct error *err);
void docx_logo(struct docx *x, struct xml *w, struct docx_size s);

/* Reads a template into x->pack and refuses those that cannot be used. */
enum status docx_template(struct docx *x, const struct emit_template *t, struct error *err);

/* ST_INVALID: `what` is Strict Open XML, which has other namespaces. */
enum status docx_strict(struct str8 what, struct error *err);

/* All styles as the part styles.xml. */
void docx_styles_builtin(struct docx *x, struct buf *out);

/* Finds the styles in the template's styles.xml and adds those that are missing. */
enum status docx_styles_adopt(struct docx *x, struct error *err);

/* Fills the content controls of a part from doc.field. */
void docx_controls_fill(struct docx *x, struct docx_part *part);

/* The content control of the body that holds the text; NULL when there is none. */
const struct xml_elem *docx_controls_body(const struct xml_elem *body);

/* ST_INVALID when `kept`, of `part`, names a relationship that `r` does not have. */
enum status docx_check_ids(const struct docx_rels *r, const struct docx_part *part,
                           const struct xml_elem *kept, struct error *err);

/* Forgets what only the old body used, and reviewers' comments; and, once relationships are closed,
 * removes the parts that nothing leads to any longer: a template is often an old document, whose
 * contents shall not leave the house in a new one. ST_INVALID when a part that is used is not
 * there. */
void docx_prune_relationships(struct docx_rels *r, const struct xml_elem *kept);
enum status docx_prune_parts(struct docx *x, struct error *err);

/* docProps/core.xml: the document's metadata. */
void docx_core(struct docx *x, struct docx_rels *package);

/* --- Writing (docx_body.c, docx_table.c, docx_inline.c) --------------------------------------- */

enum { DOCX_UNSET = -1 };

/* How a paragraph differs from its style. */
struct docx_para {
    enum docx_style style;
    bool keep_next;
    int tab;                  /* a stop in place of the one at LOOK_LABEL_WIDTH; 0: none */
    bool high;                /* text beside a picture stands at its upper edge */
    int num, level;           /* its number's list, index + 1 in x->num; 0: none */
    int before, after;        /* DOCX_UNSET: as the style has it */
    int left, hanging, right; /* likewise */
    enum doc_align align;
};

/* The defaults: all unset. */
struct docx_para docx_para(enum docx_style style);

void docx_para_open(struct docx *x, struct xml *w, const struct docx_para *p);
void docx_para_close(struct xml *w);

void docx_inlines(struct docx *x, struct xml *w, const struct doc_node *parent);
/* In a style of characters; DOCX_NORMAL: none. */
void docx_inlines_in(struct docx *x, struct xml *w, enum docx_style style,
                     const struct doc_node *parent);
void docx_run_text(struct docx *x, struct xml *w, enum docx_style style, struct str8 text);
/* What stands inside a run: text, and elements for hyphens and "\n". */
void docx_text(struct xml *w, struct str8 text);

/* Blocks of the body, or of a note. Always ends in a paragraph; nothing gives nothing. */
void docx_blocks(struct docx *x, struct xml *w, const struct doc_node *parent);

/* A table `left` twips from the margin. */
void docx_table(struct docx *x, struct xml *w, const struct doc_node *table, int left);

/* --- Lists and notes (docx_list.c, docx_list_own.c, docx_notes.c) ----------------------------- */

/* The list's index + 1, for docx_para. `own`: by the template's definition, where it has one. */
int docx_num(struct docx *x, const struct doc_node *list, int depth, bool own);
int docx_num_level(int depth);

/* The indentation that it brings with it. */
struct docx_indent docx_num_indent(const struct docx *x, int num);

/* The definitions of the template's own lists: which they are, by its styles, and what they say. */
void docx_own_lists_find(struct docx *x, const struct xml_elem *styles);
void docx_own_lists_read(struct docx *x, const struct xml_elem *numbering);

/* Before the body: the highest ids; after it: the lists themselves. */
enum status docx_numbering_begin(struct docx *x, struct error *err);
enum status docx_numbering_end(struct docx *x, struct error *err);

void docx_note_ref(struct docx *x, struct xml *w, int number);
enum status docx_notes_begin(struct docx *x, bool keep, struct error *err);
enum status docx_notes_end(struct docx *x, bool keep, struct error *err);

#endif
