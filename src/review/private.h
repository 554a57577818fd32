/* Inside the room: how a rule reports. */
#ifndef REVIEW_PRIVATE_H
#define REVIEW_PRIVATE_H

#include "draft/svarsrad.h"
#include "review/prose.h"
#include "review/review.h"

/* Where a finding belongs: the post and field that mends it, and the paper it concerns. */
struct place {
    enum post_slag slag;
    struct str8 nyckel;
    int falt;
    struct str8 plats;
    struct str8 dokument;
};

/* A field that the user has written words in, notes to oneself apart. */
struct review_text {
    struct place where;
    struct str8 raw;    /* as it stands: Markdown, or one line */
    struct prose prose; /* the same as a reader meets it */
    bool line;          /* one line, no Markdown */
    bool others;        /* tells what others have said: the betänkande, or who has been asked */
};

/* A paper of the profile, composed. */
struct review_paper {
    const struct dokument *dokument;
    const struct doc *doc; /* NULL: it could not be made, */
    struct str8 fault;     /* and why */
};

struct review {
    struct arena *arena;
    const struct draft *draft;
    const struct svarsrad *svar; /* every punkt */
    size_t n_svar;
    struct review_text *text;
    size_t n_text, cap_text;
    struct review_paper *paper; /* in the profile's order */
    size_t n_paper;
    struct finding *found;
    size_t n, cap;
};

/* Fills in r->svar, r->text and r->paper. */
void review_gather(struct review *r);

/* Adds a finding. `text` and `rad` are in the arena or literals. */
void review_add(struct review *r, const char *rule, enum severity s, struct place where,
                struct str8 text, struct str8 rad);

/* "yttra <command> 12 <rest>": what to type to mend it. */
struct str8 review_command(struct review *r, const char *command, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* "4.1:1, 4.2:1 och 5.3:2"; of many the first few, "… och 7 till". */
struct str8 review_list(struct review *r, const struct str8 *key, size_t n);

/* A field of the ärende as a place, with its label. */
struct place review_field(int falt, struct str8 dokument);

/* Is a stance still to be taken? Not where the avsnitt is left out on purpose. `key` is the
 * punkt's.
 */
bool review_unanswered(const struct review *r, const struct avsnitt *av, struct str8 key);

/* "4.4.3:1", "Sammanfattning", "Beslutsunderlag 2": where a text stands, for the reader. */
struct str8 review_place_name(struct review *r, const struct post *p, int falt);
/* A hint that words in a text are written in another way; said once for each wording in the text,
 * whose findings begin with number `since`. */
void review_mend(struct review *r, const char *rule, const struct review_text *t, size_t since,
                 struct str8 words, struct str8 mend, const char *why);

/* Does the answer go to a department? */
bool review_to_department(const struct review *r);

/* Does a sentence of `told`, longer than anybody writes twice by chance, stand in `answer`? */
bool review_retold(struct str8 told, struct str8 answer);

/* Heading, opening and order of an answer. */
void review_yttrande(struct review *r, const struct doc *paper, struct str8 dokument);

/* The rules, a file each. */
void review_svar(struct review *r);
void review_avsnitt(struct review *r);
void review_text(struct review *r);
void review_oskrivet(struct review *r);
void review_skriv(struct review *r);
void review_ord(struct review *r);
void review_termer(struct review *r);
void review_lasbarhet(struct review *r);
void review_datum(struct review *r);
void review_motivering(struct review *r);
void review_sanning(struct review *r);
void review_konsekvens(struct review *r);
void review_arende(struct review *r);
void review_papper(struct review *r, const struct review_paper *paper);
void review_dokument(struct review *r, const struct dokument *dok);

#endif
