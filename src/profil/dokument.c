/* profil.ini: the profile itself, its papers, its own text blocks. */
#include "profil/private.h"

#include "base/fileio.h"
#include "base/utf8.h"

/* A file beside profil.ini, and nowhere else: a profile is a folder that can be copied. */
static enum status put_file(struct loading *l, struct str8 value, struct str8 *path,
                            struct error *err) {
    *path = arena_printf(l->arena, "%.*s/%.*s", S8F(l->profil->mapp), S8F(value));
    if (value.n && s8_find(value, S8("/")) < 0 && file_exists(path->p))
        return ST_OK;
    return error_set(err, ST_INVALID,
                     "”%.*s” finns inte. Filen ska ligga i profilens mapp, bredvid profil.ini.",
                     S8F(value));
}

static enum status put_pdf(struct profil *p, struct str8 value, struct error *err) {
    p->pdf_a1 = utf8_same_name(value, S8("PDF/A-1a"));
    if (p->pdf_a1 || utf8_same_name(value, S8("PDF/UA")))
        return ST_OK;
    return error_set(err, ST_INVALID, "”%.*s” går inte. Skriv PDF/UA eller PDF/A-1a.", S8F(value));
}

static enum status put_profile(struct loading *l, struct str8 key, struct str8 value,
                               struct error *err) {
    static const struct str8 known[] = {S8I("beskrivning"), S8I("version"),   S8I("logotyp-text"),
                                        S8I("logotyp"),     S8I("word-mall"), S8I("odf-mall"),
                                        S8I("pdf")};
    struct profil *p = l->profil;
    struct str8 *const words[] = {&p->beskrivning, &p->version, &p->logotyp_text};
    struct str8 *const files[] = {&p->logotyp, &p->word_mall, &p->odf_mall};
    for (size_t i = 0; i < 3; i++) {
        if (utf8_same_name(key, known[i])) {
            *words[i] = value;
            return ST_OK;
        }
        if (utf8_same_name(key, known[3 + i]))
            return put_file(l, value, files[i], err);
    }
    if (utf8_same_name(key, known[6]))
        return put_pdf(p, value, err);
    return profil_unknown_key(key, "i [profil]", known, sizeof known / sizeof *known, err);
}

static struct dokument *dokument_of(struct loading *l, struct str8 namn) {
    struct profil *p = l->profil;
    for (size_t i = 0; i < p->n_dokument; i++)
        if (utf8_same_name(p->dokument[i].namn, namn))
            return &p->dokument[i];
    struct dokument *d = ARENA_PUSH(l->arena, p->dokument, p->n_dokument, l->cap_dokument);
    d->namn = namn;
    d->etikett = utf8_upper_first(l->arena, namn);
    return d;
}

static enum status put_dokument(struct loading *l, struct str8 namn, struct str8 key,
                                struct str8 value, struct error *err) {
    static const struct str8 known[] = {S8I("etikett"),    S8I("mall"),  S8I("subjekt"),
                                        S8I("beslutande"), S8I("datum"), S8I("texter"),
                                        S8I("fält"),       S8I("listor")};
    struct dokument *d = dokument_of(l, namn);
    struct str8 *const one[] = {&d->etikett, &d->mall, &d->subjekt, &d->beslutande, &d->datumfalt};
    const size_t n_one = sizeof one / sizeof *one;
    for (size_t i = 0; i < n_one; i++) {
        if (utf8_same_name(key, known[i])) {
            *one[i] = value;
            return ST_OK;
        }
    }
    if (utf8_same_name(key, known[5]))
        d->text = profil_list_of(l->arena, value, &d->n_text);
    else if (utf8_same_name(key, known[6]))
        d->falt = profil_list_of(l->arena, value, &d->n_falt);
    else if (utf8_same_name(key, known[7]))
        d->lista = profil_list_of(l->arena, value, &d->n_lista);
    else
        return profil_unknown_key(key, "för ett dokument", known, sizeof known / sizeof *known,
                                  err);
    return ST_OK;
}

static enum status put_block(struct loading *l, struct str8 namn, struct str8 key,
                             struct str8 value, struct error *err) {
    static const struct str8 known[] = {S8I("etikett"), S8I("hjälp")};
    struct profil *p = l->profil;
    if (!text_block_name_ok(namn))
        return error_set(err, ST_INVALID,
                         "[text %.*s]: namnet ska vara små bokstäver, siffror och bindestreck",
                         S8F(namn));
    struct text_block *b = NULL;
    for (size_t i = 0; i < p->n_egna && !b; i++)
        if (s8_eqz(namn, p->egna[i].namn))
            b = &p->egna[i];
    if (!b) {
        b = ARENA_PUSH(l->arena, p->egna, p->n_egna, l->cap_egna);
        *b = (struct text_block){arena_str8(l->arena, namn).p, namn.p, ""};
    }
    if (utf8_same_name(key, known[0]))
        b->etikett = value.p;
    else if (utf8_same_name(key, known[1]))
        b->hjalp = value.p;
    else
        return profil_unknown_key(key, "för en text", known, sizeof known / sizeof *known, err);
    return ST_OK;
}

enum status profil_put_profil(void *user, struct str8 section, struct str8 key, struct str8 value,
                              struct error *err) {
    struct loading *l = user;
    struct str8 name = section;
    struct str8 word = s8_cut(&name, ' ');
    name = arena_str8(l->arena, s8_trim(name));
    if (utf8_same_name(section, S8("profil")))
        return put_profile(l, key, value, err);
    if (utf8_same_name(word, S8("dokument")) && name.n)
        return put_dokument(l, name, key, value, err);
    if (utf8_same_name(word, S8("text")) && name.n)
        return put_block(l, name, key, value, err);
    return error_set(err, ST_INVALID,
                     "[%.*s] går inte. Tillåtna är [profil], [dokument NAMN] och [text NAMN].",
                     S8F(section));
}

static enum status missing(const struct dokument *d, const char *key, struct error *err) {
    return error_set(err, ST_INVALID, "profil.ini: [dokument %.*s] saknar %s = …", S8F(d->namn),
                     key);
}

static enum status no_such(const struct dokument *d, const char *key, struct str8 v,
                           const char *what, struct error *err) {
    return error_set(err, ST_INVALID, "profil.ini: [dokument %.*s] %s = %.*s: %s", S8F(d->namn),
                     key, S8F(v), what);
}

static bool has_subjekt(const struct profil *p, struct str8 namn) {
    for (size_t i = 0; i < p->n_subjekt; i++)
        if (utf8_same_name(p->subjekt[i].namn, namn))
            return true;
    return false;
}

static enum status check_names(const struct profil *p, const struct dokument *d,
                               struct error *err) {
    for (size_t i = 0; i < d->n_text; i++)
        if (!profil_text_block(p, d->text[i]))
            return no_such(d, "texter", d->text[i], "det finns inget sådant textblock", err);
    for (size_t i = 0; i < d->n_falt; i++)
        if (falt_find(POST_ARENDE, d->falt[i]) < 0)
            return no_such(d, "fält", d->falt[i], "ärendet har inget sådant fält", err);
    for (size_t i = 0; i < d->n_lista; i++) {
        enum post_slag s = post_slag_find(d->lista[i]);
        if (s == POST_SLAG_N || post_slag_info(s)->form != POST_LIST)
            return no_such(d, "listor", d->lista[i], "det finns ingen sådan lista", err);
    }
    return ST_OK;
}

enum status profil_check_dokument(const struct profil *p, struct error *err) {
    if (p->n_dokument == 0)
        return error_set(err, ST_INVALID, "profil.ini: det finns inget [dokument NAMN]");
    if (p->logotyp.n && p->logotyp_text.n == 0)
        return error_set(err, ST_INVALID,
                         "profil.ini: logotyp kräver logotyp-text: vad bilden föreställer, för den "
                         "som inte kan se den");
    enum status st = ST_OK;
    for (size_t i = 0; i < p->n_dokument && st == ST_OK; i++) {
        const struct dokument *d = &p->dokument[i];
        if (d->mall.n == 0)
            st = missing(d, "mall", err);
        else if (d->subjekt.n == 0)
            st = missing(d, "subjekt", err);
        else if (!profil_mall(p, d->mall))
            st = no_such(d, "mall", d->mall, "filen finns inte i profilens mapp", err);
        else if (!has_subjekt(p, d->subjekt))
            st = no_such(d, "subjekt", d->subjekt, "det står inte i subjekt.ini", err);
        else if (d->beslutande.n && !has_subjekt(p, d->beslutande))
            st = no_such(d, "beslutande", d->beslutande, "det står inte i subjekt.ini", err);
        else if (d->datumfalt.n && falt_find(POST_ARENDE, d->datumfalt) < 0)
            st = no_such(d, "datum", d->datumfalt, "ärendet har inget sådant fält", err);
        else
            st = check_names(p, d, err);
    }
    return st;
}
