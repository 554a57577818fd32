/* Where the program's own files lie, also when all of it has been moved from where it was
 * configured to be: into a DESTDIR, a home folder, another prefix. */
#ifndef BASE_INSTALLED_H
#define BASE_INSTALLED_H

#include "base/arena.h"

/* A file in the program's own folder; just the name where that folder cannot be found out. */
struct str8 installed_beside(struct arena *a, const char *name);

/* The `configured` path, absolute, as seen from the program: what lies from it as `configured` does
 * from the folder it was to be installed in, so /opt/y/share/yttra for /opt/y/bin/yttra. */
struct str8 installed_near(struct arena *a, const char *configured);

/* `configured` where it is there, else installed_near if that is; else `configured`. */
struct str8 installed_path(struct arena *a, const char *configured);

/* What leads from the folder `from` to `to`, both absolute: "../share/yttra". */
struct str8 installed_way(struct arena *a, struct str8 from, struct str8 to);

#endif
