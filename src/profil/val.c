#include "profil/val.h"

#include "base/buf.h"
#include "base/utf8.h"

static const char *const indelning[] = {"avsnitt", "teman", NULL};
static const char *const nummer[] = {"före", "parentes", "kapitel", "inget", NULL};
static const char *const omdome[] = {"först", "sist", "inget", "löpande", NULL};
static const char *const stil[] = {"fet", "kursiv", "vanlig", NULL};
static const char *const omdomen[] = {"var-för-sig", "samlade", "rubrikvis", NULL};
static const char *const beslut[] = {"numrerat", "att-satser", "punkter", "mening", NULL};
static const char *const sammanfattning[] = {"ställning", "neutral", "löpande", NULL};
static const char *const nej_ja[] = {"nej", "ja", NULL};
static const char *const tystnad[] = {"vid-behov", "alltid", "aldrig", NULL};
static const char *const underskrift[] = {"rad", "namn", "ingen", NULL};
static const char *const sidnummer[] = {"med-antal", "utan-antal", "inget", NULL};

static const struct val_info infos[VAL_N] = {
    [VAL_INDELNING] = {"indelning", indelning},
    [VAL_AVSNITTSNUMMER] = {"avsnittsnummer", nummer},
    [VAL_OMDOME] = {"omdöme", omdome},
    [VAL_OMDOME_STIL] = {"omdöme-stil", stil},
    [VAL_OMDOMEN] = {"omdömen", omdomen},
    [VAL_BESLUT] = {"beslut", beslut},
    [VAL_SAMMANFATTNING] = {"sammanfattning", sammanfattning},
    [VAL_ETIKETTER] = {"etiketter", nej_ja},
    [VAL_HANVISNINGAR] = {"hänvisningar", nej_ja},
    [VAL_TYSTNAD] = {"tystnadsklausul", tystnad},
    [VAL_UNDERSKRIFT] = {"underskrift", underskrift},
    [VAL_SIDNUMMER] = {"sidnummer", sidnummer},
};
static const char rubrikniva[] = "rubriknivå", punktlista[] = "punktlista-från";

const struct val_info *val_info(enum val v) {
    return &infos[v];
}

void val_none(struct val_set *s) {
    for (int i = 0; i < VAL_N; i++)
        s->ord[i] = -1;
    s->rubrikniva = s->punktlista = -1;
}

static enum status put_word(const struct val_info *info, struct str8 value, int *out,
                            struct error *err) {
    struct buf known = {0};
    for (int i = 0; info->ord[i]; i++) {
        if (utf8_same_name(value, s8_from(info->ord[i]))) {
            *out = i;
            buf_free(&known);
            return ST_OK;
        }
        const char *between = !i ? "" : info->ord[i + 1] ? ", " : " eller ";
        buf_printf(&known, "%s%s", between, info->ord[i]);
    }
    error_set(err, ST_INVALID, "”%.*s” går inte. Skriv %s.", S8F(value), known.p);
    buf_free(&known);
    return ST_INVALID;
}

static enum status put_number(struct str8 value, int least, int most, int *out, struct error *err) {
    int n;
    if (!s8_uint(value, &n) || n < least || n > most)
        return error_set(err, ST_INVALID, "”%.*s” går inte. Skriv ett tal från %d till %d.",
                         S8F(value), least, most);
    *out = n;
    return ST_OK;
}

bool val_put(struct val_set *s, struct str8 key, struct str8 value, enum status *st,
             struct error *err) {
    for (int i = 0; i < VAL_N; i++) {
        if (!utf8_same_name(key, s8_from(infos[i].namn)))
            continue;
        *st = put_word(&infos[i], value, &s->ord[i], err);
        return true;
    }
    if (utf8_same_name(key, s8_from(rubrikniva)))
        *st = put_number(value, 1, VAL_RUBRIKNIVA_MAX, &s->rubrikniva, err);
    else if (utf8_same_name(key, s8_from(punktlista)))
        *st = put_number(value, 0, VAL_PUNKTLISTA_MAX, &s->punktlista, err);
    else
        return false;
    return true;
}

static int chosen(int own, int common, int usual) {
    return own >= 0 ? own : common >= 0 ? common : usual;
}

int val_word(const struct val_set *own, const struct val_set *common, enum val v) {
    return chosen(own->ord[v], common->ord[v], 0);
}

int val_rubrikniva(const struct val_set *own, const struct val_set *common) {
    return chosen(own->rubrikniva, common->rubrikniva, VAL_RUBRIKNIVA_MAX);
}

int val_punktlista(const struct val_set *own, const struct val_set *common) {
    return chosen(own->punktlista, common->punktlista, 0);
}

void val_keys(struct str8 known[VAL_KEYS]) {
    for (int i = 0; i < VAL_N; i++)
        known[i] = s8_from(infos[i].namn);
    known[VAL_N] = s8_from(rubrikniva);
    known[VAL_N + 1] = s8_from(punktlista);
}
