/* Inside the room: a phrase as a part of a sentence that has others (join.c). */
#ifndef DRAFT_PHRASE_PARTS_H
#define DRAFT_PHRASE_PARTS_H

#include "base/buf.h"
#include "draft/phrase.h"

/* Which part of its sentence a phrase is. One that is both first and last is alone, and only then
 * may it announce what follows, or say last what else would be read as holding for all. */
struct phrase_part {
    bool first; /* has the subject; the others begin with the verb */
    bool last;  /* nothing follows; only then may it repeat the punkt's clause */
};

/* Appends that part, without what follows in a sentence of its own. */
void phrase_put(struct buf *out, const struct phrase *p, struct phrase_part part);

/* Appends the second step of a rejected negated punkt, where it has one: ". Nämnden anser att …",
 * in a clause " utan framför att …". */
void phrase_put_opposite(struct buf *out, const struct phrase *p);

/* How a sentence goes on from the one before. */
enum phrase_turn { PHRASE_FIRST, PHRASE_AGAIN, PHRASE_AGAINST };

/* Appends what stands before the subject in a proposal: "Förvaltningen föreslår att ",
 * "Förvaltningen föreslår också att ", "Däremot föreslår förvaltningen att ". Nothing in other
 * orders. */
void phrase_put_proposer(struct buf *out, const struct phrase *p, enum phrase_turn turn);

/* Does the phrase take two steps, so that nothing can follow it in its sentence? */
bool phrase_two_steps(const struct phrase *p);

/* Is what it says of the punkt a clause: "anser att förslaget … behöver utredas vidare"? */
bool phrase_is_clause(const struct phrase *p);

/* Its adverb in that order: one that has none must not come after it in the same sentence, where
 * the adverb would be read as holding for both. */
struct str8 phrase_adverb(const struct phrase *p);

/* Is it a main clause, with the verb first or second? */
bool phrase_is_main(const struct phrase *p);

#endif
