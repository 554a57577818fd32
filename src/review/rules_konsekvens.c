/* What an answer must have weighed: the best interests of the child (barnkonventionen artikel 3,
 * lagen 2018:1197), and who pays for what is put on the kommun (finansieringsprincipen). */
#include "review/private.h"

static struct str8 text_of(const struct review *r, const char *block) {
    const struct post *p = arende_post(r->draft->arende, POST_TEXT, s8_from(block));
    return p ? p->value[TEXT_INNEHALL] : S8("");
}

static struct place at_block(const struct review *r, const char *block) {
    const struct text_block *t = profil_text_block(r->draft->profil, s8_from(block));
    return (struct place){POST_TEXT, s8_from(block), TEXT_INNEHALL, s8_from(t ? t->etikett : block),
                          S8("")};
}

/* Does a paper ask for the block? Then that it is missing is told already. */
static bool asked_for(const struct review *r, const char *block) {
    const struct profil *p = r->draft->profil;
    for (size_t d = 0; d < p->n_dokument; d++)
        for (size_t i = 0; i < p->dokument[d].n_text; i++)
            if (s8_eqz(p->dokument[d].text[i], block))
                return true;
    return false;
}

/* ---- barnets bästa ---- */

/* A sentence that gives a reason, or is long enough to hold one. */
static bool is_reasoned(struct review *r, struct str8 sentence) {
    enum { LONG = 10 };
    static const char *const words[] = {"eftersom", "därför", "då",     "innebär", "medför",
                                        "leder",    "genom",  "gäller", "avser",   "påverkar",
                                        "påverkas", "rör",    "för",    "så"};
    struct prose_words w = prose_words(r->arena, sentence);
    for (size_t i = 0; i < w.n; i++)
        if (w.n >= LONG || (i > 0 && PROSE_IN(w.folded[i], words)))
            return true;
    return false;
}

static size_t count_sentences(struct review *r, struct str8 markdown, bool *reasoned) {
    struct prose p = prose_of_markdown(r->arena, markdown);
    struct str8 sentence;
    size_t n = 0;
    *reasoned = false;
    for (size_t k = 0; k < p.n; k++)
        for (struct str8 rest = p.para[k].text; prose_sentence(&rest, &sentence); n++)
            *reasoned = *reasoned || is_reasoned(r, sentence);
    return n;
}

static void check_children(struct review *r) {
    static const char block[] = "barnkonsekvenser";
    struct str8 how = arende_value(r->draft->arende, ARENDE_BARNETS_BASTA);
    struct str8 text = text_of(r, block);
    bool reasoned;
    size_t sentences = count_sentences(r, text, &reasoned);
    if (text.n && how.n == 0)
        review_add(r, "barnets-bästa-prövning", SEV_HINT,
                   review_field(ARENDE_BARNETS_BASTA, S8("")),
                   S8("Det står inte hur grundligt barnets bästa har prövats."),
                   review_command(r, "ange", "barnets-bästa enkel|vanlig|fördjupad|berörs-inte"));
    if (how.n && text.n == 0 && !asked_for(r, block))
        review_add(r, "barnets-bästa-skäl", SEV_WARNING, at_block(r, block),
                   arena_printf(r->arena,
                                "Prövningen av barnets bästa är ”%.*s”, men texten saknas.",
                                S8F(how)),
                   S8("En mening med skäl behövs, också när barn inte berörs."));
    if (text.n && !reasoned)
        review_add(r, "barnets-bästa-skäl", SEV_WARNING, at_block(r, block),
                   S8("Texten om barnets bästa ger inget skäl."),
                   s8_eqz(how, "berörs-inte")
                       ? S8("Säg varför barn inte berörs, i en mening.")
                       : S8("Säg vad förslagen betyder för barn, och varför."));
    if (s8_eqz(how, "fördjupad") && text.n && sentences < 3)
        review_add(r, "barnets-bästa-kort", SEV_HINT, at_block(r, block),
                   S8("Prövningen av barnets bästa ska vara fördjupad, men texten är kort."),
                   S8("Beskriv barnen som berörs, vad som talar för och emot, och vad ni har lagt "
                      "vikt vid."));
}

/* ---- finansieringsprincipen ---- */

static bool begins(struct str8 word, const char *const *stems, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (s8_starts(word, s8_from(stems[i])))
            return true;
    return false;
}
#define BEGINS(word, stems) begins(word, stems, sizeof(stems) / sizeof *(stems))

/* "Förslaget ökar kommunens kostnader." */
static bool costs_the_kommun(struct review *r, struct str8 sentence) {
    static const char *const cost[] = {"kostnad", "kosta", "resurs", "finansier", "merkostnad"};
    static const char *const who[] = {"kommun", "kommunal"};
    struct prose_words w = prose_words(r->arena, sentence);
    bool money = false, kommun = false;
    for (size_t i = 0; i < w.n; i++) {
        money = money || BEGINS(w.folded[i], cost);
        kommun = kommun || BEGINS(w.folded[i], who);
    }
    return money && kommun;
}

static const struct review_text *costly(struct review *r) {
    struct str8 sentence;
    for (size_t i = 0; i < r->n_text; i++) {
        const struct review_text *t = &r->text[i];
        if (t->where.slag != POST_SVAR || t->where.falt != SVAR_MOTIVERING)
            continue;
        for (size_t k = 0; k < t->prose.n; k++)
            for (struct str8 rest = t->prose.para[k].text; prose_sentence(&rest, &sentence);)
                if (costs_the_kommun(r, sentence))
                    return t;
    }
    return NULL;
}

static void check_financing(struct review *r) {
    static const char block[] = "finansieringsprincipen";
    const struct review_text *t = text_of(r, block).n ? NULL : costly(r);
    if (t)
        review_add(r, "finansieringsprincipen", SEV_HINT, at_block(r, block),
                   arena_printf(r->arena,
                                "Motiveringen till %.*s tar upp kommunens kostnader, men texten om "
                                "finansieringsprincipen är tom.",
                                S8F(t->where.plats)),
                   S8("Säg vem som ska betala, om staten lägger nya uppgifter på kommunen."));
}

void review_konsekvens(struct review *r) {
    check_children(r);
    check_financing(r);
}
