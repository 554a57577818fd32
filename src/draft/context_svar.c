/* What follows from the answers: each avsnitt with its sentences, the stances counted and grouped.
 */
#include "draft/context_private.h"

#include <stdlib.h>

#include "draft/phrase.h"

/* One punkt on its way to becoming a sentence. */
struct answer {
    const struct post *post; /* POST_SVAR, or NULL */
    enum stance stance;
};

/* Every punkt's answer, in the order of the betänkande, so that it is looked up once. */
struct answers {
    struct answer *answer;
    size_t *first; /* per avsnitt: where its punkter begin */
};

static int by_key(const void *a, const void *b) {
    const struct post *const *p = a, *const *q = b;
    return s8_cmp((*p)->nyckel, (*q)->nyckel);
}

static const struct post *find_svar(const struct post **sorted, size_t n, struct str8 key) {
    const struct post wanted = {.nyckel = key}, *w = &wanted;
    const struct post **hit = n ? bsearch(&w, sorted, n, sizeof *sorted, by_key) : NULL;
    return hit ? *hit : NULL;
}

static struct answers *look_up(struct arena *a, const struct draft *d) {
    const struct betankande *bet = d->betankande;
    const struct post_list *l = &d->arende->post[POST_SVAR];
    const struct post **sorted = ARENA_NEW(a, const struct post *, l->n + 1);
    struct answers *all = ARENA_NEW(a, struct answers, 1);
    all->answer = ARENA_NEW(a, struct answer, betankande_n_punkt(bet) + 1);
    all->first = ARENA_NEW(a, size_t, bet->n_avsnitt + 1);
    for (size_t i = 0; i < l->n; i++)
        sorted[i] = &l->p[i];
    qsort(sorted, l->n, sizeof *sorted, by_key);
    size_t at = 0;
    for (size_t i = 0; i < bet->n_avsnitt; i++) {
        all->first[i] = at;
        for (size_t k = 0; k < bet->avsnitt[i].n_punkt; k++, at++) {
            struct answer *one = &all->answer[at];
            one->post =
                find_svar(sorted, l->n, punkt_key(a, &bet->avsnitt[i], &bet->avsnitt[i].punkt[k]));
            one->stance = svar_stance(one->post);
        }
    }
    return all;
}

static struct answer answer_of(const struct building *b, const struct avsnitt *av,
                               const struct punkt *p) {
    size_t avsnitt = (size_t)(av - b->draft->betankande->avsnitt);
    return b->answers->answer[b->answers->first[avsnitt] + (size_t)(p - av->punkt)];
}

static bool is_proposal(const struct building *b) {
    return b->dokument->beslutande.n > 0;
}

/* Who takes the stand: in a proposal the one who decides; else the answer's, the ärende's or the
 * paper's subject, whichever is named first and known to the profile. */
static enum status subject_of(const struct building *b, const struct post *svar,
                              struct subjekt *out, struct error *err) {
    const struct draft *d = b->draft;
    const struct str8 choice[] = {svar ? svar->value[SVAR_SUBJEKT] : S8(""),
                                  arende_value(d->arende, ARENDE_SUBJEKT)};
    for (size_t i = 0; i < 2 && !is_proposal(b); i++)
        if (choice[i].n &&
            profil_subjekt(b->arena, d->profil, choice[i], d->arende, out, NULL) == ST_OK)
            return ST_OK;
    struct str8 name = is_proposal(b) ? b->dokument->beslutande : b->dokument->subjekt;
    return profil_subjekt(b->arena, d->profil, name, d->arende, out, err);
}

static enum status start_phrase(const struct building *b, const struct post *svar, struct phrase *p,
                                struct error *err) {
    const struct draft *d = b->draft;
    *p = (struct phrase){.profil = d->profil,
                         .order = is_proposal(b) ? PHRASE_PROPOSAL : PHRASE_MAIN};
    enum status st = subject_of(b, svar, &p->subjekt, err);
    if (st == ST_OK)
        st =
            profil_subjekt(b->arena, d->profil, b->dokument->subjekt, d->arende, &p->proposer, err);
    return st;
}

/* For and against: a stance that turns against the one before is introduced with "Däremot". */
static int side(enum stance s) {
    return stance_agrees(s) ? 1 : stance_rejects(s) || s == STANCE_TVEKSAM ? -1 : 0;
}

/* The sentence for one answer. `before` is the side taken by the one above in the same avsnitt. */
static enum status sentence(const struct building *b, const struct punkt_ref *ref,
                            const struct answer *an, int before, struct str8 *out,
                            struct error *err) {
    struct phrase p;
    enum status st = start_phrase(b, an->post, &p, err);
    if (st != ST_OK)
        return st;
    p.stance = an->stance;
    p.ref = ref;
    p.n_ref = 1;
    p.villkor = an->post->value[SVAR_VILLKOR];
    if (an->post->value[SVAR_MOTIVERING].n)
        p.text = is_proposal(b) ? PHRASE_TEXT_ELSEWHERE : PHRASE_TEXT_AFTER;
    if (!is_proposal(b) && before * side(an->stance) < 0 && b->draft->profil->daremot.n)
        p.order = PHRASE_INVERTED;
    *out = phrase_make(b->arena, &p);
    return ST_OK;
}

/* Are the reasons of this answer those of the next punkt too? Then they stand once, after both. */
static bool reasons_follow(const struct building *b, const struct punkt_ref *ref,
                           const struct answer *an) {
    const struct avsnitt *av = ref->avsnitt;
    if (ref->punkt + 1 >= av->punkt + av->n_punkt)
        return false;
    struct answer next = answer_of(b, av, ref->punkt + 1);
    return stance_printed(next.stance) &&
           s8_eq(an->post->value[SVAR_MOTIVERING], next.post->value[SVAR_MOTIVERING]);
}

static void put_punkt_facts(json_t *o, const struct punkt *p, struct str8 key) {
    context_set(o, "nyckel", key);
    context_set(o, "slag", s8_from(punkt_slag_namn(p->slag)));
    context_set(o, "slagord", p->slag == PUNKT_FORSLAG ? S8("Förslag") : S8("Bedömning"));
    json_object_set_new(o, "är-förslag", json_boolean(p->slag == PUNKT_FORSLAG));
    context_set(o, "att", p->att);
    context_set(o, "lydelse", p->text);
}

static enum status put_punkt(struct building *b, json_t *list, const struct punkt_ref *ref,
                             int *before, struct error *err) {
    struct str8 key = punkt_key(b->arena, ref->avsnitt, ref->punkt);
    struct answer an = answer_of(b, ref->avsnitt, ref->punkt);
    struct str8 verdict = S8("");
    json_t *o = context_item(list);
    put_punkt_facts(o, ref->punkt, key);
    context_set(o, "ställning", s8_from(stance_code(an.stance)));
    json_object_set_new(o, "besvarad", json_boolean(an.stance != STANCE_NONE));
    bool printed = stance_printed(an.stance);
    json_object_set_new(o, "skrivs", json_boolean(printed));
    enum status st = printed ? sentence(b, ref, &an, *before, &verdict, err) : ST_OK;
    if (printed && side(an.stance))
        *before = side(an.stance);
    context_set_marked(b, o, "omdöme", verdict, POST_SVAR, key, "ställning");
    bool reasoned = printed && !reasons_follow(b, ref, &an);
    context_set_marked(b, o, "motivering", reasoned ? an.post->value[SVAR_MOTIVERING] : S8(""),
                       POST_SVAR, key, "motivering");
    return st;
}

/* Own positions on the avsnitt, those that are to be looked into further apart. */
static size_t put_positions(struct building *b, json_t *o, const struct avsnitt *av) {
    const struct post_list *l = &b->draft->arende->post[POST_STANDPUNKT];
    json_t *list = json_array();
    json_object_set_new(o, "ståndpunkter", list);
    for (size_t i = 0; i < l->n; i++) {
        bool here = false;
        for (struct str8 rest = l->p[i].value[STANDPUNKT_AVSNITT]; rest.n;)
            here = s8_eq(s8_trim(s8_cut(&rest, ',')), av->nummer) || here;
        if (here)
            context_set_marked(b, context_item(list), "text", l->p[i].value[STANDPUNKT_TEXT],
                               POST_STANDPUNKT, l->p[i].nyckel, "text");
    }
    return json_array_size(list);
}

/* "4.1 Läkarmedverkan bör …"; "Avsnitt 4.1.1" where the title is not the betänkande's own. */
static struct str8 heading(struct arena *a, const struct avsnitt *av, const struct post *own) {
    struct str8 title = own ? own->value[AVSNITT_RUBRIK] : S8("");
    if (title.n == 0)
        title = avsnitt_print_title(av);
    if (title.n == 0)
        return arena_printf(a, "%s\u00A0%.*s", av->niva == 1 ? "Kapitel" : "Avsnitt",
                            S8F(av->nummer));
    return arena_printf(a, "%.*s %.*s", S8F(av->nummer), S8F(title));
}

static enum status put_avsnitt(struct building *b, json_t *list, const struct avsnitt *av,
                               struct error *err) {
    const struct post *own = arende_post(b->draft->arende, POST_AVSNITT, av->nummer);
    bool skipped = arende_left_out(b->draft->arende, av->nummer);
    struct str8 retelling = own ? own->value[AVSNITT_REDOGORELSE] : S8("");
    json_t *o = context_item(list), *punkter = json_array();
    context_set(o, "nummer", av->nummer);
    context_set(o, "rubrik", heading(b->arena, av, own));
    json_object_set_new(o, "punkter", punkter);
    context_set_marked(b, o, "redogörelse", retelling.n ? retelling : av->gist, POST_AVSNITT,
                       av->nummer, "redogörelse");
    json_object_set_new(o, "utelämnad", json_boolean(skipped));
    enum status st = ST_OK;
    bool answered = put_positions(b, o, av) > 0;
    int before = 0;
    for (size_t i = 0; i < av->n_punkt && st == ST_OK; i++) {
        struct punkt_ref ref = {av, &av->punkt[i]};
        answered = answered || stance_printed(answer_of(b, av, ref.punkt).stance);
        st = put_punkt(b, punkter, &ref, &before, err);
    }
    json_object_set_new(o, "besvaras", json_boolean(answered && !skipped));
    bool told = retelling.n || av->gist.n || av->n_punkt;
    json_object_set_new(o, "återges", json_boolean(told && !skipped));
    return st;
}

/* Every answered punkt with that stance and of that kind, in order. */
static size_t collect(const struct building *b, enum stance s, enum punkt_slag slag,
                      struct punkt_ref *out) {
    const struct betankande *bet = b->draft->betankande;
    size_t n = 0;
    for (size_t i = 0; i < bet->n_avsnitt; i++) {
        const struct avsnitt *av = &bet->avsnitt[i];
        for (size_t k = 0; k < av->n_punkt; k++)
            if (av->punkt[k].slag == slag && answer_of(b, av, &av->punkt[k]).stance == s)
                out[n++] = (struct punkt_ref){av, &av->punkt[k]};
    }
    return n;
}

/* {{#grupper}}: per stance and kind a sentence, "Nämnden tillstyrker förslagen i avsnitt …", and
 * the same as an item of a list, "tillstyrker förslagen i avsnitt …". */
static enum status put_groups(struct building *b, struct error *err) {
    json_t *list = json_array();
    struct punkt_ref *ref =
        ARENA_NEW(b->arena, struct punkt_ref, betankande_n_punkt(b->draft->betankande) + 1);
    json_object_set_new(b->out->root, "grupper", list);
    for (int s = STANCE_TILLSTYRKER; s < STANCE_N; s++) {
        for (int k = PUNKT_FORSLAG; k <= PUNKT_BEDOMNING; k++) {
            size_t n = stance_printed((enum stance)s)
                           ? collect(b, (enum stance)s, (enum punkt_slag)k, ref)
                           : 0;
            if (n == 0)
                continue;
            struct phrase p;
            enum status st = start_phrase(b, NULL, &p, err);
            if (st != ST_OK)
                return st;
            p.stance = (enum stance)s;
            p.ref = ref;
            p.n_ref = n;
            p.name_only = true;
            p.text = is_proposal(b) ? PHRASE_TEXT_ELSEWHERE : PHRASE_TEXT_BELOW;
            const struct post *only = answer_of(b, ref->avsnitt, ref->punkt).post;
            if (n == 1 && only)
                p.villkor = only->value[SVAR_VILLKOR];
            json_t *o = context_item(list);
            context_set(o, "mening", phrase_make(b->arena, &p));
            p.order = PHRASE_PREDICATE;
            context_set(o, "led", phrase_make(b->arena, &p));
            context_set(o, "ställning", s8_from(stance_code(p.stance)));
            json_object_set_new(o, "antal", json_integer((json_int_t)n));
        }
    }
    return ST_OK;
}

static void put_counts(struct building *b) {
    const struct betankande *bet = b->draft->betankande;
    int all = 0, answered = 0, printed = 0;
    for (size_t i = 0; i < bet->n_avsnitt; i++) {
        for (size_t k = 0; k < bet->avsnitt[i].n_punkt; k++) {
            enum stance s = answer_of(b, &bet->avsnitt[i], &bet->avsnitt[i].punkt[k]).stance;
            all++;
            answered += s != STANCE_NONE;
            printed += stance_printed(s);
        }
    }
    json_t *o = json_object();
    json_object_set_new(o, "punkter", json_integer(all));
    json_object_set_new(o, "besvarade", json_integer(answered));
    json_object_set_new(o, "skrivs", json_integer(printed));
    json_object_set_new(b->out->root, "antal", o);
    json_object_set_new(b->out->root, "några-svar", json_boolean(printed > 0));
    json_object_set_new(b->out->root, "tysta-delar", json_boolean(printed < all));
}

enum status context_put_svar(struct building *b, struct error *err) {
    b->answers = look_up(b->arena, b->draft);
    const struct betankande *bet = b->draft->betankande;
    json_t *list = json_array();
    json_object_set_new(b->out->root, "avsnittslista", list);
    enum status st = ST_OK;
    for (size_t i = 0; i < bet->n_avsnitt && st == ST_OK; i++)
        st = put_avsnitt(b, list, &bet->avsnitt[i], err);
    if (st == ST_OK)
        st = put_groups(b, err);
    if (st == ST_OK)
        put_counts(b);
    return st;
}
