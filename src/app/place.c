#include "app/place.h"

void place_put(struct app *app, const struct plats *p) {
    struct error err;
    store_plats_put(app->store, app->vem, p, &err);
}

enum status place_get(struct app *app, struct arena *a, long nr, struct plats *out) {
    struct error err;
    return store_plats_get(app->store, a, app->vem, nr, out, &err);
}

bool place_changed(struct app *app) {
    return store_changed(app->store);
}
