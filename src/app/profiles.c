#include "app/profiles.h"

#include "app/paper.h"
#include "draft/compose.h"

enum status profiles_list(struct app *app, struct arena *a, struct profil_rad **out, size_t *n,
                          struct error *err) {
    return profil_list(a, &app->profiler, out, n, err);
}

enum status profiles_copy(struct app *app, struct arena *a, struct str8 fran, struct str8 till,
                          struct str8 *mapp, struct error *err) {
    *mapp = arena_printf(a, "%.*s/%.*s", S8F(app->profiler.egna), S8F(till));
    return profil_copy(a, &app->profiler, fran, till, err);
}

enum status profiles_check(struct app *app, struct arena *a, struct str8 namn, struct error *err) {
    struct profil *p;
    enum status st = profil_load(a, &app->profiler, namn, &p, err);
    if (st == ST_OK)
        st = compose_check(a, p, err);
    return st == ST_OK ? paper_try(a, p, err) : st;
}
