#include "base/clock.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <time.h>

static const char *const months[] = {"januari",   "februari", "mars",     "april",
                                     "maj",       "juni",     "juli",     "augusti",
                                     "september", "oktober",  "november", "december"};

static int days_in(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

/* The three numbers of "dddd-dd-dd", whether or not such a day exists. */
static bool split(struct str8 s, struct date *d) {
    return s.n == 10 && s.p[4] == '-' && s.p[7] == '-' && s8_uint(s8_sub(s, 0, 4), &d->year) &&
           s8_uint(s8_sub(s, 5, 7), &d->month) && s8_uint(s8_sub(s, 8, 10), &d->day);
}

static enum status no_date(struct str8 s, const char *what, struct error *err) {
    return error_set(err, ST_INVALID,
                     "%s: ”%.*s” är inget datum. Skriv år-månad-dag, till exempel 2025-01-29.",
                     what, S8F(s));
}

/* Is there such a day? */
static enum status check_day(struct date d, struct str8 s, const char *what, struct date *out,
                             struct error *err) {
    if (d.year < 1900 || d.year > 2199)
        return error_set(err, ST_INVALID, "%s: ”%.*s”: året ska ligga mellan 1900 och 2199", what,
                         S8F(s));
    if (d.month < 1 || d.month > 12)
        return error_set(err, ST_INVALID, "%s: ”%.*s”: månaden ska vara 01–12", what, S8F(s));
    if (d.day < 1 || d.day > days_in(d.year, d.month))
        return error_set(err, ST_INVALID, "%s: ”%.*s”: %s %d har %d dagar", what, S8F(s),
                         months[d.month - 1], d.year, days_in(d.year, d.month));
    *out = d;
    return ST_OK;
}

enum status date_check(struct str8 s, const char *what, struct date *out, struct error *err) {
    struct date d;
    return split(s, &d) ? check_day(d, s, what, out, err) : no_date(s, what, err);
}

/* "mars", "mar", "sept": a month by its name or at least three letters of it; 0 for none. */
static int month_of(struct str8 word) {
    struct arena tmp = {0};
    struct str8 name = utf8_fold(&tmp, word);
    int found = 0;
    for (int m = 0; m < 12 && !found; m++)
        if (name.n >= 3 && s8_starts(s8_from(months[m]), name))
            found = m + 1;
    arena_free(&tmp);
    return found;
}

/* What may stand between the parts of a day; pasted text has no-break spaces and dashes. */
static bool is_between(uint32_t c) {
    enum { NON_BREAKING_HYPHEN = 0x2011, EN_DASH = 0x2013 };
    return c == '-' || c == '/' || c == '.' || c == ',' || c == NON_BREAKING_HYPHEN ||
           c == EN_DASH || utf8_classify(c) == UTF8_SPACE;
}

/* Its parts, at most five, without what stands between them. */
enum { PARTS_MAX = 5 };
static size_t parts_of(struct str8 s, struct str8 part[PARTS_MAX]) {
    size_t n = 0, from = 0, len = 1;
    for (size_t i = 0; i <= s.n && n < PARTS_MAX; i += len) {
        if (i < s.n && !is_between(utf8_decode(s, i, &len)))
            continue;
        if (i > from)
            part[n++] = s8_sub(s, from, i);
        from = i + len;
    }
    return n;
}

/* Four digits, which no day and no month has. */
static bool is_year(struct str8 s, int *year) {
    return s.n == 4 && s8_uint(s, year);
}

static bool read_parts(struct str8 s, struct date *d) {
    struct str8 all[PARTS_MAX];
    if (s.n == 8 && s8_uint(s8_sub(s, 0, 4), &d->year) && s8_uint(s8_sub(s, 4, 6), &d->month) &&
        s8_uint(s8_sub(s, 6, 8), &d->day))
        return true;
    size_t n = parts_of(s, all), den = n && s8_eqz(all[0], "den");
    const struct str8 *part = all + den;
    if (n - den != 3)
        return false;
    bool year_first = is_year(part[0], &d->year);
    struct str8 day = part[year_first ? 2 : 0];
    if (year_first && day.n != 2) /* "2025-02-1" may be on its way to 13 February */
        return false;
    if ((!year_first && !is_year(part[2], &d->year)) || day.n > 2 || !s8_uint(day, &d->day))
        return false;
    d->month = month_of(part[1]);
    return d->month || (part[1].n <= 2 && s8_uint(part[1], &d->month));
}

enum status date_read(struct str8 s, const char *what, struct date *out, struct error *err) {
    struct date d;
    struct str8 plain = s8_trim(s);
    return read_parts(plain, &d) ? check_day(d, s, what, out, err) : no_date(s, what, err);
}

bool date_parse(struct str8 s, struct date *out) {
    return date_check(s, "", out, NULL) == ST_OK;
}

/* YTTRA_NU as a date and, if it has one, a time of day; false when unset or unreadable. */
static bool override(struct date *d, struct str8 *time_of_day) {
    struct str8 s = s8_from(getenv("YTTRA_NU"));
    if (!date_parse(s8_sub(s, 0, 10), d))
        return false;
    *time_of_day = s.n > 11 ? s8_skip(s, 11) : S8("12:00:00Z");
    return true;
}

struct str8 clock_now(struct arena *a) {
    struct date d;
    struct str8 t;
    if (override(&d, &t))
        return arena_printf(a, "%04d-%02d-%02dT%.*s", d.year, d.month, d.day, S8F(t));
    time_t now = time(NULL);
    struct tm tm;
    gmtime_r(&now, &tm);
    return arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02dZ", tm.tm_year + 1900, tm.tm_mon + 1,
                        tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

struct date clock_today(void) {
    struct date d;
    struct str8 t;
    if (override(&d, &t))
        return d;
    time_t now = time(NULL);
    struct tm tm;
    localtime_r(&now, &tm);
    return (struct date){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday};
}

int date_days(struct date d) {
    int days = 0;
    for (int y = 1970; y < d.year; y++)
        days += 337 + days_in(y, 2);
    for (int y = d.year; y < 1970; y++)
        days -= 337 + days_in(y, 2);
    for (int m = 1; m < d.month; m++)
        days += days_in(d.year, m);
    return days + d.day - 1;
}

int date_cmp(struct date a, struct date b) {
    return date_days(a) - date_days(b);
}

struct str8 date_iso(struct arena *a, struct date d) {
    return arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}

struct str8 date_long(struct arena *a, struct date d) {
    return arena_printf(a, "%d\u00A0%s\u00A0%d", d.day, months[d.month - 1], d.year);
}

static struct str8 local(struct arena *a, struct str8 utc, const char *format) {
    struct tm tm = {0}, there;
    char text[32] = "";
    struct str8 z = arena_str8(a, utc);
    if (!strptime(z.p, "%Y-%m-%dT%H:%M:%S", &tm))
        return utc;
    time_t t = timegm(&tm);
    if (localtime_r(&t, &there))
        strftime(text, sizeof text, format, &there);
    return arena_str8(a, s8_from(text));
}

struct str8 clock_local(struct arena *a, struct str8 utc) {
    return local(a, utc, "%Y-%m-%d %H:%M");
}

struct str8 clock_local_seconds(struct arena *a, struct str8 utc) {
    return local(a, utc, "%Y-%m-%d %H:%M:%S");
}
