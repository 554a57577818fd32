/* An organisation's own template: read, and refused where it cannot be used. */
#include "emit/docx.h"

static enum status refuse(const struct docx *x, const char *what, struct error *err) {
    return error_set(err, ST_INVALID, "%.*s %s", S8F(x->what), what);
}

/* What a file that is no package is, as far as its first bytes tell. */
static enum status check_bytes(const struct docx *x, struct str8 bytes, struct error *err) {
    if (s8_starts(bytes, S8("\xD0\xCF\x11\xE0")))
        return refuse(x,
                      "är låst med lösenord, eller ett Word-dokument av den äldre sorten (.doc). "
                      "Öppna filen i Word och spara den utan lösenord som Word-dokument (.docx).",
                      err);
    if (!s8_starts(bytes, S8("PK")))
        return refuse(x, "är inget Word-dokument. Välj en mall som slutar på .docx eller .dotx.",
                      err);
    return ST_OK;
}

static enum status check_macros(const struct docx *x, struct str8 types, struct error *err) {
    bool macros = s8_find(types, S8("macroEnabled")) >= 0 || s8_find(types, S8("vbaProject")) >= 0;
    for (size_t i = 0; i < x->pack->n; i++)
        macros = macros || s8_ends(x->pack->part[i].name, S8("vbaProject.bin"));
    if (macros)
        return refuse(
            x,
            "innehåller makron (.docm eller .dotm), och sådana mallar används inte. Öppna "
            "filen i Word och spara den som .docx eller .dotx.",
            err);
    return ST_OK;
}

static enum status check_package(struct docx *x, struct error *err) {
    struct str8 mimetype = pack_get(x->pack, S8("mimetype"));
    struct str8 types = pack_get(x->pack, S8("[Content_Types].xml"));
    if (s8_starts(mimetype, S8("application/vnd.oasis.opendocument")))
        return refuse(x,
                      "är en mall för LibreOffice (ODF). Ett Word-dokument behöver en mall som "
                      "slutar på .docx eller .dotx.",
                      err);
    enum status st = check_macros(x, types, err);
    if (st == ST_OK && s8_find(types, S8("wordprocessingml")) < 0)
        st =
            refuse(x, "är inget Word-dokument. Välj en mall som slutar på .docx eller .dotx.", err);
    return st;
}

enum status docx_strict(struct str8 what, struct error *err) {
    return error_set(err, ST_INVALID,
                     "%.*s: det här är inget vanligt Word-dokument. Öppna filen i Word och spara "
                     "den som Word-dokument (.docx), inte som Strict Open XML.",
                     S8F(what));
}

/* --- What lies outside ------------------------------------------------------------------------ */

static enum status drop_external(struct docx *x, struct docx_part *rels, struct error *err) {
    for (const struct xml_elem *e = rels->xml.root->first; e; e = e->next) {
        struct str8 type = xml_value(e, "", "Type");
        if (!s8_eqz(xml_value(e, "", "TargetMode"), "External") || s8_ends(type, S8("/hyperlink")))
            continue;
        if (!s8_ends(type, S8("/attachedTemplate")) && s8_find(type, S8("/mailMerge")) < 0)
            return error_set(err, ST_INVALID,
                             "%.*s hämtar något från en annan plats: %.*s. Infoga det i mallen i "
                             "stället för att länka till det.",
                             S8F(x->what), S8F(xml_value(e, "", "Target")));
        xml_splice_element(&rels->splices, e, S8(""));
    }
    return ST_OK;
}

/* The settings that named what is dropped. */
static enum status drop_settings(struct docx *x, struct str8 name, struct error *err) {
    struct docx_part part;
    enum status st = docx_open(x, name, S8("<w:settings xmlns:w=\"" DOCX_W "\"/>"), &part, err);
    if (st != ST_OK)
        return st;
    for (const struct xml_elem *e = part.xml.root->first; e; e = e->next)
        if (xml_is(e, DOCX_W, "attachedTemplate") || xml_is(e, DOCX_W, "mailMerge"))
            xml_splice_element(&part.splices, e, S8(""));
    docx_close(x, &part);
    return ST_OK;
}

static enum status close_doors(struct docx *x, struct error *err) {
    enum status st = ST_OK;
    for (size_t i = 0; st == ST_OK && i < x->pack->n; i++) {
        struct str8 name = x->pack->part[i].name;
        struct docx_part rels;
        if (!s8_ends(name, S8(".rels")))
            continue;
        st = docx_open(x, name, S8(""), &rels, err);
        if (st == ST_OK)
            st = drop_external(x, &rels, err);
        if (st == ST_OK)
            docx_close(x, &rels);
    }
    return st;
}

enum status docx_template(struct docx *x, const struct emit_template *t, struct error *err) {
    struct docx_rels package, related;
    x->what = t->name.n ? t->name : S8("Mallen");
    enum status st = check_bytes(x, t->bytes, err);
    if (st == ST_OK)
        st = pack_read(x->a, t->bytes, x->what, x->pack, err);
    if (st == ST_OK)
        st = check_package(x, err);
    if (st == ST_OK)
        st = close_doors(x, err);
    if (st == ST_OK)
        st = docx_rels_open(x, S8(""), &package, err);
    if (st != ST_OK)
        return st;
    struct str8 main = docx_rels_part(x, &package, DOCX_R "/officeDocument");
    if (!main.p && docx_rels_part(x, &package, "/officeDocument").p)
        return docx_strict(x->what, err);
    if (!pack_get(x->pack, main).p)
        return refuse(x, "saknar sitt dokument. Öppna filen i Word och spara den på nytt.", err);
    st = docx_rels_open(x, main, &related, err);
    struct str8 settings = st == ST_OK ? docx_rels_part(x, &related, DOCX_R "/settings") : S8("");
    return settings.n ? drop_settings(x, settings, err) : st;
}
