/* XML, written piece by piece into a buffer: the parts of Word and ODF documents. Escaping is done
 * here and nowhere else; elements that were opened are closed in order, which is asserted.
 *
 *     xml_open(x, "w:p"); xml_attr(x, "w:val", S8("1")); xml_text(x, s); xml_close(x, "w:p");
 */
#ifndef EMIT_XML_H
#define EMIT_XML_H

#include "base/buf.h"

enum { XML_DEPTH = 128 }; /* more than DOC_NEST_MAX gives */

struct xml {
    struct buf *out;
    bool tag_open; /* the start tag lacks its ">" and may get attributes */
    int depth;
    const char *element[XML_DEPTH]; /* names, the caller's constants */
};

/* Begins a document: the declaration (UTF-8, standalone). */
void xml_begin(struct xml *x, struct buf *out);
/* Begins a fragment, without the declaration. */
void xml_fragment(struct xml *x, struct buf *out);

void xml_open(struct xml *x, const char *name);  /* the name stays the caller's until closed */
void xml_close(struct xml *x, const char *name); /* <name/> when nothing was put in it */

/* Attributes of the element just opened. */
void xml_attr(struct xml *x, const char *name, struct str8 value);
void xml_attrz(struct xml *x, const char *name, const char *value);
void xml_attri(struct xml *x, const char *name, long value);
void xml_attrf(struct xml *x, const char *name, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* An element with one attribute and nothing in it, and one with nothing at all. */
void xml_one(struct xml *x, const char *element, const char *attr, struct str8 value);
void xml_onez(struct xml *x, const char *element, const char *attr, const char *value);
void xml_onei(struct xml *x, const char *element, const char *attr, long value);
void xml_none(struct xml *x, const char *element);

/* Text, escaped; characters that XML 1.0 does not have (most control characters, U+FFFE, U+FFFF)
 * are left out. `s` is UTF-8. */
void xml_text(struct xml *x, struct str8 s);

/* An element that holds nothing but text. */
void xml_element(struct xml *x, const char *element, struct str8 text);

/* Bytes that are XML already, trusted. */
void xml_raw(struct xml *x, struct str8 s);

#endif
