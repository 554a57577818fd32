/* Inside of font.h: what the files font*.c share. */
#ifndef EMIT_FONT_PRIVATE_H
#define EMIT_FONT_PRIVATE_H

#include <hb.h>
#include "emit/font.h"

/* A face opened; lives as long as its `fonts`. Scale is the face's own: positions are font units.
 */
struct font {
    hb_face_t *face;
    hb_font_t *hb;
    int upem, ascent, descent; /* font units; descent positive */
    size_t index;              /* place in the order of first use */
};

/* Characters that were asked for and what was found. */
struct font_fallback {
    enum font_face face;
    uint32_t c[4]; /* a cluster's first characters, 0 after the last */
    struct font *font;
};

/* An installed font that has been opened as a fallback. */
struct font_opened {
    struct str8 file;
    int number; /* of the face in its file */
    struct font *font;
};

struct font_finder; /* fontconfig; font_find.c */

struct fonts {
    struct arena a;
    struct font *face[FONT_FACES]; /* NULL: not opened */
    struct font **used;
    size_t n_used, cap_used;
    struct font_fallback *fallback;
    size_t n_fallback, cap_fallback;
    struct font_opened *opened;
    size_t n_opened, cap_opened;
    hb_buffer_t *buffer;        /* NULL until something is shaped */
    struct font_finder *finder; /* NULL until a fallback is needed */
};

/* Opens face `number` of a font file; NULL when it cannot be used: not there, damaged, without
 * TrueType outlines, or not to be embedded. */
struct font *font_open(struct fonts *fs, const char *file, int number);

/* The face from the usual folders or else from fontconfig. */
enum status fonts_face(struct fonts *fs, enum font_face face, struct font **out, struct error *err);

/* Has it glyphs for all characters of a cluster? */
bool font_has(const struct font *f, struct str8 cluster);

/* A font for a cluster that the face lacks. ST_INVALID when there is none. */
enum status font_find(struct fonts *fs, enum font_face face, struct str8 cluster, struct font **out,
                      struct error *err);
/* The file of an installed font of that family and style, by fontconfig; NULL when there is none.
 */
const char *font_find_file(struct fonts *fs, const char *family, bool bold, bool italic);
void font_finder_free(struct font_finder **f);

/* --- Characters (font_text.c) ----------------------------------------------------------------- */

/* Characters that are not seen and that do nothing on paper: zero-width spaces and joiners,
 * variation selectors, soft hyphens. */
bool font_invisible(uint32_t c);

/* All of `s` as font_printable has it, in the arena. */
struct str8 font_printable_text(struct arena *a, struct str8 s);

#endif
