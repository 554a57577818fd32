/* The stands that can be taken on a punkt. The words printed in a paper are the profile's phrases;
 * what is here is what the program itself calls them. Source of the ten: docs/ARCHITECTURE.md,
 * Glossary. */
#ifndef REMISS_STANCE_H
#define REMISS_STANCE_H

#include "base/status.h"
#include "remiss/betankande.h"

enum stance {
    STANCE_NONE, /* not answered yet */
    STANCE_TILLSTYRKER,
    STANCE_SYNPUNKTER,
    STANCE_VILLKOR,
    STANCE_DELVIS,
    STANCE_TVEKSAM,
    STANCE_UTRED,
    STANCE_AVSTYRKER,
    STANCE_INGEN_ERINRAN,
    STANCE_AVSTAR,    /* answered by "avstår från att yttra sig": printed */
    STANCE_EJ_BERORD, /* does not concern us: counts as answered, not printed */
    STANCE_N
};

/* "tillstyrker", "ej-berord": what is stored and exchanged. "" for STANCE_NONE. */
const char *stance_code(enum stance s);

/* The stance with exactly that code, as it is stored; STANCE_NONE for any other text. */
enum stance stance_from_code(struct str8 code);

/* The same as a person writes it, with å ä ö: "avstår", "ej-berörd". */
const char *stance_word(enum stance s);

/* What the screen and lists call it on a punkt of that kind: "delar inte" for STANCE_AVSTYRKER on
 * a bedömning. "obesvarad" for STANCE_NONE. */
const char *stance_label(enum stance s, enum punkt_slag slag);

/* Reads a code, a label or a usual synonym ("delar", "avstår", "ej-berörd", "inga synpunkter"),
 * å ä ö or ASCII. On a bedömning "tillstyrker" is taken as "delar" and the other way round, as the
 * stance is the same. ST_INVALID lists the stances and names the nearest. */
enum status stance_parse(struct str8 word, enum stance *out, struct error *err);

bool stance_printed(enum stance s); /* does a paper say anything? */
bool stance_agrees(enum stance s);  /* tillstyrker, synpunkter, villkor, ingen-erinran */
bool stance_rejects(enum stance s); /* avstyrker: a reason is owed */

#endif
