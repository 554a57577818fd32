/* Papers: composed, reviewed, and the sentence that a stance becomes. */
#ifndef APP_PAPER_H
#define APP_PAPER_H

#include "app/cases.h"
#include "base/buf.h"
#include "review/review.h"

enum paper_format { PAPER_TEXT, PAPER_MARKDOWN, PAPER_HTML };

/* "text", "md", "html" and their usual other names ("txt", "markdown", "htm"). ST_USAGE for a
 * format that this version does not make, with those it does. */
enum status paper_format_find(struct str8 namn, enum paper_format *out, struct error *err);

/* The format that a file name asks for by its end, PAPER_TEXT if it has none. ST_USAGE as above. */
enum status paper_format_of_file(struct str8 path, enum paper_format *out, struct error *err);

/* The paper called `dokument` appended to `out`. ST_NOT_FOUND lists the papers of the profile. */
enum status paper_make(struct app *app, struct arena *a, const struct app_case *c,
                       struct str8 dokument, enum paper_format format, struct buf *out,
                       struct error *err);

/* What granska finds, in one paper or (empty name) in all. */
enum status paper_review(struct app *app, struct arena *a, const struct app_case *c,
                         struct str8 dokument, struct finding **out, size_t *n, struct error *err);

/* The sentences that will stand in the yttrande for the answers to those punkter, one each in the
 * arena; empty for one without a stance or whose stance is not printed. */
enum status paper_sentences(struct app *app, struct arena *a, const struct app_case *c,
                            const struct app_refs *refs, struct str8 **out, struct error *err);

#endif
