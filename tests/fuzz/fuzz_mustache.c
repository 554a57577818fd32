/* Any text as a template, its partials and its data. The input is up to five texts with a NUL
 * between: the template, the partials p, q and r, and the data as JSON. The partials may name each
 * other.
 *
 * What must hold: the limits; the same result twice; without strict_names nothing but a limit stops
 * what could be compiled; whatever is refused leaves the output alone and says where.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tests/test_mustache.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds) {
    if (!holds)
        abort();
}

static enum status load(void *user, struct str8 name, struct arena *a, struct str8 *text,
                        struct str8 *file, struct error *err) {
    (void)a, (void)err;
    const struct str8 *partial = user;
    if (name.n != 1 || *name.p < 'p' || *name.p > 'r')
        return ST_NOT_FOUND;
    *text = partial[*name.p - 'p'];
    *file = name;
    return ST_OK;
}

static void render(const struct mustache *m, const json_t *root, bool strict, struct buf *out) {
    struct error err = {0};
    struct mustache_view view = {
        .data = &json_data, .root = root, .put = mustache_put_html, .strict_names = strict};
    buf_str(out, "före");
    size_t before = out->n;
    enum status st = mustache_render(m, &view, out, &err);
    require(out->n - before <= MUSTACHE_OUTPUT_MAX);
    require(st == ST_OK || (st == ST_INVALID && err.text[0] && out->n == before));
}

static void render_all(const struct mustache *m, const json_t *root) {
    struct buf first = {0}, second = {0}, strict = {0};
    render(m, root, false, &first);
    render(m, root, false, &second);
    require(s8_eq(buf_str8_of(&first), buf_str8_of(&second)));
    render(m, root, true, &strict);
    require(strict.n == strlen("före") || s8_eq(buf_str8_of(&first), buf_str8_of(&strict)));
    buf_free(&first);
    buf_free(&second);
    buf_free(&strict);
}

static void list_uses(const struct mustache *m, struct arena *a) {
    const struct mustache_use *use;
    size_t n = mustache_uses(m, a, &use);
    for (size_t i = 0; i < n; i++) {
        require(use[i].name.n > 0 && use[i].line > 0 && use[i].column > 0);
        require(use[i].within < (ptrdiff_t)i);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena a = {0};
    struct error err = {0};
    struct str8 part[5] = {{0}}, rest = {(const char *)data, size};
    for (size_t i = 0; i < 5 && rest.p; i++)
        part[i] = s8_cut(&rest, '\0');
    struct mustache_source source = {.load = load, .user = &part[1], .strict = size % 2};
    const struct mustache *m;
    json_t *root = json_loadb(part[4].p ? part[4].p : "", part[4].n, JSON_DECODE_ANY, NULL);
    if (mustache_compile(&a, part[0], S8("mall"), &source, &m, &err) == ST_OK) {
        list_uses(m, &a);
        render_all(m, root);
    } else {
        require(!m && err.status == ST_INVALID && strstr(err.text, ", rad "));
    }
    json_decref(root);
    arena_free(&a);
    return 0;
}
