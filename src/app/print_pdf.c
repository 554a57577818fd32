/* Papers as PDF for printers, and what a job is called. */
#include "app/paper.h"
#include "app/print.h"
#include "base/utf8.h"

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

enum status print_title(struct app *app, struct arena *a, const struct app_case *c,
                        struct str8 dokument, struct str8 *out, struct error *err) {
    struct paper_name *papers;
    size_t n;
    struct str8 label = dokument, dnr = arende_value(c->arende, ARENDE_DNR);
    enum status st = paper_names(app, a, c, &papers, &n, err);
    for (size_t i = 0; st == ST_OK && i < n; i++)
        if (utf8_same_name(papers[i].namn, dokument))
            label = papers[i].etikett;
    *out = dnr.n ? arena_printf(a, "%.*s, %.*s", S8F(label), S8F(dnr)) : label;
    return st;
}
