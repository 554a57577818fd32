/* A growing byte buffer, for text that is built piece by piece. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>
#include "base/str8.h"

struct buf {
    char *p;       /* NUL-terminated once anything has been put; NULL before */
    size_t n, cap; /* bytes used (NUL not counted), bytes allocated */
};

/* `struct buf b = {0};` is an empty buffer. */
void buf_free(struct buf *b);
void buf_clear(struct buf *b); /* empty, memory kept */
void buf_bytes(struct buf *b, const void *p, size_t n);
static inline void buf_byte(struct buf *b, char c) {
    if (!b->p || b->cap - b->n < 2) {
        buf_bytes(b, &c, 1);
        return;
    }
    b->p[b->n++] = c;
    b->p[b->n] = '\0';
}
void buf_str8(struct buf *b, struct str8 s);
void buf_str(struct buf *b, const char *z);
void buf_repeat(struct buf *b, char c, size_t times);
void buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *b, const char *fmt, va_list ap);

/* What has been put so far; good until the next put or free. */
struct str8 buf_str8_of(const struct buf *b);

/* Hands the bytes to the caller, who frees them with free(); the buffer is then empty. Never
 * NULL. `n`, when not NULL, gets the length. */
char *buf_detach(struct buf *b, size_t *n);

#endif
