/* What the history and the reading of one version of it share. */
#ifndef UI_HISTORIK_H
#define UI_HISTORIK_H

#include "app/history.h"
#include "ui/views.h"

/* Asks whether what stood after that revision is to count again. `done` is called on yes; what it
 * was about must be in the view below. */
void historik_ask(struct ui *ui, const struct revision *rev, fraga_svar *done);

/* Does it, and says so. */
void historik_restore(struct ui *ui, const struct revision *rev);

/* Was that field changed then? */
bool historik_changed(const struct history_row *r, size_t falt);

/* The view that reads it (ui/view_las.c); the row is copied. */
struct view *view_las_new(struct ui *ui, const struct history_row *row);

#endif
