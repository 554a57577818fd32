/* The profiles that can be used here. */
#ifndef APP_PROFILES_H
#define APP_PROFILES_H

#include "app/app.h"

/* The user's own before the shipped ones. */
enum status profiles_list(struct app *app, struct arena *a, struct profil_rad **out, size_t *n,
                          struct error *err);

/* A copy of `fran` to change, among the user's own; `mapp` gets its folder. */
enum status profiles_copy(struct app *app, struct arena *a, struct str8 fran, struct str8 till,
                          struct str8 *mapp, struct error *err);

/* Can the profile be read, do its templates name only what exists, and are its Word and ODF
 * templates and its logotype such as can be used? The first fault. */
enum status profiles_check(struct app *app, struct arena *a, struct str8 namn, struct error *err);

#endif
