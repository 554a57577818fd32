/* Where the user was, to come back to; and whether others have been at work. */
#ifndef APP_PLACE_H
#define APP_PLACE_H

#include "app/app.h"

/* As store_plats_put for this user. A place that cannot be remembered is no error. */
void place_put(struct app *app, const struct plats *p);

/* As store_plats_get for this user. */
enum status place_get(struct app *app, struct arena *a, long nr, struct plats *out);

/* As store_changed. */
bool place_changed(struct app *app);

#endif
