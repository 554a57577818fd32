/* What the document says of itself: Info, the same as XMP, and the colours it is meant for. */
#include "emit/pdf.h"

#include "emit/xml.h"

#define PRODUCER "yttra " YTTRA_VERSION

/* --- What is said ----------------------------------------------------------------------------- */

/* "2025-03-14T09:00:00Z"? */
static bool is_time(struct str8 s) {
    static const char form[] = "0000-00-00T00:00:00Z";
    if (s.n != sizeof form - 1)
        return false;
    for (size_t i = 0; i < s.n; i++)
        if (form[i] == '0' ? s.p[i] < '0' || s.p[i] > '9' : s.p[i] != form[i])
            return false;
    return true;
}

struct pdf_about pdf_about(struct arena *a, const struct doc *d) {
    struct pdf_about about = {.title = d->title, .author = d->author, .language = d->language};
    if (!about.title.n)
        about.title = doc_first_heading(a, d);
    if (!about.title.n)
        about.title = S8("Dokument utan titel");
    about.title = pdf_clip(about.title); /* the same in Info and XMP */
    if (!about.language.n || s8_eqz(about.language, "sv"))
        about.language = S8("sv-SE");
    if (d->dnr.n)
        about.subject = arena_printf(a, "Diarienummer %.*s", S8F(d->dnr));
    about.created = is_time(d->created) ? d->created : S8(DOC_CREATED);
    return about;
}

/* --- Info (14.3.3) ---------------------------------------------------------------------------- */

static void put_entry(struct buf *b, const char *key, struct str8 value) {
    if (!value.n)
        return;
    buf_printf(b, "/%s", key);
    pdf_text(b, value);
}

static void put_info(struct pdf *p, const struct pdf_about *about) {
    struct buf date = {0};
    buf_str(&date, "D:");
    for (size_t i = 0; i < about->created.n; i++)
        if (about->created.p[i] >= '0' && about->created.p[i] <= '9')
            buf_byte(&date, about->created.p[i]);
    buf_byte(&date, 'Z');
    struct buf *b = pdf_open(&p->file, p->info);
    buf_str(b, "<<");
    put_entry(b, "Title", about->title);
    put_entry(b, "Author", about->author);
    put_entry(b, "Subject", about->subject);
    put_entry(b, "Creator", S8("yttra"));
    put_entry(b, "Producer", S8(PRODUCER));
    put_entry(b, "CreationDate", buf_str8_of(&date));
    put_entry(b, "ModDate", buf_str8_of(&date));
    buf_str(b, ">>");
    pdf_close(&p->file);
    buf_free(&date);
}

/* --- XMP (ISO 16684-1) ------------------------------------------------------------------------ */

static void put_one_of(struct xml *x, const char *element, const char *kind, struct str8 text) {
    xml_open(x, element);
    xml_open(x, kind);
    xml_open(x, "rdf:li");
    if (s8_eqz(s8_from(kind), "rdf:Alt"))
        xml_attrz(x, "xml:lang", "x-default");
    xml_text(x, text);
    xml_close(x, "rdf:li");
    xml_close(x, kind);
    xml_close(x, element);
}

static void put_core(struct xml *x, const struct pdf *p, const struct pdf_about *about) {
    xml_element(x, "dc:format", S8("application/pdf"));
    put_one_of(x, "dc:title", "rdf:Alt", about->title);
    if (about->author.n)
        put_one_of(x, "dc:creator", "rdf:Seq", about->author);
    if (about->subject.n)
        put_one_of(x, "dc:description", "rdf:Alt", about->subject);
    if (p->d->organisation.n)
        put_one_of(x, "dc:publisher", "rdf:Bag", p->d->organisation);
    put_one_of(x, "dc:language", "rdf:Bag", about->language);
    xml_element(x, "xmp:CreatorTool", S8("yttra"));
    xml_element(x, "xmp:CreateDate", about->created);
    xml_element(x, "xmp:ModifyDate", about->created);
    xml_element(x, "xmp:MetadataDate", about->created);
    xml_element(x, "pdf:Producer", S8(PRODUCER));
    xml_element(x, "pdfaid:part", p->a1 ? S8("1") : S8("2"));
    xml_element(x, "pdfaid:conformance", S8("A"));
    if (!p->a1)
        xml_element(x, "pdfuaid:part", S8("1"));
}

static void open_resource(struct xml *x, const char *element, const char *kind) {
    xml_open(x, element);
    xml_open(x, kind);
    xml_open(x, "rdf:li");
    xml_attrz(x, "rdf:parseType", "Resource");
}

static void close_resource(struct xml *x, const char *element, const char *kind) {
    xml_close(x, "rdf:li");
    xml_close(x, kind);
    xml_close(x, element);
}

/* PDF/A knows no PDF/UA: its one property is described here (ISO 19005-2, 6.6.2.3). */
static void put_extension(struct xml *x) {
    open_resource(x, "pdfaExtension:schemas", "rdf:Bag");
    xml_element(x, "pdfaSchema:schema", S8("PDF/UA identification schema"));
    xml_element(x, "pdfaSchema:namespaceURI", S8("http://www.aiim.org/pdfua/ns/id/"));
    xml_element(x, "pdfaSchema:prefix", S8("pdfuaid"));
    open_resource(x, "pdfaSchema:property", "rdf:Seq");
    xml_element(x, "pdfaProperty:name", S8("part"));
    xml_element(x, "pdfaProperty:valueType", S8("Integer"));
    xml_element(x, "pdfaProperty:category", S8("internal"));
    xml_element(x, "pdfaProperty:description", S8("Part of ISO 14289 that the file conforms to"));
    close_resource(x, "pdfaSchema:property", "rdf:Seq");
    close_resource(x, "pdfaExtension:schemas", "rdf:Bag");
}

static void put_namespaces(struct xml *x, bool a1) {
    static const char *const space[][2] = {
        {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
        {"xmlns:xmp", "http://ns.adobe.com/xap/1.0/"},
        {"xmlns:pdf", "http://ns.adobe.com/pdf/1.3/"},
        {"xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/"},
        /* From here on for PDF/UA. */
        {"xmlns:pdfuaid", "http://www.aiim.org/pdfua/ns/id/"},
        {"xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"},
        {"xmlns:pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"},
        {"xmlns:pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"},
    };
    for (size_t i = 0; i < (a1 ? 4 : sizeof space / sizeof *space); i++)
        xml_attrz(x, space[i][0], space[i][1]);
}

static void put_xmp(struct pdf *p, const struct pdf_about *about) {
    struct buf b = {0};
    struct xml x;
    buf_str(&b, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    xml_fragment(&x, &b);
    xml_open(&x, "x:xmpmeta");
    xml_attrz(&x, "xmlns:x", "adobe:ns:meta/");
    xml_open(&x, "rdf:RDF");
    xml_attrz(&x, "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    xml_open(&x, "rdf:Description");
    xml_attrz(&x, "rdf:about", "");
    put_namespaces(&x, p->a1);
    put_core(&x, p, about);
    if (!p->a1)
        put_extension(&x);
    xml_close(&x, "rdf:Description");
    xml_close(&x, "rdf:RDF");
    xml_close(&x, "x:xmpmeta");
    buf_str(&b, "\n<?xpacket end=\"w\"?>");
    pdf_stream_plain(&p->file, p->metadata, "/Type/Metadata/Subtype/XML", buf_str8_of(&b));
    buf_free(&b);
}

/* --- Colours (14.11.5) ------------------------------------------------------------------------ */

static void put_intent(struct pdf *p) {
    struct buf profile = {0};
    pdf_icc(&profile);
    int number = pdf_new(&p->file);
    pdf_stream(&p->file, number, "/N 3/Alternate/DeviceRGB", buf_str8_of(&profile));
    buf_free(&profile);
    struct buf *b = pdf_open(&p->file, p->intent);
    buf_printf(b,
               "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
               "/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>",
               number);
    pdf_close(&p->file);
}

void pdf_meta(struct pdf *p) {
    struct pdf_about about = pdf_about(p->a, p->d);
    p->info = pdf_new(&p->file);
    p->metadata = pdf_new(&p->file);
    p->intent = pdf_new(&p->file);
    put_info(p, &about);
    put_xmp(p, &about);
    put_intent(p);
}
