/* What time it is, and dates as the field writes them. YTTRA_NU (an ISO date or date and time)
 * overrides the clock, for tests and for documents that must come out the same. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include "base/arena.h"
#include "base/status.h"

struct date {
    int year, month, day; /* Gregorian; month and day from 1 */
};

/* Now, in UTC, "2025-01-29T08:15:30Z", into the arena. */
struct str8 clock_now(struct arena *a);
/* A time in UTC as the clock on the wall: "2025-01-29 09:15", or with seconds. */
struct str8 clock_local(struct arena *a, struct str8 utc);
struct str8 clock_local_seconds(struct arena *a, struct str8 utc);
struct date clock_today(void); /* in the local time zone */

/* "2025-01-29" and nothing else, a day that exists (no 30 February), years 1900–2199. */
bool date_parse(struct str8 s, struct date *out);

/* As date_parse, with a Swedish error that says what is wrong: ”2025-02-30”: februari 2025 har 28
 * dagar. `what` names the field. Returns ST_OK or ST_INVALID. */
enum status date_check(struct str8 s, const char *what, struct date *out, struct error *err);

/* A day as people write it: also 20250129, 2025-1-29, 29/1 2025, 29/1-2025, 29.1.2025, 29 januari
 * 2025, den 29 januari 2025 and 29 jan 2025, with no-break spaces too. Day before month, as in
 * Swedish; the year has four digits and must be there. After a year the day has two: 2025-1-2 may
 * be on its way to 2025-1-29. For what a person types; what is stored or exchanged is ISO
 * (date_check). Errors as date_check. */
enum status date_read(struct str8 s, const char *what, struct date *out, struct error *err);

int date_days(struct date d);                          /* days since 1970-01-01, for differences */
int date_cmp(struct date a, struct date b);            /* <0, 0, >0 */
struct str8 date_iso(struct arena *a, struct date d);  /* 2025-01-29 */
struct str8 date_long(struct arena *a, struct date d); /* 29 januari 2025, with U+00A0 */

#endif
