/* Ärenden carried between databases as JSON files. */
#ifndef APP_EXCHANGE_H
#define APP_EXCHANGE_H

#include "app/paper.h"

/* The ärende with its betänkande and whole history, as the bytes of an exchange file. */
enum status exchange_export(struct app *app, struct arena *a, const struct app_case *c,
                            struct buf *out, struct error *err);

/* The ärende, its betänkande and what follows from them (`visa --json`). */
enum status exchange_show(struct app *app, struct arena *a, const struct app_case *c,
                          struct buf *out, struct error *err);

enum exchange_mode {
    EXCHANGE_PLAIN,   /* a known UUID is ST_EXISTS */
    EXCHANGE_REPLACE, /* … takes the place of the one there, whose history stays */
    EXCHANGE_AS_NEW   /* gets a new UUID */
};
struct exchange_result {
    long nr;
    long replaced;         /* number of the ärende it took the place of, 0 for none */
    bool unchanged;        /* … which was so already */
    bool betankande_kept;  /* the file's betänkande is another than the one here, which stays */
    struct str8 no_profil; /* the ärende's profile, when there is none of that name here */
};

/* Reads the exchange file `bytes`, wholly or not at all. Where a post is not as its newest revision
 * says (somebody has edited the file) the store adds a revision.
 * ST_INVALID names the place in the file; ST_NEWER; ST_EXISTS; ST_NOT_FOUND for a betänkande that
 * is neither in the file nor here. */
enum status exchange_read(struct app *app, struct arena *a, struct str8 bytes,
                          enum exchange_mode mode, struct exchange_result *out, struct error *err);

#endif
