/* Character sets other than UTF-8, through iconv: the one home of it. */
#ifndef BASE_CONV_H
#define BASE_CONV_H

#include "base/buf.h"
#include "base/status.h"

/* Is `charset` ("ISO-8859-1", "CP850", …) one that iconv knows? */
bool conv_known(const char *charset);

/* The set of the locale that setlocale has chosen, when it is another than UTF-8 and one that iconv
 * knows; NULL otherwise, also for ASCII, which is the locale C's and says nothing. */
const char *conv_of_locale(void);

/* `in`, in `charset`, appended to `out` as UTF-8. ST_INVALID names the first byte that is not in
 * the set, or the set itself if it is unknown; `out` is then as before. */
enum status conv_to_utf8(struct str8 in, const char *charset, struct buf *out, struct error *err);

/* `in`, valid UTF-8, appended to `out` in `charset`. A character the set lacks is transliterated
 * by our own table (— to -, ” to ", é to e, • to *) or else becomes '?'; `lost`, when not NULL,
 * counts those that became '?'. ST_INVALID only for an unknown set. */
enum status conv_from_utf8(struct str8 in, const char *charset, struct buf *out, size_t *lost,
                           struct error *err);

#endif
