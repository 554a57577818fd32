/* INI files, read with inih; every fault is told with file and line. */
#ifndef PROFIL_INI_H
#define PROFIL_INI_H

#include "base/arena.h"
#include "base/status.h"

/* Called for each "key = value", in order. A value that goes on over indented lines comes whole.
 * Texts live in the arena. A status other than ST_OK stops the reading; the error then gets the
 * file and the line in front of it. */
typedef enum status ini_put(void *user, struct str8 section, struct str8 key, struct str8 value,
                            struct error *err);

/* ST_NOT_FOUND, ST_IO, or ST_INVALID. */
enum status ini_read(struct arena *a, const char *path, ini_put *put, void *user,
                     struct error *err);

#endif
