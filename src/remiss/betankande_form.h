/* What the reader and the writer of a betänkande's Markdown form (docs/format.md) share: which
 * facts there are, how much room each has, and how a text is put in order before it is kept.
 *
 * The limits hold for every betänkande, however it is made: what is over them cannot be read back.
 */
#ifndef REMISS_BETANKANDE_FORM_H
#define REMISS_BETANKANDE_FORM_H

#include "remiss/betankande.h"

/* In characters, or in pieces. */
enum {
    TITEL_MAX = 500,
    SATS_MAX = 1000,    /* att, motsats, infinitiv */
    GIST_MAX = 20000,   /* uppdrag, gist, a punkt's text */
    TEXT_MAX = 2000000, /* an avsnitt's own long text */
    AVSNITT_MAX = 5000,
    HANVISNING_MAX = 64, /* at one punkt */
    NIVA_MAX = 6,        /* 4.1.1.1.1.1 */
    PUNKT_NR_MAX = 999,  /* numbers may be skipped, so above PUNKT_MAX */
    SIDA_MAX = 99999
};

/* Things that have facts. */
enum form_node { FORM_BETANKANDE, FORM_AVSNITT, FORM_PUNKT, FORM_NODES };

enum form_typ {
    FORM_RAD,       /* struct str8, one line */
    FORM_DATUM,     /* struct str8, ISO */
    FORM_SIDA,      /* int, 0 when not known */
    FORM_HARKOMST,  /* enum harkomst */
    FORM_JANEJ,     /* bool; "nej" is not written */
    FORM_HANVISNING /* the punkt's list: the key may stand on several lines */
};

struct form_fact {
    const char *key; /* as written: "härkomst" */
    enum form_typ typ;
    size_t max; /* FORM_RAD, FORM_HANVISNING: characters */
    size_t at;  /* offset of the member in the node's struct */
};

enum { FORM_FACTS_MAX = 8 }; /* facts of one node, at most */

struct form_node_info {
    const char *namn; /* "ett avsnitt" */
    const struct form_fact *fact;
    size_t n; /* in the order they are written */
};
const struct form_node_info *form_node_info(enum form_node node);

/* An avsnitt's number: groups of digits, none with a leading zero, with dots between. */
struct nummer {
    int part[NIVA_MAX]; /* from 1 */
    int n;              /* how many, which is its niva */
};
bool nummer_parse(struct str8 s, struct nummer *out);
int nummer_cmp(const struct nummer *a, const struct nummer *b);    /* reading order: <0, 0, >0 */
int nummer_common(const struct nummer *a, const struct nummer *b); /* leading groups alike */

/* "SOU 2024:72", "ds-2024-5" at the start of `s`; `used` gets the bytes it took. */
struct beteckning {
    bool ds;
    int year, nr;
};
bool beteckning_parse(struct str8 s, struct beteckning *out, size_t *used);

/* A one-line fact without white space at its ends, no-break spaces included. */
struct str8 form_line(struct str8 s);

/* A title in order; "(okänd)" is how an unknown one is written, and gives the empty text. */
struct str8 form_titel(struct str8 s);

/* A text of several lines, without blank lines at its start and white space at its end. */
struct str8 form_text(struct str8 s);

/* Are two words the same, whether with å ä ö or without, in either case, with hyphen or space? */
bool form_same(struct str8 a, const char *b);

/* Takes a word, up to a space, tab or no-break space, off the front of `*rest`, which is then
 * put in order as by form_line. */
struct str8 form_word(struct str8 *rest);

#endif
