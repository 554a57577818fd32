#include "app/json_sentence.h"

#include "draft/context.h"

static struct str8 member(const json_t *o, const char *name) {
    const json_t *v = json_object_get(o, name);
    return (struct str8){json_string_value(v), json_string_length(v)};
}

static struct str8 sentence_of(const json_t *root, struct str8 key) {
    const json_t *p;
    size_t i;
    json_array_foreach(json_object_get(root, "svarslista"), i, p) {
        if (s8_eq(member(p, "nyckel"), key))
            return member(p, "omdöme");
    }
    return (struct str8){0};
}

enum status json_sentences(struct arena *a, const struct draft *d, const struct dokument *dok,
                           const struct punkt_ref *refs, size_t n, struct str8 *out,
                           struct error *err) {
    struct context c;
    enum status st = context_make(a, d, dok, &c, err);
    if (st != ST_OK)
        return st;
    for (size_t i = 0; i < n; i++)
        out[i] = arena_str8(a, sentence_of(c.root, punkt_key(a, refs[i].avsnitt, refs[i].punkt)));
    context_free(&c);
    return ST_OK;
}
