#include "app/json_template.h"

#include <jansson.h>
#include <string.h>

#include "base/fileio.h"
#include "base/utf8.h"
#include "draft/context_json.h"

static enum status read_text(struct arena *a, const char *path, struct str8 *out,
                             struct error *err) {
    struct buf b = {0};
    size_t bad;
    enum status st = file_read(path, &b, err);
    if (st == ST_OK && !utf8_valid(buf_str8_of(&b), &bad))
        st = error_set(err, ST_INVALID, "%s är inte UTF-8 (byte %zu)", path, bad + 1);
    if (st == ST_OK)
        *out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return st;
}

/* A name that leads out of the folder is no partial of ours. */
static bool safe(struct str8 name) {
    return name.n && name.p[0] != '/' && s8_find(name, S8("..")) < 0 &&
           !memchr(name.p, '\0', name.n);
}

static enum status load_partial(void *user, struct str8 name, struct arena *a, struct str8 *text,
                                struct str8 *file, struct error *err) {
    const struct str8 *folder = user;
    if (!safe(name))
        return ST_NOT_FOUND;
    *file = arena_printf(a, "%.*s%.*s.md", S8F(*folder), S8F(name));
    return read_text(a, file->p, text, err);
}

/* The folder of a file, with its final slash; empty for the working folder. */
static struct str8 folder_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? s8_sub(s8_from(path), 0, (size_t)(slash - path) + 1) : S8("");
}

static enum status load_json(const char *path, json_t **out, struct error *err) {
    struct buf b = {0};
    json_error_t why;
    enum status st = file_read(path, &b, err);
    *out = NULL;
    if (st == ST_OK) {
        *out = json_loadb(b.p ? b.p : "", b.n, JSON_DECODE_ANY | JSON_ALLOW_NUL, &why);
        if (!*out)
            st = error_set(err, ST_INVALID, "%s är ingen giltig JSON (rad %d, tecken %d)", path,
                           why.line, why.column);
    }
    buf_free(&b);
    return st;
}

enum status json_template_render(struct arena *a, const char *mall, const char *data,
                                 struct buf *out, struct error *err) {
    struct str8 text, folder = folder_of(mall);
    const struct mustache *m;
    json_t *root = NULL;
    struct mustache_source source = {.load = load_partial, .user = &folder};
    enum status st = read_text(a, mall, &text, err);
    if (st == ST_OK)
        st = mustache_compile(a, text, s8_from(mall), &source, &m, err);
    if (st == ST_OK)
        st = load_json(data, &root, err);
    if (st == ST_OK) {
        struct mustache_view view = {
            .data = &context_json_data, .root = root, .put = mustache_put_html};
        st = mustache_render(m, &view, out, err);
    }
    json_decref(root);
    return st;
}
