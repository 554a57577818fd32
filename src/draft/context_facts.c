#include "draft/context_facts.h"

#include <stdlib.h>

#include "base/collate.h"

const struct context_fact context_betankande_facts[CONTEXT_BETANKANDE_FACTS] = {
    {"id", offsetof(struct betankande, id)},
    {"beteckning", offsetof(struct betankande, beteckning)},
    {"titel", offsetof(struct betankande, titel)},
    {"utredning", offsetof(struct betankande, utredning)},
    {"utredningens-dnr", offsetof(struct betankande, utredning_dnr)},
    {"direktiv", offsetof(struct betankande, direktiv)},
    {"departement", offsetof(struct betankande, departement)},
    {"dnr", offsetof(struct betankande, dnr)},
    {"isbn", offsetof(struct betankande, isbn)},
    {"datum", offsetof(struct betankande, datum)},
    {"uppdrag", offsetof(struct betankande, uppdrag)},
};

const struct context_fact context_avsnitt_facts[CONTEXT_AVSNITT_FACTS] = {
    {"nummer", offsetof(struct avsnitt, nummer)},
    {"titel", offsetof(struct avsnitt, titel)},
    {"sammandrag", offsetof(struct avsnitt, gist)},
    {"text", offsetof(struct avsnitt, text)},
};

const struct context_fact context_punkt_facts[CONTEXT_PUNKT_FACTS] = {
    {"att", offsetof(struct punkt, att)},
    {"motsats", offsetof(struct punkt, motsats)},
    {"infinitiv", offsetof(struct punkt, infinitiv)},
    {"text", offsetof(struct punkt, text)},
};

void context_facts_put(json_t *object, const char *key, struct str8 text) {
    if (text.n)
        json_object_set_new(object, key, json_stringn(text.p, text.n));
}

static void put_facts(json_t *o, const struct context_fact *f, size_t n, const void *from) {
    for (size_t i = 0; i < n; i++)
        context_facts_put(o, f[i].namn, *(const struct str8 *)((const char *)from + f[i].at));
}

static void put_page(json_t *o, int sida) {
    if (sida > 0)
        json_object_set_new(o, "sida", json_integer(sida));
}

json_t *context_facts_post(const struct post *p) {
    const struct post_slag_info *info = post_slag_info(p->slag);
    json_t *o = json_object();
    for (size_t i = 0; i < info->n_falt; i++)
        context_facts_put(o, info->falt[i].namn, p->value[i]);
    return o;
}

static int by_key(const void *a, const void *b) {
    const struct post *const *p = a, *const *q = b;
    return collate_sv((*p)->nyckel, (*q)->nyckel);
}

static void put_keyed(json_t *o, const struct post_slag_info *info, const struct post_list *l) {
    struct arena tmp = {0};
    const struct post **sorted = ARENA_NEW(&tmp, const struct post *, l->n);
    for (size_t i = 0; i < l->n; i++)
        sorted[i] = &l->p[i];
    qsort(sorted, l->n, sizeof *sorted, by_key);
    json_t *all = json_object();
    for (size_t i = 0; i < l->n; i++) {
        struct str8 key = arena_str8(&tmp, sorted[i]->nyckel);
        json_object_set_new(all, key.p, context_facts_post(sorted[i]));
    }
    json_object_set_new(o, info->namn, all);
    arena_free(&tmp);
}

static void put_list(json_t *o, const struct post_slag_info *info, const struct post_list *l) {
    json_t *all = json_array();
    for (size_t i = 0; i < l->n; i++) {
        json_t *line = json_object();
        int id = 0;
        if (s8_uint(l->p[i].nyckel, &id))
            json_object_set_new(line, "id", json_integer(id));
        json_t *values = context_facts_post(&l->p[i]);
        json_object_update(line, values);
        json_decref(values);
        json_array_append_new(all, line);
    }
    json_object_set_new(o, info->namn, all);
}

json_t *context_facts_arende(const struct arende *ar) {
    json_t *o = json_object();
    context_facts_put(o, "uuid", ar->uuid);
    context_facts_put(o, "skapad", ar->skapad);
    context_facts_put(o, "ändrad", ar->andrad);
    context_facts_put(o, "betänkande", ar->betankande);
    for (int s = 0; s < POST_SLAG_N; s++) {
        const struct post_slag_info *info = post_slag_info((enum post_slag)s);
        const struct post_list *l = &ar->post[s];
        if (l->n == 0)
            continue;
        if (info->form == POST_ONE)
            json_object_set_new(o, info->namn, context_facts_post(&l->p[0]));
        else if (info->form == POST_KEYED)
            put_keyed(o, info, l);
        else
            put_list(o, info, l);
    }
    return o;
}

static json_t *of_punkt(const struct punkt *p) {
    json_t *o = json_object();
    json_object_set_new(o, "nr", json_integer(p->nr));
    context_facts_put(o, "slag", s8_from(punkt_slag_namn(p->slag)));
    if (p->negerad)
        json_object_set_new(o, "negerad", json_true());
    put_facts(o, context_punkt_facts, CONTEXT_PUNKT_FACTS, p);
    json_t *refs = json_array();
    for (size_t i = 0; i < p->n_hanvisning; i++)
        json_array_append_new(refs, json_stringn(p->hanvisning[i].p, p->hanvisning[i].n));
    if (p->n_hanvisning)
        json_object_set(o, "hänvisning", refs);
    json_decref(refs);
    put_page(o, p->sida);
    return o;
}

static json_t *of_avsnitt(const struct avsnitt *av) {
    json_t *o = json_object();
    put_facts(o, context_avsnitt_facts, CONTEXT_AVSNITT_FACTS, av);
    context_facts_put(o, "härkomst", s8_from(harkomst_namn(av->harkomst)));
    put_page(o, av->sida);
    json_t *punkter = json_array();
    for (size_t i = 0; i < av->n_punkt; i++)
        json_array_append_new(punkter, of_punkt(&av->punkt[i]));
    if (av->n_punkt)
        json_object_set(o, "punkt", punkter);
    json_decref(punkter);
    return o;
}

json_t *context_facts_betankande(const struct betankande *b) {
    json_t *o = json_object();
    put_facts(o, context_betankande_facts, CONTEXT_BETANKANDE_FACTS, b);
    json_t *all = json_array();
    for (size_t i = 0; i < b->n_avsnitt; i++)
        json_array_append_new(all, of_avsnitt(&b->avsnitt[i]));
    json_object_set_new(o, "avsnitt", all);
    return o;
}
