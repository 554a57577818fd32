/* From answers to paper: an ärende, its betänkande and a profile make a document tree.
 *
 * data (context.h) -> Mustache (mustache.h) -> Markdown -> document tree (doc/markdown.h). Fields
 * that are Markdown are grafted, each parsed alone, so nothing in one can touch the rest.
 */
#ifndef DRAFT_COMPOSE_H
#define DRAFT_COMPOSE_H

#include "doc/doc.h"
#include "profil/profil.h"

/* What every step of making a paper needs; all of it stays the caller's. */
struct draft {
    const struct arende *arende;
    const struct betankande *betankande;
    const struct profil *profil;
};

/* The paper called `dokument` ("yttrande", "tjänsteskrivelse") as a tree in the arena. What is not
 * answered or not filled in is left out, never an error: a draft can always be made.
 * ST_NOT_FOUND for a paper the profile does not have; ST_INVALID for a fault in its template, with
 * file, line and tag. */
enum status compose(struct arena *a, const struct draft *d, struct str8 dokument, struct doc **out,
                    struct error *err);

/* Does every template of the profile parse, and does it name only data that exists? First fault as
 * ST_INVALID. */
enum status compose_check(struct arena *a, const struct profil *p, struct error *err);

#endif
