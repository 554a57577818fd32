#include "draft/context_json.h"

#include <jansson.h>
#include <stdlib.h>

static enum mustache_kind kind_of(const void *node) {
    switch (json_typeof((const json_t *)node)) {
    case JSON_OBJECT:
        return MUSTACHE_OBJECT;
    case JSON_ARRAY:
        return MUSTACHE_LIST;
    case JSON_STRING:
        return MUSTACHE_TEXT;
    case JSON_INTEGER:
    case JSON_REAL:
        return MUSTACHE_NUMBER;
    case JSON_TRUE:
        return MUSTACHE_TRUE;
    case JSON_FALSE:
        return MUSTACHE_FALSE;
    case JSON_NULL:
        break;
    }
    return MUSTACHE_NULL;
}

static const void *child_of(const void *object, struct str8 name) {
    struct arena tmp = {0};
    const json_t *child = json_object_get(object, arena_str8(&tmp, name).p);
    arena_free(&tmp);
    return child;
}

static size_t length_of(const void *list) {
    return json_array_size(list);
}

static const void *item_of(const void *list, size_t i) {
    return json_array_get(list, i);
}

/* jansson writes a real with 17 digits or as many as it is told; 15 often suffice. */
static struct str8 real_text(const json_t *real, struct arena *a) {
    struct str8 out = {0};
    for (size_t digits = 15; digits <= 17; digits += 2) {
        char *s = json_dumps(real, JSON_ENCODE_ANY | JSON_REAL_PRECISION(digits));
        json_t *back = s ? json_loads(s, JSON_DECODE_ANY, NULL) : NULL;
        bool same = back && json_equal(real, back);
        out = arena_str8(a, s8_from(s));
        json_decref(back);
        free(s);
        if (same)
            break;
    }
    return out;
}

static struct str8 text_of(const void *node, struct arena *a) {
    const json_t *j = node;
    switch (json_typeof(j)) {
    case JSON_STRING:
        return (struct str8){json_string_value(j), json_string_length(j)};
    case JSON_INTEGER:
        return arena_printf(a, "%" JSON_INTEGER_FORMAT, json_integer_value(j));
    case JSON_REAL:
        return real_text(j, a);
    case JSON_TRUE:
        return S8("true");
    case JSON_FALSE:
        return S8("false");
    default:
        return (struct str8){0};
    }
}

const struct mustache_data context_json_data = {
    .kind = kind_of,
    .child = child_of,
    .length = length_of,
    .item = item_of,
    .text = text_of,
};
