/* What a key costs on a terminal: bytes sent to it and time until they have come.
 *     tangent [-r ROWS] [-c COLUMNS] [-l LABEL] [-s KEYS]… [-w TEXT] MODE COMMAND…
 * starts the command, sends each KEYS (\e \n \r \t \b \xNN are read), waiting until it is quiet,
 * and then measures keys     the characters of TEXT one by one repeat   TEXT (one key) 40 times
 *     burst    TEXT at one stroke
 *     idle     three seconds of nothing
 *     start    from exec until it is quiet, 15 times
 *     show     prints the screen
 * and prints one line. */
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "base/utf8.h"
#include "tests/term.h"

enum { KEYS_MAX = 4096, SETUPS_MAX = 64, QUIET = 60, REPEATS = 40, STARTS = 15 };

static struct {
    int rows, cols;
    const char *label, *setup[SETUPS_MAX], *text, *mode;
    int n_setup;
    char **command;
} o = {.rows = 24, .cols = 80, .label = "", .text = ""};

static int ascending(const void *a, const void *b) {
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static struct str8 unescape(struct arena *a, const char *s) {
    struct buf b = {0};
    for (; *s; s++) {
        static const char from[] = "enrtb", to[] = "\033\n\r\t\177";
        const char *at = *s == '\\' && s[1] ? strchr(from, s[1]) : NULL;
        if (at) {
            buf_byte(&b, to[at - from]);
            s++;
        } else if (*s == '\\' && s[1] == 'x' && s[2] && s[3]) {
            char hex[3] = {s[2], s[3], 0};
            buf_byte(&b, (char)strtol(hex, NULL, 16));
            s += 3;
        } else {
            buf_byte(&b, *s);
        }
    }
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

static bool start(struct term *t) {
    static const char *const env[] = {"NO_COLOR", NULL};
    if (!term_start(t, o.rows, o.cols, o.command, env))
        return false;
    term_settle(t, 250, 5000);
    return true;
}

static void set_up(struct term *t, struct arena *a) {
    for (int i = 0; i < o.n_setup; i++) {
        struct str8 keys = unescape(a, o.setup[i]);
        term_send(t, keys.p, keys.n);
        term_settle(t, 150, 3000);
    }
}

static void report(const char *what, double *bytes, double *last, int n) {
    double sum = 0;
    if (n == 0)
        return;
    for (int i = 0; i < n; i++)
        sum += bytes[i];
    qsort(bytes, (size_t)n, sizeof *bytes, ascending);
    qsort(last, (size_t)n, sizeof *last, ascending);
    printf("%-22s %3d×%-3d %s: %d, bytes mean %.1f median %.0f p95 %.0f max %.0f, last byte ms "
           "median %.2f p95 %.2f\n",
           o.label, o.cols, o.rows, what, n, sum / n, bytes[n / 2], bytes[n * 95 / 100],
           bytes[n - 1], last[n / 2], last[n * 95 / 100]);
}

static void one_key(struct term *t, struct str8 k, double *bytes, double *last) {
    double begun = term_now();
    t->last_ms = begun;
    term_send(t, k.p, k.n);
    *bytes = (double)term_settle(t, QUIET, 500);
    *last = t->last_ms - begun;
}

static void keys(struct term *t, struct arena *a, bool repeat) {
    static double bytes[KEYS_MAX], last[KEYS_MAX];
    struct str8 text = unescape(a, o.text);
    int n = 0;
    for (size_t at = 0; at < text.n && n < KEYS_MAX;) {
        size_t len = text.n;
        if (!repeat)
            utf8_decode(text, at, &len);
        one_key(t, s8_sub(text, at, at + len), &bytes[n], &last[n]);
        at = repeat && ++n < REPEATS ? 0 : at + len;
        n += !repeat;
    }
    report(repeat ? "keys" : "typed", bytes, last, n);
}

static void burst(struct term *t, struct arena *a) {
    struct str8 text = unescape(a, o.text);
    double begun = term_now();
    term_send(t, text.p, text.n);
    size_t bytes = term_settle(t, 200, 3000);
    printf("%-22s %3d×%-3d burst of %zu keys: %zu bytes, %.1f ms\n", o.label, o.cols, o.rows,
           utf8_count(text), bytes, t->last_ms - begun);
}

static void starts(struct term *t) {
    static double bytes[STARTS], last[STARTS];
    for (int i = -1; i < STARTS; i++) {
        double begun = term_now();
        if (!start(t))
            return;
        if (i >= 0) {
            bytes[i] = (double)t->raw.n;
            last[i] = t->last_ms - begun;
        }
        kill(t->pid, SIGTERM);
        term_wait_end(t, 1000);
        term_stop(t);
    }
    report("starts", bytes, last, STARTS);
}

static void measure(struct term *t, struct arena *a) {
    struct buf screen = {0};
    set_up(t, a);
    if (strcmp(o.mode, "keys") == 0)
        keys(t, a, false);
    else if (strcmp(o.mode, "repeat") == 0)
        keys(t, a, true);
    else if (strcmp(o.mode, "burst") == 0)
        burst(t, a);
    else if (strcmp(o.mode, "idle") == 0)
        printf("%-22s %3d×%-3d idle for 3 s: %zu bytes\n", o.label, o.cols, o.rows,
               term_settle(t, 3000, 3000));
    else
        term_screen(t, &screen);
    fputs(screen.n ? screen.p : "", stdout);
    buf_free(&screen);
}

int main(int argc, char **argv) {
    struct term t;
    struct arena a = {0};
    int c;
    while ((c = getopt(argc, argv, "+r:c:l:s:w:")) != -1) {
        if (c == 'r')
            o.rows = atoi(optarg);
        else if (c == 'c')
            o.cols = atoi(optarg);
        else if (c == 'l')
            o.label = optarg;
        else if (c == 's' && o.n_setup < SETUPS_MAX)
            o.setup[o.n_setup++] = optarg;
        else if (c == 'w')
            o.text = optarg;
    }
    if (argc - optind < 2) {
        fputs(
            "usage: tangent [-r ROWS] [-c COLUMNS] [-l LABEL] [-s KEYS]… [-w TEXT] MODE COMMAND…\n",
            stderr);
        return 2;
    }
    o.mode = argv[optind];
    o.command = argv + optind + 1;
    if (strcmp(o.mode, "start") == 0) {
        starts(&t);
    } else if (start(&t)) {
        measure(&t, &a);
        kill(t.pid, SIGHUP);
        term_wait_end(&t, 500);
        term_stop(&t);
    }
    arena_free(&a);
    return 0;
}
