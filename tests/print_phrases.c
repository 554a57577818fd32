/* Prints what the standard profile can say, grouped by stance, a line a case with a label in front.
 * Cases that give the same sentence share a line. The output is a golden, read by eye:
 * tests/golden/fraser.txt. That other subjects change nothing but their own forms, in all cases, is
 * what test_phrase.c proves; here they stand where more than their name differs. */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "draft/join.h"
#include "sample.h"

enum { LABEL = 38 };

/* A wording, or what it is a wording of. */
struct choice {
    const char *label;
    int value;
};

static const struct choice orders[] = {{"huvudsats", PHRASE_MAIN},
                                       {"omvänd", PHRASE_INVERTED},
                                       {"bisats", PHRASE_CLAUSE},
                                       {"led i lista", PHRASE_PREDICATE},
                                       {"förslag", PHRASE_PROPOSAL}};
static const struct choice texts[] = {{"inga skäl", PHRASE_NO_TEXT},
                                      {"skäl efter", PHRASE_TEXT_AFTER},
                                      {"ovan", PHRASE_TEXT_BEFORE},
                                      {"nedan", PHRASE_TEXT_BELOW},
                                      {"annat papper", PHRASE_TEXT_ELSEWHERE}};
enum { N_ORDERS = 5, N_TEXTS = 5 };

struct speaker {
    const char *label, *namn, *called;
};
static const struct speaker speakers[] = {
    {"nämnden", "nämnden", ""},
    {"vi", "vi", ""},
    {"utskottet", "utskottet", ""},
    {"nämnderna", "nämnderna", ""},
    {"namn ur fält", "nämndens namn", "Social- och omsorgsnämnden"},
    {"neutrum ur fält", "nämndens namn", "Samverkansutskottet"},
    {"egennamn ur fält", "nämndens namn", "Region Exempel"},
};
enum { N_SPEAKERS = sizeof speakers / sizeof *speakers };

struct setting {
    struct arena arena;
    const struct profil *profil;
    struct punkt punkt[4];
    struct avsnitt avsnitt[6];
    struct punkt_ref ref[8];
    struct phrase phrase;
};

static struct punkt punkt(enum punkt_slag slag, bool clause, bool negated, int nr) {
    struct punkt p = {.nr = nr, .slag = slag, .negerad = negated};
    bool forslag = slag == PUNKT_FORSLAG;
    if (negated) {
        p.att = forslag ? S8("sanktioner inte ska införas") : S8("sanktioner inte bör införas");
        p.infinitiv = forslag ? S8("införa sanktioner") : S8("");
        p.motsats = forslag ? S8("sanktioner ska införas") : S8("sanktioner bör införas");
    } else if (clause) {
        p.att = forslag ? S8("regionen ska erbjuda läkare dygnet runt")
                        : S8("ansvaret bör ligga kvar hos regionen");
    }
    return p;
}

static void speak(struct setting *t, const struct speaker *who) {
    struct arende *ar = arende_new(&t->arena);
    sample_set(ar, ARENDE_NAMND, s8_from(who->called));
    profil_subjekt(&t->arena, t->profil, s8_from(who->namn), ar, &t->phrase.subjekt, NULL);
    profil_subjekt(&t->arena, t->profil, S8("förvaltningen"), ar, &t->phrase.proposer, NULL);
}

/* The phrase is about one punkt of avsnitt 4.1, alone there or the second of two. */
static void about(struct setting *t, enum punkt_slag slag, bool clause, bool negated, bool second) {
    t->punkt[0] = punkt(slag, clause, negated, 1);
    t->punkt[1] = punkt(slag, false, false, 2);
    t->avsnitt[0] =
        (struct avsnitt){.nummer = S8("4.1"), .punkt = t->punkt, .n_punkt = second ? 2 : 1};
    t->ref[0] = (struct punkt_ref){&t->avsnitt[0], &t->punkt[second]};
    t->phrase.ref = t->ref;
    t->phrase.n_ref = 1;
}

/* What is no sentence of its own stands with what it follows on. */
static void print_line(const char *label, enum phrase_order order, struct str8 sentence) {
    int width = (int)utf8_width(s8_from(label));
    printf("  %s%*s%s%.*s\n", label, width < LABEL ? LABEL - width : 1, "",
           order == PHRASE_CLAUSE      ? "… att "
           : order == PHRASE_PREDICATE ? "– "
                                       : "",
           S8F(sentence));
}

/* The places of the reasons in one case; those that give the same sentence on one line. */
static void print_texts(struct setting *t, const char *head) {
    struct str8 said[N_TEXTS];
    for (int i = 0; i < N_TEXTS; i++) {
        t->phrase.text = (enum phrase_text)texts[i].value;
        said[i] = phrase_make(&t->arena, &t->phrase);
    }
    for (int i = 0; i < N_TEXTS; i++) {
        struct str8 label = s8_from(head);
        bool printed = false, all = true;
        for (int k = 0; k < N_TEXTS; k++) {
            bool same = s8_eq(said[k], said[i]);
            printed = printed || (same && k < i);
            all = all && same;
            if (same)
                label = arena_printf(&t->arena, "%.*s%s%s", S8F(label), k == i ? ", " : "/",
                                     texts[k].label);
        }
        if (!printed)
            print_line(all ? head : label.p, t->phrase.order, said[i]);
    }
    t->phrase.text = PHRASE_NO_TEXT;
}

/* One way of naming the punkt in every order. */
static void print_orders(struct setting *t, const char *object) {
    for (int o = 0; o < N_ORDERS; o++) {
        char head[80];
        snprintf(head, sizeof head, "%s, %s", object, orders[o].label);
        t->phrase.order = (enum phrase_order)orders[o].value;
        print_texts(t, head);
    }
    t->phrase.order = PHRASE_MAIN;
}

static struct str8 replaced(struct arena *a, struct str8 s, const char *old, struct str8 new) {
    struct buf out = {0};
    for (ptrdiff_t at; (at = s8_find(s, s8_from(old))) >= 0;) {
        buf_str8(&out, s8_sub(s, 0, (size_t)at));
        buf_str8(&out, new);
        s = s8_skip(s, (size_t)at + strlen(old));
    }
    buf_str8(&out, s);
    struct str8 r = arena_str8(a, buf_str8_of(&out));
    buf_free(&out);
    return r;
}

/* The other subjects: in the main clause, and where more differs than their name. */
static void print_speakers(struct setting *t) {
    for (int o = 0; o < N_ORDERS; o++) {
        t->phrase.order = (enum phrase_order)orders[o].value;
        speak(t, &speakers[0]);
        struct str8 common = phrase_make(&t->arena, &t->phrase);
        for (int i = 1; i < N_SPEAKERS; i++) {
            speak(t, &speakers[i]);
            struct str8 said = phrase_make(&t->arena, &t->phrase);
            struct str8 s = replaced(&t->arena, common, "Nämnden", t->phrase.subjekt.borjan);
            s = replaced(&t->arena, s, "nämnden", t->phrase.subjekt.inne);
            char head[80];
            snprintf(head, sizeof head, "%s, %s", speakers[i].label, orders[o].label);
            if (o == 0 || !s8_eq(s, said))
                print_line(head, t->phrase.order, said);
        }
    }
    t->phrase.order = PHRASE_MAIN;
    speak(t, &speakers[0]);
}

static void print_stance(struct setting *t, enum punkt_slag slag, enum stance s) {
    printf("\n%s: %s\n", punkt_slag_namn(slag), stance_label(s, slag));
    t->phrase.stance = s;
    t->phrase.villkor = s == STANCE_VILLKOR ? S8("staten betalar") : S8("");
    about(t, slag, true, false, false);
    print_orders(t, "sats");
    print_speakers(t);
    about(t, slag, true, true, false);
    print_orders(t, "nekad");
    if (stance_rejects(s)) {
        t->phrase.name_only = true;
        print_orders(t, "nekad, bara namn");
        t->phrase.name_only = false;
        print_speakers(t);
        t->punkt[0].motsats = S8("");
        print_orders(t, "nekad, ingen motsats");
    }
    about(t, slag, false, false, false);
    print_orders(t, "namn");
    about(t, slag, false, false, true);
    print_texts(t, "en av två, huvudsats");
    t->phrase.villkor = S8("");
    if (s == STANCE_VILLKOR) {
        about(t, slag, true, false, false);
        print_orders(t, "sats, villkor saknas");
        about(t, slag, false, false, false);
        print_orders(t, "namn, villkor saknas");
    }
}

/* Several punkter of one kind: two avsnitt whole, and some of a third and a fourth. */
static void print_groups(struct setting *t, enum punkt_slag slag, enum stance s) {
    static const char *const counts[] = {"ett avsnitt", "två avsnitt", "två och en del",
                                         "två och två delar", "två och delar av två"};
    for (int i = 0; i < 4; i++)
        t->punkt[i] = punkt(slag, false, false, i + 1);
    t->avsnitt[0] = (struct avsnitt){.nummer = S8("4.1"), .punkt = t->punkt, .n_punkt = 2};
    t->avsnitt[1] = (struct avsnitt){.nummer = S8("4.2"), .punkt = t->punkt, .n_punkt = 1};
    t->avsnitt[2] = (struct avsnitt){.nummer = S8("5.3"), .punkt = t->punkt, .n_punkt = 3};
    t->avsnitt[3] = (struct avsnitt){.nummer = S8("6.1"), .punkt = t->punkt, .n_punkt = 4};
    const struct punkt_ref ref[] = {{&t->avsnitt[0], &t->punkt[0]}, {&t->avsnitt[0], &t->punkt[1]},
                                    {&t->avsnitt[1], &t->punkt[0]}, {&t->avsnitt[2], &t->punkt[1]},
                                    {&t->avsnitt[2], &t->punkt[2]}, {&t->avsnitt[3], &t->punkt[0]}};
    t->phrase.stance = s;
    t->phrase.ref = ref;
    printf("\nflera %s: %s\n", slag == PUNKT_FORSLAG ? "förslag" : "bedömningar",
           stance_label(s, slag));
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        t->phrase.n_ref = i + 2;
        t->phrase.order = i % 2 ? PHRASE_PROPOSAL : PHRASE_MAIN;
        t->phrase.text = i % 2 ? PHRASE_TEXT_ELSEWHERE : PHRASE_TEXT_BELOW;
        print_line(counts[i], t->phrase.order, phrase_make(&t->arena, &t->phrase));
    }
    t->phrase.order = PHRASE_MAIN;
    t->phrase.text = PHRASE_NO_TEXT;
}

/* ---- several verdicts joined ---- */

/* One answer, on a punkt in an avsnitt of its own. */
struct said {
    enum stance stance;
    enum punkt_slag slag;
    bool clause, negated;
    const char *villkor;
};
#define F(s)                                                                                       \
    { STANCE_##s, PUNKT_FORSLAG, false, false, "" }
#define B(s)                                                                                       \
    { STANCE_##s, PUNKT_BEDOMNING, false, false, "" }
#define SATS(s, slag)                                                                              \
    { STANCE_##s, PUNKT_##slag, true, false, "" }
#define NEKAD(s, slag)                                                                             \
    { STANCE_##s, PUNKT_##slag, true, true, "" }

static const struct {
    const char *label;
    struct said said[6];
} joins[] = {
    {"för och för", {F(TILLSTYRKER), B(TILLSTYRKER)}},
    {"för, sist en sats", {F(TILLSTYRKER), SATS(TILLSTYRKER, BEDOMNING)}},
    {"satsen inte sist", {SATS(TILLSTYRKER, FORSLAG), B(TILLSTYRKER)}},
    {"samma två gånger", {F(TILLSTYRKER), F(TILLSTYRKER)}},
    {"för och emot", {F(TILLSTYRKER), F(TILLSTYRKER), F(AVSTYRKER)}},
    {"emot först", {B(AVSTYRKER), F(TILLSTYRKER)}},
    {"två emot, inte sist", {B(AVSTYRKER), F(AVSTYRKER)}},
    {"för, för, emot", {F(TILLSTYRKER), B(TILLSTYRKER), F(AVSTYRKER)}},
    {"för, emot, emot", {F(TILLSTYRKER), B(AVSTYRKER), F(AVSTYRKER)}},
    {"delvis", {F(DELVIS), F(TILLSTYRKER), B(TILLSTYRKER)}},
    {"med synpunkter", {F(SYNPUNKTER), B(TILLSTYRKER)}},
    {"med synpunkter, sist", {F(TILLSTYRKER), B(SYNPUNKTER)}},
    {"villkor", {{STANCE_VILLKOR, PUNKT_FORSLAG, true, false, "staten betalar"}, B(TILLSTYRKER)}},
    {"villkor, sist",
     {F(TILLSTYRKER), {STANCE_VILLKOR, PUNKT_BEDOMNING, false, false, "staten betalar"}}},
    {"villkor saknas", {F(VILLKOR), B(TILLSTYRKER)}},
    {"lika ord, båda slagen", {F(TVEKSAM), B(TVEKSAM)}},
    {"lika ord, flera", {F(INGEN_ERINRAN), F(INGEN_ERINRAN), B(INGEN_ERINRAN)}},
    {"utred båda slagen", {F(UTRED), B(UTRED)}},
    {"utred fler av båda", {F(UTRED), F(UTRED), B(UTRED)}},
    {"för och utred", {F(TILLSTYRKER), B(UTRED)}},
    {"emot och utred", {F(UTRED), B(AVSTYRKER)}},
    {"avstår", {F(AVSTAR), B(AVSTAR), F(TILLSTYRKER)}},
    {"erinran och emot", {F(INGEN_ERINRAN), B(AVSTYRKER)}},
    {"nekad i två steg", {NEKAD(AVSTYRKER, BEDOMNING), F(TILLSTYRKER)}},
    {"nekade i två steg", {NEKAD(AVSTYRKER, BEDOMNING), NEKAD(AVSTYRKER, FORSLAG)}},
    {"fyra", {F(TILLSTYRKER), B(TILLSTYRKER), F(INGEN_ERINRAN), F(AVSTYRKER)}},
    {"sex", {F(TILLSTYRKER), B(TILLSTYRKER), F(SYNPUNKTER), B(DELVIS), F(AVSTYRKER), B(AVSTYRKER)}},
    {"skrivs inte ut", {F(EJ_BERORD), F(TILLSTYRKER)}},
};

static void print_join(struct setting *t, size_t which) {
    struct phrase p[6];
    size_t n = 0;
    for (; n < 6 && joins[which].said[n].stance; n++) {
        const struct said *s = &joins[which].said[n];
        struct punkt *pt = ARENA_NEW(&t->arena, struct punkt, 1);
        *pt = punkt(s->slag, s->clause, s->negated, 1);
        t->avsnitt[n] = (struct avsnitt){
            .nummer = arena_printf(&t->arena, "%zu.%zu", 4 + n, n + 1), .punkt = pt, .n_punkt = 1};
        t->ref[n] = (struct punkt_ref){&t->avsnitt[n], pt};
        p[n] = t->phrase;
        p[n].stance = s->stance;
        p[n].villkor = s8_from(s->villkor);
        p[n].ref = &t->ref[n];
        p[n].n_ref = 1;
    }
    static const struct choice in[] = {
        {"huvudsats", PHRASE_MAIN}, {"bisats", PHRASE_CLAUSE}, {"förslag", PHRASE_PROPOSAL}};
    for (int o = 0; o < 3; o++) {
        p[0].order = (enum phrase_order)in[o].value;
        for (size_t i = 0; i < n; i++)
            p[i].text = o == 2 ? PHRASE_TEXT_ELSEWHERE : PHRASE_TEXT_BELOW;
        char head[80];
        snprintf(head, sizeof head, "%s, %s", joins[which].label, in[o].label);
        print_line(head, p[0].order, join_make(&t->arena, p, n));
    }
}

int main(void) {
    struct setting t = {0};
    t.profil = sample_profil(&t.arena);
    t.phrase.profil = t.profil;
    speak(&t, &speakers[0]);
    for (int s = STANCE_TILLSTYRKER; s < STANCE_EJ_BERORD; s++)
        for (int slag = 0; slag < 2; slag++)
            print_stance(&t, (enum punkt_slag)slag, (enum stance)s);
    for (int s = STANCE_TILLSTYRKER; s < STANCE_EJ_BERORD; s++)
        for (int slag = 0; slag < 2; slag++)
            print_groups(&t, (enum punkt_slag)slag, (enum stance)s);
    printf("\nflera ställningar i en mening\n");
    for (size_t i = 0; i < sizeof joins / sizeof *joins; i++)
        print_join(&t, i);
    arena_free(&t.arena);
    return 0;
}
