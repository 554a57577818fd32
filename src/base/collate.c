#include "base/collate.h"

#include "base/utf8.h"

/* The place of a punctuation mark outside ASCII, among those of ASCII; 0 for any other character.
 */
static unsigned long punctuation(uint32_t c) {
    if (c == 0xA0 || c == 0x202F)
        return ' ';
    if (c > 0xA0 && c < 0xC0 && c != 0xAA && c != 0xBA)
        return c;
    return c >= 0x2000 && c < 0x2070 ? 0x100 + (c - 0x2000) : 0;
}

/* The next sorting unit of `s` from `*at`: a letter's place, or a number's value above them. */
static unsigned long next_key(struct str8 s, size_t *at) {
    if (s.p[*at] >= '0' && s.p[*at] <= '9') {
        unsigned long v = 0;
        for (; *at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9'; ++*at)
            v = v < 100000000 ? v * 10 + (unsigned long)(s.p[*at] - '0') : v;
        return 1000 + v; /* after punctuation, before letters */
    }
    size_t len;
    uint32_t c = utf8_decode(s, *at, &len);
    *at += len;
    const unsigned long letters = 2000000000UL;
    switch (c) {
    case 0xE5: /* å */
        return letters + 'z' + 1;
    case 0xE4: /* ä */
    case 0xE6: /* æ */
        return letters + 'z' + 2;
    case 0xF6: /* ö */
    case 0xF8: /* ø */
        return letters + 'z' + 3;
    default:
        break;
    }
    if (c < 0x80)
        return c >= 'a' && c <= 'z' ? letters + c : c;
    if (punctuation(c))
        return punctuation(c);
    struct arena tmp = {0};
    struct str8 plain = utf8_ascii(&tmp, s8_sub(s, *at - len, *at));
    unsigned long key = plain.n && plain.p[0] >= 'a' && plain.p[0] <= 'z'
                            ? letters + (unsigned char)plain.p[0]
                            : letters + 1000 + c;
    arena_free(&tmp);
    return key;
}

int collate_sv(struct str8 a, struct str8 b) {
    struct arena tmp = {0};
    struct str8 fa = utf8_fold(&tmp, a), fb = utf8_fold(&tmp, b);
    int order = 0;
    size_t i = 0, j = 0;
    while (order == 0 && i < fa.n && j < fb.n) {
        unsigned long ka = next_key(fa, &i), kb = next_key(fb, &j);
        order = (ka > kb) - (ka < kb);
    }
    if (order == 0)
        order = (i < fa.n) - (j < fb.n);
    arena_free(&tmp);
    return order ? order : s8_cmp(a, b);
}
