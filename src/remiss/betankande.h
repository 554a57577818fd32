/* A betänkande: the report that is out on remiss, as avsnitt in reading order, each with the
 * förslag and bedömningar ("punkter") that an answer takes a stand on.
 *
 * All text is UTF-8, NFC, and lives in the arena the betänkande was read into. An empty str8 means
 * that the fact is not known; a page of 0 likewise.
 */
#ifndef REMISS_BETANKANDE_H
#define REMISS_BETANKANDE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"

enum punkt_slag { PUNKT_FORSLAG, PUNKT_BEDOMNING };

/* How far an avsnitt's title can be trusted. Only a verified one may be printed as the
 * betänkande's own wording. */
enum harkomst {
    HARKOMST_OKAND,      /* nobody knows what the avsnitt is called */
    HARKOMST_PARAFRAS,   /* the number is certain, the title is our working title */
    HARKOMST_VERIFIERAD, /* read in the betänkande itself, or in a paper that quotes it */
};

/* One förslag or one bedömning. */
struct punkt {
    int nr; /* within its avsnitt, from 1 */
    enum punkt_slag slag;
    bool negerad;    /* it says that something should NOT be done */
    struct str8 att; /* its gist as a clause without "att": "regionen ska …"; for a negated one
                        with its negation: "regler om sanktioner inte bör införas" */
    struct str8 motsats; /* negated only: the opposite clause, "regler om sanktioner bör införas" */
    struct str8 infinitiv; /* negated förslag only: what is not to be done, "införa sanktioner" */
    struct str8 text;      /* what it says, as Markdown; own words unless imported */
    struct str8 *hanvisning; /* other documents and laws it rests on: "SOU 2022:41" */
    size_t n_hanvisning;
    int sida; /* printed page */
};

struct avsnitt {
    struct str8 nummer; /* "4.1.1"; never empty, unique in the betänkande */
    struct str8 titel;
    enum harkomst harkomst; /* of the title */
    int niva;               /* 1 for a chapter, 2 for "4.1", … */
    int foralder;           /* index of the avsnitt it lies in, -1 for none */
    int sida;               /* printed page */
    struct str8 gist;       /* what it says, short, Markdown, in our own words */
    struct str8 text;       /* the betänkande's own text, long; empty unless imported */
    struct punkt *punkt;
    size_t n_punkt;
};

struct betankande {
    struct str8 id;            /* "sou-2024-72", made from the beteckning */
    struct str8 beteckning;    /* "SOU 2024:72" */
    struct str8 titel;         /* "Stärkt medicinsk kompetens i kommunal hälso- och sjukvård" */
    struct str8 utredning;     /* the committee's name */
    struct str8 utredning_dnr; /* "S 2023:07" */
    struct str8 direktiv;      /* "dir. 2023:98" */
    struct str8 departement;   /* "Socialdepartementet" */
    struct str8 dnr;           /* the remiss' diarienummer at the department */
    struct str8 isbn;
    struct str8 datum;       /* when it was handed over, ISO */
    struct str8 uppdrag;     /* what the utredning was told to do, Markdown, own words */
    long version;            /* of the stored copy; 0 when not from a store */
    struct avsnitt *avsnitt; /* in reading order: a parent before its children */
    size_t n_avsnitt;
};

/* "SOU 2024:72", "sou 2024:72" and "sou-2024-72" all give "sou-2024-72"; ST_INVALID with the
 * accepted forms for anything that is not SOU or Ds, a year and a number. */
enum status betankande_id(struct arena *a, struct str8 name, struct str8 *id, struct error *err);

/* The avsnitt with that number, or NULL. */
const struct avsnitt *betankande_avsnitt(const struct betankande *b, struct str8 nummer);

/* A reference as the user writes it: "4.1.1" (the only punkt of that avsnitt), "4.1.1:2" or
 * "4.1.1:*" (all of them). Fills `out` (room for `max`) with pointers into `b` and sets `n`.
 * ST_NOT_FOUND for an unknown avsnitt (the nearest one is named) or punkt, ST_INVALID for a bare
 * number where the avsnitt has several (all are listed) or none (the nearest below that have are
 * named). */
struct punkt_ref {
    const struct avsnitt *avsnitt;
    const struct punkt *punkt;
};
enum { PUNKT_MAX = 64 }; /* punkter in one avsnitt */
enum status betankande_find(const struct betankande *b, struct str8 ref, struct punkt_ref *out,
                            size_t max, size_t *n, struct error *err);

/* The key of a punkt in an ärende: "4.1.1:2", always with its number. */
struct str8 punkt_key(struct arena *a, const struct avsnitt *av, const struct punkt *p);

size_t betankande_n_punkt(const struct betankande *b); /* all of them */

const char *punkt_slag_namn(enum punkt_slag s);         /* "förslag", "bedömning" */
const char *harkomst_namn(enum harkomst h);             /* "verifierad", "parafras", "okänd" */
bool harkomst_parse(struct str8 s, enum harkomst *out); /* å ä ö or ASCII */

/* The title as it may be printed in a paper: its own when verified, else empty. */
struct str8 avsnitt_print_title(const struct avsnitt *av);

/* "4.1.1 Titel (arbetstitel)", for screen and lists: a title that is not verified is marked. */
struct str8 avsnitt_label(struct arena *a, const struct avsnitt *av);

/* The Markdown form (docs/format.md): a text that a person can read and edit.
 * Writing and reading again gives the same bytes. An unknown line, an avsnitt whose parent is
 * missing, a number used twice and a fact of the wrong shape are ST_INVALID, with the line. */
enum status betankande_read(struct arena *a, struct str8 markdown, const char *name,
                            struct betankande **out, struct error *err);
void betankande_write(const struct betankande *b, struct buf *out);

#endif
