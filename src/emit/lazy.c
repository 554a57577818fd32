/* The emitters that the program does not hold, by way of dokument.so. It lies beside the program,
 * where it is built, or in the library folder, where it is installed. */
#include <dlfcn.h>
#include <string.h>
#include <unistd.h>

#include "emit/dokument.h"

#define NAME "dokument.so"

/* The path of a file beside the program itself. */
static struct str8 beside(struct arena *a) {
    char self[4096];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self);
    while (n > 0 && self[n - 1] != '/')
        n--;
    return n > 0 ? arena_printf(a, "%.*s" NAME, (int)n, self) : S8(NAME);
}

/* The table, or NULL with an error. What is loaded once stays. */
static const struct dokument_table *load(struct error *err) {
    struct arena a = {0};
    struct str8 here = beside(&a);
    void *library = access(here.p, R_OK) == 0 ? dlopen(here.p, RTLD_NOW) : NULL;
    if (!library)
        library = dlopen(YTTRA_LIBDIR "/" NAME, RTLD_NOW);
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
