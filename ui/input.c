#include "ui/input.h"

#include <curses.h>

#include "base/conv.h"
#include "base/utf8.h"

/* ---- sequences beside terminfo's ---- */

enum { OWN_BASE = 2000, PASTE_BEGIN = 1900, PASTE_END };

static const struct {
    const char *sequence;
    keycode key;
} own[] = {
    {"\033[A", K_UP},
    {"\033[B", K_DOWN},
    {"\033[C", K_RIGHT},
    {"\033[D", K_LEFT},
    {"\033OA", K_UP},
    {"\033OB", K_DOWN},
    {"\033OC", K_RIGHT},
    {"\033OD", K_LEFT},
    {"\033[H", K_HOME},
    {"\033OH", K_HOME},
    {"\033[1~", K_HOME},
    {"\033[7~", K_HOME},
    {"\033[F", K_END},
    {"\033OF", K_END},
    {"\033[4~", K_END},
    {"\033[8~", K_END},
    {"\033[3~", K_DELETE},
    {"\033[5~", K_PGUP},
    {"\033[6~", K_PGDN},
    {"\033[Z", K_BACKTAB},
    {"\033[11~", K_F1}, /* PuTTY */
    {"\033OP", K_F1},
    {"\033[[A", K_F1}, /* the Linux console */
    /* the keypad, which curses asks to speak so */
    {"\033Op", '0'},
    {"\033Oq", '1'},
    {"\033Or", '2'},
    {"\033Os", '3'},
    {"\033Ot", '4'},
    {"\033Ou", '5'},
    {"\033Ov", '6'},
    {"\033Ow", '7'},
    {"\033Ox", '8'},
    {"\033Oy", '9'},
    {"\033On", '.'},
    {"\033Ol", ','},
    {"\033Ok", '+'},
    {"\033Om", '-'},
    {"\033Oj", '*'},
    {"\033Oo", '/'},
    {"\033OM", K_ENTER},
    /* xterm and those that follow it: 2 is Shift, 5 Ctrl, 6 both */
    {"\033[1;2A", K_SHIFT | K_UP},
    {"\033[1;2B", K_SHIFT | K_DOWN},
    {"\033[1;2C", K_SHIFT | K_RIGHT},
    {"\033[1;2D", K_SHIFT | K_LEFT},
    {"\033[1;2H", K_SHIFT | K_HOME},
    {"\033[1;2F", K_SHIFT | K_END},
    {"\033[1;5A", K_CONTROL | K_UP},
    {"\033[1;5B", K_CONTROL | K_DOWN},
    {"\033[1;5C", K_CONTROL | K_RIGHT},
    {"\033[1;5D", K_CONTROL | K_LEFT},
    {"\033[1;5H", K_CONTROL | K_HOME},
    {"\033[1;5F", K_CONTROL | K_END},
    {"\033[1;6A", K_CONTROL | K_SHIFT | K_UP},
    {"\033[1;6B", K_CONTROL | K_SHIFT | K_DOWN},
    {"\033[1;6C", K_CONTROL | K_SHIFT | K_RIGHT},
    {"\033[1;6D", K_CONTROL | K_SHIFT | K_LEFT},
    {"\033[1;6H", K_CONTROL | K_SHIFT | K_HOME},
    {"\033[1;6F", K_CONTROL | K_SHIFT | K_END},
    {"\033[5;2~", K_SHIFT | K_PGUP},
    {"\033[6;2~", K_SHIFT | K_PGDN},
    /* rxvt */
    {"\033Oa", K_CONTROL | K_UP},
    {"\033Ob", K_CONTROL | K_DOWN},
    {"\033Oc", K_CONTROL | K_RIGHT},
    {"\033Od", K_CONTROL | K_LEFT},
    {"\033[a", K_SHIFT | K_UP},
    {"\033[b", K_SHIFT | K_DOWN},
    {"\033[c", K_SHIFT | K_RIGHT},
    {"\033[d", K_SHIFT | K_LEFT},
};
enum { N_OWN = sizeof own / sizeof *own };

static const struct {
    int code;
    keycode key;
} named[] = {
    {KEY_UP, K_UP},
    {KEY_DOWN, K_DOWN},
    {KEY_LEFT, K_LEFT},
    {KEY_RIGHT, K_RIGHT},
    {KEY_HOME, K_HOME},
    {KEY_FIND, K_HOME},
    {KEY_END, K_END},
    {KEY_SELECT, K_END},
    {KEY_PPAGE, K_PGUP},
    {KEY_NPAGE, K_PGDN},
    {KEY_IC, K_INSERT},
    {KEY_DC, K_DELETE},
    {KEY_BTAB, K_BACKTAB},
    {KEY_BACKSPACE, K_BACKSPACE},
    {KEY_ENTER, K_ENTER},
    {KEY_SF, K_SHIFT | K_DOWN},
    {KEY_SR, K_SHIFT | K_UP},
    {KEY_SLEFT, K_SHIFT | K_LEFT},
    {KEY_SRIGHT, K_SHIFT | K_RIGHT},
    {KEY_SHOME, K_SHIFT | K_HOME},
    {KEY_SEND, K_SHIFT | K_END},
};
enum { N_NAMED = sizeof named / sizeof *named };

void input_open(struct input *in, const char *charset) {
    *in = (struct input){.charset = charset};
    for (int i = 0; i < N_OWN; i++)
        define_key(own[i].sequence, OWN_BASE + i);
    define_key("\033[200~", PASTE_BEGIN);
    define_key("\033[201~", PASTE_END);
}

void input_free(struct input *in) {
    buf_free(&in->paste);
}

static bool key_of_code(int code, keycode *k) {
    if (code >= OWN_BASE && code < OWN_BASE + N_OWN) {
        *k = own[code - OWN_BASE].key;
        return true;
    }
    if (code >= KEY_F(1) && code <= KEY_F(12)) {
        *k = K_F1 + (keycode)(code - KEY_F(1));
        return true;
    }
    for (int i = 0; i < N_NAMED; i++)
        if (named[i].code == code) {
            *k = named[i].key;
            return true;
        }
    return false;
}

/* ---- characters ---- */

/* A byte in the terminal's own set, or, on a terminal that should speak UTF-8 and does not, in
 * Windows-1252. */
static uint32_t from_charset(const char *charset, char byte) {
    struct buf b = {0};
    size_t len;
    uint32_t c = 0xFFFD;
    if (conv_to_utf8((struct str8){&byte, 1}, charset, &b, NULL) == ST_OK && b.n)
        c = utf8_decode(buf_str8_of(&b), 0, &len);
    buf_free(&b);
    return c;
}

static int length_of(unsigned char first) {
    return first < 0x80             ? 1
           : (first & 0xE0) == 0xC0 ? 2
           : (first & 0xF0) == 0xE0 ? 3
           : (first & 0xF8) == 0xF0 ? 4
                                    : 0;
}

/* The next byte of a character, which may be on its way. */
static int following_byte(void) {
    enum { PATIENCE_MS = 100 };
    timeout(PATIENCE_MS);
    int next = getch();
    nodelay(stdscr, TRUE);
    return next;
}

/* The rest of a character of which `first` has come. One whose rest does not come is a byte of
 * another set. */
static uint32_t character(struct input *in, int first) {
    char utf8[4] = {(char)first};
    int n = 1, want = length_of((unsigned char)first);
    if (first < 0x80)
        return (uint32_t)first;
    if (in->charset)
        return from_charset(in->charset, (char)first);
    while (n < want) {
        int next = following_byte();
        if (next == ERR || next > 0xFF || (next & 0xC0) != 0x80) {
            if (next != ERR)
                ungetch(next);
            break;
        }
        utf8[n++] = (char)next;
    }
    struct str8 s = {utf8, (size_t)n};
    if (want && n == want && utf8_valid(s, NULL)) {
        size_t len;
        return utf8_decode(s, 0, &len);
    }
    in->latin = true;
    for (int i = n; i-- > 1;)
        ungetch((unsigned char)utf8[i]);
    return from_charset("CP1252", utf8[0]);
}

/* ---- events ---- */

static enum input_kind in_paste(struct input *in, int code) {
    char utf8[4];
    if (code == PASTE_END) {
        in->pasting = false;
        return INPUT_PASTE;
    }
    if (code > 0xFF)
        return INPUT_NONE; /* a key's sequence in the pasted text: no text */
    uint32_t c = character(in, code);
    buf_bytes(&in->paste, utf8, utf8_encode(c, utf8));
    return INPUT_NONE;
}

/* The rest of a sequence that nobody knows: nothing of it may be taken for keys. */
static void drop_sequence(int introducer) {
    int next = getch();
    while (introducer == '[' && next != ERR && (next < 0x40 || next > 0x7E))
        next = getch();
}

/* An Esc with something at once behind it is Alt with a key. */
static keycode after_esc(void) {
    int next = getch();
    if (next == ERR)
        return K_ESC;
    if (next > 0xFF || next == K_ESC) {
        ungetch(next);
        return K_ESC;
    }
    if (next == '[' || next == 'O')
        drop_sequence(next);
    return K_ALT | (keycode)next;
}

bool input_end_paste(struct input *in) {
    bool was = in->pasting;
    in->pasting = false;
    return was;
}

static keycode plain(struct input *in, int code) {
    if (code == 0)
        return K_MARK;
    if (code == '\n')
        return K_ENTER;
    if (code == '\b')
        return K_BACKSPACE;
    return code == K_ESC ? after_esc() : character(in, code);
}

/* A hundred rows of keys, some tens of ms; a pasted text that comes as keys is longer. */
void input_begin(struct input *in) {
    enum { MOST = 2048 };
    in->budget = MOST;
}

enum input_kind input_next(struct input *in, bool ready, keycode *k) {
    while (in->budget-- > 0) {
        int code = getch();
        if (code == ERR) {
            in->failures = ready ? in->failures + 1 : 0;
            return in->failures > 3 ? INPUT_GONE : INPUT_NONE;
        }
        in->failures = 0;
        ready = false;
        if (code == PASTE_BEGIN) {
            in->pasting = true;
            buf_clear(&in->paste);
        } else if (in->pasting) {
            if (in_paste(in, code) == INPUT_PASTE)
                return INPUT_PASTE;
        } else if (code <= 0xFF) {
            *k = plain(in, code);
            return INPUT_KEY;
        } else if (key_of_code(code, k)) {
            return INPUT_KEY;
        }
    }
    return INPUT_MORE;
}
