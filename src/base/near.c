#include "base/near.h"

#include "base/buf.h"
#include "base/utf8.h"

enum { LONGEST = 64 };

static size_t min3(size_t a, size_t b, size_t c) {
    size_t m = a < b ? a : b;
    return m < c ? m : c;
}

static size_t distance(struct str8 a, struct str8 b) {
    size_t row[LONGEST + 1];
    for (size_t j = 0; j <= b.n; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.n; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.n; j++) {
            size_t above = row[j];
            row[j] = min3(above + 1, row[j - 1] + 1, diagonal + (a.p[i - 1] != b.p[j - 1]));
            diagonal = above;
        }
    }
    return row[b.n];
}

int near_find(struct str8 word, const struct str8 *candidates, size_t n) {
    struct arena tmp = {0};
    struct str8 w = utf8_ascii(&tmp, word);
    int best = -1;
    size_t limit = w.n / 3 > 2 ? w.n / 3 : 2;
    for (size_t i = 0; w.n && w.n <= LONGEST && i < n; i++) {
        struct str8 c = utf8_ascii(&tmp, candidates[i]);
        size_t d = c.n <= LONGEST ? distance(w, c) : LONGEST;
        if (2 * d < w.n && d <= limit && (best < 0 || d < limit)) {
            best = (int)i;
            limit = d;
        }
    }
    arena_free(&tmp);
    return best;
}

enum status near_error(struct error *err, enum status s, struct str8 word,
                       const struct str8 *candidates, size_t n, const char *label, const char *what,
                       ...) {
    struct buf b = {0};
    va_list ap;
    va_start(ap, what);
    buf_vprintf(&b, what, ap);
    va_end(ap);
    buf_byte(&b, '.');
    int hit = near_find(word, candidates, n);
    if (hit >= 0)
        buf_printf(&b, " Menade du ”%.*s”?", S8F(candidates[hit]));
    else if (label && n) {
        buf_printf(&b, " %s: ", label);
        for (size_t i = 0; i < n; i++)
            buf_printf(&b, "%s%.*s", i ? ", " : "", S8F(candidates[i]));
        buf_byte(&b, '.');
    }
    error_set(err, s, "%s", b.p);
    buf_free(&b);
    return s;
}
