#include "draft/matris.h"

#include "remiss/stance.h"

/* Groups in the order in which a politician asks: what is contested first. */
static const struct {
    const char *huvud;
    unsigned stances; /* a bit for each */
} grupper[] = {
    {"Avstyrker, delar inte", 1u << STANCE_AVSTYRKER},
    {"Delvis, tveksam, utred", 1u << STANCE_DELVIS | 1u << STANCE_TVEKSAM | 1u << STANCE_UTRED},
    {"Med villkor eller synpunkter", 1u << STANCE_VILLKOR | 1u << STANCE_SYNPUNKTER},
    {"Tillstyrker, delar", 1u << STANCE_TILLSTYRKER},
    {"Inget att erinra", 1u << STANCE_INGEN_ERINRAN},
    {"Avstår, berörs inte", 1u << STANCE_AVSTAR | 1u << STANCE_EJ_BERORD},
    {"Ännu inte besvarade", 1u << STANCE_NONE},
};
enum { GRUPPER = sizeof grupper / sizeof *grupper };

/* A punkt of an avsnitt that is left out on purpose is not forgotten. */
static size_t grupp_of(const struct svarsrad *s) {
    enum stance stance = s->utelamnad && s->stance == STANCE_NONE ? STANCE_EJ_BERORD : s->stance;
    size_t g = 0;
    while (g + 1 < GRUPPER && !(grupper[g].stances >> stance & 1))
        g++;
    return g;
}

/* "förslag", "förslag 2": which of its kind in the avsnitt. */
static struct str8 punkt_name(struct arena *a, const struct punkt_ref *ref) {
    size_t n = 0, place = 0;
    const char *slag = punkt_slag_namn(ref->punkt->slag);
    for (size_t i = 0; i < ref->avsnitt->n_punkt; i++) {
        const struct punkt *p = &ref->avsnitt->punkt[i];
        n += p->slag == ref->punkt->slag;
        place = p == ref->punkt ? n : place;
    }
    return n > 1 ? arena_printf(a, "%s %zu", slag, place) : s8_from(slag);
}

static struct str8 rubrik_of(const struct draft *d, const struct avsnitt *av) {
    const struct post *own = arende_post(d->arende, POST_AVSNITT, av->nummer);
    return own && own->value[AVSNITT_RUBRIK].n ? own->value[AVSNITT_RUBRIK]
                                               : avsnitt_print_title(av);
}

static struct str8 word_of(const struct svarsrad *s) {
    if (s->utelamnad && s->stance == STANCE_NONE)
        return S8("utelämnas");
    if (s->stance == STANCE_AVSTAR)
        return S8("avstår");
    if (s->stance == STANCE_EJ_BERORD)
        return S8("berör oss inte");
    return s8_from(stance_label(s->stance, s->ref.punkt->slag));
}

void matris(struct arena *a, const struct draft *d, struct matris *out) {
    size_t n, kolumn[GRUPPER];
    bool used[GRUPPER] = {0};
    const struct svarsrad *svar = svarsrader(a, d, &n);
    *out = (struct matris){.huvud = ARENA_NEW(a, struct str8, GRUPPER),
                           .rad = ARENA_NEW(a, struct matris_rad, n + 1),
                           .n_rad = n};
    for (size_t i = 0; i < n; i++)
        used[grupp_of(&svar[i])] = true;
    for (size_t g = 0; g < GRUPPER; g++) {
        kolumn[g] = out->n_kolumn;
        if (used[g])
            out->huvud[out->n_kolumn++] = s8_from(grupper[g].huvud);
    }
    for (size_t i = 0; i < n; i++) {
        const struct svarsrad *s = &svar[i];
        out->rad[i] = (struct matris_rad){
            .svar = s,
            .rubrik = rubrik_of(d, s->ref.avsnitt),
            .punkt = punkt_name(a, &s->ref),
            .kolumn = kolumn[grupp_of(s)],
            .ord = word_of(s),
        };
    }
}
