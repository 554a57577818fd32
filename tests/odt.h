/* Looking into ODF documents in tests. */
#ifndef TESTS_ODT_H
#define TESTS_ODT_H

#include "emit/odt.h"
#include "tests/package.h"

/* The document that emit_odt makes, unpacked and checked: mimetype stored first, every part
 * well-formed and listed, styles and notes that are referred to exist. `template` may be NULL. */
struct pack odt_made(struct arena *a, const struct doc *d, const struct pack *template);

/* The same for Markdown. */
struct pack odt_of(struct arena *a, const char *markdown);

/* The parts of tests/fixtures/mall-odt, a template as LibreOffice makes it. */
struct pack odt_template_parts(struct arena *a);

/* What emit_odt says of a template that it refuses. */
struct str8 odt_refusal(struct arena *a, struct str8 bytes);

/* The first paragraph, heading or table of content.xml that holds the text. */
const struct xml_elem *odt_block(const struct xml_doc *d, const char *text);

#endif
