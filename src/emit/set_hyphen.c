/* Words are divided. */
#include "emit/set_private.h"

void para_hyphenate(struct set *s, struct para *p) {
    (void)s;
    (void)p;
}
