#include "emit/zip.h"

#include <string.h>
#include <zip.h>

/* --- The list of parts ------------------------------------------------------------------------ */

static struct pack_part *find(const struct pack *p, struct str8 name) {
    for (size_t i = 0; i < p->n; i++)
        if (s8_eq(p->part[i].name, name))
            return &p->part[i];
    return NULL;
}

void pack_put(struct pack *p, struct str8 name, struct str8 bytes, bool stored) {
    struct pack_part *part = find(p, name);
    if (!part)
        part = ARENA_PUSH(p->a, p->part, p->n, p->cap);
    *part = (struct pack_part){name, bytes, stored};
}

struct str8 pack_get(const struct pack *p, struct str8 name) {
    const struct pack_part *part = find(p, name);
    return part ? part->bytes : (struct str8){0};
}

void pack_remove(struct pack *p, struct str8 name) {
    struct pack_part *part = find(p, name);
    if (!part)
        return;
    size_t i = (size_t)(part - p->part);
    memmove(part, part + 1, (p->n - i - 1) * sizeof *part);
    p->n--;
}

/* --- Writing -----------------------------------------------------------------------------------
 */

enum { DOS_DATE_1980 = 1 << 5 | 1 }; /* 1980-01-01, the first that ZIP can say */

static enum status refused(struct error *err, const char *why) {
    return error_set(err, ST_IO, "Dokumentet kunde inte packas: %s.", why);
}

static bool add_part(zip_t *zip, const struct pack_part *part) {
    zip_source_t *source = zip_source_buffer(zip, part->bytes.p, part->bytes.n, 0);
    char name[512];
    if (!source || part->name.n >= sizeof name) {
        zip_source_free(source);
        return false;
    }
    memcpy(name, part->name.p, part->name.n);
    name[part->name.n] = '\0';
    zip_int64_t at = zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8);
    if (at < 0) {
        zip_source_free(source);
        return false;
    }
    return zip_set_file_compression(zip, (zip_uint64_t)at,
                                    part->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0 &&
           zip_file_set_dostime(zip, (zip_uint64_t)at, 0, DOS_DATE_1980, 0) == 0;
}

/* What libzip wrote to its memory source. */
static bool take_bytes(zip_source_t *memory, struct buf *out) {
    zip_stat_t st;
    if (zip_source_stat(memory, &st) != 0 || zip_source_open(memory) != 0)
        return false;
    char piece[65536];
    zip_int64_t n;
    while ((n = zip_source_read(memory, piece, sizeof piece)) > 0)
        buf_bytes(out, piece, (size_t)n);
    zip_source_close(memory);
    return n == 0;
}

enum status pack_write(const struct pack *p, struct buf *out, struct error *err) {
    zip_error_t why;
    zip_error_init(&why);
    zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, &why);
    if (!memory)
        return refused(err, zip_error_strerror(&why));
    zip_source_keep(memory); /* zip_close gives its own reference back */
    zip_t *zip = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &why);
    enum status st = ST_OK;
    if (!zip) {
        st = refused(err, zip_error_strerror(&why));
        zip_source_free(memory);
    }
    for (size_t i = 0; st == ST_OK && i < p->n; i++)
        if (!add_part(zip, &p->part[i]))
            st = refused(err, zip_strerror(zip));
    if (st == ST_OK && zip_close(zip) != 0)
        st = refused(err, zip_strerror(zip));
    else if (st == ST_OK)
        zip = NULL;
    if (zip)
        zip_discard(zip);
    if (st == ST_OK && !take_bytes(memory, out))
        st = refused(err, "det packade kan inte läsas tillbaka");
    zip_source_free(memory);
    zip_error_fini(&why);
    return st;
}

/* --- Reading -----------------------------------------------------------------------------------
 */

static bool safe_name(const char *name) {
    if (*name == '/' || strchr(name, '\\'))
        return false;
    for (const char *p = name; p; p = strchr(p, '/') ? strchr(p, '/') + 1 : NULL)
        if (strncmp(p, "../", 3) == 0 || strcmp(p, "..") == 0)
            return false;
    return true;
}

struct reader {
    struct arena *a;
    struct str8 what;
    struct pack *pack;
    zip_uint64_t all; /* bytes unpacked so far */
};

static enum status damaged(const struct reader *r, const char *why, struct error *err) {
    return error_set(err, ST_INVALID,
                     "%.*s: %s. Öppna filen i Word eller LibreOffice, spara den på nytt och försök "
                     "igen.",
                     S8F(r->what), why);
}

static enum status read_part(struct reader *r, zip_t *zip, zip_uint64_t i, struct error *err) {
    zip_stat_t st;
    if (zip_stat_index(zip, i, 0, &st) != 0 || !(st.valid & ZIP_STAT_SIZE))
        return damaged(r, "filen är skadad", err);
    size_t len = strlen(st.name);
    if (len > 0 && st.name[len - 1] == '/')
        return ST_OK;
    if (st.valid & ZIP_STAT_ENCRYPTION_METHOD && st.encryption_method != ZIP_EM_NONE)
        return error_set(err, ST_INVALID,
                         "%.*s är krypterad. Spara en kopia utan lösenord och använd den.",
                         S8F(r->what));
    if (!safe_name(st.name))
        return damaged(r, "filen innehåller en del vars namn leder ut ur den", err);
    if (st.size > PACK_PART_MAX || (r->all += st.size) > PACK_ALL_MAX)
        return error_set(err, ST_INVALID,
                         "%.*s är för stor: uppackad får den vara högst %d MB. Ta bort stora "
                         "bilder ur den.",
                         S8F(r->what), PACK_ALL_MAX / 1024 / 1024);
    struct str8 name = arena_str8(r->a, s8_from(st.name));
    if (find(r->pack, name))
        return damaged(r, "två delar i filen har samma namn", err);
    char *bytes = arena_alloc(r->a, st.size + 1);
    zip_file_t *f = zip_fopen_index(zip, i, 0);
    /* only at its end does libzip look at the checksum */
    bool whole = f && zip_fread(f, bytes, st.size) == (zip_int64_t)st.size &&
                 zip_fread(f, bytes + st.size, 1) == 0;
    if (!f || zip_fclose(f) != 0 || !whole)
        return damaged(r, "filen är skadad", err);
    pack_put(r->pack, name, (struct str8){bytes, st.size}, st.comp_method == ZIP_CM_STORE);
    return ST_OK;
}

enum status pack_read(struct arena *a, struct str8 bytes, struct str8 what, struct pack *out,
                      struct error *err) {
    struct reader r = {.a = a, .what = what, .pack = out};
    zip_error_t why;
    zip_error_init(&why);
    *out = (struct pack){.a = a};
    zip_source_t *source = zip_source_buffer_create(bytes.p, bytes.n, 0, &why);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &why) : NULL;
    zip_error_fini(&why);
    if (!zip) {
        zip_source_free(source);
        return damaged(&r, "filen är skadad eller inget Word- eller ODF-dokument", err);
    }
    zip_int64_t n = zip_get_num_entries(zip, 0);
    enum status st =
        n > PACK_PARTS_MAX ? damaged(&r, "filen har orimligt många delar", err) : ST_OK;
    for (zip_int64_t i = 0; st == ST_OK && i < n; i++)
        st = read_part(&r, zip, (zip_uint64_t)i, err);
    zip_discard(zip);
    return st;
}
