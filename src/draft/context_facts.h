/* The facts of an ärende and of a betänkande as JSON: the layer that is exchanged between
 * databases and that templates read. docs/format.md describes every key; app/json_read.h reads
 * the same shape.
 *
 * Keys are the registry's Swedish names (remiss/arende.h) and stand in a fixed order. What is not
 * filled in is left out, an empty list or object too. Every function returns a new reference that
 * the caller gives up with json_decref.
 */
#ifndef DRAFT_CONTEXT_FACTS_H
#define DRAFT_CONTEXT_FACTS_H

#include <jansson.h>
#include "remiss/arende.h"
#include "remiss/betankande.h"

/* {uuid, skapad, ändrad, betänkande: id, uppgifter: {…}, svar: {"4.1.1:1": {…}}, avsnitt: {…},
 *  text: {"sammanfattning": {"innehåll": …}}, and per kind of list its name: [{id: 1, …}]}.
 * Keyed posts stand in Swedish order of their keys, lines of a list in the user's. */
json_t *context_facts_arende(const struct arende *ar);

/* The filled-in fields of one post, by name. */
json_t *context_facts_post(const struct post *p);

/* {id, beteckning, titel, …, avsnitt: [{nummer, titel, härkomst, …, punkt: [{nr, slag, …}]}]} in
 * reading order. */
json_t *context_facts_betankande(const struct betankande *b);

/* The one-line facts of a betänkande and the texts, under the names they have in JSON. */
struct context_fact {
    const char *namn; /* "utredningens-dnr" */
    size_t at;        /* offset of the struct str8 */
};
enum { CONTEXT_BETANKANDE_FACTS = 11, CONTEXT_AVSNITT_FACTS = 4, CONTEXT_PUNKT_FACTS = 4 };
extern const struct context_fact context_betankande_facts[CONTEXT_BETANKANDE_FACTS];
extern const struct context_fact context_avsnitt_facts[CONTEXT_AVSNITT_FACTS];
extern const struct context_fact context_punkt_facts[CONTEXT_PUNKT_FACTS];

/* Sets `key` of `object` to the text, unless it is empty. */
void context_facts_put(json_t *object, const char *key, struct str8 text);

#endif
