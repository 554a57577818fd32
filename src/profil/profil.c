#include "profil/private.h"

#include "base/fileio.h"
#include "base/near.h"
#include "base/utf8.h"

enum status profil_unknown_key(struct str8 key, const char *where, const struct str8 *known,
                               size_t n, struct error *err) {
    return near_error(err, ST_INVALID, key, known, n, "Nycklarna är", "”%.*s” är ingen nyckel %s",
                      S8F(key), where);
}

struct str8 *profil_list_of(struct arena *a, struct str8 value, size_t *n) {
    struct str8 *list = NULL;
    size_t cap = 0;
    *n = 0;
    for (struct str8 rest = value; rest.p;) {
        struct str8 one = s8_trim(s8_cut(&rest, ','));
        if (one.n)
            *ARENA_PUSH(a, list, *n, cap) = one;
    }
    return list;
}

enum status profil_yes_no(struct str8 value, bool *out, struct error *err) {
    *out = s8_eqz(value, "ja");
    if (*out || s8_eqz(value, "nej"))
        return ST_OK;
    return error_set(err, ST_INVALID, "”%.*s” går inte. Skriv ja eller nej.", S8F(value));
}

enum status profil_dokument(const struct profil *p, struct str8 namn, const struct dokument **out,
                            struct error *err) {
    for (size_t i = 0; i < p->n_dokument; i++) {
        if (utf8_same_name(p->dokument[i].namn, namn)) {
            *out = &p->dokument[i];
            return ST_OK;
        }
    }
    struct arena tmp = {0};
    struct str8 *known = ARENA_NEW(&tmp, struct str8, p->n_dokument);
    for (size_t i = 0; i < p->n_dokument; i++)
        known[i] = p->dokument[i].namn;
    enum status st = near_error(err, ST_NOT_FOUND, namn, known, p->n_dokument, "Dokumenten är",
                                "”%.*s” är inget dokument i profilen", S8F(namn));
    arena_free(&tmp);
    return st;
}

const struct mall *profil_mall(const struct profil *p, struct str8 namn) {
    for (size_t i = 0; i < p->n_mall; i++)
        if (utf8_same_name(p->mall[i].namn, namn))
            return &p->mall[i];
    return NULL;
}

const struct text_block *profil_text_block(const struct profil *p, struct str8 namn) {
    size_t n;
    const struct text_block *common = text_block_list(&n);
    for (size_t i = 0; i < p->n_egna; i++)
        if (utf8_same_name(namn, s8_from(p->egna[i].namn)))
            return &p->egna[i];
    for (size_t i = 0; i < n; i++)
        if (utf8_same_name(namn, s8_from(common[i].namn)))
            return &common[i];
    return NULL;
}

struct text_block *profil_text_blocks(struct arena *a, const struct profil *p, size_t *n) {
    size_t n_common;
    const struct text_block *common = text_block_list(&n_common);
    struct text_block *all = ARENA_NEW(a, struct text_block, n_common + p->n_egna);
    for (*n = 0; *n < n_common; ++*n)
        all[*n] = *profil_text_block(p, s8_from(common[*n].namn));
    for (size_t i = 0; i < p->n_egna; i++) {
        size_t k = 0;
        while (k < n_common && !s8_eqz(s8_from(all[k].namn), p->egna[i].namn))
            k++;
        if (k == n_common)
            all[(*n)++] = p->egna[i];
    }
    return all;
}

static enum status read_part(struct loading *l, const char *file, ini_put *put, struct error *err) {
    struct arena tmp = {0};
    struct str8 path = arena_printf(&tmp, "%.*s/%s", S8F(l->mapp), file);
    bool needed = l->lager == 1 || put == profil_put_profil || file_exists(path.p);
    enum status st = needed ? ini_read(l->arena, path.p, put, l, err) : ST_OK;
    arena_free(&tmp);
    return st;
}

enum status profil_read_parts(struct loading *l, struct error *err) {
    enum status st = read_part(l, "profil.ini", profil_put_profil, err);
    if (st == ST_OK)
        st = read_part(l, "subjekt.ini", profil_put_subjekt, err);
    if (st == ST_OK)
        st = read_part(l, "fraser.ini", profil_put_fras, err);
    return st;
}

enum status profil_check(struct loading *l, struct error *err) {
    enum status st = profil_check_subjekt(l, err);
    if (st == ST_OK)
        st = profil_check_fras(l->profil, err);
    if (st == ST_OK)
        st = profil_check_dokument(l->profil, err);
    return st;
}
