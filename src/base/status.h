/* What a function that can fail returns, and the text that goes with it.
 *
 * A function returns `enum status`; the words for the user go into a `struct error`, in Swedish:
 * what happened, to what, what to do. The text is UTF-8 and one paragraph without a final newline.
 */
#ifndef BASE_STATUS_H
#define BASE_STATUS_H

#include <stdbool.h>

enum status {
    ST_OK = 0,
    ST_INVALID,   /* the input breaks a rule: a date, a field, a syntax */
    ST_USAGE,     /* the command line was misused; exit code 2 */
    ST_NOT_FOUND, /* no such ärende, punkt, file, field */
    ST_EXISTS,    /* there is one already and it was not to be replaced */
    ST_CONFLICT,  /* somebody else saved a newer version in between */
    ST_REFUSED,   /* understood, and not done: findings, a decided ärende */
    ST_IO,        /* the system said no: reading, writing, permissions */
    ST_BUSY,      /* the database is locked by another process */
    ST_FULL,      /* no space left */
    ST_READONLY,  /* the database or its folder cannot be written */
    ST_FOREIGN,   /* a database, but not yttra's */
    ST_NEWER,     /* made by a newer yttra */
    ST_CORRUPT    /* damaged or truncated */
};

struct error {
    enum status status; /* ST_OK while nothing has been set */
    char text[1024];    /* NUL-terminated UTF-8, cut at a character when longer */
};

/* Sets `e` (which may be NULL) and returns `s`, so that a failing function ends with
 * `return error_set(e, ST_INVALID, "…")`. A later call replaces an earlier text. `s` is evaluated
 * twice; it is a macro so that compilers and analysers see that what comes back is `s`. */
#define error_set(e, s, ...) error_same((s), error_text((e), (s), __VA_ARGS__))
enum status error_text(struct error *e, enum status s, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
static inline enum status error_same(enum status s, enum status set) {
    (void)set;
    return s;
}

/* Puts "<prefix>: " in front of the text already there; keeps the status and returns it.
 * For the caller who knows the file or the ärende that the failing function did not. */
enum status error_prefix(struct error *e, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* What errno means, in Swedish, as the end of a sentence ("… kan inte läsas: rättighet saknas"):
 * strerror answers in the language of the locale, which need not be there. Never NULL. */
const char *errno_text(int why);

#endif
