/* Which pages, and how many copies. */
#include <criterion/criterion.h>
#include <string.h>

#include "app/print.h"

static void reads(const char *in, const char *want) {
    struct arena a = {0};
    struct print_pages p;
    struct error err = {0};
    cr_assert_eq(print_pages_read(&a, s8_from(in), &p, &err), ST_OK, "%s: %s", in, err.text);
    cr_assert(s8_eqz(p.text, want), "%s: want %s, got %.*s", in, want, S8F(p.text));
    arena_free(&a);
}

static void refuses(const char *in, const char *why) {
    struct arena a = {0};
    struct print_pages p;
    struct error err = {0};
    cr_assert_eq(print_pages_read(&a, s8_from(in), &p, &err), ST_INVALID, "”%s” is taken", in);
    cr_assert(strstr(err.text, why), "%s: %s", in, err.text);
    arena_free(&a);
}

Test(pages, are_put_in_order_and_joined) {
    reads("5", "5");
    reads("1-3,5", "1-3,5");
    reads(" 5 , 1 - 3 ", "1-3,5");
    reads("2,1,3", "1-3");
    reads("1-4,2-3", "1-4");
    reads("1-2,4-5", "1-2,4-5");
    reads("7-7", "7");
    reads("1-9999", "1-9999");
}

Test(pages, may_be_open_at_either_end) {
    reads("-3", "1-3");
    reads("8-", "8-");
    reads("8-,3,9-12", "3,8-");
}

Test(pages, are_read_with_the_dash_of_typography) {
    reads("2–4", "2-4");
    reads("8–", "8-");
}

Test(pages, none_named_is_all_of_them) {
    reads("", "");
    reads("  ", "");
}

Test(pages, what_cannot_be_read_is_told_with_its_part) {
    refuses("1,två", "”två”");
    refuses("1,två", "1-3,5");
    refuses("0", "från 1 till 9999");
    refuses("10000", "från 1 till 9999");
    refuses("1,,2", "saknas en sida");
    refuses("1,", "saknas en sida");
    refuses("-", "bara ett streck");
    refuses("3-1", "kommer efter den sista");
    refuses("1-2-3", "från 1 till 9999");
    refuses("-1-", "från 1 till 9999");
    refuses("99999999999999999999", "från 1 till 9999");
    refuses("1;2", "från 1 till 9999");
}

Test(pages, are_known_one_by_one) {
    struct arena a = {0};
    struct print_pages p, all = {0};
    cr_assert_eq(print_pages_read(&a, S8("2-3,8-"), &p, NULL), ST_OK);
    cr_assert(!print_pages_has(&p, 1) && print_pages_has(&p, 2) && print_pages_has(&p, 3));
    cr_assert(!print_pages_has(&p, 4) && !print_pages_has(&p, 7) && print_pages_has(&p, 10000));
    cr_assert(print_pages_has(&all, 1));
    arena_free(&a);
}

Test(pages, beyond_the_last_are_told) {
    static const struct {
        const char *in;
        int pages, beyond; /* 0: all of them are there */
    } asked[] = {{"", 1, 0},   {"1-3", 3, 0}, {"1-3", 2, 3},
                 {"2-", 2, 0}, {"8-", 4, 8},  {"1,7", 4, 7}};
    struct arena a = {0};
    struct print_pages p;
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        struct error err = {0};
        cr_assert_eq(print_pages_read(&a, s8_from(asked[i].in), &p, NULL), ST_OK);
        enum status st = print_pages_check(&p, asked[i].pages, &err);
        cr_assert_eq(st, asked[i].beyond ? ST_NOT_FOUND : ST_OK, "%s", asked[i].in);
        struct str8 want = arena_printf(&a, "sidan %d finns inte", asked[i].beyond);
        cr_assert(st == ST_OK || strstr(err.text, want.p), "%s", err.text);
    }
    arena_free(&a);
}

Test(copies, are_1_to_99) {
    static const char *const not [] = {"0", "100", "-1", "två", "", "1,5"};
    struct error err = {0};
    int n;
    cr_assert_eq(print_copies_read(S8("1"), &n, &err), ST_OK);
    cr_assert_eq(print_copies_read(S8(" 99 "), &n, &err), ST_OK);
    cr_assert_eq(n, 99);
    for (size_t i = 0; i < sizeof not / sizeof *not ; i++)
        cr_assert_eq(print_copies_read(s8_from(not [i]), &n, &err), ST_INVALID, "%s", not [i]);
    cr_assert(strstr(err.text, "1 till 99, inte ”1,5”"), "%s", err.text);
}
