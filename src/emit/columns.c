#include "emit/columns.h"

#include "base/utf8.h"
#include "emit/look.h"

enum {
    LETTER = 105,    /* mean width of a letter in a cell, twips, generously */
    TEXT_MIN = 6,    /* letters that a column is counted as having at least, */
    TEXT_MAX = 60,   /* and at most */
    CELL_MIN = 300,  /* a column where there is room for all, twips; */
    TABLE_MIN = 1400 /* and a table */
};

/* Columns get what their longest words need, and share the rest by how much text they hold. */
static void measure_column(struct arena *a, const struct doc_node *table, int column, int *word,
                           int *text) {
    *word = *text = TEXT_MIN;
    for (const struct doc_node *row = table->first; row; row = row->next) {
        const struct doc_node *cell = row->first;
        for (int i = 0; i < column; i++)
            cell = cell->next;
        struct str8 all = doc_plain(a, cell);
        int n = (int)utf8_count(all);
        *text = n > *text ? n : *text;
        for (struct str8 rest = all, part; rest.p;) {
            part = s8_cut(&rest, ' ');
            n = (int)utf8_count(part);
            *word = n > *word ? n : *word;
        }
    }
    *text = *text > TEXT_MAX ? TEXT_MAX : *text;
    *word = *word > *text ? *text : *word;
}

int table_width(int text_width, int left) {
    return text_width - left < TABLE_MIN ? TABLE_MIN : text_width - left;
}

/* Where the words have no room, every column gets the least it may have and a share of the rest. */
static void narrow(int *widths, int n, int needed, int width) {
    int least = width / n < CELL_MIN ? width / n : CELL_MIN;
    int room = width - n * least, more = needed - n * least;
    for (int i = 0; i < n; i++)
        widths[i] = least + (int)((long)room * (widths[i] - least) / more);
}

int *column_widths(struct arena *a, const struct doc_node *table, int width) {
    int n = table->columns, needed = 0, wanted = 0, left = width;
    int *widths = ARENA_NEW(a, int, (size_t)n), *texts = ARENA_NEW(a, int, (size_t)n);
    for (int i = 0; i < n; i++) {
        measure_column(a, table, i, &widths[i], &texts[i]);
        widths[i] = widths[i] * LETTER + 2 * LOOK_CELL_PAD;
        texts[i] = texts[i] * LETTER + 2 * LOOK_CELL_PAD;
        needed += widths[i];
        wanted += texts[i] - widths[i];
    }
    if (needed > width)
        narrow(widths, n, needed, width);
    for (int i = 0; needed <= width && i < n; i++)
        widths[i] += wanted ? (int)((long)(width - needed) * (texts[i] - widths[i]) / wanted)
                            : (width - needed) / n;
    for (int i = 0; i < n; i++)
        left -= widths[i];
    widths[n - 1] += left;
    return widths;
}
