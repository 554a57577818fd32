#include "app/app.h"

#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/session.h"
#include "base/fileio.h"
#include "base/installed.h"
#include "base/utf8.h"

/* An environment variable that is set and not empty. */
static struct str8 env(const char *name) {
    return s8_from(getenv(name));
}

static struct str8 home(struct arena *a) {
    struct str8 h = env("HOME");
    const struct passwd *pw = h.n ? NULL : getpwuid(getuid());
    return h.n ? h : arena_str8(a, s8_from(pw ? pw->pw_dir : "/"));
}

static struct str8 data_home(struct arena *a) {
    struct str8 xdg = env("XDG_DATA_HOME");
    /* The XDG rules: a path that is not absolute is to be ignored. */
    if (s8_starts(xdg, S8("/")))
        return arena_printf(a, "%.*s/yttra", S8F(xdg));
    return arena_printf(a, "%.*s/.local/share/yttra", S8F(home(a)));
}

static struct str8 one_line(struct arena *a, struct str8 s) {
    struct str8 clean;
    if (utf8_admit(a, s, "namnet", &clean, NULL) != ST_OK)
        return (struct str8){0};
    return s8_trim(s8_cut(&clean, '\n'));
}

static struct str8 person(struct arena *a) {
    enum { LONGEST = 200 }; /* what a revision may say, and what läs accepts */
    struct str8 vem = one_line(a, env("YTTRA_VEM"));
    const struct passwd *pw = vem.n ? NULL : getpwuid(getuid());
    if (vem.n == 0 && !pw)
        return arena_printf(a, "användare %ld", (long)getuid());
    if (vem.n == 0) {
        struct str8 gecos = s8_from(pw->pw_gecos);
        vem = one_line(a, s8_cut(&gecos, ','));
        vem = vem.n ? vem : s8_from(pw->pw_name);
    }
    return arena_str8(a, s8_sub(vem, 0, utf8_fit(vem, LONGEST)));
}

enum status app_start(struct app *app, const char *databas, struct error *err) {
    struct arena *a = &app->a;
    struct str8 given = databas ? s8_from(databas) : env("YTTRA_DB");
    struct str8 own = data_home(a);
    struct str8 data = env("YTTRA_DATA").n ? env("YTTRA_DATA") : installed_path(a, YTTRA_DATADIR);
    app->databas = given.n ? arena_str8(a, given) : arena_printf(a, "%.*s/yttra.db", S8F(own));
    if (!utf8_valid(app->databas, NULL))
        return error_set(err, ST_INVALID, "sökvägen till databasen är inte UTF-8");
    app->vem = person(a);
    app->session = session_name(a);
    app->betankanden = arena_printf(a, "%.*s/betankanden", S8F(data));
    app->profiler.egna = arena_printf(a, "%.*s/profiler", S8F(own));
    app->profiler.skickade = arena_printf(a, "%.*s/profiler", S8F(data));
    return ST_OK;
}

enum status app_open(struct app *app, enum app_open how, struct str8 *notice, struct error *err) {
    const char *path = app->databas.p;
    struct stat sb;
    if (how == APP_READ && lstat(path, &sb) != 0 && errno == ENOENT)
        return error_set(err, ST_NOT_FOUND,
                         "databasen %s finns inte. Den skapas med det första ärendet: yttra nytt "
                         "BETÄNKANDE.",
                         path);
    enum status st = store_open(path, app->vem, 0, &app->store, &app->a, notice, err);
    if (how == APP_READ && (st == ST_READONLY || st == ST_FULL))
        st = store_open(path, app->vem, STORE_READ, &app->store, &app->a, notice, err);
    if (st == ST_OK && err)
        *err = (struct error){0}; /* of the first try */
    return st;
}

enum status app_check(struct app *app, struct arena *a, struct str8 **findings, size_t *n,
                      struct error *err) {
    return store_check(app->store, a, findings, n, err);
}

enum status app_copy(struct app *app, const char *path, struct error *err) {
    return store_copy(app->store, path, err);
}

bool app_is_database(const struct app *app, const char *path) {
    static const char *const suffix[] = {"", "-wal", "-shm", "-journal"};
    struct stat mine, theirs;
    struct arena tmp = {0};
    bool same = false;
    for (size_t i = 0; i < sizeof suffix / sizeof *suffix && !same; i++) {
        struct str8 name = arena_printf(&tmp, "%.*s%s", S8F(app->databas), suffix[i]);
        same = stat(name.p, &mine) == 0 && stat(path, &theirs) == 0 &&
               mine.st_dev == theirs.st_dev && mine.st_ino == theirs.st_ino;
    }
    arena_free(&tmp);
    return same;
}

void app_stop(struct app *app) {
    if (app->store)
        store_close(&app->store);
    arena_free(&app->a);
}
