/* Runs of text, links, references to notes. */
#include <string.h>

#include "base/utf8.h"
#include "emit/docx.h"
#include "emit/link.h"

enum { SOFT_HYPHEN = 0xAD, NO_BREAK_HYPHEN = 0x2011 };

/* What a run looks like beside its paragraph. */
struct run {
    enum docx_style style; /* DOCX_NORMAL: none */
    bool bold, italic;
};

static void put_properties(struct docx *x, struct xml *w, const struct run *r) {
    bool styled = r->style != DOCX_NORMAL && x->style_id[r->style].n;
    if (!styled && !r->bold && !r->italic)
        return;
    xml_open(w, "w:rPr");
    if (styled)
        xml_one(w, "w:rStyle", "w:val", x->style_id[r->style]);
    if (r->bold)
        xml_none(w, "w:b");
    if (r->italic)
        xml_none(w, "w:i");
    xml_close(w, "w:rPr");
}

static void put_piece(struct xml *w, struct str8 text) {
    if (text.n == 0)
        return;
    xml_open(w, "w:t");
    xml_attrz(w, "xml:space", "preserve");
    xml_text(w, text);
    xml_close(w, "w:t");
}

/* Word has elements for hyphens that are more than a character, and for line ends. */
void docx_text(struct xml *w, struct str8 text) {
    size_t done = 0;
    for (size_t i = 0, len; i < text.n; i += len) {
        uint32_t c = utf8_decode(text, i, &len);
        const char *element = c == SOFT_HYPHEN       ? "w:softHyphen"
                              : c == NO_BREAK_HYPHEN ? "w:noBreakHyphen"
                              : c == '\n'            ? "w:br"
                                                     : NULL;
        if (!element)
            continue;
        put_piece(w, s8_sub(text, done, i));
        xml_none(w, element);
        done = i + len;
    }
    put_piece(w, s8_skip(text, done));
}

static void put_run(struct docx *x, struct xml *w, const struct run *r, struct str8 text) {
    xml_open(w, "w:r");
    put_properties(x, w, r);
    docx_text(w, text);
    xml_close(w, "w:r");
}

void docx_run_text(struct docx *x, struct xml *w, enum docx_style style, struct str8 text) {
    put_run(x, w, &(struct run){.style = style}, text);
}

static void put_inlines(struct docx *x, struct xml *w, const struct doc_node *parent, struct run r);

/* An address that is no link is printed after its text. */
static void put_link(struct docx *x, struct xml *w, const struct doc_node *n, struct run r) {
    struct str8 uri = link_uri(x->a, n->href);
    if (!uri.n) {
        put_inlines(x, w, n, r);
        struct str8 address = link_printed(x->a, n);
        if (address.n)
            put_run(x, w, &r, address);
        return;
    }
    xml_open(w, "w:hyperlink");
    xml_attr(w, "r:id", docx_rels_link(x, x->rels, uri));
    if (n->title.n)
        xml_attr(w, "w:tooltip", n->title);
    xml_attrz(w, "w:history", "1");
    r.style = DOCX_LINK;
    put_inlines(x, w, n, r);
    xml_close(w, "w:hyperlink");
}

static void put_inline(struct docx *x, struct xml *w, const struct doc_node *n, struct run r) {
    switch (n->kind) {
    case DOC_STRONG:
        r.bold = true;
        put_inlines(x, w, n, r);
        break;
    case DOC_EMPH:
        r.italic = true;
        put_inlines(x, w, n, r);
        break;
    case DOC_CODE_SPAN:
        r.style = DOCX_CODE_SPAN;
        put_run(x, w, &r, n->text);
        break;
    case DOC_LINK:
        put_link(x, w, n, r);
        break;
    case DOC_NOTE_REF:
        docx_note_ref(x, w, n->number);
        break;
    case DOC_BREAK:
        put_run(x, w, &r, S8("\n"));
        break;
    default:
        put_run(x, w, &r, n->text);
    }
}

static void put_inlines(struct docx *x, struct xml *w, const struct doc_node *parent,
                        struct run r) {
    for (const struct doc_node *n = parent->first; n; n = n->next)
        put_inline(x, w, n, r);
}

void docx_inlines(struct docx *x, struct xml *w, const struct doc_node *parent) {
    docx_inlines_in(x, w, DOCX_NORMAL, parent);
}

void docx_inlines_in(struct docx *x, struct xml *w, enum docx_style style,
                     const struct doc_node *parent) {
    put_inlines(x, w, parent, (struct run){.style = style});
}
