/* What a stance is about, as a noun phrase: "förslaget att regionen ska …", "utredningens andra
 * bedömning i avsnitt 5.3", "förslagen i avsnitt 4.1.1 och 4.2.3 samt det första förslaget i
 * avsnitt 5.3". Numbers follow their word after a non-breaking space. */
#ifndef DRAFT_OBJECT_H
#define DRAFT_OBJECT_H

#include "base/buf.h"
#include "remiss/betankande.h"

/* How the punkter are named. */
enum object_form {
    OBJECT_CLAUSE, /* with the att-clause where there is one (and a single punkt), else by name */
    OBJECT_NAME,   /* by avsnitt */
    OBJECT_OWNER,  /* by avsnitt, as the utredning's: "utredningens bedömning i avsnitt 4.4.3" */
    OBJECT_MATTER  /* a bedömning as the question it is about: "frågan i avsnitt 7.2.4" */
};

/* What the phrase became, which decides what may stand after it. */
enum object_shape {
    OBJECT_ONE,        /* one noun with its number: "förslaget i avsnitt 4.1" */
    OBJECT_MANY,       /* one noun with several numbers: "förslagen i avsnitt 4.1 och 4.2" */
    OBJECT_SAMT,       /* several nouns: "… samt det första förslaget i avsnitt 5.3" */
    OBJECT_WITH_CLAUSE /* ends in a clause, so that what follows wants a comma */
};

/* A clause as it goes inside a sentence: without white space around and full stops after. */
struct str8 object_clause(struct str8 s);

/* Appends the phrase for `n` ≥ 1 punkter of one kind to `out`. `here`: all are of the avsnitt that
 * the sentence has just named, which is then not said again: "det andra förslaget". */
enum object_shape object_put(struct buf *out, const struct punkt_ref *ref, size_t n,
                             enum object_form form, bool here);

#endif
