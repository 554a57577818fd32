/* A paper leaves the program: to a file, or to the terminal's clipboard. */
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fileio.h"
#include "base/utf8.h"
#include "ui/forhand.h"
#include "ui/views.h"

/* ---- names ---- */

/* The path as the shell would read it: ~/ is the home folder; "-" is a name like any other. */
static struct str8 path_of(struct arena *a, struct str8 typed) {
    const char *home = getenv("HOME");
    if (s8_starts(typed, S8("~/")) && home)
        return arena_printf(a, "%s%.*s", home, S8F(s8_skip(typed, 1)));
    return arena_printf(a, "%s%.*s", s8_starts(typed, S8("-")) ? "./" : "", S8F(typed));
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
static struct str8 fetch_command(struct arena *a, struct str8 path) {
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
    return arena_printf(a, "scp %s%.*s%s%.*s .", other_port ? "-P " : "",
                        S8F(other_port ? port : S8("")), other_port ? " " : "",
                        S8F(shell_word(a, from)));
}

/* ---- writing ---- */

static void tell_written(struct ui *ui, struct arena *a, struct str8 path) {
    struct str8 full = absolute(a, path), fetch = fetch_command(a, full);
    ui_say(ui, TONE_GOOD, "Papperet är skrivet till %.*s.%s%.*s", S8F(full),
           fetch.n ? "\nHämta det från din egen dator med:\n" : "", S8F(fetch));
}

static void write_paper(struct ui *ui, struct forhand *v) {
    struct arena a = {0};
    struct buf b = {0};
    struct error err = {0};
    enum paper_format format;
    enum status st = paper_format_of_file(v->path, &format, &err);
    if (st == ST_OK)
        st = paper_make(ui->app, &a, &ui->c, v->paper[v->at].namn, format, &b, &err);
    if (st == ST_OK)
        st = file_write(v->path.p, buf_str8_of(&b), 0666, &err);
    if (st == ST_OK)
        tell_written(ui, &a, v->path);
    else
        ui_tell(ui, &err);
    buf_free(&b);
    arena_free(&a);
}

static void replace(struct ui *ui, struct view *below, struct str8 svar) {
    (void)svar;
    write_paper(ui, (struct forhand *)below);
}

/* May something be written there? With a message if not. */
static bool may_write(struct ui *ui, struct str8 path, const struct stat *there) {
    enum paper_format format;
    struct error err = {0};
    if (paper_format_of_file(path, &format, &err) != ST_OK)
        ui_tell(ui, &err);
    else if (app_is_database(ui->app, path.p))
        ui_say(ui, TONE_ERROR, "%.*s är databasen, där alla ärenden ligger. Välj ett annat namn.",
               S8F(path));
    else if (there && S_ISDIR(there->st_mode))
        ui_say(ui, TONE_ERROR, "%.*s är en mapp. Skriv också vad filen ska heta.", S8F(path));
    else if (there && !S_ISREG(there->st_mode))
        ui_say(ui, TONE_ERROR, "%.*s är ingen vanlig fil. Välj ett annat namn.", S8F(path));
    else
        return true;
    return false;
}

static void take_name(struct ui *ui, struct view *below, struct str8 svar) {
    struct forhand *v = (struct forhand *)below;
    struct stat sb;
    if (svar.n == 0) {
        ui_say(ui, TONE_PLAIN, "Ingen fil är skriven.");
        return;
    }
    v->path = path_of(&v->v.a, svar);
    bool exists = stat(v->path.p, &sb) == 0;
    if (!may_write(ui, v->path, exists ? &sb : NULL))
        return;
    if (exists)
        fraga_ja(ui, arena_printf(&ui->frame, "%.*s finns. Skriva över?", S8F(svar)), replace);
    else
        write_paper(ui, v);
}

void forhand_to_file(struct ui *ui, struct forhand *v) {
    if (v->list.n)
        fraga_rad(ui, "Filens namn",
                  paper_file_name(&ui->frame, &ui->c, v->paper[v->at].namn, PAPER_DOCX), take_name);
}

void forhand_copy(struct ui *ui, struct forhand *v) {
    struct arena a = {0};
    struct buf b = {0};
    struct error err = {0};
    if (v->n_paper == 0)
        return;
    if (paper_endless(ui->app, &a, &ui->c, v->paper[v->at].namn, &b, &err) == ST_OK) {
        ui->outside.copy(ui->outside.ctx, buf_str8_of(&b));
        ui_say(ui, TONE_PLAIN,
               "Papperets text är skickad till terminalens urklipp. Alla terminaler tar inte emot "
               "den; då går det att spara som fil med s.");
    } else {
        ui_tell(ui, &err);
    }
    buf_free(&b);
    arena_free(&a);
}
