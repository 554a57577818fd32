/* Looking into Word documents in tests. */
#ifndef TESTS_DOCX_H
#define TESTS_DOCX_H

#include "emit/docx.h"
#include "tests/package.h"

/* The document that emit_docx makes, unpacked and checked: every part well-formed and of a known
 * type, relationships lead to parts, ids are unique, styles, lists, notes and bookmarks that are
 * referred to exist. `template` may be NULL. */
struct pack docx_made(struct arena *a, const struct doc *d, const struct pack *template);

/* The same for Markdown. */
struct pack docx_of(struct arena *a, const char *markdown);

/* The parts of tests/fixtures/mall-docx, a template as a Swedish Word makes it. */
struct pack docx_template_parts(struct arena *a);

/* What emit_docx says of a template that it refuses. */
struct str8 docx_refusal(struct arena *a, struct str8 bytes);

/* The first paragraph that holds the text, and the value of an element in it:
 * docx_value(p, "pStyle"); `p` NULL when there is none. */
const struct xml_elem *docx_paragraph(const struct xml_doc *d, const char *text);
struct str8 docx_value(const struct xml_elem *e, const char *element);

#endif
