/* The storage the field needs: betänkanden, ärenden, their history, drafts and search.
 *
 * Declared here, in the domain; the rooms above call it and know no SQL. It is defined in db/.
 * One `struct store` is one connection, for one thread. Texts handed out live in the arena that
 * was passed in. Every function that writes is one transaction of its own unless store_begin has
 * opened one, and is flushed to disk before it returns ("Sparat"), except store_utkast_put.
 *
 * Statuses that any of them may return beside their own: ST_BUSY (another process held the lock
 * longer than the patience, 5 s), ST_FULL, ST_READONLY, ST_CORRUPT, ST_IO. Each has its own Swedish
 * text saying what to do; after each of them the file is as it was.
 */
#ifndef REMISS_STORE_H
#define REMISS_STORE_H

#include <stdint.h>
#include "remiss/arende.h"
#include "remiss/betankande.h"

struct store;

/* Opens the database file, made (mode 0600, its folder 0700) if it does not exist, brought up to
 * this program's schema if it is older: then a copy "<path>.före-NNN" is taken first and named in
 * `notice` (may be NULL; an empty text when there is nothing to say). `vem` goes into every
 * revision.
 * ST_FOREIGN: a file that is no database of ours. ST_NEWER. ST_CORRUPT. ST_IO: the file may not be
 * read or its folder not be entered. ST_NOT_FOUND: a link to nothing. ST_READONLY: the file or
 * its folder cannot be written, ST_FULL: there is no room for its log; neither is an error if
 * `flags` has STORE_READ. With STORE_READ also ST_NOT_FOUND, and ST_REFUSED for an older schema,
 * which reading alone does not upgrade. */
enum { STORE_READ = 1 }; /* will not write; the file must exist */
enum status store_open(const char *path, struct str8 vem, int flags, struct store **out,
                       struct arena *a, struct str8 *notice, struct error *err);
void store_close(struct store **s);

/* How long one call may wait for another process' lock, ms, before ST_BUSY; 5000 until told
 * otherwise. The screen writes drafts with less. */
void store_patience(struct store *s, int ms);

/* `waits` is called while a call waits so, from 150 ms on and then many times a second; `writes`:
 * something is to be saved. When it returns false the call waits no longer (ST_BUSY). It may not
 * call the store. NULL: nothing is called. */
typedef bool store_waits(void *ctx, bool writes);
void store_on_wait(struct store *s, store_waits *waits, void *ctx);

/* Several writes as one: all or nothing. Nested pairs are allowed; an inner rollback, or a write
 * within that fails, undoes the whole and all that follows fails in the same way. Reading what is
 * not there (ST_NOT_FOUND) does no harm. store_end(s, st, err) commits if st is ST_OK, else rolls
 * back, and returns the status that counts: `st` if that was an error, else the commit's. */
enum status store_begin(struct store *s, struct error *err);
enum status store_end(struct store *s, enum status st, struct error *err);

/* ---- betänkanden ---- */

/* Stores it under its id. One that is there already is replaced if `replace`, else ST_EXISTS. */
enum status store_betankande_put(struct store *s, const struct betankande *b, bool replace,
                                 struct error *err);
/* ST_NOT_FOUND when there is none with that id. */
enum status store_betankande_get(struct store *s, struct arena *a, struct str8 id,
                                 struct betankande **out, struct error *err);
struct betankande_rad {
    struct str8 id, beteckning, titel;
    int n_punkt, n_arende; /* punkter in it; ärenden that answer it */
};
/* All of them, newest beteckning first. */
enum status store_betankande_list(struct store *s, struct arena *a, struct betankande_rad **out,
                                  size_t *n, struct error *err);

/* ---- ärenden ---- */

/* Stores a new ärende with all its posts; each becomes version 1 and a first revision with
 * `orsak`. Sets ar->nr, the posts' versions, and skapad/andrad if they are empty. An empty uuid is
 * filled in. ST_EXISTS when that uuid is there. ST_NOT_FOUND when its betänkande is not. */
enum status store_arende_add(struct store *s, struct arena *a, struct arende *ar, const char *orsak,
                             struct error *err);

/* All of it, posts of lists by ordning. ST_NOT_FOUND. */
enum status store_arende_get(struct store *s, struct arena *a, long nr, struct arende **out,
                             struct error *err);

/* The number of the ärende with that uuid. ST_NOT_FOUND. */
enum status store_arende_find(struct store *s, struct str8 uuid, long *nr, struct error *err);

struct arende_rad {
    long nr;
    struct str8 uuid, rubrik, dnr, status, svarstid, betankande, beteckning, titel, andrad, namnd;
    int n_punkt, n_svar; /* punkter of the betänkande; those with a stance */
};
struct arende_urval {
    bool all;    /* also beslutade, expedierade, avslutade */
    long limit;  /* rows at most; 0 for no limit */
    long offset; /* rows to pass over */
};
/* By svarstid, earliest first and those without one last, then by number. `total` gets how many
 * there are without the limit. Cost is that of the rows given, not of the rows there are. */
enum status store_arende_list(struct store *s, struct arena *a, struct arende_urval u,
                              struct arende_rad **out, size_t *n, long *total, struct error *err);

/* ---- posts ---- */

/* The highest key of a line. Keys count the lines that have been, so that a higher one is a slip.
 */
enum { LIST_KEY_MAX = 999999999 };

/* Saves one post of ärende `nr` as it stands in `p` and adds a revision. p->version says which
 * version it was made from (0: it is new). On success p->version is the new one; a LIST post with
 * an empty key gets the next free one, with ordning 0 the last place. The place of a line that is
 * there already is store_post_move's to change; p->ordning gets what it is. A post whose values
 * equal those stored is not saved again and makes no revision.
 * ST_NOT_FOUND: no such ärende. ST_INVALID: a value that falt_check would not have passed, a key
 * over LIST_KEY_MAX or none left below it.
 * ST_CONFLICT: someone saved in between, or made or removed it; nothing is written and `theirs`
 * (may be NULL) gets the post as it now stands, version 0 if it is gone. */
enum status store_post_put(struct store *s, struct arena *a, long nr, struct post *p,
                           const char *orsak, struct post *theirs, struct error *err);

/* The posts of one kind as they stand now, those of a list by ordning; none in an ärende that is
 * not there. */
enum status store_post_list(struct store *s, struct arena *a, long nr, enum post_slag slag,
                            struct post_list *out, struct error *err);

/* The post as it stands now. ST_NOT_FOUND when there is none, or no such ärende. */
enum status store_post_get(struct store *s, struct arena *a, long nr, enum post_slag slag,
                           struct str8 nyckel, struct post *out, struct error *err);

/* Removes a KEYED or LIST post, leaving a revision that says so. Same conflict rule. ST_INVALID for
 * the ärende's own post. */
enum status store_post_remove(struct store *s, struct arena *a, long nr, const struct post *p,
                              const char *orsak, struct error *err);

/* Puts the line with key `nyckel` of a LIST kind on place `ordning` (from 1), moving the others.
 * The line gets a revision; no version changes, for its place is not a value anybody edits.
 * ST_NOT_FOUND: no such line. */
enum status store_post_move(struct store *s, long nr, enum post_slag slag, struct str8 nyckel,
                            int ordning, struct error *err);

/* ---- history ---- */

/* The revisions of ärende `nr`, newest first; of one kind if slag < POST_SLAG_N, of one post if
 * also nyckel.p is not NULL. limit 0: all. */
enum status store_revision_list(struct store *s, struct arena *a, long nr, enum post_slag slag,
                                struct str8 nyckel, long limit, struct revision **out, size_t *n,
                                struct error *err);

/* What `läs` does with an exchanged ärende: the ärende and its whole history as they stand, times
 * and persons kept. `revs` oldest first. Without `revs` each post gets a first revision. Sets
 * ar->nr.
 * `replace` is the number of the ärende it takes the place of, 0 for none. That one's history stays
 * and gets the revisions it lacks: those of which it has none with the same time, person, post,
 * place, values and removal. A post whose newest revision in time is not what now stands gets one
 * more. If nothing differs nothing is written and `*changed` is false, else it is true. */
enum status store_arende_import(struct store *s, struct arena *a, struct arende *ar,
                                const struct revision *revs, size_t n_revs, long replace,
                                bool *changed, struct error *err);

/* ---- drafts: what is typed and not yet saved ---- */

/* A draft is the text that a field had when somebody began to write in it, and the steps taken
 * since: played in order they give what was on the screen, and what could be undone. */
struct utkast {
    long arende;
    enum post_slag slag;
    struct str8 nyckel;
    int falt;            /* field number in its kind */
    struct str8 person;  /* who typed */
    struct str8 session; /* which program run */
    long version;        /* of the post it was begun from; 0: there was none */
    struct str8 text;    /* what stood there when it was begun */
    struct str8 tid;     /* UTC, when it was begun; set by the store */
    struct str8 senast;  /* UTC, when something was last kept in it; set by the store */
};
/* One change: at byte `plats`, `bort` gave place to `in`. */
enum steg_slag { STEG_SKREV, STEG_ANGRADE, STEG_GJORDE_OM };
struct utkast_steg {
    enum steg_slag slag;
    bool fortsatt; /* undone together with the step before */
    size_t plats;
    struct str8 bort, in;
    size_t markor; /* where the cursor stood afterwards */
};
/* Begins the draft of (arende, slag, nyckel, falt, person, session), or begins it anew: its steps
 * are then gone. Survives the death of the process, not of the power (synchronous=NORMAL). */
enum status store_utkast_put(struct store *s, const struct utkast *u, struct error *err);
/* Adds steps after those there are; the cost is that of the steps, not of the text. Survives as
 * store_utkast_put. ST_NOT_FOUND when the draft has not been begun. */
enum status store_utkast_add(struct store *s, const struct utkast *u,
                             const struct utkast_steg *steg, size_t n, struct error *err);
/* The draft goes on under another session's name. ST_NOT_FOUND when it is not there: another
 * session may have taken it. ST_EXISTS when that session has a draft of the same field. */
enum status store_utkast_take(struct store *s, const struct utkast *u, struct str8 session,
                              struct error *err);
/* Throws it and its steps away. That there is none is no error. */
enum status store_utkast_drop(struct store *s, const struct utkast *u, struct error *err);
/* Drafts of `person`, oldest first; of one ärende unless nr is 0. */
enum status store_utkast_list(struct store *s, struct arena *a, struct str8 person, long nr,
                              struct utkast **out, size_t *n, struct error *err);
/* The steps of one, in order. ST_NOT_FOUND when it has not been begun, or is gone. */
enum status store_utkast_steg(struct store *s, struct arena *a, const struct utkast *u,
                              struct utkast_steg **out, size_t *n, struct error *err);

/* ---- where somebody was, to come back to ---- */

/* The program's words for a place on the screen; the store does not look into them. */
struct plats {
    long arende;        /* 0 in a list of ärenden */
    struct str8 vy;     /* which view: "ärende", "text", … */
    struct str8 slag;   /* kind of post, by its name; may be empty */
    struct str8 nyckel; /* which post; may be empty */
    struct str8 falt;   /* which field, by its name; may be empty */
    size_t markor;      /* byte offset of the cursor in the field's text */
};
/* Remembers where `person` is: in that ärende, and of all places. In a list of ärenden nothing but
 * that they are there is remembered. Survives as store_utkast_put. */
enum status store_plats_put(struct store *s, struct str8 person, const struct plats *p,
                            struct error *err);
/* Where `person` was in ärende `nr`, or with nr 0 where they were last of all. ST_NOT_FOUND when
 * nothing is remembered. */
enum status store_plats_get(struct store *s, struct arena *a, struct str8 person, long nr,
                            struct plats *out, struct error *err);

/* ---- others at work ---- */

/* Has another connection written to the database since this was last asked (or since it was
 * opened)? Cheap. An error counts as no. */
bool store_changed(struct store *s);

/* ---- search ---- */

struct traff {
    long arende;            /* 0 for a hit in a betänkande */
    struct str8 betankande; /* id of the one it is in, or that the ärende answers */
    struct str8 beteckning; /* that one's: "SOU 2024:72" */
    struct str8 dnr;        /* the ärende's */
    struct str8 slag;       /* "svar", "text", "avsnitt", …, "betänkande" */
    struct str8 nyckel;     /* "4.1.1:2", "sammanfattning", "4.2.3" */
    struct str8 utdrag;     /* some words around, the found ones between U+E002 and U+E003 */
};
/* All of `words` must be there, in any order, each as a word's beginning; case does not matter,
 * å ä ö do. Best first. */
enum status store_search(struct store *s, struct arena *a, struct str8 words, long limit,
                         struct traff **out, size_t *n, struct error *err);

/* ---- the file itself ---- */

/* Looks at everything: SQLite's own integrity check, foreign keys, our rules (each post's newest
 * revision equals the post, each value passes falt_check, the search index agrees). Findings as
 * Swedish sentences; n == 0 is a sound database. Returns ST_OK even with findings. */
enum status store_check(struct store *s, struct arena *a, struct str8 **findings, size_t *n,
                        struct error *err);

/* A consistent copy to a new file (mode 0600) while others may be writing. ST_EXISTS if the target
 * is there. */
enum status store_copy(struct store *s, const char *path, struct error *err);

#endif
