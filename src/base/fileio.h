/* Whole files, read with a limit and written so that a reader sees the old one or the new one. */
#ifndef BASE_FILEIO_H
#define BASE_FILEIO_H

#include <sys/types.h>
#include "base/buf.h"
#include "base/status.h"

enum { FILE_MAX = 64 * 1024 * 1024 }; /* bytes; more than any text or JSON of this field */

/* What the path is called in a message: "standard in" for "-", which is read from there. */
const char *file_label(const char *path);

/* Appends the file's bytes to `out`; path "-" is standard input.
 * ST_NOT_FOUND, ST_IO, or ST_INVALID for a folder or a file over FILE_MAX. */
enum status file_read(const char *path, struct buf *out, struct error *err);

/* Writes a temporary file beside `path`, flushes it to disk and renames it into place; on any
 * failure the old file stands and nothing is left behind. Path "-" is standard output. A new file
 * gets `mode` less the umask; an old one keeps its mode (but not other names it had: hard links are
 * parted). Through a symbolic link its target is replaced; one that leads nowhere is an error.
 * /dev/stdout and /dev/fd/N mean the open descriptor.
 * ST_IO, or ST_FULL when the disk is. */
enum status file_write(const char *path, struct str8 bytes, mode_t mode, struct error *err);

/* All of `bytes` to a descriptor, through short writes and EINTR; false with errno. */
bool file_put_all(int fd, struct str8 bytes);

/* Makes the folder `path` and those above it that are missing, each with `mode`. */
enum status file_mkdirs(const char *path, mode_t mode, struct error *err);

bool file_exists(const char *path);

/* Flushes the folder that `path` lies in, so that a name made or changed there lasts; false with
 * errno. */
bool file_sync_folder(const char *path);

#endif
