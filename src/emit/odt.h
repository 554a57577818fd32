/* ODF text documents (OASIS Open Document 1.2): what the files odt*.c share.
 *
 * A document is always made from a template. Where the organisation has none it is made from the
 * built-in one (odt_builtin.c): a package with styles, pages, running heads and an empty body. What
 * follows is the same for both: styles.xml and content.xml are opened over their bytes
 * (xml_read.h), what is new is spliced in, everything else stays as it was.
 */
#ifndef EMIT_ODT_H
#define EMIT_ODT_H

#include "emit/emit.h"
#include "emit/look.h"
#include "emit/xml.h"
#include "emit/xml_read.h"
#include "emit/zip.h"

#define ODT_NS "urn:oasis:names:tc:opendocument:xmlns:"
#define ODT_OFFICE ODT_NS "office:1.0"
#define ODT_STYLE ODT_NS "style:1.0"
#define ODT_TEXT ODT_NS "text:1.0"
#define ODT_TABLE ODT_NS "table:1.0"
#define ODT_DRAW ODT_NS "drawing:1.0"
#define ODT_SVG ODT_NS "svg-compatible:1.0"
#define ODT_FO ODT_NS "xsl-fo-compatible:1.0"
#define ODT_META ODT_NS "meta:1.0"
#define ODT_CONFIG ODT_NS "config:1.0"
#define ODT_MANIFEST ODT_NS "manifest:1.0"
#define ODT_XLINK "http://www.w3.org/1999/xlink"
#define ODT_DC "http://purl.org/dc/elements/1.1/"
#define ODT_MIMETYPE "application/vnd.oasis.opendocument.text"

/* Width of the text between the built-in margins, twips. */
enum { ODT_TEXT_WIDTH = LOOK_PAGE_WIDTH - LOOK_MARGIN_LEFT - LOOK_MARGIN_RIGHT };

/* Levels of a list in ODF. Deeper lists begin anew, further in. */
enum { ODT_LEVELS = 10 };

/* --- Styles (odt_styles.c) -------------------------------------------------------------------- */

enum odt_style {
    ODT_STANDARD,
    ODT_BODY,
    ODT_H1, /* H1…H6 in order */
    ODT_H2,
    ODT_H3,
    ODT_H4,
    ODT_H5,
    ODT_H6,
    ODT_BULLET, /* items of lists */
    ODT_NUMBER,
    ODT_CONTINUE, /* an item's further paragraphs */
    ODT_QUOTE,
    ODT_CODE,
    ODT_FIELD,
    ODT_CELL,
    ODT_CELL_HEAD,
    ODT_SIGN,
    ODT_RULE,
    ODT_NOTE,
    ODT_HEADER, /* these two are the built-in template's alone */
    ODT_SENDER,
    ODT_STRONG, /* from here on styles of characters */
    ODT_EMPH,
    ODT_CODE_SPAN,
    ODT_LABEL,
    ODT_LINK,
    ODT_NOTE_REF,    /* in the text, */
    ODT_NOTE_NUMBER, /* and before the note */
    ODT_BULLETS,     /* from here on styles of lists */
    ODT_NUMBERS,
    ODT_STYLES
};

/* --- The document being made ------------------------------------------------------------------ */

/* A part of the package, opened. */
struct odt_part {
    struct str8 name; /* "content.xml" */
    struct str8 what; /* for errors: "mall.ott, content.xml" */
    struct xml_doc xml;
    struct xml_splices splices;
};

/* An automatic style: what a paragraph, list, table or cell has beside its named style. */
struct odt_auto {
    struct str8 name;
    struct str8 bytes; /* all that follows its name */
};

struct odt {
    struct arena *a;
    const struct doc *d;
    struct pack *pack;
    struct str8 what;    /* the template's file, for errors */
    bool built_in;       /* no template was given */
    struct str8 version; /* of ODF: "1.2". LibreOffice refuses a document whose parts disagree */
    struct odt_part styles, content;
    int text_width; /* between the margins, twips */
    struct str8 style[ODT_STYLES];
    bool own[ODT_STYLES]; /* the style is ours, not the template's */
    struct str8 prefix;   /* of automatic styles: none in the template begins so */
    struct odt_auto *autos;
    size_t n_autos, cap_autos;
    struct str8 master; /* the first page's, for the first paragraph to be written; then empty */
    int tables;         /* written so far */
    bool *in_body;      /* per note: does the text itself refer to it? */
    bool *seen;         /* has a reference to it been written? */
    bool in_note;
    int *pending; /* notes that only the one being written refers to */
    size_t n_pending, cap_pending;
};

/* Twips as a length: "19.85pt". */
void odt_attr_length(struct xml *w, const char *name, int twips);

/* What is in the buffer, into the arena; the buffer is freed. */
struct str8 odt_taken(struct odt *x, struct buf *b);

/* Names the namespaces that we write with, on the element just opened. */
void odt_namespaces(struct xml *w);

/* --- Package (odt_package.c) ------------------------------------------------------------------ */

enum status odt_open(struct odt *x, const char *name, struct odt_part *out, struct error *err);
/* Puts it back with its splices made. */
void odt_close(struct odt *x, struct odt_part *part);

/* Removes the parts that nothing leads to: a template is often an old document, whose contents
 * shall not leave the house in a new one. Call when content.xml and styles.xml are closed.
 * ST_INVALID when they lead to something outside the package, or to a picture that is not there. */
enum status odt_prune(struct odt *x, struct error *err);

/* mimetype, META-INF/manifest.xml and the order of all. `old`: the template's manifest, `p` NULL
 * for none. */
enum status odt_manifest(struct odt *x, struct str8 old, struct error *err);

/* meta.xml, with the template's own properties. */
enum status odt_meta(struct odt *x, struct error *err);

/* --- What a package is made of ---------------------------------------------------------------- */

/* The built-in template. ST_INVALID for a logo that is no PNG. */
enum status odt_builtin(struct odt *x, struct error *err);

/* Reads a template into x->pack and refuses those that cannot be used. */
enum status odt_template(struct odt *x, const struct emit_template *t, struct error *err);

/* The page that the template's first paragraph asks for, and its width. */
void odt_template_page(struct odt *x, const struct xml_elem *first);

/* Finds the styles in styles.xml and adds those that are missing. */
void odt_styles_adopt(struct odt *x);

/* Name of the default language's parts: "sv", "SE". */
void odt_language(struct odt *x, struct str8 *language, struct str8 *country);

/* Fills fields, placeholders and bookmarks inside `root` from doc.field. */
void odt_fields_fill(struct odt *x, struct odt_part *part, const struct xml_elem *root);

/* The value of that name; `p` NULL when the document has none. */
struct str8 odt_field(const struct odt *x, struct str8 name);

/* Is it a place for the document's text: a section, placeholder or bookmark that is so called? */
const struct xml_elem *odt_fields_body(const struct odt_part *part, const struct xml_elem *body);

/* --- Automatic styles (odt_auto.c) ------------------------------------------------------------ */

enum { ODT_UNSET = -1 };

/* How a paragraph differs from its style. */
struct odt_para {
    enum odt_style style;
    bool keep_next;
    int before, after;        /* ODT_UNSET: as the style has it */
    int left, hanging, right; /* likewise */
    enum doc_align align;
};

/* The defaults: all unset. */
struct odt_para odt_para(enum odt_style style);

/* The name of the style that `bytes` is, an element without a name; the same for the same. `kind`
 * is a letter of the name. */
struct str8 odt_auto(struct odt *x, const char *kind, struct str8 bytes);

/* The paragraph's style; takes x->master. */
struct str8 odt_para_style(struct odt *x, const struct odt_para *p);

/* A list style for a list at that depth whose text stands `left` twips from the margin and whose
 * marker has `room`. */
struct str8 odt_list_style(struct odt *x, bool ordered, int depth, int left, int room);
void odt_list_levels(struct xml *w, bool ordered, int depth, int left, int room);

/* All of them, for office:automatic-styles. */
struct str8 odt_autos(struct odt *x);

/* --- Writing (odt_body.c, odt_list.c, odt_table.c, odt_inline.c, odt_notes.c) ------------------
 */

/* A list being written. */
struct odt_level {
    struct str8 style;
    bool ordered;
    int number;  /* of the item */
    bool shown;  /* its marker has been written */
    bool inside; /* the item's element is open */
    bool fresh;  /* no item is in the element of the list yet */
};

/* Blocks one after the other: the body, or a note. Lists are logically open from the outermost to
 * the innermost, while their elements are opened when something is to be put into them: a table
 * cannot stand in a list, so they are closed before it and taken up again after it. */
struct odt_flow {
    struct xml *w;
    struct odt_level level[DOC_NEST_MAX + 1];
    int depth;          /* lists around what is written */
    int base, open;     /* the elements of levels [base, open) are open */
    struct str8 number; /* to be put before the next paragraph: that of a note, */
    struct str8 item;   /* or of an item that LibreOffice cannot count to */
};

void odt_list_enter(struct odt_flow *f, struct str8 style, const struct doc_node *list);
void odt_list_item(struct odt_flow *f); /* the next item */
void odt_list_leave(struct odt_flow *f);
/* Opens what the next paragraph needs, and closes all that is open, for a table. */
void odt_list_open(struct odt_flow *f);
void odt_list_suspend(struct odt_flow *f);

void odt_blocks(struct odt *x, struct odt_flow *f, const struct doc_node *parent);

/* A table `left` twips from the margin, with space above and below. */
void odt_table(struct odt *x, struct xml *w, const struct doc_node *table, int left);

/* Text. `verbatim`: spaces first and last in it stay, whatever stands beside it. */
void odt_text(struct xml *w, struct str8 text, bool verbatim);
void odt_span(struct odt *x, struct xml *w, enum odt_style style, struct str8 text);
void odt_inlines(struct odt *x, struct xml *w, const struct doc_node *parent);

void odt_notes_begin(struct odt *x);
void odt_note_ref(struct odt *x, struct xml *w, int number);

#endif
