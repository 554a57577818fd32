#include "review_help.h"

#include <criterion/criterion.h>
#include <stdlib.h>

struct arena arena;
struct draft draft;

static struct arende *case_of(void) {
    return (struct arende *)(size_t)draft.arende;
}

static struct post *add(enum post_slag slag, struct str8 nyckel) {
    struct post_list *l = &case_of()->post[slag];
    struct post *p = ARENA_PUSH(&arena, l->p, l->n, l->cap);
    *p = post_new(&arena, slag, nyckel);
    return p;
}

static struct post *block(struct str8 name) {
    struct post *p = arende_post(draft.arende, POST_TEXT, name);
    return p ? p : add(POST_TEXT, name);
}

/* What a paper asks for: fields, lists and texts, each with something in it. */
static void fill_in(const struct dokument *dok) {
    for (size_t i = 0; i < dok->n_falt; i++)
        sample_set(case_of(), falt_find(POST_ARENDE, dok->falt[i]), S8("2025-03-03"));
    for (size_t i = 0; i < dok->n_lista; i++)
        line(post_slag_find(dok->lista[i]))->value[0] = S8("x");
    for (size_t i = 0; i < dok->n_text; i++)
        block(dok->text[i])->value[TEXT_INNEHALL] = S8("Det är bra.");
}

void sound_case(void) {
    setenv("YTTRA_NU", "2025-01-15", 1);
    struct arende *ar = sample_arende(&arena, STANCE_TILLSTYRKER, S8("Det är bra."), S8(""));
    draft.arende = ar;
    draft.betankande = sample_betankande(&arena, PUNKT_FORSLAG, false);
    draft.profil = sample_profil(&arena);
    ar->nr = 7;
    for (size_t d = 0; d < draft.profil->n_dokument; d++)
        fill_in(&draft.profil->dokument[d]);
    text("barnkonsekvenser")->value[TEXT_INNEHALL] =
        S8("Barn berörs inte, eftersom det gäller vuxna.");
    set(ARENDE_BARNETS_BASTA, "berörs-inte");
    set(ARENDE_SVARSTID, "2025-04-01");
}

void sound_case_end(void) {
    arena_free(&arena);
}

struct post *svar(void) {
    return &draft.arende->post[POST_SVAR].p[0];
}

struct punkt *punkt(void) {
    return &draft.betankande->avsnitt[0].punkt[0];
}

void set(int falt, const char *value) {
    sample_set(case_of(), falt, s8_from(value));
}

struct post *text(const char *name) {
    return block(s8_from(name));
}

struct post *line(enum post_slag slag) {
    return add(slag, arena_printf(&arena, "%zu", draft.arende->post[slag].n + 1));
}

struct post *own_avsnitt(void) {
    return add(POST_AVSNITT, S8("4.1"));
}

void answer(const char *nyckel, const char *stance) {
    struct post *p = arende_post(draft.arende, POST_SVAR, s8_from(nyckel));
    p = p ? p : add(POST_SVAR, s8_from(nyckel));
    p->value[SVAR_STALLNING] = s8_from(stance);
    p->value[SVAR_MOTIVERING] = S8("Det är så.");
}

void answer_reasons(const char *nyckel, const char *words) {
    arende_post(draft.arende, POST_SVAR, s8_from(nyckel))->value[SVAR_MOTIVERING] = s8_from(words);
}

struct finding *run(size_t *n) {
    struct finding *f;
    struct error err = {0};
    cr_assert_eq(review_run(&arena, &draft, S8(""), &f, n, &err), ST_OK, "%s", err.text);
    return f;
}

struct finding *only(const char *rule, enum severity s) {
    size_t n;
    struct finding *f = run(&n);
    cr_assert_eq(n, 1, "%s: %zu findings; the first: %.*s", rule, n, S8F(n ? f[0].text : S8("")));
    cr_assert(s8_eqz(f[0].rule, rule) && f[0].severity == s, "%.*s: %.*s", S8F(f[0].rule),
              S8F(f[0].text));
    cr_assert(f[0].text.n && f[0].rad.n && f[0].plats.n);
    return f;
}

void nothing(void) {
    size_t n;
    struct finding *f = run(&n);
    cr_assert_eq(n, 0, "%.*s", S8F(n ? f[0].text : S8("")));
}

size_t found(const char *rule, struct finding *first) {
    size_t n, hits = 0;
    struct finding *f = run(&n);
    for (size_t i = 0; i < n; i++)
        if (s8_eqz(f[i].rule, rule) && hits++ == 0 && first)
            *first = f[i];
    return hits;
}
