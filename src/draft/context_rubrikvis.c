/* The verdicts under a heading said together, before all reasons or after them. */
#include "draft/context_private.h"
#include "draft/join.h"

/* The printed answers from `i` on with the same subject; their end. */
static size_t same_subject(const struct phrase *p, size_t n, size_t i) {
    size_t k = i;
    while (k < n && s8_eq(p[k].subjekt.borjan, p[i].subjekt.borjan))
        k++;
    return k;
}

enum status context_put_joined(struct building *b, json_t *o, const struct punkt_ref *ref, size_t n,
                               struct error *err) {
    struct phrase *p = ARENA_NEW(b->arena, struct phrase, n + 1);
    struct str8 said = {0}, key = {0};
    size_t m = 0;
    enum status st = ST_OK;
    for (size_t i = 0; i < n && st == ST_OK && context_val(b, VAL_OMDOMEN) == 2; i++) {
        if (!stance_printed(context_answer(b, &ref[i])->stance))
            continue;
        key = key.n ? key : punkt_key(b->arena, ref[i].avsnitt, ref[i].punkt);
        st = context_phrase(b, &ref[i], &p[m++], err);
    }
    for (size_t i = 0, end; i < m && st == ST_OK; i = end) {
        end = same_subject(p, m, i);
        said = arena_printf(b->arena, "%.*s%s%.*s", S8F(said), i ? " " : "",
                            S8F(join_make(b->arena, &p[i], end - i)));
    }
    context_set_marked(b, o, "omdöme", said, POST_SVAR, key, "ställning");
    return st;
}
