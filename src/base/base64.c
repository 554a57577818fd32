#include "base/base64.h"

void base64_put(struct str8 s, size_t line, struct buf *out) {
    static const char digit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0, column = 0; i < s.n; i += 3, column += 4) {
        unsigned v = 0;
        if (line && column == line) {
            buf_str(out, "\r\n");
            column = 0;
        }
        for (size_t k = 0; k < 3; k++)
            v = v << 8 | (i + k < s.n ? (unsigned char)s.p[i + k] : 0u);
        for (size_t k = 0; k < 4; k++)
            buf_byte(out, i + k <= s.n ? digit[v >> (18 - 6 * k) & 63] : '=');
    }
}
