/* The text blocks of an ärende. */
#include "app/cases.h"
#include "base/near.h"
#include "base/utf8.h"
#include "draft/sammanfattning.h"

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

bool app_text_drafted(struct str8 block) {
    return sammanfattning_block(block);
}

enum status app_text_draft(struct app *app, struct arena *a, const struct app_case *c,
                           struct str8 block, struct str8 *out, struct error *err) {
    struct profil *profil;
    if (!app_text_drafted(block))
        return error_set(err, ST_USAGE,
                         "bara en sammanfattning kan skrivas ur svaren: sammanfattning eller "
                         "sammanfattning-tjänsteskrivelse");
    enum status st = app_case_profil(app, a, c, &profil, err);
    struct draft d = {c->arende, c->betankande, profil};
    return st == ST_OK ? sammanfattning_utkast(a, &d, block, out, err) : st;
}

struct str8 *app_text_changed(struct arena *a, const struct app_case *c, struct str8 block,
                              size_t *n) {
    const struct draft d = {c->arende, c->betankande, NULL};
    const struct post *p = arende_post(c->arende, POST_TEXT, block);
    *n = 0;
    if (!p || !app_text_drafted(block))
        return NULL;
    return sammanfattning_skriven_fore(a, &d, p, n);
}

void app_text_stamp(struct arena *a, const struct app_case *c, struct post *p) {
    const struct draft d = {c->arende, c->betankande, NULL};
    if (p->slag != POST_TEXT || !app_text_drafted(p->nyckel))
        return;
    struct str8 grund = p->value[TEXT_INNEHALL].n ? sammanfattning_grund(a, &d) : S8("");
    bool fits = grund.n <= post_slag_info(POST_TEXT)->falt[TEXT_GRUND].max;
    p->value[TEXT_GRUND] = fits ? grund : S8("");
}
