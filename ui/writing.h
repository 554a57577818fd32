/* What all places where text is typed share: moves, deletions, the clipboard, undoing; and a line
 * of input as it is drawn. */
#ifndef UI_WRITING_H
#define UI_WRITING_H

#include "app/utkast.h"
#include "ui/view.h"

/* Does the action in the editor; false for actions that are not about writing. */
bool writing_act(struct ui *ui, struct editor *e, int action, bool extend);

/* Puts typed or pasted text into it; what does not go in is told. */
void writing_put(struct ui *ui, struct editor *e, struct str8 s, bool paste);

/* The draft with its texts in `a`, for a view that goes on with it. */
struct app_utkast writing_draft(struct arena *a, const struct app_utkast *d);

/* Keeps what the editor has done as steps of the draft, and says so in the header. */
enum status writing_keep(struct ui *ui, struct app_utkast *d, const struct editor *e,
                         struct error *err);

/* Saves it as app_utkast_save; nothing if nothing is unsaved. On ST_CONFLICT, unless the program is
 * `going`, both texts are put up to choose from, and `err` has no words. */
enum status writing_save(struct ui *ui, struct app_utkast *d, struct editor *e, bool going,
                         struct error *err);

/* As writing_save, when the place is left: what can no longer be saved there, whatever it says,
 * stays a draft, and why is told (ui/writing_leave.c). */
enum status writing_leave(struct ui *ui, struct app_utkast *d, struct editor *e, bool going,
                          struct error *err);

/* Draws a one-line editor in `cols` columns, moved sideways as much as the cursor needs, and sets
 * the cursor. */
void writing_draw_line(struct grid *g, int row, int col, int cols, const struct editor *e);

#endif
