/* The signs that word processors put before the items of a list. In Markdown they are characters
 * like any other, so a list that was pasted with them becomes running text. */
#ifndef BASE_BULLET_H
#define BASE_BULLET_H

#include <stdint.h>

#include "base/str8.h"

struct bullet {
    uint32_t sign;    /* the same sign is the same level of the list: U+2022, 'o', U+F0B7 */
    struct str8 item; /* what stands after the sign and its white space; never empty */
};

/* Does the line begin with such a sign, white space before it or not? • and the signs of Symbol and
 * Wingdings (U+F000–F0FF) always; · ◦ ▪ and their like with white space after them; o and dashes
 * only with a tab or at least two spaces after, as Word and web pages have them. A hyphen is
 * Markdown's own. */
bool bullet_at(struct str8 line, struct bullet *out);

#endif
