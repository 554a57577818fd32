/* Which addresses a paper may lead to. */
#ifndef EMIT_LINK_H
#define EMIT_LINK_H

#include <stdbool.h>
#include "base/str8.h"

/* http, https and mailto; everything else is printed as text. */
bool link_allowed(struct str8 href);

#endif
