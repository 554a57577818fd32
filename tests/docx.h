/* Looking into Word documents in tests. */
#ifndef TESTS_DOCX_H
#define TESTS_DOCX_H

#include "emit/docx.h"

/* The document that emit_docx makes, unpacked and checked: every part well-formed and of a known
 * type, relationships lead to parts, ids are unique, styles, lists, notes and bookmarks that are
 * referred to exist. `template` may be NULL. */
struct pack docx_made(struct arena *a, const struct doc *d, const struct pack *template);

/* The same for Markdown. */
struct pack docx_of(struct arena *a, const char *markdown);
struct doc *docx_parse(struct arena *a, const char *markdown);

/* The parts of tests/fixtures/mall-docx, a template as a Swedish Word makes it. */
struct pack docx_template_parts(struct arena *a);

/* Packed, as a template. */
struct str8 docx_packed(struct arena *a, const struct pack *p);

/* What emit_docx says of a template that it refuses; empty, and the test fails, if it does not. */
struct str8 docx_refusal(struct arena *a, struct str8 bytes);

/* A part, parsed; a failure when there is none. */
struct xml_doc docx_part_of(struct arena *a, const struct pack *p, const char *name);

/* In a part, all of `from` becomes `to`; a failure when there is none. */
void docx_edit(struct arena *a, struct pack *p, const char *name, const char *from, const char *to);

/* The lines that hold `text` go. */
void docx_drop_line(struct arena *a, struct pack *p, const char *name, const char *text);

/* Do the texts stand in the part's character data, in that order? */
void docx_in_order(struct arena *a, const struct pack *p, const char *name,
                   const char *const *texts, size_t n);

bool docx_holds(const struct pack *p, const char *name, const char *bytes);

/* The nth paragraph of the body that holds the text, and the value of an element in it:
 * docx_value(p, "pStyle"); `p` NULL when there is none. */
const struct xml_elem *docx_paragraph(const struct xml_doc *d, const char *text);
struct str8 docx_value(const struct xml_elem *e, const char *element);

#endif
