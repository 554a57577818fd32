/* meta.xml: what the document says of itself. */
#include "emit/odt.h"

/* The template's own properties, with our values where there are any: fields in its text show
 * them. */
static enum status put_own_properties(struct odt *x, struct xml *w, struct error *err) {
    struct odt_part part;
    if (!pack_get(x->pack, S8("meta.xml")).p)
        return ST_OK;
    enum status st = odt_open(x, "meta.xml", &part, err);
    if (st != ST_OK)
        return st;
    const struct xml_elem *meta = xml_child(part.xml.root, ODT_OFFICE, "meta");
    for (const struct xml_elem *e = meta ? meta->first : NULL; e; e = e->next) {
        struct str8 name = xml_value(e, ODT_META, "name"), type, value;
        if (!xml_is(e, ODT_META, "user-defined"))
            continue;
        value = odt_field(x, name);
        type = value.p ? S8("string") : xml_value(e, ODT_META, "value-type");
        xml_open(w, "meta:user-defined");
        xml_attr(w, "meta:name", name);
        if (type.n)
            xml_attr(w, "meta:value-type", type);
        xml_text(w, value.p ? value : xml_text_in(&part.xml, e));
        xml_close(w, "meta:user-defined");
    }
    return ST_OK;
}

static void put_unless_empty(struct xml *w, const char *element, struct str8 value) {
    if (value.n)
        xml_element(w, element, value);
}

enum status odt_meta(struct odt *x, struct error *err) {
    const struct doc *d = x->d;
    struct str8 created = d->created.n ? d->created : S8(DOC_CREATED), language, country;
    struct buf b = {0};
    struct xml w;
    odt_language(x, &language, &country);
    xml_begin(&w, &b);
    xml_open(&w, "office:document-meta");
    xml_attrz(&w, "xmlns:office", ODT_OFFICE);
    xml_attrz(&w, "xmlns:meta", ODT_META);
    xml_attrz(&w, "xmlns:dc", ODT_DC);
    xml_attr(&w, "office:version", x->version);
    xml_open(&w, "office:meta");
    xml_element(&w, "meta:generator", S8("yttra"));
    put_unless_empty(&w, "dc:title", d->title.n ? d->title : doc_first_heading(x->a, d));
    put_unless_empty(&w, "meta:initial-creator", d->author);
    put_unless_empty(&w, "dc:creator", d->author);
    xml_element(&w, "meta:creation-date", created);
    xml_element(&w, "dc:date", created);
    xml_element(&w, "dc:language",
                s8_eqz(country, "none")
                    ? language
                    : arena_printf(x->a, "%.*s-%.*s", S8F(language), S8F(country)));
    enum status st = x->built_in ? ST_OK : put_own_properties(x, &w, err);
    xml_close(&w, "office:meta");
    xml_close(&w, "office:document-meta");
    struct str8 bytes = odt_taken(x, &b);
    if (st == ST_OK)
        pack_put(x->pack, S8("meta.xml"), bytes, false);
    return st;
}
