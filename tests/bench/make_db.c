/* Makes a database with many ärenden, in one transaction:
 *     make_db FILE NUMBER
 * Ärende 1 is the most urgent. Every one has a day, a diarienummer and three answers; one in ten is
 * decided already. YTTRA_DATA names the folder of shipped data. */
#include <stdio.h>

#include "app/library.h"
#include "base/uuid.h"

static void set(struct post *p, int falt, struct str8 value) {
    p->value[falt] = value;
}

static void put_answer(struct arena *a, struct arende *ar, const char *key, long n) {
    struct post_list *l = &ar->post[POST_SVAR];
    struct post p = post_new(a, POST_SVAR, s8_from(key));
    set(&p, SVAR_STALLNING, n % 3 ? S8("tillstyrker") : S8("avstyrker"));
    set(&p, SVAR_MOTIVERING, S8("Nämnden har sett att det fungerar.\n\nDet bör därför göras så."));
    *ARENA_PUSH(a, l->p, l->n, l->cap) = p;
}

static enum status add_one(struct app *app, const struct betankande *b, long n, struct error *err) {
    static const char *const keys[] = {"4.1:1", "4.3:1", "4.4.3:1"};
    struct arena a = {0};
    struct arende *ar = arende_new(&a);
    struct post *p = &ar->post[POST_ARENDE].p[0];
    ar->betankande = b->id;
    set(p, ARENDE_DNR, arena_printf(&a, "ON 2025/%ld", n));
    set(p, ARENDE_PROFIL, S8("standard"));
    set(p, ARENDE_STATUS, n % 10 == 9 ? S8("beslutat") : S8("pågår"));
    set(p, ARENDE_NAMND, S8("Omsorgsnämnden"));
    set(p, ARENDE_SVARSTID,
        arena_printf(&a, "%04ld-%02ld-%02ld", 2025 + n / 3360, n / 280 % 12 + 1, n / 10 % 28 + 1));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        put_answer(&a, ar, keys[i], n);
    enum status st = uuid_new(&a, &ar->uuid, err);
    if (st == ST_OK)
        st = store_arende_add(app->store, &a, ar, "nytt", err);
    arena_free(&a);
    return st;
}

static enum status fill(struct app *app, long n, struct error *err) {
    struct betankande *b;
    enum status st = library_get(app, &app->a, S8("sou-2024-72"), &b, NULL, err);
    if (st == ST_OK)
        st = store_begin(app->store, err);
    if (st != ST_OK)
        return st;
    st = store_betankande_put(app->store, b, false, err);
    for (long i = 0; i < n && st == ST_OK; i++)
        st = add_one(app, b, i, err);
    return store_end(app->store, st, err);
}

int main(int argc, char **argv) {
    struct app app = {0};
    struct error err = {0};
    struct str8 notice;
    int n;
    if (argc != 3 || !s8_uint(s8_from(argv[2]), &n)) {
        fprintf(stderr, "make_db FILE NUMBER\n");
        return 2;
    }
    enum status st = app_start(&app, argv[1], &err);
    if (st == ST_OK)
        st = app_open(&app, APP_WRITE, &notice, &err);
    if (st == ST_OK)
        st = fill(&app, n, &err);
    if (st != ST_OK)
        fprintf(stderr, "make_db: %s\n", err.text);
    app_stop(&app);
    return st == ST_OK ? 0 : 1;
}
