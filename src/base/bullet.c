#include "base/bullet.h"

#include "base/utf8.h"

/* How much white space there must be between the sign and the item. */
enum gap { GAP_NONE, GAP_ANY, GAP_WIDE, NO_BULLET };

static enum gap gap_of(uint32_t sign) {
    enum { SYMBOL_FIRST = 0xF000, SYMBOL_LAST = 0xF0FF, BULLET = 0x2022, MIDDLE_DOT = 0xB7 };
    /* ‣ ⁃ ∙ ■ □ ▪ ▫ ► ● ○ ◦ ➢ ✓ ✔ */
    static const uint32_t others[] = {MIDDLE_DOT, 0x2023, 0x2043, 0x2219, 0x25A0,
                                      0x25A1,     0x25AA, 0x25AB, 0x25BA, 0x25CF,
                                      0x25CB,     0x25E6, 0x27A2, 0x2713, 0x2714};
    if (sign == BULLET || (sign >= SYMBOL_FIRST && sign <= SYMBOL_LAST))
        return GAP_NONE;
    if (sign == 'o' || sign == 0x2013 || sign == 0x2014)
        return GAP_WIDE;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (sign == others[i])
            return GAP_ANY;
    return NO_BULLET;
}

/* Past the white space at `at`; `columns` gets how much there is, a tab counted as two. */
static size_t skip_space(struct str8 s, size_t at, size_t *columns) {
    size_t len;
    *columns = 0;
    for (; at < s.n; at += len) {
        uint32_t c = utf8_decode(s, at, &len);
        if (c != '\t' && utf8_classify(c) != UTF8_SPACE)
            break;
        *columns += c == '\t' ? 2 : 1;
    }
    return at;
}

bool bullet_at(struct str8 line, struct bullet *out) {
    size_t columns, len, at = skip_space(line, 0, &columns);
    if (at >= line.n)
        return false;
    uint32_t sign = utf8_decode(line, at, &len);
    enum gap gap = gap_of(sign);
    if (gap == NO_BULLET)
        return false;
    at = skip_space(line, at + len, &columns);
    struct str8 item = s8_trim_right(s8_skip(line, at));
    if (item.n == 0 || columns < (size_t)gap)
        return false;
    *out = (struct bullet){sign, item};
    return true;
}
