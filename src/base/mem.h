/* Memory that cannot be had ends the program.
 *
 * Linux grants memory it may not have, so a malloc that returns NULL is a limit (ulimit, cgroup)
 * already far overrun by a program of this size; there is nothing sensible to go on with. What the
 * user has seen on the screen is committed before it is drawn, so nothing shown is lost. This is
 * the one exception to "only main exits".
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* Like malloc, calloc and realloc, but never NULL. The caller frees with free(). */
void *mem_alloc(size_t n);
void *mem_zalloc(size_t n);
void *mem_realloc(void *p, size_t n);

/* Freed memory is kept for what comes next, rather than given back to the system and taken again
 * for every part of a document (a tenth of the time that a Word document takes). Once, by main. */
void mem_keep(void);

/* a * b, or the end of the program where that does not fit in a size_t. */
size_t mem_mul(size_t a, size_t b);

#endif
