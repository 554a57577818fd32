/* What the database would not take, put aside in a file of its own, so that it is not lost. */
#ifndef APP_ASIDE_H
#define APP_ASIDE_H

#include "app/app.h"

/* Writes `text` and a line end to a new file, mode 0600, flushed to disk: beside the database, or
 * else in the home folder, or else in /tmp. It is called as the database with ".ej-sparat-", the
 * number of the ärende, the post and six letters of its own. Returns its path, in `a`; empty when
 * it could not be written anywhere. */
struct str8 aside_put(struct app *app, struct arena *a, long nr, enum post_slag slag,
                      struct str8 nyckel, struct str8 text);

#endif
