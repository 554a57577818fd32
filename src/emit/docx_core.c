/* docProps/core.xml: title, author, language, time. */
#include "emit/docx.h"

static void put_time(struct xml *w, const char *element, struct str8 time) {
    xml_open(w, element);
    xml_attrz(w, "xsi:type", "dcterms:W3CDTF");
    xml_text(w, time);
    xml_close(w, element);
}

static struct str8 core(struct docx *x) {
    const struct doc *d = x->d;
    struct str8 created = d->created.n ? d->created : S8(DOC_CREATED);
    struct str8 title = d->title.n ? d->title : doc_first_heading(x->a, d);
    struct buf b = {0};
    struct xml w;
    xml_begin(&w, &b);
    xml_open(&w, "cp:coreProperties");
    xml_attrz(&w, "xmlns:cp", DOCX_CORE);
    xml_attrz(&w, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    xml_attrz(&w, "xmlns:dcterms", "http://purl.org/dc/terms/");
    xml_attrz(&w, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml_element(&w, "dc:title", title);
    if (d->dnr.n)
        xml_element(&w, "dc:subject", d->dnr);
    xml_element(&w, "dc:creator", d->author.n ? d->author : d->organisation);
    xml_element(&w, "dc:language", s8_from(docx_language(x)));
    put_time(&w, "dcterms:created", created);
    put_time(&w, "dcterms:modified", created);
    xml_close(&w, "cp:coreProperties");
    struct str8 out = arena_str8(x->a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

void docx_core(struct docx *x, struct docx_rels *package) {
    static const char type[] = DOCX_PACKAGE "relationships/metadata/core-properties";
    struct str8 name = docx_rels_part(x, package, type);
    if (!name.n) {
        name = S8("docProps/core.xml");
        docx_rels_add(x, package, type, name, false);
        docx_type(x, name, "application/vnd.openxmlformats-package.core-properties+xml");
    }
    pack_put(x->pack, name, core(x), false);
}
