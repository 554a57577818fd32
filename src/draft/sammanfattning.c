#include "draft/sammanfattning.h"

#include <stdint.h>

#include "base/buf.h"
#include "draft/join.h"
#include "remiss/stance.h"

static const struct str8 answer_block = S8I("sammanfattning"),
                         proposal_block = S8I("sammanfattning-tjänsteskrivelse");

bool sammanfattning_block(struct str8 block) {
    return s8_eq(block, answer_block) || s8_eq(block, proposal_block);
}

/* ---- what it is drafted from ---- */

/* FNV-1a: tells that a condition has changed, not what it was. */
static uint32_t sum(struct str8 s) {
    uint32_t h = 0x811c9dc5U;
    for (size_t i = 0; i < s.n; i++)
        h = (h ^ (unsigned char)s.p[i]) * 0x01000193U;
    return h;
}

/* "villkor 9f86d081"; empty for an unanswered punkt. */
static struct str8 grund_of(struct arena *a, const struct svarsrad *s) {
    struct str8 villkor = s->post ? s->post->value[SVAR_VILLKOR] : S8("");
    if (s->stance == STANCE_NONE || s->utelamnad)
        return S8("");
    if (villkor.n == 0 || s->stance != STANCE_VILLKOR)
        return s8_from(stance_code(s->stance));
    return arena_printf(a, "%s %08x", stance_code(s->stance), sum(villkor));
}

struct str8 sammanfattning_grund(struct arena *a, const struct draft *d) {
    size_t n;
    const struct svarsrad *s = svarsrader(a, d, &n);
    struct buf b = {0};
    for (size_t i = 0; i < n; i++) {
        struct str8 one = grund_of(a, &s[i]);
        if (one.n)
            buf_printf(&b, "%s%.*s %.*s", b.n ? ", " : "", S8F(s[i].nyckel), S8F(one));
    }
    struct str8 grund = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return grund;
}

/* What `grund` has for the punkt. */
static struct str8 look_up(struct str8 grund, struct str8 nyckel) {
    for (struct str8 rest = grund; rest.n;) {
        struct str8 one = s8_trim(s8_cut(&rest, ','));
        struct str8 key = s8_cut(&one, ' ');
        if (s8_eq(key, nyckel))
            return one;
    }
    return S8("");
}

struct str8 *sammanfattning_andrade(struct arena *a, const struct draft *d, struct str8 grund,
                                    size_t *n) {
    size_t all, cap = 0;
    const struct svarsrad *s = svarsrader(a, d, &all);
    struct str8 *changed = NULL;
    *n = 0;
    for (size_t i = 0; i < all; i++)
        if (!s8_eq(grund_of(a, &s[i]), look_up(grund, s[i].nyckel)))
            *ARENA_PUSH(a, changed, *n, cap) = s[i].nyckel;
    return changed;
}

struct str8 *sammanfattning_skriven_fore(struct arena *a, const struct draft *d,
                                         const struct post *text, size_t *n) {
    *n = 0;
    if (text->value[TEXT_INNEHALL].n == 0 || text->value[TEXT_GRUND].n == 0)
        return NULL;
    return sammanfattning_andrade(a, d, text->value[TEXT_GRUND], n);
}

/* ---- the draft ---- */

struct summary {
    struct arena *arena;
    const struct draft *draft;
    const struct dokument *dokument;
    const struct svarsrad *svar;
    size_t n_svar;
    struct subjekt speaks, decides; /* the same in an answer */
    struct buf out;
};

static bool is_proposal(const struct summary *s) {
    return s->dokument->beslutande.n > 0;
}

/* The paper that the block is the summary of: the one that asks for it, else by kind. */
static const struct dokument *paper_of(const struct profil *p, struct str8 block) {
    const struct dokument *by_kind = NULL;
    bool proposal = s8_eq(block, proposal_block);
    for (size_t i = 0; i < p->n_dokument; i++) {
        const struct dokument *dok = &p->dokument[i];
        for (size_t k = 0; k < dok->n_text; k++)
            if (s8_eq(dok->text[k], block))
                return dok;
        if (!by_kind && (dok->beslutande.n > 0) == proposal)
            by_kind = dok;
    }
    return by_kind;
}

static enum status find_speakers(struct summary *s, struct error *err) {
    const struct draft *d = s->draft;
    struct str8 chosen = arende_value(d->arende, ARENDE_SUBJEKT);
    enum status st = ST_NOT_FOUND;
    if (chosen.n && !is_proposal(s))
        st = profil_subjekt(s->arena, d->profil, chosen, d->arende, &s->speaks, NULL);
    if (st != ST_OK)
        st = profil_subjekt(s->arena, d->profil, s->dokument->subjekt, d->arende, &s->speaks, err);
    s->decides = s->speaks;
    if (st == ST_OK && is_proposal(s))
        st = profil_subjekt(s->arena, d->profil, s->dokument->beslutande, d->arende, &s->decides,
                            err);
    return st;
}

/* The punkter of that stance and kind that are printed; `all` gets room for every punkt. */
static size_t collect(const struct summary *s, enum stance stance, enum punkt_slag slag,
                      struct punkt_ref *out, const struct post **only) {
    size_t n = 0;
    for (size_t i = 0; i < s->n_svar; i++) {
        const struct svarsrad *row = &s->svar[i];
        if (row->stance != stance || row->ref.punkt->slag != slag || row->utelamnad)
            continue;
        *only = n ? NULL : row->post;
        out[n++] = row->ref;
    }
    return n;
}

/* The phrase of a stance and kind; false where no punkt has that stance. */
static bool group(struct summary *s, enum stance stance, enum punkt_slag slag,
                  enum phrase_order order, struct phrase *p) {
    struct punkt_ref *ref = ARENA_NEW(s->arena, struct punkt_ref, s->n_svar + 1);
    const struct post *only = NULL;
    *p = (struct phrase){.profil = s->draft->profil,
                         .subjekt = s->decides,
                         .proposer = s->speaks,
                         .order = order,
                         .stance = stance,
                         .ref = ref,
                         .n_ref = collect(s, stance, slag, ref, &only),
                         .text = is_proposal(s) ? PHRASE_TEXT_ELSEWHERE : PHRASE_TEXT_BELOW,
                         .name_only = true};
    if (only)
        p->villkor = only->value[SVAR_VILLKOR];
    return p->n_ref > 0;
}

/* ---- numbers ---- */

static struct str8 number(struct arena *a, size_t n) {
    static const char *const word[] = {"noll", "ett",  "två", "tre", "fyra", "fem", "sex",
                                       "sju",  "åtta", "nio", "tio", "elva", "tolv"};
    return n < sizeof word / sizeof *word ? s8_from(word[n]) : arena_printf(a, "%zu", n);
}

static size_t count(const struct summary *s, const enum stance *stances) {
    size_t n = 0;
    for (; *stances != STANCE_NONE; stances++)
        for (size_t i = 0; i < s->n_svar; i++)
            n += s->svar[i].stance == *stances && !s->svar[i].utelamnad;
    return n;
}

/* "Av dem stöds tolv utan förbehåll, tre med villkor eller synpunkter och ett inte alls." */
static void put_counts(struct summary *s) {
    static const struct {
        const char *how;
        enum stance stances[4];
    } kinds[] = {{"utan förbehåll", {STANCE_TILLSTYRKER}},
                 {"med villkor eller synpunkter", {STANCE_VILLKOR, STANCE_SYNPUNKTER}},
                 {"delvis eller med tvekan", {STANCE_DELVIS, STANCE_TVEKSAM, STANCE_UTRED}},
                 {"inte alls", {STANCE_AVSTYRKER}}};
    enum { KINDS = sizeof kinds / sizeof *kinds };
    size_t n[KINDS], used = 0, put = 0;
    for (size_t i = 0; i < KINDS; i++) {
        n[i] = count(s, kinds[i].stances);
        used += n[i] > 0;
    }
    if (used == 0)
        return;
    buf_str(&s->out, " Av dem stöds ");
    for (size_t i = 0; i < KINDS; i++) {
        if (n[i] == 0)
            continue;
        buf_str(&s->out, put == 0 ? "" : put + 1 == used ? " och " : ", ");
        put++;
        buf_printf(&s->out, "%.*s %s", S8F(number(s->arena, n[i])), kinds[i].how);
    }
    buf_byte(&s->out, '.');
}

/* "förslag och bedömningar", "förslag" */
static const char *kinds_of(const struct betankande *b) {
    bool has[2] = {false, false};
    for (size_t i = 0; i < b->n_avsnitt; i++)
        for (size_t k = 0; k < b->avsnitt[i].n_punkt; k++)
            has[b->avsnitt[i].punkt[k].slag] = true;
    return has[PUNKT_FORSLAG] && has[PUNKT_BEDOMNING] ? "förslag och bedömningar"
           : has[PUNKT_FORSLAG]                       ? "förslag"
                                                      : "bedömningar";
}

/* "Nämnden tar ställning till 22 av betänkandets 23 förslag och bedömningar." */
static void put_opening(struct summary *s) {
    static const enum stance taken[] = {STANCE_TILLSTYRKER, STANCE_SYNPUNKTER,    STANCE_VILLKOR,
                                        STANCE_DELVIS,      STANCE_TVEKSAM,       STANCE_UTRED,
                                        STANCE_AVSTYRKER,   STANCE_INGEN_ERINRAN, STANCE_NONE};
    const struct betankande *b = s->draft->betankande;
    size_t n = count(s, taken);
    bool ds = s8_starts(b->id, S8("ds-"));
    if (is_proposal(s))
        buf_printf(&s->out, "Ärendet gäller yttrande över %s %.*s (%.*s). ",
                   ds ? "promemorian" : "betänkandet", S8F(b->titel), S8F(b->beteckning));
    buf_str8(&s->out, is_proposal(s) ? S8("Förslaget till yttrande") : s->speaks.borjan);
    buf_str(&s->out, " tar ställning till ");
    if (n < s->n_svar)
        buf_printf(&s->out, "%.*s av ", S8F(number(s->arena, n)));
    buf_printf(&s->out, "%s %.*s %s.", ds ? "promemorians" : "betänkandets",
               S8F(number(s->arena, s->n_svar)), kinds_of(b));
    put_counts(s);
    buf_byte(&s->out, '\n');
}

/* ---- stances ---- */

/* A paragraph: each stance and kind in a sentence of its own, or (`joined`) as many in one as can
 * be read. */
static void put_sentences(struct summary *s, const enum stance *stances, bool joined) {
    struct phrase phrase[2 * STANCE_N];
    size_t n = 0;
    for (; *stances != STANCE_NONE; stances++)
        for (int k = PUNKT_FORSLAG; k <= PUNKT_BEDOMNING; k++)
            n += group(s, *stances, (enum punkt_slag)k, PHRASE_MAIN, &phrase[n]);
    if (n == 0)
        return;
    buf_byte(&s->out, '\n');
    for (size_t i = 0; i < n && !joined; i++)
        buf_printf(&s->out, "%s%.*s", i ? " " : "", S8F(phrase_make(s->arena, &phrase[i])));
    if (joined)
        buf_str8(&s->out, join_make(s->arena, phrase, n));
    buf_byte(&s->out, '\n');
}

/* In a proposal: an item for each stance and kind. */
static void put_items(struct summary *s, const enum stance *stances) {
    struct phrase p;
    for (; *stances != STANCE_NONE; stances++)
        for (int k = PUNKT_FORSLAG; k <= PUNKT_BEDOMNING; k++)
            if (group(s, *stances, (enum punkt_slag)k, PHRASE_PREDICATE, &p))
                buf_printf(&s->out, "- %.*s\n", S8F(phrase_make(s->arena, &p)));
}

static const enum stance contested[] = {STANCE_AVSTYRKER, STANCE_DELVIS, STANCE_TVEKSAM,
                                        STANCE_UTRED, STANCE_NONE},
                         conditional[] = {STANCE_VILLKOR, STANCE_SYNPUNKTER, STANCE_NONE},
                         supported[] = {STANCE_TILLSTYRKER, STANCE_NONE},
                         silent[] = {STANCE_INGEN_ERINRAN, STANCE_AVSTAR, STANCE_NONE};

static void put_stances(struct summary *s) {
    if (!is_proposal(s)) {
        put_sentences(s, contested, false);
        put_sentences(s, conditional, false);
        put_sentences(s, supported, true);
        put_sentences(s, silent, true);
        return;
    }
    buf_printf(&s->out, "\n%.*s föreslår att %.*s\n\n", S8F(s->speaks.borjan),
               S8F(s->decides.inne));
    put_items(s, contested);
    put_items(s, conditional);
    put_items(s, supported);
    put_items(s, silent);
}

/* Does the template, or a part of it, set the key points out? `depth` parts may lie in each other.
 */
static bool mall_has_points(const struct profil *p, struct str8 namn, int depth) {
    const struct mall *m = depth ? profil_mall(p, namn) : NULL;
    ptrdiff_t at;
    if (!m || s8_find(m->text, S8("{{#nyckel")) >= 0)
        return m != NULL;
    for (struct str8 rest = m->text; (at = s8_find(rest, S8("{{>"))) >= 0;) {
        rest = s8_skip(rest, (size_t)at + 3);
        if (mall_has_points(p, s8_trim(s8_cut(&rest, '}')), depth - 1))
            return true;
    }
    return false;
}

static bool paper_has_points(const struct summary *s) {
    enum { DEEP = 8 };
    bool has = mall_has_points(s->draft->profil, s->dokument->mall, DEEP);
    for (size_t i = 0; i < s->dokument->n_del; i++)
        has = has || mall_has_points(s->draft->profil, s->dokument->del[i], DEEP);
    return has;
}

static void put_points(struct summary *s) {
    const struct post_list *l = &s->draft->arende->post[POST_NYCKELPUNKT];
    if (l->n == 0 || paper_has_points(s))
        return;
    buf_byte(&s->out, '\n');
    for (size_t i = 0; i < l->n; i++) {
        const struct str8 *v = l->p[i].value;
        buf_printf(&s->out, "- %s%.*s%s%.*s\n", v[NYCKELPUNKT_INGRESS].n ? "**" : "",
                   S8F(v[NYCKELPUNKT_INGRESS]), v[NYCKELPUNKT_INGRESS].n ? ":** " : "",
                   S8F(v[NYCKELPUNKT_TEXT]));
    }
}

enum status sammanfattning_utkast(struct arena *a, const struct draft *d, struct str8 block,
                                  struct str8 *out, struct error *err) {
    struct summary s = {.arena = a, .draft = d, .dokument = paper_of(d->profil, block)};
    bool answered = false;
    if (!s.dokument)
        return error_set(err, ST_NOT_FOUND, "profilen %.*s gör inget papper som har texten %.*s",
                         S8F(d->profil->namn), S8F(block));
    s.svar = svarsrader(a, d, &s.n_svar);
    for (size_t i = 0; i < s.n_svar; i++)
        answered = answered || (stance_printed(s.svar[i].stance) && !s.svar[i].utelamnad);
    if (!answered)
        return error_set(err, ST_REFUSED,
                         "inget är besvarat än, så det finns inget att sammanfatta");
    enum status st = find_speakers(&s, err);
    if (st != ST_OK)
        return st;
    put_opening(&s);
    put_stances(&s);
    put_points(&s);
    *out = arena_str8(a, s8_trim(buf_str8_of(&s.out)));
    buf_free(&s.out);
    return ST_OK;
}
