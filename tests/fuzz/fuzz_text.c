/* Text at the edge: any bytes may come in; what is let through is valid, and letting it through
 * again changes nothing. */
#include <stdint.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/collate.h"
#include "base/conv.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds) {
    if (!holds)
        abort();
}

/* Any byte is a character in ISO-8859-1, and comes back as the same byte. */
static void through_latin1(struct str8 in) {
    struct buf utf8 = {0}, back = {0};
    size_t lost = 0;
    require(conv_to_utf8(in, "ISO-8859-1", &utf8, NULL) == ST_OK);
    require(utf8_valid(buf_str8_of(&utf8), NULL));
    require(conv_from_utf8(buf_str8_of(&utf8), "ISO-8859-1", &back, &lost, NULL) == ST_OK);
    require(lost == 0 && s8_eq(buf_str8_of(&back), in));
    buf_free(&utf8);
    buf_free(&back);
}

static void measured(struct arena *a, struct str8 s) {
    size_t fits = utf8_fit(s, 20);
    require(utf8_width(s8_sub(s, 0, fits)) <= 20);
    require(utf8_fit(s, s.n * 2) == s.n);
    utf8_line_breaks(s, arena_alloc(a, s.n + 1));
    require(utf8_valid(utf8_fold(a, s), NULL));
    require(utf8_valid(utf8_ascii(a, s), NULL));
    require(utf8_valid(utf8_upper_first(a, utf8_lower_first(a, s)), NULL));
    require(collate_sv(s, s) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena a = {0};
    struct str8 in = {(const char *)data, size}, once, twice;
    struct error err = {0};
    through_latin1(in);
    if (utf8_admit(&a, in, "texten", &once, &err) == ST_OK) {
        require(utf8_valid(once, NULL));
        require(utf8_admit(&a, once, "texten", &twice, NULL) == ST_OK && s8_eq(once, twice));
        measured(&a, once);
    } else {
        require(err.status == ST_INVALID && utf8_valid(s8_from(err.text), NULL));
    }
    arena_free(&a);
    return 0;
}
