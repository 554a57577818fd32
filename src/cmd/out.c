#include "cmd/out.h"

#include <stdlib.h>
#include <time.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/utf8.h"

static bool printable(uint32_t c) {
    bool control = (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
    bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return !control && !turns;
}

void out_clean(struct buf *out, struct str8 text) {
    for (size_t i = 0, len; i < text.n; i += len) {
        uint32_t c = utf8_decode(text, i, &len);
        if (printable(c) && !(c == 0xFFFD && len == 1))
            buf_bytes(out, text.p + i, len);
        else
            buf_str(out, "\xEF\xBF\xBD");
    }
}

/* Bytes of `line` that go on the next printed line, spaces at its end included. */
static size_t take_line(struct str8 line, const char *breaks, size_t room) {
    size_t best = 0;
    for (size_t i = 1; i <= line.n; i++) {
        if (i < line.n && breaks[i] == UTF8_BREAK_NO)
            continue;
        if (best && utf8_width(s8_trim_right(s8_sub(line, 0, i))) > room)
            break;
        best = i;
    }
    return best ? best : line.n;
}

static void wrap_line(struct buf *out, struct str8 line, size_t indent, bool *hang, size_t room) {
    char *breaks = mem_zalloc(line.n + 1);
    utf8_line_breaks(line, breaks);
    for (size_t at = 0; at < line.n;) {
        struct str8 rest = s8_skip(line, at);
        size_t n = take_line(rest, breaks + at, room);
        if (!*hang)
            buf_repeat(out, ' ', indent);
        *hang = false;
        buf_str8(out, s8_trim_right(s8_sub(rest, 0, n)));
        buf_byte(out, '\n');
        at += n;
    }
    free(breaks);
}

void out_wrap(struct buf *out, struct str8 text, size_t indent, bool hang, size_t width) {
    enum { NARROWEST = 20 };
    size_t room = width > indent + NARROWEST ? width - indent : NARROWEST;
    struct str8 line;
    while (s8_line(&text, &line)) {
        if (s8_trim(line).n == 0) {
            buf_byte(out, '\n');
            hang = false;
        } else {
            wrap_line(out, line, indent, &hang, room);
        }
    }
}

void out_pair(struct buf *out, const char *label, struct str8 value, size_t column, size_t width) {
    if (value.n == 0)
        return;
    size_t used = utf8_width(s8_from(label)) + 1;
    buf_printf(out, "%s:", label);
    buf_repeat(out, ' ', used < column ? column - used : 1);
    out_wrap(out, value, column, true, width);
}

struct str8 out_clip(struct arena *a, struct str8 s, size_t columns) {
    struct str8 line = s, rest = s;
    if (!s8_line(&rest, &line))
        return S8("");
    bool more = s8_trim(rest).n > 0;
    if (!more && utf8_width(line) <= columns)
        return line;
    size_t fits = utf8_fit(line, columns > 1 ? columns - 1 : 1);
    return arena_printf(a, "%.*s…", S8F(s8_trim_right(s8_sub(line, 0, fits))));
}

void table_cell(struct table *t, struct str8 text) {
    *ARENA_PUSH(t->a, t->cell, t->n, t->cap) = out_clip(t->a, text, 1000);
}

static void put_cell(struct buf *out, struct str8 text, size_t wide, bool right, bool last) {
    size_t w = utf8_width(text);
    size_t pad = w < wide ? wide - w : 0;
    if (right)
        buf_repeat(out, ' ', pad);
    buf_str8(out, text);
    if (!right && !last)
        buf_repeat(out, ' ', pad);
    buf_str(out, last ? "\n" : "  ");
}

static size_t widest(const struct table *t, size_t column) {
    size_t wide = utf8_width(s8_from(t->head[column]));
    for (size_t i = column; i < t->n; i += t->columns) {
        size_t w = utf8_width(t->cell[i]);
        wide = w > wide ? w : wide;
    }
    return wide;
}

void table_put(const struct table *t, size_t width, struct buf *out) {
    enum { LAST_AT_LEAST = 12 };
    size_t wide[TABLE_COLUMNS_MAX] = {0}, before = 0, last = t->columns - 1;
    if (t->columns == 0)
        return;
    for (size_t c = 0; c < t->columns; c++) {
        wide[c] = widest(t, c);
        before += c < last ? wide[c] + 2 : 0;
    }
    size_t room = width > before + LAST_AT_LEAST ? width - before : LAST_AT_LEAST;
    for (size_t c = 0; c < t->columns; c++)
        put_cell(out, s8_from(t->head[c]), wide[c], t->right[c], c == last);
    for (size_t i = 0; i < t->n; i++) {
        size_t c = i % t->columns;
        struct str8 text = c == last ? out_clip(t->a, t->cell[i], room) : t->cell[i];
        put_cell(out, text, wide[c], t->right[c], c == last);
    }
}

struct str8 out_days_left(struct arena *a, struct str8 day) {
    struct date d;
    if (!date_parse(day, &d))
        return S8("");
    int n = date_cmp(d, clock_today());
    if (n == 0)
        return S8("i dag");
    int days = n < 0 ? -n : n;
    return arena_printf(a, "%d %s %s", days, days == 1 ? "dag" : "dagar",
                        n < 0 ? "för sent" : "kvar");
}
