#include "base/installed.h"

#include <limits.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/fileio.h"

struct str8 installed_beside(struct arena *a, const char *name) {
    char self[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self);
    while (n > 0 && self[n - 1] != '/')
        n--;
    return arena_printf(a, "%.*s%s", (int)(n > 0 ? n : 0), self, name);
}

/* The next name of a path, without the slashes before it; empty at its end. */
static struct str8 next_name(struct str8 *path) {
    struct str8 name = {0};
    while (path->n && name.n == 0)
        name = s8_cut(path, '/');
    return name;
}

struct str8 installed_way(struct arena *a, struct str8 from, struct str8 to) {
    struct str8 rest = to, name = next_name(&from), other = next_name(&to);
    while (name.n && s8_eq(name, other)) {
        rest = to;
        name = next_name(&from);
        other = next_name(&to);
    }
    struct buf b = {0};
    for (; name.n; name = next_name(&from))
        buf_str(&b, "../");
    while ((name = next_name(&rest)).n)
        buf_printf(&b, "%.*s/", S8F(name));
    struct str8 way = arena_str8(a, s8_sub(buf_str8_of(&b), 0, b.n ? b.n - 1 : 0));
    buf_free(&b);
    return way;
}

struct str8 installed_near(struct arena *a, const char *configured) {
    return installed_beside(a, installed_way(a, S8(YTTRA_BINDIR), s8_from(configured)).p);
}

struct str8 installed_path(struct arena *a, const char *configured) {
    if (file_exists(configured))
        return s8_from(configured);
    struct str8 near = installed_near(a, configured);
    return file_exists(near.p) ? near : s8_from(configured);
}
