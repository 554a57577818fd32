/* Shared by the files that build the data; not for others. */
#ifndef DRAFT_CONTEXT_PRIVATE_H
#define DRAFT_CONTEXT_PRIVATE_H

#include "draft/context.h"

struct answers; /* context_svar.c */

struct building {
    struct arena *arena;
    const struct draft *draft;
    const struct dokument *dokument;
    struct context *out;
    struct answers *answers;
};

/* Sets obj[key] to the text, or to null when it is empty, and returns the new node. */
json_t *context_set(json_t *obj, const char *key, struct str8 text);

/* The same for a value that a paragraph can be traced back to. `nyckel` and `falt` may be empty. */
void context_set_marked(struct building *b, json_t *obj, const char *key, struct str8 text,
                        enum post_slag slag, struct str8 nyckel, const char *falt);

/* Adds a new empty object to the list and returns it. */
json_t *context_item(json_t *list);

/* Puts "avsnittslista", "grupper" and "antal": everything that comes from the stances. */
enum status context_put_svar(struct building *b, struct error *err);

/* Puts the lists of the ärende: beslutspunkter, underlag, planering, …. */
void context_put_lists(struct building *b);

/* For every list that has been put, {{har-underlag}} and its like: whether there is anything in it,
 * so that a heading stands once and only over something. */
void context_put_presence(struct building *b);

#endif
