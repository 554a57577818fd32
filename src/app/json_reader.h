/* What the files that read JSON share. */
#ifndef APP_JSON_READER_H
#define APP_JSON_READER_H

#include <jansson.h>

#include "app/json_read.h"

struct reader {
    struct arena *a;
    struct error *err;
};

/* Sets "<path>: …" as ST_INVALID. */
enum status reader_fail(const struct reader *r, struct str8 path, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* "a.b", or a["4.1.1:1"] for a key that is no plain word, or a[2]. */
struct str8 reader_at(const struct reader *r, struct str8 path, const char *key);
struct str8 reader_at_index(const struct reader *r, struct str8 path, size_t i);

/* Is the value of that type? The error says what it should be. */
enum status reader_object(const struct reader *r, struct str8 path, const json_t *j);
enum status reader_array(const struct reader *r, struct str8 path, const json_t *j);

/* A text through the edge (utf8_admit); `line` if it must be one. */
enum status reader_text(const struct reader *r, struct str8 path, const json_t *j, bool line,
                        struct str8 *out);

/* A whole number from `min` to `max`. */
enum status reader_int(const struct reader *r, struct str8 path, const json_t *j, int min, int max,
                       int *out);
enum status reader_bool(const struct reader *r, struct str8 path, const json_t *j, bool *out);

/* Which of the `n` names the key is (å ä ö or ASCII): its index in `*hit`. ST_INVALID for an
 * unknown key, with the nearest, and for one that `seen` (n places) says has been there. */
enum status reader_key(const struct reader *r, struct str8 path, const char *key,
                       const char *const *names, size_t n, bool *seen, size_t *hit);

enum status reader_betankande(const struct reader *r, struct str8 path, const json_t *j,
                              struct betankande **out);

#endif
