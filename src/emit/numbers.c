#include "emit/numbers.h"

#include "emit/look.h"

enum { DIGIT_WIDTH = 130 }; /* twips, generously */

static int last_number(const struct doc_node *list) {
    int last = list->start - 1;
    for (const struct doc_node *item = list->first; item; item = item->next)
        last++;
    return last;
}

bool numbers_literal(const struct doc_node *list) {
    return list->ordered && last_number(list) > NUMBERS_MAX;
}

int numbers_width(const struct doc_node *list) {
    int width = 2 * DIGIT_WIDTH; /* one digit, and the point */
    for (int n = last_number(list); n >= 10; n /= 10)
        width += DIGIT_WIDTH;
    return list->ordered ? width : 0;
}

int numbers_room(const struct doc_node *list) {
    int width = numbers_width(list);
    return width > LOOK_INDENT ? width : LOOK_INDENT;
}
