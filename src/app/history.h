/* The history of an ärende: who saved what, when, and what it was before. */
#ifndef APP_HISTORY_H
#define APP_HISTORY_H

#include "app/cases.h"

struct history_row {
    const struct revision *rev;
    const struct post *before; /* the post as it was; NULL when it was made then */
};

/* Newest first, by their times. Of the posts that `ref` concerns if it is not empty: a punkt
 * ("4.1.1:2"), an avsnitt with its punkter ("4.1.1"), a text block, a kind ("underlag"), or one
 * post of a kind ("underlag 2", "svar 4.1.1:2"). */
enum status history_list(struct app *app, struct arena *a, const struct app_case *c,
                         struct str8 ref, struct history_row **out, size_t *n, struct error *err);

/* Saves the values of that revision as the post's newest (orsak "återställ"); a post that has been
 * removed comes back, a line at the end of its list. `changed` is false if it stood so already.
 * Statuses as app_set. */
enum status history_restore(struct app *app, struct arena *a, struct app_case *c,
                            const struct revision *rev, bool *changed, struct error *err);

/* The same for a screen. Statuses as app_set_seen. */
enum status history_restore_seen(struct app *app, struct arena *a, struct app_case *c,
                                 const struct revision *rev, bool *changed, struct error *err);

#endif
