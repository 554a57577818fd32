/* Opening the store's file: found or made, recognised, brought up to date. */
#include "db/store_intern.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fileio.h"
#include "db/schema_text.h"

static enum status cannot_make(const char *path, int why, struct error *err) {
    if (why == ENOSPC || why == EDQUOT)
        return error_set(err, ST_FULL,
                         "databasen %s kan inte skapas: disken är full. Frigör utrymme och försök "
                         "igen.",
                         path);
    if (why == EACCES || why == EPERM || why == EROFS)
        return error_set(err, ST_READONLY,
                         "databasen %s kan inte skapas: du får inte skriva i mappen. Ändra "
                         "rättigheterna eller ange en annan databas med --databas.",
                         path);
    return error_set(err, ST_IO, "databasen %s kan inte skapas: %s", path, errno_text(why));
}

static enum status make_folder(const char *path, struct error *err) {
    const char *slash = strrchr(path, '/');
    if (!slash || slash == path)
        return ST_OK;
    struct buf dir = {0};
    buf_bytes(&dir, path, (size_t)(slash - path));
    enum status st = file_exists(dir.p) ? ST_OK : file_mkdirs(dir.p, 0700, err);
    buf_free(&dir);
    return st;
}

/* Another process may make it at the same time; then it is there as well. */
static enum status make_file(const char *path, struct error *err) {
    enum status st = make_folder(path, err);
    if (st != ST_OK)
        return st;
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return errno == EEXIST ? ST_OK : cannot_make(path, errno, err);
    close(fd);
    file_sync_folder(path);
    return ST_OK;
}

static enum status cannot_reach(const char *path, int why, struct error *err) {
    if (why == EACCES)
        return error_set(err, ST_IO,
                         "databasen %s kan inte nås: du får inte öppna mappen som den ligger i. "
                         "Ändra mappens rättigheter eller ange en annan databas med --databas.",
                         path);
    return error_set(err, ST_IO, "databasen %s kan inte nås: %s", path, errno_text(why));
}

static enum status is_no_file(const char *path, const struct stat *sb, struct error *err) {
    return error_set(err, ST_IO, "%s är %s, ingen databasfil", path,
                     S_ISDIR(sb->st_mode) ? "en mapp" : "en enhet");
}

/* What it should lead to may lie on a disk that is away, and is not made in its stead. */
static enum status leads_nowhere(const char *path, struct error *err) {
    char to[PATH_MAX] = "";
    ssize_t n = readlink(path, to, sizeof to - 1);
    to[n > 0 ? n : 0] = '\0';
    return error_set(err, ST_NOT_FOUND,
                     "databasen %s är en länk till %s, som inte finns. Rätta länken eller ange en "
                     "annan databas med --databas.",
                     path, to);
}

static enum status find_file(const char *path, int flags, struct error *err) {
    struct stat sb;
    if (stat(path, &sb) == 0) {
        if (!S_ISREG(sb.st_mode))
            return is_no_file(path, &sb, err);
        if (eaccess(path, R_OK) != 0)
            return error_set(err, ST_IO,
                             "databasen %s kan inte läsas: du saknar läsrätt till filen. Ändra "
                             "rättigheterna eller ange en annan databas med --databas.",
                             path);
        return ST_OK;
    }
    if (errno != ENOENT)
        return cannot_reach(path, errno, err);
    if (lstat(path, &sb) == 0 && S_ISLNK(sb.st_mode))
        return leads_nowhere(path, err);
    if (flags & STORE_READ)
        return error_set(err, ST_NOT_FOUND,
                         "databasen %s finns inte. Den skapas när du lägger upp ett ärende.", path);
    return make_file(path, err);
}

/* Opens the file that a link leads to by its own name: its companions lie beside it. */
static enum status open_file(const char *path, struct sql **out, struct error *err) {
    struct stat sb;
    bool link = lstat(path, &sb) == 0 && S_ISLNK(sb.st_mode);
    char *real = link ? realpath(path, NULL) : NULL;
    enum status st = sql_open(real ? real : path, out, err);
    free(real);
    return st;
}

/* Has the file that one of SQLite's companions, with something in it? */
static bool has_companion(const char *path, const char *suffix) {
    struct stat sb;
    struct buf b = {0};
    buf_printf(&b, "%s%s", path, suffix);
    bool has = stat(b.p, &sb) == 0 && sb.st_size > 0;
    buf_free(&b);
    return has;
}

static enum status foreign(const char *path, const struct sql_header *h, struct error *err) {
    return error_set(err, ST_FOREIGN,
                     "%s är %s. Filen är orörd. Ange rätt fil med --databas eller YTTRA_DB; är det "
                     "din databas är den skadad, och behöver återställas från en kopia.",
                     path,
                     h->sqlite ? "en databas som hör till ett annat program än yttra"
                               : "ingen databas från yttra");
}

static enum status older(const char *path, const struct sql_header *h, struct error *err) {
    return error_set(err, ST_REFUSED,
                     "databasen %s är gjord av en äldre yttra (version %d, nu %d). Den görs om när "
                     "du öppnar programmet eller kör ett kommando som skriver.",
                     path, h->version, schema_version);
}

/* From the first bytes alone, so that nothing is done to a file that is not for us. A journal left
 * by a program that died may have to be rolled back before they mean anything. */
static enum status recognise(struct sql *db, int flags, struct error *err) {
    const char *path = sql_path(db);
    struct sql_header h;
    enum status st = sql_header(db, &h, err);
    if (st != ST_OK || has_companion(path, "-journal"))
        return st;
    if (h.cut)
        return error_set(err, ST_CORRUPT,
                         "databasen %s är avklippt. Filen är orörd. Återställ den från en kopia.",
                         path);
    if (h.empty ? flags & STORE_READ : !h.ours)
        return foreign(path, &h, err);
    return h.empty ? ST_OK : schema_known(path, &h, err);
}

typedef enum status open_fn(const char *path, struct sql **out, struct error *err);

/* Goes on with a connection that is opened in another way; there is none when that fails. */
static enum status marks_by(struct store *s, open_fn *open, const char *path, struct sql_header *h,
                            struct error *err) {
    sql_close(&s->sql);
    enum status st = open(path, &s->sql, err);
    return st == ST_OK ? sql_marks(s->sql, h, err) : st;
}

/* What only reads may do without the files beside the database where they cannot be made: on a full
 * disk by being alone in it; and, if nothing is left there that belongs into the database, by
 * reading as if the file stood still. */
static enum status read_marks(struct store *s, int flags, struct sql_header *h, struct error *err) {
    const char *path = arena_str8(&s->a, s8_from(sql_path(s->sql))).p;
    bool barred = sql_readonly(s->sql);
    enum status st = sql_marks(s->sql, h, err);
    if (st == ST_OK || !(flags & STORE_READ))
        return st;
    if (st == ST_FULL)
        st = marks_by(s, sql_open_alone, path, h, err);
    if (st == ST_FULL || (st != ST_OK && barred))
        st = has_companion(path, "-wal") || has_companion(path, "-journal")
                 ? st
                 : marks_by(s, sql_open_frozen, path, h, err);
    return st;
}

static enum status bring_up(struct store *s, int flags, struct arena *a, struct str8 *notice,
                            struct error *err) {
    struct sql_header h = {0};
    enum status st = recognise(s->sql, flags, err);
    if (st == ST_OK && !(flags & STORE_READ) && sql_readonly(s->sql))
        st = error_set(err, ST_READONLY,
                       "databasen %s kan bara läsas: du saknar skrivrätt till filen eller mappen. "
                       "Ändra rättigheterna eller ange en annan databas med --databas.",
                       sql_path(s->sql));
    if (st == ST_OK)
        st = read_marks(s, flags, &h, err);
    if (st != ST_OK)
        return st;
    const char *path = sql_path(s->sql);
    if (!h.ours && (!h.empty || flags & STORE_READ))
        return foreign(path, &h, err);
    if (!h.ours)
        return schema_create(s->sql, err);
    st = schema_known(path, &h, err);
    if (st != ST_OK || h.version == schema_version)
        return st;
    return flags & STORE_READ ? older(path, &h, err) : schema_upgrade(s->sql, a, notice, err);
}

/* Closing takes away the log and its memory, unless there is something in it to be left alone. */
static void give_up(struct store **s) {
    if ((*s)->sql && !has_companion(sql_path((*s)->sql), "-wal"))
        sql_accept((*s)->sql);
    store_close(s);
}

enum status store_open(const char *path, struct str8 vem, int flags, struct store **out,
                       struct arena *a, struct str8 *notice, struct error *err) {
    struct store *s = mem_zalloc(sizeof *s);
    struct str8 said = S8("");
    s->vem = arena_str8(&s->a, vem.n ? vem : S8("okänd"));
    enum status st = find_file(path, flags, err);
    if (st == ST_OK)
        st = open_file(path, &s->sql, err);
    if (st == ST_OK)
        st = bring_up(s, flags, a, &said, err);
    if (st == ST_OK) {
        sql_accept(s->sql);
        st = sql_setup(s->sql, flags & STORE_READ, err);
    }
    if (st == ST_OK && !(flags & STORE_READ))
        st = sql_journal(s->sql, file_is_local(sql_path(s->sql)), err);
    if (st != ST_OK)
        give_up(&s);
    if (notice)
        *notice = said;
    *out = s;
    return st;
}

void store_close(struct store **s) {
    struct store *t = *s;
    *s = NULL;
    if (!t)
        return;
    sql_close(&t->sql);
    arena_free(&t->a);
    free(t);
}

void store_patience(struct store *s, int ms) {
    sql_patience(s->sql, ms);
}

void store_on_wait(struct store *s, store_waits *waits, void *ctx) {
    sql_on_wait(s->sql, waits, ctx);
}

enum status store_begin(struct store *s, struct error *err) {
    return sql_begin(s->sql, true, err);
}

enum status store_end(struct store *s, enum status st, struct error *err) {
    return sql_end(s->sql, st, err);
}
