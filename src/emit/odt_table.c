/* Tables. */
#include "emit/columns.h"
#include "emit/odt.h"

enum {
    TABLE_SPACE = 200, /* above and below */
    RULE_THIN = 8,     /* under a row, twips; */
    RULE_HEAD = 18     /* under the head */
};

static struct str8 table_style(struct odt *x, int width, int left) {
    struct buf b = {0};
    struct xml w;
    xml_fragment(&w, &b);
    xml_open(&w, "style:style");
    xml_attrz(&w, "style:family", "table");
    if (x->master.n)
        xml_attr(&w, "style:master-page-name", x->master);
    xml_open(&w, "style:table-properties");
    odt_attr_length(&w, "style:width", width);
    odt_attr_length(&w, "fo:margin-left", left);
    odt_attr_length(&w, "fo:margin-top", left ? TABLE_SPACE / 2 : 0);
    odt_attr_length(&w, "fo:margin-bottom", TABLE_SPACE);
    xml_attrz(&w, "table:align", left ? "left" : "margins");
    xml_attrz(&w, "table:border-model", "collapsing");
    xml_attrz(&w, "style:may-break-between-rows", "true");
    xml_close(&w, "style:table-properties");
    xml_close(&w, "style:style");
    x->master = (struct str8){0};
    return odt_auto(x, "T", odt_taken(x, &b));
}

static struct str8 column_style(struct odt *x, int width) {
    struct buf b = {0};
    struct xml w;
    xml_fragment(&w, &b);
    xml_open(&w, "style:style");
    xml_attrz(&w, "style:family", "table-column");
    xml_open(&w, "style:table-column-properties");
    odt_attr_length(&w, "style:column-width", width);
    xml_attrf(&w, "style:rel-column-width", "%d*", width);
    xml_close(&w, "style:table-column-properties");
    xml_close(&w, "style:style");
    return odt_auto(x, "C", odt_taken(x, &b));
}

static struct str8 row_style(struct odt *x) {
    struct buf b = {0};
    struct xml w;
    xml_fragment(&w, &b);
    xml_open(&w, "style:style");
    xml_attrz(&w, "style:family", "table-row");
    xml_onez(&w, "style:table-row-properties", "fo:keep-together", "always");
    xml_close(&w, "style:style");
    return odt_auto(x, "R", odt_taken(x, &b));
}

static struct str8 cell_style(struct odt *x, bool header) {
    static const char *const none[] = {"fo:border-top", "fo:border-left", "fo:border-right"};
    int rule = header ? RULE_HEAD : RULE_THIN;
    struct buf b = {0};
    struct xml w;
    xml_fragment(&w, &b);
    xml_open(&w, "style:style");
    xml_attrz(&w, "style:family", "table-cell");
    xml_open(&w, "style:table-cell-properties");
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        xml_attrz(&w, none[i], "none");
    xml_attrf(&w, "fo:border-bottom", "%d.%02dpt solid #767676", rule / 20, rule % 20 * 5);
    odt_attr_length(&w, "fo:padding-left", LOOK_CELL_PAD);
    odt_attr_length(&w, "fo:padding-right", LOOK_CELL_PAD);
    odt_attr_length(&w, "fo:padding-top", 0);
    odt_attr_length(&w, "fo:padding-bottom", 0);
    xml_close(&w, "style:table-cell-properties");
    xml_close(&w, "style:style");
    return odt_auto(x, "E", odt_taken(x, &b));
}

static void put_row(struct odt *x, struct xml *w, const struct doc_node *row,
                    const enum doc_align *align) {
    struct str8 style = cell_style(x, row->header);
    int column = 0;
    xml_open(w, "table:table-row");
    xml_attr(w, "table:style-name", row_style(x));
    for (const struct doc_node *cell = row->first; cell; cell = cell->next, column++) {
        struct odt_para p = odt_para(row->header ? ODT_CELL_HEAD : ODT_CELL);
        p.align = align[column];
        xml_open(w, "table:table-cell");
        xml_attr(w, "table:style-name", style);
        xml_attrz(w, "office:value-type", "string");
        xml_open(w, "text:p");
        xml_attr(w, "text:style-name", odt_para_style(x, &p));
        odt_inlines(x, w, cell);
        xml_close(w, "text:p");
        xml_close(w, "table:table-cell");
    }
    xml_close(w, "table:table-row");
}

void odt_table(struct odt *x, struct xml *w, const struct doc_node *table, int left) {
    int width = table_width(x->text_width, left);
    const int *widths = column_widths(x->a, table, width);
    const struct doc_node *row = table->first;
    xml_open(w, "table:table");
    xml_attrf(w, "table:name", "Tabell%d", ++x->tables);
    xml_attr(w, "table:style-name", table_style(x, width, left));
    for (int i = 0; i < table->columns; i++)
        xml_one(w, "table:table-column", "table:style-name", column_style(x, widths[i]));
    if (row->header) {
        xml_open(w, "table:table-header-rows");
        put_row(x, w, row, table->align);
        xml_close(w, "table:table-header-rows");
        row = row->next;
    }
    for (; row; row = row->next)
        put_row(x, w, row, table->align);
    xml_close(w, "table:table");
}
