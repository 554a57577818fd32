#include "base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <malloc.h>
#include <stdlib.h>

static void *check(void *p) {
    if (p)
        return p;
    fputs("yttra: minnet räcker inte. Det som är sparat finns kvar i databasen.\n", stderr);
    exit(1);
}

void *mem_alloc(size_t n) {
    return check(malloc(n ? n : 1));
}

void *mem_zalloc(size_t n) {
    return check(calloc(1, n ? n : 1));
}

void *mem_realloc(void *p, size_t n) {
    return check(realloc(p, n ? n : 1));
}

size_t mem_mul(size_t a, size_t b) {
    if (b && a > SIZE_MAX / b)
        check(NULL);
    return a * b;
}

void mem_keep(void) {
    enum { KEPT = 4 * 1024 * 1024, STEP = 1024 * 1024 };
    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_TOP_PAD, STEP);
}
