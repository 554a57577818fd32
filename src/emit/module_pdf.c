/* pdf.so: the table through which the program reaches PDF. */
#include "emit/module.h"

extern const struct module_pdf yttra_module;
__attribute__((visibility("default"))) const struct module_pdf yttra_module = {
    {YTTRA_VERSION},
    emit_pdf,
    facts_of_pdf,
};
