/* Words that the profile avoids, changed for those it prefers: in one field at a time, as a
 * revision, and only where granska has told that they stand (review/termer.h). */
#ifndef APP_TERMS_H
#define APP_TERMS_H

#include "app/cases.h"

/* One place where words are changed. */
struct term_change {
    struct str8 plats;   /* "4.4.3:1", as granska calls it */
    struct str8 was, is; /* the words, on one line */
};

/* What the field would say: `text`, and what would be changed in it. Nothing is saved.
 * ST_NOT_FOUND: there is nothing to change. */
enum status terms_propose(struct app *app, struct arena *a, const struct app_case *c,
                          enum post_slag slag, struct str8 nyckel, int falt, struct str8 *text,
                          struct term_change **out, size_t *n, struct error *err);

/* Changes all fields at that place, or with "alla" everywhere; each is saved for itself. `out` gets
 * what was changed, also when a later one could not be saved. ST_NOT_FOUND names the places there
 * are; else as app_set. */
enum status terms_change(struct app *app, struct arena *a, struct app_case *c, struct str8 plats,
                         struct term_change **out, size_t *n, struct error *err);

#endif
