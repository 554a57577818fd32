/* base: text by pointer and length, memory, errors, dates, identifiers, near words. */
#include <criterion/criterion.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/near.h"
#include "base/status.h"
#include "base/str8.h"
#include "base/utf8.h"
#include "base/uuid.h"

#define EQ(s, z)                                                                                   \
    do {                                                                                           \
        struct str8 got_ = (s);                                                                    \
        cr_assert(s8_eqz(got_, (z)), "want ”%s”, got ”%.*s”", (z), S8F(got_));                     \
    } while (0)

/* --- str8 --- */

Test(str8, empty_texts_are_equal) {
    struct str8 none = {0};
    cr_assert(s8_eq(none, S8("")));
    cr_assert(s8_eq(s8_from(NULL), s8_from("")));
    cr_assert(s8_eqz(none, NULL));
    cr_assert_not(s8_eq(none, S8("a")));
    cr_assert_null(s8_from(NULL).p);
}

Test(str8, equality_is_by_bytes) {
    cr_assert(s8_eq(S8("å\0ä"), S8("å\0ä")));
    cr_assert_not(s8_eq(S8("å\0ä"), S8("å\0ö")));
    cr_assert_not(s8_eqz(S8("a\0"), "a"));
}

Test(str8, cmp_orders_bytes_and_a_prefix_first) {
    cr_assert_lt(s8_cmp(S8("a"), S8("b")), 0);
    cr_assert_gt(s8_cmp(S8("ab"), S8("a")), 0);
    cr_assert_lt(s8_cmp(S8(""), S8("a")), 0);
    cr_assert_eq(s8_cmp((struct str8){0}, S8("")), 0);
    cr_assert_gt(s8_cmp(S8("\xC3"), S8("z")), 0, "bytes are unsigned");
}

Test(str8, starts_and_ends) {
    cr_assert(s8_starts(S8("avsnitt 4"), S8("avsnitt")));
    cr_assert(s8_starts(S8("a"), S8("")));
    cr_assert_not(s8_starts(S8("av"), S8("avsnitt")));
    cr_assert(s8_ends(S8("fil.md"), S8(".md")));
    cr_assert(s8_ends(S8(""), S8("")));
    cr_assert_not(s8_ends(S8("md"), S8(".md")));
    cr_assert_not(s8_ends(S8("fil.mdx"), S8(".md")));
}

Test(str8, find_gives_an_offset_or_minus_one) {
    cr_assert_eq(s8_find(S8("remissvar"), S8("svar")), 5);
    cr_assert_eq(s8_find(S8("aab"), S8("ab")), 1);
    cr_assert_eq(s8_find(S8("abc"), S8("")), 0);
    cr_assert_eq(s8_find((struct str8){0}, S8("")), 0);
    cr_assert_eq(s8_find((struct str8){0}, S8("a")), -1);
    cr_assert_eq(s8_find(S8("ab"), S8("abc")), -1);
    cr_assert_eq(s8_find(S8("a\0b"), S8("\0b")), 1);
}

Test(str8, sub_and_skip_are_clamped) {
    EQ(s8_sub(S8("abcdef"), 1, 3), "bc");
    EQ(s8_sub(S8("abc"), 1, 99), "bc");
    EQ(s8_sub(S8("abc"), 7, 9), "");
    EQ(s8_sub(S8("abc"), 2, 1), "");
    EQ(s8_skip(S8("abc"), 3), "");
    EQ(s8_skip(S8("abc"), 4), "");
    cr_assert_null(s8_skip((struct str8){0}, 1).p);
}

Test(str8, trim_takes_ascii_space_only) {
    EQ(s8_trim(S8(" \t\r\n\v\fa b\n ")), "a b");
    EQ(s8_trim_right(S8(" a \n")), " a");
    EQ(s8_trim(S8("  ")), "");
    EQ(s8_trim((struct str8){0}), "");
    EQ(s8_trim(S8("\u00A0a\u00A0")), "\u00A0a\u00A0");
}

Test(str8, cut_takes_parts_until_none_is_left) {
    struct str8 rest = S8("a,,b,");
    EQ(s8_cut(&rest, ','), "a");
    EQ(s8_cut(&rest, ','), "");
    EQ(s8_cut(&rest, ','), "b");
    cr_assert_not_null(rest.p, "an empty last part is left");
    EQ(s8_cut(&rest, ','), "");
    cr_assert_null(rest.p);
    EQ(s8_cut(&rest, ','), "");
}

Test(str8, lines_end_three_ways) {
    struct str8 rest = S8("ett\ntvå\r\ntre\r\rfyra"), line;
    const char *want[] = {"ett", "två", "tre", "", "fyra"};
    for (size_t i = 0; i < 5; i++) {
        cr_assert(s8_line(&rest, &line));
        EQ(line, want[i]);
    }
    cr_assert_not(s8_line(&rest, &line));
}

Test(str8, a_final_line_end_gives_no_empty_line) {
    struct str8 rest = S8("a\r\n"), line;
    cr_assert(s8_line(&rest, &line));
    cr_assert_not(s8_line(&rest, &line));
    rest = S8("a\r");
    cr_assert(s8_line(&rest, &line));
    cr_assert_not(s8_line(&rest, &line));
}

Test(str8, uint_is_digits_and_fits) {
    int v = -1;
    cr_assert(s8_uint(S8("0"), &v) && v == 0);
    cr_assert(s8_uint(S8("0042"), &v) && v == 42);
    cr_assert(s8_uint(S8("2147483647"), &v) && v == INT_MAX);
    cr_assert(s8_uint(S8("2147483640"), &v) && v == 2147483640);
    v = 7;
    const char *bad[] = {"", "-1", "+1", " 1", "1 ", "1a", "2147483648", "99999999999", "٣"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_assert_not(s8_uint(s8_from(bad[i]), &v), "”%s”", bad[i]);
    cr_assert_eq(v, 7, "a failure leaves the old value");
}

/* --- mem and arena --- */

Test(mem, nothing_is_still_a_pointer) {
    void *a = mem_alloc(0), *b = mem_zalloc(0), *c = mem_realloc(NULL, 0);
    cr_assert(a && b && c);
    free(a);
    free(b);
    free(c);
}

Test(mem, zalloc_is_zero_and_realloc_keeps) {
    char *p = mem_zalloc(100);
    for (int i = 0; i < 100; i++)
        cr_assert_eq(p[i], 0);
    memcpy(p, "abc", 4);
    p = mem_realloc(p, 100000);
    cr_assert_str_eq(p, "abc");
    free(p);
}

Test(mem, mul) {
    cr_assert_eq(mem_mul(0, SIZE_MAX), 0);
    cr_assert_eq(mem_mul(SIZE_MAX, 0), 0);
    cr_assert_eq(mem_mul(SIZE_MAX, 1), SIZE_MAX);
    cr_assert_eq(mem_mul(6, 7), 42);
}

Test(mem, a_product_too_large_ends_the_program, .exit_code = 1) {
    mem_mul(SIZE_MAX / 2, 3);
}

Test(arena, pieces_are_zeroed_aligned_and_apart) {
    struct arena a = {0};
    for (size_t n = 0; n < 3000; n += 7) {
        unsigned char *p = arena_alloc(&a, n);
        cr_assert_not_null(p);
        cr_assert_eq((uintptr_t)p % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < n; i++)
            cr_assert_eq(p[i], 0);
        memset(p, 0xA5, n);
    }
    arena_free(&a);
    cr_assert_null(a.first);
    arena_free(&a);
}

Test(arena, a_large_piece_leaves_the_small_ones_alone) {
    struct arena a = {0};
    char *small = arena_alloc(&a, 10);
    memcpy(small, "liten", 6);
    char *large = arena_alloc(&a, 5 * 1024 * 1024);
    memset(large, 'x', 5 * 1024 * 1024);
    char *next = arena_alloc(&a, 10);
    cr_assert_str_eq(small, "liten");
    cr_assert(next > small && next - small < 100, "the open block is used on");
    arena_free(&a);
}

Test(arena, a_first_piece_may_be_large) {
    struct arena a = {0};
    char *p = arena_alloc(&a, 1024 * 1024);
    p[1024 * 1024 - 1] = 1;
    cr_assert_not_null(arena_alloc(&a, 1));
    arena_free(&a);
}

Test(arena, a_size_that_overflows_ends_the_program, .exit_code = 1) {
    struct arena a = {0};
    arena_alloc(&a, SIZE_MAX);
}

Test(arena, new_takes_a_type_and_a_count) {
    struct arena a = {0};
    struct date *d = ARENA_NEW(&a, struct date, 3);
    cr_assert_eq(d[2].year, 0);
    arena_free(&a);
}

Test(arena, str8_copies_with_a_nul) {
    struct arena a = {0};
    char src[] = "åäö";
    struct str8 s = arena_str8(&a, s8_from(src));
    src[0] = 'x';
    EQ(s, "åäö");
    cr_assert_eq(s.p[s.n], '\0');
    s = arena_str8(&a, (struct str8){0});
    cr_assert(s.p && s.n == 0 && *s.p == '\0');
    arena_free(&a);
}

Test(arena, printf_of_any_length) {
    struct arena a = {0};
    EQ(arena_printf(&a, "%s %d", "avsnitt", 4), "avsnitt 4");
    EQ(arena_printf(&a, "%s", ""), "");
    struct str8 wide = arena_printf(&a, "%100000d", 7);
    cr_assert_eq(wide.n, 100000);
    cr_assert_eq(wide.p[99999], '7');
    arena_free(&a);
}

Test(arena, push_grows_and_keeps) {
    struct arena a = {0};
    int *v = NULL;
    size_t n = 0, cap = 0;
    for (int i = 0; i < 1000; i++) {
        int *place = ARENA_PUSH(&a, v, n, cap);
        cr_assert_eq(*place, 0);
        *place = i;
    }
    cr_assert_eq(n, 1000);
    cr_assert_geq(cap, n);
    for (int i = 0; i < 1000; i++)
        cr_assert_eq(v[i], i);
    arena_free(&a);
}

/* --- buf --- */

Test(buf, is_built_piece_by_piece) {
    struct buf b = {0};
    buf_str(&b, "a");
    buf_byte(&b, 'b');
    buf_str8(&b, S8("cd"));
    buf_bytes(&b, "e\0f", 3);
    buf_repeat(&b, '-', 3);
    buf_printf(&b, "%d%s", 7, "g");
    struct str8 got = buf_str8_of(&b);
    cr_assert(s8_eq(got, S8("abcde\0f---7g")));
    cr_assert_eq(b.p[b.n], '\0');
    buf_free(&b);
    cr_assert(!b.p && b.n == 0 && b.cap == 0);
}

Test(buf, empty_pieces_are_harmless) {
    struct buf b = {0};
    cr_assert_eq(buf_str8_of(&b).n, 0);
    buf_clear(&b);
    buf_str8(&b, (struct str8){0});
    buf_bytes(&b, NULL, 0);
    buf_repeat(&b, 'x', 0);
    buf_printf(&b, "%s", "");
    cr_assert_eq(b.n, 0);
    cr_assert_str_eq(b.p, "");
    buf_free(&b);
}

Test(buf, grows_over_every_boundary) {
    struct buf b = {0};
    for (size_t i = 0; i < 10000; i++) {
        buf_byte(&b, (char)('a' + i % 26));
        cr_assert_lt(b.n, b.cap);
        cr_assert_eq(b.p[b.n], '\0');
    }
    for (size_t i = 0; i < 10000; i++)
        cr_assert_eq(b.p[i], 'a' + (char)(i % 26));
    buf_repeat(&b, 'z', 100000);
    cr_assert_eq(b.n, 110000);
    buf_free(&b);
}

Test(buf, clear_keeps_the_memory) {
    struct buf b = {0};
    buf_str(&b, "text");
    char *p = b.p;
    buf_clear(&b);
    cr_assert_str_eq(b.p, "");
    buf_str(&b, "ny");
    cr_assert_eq(b.p, p);
    buf_free(&b);
}

Test(buf, detach_hands_over) {
    struct buf b = {0};
    buf_str(&b, "abc");
    size_t n = 0;
    char *p = buf_detach(&b, &n);
    cr_assert_str_eq(p, "abc");
    cr_assert_eq(n, 3);
    cr_assert_null(b.p);
    free(p);
    p = buf_detach(&b, NULL);
    cr_assert_str_eq(p, "", "never NULL, even of nothing");
    free(p);
}

/* --- status --- */

Test(status, set_keeps_text_and_status) {
    struct error e = {0};
    cr_assert_eq(error_set(&e, ST_NOT_FOUND, "ärende %d finns inte", 7), ST_NOT_FOUND);
    cr_assert_eq(e.status, ST_NOT_FOUND);
    cr_assert_str_eq(e.text, "ärende 7 finns inte");
    error_set(&e, ST_IO, "nytt");
    cr_assert_str_eq(e.text, "nytt");
}

Test(status, nobody_needs_to_listen) {
    cr_assert_eq(error_set(NULL, ST_FULL, "%s", "x"), ST_FULL);
    cr_assert_neq(error_prefix(NULL, "x"), ST_OK);
}

Test(status, prefix_stands_before) {
    struct error e = {0};
    error_set(&e, ST_INVALID, "inget datum");
    cr_assert_eq(error_prefix(&e, "ärende %d", 3), ST_INVALID);
    cr_assert_str_eq(e.text, "ärende 3: inget datum");
}

/* Text that does not fit is cut, wherever the cut falls, between characters. */
Test(status, long_texts_are_cut_between_characters) {
    struct error e = {0};
    const char *const letters[] = {"a", "å", "–", "😀"};
    for (size_t k = 0; k < 4; k++) {
        struct buf b = {0};
        for (int i = 0; i < 1100; i++)
            buf_str(&b, letters[k]);
        for (size_t shift = 0; shift < 4; shift++) {
            error_set(&e, ST_INVALID, "%.*s%s", (int)shift, "xxxx", b.p);
            cr_assert(utf8_valid(s8_from(e.text), NULL));
            cr_assert_gt(strlen(e.text), sizeof e.text - 5);
            error_prefix(&e, "%.*s", (int)shift, "yyyy");
            cr_assert(utf8_valid(s8_from(e.text), NULL));
            cr_assert_lt(strlen(e.text), sizeof e.text);
            error_prefix(&e, "%s", b.p);
            cr_assert(utf8_valid(s8_from(e.text), NULL), "a prefix that fills it all");
        }
        buf_free(&b);
    }
}

Test(status, a_prefix_that_just_fits_leaves_room_for_half_a_separator) {
    for (size_t n = sizeof(((struct error *)0)->text) - 4; n < 1026; n++) {
        struct error e = {0};
        struct buf b = {0};
        error_set(&e, ST_IO, "rest");
        buf_repeat(&b, 'p', n);
        cr_assert_eq(error_prefix(&e, "%s", b.p), ST_IO);
        cr_assert_lt(strlen(e.text), sizeof e.text);
        buf_free(&b);
    }
}

/* --- clock --- */

Test(date, parse_takes_iso_and_days_that_exist) {
    struct date d = {0};
    cr_assert(date_parse(S8("2025-01-29"), &d));
    cr_assert(d.year == 2025 && d.month == 1 && d.day == 29);
    const char *good[] = {"2024-02-29", "2000-02-29", "1900-01-01", "2199-12-31"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        cr_assert(date_parse(s8_from(good[i]), &d), "%s", good[i]);
    d.year = 1;
    const char *bad[] = {"",           "2025",       "2025-1-29",   "2025-01-29 ", "2025/01/29",
                         "20250129",   "2025-00-10", "2025-13-10",  "2025-04-31",  "2025-02-29",
                         "1900-02-29", "1899-12-31", "2200-01-01",  "2025-01-00",  "2025-01-32",
                         "-025-01-01", "2025-+1-01", "2025-01-29T", "åååå-åå-åå"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_assert_not(date_parse(s8_from(bad[i]), &d), "%s", bad[i]);
    cr_assert_eq(d.year, 1, "a failure leaves the old value");
}

Test(date, check_says_what_is_wrong) {
    struct date d;
    struct error e = {0};
    cr_assert_eq(date_check(S8("2025-02-30"), "svarstid", &d, &e), ST_INVALID);
    cr_assert_str_eq(e.text, "svarstid: ”2025-02-30”: februari 2025 har 28 dagar");
    date_check(S8("2024-02-30"), "svarstid", &d, &e);
    cr_assert_str_eq(e.text, "svarstid: ”2024-02-30”: februari 2024 har 29 dagar");
    date_check(S8("i morgon"), "svarstid", &d, &e);
    cr_assert(strstr(e.text, "2025-01-29"), "an example is given: %s", e.text);
    date_check(S8("2025-13-01"), "svarstid", &d, &e);
    cr_assert(strstr(e.text, "månaden"));
    date_check(S8("1066-01-01"), "svarstid", &d, &e);
    cr_assert(strstr(e.text, "1900"));
    cr_assert_eq(date_check(S8("2025-03-31"), "svarstid", &d, &e), ST_OK);
}

Test(date, days_count_over_leap_years) {
    cr_assert_eq(date_days((struct date){1970, 1, 1}), 0);
    cr_assert_eq(date_days((struct date){1969, 12, 31}), -1);
    cr_assert_eq(date_days((struct date){1900, 1, 1}), -25567);
    cr_assert_eq(date_days((struct date){2000, 3, 1}), 11017);
    cr_assert_eq(date_days((struct date){2025, 1, 29}), 20117);
    struct date feb = {2024, 2, 28}, mar = {2024, 3, 1};
    cr_assert_eq(date_days(mar) - date_days(feb), 2);
    cr_assert_lt(date_cmp(feb, mar), 0);
    cr_assert_gt(date_cmp(mar, feb), 0);
    cr_assert_eq(date_cmp(mar, mar), 0);
}

Test(date, every_day_of_two_centuries_follows_the_one_before) {
    struct arena a = {0};
    int days = date_days((struct date){1900, 1, 1});
    for (int y = 1900; y <= 2199; y++)
        for (int m = 1; m <= 12; m++)
            for (int d = 1; d <= 31; d++) {
                struct date got;
                if (date_parse(date_iso(&a, (struct date){y, m, d}), &got))
                    cr_assert_eq(date_days(got), days++);
            }
    cr_assert_eq(days, 84006, "2200-01-01");
    arena_free(&a);
}

Test(date, is_written_two_ways) {
    struct arena a = {0};
    struct date d = {2025, 1, 9};
    EQ(date_iso(&a, d), "2025-01-09");
    EQ(date_long(&a, d), "9\u00A0januari\u00A02025");
    EQ(date_long(&a, (struct date){2025, 12, 31}), "31\u00A0december\u00A02025");
    arena_free(&a);
}

Test(clock, can_be_set) {
    struct arena a = {0};
    setenv("YTTRA_NU", "2025-01-29T08:15:30Z", 1);
    EQ(clock_now(&a), "2025-01-29T08:15:30Z");
    EQ(date_iso(&a, clock_today()), "2025-01-29");
    setenv("YTTRA_NU", "2025-01-29", 1);
    EQ(clock_now(&a), "2025-01-29T12:00:00Z");
    arena_free(&a);
}

Test(clock, a_time_is_shown_as_on_the_wall) {
    struct arena a = {0};
    EQ(clock_local(&a, S8("2025-01-29T08:15:30Z")), "2025-01-29 09:15");
    EQ(clock_local_seconds(&a, S8("2025-01-29T08:15:30Z")), "2025-01-29 09:15:30");
    EQ(clock_local_seconds(&a, S8("2025-07-01T22:00:05.123Z")), "2025-07-02 00:00:05");
    EQ(clock_local(&a, S8("i går")), "i går");
    arena_free(&a);
}

Test(clock, a_setting_that_is_no_date_is_passed_over) {
    struct arena a = {0};
    setenv("YTTRA_NU", "nyss", 1);
    struct str8 now = clock_now(&a);
    struct date d;
    cr_assert_eq(now.n, 20);
    cr_assert(date_parse(s8_sub(now, 0, 10), &d));
    cr_assert_gt(date_days(clock_today()), 20000);
    cr_assert_leq(abs(date_days(clock_today()) - date_days(d)), 1);
    arena_free(&a);
}

/* --- uuid --- */

Test(uuid, new_ones_are_valid_version_four_and_unlike) {
    struct arena a = {0};
    struct str8 x, y;
    cr_assert_eq(uuid_new(&a, &x, NULL), ST_OK);
    cr_assert_eq(uuid_new(&a, &y, NULL), ST_OK);
    cr_assert(uuid_valid(x) && uuid_valid(y));
    cr_assert_not(s8_eq(x, y));
    cr_assert_eq(x.p[14], '4');
    cr_assert_not_null(strchr("89ab", x.p[19]));
    arena_free(&a);
}

Test(uuid, valid) {
    cr_assert(uuid_valid(S8("00000000-0000-4000-8000-000000000000")));
    const char *bad[] = {"",
                         "00000000-0000-4000-8000-00000000000",
                         "00000000-0000-4000-8000-0000000000000",
                         "00000000-0000-4000-8000-00000000000G",
                         "00000000-0000-4000-8000-00000000000A",
                         "00000000x0000-4000-8000-000000000000",
                         "000000000-000-4000-8000-000000000000"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_assert_not(uuid_valid(s8_from(bad[i])), "%s", bad[i]);
}

/* --- near --- */

static int near(const char *word) {
    static const struct str8 known[] = {{"nytt", 4},  {"lista", 5},     {"granska", 7},
                                        {"svara", 5}, {"sök", 4},       {"betänkande", 11},
                                        {"visa", 4},  {"exportera", 9}, {"importera", 9}};
    return near_find(s8_from(word), known, sizeof known / sizeof *known);
}

Test(near, finds_the_slip_of_a_key) {
    cr_assert_eq(near("nyt"), 0);
    cr_assert_eq(near("lsita"), 1);
    cr_assert_eq(near("GRANSKA"), 2);
    cr_assert_eq(near("sok"), 4, "å ä ö may be left out");
    cr_assert_eq(near("betankande"), 5);
    cr_assert_eq(near("exporetra"), 7);
}

Test(near, an_exact_word_wins) {
    cr_assert_eq(near("visa"), 6);
    cr_assert_eq(near("importera"), 8);
}

Test(near, what_is_far_from_all_has_none) {
    cr_assert_eq(near("skrivbord"), -1);
    cr_assert_eq(near(""), -1);
    cr_assert_eq(near("man"), -1, "half of a short word is too much");
    cr_assert_eq(near("svxr"), -1);
    cr_assert_eq(near("svar"), 3);
    cr_assert_eq(near("–"), -1, "nothing is left of it in ASCII");
    cr_assert_eq(near_find(S8("nytt"), NULL, 0), -1);
}

Test(near, long_words_have_no_neighbour) {
    char word[66];
    memset(word, 'a', sizeof word);
    struct str8 same = {word, 65}, fits = {word, 64};
    cr_assert_eq(near_find(same, &same, 1), -1);
    cr_assert_eq(near_find(fits, &fits, 1), 0);
    cr_assert_eq(near_find(fits, &same, 1), -1);
}
