/* An organisation's own template: read, and refused where it cannot be used. */
#include <string.h>

#include "emit/odt.h"

static enum status refuse(const struct odt *x, const char *what, struct error *err) {
    return error_set(err, ST_INVALID, "%.*s %s", S8F(x->what), what);
}

/* What a file that is no package is, as far as its first bytes tell. */
static enum status check_bytes(const struct odt *x, struct str8 bytes, struct error *err) {
    if (s8_starts(bytes, S8("PK")))
        return ST_OK;
    return refuse(x, "är inget ODF-dokument. Välj en mall som slutar på .odt eller .ott.", err);
}

static enum status check_kind(const struct odt *x, struct error *err) {
    struct str8 type = s8_trim(pack_get(x->pack, S8("mimetype")));
    if (s8_eqz(type, ODT_MIMETYPE) || s8_eqz(type, ODT_MIMETYPE "-template"))
        return ST_OK;
    if (s8_starts(type, S8("application/vnd.oasis.opendocument")))
        return refuse(x,
                      "är ett ODF-dokument av ett annat slag än text. Välj en mall som slutar på "
                      ".odt eller .ott.",
                      err);
    if (pack_get(x->pack, S8("[Content_Types].xml")).p)
        return refuse(
            x,
            "är ett dokument för Word (eller Excel, PowerPoint). Ett ODF-dokument behöver "
            "en mall som slutar på .odt eller .ott; öppna filen i LibreOffice och spara "
            "den så.",
            err);
    return refuse(x, "är inget ODF-dokument. Välj en mall som slutar på .odt eller .ott.", err);
}

static enum status check_encryption(struct odt *x, struct error *err) {
    struct odt_part manifest;
    if (!pack_get(x->pack, S8("META-INF/manifest.xml")).p)
        return refuse(x,
                      "är skadad: den saknar förteckningen över sina delar. Öppna filen i "
                      "LibreOffice, spara den på nytt och försök igen.",
                      err);
    enum status st = odt_open(x, "META-INF/manifest.xml", &manifest, err);
    if (st == ST_OK && (xml_find(manifest.xml.root, ODT_MANIFEST, "encryption-data") ||
                        pack_get(x->pack, S8("encrypted-package")).p))
        st = refuse(x, "är krypterad. Spara en kopia utan lösenord och använd den.", err);
    return st;
}

/* LibreOffice may leave libraries of macros in which there is nothing. */
static bool is_empty_library(struct str8 name) {
    return s8_ends(name, S8("script-lc.xml")) || s8_ends(name, S8("script-lb.xml")) ||
           s8_ends(name, S8("dialog-lc.xml")) || s8_ends(name, S8("dialog-lb.xml"));
}

static enum status check_macros(const struct odt *x, struct error *err) {
    for (size_t i = 0; i < x->pack->n; i++) {
        const struct pack_part *p = &x->pack->part[i];
        bool macros = s8_starts(p->name, S8("Basic/")) || s8_starts(p->name, S8("Scripts/"));
        if (macros && !is_empty_library(p->name) && s8_trim(p->bytes).n)
            return refuse(x,
                          "innehåller makron, och sådana mallar används inte. Öppna filen i "
                          "LibreOffice, ta bort makrona (Verktyg, Makron) och spara den på nytt.",
                          err);
    }
    return ST_OK;
}

static enum status check_parts(const struct odt *x, struct error *err) {
    if (pack_get(x->pack, S8("content.xml")).p && pack_get(x->pack, S8("styles.xml")).p)
        return ST_OK;
    return refuse(x,
                  "saknar sitt innehåll eller sina formatmallar. Öppna filen i LibreOffice, spara "
                  "den på nytt och försök igen.",
                  err);
}

/* --- Settings --------------------------------------------------------------------------------- */

/* The printer of whoever made the template is nobody else's business. */
static enum status forget_printer(struct odt *x, struct error *err) {
    struct odt_part part;
    if (!pack_get(x->pack, S8("settings.xml")).p)
        return ST_OK;
    enum status st = odt_open(x, "settings.xml", &part, err);
    if (st != ST_OK)
        return st;
    for (const struct xml_elem *e = part.xml.root; e; e = xml_next(e, part.xml.root)) {
        struct str8 name = xml_value(e, ODT_CONFIG, "name");
        if (s8_eqz(name, "PrinterName") || s8_eqz(name, "PrinterSetup"))
            xml_splice_element(&part.splices, e, S8(""));
    }
    odt_close(x, &part);
    return ST_OK;
}

enum status odt_template(struct odt *x, const struct emit_template *t, struct error *err) {
    x->what = t->name.n ? t->name : S8("Mallen");
    enum status st = check_bytes(x, t->bytes, err);
    if (st == ST_OK)
        st = pack_read(x->a, t->bytes, x->what, x->pack, err);
    if (st == ST_OK)
        st = check_kind(x, err);
    if (st == ST_OK)
        st = check_encryption(x, err);
    if (st == ST_OK)
        st = check_macros(x, err);
    if (st == ST_OK)
        st = check_parts(x, err);
    return st == ST_OK ? forget_printer(x, err) : st;
}

/* --- Its page --------------------------------------------------------------------------------- */

static const struct xml_elem *named(const struct xml_elem *in, const char *element,
                                    struct str8 name) {
    const struct xml_elem *e = in ? in->first : NULL;
    while (e && !(xml_is(e, ODT_STYLE, element) && s8_eq(xml_value(e, ODT_STYLE, "name"), name)))
        e = e->next;
    return e;
}

/* "21cm" in twips; 0 when it is no length. */
static int length(struct str8 s) {
    static const struct {
        const char *unit;
        double twips;
    } units[] = {{"cm", 1440 / 2.54}, {"mm", 1440 / 25.4}, {"in", 1440}, {"inch", 1440},
                 {"pt", 20},          {"pc", 240},         {"px", 15}};
    double value = 0, scale = 1;
    bool fraction = false;
    size_t i = 0;
    for (; i < s.n && (s.p[i] == '.' || (s.p[i] >= '0' && s.p[i] <= '9')); i++) {
        if (s.p[i] == '.') {
            fraction = true;
            continue;
        }
        value = value * 10 + (s.p[i] - '0');
        scale *= fraction ? 10 : 1;
    }
    for (size_t u = 0; u < sizeof units / sizeof *units; u++)
        if (s8_eqz(s8_skip(s, i), units[u].unit) && value / scale * units[u].twips < 1 << 20)
            return (int)(value / scale * units[u].twips);
    return 0;
}

static struct str8 master_of(const struct odt *x, struct str8 style) {
    const struct xml_elem *autos = xml_child(x->content.xml.root, ODT_OFFICE, "automatic-styles");
    const struct xml_elem *styles = xml_child(x->styles.xml.root, ODT_OFFICE, "styles");
    const struct xml_elem *e = named(autos, "style", style);
    struct str8 master = xml_value(e, ODT_STYLE, "master-page-name");
    if (e && !master.p)
        style = xml_value(e, ODT_STYLE, "parent-style-name");
    return master.p ? master
                    : xml_value(named(styles, "style", style), ODT_STYLE, "master-page-name");
}

void odt_template_page(struct odt *x, const struct xml_elem *first) {
    const struct xml_elem *root = x->styles.xml.root;
    const struct xml_elem *masters = xml_child(root, ODT_OFFICE, "master-styles");
    struct str8 style = xml_value(first, ODT_TEXT, "style-name");
    x->master = first ? master_of(x, style.p ? style : xml_value(first, ODT_TABLE, "style-name"))
                      : (struct str8){0};
    const struct xml_elem *master = named(masters, "master-page", x->master);
    if (!master) {
        x->master = (struct str8){0};
        master = named(masters, "master-page", S8("Standard"));
    }
    if (!master)
        master = xml_child(masters, ODT_STYLE, "master-page");
    const struct xml_elem *layout =
        xml_child(named(xml_child(root, ODT_OFFICE, "automatic-styles"), "page-layout",
                        xml_value(master, ODT_STYLE, "page-layout-name")),
                  ODT_STYLE, "page-layout-properties");
    struct str8 left = xml_value(layout, ODT_FO, "margin-left");
    struct str8 right = xml_value(layout, ODT_FO, "margin-right");
    struct str8 all = xml_value(layout, ODT_FO, "margin");
    int width = length(xml_value(layout, ODT_FO, "page-width")) - length(left.p ? left : all) -
                length(right.p ? right : all);
    x->text_width = width > LOOK_SIGN_WIDTH ? width : ODT_TEXT_WIDTH;
}
