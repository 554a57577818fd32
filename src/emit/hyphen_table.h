/* The patterns as tables without pointers, so that the program starts no slower for them: what
 * hyphen_make writes and hyphen.c reads. */
#ifndef EMIT_HYPHEN_TABLE_H
#define EMIT_HYPHEN_TABLE_H

#include <stdint.h>
#include <hyphen.h>

/* A state of the automaton; the transitions of all states stand one after the other. */
struct hyphen_state {
    int32_t fallback;
    uint16_t match; /* where its digits begin; 0: none */
    uint16_t n_trans;
};

struct hyphen_level {
    const struct hyphen_state *state;
    int n_states;
    const HyphenTrans *trans;
    const char *digits; /* texts that end in NUL; the first is empty */
    int min[4];         /* lhmin, rhmin, clhmin, crhmin */
    const char *nohyphen;
    int nohyphenl;
    const char *cset;
};

extern const struct hyphen_level hyphen_levels[];
extern const int hyphen_n_levels;

#endif
