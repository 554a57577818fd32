/* XML read from somebody else's file: an index of its elements over its bytes, and splices, with
 * which some of the bytes are replaced while all others stay exactly as they were.
 *
 *     struct xml_doc d;
 *     st = xml_read(a, bytes, S8("mall.docx, word/document.xml"), &d, err);
 *     const struct xml_elem *body = xml_find(d.root, W, "body");
 *     struct xml_splices s = {.a = a};
 *     xml_splice_content(&s, &d, body, S8("<w:p/>"));
 *     xml_splices_apply(&s, &d, &out);
 *
 * Elements are known by namespace and local name, for a file may call the namespace what it likes.
 */
#ifndef EMIT_XML_READ_H
#define EMIT_XML_READ_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"

/* Limits, against files made to fill the memory or the stack. */
enum {
    XML_READ_DEPTH = 256,     /* elements within each other */
    XML_READ_NODES = 1000000, /* elements and attributes in all */
    XML_READ_NAMESPACES = 500 /* that are used */
};

struct xml_attr_in {
    struct str8 ns, name, value; /* namespace (empty: none), local name, the value decoded */
};

struct xml_elem {
    struct str8 ns, name;      /* namespace (empty: none) and local name */
    size_t from, content;      /* the start tag is the bytes [from, content); */
    size_t end, to;            /* the content [content, end), the end tag [end, to). Written as an
                                  empty element (<a/>) content, end and to are the same */
    size_t text_from, text_to; /* xml_text_in */
    const struct xml_attr_in *attr;
    size_t n_attrs;
    struct xml_elem *parent, *first, *last, *prev, *next; /* children, siblings; NULL: none */
};

/* What a prefix stands for on the root: xmlns:prefix="uri". */
struct xml_binding {
    struct str8 prefix, uri; /* prefix empty: xmlns="uri" */
};

struct xml_doc {
    struct str8 bytes; /* the caller's */
    struct str8 text;  /* all character data, decoded */
    struct xml_elem *root;
    struct xml_binding *binding; /* those of the root */
    size_t n_bindings, cap_bindings;
};

/* Reads `bytes`, UTF-8, which must outlive `out`; everything else lives in `a`. `what` names file
 * and part in errors. ST_INVALID: not well-formed, another character set, a document type
 * declaration (where entities would be made), or beyond the limits. */
enum status xml_read(struct arena *a, struct str8 bytes, struct str8 what, struct xml_doc *out,
                     struct error *err);

/* --- Looking ---------------------------------------------------------------------------------- */

/* Is `e` (which may be NULL) that element? */
bool xml_is(const struct xml_elem *e, const char *ns, const char *name);

/* The next element in document order within `root`, NULL at the end:
 * `for (e = root; e; e = xml_next(e, root))`; and the next that is not inside `e`. */
struct xml_elem *xml_next(const struct xml_elem *e, const struct xml_elem *root);
struct xml_elem *xml_skip(const struct xml_elem *e, const struct xml_elem *root);

/* The first such element inside `root`, at any depth but not `root` itself, and the first such
 * child. NULL: none; `root` may be NULL. */
struct xml_elem *xml_find(const struct xml_elem *root, const char *ns, const char *name);
struct xml_elem *xml_child(const struct xml_elem *root, const char *ns, const char *name);

/* The attribute's value; `p` NULL when there is none or `e` is NULL. */
struct str8 xml_value(const struct xml_elem *e, const char *ns, const char *name);

/* All character data inside `e`, decoded. */
struct str8 xml_text_in(const struct xml_doc *d, const struct xml_elem *e);

/* The bytes of the whole element, and those of its content. */
struct str8 xml_bytes(const struct xml_doc *d, const struct xml_elem *e);
struct str8 xml_content(const struct xml_doc *d, const struct xml_elem *e);

/* The name as it is written, with its prefix: "w:body". */
struct str8 xml_written_name(const struct xml_doc *d, const struct xml_elem *e);

/* What the root lets `prefix` stand for; `p` NULL: nothing. */
struct str8 xml_bound(const struct xml_doc *d, const char *prefix);

/* --- Splicing --------------------------------------------------------------------------------- */

struct xml_splice {
    size_t from, to;
    struct str8 by;
};

/* `{.a = arena}` is an empty list. */
struct xml_splices {
    struct arena *a;
    struct xml_splice *items;
    size_t n, cap;
};

/* Bytes [from, to) become `by`, which must outlive the list. Several at the same place come out in
 * the order they were added. One that lies inside, or reaches out of, another that begins before it
 * is dropped: what holds it is replaced. */
void xml_splice(struct xml_splices *s, size_t from, size_t to, struct str8 by);

void xml_splice_element(struct xml_splices *s, const struct xml_elem *e, struct str8 by);

/* The content becomes `by`; and `by` is put last in the content. Both open an element that was
 * written as empty; of such an element give only one. */
void xml_splice_content(struct xml_splices *s, const struct xml_doc *d, const struct xml_elem *e,
                        struct str8 by);
void xml_splice_append(struct xml_splices *s, const struct xml_doc *d, const struct xml_elem *e,
                       struct str8 by);

/* Lets `prefix` stand for `uri` on the root, so that what is spliced in may use it. ST_INVALID when
 * it stands for something else there; `what` as for xml_read. */
enum status xml_splice_binding(struct xml_splices *s, const struct xml_doc *d, const char *prefix,
                               const char *uri, struct str8 what, struct error *err);

/* The document with all splices made, appended to `out`. */
void xml_splices_apply(const struct xml_splices *s, const struct xml_doc *d, struct buf *out);

#endif
