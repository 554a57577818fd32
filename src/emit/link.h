/* Which addresses a paper may lead to: one rule for all formats that have links. */
#ifndef EMIT_LINK_H
#define EMIT_LINK_H

#include "doc/doc.h"

/* The address of a link as a URI (RFC 3986), what may not stand in one as %XX. Empty, and the
 * address is printed as text, for schemes other than http, https and mailto, and for what cannot be
 * a URI: such a one makes Word call the whole file damaged, and ODF's schema refuses it. */
struct str8 link_uri(struct arena *a, struct str8 href);

/* The address of a DOC_LINK as it is printed after its text where it is no link; empty when the
 * text is the address, or there is none. */
struct str8 link_printed(struct arena *a, const struct doc_node *link);

#endif
