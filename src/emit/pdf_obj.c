#include "emit/pdf.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include "base/utf8.h"

enum { PACKED_MAX = 200 }; /* objects in an object stream: small enough to read one quickly */

/* --- Compression ------------------------------------------------------------------------------ */

struct pdf_deflate {
    z_stream z;
    unsigned char *bytes; /* of the last one */
    size_t cap;
};

static void *zip_alloc(void *nothing, unsigned n, unsigned size) {
    (void)nothing;
    return mem_alloc(mem_mul(n, size));
}

static void zip_free(void *nothing, void *p) {
    (void)nothing;
    free(p);
}

enum { LEVEL = 5 }; /* 3 % more bytes than zlib's usual 6, in 4 % less time for all of the paper */

/* zlib can fail for want of memory only, which mem_alloc has seen to. */
static struct pdf_deflate *deflate_new(struct arena *a) {
    struct pdf_deflate *d = ARENA_NEW(a, struct pdf_deflate, 1);
    d->z.zalloc = zip_alloc;
    d->z.zfree = zip_free;
    int ok = deflateInit(&d->z, LEVEL);
    assert(ok == Z_OK);
    (void)ok;
    return d;
}

static struct str8 deflated(struct pdf_deflate *d, struct str8 bytes) {
    deflateReset(&d->z);
    size_t most = deflateBound(&d->z, bytes.n);
    if (most > d->cap) {
        free(d->bytes);
        d->bytes = mem_alloc(most);
        d->cap = most;
    }
    d->z.next_in = (unsigned char *)(uintptr_t)bytes.p;
    d->z.avail_in = (unsigned)bytes.n;
    d->z.next_out = d->bytes;
    d->z.avail_out = (unsigned)most;
    int done = deflate(&d->z, Z_FINISH);
    assert(done == Z_STREAM_END);
    (void)done;
    return (struct str8){(char *)d->bytes, d->z.total_out};
}

/* --- Objects ---------------------------------------------------------------------------------- */

void pdf_file_begin(struct pdf_file *f, struct arena *a, bool plain) {
    *f = (struct pdf_file){.a = a, .plain = plain, .deflate = deflate_new(a)};
    (void)ARENA_PUSH(a, f->place, f->n, f->cap);
    buf_str(&f->out, plain ? "%PDF-1.4\n" : "%PDF-1.7\n");
    buf_str(&f->out, "%\xE2\xE3\xCF\xD3\n"); /* "this is no text", to who carries it (7.5.2) */
}

void pdf_file_free(struct pdf_file *f) {
    deflateEnd(&f->deflate->z);
    free(f->deflate->bytes);
    buf_free(&f->out);
    buf_free(&f->packed);
    buf_free(&f->packed_index);
}

int pdf_new(struct pdf_file *f) {
    (void)ARENA_PUSH(f->a, f->place, f->n, f->cap);
    return (int)f->n - 1;
}

static void begin_here(struct pdf_file *f, int number) {
    f->place[number] = (struct pdf_place){.at = (uint32_t)f->out.n};
    buf_printf(&f->out, "%d 0 obj\n", number);
}

struct buf *pdf_open(struct pdf_file *f, int number) {
    if (f->plain) {
        begin_here(f, number);
        return &f->out;
    }
    if (!f->packed_in)
        f->packed_in = pdf_new(f);
    f->place[number] = (struct pdf_place){.at = f->n_packed++, .in = (uint32_t)f->packed_in};
    buf_printf(&f->packed_index, "%d %zu ", number, f->packed.n);
    return &f->packed;
}

static void flush_packed(struct pdf_file *f) {
    if (!f->packed_in)
        return;
    char entries[80];
    snprintf(entries, sizeof entries, "/Type/ObjStm/N %u/First %zu", f->n_packed,
             f->packed_index.n);
    buf_str8(&f->packed_index, buf_str8_of(&f->packed));
    pdf_stream(f, f->packed_in, entries, buf_str8_of(&f->packed_index));
    buf_clear(&f->packed);
    buf_clear(&f->packed_index);
    f->n_packed = 0;
    f->packed_in = 0;
}

void pdf_close(struct pdf_file *f) {
    if (f->plain) {
        buf_str(&f->out, "\nendobj\n");
        return;
    }
    buf_byte(&f->packed, '\n');
    if (f->n_packed == PACKED_MAX)
        flush_packed(f);
}

static void put_stream(struct pdf_file *f, int number, const char *entries, const char *filter,
                       struct str8 bytes) {
    begin_here(f, number);
    buf_printf(&f->out, "<<%s%s/Length %zu>>\nstream\n", entries, filter, bytes.n);
    buf_str8(&f->out, bytes);
    buf_str(&f->out, "\nendstream\nendobj\n");
}

void pdf_stream(struct pdf_file *f, int number, const char *entries, struct str8 bytes) {
    put_stream(f, number, entries, "/Filter/FlateDecode", deflated(f->deflate, bytes));
}

void pdf_stream_plain(struct pdf_file *f, int number, const char *entries, struct str8 bytes) {
    put_stream(f, number, entries, "", bytes);
}

/* --- The end ---------------------------------------------------------------------------------- */

static void put_trailer_entries(const struct pdf_file *f, struct buf *b, int catalog, int info,
                                struct str8 written) {
    uint64_t one = pdf_hash(written, 0), two = pdf_hash(written, 1);
    buf_printf(b, "/Size %zu/Root %d 0 R/Info %d 0 R/ID[", f->n, catalog, info);
    for (int i = 0; i < 2; i++)
        buf_printf(b, "<%016" PRIx64 "%016" PRIx64 ">", one, two);
    buf_byte(b, ']');
}

static void put_table(struct pdf_file *f, int catalog, int info) {
    struct str8 written = buf_str8_of(&f->out);
    struct buf trailer = {0};
    put_trailer_entries(f, &trailer, catalog, info, written);
    buf_printf(&f->out, "xref\n0 %zu\n0000000000 65535 f \n", f->n);
    for (size_t i = 1; i < f->n; i++)
        buf_printf(&f->out, "%010u 00000 n \n", f->place[i].at);
    buf_printf(&f->out, "trailer\n<<%.*s>>\nstartxref\n%zu\n%%%%EOF\n", S8F(buf_str8_of(&trailer)),
               written.n);
    buf_free(&trailer);
}

/* 7.5.8: one byte of kind, four of place, two of place in the object stream. */
static void put_reference(struct buf *b, const struct pdf_place *place, bool unused) {
    uint32_t first = place->in ? place->in : place->at, second = place->in ? place->at : 0;
    char bytes[7] = {(char)(unused      ? 0
                            : place->in ? 2
                                        : 1),
                     (char)(first >> 24),
                     (char)(first >> 16),
                     (char)(first >> 8),
                     (char)first,
                     (char)(second >> 8),
                     (char)second};
    buf_bytes(b, bytes, sizeof bytes);
}

static void put_reference_stream(struct pdf_file *f, int catalog, int info) {
    flush_packed(f);
    int number = pdf_new(f);
    size_t start = f->out.n;
    f->place[number].at = (uint32_t)start;
    struct buf entries = {0}, table = {0};
    buf_str(&entries, "/Type/XRef/W[1 4 2]");
    put_trailer_entries(f, &entries, catalog, info, buf_str8_of(&f->out));
    for (size_t i = 0; i < f->n; i++)
        put_reference(&table, &f->place[i], i == 0);
    pdf_stream(f, number, entries.p, buf_str8_of(&table));
    buf_printf(&f->out, "startxref\n%zu\n%%%%EOF\n", start);
    buf_free(&entries);
    buf_free(&table);
}

void pdf_file_end(struct pdf_file *f, int catalog, int info) {
    if (f->plain)
        put_table(f, catalog, info);
    else
        put_reference_stream(f, catalog, info);
}

/* --- Strings and numbers ---------------------------------------------------------------------- */

static bool is_plain(struct str8 s) {
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] < ' ' || s.p[i] > '~')
            return false;
    return true;
}

struct str8 pdf_clip(struct str8 s) {
    size_t n = s.n < PDF_STRING_MAX ? s.n : PDF_STRING_MAX;
    while (n < s.n && n > 0 && ((unsigned char)s.p[n] & 0xC0) == 0x80)
        n--;
    return s8_sub(s, 0, n);
}

static void put_literal(struct buf *b, struct str8 s) {
    buf_byte(b, '(');
    for (size_t i = 0; i < s.n; i++) {
        if (strchr("()\\", s.p[i]))
            buf_byte(b, '\\');
        buf_byte(b, s.p[i]);
    }
    buf_byte(b, ')');
}

void pdf_text(struct buf *b, struct str8 s) {
    s = pdf_clip(s);
    if (is_plain(s)) {
        put_literal(b, s);
        return;
    }
    buf_str(b, "<FEFF");
    for (size_t i = 0, len; i < s.n; i += len) {
        uint32_t c = utf8_decode(s, i, &len);
        if (c > 0xFFFF)
            buf_printf(b, "%04X%04X", 0xD800 + ((c - 0x10000) >> 10), 0xDC00 + (c & 0x3FF));
        else
            buf_printf(b, "%04X", c);
    }
    buf_byte(b, '>');
}

void pdf_uri(struct buf *b, struct str8 s) {
    struct buf ascii = {0};
    for (size_t i = 0; i < s.n && ascii.n < PDF_STRING_MAX; i++)
        if (s.p[i] <= ' ' || s.p[i] > '~')
            buf_printf(&ascii, "%%%02X", (unsigned char)s.p[i]);
        else
            buf_byte(&ascii, s.p[i]);
    put_literal(b, buf_str8_of(&ascii));
    buf_free(&ascii);
}

void pdf_number(struct buf *b, int64_t n, int decimals) {
    char text[32];
    size_t at = sizeof text;
    uint64_t left = n < 0 ? (uint64_t)-n : (uint64_t)n;
    bool some = false; /* a digit stands already, so that zeros count */
    for (int i = 0; i < decimals; i++, left /= 10)
        if (some || left % 10) {
            some = true;
            text[--at] = (char)('0' + left % 10);
        }
    if (some)
        text[--at] = '.';
    do
        text[--at] = (char)('0' + left % 10);
    while (left /= 10);
    if (n < 0)
        text[--at] = '-';
    buf_bytes(b, text + at, sizeof text - at);
}

void pdf_points(struct buf *b, mp length) {
    pdf_number(b, length, 3);
}

uint64_t pdf_hash(struct str8 bytes, uint64_t seed) {
    uint64_t hash = 0xCBF29CE484222325u ^ seed * 0x9E3779B97F4A7C15u;
    for (size_t i = 0; i < bytes.n; i++)
        hash = (hash ^ (unsigned char)bytes.p[i]) * 0x100000001B3u;
    return hash;
}
