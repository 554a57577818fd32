/* Profiles as folders: found, listed, copied, their templates read. */
#include "profil/private.h"

#include <dirent.h>
#include <errno.h>
#include <unistd.h>

#include "base/collate.h"
#include "base/fileio.h"
#include "base/near.h"
#include "base/utf8.h"

enum { MAX_FILES = 200 };
enum { LAYERS = 4 };

static bool name_ok(struct str8 namn) {
    return text_block_name_ok(namn);
}

/* The files (not folders, not hidden) of a folder, by name; false if it cannot be opened. */
static bool list_folder(struct arena *a, struct str8 path, struct str8 **out, size_t *n) {
    size_t cap = 0;
    *out = NULL;
    *n = 0;
    DIR *d = opendir(arena_str8(a, path).p);
    if (!d)
        return false;
    for (struct dirent *e; *n < MAX_FILES && (e = readdir(d));)
        if (e->d_name[0] != '.')
            *ARENA_PUSH(a, *out, *n, cap) = arena_str8(a, s8_from(e->d_name));
    closedir(d);
    for (size_t i = 1; i < *n; i++) {
        struct str8 s = (*out)[i];
        size_t j = i;
        for (; j && s8_cmp((*out)[j - 1], s) > 0; j--)
            (*out)[j] = (*out)[j - 1];
        (*out)[j] = s;
    }
    return true;
}

/* The template of that name from a lower layer, or a new one. */
static struct mall *template_of(struct loading *l, struct str8 namn) {
    struct profil *p = l->profil;
    for (size_t i = 0; i < p->n_mall; i++)
        if (utf8_same_name(p->mall[i].namn, namn))
            return &p->mall[i];
    struct mall *m = ARENA_PUSH(l->arena, p->mall, p->n_mall, l->cap_mall);
    m->namn = namn;
    return m;
}

static enum status read_template(struct loading *l, struct str8 file, struct error *err) {
    struct buf raw = {0};
    struct mall *m = template_of(l, s8_sub(file, 0, file.n - 3));
    m->fil = arena_printf(l->arena, "%.*s/%.*s", S8F(l->mapp), S8F(file));
    enum status st = file_read(m->fil.p, &raw, err);
    if (st == ST_OK)
        st = utf8_admit(l->arena, buf_str8_of(&raw), m->fil.p, &m->text, err);
    if (st == ST_OK)
        st = profil_put_huvud(l, m, err);
    buf_free(&raw);
    return st;
}

static enum status read_templates(struct loading *l, struct error *err) {
    struct str8 *file;
    size_t n;
    enum status st = ST_OK;
    if (!list_folder(l->arena, l->mapp, &file, &n))
        return error_set(err, ST_IO, "mappen %.*s kan inte läsas: %s", S8F(l->mapp),
                         errno_text(errno));
    for (size_t i = 0; i < n && st == ST_OK; i++)
        if (s8_ends(file[i], S8(".md")))
            st = read_template(l, file[i], err);
    return st;
}

static bool is_profile(struct str8 folder) {
    struct arena tmp = {0};
    bool yes = file_exists(arena_printf(&tmp, "%.*s/profil.ini", S8F(folder)).p);
    arena_free(&tmp);
    return yes;
}

/* The folder of the profile `namn`, the user's own first. One in `above` is passed over: a profile
 * of the user's own with the name of a shipped one may build on that. */
static bool locate(struct arena *a, const struct profil_dirs *dirs, struct str8 namn,
                   struct str8 above, struct str8 *folder) {
    const struct str8 roots[] = {dirs->egna, dirs->skickade};
    for (size_t i = 0; i < 2; i++) {
        if (roots[i].n == 0)
            continue;
        *folder = arena_printf(a, "%.*s/%.*s", S8F(roots[i]), S8F(namn));
        if (is_profile(*folder) && !s8_eq(*folder, above))
            return true;
    }
    return false;
}

static enum status not_found(struct arena *a, const struct profil_dirs *dirs, struct str8 namn,
                             struct error *err) {
    struct profil_rad *rad;
    size_t n;
    enum status st = profil_list(a, dirs, &rad, &n, err);
    if (st != ST_OK)
        return st;
    struct str8 *known = ARENA_NEW(a, struct str8, n);
    for (size_t i = 0; i < n; i++)
        known[i] = rad[i].namn;
    return near_error(err, ST_NOT_FOUND, namn, known, n, "Profilerna är", "”%.*s” är ingen profil",
                      S8F(namn));
}

/* One key of a [profil], looked at before or without reading the rest. */
struct wanted {
    struct str8 key, value;
};

static enum status put_wanted(void *user, struct str8 section, struct str8 key, struct str8 value,
                              struct error *err) {
    (void)err;
    struct wanted *w = user;
    if (s8_eqz(section, "profil") && utf8_same_name(key, w->key))
        w->value = value;
    return ST_OK;
}

static struct str8 profile_key(struct arena *a, struct str8 folder, struct str8 key) {
    struct wanted w = {key, {0}};
    ini_read(a, arena_printf(a, "%.*s/profil.ini", S8F(folder)).p, put_wanted, &w, NULL);
    return w.value;
}

/* The folders of the profile and of those it builds on, the profile's own first. */
static enum status layers(struct arena *a, const struct profil_dirs *dirs, struct str8 namn,
                          struct str8 folder[LAYERS], int *n, struct error *err) {
    struct str8 above = {0};
    for (*n = 0; namn.n; ++*n) {
        struct str8 here;
        if (*n == LAYERS)
            return error_set(err, ST_INVALID,
                             "%.*s/profil.ini: bygger-på leder runt eller för långt. Högst %d "
                             "profiler får bygga på varandra.",
                             S8F(folder[0]), LAYERS);
        if (!name_ok(namn) || !locate(a, dirs, namn, above, &here)) {
            enum status st = not_found(a, dirs, namn, err);
            if (*n)
                error_prefix(err, "%.*s/profil.ini: bygger-på", S8F(above));
            return *n ? ST_INVALID : st;
        }
        folder[*n] = above = here;
        namn = profile_key(a, here, S8(PROFIL_BYGGER_PA));
    }
    return ST_OK;
}

/* One folder over what those below it have said. */
static enum status read_layer(struct loading *l, struct str8 folder, struct error *err) {
    struct profil *p = l->profil;
    struct str8 below = p->version;
    l->mapp = p->mapp = folder;
    l->lager++;
    enum status st = read_templates(l, err);
    if (st == ST_OK)
        st = profil_read_parts(l, err);
    if (st == ST_OK && below.n && p->version.p != below.p)
        p->version = arena_printf(l->arena, "%.*s (bygger på %.*s)", S8F(p->version), S8F(below));
    return st;
}

enum status profil_load(struct arena *a, const struct profil_dirs *dirs, struct str8 namn,
                        struct profil **out, struct error *err) {
    struct profil *p = ARENA_NEW(a, struct profil, 1);
    struct loading l = {.arena = a, .profil = p};
    struct str8 folder[LAYERS];
    int n;
    p->namn = arena_str8(a, namn);
    val_none(&p->val);
    enum status st = layers(a, dirs, namn, folder, &n, err);
    for (int i = n; i-- > 0 && st == ST_OK;)
        st = read_layer(&l, folder[i], err);
    if (st == ST_OK && (st = profil_check(&l, err)) != ST_OK)
        error_prefix(err, "%.*s", S8F(p->mapp));
    if (st == ST_OK)
        *out = p;
    return st;
}

struct profil_rader {
    struct profil_rad *rad;
    size_t n, cap;
};

/* Adds the profiles of one folder, passing over names already there. */
static void add_from(struct arena *a, struct str8 root, bool egen, struct profil_rader *all) {
    struct str8 *name;
    size_t n_names;
    if (root.n == 0 || !list_folder(a, root, &name, &n_names))
        return;
    for (size_t i = 0; i < n_names; i++) {
        struct str8 folder = arena_printf(a, "%.*s/%.*s", S8F(root), S8F(name[i]));
        bool seen = !is_profile(folder);
        for (size_t j = 0; j < all->n; j++)
            seen = seen || s8_eq(all->rad[j].namn, name[i]);
        if (seen)
            continue;
        struct profil_rad *r = ARENA_PUSH(a, all->rad, all->n, all->cap);
        *r = (struct profil_rad){.namn = name[i], .mapp = folder, .egen = egen};
        r->beskrivning = profile_key(a, folder, S8("beskrivning"));
    }
}

enum status profil_list(struct arena *a, const struct profil_dirs *dirs, struct profil_rad **out,
                        size_t *n, struct error *err) {
    struct profil_rader all = {0};
    add_from(a, dirs->egna, true, &all);
    add_from(a, dirs->skickade, false, &all);
    if (all.n == 0)
        return error_set(err, ST_NOT_FOUND,
                         "det finns inga profiler i %.*s. Är yttra rätt installerat?",
                         S8F(dirs->skickade));
    *out = all.rad;
    *n = all.n;
    return ST_OK;
}

static enum status copy_files(struct arena *a, struct str8 from, struct str8 to,
                              struct error *err) {
    struct str8 *file;
    size_t n;
    enum status st = file_mkdirs(to.p, 0700, err);
    if (st == ST_OK && !list_folder(a, from, &file, &n))
        st = error_set(err, ST_IO, "mappen %.*s kan inte läsas: %s", S8F(from), errno_text(errno));
    for (size_t i = 0; st == ST_OK && i < n; i++) {
        struct buf raw = {0};
        st = file_read(arena_printf(a, "%.*s/%.*s", S8F(from), S8F(file[i])).p, &raw, err);
        if (st == ST_OK)
            st = file_write(arena_printf(a, "%.*s/%.*s", S8F(to), S8F(file[i])).p,
                            buf_str8_of(&raw), 0600, err);
        buf_free(&raw);
    }
    return st;
}

/* Half a profile would go before the whole one of the same name. */
static void remove_files(struct arena *a, struct str8 folder) {
    struct str8 *file;
    size_t n = 0;
    if (!list_folder(a, folder, &file, &n))
        return;
    for (size_t i = 0; i < n; i++)
        unlink(arena_printf(a, "%.*s/%.*s", S8F(folder), S8F(file[i])).p);
    rmdir(folder.p);
}

enum status profil_copy(struct arena *a, const struct profil_dirs *dirs, struct str8 fran,
                        struct str8 till, struct error *err) {
    struct str8 from;
    if (!name_ok(till))
        return error_set(err, ST_INVALID,
                         "”%.*s” går inte som namn på en profil. Skriv små bokstäver, siffror och "
                         "bindestreck.",
                         S8F(till));
    if (!name_ok(fran) || !locate(a, dirs, fran, S8(""), &from))
        return not_found(a, dirs, fran, err);
    struct str8 to = arena_printf(a, "%.*s/%.*s", S8F(dirs->egna), S8F(till));
    if (file_exists(to.p))
        return error_set(err, ST_EXISTS, "%.*s finns redan. Välj ett annat namn.", S8F(to));
    enum status st = copy_files(a, from, to, err);
    if (st != ST_OK)
        remove_files(a, to);
    return st;
}
