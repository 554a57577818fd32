/* The kit that is sent: the yttrande as Word and as PDF, named after the remissinstans, a letter,
 * and a mail draft with all of it; and the look at it before (review/utskick.h).
 *
 * The letter is the paper "följebrev" of the profile, as text; a profile without one gives a short
 * letter of the program's own.
 */
#ifndef APP_KIT_H
#define APP_KIT_H

#include "app/paper.h"
#include "review/utskick.h"

enum kit_part { KIT_WORD, KIT_PDF, KIT_LETTER, KIT_MAIL, KIT_PARTS };

struct kit {
    struct str8 instans;  /* who answers; empty: not known */
    struct str8 to, copy; /* addresses; empty: not known */
    struct str8 subject;  /* of the mail */
    struct str8
        name[KIT_PARTS];     /* of the files: "Exempelköpings-kommun-yttrande-SOU-2024-72.pdf" */
    size_t bytes[KIT_PARTS]; /* how large they are */
    struct finding *found;   /* what is wrong, by the ten points */
    size_t n_found;
};

/* Makes everything in memory and looks at it; nothing is written. All in the arena. Statuses as
 * paper_make; ST_NOT_FOUND for a profile without the paper "yttrande". */
enum status kit_look(struct app *app, struct arena *a, const struct app_case *c, struct kit *out,
                     struct error *err);

/* The same, written into the folder `mapp`, which is made if it is missing; the look is at the
 * files as they were read back from there. Where one of the names is taken nothing is written and
 * ST_EXISTS names it, unless `replace`. */
enum status kit_write(struct app *app, struct arena *a, const struct app_case *c, struct str8 mapp,
                      bool replace, struct kit *out, struct error *err);

/* Is something wrong that must be mended: a finding of SEV_ERROR? */
bool kit_has_errors(const struct kit *k);

#endif
