/* The organisation's logo: a PNG in memory, measured or decoded by libpng.
 *
 * Errors speak of "Logotypen" and may be prefixed by who knows its file.
 */
#ifndef EMIT_PNG_H
#define EMIT_PNG_H

#include "base/arena.h"
#include "base/status.h"
#include "emit/sheet.h"

enum { LOGO_SIDE_MAX = 4000 }; /* pixels, against files made to fill the memory */

/* Width and height in pixels, both from 1 to LOGO_SIDE_MAX. ST_INVALID: no PNG, or too large. The
 * pixels are not looked at. */
enum status logo_size(struct str8 png, int *width, int *height, struct error *err);

/* The picture decoded into the arena, 8 bits a sample, sRGB; grey where it has no colours, without
 * `alpha` where all of it is opaque. ST_INVALID: no PNG, too large, or damaged. */
enum status logo_decode(struct arena *a, struct str8 png, struct sheet_image *out,
                        struct error *err);

#endif
