/* What every action of the user needs: whose data, which database, which folders.
 *
 * The rooms above (command line, screen) call the functions of this room, one per thing a user
 * does. They take the app, an arena where the results live, and what the user gave; they know no
 * arguments, no screen and no SQL.
 */
#ifndef APP_APP_H
#define APP_APP_H

#include "profil/profil.h"
#include "remiss/store.h"

struct app {
    struct arena a;
    struct str8 databas;     /* path of the database file */
    struct str8 vem;         /* who is at work; goes into every revision */
    struct str8 session;     /* this run of the program: "host boot pid start" (app/session.h) */
    struct str8 betankanden; /* folder of the shipped betänkanden */
    struct profil_dirs profiler;
    struct store *store; /* NULL until app_open */
};

/* Finds out, and opens nothing:
 * database  `databas` (may be NULL), else YTTRA_DB, else $XDG_DATA_HOME/yttra/yttra.db, else
 *           ~/.local/share/yttra/yttra.db
 * who       YTTRA_VEM, else the real name in the password file, else the login, else the user id
 * folders   YTTRA_DATA, else the one compiled in, also where all has been moved
 *           (base/installed.h); the user's own profiles lie in
 *           $XDG_DATA_HOME/yttra/profiler
 * ST_INVALID for a name or path that is not UTF-8. */
enum status app_start(struct app *app, const char *databas, struct error *err);

/* Opens the database. For reading (APP_READ) it must exist, and a file that may not be written will
 * do; else it is made if it is missing. `notice` gets what the user should hear: that an older
 * database was brought up to date, and where the copy of it is; else empty. */
enum app_open { APP_READ, APP_WRITE };
enum status app_open(struct app *app, enum app_open how, struct str8 *notice, struct error *err);

/* As store_check and store_copy: looks through the database; makes a copy while others work. */
enum status app_check(struct app *app, struct arena *a, struct str8 **findings, size_t *n,
                      struct error *err);
enum status app_copy(struct app *app, const char *path, struct error *err);

/* Is `path` the database itself, or one of the files SQLite keeps beside it? Writing there would
 * destroy it. */
bool app_is_database(const struct app *app, const char *path);

void app_stop(struct app *app);

#endif
