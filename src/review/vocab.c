#include "review/vocab.h"

/* The length of the letter or digit at s.p[at], 0 for anything else. All characters beyond ASCII
 * are letters here but for spaces, quotation marks and dashes. */
static size_t letter(struct str8 s, size_t at) {
    unsigned char c = (unsigned char)s.p[at];
    size_t len = c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (c == 0xC2 || s8_starts(s8_skip(s, at), S8("\xE2\x80")))
        return 0;
    return at + len <= s.n ? len : 0;
}

static const uint64_t empty_key = 0xcbf29ce484222325u; /* FNV-1a */

static uint64_t hash(uint64_t key, struct str8 s) {
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        bool latin = i > 0 && (unsigned char)s.p[i - 1] == 0xC3;
        if ((c >= 'A' && c <= 'Z') || (latin && c >= 0x80 && c <= 0x9E))
            c = (unsigned char)(c + 0x20);
        key = (key ^ c) * 0x100000001b3u;
    }
    return key;
}

static struct vocab_word *place(const struct vocab *v, uint64_t key) {
    size_t i = (size_t)key & (v->cap - 1);
    while (v->word[i].count && v->word[i].key != key)
        i = (i + 1) & (v->cap - 1);
    return &v->word[i];
}

static void grow(struct arena *a, struct vocab *v) {
    struct vocab old = *v;
    v->cap = old.cap ? old.cap * 4 : 1024;
    v->word = ARENA_NEW(a, struct vocab_word, v->cap);
    for (size_t i = 0; i < old.cap; i++)
        if (old.word[i].count)
            *place(v, old.word[i].key) = old.word[i];
}

static void count(struct arena *a, struct vocab *v, uint64_t key) {
    if (2 * v->n >= v->cap)
        grow(a, v);
    struct vocab_word *w = place(v, key);
    w->key = key;
    v->n += w->count++ == 0;
}

void vocab_add(struct arena *a, struct vocab *v, struct str8 text) {
    size_t from = 0, i = 0;
    while (i < text.n) {
        size_t len = letter(text, i);
        if (len) {
            i += len;
            continue;
        }
        bool hangs = text.p[i] == '-' && i > from && i + 1 < text.n && text.p[i + 1] == ' ';
        if (i > from)
            count(a, v, hash(empty_key, s8_sub(text, from, i + hangs)));
        from = ++i;
    }
    if (i > from)
        count(a, v, hash(empty_key, s8_skip(text, from)));
}

static uint64_t joined(struct str8 first, struct str8 between, struct str8 second) {
    return hash(hash(hash(empty_key, first), between), second);
}

void vocab_add_joined(struct arena *a, struct vocab *v, struct str8 first, struct str8 between,
                      struct str8 second) {
    count(a, v, joined(first, between, second));
}

size_t vocab_count_joined(const struct vocab *v, struct str8 first, struct str8 between,
                          struct str8 second) {
    return v->cap ? place(v, joined(first, between, second))->count : 0;
}

size_t vocab_count(const struct vocab *v, struct str8 word) {
    return vocab_count_joined(v, word, S8(""), S8(""));
}
