/* The avsnitt under their headings: one each, or several under one where the profile's headings go
 * no deeper or the ärende has a joint heading. */
#include "draft/context_private.h"

#include "base/utf8.h"
#include "draft/reference.h"

/* Where each avsnitt stands: the avsnitt that begins its group, and the joint heading, if any. */
struct place {
    size_t leader;
    const struct post *joint;
};

static bool listed(struct str8 list, struct str8 one) {
    for (struct str8 rest = list; rest.p;)
        if (s8_eq(s8_trim(s8_cut(&rest, ',')), one))
            return true;
    return false;
}

static const struct post *joint_of(const struct building *b, const struct avsnitt *av) {
    const struct post_list *l = &b->draft->arende->post[POST_RUBRIK];
    for (size_t i = 0; i < l->n; i++)
        if (listed(l->p[i].value[RUBRIK_AVSNITT], av->nummer))
            return &l->p[i];
    return NULL;
}

static struct place *place_all(const struct building *b) {
    const struct betankande *bet = b->draft->betankande;
    struct place *place = ARENA_NEW(b->arena, struct place, bet->n_avsnitt + 1);
    int deepest = val_rubrikniva(&b->dokument->val, &b->draft->profil->val);
    for (size_t i = 0; i < bet->n_avsnitt; i++) {
        const struct avsnitt *av = &bet->avsnitt[i];
        const struct place *above = av->foralder >= 0 ? &place[av->foralder] : NULL;
        place[i] = (struct place){i, joint_of(b, av)};
        if (!place[i].joint && above && (above->joint || av->niva > deepest))
            place[i] = *above;
        for (size_t k = 0; k < i && place[i].joint; k++)
            if (place[k].joint == place[i].joint) {
                place[i].leader = place[k].leader;
                break;
            }
    }
    return place;
}

/* --- Headings --------------------------------------------------------------------------------- */

struct str8 context_heading(const struct building *b, struct str8 nummer, struct str8 title) {
    bool chapter = s8_find(nummer, S8(".")) < 0;
    struct str8 rest = nummer, kapitel = s8_cut(&rest, '.');
    if (title.n == 0)
        return arena_printf(b->arena, "%s\u00A0%.*s", chapter ? "Kapitel" : "Avsnitt", S8F(nummer));
    switch (context_val(b, VAL_AVSNITTSNUMMER)) {
    case 0:
        return arena_printf(b->arena, "%.*s %.*s", S8F(nummer), S8F(title));
    case 1:
        return arena_printf(b->arena, "%.*s (%s\u00A0%.*s)", S8F(title),
                            chapter ? "kapitel" : "avsnitt", S8F(nummer));
    case 2:
        return arena_printf(b->arena, "%.*s, kap.\u00A0%.*s", S8F(title), S8F(kapitel));
    default:
        return title;
    }
}

static struct str8 heading_of(const struct building *b, const struct avsnitt *av) {
    const struct post *own = arende_post(b->draft->arende, POST_AVSNITT, av->nummer);
    struct str8 title = own ? own->value[AVSNITT_RUBRIK] : S8("");
    return context_heading(b, av->nummer, title.n ? title : avsnitt_print_title(av));
}

/* The joint heading; where it has no words of its own, those of its avsnitt. */
static struct str8 joint_heading(const struct building *b, const struct post *joint) {
    const struct betankande *bet = b->draft->betankande;
    struct str8 said = joint->value[RUBRIK_RUBRIK], out = {0};
    size_t n = 0, of = 0;
    if (said.n)
        return said;
    for (size_t i = 0; i < bet->n_avsnitt; i++)
        of += listed(joint->value[RUBRIK_AVSNITT], bet->avsnitt[i].nummer);
    for (size_t i = 0; i < bet->n_avsnitt; i++) {
        if (!listed(joint->value[RUBRIK_AVSNITT], bet->avsnitt[i].nummer))
            continue;
        struct str8 one = heading_of(b, &bet->avsnitt[i]);
        const char *between = n == 0 ? "" : n + 1 == of ? " och " : ", ";
        out = arena_printf(b->arena, "%.*s%s%.*s", S8F(out), between, S8F(one));
        n++;
    }
    return out;
}

/* --- Retelling -------------------------------------------------------------------------------- */

/* What the punkter of the avsnitt are: for the label in front of its retelling in a list. */
static const char *kinds(const struct avsnitt *av) {
    bool kind[2] = {false, false};
    for (size_t i = 0; i < av->n_punkt; i++)
        kind[av->punkt[i].slag] = true;
    return kind[PUNKT_FORSLAG] && kind[PUNKT_BEDOMNING] ? "Förslag och bedömning"
           : kind[PUNKT_FORSLAG]                        ? "Förslag"
           : kind[PUNKT_BEDOMNING]                      ? "Bedömning"
                                                        : "";
}

/* --- Parts and groups ------------------------------------------------------------------------- */

static enum status put_part(struct building *b, json_t *o, const struct avsnitt *av, bool leads,
                            struct error *err) {
    const struct arende *ar = b->draft->arende;
    const struct post *own = arende_post(ar, POST_AVSNITT, av->nummer);
    struct punkt_ref *ref = ARENA_NEW(b->arena, struct punkt_ref, av->n_punkt + 1);
    bool skipped = arende_left_out(ar, av->nummer), answered = false;
    json_t *punkter = json_array();
    struct str8 told = own ? own->value[AVSNITT_REDOGORELSE] : S8("");
    told = told.n ? told : av->gist;
    if (!leads && context_val(b, VAL_HANVISNINGAR))
        told = reference_put(b->arena, told, av->nummer);
    context_set(o, "nummer", av->nummer);
    context_set(o, "rubrik", heading_of(b, av));
    json_object_set_new(o, "punkter", punkter);
    context_set_marked(b, o, "redogörelse", told, POST_AVSNITT, av->nummer, "redogörelse");
    json_object_set_new(o, "utelämnad", json_boolean(skipped));
    size_t positions = context_put_positions(b, o, STANDPUNKT_AVSNITT, av->nummer), n = 0;
    for (size_t i = 0; i < av->n_punkt; i++) {
        ref[n] = (struct punkt_ref){av, &av->punkt[i]};
        n += !context_answer(b, &ref[n])->node; /* those under a tema stand there */
    }
    enum status st = context_put_punkter(b, punkter, ref, n, &answered, err);
    if (st == ST_OK)
        st = context_put_joined(b, o, ref, n, err);
    json_object_set_new(o, "besvaras", json_boolean((answered || positions) && !skipped));
    json_object_set_new(o, "återges", json_boolean((told.n || av->n_punkt) && !skipped));
    return st;
}

/* From so many told parts below the heading's own the retelling is a list. */
static void make_list(const struct building *b, json_t *group, json_t *parts, size_t leader) {
    const struct betankande *bet = b->draft->betankande;
    int from = val_punktlista(&b->dokument->val, &b->draft->profil->val), told = 0;
    json_t *part;
    size_t i;
    json_array_foreach(parts, i, part) told += json_is_true(json_object_get(part, "återges")) &&
                                               (i > 0 || bet->avsnitt[leader].n_punkt > 0);
    bool list = from > 0 && told >= from;
    json_object_set_new(group, "lista", json_boolean(list));
    json_array_foreach(parts, i, part) {
        bool item = list && (i > 0 || bet->avsnitt[leader].n_punkt > 0);
        const struct avsnitt *av =
            betankande_avsnitt(bet, s8_from(json_string_value(json_object_get(part, "nummer"))));
        json_object_set_new(part, "i-lista", json_boolean(item));
        context_set(part, "etikett",
                    item && context_val(b, VAL_ETIKETTER) ? s8_from(kinds(av)) : S8(""));
    }
}

static bool any(const json_t *parts, const char *key) {
    const json_t *part;
    size_t i;
    json_array_foreach(parts, i, part) if (json_is_true(json_object_get(part, key))) return true;
    return false;
}

static bool holds_punkter(const struct betankande *bet, const struct place *place, size_t leader) {
    for (size_t i = leader; i < bet->n_avsnitt; i++)
        if (place[i].leader == leader && bet->avsnitt[i].n_punkt)
            return true;
    return false;
}

static enum status put_group(struct building *b, json_t *list, const struct place *place,
                             size_t leader, struct error *err) {
    const struct betankande *bet = b->draft->betankande;
    const struct avsnitt *first = &bet->avsnitt[leader];
    const struct post *joint = place[leader].joint;
    json_t *o = context_item(list), *parts = json_array();
    enum status st = ST_OK;
    context_set(o, "nummer", joint ? joint->value[RUBRIK_AVSNITT] : first->nummer);
    context_set(o, "rubrik", joint ? joint_heading(b, joint) : heading_of(b, first));
    json_object_set_new(o, "delar", parts);
    for (size_t i = leader; i < bet->n_avsnitt && st == ST_OK; i++)
        if (place[i].leader == leader)
            st = put_part(b, context_item(parts), &bet->avsnitt[i], i == leader && !joint, err);
    json_object_set_new(o, "besvaras", json_boolean(any(parts, "besvaras")));
    json_object_set_new(o, "återges", json_boolean(any(parts, "återges")));
    json_object_set_new(o, "har-punkter", json_boolean(holds_punkter(bet, place, leader)));
    make_list(b, o, parts, leader);
    return st;
}

enum status context_put_avsnitt(struct building *b, struct error *err) {
    const struct betankande *bet = b->draft->betankande;
    const struct place *place = place_all(b);
    json_t *list = json_array();
    enum status st = ST_OK;
    json_object_set_new(b->out->root, "avsnittslista", list);
    for (size_t i = 0; i < bet->n_avsnitt && st == ST_OK; i++)
        if (place[i].leader == i)
            st = put_group(b, list, place, i, err);
    json_object_set_new(b->out->root, "några-avsnitt", json_boolean(any(list, "besvaras")));
    return st;
}
