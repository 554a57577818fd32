/* Which addresses a paper may lead to. */
#ifndef EMIT_LINK_H
#define EMIT_LINK_H

#include <stdbool.h>
#include "doc/doc.h"

/* http, https and mailto; everything else is printed as text. */
bool link_allowed(struct str8 href);

/* The address as a URI (RFC 3986), what may not stand in one as %XX; empty for one that is not
 * allowed or cannot be one. An address that is no URI makes Word call the whole file damaged, and
 * ODF's schema refuses it: what is not one is printed as text. */
struct str8 link_uri(struct arena *a, struct str8 href);

/* The address of a DOC_LINK as it is printed after its text where it is no link; empty when the
 * text is the address, or there is none. */
struct str8 link_printed(struct arena *a, const struct doc_node *link);

#endif
