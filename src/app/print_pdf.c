/* Papers as PDF for printers. */
#include "app/paper.h"
#include "app/print.h"

enum status print_pdf(struct app *app, struct arena *a, const struct app_case *c,
                      struct str8 dokument, bool granskning, const struct print_pages *sidor,
                      struct buf *out, struct error *err) {
    size_t before = out->n;
    int pages = 0;
    enum status st = paper_print(app, a, c, dokument, granskning, out, &pages, err);
    if (st == ST_OK)
        st = print_pages_check(sidor, pages, err);
    if (st != ST_OK)
        out->n = before;
    return st;
}
