/* Word, ODF and PDF come from a library of their own, dokument.so, which is loaded when the first
 * such document is made: HarfBuzz and libzip draw in GLib and OpenSSL, and whoever only opens the
 * program is not to wait for them (3 ms of 7). Tests are linked with the emitters as they are.
 */
#ifndef EMIT_DOKUMENT_H
#define EMIT_DOKUMENT_H

#include "emit/emit.h"
#include "emit/facts.h"

/* What dokument.so holds, under the name DOKUMENT_TABLE. */
struct dokument_table {
    const char *version; /* the program's that it was built with */
    enum status (*docx)(const struct doc *, const struct emit_template *, struct buf *,
                        struct error *);
    enum status (*odt)(const struct doc *, const struct emit_template *, struct buf *,
                       struct error *);
    enum status (*pdf)(const struct doc *, const struct emit_pdf_options *, struct buf *,
                       struct error *);
    void (*facts_docx)(struct str8, struct file_facts *);
    void (*facts_pdf)(struct str8, struct file_facts *);
};
#define DOKUMENT_TABLE "yttra_dokument"

#endif
