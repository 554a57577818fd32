/* LIX, how heavy a text is to read (C.-H. Björnsson, Läsbarhet, 1968): words per sentence, plus the
 * percentage of words of more than six letters. Below 40 is easy, above 60 very heavy: a hint. */
#ifndef REVIEW_LIX_H
#define REVIEW_LIX_H

#include "review/prose.h"

struct lix {
    size_t words, sentences;
    size_t long_words; /* of more than six letters and digits */
};

/* Counts a paragraph, whose end is that of a sentence. */
void lix_add(struct lix *l, struct str8 para);

/* The running text of a prose; headings and cells are no sentences. */
struct lix lix_of(const struct prose *p);

/* To the nearest whole number; 0 for no words. */
int lix_value(const struct lix *l);

#endif
