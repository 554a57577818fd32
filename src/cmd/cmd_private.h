/* What the files of the command line share, and no command needs. */
#ifndef CMD_CMD_PRIVATE_H
#define CMD_CMD_PRIVATE_H

#include "cmd/cmd.h"

/* All commands, in the order of the help; ends in NULL. */
extern const struct cmd *const cmd_table[];

/* What stands on the command line before it is known which command it is. */
struct cmd_line {
    const struct cmd *cmd; /* NULL: none was named */
    const char *databas;
    const char *teckenkod; /* the terminal's character set, for the screen */
    bool help, version;
};

/* Reads the arguments into `c` and `line`. ST_USAGE. */
enum status cmd_parse(struct cmd_call *c, int argc, char **argv, struct cmd_line *line);

void cmd_help_all(struct buf *out, size_t width);
void cmd_help_short(struct buf *out);
void cmd_help(const struct cmd *cmd, struct buf *out, size_t width);
void cmd_usage_line(const struct cmd *cmd, struct buf *out); /* "yttra svara ÄRENDE …" */

#endif
