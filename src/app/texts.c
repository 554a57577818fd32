/* The text blocks of an ärende. */
#include "app/cases.h"
#include "base/near.h"
#include "base/utf8.h"

enum status app_text_blocks(struct app *app, struct arena *a, const struct app_case *c,
                            struct text_block **out, size_t *n, struct error *err) {
    struct profil *profil;
    enum status st = app_case_profil(app, a, c, &profil, err);
    if (st == ST_OK)
        *out = profil_text_blocks(a, profil, n);
    return st;
}

static enum status unknown(const struct text_block *blocks, size_t n, struct str8 namn,
                           struct arena *a, struct error *err) {
    struct str8 *known = ARENA_NEW(a, struct str8, n);
    for (size_t i = 0; i < n; i++)
        known[i] = s8_from(blocks[i].namn);
    return near_error(err, ST_NOT_FOUND, namn, known, n, "Blocken är",
                      "textblocket ”%.*s” finns inte", S8F(namn));
}

enum status app_text_block(struct app *app, struct arena *a, const struct app_case *c,
                           struct str8 namn, const struct text_block **out, struct error *err) {
    struct text_block *blocks;
    size_t n;
    enum status st = app_text_blocks(app, a, c, &blocks, &n, err);
    if (st != ST_OK)
        return st;
    for (size_t i = 0; i < n; i++)
        if (utf8_same_name(s8_from(blocks[i].namn), namn)) {
            *out = &blocks[i];
            return ST_OK;
        }
    return unknown(blocks, n, namn, a, err);
}
