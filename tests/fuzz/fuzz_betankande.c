/* A betänkande from any bytes: what is read can be written, read again and comes out the same. */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "remiss/betankande_form.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds) {
    if (!holds)
        abort();
}

static void sound_punkt(const struct punkt *p, int previous) {
    require(p->nr > previous);
    require(p->negerad || (p->motsats.n == 0 && p->infinitiv.n == 0));
    require(utf8_count(p->att) <= SATS_MAX && utf8_count(p->text) <= GIST_MAX);
    require(s8_find(p->att, S8("\n")) < 0 && s8_find(p->motsats, S8("\n")) < 0);
}

/* Every punkt can be found by its key, and a parent comes before its children. */
static void sound(struct arena *a, const struct betankande *b) {
    struct str8 id;
    require(betankande_id(a, b->beteckning, &id, NULL) == ST_OK && s8_eq(id, b->id));
    for (size_t i = 0; i < b->n_avsnitt; i++) {
        const struct avsnitt *av = &b->avsnitt[i];
        require(av->foralder < (int)i && (av->foralder >= 0) == (av->niva > 1));
        require(av->foralder < 0 || b->avsnitt[av->foralder].niva == av->niva - 1);
        require(av->titel.n || av->harkomst == HARKOMST_OKAND);
        require(utf8_count(av->titel) <= TITEL_MAX && av->n_punkt <= PUNKT_MAX);
        for (size_t k = 0; k < av->n_punkt; k++) {
            struct punkt_ref ref;
            size_t n;
            sound_punkt(&av->punkt[k], k ? av->punkt[k - 1].nr : 0);
            require(betankande_find(b, punkt_key(a, av, &av->punkt[k]), &ref, 1, &n, NULL) ==
                    ST_OK);
            require(n == 1 && ref.punkt == &av->punkt[k]);
        }
    }
}

/* The input's first line as a reference: found, or an error with text. */
static void look_up(const struct betankande *b, struct str8 text) {
    struct punkt_ref ref[PUNKT_MAX];
    size_t n;
    struct error err = {0};
    struct str8 line = {0};
    s8_line(&text, &line);
    enum status st = betankande_find(b, line, ref, PUNKT_MAX, &n, &err);
    require(st == ST_OK ? n > 0 : err.status == st && utf8_valid(s8_from(err.text), NULL));
}

static void round_trip(struct arena *a, const struct betankande *b) {
    struct buf once = {0}, twice = {0};
    struct betankande *again;
    betankande_write(b, &once);
    require(betankande_read(a, buf_str8_of(&once), "en.md", &again, NULL) == ST_OK);
    betankande_write(again, &twice);
    require(s8_eq(buf_str8_of(&once), buf_str8_of(&twice)));
    require(again->n_avsnitt == b->n_avsnitt && betankande_n_punkt(again) == betankande_n_punkt(b));
    buf_free(&once);
    buf_free(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena a = {0};
    struct betankande *b;
    struct error err = {0};
    struct str8 in = {(const char *)data, size}, id;
    betankande_id(&a, in, &id, NULL);
    if (betankande_read(&a, in, "en.md", &b, &err) == ST_OK) {
        sound(&a, b);
        look_up(b, b->titel);
        look_up(b, b->uppdrag);
        round_trip(&a, b);
    } else {
        require(err.status == ST_INVALID && utf8_valid(s8_from(err.text), NULL));
    }
    arena_free(&a);
    return 0;
}
