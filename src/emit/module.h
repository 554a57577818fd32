/* Word, ODF and PDF come from libraries of their own, which are loaded when the first such document
 * is made: libzip draws in OpenSSL, HarfBuzz GLib, and whoever only opens the program is not to
 * wait for them (3 ms of 7), nor who makes a Word document for what pdf needs. Tests are linked
 * with the emitters as they are.
 */
#ifndef EMIT_MODULE_H
#define EMIT_MODULE_H

#include "emit/emit.h"
#include "emit/facts.h"

/* What begins each library's table, found under MODULE_TABLE. */
struct module {
    const char *version; /* the program's that it was built with */
};
#define MODULE_TABLE "yttra_module"

#define MODULE_ORD "ord.so"
struct module_ord {
    struct module head;
    enum status (*docx)(const struct doc *, const struct emit_template *, struct buf *,
                        struct error *);
    enum status (*odt)(const struct doc *, const struct emit_template *, struct buf *,
                       struct error *);
    void (*facts_docx)(struct str8, struct file_facts *);
};

#define MODULE_PDF "pdf.so"
struct module_pdf {
    struct module head;
    enum status (*pdf)(const struct doc *, const struct emit_pdf_options *, struct buf *,
                       struct error *);
    void (*facts_pdf)(struct str8, struct file_facts *);
};

#endif
