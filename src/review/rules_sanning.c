/* One truth: what the texts say of a stance against the answers, and the two papers against each
 * other. */
#include "review/private.h"

#include "draft/sammanfattning.h"
#include "review/claim.h"

enum { SIDES = SIDE_OPEN + 1 };

/* The answers that a reference covers: a punkt's, an avsnitt's, a chapter's; all for "". */
struct scope {
    size_t n[STANCE_N];
    bool side[SIDES];
    bool unanswered;
    const struct svarsrad *first; /* NULL where it covers none */
};

static bool covers(struct str8 ref, const struct svarsrad *row) {
    struct str8 rest = ref, number = s8_cut(&rest, ':'), own = row->ref.avsnitt->nummer;
    if (ref.n == 0)
        return true;
    if (rest.n)
        return s8_eq(ref, row->nyckel);
    return s8_eq(number, own) || (s8_starts(own, number) && own.p[number.n] == '.');
}

/* `kinds` has a bit per kind of punkt: 1 << PUNKT_FORSLAG. */
static struct scope scope_of(const struct review *r, struct str8 ref, unsigned kinds) {
    struct scope s = {0};
    for (size_t i = 0; i < r->n_svar; i++) {
        const struct svarsrad *row = &r->svar[i];
        if (!(kinds & 1U << row->ref.punkt->slag) || !covers(ref, row))
            continue;
        s.first = s.first ? s.first : row;
        s.n[row->stance]++;
        s.side[side_of(row->stance)] = true;
        s.unanswered = s.unanswered || (row->stance == STANCE_NONE && !row->utelamnad);
    }
    return s;
}

enum { BOTH = 1 << PUNKT_FORSLAG | 1 << PUNKT_BEDOMNING };

/* Does one of the answers say that? */
static bool bears_out(const struct scope *s, const struct claim *c) {
    const bool *side = s->side;
    switch (c->side) {
    case SIDE_FOR:
        return side[SIDE_FOR] || (c->weak && (side[SIDE_PART] || side[SIDE_OPEN]));
    case SIDE_PART:
        return side[SIDE_FOR] || side[SIDE_PART] || side[SIDE_DOUBT];
    case SIDE_DOUBT:
        return side[SIDE_DOUBT] || side[SIDE_PART];
    case SIDE_AGAINST:
    case SIDE_OPEN:
        return side[c->side];
    case SIDE_NONE:
        break;
    }
    return true;
}

static bool opposite(enum side a, enum side b) {
    return (a == SIDE_FOR && b == SIDE_AGAINST) || (a == SIDE_AGAINST && b == SIDE_FOR);
}

static const char agree[] = "Ändra texten, eller svaret: papperen ska säga samma sak.";

static void check_reference(struct review *r, struct place where, const struct claim *c,
                            struct str8 ref) {
    struct scope s = scope_of(r, ref, BOTH);
    bool punkt = s8_find(ref, S8(":")) >= 0;
    if (!s.first || s.unanswered || s.first->stance == STANCE_NONE || bears_out(&s, c))
        return;
    review_add(
        r, "motsägelse",
        !c->weak && opposite(c->side, side_of(s.first->stance)) ? SEV_ERROR : SEV_WARNING, where,
        arena_printf(r->arena, "%.*s: där står ”%.*s” om %s%.*s, men svaret på %.*s är ”%s”.",
                     S8F(where.plats), S8F(c->verb), punkt ? "" : "avsnitt ", S8F(ref),
                     S8F(s.first->nyckel), stance_label(s.first->stance, s.first->ref.punkt->slag)),
        s8_from(agree));
}

/* How many punkter the number may be meant of: with or without conditions and views. */
static bool counted(const struct scope *s, const struct claim *c) {
    size_t plain = s->n[STANCE_TILLSTYRKER], views = s->n[STANCE_SYNPUNKTER];
    size_t villkor = s->n[STANCE_VILLKOR], said = (size_t)c->count;
    if (c->count == COUNT_ALL) {
        bool other = false;
        for (int i = SIDE_FOR; i < SIDE_OPEN; i++)
            other = other || (s->side[i] && (enum side)i != c->side);
        return !other;
    }
    switch (c->side) {
    case SIDE_FOR:
        return said == plain || said == plain + views || said == plain + villkor ||
               said == plain + views + villkor ||
               said == plain + views + villkor + s->n[STANCE_DELVIS];
    case SIDE_DOUBT:
        return said == s->n[STANCE_TVEKSAM] || said == s->n[STANCE_UTRED] ||
               said == s->n[STANCE_TVEKSAM] + s->n[STANCE_UTRED];
    case SIDE_AGAINST:
        return said == s->n[STANCE_AVSTYRKER];
    case SIDE_OPEN:
        return said == s->n[STANCE_INGEN_ERINRAN] || said == s->n[STANCE_AVSTAR];
    case SIDE_PART:
    case SIDE_NONE:
        break;
    }
    return true;
}

static size_t answered_so(const struct scope *s, enum side side) {
    size_t n = 0;
    for (int i = STANCE_TILLSTYRKER; i < STANCE_N; i++)
        n += side_of((enum stance)i) == side ? s->n[i] : 0;
    return n;
}

/* Can it become right when the open punkter are answered? */
static bool may_become(const struct scope *s, const struct claim *c) {
    size_t now = answered_so(s, c->side), said = (size_t)c->count;
    return s->unanswered &&
           (c->count == COUNT_ALL || (said >= now && said <= now + s->n[STANCE_NONE]));
}

static void check_count(struct review *r, struct place where, const struct claim *c) {
    unsigned kinds = (unsigned)c->forslag << PUNKT_FORSLAG | (unsigned)c->bedomning
                                                                 << PUNKT_BEDOMNING;
    struct scope s = scope_of(r, S8(""), kinds), all = scope_of(r, S8(""), BOTH);
    if (c->weak || counted(&s, c) || counted(&all, c) || may_become(&s, c) || may_become(&all, c))
        return;
    struct str8 said = c->count == COUNT_ALL ? S8("alla") : arena_printf(r->arena, "%d", c->count);
    review_add(r, "antal", SEV_ERROR, where,
               arena_printf(r->arena,
                            "%.*s: antalet efter ”%.*s” är %.*s, men i svaren är det %zu.",
                            S8F(where.plats), S8F(c->verb), S8F(said), answered_so(&s, c->side)),
               s8_from(agree));
}

/* A stance that no answer takes. */
static void check_unborne(struct review *r, struct place where, const struct claim *c,
                          struct str8 sentence) {
    struct scope all = scope_of(r, S8(""), BOTH);
    bool plain = c->side == SIDE_FOR || c->side == SIDE_AGAINST;
    if (!plain || c->weak || !(c->outright || c->forslag || c->bedomning) || all.unanswered ||
        all.side[c->side] || claim_hedged(r->arena, sentence))
        return;
    review_add(r, "ställning-utan-svar", SEV_ERROR, where,
               arena_printf(r->arena, "%.*s: där står ”%.*s”, men inget svar säger det.",
                            S8F(where.plats), S8F(c->verb)),
               s8_from(agree));
}

/* The avsnitt that an own position is about: what it says without a number it says of them. */
static struct str8 own_avsnitt(const struct review *r, const struct review_text *t) {
    const struct post *p = t->where.slag == POST_STANDPUNKT
                               ? arende_post(r->draft->arende, POST_STANDPUNKT, t->where.nyckel)
                               : NULL;
    return p ? p->value[STANDPUNKT_AVSNITT] : S8("");
}

static void check_claim(struct review *r, const struct review_text *t, const struct claim *c,
                        struct str8 sentence) {
    struct str8 own = own_avsnitt(r, t);
    bool about = c->forslag || c->bedomning;
    if (c->ref.n)
        check_reference(r, t->where, c, c->ref);
    else if (c->count)
        check_count(r, t->where, c);
    else if (own.n && about && !claim_hedged(r->arena, sentence))
        for (struct str8 rest = own; rest.n;)
            check_reference(r, t->where, c, s8_trim(s8_cut(&rest, ',')));
    else if (own.n == 0 && t->where.slag != POST_SVAR)
        check_unborne(r, t->where, c, sentence);
}

static void check_text(struct review *r, const struct review_text *t) {
    struct str8 sentence;
    for (size_t k = 0; k < t->prose.n; k++)
        for (struct str8 rest = t->prose.para[k].text; prose_sentence(&rest, &sentence);) {
            struct claims all = claims_of(r->arena, r->draft, sentence);
            for (size_t i = 0; i < all.n; i++)
                check_claim(r, t, &all.claim[i], sentence);
        }
}

/* ---- the two papers ---- */

/* Does the text stand in the förvaltning's paper, the nämnd's, or in neither alone? */
enum paper { PAPER_BOTH, PAPER_PROPOSAL, PAPER_ANSWER };

static enum paper paper_of(const struct review_text *t) {
    static const char *const proposal[] = {"sammanfattning-tjänsteskrivelse", "inställning"};
    static const char *const answer[] = {"sammanfattning", "övergripande"};
    if (t->where.slag == POST_BESLUTSPUNKT)
        return PAPER_PROPOSAL;
    if (t->where.slag == POST_NYCKELPUNKT)
        return PAPER_ANSWER;
    if (t->where.slag != POST_TEXT)
        return PAPER_BOTH;
    return PROSE_IN(t->where.nyckel, proposal) ? PAPER_PROPOSAL
           : PROSE_IN(t->where.nyckel, answer) ? PAPER_ANSWER
                                               : PAPER_BOTH;
}

struct said {
    const struct review_text *text;
    struct claim claim;
};

static struct said *said_in(struct review *r, enum paper paper, size_t *n) {
    struct said *all = NULL;
    size_t cap = 0;
    struct str8 sentence;
    *n = 0;
    for (size_t t = 0; t < r->n_text; t++)
        for (size_t k = 0; paper_of(&r->text[t]) == paper && k < r->text[t].prose.n; k++)
            for (struct str8 rest = r->text[t].prose.para[k].text;
                 prose_sentence(&rest, &sentence);) {
                struct claims c = claims_of(r->arena, r->draft, sentence);
                for (size_t i = 0; i < c.n; i++)
                    if (c.claim[i].ref.n)
                        *ARENA_PUSH(r->arena, all, *n, cap) =
                            (struct said){&r->text[t], c.claim[i]};
            }
    return all;
}

/* Does any of them say that side of the reference? */
static bool also(const struct said *all, size_t n, struct str8 ref, enum side side) {
    for (size_t i = 0; i < n; i++)
        if (s8_eq(all[i].claim.ref, ref) && all[i].claim.side == side)
            return true;
    return false;
}

/* Of an avsnitt that is answered for one part and against another, one paper tells but the one and
 * the other but the other. */
static void check_papers(struct review *r) {
    size_t n_proposal, n_answer;
    const struct said *proposal = said_in(r, PAPER_PROPOSAL, &n_proposal);
    const struct said *answer = said_in(r, PAPER_ANSWER, &n_answer);
    for (size_t i = 0; i < n_proposal; i++) {
        const struct claim *c = &proposal[i].claim;
        enum side other = c->side == SIDE_FOR ? SIDE_AGAINST : SIDE_FOR;
        struct scope s = scope_of(r, c->ref, BOTH);
        if (!opposite(c->side, other) || !s.side[c->side] || !s.side[other] ||
            !also(answer, n_answer, c->ref, other) || also(answer, n_answer, c->ref, c->side) ||
            also(proposal, n_proposal, c->ref, other))
            continue;
        review_add(r, "papper-oense", SEV_WARNING, proposal[i].text->where,
                   arena_printf(r->arena,
                                "%.*s: där står ”%.*s” om %.*s, men det andra papperet säger "
                                "tvärtom.",
                                S8F(proposal[i].text->where.plats), S8F(c->verb), S8F(c->ref)),
                   S8("Nämn båda ställningarna, eller säg vilken punkt som menas: 5.3:2."));
    }
}

/* ---- a summary older than the answers ---- */

static void check_age(struct review *r, const char *block) {
    const struct post *p = arende_post(r->draft->arende, POST_TEXT, s8_from(block));
    const struct text_block *t = profil_text_block(r->draft->profil, s8_from(block));
    size_t n;
    if (!p)
        return;
    const struct str8 *key = sammanfattning_skriven_fore(r->arena, r->draft, p, &n);
    if (n == 0)
        return;
    review_add(r, "sammanfattning-inaktuell", SEV_WARNING,
               (struct place){POST_TEXT, p->nyckel, TEXT_INNEHALL, s8_from(t ? t->etikett : block),
                              S8("")},
               arena_printf(r->arena, "”%s” är skriven innan %s på %.*s ändrades.",
                            t ? t->etikett : block, n == 1 ? "svaret" : "svaren",
                            S8F(review_list(r, key, n))),
               S8("Läs texten igen. Stämmer den ändå, spara den på nytt."));
}

void review_sanning(struct review *r) {
    for (size_t i = 0; i < r->n_text; i++)
        if (!r->text[i].others)
            check_text(r, &r->text[i]);
    check_papers(r);
    check_age(r, "sammanfattning");
    check_age(r, "sammanfattning-tjänsteskrivelse");
}
