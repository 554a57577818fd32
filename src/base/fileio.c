#include "base/fileio.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum status read_all(int fd, const char *path, struct buf *out, struct error *err) {
    char chunk[65536];
    size_t before = out->n;
    for (;;) {
        ssize_t n = read(fd, chunk, sizeof chunk);
        if (n == 0)
            return ST_OK;
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && errno == EISDIR)
            return error_set(err, ST_INVALID, "%s är en mapp, inte en fil", path);
        if (n < 0)
            return error_set(err, ST_IO, "%s kan inte läsas: %s", path, errno_text(errno));
        if (out->n - before + (size_t)n > FILE_MAX)
            return error_set(err, ST_INVALID, "%s är större än %d MiB och läses inte", path,
                             FILE_MAX / 1024 / 1024);
        buf_bytes(out, chunk, (size_t)n);
    }
}

const char *file_label(const char *path) {
    return strcmp(path, "-") == 0 ? "standard in" : path;
}

enum status file_read(const char *path, struct buf *out, struct error *err) {
    if (strcmp(path, "-") == 0)
        return read_all(STDIN_FILENO, file_label(path), out, err);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT)
        return error_set(err, ST_NOT_FOUND, "filen %s finns inte", path);
    if (fd < 0)
        return error_set(err, ST_IO, "%s kan inte öppnas: %s", path, errno_text(errno));
    size_t before = out->n;
    enum status st = read_all(fd, path, out, err);
    if (st != ST_OK)
        out->n = before;
    close(fd);
    return st;
}

bool file_put_all(int fd, struct str8 bytes) {
    while (bytes.n) {
        ssize_t n = write(fd, bytes.p, bytes.n);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        bytes = s8_skip(bytes, (size_t)n);
    }
    return true;
}

static enum status write_failed(const char *path, int why, struct error *err) {
    if (why == ENOSPC || why == EDQUOT)
        return error_set(err, ST_FULL, "%s kan inte skrivas: disken är full", path);
    const char *slash = strrchr(path, '/');
    if (why == ENOENT && slash && slash > path)
        return error_set(err, ST_IO,
                         "%s kan inte skrivas: mappen %.*s finns inte. Skapa den, eller skriv i en "
                         "annan.",
                         path, (int)(slash - path), path);
    return error_set(err, ST_IO, "%s kan inte skrivas: %s", path, errno_text(why));
}

/* The mode a file written to `path` shall have. */
static mode_t mode_for(const char *path, mode_t mode) {
    struct stat sb;
    if (stat(path, &sb) == 0)
        return sb.st_mode & 07777;
    mode_t mask = umask(0);
    umask(mask);
    return mode & ~mask;
}

bool file_sync_folder(const char *path) {
    char *dir = strdup(path);
    if (!dir)
        return false;
    char *slash = strrchr(dir, '/');
    if (slash)
        slash[slash == dir] = '\0';
    int fd = open(slash ? dir : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    free(dir);
    if (fd < 0)
        return false;
    bool ok = fsync(fd) == 0 || errno == EINVAL;
    close(fd);
    return ok;
}

/* The descriptor that the path means: "-", /dev/stdout, /dev/fd/3; -1 for any other path. What it
 * leads to is written through it, where it stands, even if that is a file. */
static int descriptor_of(const char *path) {
    static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};
    int fd;
    if (strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0)
        return STDOUT_FILENO;
    if (strcmp(path, "/dev/stderr") == 0)
        return STDERR_FILENO;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        struct str8 p = s8_from(path), folder = s8_from(folders[i]);
        if (s8_starts(p, folder) && s8_uint(s8_skip(p, folder.n), &fd))
            return fd;
    }
    return -1;
}

/* A device or a pipe is written as it stands: there is nothing to rename over. */
static bool is_special(const char *path) {
    struct stat sb;
    return stat(path, &sb) == 0 && !S_ISREG(sb.st_mode);
}

static bool is_dangling(const char *path) {
    struct stat sb;
    return lstat(path, &sb) == 0 && S_ISLNK(sb.st_mode) && stat(path, &sb) != 0;
}

static enum status write_special(const char *path, struct str8 bytes, struct error *err) {
    int given = descriptor_of(path);
    int fd = given >= 0 ? given : open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return write_failed(path, errno, err);
    bool ok = file_put_all(fd, bytes);
    int why = errno;
    if (given < 0 && close(fd) != 0 && ok) {
        ok = false;
        why = errno;
    }
    return ok ? ST_OK : write_failed(fd == STDOUT_FILENO ? "standard ut" : path, why, err);
}

enum status file_write(const char *path, struct str8 bytes, mode_t mode, struct error *err) {
    if (descriptor_of(path) >= 0 || is_special(path))
        return write_special(path, bytes, err);
    if (is_dangling(path))
        return error_set(err, ST_IO,
                         "%s är en länk till en fil som inte finns. Ta bort länken, eller välj en "
                         "annan plats.",
                         path);
    /* Through a symbolic link the target is replaced, not the link. */
    char *real = realpath(path, NULL);
    const char *target = real ? real : path;
    struct buf tmp = {0};
    buf_printf(&tmp, "%s.XXXXXX", target);
    int fd = mkostemp(tmp.p, O_CLOEXEC);
    bool ok = fd >= 0 && fchmod(fd, mode_for(target, mode)) == 0 && file_put_all(fd, bytes) &&
              fsync(fd) == 0;
    int why = errno;
    if (fd >= 0 && close(fd) != 0 && ok) {
        ok = false;
        why = errno;
    }
    if (ok && rename(tmp.p, target) != 0) {
        ok = false;
        why = errno;
    }
    if (ok)
        file_sync_folder(target);
    else if (fd >= 0)
        unlink(tmp.p);
    buf_free(&tmp);
    free(real);
    return ok ? ST_OK : write_failed(path, why, err);
}

enum status file_mkdirs(const char *path, mode_t mode, struct error *err) {
    char *p = strdup(path);
    enum status st = ST_OK;
    for (char *s = p; s && st == ST_OK;) {
        s = strchr(s + 1, '/');
        if (s)
            *s = '\0';
        if (mkdir(p, mode) != 0 && errno != EEXIST)
            st = error_set(err, ST_IO, "mappen %s kan inte skapas: %s", p, errno_text(errno));
        if (s)
            *s = '/';
    }
    free(p);
    return st;
}

bool file_exists(const char *path) {
    return access(path, F_OK) == 0;
}
