/* Swedish writing rules on a finished tree: what a careful typist does, and nothing that changes a
 * word. Never on stored text: what somebody wrote stays as it was written.
 *
 * - A no-break space in what must not be parted at a line end: "12 kap. 3 a §", "§ 25", "SOU
 * 2024:72", "dir. 2023:98", "prop. 2024/25:1", "kap. 4", "avsnitt 4.1.1", "s. 14 f.", "1 100", "5
 * procent", "2 miljoner", "1 juli", and between initials and a name.
 * - "…", “…” and „…“ become ”…”; three full stops one sign.
 * - A hyphen between spaces becomes an en dash, and so does one between two years, two pages or two
 *   paragraphs: "2023–2025", "s. 14–16", "3–5 §§". Other ranges are left alone.
 *
 * Left untouched: code, addresses of links, words that are a web or e-mail address, dates, and
 * numbers with letters or several hyphens, as diarienummer and ISBN are. In an uppställning
 * (DOC_FIELDS) only spaces are changed.
 *
 * Source: Myndigheternas skrivregler; Svenska skrivregler. */
#ifndef DOC_TYPOGRAFI_H
#define DOC_TYPOGRAFI_H

#include "doc/doc.h"

/* Applies the rules to the body and the notes; new texts are in `a`, which is the tree's. `keep`:
 * texts that are left as they are wherever they stand, such as the paper's own diarienummer; empty
 * ones are passed over. */
void typografi_apply(struct arena *a, struct doc *doc, const struct str8 *keep, size_t n_keep);

#endif
