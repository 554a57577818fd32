/* The exchange file: any bytes may come in; what is let through is written and read again as the
 * same bytes. */
#include <stdint.h>
#include <stdlib.h>

#include "app/json_read.h"
#include "app/json_write.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds) {
    if (!holds)
        abort();
}

static const char own[] = "# SOU 2024:72 Titel\n\n## 4 Kapitel\n\n### 4.1 Avsnitt\n\n"
                          "#### Förslag 4.1:1\n\n- att: regionen ska\n";

struct library {
    struct arena *a;
    struct betankande *own;
};

static enum status give(void *user, struct str8 id, struct betankande *in_file,
                        struct betankande **use, struct error *err) {
    struct library *l = user;
    *use = in_file ? in_file : l->own;
    return s8_eq(id, (*use)->id) ? ST_OK : error_set(err, ST_NOT_FOUND, "finns inte");
}

static void write_again(struct arena *a, const struct json_exchange *x, struct betankande *b,
                        struct buf *out) {
    struct app_case c = {.arende = x->arende, .betankande = x->betankande ? x->betankande : b};
    struct revision *newest_first = ARENA_NEW(a, struct revision, x->n_revision);
    for (size_t i = 0; i < x->n_revision; i++)
        newest_first[i] = x->revision[x->n_revision - 1 - i];
    json_write_export(&c, newest_first, x->n_revision, out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena a = {0};
    struct library l = {.a = &a};
    struct json_library lib = {give, &l};
    struct json_exchange x, y;
    struct error err = {0};
    struct buf once = {0}, twice = {0};
    require(betankande_read(&a, s8_from(own), "egen", &l.own, &err) == ST_OK);
    enum status st =
        json_read_exchange(&a, (struct str8){(const char *)data, size}, &lib, &x, &err);
    if (st == ST_OK) {
        write_again(&a, &x, l.own, &once);
        require(json_read_exchange(&a, buf_str8_of(&once), &lib, &y, &err) == ST_OK);
        write_again(&a, &y, l.own, &twice);
        require(s8_eq(buf_str8_of(&once), buf_str8_of(&twice)));
    } else {
        require(err.status == st && err.text[0]);
    }
    buf_free(&once);
    buf_free(&twice);
    arena_free(&a);
    return 0;
}
