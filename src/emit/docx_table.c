/* Tables. */
#include "base/utf8.h"
#include "emit/docx.h"

enum {
    LETTER = 105,  /* mean width of a letter in a cell, twips, generously */
    TEXT_MIN = 6,  /* letters that a column is counted as having at least, */
    TEXT_MAX = 60, /* and at most */
    CELL_MIN = 300 /* twips */
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

static int *column_widths(struct arena *a, const struct doc_node *table, int width) {
    int n = table->columns, needed = 0, wanted = 0;
    int *widths = ARENA_NEW(a, int, (size_t)n), *texts = ARENA_NEW(a, int, (size_t)n);
    for (int i = 0; i < n; i++) {
        measure_column(a, table, i, &widths[i], &texts[i]);
        widths[i] = widths[i] * LETTER + 2 * LOOK_CELL_PAD;
        texts[i] = texts[i] * LETTER + 2 * LOOK_CELL_PAD;
        needed += widths[i];
        wanted += texts[i] - widths[i];
    }
    int left = width;
    for (int i = 0; i < n; i++) {
        if (needed >= width)
            widths[i] = (int)((long)widths[i] * width / needed);
        else if (wanted > 0)
            widths[i] += (int)((long)(width - needed) * (texts[i] - widths[i]) / wanted);
        else
            widths[i] += (width - needed) / n;
        widths[i] = widths[i] < CELL_MIN ? CELL_MIN : widths[i];
        left -= widths[i];
    }
    if (left > 0)
        widths[n - 1] += left;
    return widths;
}

static void put_width(struct xml *w, const char *element, int width) {
    xml_open(w, element);
    xml_attri(w, "w:w", width);
    xml_attrz(w, "w:type", "dxa");
    xml_close(w, element);
}

static void put_properties(struct docx *x, struct xml *w, bool header, int width, int left) {
    xml_open(w, "w:tblPr");
    xml_one(w, "w:tblStyle", "w:val", x->style_id[DOCX_GRID]);
    put_width(w, "w:tblW", width);
    if (left)
        put_width(w, "w:tblInd", left);
    xml_open(w, "w:tblLook");
    xml_attrz(w, "w:val", header ? "0620" : "0600");
    xml_attrz(w, "w:firstRow", header ? "1" : "0");
    xml_attrz(w, "w:lastRow", "0");
    xml_attrz(w, "w:firstColumn", "0");
    xml_attrz(w, "w:lastColumn", "0");
    xml_attrz(w, "w:noHBand", "1");
    xml_attrz(w, "w:noVBand", "1");
    xml_close(w, "w:tblLook");
    xml_close(w, "w:tblPr");
}

static void put_row(struct docx *x, struct xml *w, const struct doc_node *row,
                    const enum doc_align *align, const int *widths) {
    int column = 0;
    xml_open(w, "w:tr");
    xml_open(w, "w:trPr");
    xml_none(w, "w:cantSplit");
    if (row->header)
        xml_none(w, "w:tblHeader");
    xml_close(w, "w:trPr");
    for (const struct doc_node *cell = row->first; cell; cell = cell->next, column++) {
        struct docx_para p = docx_para(row->header ? DOCX_CELL_HEAD : DOCX_CELL);
        p.align = align[column];
        xml_open(w, "w:tc");
        xml_open(w, "w:tcPr");
        put_width(w, "w:tcW", widths[column]);
        xml_close(w, "w:tcPr");
        docx_para_open(x, w, &p);
        docx_inlines(x, w, cell);
        docx_para_close(w);
        xml_close(w, "w:tc");
    }
    xml_close(w, "w:tr");
}

void docx_table(struct docx *x, struct xml *w, const struct doc_node *table, int left) {
    int width = x->text_width - left;
    int *widths = column_widths(x->a, table, width);
    if (x->after_table) { /* two tables side by side would become one */
        struct docx_para p = docx_para(DOCX_BODY);
        docx_para_open(x, w, &p);
        docx_para_close(w);
    }
    xml_open(w, "w:tbl");
    put_properties(x, w, table->first->header, width, left);
    xml_open(w, "w:tblGrid");
    for (int i = 0; i < table->columns; i++)
        xml_onei(w, "w:gridCol", "w:w", widths[i]);
    xml_close(w, "w:tblGrid");
    for (const struct doc_node *row = table->first; row; row = row->next)
        put_row(x, w, row, table->align, widths);
    xml_close(w, "w:tbl");
    x->after_table = true;
}
