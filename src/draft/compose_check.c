/* Holding a profile's templates against the data they will be given. */
#include "draft/compose.h"

#include "base/near.h"
#include "base/utf8.h"
#include "draft/compose_private.h"
#include "draft/context.h"

struct names {
    struct arena *arena;
    struct str8 *name;
    size_t n, cap;
};

static bool known(const struct names *s, struct str8 name) {
    for (size_t i = 0; i < s->n; i++)
        if (s8_eq(s->name[i], name))
            return true;
    return false;
}

/* Every name of every object in the data. */
static void collect(struct names *s, const json_t *node) {
    const char *key;
    json_t *value;
    size_t i;
    json_object_foreach((json_t *)(size_t)node, key, value) {
        if (!known(s, s8_from(key)))
            *ARENA_PUSH(s->arena, s->name, s->n, s->cap) = arena_str8(s->arena, s8_from(key));
        collect(s, value);
    }
    json_array_foreach(node, i, value) {
        collect(s, value);
    }
}

/* An ärende with a value in every field of every kind of post, so that every name occurs. */
static struct arende *full_arende(struct arena *a) {
    struct arende *ar = arende_new(a);
    for (int s = 0; s < POST_SLAG_N; s++) {
        struct post_list *l = &ar->post[s];
        if (l->n == 0)
            *ARENA_PUSH(a, l->p, l->n, l->cap) =
                post_new(a, (enum post_slag)s, s == POST_SVAR ? S8("1:1") : S8("1"));
        for (size_t f = 0; f < post_slag_info((enum post_slag)s)->n_falt; f++)
            l->p[0].value[f] = S8("x");
    }
    ar->post[POST_SVAR].p[0].value[SVAR_STALLNING] = s8_from(stance_code(STANCE_TILLSTYRKER));
    ar->uuid = ar->betankande = ar->skapad = ar->andrad = S8("x");
    return ar;
}

static struct betankande *full_betankande(struct arena *a) {
    struct betankande *b = ARENA_NEW(a, struct betankande, 1);
    struct punkt *p = ARENA_NEW(a, struct punkt, 1);
    struct str8 *ref = ARENA_NEW(a, struct str8, 1);
    struct str8 x = S8("x");
    *ref = x;
    *p = (struct punkt){1, PUNKT_FORSLAG, true, x, x, x, x, ref, 1, 1};
    *b = (struct betankande){x, x, x, x, x, x, x, x, x, x, x, 1, NULL, 1};
    b->avsnitt = ARENA_NEW(a, struct avsnitt, 1);
    b->avsnitt[0] = (struct avsnitt){S8("1"), x, HARKOMST_PARAFRAS, 1, -1, 1, x, x, p, 1};
    return b;
}

static enum status unknown(const struct names *s, const struct mustache_use *u, struct str8 name,
                           struct error *err) {
    return near_error(err, ST_INVALID, name, s->name, s->n, NULL,
                      "%.*s, rad %zu: {{%.*s}}: ”%.*s” finns inte", S8F(u->file), u->line,
                      S8F(u->name), S8F(name));
}

static enum status check_template(struct arena *a, const struct names *s, const struct mustache *m,
                                  struct error *err) {
    const struct mustache_use *use;
    size_t n = mustache_uses(m, a, &use);
    for (size_t i = 0; i < n; i++) {
        if (use[i].tag > MUSTACHE_INVERTED || s8_eqz(use[i].name, "."))
            continue;
        for (struct str8 rest = use[i].name; rest.p;) {
            struct str8 part = s8_cut(&rest, '.');
            if (!known(s, part))
                return unknown(s, &use[i], part, err);
        }
    }
    return ST_OK;
}

enum status compose_check(struct arena *a, const struct profil *p, struct error *err) {
    struct draft d = {full_arende(a), full_betankande(a), p};
    enum status st = ST_OK;
    for (size_t i = 0; i < p->n_dokument && st == ST_OK; i++) {
        const struct dokument *dok = &p->dokument[i];
        const struct mustache *m;
        struct context c = {0};
        struct names s = {.arena = a};
        st = compose_compile(a, p, dok, &m, err);
        if (st == ST_OK)
            st = context_make(a, &d, dok, &c, err);
        if (st == ST_OK) {
            collect(&s, c.root);
            st = check_template(a, &s, m, err);
            context_free(&c);
        }
        struct doc *doc;
        if (st == ST_OK) /* what shows only in rendering: a template that includes itself */
            st = compose(a, &d, dok->namn, &doc, err);
    }
    return st;
}
