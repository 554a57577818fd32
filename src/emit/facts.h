/* What a finished file says of itself, read back from its bytes: for the last look before it is
 * sent. Knows what this program writes and what templates can do to it; it is no validator. */
#ifndef EMIT_FACTS_H
#define EMIT_FACTS_H

#include <stdbool.h>
#include "base/str8.h"

struct file_facts {
    bool title;    /* its own title is set */
    bool language; /* and its language */
    bool tagged;   /* PDF: marked content and a structure tree. Word: true */
    bool text;     /* holds text; PDF: that can be copied */
    int pages;     /* PDF; 0 for Word */
};

/* All false for bytes that are no such file. */
void facts_of_pdf(struct str8 bytes, struct file_facts *out);
void facts_of_docx(struct str8 bytes, struct file_facts *out);

#endif
