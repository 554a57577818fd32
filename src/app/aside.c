#include "app/aside.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fileio.h"

/* "yttra.db.ej-sparat-1-svar-4.4.3:1-XXXXXX.txt": a name within one folder, whatever the key is. */
static struct str8 name_of(struct arena *a, struct str8 databas, long nr, enum post_slag slag,
                           struct str8 nyckel) {
    const char *slash = strrchr(databas.p, '/');
    struct str8 s =
        arena_printf(a, "%s.ej-sparat-%ld-%s%s%.*s-XXXXXX.txt", slash ? slash + 1 : databas.p, nr,
                     post_slag_info(slag)->tabell, nyckel.n ? "-" : "", S8F(nyckel));
    for (char *c = (char *)(size_t)s.p; *c; c++)
        if (*c == '/')
            *c = '-';
    return s;
}

/* Whole, or not at all. */
static bool write_new(char *path, struct str8 text) {
    enum { SUFFIX = 4 };
    int fd = mkostemps(path, SUFFIX, O_CLOEXEC);
    if (fd < 0)
        return false;
    bool ok = file_put_all(fd, text) && file_put_all(fd, S8("\n")) && fsync(fd) == 0;
    ok = close(fd) == 0 && ok;
    if (ok)
        file_sync_folder(path);
    else
        unlink(path);
    return ok;
}

struct str8 aside_put(struct app *app, struct arena *a, long nr, enum post_slag slag,
                      struct str8 nyckel, struct str8 text) {
    struct str8 name = name_of(a, app->databas, nr, slag, nyckel);
    const char *slash = strrchr(app->databas.p, '/');
    struct str8 beside = s8_sub(app->databas, 0, slash ? (size_t)(slash - app->databas.p) : 0);
    const char *home = getenv("HOME");
    struct str8 folder[] = {slash ? beside : S8("."), s8_from(home), S8("/tmp")};
    for (size_t i = 0; i < sizeof folder / sizeof *folder; i++) {
        struct str8 path = arena_printf(a, "%.*s/%.*s", S8F(folder[i]), S8F(name));
        if ((folder[i].n || i == 0) && write_new((char *)(size_t)path.p, text))
            return path;
    }
    return (struct str8){0};
}
