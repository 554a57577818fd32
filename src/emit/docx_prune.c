/* What a template need not bring with it. */
#include "emit/docx.h"

/* Relationships that count only where something names them by their id. */
static bool is_by_id(struct str8 type) {
    static const char *const kinds[] = {"/hyperlink",      "/image",
                                        "/chart",          "/chartEx",
                                        "/oleObject",      "/package",
                                        "/control",        "/aFChunk",
                                        "/subDocument",    "/frame",
                                        "/diagramData",    "/diagramLayout",
                                        "/diagramColors",  "/diagramQuickStyle",
                                        "/diagramDrawing", "/video",
                                        "/audio",          "/media",
                                        "/header",         "/footer"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (s8_ends(type, s8_from(kinds[i])))
            return true;
    return false;
}

static bool is_comment(struct str8 type) {
    return s8_find(type, S8("/comments")) >= 0 || s8_ends(type, S8("/people"));
}

static bool names_id(const struct xml_elem *kept, struct str8 id) {
    for (const struct xml_elem *e = kept; e; e = xml_next(e, kept))
        for (size_t i = 0; i < e->n_attrs; i++)
            if (s8_eqz(e->attr[i].ns, DOCX_R) && s8_eq(e->attr[i].value, id))
                return true;
    return false;
}

static bool has_id(const struct docx_rels *r, struct str8 id) {
    const struct xml_elem *e = r->part.xml.root->first;
    while (e && !s8_eq(xml_value(e, "", "Id"), id))
        e = e->next;
    return e != NULL;
}

enum status docx_check_ids(const struct docx_rels *r, const struct docx_part *part,
                           const struct xml_elem *kept, struct error *err) {
    for (const struct xml_elem *e = kept; e; e = xml_next(e, kept))
        for (size_t i = 0; i < e->n_attrs; i++)
            if (s8_eqz(e->attr[i].ns, DOCX_R) && e->attr[i].value.n && !has_id(r, e->attr[i].value))
                return error_set(err, ST_INVALID,
                                 "%.*s: delen visar något som saknas i filen. Öppna mallen i Word, "
                                 "spara den på nytt och försök igen.",
                                 S8F(part->what));
    return ST_OK;
}

void docx_prune_relationships(struct docx_rels *r, const struct xml_elem *kept) {
    for (const struct xml_elem *e = r->part.xml.root->first; e; e = e->next) {
        struct str8 type = xml_value(e, "", "Type");
        if (is_comment(type) || (is_by_id(type) && !names_id(kept, xml_value(e, "", "Id"))))
            xml_splice_element(&r->part.splices, e, S8(""));
    }
}

/* --- Parts ------------------------------------------------------------------------------------ */

struct sweep {
    struct docx *x;
    bool *reached; /* per part of the package */
    size_t *queue;
    size_t n;
};

/* False when there is no such part. */
static bool reach(struct sweep *s, struct str8 name) {
    for (size_t i = 0; i < s->x->pack->n; i++) {
        if (!s8_eq(s->x->pack->part[i].name, name))
            continue;
        if (!s->reached[i])
            s->queue[s->n++] = i;
        s->reached[i] = true;
        return true;
    }
    return false;
}

/* A relationship that leads to nothing is forgotten; where something names it, that would be left
 * without what it shows, and Word calls the file damaged. */
static enum status lost(const struct sweep *s, struct docx_rels *r, const struct xml_elem *e,
                        struct error *err) {
    struct str8 target = xml_value(e, "", "Target");
    if (!is_by_id(xml_value(e, "", "Type"))) {
        xml_splice_element(&r->part.splices, e, S8(""));
        return ST_OK;
    }
    return error_set(
        err, ST_INVALID,
        "%.*s är skadad: %.*s saknas. Ta bort det ur mallen eller infoga det igen, och "
        "spara den på nytt.",
        S8F(s->x->what), S8F(target));
}

/* Follows the relationships of `part`. */
static enum status follow(struct sweep *s, struct str8 part, struct error *err) {
    struct docx_rels r;
    struct str8 name = docx_rels_name(s->x->a, part);
    if (!reach(s, name))
        return ST_OK;
    enum status st = docx_rels_open(s->x, part, &r, err);
    for (const struct xml_elem *e = st == ST_OK ? r.part.xml.root->first : NULL; st == ST_OK && e;
         e = e->next) {
        struct str8 target = xml_value(e, "", "Target");
        if (!s8_eqz(xml_value(e, "", "TargetMode"), "External") && !s8_starts(target, S8("#")) &&
            !reach(s, docx_resolve(s->x->a, r.base, target)))
            st = lost(s, &r, e, err);
    }
    if (st == ST_OK && r.part.splices.n)
        docx_close(s->x, &r.part);
    return st;
}

/* Types of parts that are not there. */
static void prune_types(struct docx *x) {
    for (const struct xml_elem *e = x->types.xml.root->first; e; e = e->next) {
        struct str8 part = xml_value(e, "", "PartName");
        if (part.n && !pack_get(x->pack, s8_skip(part, 1)).p)
            xml_splice_element(&x->types.splices, e, S8(""));
    }
}

enum status docx_prune_parts(struct docx *x, struct error *err) {
    size_t n = x->pack->n;
    struct sweep s = {.x = x};
    s.reached = ARENA_NEW(x->a, bool, n);
    s.queue = ARENA_NEW(x->a, size_t, n);
    enum status st = follow(&s, S8(""), err);
    for (size_t i = 0; st == ST_OK && i < s.n; i++)
        if (!s8_ends(x->pack->part[s.queue[i]].name, S8(".rels")))
            st = follow(&s, x->pack->part[s.queue[i]].name, err);
    for (size_t i = n; st == ST_OK && i-- > 0;)
        if (!s.reached[i] && !s8_eqz(x->pack->part[i].name, "[Content_Types].xml"))
            pack_remove(x->pack, x->pack->part[i].name);
    prune_types(x);
    return st;
}
