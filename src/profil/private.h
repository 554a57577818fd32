/* Inside the room: the parts that profil_load puts together. */
#ifndef PROFIL_PRIVATE_H
#define PROFIL_PRIVATE_H

#include "profil/ini.h"
#include "profil/profil.h"

/* The key of [profil] that names the profile it builds on. */
#define PROFIL_BYGGER_PA "bygger-på"

struct loading {
    struct arena *arena;
    struct profil *profil;
    struct str8
        mapp;  /* the layer being read: the profile's own folder or that of one it builds on */
    int lager; /* its number, from 1 */
    int fras_lager[STANCE_N][2]; /* the layer that a phrase is from; 0 none */
    size_t cap_subjekt, cap_dokument, cap_mall, cap_egna, cap_rubrik, cap_term;
};

/* One ini_put per file; `user` is a struct loading. */
ini_put profil_put_profil;  /* profil.ini */
ini_put profil_put_subjekt; /* subjekt.ini */
ini_put profil_put_fras;    /* fraser.ini */

/* The paper that a template adds to the profile: "{{! dokument", a line "nyckel = värde" for each
 * key of a [dokument], "}}". Nothing for a template that begins otherwise. */
enum status profil_put_huvud(struct loading *l, const struct mall *m, struct error *err);

/* One key of [dokument `namn`]. */
enum status profil_put_dokument(struct loading *l, struct str8 namn, struct str8 key,
                                struct str8 value, struct error *err);

/* One line of [termer] in profil.ini: "kommunal primärvård = kommunal hälso- och sjukvård". */
enum status profil_put_term(struct loading *l, struct str8 ord, struct str8 undvik,
                            struct error *err);

/* After reading: is every part there, and does each name what exists? */
enum status profil_check_subjekt(struct loading *l, struct error *err);
enum status profil_check_fras(const struct profil *p, struct error *err);
enum status profil_check_dokument(struct profil *p, struct error *err);

/* Reads the INI files of l->mapp; in a layer above the first, subjekt.ini and fraser.ini may be
 * missing. */
enum status profil_read_parts(struct loading *l, struct error *err);

/* Checks what all layers together have said. */
enum status profil_check(struct loading *l, struct error *err);

/* ST_INVALID: ”key” är ingen nyckel <where> ("i [allmänt]"), with the nearest of those known. */
enum status profil_unknown_key(struct str8 key, const char *where, const struct str8 *known,
                               size_t n, struct error *err);

/* The list "a, b, c" as an array in the arena. */
struct str8 *profil_list_of(struct arena *a, struct str8 value, size_t *n);

/* "ja" or "nej". */
enum status profil_yes_no(struct str8 value, bool *out, struct error *err);

#endif
