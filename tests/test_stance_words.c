/* Every stance on every kind of punkt, negated or not, said by every kind of subject, in both
 * papers: is the verb the right one, and does "inte" stand where it must and only there? The words
 * expected here are this test's own list, not the profile's file. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "doc/doc.h"
#include "draft/compose.h"
#include "sample.h"

/* %S subject first in the sentence, %s inside; %R reflexive; %A form of "tveksam". */
struct expected {
    const char *answer;   /* in the yttrande */
    const char *proposal; /* in the tjänsteskrivelse, after "föreslår att " */
    int inte_answer;      /* how many "inte" belong to the stance itself */
    int inte_proposal;
};

static const struct expected words[STANCE_N][2] = {
    [STANCE_TILLSTYRKER] = {{"%S tillstyrker förslaget", "%s tillstyrker förslaget", 0, 0},
                            {"%S delar bedömningen", "%s delar bedömningen", 0, 0}},
    [STANCE_SYNPUNKTER] = {{"%S tillstyrker förslaget", "tillstyrker förslaget", 0, 0},
                           {"%S delar bedömningen", "delar bedömningen", 0, 0}},
    [STANCE_VILLKOR] = {{"%S tillstyrker, under förutsättning att staten betalar, förslaget",
                         "%s, under förutsättning att staten betalar, tillstyrker förslaget", 0, 0},
                        {"%S delar, under förutsättning att staten betalar, bedömningen",
                         "%s, under förutsättning att staten betalar, delar bedömningen", 0, 0}},
    [STANCE_DELVIS] = {{"%S tillstyrker delvis", "%s delvis tillstyrker", 0, 0},
                       {"%S delar delvis", "%s delvis delar", 0, 0}},
    [STANCE_TVEKSAM] = {{"%S ställer %R %A till", "%s ställer %R %A till", 0, 0},
                        {"%S ställer %R %A till", "%s ställer %R %A till", 0, 0}},
    [STANCE_UTRED] = {{"%S anser att", "%s framför att", 0, 0},
                      {"%S anser att frågan", "%s framför att frågan", 0, 0}},
    [STANCE_AVSTYRKER] = {{"%S avstyrker", "%s avstyrker", 0, 0},
                          {"%S delar inte", "%s inte delar", 1, 1}},
    [STANCE_INGEN_ERINRAN] = {{"%S har inget att erinra mot", "%s inte har något att erinra mot", 0,
                               1},
                              {"%S har inget att erinra mot", "%s inte har något att erinra mot", 0,
                               1}},
    [STANCE_AVSTAR] = {{"%S avstår från att yttra %R över", "%s avstår från att yttra %R över", 0,
                        0},
                       {"%S avstår från att yttra %R över", "%s avstår från att yttra %R över", 0,
                        0}},
};

struct speaker {
    const char *namn, *start, *inside, *reflexive, *hesitant;
};

static const struct speaker speakers[] = {
    {"nämnden", "Nämnden", "nämnden", "sig", "tveksam"},
    {"vi", "Vi", "vi", "oss", "tveksamma"},
    {"utskottet", "Utskottet", "utskottet", "sig", "tveksamt"},
    {"nämnderna", "Nämnderna", "nämnderna", "sig", "tveksamma"},
};
enum { N_SPEAKERS = sizeof speakers / sizeof *speakers };

static struct str8 fill(struct arena *a, const char *pattern, const struct speaker *who) {
    struct buf b = {0};
    for (const char *p = pattern; *p; p++) {
        if (*p != '%') {
            buf_byte(&b, *p);
            continue;
        }
        p++;
        buf_str(&b, *p == 'S'   ? who->start
                    : *p == 's' ? who->inside
                    : *p == 'R' ? who->reflexive
                                : who->hesitant);
    }
    struct str8 s = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return s;
}

static int count(struct str8 text, const char *word) {
    int n = 0;
    for (ptrdiff_t at; (at = s8_find(text, s8_from(word))) >= 0; n++)
        text = s8_skip(text, (size_t)at + strlen(word));
    return n;
}

/* The paragraph under the heading 4.1 that says the stance: the first one that begins with the
 * speaker, or with the proposer. Empty when there is none. */
static struct str8 verdict(struct arena *a, const struct doc *doc, const char *start) {
    bool inside = false;
    for (const struct doc_node *n = doc->body->first; n; n = n->next) {
        struct str8 text = doc_plain(a, n);
        if (n->kind == DOC_HEADING)
            inside = s8_starts(text, S8("4.1"));
        else if (inside && n->kind == DOC_PARA && s8_starts(text, s8_from(start)))
            return text;
    }
    return S8("");
}

/* What is wrong with one paper, or NULL. */
static const char *fault(struct arena *a, struct str8 said, const char *pattern, int inte,
                         const struct speaker *who, const struct punkt *p, enum stance s) {
    if (s8_find(said, fill(a, pattern, who)) < 0)
        return "wrong verb or form";
    bool opposite = p->negerad && stance_rejects(s);
    bool clause = s8_find(said, S8(" att avgifter inte bör")) >= 0 ||
                  s8_find(said, S8(" att inte ta ut")) >= 0;
    if (count(said, "inte ") != inte + clause)
        return "wrong number of negations";
    if (opposite && clause)
        return "a rejected negated clause is repeated";
    if (opposite != (s8_find(said, S8("att avgifter bör tas ut")) >= 0))
        return "the opposite is missing, or said without cause";
    return NULL;
}

/* Composes both papers for one combination and looks at them. */
static const char *try(struct profil *profil, enum stance s, enum punkt_slag slag, bool negerad,
                       const struct speaker *who, bool reasons) {
    static char what[200];
    struct arena a = {0};
    struct error err = {0};
    struct draft d = {.profil = profil,
                      .betankande = sample_betankande(&a, slag, negerad),
                      .arende = sample_arende(&a, s, reasons ? S8("Skälen är dessa.") : S8(""),
                                              S8("staten betalar"))};
    for (size_t i = 0; i < profil->n_dokument; i++) {
        struct dokument *dok = &profil->dokument[i];
        *(dok->beslutande.n ? &dok->beslutande : &dok->subjekt) = s8_from(who->namn);
    }
    const char *bad = NULL;
    const struct expected *e = &words[s][slag];
    for (int paper = 0; paper < 2 && !bad; paper++) {
        struct doc *doc;
        struct str8 name = paper ? S8("tjänsteskrivelse") : S8("yttrande");
        if (compose(&a, &d, name, &doc, &err) != ST_OK) {
            snprintf(what, sizeof what, "%.190s", err.text);
            bad = what;
            break;
        }
        struct str8 said = verdict(&a, doc, paper ? "Förvaltningen föreslår att" : who->start);
        if (!stance_printed(s))
            bad = said.n ? "a stance that is not to be printed was" : NULL;
        else
            bad = fault(&a, said, paper ? e->proposal : e->answer,
                        paper ? e->inte_proposal : e->inte_answer, who,
                        d.betankande->avsnitt[0].punkt, s);
        if (bad) {
            snprintf(what, sizeof what, "%s, %s%s, %s, %.*s: %s: %.*s", stance_code(s),
                     negerad ? "negated " : "", punkt_slag_namn(slag), who->namn, S8F(name), bad,
                     (int)(said.n > 90 ? 90 : said.n), said.p ? said.p : "");
            bad = what;
        }
    }
    arena_free(&a);
    return bad;
}

/* The number of combinations that are wrong; the first is told through `first`. */
static int wrong(struct profil *profil, const char **first) {
    int n = 0;
    static char kept[200];
    for (int s = STANCE_TILLSTYRKER; s < STANCE_N; s++)
        for (int slag = 0; slag < 2; slag++)
            for (int negerad = 0; negerad < 2; negerad++)
                for (size_t who = 0; who < N_SPEAKERS; who++)
                    for (int reasons = 0; reasons < 2; reasons++) {
                        const char *bad = try(profil, (enum stance)s, (enum punkt_slag)slag,
                                              negerad, &speakers[who], reasons);
                        if (bad && n++ == 0)
                            *first = strcpy(kept, bad);
                    }
    return n;
}

Test(stance_words, all_combinations_in_both_papers) {
    struct arena a = {0};
    const char *first = "";
    int n = wrong(sample_profil(&a), &first);
    cr_assert_eq(n, 0, "%d wrong, the first: %s", n, first);
    arena_free(&a);
}

/* The test is worth its name only if it sees a word in the wrong place. */
Test(stance_words, swapped_stances_are_found) {
    struct arena a = {0};
    struct profil *p = sample_profil(&a);
    const char *first = "";
    struct fras f = p->fras[STANCE_TILLSTYRKER][PUNKT_FORSLAG];
    p->fras[STANCE_TILLSTYRKER][PUNKT_FORSLAG] = p->fras[STANCE_AVSTYRKER][PUNKT_FORSLAG];
    p->fras[STANCE_AVSTYRKER][PUNKT_FORSLAG] = f;
    cr_assert_gt(wrong(p, &first), 0);
    arena_free(&a);
}

Test(stance_words, swapped_kinds_are_found) {
    struct arena a = {0};
    struct profil *p = sample_profil(&a);
    const char *first = "";
    struct fras f = p->fras[STANCE_DELVIS][PUNKT_FORSLAG];
    p->fras[STANCE_DELVIS][PUNKT_FORSLAG] = p->fras[STANCE_DELVIS][PUNKT_BEDOMNING];
    p->fras[STANCE_DELVIS][PUNKT_BEDOMNING] = f;
    cr_assert_gt(wrong(p, &first), 0);
    arena_free(&a);
}

Test(stance_words, lost_negation_is_found) {
    struct arena a = {0};
    struct profil *p = sample_profil(&a);
    const char *first = "";
    p->fras[STANCE_AVSTYRKER][PUNKT_BEDOMNING].adverb = S8("");
    cr_assert_gt(wrong(p, &first), 0);
    p = sample_profil(&a);
    p->fras[STANCE_INGEN_ERINRAN][PUNKT_FORSLAG].bisats_egen = false;
    cr_assert_gt(wrong(p, &first), 0);
    arena_free(&a);
}
