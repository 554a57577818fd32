#include "cmd/cmd.h"

#include <errno.h>
#include <locale.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/conv.h"
#include "base/fileio.h"
#include "base/utf8.h"
#include "cmd/cmd_private.h"
#include "cmd/out.h"

const struct cmd *const cmd_table[] = {
    &cmd_nytt,      &cmd_lista,   &cmd_visa,     &cmd_ange,       &cmd_svara,
    &cmd_text,      &cmd_avsnitt, &cmd_lagg,     &cmd_andra,      &cmd_ta_bort,
    &cmd_flytta,    &cmd_falt,    &cmd_skapa,    &cmd_skriv_ut,   &cmd_skicka_underlag,
    &cmd_granska,   &cmd_sok,     &cmd_historik, &cmd_betankande, &cmd_importera,
    &cmd_exportera, &cmd_las,     &cmd_profil,   &cmd_databas,    &cmd_mall,
    NULL,
};

bool cmd_has(const struct cmd_call *c, int option) {
    return c->option[option].raw != NULL;
}

enum status cmd_misuse(struct cmd_call *c, const char *fmt, ...) {
    struct buf text = {0};
    va_list ap;
    va_start(ap, fmt);
    buf_vprintf(&text, fmt, ap);
    va_end(ap);
    error_set(&c->err, ST_USAGE, "%s", text.p);
    buf_free(&text);
    return ST_USAGE;
}

enum status cmd_open_case(struct cmd_call *c, struct app_case *out) {
    return app_case_open(&c->app, &c->a, c->arg[0].text, out, &c->err);
}

/* A label of several words, written without quotation marks: "Ert diarienummer" from `i` on. ST_OK
 * when there is none. */
static enum status check_loose_label(struct cmd_call *c, enum post_slag slag, size_t i) {
    enum { MOST_WORDS = 6 };
    struct str8 label = c->arg[i].text;
    for (size_t k = i + 1; k < c->n_arg && k < i + MOST_WORDS; k++) {
        struct str8 rest = c->arg[k].text;
        struct str8 word = s8_cut(&rest, '=');
        label = arena_printf(&c->a, "%.*s %.*s", S8F(label), S8F(word));
        int f = falt_find_label(slag, label);
        if (f >= 0)
            return cmd_misuse(c,
                              "”%.*s” är ett fält med mellanslag i namnet. Skriv det inom "
                              "citattecken, eller skriv %s.",
                              S8F(label), post_slag_info(slag)->falt[f].namn);
    }
    return ST_OK;
}

/* The name of a field, not the value before it that has come apart at a space. */
static enum status check_field(struct cmd_call *c, enum post_slag slag, size_t i, bool first,
                               struct str8 namn) {
    if (falt_find_label(slag, namn) >= 0)
        return ST_OK;
    enum status st = check_loose_label(c, slag, i);
    if (st != ST_OK || first || falt_is_like(slag, namn))
        return st;
    const struct app_field *before = &c->field[c->n_field - 1];
    return cmd_misuse(c,
                      "”%.*s” är inget fält. Text med mellanslag skrivs inom citattecken: "
                      "%.*s=\"%.*s %.*s\"",
                      S8F(namn), S8F(before->namn), S8F(before->varde), S8F(namn));
}

enum status cmd_field(struct cmd_call *c, enum post_slag slag, struct app_field field) {
    int f;
    enum status st = falt_lookup(slag, field.namn, &f, &c->err);
    if (st != ST_OK)
        return st;
    field.namn = s8_from(post_slag_info(slag)->falt[f].namn);
    *ARENA_PUSH(&c->a, c->field, c->n_field, c->cap_field) = field;
    return ST_OK;
}

enum status cmd_fields(struct cmd_call *c, enum post_slag slag, size_t first,
                       struct app_field **out, size_t *n) {
    enum status st = ST_OK;
    for (size_t i = first; i < c->n_arg && st == ST_OK; i++) {
        struct str8 value = c->arg[i].text;
        struct app_field f = {.namn = s8_trim(s8_cut(&value, '=')), .varde = value};
        st = check_field(c, slag, i, i == first, f.namn);
        if (st == ST_OK && !value.p && i + 1 == c->n_arg)
            st = cmd_misuse(c, "fältet %.*s saknar värde", S8F(f.namn));
        if (st == ST_OK && !value.p)
            f.varde = c->arg[++i].text;
        if (st == ST_OK)
            st = cmd_field(c, slag, f);
    }
    *out = c->field;
    *n = c->n_field;
    if (st != ST_OK)
        return st;
    return *n ? ST_OK : cmd_misuse(c, "inget fält är angivet. Alla fält står i: yttra fält");
}

/* What goes to a terminal is in its character set; a file and a pipe get UTF-8. */
static bool put(const struct cmd_call *c, int fd, struct str8 text) {
    struct buf clean = {0}, there = {0};
    if (c->raw && fd == STDOUT_FILENO && !isatty(fd))
        return file_put_all(fd, text);
    out_clean(&clean, text);
    text = buf_str8_of(&clean);
    if (c->charset && isatty(fd) && conv_from_utf8(text, c->charset, &there, NULL, NULL) == ST_OK)
        text = buf_str8_of(&there);
    bool ok = file_put_all(fd, text);
    buf_free(&clean);
    buf_free(&there);
    return ok;
}

/* From the terminal: whoever types sees that it is waited for, and types in its character set. */
static enum status read_typed(struct cmd_call *c, struct buf *out) {
    struct buf raw = {0};
    put(c, STDERR_FILENO,
        S8("Skriv texten. Avsluta med Ctrl-D på en egen rad, avbryt med Ctrl-C.\n"));
    enum status st = file_read("-", &raw, &c->err);
    struct str8 text = buf_str8_of(&raw);
    if (st == ST_OK && c->charset && !utf8_valid(text, NULL))
        st = conv_to_utf8(text, c->charset, out, &c->err);
    else if (st == ST_OK)
        buf_str8(out, text);
    buf_free(&raw);
    return st;
}

enum status cmd_read_text(struct cmd_call *c, const struct cmd_arg *path, struct str8 *out) {
    struct buf b = {0};
    bool typed = s8_eqz(path->text, "-") && isatty(STDIN_FILENO);
    enum status st = typed ? read_typed(c, &b) : file_read(path->raw, &b, &c->err);
    if (st == ST_OK)
        st = utf8_admit(&c->a, buf_str8_of(&b), file_label(path->raw), out, &c->err);
    buf_free(&b);
    return st;
}

enum status cmd_empty_text(struct cmd_call *c, const struct cmd_arg *path) {
    return error_set(&c->err, ST_REFUSED, "%s är tom. Inget är sparat.", file_label(path->raw));
}

enum status cmd_deliver(struct cmd_call *c, int option) {
    const struct cmd_arg *to = &c->option[option];
    if (!to->raw || s8_eqz(to->text, "-")) {
        c->raw = true;
        return ST_OK;
    }
    if (app_is_database(&c->app, to->raw)) {
        buf_clear(&c->out);
        return error_set(&c->err, ST_REFUSED,
                         "%s är databasen. Där får inget annat skrivas; välj ett annat filnamn.",
                         to->raw);
    }
    bool there = file_exists(to->raw);
    enum status st = file_write(to->raw, buf_str8_of(&c->out), 0666, &c->err);
    buf_clear(&c->out);
    if (st == ST_OK)
        buf_printf(&c->out, "%.*s är %s.\n", S8F(to->text), there ? "ersatt" : "skriven");
    return st;
}

/* COLUMNS, else the terminal's width; what goes to a file or a pipe is not cut. */
static size_t find_width(int fd) {
    enum { NO_LIMIT = 10000, NARROWEST = 40 };
    struct winsize ws;
    int n;
    if (!s8_uint(s8_from(getenv("COLUMNS")), &n)) {
        if (!isatty(fd))
            return NO_LIMIT;
        n = ioctl(fd, TIOCGWINSZ, &ws) == 0 && ws.ws_col ? ws.ws_col : 80;
    }
    return n < NARROWEST ? NARROWEST : (size_t)n;
}

/* To standard error, on a terminal broken between words. */
static void put_message(const struct cmd_call *c, struct str8 text) {
    struct buf b = {0};
    if (isatty(STDERR_FILENO)) {
        out_wrap(&b, text, 0, false, find_width(STDERR_FILENO));
        text = buf_str8_of(&b);
    }
    put(c, STDERR_FILENO, text);
    buf_free(&b);
}

/* "yttra svara: …", and for misuse how it is to be written. */
static void put_error(const struct cmd_call *c, const struct cmd *cmd) {
    struct buf b = {0};
    buf_printf(&b, "yttra%s%s: %s\n", cmd ? " " : "", cmd ? cmd->name : "", c->err.text);
    if (c->err.status == ST_USAGE && cmd) {
        buf_str(&b, "Så skrivs det: ");
        cmd_usage_line(cmd, &b);
        buf_printf(&b, "\nMer: yttra %s --help\n", cmd->name);
    }
    put_message(c, buf_str8_of(&b));
    buf_free(&b);
}

static enum status check_count(struct cmd_call *c) {
    int n = (int)c->n_arg;
    if (n < c->cmd->min)
        return cmd_missing(c, s8_from(c->cmd->usage), c->n_arg, (size_t)c->cmd->min);
    if (c->cmd->max >= 0 && n > c->cmd->max)
        return cmd_misuse(c, "”%.*s” är ett ord för mycket. %s", S8F(c->arg[c->cmd->max].text),
                          c->cmd->surplus ? c->cmd->surplus
                                          : "Text med mellanslag skrivs inom citattecken.");
    return ST_OK;
}

static enum app_open how_to_open(const struct cmd_call *c) {
    bool writes = c->cmd->store == CMD_WRITES;
    for (int i = 0; i < CMD_OPTIONS_MAX; i++)
        writes = writes || (cmd_has(c, i) && (c->cmd->writes_with >> i & 1));
    return writes ? APP_WRITE : APP_READ;
}

static enum status run(struct cmd_call *c, const struct cmd_line *line) {
    struct str8 notice = {0};
    enum status st = check_count(c);
    if (st == ST_OK)
        st = app_start(&c->app, line->databas, &c->err);
    if (st == ST_OK && c->cmd->store != CMD_NO_STORE)
        st = app_open(&c->app, how_to_open(c), &notice, &c->err);
    if (notice.n)
        buf_printf(&c->note, "%.*s\n", S8F(notice));
    return st == ST_OK ? c->cmd->run(c) : st;
}

/* Without a command and on a terminal: the screen. */
static enum status run_screen(struct cmd_call *c, const struct cmd_line *line, cmd_screen *screen) {
    struct str8 notice = {0};
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        cmd_help_short(&c->note);
        return ST_USAGE;
    }
    enum status st = app_start(&c->app, line->databas, &c->err);
    if (st == ST_OK)
        st = app_open(&c->app, APP_WRITE, &notice, &c->err);
    return st == ST_OK ? screen(&c->app, line->teckenkod, notice, &c->note, &c->err) : st;
}

static enum status act(struct cmd_call *c, int argc, char **argv, struct cmd_line *line,
                       cmd_screen *screen) {
    enum status st = cmd_parse(c, argc, argv, line);
    c->cmd = line->cmd;
    if (st != ST_OK)
        return st;
    if (line->version) {
        buf_str(&c->out, "yttra " YTTRA_VERSION "\n");
    } else if (line->help && line->cmd) {
        cmd_help(line->cmd, &c->out, c->width);
    } else if (line->help) {
        cmd_help_all(&c->out, c->width);
    } else if (!line->cmd) {
        return run_screen(c, line, screen);
    } else {
        return run(c, line);
    }
    return ST_OK;
}

int cmd_main(int argc, char **argv, cmd_screen *screen) {
    struct cmd_call c = {.width = find_width(STDOUT_FILENO)};
    struct cmd_line line = {0};
    setlocale(LC_CTYPE, "");
    const char *charset = conv_of_locale();
    c.charset = charset ? arena_str8(&c.a, s8_from(charset)).p : NULL; /* the screen sets its own */
    enum status st = act(&c, argc, argv, &line, screen);
    bool ran = st == ST_OK && line.cmd && !line.help && !line.version;
    bool saved = ran && how_to_open(&c) == APP_WRITE && !c.untouched;
    if (!put(&c, STDOUT_FILENO, buf_str8_of(&c.out)) && c.err.status == ST_OK)
        st = error_set(&c.err, ST_IO, "det gick inte att skriva ut svaret: %s%s", errno_text(errno),
                       saved ? ". Ändringen är sparad." : "");
    put_message(&c, buf_str8_of(&c.note));
    if (st != ST_OK && c.err.status != ST_OK)
        put_error(&c, line.cmd);
    buf_free(&c.out);
    buf_free(&c.note);
    app_stop(&c.app);
    arena_free(&c.a);
    return st == ST_OK ? 0 : st == ST_USAGE ? 2 : 1;
}
