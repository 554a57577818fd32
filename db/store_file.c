/* The store's file as a file: where it lies, copies of it, its schema. */
#include "db/store_intern.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/fileio.h"
#include "db/schema_text.h"

/* ---- where it lies ---- */

bool fs_is_local(long type) {
    static const long local[] = {
        EXT4_SUPER_MAGIC, /* and ext2, ext3 */
        XFS_SUPER_MAGIC,       BTRFS_SUPER_MAGIC, TMPFS_MAGIC,
        OVERLAYFS_SUPER_MAGIC, F2FS_SUPER_MAGIC,  0x2FC12FC1, /* ZFS, not in linux/magic.h */
    };
    for (size_t i = 0; i < sizeof local / sizeof *local; i++)
        if (type == local[i])
            return true;
    return false;
}

bool file_is_local(const char *path) {
    struct statfs fs;
    return statfs(path, &fs) == 0 && fs_is_local((long)fs.f_type);
}

/* ---- copies ---- */

static enum status cannot_copy(const char *path, int why, struct error *err) {
    if (why == EEXIST)
        return error_set(err, ST_EXISTS,
                         "%s finns redan och skrivs inte över. Ange ett annat namn.", path);
    if (why == ENOSPC || why == EDQUOT)
        return error_set(err, ST_FULL, "kopian %s får inte plats: disken är full", path);
    if (why == EACCES || why == EPERM || why == EROFS)
        return error_set(err, ST_READONLY,
                         "kopian %s kan inte skrivas: du får inte skriva i mappen", path);
    const char *slash = strrchr(path, '/');
    if (why == ENOENT && slash)
        return error_set(err, ST_IO, "kopian kan inte skrivas: mappen %.*s finns inte",
                         (int)(slash - path), path);
    return error_set(err, ST_IO, "kopian %s kan inte skrivas: %s", path, errno_text(why));
}

bool rename_by_claim(const char *from, const char *to) {
    int fd = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    close(fd);
    if (rename(from, to) == 0)
        return true;
    int why = errno;
    unlink(to);
    errno = why;
    return false;
}

bool rename_new(const char *from, const char *to) {
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return true;
    return (errno == EINVAL || errno == ENOSYS) && rename_by_claim(from, to);
}

enum status copy_file(struct sql *db, const char *path, struct error *err) {
    if (file_exists(path))
        return cannot_copy(path, EEXIST, err);
    struct buf tmp = {0};
    buf_printf(&tmp, "%s.XXXXXX", path);
    int fd = mkostemp(tmp.p, O_CLOEXEC);
    enum status st = fd < 0 ? cannot_copy(path, errno, err) : ST_OK;
    if (st != ST_OK)
        goto out;
    close(fd);
    st = sql_copy(db, tmp.p, err);
    if (st == ST_FULL)
        st = cannot_copy(path, ENOSPC, err);
    if (st == ST_OK && !rename_new(tmp.p, path))
        st = cannot_copy(path, errno, err);
    if (st != ST_OK)
        unlink(tmp.p);
    else
        file_sync_folder(path);
out:
    buf_free(&tmp);
    return st;
}

enum status store_copy(struct store *s, const char *path, struct error *err) {
    return copy_file(s->sql, path, err);
}

/* ---- the schema ---- */

enum status schema_known(const char *path, const struct sql_header *h, struct error *err) {
    if (h->version > schema_version)
        return error_set(err, ST_NEWER,
                         "databasen %s är gjord av en nyare yttra (version %d, den här kan högst "
                         "%d). Filen är orörd. Installera den nyare versionen.",
                         path, h->version, schema_version);
    if (h->version < 1 || h->empty)
        return error_set(err, ST_CORRUPT,
                         "databasen %s är skadad: den säger sig ha version %d%s. Filen är orörd. "
                         "Återställ den från en kopia.",
                         path, h->version, h->empty ? " men är tom" : "");
    return ST_OK;
}

enum status schema_create(struct sql *db, struct error *err) {
    struct sql_header h;
    enum status st = sql_begin(db, true, err);
    if (st != ST_OK)
        return st;
    st = sql_marks(db, &h, err);
    /* Another process may have been first. */
    if (st == ST_OK && h.empty)
        st = sql_script(db, schema_sql, err);
    if (st == ST_OK && h.empty)
        st = sql_mark(db, schema_version, err);
    return sql_end(db, st, err);
}

static void note_broken(void *ctx, const char *text) {
    *(bool *)ctx = true;
    (void)text;
}

/* Migrations run without foreign keys, which a table that is made anew would trip over. */
static enum status migrate(struct sql *db, int from, struct error *err) {
    enum status st = ST_OK;
    for (int v = from; v < schema_version && st == ST_OK; v++)
        st = sql_script(db, schema_migrate[v], err);
    bool broken = false;
    if (st == ST_OK)
        st = sql_foreign_keys(db, note_broken, &broken, err);
    if (st == ST_OK && broken)
        st = error_set(err, ST_CORRUPT,
                       "databasen %s hänger inte ihop och görs inte om. Kör yttra databas "
                       "kontrollera.",
                       sql_path(db));
    return st == ST_OK ? sql_mark(db, schema_version, err) : st;
}

/* "<path>.före-002", or with a number after it if an earlier one is still there. */
static struct str8 backup_name(struct arena *a, const char *path) {
    struct str8 name = arena_printf(a, "%s.före-%03d", path, schema_version);
    for (int n = 2; file_exists(name.p); n++)
        name = arena_printf(a, "%s.före-%03d-%d", path, schema_version, n);
    return name;
}

enum status schema_upgrade(struct sql *db, struct arena *a, struct str8 *notice,
                           struct error *err) {
    struct sql_header h;
    struct str8 backup;
    enum status st = sql_begin(db, true, err);
    if (st != ST_OK)
        return st;
    st = sql_marks(db, &h, err);
    /* Another process may have been first. */
    if (st == ST_OK)
        st = schema_known(sql_path(db), &h, err);
    if (st != ST_OK || h.version == schema_version)
        return sql_end(db, st, err);
    backup = backup_name(a, sql_path(db));
    st = copy_file(db, backup.p, err);
    bool copied = st == ST_OK;
    if (st == ST_OK)
        st = migrate(db, h.version, err);
    st = sql_end(db, st, err);
    if (st != ST_OK && copied)
        unlink(backup.p);
    if (st != ST_OK)
        error_prefix(err, "databasen kunde inte göras om för den här versionen av yttra");
    else
        *notice = arena_printf(a,
                               "Databasen har gjorts om för den här versionen av yttra. Den gamla "
                               "finns kvar som %s.",
                               backup.p);
    return st;
}
