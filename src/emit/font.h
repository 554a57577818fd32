/* Typefaces for a page: found, measured and shaped with HarfBuzz.
 *
 * The text is set in Liberation Serif, Sans and Mono. A character that the face lacks is taken from
 * another installed font (fontconfig finds it), chosen the same way every time; one that no font
 * has is an error. Only fonts with TrueType outlines ("glyf") are taken, since those are what the
 * PDF embeds.
 */
#ifndef EMIT_FONT_H
#define EMIT_FONT_H

#include <stdint.h>
#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"

enum font_face {
    FONT_SERIF,
    FONT_SERIF_BOLD,
    FONT_SERIF_ITALIC,
    FONT_SERIF_BOLD_ITALIC,
    FONT_SANS,
    FONT_SANS_BOLD,
    FONT_SANS_ITALIC,
    FONT_SANS_BOLD_ITALIC,
    FONT_MONO,
    FONT_MONO_BOLD,
    FONT_MONO_ITALIC,
    FONT_MONO_BOLD_ITALIC,
    FONT_FACES
};

struct fonts; /* the faces opened so far, the fallbacks too; opened when first used */
struct font;  /* one of them */

/* Nothing is opened yet. */
struct fonts *fonts_new(void);
void fonts_free(struct fonts **fs);

/* A glyph and what it stands for. */
struct glyph {
    uint16_t id;       /* in its font; never 0, .notdef */
    bool soft_hyphen;  /* a hyphen at a line's end: U+00AD to whoever copies the text */
    int32_t advance;   /* font units, kerning included */
    int32_t dx, dy;    /* font units, dy upwards: how far from the pen it stands (accents) */
    uint32_t text;     /* byte in the run's text where what it stands for begins, */
    uint32_t text_len; /* and its length; 0: it is part of the glyph before it */
};

/* Text in one font on one line. */
struct glyph_run {
    struct font *font;
    struct str8 text; /* UTF-8 */
    struct glyph *glyph;
    size_t n;
    int64_t width; /* sum of the advances, font units */
};

struct glyph_runs {
    struct glyph_run *run;
    size_t n, cap;
};

/* `c`, which stands after `before` (0: first), as it is set: 0–4 bytes into `out`. White space and
 * no-break spaces of all kinds are a space; what is not seen is nothing (soft hyphens, zero-width
 * spaces, variation selectors; joiners only in scripts that need them). */
size_t font_printable(uint32_t c, uint32_t before, char out[4]);

/* Appends `text`, one line, set in `face`: more than one run where a fallback had to be used. The
 * runs and a copy of the text, made printable, live in `a`. ST_INVALID when no installed font has a
 * character: names it ("😀 (U+1F600)"). ST_NOT_FOUND when the typefaces are not installed: which
 * package to install.
 */
enum status fonts_shape(struct fonts *fs, struct arena *a, enum font_face face, struct str8 text,
                        struct glyph_runs *out, struct error *err);

/* The fonts that have been used, in the order of their first use: 0 … n−1. */
size_t fonts_count(const struct fonts *fs);
struct font *fonts_at(const struct fonts *fs, size_t i);
size_t font_index(const struct font *f); /* its place in that order */

int font_units_per_em(const struct font *f);

/* From a face's own table, font units: how far its letters reach above and below the baseline. */
int font_ascent(const struct font *f);
int font_descent(const struct font *f); /* positive */

/* --- For the PDF: what a font descriptor says (ISO 32000-1, 9.8) --------------------------------
 */

struct font_facts {
    char name[128];    /* PostScript name: "LiberationSerif-Bold" */
    int bbox[4];       /* font units: left, bottom, right, top */
    int cap_height;    /* font units */
    double italic;     /* degrees, negative leaning right */
    bool fixed, serif; /* all glyphs equally wide; has serifs */
    bool bold;
};
void font_facts(const struct font *f, struct font_facts *out);

/* A font file with only those glyphs (ids in ascending order), the parts that they are composed of
 * and .notdef, by hb-subset; `ids[i]` becomes `new_ids[i]` (the caller's array), never 0. No hints,
 * none of the tables that a PDF does not need. Appended to `out`. The same input gives the same
 * bytes. ST_IO if HarfBuzz refuses. */
enum status font_subset(const struct font *f, const uint16_t *ids, size_t n, uint16_t *new_ids,
                        struct buf *out, struct error *err);

/* The advance of one glyph alone, font units: what the file's own table says. */
int font_advance(const struct font *f, uint16_t id);

#endif
