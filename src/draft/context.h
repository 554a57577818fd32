/* The data a template is filled with: what the ärende holds, and `härlett`, what follows from it.
 *
 * The root is the `härlett` layer itself (docs/format.md lists its names), with the two layers of
 * facts beside: {{dnr}}, {{#avsnitt}}…, {{ärende.uppgifter.dnr}}, {{betänkande.isbn}}. Every name
 * is always there, null where there is nothing, so that a misspelt one can be told from an empty.
 */
#ifndef DRAFT_CONTEXT_H
#define DRAFT_CONTEXT_H

#include <jansson.h>

#include "draft/compose.h"

/* Where a value comes from, so that a paragraph on the screen leads back to it. */
struct context_mark {
    const json_t *node;
    struct str8 mark; /* "svar 4.1.1:2 motivering": kind, key, field */
};

struct context {
    json_t *root;
    struct context_mark *mark; /* sorted by node; in the arena */
    size_t n_mark, cap_mark;
};

/* Builds the data for one paper. `out->root` is freed with context_free; marks live in `a`.
 * ST_OK, or ST_NOT_FOUND for a subject that the profile does not have. */
enum status context_make(struct arena *a, const struct draft *d, const struct dokument *dok,
                         struct context *out, struct error *err);
void context_free(struct context *c);

/* The mark of a value, or the empty text. */
struct str8 context_mark_of(const struct context *c, const json_t *node);

#endif
