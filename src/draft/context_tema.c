/* The ärende's own headings, in two levels, with the punkter that are answered under each. */
#include "draft/context_private.h"

#include "base/utf8.h"

static const struct post_list *teman(const struct building *b) {
    return &b->draft->arende->post[POST_TEMA];
}

static bool is_named(const struct post *p, struct str8 namn) {
    return namn.n && utf8_same_name(p->value[TEMA_NAMN], namn);
}

/* Under another tema of the upper level; one that names none, itself or a lower one is of the upper
 * level, so that none is lost. */
static const struct post *above(const struct building *b, const struct post *p) {
    const struct post_list *l = teman(b);
    for (size_t i = 0; i < l->n; i++)
        if (&l->p[i] != p && is_named(&l->p[i], p->value[TEMA_UNDER]) &&
            l->p[i].value[TEMA_UNDER].n == 0)
            return &l->p[i];
    return NULL;
}

/* "4" and "4.1" are said in full; what has words of its own is left alone. */
static struct str8 heading(const struct building *b, const struct post *p) {
    struct str8 title = p->value[TEMA_RUBRIK], kapitel = p->value[TEMA_KAPITEL];
    title = title.n ? title : utf8_upper_first(b->arena, p->value[TEMA_NAMN]);
    if (kapitel.n == 0)
        return title;
    bool number = true;
    for (size_t i = 0; i < kapitel.n; i++)
        number = number && ((kapitel.p[i] >= '0' && kapitel.p[i] <= '9') || kapitel.p[i] == '.');
    if (number)
        return context_heading(b, kapitel, title);
    return arena_printf(b->arena, "%.*s, %.*s", S8F(title), S8F(kapitel));
}

/* The punkter that the field names, those that the betänkande has. */
static size_t refs_of(const struct building *b, const struct post *p, struct punkt_ref **out) {
    size_t n = 0, cap = 0;
    *out = NULL;
    for (struct str8 rest = p->value[TEMA_PUNKTER]; rest.p;) {
        struct punkt_ref ref;
        size_t found = 0;
        struct str8 one = s8_trim(s8_cut(&rest, ','));
        if (one.n && betankande_find(b->draft->betankande, one, &ref, 1, &found, NULL) == ST_OK &&
            found == 1)
            *ARENA_PUSH(b->arena, *out, n, cap) = ref;
    }
    return n;
}

static enum status put_tema(struct building *b, json_t *o, const struct post *p, bool *said,
                            struct error *err) {
    static const struct {
        const char *key;
        int falt;
    } text[] = {{"inledning", TEMA_INLEDNING}, {"avslut", TEMA_AVSLUT}};
    json_t *punkter = json_array();
    struct punkt_ref *ref;
    size_t n = refs_of(b, p, &ref);
    context_set(o, "namn", p->value[TEMA_NAMN]);
    context_set(o, "kapitel", p->value[TEMA_KAPITEL]);
    context_set(o, "rubrik", heading(b, p));
    json_object_set_new(o, "punkter", punkter);
    for (size_t i = 0; i < 2; i++) {
        context_set_marked(b, o, text[i].key, p->value[text[i].falt], POST_TEMA, p->nyckel,
                           text[i].key);
        *said = *said || p->value[text[i].falt].n;
    }
    *said = context_put_positions(b, o, STANDPUNKT_TEMA, p->value[TEMA_NAMN]) || *said;
    enum status st = context_put_punkter(b, punkter, ref, n, said, err);
    return st == ST_OK ? context_put_joined(b, o, ref, n, err) : st;
}

static enum status put_upper(struct building *b, json_t *list, const struct post *p,
                             struct error *err) {
    const struct post_list *l = teman(b);
    json_t *o = context_item(list), *below = json_array();
    bool said = false;
    enum status st = put_tema(b, o, p, &said, err);
    json_object_set_new(o, "underteman", below);
    for (size_t i = 0; i < l->n && st == ST_OK; i++) {
        bool here = false;
        if (above(b, &l->p[i]) != p)
            continue;
        json_t *under = context_item(below);
        st = put_tema(b, under, &l->p[i], &here, err);
        json_object_set_new(under, "besvaras", json_boolean(here));
        said = said || here;
    }
    json_object_set_new(o, "besvaras", json_boolean(said));
    return st;
}

enum status context_put_teman(struct building *b, struct error *err) {
    const struct post_list *l = teman(b);
    json_t *list = json_array();
    enum status st = ST_OK;
    json_object_set_new(b->out->root, "teman", list);
    for (size_t i = 0; i < l->n && st == ST_OK; i++)
        if (!above(b, &l->p[i]))
            st = put_upper(b, list, &l->p[i], err);
    return st;
}
