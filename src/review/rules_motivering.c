/* Reasons: are they there, do they say what the stance says, and are they reasons at all? */
#include "review/private.h"

#include "base/utf8.h"
#include "remiss/stance.h"
#include "review/claim.h"

static const struct review_text *motivering_of(const struct review *r, struct str8 nyckel) {
    for (size_t i = 0; i < r->n_text; i++) {
        const struct place *w = &r->text[i].where;
        if (w->slag == POST_SVAR && w->falt == SVAR_MOTIVERING && s8_eq(w->nyckel, nyckel))
            return &r->text[i];
    }
    return NULL;
}

static bool printed(const struct svarsrad *row) {
    return stance_printed(row->stance) && !row->utelamnad;
}

/* ---- agreement without a reason ---- */

static void check_agreement(struct review *r) {
    struct str8 *key = ARENA_NEW(r->arena, struct str8, r->n_svar + 1);
    size_t n = 0;
    for (size_t i = 0; i < r->n_svar; i++) {
        const struct svarsrad *row = &r->svar[i];
        if (row->stance == STANCE_TILLSTYRKER && printed(row) &&
            row->post->value[SVAR_MOTIVERING].n == 0)
            key[n++] = row->nyckel;
    }
    if (n == 0)
        return;
    review_add(
        r, "skäl-saknas", SEV_HINT,
        (struct place){POST_SVAR, key[0], SVAR_MOTIVERING, n == 1 ? key[0] : S8("Skäl"), S8("")},
        arena_printf(r->arena, "%s utan skäl: %.*s.",
                     n == 1 ? "En punkt får stöd" : "Punkter får stöd",
                     S8F(review_list(r, key, n))),
        S8("En mening räcker: vad förslaget ger er, eller varför bedömningen stämmer."));
}

/* ---- a motivation that says another thing than the stance ---- */

/* What the sentences of a motivation say of the punkt itself. */
struct heard {
    bool agrees;        /* one says what the stance says */
    bool hedged;        /* one weighs for and against */
    struct claim claim; /* the first that says the opposite outright; side SIDE_NONE: none does */
};

static bool is_about(const struct svarsrad *row, const struct claim *c) {
    return c->ref.n == 0 || s8_eq(c->ref, row->nyckel) || s8_eq(c->ref, row->ref.avsnitt->nummer);
}

/* Is it said of the whole punkt, so that it cannot be but a detail? */
static bool of_whole(const struct svarsrad *row, const struct claim *c, bool hedged) {
    bool own_kind = row->ref.punkt->slag == PUNKT_FORSLAG ? c->forslag : c->bedomning;
    if (row->stance == STANCE_SYNPUNKTER || row->stance == STANCE_VILLKOR)
        return c->outright && own_kind && !hedged;
    if (c->side == SIDE_FOR && (c->weak || !own_kind))
        return !hedged;
    return own_kind || c->outright;
}

static bool against(enum side a, enum side b) {
    return (a == SIDE_FOR && (b == SIDE_AGAINST)) ||
           (a == SIDE_AGAINST && (b == SIDE_FOR || b == SIDE_OPEN));
}

/* "Nämnden är positiv till förslaget. Men …": what comes after weighs it. */
static bool weighed(struct review *r, struct str8 sentence, struct str8 rest) {
    struct str8 next;
    return claim_hedged(r->arena, sentence) ||
           (prose_sentence(&rest, &next) && claim_hedged(r->arena, next));
}

static void hear(struct review *r, const struct svarsrad *row, const struct review_text *t,
                 struct heard *h) {
    struct str8 sentence;
    for (size_t k = 0; k < t->prose.n; k++)
        for (struct str8 rest = t->prose.para[k].text; prose_sentence(&rest, &sentence);) {
            struct claims all = claims_of(r->arena, r->draft, sentence);
            bool weighs = weighed(r, sentence, rest);
            h->hedged = h->hedged || weighs;
            for (size_t i = 0; i < all.n; i++) {
                const struct claim *c = &all.claim[i];
                if (!is_about(row, c))
                    continue;
                h->agrees = h->agrees || c->side == side_of(row->stance);
                if (against(c->side, side_of(row->stance)) && !weighs && h->claim.side == SIDE_NONE)
                    h->claim = *c;
            }
        }
}

static void check_same(struct review *r, const struct svarsrad *row, const struct review_text *t) {
    struct heard h = {0};
    enum side side = side_of(row->stance);
    if (side != SIDE_FOR && side != SIDE_AGAINST && row->stance != STANCE_INGEN_ERINRAN)
        return;
    hear(r, row, t, &h);
    if (h.agrees || h.claim.side == SIDE_NONE || !of_whole(row, &h.claim, h.hedged))
        return;
    review_add(r, "motivering-mot-ställning", SEV_WARNING, t->where,
               arena_printf(r->arena, "%.*s: svaret är ”%s”, men i motiveringen står ”%.*s”.",
                            S8F(row->nyckel), stance_label(row->stance, row->ref.punkt->slag),
                            S8F(h.claim.verb)),
               S8("Läs motiveringen igen. Är det svaret som är fel?"));
}

/* ---- a motivation that retells ---- */

static bool begins_retelling(const struct prose_words *w) {
    static const char *const who[] = {"utredningen", "betänkandet", "utredaren", "förslaget",
                                      "utredningens"};
    static const char *const does[] = {"föreslår", "bedömer", "anser",    "menar",
                                       "vill",     "innebär", "skriver",  "beskriver",
                                       "pekar",    "förslag", "bedömning"};
    static const char *const passive[] = {"föreslås", "föreslår", "bedöms", "beskrivs", "lämnas"};
    if (w->n < 3)
        return false;
    if (PROSE_IN(w->folded[0], who) && PROSE_IN(w->folded[1], does))
        return true;
    if (s8_eqz(w->folded[0], "enligt"))
        return PROSE_IN(w->folded[1], who);
    return s8_eqz(w->folded[0], "i") && PROSE_IN(w->folded[1], who) &&
           PROSE_IN(w->folded[2], passive);
}

/* Does the one who answers speak? */
static bool own_voice(struct review *r, const struct prose_words *w) {
    static const char *const words[] = {"nämnden", "vi",   "oss",          "vår",
                                        "våra",    "vårt", "förvaltningen"};
    struct str8 speaks = arende_value(r->draft->arende, ARENDE_SUBJEKT);
    struct subjekt s = {0};
    if (speaks.n)
        profil_subjekt(r->arena, r->draft->profil, speaks, r->draft->arende, &s, NULL);
    struct str8 name = utf8_fold(r->arena, s.inne);
    for (size_t i = 0; i < w->n; i++)
        if (PROSE_IN(w->folded[i], words) || (name.n && s8_eq(w->folded[i], name)))
            return true;
    return false;
}

/* How many sentences go by before the one who answers speaks, where the first retells. */
static size_t retold_sentences(struct review *r, const struct review_text *t) {
    size_t n = 0;
    struct str8 sentence;
    for (size_t k = 0; k < t->prose.n; k++)
        for (struct str8 rest = t->prose.para[k].text; prose_sentence(&rest, &sentence);) {
            struct prose_words w = prose_words(r->arena, sentence);
            if (own_voice(r, &w) || (n == 0 && !begins_retelling(&w)))
                return n;
            n++;
        }
    return n;
}

static const char elsewhere[] =
    "Det hör hemma i redogörelsen, som står i tjänsteskrivelsen. Börja med skälen.";

/* A run of words so long that nobody writes it twice by chance. */
enum { VERBATIM = 12, RETOLD = 2 };

static struct str8 verbatim(struct review *r, const struct prose_words *w, struct str8 source) {
    size_t at = 0;
    struct prose p = prose_of_markdown(r->arena, source);
    for (size_t k = 0; k < p.n; k++) {
        struct prose_words s = prose_words(r->arena, p.para[k].text);
        size_t n = prose_common(w, &s, &at);
        if (n >= VERBATIM)
            return arena_printf(r->arena, "%.*s %.*s %.*s %.*s", S8F(w->word[at]),
                                S8F(w->word[at + 1]), S8F(w->word[at + 2]), S8F(w->word[at + 3]));
    }
    return (struct str8){0};
}

/* The words that the motivation has in common with what the betänkande says there. */
static struct str8 repeats(struct review *r, const struct svarsrad *row,
                           const struct review_text *t) {
    const struct avsnitt *av = row->ref.avsnitt;
    const struct post *own = arende_post(r->draft->arende, POST_AVSNITT, av->nummer);
    const struct str8 source[] = {av->gist, own ? own->value[AVSNITT_REDOGORELSE] : S8(""),
                                  row->ref.punkt->text, row->ref.punkt->att};
    for (size_t k = 0; k < t->prose.n; k++) {
        struct prose_words w = prose_words(r->arena, t->prose.para[k].text);
        for (size_t i = 0; i < sizeof source / sizeof *source; i++) {
            struct str8 words = verbatim(r, &w, source[i]);
            if (words.n)
                return words;
        }
    }
    return (struct str8){0};
}

bool review_retold(struct str8 told, struct str8 answer) {
    enum { LONG = 60 }; /* bytes; so long a sentence is not written twice by chance */
    struct str8 rest = told, sentence, line;
    while (s8_line(&rest, &line))
        while (prose_sentence(&line, &sentence))
            if (sentence.n >= LONG && s8_find(answer, sentence) >= 0)
                return true;
    return false;
}

static void check_retelling(struct review *r, const struct svarsrad *row,
                            const struct review_text *t) {
    size_t n = retold_sentences(r, t);
    struct str8 words = n > RETOLD ? S8("") : repeats(r, row, t);
    if (n > RETOLD)
        review_add(r, "återgivning", SEV_WARNING, t->where,
                   arena_printf(r->arena,
                                "%.*s: motiveringen börjar med %zu meningar om vad utredningen "
                                "säger.",
                                S8F(row->nyckel), n),
                   s8_from(elsewhere));
    else if (words.n)
        review_add(r, "återgivning", SEV_WARNING, t->where,
                   arena_printf(r->arena,
                                "%.*s: motiveringen upprepar betänkandet ord för ord: ”%.*s …”.",
                                S8F(row->nyckel), S8F(words)),
                   s8_from(elsewhere));
}

/* ---- a stance in the running text of a theme ---- */

/* Does a punkt of the theme get a sentence of its own? */
static bool has_verdict(const struct review *r, const struct post *tema) {
    for (struct str8 rest = tema->value[TEMA_PUNKTER]; rest.n;) {
        struct str8 key = s8_trim(s8_cut(&rest, ','));
        for (size_t i = 0; i < r->n_svar; i++)
            if (s8_eq(r->svar[i].nyckel, key) && printed(&r->svar[i]))
                return true;
    }
    return false;
}

static struct str8 stance_word_in(struct review *r, const struct review_text *t) {
    struct str8 sentence;
    for (size_t k = 0; k < t->prose.n; k++)
        for (struct str8 rest = t->prose.para[k].text; prose_sentence(&rest, &sentence);) {
            struct claims all = claims_of(r->arena, r->draft, sentence);
            for (size_t i = 0; i < all.n; i++)
                if (!all.claim[i].weak && all.claim[i].side != SIDE_OPEN)
                    return all.claim[i].verb;
        }
    return (struct str8){0};
}

static void check_theme(struct review *r, const struct review_text *t) {
    const struct post *tema = arende_post(r->draft->arende, POST_TEMA, t->where.nyckel);
    if (!tema || has_verdict(r, tema))
        return;
    struct str8 word = stance_word_in(r, t);
    if (word.n)
        review_add(r, "ställning-i-löptext", SEV_WARNING, t->where,
                   arena_printf(r->arena,
                                "%.*s: ”%.*s” står bara i löpande text. Den som söker efter "
                                "ställningen hittar den inte.",
                                S8F(t->where.plats), S8F(word)),
                   S8("Lägg punkten till temat, så att den får en egen mening i fetstil."));
}

void review_motivering(struct review *r) {
    check_agreement(r);
    for (size_t i = 0; i < r->n_svar; i++) {
        const struct review_text *t = motivering_of(r, r->svar[i].nyckel);
        if (!t || !printed(&r->svar[i]))
            continue;
        check_same(r, &r->svar[i], t);
        check_retelling(r, &r->svar[i], t);
    }
    for (size_t i = 0; i < r->n_text; i++)
        if (r->text[i].where.slag == POST_TEMA)
            check_theme(r, &r->text[i]);
}
