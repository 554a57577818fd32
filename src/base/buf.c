#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static void reserve(struct buf *b, size_t more) {
    if (b->cap - b->n > more)
        return;
    size_t cap = b->cap ? b->cap : 64;
    while (cap - b->n <= more)
        cap = mem_mul(cap, 2);
    b->p = mem_realloc(b->p, cap);
    b->cap = cap;
}

void buf_free(struct buf *b) {
    free(b->p);
    *b = (struct buf){0};
}

void buf_clear(struct buf *b) {
    b->n = 0;
    if (b->p)
        b->p[0] = '\0';
}

void buf_bytes(struct buf *b, const void *p, size_t n) {
    reserve(b, n);
    if (n)
        memcpy(b->p + b->n, p, n);
    b->n += n;
    b->p[b->n] = '\0';
}

void buf_str8(struct buf *b, struct str8 s) {
    buf_bytes(b, s.p, s.n);
}

void buf_str(struct buf *b, const char *z) {
    buf_bytes(b, z, strlen(z));
}

void buf_repeat(struct buf *b, char c, size_t times) {
    reserve(b, times);
    memset(b->p + b->n, c, times);
    b->n += times;
    b->p[b->n] = '\0';
}

void buf_vprintf(struct buf *b, const char *fmt, va_list ap) {
    va_list again;
    va_copy(again, ap);
    reserve(b, 64); /* most fit, and need no second try */
    int n = vsnprintf(b->p + b->n, b->cap - b->n, fmt, ap);
    if (n > 0 && (size_t)n >= b->cap - b->n) {
        reserve(b, (size_t)n);
        vsnprintf(b->p + b->n, (size_t)n + 1, fmt, again);
    }
    b->n += n > 0 ? (size_t)n : 0;
    va_end(again);
}

void buf_printf(struct buf *b, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    buf_vprintf(b, fmt, ap);
    va_end(ap);
}

struct str8 buf_str8_of(const struct buf *b) {
    return (struct str8){b->p, b->n};
}

char *buf_detach(struct buf *b, size_t *n) {
    reserve(b, 0);
    b->p[b->n] = '\0';
    char *p = b->p;
    if (n)
        *n = b->n;
    *b = (struct buf){0};
    return p;
}
