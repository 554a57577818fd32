/* Parts of a package: opened, put back, left out, listed (ODF 1.2, part 3). */
#include <string.h>

#include "emit/odt.h"

enum status odt_open(struct odt *x, const char *name, struct odt_part *out, struct error *err) {
    *out = (struct odt_part){.name = s8_from(name), .splices = {.a = x->a}};
    out->what = arena_printf(x->a, "%.*s, %s", S8F(x->what), name);
    return xml_read(x->a, pack_get(x->pack, out->name), out->what, &out->xml, err);
}

void odt_close(struct odt *x, struct odt_part *part) {
    struct buf b = {0};
    xml_splices_apply(&part->splices, &part->xml, &b);
    pack_put(x->pack, part->name, odt_taken(x, &b), false);
}

/* --- What need not come along ----------------------------------------------------------------- */

static bool is_always_kept(struct str8 name) {
    return s8_eqz(name, "content.xml") || s8_eqz(name, "styles.xml") || s8_eqz(name, "meta.xml") ||
           s8_eqz(name, "settings.xml");
}

/* Is it the part that the address leads to, or one in that folder (an embedded object)? */
static bool leads_to(struct str8 href, struct str8 name) {
    if (s8_starts(href, S8("./")))
        href = s8_skip(href, 2);
    return href.n && s8_starts(name, href) && (name.n == href.n || name.p[href.n] == '/');
}

static bool is_named_in(const struct odt_part *part, struct str8 name) {
    for (const struct xml_elem *e = part->xml.root; e; e = xml_next(e, part->xml.root))
        if (leads_to(xml_value(e, ODT_XLINK, "href"), name))
            return true;
    return false;
}

/* Is it something that a program fetches when the document is opened? */
static bool is_fetched(const struct xml_elem *e) {
    struct str8 href = xml_value(e, ODT_XLINK, "href");
    return href.n && !xml_is(e, ODT_TEXT, "a") && !xml_is(e, ODT_DRAW, "a") &&
           (memchr(href.p, ':', href.n) || s8_starts(href, S8("/")) || s8_starts(href, S8("../")));
}

/* Is it a picture that is not there? That of an embedded object is made anew when it is missing. */
static bool is_lost(const struct odt *x, const struct xml_elem *e) {
    struct str8 href = xml_value(e, ODT_XLINK, "href");
    if (s8_starts(href, S8("./")))
        href = s8_skip(href, 2);
    return xml_is(e, ODT_DRAW, "image") && href.n && !s8_starts(href, S8("#")) &&
           !s8_starts(href, S8("ObjectReplacements/")) && !pack_get(x->pack, href).p;
}

/* What the part leads to must be in the package. */
static enum status check_links(const struct odt *x, const struct odt_part *part,
                               struct error *err) {
    for (const struct xml_elem *e = part->xml.root; e; e = xml_next(e, part->xml.root)) {
        struct str8 href = xml_value(e, ODT_XLINK, "href");
        if (is_fetched(e))
            return error_set(err, ST_INVALID,
                             "%.*s hämtar något från en annan plats: %.*s. Infoga det i mallen i "
                             "stället för att länka till det.",
                             S8F(x->what), S8F(href));
        if (is_lost(x, e))
            return error_set(err, ST_INVALID,
                             "%.*s är skadad: %.*s saknas. Ta bort det ur mallen eller infoga det "
                             "igen, och spara den på nytt.",
                             S8F(x->what), S8F(href));
    }
    return ST_OK;
}

enum status odt_prune(struct odt *x, struct error *err) {
    struct odt_part content, styles;
    enum status st = odt_open(x, "content.xml", &content, err);
    if (st == ST_OK)
        st = odt_open(x, "styles.xml", &styles, err);
    if (st == ST_OK)
        st = check_links(x, &content, err);
    if (st == ST_OK)
        st = check_links(x, &styles, err);
    for (size_t i = st == ST_OK ? x->pack->n : 0; i-- > 0;) {
        struct str8 name = x->pack->part[i].name;
        if (!is_always_kept(name) && !is_named_in(&content, name) && !is_named_in(&styles, name))
            pack_remove(x->pack, name);
    }
    return st;
}

/* --- Manifest --------------------------------------------------------------------------------- */

static struct str8 type_of(const struct xml_elem *old, struct str8 name) {
    static const struct {
        const char *end, *type;
    } types[] = {{".xml", "text/xml"},
                 {".png", "image/png"},
                 {".jpg", "image/jpeg"},
                 {".jpeg", "image/jpeg"},
                 {".gif", "image/gif"},
                 {".svg", "image/svg+xml"},
                 {".ttf", "application/x-font-ttf"}};
    for (const struct xml_elem *e = old ? old->first : NULL; e; e = e->next)
        if (s8_eq(xml_value(e, ODT_MANIFEST, "full-path"), name))
            return xml_value(e, ODT_MANIFEST, "media-type");
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (s8_ends(name, s8_from(types[i].end)))
            return s8_from(types[i].type);
    return S8("");
}

static void put_entry(const struct odt *x, struct xml *w, struct str8 name, struct str8 type) {
    xml_open(w, "manifest:file-entry");
    xml_attr(w, "manifest:full-path", name);
    if (s8_eqz(name, "/"))
        xml_attr(w, "manifest:version", x->version);
    xml_attr(w, "manifest:media-type", type);
    xml_close(w, "manifest:file-entry");
}

/* Folders that are documents in themselves have an entry too. */
static void put_folders(const struct odt *x, struct xml *w, const struct xml_elem *old) {
    for (const struct xml_elem *e = old ? old->first : NULL; e; e = e->next) {
        struct str8 name = xml_value(e, ODT_MANIFEST, "full-path");
        bool used = false;
        if (name.n < 2 || !s8_ends(name, S8("/")))
            continue;
        for (size_t i = 0; i < x->pack->n && !used; i++)
            used = s8_starts(x->pack->part[i].name, name);
        if (used)
            put_entry(x, w, name, xml_value(e, ODT_MANIFEST, "media-type"));
    }
}

static bool is_stored(struct str8 type) {
    return s8_eqz(type, "image/png") || s8_eqz(type, "image/jpeg");
}

enum status odt_manifest(struct odt *x, struct str8 old, struct error *err) {
    struct pack sorted = {.a = x->a};
    struct xml_doc doc = {0};
    struct buf b = {0};
    struct xml w;
    enum status st =
        old.p ? xml_read(x->a, old, arena_printf(x->a, "%.*s, META-INF/manifest.xml", S8F(x->what)),
                         &doc, err)
              : ST_OK;
    if (st != ST_OK)
        return st;
    pack_put(&sorted, S8("mimetype"), S8(ODT_MIMETYPE), true);
    xml_begin(&w, &b);
    xml_open(&w, "manifest:manifest");
    xml_attrz(&w, "xmlns:manifest", ODT_MANIFEST);
    xml_attr(&w, "manifest:version", x->version);
    put_entry(x, &w, S8("/"), S8(ODT_MIMETYPE));
    for (size_t i = 0; i < x->pack->n; i++) {
        const struct pack_part *part = &x->pack->part[i];
        struct str8 type = type_of(doc.root, part->name);
        put_entry(x, &w, part->name, type);
        pack_put(&sorted, part->name, part->bytes, is_stored(type));
    }
    put_folders(x, &w, doc.root);
    xml_close(&w, "manifest:manifest");
    pack_put(&sorted, S8("META-INF/manifest.xml"), odt_taken(x, &b), false);
    *x->pack = sorted;
    return ST_OK;
}
