/* What a key costs on a terminal, for several programs by turns.
 *
 * tangent [-r ROWS] [-c COLUMNS] [-w TEXT] [-n TIMES] MODE PEER [+ PEER]…
 * PEER is [-l LABEL] [-s KEYS]… COMMAND…
 *
 * Every peer is started on a terminal of its own and sent its KEYS (\e \n \r \t \b \xNN are read),
 * each when the one before has been answered. Then, by MODE:
 *
 * keys   the characters of TEXT one by one, ten to a peer and then the next peer's ten
 * repeat TEXT as one key, TIMES times (40), by turns in the same way
 * burst  TEXT at one stroke, to one peer after the other
 * idle   three seconds of nothing
 * start  from exec until it is quiet, TIMES times (21) and one that is thrown away, by turns
 * show   prints the screens, to see that the KEYS lead where they should
 *
 * Prints a line for each peer, and for each but the first how the first compares with it. Bytes are
 * those sent to the terminal; times are from the key to the first and to the last of them. */
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "tests/term.h"

enum {
    SAMPLES_MAX = 4096,
    SETUPS_MAX = 32,
    PEERS_MAX = 8,
    BLOCK = 10,      /* keys to a peer before the next one's turn */
    QUIET_MS = 60,   /* after a key */
    SETTLED_MS = 250 /* after a start or a burst */
};

struct samples {
    double v[SAMPLES_MAX];
    size_t n;
};

struct peer {
    const char *label, *setup[SETUPS_MAX];
    int n_setup;
    char **command; /* NULL-terminated */
    struct term t;
    struct samples bytes, first, last;
};

struct run {
    int rows, cols, times;
    struct buf text;
    const char *mode;
    struct peer peer[PEERS_MAX];
    int n;
};

static void add(struct samples *s, double v) {
    if (s->n < SAMPLES_MAX)
        s->v[s->n++] = v;
}

static int ascending(const void *a, const void *b) {
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void sort(struct samples *s) {
    qsort(s->v, s->n, sizeof *s->v, ascending);
}

/* Of sorted samples; 0 when there are none. */
static double part(const struct samples *s, size_t percent) {
    return s->n ? s->v[s->n * percent / 100 < s->n ? s->n * percent / 100 : s->n - 1] : 0;
}

static double mean(const struct samples *s) {
    double sum = 0;
    for (size_t i = 0; i < s->n; i++)
        sum += s->v[i];
    return s->n ? sum / (double)s->n : 0;
}

/* ---- a peer ---- */

static bool start(struct run *r, struct peer *p) {
    static const char *const env[] = {"NO_COLOR", NULL};
    if (!term_start(&p->t, r->rows, r->cols, p->command, env))
        return false;
    term_settle(&p->t, SETTLED_MS, 5000);
    if (!term_wait_end(&p->t, 0))
        return true;
    fprintf(stderr, "%s: could not be started\n", p->label);
    return false;
}

static void set_up(struct peer *p) {
    for (int i = 0; i < p->n_setup; i++) {
        struct buf sent = {0};
        term_unescape(p->setup[i], &sent);
        term_send(&p->t, sent.p, sent.n);
        term_settle(&p->t, 150, 3000);
        buf_free(&sent);
    }
}

static void stop(struct peer *p) {
    kill(p->t.pid, SIGTERM);
    term_wait_end(&p->t, 1000);
    term_stop(&p->t);
}

/* Sends keys and takes what comes until it is quiet. */
static void stroke(struct peer *p, struct str8 sent, int quiet) {
    size_t mark = p->t.raw.n;
    double begun = term_now();
    term_send(&p->t, sent.p, sent.n);
    term_settle(&p->t, quiet, 3000 < quiet * 8 ? 3000 : quiet * 8);
    add(&p->bytes, (double)(p->t.raw.n - mark));
    if (p->t.raw.n > mark) {
        add(&p->first, p->t.first_ms - begun);
        add(&p->last, p->t.last_ms - begun);
    }
}

/* ---- the modes ---- */

/* The character of the text at `at`, or all of it; `at` is moved past it. */
static struct str8 next_key(struct str8 text, bool whole, size_t *at) {
    size_t len = text.n, from = *at;
    if (whole)
        return text;
    utf8_decode(text, from, &len);
    *at += len;
    return s8_sub(text, from, *at);
}

static void keys(struct run *r, bool whole) {
    struct str8 text = buf_str8_of(&r->text);
    size_t at = 0;
    int left = whole ? r->times : (int)utf8_count(text);
    while (left > 0) {
        int block = left < BLOCK ? left : BLOCK;
        size_t end = at;
        for (int i = 0; i < r->n; i++) {
            end = at;
            term_settle(&r->peer[i].t, 1, 1);
            for (int k = 0; k < block; k++)
                stroke(&r->peer[i], next_key(text, whole, &end), QUIET_MS);
        }
        at = end;
        left -= block;
    }
}

static void starts(struct run *r) {
    for (int turn = -1; turn < r->times; turn++) {
        for (int i = 0; i < r->n; i++) {
            struct peer *p = &r->peer[i];
            if (!start(r, p))
                exit(1);
            if (turn >= 0) {
                add(&p->bytes, (double)p->t.raw.n);
                add(&p->first, p->t.first_ms - p->t.started_ms);
                add(&p->last, p->t.last_ms - p->t.started_ms);
            }
            stop(p);
        }
    }
}

/* Keys that lead elsewhere than into the text would be measured without anybody seeing it. */
static void check_typed(struct run *r, struct peer *p) {
    struct str8 text = s8_trim_right(buf_str8_of(&r->text));
    size_t from = text.n;
    while (from > 0 && text.p[from - 1] != ' ')
        from--;
    struct buf word = {0};
    buf_str8(&word, s8_skip(text, from));
    if (word.n && !term_shows(&p->t, word.p))
        printf("%s: ”%s” IS NOT ON THE SCREEN, the figures are of something else\n", p->label,
               word.p);
    buf_free(&word);
}

static void show(struct peer *p) {
    struct buf b = {0};
    term_screen(&p->t, &b);
    printf("%s\n%s", p->label, b.p);
    buf_free(&b);
}

static void measure(struct run *r) {
    bool typed = strcmp(r->mode, "keys") == 0, burst = strcmp(r->mode, "burst") == 0;
    if (typed || strcmp(r->mode, "repeat") == 0)
        keys(r, !typed);
    for (int i = 0; i < r->n; i++) {
        struct peer *p = &r->peer[i];
        term_settle(&p->t, 1, 1);
        if (burst)
            stroke(p, buf_str8_of(&r->text), SETTLED_MS);
        else if (strcmp(r->mode, "idle") == 0)
            add(&p->bytes, (double)term_settle(&p->t, 3000, 3000));
        else if (strcmp(r->mode, "show") == 0)
            show(p);
        if (typed || burst)
            check_typed(r, p);
    }
}

/* ---- what is printed ---- */

static void report(const struct run *r, struct peer *p) {
    printf("%-24s %3d×%-3d %s: %zu, ", p->label, r->cols, r->rows, r->mode, p->bytes.n);
    if (p->bytes.n == 1)
        printf("bytes %.0f", p->bytes.v[0]);
    else
        printf("bytes mean %.1f median %.0f p95 %.0f max %.0f", mean(&p->bytes),
               part(&p->bytes, 50), part(&p->bytes, 95), part(&p->bytes, 100));
    if (p->last.n == 1)
        printf(", first byte %.2f ms, last %.2f ms", p->first.v[0], p->last.v[0]);
    else if (p->last.n)
        printf(", first byte ms median %.2f p95 %.2f, last byte ms median %.2f p95 %.2f "
               "(%.2f–%.2f)",
               part(&p->first, 50), part(&p->first, 95), part(&p->last, 50), part(&p->last, 95),
               part(&p->last, 0), part(&p->last, 100));
    printf("\n");
}

static void compare(const struct peer *a, const struct peer *b) {
    printf("    %s : %s", a->label, b->label);
    if (mean(&b->bytes) > 0)
        printf(", bytes %.2f", mean(&a->bytes) / mean(&b->bytes));
    if (part(&b->last, 50) > 0)
        printf(", first byte %.2f, last byte %.2f", part(&a->first, 50) / part(&b->first, 50),
               part(&a->last, 50) / part(&b->last, 50));
    printf("\n");
}

static void report_all(struct run *r) {
    for (int i = 0; i < r->n; i++) {
        sort(&r->peer[i].bytes);
        sort(&r->peer[i].first);
        sort(&r->peer[i].last);
        report(r, &r->peer[i]);
    }
    for (int i = 1; i < r->n; i++)
        compare(&r->peer[0], &r->peer[i]);
}

/* ---- the command line ---- */

/* The words from `word` to the next + are a peer; gives the word after them, NULL if it is none. */
static char **read_peer(char **word, struct peer *p) {
    int n = 0, c;
    while (word[n] && strcmp(word[n], "+") != 0)
        n++;
    char **rest = word + n + (word[n] != NULL);
    word[n] = NULL;
    /* getopt reads from the word after the first, which here is the mode or what was a +. */
    optind = 0;
    while ((c = getopt(n + 1, word - 1, "+l:s:")) != -1) {
        if (c == 'l')
            p->label = optarg;
        else if (c == 's' && p->n_setup < SETUPS_MAX)
            p->setup[p->n_setup++] = optarg;
        else
            return NULL;
    }
    p->command = word - 1 + optind;
    if (!p->label)
        p->label = p->command[0];
    return p->command[0] ? rest : NULL;
}

static bool number(const char *s, int *out) {
    return s8_uint(s8_from(s), out) && *out >= 1;
}

static bool read_arguments(struct run *r, int argc, char **argv) {
    int c;
    bool right = true;
    while (right && (c = getopt(argc, argv, "+r:c:w:n:")) != -1) {
        if (c == 'r')
            right = number(optarg, &r->rows);
        else if (c == 'c')
            right = number(optarg, &r->cols);
        else if (c == 'n')
            right = number(optarg, &r->times);
        else if (c == 'w')
            term_unescape(optarg, &r->text);
        else
            right = false;
    }
    if (!right)
        return false;
    if (argc - optind < 2)
        return false;
    r->mode = argv[optind];
    char **word = argv + optind + 1;
    while (word && *word && r->n < PEERS_MAX)
        word = read_peer(word, &r->peer[r->n++]);
    return word && !*word;
}

int main(int argc, char **argv) {
    static struct run r = {.rows = 24, .cols = 80};
    if (!read_arguments(&r, argc, argv)) {
        fputs("usage: tangent [-r ROWS] [-c COLUMNS] [-w TEXT] [-n TIMES] MODE PEER [+ PEER]…\n"
              "PEER is [-l LABEL] [-s KEYS]… COMMAND…\n",
              stderr);
        return 2;
    }
    bool is_start = strcmp(r.mode, "start") == 0;
    if (r.times < 1)
        r.times = is_start ? 21 : 40;
    if (is_start) {
        starts(&r);
    } else {
        for (int i = 0; i < r.n; i++) {
            if (!start(&r, &r.peer[i]))
                return 1;
            set_up(&r.peer[i]);
        }
        measure(&r);
        for (int i = 0; i < r.n; i++)
            stop(&r.peer[i]);
    }
    if (strcmp(r.mode, "show") != 0)
        report_all(&r);
    buf_free(&r.text);
    return 0;
}
