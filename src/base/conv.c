#include "base/conv.h"

#include <errno.h>
#include <iconv.h>
#include <langinfo.h>
#include <strings.h>

#include "base/utf8.h"

static const iconv_t none = (iconv_t)-1;

static enum status unknown(const char *charset, struct error *err) {
    return error_set(err, ST_INVALID,
                     "teckenkoden ”%s” är okänd. Skriv till exempel UTF-8, ISO-8859-1 eller CP850.",
                     charset);
}

bool conv_known(const char *charset) {
    iconv_t cd = iconv_open(charset, "UTF-8");
    if (cd == none)
        return false;
    iconv_close(cd);
    return true;
}

/* Converts as much of `*in` as goes, appending to `out`; false with errno where it stopped. */
static bool run(iconv_t cd, struct str8 *in, struct buf *out) {
    char chunk[4096];
    while (in->n) {
        char *from = (char *)(void *)(size_t)in->p;
        size_t left = in->n;
        char *to = chunk;
        size_t room = sizeof chunk;
        size_t r = iconv(cd, &from, &left, &to, &room);
        int why = errno;
        buf_bytes(out, chunk, sizeof chunk - room);
        *in = s8_skip(*in, in->n - left);
        if (r == (size_t)-1 && why != E2BIG) {
            errno = why;
            return false;
        }
    }
    return true;
}

const char *conv_of_locale(void) {
    static const char *const plain[] = {"", "UTF-8", "UTF8", "ANSI_X3.4-1968", "US-ASCII"};
    const char *set = nl_langinfo(CODESET);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (strcasecmp(set, plain[i]) == 0)
            return NULL;
    return conv_known(set) ? set : NULL;
}

enum status conv_to_utf8(struct str8 in, const char *charset, struct buf *out, struct error *err) {
    iconv_t cd = iconv_open("UTF-8", charset);
    if (cd == none)
        return unknown(charset, err);
    size_t before = out->n, all = in.n;
    enum status st = ST_OK;
    if (!run(cd, &in, out)) {
        out->n = before;
        st = error_set(err, ST_INVALID, "byte %zu (0x%02X) finns inte i teckenkoden %s",
                       all - in.n + 1, (unsigned)(unsigned char)in.p[0], charset);
    }
    iconv_close(cd);
    return st;
}

/* What to write for a character that a small set lacks; NULL where we know nothing better. */
static const char *translit(uint32_t c) {
    static const struct {
        uint32_t c;
        const char *as;
    } table[] = {
        {0x00A0, " "},  {0x00A7, "par."}, {0x00AB, "\""},  {0x00AD, ""},   {0x00B7, "*"},
        {0x00BB, "\""}, {0x00BD, "1/2"},  {0x00D7, "x"},   {0x2009, " "},  {0x200B, ""},
        {0x2010, "-"},  {0x2011, "-"},    {0x2012, "-"},   {0x2013, "-"},  {0x2014, "-"},
        {0x2018, "'"},  {0x2019, "'"},    {0x201A, "'"},   {0x201C, "\""}, {0x201D, "\""},
        {0x201E, "\""}, {0x2022, "*"},    {0x2026, "..."}, {0x202F, " "},  {0x2032, "'"},
        {0x2033, "\""}, {0x20AC, "euro"}, {0x2192, "->"},  {0x2212, "-"},  {0x2264, "<="},
        {0x2265, ">="}, {0x2713, "x"},    {0xFEFF, ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].c == c)
            return table[i].as;
    return NULL;
}

/* É as E, é as e; empty for what is no letter with marks. */
static struct str8 base_letter(struct arena *a, struct str8 letter) {
    struct str8 plain = utf8_ascii(a, letter);
    bool small = s8_eq(utf8_lower_first(a, letter), letter);
    return small ? plain : utf8_upper_first(a, plain);
}

/* Puts a stand-in for the first character of `in` and returns that character's length. */
static size_t replace(iconv_t cd, struct str8 in, struct buf *out, size_t *lost) {
    size_t len;
    uint32_t c = utf8_decode(in, 0, &len);
    struct arena a = {0};
    const char *as = translit(c);
    struct str8 stand_in = as ? s8_from(as) : base_letter(&a, s8_sub(in, 0, len));
    if (!as && stand_in.n == 0) {
        stand_in = S8("?");
        if (lost)
            ++*lost;
    }
    run(cd, &stand_in, out);
    arena_free(&a);
    return len;
}

enum status conv_from_utf8(struct str8 in, const char *charset, struct buf *out, size_t *lost,
                           struct error *err) {
    iconv_t cd = iconv_open(charset, "UTF-8");
    if (cd == none)
        return unknown(charset, err);
    if (lost)
        *lost = 0;
    while (!run(cd, &in, out))
        in = s8_skip(in, replace(cd, in, out, lost));
    iconv_close(cd);
    return ST_OK;
}
