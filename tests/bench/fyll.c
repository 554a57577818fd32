/* Fills a database for measuring: fyll DATABASE BETÄNKANDE.md NUMBER
 * makes NUMBER ärenden on that betänkande, each with every punkt answered and reasoned. */
#include <stdio.h>
#include <stdlib.h>

#include "base/fileio.h"
#include "remiss/store.h"

static struct error err;

static int stop(void) {
    fprintf(stderr, "%s\n", err.text);
    return 1;
}

static struct arende *answered(struct arena *a, const struct betankande *b, int nr) {
    struct arende *ar = arende_new(a);
    struct post *own = &ar->post[POST_ARENDE].p[0];
    struct post_list *l = &ar->post[POST_SVAR];
    ar->betankande = b->id;
    own->value[ARENDE_DNR] = arena_printf(a, "ON 2025/%d", nr);
    own->value[ARENDE_SVARSTID] = arena_printf(a, "2025-%02d-%02d", nr % 12 + 1, nr % 28 + 1);
    own->value[ARENDE_STATUS] = S8("pågår");
    own->value[ARENDE_PROFIL] = S8("standard");
    for (size_t i = 0; i < b->n_avsnitt; i++) {
        for (size_t k = 0; k < b->avsnitt[i].n_punkt; k++) {
            struct post *p = ARENA_PUSH(a, l->p, l->n, l->cap);
            *p = post_new(a, POST_SVAR, punkt_key(a, &b->avsnitt[i], &b->avsnitt[i].punkt[k]));
            p->value[SVAR_STALLNING] = S8("tillstyrker");
            p->value[SVAR_MOTIVERING] = arena_printf(
                a, "Skälet i ärende %d är att vården blir bättre för den enskilde.", nr);
        }
    }
    return ar;
}

int main(int argc, char **argv) {
    struct arena a = {0};
    struct buf text = {0};
    struct betankande *b;
    struct store *s;
    struct str8 notice;
    if (argc != 4) {
        fputs("usage: fyll DATABASE BETANKANDE.md NUMBER\n", stderr);
        return 2;
    }
    if (file_read(argv[2], &text, &err) != ST_OK ||
        betankande_read(&a, buf_str8_of(&text), argv[2], &b, &err) != ST_OK ||
        store_open(argv[1], S8("Handläggare A"), 0, &s, &a, &notice, &err) != ST_OK)
        return stop();
    enum status st = store_begin(s, &err);
    if (st == ST_OK)
        st = store_betankande_put(s, b, true, &err);
    for (int i = 1; i <= atoi(argv[3]) && st == ST_OK; i++) {
        struct arena one = {0};
        st = store_arende_add(s, &one, answered(&one, b, i), "nytt", &err);
        arena_free(&one);
    }
    st = store_end(s, st, &err);
    store_close(&s);
    buf_free(&text);
    arena_free(&a);
    return st == ST_OK ? 0 : stop();
}
