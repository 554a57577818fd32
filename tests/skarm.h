/* The whole program on a terminal, for tests: a database of its own and a fixed day. */
#ifndef TESTS_SKARM_H
#define TESTS_SKARM_H

#include "base/arena.h"
#include "tests/term.h"

struct skarm {
    struct term t;
    struct arena a;
    const char *db;       /* path of the database */
    const char *extra[8]; /* NULL-terminated: more for the environment */
    char *argument[4];    /* NULL-terminated: more for the command line */
};

/* Makes a folder for the database, in which nothing is yet. */
void skarm_new(struct skarm *s);

/* An ärende on SOU 2024:72 with number 1, made by the command line, with svarstid and dnr. */
void skarm_case(struct skarm *s);

/* Runs a command of the program on the database and gives what it prints. The words end in NULL. */
struct str8 skarm_command(struct skarm *s, const char *word, ...) __attribute__((sentinel));

/* Starts the program on a terminal of that size and waits until its help line stands there. */
void skarm_start(struct skarm *s, int rows, int cols);

/* Sends keys and waits until `text` is shown; ends the test if it never is. */
void skarm_keys(struct skarm *s, const char *keys, const char *text);

/* Compares the screen with tests/golden/terminal/NAME.txt; UPDATE=1 writes it. */
void skarm_golden(struct skarm *s, const char *name);

/* Leaves the program with Ctrl-Q and checks that it ended well. */
void skarm_quit(struct skarm *s);
void skarm_free(struct skarm *s);

#endif
