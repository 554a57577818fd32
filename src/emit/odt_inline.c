/* Text, spans, links. */
#include <string.h>

#include "emit/link.h"
#include "emit/odt.h"

static void put_spaces(struct xml *w, size_t n) {
    if (n == 0)
        return;
    xml_open(w, "text:s");
    if (n > 1)
        xml_attri(w, "text:c", (long)n);
    xml_close(w, "text:s");
}

/* A row of spaces: one of them a real one, where a word stands on either side. */
static void put_row(struct xml *w, size_t n, bool real) {
    if (real)
        xml_text(w, S8(" "));
    put_spaces(w, n - real);
}

static size_t row_end(struct str8 s, size_t i, const char *set, bool in) {
    while (i < s.n && (strchr(set, s.p[i]) != NULL) == in)
        i++;
    return i;
}

/* ODF 1.2, 6.1.2: of spaces in a row one is left, at a paragraph's ends none; text:s is a space
 * that stays. */
void odt_text(struct xml *w, struct str8 text, bool verbatim) {
    bool word = !verbatim; /* does what came before end in one? */
    for (size_t i = 0, end; i < text.n; i = end) {
        end = row_end(text, i, " \n\t", false);
        if (end > i) {
            xml_text(w, s8_sub(text, i, end));
            word = true;
        } else if (text.p[i] == ' ') {
            end = row_end(text, i, " ", true);
            put_row(w, end - i, word && !(verbatim && end == text.n));
        } else {
            xml_none(w, text.p[i] == '\n' ? "text:line-break" : "text:tab");
            word = false;
            end = i + 1;
        }
    }
}

void odt_span(struct odt *x, struct xml *w, enum odt_style style, struct str8 text) {
    xml_open(w, "text:span");
    xml_attr(w, "text:style-name", x->style[style]);
    odt_text(w, text, true);
    xml_close(w, "text:span");
}

static void put_styled(struct odt *x, struct xml *w, const struct doc_node *n,
                       enum odt_style style) {
    xml_open(w, "text:span");
    xml_attr(w, "text:style-name", x->style[style]);
    odt_inlines(x, w, n);
    xml_close(w, "text:span");
}

/* An address that is no link is printed after its text. */
static void put_link(struct odt *x, struct xml *w, const struct doc_node *n) {
    struct str8 uri = link_uri(x->a, n->href);
    if (!uri.n) {
        odt_inlines(x, w, n);
        odt_text(w, link_printed(x->a, n), false);
        return;
    }
    xml_open(w, "text:a");
    xml_attrz(w, "xlink:type", "simple");
    xml_attr(w, "xlink:href", uri);
    if (n->title.n)
        xml_attr(w, "office:title", n->title);
    xml_attr(w, "text:style-name", x->style[ODT_LINK]);
    xml_attr(w, "text:visited-style-name", x->style[ODT_LINK]);
    odt_inlines(x, w, n);
    xml_close(w, "text:a");
}

void odt_inlines(struct odt *x, struct xml *w, const struct doc_node *parent) {
    for (const struct doc_node *n = parent->first; n; n = n->next) {
        switch (n->kind) {
        case DOC_STRONG:
            put_styled(x, w, n, ODT_STRONG);
            break;
        case DOC_EMPH:
            put_styled(x, w, n, ODT_EMPH);
            break;
        case DOC_CODE_SPAN:
            odt_span(x, w, ODT_CODE_SPAN, n->text);
            break;
        case DOC_LINK:
            put_link(x, w, n);
            break;
        case DOC_NOTE_REF:
            odt_note_ref(x, w, n->number);
            break;
        case DOC_BREAK:
            xml_none(w, "text:line-break");
            break;
        default:
            odt_text(w, n->text, false);
        }
    }
}
