/* The columns of tables that Word and LibreOffice set: together as wide as the table. */
#include <criterion/criterion.h>

#include "emit/columns.h"
#include "tests/docx.h"
#include "tests/odt.h"

enum { WIDTH = DOCX_TEXT_WIDTH };

static const struct doc_node *table_in(const struct doc *d) {
    const struct doc_node *n = d->body;
    while (n && n->kind != DOC_TABLE)
        n = doc_next(n, d->body);
    cr_assert(n, "no table");
    return n;
}

/* A table of so many columns; `text(i)` stands in column i. */
static struct doc *table_of(struct arena *a, int columns, const char *(*text)(int)) {
    struct buf b = {0};
    for (int row = 0; row < 3; row++) {
        for (int i = 0; i < columns; i++)
            buf_printf(&b, "| %s ", row == 1 ? "---" : text(i));
        buf_str(&b, "|\n");
    }
    struct doc *d = package_doc(a, b.p);
    buf_free(&b);
    return d;
}

static const char *same_text(int i) {
    return i >= 0 ? "text" : NULL;
}

static const char *mixed_text(int i) {
    static const char *const texts[] = {
        "7", "", "Realisationsvinstbeskattningsförordningsändringsförslagsremissvar",
        "många ord som kan stå på flera rader om det behövs, för de är korta", "Storstad"};
    return texts[i % 5];
}

static const char *growing_text(int i) {
    static const char *const texts[] = {"7", "Storstad", "många ord som kan stå på flera rader"};
    return texts[i];
}

static const int *check(struct arena *a, int columns, const char *(*text)(int), int width,
                        int least) {
    int sum = 0;
    const struct doc *d = table_of(a, columns, text);
    const int *widths = column_widths(a, table_in(d), width);
    for (int i = 0; i < columns; i++) {
        cr_expect(widths[i] >= least, "%d of %d is %d", i, columns, widths[i]);
        sum += widths[i];
    }
    cr_expect_eq(sum, width, "%d columns: %d, not %d", columns, sum, width);
    return widths;
}

Test(columns, they_are_together_as_wide_as_the_table) {
    for (int columns = 1; columns <= DOC_COLUMNS_MAX; columns++) {
        struct arena a = {0};
        int least = columns * 300 <= WIDTH ? 300 : WIDTH / columns;
        check(&a, columns, mixed_text, WIDTH, least);
        check(&a, columns, same_text, WIDTH, least);
        check(&a, columns, mixed_text, 1400, 1400 / columns < 300 ? 1400 / columns : 300);
        arena_free(&a);
    }
}

Test(columns, what_holds_more_is_wider) {
    struct arena a = {0};
    const int *widths = check(&a, 3, growing_text, WIDTH, 300);
    cr_expect(widths[0] < widths[1] && widths[1] < widths[2]);
    widths = check(&a, 5, mixed_text, WIDTH, 300); /* a long word needs its room */
    cr_expect(widths[0] == widths[1] && widths[2] > WIDTH / 2);
    widths = check(&a, 4, same_text, WIDTH, 300);
    cr_expect(widths[0] == widths[1] && widths[3] - widths[0] < 4);
    arena_free(&a);
}

Test(columns, an_indentation_leaves_a_table) {
    cr_expect_eq(table_width(8000, 0), 8000);
    cr_expect_eq(table_width(8000, 2000), 6000);
    cr_expect_eq(table_width(4300, 4764), 1400);
}

/* --- In both formats -------------------------------------------------------------------------- */

static int number(struct str8 s) {
    int n = 0;
    cr_assert(s8_uint(s, &n), "%.*s is no width", S8F(s));
    return n;
}

/* "397*" */
static int relative_width(const struct xml_doc *d, struct str8 style) {
    const struct xml_elem *e = d->root;
    while (e && !(xml_is(e, ODT_STYLE, "style") && s8_eq(xml_value(e, ODT_STYLE, "name"), style)))
        e = xml_next(e, d->root);
    struct str8 width = xml_value(e ? e->first : NULL, ODT_STYLE, "rel-column-width");
    return number(s8_sub(width, 0, width.n ? width.n - 1 : 0));
}

Test(columns, word_and_odf_have_them) {
    struct arena a = {0};
    const struct doc *d = table_of(&a, 7, mixed_text);
    const int *widths = column_widths(&a, table_in(d), WIDTH);
    struct pack word = docx_made(&a, d, NULL), odf = odt_made(&a, d, NULL);
    struct xml_doc body = package_xml(&a, &word, "word/document.xml");
    struct xml_doc content = package_xml(&a, &odf, "content.xml");
    const struct xml_elem *grid = xml_find(body.root, DOCX_W, "tblGrid")->first;
    const struct xml_elem *cell = xml_find(body.root, DOCX_W, "tc");
    const struct xml_elem *column = xml_find(content.root, ODT_TABLE, "table-column");
    for (int i = 0; i < 7; i++) {
        cr_assert(grid && cell && xml_is(column, ODT_TABLE, "table-column"));
        cr_expect_eq(number(xml_value(grid, DOCX_W, "w")), widths[i]);
        cr_expect_eq(number(xml_value(xml_find(cell, DOCX_W, "tcW"), DOCX_W, "w")), widths[i]);
        cr_expect_eq(relative_width(&content, xml_value(column, ODT_TABLE, "style-name")),
                     widths[i]);
        grid = grid->next;
        cell = cell->next;
        column = column->next;
    }
    cr_expect(!grid && !cell && xml_is(column, ODT_TABLE, "table-header-rows"));
    arena_free(&a);
}
