/* Several stances said as a person says them: "Nämnden tillstyrker förslagen i avsnitt 4.1.1 och
 * 4.2.3 och delar bedömningen i avsnitt 4.3 men avstyrker förslaget i avsnitt 5.3."
 *
 * Rules, beside those of single phrases (docs/ARCHITECTURE.md, "How a stance becomes a sentence"):
 * - The same stance on the same kind of punkt is said once, about all its punkter; a stance whose
 *   words are the same for both kinds ("ställer sig tveksam till") once, about both.
 * - Those that go along with the utredning come first, after "men" come the others; inside each
 *   side "och". The subject stands once in a sentence, and at most JOIN_MAX verdicts do.
 * - A verdict with an adverb ("inte", "delvis") comes after those without one on its side, so that
 *   the adverb cannot be read as holding for them too.
 * - Only the last verdict of a sentence may repeat the punkt's clause; the others are named by
 * their avsnitt. A condition, and "med de synpunkter …", stands before what it is about: last it
 * would be read as holding for all, and "att staten betalar och delar …" as one clause.
 * - An avsnitt named by the verdict before is not named again: "det första förslaget i avsnitt 5.3
 * men avstyrker det andra förslaget".
 * - What ends in a clause whatever it is about ("anser att förslaget … behöver utredas vidare"),
 * and a rejected negated punkt, which takes two steps, ends its sentence.
 */
#ifndef DRAFT_JOIN_H
#define DRAFT_JOIN_H

#include "draft/phrase.h"

enum { JOIN_MAX = 3 };

/* One or more sentences that say all `n` phrases, into the arena; those that are not printed are
 * left out, and none gives the empty text. The first one's profile, subject, proposer and order
 * hold for all: PHRASE_MAIN, PHRASE_INVERTED and PHRASE_PROPOSAL give whole sentences,
 * PHRASE_CLAUSE what follows an "att", going on with "och att nämnden …" where else a sentence
 * would end. The items of a list (PHRASE_PREDICATE) are not joined. The phrases are in the order of
 * the betänkande.
 */
struct str8 join_make(struct arena *a, const struct phrase *phrase, size_t n);

#endif
