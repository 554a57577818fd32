/* The emitters that the program does not hold, by way of ord.so and pdf.so. They lie beside the
 * program, where it is built, or in the library folder, where it is installed, wherever all of it
 * has been moved. */
#include <dlfcn.h>
#include <string.h>
#include <unistd.h>

#include "base/installed.h"
#include "emit/module.h"

/* The first of the places it may lie in that can be loaded, or NULL. */
static void *open_library(struct arena *a, const char *name, struct str8 installed) {
    const struct str8 place[] = {installed_beside(a, name), installed_near(a, installed.p)};
    for (size_t i = 0; i < sizeof place / sizeof *place; i++) {
        void *library = access(place[i].p, R_OK) == 0 ? dlopen(place[i].p, RTLD_LAZY) : NULL;
        if (library)
            return library;
    }
    return dlopen(installed.p, RTLD_LAZY);
}

/* The table of that library, or NULL with an error. What is loaded once stays. */
static const void *load(const char *name, struct error *err) {
    struct arena a = {0};
    struct str8 installed = arena_printf(&a, "%s/%s", YTTRA_LIBDIR, name);
    void *library = open_library(&a, name, installed);
    const struct module *m = library ? dlsym(library, MODULE_TABLE) : NULL;
    if (!m || strcmp(m->version, YTTRA_VERSION) != 0) {
        const char *why = m ? "den hör till en annan version" : dlerror();
        error_set(err, ST_NOT_FOUND,
                  "%s kan inte användas (%s). Den behövs för Word, ODF och pdf. Installera yttra "
                  "på nytt.",
                  installed.p, why ? why : "filen är skadad");
        m = NULL;
    }
    arena_free(&a);
    return m;
}

enum status emit_docx(const struct doc *d, const struct emit_template *t, struct buf *out,
                      struct error *err) {
    const struct module_ord *m = load(MODULE_ORD, err);
    return m ? m->docx(d, t, out, err) : ST_NOT_FOUND;
}

enum status emit_odt(const struct doc *d, const struct emit_template *t, struct buf *out,
                     struct error *err) {
    const struct module_ord *m = load(MODULE_ORD, err);
    return m ? m->odt(d, t, out, err) : ST_NOT_FOUND;
}

enum status emit_pdf(const struct doc *d, const struct emit_pdf_options *o, struct buf *out,
                     struct error *err) {
    const struct module_pdf *m = load(MODULE_PDF, err);
    return m ? m->pdf(d, o, out, err) : ST_NOT_FOUND;
}

void facts_of_docx(struct str8 bytes, struct file_facts *out) {
    const struct module_ord *m = load(MODULE_ORD, NULL);
    *out = (struct file_facts){0};
    if (m)
        m->facts_docx(bytes, out);
}

void facts_of_pdf(struct str8 bytes, struct file_facts *out) {
    const struct module_pdf *m = load(MODULE_PDF, NULL);
    *out = (struct file_facts){0};
    if (m)
        m->facts_pdf(bytes, out);
}
