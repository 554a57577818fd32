#include "review/utskick.h"

#include <string.h>

#include "review/private.h"
#include "remiss/stance.h"

static const struct {
    const char *rule, *namn;
} punkter[UTSKICK_PUNKTER] = {
    {"utskick-1", "Adress"},      {"utskick-2", "Ämnesrad"},    {"utskick-3", "Två filer"},
    {"utskick-4", "Filnamn"},     {"utskick-5", "Svarstid"},    {"utskick-6", "Rubrik"},
    {"utskick-7", "Disposition"}, {"utskick-8", "Ställningar"}, {"utskick-9", "Återgivning"},
    {"utskick-10", "Längd"},
};

const char *utskick_punkt(int nr) {
    return punkter[nr - 1].namn;
}

int utskick_punkt_of(const struct finding *f) {
    for (int i = 0; i < UTSKICK_PUNKTER; i++)
        if (s8_eqz(f->rule, punkter[i].rule))
            return i + 1;
    return 0;
}

struct check {
    struct review r;
    const struct utskick *u;
    bool department; /* the answer goes to one */
};

static void say(struct check *c, int nr, enum severity s, int falt, struct str8 text,
                struct str8 rad) {
    struct place where = falt >= 0 ? review_field(falt, S8("")) : (struct place){.falt = -1};
    if (falt < 0)
        where.plats = s8_from(utskick_punkt(nr));
    review_add(&c->r, punkter[nr - 1].rule, s, where, text, rad);
}

static struct str8 value(const struct check *c, int falt) {
    return arende_value(c->r.draft->arende, falt);
}

/* --- 1–5: the mail and its files ----------------------------------------------------------------
 */

static void check_address(struct check *c) {
    if (c->u->till.n == 0)
        say(c, 1, SEV_ERROR, ARENDE_EPOST, S8("Adressen som svaret ska skickas till saknas."),
            review_command(&c->r, "ange", "e-post ADRESS"));
    else if (!c->u->adress_ok)
        say(c, 1, SEV_ERROR, ARENDE_EPOST,
            S8("Adressen, eller den som ska ha en kopia, är ingen e-postadress."),
            review_command(&c->r, "ange", "e-post ADRESS"));
    else if (c->department && s8_find(c->u->till, S8("@regeringskansliet.se")) < 0)
        say(c, 1, SEV_WARNING, ARENDE_EPOST,
            S8("Adressen slutar inte på @regeringskansliet.se, som departementens brukar göra."),
            S8("Jämför med missivet."));
    if (c->department && c->u->kopia.n == 0)
        say(c, 1, SEV_WARNING, ARENDE_EPOST_KOPIA,
            S8("Det finns ingen adress för kopia. Missivet brukar ange en."),
            review_command(&c->r, "ange", "e-post-kopia ADRESS"));
}

static void check_subject(struct check *c) {
    struct str8 dnr = value(c, ARENDE_ERT_DNR);
    if (dnr.n == 0 && c->department)
        say(c, 2, SEV_ERROR, ARENDE_ERT_DNR,
            S8("Departementets diarienummer saknas och kan därför inte stå på ämnesraden."),
            review_command(&c->r, "ange", "ert-dnr NUMMER"));
    if (c->u->instans.n == 0)
        say(c, 2, SEV_ERROR, ARENDE_REMISSINSTANS,
            S8("Namnet på remissinstansen saknas. Det ska stå på ämnesraden."),
            review_command(&c->r, "ange", "remissinstans NAMN"));
    else if (s8_find(c->u->amne, c->u->instans) < 0 || s8_find(c->u->amne, dnr) < 0)
        say(c, 2, SEV_ERROR, -1, S8("Ämnesraden saknar diarienumret eller remissinstansens namn."),
            S8(""));
}

static void check_file(struct check *c, const struct utskick_fil *f) {
    static const struct {
        size_t at;
        const char *what;
    } facts[] = {{offsetof(struct utskick_fil, titel), "titel"},
                 {offsetof(struct utskick_fil, sprak), "språk"},
                 {offsetof(struct utskick_fil, taggar), "taggar för uppläsning"},
                 {offsetof(struct utskick_fil, text), "text"}};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        if (!*(const bool *)((const char *)f + facts[i].at))
            say(c, 3, SEV_ERROR, -1,
                arena_printf(c->r.arena, "%.*s saknar %s.", S8F(f->namn), facts[i].what),
                S8("Gör filen på nytt. Med en egen Word-mall: se mallens egenskaper."));
    if (c->u->instans_fil.n == 0 || s8_find(f->namn, c->u->instans_fil) < 0)
        say(c, 4, SEV_ERROR, ARENDE_REMISSINSTANS,
            arena_printf(c->r.arena, "Remissinstansens namn står inte i filnamnet %.*s.",
                         S8F(f->namn)),
            review_command(&c->r, "ange", "remissinstans NAMN"));
}

static void check_files(struct check *c) {
    bool word = false, pdf = false;
    for (size_t i = 0; i < c->u->n_fil; i++) {
        word = word || c->u->fil[i].redigerbar;
        pdf = pdf || !c->u->fil[i].redigerbar;
        check_file(c, &c->u->fil[i]);
    }
    if (!word || !pdf)
        say(c, 3, SEV_ERROR, -1, S8("Det ska vara två filer: en i Word och en i pdf."), S8(""));
}

static void check_due(struct check *c) {
    struct str8 extended = value(c, ARENDE_ANSTAND);
    int falt = extended.n ? ARENDE_ANSTAND : ARENDE_SVARSTID;
    struct date due;
    if (!date_parse(value(c, falt), &due)) {
        say(c, 5, SEV_ERROR, falt, S8("Dagen då svaret ska ha kommit in är inte ifylld."),
            review_command(&c->r, "ange", "svarstid ÅÅÅÅ-MM-DD"));
        return;
    }
    int left = date_days(due) - date_days(c->u->idag);
    if (left < 0)
        say(c, 5, SEV_ERROR, falt,
            arena_printf(c->r.arena, "Svaret skulle ha kommit in %.*s.", S8F(value(c, falt))),
            S8("Ring departementet innan du skickar, och skriv in anståndet om ni får ett."));
    else if (left <= 1)
        say(c, 5, SEV_WARNING, falt,
            arena_printf(c->r.arena, "Svaret ska ha kommit in %s.", left ? "i morgon" : "i dag"),
            S8("Skicka det nu, och vänta in en bekräftelse."));
}

/* --- 6–7: how the answer is built ----------------------------------------------------------------
 */

/* They are granska's own rules, here under the name of the point. */
static void check_built(struct check *c) {
    size_t from = c->r.n;
    review_yttrande(&c->r, c->u->yttrande, S8(""));
    for (size_t i = from; i < c->r.n; i++) {
        struct finding *f = &c->r.found[i];
        int nr = s8_eqz(f->rule, "disposition") ? 7 : 6;
        f->rule = s8_from(punkter[nr - 1].rule);
        if (f->falt < 0)
            f->plats = s8_from(utskick_punkt(nr));
    }
}

/* --- 8–10: what it says --------------------------------------------------------------------------
 */

static void check_answers(struct check *c) {
    const struct betankande *b = c->r.draft->betankande;
    struct str8 first = {0};
    size_t missing = 0;
    if (s8_eqz(value(c, ARENDE_AVSTAR), "ja"))
        return;
    for (size_t i = 0; i < b->n_avsnitt; i++) {
        const struct avsnitt *av = &b->avsnitt[i];
        for (size_t k = 0; k < av->n_punkt; k++) {
            struct str8 key = punkt_key(c->r.arena, av, &av->punkt[k]);
            if (review_unanswered(&c->r, av, key) && missing++ == 0)
                first = key;
        }
    }
    if (missing)
        review_add(
            &c->r, punkter[7].rule, SEV_ERROR,
            (struct place){POST_SVAR, first, SVAR_STALLNING, first, S8("")},
            arena_printf(c->r.arena, "%zu %s, den första %.*s.", missing,
                         missing == 1 ? "punkt är inte besvarad" : "punkter är inte besvarade",
                         S8F(first)),
            S8("Besvara dem, eller ange att avsnittet utelämnas med avsikt."));
}

static void check_retelling(struct check *c) {
    const struct betankande *b = c->r.draft->betankande;
    struct str8 answer = doc_plain(c->r.arena, c->u->yttrande->body);
    for (size_t i = 0; i < b->n_avsnitt; i++) {
        const struct post *p = arende_post(c->r.draft->arende, POST_AVSNITT, b->avsnitt[i].nummer);
        struct str8 own = p ? p->value[AVSNITT_REDOGORELSE] : (struct str8){0};
        if (!review_retold(own, answer) && !review_retold(b->avsnitt[i].gist, answer))
            continue;
        review_add(&c->r, punkter[8].rule, SEV_WARNING,
                   (struct place){POST_AVSNITT, b->avsnitt[i].nummer, AVSNITT_REDOGORELSE,
                                  b->avsnitt[i].nummer, S8("")},
                   arena_printf(c->r.arena,
                                "Yttrandet återger vad betänkandet säger i avsnitt %.*s.",
                                S8F(b->avsnitt[i].nummer)),
                   S8("Återgivningen hör hemma i tjänsteskrivelsen."));
    }
}

static void check_length(struct check *c) {
    enum { LONG = 15 };
    if (c->u->sidor > LONG)
        say(c, 10, SEV_HINT, -1,
            arena_printf(c->r.arena, "Yttrandet är %d sidor. Korta svar blir lästa.", c->u->sidor),
            S8(""));
}

void utskick_granska(struct arena *a, const struct draft *d, const struct utskick *u,
                     struct finding **out, size_t *n) {
    struct check c = {.r = {.arena = a, .draft = d}, .u = u};
    c.department = review_to_department(&c.r);
    check_address(&c);
    check_subject(&c);
    check_files(&c);
    check_due(&c);
    check_built(&c);
    check_answers(&c);
    check_retelling(&c);
    check_length(&c);
    *out = c.r.found;
    *n = c.r.n;
}
