/* Where a paragraph's words may be divided. */
#include "emit/set_private.h"

#include "base/utf8.h"
#include "emit/hyphen.h"

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* What stands between two spaces: is it words, and no number, address or such? */
static bool is_wordy(struct str8 token) {
    for (size_t i = 0; i < token.n; i++)
        if (is_digit(token.p[i]) || token.p[i] == '@' || token.p[i] == '_')
            return false;
    return s8_find(token, S8("://")) < 0 && s8_find(token, S8("www.")) < 0;
}

/* The letters at `from`: where they end. */
static size_t letters_end(struct str8 s, size_t from, size_t to) {
    size_t at = from, len;
    while (at < to && utf8_classify(utf8_decode(s, at, &len)) == UTF8_WORD)
        at += len;
    return at;
}

static void divide_word(struct set *s, struct para *p, size_t from, size_t to) {
    bool points[400];
    if (to - from >= sizeof points || to - from < 2 * HYPHEN_MIN)
        return;
    if (!s->hyphenator)
        s->hyphenator = hyphenator_new();
    hyphen_points(s->hyphenator, s8_sub(p->text, from, to), points);
    for (size_t i = 1; i < to - from; i++)
        if (points[i] && p->brk[from + i] == BRK_NO)
            p->brk[from + i] = BRK_HYPHEN;
}

static void divide_token(struct set *s, struct para *p, size_t from, size_t to) {
    if (!is_wordy(s8_sub(p->text, from, to)))
        return;
    for (size_t at = from, len; at < to;) {
        size_t end = letters_end(p->text, at, to);
        divide_word(s, p, at, end);
        if (end < to)
            utf8_decode(p->text, end, &len);
        at = end < to ? end + len : to;
    }
}

/* Code is as it is. */
static void keep_code(struct para *p) {
    for (size_t i = 0; i < p->n_leaves; i++) {
        const struct set_leaf *leaf = &p->leaf[i];
        for (size_t at = leaf->from; leaf->face >= FONT_MONO && at < leaf->to; at++)
            if (p->brk[at] == BRK_HYPHEN)
                p->brk[at] = BRK_NO;
    }
}

void para_hyphenate(struct set *s, struct para *p) {
    for (size_t at = 0; at < p->text.n;) {
        size_t end = at;
        while (end < p->text.n && p->text.p[end] != ' ')
            end++;
        divide_token(s, p, at, end);
        at = end + 1;
    }
    keep_code(p);
}
