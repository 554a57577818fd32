#include "draft/phrase.h"

#include "base/utf8.h"
#include "draft/object.h"
#include "draft/phrase_parts.h"

static const struct fras *fras_of(const struct phrase *p) {
    return &p->profil->fras[p->stance][p->ref->punkt->slag];
}

/* A rejected negated punkt is said in two steps: "delar inte … att … inte …" cannot be read. */
bool phrase_two_steps(const struct phrase *p) {
    return p->n_ref + p->n_also == 1 && p->ref->punkt->negerad && stance_rejects(p->stance);
}

bool phrase_is_main(const struct phrase *p) {
    return p->order == PHRASE_MAIN || p->order == PHRASE_INVERTED;
}

bool phrase_is_clause(const struct phrase *p) {
    return s8_starts(fras_of(p)->led, S8("att "));
}

/* A phrase on its way to paper. */
struct making {
    const struct phrase *p;
    struct phrase_part part;
};

static bool is_alone(const struct making *m) {
    return m->part.first && m->part.last;
}

/* Does this stance repeat a clause that holds a negation of its own? Only one who agrees with it
 * can do so without confusing the reader. */
static bool repeats_negation(enum stance s) {
    return stance_agrees(s) && s != STANCE_INGEN_ERINRAN;
}

static enum object_form object_form(const struct making *m, bool matter,
                                    const struct punkt_ref *ref) {
    const struct phrase *p = m->p;
    const struct punkt *punkt = ref->punkt;
    bool negated = punkt->negerad && !repeats_negation(p->stance);
    if (matter && punkt->slag == PUNKT_BEDOMNING)
        return OBJECT_MATTER;
    /* "utredningens förslag" might be one or many, so only a bedömning is named by its owner. */
    if (phrase_two_steps(p) && punkt->slag == PUNKT_BEDOMNING && !p->name_only)
        return OBJECT_OWNER;
    bool named = p->name_only || p->here || negated || p->n_also || !m->part.last;
    return named ? OBJECT_NAME : OBJECT_CLAUSE;
}

/* Appends what it is about, of both kinds. */
static enum object_shape put_object(struct buf *out, const struct making *m, bool matter) {
    const struct phrase *p = m->p;
    enum object_shape shape =
        object_put(out, p->ref, p->n_ref, object_form(m, matter, p->ref), p->here);
    if (p->n_also == 0)
        return shape;
    struct buf also = {0};
    const struct fras *f = &p->profil->fras[p->stance][p->also->punkt->slag];
    matter = matter || s8_find(f->led, S8("{sak}")) >= 0;
    enum object_shape second =
        object_put(&also, p->also, p->n_also, object_form(m, matter, p->also), p->here);
    bool plain = shape == OBJECT_ONE && second == OBJECT_ONE;
    buf_str(out, plain ? " och " : " samt ");
    buf_str8(out, buf_str8_of(&also));
    buf_free(&also);
    return plain ? OBJECT_MANY : OBJECT_SAMT;
}

/* A clause that may have been written with its "att". */
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
static void fill(struct buf *out, const struct making *m, struct str8 text, bool *clause) {
    const struct phrase *p = m->p;
    while (text.n) {
        ptrdiff_t open = s8_find(text, S8("{"));
        size_t len = open < 0 ? text.n : (size_t)open;
        buf_str8(out, s8_sub(text, 0, len));
        text = s8_skip(text, len + 1);
        if (open < 0)
            break;
        struct str8 slot = s8_cut(&text, '}');
        if (s8_eqz(slot, "objekt"))
            *clause = put_object(out, m, false) == OBJECT_WITH_CLAUSE;
        else if (s8_eqz(slot, "sak"))
            put_object(out, m, true);
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

/* Is what it is about a clause, or several nouns, so that an adverbial after it could be read as a
 * part of that? */
static bool long_object(const struct making *m, struct str8 led) {
    struct buf tmp = {0};
    enum object_shape shape = put_object(&tmp, m, s8_find(led, S8("{sak}")) >= 0);
    buf_free(&tmp);
    return shape == OBJECT_WITH_CLAUSE || shape == OBJECT_SAMT;
}

/* A condition is meant but has not been given: an adverbial says that there is one. */
static bool lacks_condition(const struct phrase *p) {
    return fras_of(p)->utan_villkor.n && strip_clause(p->villkor).n == 0;
}

struct str8 phrase_adverb(const struct phrase *p) {
    const struct fras *f = fras_of(p);
    if (lacks_condition(p))
        return f->utan_villkor;
    return !phrase_is_main(p) && f->bisats_egen ? f->bisats_adverb : f->adverb;
}

/* The led that fits where the reasons stand; empty for the common one. Right after the sentence is
 * further down where something else of the sentence, or of a list, comes first. */
static struct str8 placed_led(const struct making *m) {
    const struct fras *f = fras_of(m->p);
    bool between = m->p->order == PHRASE_PROPOSAL || m->p->order == PHRASE_PREDICATE;
    switch (m->p->text) {
    case PHRASE_TEXT_AFTER:
        return is_alone(m) && !between ? f->led_efter : f->led_nedan;
    case PHRASE_TEXT_BEFORE:
        return f->led_fore;
    case PHRASE_TEXT_BELOW:
        return f->led_nedan;
    case PHRASE_TEXT_ELSEWHERE:
        return f->led_annan;
    case PHRASE_NO_TEXT:
        break;
    }
    return S8("");
}

enum insert_place { INSERT_LAST, INSERT_FIRST, INSERT_AFTER_VERB, INSERT_BEFORE_VERB };

/* A led in its parts: ", under förutsättning att {villkor}, {objekt}" has an insertion. */
struct led {
    struct str8 insertion, rest;
    enum insert_place where;
};

/* The led that says it all, in the place where it stands. */
static struct str8 whole_led(const struct making *m) {
    const struct fras *f = fras_of(m->p);
    struct str8 placed = placed_led(m);
    if (placed.n)
        return placed;
    if (lacks_condition(m->p))
        return S8("{objekt}");
    if (f->led_lang.n && long_object(m, f->led))
        return f->led_lang;
    return !phrase_is_main(m->p) && f->bisats_egen ? f->bisats_led : f->led;
}

/* Where it stands when it cannot stand last. After the reasons it leads on from them; a condition
 * does not, for its verb would meet that of the sentence. */
static enum insert_place insertion_place(const struct phrase *p, struct str8 insertion) {
    if (p->order == PHRASE_CLAUSE || p->order == PHRASE_PROPOSAL)
        return INSERT_BEFORE_VERB;
    bool leads = p->text == PHRASE_TEXT_BEFORE && s8_find(insertion, S8("{villkor}")) < 0;
    return p->order == PHRASE_MAIN && leads ? INSERT_FIRST : INSERT_AFTER_VERB;
}

static struct led choose_led(const struct making *m) {
    struct str8 led = whole_led(m);
    struct led out = {.rest = led};
    ptrdiff_t end = s8_starts(led, S8(", ")) ? s8_find(s8_skip(led, 2), S8(", ")) : -1;
    if (end < 0)
        return out;
    out.insertion = s8_sub(led, 2, 2 + (size_t)end);
    out.rest = s8_skip(led, 4 + (size_t)end);
    if (!is_alone(m))
        out.where = INSERT_AFTER_VERB;
    else if (long_object(m, led))
        out.where = insertion_place(m->p, out.insertion);
    return out;
}

static void put_insertion(struct buf *out, const struct making *m, struct str8 text) {
    bool clause = false;
    buf_str(out, ", ");
    fill(out, m, text, &clause);
    buf_byte(out, ',');
}

/* What comes after the verb group. */
static void put_rest(struct buf *out, const struct making *m, const struct led *led) {
    bool clause = false;
    if (led->insertion.n && led->where == INSERT_AFTER_VERB)
        put_insertion(out, m, led->insertion);
    buf_byte(out, ' ');
    fill(out, m, led->rest, &clause);
    if (led->insertion.n && led->where == INSERT_LAST) {
        buf_byte(out, ' ');
        fill(out, m, led->insertion, &clause);
    }
}

/* Verb first, after `lead`: Däremot ställer sig nämnden tveksam till …; Däremot ställer vi oss
 * tveksamma till … */
static void put_verb_first(struct buf *out, const struct making *m, const struct led *led,
                           struct str8 lead) {
    const struct phrase *p = m->p;
    const struct fras *f = fras_of(p);
    struct str8 reflexive = f->reflexiv ? p->subjekt.reflexiv : S8("");
    buf_str8(out, lead);
    put_word(out, f->verb);
    put_word(out, p->subjekt.pronomen ? p->subjekt.inne : reflexive);
    put_word(out, p->subjekt.pronomen ? reflexive : p->subjekt.inne);
    put_word(out, phrase_adverb(p));
    put_rest(out, m, led);
}

/* Med de synpunkter som framgår ovan tillstyrker nämnden … */
static void put_insertion_first(struct buf *out, const struct making *m, const struct led *led) {
    struct arena tmp = {0};
    struct buf text = {0};
    bool clause = false;
    fill(&text, m, led->insertion, &clause);
    put_verb_first(out, m, led, utf8_upper_first(&tmp, buf_str8_of(&text)));
    buf_free(&text);
    arena_free(&tmp);
}

/* Nämnden delar inte bedömningen …; "delar inte bedömningen …" */
static void put_main(struct buf *out, const struct making *m) {
    const struct fras *f = fras_of(m->p);
    struct led led = choose_led(m);
    if (led.insertion.n && led.where == INSERT_FIRST) {
        put_insertion_first(out, m, &led);
        return;
    }
    if (m->part.first)
        buf_printf(out, "%.*s ", S8F(m->p->subjekt.borjan));
    buf_str8(out, f->verb);
    if (f->reflexiv)
        put_word(out, m->p->subjekt.reflexiv);
    put_word(out, phrase_adverb(m->p));
    put_rest(out, m, &led);
}

static void put_inverted(struct buf *out, const struct making *m) {
    struct led led = choose_led(m);
    put_verb_first(out, m, &led, m->p->profil->daremot);
}

static bool is_proposed(const struct phrase *p) {
    return p->order == PHRASE_PROPOSAL || p->order == PHRASE_PREDICATE;
}

/* nämnden inte har något att erinra mot … */
static void put_subordinate(struct buf *out, const struct making *m) {
    const struct phrase *p = m->p;
    const struct fras *f = fras_of(p);
    struct led led = choose_led(m);
    struct str8 adverb = phrase_adverb(p);
    if (m->part.first && p->order != PHRASE_PREDICATE) {
        buf_str8(out, p->subjekt.inne);
        if (led.insertion.n && led.where == INSERT_BEFORE_VERB)
            put_insertion(out, m, led.insertion);
        buf_byte(out, ' ');
    }
    if (adverb.n)
        buf_printf(out, "%.*s ", S8F(adverb));
    buf_str8(out, is_proposed(p) && f->foresla_verb.n ? f->foresla_verb : f->verb);
    if (f->reflexiv)
        put_word(out, p->subjekt.reflexiv);
    put_rest(out, m, &led);
}

void phrase_put(struct buf *out, const struct phrase *p, struct phrase_part part) {
    const struct making m = {p, part};
    if (!phrase_is_main(p))
        put_subordinate(out, &m);
    else if (p->order == PHRASE_INVERTED && part.first)
        put_inverted(out, &m);
    else
        put_main(out, &m);
}

void phrase_put_opposite(struct buf *out, const struct phrase *p) {
    struct str8 opposite = strip_clause(p->ref->punkt->motsats);
    if (!phrase_two_steps(p) || opposite.n == 0)
        return;
    if (phrase_is_main(p))
        buf_printf(out, ". %.*s ", S8F(p->subjekt.borjan));
    else if (s8_eqz(phrase_adverb(p), "inte"))
        buf_str(out, " utan ");
    else if (p->order == PHRASE_PREDICATE)
        buf_str(out, " och ");
    else /* "och framför" might be read as what the proposer does */
        buf_printf(out, " och att %.*s ", S8F(p->subjekt.inne));
    buf_printf(out, "%.*s %.*s", S8F(is_proposed(p) ? p->profil->framfor : p->profil->anser),
               S8F(opposite));
}

void phrase_put_proposer(struct buf *out, const struct phrase *p, enum phrase_turn turn) {
    const struct profil *profil = p->profil;
    if (p->order != PHRASE_PROPOSAL)
        return;
    if (turn == PHRASE_AGAINST && profil->daremot.n) {
        struct str8 att = profil->foreslar, verb = s8_cut(&att, ' ');
        buf_printf(out, "%.*s %.*s %.*s %.*s ", S8F(profil->daremot), S8F(verb),
                   S8F(p->proposer.inne), S8F(att));
        return;
    }
    bool again = turn != PHRASE_FIRST && profil->foreslar_ocksa.n;
    buf_printf(out, "%.*s %.*s ", S8F(p->proposer.borjan),
               S8F(again ? profil->foreslar_ocksa : profil->foreslar));
}

struct str8 phrase_make(struct arena *a, const struct phrase *p) {
    struct buf out = {0};
    if (!stance_printed(p->stance))
        return S8("");
    phrase_put_proposer(&out, p, PHRASE_FIRST);
    phrase_put(&out, p, (struct phrase_part){true, true});
    phrase_put_opposite(&out, p);
    if (phrase_is_main(p) || p->order == PHRASE_PROPOSAL)
        buf_byte(&out, '.');
    struct str8 s = arena_str8(a, buf_str8_of(&out));
    buf_free(&out);
    return s;
}
