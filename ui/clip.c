#include "ui/clip.h"

enum { LONGEST = 74994 }; /* bytes that give 99 992 in base64: what xterm takes */

static void base64(struct str8 s, struct buf *out) {
    static const char digit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < s.n; i += 3) {
        unsigned v = 0;
        for (size_t k = 0; k < 3; k++)
            v = v << 8 | (i + k < s.n ? (unsigned char)s.p[i + k] : 0u);
        for (size_t k = 0; k < 4; k++)
            buf_byte(out, i + k <= s.n ? digit[v >> (18 - 6 * k) & 63] : '=');
    }
}

void clip_sequence(struct str8 text, bool screen, struct buf *out) {
    enum { CHUNK = 500 }; /* screen passes on strings of fewer than 768 bytes */
    struct buf body = {0};
    if (text.n > LONGEST)
        return;
    buf_str(&body, "\033]52;c;");
    base64(text, &body);
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
