#include "app/session.h"

#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/fileio.h"

enum { SILENT_MINUTES = 12 * 60 };

static struct str8 host(struct arena *a) {
    char name[256] = "";
    gethostname(name, sizeof name - 1);
    struct str8 s = arena_str8(a, s8_from(name));
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] <= ' ' || (unsigned char)s.p[i] >= 0x7F)
            return S8("?");
    return s.n ? s : S8("?");
}

static struct str8 first_line(struct arena *a, const char *path) {
    struct buf b = {0};
    struct str8 line = {0};
    if (file_read(path, &b, NULL) == ST_OK) {
        struct str8 rest = buf_str8_of(&b);
        s8_line(&rest, &line);
    }
    line = arena_str8(a, line);
    buf_free(&b);
    return line;
}

static struct str8 boot(struct arena *a) {
    struct str8 id = first_line(a, "/proc/sys/kernel/random/boot_id");
    return id.n ? id : S8("?");
}

/* Field 22 of /proc/PID/stat (proc(5)); empty when there is no such process. The second field is a
 * name in brackets that may hold anything. */
static struct str8 started(struct arena *a, struct str8 pid) {
    enum { AFTER_NAME = 19 };
    struct str8 stat = first_line(a, arena_printf(a, "/proc/%.*s/stat", S8F(pid)).p);
    size_t end = stat.n;
    while (end > 0 && stat.p[end - 1] != ')')
        end--;
    struct str8 rest = s8_skip(stat, end + 1), field = {0};
    for (int i = 0; i <= AFTER_NAME && rest.p; i++)
        field = s8_cut(&rest, ' ');
    return end ? field : (struct str8){0};
}

struct str8 session_name(struct arena *a) {
    struct str8 pid = arena_printf(a, "%ld", (long)getpid());
    return arena_printf(a, "%.*s %.*s %.*s %.*s", S8F(host(a)), S8F(boot(a)), S8F(pid),
                        S8F(started(a, pid)));
}

/* Minutes between two times in UTC, as ISO has them. */
static int minutes_between(struct str8 from, struct str8 to) {
    enum { HOUR = 60, DAY = 24 * HOUR };
    struct date a, b;
    int h[2] = {0}, m[2] = {0};
    if (!date_parse(s8_sub(from, 0, 10), &a) || !date_parse(s8_sub(to, 0, 10), &b))
        return 0;
    s8_uint(s8_sub(from, 11, 13), &h[0]);
    s8_uint(s8_sub(from, 14, 16), &m[0]);
    s8_uint(s8_sub(to, 11, 13), &h[1]);
    s8_uint(s8_sub(to, 14, 16), &m[1]);
    return (date_days(b) - date_days(a)) * DAY + (h[1] - h[0]) * HOUR + m[1] - m[0];
}

static bool known(struct str8 s) {
    return s.n && !s8_eqz(s, "?");
}

bool session_over(struct str8 name, struct str8 last) {
    struct arena a = {0};
    struct str8 rest = name;
    struct str8 h = s8_cut(&rest, ' '), b = s8_cut(&rest, ' ');
    struct str8 pid = s8_cut(&rest, ' '), start = rest, here = boot(&a);
    int number;
    bool over;
    if (!s8_eq(h, host(&a)) || !known(b) || !known(here) || !known(start) || !s8_uint(pid, &number))
        over = minutes_between(last, clock_now(&a)) > SILENT_MINUTES;
    else
        over = !s8_eq(b, here) || !s8_eq(start, started(&a, pid));
    arena_free(&a);
    return over;
}
