#include "ui/theme.h"

#include <stdlib.h>

static const struct look looks[STYLE_N] = {
    [STYLE_HEADING] = {.bold = true},
    [STYLE_BAR] = {.reverse = true},
    [STYLE_KEY] = {.bold = true},
    [STYLE_FOCUS] = {.reverse = true},
    [STYLE_SELECTED] = {.reverse = true},
    [STYLE_FIELD] = {.underline = true},
    [STYLE_GOOD] = {.colour = COLOUR_GREEN},
    [STYLE_WARNING] = {.bold = true, .colour = COLOUR_YELLOW},
    [STYLE_ERROR] = {.bold = true, .reverse = true, .colour = COLOUR_RED},
};

struct look theme_look(enum style s) {
    return looks[s];
}

bool theme_colours(void) {
    const char *no = getenv("NO_COLOR");
    return !no || !*no;
}
