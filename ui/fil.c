#include "ui/fil.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct str8 fil_path(struct arena *a, struct str8 typed) {
    const char *home = getenv("HOME");
    if (s8_starts(typed, S8("~/")) && home)
        return arena_printf(a, "%s%.*s", home, S8F(s8_skip(typed, 1)));
    return arena_printf(a, "%s%.*s", s8_starts(typed, S8("-")) ? "./" : "", S8F(typed));
}

bool fil_is_folder(struct str8 path) {
    struct stat sb;
    return stat(path.p, &sb) == 0 && S_ISDIR(sb.st_mode);
}

static struct str8 absolute(struct arena *a, struct str8 path) {
    char *real = realpath(path.p, NULL);
    struct str8 out = arena_str8(a, real ? s8_from(real) : path);
    free(real);
    return out;
}

/* ---- over SSH ---- */

/* In quotes if a shell would read it as anything but one word. */
static struct str8 shell_word(struct arena *a, struct str8 s) {
    struct buf b = {0};
    bool plain = true;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        plain = plain && (c & 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                          (c >= 'A' && c <= 'Z') || strchr("/._-@:+,", c));
        buf_str8(&b, c == '\'' ? S8("'\\''") : s8_sub(s, i, i + 1));
    }
    struct str8 out = plain ? s : arena_printf(a, "'%.*s'", S8F(buf_str8_of(&b)));
    buf_free(&b);
    return out;
}

/* How the file is fetched to the computer that the user sits at; empty when it is this one.
 * SSH_CONNECTION is "client port server port". */
static struct str8 fetch_command(struct arena *a, struct str8 path, bool folder) {
    struct str8 rest = s8_from(getenv("SSH_CONNECTION"));
    const struct passwd *pw = getpwuid(getuid());
    char host[256] = "";
    if (rest.n == 0)
        return rest;
    s8_cut(&rest, ' ');
    s8_cut(&rest, ' ');
    struct str8 address = s8_cut(&rest, ' '), port = rest;
    if (gethostname(host, sizeof host - 1) != 0 || !host[0])
        snprintf(host, sizeof host, "%.*s", S8F(address));
    bool other_port = port.n && !s8_eqz(port, "22");
    struct str8 from =
        arena_printf(a, "%s@%s:%.*s", pw ? pw->pw_name : "användare", host, S8F(path));
    return arena_printf(a, "scp %s%s%.*s%s%.*s .", folder ? "-r " : "", other_port ? "-P " : "",
                        S8F(other_port ? port : S8("")), other_port ? " " : "",
                        S8F(shell_word(a, from)));
}

/* ---- what is asked and said ---- */

bool fil_free(struct str8 path, const struct app *app, bool *exists, struct error *err) {
    struct stat sb;
    *exists = stat(path.p, &sb) == 0;
    if (app_is_database(app, path.p))
        error_set(err, ST_REFUSED,
                  "%.*s är databasen, där alla ärenden ligger. Välj ett annat namn.", S8F(path));
    else if (*exists && S_ISDIR(sb.st_mode))
        error_set(err, ST_REFUSED, "%.*s är en mapp. Skriv också vad filen ska heta.", S8F(path));
    else if (*exists && !S_ISREG(sb.st_mode))
        error_set(err, ST_REFUSED, "%.*s är ingen vanlig fil. Välj ett annat namn.", S8F(path));
    else
        return true;
    return false;
}

/* The folder that the path lies in. */
static void remember(struct ui *ui, struct str8 path) {
    size_t n = path.n;
    while (n && path.p[n - 1] != '/')
        n--;
    buf_clear(&ui->folder);
    buf_str8(&ui->folder, s8_sub(path, 0, n));
}

void fil_written(struct ui *ui, const char *what, struct str8 path) {
    struct arena a = {0};
    bool folder = fil_is_folder(path);
    struct str8 full = absolute(&a, path), fetch = fetch_command(&a, full, folder);
    ui_say(ui, TONE_GOOD, "%s %s till %.*s.%s%.*s", what, folder ? "är skrivna" : "är skrivet",
           S8F(full),
           fetch.n ? folder ? "\nHämta dem från din egen dator med:\n"
                            : "\nHämta det från din egen dator med:\n"
                   : "",
           S8F(fetch));
    remember(ui, full);
    arena_free(&a);
}

struct str8 fil_folder(const struct ui *ui) {
    return buf_str8_of(&ui->folder);
}
