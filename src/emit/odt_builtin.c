/* The built-in template: a package with the look of look.h and nothing in its body. */
#include "emit/head.h"
#include "emit/odt.h"
#include "emit/png.h"

enum {
    BELOW_LOGO = 160,   /* twips */
    BELOW_SENDER = 360, /* from organisation and date to the text */
    NOTES_RULE = 2268   /* 40 mm */
};

#define FIRST_PAGE "First_20_Page"

void odt_namespaces(struct xml *w) {
    xml_attrz(w, "xmlns:office", ODT_OFFICE);
    xml_attrz(w, "xmlns:style", ODT_STYLE);
    xml_attrz(w, "xmlns:text", ODT_TEXT);
    xml_attrz(w, "xmlns:table", ODT_TABLE);
    xml_attrz(w, "xmlns:draw", ODT_DRAW);
    xml_attrz(w, "xmlns:svg", ODT_SVG);
    xml_attrz(w, "xmlns:fo", ODT_FO);
    xml_attrz(w, "xmlns:xlink", ODT_XLINK);
}

/* What the first page begins with. */
struct head {
    bool logo;
    long logo_width, logo_height; /* on paper, twips */
    struct str8 organisation, date;
};

static enum status measure_head(struct odt *x, struct head *h, struct error *err) {
    int width, height;
    *h = (struct head){.organisation = x->d->organisation, .date = doc_head_date(x->d)};
    if (!x->d->logo.n)
        return ST_OK;
    enum status st = logo_size(x->d->logo, &width, &height, err);
    if (st != ST_OK)
        return st;
    h->logo = true;
    head_logo(1, width, height, &h->logo_width, &h->logo_height);
    return ST_OK;
}

static bool has_sender(const struct head *h) {
    return h->organisation.n || h->date.n;
}

/* --- Defaults --------------------------------------------------------------------------------- */

static bool is_letters(struct str8 s) {
    for (size_t i = 0; i < s.n; i++)
        if ((s.p[i] | 0x20) < 'a' || (s.p[i] | 0x20) > 'z')
            return false;
    return true;
}

/* "sv-SE" in two; ODF asks for a country. */
void odt_language(struct odt *x, struct str8 *language, struct str8 *country) {
    struct str8 rest = x->d->language;
    *language = s8_cut(&rest, '-');
    *country = s8_cut(&rest, '-');
    if (language->n < 2 || language->n > 8 || !is_letters(*language) || s8_eqz(*language, "sv")) {
        *language = S8("sv");
        *country = country->n == 2 ? *country : S8("SE");
    }
    if (country->n != 2 || !is_letters(*country))
        *country = S8("none");
}

static void put_language(struct odt *x, struct xml *w) {
    struct str8 language, country;
    odt_language(x, &language, &country);
    xml_attr(w, "fo:language", language);
    xml_attr(w, "fo:country", country);
}

static void put_default_paragraph(struct odt *x, struct xml *w) {
    xml_open(w, "style:default-style");
    xml_attrz(w, "style:family", "paragraph");
    xml_open(w, "style:paragraph-properties");
    xml_attrz(w, "fo:hyphenation-ladder-count", "2");
    xml_attrz(w, "style:writing-mode", "lr-tb");
    xml_close(w, "style:paragraph-properties");
    xml_open(w, "style:text-properties");
    put_language(x, w);
    xml_attrz(w, "style:use-window-font-color", "true");
    xml_attrz(w, "fo:hyphenate", "true");
    xml_attrz(w, "fo:hyphenation-remain-char-count", "3");
    xml_attrz(w, "fo:hyphenation-push-char-count", "3");
    xml_close(w, "style:text-properties");
    xml_close(w, "style:default-style");
}

/* Headings have levels, and no numbers but those written in them. */
static void put_outline(struct xml *w) {
    xml_open(w, "text:outline-style");
    xml_attrz(w, "style:name", "Outline");
    for (int level = 1; level <= ODT_LEVELS; level++) {
        xml_open(w, "text:outline-level-style");
        xml_attri(w, "text:level", level);
        xml_attrz(w, "style:num-format", "");
        xml_close(w, "text:outline-level-style");
    }
    xml_close(w, "text:outline-style");
}

/* --- Pages ------------------------------------------------------------------------------------ */

/* `below`: from the running head to the text. */
static void put_page_layout(struct xml *w, const char *name, int below) {
    xml_open(w, "style:page-layout");
    xml_attrz(w, "style:name", name);
    xml_open(w, "style:page-layout-properties");
    odt_attr_length(w, "fo:page-width", LOOK_PAGE_WIDTH);
    odt_attr_length(w, "fo:page-height", LOOK_PAGE_HEIGHT);
    xml_attrz(w, "style:print-orientation", "portrait");
    xml_attrz(w, "style:num-format", "1");
    odt_attr_length(w, "fo:margin-top", LOOK_HEADER);
    odt_attr_length(w, "fo:margin-bottom", LOOK_MARGIN_BOTTOM);
    odt_attr_length(w, "fo:margin-left", LOOK_MARGIN_LEFT);
    odt_attr_length(w, "fo:margin-right", LOOK_MARGIN_RIGHT);
    xml_open(w, "style:footnote-sep");
    xml_attrz(w, "style:width", "0.5pt");
    xml_attrf(w, "style:rel-width", "%d%%", NOTES_RULE * 100 / ODT_TEXT_WIDTH);
    xml_attrz(w, "style:color", "#767676");
    xml_attrz(w, "style:line-style", "solid");
    xml_attrz(w, "style:adjustment", "left");
    odt_attr_length(w, "style:distance-before-sep", 280);
    odt_attr_length(w, "style:distance-after-sep", 140);
    xml_close(w, "style:footnote-sep");
    xml_close(w, "style:page-layout-properties");
    xml_open(w, "style:header-style");
    xml_open(w, "style:header-footer-properties");
    odt_attr_length(w, "fo:min-height", look_of(LOOK_RUNNING)->leading);
    odt_attr_length(w, "fo:margin-bottom", below);
    xml_attrz(w, "style:dynamic-spacing", "false");
    xml_close(w, "style:header-footer-properties");
    xml_close(w, "style:header-style");
    xml_close(w, "style:page-layout");
}

static void put_page_layouts(struct xml *w, const struct head *h) {
    int below = LOOK_MARGIN_TOP - LOOK_HEADER - look_of(LOOK_RUNNING)->leading;
    put_page_layout(w, "Mpm1", below);
    put_page_layout(w, "Mpm2", has_sender(h) ? BELOW_SENDER : h->logo ? BELOW_LOGO * 2 : below);
}

static void put_logo_style(struct xml *w) {
    xml_open(w, "style:style");
    xml_attrz(w, "style:name", "Mfr1");
    xml_attrz(w, "style:family", "graphic");
    xml_open(w, "style:graphic-properties");
    xml_attrz(w, "style:vertical-pos", "top");
    xml_attrz(w, "style:vertical-rel", "baseline");
    xml_attrz(w, "fo:padding", "0pt");
    xml_attrz(w, "fo:border", "none");
    xml_close(w, "style:graphic-properties");
    xml_close(w, "style:style");
}

/* The first line of the first page: the page's number beside the logo, at its upper edge. */
static void put_first_style(struct xml *w, const struct head *h) {
    int below = LOOK_MARGIN_TOP - LOOK_HEADER - look_of(LOOK_RUNNING)->leading;
    xml_open(w, "style:style");
    xml_attrz(w, "style:name", "MP1");
    xml_attrz(w, "style:family", "paragraph");
    xml_attrz(w, "style:parent-style-name", "Header");
    xml_open(w, "style:paragraph-properties");
    odt_attr_length(w, "fo:margin-bottom", h->logo ? BELOW_LOGO : has_sender(h) ? below : 0);
    xml_attrz(w, "style:vertical-align", "top");
    xml_close(w, "style:paragraph-properties");
    xml_close(w, "style:style");
}

/* --- Running heads ---------------------------------------------------------------------------- */

/* "n (N)", to the right. */
static void put_number(const struct odt *x, struct xml *w) {
    if (x->d->numbering == DOC_NO_NUMBER)
        return;
    xml_none(w, "text:tab");
    xml_open(w, "text:page-number");
    xml_attrz(w, "text:select-page", "current");
    xml_text(w, S8("1"));
    xml_close(w, "text:page-number");
    if (x->d->numbering == DOC_NUMBER)
        return;
    xml_text(w, S8(" ("));
    xml_element(w, "text:page-count", S8("1"));
    xml_text(w, S8(")"));
}

static void put_logo(struct odt *x, struct xml *w, const struct head *h) {
    xml_open(w, "draw:frame");
    xml_attrz(w, "draw:style-name", "Mfr1");
    xml_attrz(w, "draw:name", "Logotyp");
    xml_attrz(w, "text:anchor-type", "as-char");
    odt_attr_length(w, "svg:width", (int)h->logo_width);
    odt_attr_length(w, "svg:height", (int)h->logo_height);
    xml_open(w, "draw:image");
    xml_attrz(w, "xlink:href", "Pictures/logo.png");
    xml_attrz(w, "xlink:type", "simple");
    xml_attrz(w, "xlink:show", "embed");
    xml_attrz(w, "xlink:actuate", "onLoad");
    xml_close(w, "draw:image");
    xml_element(w, "svg:title", S8("Logotyp"));
    xml_element(w, "svg:desc", x->d->logo_alt);
    xml_close(w, "draw:frame");
}

static void put_first_head(struct odt *x, struct xml *w, const struct head *h) {
    xml_open(w, "style:header");
    xml_open(w, "text:p");
    xml_attrz(w, "text:style-name", "MP1");
    if (h->logo)
        put_logo(x, w, h);
    put_number(x, w);
    xml_close(w, "text:p");
    if (has_sender(h)) {
        xml_open(w, "text:p");
        xml_attrz(w, "text:style-name", "Avsändare");
        odt_text(w, h->organisation, true);
        if (h->date.n) {
            xml_none(w, "text:tab");
            odt_text(w, h->date, true);
        }
        xml_close(w, "text:p");
    }
    xml_close(w, "style:header");
}

static void put_later_head(struct odt *x, struct xml *w) {
    xml_open(w, "style:header");
    xml_open(w, "text:p");
    xml_attrz(w, "text:style-name", "Header");
    odt_text(w, head_running(x->a, x->d), true);
    put_number(x, w);
    xml_close(w, "text:p");
    xml_close(w, "style:header");
}

static void put_masters(struct odt *x, struct xml *w, const struct head *h) {
    xml_open(w, "office:master-styles");
    xml_open(w, "style:master-page");
    xml_attrz(w, "style:name", "Standard");
    xml_attrz(w, "style:page-layout-name", "Mpm1");
    put_later_head(x, w);
    xml_close(w, "style:master-page");
    xml_open(w, "style:master-page");
    xml_attrz(w, "style:name", FIRST_PAGE);
    xml_attrz(w, "style:display-name", "First Page");
    xml_attrz(w, "style:page-layout-name", "Mpm2");
    xml_attrz(w, "style:next-style-name", "Standard");
    put_first_head(x, w, h);
    xml_close(w, "style:master-page");
    xml_close(w, "office:master-styles");
}

/* --- Parts ------------------------------------------------------------------------------------ */

static void root_begin(struct xml *w, struct buf *b, const char *root) {
    xml_begin(w, b);
    xml_open(w, root);
    odt_namespaces(w);
    xml_attrz(w, "office:version", "1.2");
}

static struct str8 styles(struct odt *x, const struct head *h) {
    struct buf b = {0};
    struct xml w;
    root_begin(&w, &b, "office:document-styles");
    xml_open(&w, "office:styles");
    put_default_paragraph(x, &w);
    put_outline(&w);
    xml_close(&w, "office:styles");
    xml_open(&w, "office:automatic-styles");
    put_page_layouts(&w, h);
    put_logo_style(&w);
    put_first_style(&w, h);
    xml_close(&w, "office:automatic-styles");
    put_masters(x, &w, h);
    xml_close(&w, "office:document-styles");
    return odt_taken(x, &b);
}

static struct str8 content(struct odt *x) {
    struct buf b = {0};
    struct xml w;
    root_begin(&w, &b, "office:document-content");
    xml_none(&w, "office:automatic-styles");
    xml_open(&w, "office:body");
    xml_none(&w, "office:text");
    xml_close(&w, "office:body");
    xml_close(&w, "office:document-content");
    return odt_taken(x, &b);
}

/* How LibreOffice lays the text out: of two spaces that meet the larger counts. What is left out
 * here it takes to be as in files of its oldest versions. */
static struct str8 settings(struct odt *x) {
    static const struct {
        const char *name;
        bool on;
    } items[] = {
        {"AddParaTableSpacing", false},
        {"AddParaTableSpacingAtStart", false},
        {"AddParaSpacingToTableCells", true},
        {"AddParaLineSpacingToTableCells", true},
        {"AddExternalLeading", true},
        {"TabsRelativeToIndent", true},
        {"AlignTabStopPosition", true},
        {"UseFormerLineSpacing", false},
        {"UseFormerObjectPositioning", false},
        {"UseFormerTextWrapping", false},
        {"UseOldNumbering", false},
        {"UseOldPrinterMetrics", false},
        {"IgnoreFirstLineIndentInNumbering", false},
        {"DoNotResetParaAttrsForNumFont", false},
        {"ConsiderTextWrapOnObjPos", false},
        {"IgnoreTabsAndBlanksForLineCalculation", false},
        {"DoNotJustifyLinesWithManualBreak", false},
        {"TableRowKeep", false},
        {"TabOverflow", true},
        {"CollapseEmptyCellPara", true},
    };
    struct buf b = {0};
    struct xml w;
    xml_begin(&w, &b);
    xml_open(&w, "office:document-settings");
    xml_attrz(&w, "xmlns:office", ODT_OFFICE);
    xml_attrz(&w, "xmlns:config", ODT_CONFIG);
    xml_attrz(&w, "xmlns:ooo", "http://openoffice.org/2004/office");
    xml_attrz(&w, "office:version", "1.2");
    xml_open(&w, "office:settings");
    xml_open(&w, "config:config-item-set");
    xml_attrz(&w, "config:name", "ooo:configuration-settings");
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        xml_open(&w, "config:config-item");
        xml_attrz(&w, "config:name", items[i].name);
        xml_attrz(&w, "config:type", "boolean");
        xml_text(&w, items[i].on ? S8("true") : S8("false"));
        xml_close(&w, "config:config-item");
    }
    xml_open(&w, "config:config-item");
    xml_attrz(&w, "config:name", "PrinterIndependentLayout");
    xml_attrz(&w, "config:type", "string");
    xml_text(&w, S8("high-resolution"));
    xml_close(&w, "config:config-item");
    xml_close(&w, "config:config-item-set");
    xml_close(&w, "office:settings");
    xml_close(&w, "office:document-settings");
    return odt_taken(x, &b);
}

enum status odt_builtin(struct odt *x, struct error *err) {
    struct head h;
    enum status st = measure_head(x, &h, err);
    if (st != ST_OK)
        return st;
    x->master = S8(FIRST_PAGE);
    pack_put(x->pack, S8("content.xml"), content(x), false);
    pack_put(x->pack, S8("styles.xml"), styles(x, &h), false);
    pack_put(x->pack, S8("settings.xml"), settings(x), false);
    if (h.logo)
        pack_put(x->pack, S8("Pictures/logo.png"), x->d->logo, true);
    return ST_OK;
}
