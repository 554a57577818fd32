/* A text changed in another program, the one the user calls their editor. */
#ifndef UI_EXTERNAL_H
#define UI_EXTERNAL_H

#include "base/buf.h"
#include "base/status.h"

/* Puts `in` in a file of its own (mode 0600, removed afterwards unless what was written there could
 * not be taken), runs VISUAL or else EDITOR on it, split at spaces and without a shell, and waits;
 * `out` gets what the file then holds, through the edge. The terminal must have been given back.
 * Stops and goes on with it, and passes SIGTERM and SIGHUP on to it; our handlers get them after.
 * ST_NOT_FOUND: neither variable is set, or there is no such program; ST_REFUSED: it ended with an
 * error, the text is as it was; ST_BUSY: it did not end although we were told to; ST_INVALID: the
 * file is no longer text; ST_IO, ST_FULL. */
enum status external_edit(struct str8 in, struct buf *out, struct error *err);

#endif
