/* Before an answer is sent: the ten things that a department asks of it.
 *
 * Sources: Statsrådsberedningen, Svara på remiss (SB PM 2021:1); missiv to remisser, which ask for
 * two files, the sender's name in their names, and name the addresses; lagen (2018:1937) om
 * tillgänglighet till digital offentlig service.
 */
#ifndef REVIEW_UTSKICK_H
#define REVIEW_UTSKICK_H

#include "base/clock.h"
#include "review/review.h"

enum { UTSKICK_PUNKTER = 10 };

/* What is looked at under point 1–10, a word or two: "Adress", "Ämnesrad" … */
const char *utskick_punkt(int nr);

/* A file as it is to be sent, read back from where it was written. */
struct utskick_fil {
    struct str8 namn;  /* without folder */
    bool redigerbar;   /* Word; otherwise PDF */
    bool titel, sprak; /* its own title and language are set */
    bool taggar;       /* PDF: structure for who hears it read */
    bool text;         /* holds text that can be copied */
};

struct utskick {
    struct str8 instans;           /* who answers, as it stands in names and subject */
    struct str8 instans_fil;       /* the same as file names have it */
    struct str8 till, kopia;       /* addresses; empty: none */
    bool adress_ok;                /* `till` and `kopia` can be sent to */
    struct str8 amne;              /* the mail's subject */
    const struct utskick_fil *fil; /* the two */
    size_t n_fil;
    const struct doc *yttrande; /* what they hold */
    int sidor;                  /* of the PDF; 0: not known */
    struct date idag;
};

/* What is wrong, in the order of the points; each finding's rule is "utskick-1" … "utskick-10",
 * with "utskick-8" once for all punkter that are not answered. A point without findings is fine. */
void utskick_granska(struct arena *a, const struct draft *d, const struct utskick *u,
                     struct finding **out, size_t *n);

/* The point that such a finding belongs to; 0 for another finding. */
int utskick_punkt_of(const struct finding *f);

#endif
