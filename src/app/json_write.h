/* What the program gives away as JSON: docs/format.md, chapter JSON. All of it ends in one line
 * feed, is indented by two, and holds no control characters. */
#ifndef APP_JSON_WRITE_H
#define APP_JSON_WRITE_H

#include "app/paper.h"

/* The exchange file: format, ärende, betänkande, revisioner (`revs`, newest first, are written
 * oldest first). The same facts give the same bytes in every database. */
void json_write_export(const struct app_case *c, const struct revision *revs, size_t n,
                       struct buf *out);

/* format, ärende, betänkande, härlett. `d` is the draft of the paper `dok`, whose derived data is
 * shown. Statuses as context_make. */
enum status json_write_show(struct arena *a, const struct draft *d, const struct dokument *dok,
                            struct buf *out, struct error *err);

void json_write_rows(const struct arende_rad *rows, size_t n, struct buf *out);
void json_write_findings(const struct finding *f, size_t n, struct buf *out);

#endif
