/* The built-in template: a package with the look of look.h and nothing in its body. */
#include "emit/docx.h"
#include "emit/head.h"

#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"
#define PACK(name, bytes) pack_put(x->pack, S8(name), bytes, false)

enum { BELOW_LOGO = 160 /* twips */ };

static struct str8 taken(struct docx *x, struct buf *b) {
    struct str8 out = arena_str8(x->a, buf_str8_of(b));
    buf_free(b);
    return out;
}

/* --- Running heads ---------------------------------------------------------------------------- */

static void head_begin(struct xml *w, struct buf *b) {
    xml_begin(w, b);
    xml_open(w, "w:hdr");
    xml_attrz(w, "xmlns:w", DOCX_W);
    xml_attrz(w, "xmlns:r", DOCX_R);
    xml_attrz(w, "xmlns:wp", DRAWING "wordprocessingDrawing");
    xml_attrz(w, "xmlns:a", DRAWING "main");
    xml_attrz(w, "xmlns:pic", DRAWING "picture");
}

static void put_tab(struct xml *w) {
    xml_open(w, "w:r");
    xml_none(w, "w:tab");
    xml_close(w, "w:r");
}

static void put_field(struct docx *x, struct xml *w, const char *instruction) {
    xml_open(w, "w:fldSimple");
    xml_attrz(w, "w:instr", instruction);
    docx_run_text(x, w, DOCX_NORMAL, S8("1"));
    xml_close(w, "w:fldSimple");
}

/* "n (N)", to the right. */
static void put_number(struct docx *x, struct xml *w) {
    if (x->d->numbering == DOC_NO_NUMBER)
        return;
    put_tab(w);
    put_field(x, w, " PAGE ");
    if (x->d->numbering == DOC_NUMBER)
        return;
    docx_run_text(x, w, DOCX_NORMAL, S8(" ("));
    put_field(x, w, " NUMPAGES ");
    docx_run_text(x, w, DOCX_NORMAL, S8(")"));
}

static struct str8 later_head(struct docx *x) {
    struct docx_para p = docx_para(DOCX_HEADER);
    struct buf b = {0};
    struct xml w;
    head_begin(&w, &b);
    docx_para_open(x, &w, &p);
    docx_run_text(x, &w, DOCX_NORMAL, head_running(x->a, x->d));
    put_number(x, &w);
    docx_para_close(&w);
    xml_close(&w, "w:hdr");
    return taken(x, &b);
}

/* The organisation to the left, the date to the right; the date not where the document begins with
 * fields. */
static void put_sender(struct docx *x, struct xml *w) {
    const struct doc *d = x->d;
    struct docx_para p = docx_para(DOCX_SENDER);
    struct str8 date = doc_head_date(d);
    if (!d->organisation.n && !date.n)
        return;
    docx_para_open(x, w, &p);
    docx_run_text(x, w, DOCX_NORMAL, d->organisation);
    if (date.n) {
        put_tab(w);
        docx_run_text(x, w, DOCX_NORMAL, date);
    }
    docx_para_close(w);
}

static struct str8 first_head(struct docx *x, const struct docx_size *logo) {
    struct docx_para p = docx_para(DOCX_HEADER);
    struct buf b = {0};
    struct xml w;
    head_begin(&w, &b);
    p.after = logo ? BELOW_LOGO : LOOK_MARGIN_TOP - LOOK_HEADER - look_of(LOOK_RUNNING)->leading;
    p.high = logo;
    docx_para_open(x, &w, &p);
    if (logo)
        docx_logo(x, &w, *logo);
    put_number(x, &w);
    docx_para_close(&w);
    put_sender(x, &w);
    xml_close(&w, "w:hdr");
    return taken(x, &b);
}

/* --- The other parts -------------------------------------------------------------------------- */

static void put_head(struct xml *w, const char *type, const char *id) {
    xml_open(w, "w:headerReference");
    xml_attrz(w, "w:type", type);
    xml_attrz(w, "r:id", id);
    xml_close(w, "w:headerReference");
}

static void put_page(struct xml *w) {
    xml_open(w, "w:pgSz");
    xml_attri(w, "w:w", LOOK_PAGE_WIDTH);
    xml_attri(w, "w:h", LOOK_PAGE_HEIGHT);
    xml_close(w, "w:pgSz");
    xml_open(w, "w:pgMar");
    xml_attri(w, "w:top", LOOK_MARGIN_TOP);
    xml_attri(w, "w:right", LOOK_MARGIN_RIGHT);
    xml_attri(w, "w:bottom", LOOK_MARGIN_BOTTOM);
    xml_attri(w, "w:left", LOOK_MARGIN_LEFT);
    xml_attri(w, "w:header", LOOK_HEADER);
    xml_attri(w, "w:footer", LOOK_FOOTER);
    xml_attri(w, "w:gutter", 0);
    xml_close(w, "w:pgMar");
}

static struct str8 main_part(struct docx *x) {
    struct buf b = {0};
    struct xml w;
    xml_begin(&w, &b);
    xml_open(&w, "w:document");
    xml_attrz(&w, "xmlns:w", DOCX_W);
    xml_attrz(&w, "xmlns:r", DOCX_R);
    xml_open(&w, "w:body");
    xml_open(&w, "w:sectPr");
    put_head(&w, "default", "rId3");
    put_head(&w, "first", "rId4");
    put_page(&w);
    xml_none(&w, "w:titlePg");
    xml_close(&w, "w:sectPr");
    xml_close(&w, "w:body");
    xml_close(&w, "w:document");
    return taken(x, &b);
}

static void put_note_reference(struct xml *w, int id) {
    xml_onei(w, "w:footnote", "w:id", id);
}

/* Children in the order of the schema (CT_Settings). */
static struct str8 settings(struct docx *x) {
    struct buf b = {0};
    struct xml w;
    xml_begin(&w, &b);
    xml_open(&w, "w:settings");
    xml_attrz(&w, "xmlns:w", DOCX_W);
    xml_none(&w, "w:autoHyphenation");
    xml_onei(&w, "w:consecutiveHyphenLimit", "w:val", 2);
    xml_onei(&w, "w:hyphenationZone", "w:val", 425);
    xml_none(&w, "w:doNotHyphenateCaps");
    xml_onez(&w, "w:characterSpacingControl", "w:val", "doNotCompress");
    if (x->d->notes) {
        xml_open(&w, "w:footnotePr");
        put_note_reference(&w, -1);
        put_note_reference(&w, 0);
        xml_close(&w, "w:footnotePr");
    }
    xml_open(&w, "w:compat");
    xml_open(&w, "w:compatSetting");
    xml_attrz(&w, "w:name", "compatibilityMode");
    xml_attrz(&w, "w:uri", "http://schemas.microsoft.com/office/word");
    xml_attrz(&w, "w:val", "15");
    xml_close(&w, "w:compatSetting");
    xml_close(&w, "w:compat");
    xml_onez(&w, "w:themeFontLang", "w:val", docx_language(x));
    xml_close(&w, "w:settings");
    return taken(x, &b);
}

static struct str8 app(struct docx *x) {
    struct buf b = {0};
    struct xml w;
    xml_begin(&w, &b);
    xml_open(&w, "Properties");
    xml_attrz(&w, "xmlns",
              "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
    xml_element(&w, "Application", S8("yttra"));
    if (x->d->organisation.n)
        xml_element(&w, "Company", x->d->organisation);
    xml_close(&w, "Properties");
    return taken(x, &b);
}

struct entry {
    const char *name, *type; /* of a part, or of a relationship */
};

static struct str8 relationships(struct docx *x, const struct entry *e, size_t n) {
    struct buf b = {0};
    struct xml w;
    xml_begin(&w, &b);
    xml_open(&w, "Relationships");
    xml_attrz(&w, "xmlns", DOCX_RELS);
    for (size_t i = 0; i < n; i++) {
        xml_open(&w, "Relationship");
        xml_attrf(&w, "Id", "rId%zu", i + 1);
        xml_attrz(&w, "Type", e[i].type);
        xml_attrz(&w, "Target", e[i].name);
        xml_close(&w, "Relationship");
    }
    xml_close(&w, "Relationships");
    return taken(x, &b);
}

static void put_default(struct xml *w, const char *extension, const char *type) {
    xml_open(w, "Default");
    xml_attrz(w, "Extension", extension);
    xml_attrz(w, "ContentType", type);
    xml_close(w, "Default");
}

static struct str8 types(struct docx *x) {
    static const struct entry parts[] = {
        {"/word/document.xml", DOCX_MAIN_TYPE},
        {"/word/styles.xml", DOCX_WORD_TYPE "styles+xml"},
        {"/word/settings.xml", DOCX_WORD_TYPE "settings+xml"},
        {"/word/header1.xml", DOCX_WORD_TYPE "header+xml"},
        {"/word/header2.xml", DOCX_WORD_TYPE "header+xml"},
        {"/docProps/app.xml",
         "application/vnd.openxmlformats-officedocument.extended-properties+xml"},
    };
    struct buf b = {0};
    struct xml w;
    xml_begin(&w, &b);
    xml_open(&w, "Types");
    xml_attrz(&w, "xmlns", DOCX_TYPES);
    put_default(&w, "rels", "application/vnd.openxmlformats-package.relationships+xml");
    put_default(&w, "xml", "application/xml");
    if (x->d->logo.n)
        put_default(&w, "png", "image/png");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        xml_open(&w, "Override");
        xml_attrz(&w, "PartName", parts[i].name);
        xml_attrz(&w, "ContentType", parts[i].type);
        xml_close(&w, "Override");
    }
    xml_close(&w, "Types");
    return taken(x, &b);
}

enum status docx_builtin(struct docx *x, struct error *err) {
    static const struct entry package[] = {{"word/document.xml", DOCX_R "/officeDocument"},
                                           {"docProps/app.xml", DOCX_R "/extended-properties"}};
    static const struct entry related[] = {{"styles.xml", DOCX_R "/styles"},
                                           {"settings.xml", DOCX_R "/settings"},
                                           {"header1.xml", DOCX_R "/header"},
                                           {"header2.xml", DOCX_R "/header"}};
    static const struct entry logo[] = {{"media/logo.png", DOCX_R "/image"}};
    struct docx_size size = {0, 0};
    struct buf b = {0};
    bool has_logo = x->d->logo.n > 0;
    enum status st = has_logo ? docx_logo_size(x, &size, err) : ST_OK;
    if (st != ST_OK)
        return st;
    x->text_width = DOCX_TEXT_WIDTH;
    PACK("[Content_Types].xml", types(x));
    PACK("_rels/.rels", relationships(x, package, 2));
    PACK("docProps/app.xml", app(x));
    PACK("word/document.xml", main_part(x));
    PACK("word/_rels/document.xml.rels", relationships(x, related, 4));
    docx_styles_builtin(x, &b);
    PACK("word/styles.xml", taken(x, &b));
    PACK("word/settings.xml", settings(x));
    PACK("word/header1.xml", later_head(x));
    PACK("word/header2.xml", first_head(x, has_logo ? &size : NULL));
    if (has_logo) {
        PACK("word/_rels/header2.xml.rels", relationships(x, logo, 1));
        pack_put(x->pack, S8("word/media/logo.png"), x->d->logo, true);
    }
    return ST_OK;
}
