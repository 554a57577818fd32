/* Keys, in the program's own numbers: a character as itself, Ctrl with a letter as its control
 * character, the others from K_BASE on, with Shift, Ctrl and Alt as bits. */
#ifndef UI_KEY_H
#define UI_KEY_H

#include <stdint.h>
#include <stdbool.h>

typedef uint32_t keycode;

#define K_CTRL(letter) ((keycode)((letter)&0x1F))
enum {
    K_TAB = 0x09,
    K_ENTER = 0x0D,
    K_ESC = 0x1B,
    K_BACKSPACE = 0x7F,
    K_BASE = 0x110000, /* beyond Unicode */
    K_UP = K_BASE,
    K_DOWN,
    K_LEFT,
    K_RIGHT,
    K_HOME,
    K_END,
    K_PGUP,
    K_PGDN,
    K_INSERT,
    K_DELETE,
    K_BACKTAB,
    K_MARK, /* Ctrl-Space, which is the character 0 */
    K_F1,   /* to K_F1 + 11 */
    K_NAMED = K_F1 + 12,
    K_SHIFT = 0x1000000,
    K_CONTROL = 0x2000000, /* with the named keys above */
    K_ALT = 0x4000000      /* with any key: no action has it, so that none is done by mistake */
};

/* What it is called in Swedish: "Ctrl-K", "Enter", "Esc", "Ctrl-Vänster", "å". Into `out`, which is
 * returned. */
enum { KEY_NAME_MAX = 32 };
const char *keycode_name(keycode k, char out[KEY_NAME_MAX]);

/* Does it write something: a character that is no control character? */
bool keycode_is_text(keycode k);

#endif
