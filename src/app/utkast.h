/* Drafts: what somebody is typing is kept as they type, and becomes a revision when it is saved.
 *
 * "Kept" survives the death of the program; "saved" survives that of the power, and has a place in
 * the history. A draft belongs to one field of one post, one person and one run of the program (a
 * session); those of runs that ended without saving are offered when the program starts.
 */
#ifndef APP_UTKAST_H
#define APP_UTKAST_H

#include "app/cases.h"
#include "text/editor.h"

/* What is being written in one field. */
struct app_utkast {
    struct arena *a;  /* where its texts are */
    struct utkast u;  /* u.text: the editor's text after `kept` operations, until it is begun */
    struct str8 base; /* the field's value that it is a change of */
    bool begun;       /* it is in the store */
    size_t kept;      /* the editor's operations that are in the store, or in u.text */
    size_t first;     /* when begun: the operation that u.text stands before */
    size_t alone;     /* when begun: the store's log cannot take back operations before this one */
};

/* Prepares the draft of that field as the ärende has it now; writes nothing. The texts in `out` are
 * in `a`. An editor for it starts with out->u.text. */
void app_utkast_new(struct app *app, struct arena *a, const struct app_case *c, enum post_slag slag,
                    struct str8 nyckel, int falt, struct app_utkast *out);

/* Keeps what the editor has done since the last time; nothing if there is nothing. Waits at most
 * 100 ms for others' locks. On an error nothing is forgotten: the next call takes it along. A draft
 * that somebody has taken from the store is begun there anew, with all that was written. */
enum status app_utkast_keep(struct app *app, struct app_utkast *d, const struct editor *e,
                            struct error *err);

/* Saves the text in the editor as the field's value, with a revision, and drops the draft: both or
 * neither. An unchanged text makes no revision, nor does an empty one make a post; a new line gets
 * its key (d->u.nyckel). `c` follows, also in the post's other fields. On ST_OK d->u.version is the
 * saved one, and the editor is clean. If somebody else has changed the post since the draft was
 * begun, but not this field, the two are joined; if this field too, but it is unchanged here,
 * theirs stands, and d->u.version is as it was, so that writing on from the older text is a
 * conflict. ST_CONFLICT: both have changed the field; nothing is saved, the draft stays, `theirs`
 * gets the post as it stands (version 0: removed), and the text says who and when. ST_INVALID: what
 * falt_read refuses, the draft stays. */
enum status app_utkast_save(struct app *app, struct arena *a, struct app_case *c,
                            struct app_utkast *d, struct editor *e, struct post *theirs,
                            struct error *err);

/* After ST_CONFLICT: from here on the draft counts as begun from `theirs`, so that the next save
 * takes its place (theirs stays in the history). */
void app_utkast_over(struct app_utkast *d, const struct post *theirs);

/* After ST_CONFLICT: `theirs` stands. The text in the editor is saved and theirs over it, so that
 * the history has both; a post that they removed stays removed. The draft is dropped: all of this
 * or nothing. `c` follows, and the editor gets their text. Statuses as app_utkast_save: on
 * ST_CONFLICT somebody has changed the field again, and `newer` is the post as it stands. */
enum status app_utkast_yield(struct app *app, struct arena *a, struct app_case *c,
                             struct app_utkast *d, struct editor *e, const struct post *theirs,
                             struct post *newer, struct error *err);

/* Why the draft cannot be saved where it is, whatever it says: "punkt 4.1:9 finns inte längre i
 * betänkandet", which may have been replaced since it was begun. Empty if it has its place. In `a`.
 */
struct str8 app_utkast_hinder(struct app *app, struct arena *a, const struct app_case *c,
                              const struct utkast *u);

/* Throws the draft away: what was saved last stands. */
enum status app_utkast_drop(struct app *app, struct app_utkast *d, struct error *err);

/* A draft that a run of the program left behind. */
struct app_kvarlamnat {
    struct utkast u;             /* u.text: what it was begun from */
    struct str8 text;            /* what had been written */
    struct str8 now;             /* what stands there now */
    size_t cursor;               /* where the cursor was */
    bool stale;                  /* somebody has saved the post since */
    struct str8 hinder;          /* as app_utkast_hinder; with one it can only be thrown away */
    struct str8 fel;             /* so also if it or its ärende cannot be read: why; else empty */
    struct str8 beteckning, dnr; /* of its ärende */
};

/* Those of this person whose session is over, oldest first. A draft whose steps cannot all be
 * played is given as far as they go, and one that cannot be read with the reason. A whole one that
 * equals what stands is dropped on the way. */
enum status app_utkast_left(struct app *app, struct arena *a, struct app_kvarlamnat **out,
                            size_t *n, struct error *err);

/* Goes on with it in this session: the editor has the text, the cursor and all that could be
 * undone. Freed by the caller. The texts in `d` are in `a`. ST_NOT_FOUND: another session has taken
 * or dropped it. ST_EXISTS: this session has a draft of that field. */
enum status app_utkast_resume(struct app *app, struct arena *a, const struct app_kvarlamnat *k,
                              struct app_utkast *d, struct editor **e, struct error *err);

/* Saves it as it is, as app_utkast_save. ST_NOT_FOUND as app_utkast_resume. */
enum status app_utkast_save_left(struct app *app, struct arena *a, const struct app_kvarlamnat *k,
                                 struct error *err);
enum status app_utkast_drop_left(struct app *app, const struct app_kvarlamnat *k,
                                 struct error *err);

#endif
