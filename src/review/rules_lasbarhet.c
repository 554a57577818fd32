/* Sentences that are long, and texts that are heavy: hints, for there may be reasons. */
#include "review/private.h"

#include "review/lix.h"

enum {
    LONG_SENTENCE = 40, /* words */
    HEAVY = 60,         /* LIX */
    ENOUGH = 50         /* words that LIX can say anything about */
};

/* The first words of a sentence, to find it by. */
static struct str8 beginning(struct str8 sentence) {
    enum { WORDS = 5 };
    size_t end = 0;
    for (int words = 0; end < sentence.n; end++)
        if (sentence.p[end] == ' ' && ++words == WORDS)
            break;
    return s8_sub(sentence, 0, end);
}

static void check_sentences(struct review *r, const struct review_text *t, struct str8 para) {
    struct str8 sentence, word;
    while (prose_sentence(&para, &sentence)) {
        size_t words = 0;
        for (struct str8 rest = sentence; prose_word(&rest, &word);)
            words++;
        if (words <= LONG_SENTENCE)
            continue;
        review_add(r, "lång-mening", SEV_HINT, t->where,
                   arena_printf(r->arena, "%.*s: meningen ”%.*s …” är %zu ord lång.",
                                S8F(t->where.plats), S8F(beginning(sentence)), words),
                   S8("Dela meningen, eller gör en punktlista av uppräkningen."));
    }
}

void review_lasbarhet(struct review *r) {
    for (size_t i = 0; i < r->n_text; i++) {
        const struct review_text *t = &r->text[i];
        for (size_t k = 0; k < t->prose.n; k++)
            if (t->prose.para[k].kind == PROSE_TEXT)
                check_sentences(r, t, t->prose.para[k].text);
        struct lix l = lix_of(&t->prose);
        if (l.words < ENOUGH || lix_value(&l) <= HEAVY)
            continue;
        review_add(r, "lix", SEV_HINT, t->where,
                   arena_printf(r->arena, "%.*s: texten är tung att läsa (LIX %d).",
                                S8F(t->where.plats), lix_value(&l)),
                   S8("Korta meningarna, och byt långa ord mot vanliga."));
    }
}
