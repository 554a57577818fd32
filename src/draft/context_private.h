/* Shared by the files that build the data; not for others. */
#ifndef DRAFT_CONTEXT_PRIVATE_H
#define DRAFT_CONTEXT_PRIVATE_H

#include "draft/context.h"
#include "draft/phrase.h"

/* One punkt on its way to becoming a sentence. */
struct answer {
    const struct post *post; /* POST_SVAR, or NULL */
    enum stance stance;
    json_t *node; /* its object, once the avsnitt or tema that it is answered under has been put */
};

/* Every punkt's answer, in the order of the betänkande, so that it is looked up once. */
struct answers {
    struct answer *answer;
    size_t n;
    size_t *first; /* per avsnitt: where its punkter begin */
};

struct building {
    struct arena *arena;
    const struct draft *draft;
    const struct dokument *dokument;
    struct context *out;
    struct answers *answers;
};

/* Sets obj[key] to the text, or to null when it is empty, and returns the new node. */
json_t *context_set(json_t *obj, const char *key, struct str8 text);

/* The same for a value that a paragraph can be traced back to. `nyckel` and `falt` may be empty. */
void context_set_marked(struct building *b, json_t *obj, const char *key, struct str8 text,
                        enum post_slag slag, struct str8 nyckel, const char *falt);

/* Adds a new empty object to the list and returns it. */
json_t *context_item(json_t *list);

/* The setting that holds for this paper: index of its word (profil/val.h). */
int context_val(const struct building *b, enum val v);

/* Puts "avsnittslista", "teman", "svarslista", "grupper" and "antal": everything that comes from
 * the stances. */
enum status context_put_svar(struct building *b, struct error *err);

struct answer *context_answer(const struct building *b, const struct punkt_ref *ref);

/* An object for each punkt, in that order, at the end of `list`. *printed becomes true if the paper
 * says anything of one. */
enum status context_put_punkter(struct building *b, json_t *list, const struct punkt_ref *ref,
                                size_t n, bool *printed, struct error *err);

/* What is answered on one punkt, as its sentence is made of it. ST_NOT_FOUND for a subject that the
 * profile does not have. */
enum status context_phrase(const struct building *b, const struct punkt_ref *ref, struct phrase *p,
                           struct error *err);

/* Puts "omdöme" in `o`, the object of a heading: the verdicts on its punkter in one text, where the
 * paper says them so (omdömen = rubrikvis); else null (context_rubrikvis.c). */
enum status context_put_joined(struct building *b, json_t *o, const struct punkt_ref *ref, size_t n,
                               struct error *err);

/* {{#avsnittslista}}: headings, each with the avsnitt that stand under it (context_avsnitt.c). */
enum status context_put_avsnitt(struct building *b, struct error *err);

/* {{#teman}}: the ärende's own headings in two levels (context_tema.c). */
enum status context_put_teman(struct building *b, struct error *err);

/* The number of an avsnitt with a title, as this paper has headings; without a title "Avsnitt 4.1".
 */
struct str8 context_heading(const struct building *b, struct str8 nummer, struct str8 title);

/* Puts "ståndpunkter" in `o`: those whose field (STANDPUNKT_AVSNITT or _TEMA) names `what`, but for
 * what stands in lists of its own. Returns how many. */
size_t context_put_positions(struct building *b, json_t *o, int falt, struct str8 what);

/* Positions that stand in a list of their own wherever they belong: matters to look into further,
 * and what is thought of the inquiry. */
bool context_position_apart(const struct post *p);

/* {{#matris}}: the stances counted in classes (context_matris.c). */
void context_put_matris(struct building *b);

/* Puts the lists of the ärende: beslutspunkter, underlag, planering, …. */
void context_put_lists(struct building *b);

/* For every list that has been put, {{har-underlag}} and its like: whether there is anything in it,
 * so that a heading stands once and only over something. */
void context_put_presence(struct building *b);

#endif
