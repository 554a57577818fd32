/* Sentences that say a stance, in right Swedish for every stance, kind, negation and subject.
 * The words come from the profile (struct fras), the word order from here.
 * Rules: docs/ARCHITECTURE.md, "How a stance becomes a sentence". */
#ifndef DRAFT_PHRASE_H
#define DRAFT_PHRASE_H

#include "profil/profil.h"
#include "remiss/betankande.h"

enum phrase_order {
    PHRASE_MAIN,      /* Nämnden delar inte bedömningen … */
    PHRASE_INVERTED,  /* Däremot ställer sig nämnden tveksam till … */
    PHRASE_CLAUSE,    /* nämnden inte delar bedömningen … (after "att") */
    PHRASE_PREDICATE, /* inte delar bedömningen … (in a list after "föreslår att nämnden") */
    PHRASE_PROPOSAL   /* Förvaltningen föreslår att nämnden avstyrker … */
};

/* Where the reasons stand, which decides how "med synpunkter" is said. */
enum phrase_text {
    PHRASE_NO_TEXT,
    PHRASE_TEXT_AFTER,    /* right after the sentence */
    PHRASE_TEXT_BEFORE,   /* above it */
    PHRASE_TEXT_BELOW,    /* further down in the paper */
    PHRASE_TEXT_ELSEWHERE /* in the other paper */
};

struct phrase {
    const struct profil *profil;
    struct subjekt subjekt;  /* who takes the stand */
    struct subjekt proposer; /* PHRASE_PROPOSAL: who proposes it */
    enum phrase_order order;
    enum stance stance;
    const struct punkt_ref *ref;  /* what it is about: all of one kind (förslag or bedömning) */
    size_t n_ref;                 /* at least 1; several are named by their avsnitt */
    const struct punkt_ref *also; /* punkter of the other kind, where the words for both are the
                                     same: "tveksam till förslaget … och bedömningen …" */
    size_t n_also;                /* usually 0 */
    struct str8 villkor;          /* clause after "under förutsättning att"; may be empty */
    enum phrase_text text;
    bool here;      /* all are of the avsnitt that was named just before */
    bool name_only; /* name the avsnitt even where there is a clause */
};

/* The whole sentence or sentences, from capital letter to full stop (a PHRASE_CLAUSE or
 * PHRASE_PREDICATE: neither),
 * into the arena. A rejected negated punkt gives two: "… delar inte utredningens bedömning i
 * avsnitt 4.4.3. Nämnden anser att …". Empty for a stance that is not printed. */
struct str8 phrase_make(struct arena *a, const struct phrase *p);

#endif
