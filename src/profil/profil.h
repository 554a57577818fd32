/* An organisation's profile: its settings, words and templates, in a folder of plain files.
 *
 *   profil.ini    what the profile is called, its headings, and per paper: template, subject,
 *                 settings, what it needs
 *   subjekt.ini   who speaks: the forms of "nämnden", "vi", "förvaltningen", …
 *   fraser.ini    the words of each stance on a förslag and on a bedömning
 *   *.md          templates (Mustache giving Markdown) and their partials; one that begins with
 *                 "{{! dokument" and the keys of a [dokument] adds a paper of its name
 *
 * A profile may build on another: what it does not have is the other's.
 *
 * docs/format.md describes every key. A profile is read whole, checked and then constant; its texts
 * live in the arena. Errors name the file, the line and what is allowed there.
 */
#ifndef PROFIL_PROFIL_H
#define PROFIL_PROFIL_H

#include "base/arena.h"
#include "base/status.h"
#include "profil/val.h"
#include "remiss/arende.h"
#include "remiss/stance.h"

/* Who a sentence is about, in the forms that Swedish needs. */
struct subjekt {
    struct str8 namn;     /* "nämnden": what profil.ini and the ärende call it */
    struct str8 borjan;   /* first in a sentence: "Nämnden" */
    struct str8 inne;     /* inside one: "nämnden" */
    struct str8 genitiv;  /* "nämndens" */
    struct str8 reflexiv; /* "sig", "oss" */
    struct str8 kalla;    /* name of the ärende's field that gives the name, or empty */
    bool pronomen;        /* "vi": stands before the reflexive in an inverted clause */
    bool neutrum;         /* "utskottet": tveksamt */
    bool plural;          /* "vi", "nämnderna": tveksamma */
};

/* The words of one stance on one kind of punkt. The slots are those of Swedish word order:
 * main clause      subject verb [reflexive] [adverb] led
 * inverted         first verb subject [reflexive] [adverb] led   (reflexive first before a noun)
 * subordinate      att subject [adverb] verb [reflexive] led
 * The leds hold {objekt}, {sak}, {sig}, {villkor}, {,}, {att} and agreement
 * {tveksam|tveksamt|tveksamma}. One that begins ", …, " has an insertion, which stands last where
 * it cannot be read as a part of the object, else right after the verb group, or before it in a
 * clause with a subject. */
struct fras {
    struct str8 verb;
    struct str8 foresla_verb; /* instead of verb after "föreslår att nämnden"; or empty */
    bool reflexiv;
    struct str8 adverb; /* "inte", "delvis", or empty */
    struct str8 led;
    struct str8 led_lang; /* instead, where the object is a clause or several nouns; or empty */
    bool bisats_egen;     /* the subordinate clause has its own adverb and led: */
    struct str8 bisats_adverb; /* "inte" of "inte har något att erinra" */
    struct str8 bisats_led;
    struct str8 utan_villkor; /* adverb in place of a {villkor} that has not been given; or empty */
    struct str8 led_efter;    /* instead, where the reasons come right after; or empty */
    struct str8 led_fore;     /* … where they stand above */
    struct str8 led_nedan;    /* … further down, after a summary */
    struct str8 led_annan;    /* … in the other paper */
};

/* A word, or several, that the organisation prefers, and those it stands for. */
struct profil_term {
    struct str8 ord;     /* "kommunal primärvård" */
    struct str8 *undvik; /* "kommunal hälso- och sjukvård", …; none: no longer heeded */
    size_t n_undvik;
};

/* A paper that the profile can make. */
struct dokument {
    struct str8 namn;         /* "yttrande"; the command line's word */
    struct str8 etikett;      /* "Yttrande" */
    struct str8 mall;         /* name of its template, without ".md" */
    struct str8 subjekt;      /* who it speaks as, where neither the answer nor the ärende says */
    struct str8 beslutande;   /* whom a proposal is made to: "nämnden"; empty in an answer */
    struct str8 sammanfattar; /* who speaks in its summary, and */
    struct str8 inleder;      /* in its first sentence; empty: subjekt */
    struct str8 datumfalt;    /* the ärende's field with its date: "datum" */
    struct str8 *del;         /* its parts in order, names of templates, instead of `mall` */
    size_t n_del;
    struct str8 *konsekvens; /* text blocks whose headings it has, with a text or without */
    size_t n_konsekvens;
    struct val_set val; /* settings that differ from the profile's */
    bool utgar;         /* taken away by a profile that builds on one that has it */
    struct str8 *text;  /* blocks that must be there, */
    size_t n_text;
    struct str8 *falt; /* fields of the ärende that must be filled in, */
    size_t n_falt;
    struct str8 *lista; /* and lists that must not be empty */
    size_t n_lista;
};

/* What a heading is called: {{rubriker.beslut}}. */
struct rubrik {
    struct str8 namn, text;
};

struct mall {
    struct str8 namn; /* "yttrande": its file is yttrande.md */
    struct str8 fil;  /* path, for messages */
    struct str8 text;
};

struct profil {
    struct str8 namn; /* the folder's name: "standard" */
    struct str8 mapp; /* path of the folder */
    struct str8 beskrivning;
    struct str8 version;      /* as profil.ini says */
    struct str8 logotyp;      /* paths of files in the folder, or empty: a PNG, */
    struct str8 logotyp_text; /* what it shows; never empty beside a logotyp */
    struct str8 word_mall;    /* the organisation's own .docx or .dotx, */
    struct str8 odf_mall;     /* and .odt or .ott */
    bool pdf_a1;              /* PDF/A-1a instead of PDF/UA-1 with PDF/A-2a */
    struct val_set val;       /* settings for all its papers */
    struct rubrik *rubrik;
    size_t n_rubrik;
    struct subjekt *subjekt;
    size_t n_subjekt;
    struct fras fras[STANCE_N][2];
    struct str8 foreslar;       /* "föreslår att": between the proposer and the clause */
    struct str8 foreslar_ocksa; /* "föreslår också att": from the second time on; may be empty */
    struct str8 anser;          /* "anser att": before the opposite of a negated punkt */
    struct str8 framfor;        /* "framför att": the same in a proposal */
    struct str8 daremot; /* "Däremot": before a stance against the one just given; empty: never */
    struct dokument *dokument;
    size_t n_dokument;
    struct mall *mall;
    size_t n_mall;
    struct profil_term *term; /* [termer] */
    size_t n_term;
    struct text_block *egna; /* text blocks of the profile's own, and common ones it renames */
    size_t n_egna;
};

/* Where profiles lie: the user's own folder before the shipped one. Paths; either may be empty. */
struct profil_dirs {
    struct str8 egna; /* …/yttra/profiler */
    struct str8 skickade;
};

/* ST_NOT_FOUND names the nearest and lists the known; ST_INVALID: file, line, what is allowed. */
enum status profil_load(struct arena *a, const struct profil_dirs *dirs, struct str8 namn,
                        struct profil **out, struct error *err);

struct profil_rad {
    struct str8 namn, beskrivning, mapp;
    bool egen; /* in the user's own folder */
};
enum status profil_list(struct arena *a, const struct profil_dirs *dirs, struct profil_rad **out,
                        size_t *n, struct error *err);

/* Copies the profile `fran` to a new folder `till` among the user's own. ST_EXISTS; ST_INVALID for
 * a name that is not letters, digits and hyphens. */
enum status profil_copy(struct arena *a, const struct profil_dirs *dirs, struct str8 fran,
                        struct str8 till, struct error *err);

/* The paper with that name (å ä ö or ASCII). ST_NOT_FOUND names the nearest and lists all. */
enum status profil_dokument(const struct profil *p, struct str8 namn, const struct dokument **out,
                            struct error *err);

/* The template, or NULL. */
const struct mall *profil_mall(const struct profil *p, struct str8 namn);

/* The subject's forms in this ärende: the name from its `kalla` field where that is filled in.
 * ST_NOT_FOUND for a subject the profile does not have. */
enum status profil_subjekt(struct arena *a, const struct profil *p, struct str8 namn,
                           const struct arende *ar, struct subjekt *out, struct error *err);

/* The block's label: the profile's own, the common one, or NULL for one that neither knows. */
const struct text_block *profil_text_block(const struct profil *p, struct str8 namn);

/* Every block, each once: the common ones, under the profile's labels where it has its own, and
 * then the profile's own. */
struct text_block *profil_text_blocks(struct arena *a, const struct profil *p, size_t *n);

#endif
