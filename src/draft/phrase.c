#include "draft/phrase.h"

#include "draft/object.h"

static const struct fras *fras_of(const struct phrase *p) {
    return &p->profil->fras[p->stance][p->ref->punkt->slag];
}

/* A rejected negated punkt is said in two steps: "delar inte … att … inte …" cannot be read. */
static bool two_steps(const struct phrase *p) {
    return p->n_ref == 1 && p->ref->punkt->negerad && stance_rejects(p->stance);
}

/* Does this stance repeat a clause that holds a negation of its own? Only one who agrees with it
 * can do so without confusing the reader. */
static bool repeats_negation(enum stance s) {
    return stance_agrees(s) && s != STANCE_INGEN_ERINRAN;
}

static enum object_form object_form(const struct phrase *p, bool matter) {
    const struct punkt *punkt = p->ref->punkt;
    bool negated = p->n_ref == 1 && punkt->negerad && !repeats_negation(p->stance);
    if (matter && punkt->slag == PUNKT_BEDOMNING)
        return OBJECT_MATTER;
    /* "utredningens förslag" might be one or many, so only a bedömning is named by its owner. */
    if (two_steps(p) && punkt->slag == PUNKT_BEDOMNING && !p->name_only)
        return OBJECT_OWNER;
    return p->name_only || negated ? OBJECT_NAME : OBJECT_CLAUSE;
}

/* The same for one that may have been written with its "att". */
static struct str8 strip_clause(struct str8 s) {
    s = s8_trim(s);
    return object_clause(s8_starts(s, S8("att ")) ? s8_skip(s, 4) : s);
}

/* The form of "tveksam|tveksamt|tveksamma" that agrees with the subject. */
static struct str8 agree(struct str8 forms, const struct subjekt *s) {
    struct str8 common = s8_cut(&forms, '|');
    struct str8 neuter = s8_cut(&forms, '|');
    return s->plural ? forms : s->neutrum ? neuter : common;
}

/* A second verb in a proposal is said to be the one who takes the stand's, not the proposer's; in a
 * list after "föreslår att nämnden" that is plain. */
static void put_att(struct buf *out, const struct phrase *p) {
    if (p->order == PHRASE_PROPOSAL || p->order == PHRASE_CLAUSE)
        buf_printf(out, "att %.*s ", S8F(p->subjekt.inne));
}

/* Appends `text` with its slots filled in; `*clause` tells whether an object with a clause has been
 * put, and is read by {,}. */
static void fill(struct buf *out, const struct phrase *p, struct str8 text, bool *clause) {
    while (text.n) {
        ptrdiff_t open = s8_find(text, S8("{"));
        size_t len = open < 0 ? text.n : (size_t)open;
        buf_str8(out, s8_sub(text, 0, len));
        text = s8_skip(text, len + 1);
        if (open < 0)
            break;
        struct str8 slot = s8_cut(&text, '}');
        if (s8_eqz(slot, "objekt"))
            *clause = object_put(out, p->ref, p->n_ref, object_form(p, false));
        else if (s8_eqz(slot, "sak"))
            *clause = object_put(out, p->ref, p->n_ref, object_form(p, true));
        else if (s8_eqz(slot, "sig"))
            buf_str8(out, p->subjekt.reflexiv);
        else if (s8_eqz(slot, "villkor"))
            buf_str8(out, strip_clause(p->villkor));
        else if (s8_eqz(slot, ","))
            buf_str(out, *clause ? "," : "");
        else if (s8_eqz(slot, "att"))
            put_att(out, p);
        else
            buf_str8(out, agree(slot, &p->subjekt));
    }
}

static void put_word(struct buf *out, struct str8 word) {
    if (word.n) {
        buf_byte(out, ' ');
        buf_str8(out, word);
    }
}

/* Will the object be a clause, or several punkter? */
static bool long_object(const struct phrase *p) {
    struct buf tmp = {0};
    bool clause = object_put(&tmp, p->ref, p->n_ref, object_form(p, false));
    buf_free(&tmp);
    return clause || p->n_ref > 1;
}

/* A condition is meant but has not been given: an adverbial says that there is one. */
static bool lacks_condition(const struct phrase *p) {
    return fras_of(p)->utan_villkor.n && strip_clause(p->villkor).n == 0;
}

static struct str8 adverb_of(const struct phrase *p, bool subordinate) {
    const struct fras *f = fras_of(p);
    if (lacks_condition(p))
        return f->utan_villkor;
    return subordinate && f->bisats_egen ? f->bisats_adverb : f->adverb;
}

/* The led that fits where the reasons stand, whether there is a condition, and the object. */
static struct str8 choose_led(const struct phrase *p, struct str8 led) {
    const struct fras *f = fras_of(p);
    struct str8 placed = p->text == PHRASE_TEXT_AFTER       ? f->led_efter
                         : p->text == PHRASE_TEXT_BEFORE    ? f->led_fore
                         : p->text == PHRASE_TEXT_BELOW     ? f->led_nedan
                         : p->text == PHRASE_TEXT_ELSEWHERE ? f->led_annan
                                                            : S8("");
    if (placed.n)
        return placed;
    if (lacks_condition(p))
        return S8("{objekt}");
    return f->led_lang.n && long_object(p) ? f->led_lang : led;
}

/* What comes after the verb group. `led` is the clause's own. */
static void put_rest(struct buf *out, const struct phrase *p, struct str8 led) {
    bool clause = false;
    led = choose_led(p, led);
    if (!s8_starts(led, S8(",")))
        buf_byte(out, ' ');
    fill(out, p, led, &clause);
}

/* Nämnden delar inte bedömningen … */
static void put_main(struct buf *out, const struct phrase *p) {
    const struct fras *f = fras_of(p);
    buf_str8(out, p->subjekt.borjan);
    put_word(out, f->verb);
    if (f->reflexiv)
        put_word(out, p->subjekt.reflexiv);
    put_word(out, adverb_of(p, false));
    put_rest(out, p, f->led);
}

/* Däremot ställer sig nämnden tveksam till …; Däremot ställer vi oss tveksamma till … */
static void put_inverted(struct buf *out, const struct phrase *p) {
    const struct fras *f = fras_of(p);
    struct str8 reflexive = f->reflexiv ? p->subjekt.reflexiv : S8("");
    buf_str8(out, p->profil->daremot);
    put_word(out, f->verb);
    put_word(out, p->subjekt.pronomen ? p->subjekt.inne : reflexive);
    put_word(out, p->subjekt.pronomen ? reflexive : p->subjekt.inne);
    put_word(out, adverb_of(p, false));
    put_rest(out, p, f->led);
}

/* nämnden inte har något att erinra mot … */
static void put_subordinate(struct buf *out, const struct phrase *p) {
    const struct fras *f = fras_of(p);
    bool proposed = p->order == PHRASE_PROPOSAL || p->order == PHRASE_PREDICATE;
    struct str8 adverb = adverb_of(p, true);
    if (p->order != PHRASE_PREDICATE)
        buf_printf(out, "%.*s ", S8F(p->subjekt.inne));
    if (adverb.n)
        buf_printf(out, "%.*s ", S8F(adverb));
    buf_str8(out, proposed && f->foresla_verb.n ? f->foresla_verb : f->verb);
    if (f->reflexiv)
        put_word(out, p->subjekt.reflexiv);
    put_rest(out, p, f->bisats_egen ? f->bisats_led : f->led);
}

/* The second step: what is thought instead of a negated punkt. */
static void put_opposite(struct buf *out, const struct phrase *p, bool subordinate) {
    const struct fras *f = fras_of(p);
    bool proposed = p->order == PHRASE_PROPOSAL || p->order == PHRASE_PREDICATE;
    struct str8 opposite = strip_clause(p->ref->punkt->motsats);
    if (!two_steps(p) || opposite.n == 0)
        return;
    if (subordinate) {
        struct str8 adverb = f->bisats_egen ? f->bisats_adverb : f->adverb;
        if (s8_eqz(adverb, "inte"))
            buf_str(out, " utan ");
        else if (p->order == PHRASE_PREDICATE)
            buf_str(out, " och ");
        else
            buf_printf(out, " och att %.*s ", S8F(p->subjekt.inne));
    } else {
        buf_str(out, ". ");
        buf_str8(out, p->subjekt.borjan);
        buf_byte(out, ' ');
    }
    buf_printf(out, "%.*s %.*s", S8F(proposed ? p->profil->framfor : p->profil->anser),
               S8F(opposite));
}

struct str8 phrase_make(struct arena *a, const struct phrase *p) {
    struct buf out = {0};
    if (!stance_printed(p->stance))
        return S8("");
    switch (p->order) {
    case PHRASE_MAIN:
        put_main(&out, p);
        break;
    case PHRASE_INVERTED:
        put_inverted(&out, p);
        break;
    case PHRASE_PROPOSAL:
        buf_printf(&out, "%.*s %.*s ", S8F(p->proposer.borjan), S8F(p->profil->foreslar));
        put_subordinate(&out, p);
        break;
    case PHRASE_CLAUSE:
    case PHRASE_PREDICATE:
        put_subordinate(&out, p);
        break;
    }
    bool whole = p->order == PHRASE_MAIN || p->order == PHRASE_INVERTED;
    put_opposite(&out, p, !whole);
    if (whole || p->order == PHRASE_PROPOSAL)
        buf_byte(&out, '.');
    struct str8 s = arena_str8(a, buf_str8_of(&out));
    buf_free(&out);
    return s;
}
