/* Tree to HTML5, one page that needs nothing else. */
#include "base/base64.h"
#include "emit/emit.h"
#include "emit/link.h"

static const char built_in_style[] =
    "body{font:1.05rem/1.5 Georgia,\"Liberation Serif\",serif;color:#1a1a1a;background:#fff;"
    "max-width:42rem;margin:2rem auto;padding:0 1rem}\n"
    "h1,h2,h3,h4,h5,h6,header{font-family:Arial,\"Liberation Sans\",sans-serif;line-height:1.25}\n"
    "h1{font-size:1.6rem}h2{font-size:1.3rem}h3{font-size:1.1rem}h4,h5,h6{font-size:1rem}\n"
    "header img{height:15mm;max-width:60mm;object-fit:contain;object-position:left}\n"
    "table{border-collapse:collapse;margin:1rem 0}\n"
    "th,td{border:1px solid #767676;padding:.3rem .6rem;text-align:left;vertical-align:top}\n"
    "dl div{display:flex;gap:1rem}dt{flex:0 0 12rem;font-weight:bold}dd{margin:0}\n"
    "blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid #767676}\n"
    ".sign{margin-top:4rem;border-top:1px solid;width:18rem}\n"
    "pre{overflow-x:auto;white-space:pre-wrap}\n"
    "section[role=doc-endnotes]{border-top:1px solid #767676;margin-top:2rem;font-size:.95rem}\n"
    "a{color:#0b4f9e}\n"
    "@media print{body{font-size:11pt;margin:0;max-width:none}a{color:inherit}"
    "h1,h2,h3,h4,h5,h6{break-after:avoid}tr,dl div{break-inside:avoid}}\n";

struct html {
    struct arena a; /* scratch */
    struct buf *out;
    int *seen; /* references written so far, per note */
    int links; /* links it is inside */
    struct doc_outline outline;
};

static void put_escaped(struct buf *out, struct str8 s) {
    for (size_t i = 0; i < s.n; i++) {
        switch (s.p[i]) {
        case '&':
            buf_str(out, "&amp;");
            break;
        case '<':
            buf_str(out, "&lt;");
            break;
        case '>':
            buf_str(out, "&gt;");
            break;
        case '"':
            buf_str(out, "&quot;");
            break;
        case '\'':
            buf_str(out, "&#39;");
            break;
        default:
            buf_byte(out, s.p[i]);
        }
    }
}

/* --- Inlines ---------------------------------------------------------------------------------- */

static void put_inlines(struct html *h, const struct doc_node *parent);

static void put_link(struct html *h, const struct doc_node *n) {
    struct str8 uri = link_uri(&h->a, n->href);
    if (!uri.n) {
        put_inlines(h, n);
        put_escaped(h->out, link_printed(&h->a, n));
        return;
    }
    buf_str(h->out, "<a href=\"");
    put_escaped(h->out, uri);
    if (n->title.n) {
        buf_str(h->out, "\" title=\"");
        put_escaped(h->out, n->title);
    }
    buf_str(h->out, "\">");
    h->links++;
    put_inlines(h, n);
    h->links--;
    buf_str(h->out, "</a>");
}

/* The first reference to a note is what its back link leads to. Inside a link there is no other
 * link. */
static void put_note_ref(struct html *h, int number) {
    int seen = ++h->seen[number];
    buf_printf(h->out, seen == 1 ? "<sup id=\"fnref%d\">" : "<sup>", number);
    if (h->links)
        buf_printf(h->out, "%d</sup>", number);
    else
        buf_printf(h->out, "<a href=\"#fn%d\" role=\"doc-noteref\">%d</a></sup>", number, number);
}

static void put_wrapped(struct html *h, const struct doc_node *n, const char *tag) {
    buf_printf(h->out, "<%s>", tag);
    put_escaped(h->out, n->text);
    put_inlines(h, n);
    buf_printf(h->out, "</%s>", tag);
}

static void put_inlines(struct html *h, const struct doc_node *parent) {
    for (const struct doc_node *n = parent->first; n; n = n->next) {
        switch (n->kind) {
        case DOC_STRONG:
            put_wrapped(h, n, "strong");
            break;
        case DOC_EMPH:
            put_wrapped(h, n, "em");
            break;
        case DOC_CODE_SPAN:
            put_wrapped(h, n, "code");
            break;
        case DOC_LINK:
            put_link(h, n);
            break;
        case DOC_NOTE_REF:
            put_note_ref(h, n->number);
            break;
        case DOC_BREAK:
            buf_str(h->out, "<br>\n");
            break;
        default:
            put_escaped(h->out, n->text);
        }
    }
}

/* --- Blocks ----------------------------------------------------------------------------------- */

static void put_blocks(struct html *h, const struct doc_node *parent);

static void put_list(struct html *h, const struct doc_node *list) {
    const char *tag = list->ordered ? "ol" : "ul";
    buf_printf(h->out, "<%s", tag);
    if (list->ordered && list->start != 1)
        buf_printf(h->out, " start=\"%d\"", list->start);
    buf_str(h->out, ">\n");
    for (const struct doc_node *item = list->first; item; item = item->next) {
        buf_str(h->out, "<li>");
        put_blocks(h, item);
        buf_str(h->out, "</li>\n");
    }
    buf_printf(h->out, "</%s>\n", tag);
}

static void put_row(struct html *h, const struct doc_node *row, const enum doc_align *align) {
    static const char *style[] = {[DOC_ALIGN_NONE] = "",
                                  [DOC_ALIGN_LEFT] = " style=\"text-align:left\"",
                                  [DOC_ALIGN_CENTER] = " style=\"text-align:center\"",
                                  [DOC_ALIGN_RIGHT] = " style=\"text-align:right\""};
    const char *tag = row->header ? "th" : "td";
    int column = 0;
    buf_str(h->out, "<tr>");
    for (const struct doc_node *cell = row->first; cell; cell = cell->next, column++) {
        buf_printf(h->out, "<%s%s%s>", tag, row->header ? " scope=\"col\"" : "",
                   style[align[column]]);
        put_inlines(h, cell);
        buf_printf(h->out, "</%s>", tag);
    }
    buf_str(h->out, "</tr>\n");
}

static void put_table(struct html *h, const struct doc_node *table) {
    const struct doc_node *row = table->first;
    buf_str(h->out, "<table>\n");
    if (row->header) {
        buf_str(h->out, "<thead>\n");
        put_row(h, row, table->align);
        buf_str(h->out, "</thead>\n");
        row = row->next;
    }
    if (row)
        buf_str(h->out, "<tbody>\n");
    for (const struct doc_node *r = row; r; r = r->next)
        put_row(h, r, table->align);
    buf_str(h->out, row ? "</tbody>\n</table>\n" : "</table>\n");
}

static void put_fields(struct html *h, const struct doc_node *fields) {
    buf_str(h->out, "<dl>\n");
    for (const struct doc_node *row = fields->first; row; row = row->next) {
        buf_str(h->out, "<div><dt>");
        put_inlines(h, row->first);
        buf_str(h->out, "</dt><dd>");
        put_inlines(h, row->last);
        buf_str(h->out, "</dd></div>\n");
    }
    buf_str(h->out, "</dl>\n");
}

static void put_para(struct html *h, const struct doc_node *n) {
    const struct doc_node *list =
        n->parent && n->parent->kind == DOC_ITEM ? n->parent->parent : NULL;
    bool bare = list && list->tight && !n->prev;
    buf_str(h->out, bare ? "" : "<p>");
    put_inlines(h, n);
    buf_str(h->out, bare ? "" : "</p>");
    if (!bare || n->next)
        buf_byte(h->out, '\n');
}

static void put_heading(struct html *h, const struct doc_node *n) {
    char tag[3] = {'h', (char)('0' + doc_outline_level(&h->outline, n)), 0};
    put_wrapped(h, n, tag);
    buf_byte(h->out, '\n');
}

static void put_block(struct html *h, const struct doc_node *n) {
    switch (n->kind) {
    case DOC_HEADING:
        put_heading(h, n);
        break;
    case DOC_LIST:
        put_list(h, n);
        break;
    case DOC_TABLE:
        put_table(h, n);
        break;
    case DOC_FIELDS:
        put_fields(h, n);
        break;
    case DOC_QUOTE:
        buf_str(h->out, "<blockquote>\n");
        put_blocks(h, n);
        buf_str(h->out, "</blockquote>\n");
        break;
    case DOC_CODE:
        buf_str(h->out, "<pre>");
        put_wrapped(h, n, "code");
        buf_str(h->out, "</pre>\n");
        break;
    case DOC_RULE:
        buf_str(h->out, "<hr>\n");
        break;
    case DOC_SIGN:
        buf_str(h->out, "<p class=\"sign\">");
        put_inlines(h, n);
        buf_str(h->out, "</p>\n");
        break;
    default:
        put_para(h, n);
    }
}

static void put_blocks(struct html *h, const struct doc_node *parent) {
    for (const struct doc_node *n = parent->first; n; n = n->next)
        put_block(h, n);
}

/* --- Notes ------------------------------------------------------------------------------------ */

static void put_note(struct html *h, const struct doc_node *note) {
    bool in_para = note->last && note->last->kind == DOC_PARA;
    buf_printf(h->out, "<li id=\"fn%d\">\n", note->number);
    for (const struct doc_node *n = note->first; n; n = n->next) {
        if (n->next || !in_para) {
            put_block(h, n);
        } else {
            buf_str(h->out, "<p>");
            put_inlines(h, n);
            buf_byte(h->out, ' ');
        }
    }
    buf_printf(h->out,
               "%s<a href=\"#fnref%d\" role=\"doc-backlink\" "
               "aria-label=\"Tillbaka till hänvisning %d\">↩</a></p>\n</li>\n",
               in_para ? "" : "<p>", note->number, note->number);
}

static void put_notes(struct html *h, const struct doc *d) {
    if (!d->notes)
        return;
    buf_str(h->out, "<section role=\"doc-endnotes\" aria-label=\"Fotnoter\">\n<ol>\n");
    for (const struct doc_node *note = d->notes; note; note = note->next)
        put_note(h, note);
    buf_str(h->out, "</ol>\n</section>\n");
}

/* --- The page --------------------------------------------------------------------------------- */

static void put_element(struct html *h, const char *open, struct str8 text, const char *close) {
    buf_str(h->out, open);
    put_escaped(h->out, text);
    buf_str(h->out, close);
}

static void put_style(struct html *h, struct str8 style) {
    buf_str(h->out, "<style>\n");
    if (style.n == 0)
        style = s8_from(built_in_style);
    for (size_t i = 0; i < style.n; i++) {
        buf_byte(h->out, style.p[i]);
        if (style.p[i] == '<' && i + 1 < style.n && style.p[i + 1] == '/')
            buf_byte(h->out, '\\');
    }
    buf_str(h->out, "</style>\n");
}

static void put_head(struct html *h, const struct doc *d, struct str8 style) {
    struct str8 title = d->title.n ? d->title : doc_first_heading(&h->a, d);
    put_element(h, "<!doctype html>\n<html lang=\"", d->language.n ? d->language : S8("sv"),
                "\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    put_element(h, "<title>", title.n ? title : S8("Dokument"), "</title>\n");
    if (d->author.n)
        put_element(h, "<meta name=\"author\" content=\"", d->author, "\">\n");
    put_style(h, style);
    buf_str(h->out, "</head>\n<body>\n");
}

static void put_logo(struct html *h, const struct doc *d) {
    buf_str(h->out, "<p><img src=\"data:image/png;base64,");
    base64_put(d->logo, 0, h->out);
    put_element(h, "\" alt=\"", d->logo_alt, "\"></p>\n");
}

static void put_page_header(struct html *h, const struct doc *d) {
    struct str8 date = doc_head_date(d);
    if (!d->logo.n && !d->organisation.n && !date.n)
        return;
    buf_str(h->out, "<header>\n");
    if (d->logo.n)
        put_logo(h, d);
    if (d->organisation.n)
        put_element(h, "<p>", d->organisation, "</p>\n");
    if (date.n)
        put_element(h, "<p>", date, "</p>\n");
    buf_str(h->out, "</header>\n");
}

void emit_html(const struct doc *d, const struct emit_html_options *o, struct buf *out) {
    static const struct emit_html_options defaults;
    struct html h = {.out = out};
    o = o ? o : &defaults;
    h.seen = ARENA_NEW(&h.a, int, (size_t)d->n_notes + 1);
    if (!o->fragment)
        put_head(&h, d, o->style);
    put_page_header(&h, d);
    buf_str(out, "<main>\n");
    put_blocks(&h, d->body);
    put_notes(&h, d);
    buf_str(out, "</main>\n");
    if (!o->fragment)
        buf_str(out, "</body>\n</html>\n");
    arena_free(&h.a);
}
