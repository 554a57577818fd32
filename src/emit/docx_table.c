/* Tables. */
#include "emit/columns.h"
#include "emit/docx.h"

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
    int width = table_width(x->text_width, left);
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
