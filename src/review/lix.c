#include "review/lix.h"

#include "base/utf8.h"

static size_t letters(struct str8 word) {
    size_t n = 0;
    for (size_t i = 0, len; i < word.n; i += len)
        n += utf8_classify(utf8_decode(word, i, &len)) == UTF8_WORD;
    return n;
}

void lix_add(struct lix *l, struct str8 para) {
    enum { SHORT = 6 };
    struct str8 sentence, word;
    while (prose_sentence(&para, &sentence)) {
        size_t before = l->words;
        while (prose_word(&sentence, &word)) {
            l->words++;
            l->long_words += letters(word) > SHORT;
        }
        l->sentences += l->words > before;
    }
}

struct lix lix_of(const struct prose *p) {
    struct lix l = {0};
    for (size_t i = 0; i < p->n; i++)
        if (p->para[i].kind == PROSE_TEXT)
            lix_add(&l, p->para[i].text);
    return l;
}

int lix_value(const struct lix *l) {
    if (l->words == 0)
        return 0;
    double lix =
        (double)l->words / (double)l->sentences + 100.0 * (double)l->long_words / (double)l->words;
    return (int)(lix + 0.5);
}
