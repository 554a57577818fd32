/* A mail with files, as a draft that a mail program opens (.eml). Nothing is sent.
 *
 * The form: RFC 5322 (headers), 2045 and 2046 (MIME, multipart/mixed), 2047 (words that are not
 * ASCII in headers), 2231 (file names). "X-Unsent: 1" makes Outlook open it as a draft. It is
 * written here and not by a library: the one that Debian has draws in GLib at every start.
 */
#ifndef APP_MAIL_H
#define APP_MAIL_H

#include "base/arena.h"
#include "base/buf.h"

struct mail_file {
    struct str8 name; /* "Namnden-yttrande.docx"; UTF-8, without folder */
    struct str8 type; /* "application/pdf" */
    struct str8 bytes;
};

/* All texts are UTF-8. Line ends and control characters in headers become spaces. */
struct mail {
    struct str8 from_name, from; /* either may be empty; without `from` no From is written */
    struct str8 to, copy;        /* addresses with "," or ";" between; may be empty */
    struct str8 subject;
    struct str8 date; /* UTC, "2025-03-14T09:00:00Z" */
    struct str8 body;
    const struct mail_file *file;
    size_t n_files;
};

/* The mail appended to `out`, lines ended by CR LF, none over 998 bytes. */
void mail_write(const struct mail *m, struct buf *out);

/* Is it one address or several that mail can be sent to: something@something with a dot, ASCII, no
 * spaces inside? */
bool mail_addresses_ok(struct str8 addresses);

#endif
