/* A summary drafted from the answers, for a person to go on with, and what it was drafted from.
 *
 * The blocks are "sammanfattning" (the answer's) and "sammanfattning-tjänsteskrivelse" (the
 * proposal's). What is contested comes first: an order that the text blocks of both papers share.
 */
#ifndef DRAFT_SAMMANFATTNING_H
#define DRAFT_SAMMANFATTNING_H

#include "draft/svarsrad.h"

/* Is it one of the two? */
bool sammanfattning_block(struct str8 block);

/* Drafts the block as Markdown: how many punkter are answered and how, the contested ones, those
 * with conditions or views, the supported ones in one sentence, the key points where the paper's
 * template does not set them out itself.
 * ST_NOT_FOUND: the profile makes no paper with that block; ST_REFUSED: nothing is answered yet. */
enum status sammanfattning_utkast(struct arena *a, const struct draft *d, struct str8 block,
                                  struct str8 *out, struct error *err);

/* What a summary says depends on this: the stance of every answered punkt, and a sum of its
 * condition: "4.1:1 tillstyrker, 4.2.3:1 villkor 9f86d081". One line. */
struct str8 sammanfattning_grund(struct arena *a, const struct draft *d);

/* The keys of the punkter that have been answered otherwise, or not any more, since `grund` was
 * written, in the betänkande's order; those that are new too. */
struct str8 *sammanfattning_andrade(struct arena *a, const struct draft *d, struct str8 grund,
                                    size_t *n);

/* The same for a summary as it stands; none where it is empty, or where it is not known what it was
 * written from. */
struct str8 *sammanfattning_skriven_fore(struct arena *a, const struct draft *d,
                                         const struct post *text, size_t *n);

#endif
