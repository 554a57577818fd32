/* Which words are used, and how often: to tell a word that has been split from two words. */
#ifndef REVIEW_VOCAB_H
#define REVIEW_VOCAB_H

#include <stdint.h>

#include "base/arena.h"

/* Words by a hash of their letters, small and capital alike. */
struct vocab {
    struct vocab_word {
        uint64_t key;
        size_t count; /* 0: an empty place */
    } * word;
    size_t n, cap;
};

/* Counts the words of a text. One that ends in a hyphen before a space ("hälso- och") is a word
 * with its hyphen and none without. */
void vocab_add(struct arena *a, struct vocab *v, struct str8 text);

/* How often the word has been counted. */
size_t vocab_count(const struct vocab *v, struct str8 word);

/* Two words as one, with `between` between them: counted once more, and how often they have been.
 */
void vocab_add_joined(struct arena *a, struct vocab *v, struct str8 first, struct str8 between,
                      struct str8 second);
size_t vocab_count_joined(const struct vocab *v, struct str8 first, struct str8 between,
                          struct str8 second);

#endif
