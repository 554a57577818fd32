#include "emit/facts.h"

#include <string.h>
#include <zlib.h>

#include "base/buf.h"

enum { ALL_MAX = 64 * 1024 * 1024 /* bytes unpacked */ };

static bool holds(struct str8 s, const char *word) {
    return s8_find(s, s8_from(word)) >= 0;
}

/* Unpacks one stream that begins at `s`; what is no zlib stream gives nothing. */
static void inflate_to(struct buf *out, struct str8 s) {
    z_stream z = {.next_in = (Bytef *)(size_t)s.p, .avail_in = (uInt)s.n};
    unsigned char piece[16384];
    int st = Z_OK;
    if (inflateInit(&z) != Z_OK)
        return;
    while (st == Z_OK && out->n < ALL_MAX) {
        z.next_out = piece;
        z.avail_out = sizeof piece;
        st = inflate(&z, Z_NO_FLUSH);
        if (st == Z_OK || st == Z_STREAM_END)
            buf_bytes(out, piece, sizeof piece - z.avail_out);
        if (z.avail_in == 0 && z.avail_out)
            break;
    }
    inflateEnd(&z);
}

/* The file with every packed stream unpacked after it. Pictures and typefaces come along; they are
 * small. */
static void unpack(struct str8 bytes, struct buf *out) {
    static const struct str8 begin = S8I("stream"), end = S8I("endstream");
    buf_str8(out, bytes);
    for (struct str8 rest = bytes;;) {
        ptrdiff_t at = s8_find(rest, begin);
        if (at < 0)
            return;
        rest = s8_skip(rest, (size_t)at + begin.n);
        while (rest.n && (rest.p[0] == '\r' || rest.p[0] == '\n'))
            rest = s8_skip(rest, 1);
        ptrdiff_t to = s8_find(rest, end);
        if (to < 0)
            return;
        if (rest.n && rest.p[0] == 'x') /* zlib's first byte with the usual window */
            inflate_to(out, s8_sub(rest, 0, (size_t)to));
        rest = s8_skip(rest, (size_t)to + end.n);
    }
}

/* "/Type/Page", but not "/Type/Pages". */
static int count_pages(struct str8 all) {
    static const struct str8 page = S8I("/Type/Page");
    int n = 0;
    for (ptrdiff_t at; (at = s8_find(all, page)) >= 0;) {
        all = s8_skip(all, (size_t)at + page.n);
        n += all.n && all.p[0] != 's';
    }
    return n;
}

static bool has_title(struct str8 all) {
    ptrdiff_t at = s8_find(all, S8("<dc:title>"));
    if (at < 0)
        return false;
    struct str8 title = s8_skip(all, (size_t)at);
    ptrdiff_t li = s8_find(title, S8("<rdf:li")), close = s8_find(title, S8("</rdf:li>"));
    if (li < 0 || close < li)
        return false;
    struct str8 inside = s8_sub(title, (size_t)li, (size_t)close);
    ptrdiff_t gt = s8_find(inside, S8(">"));
    return gt >= 0 && s8_trim(s8_skip(inside, (size_t)gt + 1)).n > 0;
}

void facts_of_pdf(struct str8 bytes, struct file_facts *out) {
    struct buf b = {0};
    *out = (struct file_facts){0};
    if (!s8_starts(bytes, S8("%PDF-")))
        return;
    unpack(bytes, &b);
    struct str8 all = buf_str8_of(&b);
    out->title = has_title(all) && holds(all, "/DisplayDocTitle true");
    out->language = holds(all, "/Lang(");
    out->tagged = holds(all, "/Marked true") && holds(all, "/StructTreeRoot");
    out->text = holds(all, "BDC") && holds(all, "beginbf") && holds(all, "/FontFile2");
    out->pages = count_pages(all);
    buf_free(&b);
}
