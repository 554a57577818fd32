/* ZIP packages in memory, by libzip: what .docx and .odt are. */
#ifndef EMIT_ZIP_H
#define EMIT_ZIP_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"

/* --- Writing --------------------------------------------------------------------------------- */

struct pack_part {
    struct str8 name; /* "word/document.xml" */
    struct str8 bytes;
    bool stored; /* not compressed: ODF's mimetype must be so, and pictures gain nothing */
};

struct pack {
    struct arena *a; /* what the list lives in; names and bytes are the caller's */
    struct pack_part *part;
    size_t n, cap;
};

/* Adds a part, or replaces the one of that name where it stands. */
void pack_put(struct pack *p, struct str8 name, struct str8 bytes, bool stored);

/* The part's bytes; `p` NULL when there is none of that name. */
struct str8 pack_get(const struct pack *p, struct str8 name);

void pack_remove(struct pack *p, struct str8 name);

/* The package appended to `out`, parts in their order. All carry the same time, 1980-01-01, so that
 * the same parts give the same bytes. ST_IO if libzip refuses. */
enum status pack_write(const struct pack *p, struct buf *out, struct error *err);

/* --- Reading: an organisation's own template ---------------------------------------------------
 */

/* Limits on what is unpacked, against files made to fill the memory. */
enum {
    PACK_PARTS_MAX = 2000,
    PACK_PART_MAX = 32 * 1024 * 1024, /* bytes of one part, unpacked */
    PACK_ALL_MAX = 64 * 1024 * 1024   /* and of all */
};

/* Every part of the package `bytes` into the arena, folders left out. `what` names the file in
 * errors. ST_INVALID: no ZIP, damaged, encrypted, parts beyond the limits, a name twice, or one
 * that leads out of the package. */
enum status pack_read(struct arena *a, struct str8 bytes, struct str8 what, struct pack *out,
                      struct error *err);

#endif
