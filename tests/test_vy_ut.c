/* The ways of a paper out of the program: printed, and as the kit that is sent. (To a file:
 * tests/test_vy_las.c.) lp and lpstat are programs of the test's own. */
#include <criterion/criterion.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fileio.h"
#include "vy.h"

static struct vy *begin(int rows, int cols) {
    struct vy *v = vy_start(rows, cols);
    vy_case(v);
    vy_set(v, POST_SVAR, "4.1:1", SVAR_STALLNING, "tillstyrker");
    vy_set(v, POST_SVAR, "4.1:1", SVAR_MOTIVERING, "Samverkan fungerar redan på många håll.");
    return v;
}

static void program(struct vy *v, const char *name, const char *script) {
    struct error err = {0};
    struct str8 path = arena_printf(&v->a, "%.*s/%s", S8F(v->mapp), name);
    struct str8 text = arena_printf(&v->a, "#!/bin/sh\nd='%.*s'\n%s\n", S8F(v->mapp), script);
    cr_assert_eq(file_write(path.p, text, 0700, &err), ST_OK, "%s", err.text);
    cr_assert_eq(chmod(path.p, 0700), 0);
}

/* A server with two printers; lp writes down its words, one a line, and the document. */
static void with_printers(struct vy *v) {
    setenv("PATH", arena_printf(&v->a, "%.*s:%s", S8F(v->mapp), getenv("PATH")).p, 1);
    program(v, "lpstat",
            "echo scheduler is running\necho system default destination: plan3\necho Reception\n"
            "echo plan3");
    program(v, "lp",
            "for w; do printf '%s\\n' \"$w\"; done >\"$d/words\"\ncat >\"$d/document\"\n"
            "echo 'request id is plan3-12 (1 file(s))'");
}

static const char *file(struct vy *v, const char *name) {
    struct buf b = {0};
    struct error err = {0};
    struct str8 path = arena_printf(&v->a, "%.*s/%s", S8F(v->mapp), name);
    cr_assert_eq(file_read(path.p, &b, &err), ST_OK, "%s", err.text);
    const char *s = arena_str8(&v->a, buf_str8_of(&b)).p;
    buf_free(&b);
    return s;
}

/* ---- printed ---- */

Test(skriv, as_it_is_on_the_default_printer) {
    struct vy *v = begin(24, 80);
    with_printers(v);
    vy_keys(v, "f<Tab>u");
    vy_golden(v, "skriv-80");
    vy_keys(v, "u");
    cr_assert(vy_has(v, "Utskriften är skickad: jobb plan3-12."), "%s", vy_screen(v));
    cr_assert(vy_has(v, "Yttrande, sida"), "back at the paper");
    cr_assert_str_eq(file(v, "words"), "-d\nplan3\n-n\n1\n-o\nmedia=A4\n-t\nYttrande, ON 2025/17\n"
                                       "--\n-\n");
    cr_assert(strncmp(file(v, "document"), "%PDF-", 5) == 0);
    vy_stop(v);
}

Test(skriv, with_every_wish) {
    struct vy *v = begin(24, 80);
    with_printers(v);
    vy_keys(v, "fu<Vänster>");
    cr_assert(vy_has(v, "Skrivare        Reception"), "%s", vy_screen(v));
    vy_keys(v, "<Ned><Enter>1-2<Enter><Ned><Höger><Höger><Ned><Blanksteg><Ned><Enter>");
    cr_assert(vy_has(v, "Sidor           1-2") && vy_has(v, "Exemplar        3"), "%s",
              vy_screen(v));
    cr_assert(vy_has(v, "Dubbelsidigt    ja") && vy_has(v, "För granskning  ja"), "%s",
              vy_screen(v));
    vy_keys(v, "<Ned><Enter>");
    const char *words = file(v, "words");
    cr_assert(strstr(words, "-d\nReception\n") && strstr(words, "-n\n3\n"), "%s", words);
    cr_assert(strstr(words, "-P\n1-2\n") && strstr(words, "sides=two-sided-long-edge"), "%s",
              words);
    vy_stop(v);
}

Test(skriv, what_is_no_page_is_asked_again) {
    struct vy *v = begin(24, 80);
    with_printers(v);
    vy_keys(v, "fu<Ned><Enter>ett<Enter>");
    cr_assert(vy_has(v, "Sidor (tomt: alla): ett"), "%s", vy_screen(v));
    cr_assert_eq(v->ui.tone, TONE_ERROR);
    vy_keys(v, "<Ctrl-A><Ctrl-K>90<Enter>u");
    cr_assert(vy_has(v, "Sidan 90 finns inte"), "%s", vy_screen(v));
    cr_assert(vy_has(v, "Skriv ut: Tjänsteskrivelse"), "the wishes are there still");
    vy_keys(v, "<Ned><Enter><Ctrl-A><Ctrl-K>0<Enter>");
    cr_assert_eq(v->ui.tone, TONE_ERROR);
    vy_stop(v);
}

Test(skriv, no_printers_and_why) {
    struct vy *v = begin(24, 80);
    with_printers(v);
    program(v, "lpstat", "exit 0");
    setenv("TMUX", "x", 1);
    vy_keys(v, "fu");
    cr_assert(vy_has(v, "den vid din egen dator"), "%s", vy_screen(v));
    cr_assert(vy_has(v, "skrivare"));
    vy_keys(v, "<Ned><Ned><Enter>");
    cr_assert(vy_has(v, "Genom terminalen skrivs ett exemplar ut"), "%s", vy_screen(v));
    vy_keys(v, "<Ned><Höger>");
    cr_assert(vy_has(v, "Dubbelsidigt som skrivaren är inställd"), "%s", vy_screen(v));
    vy_keys(v, "u");
    cr_assert(vy_has(v, "går inte att nå från tmux"), "%s", vy_screen(v));
    vy_stop(v);
}

/* ---- sent ---- */

Test(utskick, the_ten_points_and_the_files) {
    struct vy *v = begin(24, 80);
    setenv("YTTRA_NU", "2025-01-20", 1);
    vy_keys(v, "fm");
    vy_golden(v, "utskick-80");
    cr_assert(vy_has(v, "FEL      Adress"));
    vy_keys(v, "<Ned><Enter>");
    cr_assert(vy_has(v, "E-post för svar"), "Enter leads to the field\n%s", vy_screen(v));
    vy_stop(v);
}

Test(utskick, in_a_low_window_the_points_have_most_of_it) {
    struct vy *v = begin(15, 60);
    vy_keys(v, "fm");
    vy_golden(v, "utskick-60");
    cr_assert(vy_has(v, "Till saknas") && vy_has(v, "1–5 av"), "%s", vy_screen(v));
    vy_keys(v, "<End>");
    cr_assert(vy_has(v, "> bra Längd"), "%s", vy_screen(v));
    vy_stop(v);
}

Test(utskick, its_files_are_written_and_not_written_over_unasked) {
    struct vy *v = begin(24, 80);
    struct str8 folder = arena_printf(&v->a, "%.*s/ut", S8F(v->mapp));
    struct buf keys = {0};
    unsetenv("SSH_CONNECTION");
    buf_printf(&keys, "fms<Ctrl-A><Ctrl-K>%.*s<Enter>", S8F(folder));
    vy_keys(v, keys.p);
    cr_assert(vy_has(v, "Filerna är skrivna till"), "%s", vy_screen(v));
    cr_assert(vy_has(v, "fel är kvar. Rätta dem innan svaret skickas."), "%s", vy_screen(v));
    vy_keys(v, keys.p + 2);
    cr_assert(vy_has(v, "Filerna finns redan där. Skriva över?"), "%s", vy_screen(v));
    vy_keys(v, "n");
    vy_keys(v, keys.p + 2);
    vy_keys(v, "j");
    cr_assert(vy_has(v, "Filerna är skrivna till"), "%s", vy_screen(v));
    vy_keys(v, "s");
    cr_assert(!vy_has(v, "ut/utskick"), "the next one lies beside it, not in it");
    buf_free(&keys);
    vy_stop(v);
}
