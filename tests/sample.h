/* A small betänkande and the shipped profile, for tests of sentences and papers. */
#ifndef TESTS_SAMPLE_H
#define TESTS_SAMPLE_H

#include "profil/profil.h"
#include "remiss/betankande.h"

/* "<srcdir>/name", srcdir as automake sets it. */
struct str8 sample_path(struct arena *a, const char *name);

/* The shipped profile "standard"; ends the test if it cannot be read. */
struct profil *sample_profil(struct arena *a);

/* One avsnitt "4.1" with verified title and one punkt of that kind, negated or not, with all its
 * clauses. */
struct betankande *sample_betankande(struct arena *a, enum punkt_slag slag, bool negerad);

/* An ärende that answers 4.1:1 with `s`; `motivering` and `villkor` may be empty. */
struct arende *sample_arende(struct arena *a, enum stance s, struct str8 motivering,
                             struct str8 villkor);

/* Sets a field of the ärende. */
void sample_set(struct arende *ar, int falt, struct str8 value);

#endif
