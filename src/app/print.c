/* CUPS, by its programs lp and lpstat. */
#include "app/print.h"

#include <stdlib.h>

#include "base/child.h"
#include "base/near.h"
#include "base/utf8.h"

enum {
    LIST_SECONDS =
        8, /* a dead server must not hang the screen; lpstat itself gives the network 5 */
    SEND_SECONDS = 60,
    SAID_MAX = 200 * 1024, /* of what the programs say: thousands of printers */
    QUOTE_MAX = 300
};

#define OTHERWISE                                                                                  \
    "Du kan också spara dokumentet i en fil, eller skriva ut det som text på terminalens "       \
    "egen skrivare."

static enum status no_cups(const char *program, struct error *err) {
    return error_set(
        err, ST_NOT_FOUND,
        "programmet %s finns inte på den här datorn, så det går inte att skriva ut. Be "
        "IT installera CUPS (på Debian och Ubuntu paketet cups-client). " OTHERWISE,
        program);
}

static enum status no_answer(struct error *err) {
    const char *server = getenv("CUPS_SERVER");
    bool named = server && *server;
    return error_set(
        err, ST_IO,
        "skrivarservern (CUPS%s%s) svarar inte. Försök igen om en stund, eller hör med "
        "IT. " OTHERWISE,
        named ? " på " : "", named ? server : "");
}

static enum status run(const char *const argv[], struct str8 in, int seconds, struct buf *out,
                       struct buf *said, struct child_end *end, struct error *err) {
    const struct child c = {argv, in, seconds, SAID_MAX};
    enum status st = child_run(&c, out, said, end, err);
    return st == ST_NOT_FOUND ? no_cups(argv[0], err) : st;
}

/* --- Printers ----------------------------------------------------------------------------------
 */

/* What lpstat says in the locale C; CUPS allows no space in a printer's name. */
struct heard {
    struct arena *a;
    bool running;
    struct str8 standard;
    struct str8 *namn;
    size_t n, cap;
};

static void hear(struct heard *h, struct str8 line) {
    static const struct str8 is_default = S8I("system default destination: ");
    struct str8 clean;
    if (utf8_admit(h->a, s8_trim(line), "", &clean, NULL) != ST_OK || clean.n == 0)
        return;
    if (s8_eqz(clean, "scheduler is running"))
        h->running = true;
    else if (s8_starts(clean, is_default))
        h->standard = s8_skip(clean, is_default.n);
    else if (s8_find(clean, S8(" ")) < 0)
        *ARENA_PUSH(h->a, h->namn, h->n, h->cap) = clean;
}

static void hear_all(struct heard *h, struct str8 text, struct print_printers *out) {
    struct str8 line;
    while (s8_line(&text, &line))
        hear(h, line);
    *out = (struct print_printers){h->namn, h->n, -1};
    for (size_t i = 0; i < out->n; i++)
        if (s8_eq(out->namn[i], h->standard))
            out->standard = (int)i;
}

enum status print_printers(struct arena *a, struct print_printers *out, struct error *err) {
    static const char *const argv[] = {"lpstat", "-r", "-d", "-e", NULL};
    struct buf said = {0}, complaint = {0};
    struct heard h = {.a = a};
    struct child_end end;
    enum status st = run(argv, (struct str8){0}, LIST_SECONDS, &said, &complaint, &end, err);
    if (st == ST_OK) {
        hear_all(&h, buf_str8_of(&said), out);
        if (!h.running || (end.late && out->n == 0))
            st = no_answer(err);
        else if (out->n == 0)
            st = error_set(
                err, ST_NOT_FOUND,
                "det finns ingen skrivare på den här datorn. Be IT lägga upp en. " OTHERWISE);
    }
    buf_free(&said);
    buf_free(&complaint);
    return st;
}

/* --- A job -------------------------------------------------------------------------------------
 */

enum { ARGS_MAX = 20 };
struct args {
    const char *p[ARGS_MAX];
    size_t n;
};

static void add(struct args *args, const char *word) {
    args->p[args->n++] = word;
}

static void add_pair(struct args *args, const char *option, const char *value) {
    add(args, option);
    add(args, value);
}

static void build(struct arena *a, const struct print_job *job, enum print_kind kind,
                  struct args *args) {
    add(args, "lp");
    if (job->skrivare.n)
        add_pair(args, "-d", arena_str8(a, job->skrivare).p);
    add_pair(args, "-n", arena_printf(a, "%d", job->exemplar).p);
    if (kind == PRINT_PDF && job->sidor && job->sidor->n)
        add_pair(args, "-P", job->sidor->text.p);
    if (kind == PRINT_RAW) {
        add_pair(args, "-o", "raw");
    } else {
        add_pair(args, "-o", "media=A4");
        if (job->dubbelsidigt)
            add_pair(args, "-o", "sides=two-sided-long-edge");
    }
    add_pair(args, "-t", arena_str8(a, job->titel).p);
    add(args, "--");
    add(args, "-");
    add(args, NULL);
}

/* "request id is PDF-12 (1 file(s))" */
static struct str8 job_name(struct arena *a, struct str8 said) {
    static const struct str8 before = S8I("request id is ");
    struct str8 clean, rest;
    ptrdiff_t at = s8_find(said, before);
    if (at < 0)
        return (struct str8){0};
    rest = s8_skip(said, (size_t)at + before.n);
    enum status st = utf8_admit(a, s8_trim(s8_cut(&rest, ' ')), "", &clean, NULL);
    return st == ST_OK ? clean : (struct str8){0};
}

/* What lp complains of, on one line, without control characters and its own name. */
static struct str8 quote(struct arena *a, struct str8 said) {
    struct buf b = {0};
    said = s8_trim(said);
    if (s8_starts(said, S8("lp: ")))
        said = s8_skip(said, 4);
    for (size_t at = 0, len; at < said.n && b.n < QUOTE_MAX; at += len) {
        uint32_t c = utf8_decode(said, at, &len);
        if (c == '\n' || c == '\t' || !utf8_allowed(c))
            buf_byte(&b, ' ');
        else if (c != 0xFFFD)
            buf_bytes(&b, said.p + at, len);
    }
    struct str8 out = arena_str8(a, s8_trim(buf_str8_of(&b)));
    buf_free(&b);
    return out;
}

static bool knows(const struct print_printers *p, struct str8 name) {
    for (size_t i = 0; i < p->n; i++)
        if (s8_eq(p->namn[i], name))
            return true;
    return false;
}

/* Why lp would not: what it says is in English, so the usual reasons are found by asking CUPS. */
static enum status explain(struct arena *a, const struct print_job *job, struct str8 said,
                           struct error *err) {
    struct print_printers all;
    enum status st = print_printers(a, &all, err);
    struct str8 name = s8_cut(&(struct str8){job->skrivare.p, job->skrivare.n}, '/');
    if (st != ST_OK)
        return st;
    if (name.n && !knows(&all, name))
        return near_error(err, ST_NOT_FOUND, name, all.namn, all.n, "Skrivarna är",
                          "skrivaren ”%.*s” finns inte", S8F(name));
    if (!name.n && all.standard < 0)
        return near_error(err, ST_NOT_FOUND, name, all.namn, all.n, "Skrivarna är",
                          "ingen skrivare är förvald, så du behöver välja en");
    struct str8 words = quote(a, said);
    return error_set(err, ST_REFUSED, "skrivarservern (CUPS) tog inte emot utskriften%s%.*s%s",
                     words.n ? ". Den säger: ”" : "", S8F(words), words.n ? "”" : "");
}

enum status print_send(struct arena *a, const struct print_job *job, enum print_kind kind,
                       struct str8 bytes, struct str8 *jobb, struct error *err) {
    struct args args = {.n = 0};
    struct buf said = {0}, complaint = {0};
    struct child_end end;
    build(a, job, kind, &args);
    enum status st = run(args.p, bytes, SEND_SECONDS, &said, &complaint, &end, err);
    if (st == ST_OK && end.late)
        st = error_set(err, ST_IO,
                       "skrivarservern (CUPS) svarade inte på %d sekunder. Dokumentet kan ändå ha "
                       "kommit fram: se efter vid skrivaren innan du skriver ut det igen.",
                       SEND_SECONDS);
    else if (st == ST_OK && end.code != 0)
        st = explain(a, job, buf_str8_of(&complaint), err);
    if (st == ST_OK)
        *jobb = job_name(a, buf_str8_of(&said));
    buf_free(&said);
    buf_free(&complaint);
    return st;
}
