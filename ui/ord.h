/* What a place in an ärende is called, in the words of a sentence. */
#ifndef UI_ORD_H
#define UI_ORD_H

#include "ui/view.h"

/* "svaret på 4.4.3:1", "texten ”Sammanfattning”", "uppgiften ”Svarstid”", "rad 2 i listan
 * ”Beslutsunderlag”"; falt -1: the post as such. */
struct str8 ord_place(struct ui *ui, struct arena *a, enum post_slag slag, struct str8 nyckel,
                      int falt);

/* The same as a heading: "Svar 4.4.3:1", "Sammanfattning", "Uppgifter", "Beslutsunderlag 2". */
struct str8 ord_post(struct ui *ui, struct arena *a, enum post_slag slag, struct str8 nyckel);

/* The post's field as it is shown: a stance in the words of the punkt's kind, others as they are.
 */
struct str8 ord_value(const struct ui *ui, const struct post *p, size_t falt);

#endif
