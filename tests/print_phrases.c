/* Prints every sentence the standard profile can make of a stance: stance × kind × negation ×
 * subject × word order. The output is a golden, read by eye: tests/golden/fraser.txt. */
#include <stdio.h>

#include "draft/phrase.h"
#include "sample.h"

static const char *const subjects[] = {"nämnden", "vi", "utskottet", "nämnderna"};

static void print_one(const struct profil *p, const struct betankande *b, enum stance s,
                      const char *subject, enum phrase_order order, enum phrase_text text,
                      struct str8 villkor) {
    struct arena a = {0};
    struct punkt_ref ref = {&b->avsnitt[0], &b->avsnitt[0].punkt[0]};
    struct arende *ar = arende_new(&a);
    struct phrase ph = {.profil = p,
                        .order = order,
                        .stance = s,
                        .ref = &ref,
                        .n_ref = 1,
                        .villkor = villkor,
                        .text = text};
    struct error err = {0};
    if (profil_subjekt(&a, p, s8_from(subject), ar, &ph.subjekt, &err) == ST_OK &&
        profil_subjekt(&a, p, S8("förvaltningen"), ar, &ph.proposer, &err) == ST_OK)
        printf("  %.*s\n", S8F(phrase_make(&a, &ph)));
    else
        printf("  FEL: %s\n", err.text);
    arena_free(&a);
}

static void print_stance(const struct profil *p, enum punkt_slag slag, bool negerad,
                         enum stance s) {
    struct arena a = {0};
    struct betankande *b = sample_betankande(&a, slag, negerad);
    struct str8 villkor = S8("staten betalar");
    printf("\n%s%s: %s\n", negerad ? "nekande " : "", punkt_slag_namn(slag), stance_label(s, slag));
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
        print_one(p, b, s, subjects[i], PHRASE_MAIN, PHRASE_NO_TEXT, villkor);
        print_one(p, b, s, subjects[i], PHRASE_INVERTED, PHRASE_NO_TEXT, villkor);
        print_one(p, b, s, subjects[i], PHRASE_PROPOSAL, PHRASE_NO_TEXT, villkor);
    }
    if (s == STANCE_VILLKOR)
        print_one(p, b, s, "nämnden", PHRASE_MAIN, PHRASE_NO_TEXT, S8(""));
    if (s == STANCE_SYNPUNKTER) {
        print_one(p, b, s, "nämnden", PHRASE_MAIN, PHRASE_TEXT_AFTER, villkor);
        print_one(p, b, s, "nämnden", PHRASE_MAIN, PHRASE_TEXT_BEFORE, villkor);
        print_one(p, b, s, "nämnden", PHRASE_PROPOSAL, PHRASE_TEXT_ELSEWHERE, villkor);
    }
    /* Without a clause the avsnitt is named. */
    b->avsnitt[0].punkt[0].att = b->avsnitt[0].punkt[0].infinitiv = S8("");
    print_one(p, b, s, "nämnden", PHRASE_MAIN, PHRASE_TEXT_AFTER, villkor);
    arena_free(&a);
}

/* Several punkter in one sentence: two avsnitt whole and one in part. */
static void print_groups(const struct profil *p, enum punkt_slag slag, enum stance s) {
    struct arena a = {0};
    struct punkt many[6];
    for (int i = 0; i < 6; i++)
        many[i] = (struct punkt){.nr = i + 1, .slag = slag};
    struct avsnitt av[] = {{.nummer = S8("4.1.1"), .punkt = many, .n_punkt = 2},
                           {.nummer = S8("4.2.3"), .punkt = many, .n_punkt = 1},
                           {.nummer = S8("5.3"), .punkt = many, .n_punkt = 3}};
    const struct punkt_ref ref[] = {{&av[0], &many[0]},
                                    {&av[0], &many[1]},
                                    {&av[1], &many[0]},
                                    {&av[2], &many[1]},
                                    {&av[2], &many[2]}};
    struct phrase ph = {.profil = p, .stance = s, .ref = ref, .name_only = true};
    struct arende *ar = arende_new(&a);
    profil_subjekt(&a, p, S8("nämnden"), ar, &ph.subjekt, NULL);
    profil_subjekt(&a, p, S8("förvaltningen"), ar, &ph.proposer, NULL);
    static const size_t counts[] = {2, 3, 4, 5};
    printf("\nflera %s: %s\n", slag == PUNKT_FORSLAG ? "förslag" : "bedömningar",
           stance_label(s, slag));
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        ph.n_ref = counts[i];
        ph.order = i % 2 ? PHRASE_PROPOSAL : PHRASE_MAIN;
        ph.text = i % 2 ? PHRASE_TEXT_ELSEWHERE : PHRASE_TEXT_BELOW;
        printf("  %.*s\n", S8F(phrase_make(&a, &ph)));
    }
    arena_free(&a);
}

int main(void) {
    struct arena a = {0};
    const struct profil *p = sample_profil(&a);
    for (int slag = 0; slag < 2; slag++)
        for (int negerad = 0; negerad < 2; negerad++)
            for (int s = STANCE_TILLSTYRKER; s < STANCE_EJ_BERORD; s++)
                print_stance(p, (enum punkt_slag)slag, negerad, (enum stance)s);
    for (int slag = 0; slag < 2; slag++)
        for (int s = STANCE_TILLSTYRKER; s < STANCE_EJ_BERORD; s++)
            print_groups(p, (enum punkt_slag)slag, (enum stance)s);
    arena_free(&a);
    return 0;
}
