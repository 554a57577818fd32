/* An arena: memory that is handed out piece by piece and freed all at once.
 *
 * One per command, per opened ärende, per drawn screen. What comes out of an arena is aligned for
 * any type, is never freed by itself and lives until arena_free.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>
#include "base/str8.h"

struct arena_block;
struct arena {
    struct arena_block *first; /* newest block; NULL while nothing has been handed out */
};

/* `struct arena a = {0};` is an empty arena. */
void *arena_alloc(struct arena *a, size_t n); /* n bytes, zeroed; never NULL */
void arena_free(struct arena *a);             /* frees all of it; `a` is then empty */

/* `n` elements of type T, zeroed. */
#define ARENA_NEW(a, T, n) ((T *)arena_alloc((a), mem_mul((n), sizeof(T))))

/* A copy of `s` with a NUL after it (not counted in n), so `.p` can go to a C interface when the
 * text itself holds no NUL. */
struct str8 arena_str8(struct arena *a, struct str8 s);

/* Formatted text as in printf, NUL-terminated. */
struct str8 arena_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Growing arrays: `p` is a T *, `n` its element count, `cap` its capacity (both size_t lvalues).
 * Makes room for one more and evaluates to a pointer to it, zeroed; `n` is counted up. */
#define ARENA_PUSH(a, p, n, cap) ((p) = arena_grow((a), (p), (n), &(cap), sizeof *(p)), &(p)[(n)++])
void *arena_grow(struct arena *a, void *p, size_t n, size_t *cap, size_t size);

#include "base/mem.h"

#endif
