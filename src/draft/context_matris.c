/* The stances as a table that fits a page: how many of each class, and where. */
#include "draft/context_private.h"

/* Classes in the order in which a politician asks: what is contested first. */
static const struct {
    const char *ord;
    unsigned stances; /* a bit for each */
} classes[] = {
    {"Avstyrker, delar inte", 1u << STANCE_AVSTYRKER},
    {"Delvis, tveksam, utred", 1u << STANCE_DELVIS | 1u << STANCE_TVEKSAM | 1u << STANCE_UTRED},
    {"Med villkor eller synpunkter", 1u << STANCE_VILLKOR | 1u << STANCE_SYNPUNKTER},
    {"Tillstyrker, delar", 1u << STANCE_TILLSTYRKER},
    {"Inget att erinra", 1u << STANCE_INGEN_ERINRAN},
    {"Avstår, berörs inte", 1u << STANCE_AVSTAR | 1u << STANCE_EJ_BERORD},
    {"Ännu inte besvarade", 1u << STANCE_NONE},
};

static void put_class(struct building *b, json_t *list, const char *ord, unsigned stances) {
    const struct betankande *bet = b->draft->betankande;
    int count[2] = {0, 0};
    struct str8 places = {0};
    size_t at = 0;
    for (size_t i = 0; i < bet->n_avsnitt; i++) {
        bool here = false;
        for (size_t k = 0; k < bet->avsnitt[i].n_punkt; k++, at++) {
            if (!(stances >> b->answers->answer[at].stance & 1))
                continue;
            count[bet->avsnitt[i].punkt[k].slag]++;
            here = true;
        }
        if (here)
            places = arena_printf(b->arena, "%.*s%s%.*s", S8F(places), places.n ? ", " : "",
                                  S8F(bet->avsnitt[i].nummer));
    }
    if (places.n == 0)
        return;
    json_t *o = context_item(list);
    context_set(o, "ord", s8_from(ord));
    json_object_set_new(o, "förslag", json_integer(count[PUNKT_FORSLAG]));
    json_object_set_new(o, "bedömningar", json_integer(count[PUNKT_BEDOMNING]));
    context_set(o, "avsnitt", places);
}

void context_put_matris(struct building *b) {
    json_t *list = json_array();
    json_object_set_new(b->out->root, "matris", list);
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        put_class(b, list, classes[i].ord, classes[i].stances);
}
