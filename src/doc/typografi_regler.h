/* Inside the room: the rules on the text of one block, and what they change. */
#ifndef DOC_TYPOGRAFI_REGLER_H
#define DOC_TYPOGRAFI_REGLER_H

#include "base/arena.h"
#include "base/str8.h"

/* Stands in a block's text for what is no text: code, a note's mark. */
#define TYPOGRAFI_OTHER '\x01'

/* Bytes [at, at + n) of the block's text become `with`. */
struct typografi_edit {
    size_t at, n;
    struct str8 with;
};

struct typografi_block {
    struct arena *arena;
    struct str8 text; /* all of the block's text; "\n" for a break, TYPOGRAFI_OTHER for the rest */
    bool spaces_only; /* a value of an uppställning */
    const char *locked;          /* a byte for each of the text: 1 where nothing may be changed */
    struct typografi_edit *edit; /* in order; to be filled in */
    size_t n, cap;
};

void typografi_rules(struct typografi_block *b);

#endif
