/* Text before it is Markdown: made safe to stand in it, or cleaned to be read as such. */
#include <ctype.h>

#include "base/utf8.h"
#include "doc/parse.h"

enum {
    PRIVATE_BEGIN = 0xE000,
    PRIVATE_END = 0xE001,
    NEL = 0x85,
    LINE_SEP = 0x2028,
    PARA_SEP = 0x2029
};

static bool is_private(uint32_t c) {
    return c == PRIVATE_BEGIN || c == PRIVATE_END;
}

static bool is_control(uint32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
}

void markdown_token(size_t i, struct buf *out) {
    buf_printf(out, MARKDOWN_TOKEN_BEGIN "%zu" MARKDOWN_TOKEN_END, i);
}

/* White space that is folded; a no-break space is a character like others. */
static bool folds(uint32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == NEL || c == LINE_SEP || c == PARA_SEP;
}

static void escape_char(uint32_t c, struct str8 bytes, bool edge, struct buf *out) {
    if (c < 0x80 && ispunct((int)c))
        buf_byte(out, '\\');
    /* A delimiter beside white space is none: "**" before a no-break space. */
    if (edge && c >= 0x80 && utf8_classify(c) == UTF8_SPACE)
        buf_printf(out, "&#%u;", (unsigned)c);
    else
        buf_str8(out, bytes);
}

void markdown_escape(struct str8 value, struct buf *out) {
    struct str8 held = {0}; /* a character is written when it is known whether one follows */
    uint32_t held_char = 0;
    bool first = true, space = false;
    for (size_t i = 0, len; i < value.n; i += len) {
        uint32_t c = utf8_decode(value, i, &len);
        space = space || folds(c);
        if (folds(c) || is_control(c) || is_private(c))
            continue;
        if (held.n) {
            escape_char(held_char, held, first, out);
            first = false;
            if (space)
                buf_byte(out, ' ');
        }
        space = false;
        held = s8_sub(value, i, i + len);
        held_char = c;
    }
    if (held.n)
        escape_char(held_char, held, true, out);
}

size_t parse_token(struct str8 s, size_t at, char *kind, size_t *number) {
    const size_t mark = sizeof MARKDOWN_TOKEN_BEGIN - 1;
    size_t i = at + mark;
    if (!s8_starts(s8_skip(s, at), S8(MARKDOWN_TOKEN_BEGIN)))
        return 0;
    *kind = 'g';
    *number = 0;
    if (i < s.n && (s.p[i] == 'n' || s.p[i] == 'l'))
        *kind = s.p[i++];
    size_t digits = 0;
    for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9' && digits < 9; i++, digits++)
        *number = *number * 10 + (size_t)(s.p[i] - '0');
    if ((digits == 0) != (*kind == 'l') || !s8_starts(s8_skip(s, i), S8(MARKDOWN_TOKEN_END)))
        return 0;
    return i + mark - at;
}

struct str8 parse_clean(struct arena *a, struct str8 in, bool tokens) {
    struct buf b = {0};
    for (size_t i = 0, len; i < in.n; i += len) {
        uint32_t c = utf8_decode(in, i, &len);
        char kind;
        size_t number,
            token = c == PRIVATE_BEGIN && tokens ? parse_token(in, i, &kind, &number) : 0;
        if (token && kind == 'g') {
            buf_bytes(&b, in.p + i, token);
            len = token;
        } else if (c == '\r') {
            buf_byte(&b, '\n');
            if (i + 1 < in.n && in.p[i + 1] == '\n')
                len = 2;
        } else if (c == LINE_SEP || c == PARA_SEP || c == NEL) {
            buf_byte(&b, ' ');
        } else if (!is_control(c) && !is_private(c)) {
            buf_bytes(&b, in.p + i, len);
        }
    }
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

void parse_literal(const struct parse *p, struct str8 s, bool grafts, struct buf *out) {
    for (size_t i = 0; i < s.n;) {
        char kind;
        size_t number, len = s.p[i] == '\xEE' ? parse_token(s, i, &kind, &number) : 0;
        if (len == 0) {
            buf_byte(out, s.p[i++]);
            continue;
        }
        i += len;
        if (kind == 'g') {
            if (grafts && number < p->n_grafts)
                buf_str8(out, s8_trim(parse_clean(p->a, p->grafts[number].text, false)));
            continue;
        }
        out->n--; /* the comma before; the one after is skipped */
        i++;
        buf_str(out, "[^");
        if (kind == 'n') {
            buf_str8(out, p->notes[number].id);
            buf_byte(out, ']');
        }
    }
}
