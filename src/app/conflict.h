/* Two who saved the same post: nothing of either may be lost. */
#ifndef APP_CONFLICT_H
#define APP_CONFLICT_H

#include "app/cases.h"

/* Says that `theirs` was saved while `mine` was being made: who, when, what now stands. `mine` is
 * put into a file (aside_put), which the text names. Returns ST_CONFLICT. */
enum status conflict_report(struct app *app, struct arena *a, const struct app_case *c,
                            const struct post *mine, const struct post *theirs, struct error *err);

/* The same in short, for a screen: who and when; if `what`, what now stands, else that both texts
 * are kept (of a post that was removed: the own one). No file. */
enum status conflict_tell(struct app *app, struct arena *a, const struct app_case *c,
                          const struct post *theirs, bool what, struct error *err);

#endif
