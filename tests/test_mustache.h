/* For the tests of the Mustache engine: JSON as its data and its partials. */
#ifndef TESTS_TEST_MUSTACHE_H
#define TESTS_TEST_MUSTACHE_H

#include <jansson.h>

#include "draft/mustache.h"

static inline enum mustache_kind json_kind(const void *node) {
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

static inline const void *json_child(const void *object, struct str8 name) {
    return json_object_getn(object, name.p, name.n);
}

static inline size_t json_length(const void *list) {
    return json_array_size(list);
}

static inline const void *json_item(const void *list, size_t i) {
    return json_array_get(list, i);
}

static inline struct str8 json_text(const void *node, struct arena *a) {
    const json_t *j = node;
    if (json_is_string(j))
        return (struct str8){json_string_value(j), json_string_length(j)};
    if (json_is_integer(j))
        return arena_printf(a, "%" JSON_INTEGER_FORMAT, json_integer_value(j));
    if (json_is_real(j))
        return arena_printf(a, "%g", json_real_value(j));
    return json_is_true(j) ? S8("ja") : S8("nej");
}

static const struct mustache_data json_data = {.kind = json_kind,
                                               .child = json_child,
                                               .length = json_length,
                                               .item = json_item,
                                               .text = json_text};

/* `user` is an object of template texts; the file of x is x.md. */
static inline enum status json_load(void *user, struct str8 name, struct arena *a,
                                    struct str8 *text, struct str8 *file, struct error *err) {
    const json_t *found = json_object_getn(user, name.p, name.n);
    if (!found)
        return error_set(err, ST_NOT_FOUND, "finns inte");
    *text = json_text(found, a);
    *file = arena_printf(a, "%.*s.md", S8F(name));
    return ST_OK;
}

/* One template with its partials and data, as JSON; partials and data may be NULL. */
struct job {
    const char *template, *data, *partials;
    mustache_put *put; /* NULL: mustache_put_html */
    bool strict;       /* of partials and of names */
};

static inline json_t *job_json(const char *text) {
    json_error_t e;
    json_t *j = json_loads(text ? text : "{}", JSON_DECODE_ANY, &e);
    if (!j)
        fprintf(stderr, "the test's own JSON: %s in %s\n", e.text, text);
    return j;
}

/* Compiles as "mall.md" and renders, appending to `out`. */
static inline enum status job_text(const struct job *job, struct str8 template, struct buf *out,
                                   struct error *err) {
    struct arena a = {0};
    json_t *data = job_json(job->data), *partials = job_json(job->partials);
    struct mustache_source source = {.load = json_load, .user = partials, .strict = job->strict};
    struct mustache_view view = {.data = &json_data,
                                 .root = data,
                                 .put = job->put ? job->put : mustache_put_html,
                                 .strict_names = job->strict};
    const struct mustache *m;
    enum status st = mustache_compile(&a, template, S8("mall.md"), &source, &m, err);
    if (st == ST_OK)
        st = mustache_render(m, &view, out, err);
    json_decref(data);
    json_decref(partials);
    arena_free(&a);
    return st;
}

static inline enum status job_run(const struct job *job, struct buf *out, struct error *err) {
    return job_text(job, s8_from(job->template), out, err);
}

#endif
