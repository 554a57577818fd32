/* The command line: one table of commands, one way of reading arguments, one way out.
 *
 * A command is a row of data and a function. It puts what it has to say in `out`; nothing reaches
 * the terminal but through cmd_main, which takes control characters out of it. A function that
 * fails sets `err` and returns its status; cmd_main prints the text and chooses the exit code.
 */
#ifndef CMD_CMD_H
#define CMD_CMD_H

#include "app/cases.h"
#include "base/buf.h"

/* The screen, which the command line opens when no command is given (ui/ui.h). */
typedef enum status cmd_screen(struct app *app, const char *teckenkod, struct str8 notice,
                               struct buf *note, struct error *err);

/* Runs the program with these arguments and returns its exit code: 0 done, 1 refused, failed or
 * findings, 2 misused. */
int cmd_main(int argc, char **argv, cmd_screen *screen);

/* An argument: as text (UTF-8, NFC) and as it came, which is how a path must be used. */
struct cmd_arg {
    struct str8 text;
    const char *raw;
};

/* An option. `value` names its value in the help; NULL for an option without. */
struct cmd_option {
    const char *name;  /* "motivering": --motivering */
    const char *value; /* "TEXT" */
    const char *help;
    char letter; /* 'o': -o; 0 for none */
};
enum { CMD_OPTIONS_MAX = 12 };

struct cmd_call;

struct cmd {
    const char *name;    /* "svara" */
    const char *usage;   /* "ÄRENDE PUNKT [STÄLLNING]" */
    const char *summary; /* one line for `yttra --help` */
    const char *help;    /* paragraphs after the usage; may be NULL */
    int min, max;        /* arguments; max -1 for any number */
    enum { CMD_NO_STORE, CMD_READS, CMD_WRITES } store;
    unsigned writes_with; /* options (1u << number) with which a CMD_READS writes after all */
    const char *surplus;  /* instead of one argument too many; NULL: quotation marks */
    bool fields;          /* other options are fields of an ärende: --dnr VÄRDE */
    const struct cmd_option *option;
    size_t n_option;
    enum status (*run)(struct cmd_call *c);
};

struct cmd_call {
    const struct cmd *cmd;
    struct arena a; /* lives as long as the call */
    struct app app;
    struct cmd_arg *arg;
    size_t n_arg, cap_arg;
    struct cmd_arg option[CMD_OPTIONS_MAX]; /* by the command's numbers; raw NULL: not given */
    struct app_field *field;                /* with cmd->fields */
    size_t n_field, cap_field;
    struct buf out;  /* to standard output, cleaned of control characters */
    struct buf note; /* to standard error, after `out`; for what is worth knowing */
    bool untouched;  /* of a command that writes: it has only looked, or it was so already */
    bool raw;        /* `out` is a file's bytes: only what a terminal must not get is taken out */
    struct error err;
    size_t width;        /* columns for lists and paragraphs */
    const char *charset; /* the terminal's, which the locale names; NULL: UTF-8 */
};

bool cmd_has(const struct cmd_call *c, int option);

/* ST_USAGE with this text; the command's usage is printed below it. */
enum status cmd_misuse(struct cmd_call *c, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* ST_USAGE that names the arguments `given` to `wanted` (from 0), as `usage` calls them. */
enum status cmd_missing(struct cmd_call *c, struct str8 usage, size_t given, size_t wanted);

/* What a post is called in a sentence: "Rad 2 i Beslutsunderlag", "Svaret på 5.3:2", and after it
 * "är" and the one of `forms` that agrees: {"ändrad", "ändrat", "ändrade"}. */
void cmd_put_done(struct cmd_call *c, enum post_slag slag, struct str8 nyckel,
                  const char *const forms[3]);

/* Opens the ärende that the first argument names. */
enum status cmd_open_case(struct cmd_call *c, struct app_case *out);

/* One more field of that kind in c->field, by its name; it may be given by its label on the screen.
 * ST_NOT_FOUND names the nearest. */
enum status cmd_field(struct cmd_call *c, enum post_slag slag, struct app_field field);

/* Arguments from `first` on as fields of that kind: FÄLT VÄRDE FÄLT VÄRDE …, and/or FÄLT=VÄRDE ….
 */
enum status cmd_fields(struct cmd_call *c, enum post_slag slag, size_t first,
                       struct app_field **out, size_t *n);

/* The file's text through the edge; "-" is standard input. */
enum status cmd_read_text(struct cmd_call *c, const struct cmd_arg *path, struct str8 *out);

/* ST_REFUSED: nothing stands in the file that a text was to be read from. A command before it in a
 * pipe may have failed. */
enum status cmd_empty_text(struct cmd_call *c, const struct cmd_arg *path);

/* `out` to the file that an option names, at one stroke; without the option it stays for standard
 * output. */
enum status cmd_deliver(struct cmd_call *c, int option);

extern const struct cmd cmd_nytt, cmd_lista, cmd_visa, cmd_ange, cmd_svara, cmd_text, cmd_avsnitt,
    cmd_lagg, cmd_andra, cmd_ta_bort, cmd_flytta, cmd_falt, cmd_skapa, cmd_granska, cmd_sok,
    cmd_historik, cmd_importera, cmd_betankande, cmd_exportera, cmd_las, cmd_profil, cmd_databas,
    cmd_mall, cmd_skicka_underlag, cmd_skriv_ut;

#define CMD_OPTIONS(a) .option = (a), .n_option = sizeof(a) / sizeof *(a)

#endif
