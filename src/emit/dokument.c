/* dokument.so: the table through which the program reaches the emitters that it does not hold. */
#include "emit/dokument.h"

extern const struct dokument_table yttra_dokument;
__attribute__((visibility("default"))) const struct dokument_table yttra_dokument = {
    YTTRA_VERSION, emit_docx, emit_odt, emit_pdf, facts_of_docx, facts_of_pdf,
};
