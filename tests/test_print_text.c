/* Papers as text for printers: pages, line ends, character sets, numbers in the margin. */
#include "app/paper.h"
#include "app/print.h"
#include "tests/test_app.h"

static void fill(struct pair *p, const char *motive) {
    struct app_refs refs;
    struct app_field f[] = {{S8("ställning"), S8("tillstyrker")},
                            {S8("motivering"), s8_from(motive)}};
    bool changed;
    cr_assert_eq(app_refs(&p->a, &p->c[0], S8("4.1.1:1"), &refs, &p->err), ST_OK);
    cr_assert_eq(app_answer(&p->app[0], &p->a, &p->c[0], &refs, f, 2, &changed, &p->err), ST_OK,
                 "%s", p->err.text);
}

static enum status make(struct pair *p, const struct print_text *o, struct buf *out, size_t *lost) {
    buf_clear(out);
    return print_text(&p->app[0], &p->a, &p->c[0], S8("yttrande"), o, out, lost, &p->err);
}

static void made(struct pair *p, const struct print_text *o, struct buf *out, size_t *lost) {
    cr_assert_eq(make(p, o, out, lost), ST_OK, "%s", p->err.text);
}

static size_t count(const struct buf *b, const char *what) {
    size_t n = 0;
    struct str8 rest = buf_str8_of(b), w = s8_from(what);
    for (ptrdiff_t at; (at = s8_find(rest, w)) >= 0; n++)
        rest = s8_skip(rest, (size_t)at + w.n);
    return n;
}

#define HAS(b, part)                                                                               \
    cr_assert(count(&(b), (part)), "no ”%s” in %.*s", (part), S8F(buf_str8_of(&(b))))
#define HASNT(b, part)                                                                             \
    cr_assert(!count(&(b), (part)), "”%s” in %.*s", (part), S8F(buf_str8_of(&(b))))

Test(text, for_cups_is_what_skapa_makes) {
    struct pair p = two_open();
    struct print_text o = {.kind = PRINT_TEXT, .rader = 60};
    struct buf out = {0}, want = {0};
    size_t lost;
    fill(&p, "Skäl – ”hej” §.");
    made(&p, &o, &out, &lost);
    cr_assert_eq(paper_make(&p.app[0], &p.a, &p.c[0], S8("yttrande"), PAPER_TEXT, &want, &p.err),
                 ST_OK);
    /* No-break spaces have done their work. */
    struct buf plain = {0};
    struct str8 rest = buf_str8_of(&want);
    for (ptrdiff_t at; (at = s8_find(rest, S8("\u00A0"))) >= 0;) {
        buf_str8(&plain, s8_sub(rest, 0, (size_t)at));
        buf_byte(&plain, ' ');
        rest = s8_skip(rest, (size_t)at + 2);
    }
    buf_str8(&plain, rest);
    cr_assert(s8_eq(buf_str8_of(&out), buf_str8_of(&plain)), "%.*s", S8F(buf_str8_of(&out)));
    cr_assert_eq(lost, 0);
    buf_free(&out);
    buf_free(&want);
    buf_free(&plain);
    close_both(&p);
}

Test(text, for_a_line_printer_ends_lines_and_every_page) {
    struct pair p = two_open();
    struct print_text o = {.kind = PRINT_RAW, .rader = 20};
    struct print_text cups = {.kind = PRINT_TEXT, .rader = 20};
    struct buf out = {0};
    size_t lost;
    fill(&p, "a\n\nb\n\nc\n\nd\n\ne\n\nf");
    made(&p, &cups, &out, &lost);
    size_t breaks = count(&out, "\f");
    cr_assert_gt(breaks, 0);
    HASNT(out, "\r");
    made(&p, &o, &out, &lost);
    cr_assert_eq(count(&out, "\n"), count(&out, "\r\n"));
    cr_assert_eq(count(&out, "\r"), count(&out, "\r\n"));
    cr_assert_eq(count(&out, "\f"), breaks + 1);
    cr_assert_eq(count(&out, "\r\n\f"), breaks + 1, "a form feed stands at the start of a line");
    cr_assert(s8_ends(buf_str8_of(&out), S8("\r\n\f")));
    buf_free(&out);
    close_both(&p);
}

Test(text, comes_in_the_printers_own_set) {
    static const struct {
        const char *set, *want;
    } sets[] = {
        {"CP850", "\x8Fterg\x84rda, s\x84ger han - \"4 \xF5\" euro... *"},
        {"ISO-8859-1", "\xC5terg\xE4rda, s\xE4ger han - \"4 \xA7\" euro... *"},
        {"ISO-8859-15", "\xC5terg\xE4rda, s\xE4ger han - \"4 \xA7\" \xA4... *"},
        {"ASCII", "Atergarda, sager han - \"4 par.\" euro... *"},
        {"UTF-8", "Återgärda, säger han – ”4 §” €… •"},
    };
    struct pair p = two_open();
    struct buf out = {0};
    fill(&p, "Återgärda, säger han – ”4\u00A0§” €… •");
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        struct print_text o = {.kind = PRINT_RAW, .teckenkod = sets[i].set};
        size_t lost;
        made(&p, &o, &out, &lost);
        cr_assert(count(&out, sets[i].want), "%s: %.*s", sets[i].set, S8F(buf_str8_of(&out)));
        cr_assert_eq(lost, 0, "%s: %zu", sets[i].set, lost);
    }
    buf_free(&out);
    close_both(&p);
}

Test(text, characters_that_are_lost_are_counted) {
    struct pair p = two_open();
    struct print_text o = {.kind = PRINT_RAW, .teckenkod = "CP850"};
    struct buf out = {0};
    size_t lost;
    fill(&p, "Ord 日本 slut.");
    made(&p, &o, &out, &lost);
    cr_assert_eq(lost, 2);
    HAS(out, "Ord ?? slut.");
    buf_free(&out);
    close_both(&p);
}

Test(text, some_of_the_pages) {
    struct pair p = two_open();
    struct print_text o = {.kind = PRINT_RAW, .rader = 20};
    struct buf out = {0};
    size_t lost;
    fill(&p, "a\n\nb\n\nc\n\nd\n\ne\n\nf");
    cr_assert_eq(print_pages_read(&p.a, S8("2"), &o.sidor, NULL), ST_OK);
    made(&p, &o, &out, &lost);
    cr_assert_eq(count(&out, "\f"), 1);
    HAS(out, "2 (");
    cr_assert_eq(print_pages_read(&p.a, S8("1,40-"), &o.sidor, NULL), ST_OK);
    cr_assert_eq(make(&p, &o, &out, &lost), ST_NOT_FOUND);
    cr_assert(text_has(p.err.text, "sidan 40 finns inte: dokumentet har"), "%s", p.err.text);
    buf_free(&out);
    close_both(&p);
}

/* The numbers in the margin, and how wide the widest line is. */
static size_t numbered(struct str8 text, int numbers[], size_t *n) {
    size_t widest = 0, lines = 0;
    struct str8 line;
    *n = 0;
    while (s8_line(&text, &line)) {
        if (s8_starts(line, S8("\f")))
            lines = 0;
        line = s8_starts(line, S8("\f")) ? s8_skip(line, 1) : line;
        widest = line.n > widest ? line.n : widest;
        if (line.n == 0)
            continue;
        lines++;
        int number = 0;
        if (s8_uint(s8_trim(s8_sub(line, 0, 5)), &number))
            numbers[(*n)++] = number;
        else
            cr_assert(s8_starts(line, S8("     ")), "no margin: %.*s", S8F(line));
        cr_assert_eq(number, lines % 5 == 0 ? (int)lines : 0, "%.*s", S8F(line));
    }
    return widest;
}

Test(text, for_review_has_numbers_and_room_to_write) {
    struct pair p = two_open();
    struct print_text o = {
        .kind = PRINT_RAW, .teckenkod = "ASCII", .granskning = true, .rader = 40};
    struct buf out = {0};
    size_t lost, n;
    int numbers[1000];
    fill(&p, "Ett långt skäl som går över flera rader eftersom det är så många ord i det, och som "
             "därför visar hur breda raderna får vara när papperet ska granskas.");
    made(&p, &o, &out, &lost);
    size_t widest = numbered(buf_str8_of(&out), numbers, &n);
    cr_assert(widest > 55 && widest <= 65, "%zu", widest);
    cr_assert(n > 3 && numbers[0] == 5 && numbers[1] == 10);
    o.bredd = 50;
    made(&p, &o, &out, &lost);
    widest = numbered(buf_str8_of(&out), numbers, &n);
    cr_assert(widest > 40 && widest <= 50, "%zu", widest);
    buf_free(&out);
    close_both(&p);
}

Test(charset, must_be_one_that_printers_read) {
    static const char *const good[] = {"UTF-8",       "CP850", "CP437",  "ISO-8859-1",
                                       "ISO-8859-15", "ASCII", "CP1252", "SEN_850200_B"};
    static const char *const bad[] = {"UTF-16", "UTF-32", "ISO-2022-JP", "EBCDIC-FI-SE"};
    struct error err = {0};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        cr_assert_eq(print_charset_check(good[i], &err), ST_OK, "%s: %s", good[i], err.text);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_assert_eq(print_charset_check(bad[i], &err), ST_USAGE, "%s", bad[i]);
    cr_assert(text_has(err.text, "passar inte för skrivare"), "%s", err.text);
    cr_assert_eq(print_charset_check("påhittad", &err), ST_USAGE);
    cr_assert(text_has(err.text, "”påhittad” är okänd"), "%s", err.text);
}
