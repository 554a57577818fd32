/* What a place in an ärende is called, in the words of a sentence. */
#ifndef UI_ORD_H
#define UI_ORD_H

#include "review/review.h"
#include "ui/view.h"

/* "svaret på 4.4.3:1", "texten ”Sammanfattning”", "uppgiften ”Svarstid”", "rad 2 i listan
 * ”Beslutsunderlag”"; falt -1: the post as such. */
struct str8 ord_place(struct ui *ui, struct arena *a, enum post_slag slag, struct str8 nyckel,
                      int falt);

/* The same as a heading: "Svar 4.4.3:1", "Sammanfattning", "Uppgifter", "Beslutsunderlag 2". */
struct str8 ord_post(struct ui *ui, struct arena *a, enum post_slag slag, struct str8 nyckel);

/* The severity of a finding, where it is shown: "FEL", "varning", "tips". */
void ord_put_severity(struct grid *g, int row, int col, enum severity s);

/* A finding in full in `r`: `text`, the advice in words, and, where Enter `leads` somewhere, where.
 */
void ord_put_finding(struct ui *ui, struct grid *g, struct rect r, const struct finding *f,
                     struct str8 text, bool leads);

/* The post's field as it is shown: a stance in the words of the punkt's kind, others as they are.
 */
struct str8 ord_value(const struct ui *ui, const struct post *p, size_t falt);

#endif
