/* What follows from the answers: each punkt with its sentence, the stances counted and grouped. */
#include "draft/context_private.h"

#include "doc/markdown.h"
#include "draft/join.h"
#include "draft/object.h"
#include "draft/svarsrad.h"

static struct answers *look_up(struct arena *a, const struct draft *d) {
    const struct betankande *bet = d->betankande;
    struct answers *all = ARENA_NEW(a, struct answers, 1);
    const struct svarsrad *row = svarsrader(a, d, &all->n);
    all->answer = ARENA_NEW(a, struct answer, all->n + 1);
    all->first = ARENA_NEW(a, size_t, bet->n_avsnitt + 1);
    for (size_t i = 0; i < all->n; i++)
        all->answer[i] = (struct answer){.post = row[i].post, .stance = row[i].stance};
    for (size_t i = 0, at = 0; i < bet->n_avsnitt; at += bet->avsnitt[i++].n_punkt)
        all->first[i] = at;
    return all;
}

struct answer *context_answer(const struct building *b, const struct punkt_ref *ref) {
    size_t avsnitt = (size_t)(ref->avsnitt - b->draft->betankande->avsnitt);
    size_t punkt = (size_t)(ref->punkt - ref->avsnitt->punkt);
    return &b->answers->answer[b->answers->first[avsnitt] + punkt];
}

static bool is_proposal(const struct building *b) {
    return b->dokument->beslutande.n > 0;
}

/* Who takes the stand: in a proposal the one who decides; else the answer's, the summary's, the
 * ärende's or the paper's subject, whichever is named first and known to the profile. */
static enum status subject_of(const struct building *b, const struct post *svar,
                              struct subjekt *out, struct error *err) {
    const struct draft *d = b->draft;
    const struct str8 choice[] = {svar ? svar->value[SVAR_SUBJEKT] : b->dokument->sammanfattar,
                                  arende_value(d->arende, ARENDE_SUBJEKT)};
    for (size_t i = 0; i < 2 && !is_proposal(b); i++)
        if (choice[i].n &&
            profil_subjekt(b->arena, d->profil, choice[i], d->arende, out, NULL) == ST_OK)
            return ST_OK;
    struct str8 name = is_proposal(b) ? b->dokument->beslutande : b->dokument->subjekt;
    return profil_subjekt(b->arena, d->profil, name, d->arende, out, err);
}

/* For a summary when `svar` is NULL. */
static enum status start_phrase(const struct building *b, const struct post *svar, struct phrase *p,
                                struct error *err) {
    const struct draft *d = b->draft;
    *p = (struct phrase){.profil = d->profil,
                         .order = is_proposal(b) ? PHRASE_PROPOSAL : PHRASE_MAIN};
    enum status st = subject_of(b, svar, &p->subjekt, err);
    if (st == ST_OK)
        st =
            profil_subjekt(b->arena, d->profil, b->dokument->subjekt, d->arende, &p->proposer, err);
    return st;
}

/* For and against: a stance that turns against the one before is introduced with "Däremot". */
static int side(enum stance s) {
    return stance_agrees(s) ? 1 : stance_rejects(s) || s == STANCE_TVEKSAM ? -1 : 0;
}

/* Where this paper has the reasons, seen from the sentence. */
static enum phrase_text reasons_at(const struct building *b) {
    if (is_proposal(b))
        return PHRASE_TEXT_ELSEWHERE;
    switch (context_val(b, VAL_OMDOME)) {
    case 0:
    case 3:
        return PHRASE_TEXT_AFTER;
    case 1:
        return PHRASE_TEXT_BEFORE;
    default:
        return PHRASE_NO_TEXT;
    }
}

enum status context_phrase(const struct building *b, const struct punkt_ref *ref, struct phrase *p,
                           struct error *err) {
    const struct answer *an = context_answer(b, ref);
    enum status st = start_phrase(b, an->post, p, err);
    if (st != ST_OK)
        return st;
    p->stance = an->stance;
    p->ref = ref;
    p->n_ref = 1;
    p->villkor = an->post->value[SVAR_VILLKOR];
    if (an->post->value[SVAR_MOTIVERING].n)
        p->text = reasons_at(b);
    return ST_OK;
}

/* The sentence for `n` punkter that are answered alike. `before` is the side taken by the one above
 * under the same heading, 0 where that was introduced with "Däremot": two in a row lead nowhere. */
static enum status sentence(const struct building *b, const struct punkt_ref *ref, size_t n,
                            int before, struct str8 *out, struct error *err) {
    const struct answer *an = context_answer(b, ref);
    struct phrase p;
    enum status st = context_phrase(b, ref, &p, err);
    if (st != ST_OK)
        return st;
    p.n_ref = n;
    if (!is_proposal(b) && before * side(an->stance) < 0 && b->draft->profil->daremot.n)
        p.order = PHRASE_INVERTED;
    *out = phrase_make(b->arena, &p);
    return ST_OK;
}

/* Are these the reasons of a neighbour too? Then they stand once: after the last of those they are
 * for, or, where the verdict comes last, before the first. */
static bool shares_reasons(const struct building *b, const struct punkt_ref *ref, size_t n,
                           size_t i) {
    bool last = context_val(b, VAL_OMDOME) == 1;
    if (last ? i == 0 : i + 1 == n)
        return false;
    const struct answer *an = context_answer(b, &ref[i]);
    const struct answer *other = context_answer(b, &ref[last ? i - 1 : i + 1]);
    return stance_printed(other->stance) &&
           s8_eq(an->post->value[SVAR_MOTIVERING], other->post->value[SVAR_MOTIVERING]);
}

/* Can the two be said in one sentence? A rejected negated punkt needs two of its own. */
static bool alike(const struct building *b, const struct punkt_ref *p, const struct punkt_ref *q) {
    static const int same[] = {SVAR_STALLNING, SVAR_VILLKOR, SVAR_MOTIVERING, SVAR_SUBJEKT};
    const struct answer *x = context_answer(b, p), *y = context_answer(b, q);
    if (!x->post || !y->post || p->punkt->slag != q->punkt->slag ||
        ((p->punkt->negerad || q->punkt->negerad) && stance_rejects(x->stance)))
        return false;
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (!s8_eq(x->post->value[same[i]], y->post->value[same[i]]))
            return false;
    return true;
}

/* How many punkter the sentence of ref[i] is for: 0 when it is said with those above, or all of the
 * heading's together. */
static size_t said_for(const struct building *b, const struct punkt_ref *ref, size_t n, size_t i) {
    size_t end = i + 1;
    if (context_val(b, VAL_OMDOMEN) != 1)
        return context_val(b, VAL_OMDOMEN) == 0;
    if (i > 0 && alike(b, &ref[i - 1], &ref[i]))
        return 0;
    while (end < n && alike(b, &ref[end - 1], &ref[end]))
        end++;
    return end - i;
}

/* Does the text begin with something that words cannot stand before: a list, a table, a heading? */
static bool begins_with_block(struct str8 markdown) {
    static const char *const first[] = {"- ", "* ", "+ ", "#", ">", "|", "```", "~~~", "[^"};
    size_t digits = 0;
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        if (s8_starts(markdown, s8_from(first[i])))
            return true;
    while (digits < markdown.n && markdown.p[digits] >= '0' && markdown.p[digits] <= '9')
        digits++;
    struct str8 after = s8_skip(markdown, digits);
    return digits && (s8_starts(after, S8(". ")) || s8_starts(after, S8(") ")));
}

/* {{{löptext}}}: the verdict and the reasons in one paragraph, where they can be. */
static struct str8 running_text(const struct building *b, struct str8 verdict,
                                struct str8 reasons) {
    static const char *const around[] = {"**", "*", ""};
    const char *style = around[context_val(b, VAL_OMDOME_STIL)];
    struct buf words = {0};
    reasons = s8_trim(reasons);
    if (verdict.n == 0)
        return reasons;
    markdown_escape(verdict, &words);
    const char *between = reasons.n == 0 ? "" : begins_with_block(reasons) ? "\n\n" : " ";
    struct str8 text = arena_printf(b->arena, "%s%.*s%s%s%.*s", style, S8F(buf_str8_of(&words)),
                                    style, between, S8F(reasons));
    buf_free(&words);
    return text;
}

static void put_punkt_facts(json_t *o, const struct punkt *p, struct str8 key) {
    context_set(o, "nyckel", key);
    context_set(o, "slag", s8_from(punkt_slag_namn(p->slag)));
    context_set(o, "slagord", p->slag == PUNKT_FORSLAG ? S8("Förslag") : S8("Bedömning"));
    json_object_set_new(o, "är-förslag", json_boolean(p->slag == PUNKT_FORSLAG));
    context_set(o, "att", p->att);
    context_set(o, "lydelse", p->text);
}

/* `said` is how many punkter its sentence is for, 0 for none. */
static enum status put_punkt(struct building *b, json_t *o, const struct punkt_ref *ref,
                             size_t said, bool reasoned, int *before, struct error *err) {
    struct str8 key = punkt_key(b->arena, ref->avsnitt, ref->punkt);
    const struct answer *an = context_answer(b, ref);
    struct str8 verdict = S8("");
    bool printed = stance_printed(an->stance);
    struct buf tmp = {0};
    object_put(&tmp, ref, 1, OBJECT_CLAUSE, false);
    struct str8 what = arena_str8(b->arena, buf_str8_of(&tmp));
    buf_free(&tmp);
    enum status st = printed && said ? sentence(b, ref, said, *before, &verdict, err) : ST_OK;
    put_punkt_facts(o, ref->punkt, key);
    context_set(o, "avsnitt", ref->avsnitt->nummer);
    context_set(o, "ställning", s8_from(stance_code(an->stance)));
    context_set(o, "ord", s8_from(stance_label(an->stance, ref->punkt->slag)));
    context_set(o, "objekt", what);
    json_object_set_new(o, "besvarad", json_boolean(an->stance != STANCE_NONE));
    json_object_set_new(o, "skrivs", json_boolean(printed));
    if (printed && said && side(an->stance)) /* one that turned: the next does not turn again */
        *before = *before * side(an->stance) < 0 ? 0 : side(an->stance);
    context_set_marked(b, o, "omdöme", verdict, POST_SVAR, key, "ställning");
    struct str8 reasons = printed && reasoned ? an->post->value[SVAR_MOTIVERING] : S8("");
    context_set_marked(b, o, "motivering", reasons, POST_SVAR, key, "motivering");
    context_set_marked(b, o, "löptext", printed ? running_text(b, verdict, reasons) : S8(""),
                       POST_SVAR, key, "motivering");
    return st;
}

enum status context_put_punkter(struct building *b, json_t *list, const struct punkt_ref *ref,
                                size_t n, bool *printed, struct error *err) {
    enum status st = ST_OK;
    int before = 0;
    for (size_t i = 0; i < n && st == ST_OK; i++) {
        struct answer *an = context_answer(b, &ref[i]);
        bool says = stance_printed(an->stance), running = context_val(b, VAL_OMDOME) == 3;
        json_t *o = context_item(list);
        size_t said = said_for(b, ref, n, i);
        /* Reasons that go on from a sentence stand with it, not with the last that it is for. */
        size_t last = running && said ? i + said - 1 : i;
        bool reasoned = says && (said || !running) && !shares_reasons(b, ref, n, last);
        st = put_punkt(b, o, &ref[i], said, reasoned, &before, err);
        if (!an->node)
            an->node = o;
        *printed = *printed || says;
    }
    return st;
}

/* Every answered punkt with that stance and of that kind, in order. */
static size_t collect(const struct building *b, enum stance s, enum punkt_slag slag,
                      struct punkt_ref *out) {
    const struct betankande *bet = b->draft->betankande;
    size_t n = 0;
    for (size_t i = 0; i < bet->n_avsnitt; i++) {
        const struct avsnitt *av = &bet->avsnitt[i];
        for (size_t k = 0; k < av->n_punkt; k++)
            if (av->punkt[k].slag == slag &&
                b->answers->answer[b->answers->first[i] + k].stance == s)
                out[n++] = (struct punkt_ref){av, &av->punkt[k]};
    }
    return n;
}

/* {{#grupper}}: per stance and kind a sentence, "Nämnden tillstyrker förslagen i avsnitt …", and
 * the same as an item of a list, "tillstyrker förslagen i avsnitt …"; {{ställningar}}: all of them
 * as running text. */
static enum status put_groups(struct building *b, struct error *err) {
    json_t *list = json_array();
    struct phrase group[STANCE_N * 2];
    size_t groups = 0;
    json_object_set_new(b->out->root, "grupper", list);
    for (int s = STANCE_TILLSTYRKER; s < STANCE_N; s++) {
        for (int k = PUNKT_FORSLAG; k <= PUNKT_BEDOMNING; k++) {
            struct punkt_ref *ref = ARENA_NEW(b->arena, struct punkt_ref, b->answers->n + 1);
            size_t n = stance_printed((enum stance)s)
                           ? collect(b, (enum stance)s, (enum punkt_slag)k, ref)
                           : 0;
            if (n == 0)
                continue;
            struct phrase p;
            enum status st = start_phrase(b, NULL, &p, err);
            if (st != ST_OK)
                return st;
            p.stance = (enum stance)s;
            p.ref = ref;
            p.n_ref = n;
            p.name_only = true;
            p.text = is_proposal(b) ? PHRASE_TEXT_ELSEWHERE : PHRASE_TEXT_BELOW;
            const struct post *only = context_answer(b, ref)->post;
            if (n == 1 && only)
                p.villkor = only->value[SVAR_VILLKOR];
            group[groups++] = p;
            json_t *o = context_item(list);
            context_set(o, "mening", phrase_make(b->arena, &p));
            enum phrase_text here = p.text;
            p.text = PHRASE_TEXT_ELSEWHERE;
            context_set(o, "mening-annan", phrase_make(b->arena, &p));
            p.text = here;
            p.order = PHRASE_PREDICATE;
            context_set(o, "led", phrase_make(b->arena, &p));
            context_set(o, "ställning", s8_from(stance_code(p.stance)));
            json_object_set_new(o, "antal", json_integer((json_int_t)n));
        }
    }
    context_set(b->out->root, "ställningar", join_make(b->arena, group, groups));
    return ST_OK;
}

static void put_counts(struct building *b) {
    int all = (int)b->answers->n, answered = 0, printed = 0;
    for (size_t i = 0; i < b->answers->n; i++) {
        answered += b->answers->answer[i].stance != STANCE_NONE;
        printed += stance_printed(b->answers->answer[i].stance);
    }
    json_t *o = json_object();
    json_object_set_new(o, "punkter", json_integer(all));
    json_object_set_new(o, "besvarade", json_integer(answered));
    json_object_set_new(o, "skrivs", json_integer(printed));
    json_object_set_new(b->out->root, "antal", o);
    json_object_set_new(b->out->root, "några-svar", json_boolean(printed > 0));
    int silence = context_val(b, VAL_TYSTNAD);
    json_object_set_new(b->out->root, "tysta-delar",
                        json_boolean(silence == 1 || (silence == 0 && printed < all)));
}

/* {{#svarslista}}: every punkt in the order of the betänkande; {{#omstridda}}: those that are not
 * simply agreed with, the most contested first. The objects are those of the avsnitt and teman. */
static void put_flat(struct building *b) {
    static const enum stance contested[] = {STANCE_AVSTYRKER, STANCE_DELVIS, STANCE_TVEKSAM,
                                            STANCE_UTRED, STANCE_VILLKOR};
    json_t *all = json_array(), *some = json_array();
    json_object_set_new(b->out->root, "svarslista", all);
    json_object_set_new(b->out->root, "omstridda", some);
    for (size_t i = 0; i < b->answers->n; i++)
        json_array_append(all, b->answers->answer[i].node);
    for (size_t s = 0; s < sizeof contested / sizeof *contested; s++)
        for (size_t i = 0; i < b->answers->n; i++)
            if (b->answers->answer[i].stance == contested[s])
                json_array_append(some, b->answers->answer[i].node);
}

enum status context_put_svar(struct building *b, struct error *err) {
    b->answers = look_up(b->arena, b->draft);
    bool teman = context_val(b, VAL_INDELNING) == 1;
    enum status st = teman ? context_put_teman(b, err) : ST_OK;
    if (st == ST_OK)
        st = context_put_avsnitt(b, err);
    if (st == ST_OK && !teman)
        st = context_put_teman(b, err);
    if (st == ST_OK)
        st = put_groups(b, err);
    if (st == ST_OK) {
        put_counts(b);
        put_flat(b);
        context_put_matris(b);
    }
    return st;
}
