#include "review/claim.h"

#include "base/utf8.h"

enum side side_of(enum stance s) {
    switch (s) {
    case STANCE_TILLSTYRKER:
    case STANCE_SYNPUNKTER:
    case STANCE_VILLKOR:
        return SIDE_FOR;
    case STANCE_DELVIS:
        return SIDE_PART;
    case STANCE_TVEKSAM:
    case STANCE_UTRED:
        return SIDE_DOUBT;
    case STANCE_AVSTYRKER:
        return SIDE_AGAINST;
    case STANCE_INGEN_ERINRAN:
    case STANCE_AVSTAR:
    case STANCE_EJ_BERORD:
        return SIDE_OPEN;
    case STANCE_NONE:
    case STANCE_N:
        break;
    }
    return SIDE_NONE;
}

/* ---- words ---- */

static bool begins(struct str8 word, const char *stem) {
    return s8_starts(word, s8_from(stem));
}

/* The first word with that beginning in [from, from + near), or w->n. */
static size_t ahead(const struct prose_words *w, size_t from, size_t near, const char *stem) {
    for (size_t i = from; i < w->n && i < from + near; i++)
        if (begins(w->folded[i], stem))
            return i;
    return w->n;
}

static bool behind(const struct prose_words *w, size_t at, size_t near, const char *stem) {
    for (size_t i = at; i > 0 && i + near > at; i--)
        if (begins(w->folded[i - 1], stem))
            return true;
    return false;
}

static bool contrasts(struct str8 word) {
    static const char *const words[] = {"men",  "medan",      "däremot",   "dock",
                                        "utan", "emellertid", "samtidigt", "ändå"};
    return PROSE_IN(word, words);
}

bool claim_hedged(struct arena *a, struct str8 sentence) {
    static const char *const stems[] = {"resonemang",  "syfte",       "ambition", "intention",
                                        "inriktning",  "visserlig",   "förvisso", "trots",
                                        "beskrivning", "formulering", "tanke",    "även",
                                        "delar",       "avsikt"};
    struct prose_words w = prose_words(a, sentence);
    for (size_t i = 0; i < w.n; i++) {
        if (contrasts(w.folded[i]))
            return true;
        for (size_t k = 0; k < sizeof stems / sizeof *stems; k++) {
            bool verb = s8_eqz(w.folded[i], "delar") && ahead(&w, i, 8, "bedömning") < w.n;
            if (begins(w.folded[i], stems[k]) && !verb)
                return true;
        }
    }
    return false;
}

/* ---- verbs ---- */

struct verb {
    enum side side;
    bool weak;
    int negated; /* the "inte" stands before (-1) or after (1) it; 0: there is none */
};

/* The organisation's own verbs, but for those that say a stance only with more words. */
static enum side side_in_profil(const struct profil *p, struct str8 word) {
    static const char *const common[] = {"har", "anser", "ställer", "avstår", "delar", "är"};
    if (PROSE_IN(word, common))
        return SIDE_NONE;
    for (int k = PUNKT_FORSLAG; k <= PUNKT_BEDOMNING; k++) {
        if (s8_eq(p->fras[STANCE_TILLSTYRKER][k].verb, word))
            return SIDE_FOR;
        if (s8_eq(p->fras[STANCE_AVSTYRKER][k].verb, word))
            return SIDE_AGAINST;
    }
    return SIDE_NONE;
}

/* What the word at `i` says, as if it were not negated. */
static struct verb verb_at(const struct profil *p, const struct prose_words *w, size_t i) {
    static const char *const past[] = {"tillstyrkte", "avstyrkte",   "tillstyrkt",
                                       "avstyrkt",    "avstyrkande", "tillstyrkande"};
    static const char *const agrees[] = {"stödjer", "stöder", "instämmer"};
    static const char *const rejects[] = {"motsätter", "avvisar", "avråder"};
    struct str8 word = w->folded[i];
    bool to = ahead(w, i + 1, 3, "till") < w->n;
    if (PROSE_IN(word, past))
        return (struct verb){.side = SIDE_NONE};
    if (begins(word, "tillstyrk") || PROSE_IN(word, agrees))
        return (struct verb){.side = SIDE_FOR};
    if (begins(word, "avstyrk") || PROSE_IN(word, rejects))
        return (struct verb){.side = SIDE_AGAINST};
    if (s8_eqz(word, "delar") && ahead(w, i + 1, 8, "bedömning") < w->n)
        return (struct verb){.side = SIDE_FOR};
    if (s8_eqz(word, "bakom") && behind(w, i, 4, "ställ"))
        return (struct verb){.side = SIDE_FOR};
    if (begins(word, "positiv") && to)
        return (struct verb){.side = SIDE_FOR, .weak = true};
    if (begins(word, "negativ") && to)
        return (struct verb){.side = SIDE_AGAINST, .weak = true};
    if (begins(word, "tveksam") || s8_eqz(word, "ifrågasätter"))
        return (struct verb){.side = SIDE_DOUBT};
    if (begins(word, "erinra") || (s8_eqz(word, "avstår") && ahead(w, i + 1, 2, "från") < w->n))
        return (struct verb){.side = SIDE_OPEN};
    return (struct verb){.side = side_in_profil(p, word)};
}

/* Is one of `list` said of the word at `i`: right before (-1) or after it (1), with no other clause
 * between? */
static int modified(const struct prose_words *w, size_t i, const char *const *list, size_t n) {
    enum { BEFORE = 3, AFTER = 2 };
    static const char *const clause[] = {"att", "och", "som", "om", "men", "eller"};
    for (size_t k = i; k > 0 && k + BEFORE > i && !PROSE_IN(w->folded[k - 1], clause); k--)
        if (prose_in(w->folded[k - 1], list, n))
            return -1;
    for (size_t k = i + 1; k < w->n && k <= i + AFTER && !PROSE_IN(w->folded[k], clause); k++)
        if (prose_in(w->folded[k], list, n))
            return 1;
    return 0;
}
#define MODIFIED(w, i, list) modified(w, i, list, sizeof(list) / sizeof *(list))

/* Does somebody else say it: "utredningen avstyrker", "remissinstanserna har avstyrkt"? */
static bool said_by_others(const struct prose_words *w, size_t i) {
    static const char *const stems[] = {
        "utredning", "remissinstans", "regering", "lagråd", "betänkande", "andra",
        "flera",     "många",         "den",      "de",     "som"};
    static const char *const between[] = {"har", "hade", "också", "även", "tidigare", "inte"};
    size_t k = i;
    while (k > 0 && PROSE_IN(w->folded[k - 1], between))
        k--;
    for (size_t s = 0; k > 0 && s < sizeof stems / sizeof *stems; s++) {
        bool whole = s >= 8;
        if (whole ? s8_eqz(w->folded[k - 1], stems[s]) : begins(w->folded[k - 1], stems[s]))
            return true;
    }
    return false;
}

static struct verb read_verb(const struct profil *p, const struct prose_words *w, size_t i) {
    static const char *const no[] = {"inte", "ej", "icke", "varken", "aldrig"};
    static const char *const part[] = {"delvis", "huvudsak", "huvudsakligen", "princip", "stort"};
    struct verb v = verb_at(p, w, i);
    if (v.side == SIDE_NONE || said_by_others(w, i))
        return (struct verb){.side = SIDE_NONE};
    v.negated = v.side == SIDE_OPEN ? 0 : MODIFIED(w, i, no);
    if (v.negated)
        v.side = v.side == SIDE_FOR ? SIDE_AGAINST : SIDE_NONE;
    else if (v.side == SIDE_FOR && MODIFIED(w, i, part))
        v.side = SIDE_PART;
    return v;
}

/* ---- references and numbers ---- */

static bool is_chapter_word(struct str8 word) {
    static const char *const words[] = {"avsnitt", "avsnittet", "kapitel", "kapitlet", "kap"};
    return PROSE_IN(word, words);
}

/* The avsnitt or punkt that the word at `i` names, or empty. */
static struct str8 reference(const struct betankande *b, const struct prose_words *w, size_t i) {
    struct str8 word = w->word[i], rest = word;
    if (word.p[0] < '0' || word.p[0] > '9')
        return S8("");
    struct str8 number = s8_cut(&rest, ':');
    const struct avsnitt *av = betankande_avsnitt(b, number);
    bool chapter = s8_find(number, S8(".")) < 0;
    if (!av || (chapter && (i == 0 || !is_chapter_word(w->folded[i - 1]))))
        return S8("");
    for (size_t k = 0; rest.n && k < av->n_punkt; k++) {
        int nr;
        if (s8_uint(rest, &nr) && nr == av->punkt[k].nr)
            return word;
    }
    return number;
}

/* "fyra", "4"; 0 for anything else, and for "ett" and "en", which are articles too. */
static int number_of(struct str8 word) {
    static const char *const words[] = {"två",  "tre", "fyra", "fem",  "sex", "sju",
                                        "åtta", "nio", "tio",  "elva", "tolv"};
    enum { MANY = 1000 };
    int n;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (s8_eqz(word, words[i]))
            return (int)i + 2;
    return s8_uint(word, &n) && n > 1 && n < MANY ? n : 0;
}

/* "tillstyrker [nämnden] fyra [av fem] förslag [och bedömningar]" */
static void read_count(const struct prose_words *w, size_t verb, struct claim *c) {
    static const char *const all[] = {"alla", "samtliga"};
    enum { NEAR = 3 };
    for (size_t i = verb + 1; i < w->n && i <= verb + NEAR; i++) {
        int n = PROSE_IN(w->folded[i], all) ? COUNT_ALL : number_of(w->folded[i]);
        size_t forslag = ahead(w, i + 1, NEAR, "förslag");
        size_t bedomning = ahead(w, i + 1, NEAR, "bedömning");
        if (n == 0 || (forslag == w->n && bedomning == w->n))
            continue;
        c->count = n;
        c->forslag = forslag < w->n;
        c->bedomning = bedomning < w->n || ahead(w, forslag, NEAR, "bedömning") < w->n;
        return;
    }
}

/* ---- sentences ---- */

struct reading {
    struct arena *arena;
    struct prose_words w;
    struct verb *verb;       /* per word: what it says, */
    struct str8 *ref;        /* and what it refers to */
    bool forslag, bedomning; /* the sentence is about such */
    struct claims out;
    size_t cap;
};

/* The verb with the "inte" that turns it. */
static struct str8 shown(struct reading *r, size_t at) {
    struct str8 word = r->w.word[at];
    int negated = r->verb[at].negated;
    return negated < 0   ? arena_printf(r->arena, "inte %.*s", S8F(word))
           : negated > 0 ? arena_printf(r->arena, "%.*s inte", S8F(word))
                         : word;
}

static void add(struct reading *r, size_t at, struct str8 ref) {
    struct claim *c = ARENA_PUSH(r->arena, r->out.claim, r->out.n, r->cap);
    struct str8 word = r->w.folded[at];
    *c = (struct claim){.side = r->verb[at].side,
                        .verb = shown(r, at),
                        .weak = r->verb[at].weak,
                        .outright = begins(word, "avstyrk") || begins(word, "tillstyrk"),
                        .ref = ref,
                        .forslag = r->forslag,
                        .bedomning = r->bedomning};
    read_count(&r->w, at, c);
}

static size_t next_verb(const struct reading *r, size_t from, size_t to) {
    while (from < to && r->verb[from].side == SIDE_NONE)
        from++;
    return from;
}

/* The claims in the words [from, to), which belong together. A reference is the verb's before it,
 * or the only verb's; where several verbs come after the first reference nothing can be told. */
static void read_part(struct reading *r, size_t from, size_t to) {
    size_t first = next_verb(r, from, to), first_ref = from, next;
    while (first_ref < to && r->ref[first_ref].n == 0)
        first_ref++;
    if (first_ref < first && next_verb(r, first + 1, to) < to)
        return;
    for (size_t i = first; i < to; i = next) {
        size_t before = r->out.n;
        next = next_verb(r, i + 1, to);
        for (size_t k = i == first ? from : i; k < next; k++)
            if (r->ref[k].n)
                add(r, i, r->ref[k]);
        if (r->out.n == before)
            add(r, i, S8(""));
    }
}

/* Does another clause begin here, that a verb before it does not rule? */
static bool parts(struct str8 word) {
    static const char *const words[] = {"anser",       "menar",    "ser",     "vill",
                                        "framhåller",  "bör",      "måste",   "behöver",
                                        "förutsätter", "önskar",   "betonar", "bedömer",
                                        "konstaterar", "föreslår", "föreslås"};
    return contrasts(word) || PROSE_IN(word, words);
}

struct claims claims_of(struct arena *a, const struct draft *d, struct str8 sentence) {
    struct reading r = {.arena = a, .w = prose_words(a, sentence)};
    size_t n = r.w.n, from = 0;
    if (n == 0 || s8_eqz(r.w.folded[0], "om"))
        return r.out;
    r.forslag = ahead(&r.w, 0, n, "förslag") < n;
    r.bedomning = ahead(&r.w, 0, n, "bedömning") < n;
    r.verb = ARENA_NEW(a, struct verb, n);
    r.ref = ARENA_NEW(a, struct str8, n);
    for (size_t i = 0; i < n; i++) {
        r.verb[i] = read_verb(d->profil, &r.w, i);
        r.ref[i] = reference(d->betankande, &r.w, i);
    }
    for (size_t i = 0; i <= n; i++) {
        if (i < n && !parts(r.w.folded[i]))
            continue;
        read_part(&r, from, i);
        from = i + 1;
    }
    return r.out;
}
