/* A sound ärende for tests of granska, and what is found in it. */
#ifndef TESTS_REVIEW_HELP_H
#define TESTS_REVIEW_HELP_H

#include "review/review.h"
#include "sample.h"

extern struct arena arena;
extern struct draft draft;

/* On 15 January 2025: one avsnitt with one förslag, which is tillstyrkt, and all that the papers of
 * the profile "standard" ask for. granska finds nothing in it. */
void sound_case(void);
void sound_case_end(void);

/* Its answer, and the punkt that it answers. */
struct post *svar(void);
struct punkt *punkt(void);

void set(int falt, const char *value);  /* a field of the ärende */
struct post *text(const char *name);    /* a text block, made if it is missing */
struct post *line(enum post_slag slag); /* a new, empty line of a list */
struct post *own_avsnitt(void);         /* how the ärende treats avsnitt 4.1, new */

/* Answers a punkt, with a few words of reasons; an empty stance takes the answer away. */
void answer(const char *nyckel, const char *stance);
void answer_reasons(const char *nyckel, const char *words);

/* All that granska finds, most severe first. */
struct finding *run(size_t *n);

/* Ends the test unless there is exactly one finding, by that rule and of that severity; nothing()
 * unless there is none. */
struct finding *only(const char *rule, enum severity s);
void nothing(void);

/* How many findings there are by that rule; `first` (may be NULL) gets the first. */
size_t found(const char *rule, struct finding *first);

#endif
