#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#include "base/buf.h"

static const uint8_t *u8(struct str8 s) {
    return (const uint8_t *)(s.p ? s.p : "");
}

uint32_t utf8_decode(struct str8 s, size_t at, size_t *len) {
    ucs4_t c;
    if (at < s.n && (unsigned char)s.p[at] < 0x80) { /* most text: no table needs asking */
        *len = 1;
        return (unsigned char)s.p[at];
    }
    int n = u8_mbtoucr(&c, u8(s) + at, s.n - at);
    if (n <= 0) {
        *len = 1;
        return 0xFFFD;
    }
    *len = (size_t)n;
    return c;
}

size_t utf8_encode(uint32_t c, char out[4]) {
    int n = u8_uctomb((uint8_t *)out, c, 4);
    return n > 0 ? (size_t)n : 0;
}

bool utf8_valid(struct str8 s, size_t *bad) {
    const uint8_t *hit = u8_check(u8(s), s.n);
    if (hit && bad)
        *bad = (size_t)(hit - u8(s));
    return !hit;
}

/* Does `c` turn the direction of what follows? Unclosed it would reach into the next text, and
 * Swedish has no use for it. */
static bool turns(uint32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static bool turns_text(struct str8 s, size_t at) {
    size_t len;
    return (unsigned char)s.p[at] == 0xE2 && turns(utf8_decode(s, at, &len));
}

bool utf8_allowed(uint32_t c) {
    bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    return c == '\t' || c == '\n' || (!control && !turns(c));
}

/* The end of what begins at `at` and can be taken as it is: no control characters, and none of the
 * first bytes under which C1 controls and turns of direction lie. */
static size_t plain_end(struct str8 s, size_t at) {
    for (; at < s.n; at++) {
        unsigned char c = (unsigned char)s.p[at];
        if ((c < 0x20 && c != '\n') || c == 0x7F || c == 0xC2 || c == 0xE2)
            break;
    }
    return at;
}

/* Line ends made "\n"; false at a control character that text may not hold, whose place goes to
 * `bad`. */
static bool clean(struct buf *b, struct str8 in, size_t *bad) {
    for (size_t i = 0, end; i < in.n; i++) {
        end = plain_end(in, i);
        buf_bytes(b, in.p + i, end - i);
        if ((i = end) == in.n)
            break;
        unsigned char c = (unsigned char)in.p[i];
        if (turns_text(in, i)) {
            i += 2;
            continue;
        }
        bool c1 = c == 0xC2 && i + 1 < in.n && (unsigned char)in.p[i + 1] < 0xA0;
        if (c == '\r') {
            buf_byte(b, '\n');
            if (i + 1 < in.n && in.p[i + 1] == '\n')
                i++;
        } else if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7F || c1) {
            *bad = i;
            return false;
        } else {
            buf_byte(b, (char)c);
        }
    }
    return true;
}

static int line_of(struct str8 s, size_t at) {
    int line = 1;
    for (size_t i = 0; i < at && i < s.n; i++)
        line += s.p[i] == '\n';
    return line;
}

enum status utf8_admit(struct arena *a, struct str8 in, const char *what, struct str8 *out,
                       struct error *err) {
    size_t bad = 0;
    if (!utf8_valid(in, &bad))
        return error_set(err, ST_INVALID,
                         "%s är inte UTF-8 (rad %d, byte %zu). Spara om texten som UTF-8.", what,
                         line_of(in, bad), bad + 1);
    struct buf b = {0};
    if (!clean(&b, in, &bad)) {
        size_t len;
        buf_free(&b);
        return error_set(err, ST_INVALID,
                         "%s innehåller ett styrtecken (0x%02X, rad %d). Ta bort det.", what,
                         (unsigned)utf8_decode(in, bad, &len), line_of(in, bad));
    }
    struct str8 tidy = buf_str8_of(&b);
    while (s8_starts(tidy, S8("\xEF\xBB\xBF"))) /* byte order marks */
        tidy = s8_skip(tidy, 3);
    *out = utf8_nfc(a, tidy);
    buf_free(&b);
    return ST_OK;
}

/* Is it plainly in NFC? No character below U+0300 composes with its neighbour or is written in
 * another way, nor do U+2002..203F (dashes and quotation marks): UAX 15, NFC_Quick_Check. */
static bool is_nfc(struct str8 s) {
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c < 0xCC)
            continue;
        if (c != 0xE2 || i + 2 >= s.n || (unsigned char)s.p[i + 1] != 0x80 ||
            (unsigned char)s.p[i + 2] < 0x82)
            return false;
        i += 2;
    }
    return true;
}

struct str8 utf8_nfc(struct arena *a, struct str8 s) {
    if (is_nfc(s))
        return arena_str8(a, s);
    size_t n = 0;
    uint8_t *p = u8_normalize(UNINORM_NFC, u8(s), s.n, NULL, &n);
    struct str8 out = arena_str8(a, p ? (struct str8){(char *)p, n} : s);
    free(p);
    return out;
}

size_t utf8_count(struct str8 s) {
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    return n;
}

static size_t char_width(ucs4_t c) {
    int w = uc_width(c, "UTF-8");
    return w > 0 ? (size_t)w : 0;
}

size_t utf8_width(struct str8 s) {
    size_t w = 0;
    for (size_t i = 0, len; i < s.n; i += len) {
        unsigned char c = (unsigned char)s.p[i];
        len = 1;
        if (c >= 0x20 && c < 0x7F) /* most text: no table needs asking */
            w++;
        else
            w += char_width(utf8_decode(s, i, &len));
    }
    return w;
}

/* What of a cluster has a say in whether it goes on: the library knows pairs alone. */
struct cluster {
    uint32_t c;   /* its last character so far */
    size_t flags; /* regional indicators in a row that end with it */
    bool picture; /* it is, or extends, one that a joiner can join to another */
};

static struct cluster grown(struct cluster so_far, uint32_t c) {
    int kind = uc_graphemeclusterbreak_property(c);
    bool extends = kind == GBP_EXTEND || kind == GBP_ZWJ;
    return (struct cluster){c, kind == GBP_RI ? so_far.flags + 1 : 0,
                            extends ? so_far.picture : uc_is_property_extended_pictographic(c)};
}

static bool goes_on(struct cluster k, uint32_t next) {
    if (k.flags && uc_graphemeclusterbreak_property(next) == GBP_RI)
        return k.flags % 2 == 1;
    if (k.picture && uc_graphemeclusterbreak_property(k.c) == GBP_ZWJ &&
        uc_is_property_extended_pictographic(next))
        return true;
    return !uc_is_grapheme_break(k.c, next);
}

size_t utf8_next(struct str8 s, size_t at) {
    size_t len, end = at + 1;
    if (end >= s.n)
        return s.n;
    bool plain = s.p[at] >= 0x20 && s.p[at] < 0x7F && (unsigned char)s.p[end] < 0x80;
    if (plain) /* most text: no table needs asking */
        return end;
    struct cluster k = grown((struct cluster){0}, utf8_decode(s, at, &len));
    for (end = at + len; end < s.n; end += len) {
        uint32_t c = utf8_decode(s, end, &len);
        if (!goes_on(k, c))
            break;
        k = grown(k, c);
    }
    return end;
}

/* Does a cluster begin between `a` and `b`, whatever stands before `a`? Flags go in pairs, and what
 * joins or extends may join more than its neighbours. */
static bool parted(uint32_t a, uint32_t b) {
    int kind = uc_graphemeclusterbreak_property(a);
    return kind != GBP_RI && kind != GBP_ZWJ && kind != GBP_EXTEND && uc_is_grapheme_break(a, b);
}

static size_t char_before(struct str8 s, size_t at) {
    size_t from = at - 1;
    while (from > 0 && ((unsigned char)s.p[from] & 0xC0) == 0x80)
        from--;
    return from;
}

/* Clusters are counted forwards, as everywhere else, from a place near by where one surely begins.
 */
size_t utf8_prev(struct str8 s, size_t at) {
    size_t len, next, from = at > s.n ? s.n : at;
    if (from == 0)
        return 0;
    from = char_before(s, from);
    for (size_t before; from > 0; from = before) {
        before = char_before(s, from);
        if (parted(utf8_decode(s, before, &len), utf8_decode(s, from, &len)))
            break;
    }
    while ((next = utf8_next(s, from)) < at && next < s.n)
        from = next;
    return from;
}

size_t utf8_fit(struct str8 s, size_t columns) {
    size_t at = 0, used = 0;
    while (at < s.n) {
        size_t end = utf8_next(s, at);
        size_t w = utf8_width(s8_sub(s, at, end));
        if (used + w > columns)
            break;
        used += w;
        at = end;
    }
    return at;
}

struct str8 utf8_fold(struct arena *a, struct str8 s) {
    size_t n = 0;
    uint8_t *p = u8_casefold(u8(s), s.n, NULL, UNINORM_NFC, NULL, &n);
    struct str8 out = arena_str8(a, p ? (struct str8){(char *)p, n} : s);
    free(p);
    return out;
}

static struct str8 change_first(struct arena *a, struct str8 s, ucs4_t (*change)(ucs4_t)) {
    if (s.n == 0)
        return s;
    size_t len;
    char first[4];
    size_t n = utf8_encode(change(utf8_decode(s, 0, &len)), first);
    struct str8 rest = s8_skip(s, len);
    return arena_printf(a, "%.*s%.*s", (int)n, first, S8F(rest));
}

struct str8 utf8_lower_first(struct arena *a, struct str8 s) {
    return change_first(a, s, uc_tolower);
}

struct str8 utf8_upper_first(struct arena *a, struct str8 s) {
    return change_first(a, s, uc_toupper);
}

struct str8 utf8_ascii(struct arena *a, struct str8 s) {
    struct str8 low = utf8_fold(a, s);
    size_t n = 0;
    uint8_t *p = u8_normalize(UNINORM_NFD, u8(low), low.n, NULL, &n);
    struct str8 nfd = p ? (struct str8){(char *)p, n} : low;
    struct buf b = {0};
    for (size_t i = 0; i < nfd.n; i++)
        if ((unsigned char)nfd.p[i] < 0x80)
            buf_byte(&b, nfd.p[i]);
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    free(p);
    return out;
}

bool utf8_same_name(struct str8 a, struct str8 b) {
    if (s8_eq(a, b))
        return true;
    struct arena tmp = {0};
    bool same = s8_eq(utf8_ascii(&tmp, a), utf8_ascii(&tmp, b));
    arena_free(&tmp);
    return same;
}

enum utf8_class utf8_classify(uint32_t c) {
    if (uc_is_alnum(c))
        return UTF8_WORD;
    if (uc_is_property_white_space(c))
        return UTF8_SPACE;
    bool ascii = c > 0x20 && c < 0x7F;
    return ascii || uc_is_general_category(c, UC_CATEGORY_P) ? UTF8_PUNCTUATION : UTF8_OTHER;
}

/* Takes the character that ends at `*at`, which then stands before it; 0 at the start. */
static uint32_t step_back(struct str8 s, size_t *at) {
    size_t len;
    if (*at == 0)
        return 0;
    *at = char_before(s, *at);
    return utf8_decode(s, *at, &len);
}

static bool is_digit(uint32_t c) {
    return c >= '0' && c <= '9';
}

/* May a line end after the hyphen or dash before `at`? Unicode says yes to all of them. */
static bool may_end_after(struct str8 s, size_t at) {
    enum { EN_DASH = 0x2013 };
    size_t from = at, len;
    uint32_t dash = step_back(s, &from), before = step_back(s, &from);
    uint32_t next = utf8_decode(s, at, &len);
    if (dash == EN_DASH)
        return !(is_digit(before) && is_digit(next));
    bool begins = before == 0 || before == '(' || before == '[' || before == '{' || before == '|' ||
                  utf8_classify(before) == UTF8_SPACE;
    if (dash != '-' || utf8_classify(next) == UTF8_SPACE)
        return true;
    bool alone =
        utf8_classify(before) == UTF8_WORD && utf8_classify(step_back(s, &from)) != UTF8_WORD;
    return !begins && !alone && before != '-';
}

void utf8_line_breaks(struct str8 s, char *breaks) {
    if (s.n == 0)
        return;
    u8_possible_linebreaks(u8(s), s.n, "UTF-8", breaks);
    for (size_t i = 0; i < s.n; i++)
        breaks[i] = breaks[i] == UC_BREAK_MANDATORY  ? UTF8_BREAK_MUST
                    : breaks[i] == UC_BREAK_POSSIBLE ? UTF8_BREAK_MAY
                                                     : UTF8_BREAK_NO;
    for (size_t i = 1; i < s.n; i++)
        if (breaks[i] == UTF8_BREAK_MAY && !may_end_after(s, i))
            breaks[i] = UTF8_BREAK_NO;
}
