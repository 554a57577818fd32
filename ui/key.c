#include "ui/key.h"

#include <stdio.h>

#include "base/utf8.h"

static const char *const named[] = {
    "Upp",  "Ned",  "Vänster", "Höger", "Home",      "End",
    "PgUp", "PgDn", "Ins",     "Del",   "Shift-Tab", "Ctrl-Blanksteg",
};
_Static_assert(sizeof named / sizeof *named == K_F1 - K_BASE, "a name for each");

bool keycode_is_text(keycode k) {
    return k >= 0x20 && k < K_BASE && k != K_BACKSPACE && !(k >= 0x80 && k < 0xA0);
}

static const char *plain_name(keycode k) {
    switch (k) {
    case K_TAB:
        return "Tab";
    case K_ENTER:
        return "Enter";
    case K_ESC:
        return "Esc";
    case K_BACKSPACE:
        return "Backsteg";
    case ' ':
        return "Blanksteg";
    default:
        return NULL;
    }
}

const char *keycode_name(keycode k, char out[KEY_NAME_MAX]) {
    const char *shift = k & K_SHIFT ? "Shift-" : "";
    const char *ctrl = k & K_ALT ? "Alt-" : k & K_CONTROL ? "Ctrl-" : "";
    keycode bare = k & ~(keycode)(K_SHIFT | K_CONTROL | K_ALT);
    const char *plain = plain_name(bare);
    if (plain) {
        snprintf(out, KEY_NAME_MAX, "%s%s%s", ctrl, shift, plain);
    } else if (bare >= K_F1 && bare < K_NAMED) {
        snprintf(out, KEY_NAME_MAX, "%s%sF%d", ctrl, shift, (int)(bare - K_F1) + 1);
    } else if (bare >= K_BASE && bare < K_F1) {
        snprintf(out, KEY_NAME_MAX, "%s%s%s", ctrl, shift, named[bare - K_BASE]);
    } else if (bare < 0x20) {
        snprintf(out, KEY_NAME_MAX, "%sCtrl-%c", ctrl, (char)(bare + '@'));
    } else {
        char utf8[4];
        int n = (int)utf8_encode(bare, utf8);
        snprintf(out, KEY_NAME_MAX, "%s%.*s", ctrl, n, utf8);
    }
    return out;
}
