/* Tables and field lists in plain text: columns side by side, or, where the page is too narrow for
 * that, a line per cell. */
#include <string.h>

#include "base/utf8.h"
#include "emit/layout.h"

enum {
    GAP = 2,        /* columns between columns */
    COLUMN_MIN = 5, /* narrower than that nothing can be read */
    WORD_MAX = 30,  /* a longer word is cut rather than given the room */
    LABEL_MAX = 28, /* widest column of labels */
    GLUE_MAX = 12   /* a row of more lines may be parted by a page's end */
};

/* One row: the lines of each cell. */
struct row_lines {
    struct filled_lines cells[DOC_COLUMNS_MAX];
    size_t height;
};

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

static size_t larger(size_t a, size_t b) {
    return a > b ? a : b;
}

static size_t room_of(const struct text *t) {
    return smaller(text_room(t, true), text_room(t, false));
}

/* `widths` has one for each of the row's `n` cells. */
static void fill_row(struct text *t, const struct doc_node *row, const size_t *widths, size_t n,
                     struct row_lines *out) {
    size_t i = 0;
    memset(out, 0, sizeof *out);
    for (const struct doc_node *cell = row->first; cell && i < n; cell = cell->next, i++) {
        struct flat f = {0};
        flat_inlines(t->a, &f, cell);
        flat_fill(t->a, &f, widths[i], widths[i], &out->cells[i]);
        flat_free(&f);
        out->height = larger(out->height, out->cells[i].n);
    }
}

static void pad(struct buf *b, const struct filled *line, size_t width, enum doc_align align) {
    size_t space = line->width < width ? width - line->width : 0;
    size_t left = align == DOC_ALIGN_RIGHT ? space : align == DOC_ALIGN_CENTER ? space / 2 : 0;
    buf_repeat(b, ' ', left);
    buf_str8(b, line->text);
    buf_repeat(b, ' ', space - left);
}

/* One line of the row, from all its cells. */
static struct filled join_line(struct text *t, const struct doc_node *row,
                               const struct row_lines *lines, size_t i, const size_t *widths,
                               const enum doc_align *align) {
    struct buf b = {0};
    struct filled out = {.mark = row->mark};
    int *notes = NULL;
    size_t cap = 0, columns = (size_t)row->parent->columns;
    for (size_t c = 0; c < columns; c++) {
        static const struct filled nothing;
        const struct filled_lines *cell = &lines->cells[c];
        const struct filled *line = i < cell->n ? &cell->items[i] : &nothing;
        pad(&b, line, widths[c], align ? align[c] : DOC_ALIGN_NONE);
        buf_repeat(&b, ' ', GAP);
        for (size_t k = 0; k < line->n_notes; k++)
            *ARENA_PUSH(t->a, notes, out.n_notes, cap) = line->notes[k];
        if (!out.mark.n)
            out.mark = line->mark;
    }
    out.notes = notes;
    out.text = arena_str8(t->a, s8_trim_right(buf_str8_of(&b)));
    buf_free(&b);
    return out;
}

static void put_row(struct text *t, const struct doc_node *row, const struct row_lines *lines,
                    const size_t *widths, const enum doc_align *align) {
    for (size_t i = 0; i < lines->height; i++) {
        struct filled line = join_line(t, row, lines, i, widths, align);
        text_put(t, &line)->glued = i + 1 < lines->height && lines->height <= GLUE_MAX;
    }
}

/* --- Field lists ------------------------------------------------------------------------------ */

void text_fields(struct text *t, const struct doc_node *fields) {
    size_t widths[2] = {1, 1}, room = room_of(t), line, word;
    for (const struct doc_node *row = fields->first; row; row = row->next) {
        struct flat f = {0};
        flat_inlines(t->a, &f, row->first);
        flat_measure(&f, &line, &word);
        flat_free(&f);
        widths[0] = larger(widths[0], line);
    }
    widths[0] = smaller(widths[0], smaller(LABEL_MAX, room / 2));
    widths[1] = room > widths[0] + GAP ? room - widths[0] - GAP : 1;
    for (const struct doc_node *row = fields->first; row; row = row->next) {
        struct row_lines lines;
        fill_row(t, row, widths, 2, &lines);
        put_row(t, row, &lines, widths, NULL);
    }
}

/* --- Tables ----------------------------------------------------------------------------------- */

static size_t sum(const size_t *v, size_t n) {
    size_t total = 0;
    for (size_t i = 0; i < n; i++)
        total += v[i];
    return total;
}

static void measure_columns(struct text *t, const struct doc_node *table, size_t *lines,
                            size_t *words) {
    for (const struct doc_node *row = table->first; row; row = row->next) {
        size_t i = 0, line, word;
        for (const struct doc_node *cell = row->first; cell; cell = cell->next, i++) {
            struct flat f = {0};
            flat_inlines(t->a, &f, cell);
            flat_measure(&f, &line, &word);
            flat_free(&f);
            lines[i] = larger(lines[i], line);
            words[i] = larger(words[i], word);
        }
    }
}

/* Hands out the room that is left: first to the columns that a fair share makes wide enough for
 * their longest line, then to the others in proportion to what they lack. */
static void widen(size_t n, const size_t *lines, size_t room, size_t *widths) {
    size_t left = room > sum(widths, n) ? room - sum(widths, n) : 0, lack = 0;
    for (bool again = true; again;) {
        size_t lacking = 0;
        again = false;
        for (size_t i = 0; i < n; i++)
            lacking += lines[i] > widths[i];
        for (size_t i = 0; i < n && !again; i++)
            if (lines[i] > widths[i] && lines[i] - widths[i] <= left / lacking) {
                left -= lines[i] - widths[i];
                widths[i] = lines[i];
                again = true;
            }
    }
    for (size_t i = 0; i < n; i++)
        lack += lines[i] > widths[i] ? lines[i] - widths[i] : 0;
    for (size_t i = 0; i < n; i++)
        if (lines[i] > widths[i])
            widths[i] += (lines[i] - widths[i]) * left / lack;
}

/* Columns as wide as their longest line if that fits; else at least their longest word, as far as
 * the room allows. False if there is no room at all. */
static bool fit_columns(const struct doc_node *table, const size_t *lines, const size_t *words,
                        size_t room, size_t *widths) {
    size_t n = (size_t)table->columns, gaps = GAP * (n - 1);
    if (room <= gaps)
        return false;
    room -= gaps;
    bool natural = sum(lines, n) <= room;
    if (!natural && room < n * COLUMN_MIN)
        return false;
    for (size_t cap = natural ? room : WORD_MAX; cap >= COLUMN_MIN; cap--) {
        for (size_t i = 0; i < n; i++)
            widths[i] = natural ? larger(1, lines[i]) : larger(1, smaller(cap, words[i]));
        if (natural || sum(widths, n) <= room)
            break;
    }
    widen(n, lines, room, widths);
    return sum(widths, n) <= room;
}

static void put_head(struct text *t, const struct doc_node *table, const size_t *widths) {
    struct row_lines lines;
    struct buf b = {0};
    size_t from = t->lines.n;
    fill_row(t, table->first, widths, (size_t)table->columns, &lines);
    put_row(t, table->first, &lines, widths, table->align);
    for (int i = 0; i < table->columns; i++) {
        buf_repeat(&b, '-', widths[i]);
        buf_repeat(&b, ' ', GAP);
    }
    text_put(t, &(struct filled){.text = buf_str8_of(&b), .mark = table->first->mark});
    buf_free(&b);
    for (size_t i = from; i < t->lines.n; i++)
        t->lines.items[i].glued = true;
    *ARENA_PUSH(t->a, t->heads, t->n_heads, t->cap_heads) = (struct text_head){from, t->lines.n};
    t->head = t->n_heads;
}

static void put_columns(struct text *t, const struct doc_node *table, const size_t *widths) {
    const struct doc_node *first = table->first->header ? table->first->next : table->first;
    bool wrapped = false;
    struct row_lines lines;
    for (const struct doc_node *row = first; row && !wrapped; row = row->next) {
        fill_row(t, row, widths, (size_t)table->columns, &lines);
        wrapped = lines.height > 1;
    }
    if (table->first->header)
        put_head(t, table, widths);
    for (const struct doc_node *row = first; row; row = row->next) {
        if (row != first && wrapped)
            text_blank(t);
        fill_row(t, row, widths, (size_t)table->columns, &lines);
        put_row(t, row, &lines, widths, table->align);
    }
    t->head = 0;
}

/* "Header: cell" as a line; a header's note references stand in the first row alone. */
static void put_record_line(struct text *t, const struct doc_node *label,
                            const struct doc_node *cell, bool first) {
    struct flat f = {0};
    struct filled_lines lines = {0};
    if (label && label->first && first)
        flat_inlines(t->a, &f, label);
    else if (label && label->first)
        buf_str8(&f.text, doc_plain(t->a, label));
    if (label && label->first)
        buf_str(&f.text, ": ");
    flat_inlines(t->a, &f, cell);
    if (cell->first || first)
        flat_fill(t->a, &f, text_room(t, true), text_room(t, false), &lines);
    for (size_t i = 0; i < lines.n; i++)
        text_put(t, &lines.items[i]);
    flat_free(&f);
}

static void put_records(struct text *t, const struct doc_node *table) {
    const struct doc_node *head = table->first->header && table->first->next ? table->first : NULL;
    const struct doc_node *first = head ? head->next : table->first;
    for (const struct doc_node *row = first; row; row = row->next) {
        const struct doc_node *label = head ? head->first : NULL;
        if (row != first)
            text_blank(t);
        for (const struct doc_node *cell = row->first; cell; cell = cell->next) {
            put_record_line(t, label, cell, row == first);
            label = label ? label->next : NULL;
        }
    }
}

void text_table(struct text *t, const struct doc_node *table) {
    size_t lines[DOC_COLUMNS_MAX] = {0}, words[DOC_COLUMNS_MAX] = {0},
           widths[DOC_COLUMNS_MAX] = {0};
    measure_columns(t, table, lines, words);
    if (fit_columns(table, lines, words, room_of(t), widths))
        put_columns(t, table, widths);
    else
        put_records(t, table);
}
