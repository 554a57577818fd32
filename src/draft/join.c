#include "draft/join.h"

#include "draft/object.h"
#include "draft/phrase_parts.h"

/* One verdict on its way into a sentence. */
struct verdict {
    struct phrase phrase;
    bool against; /* stands after "men" */
};

struct joining {
    struct arena *arena;
    struct verdict *v;
    size_t n;
};

/* Does the stance hold back, so that it follows on "men" after one that goes along? */
static bool holds_back(enum stance s) {
    return !stance_agrees(s) && s != STANCE_DELVIS;
}

/* ---- the same said once ---- */

/* The refs of both, in the arena. */
static const struct punkt_ref *both(struct arena *a, const struct punkt_ref *p, size_t n,
                                    const struct punkt_ref *q, size_t m) {
    struct punkt_ref *all = ARENA_NEW(a, struct punkt_ref, n + m);
    for (size_t i = 0; i < n + m; i++)
        all[i] = i < n ? p[i] : q[i - n];
    return all;
}

/* Has the phrase something of its own that would be lost if it were said together with another? */
static bool stands_alone(const struct phrase *p) {
    return phrase_two_steps(p) || s8_trim(p->villkor).n;
}

static bool same_stance(const struct phrase *p, const struct phrase *q) {
    bool text = p->stance != STANCE_SYNPUNKTER || p->text == q->text;
    return p->stance == q->stance && text && !stands_alone(p) && !stands_alone(q);
}

/* Are the words the same for a förslag as for a bedömning? */
static bool same_words(const struct profil *p, enum stance s) {
    const struct fras *f = &p->fras[s][PUNKT_FORSLAG], *b = &p->fras[s][PUNKT_BEDOMNING];
    return s8_eq(f->verb, b->verb) && s8_eq(f->foresla_verb, b->foresla_verb) &&
           f->reflexiv == b->reflexiv && s8_eq(f->adverb, b->adverb) && s8_eq(f->led, b->led) &&
           s8_eq(f->bisats_adverb, b->bisats_adverb) && s8_eq(f->bisats_led, b->bisats_led);
}

/* Adds `p` to the verdict that says the same of the same kind. */
static bool add_to_kind(struct joining *j, const struct phrase *p) {
    for (size_t i = 0; i < j->n; i++) {
        struct phrase *q = &j->v[i].phrase;
        if (!same_stance(p, q) || p->ref->punkt->slag != q->ref->punkt->slag)
            continue;
        q->ref = both(j->arena, q->ref, q->n_ref, p->ref, p->n_ref);
        q->n_ref += p->n_ref;
        return true;
    }
    return false;
}

/* Is what it is about one noun? Then another kind can follow it without a second "samt". */
static bool one_noun(const struct phrase *p) {
    struct buf tmp = {0};
    enum object_shape shape = object_put(&tmp, p->ref, p->n_ref, OBJECT_NAME, false);
    buf_free(&tmp);
    return shape == OBJECT_ONE || shape == OBJECT_MANY;
}

/* Takes a verdict out whose words are those of an earlier one on the other kind. */
static void join_kinds(struct joining *j) {
    for (size_t i = 0; i < j->n; i++) {
        for (size_t k = i + 1; k < j->n; k++) {
            struct phrase *p = &j->v[i].phrase, *q = &j->v[k].phrase;
            if (!same_stance(p, q) || !same_words(p->profil, p->stance) || !one_noun(p) ||
                !one_noun(q))
                continue;
            p->also = q->ref;
            p->n_also = q->n_ref;
            for (size_t m = k; m + 1 < j->n; m++)
                j->v[m] = j->v[m + 1];
            j->n--;
            break;
        }
    }
}

/* ---- in which order ---- */

/* Where on its side a verdict stands: what must come later is larger. */
static int rank(const struct verdict *v) {
    int side = v->against ? 8 : 0;
    if (phrase_two_steps(&v->phrase))
        return side + 3;
    return side + (phrase_is_clause(&v->phrase) ? 2 : phrase_adverb(&v->phrase).n ? 1 : 0);
}

/* Can nothing follow the verdict in its sentence? */
static bool ends_sentence(const struct verdict *v) {
    return phrase_two_steps(&v->phrase) || phrase_is_clause(&v->phrase);
}

/* In a clause a verb that somebody else might have, "föreslår … och framför", gets its subject. */
static bool has_subject(const struct verdict *v) {
    return !phrase_is_main(&v->phrase) && phrase_is_clause(&v->phrase);
}

/* Would the adverb that stands before the verb of `v` be read as holding for the next too? */
static bool spreads(const struct verdict *v, const struct verdict *next) {
    return !phrase_is_main(&v->phrase) && v->against == next->against && !has_subject(next) &&
           phrase_adverb(&v->phrase).n && phrase_adverb(&next->phrase).n == 0;
}

static void sort(struct joining *j) {
    for (size_t i = 1; i < j->n; i++) {
        struct verdict v = j->v[i];
        size_t k = i;
        for (; k && rank(&j->v[k - 1]) > rank(&v); k--)
            j->v[k] = j->v[k - 1];
        j->v[k] = v;
    }
}

/* How many of the verdicts from `i` on can stand in one sentence, on one side or on both. */
static size_t room(const struct joining *j, size_t i, bool one_side) {
    size_t n = 1;
    while (i + n < j->n && n < JOIN_MAX && !ends_sentence(&j->v[i + n - 1]) &&
           !spreads(&j->v[i + n - 1], &j->v[i + n]) &&
           !(one_side && j->v[i + n].against != j->v[i].against))
        n++;
    return n;
}

/* How many of the verdicts from `i` on go into the next sentence: all that are left, else those of
 * one side, in sentences of about the same length. */
static size_t take(const struct joining *j, size_t i) {
    size_t run = 0, left = j->n - i;
    if (room(j, i, false) == left)
        return left;
    size_t n = room(j, i, true);
    while (i + run < j->n && j->v[i + run].against == j->v[i].against &&
           !ends_sentence(&j->v[i + run]))
        run++;
    size_t sentences = (run + JOIN_MAX - 1) / JOIN_MAX;
    size_t even = run ? (run + sentences - 1) / sentences : 1;
    return n < even ? n : even;
}

/* ---- on paper ---- */

/* Does the other side begin with the verdict at `i`? */
static bool turns(const struct joining *j, size_t i) {
    return i > 0 && j->v[i].against && !j->v[i - 1].against;
}

/* Are all its punkter of one avsnitt? NULL if not. */
static const struct avsnitt *only_avsnitt(const struct phrase *p) {
    for (size_t i = 0; i < p->n_ref + p->n_also; i++)
        if ((i < p->n_ref ? p->ref[i] : p->also[i - p->n_ref]).avsnitt != p->ref->avsnitt)
            return NULL;
    return p->ref->avsnitt;
}

/* Verdicts after the first on the same avsnitt need not name it again. */
static void mark_here(const struct joining *j, size_t from, size_t end) {
    for (size_t i = from + 1; i < end; i++) {
        const struct avsnitt *av = only_avsnitt(&j->v[i].phrase);
        j->v[i].phrase.here = av && av == only_avsnitt(&j->v[i - 1].phrase);
    }
}

static void put_between(struct buf *out, const struct joining *j, size_t i, size_t end) {
    bool subject = has_subject(&j->v[i]);
    bool last = i + 1 == end || j->v[i + 1].against != j->v[i].against ||
                has_subject(&j->v[i + 1]) || subject;
    buf_str(out, subject ? "," : "");
    buf_str(out, turns(j, i) ? " men " : last ? " och " : ", ");
    buf_str(out, subject ? "att " : "");
}

/* What stands before the first verdict of a sentence. */
static void put_start(struct buf *out, const struct joining *j, size_t i) {
    struct phrase *head = &j->v[i].phrase;
    bool turn = turns(j, i);
    if (i > 0 && head->order == PHRASE_CLAUSE)
        buf_str(out, turn ? ", men att " : ", och att ");
    else if (i > 0)
        buf_str(out, ". ");
    if (i > 0 && phrase_is_main(head))
        head->order = turn && head->profil->daremot.n ? PHRASE_INVERTED : PHRASE_MAIN;
    phrase_put_proposer(out, head, i == 0 ? PHRASE_FIRST : turn ? PHRASE_AGAINST : PHRASE_AGAIN);
}

/* Verdicts [from, end) as one sentence, without its full stop. */
static void put_sentence(struct buf *out, const struct joining *j, size_t from, size_t end) {
    put_start(out, j, from);
    mark_here(j, from, end);
    for (size_t i = from; i < end; i++) {
        if (i > from)
            put_between(out, j, i, end);
        bool first = i == from || has_subject(&j->v[i]);
        phrase_put(out, &j->v[i].phrase, (struct phrase_part){first, i + 1 == end});
    }
    phrase_put_opposite(out, &j->v[end - 1].phrase);
}

static void collect(struct joining *j, const struct phrase *phrase, size_t n) {
    j->v = ARENA_NEW(j->arena, struct verdict, n + 1);
    for (size_t i = 0; i < n; i++) {
        struct phrase p = phrase[i];
        p.order = phrase[0].order;
        p.subjekt = phrase[0].subjekt;
        p.proposer = phrase[0].proposer;
        if (stance_printed(p.stance) && !add_to_kind(j, &p))
            j->v[j->n++] = (struct verdict){p, holds_back(p.stance)};
    }
    join_kinds(j);
    sort(j);
}

struct str8 join_make(struct arena *a, const struct phrase *phrase, size_t n) {
    struct joining j = {.arena = a};
    struct buf out = {0};
    collect(&j, phrase, n);
    for (size_t i = 0, took; i < j.n; i += took) {
        took = take(&j, i);
        put_sentence(&out, &j, i, i + took);
    }
    if (j.n && phrase->order != PHRASE_CLAUSE)
        buf_byte(&out, '.');
    struct str8 s = arena_str8(a, buf_str8_of(&out));
    buf_free(&out);
    return s;
}
