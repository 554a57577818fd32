/* Ärenden: made, listed, opened, and their posts changed.
 *
 * Whatever is changed is checked first, against its field's type and against the betänkande and
 * the profile it refers to; nothing is saved when something is wrong. Statuses not named are those
 * of the store (remiss/store.h).
 */
#ifndef APP_CASES_H
#define APP_CASES_H

#include "app/app.h"
#include "base/clock.h"

/* An opened ärende. The posts in it follow what is saved through it. */
struct app_case {
    long nr;
    struct arende *arende;
    struct betankande *betankande;
};

/* A field and its value as the user writes them. */
struct app_field {
    struct str8 namn, varde;
};

/* Makes an ärende that answers the betänkande called `name` ("SOU 2024:72", "sou-2024-72"), which
 * is taken from the database or else from the shipped files. Where `fields` say nothing: status
 * pågår, profile standard, ert-dnr that of the betänkande, mottagare as väg says. */
enum status app_case_new(struct app *app, struct arena *a, struct str8 name,
                         const struct app_field *fields, size_t n, struct app_case *out,
                         struct error *err);

/* The undecided ärenden on the betänkande called `name`, by number; to be asked before one more is
 * made, for an ärende cannot be removed. None for a name that is no betänkande's. */
enum status app_case_pending(struct app *app, struct arena *a, struct str8 name, long **nr,
                             size_t *n, struct error *err);

/* Opens the ärende that the user calls "3", or by its UUID. ST_NOT_FOUND, ST_INVALID. */
enum status app_case_open(struct app *app, struct arena *a, struct str8 name, struct app_case *out,
                          struct error *err);

/* As store_arende_list: by the day the answer is due. */
enum status app_case_list(struct app *app, struct arena *a, struct arende_urval u,
                          struct arende_rad **out, size_t *n, long *total, struct error *err);

/* As store_search. */
enum status app_search(struct app *app, struct arena *a, struct str8 words, long limit,
                       struct traff **out, size_t *n, struct error *err);

/* What an excerpt (struct traff) shows on the line with the first found word, as it stands in the
 * text. */
struct str8 app_found_line(struct arena *a, struct str8 excerpt);

/* The profile of the ärende. */
enum status app_case_profil(struct app *app, struct arena *a, const struct app_case *c,
                            struct profil **out, struct error *err);

/* How many punkter have a stance. */
int app_case_answered(const struct app_case *c);

/* Has the punkt a stance? */
bool app_case_has_stance(struct arena *a, const struct app_case *c, const struct punkt_ref *ref);

/* The first punkt without a stance that comes after `ref` in the betänkande, or else from its
 * start, `ref` itself last. False when all have one. */
bool app_case_next(struct arena *a, const struct app_case *c, const struct punkt_ref *ref,
                   struct punkt_ref *out);

/* The day the answer is due: the anstånd's if one was given, else svarstid; empty if unknown. */
struct str8 app_case_due(const struct app_case *c);

/* Does the time matter still: neither expedierat nor avslutat? */
bool app_status_open(struct str8 status);

/* Sets fields of the post (slag, nyckel), which is made if it is missing; of POST_ARENDE the key is
 * empty. All or nothing. `changed` (may be NULL) is set to true if anything was.
 * ST_CONFLICT: another process saved the post after the ärende was opened; the text says who, when
 * and what now stands, and the file where the values that were to be saved have been put. */
enum status app_set(struct app *app, struct arena *a, struct app_case *c, enum post_slag slag,
                    struct str8 nyckel, const struct app_field *fields, size_t n, const char *orsak,
                    bool *changed, struct error *err);

/* As app_set, for a screen: when somebody else has changed the post since it was read, but not
 * these fields, the two are joined; otherwise ST_CONFLICT, `theirs` gets the post as it stands
 * (version 0: removed), and the text says who, when and what now stands. */
enum status app_set_seen(struct app *app, struct arena *a, struct app_case *c, enum post_slag slag,
                         struct str8 nyckel, const struct app_field *fields, size_t n,
                         const char *orsak, bool *changed, struct post *theirs, struct error *err);

/* Reads the post anew from the store; it goes out of the opened ärende if it has been removed. All
 * of a list is read, in its order. */
enum status app_post_refresh(struct app *app, struct arena *a, struct app_case *c,
                             enum post_slag slag, struct str8 nyckel, struct error *err);

/* The opened ärende gets the post as it was saved; one of version 0, which is not there, goes out
 * of it. For this room. */
void app_post_follow(struct arena *a, struct app_case *c, const struct post *p);

/* Whom the paper goes to follows from väg. When `fields` set väg and not mottagare, `mottagare`
 * gets the one of the new väg, unless the user has written another than that of the old; else
 * false. */
bool app_receiver_follows(struct arena *a, const struct app_case *c, const struct app_field *fields,
                          size_t n, struct str8 *mottagare);

/* As app_set for each of the punkter that `ref` names ("4.1.1", "4.1.1:*", "4.1.1:1, 5.3:2"), all
 * or nothing. `refs` gets them. */
struct app_refs {
    struct punkt_ref *p;
    size_t n;
};
enum status app_refs(struct arena *a, const struct app_case *c, struct str8 ref,
                     struct app_refs *out, struct error *err);
enum status app_answer(struct app *app, struct arena *a, struct app_case *c,
                       const struct app_refs *refs, const struct app_field *fields, size_t n,
                       bool *changed, struct error *err);

/* The same in `c` alone: to see what the papers would say. Nothing is saved. */
enum status app_answer_try(struct app *app, struct arena *a, struct app_case *c,
                           const struct app_refs *refs, const struct app_field *fields, size_t n,
                           struct error *err);

/* Takes back the answers to those punkter. ST_NOT_FOUND if none of them has one. */
enum status app_answer_remove(struct app *app, struct arena *a, struct app_case *c,
                              const struct app_refs *refs, struct error *err);

/* Adds a line to a list; `nyckel` gets its number. ST_USAGE for a kind that is no list. */
enum status app_line_add(struct app *app, struct arena *a, struct app_case *c, enum post_slag slag,
                         const struct app_field *fields, size_t n, struct str8 *nyckel,
                         struct error *err);

/* The post the user means by kind and key. ST_NOT_FOUND lists the ones there are. */
enum status app_post_find(const struct app_case *c, enum post_slag slag, struct str8 nyckel,
                          struct post **out, struct error *err);

enum status app_remove(struct app *app, struct arena *a, struct app_case *c, enum post_slag slag,
                       struct str8 nyckel, struct error *err);

/* As app_remove, for a screen. ST_CONFLICT: somebody else has changed the post since it was read;
 * the text says who, when and what now stands, nothing is removed, and `c` has the post as it is.
 * One that is not there any more is removed: ST_OK. */
enum status app_remove_seen(struct app *app, struct arena *a, struct app_case *c,
                            enum post_slag slag, struct str8 nyckel, struct error *err);

/* Puts the line on place `ordning`, from 1. `c` follows. */
enum status app_line_move(struct app *app, struct app_case *c, enum post_slag slag,
                          struct str8 nyckel, int ordning, struct error *err);

/* The kind with that name or label. ST_NOT_FOUND names the nearest and lists them; only lists if
 * `lists`. */
enum status app_slag(struct str8 namn, bool lists, enum post_slag *out, struct error *err);

/* The text block with that name, the profile's own included. ST_NOT_FOUND names the nearest and
 * lists them. */
enum status app_text_block(struct app *app, struct arena *a, const struct app_case *c,
                           struct str8 namn, const struct text_block **out, struct error *err);

/* Drafts a summary, "sammanfattning" or "sammanfattning-tjänsteskrivelse", from the answers;
 * nothing is saved. ST_USAGE for another block, ST_REFUSED when nothing is answered, ST_NOT_FOUND
 * when the profile makes no such paper. */
enum status app_text_draft(struct app *app, struct arena *a, const struct app_case *c,
                           struct str8 block, struct str8 *out, struct error *err);

/* Can the block be drafted so? */
bool app_text_drafted(struct str8 block);

/* A summary that is about to be saved remembers the answers that it is written from. For this room.
 */
void app_text_stamp(struct arena *a, const struct app_case *c, struct post *p);

/* The punkter whose answers have changed since the summary was written, "4.1:1"; none for another
 * block, or where it is not known. */
struct str8 *app_text_changed(struct arena *a, const struct app_case *c, struct str8 block,
                              size_t *n);

/* Every block: the common ones, then the profile's own. */
enum status app_text_blocks(struct app *app, struct arena *a, const struct app_case *c,
                            struct text_block **out, size_t *n, struct error *err);

#endif
