#include "app/json_reader.h"

#include <ctype.h>
#include <stdarg.h>

#include "base/near.h"
#include "base/utf8.h"

enum status reader_fail(const struct reader *r, struct str8 path, const char *fmt, ...) {
    struct buf text = {0};
    va_list ap;
    va_start(ap, fmt);
    buf_vprintf(&text, fmt, ap);
    va_end(ap);
    if (path.n)
        error_set(r->err, ST_INVALID, "%.*s: %s", S8F(path), text.p);
    else
        error_set(r->err, ST_INVALID, "%s", text.p);
    buf_free(&text);
    return ST_INVALID;
}

static bool plain(const char *key) {
    size_t i = 0;
    while (isalpha((unsigned char)key[i]) || (unsigned char)key[i] >= 0x80 || key[i] == '-')
        i++;
    return i && !key[i];
}

struct str8 reader_at(const struct reader *r, struct str8 path, const char *key) {
    enum { SHOWN = 80 };
    int n = (int)utf8_fit(s8_from(key), SHOWN);
    if (plain(key))
        return arena_printf(r->a, "%.*s%s%.*s", S8F(path), path.n ? "." : "", n, key);
    return arena_printf(r->a, "%.*s[\"%.*s\"]", S8F(path), n, key);
}

struct str8 reader_at_index(const struct reader *r, struct str8 path, size_t i) {
    return arena_printf(r->a, "%.*s[%zu]", S8F(path), i);
}

enum status reader_object(const struct reader *r, struct str8 path, const json_t *j) {
    return json_is_object(j) ? ST_OK : reader_fail(r, path, "här ska stå ett objekt: {…}");
}

enum status reader_array(const struct reader *r, struct str8 path, const json_t *j) {
    return json_is_array(j) ? ST_OK : reader_fail(r, path, "här ska stå en lista: […]");
}

enum status reader_text(const struct reader *r, struct str8 path, const json_t *j, bool line,
                        struct str8 *out) {
    if (!json_is_string(j))
        return reader_fail(r, path, "här ska stå en text inom citattecken");
    struct str8 s = {json_string_value(j), json_string_length(j)};
    enum status st = utf8_admit(r->a, s, "texten", out, r->err);
    if (st != ST_OK)
        error_prefix(r->err, "%.*s", S8F(path));
    else if (line && s8_find(*out, S8("\n")) >= 0)
        st = reader_fail(r, path, "texten ska vara en enda rad");
    return st;
}

enum status reader_int(const struct reader *r, struct str8 path, const json_t *j, int min, int max,
                       int *out) {
    json_int_t v = json_integer_value(j);
    if (!json_is_integer(j) || v < min || v > max)
        return reader_fail(r, path, "här ska stå ett heltal från %d till %d", min, max);
    *out = (int)v;
    return ST_OK;
}

enum status reader_bool(const struct reader *r, struct str8 path, const json_t *j, bool *out) {
    if (!json_is_boolean(j))
        return reader_fail(r, path, "här ska stå true eller false");
    *out = json_is_true(j);
    return ST_OK;
}

enum status reader_key(const struct reader *r, struct str8 path, const char *key,
                       const char *const *names, size_t n, bool *seen, size_t *hit) {
    struct str8 *known = ARENA_NEW(r->a, struct str8, n);
    struct str8 word = utf8_ascii(r->a, s8_from(key));
    for (size_t i = 0; i < n; i++) {
        known[i] = s8_from(names[i]);
        if (!s8_eq(word, utf8_ascii(r->a, known[i])))
            continue;
        *hit = i;
        if (seen[i])
            return reader_fail(r, reader_at(r, path, key), "uppgiften står två gånger");
        seen[i] = true;
        return ST_OK;
    }
    struct str8 at = reader_at(r, path, key);
    near_error(r->err, ST_INVALID, s8_from(key), known, n, NULL, "uppgiften är okänd");
    return error_prefix(r->err, "%.*s", S8F(at));
}
