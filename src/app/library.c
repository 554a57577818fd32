#include "app/library.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "app/check.h"
#include "base/collate.h"
#include "base/fileio.h"
#include "base/near.h"

static enum status read_file(struct arena *a, const char *path, struct betankande **out,
                             struct error *err) {
    struct buf b = {0};
    enum status st = file_read(path, &b, err);
    if (st == ST_OK)
        st = betankande_read(a, buf_str8_of(&b), path, out, err);
    buf_free(&b);
    return st;
}

static int is_markdown(const struct dirent *e) {
    return e->d_name[0] != '.' && s8_ends(s8_from(e->d_name), S8(".md"));
}

/* Ids of the shipped files; a missing folder has none. */
static struct str8 *shipped(struct app *app, struct arena *a, size_t *n) {
    struct dirent **e = NULL;
    int found = scandir(app->betankanden.p, &e, is_markdown, alphasort);
    *n = found > 0 ? (size_t)found : 0;
    struct str8 *ids = ARENA_NEW(a, struct str8, *n);
    for (size_t i = 0; i < *n; i++) {
        struct str8 name = s8_from(e[i]->d_name);
        ids[i] = arena_str8(a, s8_sub(name, 0, name.n - 3));
        free(e[i]);
    }
    free(e);
    return ids;
}

static enum status shipped_get(struct app *app, struct arena *a, struct str8 id,
                               struct betankande **out, struct error *err) {
    struct str8 path = arena_printf(a, "%.*s/%.*s.md", S8F(app->betankanden), S8F(id));
    return read_file(a, path.p, out, err);
}

static bool has_row(const struct library_row *rows, size_t n, struct str8 id) {
    for (size_t i = 0; i < n; i++)
        if (s8_eq(rows[i].id, id))
            return true;
    return false;
}

static int newest_first(const void *x, const void *y) {
    const struct library_row *p = x, *q = y;
    return -collate_sv(p->id, q->id);
}

enum status library_list(struct app *app, struct arena *a, struct library_row **out, size_t *n,
                         struct error *err) {
    struct betankande_rad *in_store = NULL;
    size_t n_store = 0, n_files, count = 0;
    enum status st = ST_OK;
    if (app->store)
        st = store_betankande_list(app->store, a, &in_store, &n_store, err);
    struct str8 *ids = shipped(app, a, &n_files);
    struct library_row *rows = ARENA_NEW(a, struct library_row, n_store + n_files);
    for (size_t i = 0; i < n_store; i++)
        rows[count++] =
            (struct library_row){in_store[i].id,      in_store[i].beteckning, in_store[i].titel,
                                 in_store[i].n_punkt, in_store[i].n_arende,   true};
    for (size_t i = 0; i < n_files && st == ST_OK; i++) {
        struct betankande *b;
        if (has_row(rows, count, ids[i]))
            continue;
        st = shipped_get(app, a, ids[i], &b, err);
        if (st == ST_OK)
            rows[count++] = (struct library_row){
                b->id, b->beteckning, b->titel, (int)betankande_n_punkt(b), 0, false};
    }
    qsort(rows, count, sizeof *rows, newest_first);
    *out = rows;
    *n = count;
    return st;
}

static enum status unknown(struct app *app, struct arena *a, struct str8 name, struct error *err) {
    struct library_row *rows;
    size_t n;
    enum status st = library_list(app, a, &rows, &n, err);
    if (st != ST_OK)
        return st;
    if (!file_exists(app->betankanden.p))
        return error_set(err, ST_NOT_FOUND,
                         "betänkandet %.*s finns inte här, och inte heller mappen %.*s med dem som "
                         "följer med yttra. Installera yttra på nytt, eller låt YTTRA_DATA säga "
                         "var mappen ovanför ligger.",
                         S8F(name), S8F(app->betankanden));
    struct str8 *known = ARENA_NEW(a, struct str8, n);
    for (size_t i = 0; i < n; i++)
        known[i] = rows[i].beteckning;
    return near_error(err, ST_NOT_FOUND, name, known, n, "De som finns är",
                      "betänkandet %.*s finns inte här (läs in det med: yttra importera FIL.md)",
                      S8F(name));
}

enum status library_get(struct app *app, struct arena *a, struct str8 name, struct betankande **out,
                        bool *stored, struct error *err) {
    struct str8 id;
    enum status st = betankande_id(a, name, &id, err);
    if (st != ST_OK)
        return st;
    st = app->store ? store_betankande_get(app->store, a, id, out, err) : ST_NOT_FOUND;
    if (stored)
        *stored = st == ST_OK;
    if (st != ST_NOT_FOUND)
        return st;
    st = shipped_get(app, a, id, out, err);
    return st == ST_NOT_FOUND ? unknown(app, a, name, err) : st;
}

enum status library_keep(struct app *app, const struct betankande *b, struct error *err) {
    struct error why = {0};
    enum status st = store_betankande_put(app->store, b, false, &why);
    if (st == ST_EXISTS)
        return ST_OK;
    if (st != ST_OK && err)
        *err = why;
    return st;
}

static bool looks_like(struct str8 bytes, const char *start) {
    struct str8 s = s8_trim(s8_sub(bytes, 0, 64));
    return strncasecmp(s.n ? s.p : "", start, strlen(start)) == 0;
}

/* What the file is, if it is of a kind that we know and do not read. */
static const char *foreign_kind(struct str8 bytes) {
    if (looks_like(bytes, "%PDF"))
        return "en PDF-fil";
    if (looks_like(bytes, "<!doctype") || looks_like(bytes, "<html") || looks_like(bytes, "<?xml"))
        return "en webbsida";
    if (looks_like(bytes, "PK\x03\x04"))
        return "en Word-fil eller ett arkiv";
    if (looks_like(bytes, "{"))
        return "en JSON-fil";
    return NULL;
}

static enum status read_import(struct arena *a, const char *path, struct betankande **out,
                               struct error *err) {
    struct buf b = {0};
    enum status st = file_read(path, &b, err);
    const char *kind = foreign_kind(buf_str8_of(&b));
    if (st == ST_OK && kind)
        st = error_set(err, ST_USAGE,
                       "%s är %s. Den här versionen läser bara betänkanden i yttras egen "
                       "Markdown-form. Se ett exempel med: yttra betänkande skriv SOU 2024:72",
                       file_label(path), kind);
    else if (st == ST_OK)
        st = betankande_read(a, buf_str8_of(&b), file_label(path), out, err);
    buf_free(&b);
    return st;
}

/* Does every post of the ärende that refers to the betänkande find its place in the new one? */
static enum status still_fits(struct app *app, struct arena *a, long nr, const struct betankande *b,
                              struct error *err) {
    struct arende *ar;
    enum status st = store_arende_get(app->store, a, nr, &ar, err);
    for (int s = 0; s < POST_SLAG_N && st == ST_OK; s++)
        for (size_t i = 0; i < ar->post[s].n && st == ST_OK; i++)
            if (check_refs(b, &ar->post[s].p[i], err) != ST_OK) {
                error_prefix(err,
                             "ärende %ld bygger på delar som saknas i den nya filen. Inget är "
                             "ändrat",
                             nr);
                err->status = st = ST_REFUSED;
            }
    return st;
}

static enum status all_fit(struct app *app, struct arena *a, const struct betankande *b,
                           struct error *err) {
    struct arende_rad *rows;
    size_t n;
    long total;
    struct arende_urval all = {.all = true};
    enum status st = store_arende_list(app->store, a, all, &rows, &n, &total, err);
    for (size_t i = 0; i < n && st == ST_OK; i++)
        if (s8_eq(rows[i].betankande, b->id))
            st = still_fits(app, a, rows[i].nr, b, err);
    return st;
}

static enum status rename_to(struct arena *a, struct betankande *b, struct str8 som,
                             struct error *err) {
    struct str8 id;
    enum status st = betankande_id(a, som, &id, err);
    if (st != ST_OK)
        return st;
    b->id = id;
    struct str8 rest = id;
    struct str8 kind = s8_cut(&rest, '-');
    struct str8 year = s8_cut(&rest, '-');
    b->beteckning =
        arena_printf(a, "%s %.*s:%.*s", s8_eqz(kind, "ds") ? "Ds" : "SOU", S8F(year), S8F(rest));
    return ST_OK;
}

enum status library_import(struct app *app, struct arena *a, const char *path, struct str8 som,
                           bool replace, struct betankande **out, struct error *err) {
    enum status st = read_import(a, path, out, err);
    if (st == ST_OK && som.n)
        st = rename_to(a, *out, som, err);
    if (st != ST_OK)
        return st;
    st = store_begin(app->store, err);
    if (st != ST_OK)
        return st;
    if (replace)
        st = all_fit(app, a, *out, err);
    if (st == ST_OK)
        st = store_betankande_put(app->store, *out, replace, err);
    st = store_end(app->store, st, err);
    if (st == ST_EXISTS)
        error_set(err, st, "%.*s finns redan. Vill du byta ut det, lägg till --ersätt.",
                  S8F((*out)->beteckning));
    return st;
}
