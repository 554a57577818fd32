/* Parts of a package, their relationships and their types (ISO/IEC 29500-2). */
#include "emit/docx.h"

#include <stdint.h>

/* --- Parts ------------------------------------------------------------------------------------ */

enum status docx_open(struct docx *x, struct str8 name, struct str8 skeleton, struct docx_part *out,
                      struct error *err) {
    struct str8 bytes = pack_get(x->pack, name);
    *out = (struct docx_part){.name = name, .splices = {.a = x->a}};
    out->what = arena_printf(x->a, "%.*s, %.*s", S8F(x->what), S8F(name));
    return xml_read(x->a, bytes.p ? bytes : skeleton, out->what, &out->xml, err);
}

void docx_append(struct docx *x, struct docx_part *part, struct str8 bytes) {
    *ARENA_PUSH(x->a, part->added, part->n_added, part->cap_added) = arena_str8(x->a, bytes);
}

void docx_close(struct docx *x, struct docx_part *part) {
    struct buf b = {0};
    for (size_t i = 0; i < part->n_added; i++)
        buf_str8(&b, part->added[i]);
    if (b.n)
        xml_splice_append(&part->splices, &part->xml, part->xml.root,
                          arena_str8(x->a, buf_str8_of(&b)));
    buf_clear(&b);
    xml_splices_apply(&part->splices, &part->xml, &b);
    pack_put(x->pack, part->name, arena_str8(x->a, buf_str8_of(&b)), false);
    buf_free(&b);
}

/* --- Relationships ---------------------------------------------------------------------------- */

static struct str8 folder_of(struct str8 part) {
    size_t n = part.n;
    while (n && part.p[n - 1] != '/')
        n--;
    return s8_sub(part, 0, n);
}

struct str8 docx_rels_name(struct arena *a, struct str8 part) {
    struct str8 folder = folder_of(part);
    return arena_printf(a, "%.*s_rels/%.*s.rels", S8F(folder), S8F(s8_skip(part, folder.n)));
}

static bool prefix_taken(const struct docx_rels *r) {
    for (const struct xml_elem *e = r->part.xml.root->first; e; e = e->next)
        if (s8_starts(xml_value(e, "", "Id"), r->prefix))
            return true;
    return false;
}

enum status docx_rels_open(struct docx *x, struct str8 part, struct docx_rels *out,
                           struct error *err) {
    *out = (struct docx_rels){.base = folder_of(part), .prefix = S8("yttra")};
    struct str8 name =
        arena_printf(x->a, "%.*s_rels/%.*s.rels", S8F(out->base), S8F(s8_skip(part, out->base.n)));
    struct str8 none = S8("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                          "<Relationships xmlns=\"" DOCX_RELS "\"/>");
    enum status st = docx_open(x, name, none, &out->part, err);
    if (st != ST_OK)
        return st;
    while (prefix_taken(out))
        out->prefix = arena_printf(x->a, "%.*sx", S8F(out->prefix));
    return ST_OK;
}

/* Without its last step: "a/b/" gives "a/". */
static size_t step_up(struct str8 path) {
    return folder_of(s8_sub(path, 0, path.n ? path.n - 1 : 0)).n;
}

struct str8 docx_resolve(struct arena *a, struct str8 base, struct str8 target) {
    struct buf path = {0};
    if (s8_starts(target, S8("/")))
        target = s8_skip(target, 1);
    else
        buf_str8(&path, base);
    for (struct str8 rest = target, step; rest.p;) {
        step = s8_cut(&rest, '/');
        if (s8_eqz(step, ".."))
            path.n = step_up(buf_str8_of(&path));
        else if (!s8_eqz(step, "."))
            buf_str8(&path, step);
        if (rest.p && !s8_eqz(step, "..") && !s8_eqz(step, "."))
            buf_byte(&path, '/');
    }
    struct str8 out = arena_str8(a, buf_str8_of(&path));
    buf_free(&path);
    return out;
}

struct str8 docx_rels_part(struct docx *x, const struct docx_rels *r, const char *type) {
    for (const struct xml_elem *e = r->part.xml.root->first; e; e = e->next)
        if (xml_is(e, DOCX_RELS, "Relationship") &&
            s8_ends(xml_value(e, "", "Type"), s8_from(type)) &&
            !s8_eqz(xml_value(e, "", "TargetMode"), "External"))
            return docx_resolve(x->a, r->base, xml_value(e, "", "Target"));
    return (struct str8){0};
}

/* Spliced in with a namespace of its own, for the part may have a prefix for it. */
static void add_line(struct docx *x, struct docx_part *part, const char *element,
                     const char *const (*attr)[2], size_t n) {
    struct buf b = {0};
    struct xml w;
    xml_fragment(&w, &b);
    xml_open(&w, element);
    if (!s8_eq(xml_bound(&part->xml, ""), part->xml.root->ns))
        xml_attr(&w, "xmlns", part->xml.root->ns);
    for (size_t i = 0; i < n; i++)
        if (attr[i][1])
            xml_attrz(&w, attr[i][0], attr[i][1]);
    xml_close(&w, element);
    docx_append(x, part, buf_str8_of(&b));
    buf_free(&b);
}

struct str8 docx_rels_add(struct docx *x, struct docx_rels *r, const char *type, struct str8 target,
                          bool external) {
    struct str8 id = arena_printf(x->a, "%.*s%d", S8F(r->prefix), ++r->n_added);
    const char *const attr[][2] = {{"Id", id.p},
                                   {"Type", type},
                                   {"Target", arena_str8(x->a, target).p},
                                   {"TargetMode", external ? "External" : NULL}};
    add_line(x, &r->part, "Relationship", attr, 4);
    return id;
}

/* FNV-1a. */
static size_t bucket_of(struct str8 s) {
    uint32_t hash = 2166136261;
    for (size_t i = 0; i < s.n; i++)
        hash = (hash ^ (unsigned char)s.p[i]) * 16777619;
    return hash % DOCX_LINK_BUCKETS;
}

struct str8 docx_rels_link(struct docx *x, struct docx_rels *r, struct str8 href) {
    if (!r->link)
        r->link = ARENA_NEW(x->a, struct docx_link *, DOCX_LINK_BUCKETS);
    struct docx_link **first = &r->link[bucket_of(href)];
    for (const struct docx_link *l = *first; l; l = l->next)
        if (s8_eq(l->target, href))
            return l->id;
    struct docx_link *link = ARENA_NEW(x->a, struct docx_link, 1);
    *link = (struct docx_link){href, docx_rels_add(x, r, DOCX_R "/hyperlink", href, true), *first};
    *first = link;
    return link->id;
}

/* --- Types ------------------------------------------------------------------------------------ */

void docx_type(struct docx *x, struct str8 part, const char *type) {
    struct str8 name = arena_printf(x->a, "/%.*s", S8F(part));
    const char *const attr[][2] = {{"PartName", name.p}, {"ContentType", type}};
    for (struct xml_elem *e = x->types.xml.root->first; e; e = e->next)
        if (xml_is(e, DOCX_TYPES, "Override") && s8_eq(xml_value(e, "", "PartName"), name))
            xml_splice_element(&x->types.splices, e, S8(""));
    add_line(x, &x->types, "Override", attr, 2);
}

struct str8 docx_related(struct docx *x, const char *kind) {
    struct str8 type = arena_printf(x->a, "%s/%s", DOCX_R, kind);
    struct str8 name = docx_rels_part(x, &x->main_rels, type.p);
    const char *content = arena_printf(x->a, "%s%s+xml", DOCX_WORD_TYPE, kind).p;
    if (name.n) {
        if (!pack_get(x->pack, name).p)
            docx_type(x, name, content);
        return name;
    }
    struct str8 base = x->main_rels.base, file = arena_printf(x->a, "%s.xml", kind);
    name = arena_printf(x->a, "%.*s%.*s", S8F(base), S8F(file));
    for (int i = 2; pack_get(x->pack, name).p; i++) {
        file = arena_printf(x->a, "%s%d.xml", kind, i);
        name = arena_printf(x->a, "%.*s%.*s", S8F(base), S8F(file));
    }
    docx_rels_add(x, &x->main_rels, type.p, file, false);
    docx_type(x, name, content);
    return name;
}
