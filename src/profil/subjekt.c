#include "profil/private.h"

#include "base/near.h"
#include "base/utf8.h"

static struct subjekt *find(const struct profil *p, struct str8 namn) {
    for (size_t i = 0; i < p->n_subjekt; i++)
        if (utf8_same_name(p->subjekt[i].namn, namn))
            return &p->subjekt[i];
    return NULL;
}

/* One of two words; sets *out when it is the second. */
static enum status choice(struct str8 v, const char *first, const char *second, bool *out,
                          struct error *err) {
    *out = utf8_same_name(v, s8_from(second));
    if (*out || utf8_same_name(v, s8_from(first)))
        return ST_OK;
    return error_set(err, ST_INVALID, "”%.*s” går inte. Skriv %s eller %s.", S8F(v), first, second);
}

enum status profil_put_subjekt(void *user, struct str8 section, struct str8 key, struct str8 value,
                               struct error *err) {
    static const struct str8 known[] = {S8I("början"),   S8I("inne"),     S8I("genitiv"),
                                        S8I("reflexiv"), S8I("ordklass"), S8I("genus"),
                                        S8I("numerus"),  S8I("källa")};
    struct loading *l = user;
    struct profil *p = l->profil;
    if (section.n == 0)
        return error_set(err, ST_INVALID, "raden står före det första [subjektet]");
    struct subjekt *s = find(p, section);
    if (!s) {
        s = ARENA_PUSH(l->arena, p->subjekt, p->n_subjekt, l->cap_subjekt);
        s->namn = section;
        s->reflexiv = S8("sig");
    }
    if (utf8_same_name(key, known[0]))
        s->borjan = value;
    else if (utf8_same_name(key, known[1]))
        s->inne = value;
    else if (utf8_same_name(key, known[2]))
        s->genitiv = value;
    else if (utf8_same_name(key, known[3]))
        s->reflexiv = value;
    else if (utf8_same_name(key, known[4]))
        return choice(value, "substantiv", "pronomen", &s->pronomen, err);
    else if (utf8_same_name(key, known[5]))
        return choice(value, "utrum", "neutrum", &s->neutrum, err);
    else if (utf8_same_name(key, known[6]))
        return choice(value, "singular", "plural", &s->plural, err);
    else if (utf8_same_name(key, known[7]))
        s->kalla = value;
    else
        return profil_unknown_key(key, "för ett subjekt", known, sizeof known / sizeof *known, err);
    return ST_OK;
}

/* "nämnden" gives "nämndens"; a name that ends in s, x or z stays as it is. */
static struct str8 genitive(struct arena *a, struct str8 s) {
    char last = s.n ? s.p[s.n - 1] : 's';
    return last == 's' || last == 'x' || last == 'z' ? s : arena_printf(a, "%.*ss", S8F(s));
}

enum status profil_check_subjekt(struct loading *l, struct error *err) {
    struct profil *p = l->profil;
    for (size_t i = 0; i < p->n_subjekt; i++) {
        struct subjekt *s = &p->subjekt[i];
        if (s->inne.n == 0)
            return error_set(err, ST_INVALID, "subjekt.ini: [%.*s] saknar inne = …", S8F(s->namn));
        if (s->kalla.n && falt_find(POST_ARENDE, s->kalla) < 0)
            return error_set(err, ST_INVALID,
                             "subjekt.ini: [%.*s] källa = %.*s: ärendet har inget sådant fält",
                             S8F(s->namn), S8F(s->kalla));
        if (s->borjan.n == 0)
            s->borjan = utf8_upper_first(l->arena, s->inne);
        if (s->genitiv.n == 0)
            s->genitiv = genitive(l->arena, s->inne);
    }
    return ST_OK;
}

/* The word of a body's name that says what it is: "nämnden" of "Nämnden för vård och omsorg",
 * "omsorgsnämnden" of "Social- och omsorgsnämnden". */
static struct str8 head_word(struct str8 name) {
    static const char *const after[] = {" för ", " i ", " med ", " vid ", " inom "};
    for (size_t i = 0; i < sizeof after / sizeof *after; i++) {
        ptrdiff_t at = s8_find(name, s8_from(after[i]));
        name = at > 0 ? s8_sub(name, 0, (size_t)at) : name;
    }
    size_t start = name.n;
    while (start && name.p[start - 1] != ' ')
        start--;
    return s8_skip(name, start);
}

static bool ends_in(struct str8 word, const char *const *ending, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (s8_ends(word, s8_from(ending[i])))
            return true;
    return false;
}

/* Is it a common noun in the definite form, so that it takes a small letter inside a sentence:
 * "omsorgsnämnden", but "Region Norrbotten", "Exempelköpings kommun"? */
static bool is_common(struct arena *a, struct str8 name, struct str8 head) {
    static const char *const ending[] = {"en", "et", "na", "sektorn", "byrån", "fullmäktige"};
    bool proper = head.n < name.n && head.p != name.p && s8_eq(head, utf8_upper_first(a, head));
    return !proper && ends_in(head, ending, sizeof ending / sizeof *ending);
}

/* The forms of a subject whose name the ärende gives; gender and number as the name shows them. */
static void put_name(struct arena *a, struct str8 name, struct subjekt *s) {
    static const char *const neuter[] = {"et", "fullmäktige"}, *const many[] = {"na"};
    struct str8 head = head_word(name);
    bool common = is_common(a, name, head);
    s->borjan = name;
    s->inne = common ? utf8_lower_first(a, name) : name;
    s->genitiv = genitive(a, s->inne);
    if (common) {
        s->plural = ends_in(head, many, 1);
        s->neutrum = ends_in(head, neuter, 2);
    }
}

enum status profil_subjekt(struct arena *a, const struct profil *p, struct str8 namn,
                           const struct arende *ar, struct subjekt *out, struct error *err) {
    const struct subjekt *s = find(p, namn);
    if (!s) {
        struct str8 *known = ARENA_NEW(a, struct str8, p->n_subjekt);
        for (size_t i = 0; i < p->n_subjekt; i++)
            known[i] = p->subjekt[i].namn;
        return near_error(err, ST_NOT_FOUND, namn, known, p->n_subjekt, "Subjekten är",
                          "”%.*s” finns inte bland profilens subjekt", S8F(namn));
    }
    *out = *s;
    struct str8 name = s->kalla.n ? arende_value(ar, falt_find(POST_ARENDE, s->kalla)) : S8("");
    if (name.n)
        put_name(a, name, out);
    return ST_OK;
}
