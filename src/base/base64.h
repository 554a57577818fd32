/* Bytes as text: base64 with the usual digits and padding (RFC 4648, 4). */
#ifndef BASE_BASE64_H
#define BASE_BASE64_H

#include "base/buf.h"

/* Appended to `out`; CR LF after every `line` digits that have more after them (a multiple of 4),
 * or never when it is 0. */
void base64_put(struct str8 s, size_t line, struct buf *out);

#endif
