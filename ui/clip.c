#include "ui/clip.h"

#include "base/base64.h"

enum { LONGEST = 74994 }; /* bytes that give 99 992 in base64: what xterm takes */

void clip_sequence(struct str8 text, bool screen, struct buf *out) {
    enum { CHUNK = 500 }; /* screen passes on strings of fewer than 768 bytes */
    struct buf body = {0};
    if (text.n > LONGEST)
        return;
    buf_str(&body, "\033]52;c;");
    base64_put(text, 0, &body);
    buf_byte(&body, '\a');
    for (struct str8 rest = buf_str8_of(&body); screen && rest.n; rest = s8_skip(rest, CHUNK)) {
        buf_str(out, "\033P");
        buf_str8(out, s8_sub(rest, 0, CHUNK));
        buf_str(out, "\033\\");
    }
    if (!screen)
        buf_str8(out, buf_str8_of(&body));
    buf_free(&body);
}
