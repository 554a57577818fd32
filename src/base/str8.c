#include "base/str8.h"

#include <limits.h>
#include <string.h>

struct str8 s8_from(const char *z) {
    return (struct str8){z, z ? strlen(z) : 0};
}

bool s8_eq(struct str8 a, struct str8 b) {
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool s8_eqz(struct str8 a, const char *z) {
    return s8_eq(a, s8_from(z));
}

int s8_cmp(struct str8 a, struct str8 b) {
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.p, b.p, n) : 0;
    return c ? c : (a.n > b.n) - (a.n < b.n);
}

bool s8_starts(struct str8 s, struct str8 prefix) {
    return s.n >= prefix.n && s8_eq(s8_sub(s, 0, prefix.n), prefix);
}

bool s8_ends(struct str8 s, struct str8 suffix) {
    return s.n >= suffix.n && s8_eq(s8_skip(s, s.n - suffix.n), suffix);
}

ptrdiff_t s8_find(struct str8 s, struct str8 needle) {
    if (needle.n == 0)
        return 0;
    const void *hit = s.n ? memmem(s.p, s.n, needle.p, needle.n) : NULL;
    return hit ? (const char *)hit - s.p : -1;
}

struct str8 s8_sub(struct str8 s, size_t from, size_t to) {
    if (to > s.n)
        to = s.n;
    if (from > to)
        from = to;
    return (struct str8){s.p ? s.p + from : NULL, to - from};
}

struct str8 s8_skip(struct str8 s, size_t n) {
    return s8_sub(s, n, s.n);
}

static bool space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str8 s8_trim_right(struct str8 s) {
    while (s.n && space(s.p[s.n - 1]))
        s.n--;
    return s;
}

struct str8 s8_trim(struct str8 s) {
    while (s.n && space(*s.p)) {
        s.p++;
        s.n--;
    }
    return s8_trim_right(s);
}

struct str8 s8_cut(struct str8 *rest, char sep) {
    struct str8 all = *rest;
    const char *hit = all.n ? memchr(all.p, sep, all.n) : NULL;
    if (!hit) {
        *rest = (struct str8){0};
        return all;
    }
    size_t at = (size_t)(hit - all.p);
    *rest = s8_skip(all, at + 1);
    return s8_sub(all, 0, at);
}

bool s8_line(struct str8 *rest, struct str8 *line) {
    if (rest->n == 0)
        return false;
    size_t i = 0;
    while (i < rest->n && rest->p[i] != '\n' && rest->p[i] != '\r')
        i++;
    *line = s8_sub(*rest, 0, i);
    if (i < rest->n)
        i += rest->p[i] == '\r' && i + 1 < rest->n && rest->p[i + 1] == '\n' ? 2 : 1;
    *rest = s8_skip(*rest, i);
    return true;
}

bool s8_uint(struct str8 s, int *out) {
    if (s.n == 0)
        return false;
    int v = 0;
    for (size_t i = 0; i < s.n; i++) {
        int digit = s.p[i] - '0';
        if (digit < 0 || digit > 9 || v > (INT_MAX - digit) / 10)
            return false;
        v = v * 10 + digit;
    }
    *out = v;
    return true;
}
