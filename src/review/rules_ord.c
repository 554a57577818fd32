/* Words that have come apart: "för slag", "läkarmed- verkan", "hälso och sjukvård". What is one
 * word is learnt from the ärende's own texts and the betänkande. */
#include "review/private.h"

#include "base/utf8.h"
#include "review/vocab.h"

/* The betänkande's own text is read as far as this; a longer one teaches nothing more. */
enum { ENOUGH = 1024 * 1024 };

static void learn_betankande(struct review *r, struct vocab *v) {
    const struct betankande *b = r->draft->betankande;
    size_t read = 0;
    vocab_add(r->arena, v, b->titel);
    vocab_add(r->arena, v, b->uppdrag);
    for (size_t i = 0; i < b->n_avsnitt; i++) {
        const struct avsnitt *av = &b->avsnitt[i];
        vocab_add(r->arena, v, av->titel);
        vocab_add(r->arena, v, av->gist);
        if (read + av->text.n <= ENOUGH) {
            read += av->text.n;
            vocab_add(r->arena, v, av->text);
        }
        for (size_t k = 0; k < av->n_punkt; k++) {
            vocab_add(r->arena, v, av->punkt[k].att);
            vocab_add(r->arena, v, av->punkt[k].text);
        }
    }
}

/* Two words with but a space between them. */
struct pair {
    struct str8 first, second;
};
typedef void pair_fn(struct review *r, struct vocab *v, const struct review_text *t, size_t since,
                     const struct pair *p);

static void pairs_of(struct review *r, struct vocab *v, const struct review_text *t, size_t since,
                     pair_fn *each) {
    for (size_t k = 0; k < t->prose.n; k++) {
        struct str8 rest = t->prose.para[k].text, before = {0}, word;
        while (prose_word(&rest, &word)) {
            const char *between = before.p + before.n;
            if (before.n && between + 1 == word.p && *between == ' ')
                each(r, v, t, since, &(struct pair){before, word});
            before = word;
        }
    }
}

static void learn_pair(struct review *r, struct vocab *v, const struct review_text *t, size_t since,
                       const struct pair *p) {
    (void)t, (void)since;
    vocab_add_joined(r->arena, v, p->first, S8(" "), p->second);
}

static void learn(struct review *r, struct vocab *v) {
    learn_betankande(r, v);
    for (size_t i = 0; i < r->n_text; i++) {
        for (size_t k = 0; k < r->text[i].prose.n; k++)
            vocab_add(r->arena, v, r->text[i].prose.para[k].text);
        pairs_of(r, v, &r->text[i], 0, learn_pair);
    }
}

/* Letters alone, small ones but for the first where `capital`: no name, no number. */
static bool is_plain(struct str8 s, bool capital) {
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (!(c >= 'a' && c <= 'z') && c < 0x80 && !(i == 0 && capital && c >= 'A' && c <= 'Z'))
            return false;
    }
    return s.n > 0;
}

/* Is the space between them right although they also make one word: "en stor stad", "komma till
 * stånd"? */
static bool is_phrase(struct review *r, const struct pair *p) {
    static const char *const first[] = {"att",  "den",   "det", "där",  "egen", "ett",  "fyra",
                                        "goda", "hela",  "här", "höga", "hög",  "inte", "man",
                                        "mer",  "nya",   "när", "och",  "sex",  "små",  "som",
                                        "stor", "stora", "tre", "två",  "vad"};
    static const char *const pairs[] = {
        "för hand",   "för handling", "för ordning", "för svar",    "för tid",   "för ändring",
        "med ansvar", "med hjälp",    "med verkan",  "om fattning", "till gagn", "till handa",
        "till stånd", "under lag",    "under tiden", "över huvud",  "över lag",  "över tid"};
    struct str8 folded = utf8_fold(r->arena, p->first);
    return PROSE_IN(folded, first) ||
           PROSE_IN(arena_printf(r->arena, "%.*s %.*s", S8F(folded), S8F(p->second)), pairs);
}

static bool joins(struct str8 word) {
    static const char *const words[] = {"och",    "eller", "samt",   "respektive",  "till", "men",
                                        "liksom", "som",   "kontra", "alternativt", "resp"};
    return PROSE_IN(word, words);
}

/* "läkarmed- verkan": a hyphen from the end of a line */
static bool check_hyphen(struct review *r, const struct review_text *t, size_t since,
                         const struct pair *p) {
    if (!s8_ends(p->first, S8("-")) || !is_plain(p->second, false) || joins(p->second))
        return false;
    struct str8 begin = s8_sub(p->first, 0, p->first.n - 1);
    review_mend(r, "skriv-avstavning", t, since,
                arena_printf(r->arena, "%.*s %.*s", S8F(p->first), S8F(p->second)),
                arena_printf(r->arena, "%.*s%.*s", S8F(begin), S8F(p->second)),
                "Bindestrecket är kvar från ett radslut. Hör orden ihop med ”och” emellan saknas "
                "det.");
    return true;
}

/* "hälso och sjukvård": a first part that elsewhere has a hyphen, and never stands alone */
static bool check_hanging(struct review *r, const struct vocab *v, const struct review_text *t,
                          size_t since, const struct pair *p) {
    static const char *const words[] = {"och", "eller", "samt"};
    size_t here = 0;
    if (!PROSE_IN(p->second, words) || vocab_count_joined(v, p->first, S8("-"), S8("")) == 0)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        here += vocab_count_joined(v, p->first, S8(" "), s8_from(words[i]));
    if (vocab_count(v, p->first) > here)
        return false;
    review_mend(r, "skriv-bindestreck", t, since,
                arena_printf(r->arena, "%.*s %.*s", S8F(p->first), S8F(p->second)),
                arena_printf(r->arena, "%.*s- %.*s", S8F(p->first), S8F(p->second)),
                "Bindestrecket visar att slutet av ordet kommer senare.");
    return true;
}

/* "för slag": one word elsewhere, of which a part is used nowhere else */
static void check_split(struct review *r, const struct vocab *v, const struct review_text *t,
                        size_t since, const struct pair *p) {
    enum { PART = 3, WHOLE = 7 };
    if (p->first.n < PART || p->second.n < PART || p->first.n + p->second.n < WHOLE ||
        !is_plain(p->first, true) || !is_plain(p->second, false) ||
        vocab_count_joined(v, p->first, S8(""), p->second) == 0)
        return;
    size_t here = vocab_count_joined(v, p->first, S8(" "), p->second);
    if ((vocab_count(v, p->first) > here && vocab_count(v, p->second) > here) || is_phrase(r, p))
        return;
    review_mend(r, "skriv-särskrivning", t, since,
                arena_printf(r->arena, "%.*s %.*s", S8F(p->first), S8F(p->second)),
                arena_printf(r->arena, "%.*s%.*s", S8F(p->first), S8F(p->second)),
                "På andra ställen är det ett ord.");
}

static void check_pair(struct review *r, struct vocab *v, const struct review_text *t, size_t since,
                       const struct pair *p) {
    if (!check_hyphen(r, t, since, p) && !check_hanging(r, v, t, since, p))
        check_split(r, v, t, since, p);
}

void review_ord(struct review *r) {
    struct vocab v = {0};
    learn(r, &v);
    for (size_t i = 0; i < r->n_text; i++)
        pairs_of(r, &v, &r->text[i], r->n, check_pair);
}
