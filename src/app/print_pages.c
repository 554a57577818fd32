/* Which pages, and how many copies. */
#include <limits.h>
#include <stdlib.h>

#include "app/print.h"

enum { PAGE_MAX = 9999 };

static enum status bad(struct str8 part, const char *why, struct error *err) {
    return error_set(err, ST_INVALID,
                     "sidorna ”%.*s” går inte att läsa: %s. Skriv till exempel 1-3,5 eller 8-.",
                     S8F(part), why);
}

/* A page number; `absent` where there is none. */
static bool read_page(struct str8 s, int absent, int *out) {
    s = s8_trim(s);
    *out = absent;
    return s.n == 0 || (s8_uint(s, out) && *out >= 1 && *out <= PAGE_MAX);
}

/* "3", "1-3", "-3", "8-". The dash may be one of typography. */
static enum status read_range(struct str8 part, struct print_range *out, struct error *err) {
    ptrdiff_t hyphen = s8_find(part, S8("-")), dash = s8_find(part, S8("–"));
    ptrdiff_t at = hyphen >= 0 ? hyphen : dash;
    struct str8 from = at < 0 ? part : s8_sub(part, 0, (size_t)at);
    struct str8 to = at < 0 ? part : s8_skip(part, (size_t)at + (hyphen >= 0 ? 1 : 3));
    if (s8_trim(from).n == 0 && s8_trim(to).n == 0)
        return bad(part,
                   at < 0 ? "mellan två kommatecken saknas en sida" : "det står bara ett streck",
                   err);
    if (!read_page(from, 1, &out->from) || !read_page(to, INT_MAX, &out->to))
        return bad(part, "det ska vara sidnummer från 1 till 9999", err);
    if (out->from > out->to)
        return bad(part, "den första sidan kommer efter den sista", err);
    return ST_OK;
}

static int by_page(const void *a, const void *b) {
    const struct print_range *x = a, *y = b;
    return (x->from > y->from) - (x->from < y->from);
}

/* Sorted; ranges that overlap or meet become one. */
static void normalise(struct print_pages *p) {
    size_t kept = 0;
    qsort(p->range, p->n, sizeof *p->range, by_page);
    for (size_t i = 1; i < p->n; i++) {
        struct print_range *last = &p->range[kept], *r = &p->range[i];
        if (last->to >= r->from - 1)
            last->to = r->to > last->to ? r->to : last->to;
        else
            p->range[++kept] = *r;
    }
    p->n = p->n ? kept + 1 : 0;
}

static struct str8 write_ranges(struct arena *a, const struct print_pages *p) {
    struct buf b = {0};
    for (size_t i = 0; i < p->n; i++) {
        struct print_range r = p->range[i];
        buf_printf(&b, "%s%d", i ? "," : "", r.from);
        if (r.to == INT_MAX)
            buf_byte(&b, '-');
        else if (r.to > r.from)
            buf_printf(&b, "-%d", r.to);
    }
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

enum status print_pages_read(struct arena *a, struct str8 in, struct print_pages *out,
                             struct error *err) {
    size_t cap = 0;
    enum status st = ST_OK;
    *out = (struct print_pages){0};
    struct str8 rest = s8_trim(in);
    if (rest.n == 0)
        return ST_OK;
    while (rest.p && st == ST_OK) {
        struct str8 part = s8_cut(&rest, ',');
        st = read_range(part, ARENA_PUSH(a, out->range, out->n, cap), err);
    }
    if (st != ST_OK)
        return st;
    normalise(out);
    out->text = write_ranges(a, out);
    return ST_OK;
}

bool print_pages_has(const struct print_pages *p, int page) {
    for (size_t i = 0; i < p->n; i++)
        if (p->range[i].from <= page && page <= p->range[i].to)
            return true;
    return p->n == 0;
}

enum status print_pages_check(const struct print_pages *p, int pages, struct error *err) {
    int last = 1;
    if (p->n) {
        const struct print_range *r = &p->range[p->n - 1];
        last = r->to == INT_MAX ? r->from : r->to;
    }
    if (last <= pages)
        return ST_OK;
    return error_set(err, ST_NOT_FOUND, "sidan %d finns inte: dokumentet har %d %s", last, pages,
                     pages == 1 ? "sida" : "sidor");
}

enum status print_copies_read(struct str8 in, int *out, struct error *err) {
    if (s8_uint(s8_trim(in), out) && *out >= 1 && *out <= PRINT_COPIES_MAX)
        return ST_OK;
    return error_set(err, ST_INVALID, "antalet exemplar ska vara 1 till %d, inte ”%.*s”",
                     PRINT_COPIES_MAX, S8F(in));
}
