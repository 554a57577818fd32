/* Printing through CUPS, with programs of our own in the place of lp and lpstat. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/print.h"
#include "base/fileio.h"

struct desk {
    struct arena a;
    struct str8 folder;
    struct error err;
};

static struct str8 path_of(struct desk *d, const char *name) {
    return arena_printf(&d->a, "%.*s/%s", S8F(d->folder), name);
}

/* A program that the test puts first in PATH. */
static void program(struct desk *d, const char *name, const char *script) {
    struct str8 text = arena_printf(&d->a, "#!/bin/sh\nd='%.*s'\n%s\n", S8F(d->folder), script);
    cr_assert_eq(file_write(path_of(d, name).p, text, 0700, &d->err), ST_OK, "%s", d->err.text);
    cr_assert_eq(chmod(path_of(d, name).p, 0700), 0);
}

static struct str8 file(struct desk *d, const char *name) {
    struct buf b = {0};
    cr_assert_eq(file_read(path_of(d, name).p, &b, &d->err), ST_OK, "%s", d->err.text);
    struct str8 out = arena_str8(&d->a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

/* A server that runs, with two printers; lp writes down its words, one a line, and the document. */
static struct desk desk(void) {
    struct desk d = {0};
    const char *tmp = getenv("TMPDIR");
    d.folder = arena_printf(&d.a, "%s/yttra-print.XXXXXX", tmp ? tmp : "/tmp");
    cr_assert(mkdtemp((char *)(size_t)d.folder.p));
    setenv("PATH", arena_printf(&d.a, "%.*s:%s", S8F(d.folder), getenv("PATH")).p, 1);
    unsetenv("CUPS_SERVER");
    program(&d, "lpstat",
            "echo scheduler is running\necho system default destination: plan3\necho plan3\n"
            "echo Reception_A4");
    program(&d, "lp",
            "for w; do printf '%s\\n' \"$w\"; done >\"$d/words\"\ncat >\"$d/document\"\n"
            "echo \"locale $LC_ALL\" >\"$d/locale\"\necho 'request id is plan3-12 (1 file(s))'");
    return d;
}

#define IS(s, z)                                                                                   \
    do {                                                                                           \
        struct str8 got_ = (s);                                                                    \
        cr_assert(s8_eqz(got_, (z)), "want ”%s”, got ”%.*s”", (z), S8F(got_));                     \
    } while (0)
#define SAYS(d, part)                                                                              \
    cr_assert(strstr((d).err.text, (part)), "no ”%s” in ”%s”", (part), (d).err.text)

static enum status print(struct desk *d, const struct print_job *job, enum print_kind kind,
                         struct str8 bytes, struct str8 *jobb) {
    return print_send(&d->a, job, kind, bytes, jobb, &d->err);
}

static enum status print_hej(struct desk *d, const char *skrivare) {
    struct print_job job = {.skrivare = s8_from(skrivare), .titel = S8("t"), .exemplar = 1};
    struct str8 jobb;
    return print(d, &job, PRINT_PDF, S8("hej"), &jobb);
}

/* ---- words ---- */

Test(lp, gets_every_wish_as_a_word_of_its_own) {
    struct desk d = desk();
    struct str8 jobb;
    struct print_pages pages;
    cr_assert_eq(print_pages_read(&d.a, S8("5,1-3"), &pages, NULL), ST_OK);
    struct print_job job = {S8("plan3"), S8("Yttrande, ON 2025/17"), &pages, 12, true};
    cr_assert_eq(print(&d, &job, PRINT_PDF, S8("%PDF-1.7\n\0\x01"), &jobb), ST_OK, "%s",
                 d.err.text);
    IS(file(&d, "words"), "-d\nplan3\n-n\n12\n-P\n1-3,5\n-o\nmedia=A4\n-o\n"
                          "sides=two-sided-long-edge\n-t\nYttrande, ON 2025/17\n--\n-\n");
    cr_assert(s8_eq(file(&d, "document"), S8("%PDF-1.7\n\0\x01")));
    IS(file(&d, "locale"), "locale C\n");
    IS(jobb, "plan3-12");
    arena_free(&d.a);
}

Test(lp, is_told_no_more_than_it_must) {
    struct desk d = desk();
    cr_assert_eq(print_hej(&d, ""), ST_OK);
    IS(file(&d, "words"), "-n\n1\n-o\nmedia=A4\n-t\nt\n--\n-\n");
    arena_free(&d.a);
}

Test(lp, gets_titles_untouched) {
    static const char *const titles[] = {"Åtgärder; rm -rf \"$HOME\" `id` 'x' $(id) | & > ut *",
                                         "-d annan", "--", "\\n%s"};
    struct desk d = desk();
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        struct print_job job = {S8("skri vare;'\"åäö"), s8_from(titles[i]), NULL, 1, false};
        struct str8 jobb;
        cr_assert_eq(print(&d, &job, PRINT_TEXT, S8("x"), &jobb), ST_OK);
        struct str8 want = arena_printf(
            &d.a, "-d\nskri vare;'\"åäö\n-n\n1\n-o\nmedia=A4\n-t\n%s\n--\n-\n", titles[i]);
        IS(file(&d, "words"), want.p);
    }
    arena_free(&d.a);
}

Test(lp, sends_raw_text_past_the_filters) {
    struct desk d = desk();
    struct str8 jobb;
    struct print_pages pages;
    cr_assert_eq(print_pages_read(&d.a, S8("2"), &pages, NULL), ST_OK);
    struct print_job job = {S8("rad"), S8("t"), &pages, 2, true};
    cr_assert_eq(print(&d, &job, PRINT_RAW, S8("\x86\r\n\f"), &jobb), ST_OK);
    IS(file(&d, "words"), "-d\nrad\n-n\n2\n-o\nraw\n-t\nt\n--\n-\n");
    IS(file(&d, "document"), "\x86\r\n\f");
    arena_free(&d.a);
}

Test(lp, may_say_nothing_of_the_job) {
    struct desk d = desk();
    struct str8 jobb = S8("x");
    struct print_job job = {.titel = S8("t"), .exemplar = 1};
    program(&d, "lp", "cat >/dev/null; echo klart");
    cr_assert_eq(print(&d, &job, PRINT_PDF, S8("x"), &jobb), ST_OK);
    IS(jobb, "");
    arena_free(&d.a);
}

/* ---- what goes wrong ---- */

Test(lp, that_is_not_installed_is_named_with_its_package) {
    struct desk d = desk();
    setenv("PATH", path_of(&d, "tom").p, 1);
    cr_assert_eq(print_hej(&d, "plan3"), ST_NOT_FOUND);
    SAYS(d, "programmet lp finns inte");
    SAYS(d, "cups-client");
    struct print_printers all;
    cr_assert_eq(print_printers(&d.a, &all, &d.err), ST_NOT_FOUND);
    SAYS(d, "programmet lpstat finns inte");
    arena_free(&d.a);
}

Test(lp, an_unknown_printer_is_met_with_the_nearest) {
    struct desk d = desk();
    program(&d, "lp", "echo 'lp: The printer or class does not exist.' >&2; exit 1");
    cr_assert_eq(print_hej(&d, "Recepton_A4"), ST_NOT_FOUND);
    SAYS(d, "skrivaren ”Recepton_A4” finns inte. Menade du ”Reception_A4”?");
    cr_assert_eq(print_hej(&d, "källaren"), ST_NOT_FOUND);
    SAYS(d, "skrivaren ”källaren” finns inte. Skrivarna är: plan3, Reception_A4.");
    arena_free(&d.a);
}

Test(lp, without_a_default_printer_one_must_be_chosen) {
    struct desk d = desk();
    program(&d, "lp", "echo 'lp: Error - no default destination available.' >&2; exit 1");
    program(&d, "lpstat",
            "echo scheduler is running; echo no system default destination; echo plan3");
    cr_assert_eq(print_hej(&d, ""), ST_NOT_FOUND);
    SAYS(d, "ingen skrivare är förvald, så du behöver välja en. Skrivarna är: plan3.");
    arena_free(&d.a);
}

Test(lp, what_else_it_says_is_quoted_without_control_characters) {
    struct desk d = desk();
    program(&d, "lp",
            "printf 'lp: Filen \\033[31mär\\377 för stor.\\nFörsök\\tigen.\\n' >&2; exit 1");
    cr_assert_eq(print_hej(&d, "plan3"), ST_REFUSED);
    SAYS(d, "tog inte emot utskriften. Den säger: ”Filen  [31mär för stor. Försök igen.”");
    program(&d, "lp", "exit 1");
    cr_assert_eq(print_hej(&d, "plan3"), ST_REFUSED);
    cr_assert_str_eq(d.err.text, "skrivarservern (CUPS) tog inte emot utskriften");
    arena_free(&d.a);
}

Test(lp, a_server_that_does_not_run_is_told_with_its_name) {
    struct desk d = desk();
    program(&d, "lp", "echo 'lp: Error - The printer or class does not exist.' >&2; exit 1");
    program(&d, "lpstat", "echo scheduler is not running; echo no system default destination");
    cr_assert_eq(print_hej(&d, "plan3"), ST_IO);
    SAYS(d, "skrivarservern (CUPS) svarar inte");
    setenv("CUPS_SERVER", "skrivare.exempelkoping.se", 1);
    cr_assert_eq(print_hej(&d, "plan3"), ST_IO);
    SAYS(d, "(CUPS på skrivare.exempelkoping.se)");
    arena_free(&d.a);
}

/* ---- printers ---- */

Test(printers, are_listed_with_the_default_one) {
    struct desk d = desk();
    struct print_printers all;
    program(&d, "lpstat",
            "printf '%s\\n' \"$@\" >\"$d/asked\"; echo scheduler is running\n"
            "echo system default destination: b\necho a; echo b; echo å\necho; echo 'two words'\n"
            "printf 'bad\\377\\n'");
    cr_assert_eq(print_printers(&d.a, &all, &d.err), ST_OK, "%s", d.err.text);
    IS(file(&d, "asked"), "-r\n-d\n-e\n");
    cr_assert_eq(all.n, 3);
    IS(all.namn[0], "a");
    IS(all.namn[2], "å");
    cr_assert_eq(all.standard, 1);
    arena_free(&d.a);
}

Test(printers, none_at_all_is_told_with_what_to_do) {
    struct desk d = desk();
    struct print_printers all;
    program(&d, "lpstat", "echo scheduler is running; echo no system default destination");
    cr_assert_eq(print_printers(&d.a, &all, &d.err), ST_NOT_FOUND);
    SAYS(d, "ingen skrivare på den här datorn. Be IT");
    SAYS(d, "terminalens egen skrivare");
    SAYS(d, "i en fil");
    arena_free(&d.a);
}

Test(printers, a_server_that_never_answers_is_not_waited_for) {
    struct desk d = desk();
    struct print_printers all;
    program(&d, "lpstat", "exec sleep 1000");
    cr_assert_eq(print_printers(&d.a, &all, &d.err), ST_IO);
    SAYS(d, "svarar inte");
    arena_free(&d.a);
}
