/* Betänkanden: those in the database and those that are shipped as files. */
#ifndef APP_LIBRARY_H
#define APP_LIBRARY_H

#include "app/app.h"

struct library_row {
    struct str8 id, beteckning, titel;
    int n_punkt, n_arende;
    bool stored; /* in the database; else only among the shipped files */
};

/* All of them, newest beteckning first. The app's database need not be open. A shipped file that
 * cannot be read is an error. */
enum status library_list(struct app *app, struct arena *a, struct library_row **out, size_t *n,
                         struct error *err);

/* The betänkande that the user calls `name`: from the database if it is there (and open), else
 * from the shipped file. ST_NOT_FOUND lists those there are. `stored` (may be NULL) tells which. */
enum status library_get(struct app *app, struct arena *a, struct str8 name, struct betankande **out,
                        bool *stored, struct error *err);

/* Stores it unless somebody has done so already, this moment perhaps. In a transaction of its own.
 */
enum status library_keep(struct app *app, const struct betankande *b, struct error *err);

/* Reads the file at `path` ("-": standard input) in our Markdown form and stores it; as `som`
 * ("SOU 2024:72") unless that is empty.
 * ST_USAGE for a file of another kind (PDF, HTML, …). ST_EXISTS if there is one with that id and
 * not `replace`. ST_REFUSED if an ärende answers a punkt or treats an avsnitt that the new one does
 * not have: the answers would be left hanging. */
enum status library_import(struct app *app, struct arena *a, const char *path, struct str8 som,
                           bool replace, struct betankande **out, struct error *err);

#endif
