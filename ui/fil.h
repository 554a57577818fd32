/* Files on the disk, as a user over SSH names and fetches them. */
#ifndef UI_FIL_H
#define UI_FIL_H

#include "ui/view.h"

/* The path as the shell would read it: ~/ is the home folder; a name that begins with "-" is a name
 * like any other. */
struct str8 fil_path(struct arena *a, struct str8 typed);

bool fil_is_folder(struct str8 path);

/* May a file be written there: no folder, no device, not the database? If not, `err` says why.
 * `exists` gets whether there is one already. */
bool fil_free(struct str8 path, const struct app *app, bool *exists, struct error *err);

/* Says that `what` ("Papperet", "Filerna") is written to `path`, and over SSH how it is fetched to
 * the computer that the user sits at. */
void fil_written(struct ui *ui, const char *what, struct str8 path);

/* The folder where something was last written, with a final "/"; empty: nothing yet. */
struct str8 fil_folder(const struct ui *ui);

#endif
