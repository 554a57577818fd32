/* Commands with a word of their own after them: `yttra profil lista`. */
#ifndef CMD_CMD_GROUP_H
#define CMD_CMD_GROUP_H

#include "cmd/cmd.h"

struct cmd_word {
    const char *name;
    int min, max; /* arguments after the word; max -1 for any number */
    enum status (*run)(struct cmd_call *c);
};

/* Runs the one that the first argument names. ST_USAGE names the nearest and lists them. */
enum status cmd_group(struct cmd_call *c, const struct cmd_word *words, size_t n);

/* Arguments from `first` on with a space between: SOU 2024:72. */
struct str8 cmd_rest(struct cmd_call *c, size_t first);

#endif
