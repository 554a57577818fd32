/* The end: everything is saved, or the user is told where it is. */
#include <time.h>

#include "app/aside.h"
#include "app/place.h"
#include "base/utf8.h"
#include "ui/view.h"

enum { MOST_MS = 1000 }; /* a terminal that is gone, or a user who has left, is not waited for */

static long now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* What is left of the time, for the next wait. */
static void set_patience(struct ui *ui, long deadline) {
    long left = deadline - now_ms();
    store_patience(ui->app->store, left > 0 ? (int)left : 0);
}

static void put_why(struct ui *ui, const struct error *why) {
    struct str8 s = s8_from(why->text);
    buf_printf(&ui->left, "%.*s%s", S8F(s), s8_ends(s, S8(".")) ? "" : ".");
}

void ui_leave(struct ui *ui, struct str8 what, const struct utkast *u, struct str8 text, bool draft,
              const struct error *why) {
    struct arena a = {0};
    struct str8 post = utf8_lower_first(&a, s8_from(post_slag_info(u->slag)->etikett));
    struct str8 path = {0};
    if (!draft)
        path = aside_put(ui->app, &a, u->arende, u->slag, u->nyckel, text);
    buf_printf(&ui->left,
               "yttra: kunde inte spara %.*s i %.*s%s%.*s: ", S8F(utf8_lower_first(&a, what)),
               S8F(post), u->nyckel.n ? " " : "", S8F(u->nyckel));
    put_why(ui, why);
    if (draft)
        buf_str(&ui->left, " Texten finns kvar som utkast. Starta yttra igen, så får du välja vad "
                           "som ska hända med den.\n");
    else if (path.n)
        buf_printf(&ui->left,
                   " Texten ligger i filen %.*s. Starta yttra när databasen går att skriva i, "
                   "klistra in texten och ta bort filen.\n",
                   S8F(path));
    else
        buf_printf(&ui->left,
                   " Den kunde inte läggas i en fil heller. Kopiera den härifrån:\n%.*s\n",
                   S8F(text));
    ui->lost = ui->lost || !draft;
    arena_free(&a);
}

/* Where the user is, as the uppermost view that has a place says. The texts are in `a`: what they
 * stand in goes when the ärende is read anew. */
static struct plats place(struct ui *ui, struct arena *a) {
    struct plats p = {.arende = ui->has_case ? ui->c.nr : 0};
    for (size_t i = ui->depth; i-- > 0;)
        if (ui->stack[i]->ops->plats && ui->stack[i]->nr == p.arende) {
            p.vy = s8_from(ui->stack[i]->ops->namn);
            ui->stack[i]->ops->plats(ui, ui->stack[i], &p);
            break;
        }
    p.slag = arena_str8(a, p.slag);
    p.nyckel = arena_str8(a, p.nyckel);
    p.falt = arena_str8(a, p.falt);
    return p;
}

void ui_remember(struct ui *ui) {
    struct arena a = {0};
    struct plats p = place(ui, &a);
    place_put(ui->app, &p);
    arena_free(&a);
}

enum status ui_end(struct ui *ui) {
    struct arena a = {0};
    struct plats p = place(ui, &a);
    long deadline = now_ms() + MOST_MS;
    for (size_t i = ui->depth; i-- > 0;) {
        struct error err = {0};
        struct view *v = ui->stack[i];
        if (v->nr != p.arende)
            continue; /* of another ärende, and saved */
        if (v->ops->keep)
            v->ops->keep(ui, v, &err);
        set_patience(ui, deadline);
        if (v->ops->save)
            v->ops->save(ui, v, true, &err);
    }
    set_patience(ui, deadline);
    place_put(ui->app, &p); /* the least of it: last */
    arena_free(&a);
    return ui->lost ? ST_IO : ST_OK;
}
