/* Text as it is set: what is not seen, and what is a space. */
#include "emit/font_private.h"

#include <string.h>
#include "base/utf8.h"

static bool joiner(uint32_t c) {
    return c == 0x200c || c == 0x200d;
}

bool font_invisible(uint32_t c) {
    return c == 0xad || c == 0x34f || c == 0x61c || c == 0x180e || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x2060 && c <= 0x2064) || (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff ||
           (c >= 0xe0000 && c <= 0xe0fff) || c < 0x20 || (c >= 0x7f && c < 0xa0);
}

/* Spaces of all widths, and those where no line ends; all are set as the common one, for few faces
 * have the others. */
static bool is_space(uint32_t c) {
    return c == '\t' || c == '\n' || c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 ||
           c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

/* Does a joiner after `before` shape the letters? Not in the scripts of Europe. */
static bool joins(uint32_t before) {
    return before >= 0x590 && before < 0x1e00;
}

size_t font_printable(uint32_t c, uint32_t before, char out[4]) {
    if (is_space(c)) {
        out[0] = ' ';
        return 1;
    }
    if (font_invisible(c) && !(joiner(c) && joins(before)))
        return 0;
    return utf8_encode(c, out);
}

struct str8 font_printable_text(struct arena *a, struct str8 s) {
    char *out = arena_alloc(a, s.n + 1);
    size_t n = 0;
    uint32_t before = 0;
    for (size_t at = 0, len; at < s.n; at += len) {
        char bytes[4];
        uint32_t c = utf8_decode(s, at, &len);
        size_t k = font_printable(c, before, bytes);
        memcpy(out + n, bytes,
               k < len ? k : len); /* never longer, but for bytes that are no UTF-8 */
        n += k < len ? k : len;
        before = c;
    }
    return (struct str8){out, n};
}
