/* A template of any kind filled with any JSON: `mall rendera`. */
#ifndef APP_JSON_TEMPLATE_H
#define APP_JSON_TEMPLATE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"

/* Renders the Mustache template in the file `mall` with the JSON in the file `data` ("-": standard
 * input), appended to `out`, by the rules and with the HTML escape of the Mustache specification.
 * A partial {{>namn}} is the file namn.md in the folder of the template; one that is not there is
 * empty. ST_INVALID with file, line and column for a fault in either. */
enum status json_template_render(struct arena *a, const char *mall, const char *data,
                                 struct buf *out, struct error *err);

#endif
