/* profil.ini: the profile itself, its headings, its papers, its own text blocks. */
#include "profil/private.h"

#include "base/fileio.h"
#include "base/utf8.h"

/* A file beside profil.ini, and nowhere else: a profile is a folder that can be copied. */
static enum status put_file(struct loading *l, struct str8 value, struct str8 *path,
                            struct error *err) {
    *path = arena_printf(l->arena, "%.*s/%.*s", S8F(l->mapp), S8F(value));
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
    struct str8 known[8 + VAL_KEYS] = {S8("beskrivning"), S8("version"),       S8("logotyp-text"),
                                       S8("logotyp"),     S8("word-mall"),     S8("odf-mall"),
                                       S8("pdf"),         S8(PROFIL_BYGGER_PA)};
    struct profil *p = l->profil;
    enum status st;
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
    if (utf8_same_name(key, known[7])) /* profil_folder.c has followed it */
        return ST_OK;
    if (val_put(&p->val, key, value, &st, err))
        return st;
    val_keys(known + 8);
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
    val_none(&d->val);
    return d;
}

enum status profil_put_dokument(struct loading *l, struct str8 namn, struct str8 key,
                                struct str8 value, struct error *err) {
    struct dokument *d = dokument_of(l, namn);
    struct {
        const char *key;
        struct str8 *word, **list;
        size_t *n;
    } const part[] = {{"etikett", &d->etikett, NULL, NULL},
                      {"mall", &d->mall, NULL, NULL},
                      {"subjekt", &d->subjekt, NULL, NULL},
                      {"subjekt-sammanfattning", &d->sammanfattar, NULL, NULL},
                      {"subjekt-inledning", &d->inleder, NULL, NULL},
                      {"beslutande", &d->beslutande, NULL, NULL},
                      {"datum", &d->datumfalt, NULL, NULL},
                      {"delar", NULL, &d->del, &d->n_del},
                      {"konsekvenser", NULL, &d->konsekvens, &d->n_konsekvens},
                      {"texter", NULL, &d->text, &d->n_text},
                      {"fält", NULL, &d->falt, &d->n_falt},
                      {"listor", NULL, &d->lista, &d->n_lista}};
    enum { N = sizeof part / sizeof *part };
    struct str8 known[N + 1 + VAL_KEYS];
    enum status st;
    for (size_t i = 0; i < N; i++) {
        known[i] = s8_from(part[i].key);
        if (!utf8_same_name(key, known[i]))
            continue;
        if (part[i].word)
            *part[i].word = value;
        else if (part[i].list)
            *part[i].list = profil_list_of(l->arena, value, part[i].n);
        return ST_OK;
    }
    if (utf8_same_name(key, S8("utgår")))
        return profil_yes_no(value, &d->utgar, err);
    if (val_put(&d->val, key, value, &st, err))
        return st;
    known[N] = S8("utgår");
    val_keys(known + N + 1);
    return profil_unknown_key(key, "för ett dokument", known, N + 1 + VAL_KEYS, err);
}

/* Any name will do, for templates may have headings of their own. */
static enum status put_rubrik(struct loading *l, struct str8 key, struct str8 value) {
    struct profil *p = l->profil;
    for (size_t i = 0; i < p->n_rubrik; i++)
        if (utf8_same_name(p->rubrik[i].namn, key)) {
            p->rubrik[i].text = value;
            return ST_OK;
        }
    *ARENA_PUSH(l->arena, p->rubrik, p->n_rubrik, l->cap_rubrik) = (struct rubrik){key, value};
    return ST_OK;
}

/* The profile's block of that name: its own, or its own words for one of the program's. */
static struct text_block *block_of(struct loading *l, struct str8 namn) {
    struct profil *p = l->profil;
    for (size_t i = 0; i < p->n_egna; i++)
        if (utf8_same_name(namn, s8_from(p->egna[i].namn)))
            return &p->egna[i];
    const struct text_block *common = profil_text_block(p, namn);
    struct text_block *b = ARENA_PUSH(l->arena, p->egna, p->n_egna, l->cap_egna);
    *b = common ? *common : (struct text_block){arena_str8(l->arena, namn).p, namn.p, ""};
    return b;
}

static enum status put_block(struct loading *l, struct str8 namn, struct str8 key,
                             struct str8 value, struct error *err) {
    static const struct str8 known[] = {S8I("etikett"), S8I("hjälp")};
    if (!text_block_name_ok(namn))
        return error_set(err, ST_INVALID,
                         "[text %.*s]: namnet ska vara små bokstäver, siffror och bindestreck",
                         S8F(namn));
    struct text_block *b = block_of(l, namn);
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
        return profil_put_dokument(l, name, key, value, err);
    if (utf8_same_name(section, S8("rubriker")))
        return put_rubrik(l, key, value);
    if (utf8_same_name(section, S8("termer")))
        return profil_put_term(l, key, value, err);
    if (utf8_same_name(word, S8("text")) && name.n)
        return put_block(l, name, key, value, err);
    return error_set(err, ST_INVALID,
                     "[%.*s] går inte. Tillåtna är [profil], [rubriker], [termer], [dokument NAMN] "
                     "och [text NAMN].",
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

static enum status check_blocks(const struct profil *p, const struct dokument *d, const char *key,
                                const struct str8 *block, size_t n, struct error *err) {
    for (size_t i = 0; i < n; i++)
        if (!profil_text_block(p, block[i]))
            return no_such(d, key, block[i], "det finns inget sådant textblock", err);
    return ST_OK;
}

static enum status check_names(const struct profil *p, const struct dokument *d,
                               struct error *err) {
    for (size_t i = 0; i < d->n_falt; i++)
        if (falt_find(POST_ARENDE, d->falt[i]) < 0)
            return no_such(d, "fält", d->falt[i], "ärendet har inget sådant fält", err);
    for (size_t i = 0; i < d->n_lista; i++) {
        enum post_slag s = post_slag_find(d->lista[i]);
        if (s == POST_SLAG_N || post_slag_info(s)->form != POST_LIST)
            return no_such(d, "listor", d->lista[i], "det finns ingen sådan lista", err);
    }
    for (size_t i = 0; i < d->n_del; i++)
        if (!profil_mall(p, d->del[i]))
            return no_such(d, "delar", d->del[i], "det finns ingen sådan fil", err);
    enum status st = check_blocks(p, d, "texter", d->text, d->n_text, err);
    return st == ST_OK ? check_blocks(p, d, "konsekvenser", d->konsekvens, d->n_konsekvens, err)
                       : st;
}

static enum status check_subjects(const struct profil *p, const struct dokument *d,
                                  struct error *err) {
    const struct {
        const char *key;
        struct str8 namn;
    } all[] = {{"subjekt", d->subjekt},
               {"subjekt-sammanfattning", d->sammanfattar},
               {"subjekt-inledning", d->inleder},
               {"beslutande", d->beslutande}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].namn.n && !has_subjekt(p, all[i].namn))
            return no_such(d, all[i].key, all[i].namn, "det står inte i subjekt.ini", err);
    return ST_OK;
}

static enum status check_dokument(const struct profil *p, const struct dokument *d,
                                  struct error *err) {
    if (d->mall.n == 0 && d->n_del == 0)
        return missing(d, "mall", err);
    if (d->subjekt.n == 0)
        return missing(d, "subjekt", err);
    if (d->mall.n && !profil_mall(p, d->mall))
        return no_such(d, "mall", d->mall, "filen finns inte i profilens mapp", err);
    if (d->datumfalt.n && falt_find(POST_ARENDE, d->datumfalt) < 0)
        return no_such(d, "datum", d->datumfalt, "ärendet har inget sådant fält", err);
    enum status st = check_subjects(p, d, err);
    return st == ST_OK ? check_names(p, d, err) : st;
}

/* Papers that a profile does not want of the one it builds on. */
static void drop_papers(struct profil *p) {
    size_t n = 0;
    for (size_t i = 0; i < p->n_dokument; i++)
        if (!p->dokument[i].utgar)
            p->dokument[n++] = p->dokument[i];
    p->n_dokument = n;
}

enum status profil_check_dokument(struct profil *p, struct error *err) {
    drop_papers(p);
    if (p->n_dokument == 0)
        return error_set(err, ST_INVALID, "profil.ini: det finns inget [dokument NAMN]");
    if (p->logotyp.n && p->logotyp_text.n == 0)
        return error_set(err, ST_INVALID,
                         "profil.ini: logotyp kräver logotyp-text: vad bilden föreställer, för den "
                         "som inte kan se den");
    enum status st = ST_OK;
    for (size_t i = 0; i < p->n_dokument && st == ST_OK; i++)
        st = check_dokument(p, &p->dokument[i], err);
    return st;
}
