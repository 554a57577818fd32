/* JSON as data for Mustache. */
#ifndef DRAFT_CONTEXT_JSON_H
#define DRAFT_CONTEXT_JSON_H

#include "draft/mustache.h"

/* Reads nodes that are `const json_t *`: view.root is a json_t of any kind. A number is written
 * with the fewest digits that give it back, a decimal point whatever the locale. */
extern const struct mustache_data context_json_data;

#endif
