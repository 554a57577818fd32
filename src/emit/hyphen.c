#include "emit/hyphen.h"
#include "emit/hyphen_table.h"

#include <stdlib.h>
#include <string.h>
#include "base/mem.h"
#include "base/utf8.h"

enum { WORD_MAX = 100 }; /* letters; longer ones are no words */

/* libhyphen's own form of the tables. */
struct hyphenator {
    HyphenDict dict[2]; /* a level leads to the next; hyphen-sv has two */
    HyphenState *states;
};

/* libhyphen takes pointers to what it does not change. */
static char *unchanged(const char *p) {
    return (char *)(uintptr_t)p;
}

static void fill_states(const struct hyphen_level *level, HyphenState *out) {
    const HyphenTrans *trans = level->trans;
    for (int i = 0; i < level->n_states; i++) {
        const struct hyphen_state *s = &level->state[i];
        out[i].match = s->match ? unchanged(level->digits + s->match) : NULL;
        out[i].fallback_state = s->fallback;
        out[i].num_trans = s->n_trans;
        out[i].trans = (HyphenTrans *)(uintptr_t)trans;
        trans += s->n_trans;
    }
}

static void fill_dict(const struct hyphen_level *level, HyphenState *states, HyphenDict *out) {
    *out = (HyphenDict){.lhmin = (char)level->min[0],
                        .rhmin = (char)level->min[1],
                        .clhmin = (char)level->min[2],
                        .crhmin = (char)level->min[3],
                        .num_states = level->n_states,
                        .states = states};
    if (level->nohyphenl >= 0) {
        out->nohyphen = unchanged(level->nohyphen);
        out->nohyphenl = level->nohyphenl;
    }
    memcpy(out->cset, level->cset, strlen(level->cset) + 1);
    fill_states(level, states);
}

struct hyphenator *hyphenator_new(void) {
    struct hyphenator *h = mem_zalloc(sizeof *h);
    int levels = hyphen_n_levels < 2 ? hyphen_n_levels : 2, n = 0;
    for (int i = 0; i < levels; i++)
        n += hyphen_levels[i].n_states;
    h->states = mem_zalloc(mem_mul((size_t)n, sizeof *h->states));
    n = 0;
    for (int i = 0; i < levels; i++) {
        fill_dict(&hyphen_levels[i], h->states + n, &h->dict[i]);
        n += hyphen_levels[i].n_states;
        if (i > 0)
            h->dict[i - 1].nextlevel = &h->dict[i];
    }
    return h;
}

void hyphenator_free(struct hyphenator **h) {
    if (*h) {
        free((*h)->states);
        free(*h);
        *h = NULL;
    }
}

/* The word in lower case and ISO 8859-1, a byte a letter; its length, or 0 if it cannot be. */
static size_t latin(struct str8 word, char *out) {
    size_t n = 0;
    for (size_t at = 0, len; at < word.n; at += len) {
        uint32_t c = utf8_decode(word, at, &len);
        bool capital = (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7);
        if (c > 0xff || n == WORD_MAX)
            return 0;
        out[n++] = (char)(unsigned char)(capital ? c + 0x20 : c);
    }
    return n;
}

static void free_replacements(char **rep, int *pos, int *cut, size_t n) {
    for (size_t i = 0; rep && i < n; i++)
        free(rep[i]);
    free(rep);
    free(pos);
    free(cut);
}

void hyphen_points(struct hyphenator *h, struct str8 word, bool *points) {
    char letters[WORD_MAX + 1], hyphens[WORD_MAX + 6] = {0};
    char **rep = NULL; /* divisions that change the spelling; the Swedish patterns have none */
    int *pos = NULL, *cut = NULL;
    size_t n = latin(word, letters), k = 0;
    memset(points, 0, word.n * sizeof *points);
    if (n < 2 * HYPHEN_MIN)
        return;
    letters[n] = '\0';
    bool done =
        hnj_hyphen_hyphenate2(h->dict, letters, (int)n, hyphens, NULL, &rep, &pos, &cut) == 0;
    for (size_t at = 0, len; done && at < word.n; at += len, k++) {
        utf8_decode(word, at, &len);
        points[at] =
            k >= HYPHEN_MIN && n - k >= HYPHEN_MIN && (hyphens[k - 1] & 1) && !(rep && rep[k - 1]);
    }
    free_replacements(rep, pos, cut, n);
}
