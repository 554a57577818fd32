/* Text as pointer and length: UTF-8, NFC once it has passed the edge (base/utf8.h).
 *
 * A str8 owns nothing; it points into a literal, an arena or a buf and lives no longer than that.
 * `p` may be NULL when `n` is 0. The text need not end in a NUL.
 */
#ifndef BASE_STR8_H
#define BASE_STR8_H

#include <stdbool.h>
#include <stddef.h>

struct str8 {
    const char *p;
    size_t n; /* bytes */
};

#define S8(lit) ((struct str8){"" lit, sizeof(lit) - 1}) /* from a string literal */
/* The same as an initialiser, for constant tables. */
#define S8I(lit)                                                                                   \
    { "" lit, sizeof(lit) - 1 }
#define S8F(s) (int)(s).n, (s).p ? (s).p : "" /* for printf's %.*s */

struct str8 s8_from(const char *z); /* from a NUL-terminated string; NULL gives the empty text */
bool s8_eq(struct str8 a, struct str8 b);
bool s8_eqz(struct str8 a, const char *z);
int s8_cmp(struct str8 a, struct str8 b); /* byte order, as memcmp; not Swedish (base/collate.h) */
bool s8_starts(struct str8 s, struct str8 prefix);
bool s8_ends(struct str8 s, struct str8 suffix);

/* Where `needle` first stands in `s`, as a byte offset, or -1. */
ptrdiff_t s8_find(struct str8 s, struct str8 needle);

/* Bytes [from, to) of `s`; both are clamped to its length. */
struct str8 s8_sub(struct str8 s, size_t from, size_t to);
struct str8 s8_skip(struct str8 s, size_t n); /* without its first n bytes */

/* Without ASCII white space at both ends, or at the right end only. */
struct str8 s8_trim(struct str8 s);
struct str8 s8_trim_right(struct str8 s);

/* Takes text up to `sep` off the front of `*rest` and returns it; `*rest` then starts after the
 * separator, or has n == 0 and p == NULL when there was none. For loops:
 * `for (struct str8 rest = s, part; rest.p; ) { part = s8_cut(&rest, ','); … }` */
struct str8 s8_cut(struct str8 *rest, char sep);

/* Takes one line, without its end ("\n", "\r\n" or "\r"), off the front of `*rest`; false when
 * nothing is left. */
bool s8_line(struct str8 *rest, struct str8 *line);

/* A whole number in decimal digits, no sign; false for anything else or above INT_MAX. */
bool s8_uint(struct str8 s, int *out);

#endif
