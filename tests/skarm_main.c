/* A program's screen as text, for tests and documentation that are shell scripts:
 *     skarm [-r ROWS] [-c COLUMNS] [-e NAME=VALUE]… [-q MS] [-m] [-k KEYS | -u TEXT]… [--] PROGRAM…
 * starts the program on a terminal (24×80) and takes the steps in their order: -k sends keys (\e \n
 * \r \t \b \\ \xNN are read) and waits until it has been silent for MS (100); -u waits until the
 * text is shown, which a slow machine does not disturb. Then prints the screen between two lines,
 * blanks at the end of rows left out, and with -m ”markör: row, column”, counted from 1, or
 * ”markör: dold”. -e NAME takes a variable out. The program is then hung up.
 * Exit 0; 1 when a text was never shown (the screen is printed all the same); 2 for wrong use or a
 * program that cannot be run. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/term.h"

enum { STEPS_MAX = 256, VARIABLES_MAX = 32, PATIENCE_MS = 5000, SIZE_MAX_CELLS = 1000 };

struct step {
    int kind; /* 'k' or 'u' */
    const char *text;
};

struct options {
    int rows, cols, quiet;
    bool cursor;
    struct step step[STEPS_MAX];
    int n_steps;
    const char *env[VARIABLES_MAX + 1];
    int n_env;
};

static bool number(const char *s, int most, int *out) {
    struct str8 text = s8_from(s);
    return s8_uint(text, out) && *out >= 1 && *out <= most;
}

static bool option(struct options *o, int c) {
    switch (c) {
    case 'r':
        return number(optarg, SIZE_MAX_CELLS, &o->rows);
    case 'c':
        return number(optarg, SIZE_MAX_CELLS, &o->cols);
    case 'q':
        return number(optarg, PATIENCE_MS, &o->quiet);
    case 'm':
        o->cursor = true;
        return true;
    case 'e':
        if (o->n_env == VARIABLES_MAX)
            return false;
        o->env[o->n_env++] = optarg;
        return true;
    case 'k':
    case 'u':
        if (o->n_steps == STEPS_MAX)
            return false;
        o->step[o->n_steps++] = (struct step){c, optarg};
        return true;
    default:
        return false;
    }
}

static bool take_steps(struct term *t, const struct options *o) {
    term_settle(t, o->quiet, PATIENCE_MS);
    for (int i = 0; i < o->n_steps; i++) {
        if (o->step[i].kind == 'k') {
            struct buf keys = {0};
            term_unescape(o->step[i].text, &keys);
            term_send(t, keys.p, keys.n);
            buf_free(&keys);
            term_settle(t, o->quiet, PATIENCE_MS);
        } else if (!term_until(t, o->step[i].text)) {
            fprintf(stderr, "skarm: ”%s” is not shown\n", o->step[i].text);
            return false;
        }
    }
    return true;
}

static void draw(struct term *t, const struct options *o, struct buf *out) {
    struct buf rule = {0};
    int row, col;
    for (int i = 0; i < o->cols; i++)
        buf_str(&rule, "─");
    buf_printf(out, "%s\n", rule.p);
    term_screen(t, out);
    buf_printf(out, "%s\n", rule.p);
    term_cursor(t, &row, &col);
    if (o->cursor && t->cursor_shown)
        buf_printf(out, "markör: %d, %d\n", row + 1, col + 1);
    else if (o->cursor)
        buf_str(out, "markör: dold\n");
    buf_free(&rule);
}

/* Hangs up and waits; true if the program was one that could be run. */
static bool end(struct term *t) {
    term_hangup(t);
    term_wait_end(t, PATIENCE_MS);
    term_stop(t);
    return !WIFEXITED(t->status) || WEXITSTATUS(t->status) != 127;
}

int main(int argc, char **argv) {
    struct options o = {.rows = 24, .cols = 80, .quiet = 100};
    struct term t;
    int c;
    bool right = true;
    while (right && (c = getopt(argc, argv, "+r:c:e:k:u:q:m")) != -1)
        right = option(&o, c);
    if (!right || optind == argc) {
        fputs("usage: skarm [-r ROWS] [-c COLUMNS] [-e NAME=VALUE]… [-q MS] [-m] "
              "[-k KEYS | -u TEXT]… [--] PROGRAM…\n",
              stderr);
        return 2;
    }
    if (!term_start(&t, o.rows, o.cols, argv + optind, o.env))
        return 2;
    struct buf screen = {0};
    int code = take_steps(&t, &o) ? 0 : 1;
    draw(&t, &o, &screen);
    if (end(&t)) {
        fputs(screen.p, stdout);
    } else {
        fprintf(stderr, "skarm: %s cannot be run\n", argv[optind]);
        code = 2;
    }
    buf_free(&screen);
    return code;
}
