/* The screen: the door that main knows. */
#ifndef UI_UI_H
#define UI_UI_H

#include "app/app.h"

/* Runs the program on the terminal that standard input and output are, until the user leaves it or
 * the terminal goes away. The app's database is open for writing. `teckenkod` is the character set
 * that the user says the terminal has, or NULL. `notice` is shown first; may be empty. `note` gets
 * what is to be said when the terminal has been given back: texts that could not be saved.
 * ST_USAGE: no terminal, or an unknown character set; ST_IO: the terminal cannot be used, or,
 * with a note, a text is neither saved nor a draft. */
enum status ui_run(struct app *app, const char *teckenkod, struct str8 notice, struct buf *note,
                   struct error *err);

#endif
