/* Lists: numbering.xml.
 *
 * A definition (w:abstractNum) has nine levels. Bullets and numbers have one each, and one more for
 * every nine levels deeper; where a template has definitions for its own lists those come first.
 * Every ordered list is an instance (w:num) of its own that begins at its own number; all bullet
 * lists of a definition share one. */
#include "emit/docx.h"

enum { ID_MAX = 1000000000 };

static int band_of(int depth) {
    return depth / DOCX_LEVELS;
}

int docx_num_level(int depth) {
    return depth % DOCX_LEVELS;
}

static int left_at(int depth) {
    return (depth + 1) * LOOK_INDENT;
}

struct docx_indent docx_num_indent(const struct docx *x, int num) {
    const struct docx_num *n = &x->num[num - 1];
    return n->own ? x->own_list[n->ordered].level[n->depth]
                  : (struct docx_indent){left_at(n->depth), LOOK_INDENT};
}

static bool is_same(const struct docx_num *a, const struct docx_num *b) {
    return !a->ordered && !b->ordered && a->own == b->own &&
           (a->own ? a->depth == b->depth : band_of(a->depth) == band_of(b->depth));
}

int docx_num(struct docx *x, const struct doc_node *list, int depth, bool own) {
    own = own && depth < DOCX_LEVELS && x->own_list[list->ordered].usable[depth];
    struct docx_num new = {list->ordered, own, depth, list->start};
    for (size_t i = 0; i < x->n_nums; i++)
        if (is_same(&x->num[i], &new))
            return (int)i + 1;
    *ARENA_PUSH(x->a, x->num, x->n_nums, x->cap_nums) = new;
    return (int)x->n_nums;
}

/* --- The highest ids -------------------------------------------------------------------------- */

enum status docx_numbering_begin(struct docx *x, struct error *err) {
    struct docx_part part;
    struct str8 name = docx_rels_part(x, &x->main_rels, DOCX_R "/numbering");
    x->abstract_base = -1;
    if (!pack_get(x->pack, name).p)
        return ST_OK;
    enum status st = docx_open(x, name, S8(""), &part, err);
    for (struct xml_elem *e = st == ST_OK ? part.xml.root->first : NULL; e; e = e->next) {
        int id;
        if (s8_uint(xml_value(e, DOCX_W, "abstractNumId"), &id) && id > x->abstract_base)
            x->abstract_base = id;
        if (s8_uint(xml_value(e, DOCX_W, "numId"), &id) && id > x->num_base)
            x->num_base = id;
    }
    if (st == ST_OK)
        docx_own_lists_read(x, part.xml.root);
    if (st == ST_OK && (x->abstract_base > ID_MAX || x->num_base > ID_MAX))
        return error_set(
            err, ST_INVALID,
            "%.*s: listorna har orimligt höga nummer. Öppna filen i Word, spara den på "
            "nytt och försök igen.",
            S8F(part.what));
    return st;
}

/* --- The part --------------------------------------------------------------------------------- */

/* Numbers of the definitions: bullets and numbers by turns, band by band. */
static int definition_of(const struct docx *x, const struct docx_num *n) {
    if (n->own)
        return x->own_list[n->ordered].definition;
    return x->abstract_base + 1 + 2 * band_of(n->depth) + n->ordered;
}

static void put_level(struct xml *w, bool ordered, int depth) {
    int level = docx_num_level(depth);
    xml_open(w, "w:lvl");
    xml_attri(w, "w:ilvl", level);
    xml_onei(w, "w:start", "w:val", 1);
    xml_onez(w, "w:numFmt", "w:val", ordered ? "decimal" : "bullet");
    xml_open(w, "w:lvlText");
    if (ordered)
        xml_attrf(w, "w:val", "%%%d.", level + 1);
    else
        xml_attrz(w, "w:val", look_bullet(depth));
    xml_close(w, "w:lvlText");
    xml_onez(w, "w:lvlJc", "w:val", "left");
    xml_open(w, "w:pPr");
    xml_open(w, "w:ind");
    xml_attri(w, "w:left", left_at(depth));
    xml_attri(w, "w:hanging", LOOK_INDENT);
    xml_close(w, "w:ind");
    xml_close(w, "w:pPr");
    xml_close(w, "w:lvl");
}

static bool is_used(const struct docx *x, int definition) {
    for (size_t i = 0; i < x->n_nums; i++)
        if (definition_of(x, &x->num[i]) == definition)
            return true;
    return false;
}

static void put_definitions(const struct docx *x, struct xml *w) {
    for (int i = 0; i <= 2 * band_of(DOC_NEST_MAX) + 1; i++) {
        int id = x->abstract_base + 1 + i;
        if (!is_used(x, id))
            continue;
        xml_open(w, "w:abstractNum");
        xml_attri(w, "w:abstractNumId", id);
        xml_onez(w, "w:multiLevelType", "w:val", "multilevel");
        for (int level = 0; level < DOCX_LEVELS; level++)
            put_level(w, i % 2, i / 2 * DOCX_LEVELS + level);
        xml_close(w, "w:abstractNum");
    }
}

static void put_instances(const struct docx *x, struct xml *w) {
    for (size_t i = 0; i < x->n_nums; i++) {
        const struct docx_num *n = &x->num[i];
        xml_open(w, "w:num");
        xml_attri(w, "w:numId", x->num_base + 1 + (int)i);
        xml_onei(w, "w:abstractNumId", "w:val", definition_of(x, n));
        if (n->ordered) {
            xml_open(w, "w:lvlOverride");
            xml_attri(w, "w:ilvl", docx_num_level(n->depth));
            xml_onei(w, "w:startOverride", "w:val", n->start);
            xml_close(w, "w:lvlOverride");
        }
        xml_close(w, "w:num");
    }
}

typedef void put_fn(const struct docx *, struct xml *);

static struct str8 written(struct docx *x, put_fn *put) {
    struct buf b = {0};
    struct xml w;
    xml_fragment(&w, &b);
    put(x, &w);
    struct str8 out = arena_str8(x->a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

/* The schema wants definitions before instances, and one thing after them. */
static void insert_before(struct docx *x, struct docx_part *part, const char *const *names,
                          struct str8 what) {
    for (const struct xml_elem *e = part->xml.root->first; e; e = e->next)
        for (size_t i = 0; names[i]; i++)
            if (xml_is(e, DOCX_W, names[i])) {
                xml_splice(&part->splices, e->from, e->from, what);
                return;
            }
    docx_append(x, part, what);
}

enum status docx_numbering_end(struct docx *x, struct error *err) {
    static const char *const after_definitions[] = {"num", "numIdMacAtCleanup", NULL};
    static const char *const after_instances[] = {"numIdMacAtCleanup", NULL};
    struct docx_part part;
    if (x->n_nums == 0)
        return ST_OK;
    struct str8 skeleton = S8("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                              "<w:numbering xmlns:w=\"" DOCX_W "\"/>");
    enum status st = docx_open(x, docx_related(x, "numbering"), skeleton, &part, err);
    if (st == ST_OK)
        st = xml_splice_binding(&part.splices, &part.xml, "w", DOCX_W, part.what, err);
    if (st != ST_OK)
        return st;
    insert_before(x, &part, after_definitions, written(x, put_definitions));
    insert_before(x, &part, after_instances, written(x, put_instances));
    docx_close(x, &part);
    return ST_OK;
}
