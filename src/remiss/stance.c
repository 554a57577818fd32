#include "remiss/stance.h"

#include "base/near.h"
#include "base/utf8.h"

static const struct {
    const char *code;
    const char *label[2]; /* by enum punkt_slag */
} table[STANCE_N] = {
    [STANCE_NONE] = {"", {"obesvarad", "obesvarad"}},
    [STANCE_TILLSTYRKER] = {"tillstyrker", {"tillstyrker", "delar"}},
    [STANCE_SYNPUNKTER] = {"synpunkter", {"tillstyrker med synpunkter", "delar med synpunkter"}},
    [STANCE_VILLKOR] = {"villkor",
                        {"tillstyrker under förutsättning", "delar under förutsättning"}},
    [STANCE_DELVIS] = {"delvis", {"tillstyrker delvis", "delar delvis"}},
    [STANCE_TVEKSAM] = {"tveksam", {"tveksam", "tveksam"}},
    [STANCE_UTRED] = {"utred", {"behöver utredas vidare", "behöver utredas vidare"}},
    [STANCE_AVSTYRKER] = {"avstyrker", {"avstyrker", "delar inte"}},
    [STANCE_INGEN_ERINRAN] = {"ingen-erinran", {"inget att erinra", "inget att erinra"}},
    [STANCE_AVSTAR] = {"avstar", {"avstår, skrivs ut", "avstår, skrivs ut"}},
    [STANCE_EJ_BERORD] = {"ej-berord",
                          {"berör oss inte, skrivs inte ut", "berör oss inte, skrivs inte ut"}},
};

static const struct {
    const char *word;
    enum stance stance;
} synonyms[] = {
    {"delar", STANCE_TILLSTYRKER},
    {"instämmer", STANCE_TILLSTYRKER},
    {"stödjer", STANCE_TILLSTYRKER},
    {"delar-inte", STANCE_AVSTYRKER},
    {"delar inte", STANCE_AVSTYRKER},
    {"motsätter sig", STANCE_AVSTYRKER},
    {"avstår", STANCE_AVSTAR},
    {"berör oss inte", STANCE_EJ_BERORD},
    {"inga synpunkter", STANCE_INGEN_ERINRAN},
    {"ingen erinran", STANCE_INGEN_ERINRAN},
    {"inget att erinra", STANCE_INGEN_ERINRAN},
    {"utreds", STANCE_UTRED},
};
enum { N_SYNONYMS = sizeof synonyms / sizeof *synonyms };

const char *stance_code(enum stance s) {
    return table[s].code;
}

enum stance stance_from_code(struct str8 code) {
    for (int s = STANCE_TILLSTYRKER; s < STANCE_N; s++)
        if (s8_eqz(code, table[s].code))
            return (enum stance)s;
    return STANCE_NONE;
}

const char *stance_word(enum stance s) {
    return s == STANCE_AVSTAR ? "avstår" : s == STANCE_EJ_BERORD ? "ej-berörd" : stance_code(s);
}

const char *stance_label(enum stance s, enum punkt_slag slag) {
    return table[s].label[slag];
}

static bool same(struct arena *tmp, struct str8 ascii, const char *word) {
    return s8_eq(ascii, utf8_ascii(tmp, s8_from(word)));
}

static bool lookup(struct arena *tmp, struct str8 word, enum stance *out) {
    struct str8 w = utf8_ascii(tmp, s8_trim(word));
    for (int s = STANCE_TILLSTYRKER; s < STANCE_N; s++) {
        if (same(tmp, w, table[s].code) || same(tmp, w, table[s].label[PUNKT_FORSLAG]) ||
            same(tmp, w, table[s].label[PUNKT_BEDOMNING])) {
            *out = (enum stance)s;
            return true;
        }
    }
    for (size_t i = 0; i < N_SYNONYMS; i++) {
        if (same(tmp, w, synonyms[i].word)) {
            *out = synonyms[i].stance;
            return true;
        }
    }
    return false;
}

enum status stance_parse(struct str8 word, enum stance *out, struct error *err) {
    struct arena tmp = {0};
    enum status st = ST_OK;
    if (!lookup(&tmp, word, out)) {
        struct str8 known[STANCE_N - 1];
        for (int s = STANCE_TILLSTYRKER; s < STANCE_N; s++)
            known[s - 1] = s8_from(stance_word((enum stance)s));
        st = near_error(err, ST_INVALID, word, known, STANCE_N - 1, "Ställningarna är",
                        "”%.*s” är ingen ställning", S8F(word));
    }
    arena_free(&tmp);
    return st;
}

bool stance_printed(enum stance s) {
    return s != STANCE_NONE && s != STANCE_EJ_BERORD;
}

bool stance_agrees(enum stance s) {
    return s == STANCE_TILLSTYRKER || s == STANCE_SYNPUNKTER || s == STANCE_VILLKOR ||
           s == STANCE_INGEN_ERINRAN;
}

bool stance_rejects(enum stance s) {
    return s == STANCE_AVSTYRKER;
}
