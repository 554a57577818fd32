/* The terminal's clipboard, by OSC 52 (xterm's control sequences). */
#ifndef UI_CLIP_H
#define UI_CLIP_H

#include "base/buf.h"

/* The sequence that asks the terminal to put `text` in its clipboard; through GNU screen when
 * `screen`. Appends nothing for more than a terminal takes (100 000 bytes in base64). */
void clip_sequence(struct str8 text, bool screen, struct buf *out);

#endif
