#include "draft/context_private.h"

#include <stdlib.h>

#include "base/clock.h"
#include "draft/context_facts.h"

json_t *context_set(json_t *obj, const char *key, struct str8 text) {
    json_t *v = text.n ? json_stringn(text.p, text.n) : json_null();
    json_object_set_new(obj, key, v);
    return v;
}

void context_set_marked(struct building *b, json_t *obj, const char *key, struct str8 text,
                        enum post_slag slag, struct str8 nyckel, const char *falt) {
    json_t *node = context_set(obj, key, text);
    if (text.n == 0)
        return;
    struct context *c = b->out;
    struct context_mark *m = ARENA_PUSH(b->arena, c->mark, c->n_mark, c->cap_mark);
    m->node = node;
    m->mark = arena_printf(b->arena, "%s %.*s %s", post_slag_info(slag)->namn, S8F(nyckel), falt);
}

json_t *context_item(json_t *list) {
    json_t *o = json_object();
    json_array_append_new(list, o);
    return o;
}

static int by_node(const void *a, const void *b) {
    const struct context_mark *p = a, *q = b;
    return (p->node > q->node) - (p->node < q->node);
}

struct str8 context_mark_of(const struct context *c, const json_t *node) {
    const struct context_mark wanted = {.node = node}, *hit = NULL;
    if (c->n_mark)
        hit = bsearch(&wanted, c->mark, c->n_mark, sizeof *c->mark, by_node);
    return hit ? hit->mark : S8("");
}

static struct str8 value(const struct building *b, int falt) {
    return arende_value(b->draft->arende, falt);
}

/* The ärende's own fields under their own names: {{dnr}}, {{ert-dnr}}, {{nämndmöte}}. */
static void put_fields(struct building *b) {
    const struct post_slag_info *info = post_slag_info(POST_ARENDE);
    for (size_t f = 0; f < info->n_falt; f++) {
        struct str8 v = value(b, (int)f);
        if (info->falt[f].typ == FALT_JANEJ)
            json_object_set_new(b->out->root, info->falt[f].namn, json_boolean(s8_eqz(v, "ja")));
        else
            context_set(b->out->root, info->falt[f].namn, v);
    }
}

/* "SOU 2024:72" with a no-break space, so that it is not parted at a line end. */
static struct str8 held(struct arena *a, struct str8 s) {
    struct buf out = {0};
    for (size_t i = 0; i < s.n; i++)
        buf_bytes(&out, s.p[i] == ' ' ? "\u00A0" : s.p + i, s.p[i] == ' ' ? 2 : 1);
    struct str8 t = arena_str8(a, buf_str8_of(&out));
    buf_free(&out);
    return t;
}

/* What a paper is about: "Stärkt medicinsk kompetens … (SOU 2024:72)". */
static void put_titles(struct building *b) {
    const struct betankande *bet = b->draft->betankande;
    json_t *root = b->out->root;
    struct str8 number = held(b->arena, bet->beteckning);
    struct str8 full = arena_printf(b->arena, "%.*s (%.*s)", S8F(bet->titel), S8F(number));
    context_set(root, "dokument", b->dokument->namn);
    context_set(root, "etikett", b->dokument->etikett);
    context_set(root, "titel", bet->titel);
    context_set(root, "beteckning", number);
    context_set(root, "namn", full);
    context_set(root, "sort",
                s8_starts(bet->id, S8("ds-")) ? S8("promemorian") : S8("betänkandet"));
    context_set(root, "uppdragstext", bet->uppdrag);
    struct str8 dated = b->dokument->datumfalt;
    struct str8 date = dated.n ? value(b, falt_find(POST_ARENDE, dated)) : S8("");
    context_set(root, "dokumentdatum", date);
    struct str8 met = value(b, ARENDE_BESLUTSDATUM);
    context_set(root, "sammanträdesdatum", met.n ? met : value(b, ARENDE_NAMNDMOTE));
    json_object_set_new(root, "information",
                        json_boolean(s8_eqz(value(b, ARENDE_VAG), "information")));
    struct str8 to = value(b, ARENDE_ADRESSAT);
    context_set(root, "till", to.n ? to : value(b, ARENDE_NAMND));
    bool department = s8_ends(value(b, ARENDE_VAG), S8("-departement")) ||
                      s8_ends(value(b, ARENDE_MOTTAGARE), S8("departementet"));
    json_object_set_new(root, "till-departement", json_boolean(department));
    struct str8 decides = value(b, ARENDE_BESLUTANDE);
    if (decides.n == 0)
        decides = value(b, ARENDE_NAMND);
    context_set(root, "beslutande", decides.n ? decides : S8("Nämnden"));
}

int context_val(const struct building *b, enum val v) {
    return val_word(&b->dokument->val, &b->draft->profil->val, v);
}

/* {{#val.omdöme-sist}}: every word of every setting, true for those that hold. */
static void put_settings(struct building *b) {
    json_t *o = json_object();
    json_object_set_new(b->out->root, "val", o);
    for (int v = 0; v < VAL_N; v++) {
        const struct val_info *info = val_info((enum val)v);
        for (int i = 0; info->ord[i]; i++) {
            struct str8 name = arena_printf(b->arena, "%s-%s", info->namn, info->ord[i]);
            json_object_set_new(o, name.p, json_boolean(context_val(b, (enum val)v) == i));
        }
    }
}

/* {{rubriker.beslut}}: what the profile calls its headings. */
static void put_headings(struct building *b) {
    const struct profil *p = b->draft->profil;
    json_t *o = json_object();
    json_object_set_new(b->out->root, "rubriker", o);
    for (size_t i = 0; i < p->n_rubrik; i++)
        context_set(o, arena_str8(b->arena, p->rubrik[i].namn).p, p->rubrik[i].text);
}

static json_t *subjekt_object(const struct subjekt *s) {
    json_t *o = json_object();
    context_set(o, "början", s->borjan);
    context_set(o, "inne", s->inne);
    context_set(o, "genitiv", s->genitiv);
    context_set(o, "sig", s->reflexiv);
    return o;
}

/* {{sammanfattar.början}}: one who speaks in a part of the paper only; else the paper's subject. */
static enum status put_speaker(struct building *b, const char *key, struct str8 namn,
                               struct error *err) {
    struct subjekt s;
    if (namn.n == 0) {
        json_object_set(b->out->root, key, json_object_get(b->out->root, "subjekt"));
        return ST_OK;
    }
    enum status st = profil_subjekt(b->arena, b->draft->profil, namn, b->draft->arende, &s, err);
    if (st == ST_OK)
        json_object_set_new(b->out->root, key, subjekt_object(&s));
    return st;
}

/* {{subjekt.början}}: who the paper speaks as; {{beslutar.inne}}: who takes the stand. */
static enum status put_subjekt(struct building *b, struct error *err) {
    const struct draft *d = b->draft;
    struct str8 chosen = value(b, ARENDE_SUBJEKT);
    struct subjekt s;
    enum status st = ST_NOT_FOUND;
    if (chosen.n && b->dokument->beslutande.n == 0)
        st = profil_subjekt(b->arena, d->profil, chosen, d->arende, &s, NULL);
    if (st != ST_OK)
        st = profil_subjekt(b->arena, d->profil, b->dokument->subjekt, d->arende, &s, err);
    if (st != ST_OK)
        return st;
    json_object_set_new(b->out->root, "subjekt", subjekt_object(&s));
    st = put_speaker(b, "beslutar", b->dokument->beslutande, err);
    if (st == ST_OK)
        st = put_speaker(b, "sammanfattar", b->dokument->sammanfattar, err);
    if (st == ST_OK)
        st = put_speaker(b, "inleder", b->dokument->inleder, err);
    return st;
}

/* {{{texter.sammanfattning}}}: every block that the program or the profile knows. */
static void put_texts(struct building *b) {
    json_t *texts = json_object();
    size_t n;
    const struct text_block *all = profil_text_blocks(b->arena, b->draft->profil, &n);
    json_object_set_new(b->out->root, "texter", texts);
    for (size_t i = 0; i < n; i++) {
        struct str8 name = s8_from(all[i].namn);
        const struct post *post = arende_post(b->draft->arende, POST_TEXT, name);
        context_set_marked(b, texts, all[i].namn, post ? post->value[TEXT_INNEHALL] : S8(""),
                           POST_TEXT, name, "innehåll");
    }
}

static void put_consequence(struct building *b, json_t *list, struct str8 name) {
    const struct post *post = arende_post(b->draft->arende, POST_TEXT, name);
    if (!post || post->value[TEXT_INNEHALL].n == 0)
        return;
    json_t *o = context_item(list);
    context_set(o, "rubrik", s8_from(profil_text_block(b->draft->profil, name)->etikett));
    context_set_marked(b, o, "innehåll", post->value[TEXT_INNEHALL], POST_TEXT, name, "innehåll");
}

/* {{#konsekvenser}}: the consequence headings that have a text, in the paper's order, or, where it
 * names none, in the usual one. */
static void put_consequences(struct building *b) {
    static const char *const order[] = {
        "barnkonsekvenser",       "jämställdhet", "ekonomi",
        "finansieringsprincipen", "landsbygd",    "ekologisk-hållbarhet",
        "social-hållbarhet",      "styrdokument", "facklig-samverkan"};
    json_t *list = json_array();
    json_object_set_new(b->out->root, "konsekvenser", list);
    const struct dokument *d = b->dokument;
    for (size_t i = 0; i < d->n_konsekvens; i++)
        put_consequence(b, list, d->konsekvens[i]);
    for (size_t i = 0; i < sizeof order / sizeof *order && d->n_konsekvens == 0; i++)
        put_consequence(b, list, s8_from(order[i]));
}

enum status context_make(struct arena *a, const struct draft *d, const struct dokument *dok,
                         struct context *out, struct error *err) {
    struct building b = {.arena = a, .draft = d, .dokument = dok, .out = out};
    *out = (struct context){.root = json_object()};
    put_fields(&b);
    put_titles(&b);
    put_settings(&b);
    put_headings(&b);
    enum status st = put_subjekt(&b, err);
    if (st == ST_OK) {
        put_texts(&b);
        put_consequences(&b);
        context_put_lists(&b);
        st = context_put_svar(&b, err);
    }
    if (st == ST_OK) {
        context_put_presence(&b);
        if (out->n_mark)
            qsort(out->mark, out->n_mark, sizeof *out->mark, by_node);
        json_object_set_new(out->root, "ärende", context_facts_arende(d->arende));
        json_object_set_new(out->root, "betänkande", context_facts_betankande(d->betankande));
    } else {
        context_free(out);
    }
    return st;
}

void context_free(struct context *c) {
    json_decref(c->root);
    c->root = NULL;
}
