/* Media copy: the printer of the user's own terminal. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "app/print.h"
#include "base/conv.h"
#include "base/fileio.h"

/* Ends printing and nothing else, so that it may be sent once too often. */
static const struct str8 printer_on = S8I("\033[5i"), printer_off = S8I("\033[4i");

const char *print_terminal_charset(void) {
    const char *set = conv_of_locale();
    return set ? set : "UTF-8";
}

/* --- Where it is known not to work -------------------------------------------------------------
 */

static bool is_set(const char *name) {
    const char *value = getenv(name);
    return value && *value;
}

/* "xterm-kitty" and what begins so, but not "screenwriter". */
static bool is_type(const char *term, const char *type) {
    size_t n = strlen(type);
    return strncmp(term, type, n) == 0 && strchr("-.+", term[n]);
}

enum status print_terminal_check(struct error *err) {
    static const struct {
        const char *type, *namn;
    } without[] = {{"tmux", "tmux"},
                   {"screen", "screen eller tmux"},
                   {"xterm-kitty", "kitty"},
                   {"alacritty", "Alacritty"},
                   {"foot", "foot"},
                   {"linux", "Linux-konsolen"},
                   {"dumb", "den här terminaltypen"}};
    const char *term = getenv("TERM"), *where = NULL;
    for (size_t i = 0; term && i < sizeof without / sizeof *without; i++)
        if (!where && is_type(term, without[i].type))
            where = without[i].namn;
    where = is_set("TMUX") ? "tmux" : is_set("STY") ? "screen" : where;
    if (!where)
        return ST_OK;
    bool inside = strstr(where, "tmux") || strstr(where, "screen");
    return error_set(
        err, ST_REFUSED,
        "terminalens skrivare går inte att nå från %s: texten skulle hamna på skärmen. "
        "%s",
        where,
        inside ? "Logga in på nytt utan det programmet och skriv ut där, eller skriv ut "
                 "på en annan skrivare."
               : "Använd till exempel PuTTY, xterm, mintty, Tera Term eller iTerm2, "
                 "eller skriv ut på en annan skrivare.");
}

/* --- Sending -----------------------------------------------------------------------------------
 */

/* Our bytes shall reach the terminal as they are, without line ends made otherwise, and nothing
 * else until printing has ended: no echo of what is typed meanwhile, and no Ctrl-C, which throws
 * away what waits to be sent. */
static bool pass_through(int fd, struct termios *before) {
    if (tcgetattr(fd, before) != 0)
        return false;
    struct termios plain = *before;
    plain.c_oflag &= ~(tcflag_t)OPOST;
    plain.c_lflag &= ~(tcflag_t)(ISIG | ECHO | ECHONL);
    return tcsetattr(fd, TCSADRAIN, &plain) == 0;
}

/* A terminal that reads 8-bit controls takes 0x9B for ESC [, in whichever set it is a letter
 * (ø in CP850, a part of Û in UTF-8), so that "ø4i" would end the printing: a space parts them. */
static void part_controls(struct str8 in, struct buf *out) {
    for (size_t i = 0; i < in.n; i++) {
        unsigned char c = (unsigned char)in.p[i];
        bool printable = c >= ' ' && c != 0x7F;
        if (printable || c == '\r' || c == '\n' || c == '\f')
            buf_byte(out, in.p[i]);
        bool digit = i + 2 < in.n && (in.p[i + 1] == '4' || in.p[i + 1] == '5');
        if (c == 0x9B && digit && in.p[i + 2] == 'i')
            buf_byte(out, ' ');
    }
}

static enum status send_all(int fd, struct str8 bytes, struct error *err) {
    struct buf b = {0};
    struct termios before;
    if (!pass_through(fd, &before))
        return error_set(err, ST_IO, "terminalen kunde inte ställas om till utskrift: %s",
                         errno_text(errno));
    buf_str8(&b, printer_on);
    part_controls(bytes, &b);
    buf_str8(&b, printer_off);
    bool ok = file_put_all(fd, buf_str8_of(&b));
    int why = errno;
    buf_free(&b);
    if (!ok)
        file_put_all(fd, printer_off);
    tcsetattr(fd, TCSADRAIN, &before);
    if (ok)
        return ST_OK;
    return error_set(err, ST_IO, "utskriften till terminalen avbröts: %s", errno_text(why));
}

enum status print_terminal(struct str8 bytes, struct error *err) {
    sigset_t held, before;
    enum status st = print_terminal_check(err);
    if (st != ST_OK)
        return st;
    int fd = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return error_set(err, ST_REFUSED,
                         "det finns ingen terminal att skriva ut på. Kör kommandot i ett "
                         "terminalfönster, eller skriv ut på en annan skrivare.");
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGQUIT);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGHUP);
    sigaddset(&held, SIGTSTP);
    sigprocmask(SIG_BLOCK, &held, &before);
    st = send_all(fd, bytes, err);
    sigprocmask(SIG_SETMASK, &before, NULL);
    close(fd);
    return st;
}
