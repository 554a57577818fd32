/* The stances as tables: one that fits a page, how many of each group and where, and one with every
 * punkt. */
#include "draft/context_private.h"

#include "draft/matris.h"

/* {{#matris}}: a group, how many punkter it has and in which avsnitt. */
static void put_group(struct building *b, json_t *list, const struct matris *m, size_t kolumn) {
    int count[2] = {0, 0};
    struct str8 places = {0}, last = {0};
    for (size_t i = 0; i < m->n_rad; i++) {
        const struct punkt_ref *ref = &m->rad[i].svar->ref;
        if (m->rad[i].kolumn != kolumn)
            continue;
        count[ref->punkt->slag]++;
        if (!s8_eq(ref->avsnitt->nummer, last))
            places = arena_printf(b->arena, "%.*s%s%.*s", S8F(places), places.n ? ", " : "",
                                  S8F(ref->avsnitt->nummer));
        last = ref->avsnitt->nummer;
    }
    json_t *o = context_item(list);
    context_set(o, "ord", m->huvud[kolumn]);
    json_object_set_new(o, "förslag", json_integer(count[PUNKT_FORSLAG]));
    json_object_set_new(o, "bedömningar", json_integer(count[PUNKT_BEDOMNING]));
    context_set(o, "avsnitt", places);
}

/* {{#matris-rader}}: a punkt, and a cell for each of {{#matris-huvud}}, of which one has words. */
static void put_row(json_t *list, const struct matris *m, const struct matris_rad *rad) {
    json_t *o = context_item(list), *cells = json_array();
    context_set(o, "nummer", rad->svar->ref.avsnitt->nummer);
    context_set(o, "rubrik", rad->rubrik);
    context_set(o, "punkt", rad->punkt);
    context_set(o, "ord", rad->ord);
    json_object_set_new(o, "celler", cells);
    for (size_t k = 0; k < m->n_kolumn; k++)
        context_set(context_item(cells), "ord", k == rad->kolumn ? rad->ord : S8(""));
}

void context_put_matris(struct building *b) {
    struct matris m;
    json_t *groups = json_array(), *head = json_array(), *rows = json_array();
    json_object_set_new(b->out->root, "matris", groups);
    json_object_set_new(b->out->root, "matris-huvud", head);
    json_object_set_new(b->out->root, "matris-rader", rows);
    matris(b->arena, b->draft, &m);
    for (size_t k = 0; k < m.n_kolumn; k++) {
        put_group(b, groups, &m, k);
        context_set(context_item(head), "ord", m.huvud[k]);
    }
    for (size_t i = 0; i < m.n_rad; i++)
        put_row(rows, &m, &m.rad[i]);
}
