/* ord.so: the table through which the program reaches Word and ODF. */
#include "emit/module.h"

extern const struct module_ord yttra_module;
__attribute__((visibility("default"))) const struct module_ord yttra_module = {
    {YTTRA_VERSION},
    emit_docx,
    emit_odt,
    facts_of_docx,
};
