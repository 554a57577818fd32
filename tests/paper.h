/* The document that emitters are tried on: a Markdown file, with metadata. */
#ifndef TESTS_PAPER_H
#define TESTS_PAPER_H

#include "base/buf.h"
#include "base/status.h"
#include "doc/doc.h"

/* Reads `path`; lines that are MOTIVERING0 and MOTIVERING1 are grafts. The title is the first
 * heading; diarienummer, date and the fields dnr, datum, handläggare and nämnd are made up. */
enum status paper_read(struct arena *a, const char *path, struct doc **out, struct error *err);

/* All that the paper says, for tests/judge/words.py: organisation and date, what the later pages'
 * heads say, the text, and each note, with "\f" between; "[1]" is a reference to a note. */
void paper_words(struct arena *a, const struct doc *d, struct buf *out);

#endif
