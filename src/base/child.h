/* Another program, run to its end: bytes in, bytes out, within a time. Never through a shell. */
#ifndef BASE_CHILD_H
#define BASE_CHILD_H

#include "base/buf.h"
#include "base/status.h"

struct child {
    const char *const *argv; /* ends in NULL; argv[0] is searched for in PATH. Goes to the program
                                as it is: no word of it is interpreted */
    struct str8 in;          /* its standard input, which then ends */
    int seconds;             /* how long it may take; then it is killed */
    size_t most; /* bytes kept of each of its outputs; what comes after is read and thrown
                    away */
};

struct child_end {
    int code;  /* its exit code; -1 when a signal ended it */
    bool late; /* it was killed, for its time had passed */
};

/* Runs it and waits. It gets our environment, but with LC_ALL=C, so that what it says can be read
 * by a program. Its outputs are appended to `out` and `said` (standard error), which may hold
 * anything: they have not passed the edge. A program that does not read all of `in` is not an
 * error. No signal reaches us on its account.
 * ST_NOT_FOUND: there is no such program; ST_IO: it cannot be run, the text says why. */
enum status child_run(const struct child *c, struct buf *out, struct buf *said,
                      struct child_end *end, struct error *err);

#endif
