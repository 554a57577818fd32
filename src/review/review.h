/* granska: what is missing, unclear or contradictory before the papers leave the house. */
#ifndef REVIEW_REVIEW_H
#define REVIEW_REVIEW_H

#include "draft/compose.h"

enum severity { SEV_HINT, SEV_WARNING, SEV_ERROR };

struct finding {
    struct str8 rule; /* "obesvarad": the same word for ever, for filters and tests */
    enum severity severity;
    struct str8 dokument; /* the paper it concerns; empty: the ärende itself */
    enum post_slag slag;  /* where to mend it: the post … */
    struct str8 nyckel;
    int falt;          /* … and its field, or -1 */
    struct str8 plats; /* the place for the reader: "4.4.3:1", "Svarstid" */
    struct str8 text;  /* what is wrong, a Swedish sentence */
    struct str8 rad;   /* what to do: in words, or "Skriv: " and the command */
};

/* The advice where it is in words; empty where it only is a command, which a screen does not show.
 */
struct str8 finding_words(const struct finding *f);

const char *severity_namn(enum severity s); /* "tips", "varning", "fel" */

/* All findings for one paper, or for every paper of the profile when `dokument` is empty; most
 * severe first, then in the order of the betänkande.
 * ST_NOT_FOUND for a paper the profile does not have. */
enum status review_run(struct arena *a, const struct draft *d, struct str8 dokument,
                       struct finding **out, size_t *n, struct error *err);

#endif
