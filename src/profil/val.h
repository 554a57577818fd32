/* What organisations do in different ways, as settings: in [profil] for all papers, in a
 * [dokument NAMN] for one. Templates ask with {{#val.omdöme-sist}}: docs/format.md. */
#ifndef PROFIL_VAL_H
#define PROFIL_VAL_H

#include "base/arena.h"
#include "base/status.h"

/* Each has the words in val_info.ord; the first is what holds when nothing is said. */
enum val {
    VAL_INDELNING,      /* the body by the betänkande's avsnitt, or by own teman */
    VAL_AVSNITTSNUMMER, /* "4.1 Titel", "Titel (avsnitt 4.1)", "Titel, kap. 4", "Titel" */
    VAL_OMDOME,         /* the verdict before the reasons, after them, not by itself, or as the
                           first words of the reasons */
    VAL_OMDOME_STIL,
    VAL_OMDOMEN,        /* a sentence for each punkt, one for neighbours answered alike, or one
                           text for all of a heading */
    VAL_BESLUT,         /* "1. …", "att …" after who decides, "- …", or one sentence */
    VAL_SAMMANFATTNING, /* drafted from the stances as a list, only what has been written, or
                           drafted as running text */
    VAL_ETIKETTER,      /* items of a list begin with "Förslag:" or "Bedömning:" */
    VAL_HANVISNINGAR,   /* a retelling under another avsnitt's heading ends in "(4.1.1)" */
    VAL_TYSTNAD,        /* the sentence that silence is not consent */
    VAL_UNDERSKRIFT,    /* a line to sign on, the name alone, or nothing */
    VAL_SIDNUMMER,      /* "2 (5)", "2", or none */
    VAL_N
};

struct val_info {
    const char *namn;       /* "omdöme-stil" */
    const char *const *ord; /* NULL ends them */
};
const struct val_info *val_info(enum val v);

/* Two settings are numbers: how deep avsnitt have headings of their own, and from how many parts
 * what stands under one heading becomes a list (0: never). */
enum { VAL_RUBRIKNIVA_MAX = 6, VAL_PUNKTLISTA_MAX = 99 };

struct val_set {
    int ord[VAL_N]; /* index of the word, or -1: not said here */
    int rubrikniva; /* 1–6; -1 */
    int punktlista; /* 0–99; -1 */
};

void val_none(struct val_set *s);

/* Is `key` a setting? If so *st tells whether its value could be taken: ST_INVALID names those that
 * are allowed. */
bool val_put(struct val_set *s, struct str8 key, struct str8 value, enum status *st,
             struct error *err);

/* What holds: `own` where it says something, else `common`, else the first word, level 6, no list.
 */
int val_word(const struct val_set *own, const struct val_set *common, enum val v);
int val_rubrikniva(const struct val_set *own, const struct val_set *common);
int val_punktlista(const struct val_set *own, const struct val_set *common);

/* Appends the names of all settings to `known`, for errors; VAL_KEYS of them. */
enum { VAL_KEYS = VAL_N + 2 };
void val_keys(struct str8 known[VAL_KEYS]);

#endif
