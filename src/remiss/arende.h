/* An ärende: one nämnd's answer to one betänkande, as *posts*.
 *
 * A post is the smallest thing that is saved, versioned and shown in the history: the ärende's own
 * fields, the answer to one punkt, one text block, one line of the beslutsunderlag. Which kinds
 * there are and which fields each has stands in one registry (post_slag_info), from which come the
 * columns of the store, the keys of the JSON, its JSON Schema, the fields of `yttra ange`, the form
 * on the screen and the table in the handbook. A field added there is added everywhere.
 */
#ifndef REMISS_ARENDE_H
#define REMISS_ARENDE_H

#include "base/arena.h"
#include "base/status.h"
#include "remiss/stance.h"

enum post_slag {
    POST_ARENDE,      /* the ärende's own fields; exactly one */
    POST_SVAR,        /* keyed by punkt: "4.1.1:2" */
    POST_AVSNITT,     /* keyed by avsnitt number: how this ärende treats it */
    POST_TEXT,        /* keyed by block name: sammanfattning, … */
    POST_HANDLAGGARE, /* from here on lists, in the user's order */
    POST_BESLUTSPUNKT,
    POST_UNDERLAG,
    POST_PLANERING,
    POST_EXPEDIERING,
    POST_UNDERTECKNARE,
    POST_STANDPUNKT,
    POST_TEMA,
    POST_NYCKELPUNKT,
    POST_RUBRIK,
    POST_UPPDRAG,
    POST_SAMVERKAN,
    POST_NOT,
    POST_BILAGA,
    POST_PROTOKOLL,
    POST_SLAG_N
};

enum falt_typ {
    FALT_RAD,       /* one line of text */
    FALT_MARKDOWN,  /* paragraphs, lists, footnotes; "\n" line ends */
    FALT_DATUM,     /* ISO, a day that exists */
    FALT_VAL,       /* one of `val` */
    FALT_JANEJ,     /* "ja" or "nej" */
    FALT_STALLNING, /* a stance code (remiss/stance.h) */
    FALT_AVSNITT,   /* avsnitt numbers, comma between: "4.3, 4.4" */
    FALT_PUNKTER,   /* punkt keys, comma between: "4.1.1:1, 5.3:2" */
    FALT_TAL,       /* a whole number, 0 and up */
    FALT_GRUND      /* the answers that a text was written from, kept by the program and not for a
                       person to read: "4.1.1:1 tillstyrker, 5.3:2 villkor 9f86d081" */
};

struct falt {
    const char *namn;    /* "ert-dnr": JSON key, command line, template tag */
    const char *kolumn;  /* "ert_dnr": in the store, ASCII */
    const char *etikett; /* "Ert diarienummer": on the screen and in messages */
    const char *hjalp;   /* one sentence: what to write there */
    enum falt_typ typ;
    const char *const *val; /* FALT_VAL: the allowed words, NULL-terminated */
    size_t max;             /* characters; 0 means the type's own: 300 a line, 200 000 Markdown */
};

enum post_form { POST_ONE, POST_KEYED, POST_LIST };

struct post_slag_info {
    const char *namn;    /* "underlag": JSON key of the list, command line */
    const char *tabell;  /* table in the store */
    const char *etikett; /* "Beslutsunderlag" */
    enum post_form form;
    const struct falt *falt;
    size_t n_falt;
};

const struct post_slag_info *post_slag_info(enum post_slag s);

/* The kind with that name (å ä ö or ASCII), or POST_SLAG_N. */
enum post_slag post_slag_find(struct str8 namn);
/* As a person writes it: by its name or by its label on the screen, whose spaces may be hyphens. */
enum post_slag post_slag_find_label(struct str8 word);

/* Field numbers, for values[] below. */
enum {
    ARENDE_RUBRIK,
    ARENDE_DNR,
    ARENDE_ERT_DNR,
    ARENDE_STATUS,
    ARENDE_PROFIL,
    ARENDE_PROFILVERSION,
    ARENDE_VAG,
    ARENDE_ORGANISATION,
    ARENDE_NAMND,
    ARENDE_FORVALTNING,
    ARENDE_BESLUTANDE,
    ARENDE_ADRESSAT,
    ARENDE_MOTTAGARE,
    ARENDE_REMISSINSTANS,
    ARENDE_EPOST,
    ARENDE_EPOST_KOPIA,
    ARENDE_INKOM,
    ARENDE_SVARSTID,
    ARENDE_ANSTAND_BEGART,
    ARENDE_ANSTAND,
    ARENDE_SKRIVSTOPP,
    ARENDE_GRANSKNING,
    ARENDE_UTSKICK,
    ARENDE_AU,
    ARENDE_ARBETSUTSKOTT,
    ARENDE_NAMNDMOTE,
    ARENDE_JUSTERING,
    ARENDE_OMEDELBAR_JUSTERING,
    ARENDE_EXPEDIERING,
    ARENDE_DATUM,
    ARENDE_TJANSTESKRIVELSE_DATUM,
    ARENDE_PARAGRAF,
    ARENDE_BESLUTSUTGANG,
    ARENDE_BESLUTSDATUM,
    ARENDE_ORDFORANDEBESLUT,
    ARENDE_AVSTAR,
    ARENDE_SUBJEKT,
    ARENDE_BARNETS_BASTA,
    ARENDE_GALLRING,
    ARENDE_ANTECKNING,
    ARENDE_FALT_N
};
enum { SVAR_STALLNING, SVAR_VILLKOR, SVAR_MOTIVERING, SVAR_SUBJEKT, SVAR_ANTECKNING, SVAR_FALT_N };
enum {
    AVSNITT_RUBRIK,
    AVSNITT_REDOGORELSE,
    AVSNITT_UTELAMNAD,
    AVSNITT_SKAL,
    AVSNITT_ANTECKNING,
    AVSNITT_FALT_N
};
enum { TEXT_INNEHALL, TEXT_GRUND, TEXT_FALT_N };
enum {
    HANDLAGGARE_NAMN,
    HANDLAGGARE_TITEL,
    HANDLAGGARE_ENHET,
    HANDLAGGARE_EPOST,
    HANDLAGGARE_TELEFON,
    HANDLAGGARE_FALT_N
};
enum { BESLUTSPUNKT_TEXT, BESLUTSPUNKT_FALT_N };
enum {
    UNDERLAG_SLAG,
    UNDERLAG_KOD,
    UNDERLAG_TITEL,
    UNDERLAG_FORFATTARE,
    UNDERLAG_DATUM,
    UNDERLAG_FALT_N
};
enum { PLANERING_ORGAN, PLANERING_MOMENT, PLANERING_DATUM, PLANERING_FALT_N };
enum { EXPEDIERING_NAMN, EXPEDIERING_FOR, EXPEDIERING_FALT_N };
enum { UNDERTECKNARE_NAMN, UNDERTECKNARE_TITEL, UNDERTECKNARE_DOKUMENT, UNDERTECKNARE_FALT_N };
enum { STANDPUNKT_SLAG, STANDPUNKT_AVSNITT, STANDPUNKT_TEMA, STANDPUNKT_TEXT, STANDPUNKT_FALT_N };
enum {
    TEMA_NAMN,
    TEMA_UNDER,
    TEMA_RUBRIK,
    TEMA_KAPITEL,
    TEMA_INLEDNING,
    TEMA_PUNKTER,
    TEMA_AVSLUT,
    TEMA_FALT_N
};
enum { NYCKELPUNKT_INGRESS, NYCKELPUNKT_TEXT, NYCKELPUNKT_GRUPP, NYCKELPUNKT_FALT_N };
enum { RUBRIK_AVSNITT, RUBRIK_RUBRIK, RUBRIK_FALT_N };
enum { UPPDRAG_TEXT, UPPDRAG_FALT_N };
enum { SAMVERKAN_FRAN, SAMVERKAN_SLAG, SAMVERKAN_DATUM, SAMVERKAN_TEXT, SAMVERKAN_FALT_N };
enum { NOT_MARKE, NOT_TEXT, NOT_FALT_N };
enum { BILAGA_TITEL, BILAGA_DATUM, BILAGA_FALT_N };
enum { PROTOKOLL_SLAG, PROTOKOLL_VEM, PROTOKOLL_TEXT, PROTOKOLL_FALT_N };

struct post {
    enum post_slag slag;
    struct str8 nyckel; /* KEYED: punkt, avsnitt or block; LIST: "1", "2", … for ever the same for
                           a line, also when it is moved; ONE: "" */
    int ordning;        /* LIST: place, from 1 */
    long version;       /* of the row as read; 0 when it has never been saved */
    struct str8 *value; /* one per field of its kind; empty when not filled in */
};

struct post_list {
    struct post *p; /* KEYED: in no order; LIST: by ordning */
    size_t n, cap;
};

struct arende {
    long nr;                            /* in this database; 0 when not from one */
    struct str8 uuid;                   /* the same in every database */
    struct str8 betankande;             /* id: "sou-2024-72" */
    struct str8 skapad;                 /* UTC, ISO */
    struct str8 andrad;                 /* UTC, ISO: its newest revision */
    struct post_list post[POST_SLAG_N]; /* POST_ARENDE has exactly one */
};

/* One saved state of one post. */
struct revision {
    long id;           /* ascending in time within an ärende */
    struct str8 tid;   /* UTC, ISO */
    struct str8 vem;   /* who: a person's name or login */
    struct str8 orsak; /* why, in Swedish: "svara", "ange", "läs"; never empty */
    bool borttagen;    /* the post was removed: its values are those it had */
    struct post post;  /* the whole of it, as it was saved */
};

/* A post with room for its values, all empty. */
struct post post_new(struct arena *a, enum post_slag slag, struct str8 nyckel);
struct post post_copy(struct arena *a, const struct post *p); /* shares no memory with `p` */

/* The field's value in the ärende's own post; `f` is ARENDE_…. */
struct str8 arende_value(const struct arende *a, int f);

/* The post of a KEYED kind, or NULL. */
struct post *arende_post(const struct arende *a, enum post_slag slag, struct str8 nyckel);

/* The stance that a POST_SVAR takes; STANCE_NONE without one, or for NULL. */
enum stance svar_stance(const struct post *svar);

/* Is the avsnitt left out on purpose? */
bool arende_left_out(const struct arende *a, struct str8 avsnitt);

/* An empty ärende with its one POST_ARENDE. */
struct arende *arende_new(struct arena *a);

/* Is the field for a person to read? */
bool falt_shown(const struct falt *f);

/* The field with that name in that kind (å ä ö or ASCII), or -1. */
int falt_find(enum post_slag slag, struct str8 namn);

/* As a person writes it: by its name or by its label on the screen, whose spaces may be hyphens
 * ("ert-diarienummer"). */
int falt_find_label(enum post_slag slag, struct str8 word);
/* Is it a field's name or label, or nearly so? */
bool falt_is_like(enum post_slag slag, struct str8 word);

/* As falt_find_label; ST_NOT_FOUND names the nearest, or else lists the names. */
enum status falt_lookup(enum post_slag slag, struct str8 word, int *f, struct error *err);

/* A value as it is stored and exchanged: UTF-8, one line or several as the type says, within `max`,
 * a day that exists in ISO, a word of the list (made its canonical form). Blanks around it go, but
 * for spaces at the end of a text, which are as typed. Empty is allowed and clears the field.
 * `out` is in the arena. ST_INVALID names the field and says what is wrong. */
enum status falt_check(struct arena *a, const struct falt *f, struct str8 in, struct str8 *out,
                       struct error *err);

/* A value as a person writes it: as falt_check, but a day may be written as date_read knows it.
 * `out` passes falt_check. */
enum status falt_read(struct arena *a, const struct falt *f, struct str8 in, struct str8 *out,
                      struct error *err);

/* As falt_check over every field of a post, and its key: a punkt reference, an avsnitt number, a
 * block name, a number. `where` names the post in the error. */
enum status post_check(struct arena *a, struct post *p, const char *where, struct error *err);

/* Text blocks that every organisation knows; a profile may add its own. */
struct text_block {
    const char *namn;    /* "sammanfattning" */
    const char *etikett; /* "Sammanfattning" */
    const char *hjalp;
};
const struct text_block *text_block_list(size_t *n);
/* May a block be called that? Lower-case letters, digits, hyphens but not first; at most 40
 * characters. */
bool text_block_name_ok(struct str8 namn);

#endif
