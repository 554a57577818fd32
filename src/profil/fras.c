#include "profil/private.h"

#include "base/utf8.h"

#include <stdio.h>

/* "tillstyrker förslag", "delvis bedömning": which phrase a section is about. */
static enum status parse_section(struct str8 section, struct fras **out, struct profil *p,
                                 struct error *err) {
    struct str8 kind = section;
    struct str8 word = s8_cut(&kind, ' ');
    bool forslag = utf8_same_name(kind, S8("förslag"));
    if (!forslag && !utf8_same_name(kind, S8("bedömning")))
        return error_set(err, ST_INVALID,
                         "[%.*s]: skriv ställningen och sedan förslag eller bedömning, till "
                         "exempel [tillstyrker förslag]",
                         S8F(section));
    enum stance stance;
    enum status st = stance_parse(word, &stance, err);
    if (st == ST_OK)
        *out = &p->fras[stance][forslag ? PUNKT_FORSLAG : PUNKT_BEDOMNING];
    return st;
}

static enum status put_common(struct profil *p, struct str8 key, struct str8 value,
                              struct error *err) {
    static const struct str8 known[] = {S8I("föreslår"), S8I("föreslår-också"), S8I("anser"),
                                        S8I("däremot"), S8I("framför")};
    struct str8 *const slot[] = {&p->foreslar, &p->foreslar_ocksa, &p->anser, &p->daremot,
                                 &p->framfor};
    const size_t n = sizeof known / sizeof *known;
    for (size_t i = 0; i < n; i++) {
        if (utf8_same_name(key, known[i])) {
            *slot[i] = value;
            return ST_OK;
        }
    }
    return profil_unknown_key(key, "i [allmänt]", known, n, err);
}

/* A phrase that an upper layer says is all its own: half of another's verb is no phrase. */
static void begin_in_layer(struct loading *l, struct fras *f) {
    int *from = &l->fras_lager[0][0] + (f - &l->profil->fras[0][0]);
    if (*from != l->lager)
        *f = (struct fras){0};
    *from = l->lager;
}

enum status profil_put_fras(void *user, struct str8 section, struct str8 key, struct str8 value,
                            struct error *err) {
    static const struct str8 known[] = {
        S8I("verb"),          S8I("adverb"),     S8I("led"),          S8I("reflexiv"),
        S8I("bisats-adverb"), S8I("bisats-led"), S8I("föreslå-verb"), S8I("utan-villkor"),
        S8I("led-lång"),      S8I("led-efter"),  S8I("led-före"),     S8I("led-nedan"),
        S8I("led-annan")};
    struct profil *p = ((struct loading *)user)->profil;
    struct fras *f = NULL;
    if (utf8_same_name(section, S8("allmänt")))
        return put_common(p, key, value, err);
    enum status st = parse_section(section, &f, p, err);
    if (st != ST_OK)
        return st;
    begin_in_layer(user, f);
    struct str8 *const slot[] = {
        &f->verb,       &f->adverb,       &f->led,          NULL,         &f->bisats_adverb,
        &f->bisats_led, &f->foresla_verb, &f->utan_villkor, &f->led_lang, &f->led_efter,
        &f->led_fore,   &f->led_nedan,    &f->led_annan};
    const size_t n = sizeof known / sizeof *known;
    size_t i = 0;
    while (i < n && !utf8_same_name(key, known[i]))
        i++;
    if (i == n)
        return profil_unknown_key(key, "för en fras", known, n, err);
    if (!slot[i])
        return profil_yes_no(value, &f->reflexiv, err);
    *slot[i] = value;
    f->bisats_egen = f->bisats_led.n > 0;
    return ST_OK;
}

/* Three forms with "|" between: utrum, neutrum, plural. */
static bool is_agreement(struct str8 slot) {
    int n = 0;
    for (struct str8 rest = slot; rest.p; n++)
        if (s8_cut(&rest, '|').n == 0)
            return false;
    return n == 3;
}

/* Every {slot} in `text` is one that the sentence builder fills in. */
static enum status check_slots(struct str8 text, const char *where, struct error *err) {
    static const char *const slots[] = {"objekt", "sak", "sig", "villkor", ",", "att"};
    while (s8_find(text, S8("{")) >= 0) {
        text = s8_skip(text, (size_t)s8_find(text, S8("{")) + 1);
        ptrdiff_t end = s8_find(text, S8("}"));
        struct str8 slot = s8_sub(text, 0, end < 0 ? 0 : (size_t)end);
        bool ok = is_agreement(slot);
        for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
            ok = ok || s8_eqz(slot, slots[i]);
        if (!ok)
            return error_set(err, ST_INVALID,
                             "fraser.ini: [%s]: {%.*s} går inte. Tillåtna är {objekt}, {sak}, "
                             "{sig}, {villkor}, {,}, {att} och {tveksam|tveksamt|tveksamma}.",
                             where, S8F(slot));
    }
    return ST_OK;
}

enum status profil_check_fras(const struct profil *p, struct error *err) {
    if (p->foreslar.n == 0 || p->anser.n == 0 || p->framfor.n == 0)
        return error_set(err, ST_INVALID, "fraser.ini: [allmänt] saknar %s = …",
                         p->foreslar.n == 0 ? "föreslår"
                         : p->anser.n == 0  ? "anser"
                                            : "framför");
    for (int s = STANCE_TILLSTYRKER; s < STANCE_N; s++) {
        for (int k = PUNKT_FORSLAG; k <= PUNKT_BEDOMNING && stance_printed((enum stance)s); k++) {
            const struct fras *f = &p->fras[s][k];
            char where[80];
            snprintf(where, sizeof where, "%s %s", stance_word((enum stance)s),
                     punkt_slag_namn((enum punkt_slag)k));
            if (f->verb.n == 0 || f->led.n == 0)
                return error_set(err, ST_INVALID, "fraser.ini: [%s] saknar %s = …", where,
                                 f->verb.n ? "led" : "verb");
            if (s8_find(f->led, S8("{villkor}")) >= 0 && f->utan_villkor.n == 0)
                return error_set(err, ST_INVALID,
                                 "fraser.ini: [%s] har {villkor} men saknar utan-villkor = …",
                                 where);
            const struct str8 all[] = {f->led,       f->bisats_led, f->utan_villkor, f->led_lang,
                                       f->led_efter, f->led_fore,   f->led_nedan,    f->led_annan};
            for (size_t i = 0; i < sizeof all / sizeof *all; i++)
                if (check_slots(all[i], where, err) != ST_OK)
                    return ST_INVALID;
        }
    }
    return ST_OK;
}
