/* The exchange file read, strictly: docs/format.md, chapter JSON.
 *
 * What is not known, of the wrong type, too long, no date, no stance, given twice or refers to
 * what the betänkande does not have is ST_INVALID, with the place as a JSON path:
 * ärende.svar["4.1.1:1"].ställning: …. Keys may be written without å ä ö.
 */
#ifndef APP_JSON_READ_H
#define APP_JSON_READ_H

#include "base/buf.h"
#include "remiss/arende.h"
#include "remiss/betankande.h"

enum { JSON_READ_MAX = 32 * 1024 * 1024 }; /* bytes of a file */

struct json_exchange {
    struct arende *arende;         /* nr 0; uuid empty if the file has none */
    struct betankande *betankande; /* the file's, or NULL */
    struct revision *revision;     /* in the file's order, oldest first */
    size_t n_revision;
};

/* Finds the betänkande that the ärende answers, against which its references are checked; `in_file`
 * is the file's own or NULL. Sets `*use`. */
struct json_library {
    enum status (*get)(void *user, struct str8 id, struct betankande *in_file,
                       struct betankande **use, struct error *err);
    void *user;
};

/* ST_INVALID; ST_NEWER for a "format" above 1; or what `get` returned. */
enum status json_read_exchange(struct arena *a, struct str8 bytes, const struct json_library *lib,
                               struct json_exchange *out, struct error *err);

/* Is `s` a time as revisions have it: 2025-01-29T08:15:30Z, with or without parts of a second? */
bool json_time_valid(struct str8 s);

#endif
