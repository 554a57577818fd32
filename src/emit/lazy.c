/* The emitters that the program does not hold, by way of dokument.so. It lies beside the program,
 * where it is built, or in the library folder, where it is installed, wherever all of it has been
 * moved. */
#include <dlfcn.h>
#include <string.h>
#include <unistd.h>

#include "base/installed.h"
#include "emit/dokument.h"

#define NAME "dokument.so"

/* The first of the places it may lie in that can be loaded, or NULL. */
static void *open_library(struct arena *a) {
    const struct str8 place[] = {installed_beside(a, NAME),
                                 installed_near(a, YTTRA_LIBDIR "/" NAME)};
    for (size_t i = 0; i < sizeof place / sizeof *place; i++) {
        void *library = access(place[i].p, R_OK) == 0 ? dlopen(place[i].p, RTLD_NOW) : NULL;
        if (library)
            return library;
    }
    return dlopen(YTTRA_LIBDIR "/" NAME, RTLD_NOW);
}

/* The table, or NULL with an error. What is loaded once stays. */
static const struct dokument_table *load(struct error *err) {
    struct arena a = {0};
    void *library = open_library(&a);
    const struct dokument_table *t = library ? dlsym(library, DOKUMENT_TABLE) : NULL;
    if (!t || strcmp(t->version, YTTRA_VERSION) != 0) {
        const char *why = t ? "den hör till en annan version" : dlerror();
        error_set(err, ST_NOT_FOUND,
                  "%s kan inte användas (%s). Den behövs för Word, ODF och pdf. Installera yttra "
                  "på nytt.",
                  YTTRA_LIBDIR "/" NAME, why ? why : "filen är skadad");
        t = NULL;
    }
    arena_free(&a);
    return t;
}

enum status emit_docx(const struct doc *d, const struct emit_template *t, struct buf *out,
                      struct error *err) {
    const struct dokument_table *table = load(err);
    return table ? table->docx(d, t, out, err) : ST_NOT_FOUND;
}

enum status emit_odt(const struct doc *d, const struct emit_template *t, struct buf *out,
                     struct error *err) {
    const struct dokument_table *table = load(err);
    return table ? table->odt(d, t, out, err) : ST_NOT_FOUND;
}

enum status emit_pdf(const struct doc *d, const struct emit_pdf_options *o, struct buf *out,
                     struct error *err) {
    const struct dokument_table *table = load(err);
    return table ? table->pdf(d, o, out, err) : ST_NOT_FOUND;
}

void facts_of_docx(struct str8 bytes, struct file_facts *out) {
    const struct dokument_table *table = load(NULL);
    *out = (struct file_facts){0};
    if (table)
        table->facts_docx(bytes, out);
}

void facts_of_pdf(struct str8 bytes, struct file_facts *out) {
    const struct dokument_table *table = load(NULL);
    *out = (struct file_facts){0};
    if (table)
        table->facts_pdf(bytes, out);
}
