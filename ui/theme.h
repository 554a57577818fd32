/* How a style looks. Reverse video and bold carry the meaning; colour only adds to it, on the
 * terminal's own background, and is left out with NO_COLOR. */
#ifndef UI_THEME_H
#define UI_THEME_H

#include <stdbool.h>
#include "ui/grid.h"

enum colour { COLOUR_NONE, COLOUR_RED, COLOUR_GREEN, COLOUR_YELLOW, COLOUR_BLUE, COLOUR_N };

struct look {
    bool bold, reverse, underline;
    enum colour colour;
};

struct look theme_look(enum style s);

/* Does the user want colours? NO_COLOR, set and not empty, says no (no-color.org). */
bool theme_colours(void);

#endif
