/* Inside the room: how a rule reports. */
#ifndef REVIEW_PRIVATE_H
#define REVIEW_PRIVATE_H

#include "review/review.h"

struct review {
    struct arena *arena;
    const struct draft *draft;
    struct finding *found;
    size_t n, cap;
};

/* Where a finding belongs: the post and field that mends it, and the paper it concerns. */
struct place {
    enum post_slag slag;
    struct str8 nyckel;
    int falt;
    struct str8 plats;
    struct str8 dokument;
};

/* Adds a finding. `text` and `rad` are in the arena or literals. */
void review_add(struct review *r, const char *rule, enum severity s, struct place where,
                struct str8 text, struct str8 rad);

/* "yttra <command> 12 <rest>": what to type to mend it. */
struct str8 review_command(struct review *r, const char *command, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* A field of the ärende as a place, with its label. */
struct place review_field(int falt, struct str8 dokument);

/* Is a stance still to be taken? Not where the avsnitt is left out on purpose. `key` is the
 * punkt's.
 */
bool review_unanswered(const struct review *r, const struct avsnitt *av, struct str8 key);

/* "4.4.3:1", "Sammanfattning", "Beslutsunderlag 2": where a text stands, for the reader. */
struct str8 review_place_name(struct review *r, const struct post *p);

/* The rules, a file each. */
void review_svar(struct review *r);
void review_avsnitt(struct review *r);
void review_text(struct review *r);
void review_papper(struct review *r);
void review_datum(struct review *r);
void review_arende(struct review *r);
void review_dokument(struct review *r, const struct dokument *dok);

#endif
