/* Text laid out for a terminal, in columns and paragraphs. */
#ifndef CMD_OUT_H
#define CMD_OUT_H

#include "base/arena.h"
#include "base/buf.h"

/* `text` as it may be printed: control characters but tab and newline, bidirectional overrides and
 * bytes that are no character become U+FFFD. Appended to `out`. */
void out_clean(struct buf *out, struct str8 text);

/* `text` broken into lines of at most `width` columns, each with `indent` spaces before it (the
 * first without them if `hang`); blank lines are kept. Ends in a line feed. Lists and block quotes
 * in Markdown keep their lines. */
void out_wrap(struct buf *out, struct str8 text, size_t indent, bool hang, size_t width);

/* "Fält:      värde", the value wrapped below itself; nothing if the value is empty. */
void out_pair(struct buf *out, const char *label, struct str8 value, size_t column, size_t width);

/* The start of `s` that fits in `columns`, with "…" if something is cut; one line. */
struct str8 out_clip(struct arena *a, struct str8 s, size_t columns);

/* A table. The cells of a row are given one by one. */
enum { TABLE_COLUMNS_MAX = 8 };
struct table {
    struct arena *a;
    size_t columns;
    const char *head[TABLE_COLUMNS_MAX];
    bool right[TABLE_COLUMNS_MAX]; /* numbers stand to the right */
    struct str8 *cell;
    size_t n, cap;
};
void table_cell(struct table *t, struct str8 text);
/* Two spaces between columns; the last column is clipped at `width`. */
void table_put(const struct table *t, size_t width, struct buf *out);

/* "12 dagar kvar", "i dag", "3 dagar försenat"; empty for an empty or unreadable day. */
struct str8 out_days_left(struct arena *a, struct str8 day);

#endif
