/* An ärende shown on the command line. */
#ifndef CMD_SHOW_H
#define CMD_SHOW_H

#include "cmd/cmd.h"

/* All of it: fields, the tree of avsnitt with their punkter and stances, texts, lists. */
void show_case(struct cmd_call *c, const struct app_case *ar);

/* The punkter that have no stance, under their avsnitt. */
void show_unanswered(struct cmd_call *c, const struct app_case *ar);

/* What the betänkande says and what is answered, for the punkter (or the avsnitt) in `ref`. */
enum status show_punkter(struct cmd_call *c, const struct app_case *ar, struct str8 ref);

/* The tree of a betänkande; with the answers of `ar` unless it is NULL. */
void show_tree(struct cmd_call *c, const struct betankande *b, const struct app_case *ar);

#endif
