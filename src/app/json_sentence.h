/* The sentences of a paper, taken from the data that its template is filled with. */
#ifndef APP_JSON_SENTENCE_H
#define APP_JSON_SENTENCE_H

#include "draft/compose.h"

/* out[i] gets the sentence that stands for the answer to refs[i] in the paper `dok`; empty if it is
 * not answered or not printed. Statuses as context_make. */
enum status json_sentences(struct arena *a, const struct draft *d, const struct dokument *dok,
                           const struct punkt_ref *refs, size_t n, struct str8 *out,
                           struct error *err);

#endif
