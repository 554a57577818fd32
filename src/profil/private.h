/* Inside the room: the parts that profil_load puts together. */
#ifndef PROFIL_PRIVATE_H
#define PROFIL_PRIVATE_H

#include "profil/ini.h"
#include "profil/profil.h"

struct loading {
    struct arena *arena;
    struct profil *profil;
    size_t cap_subjekt, cap_dokument, cap_mall, cap_egna;
};

/* One ini_put per file; `user` is a struct loading. */
ini_put profil_put_profil;  /* profil.ini */
ini_put profil_put_subjekt; /* subjekt.ini */
ini_put profil_put_fras;    /* fraser.ini */

/* After reading: is every part there, and does each name what exists? */
enum status profil_check_subjekt(struct loading *l, struct error *err);
enum status profil_check_fras(const struct profil *p, struct error *err);
enum status profil_check_dokument(const struct profil *p, struct error *err);

/* Reads the three INI files of l->profil->mapp and checks them against each other and against the
 * templates, which are already there. */
enum status profil_load_parts(struct loading *l, struct error *err);

/* ST_INVALID: ”key” är ingen nyckel <where> ("i [allmänt]"), with the nearest of those known. */
enum status profil_unknown_key(struct str8 key, const char *where, const struct str8 *known,
                               size_t n, struct error *err);

/* The list "a, b, c" as an array in the arena. */
struct str8 *profil_list_of(struct arena *a, struct str8 value, size_t *n);

/* "ja" or "nej". */
enum status profil_yes_no(struct str8 value, bool *out, struct error *err);

#endif
