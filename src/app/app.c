#include "app/app.h"

#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/fileio.h"
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
    struct str8 vem = one_line(a, env("YTTRA_VEM"));
    if (vem.n)
        return vem;
    const struct passwd *pw = getpwuid(getuid());
    if (!pw)
        return arena_printf(a, "användare %ld", (long)getuid());
    struct str8 gecos = s8_from(pw->pw_gecos);
    vem = one_line(a, s8_cut(&gecos, ','));
    return arena_str8(a, vem.n ? vem : s8_from(pw->pw_name));
}

enum status app_start(struct app *app, const char *databas, struct error *err) {
    struct arena *a = &app->a;
    struct str8 given = databas ? s8_from(databas) : env("YTTRA_DB");
    struct str8 own = data_home(a);
    struct str8 data = env("YTTRA_DATA").n ? env("YTTRA_DATA") : S8(YTTRA_DATADIR);
    app->databas = given.n ? arena_str8(a, given) : arena_printf(a, "%.*s/yttra.db", S8F(own));
    if (!utf8_valid(app->databas, NULL))
        return error_set(err, ST_INVALID, "sökvägen till databasen är inte UTF-8");
    app->vem = person(a);
    app->betankanden = arena_printf(a, "%.*s/betankanden", S8F(data));
    app->profiler.egna = arena_printf(a, "%.*s/profiler", S8F(own));
    app->profiler.skickade = arena_printf(a, "%.*s/profiler", S8F(data));
    return ST_OK;
}

enum status app_open(struct app *app, enum app_open how, struct str8 *notice, struct error *err) {
    const char *path = app->databas.p;
    if (how == APP_READ && !file_exists(path))
        return error_set(err, ST_NOT_FOUND,
                         "databasen %s finns inte. Den skapas med det första ärendet: yttra nytt "
                         "BETÄNKANDE.",
                         path);
    enum status st = store_open(path, app->vem, 0, &app->store, &app->a, notice, err);
    if (how == APP_READ && st == ST_READONLY)
        st = store_open(path, app->vem, STORE_READ, &app->store, &app->a, notice, err);
    return st;
}

enum status app_check(struct app *app, struct arena *a, struct str8 **findings, size_t *n,
                      struct error *err) {
    return store_check(app->store, a, findings, n, err);
}

enum status app_copy(struct app *app, const char *path, struct error *err) {
    return store_copy(app->store, path, err);
}

void app_stop(struct app *app) {
    if (app->store)
        store_close(&app->store);
    arena_free(&app->a);
}
