#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arena_block {
    struct arena_block *next;
    size_t used, size;
    max_align_t data[];
};

enum { BLOCK = 64 * 1024 };

static struct arena_block *block_new(size_t size) {
    struct arena_block *b = mem_alloc(sizeof *b + size);
    b->next = NULL;
    b->used = 0;
    b->size = size;
    return b;
}

void *arena_alloc(struct arena *a, size_t n) {
    const size_t align = sizeof(max_align_t);
    size_t want = (n + align - 1) / align * align;
    if (want < n)
        want = mem_mul((size_t)-1, 2);
    struct arena_block *b = a->first;
    if (!b || b->size - b->used < want) {
        b = block_new(want > BLOCK / 4 ? want : BLOCK);
        /* A large piece goes behind the current block, whose room is not wasted. */
        if (a->first && want > BLOCK / 4) {
            b->next = a->first->next;
            a->first->next = b;
        } else {
            b->next = a->first;
            a->first = b;
        }
    }
    void *p = (char *)b->data + b->used;
    b->used += want;
    return memset(p, 0, want);
}

void arena_free(struct arena *a) {
    for (struct arena_block *b = a->first, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    a->first = NULL;
}

struct str8 arena_str8(struct arena *a, struct str8 s) {
    char *p = arena_alloc(a, s.n + 1);
    if (s.n)
        memcpy(p, s.p, s.n);
    return (struct str8){p, s.n};
}

struct str8 arena_printf(struct arena *a, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    va_list again;
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    size_t len = n < 0 ? 0 : (size_t)n;
    char *p = arena_alloc(a, len + 1);
    vsnprintf(p, len + 1, fmt, again);
    va_end(again);
    return (struct str8){p, len};
}

void *arena_grow(struct arena *a, void *p, size_t n, size_t *cap, size_t size) {
    if (n < *cap)
        return p;
    size_t more = *cap ? mem_mul(*cap, 2) : 8;
    void *q = arena_alloc(a, mem_mul(more, size));
    if (n)
        memcpy(q, p, n * size);
    *cap = more;
    return q;
}
