/* Papers as text for printers. */
#include "app/paper.h"
#include "app/print.h"
#include "base/conv.h"
#include "base/utf8.h"

enum {
    WIDTH = 72,
    WIDTH_REVIEW = 60, /* leaves a hand's breadth of A4 to write on */
    MARGIN = 5,        /* "  5  " */
    STEP = 5           /* lines from one number to the next, as in the PDF (emit/set.h) */
};

/* ASCII below 128 as it is, and no control character out of a letter: what is between the letters,
 * line ends and form feeds, must be the printer's to read. */
static bool like_ascii(const char *teckenkod) {
    static const struct str8 ascii = S8I("AZaz09 -.\r\n\f"), letters = S8I("åäöÅÄÖé§–”日本");
    struct buf b = {0};
    bool same =
        conv_from_utf8(ascii, teckenkod, &b, NULL, NULL) == ST_OK && s8_eq(buf_str8_of(&b), ascii);
    buf_clear(&b);
    same = same && conv_from_utf8(letters, teckenkod, &b, NULL, NULL) == ST_OK;
    for (size_t i = 0; i < b.n; i++)
        same = same && (unsigned char)b.p[i] >= ' ';
    buf_free(&b);
    return same;
}

enum status print_charset_check(const char *teckenkod, struct error *err) {
    if (conv_known(teckenkod) && like_ascii(teckenkod))
        return ST_OK;
    return error_set(err, ST_USAGE,
                     "teckenkoden ”%s” %s. Skriv till exempel CP850, ISO-8859-1, ISO-8859-15, "
                     "ASCII eller UTF-8.",
                     teckenkod, conv_known(teckenkod) ? "passar inte för skrivare" : "är okänd");
}

/* --- Lines -------------------------------------------------------------------------------------
 */

struct printing {
    const struct print_text *o;
    struct buf text; /* UTF-8 with the line ends that are wanted */
    int line;        /* on the page, of those that are not blank */
};

/* A space for what looks like one, nothing for what is invisible, and no control characters. */
static void put_clean(struct buf *out, struct str8 s) {
    enum { SOFT_HYPHEN = 0xAD };
    for (size_t at = 0, len; at < s.n; at += len) {
        uint32_t c = utf8_decode(s, at, &len);
        if (utf8_classify(c) == UTF8_SPACE)
            buf_byte(out, ' ');
        else if (!utf8_allowed(c))
            buf_byte(out, '?');
        else if (c != SOFT_HYPHEN)
            buf_bytes(out, s.p + at, len);
    }
}

static void put_line(struct printing *p, struct str8 line) {
    bool blank = s8_trim(line).n == 0;
    p->line += !blank;
    if (p->o->granskning && !blank) {
        if (p->line % STEP == 0)
            buf_printf(&p->text, "%*d  ", MARGIN - 2, p->line);
        else
            buf_repeat(&p->text, ' ', MARGIN);
    }
    put_clean(&p->text, line);
    buf_str(&p->text, p->o->kind == PRINT_RAW ? "\r\n" : "\n");
}

/* A printer that gets the bytes as they are throws out each sheet by its form feed, the last too;
 * CUPS does that itself, and would print a blank one. */
static void put_pages(struct printing *p, const struct paper_lines *lines) {
    int page = 0;
    for (size_t i = 0; i < lines->n; i++) {
        const struct paper_line *l = &lines->line[i];
        if (!print_pages_has(&p->o->sidor, l->page))
            continue;
        if (l->page != page) {
            if (page)
                buf_byte(&p->text, '\f');
            page = l->page;
            p->line = 0;
        }
        put_line(p, l->text);
    }
    if (page && p->o->kind == PRINT_RAW)
        buf_byte(&p->text, '\f');
}

enum status print_text(struct app *app, struct arena *a, const struct app_case *c,
                       struct str8 dokument, const struct print_text *o, struct buf *out,
                       size_t *lost, struct error *err) {
    struct printing p = {.o = o};
    struct paper_lines lines;
    const char *set = o->kind == PRINT_RAW && o->teckenkod ? o->teckenkod : "UTF-8";
    int width =
        o->bredd ? o->bredd - (o->granskning ? MARGIN : 0) : (o->granskning ? WIDTH_REVIEW : WIDTH);
    enum status st = print_charset_check(set, err);
    if (st == ST_OK)
        st = paper_pages(app, a, c, dokument, width, o->rader, &lines, err);
    if (st == ST_OK)
        st = print_pages_check(&o->sidor, lines.pages, err);
    if (st != ST_OK)
        return st;
    put_pages(&p, &lines);
    st = conv_from_utf8(buf_str8_of(&p.text), set, out, lost, err);
    buf_free(&p.text);
    return st;
}
