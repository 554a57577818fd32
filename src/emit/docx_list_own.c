/* An organisation's own lists: the definitions that its styles "List Bullet" and "List Number" have
 * in numbering.xml. */
#include "emit/docx.h"

enum { LEFT_MAX = 5 * DOCX_TEXT_WIDTH / 6, BASES_MAX = 16 };

static const struct xml_elem *with_value(const struct xml_elem *root, const char *element,
                                         const char *attr, struct str8 value) {
    const struct xml_elem *e = root->first;
    while (e && !(xml_is(e, DOCX_W, element) && s8_eq(xml_value(e, DOCX_W, attr), value)))
        e = e->next;
    return e;
}

static struct str8 child_value(const struct xml_elem *e, const char *child) {
    return xml_value(xml_child(e, DOCX_W, child), DOCX_W, "val");
}

/* --- In styles.xml ---------------------------------------------------------------------------- */

void docx_own_lists_find(struct docx *x, const struct xml_elem *styles) {
    static const enum docx_style kinds[] = {DOCX_BULLET, DOCX_NUMBER};
    for (int i = 0; i < 2; i++) {
        struct str8 id = x->style_id[kinds[i]];
        for (int above = 0; above < BASES_MAX && !x->own_list[i].num.n; above++) {
            const struct xml_elem *style = with_value(styles, "style", "styleId", id);
            const struct xml_elem *properties = xml_child(style, DOCX_W, "pPr");
            x->own_list[i].num = child_value(xml_child(properties, DOCX_W, "numPr"), "numId");
            id = child_value(style, "basedOn");
        }
    }
}

/* --- In numbering.xml ------------------------------------------------------------------------- */

/* Can our items be counted by it? One that shows the numbers of the levels above ("1.1") cannot:
 * every list of ours is counted by itself. */
static bool is_usable(const struct xml_elem *level, int at, bool ordered) {
    struct str8 format = child_value(level, "numFmt"), text = child_value(level, "lvlText");
    bool bullet = s8_eqz(format, "bullet");
    if (bullet == ordered || s8_eqz(format, "none"))
        return false;
    for (size_t i = 0; ordered && i + 1 < text.n; i++)
        if (text.p[i] == '%' && text.p[i + 1] != '1' + at)
            return false;
    return bullet || s8_find(text, S8("%")) >= 0;
}

static int measure(const struct xml_elem *e, const char *attr, const char *other) {
    struct str8 value = xml_value(e, DOCX_W, attr);
    int twips;
    return s8_uint(value.p ? value : xml_value(e, DOCX_W, other), &twips) && twips < LEFT_MAX
               ? twips
               : 0;
}

static void read_levels(struct docx_own_list *list, const struct xml_elem *definition,
                        bool ordered) {
    for (const struct xml_elem *e = definition->first; e; e = e->next) {
        int at;
        if (!xml_is(e, DOCX_W, "lvl") || !s8_uint(xml_value(e, DOCX_W, "ilvl"), &at) ||
            at >= DOCX_LEVELS)
            continue;
        const struct xml_elem *by = xml_child(xml_child(e, DOCX_W, "pPr"), DOCX_W, "ind");
        list->level[at] =
            (struct docx_indent){measure(by, "left", "start"), measure(by, "hanging", "hanging")};
        list->usable[at] = by && is_usable(e, at, ordered);
    }
}

void docx_own_lists_read(struct docx *x, const struct xml_elem *numbering) {
    for (int i = 0; i < 2; i++) {
        struct docx_own_list *list = &x->own_list[i];
        const struct xml_elem *num =
            list->num.n ? with_value(numbering, "num", "numId", list->num) : NULL;
        struct str8 id = child_value(num, "abstractNumId");
        const struct xml_elem *definition =
            id.n ? with_value(numbering, "abstractNum", "abstractNumId", id) : NULL;
        if (definition && s8_uint(id, &list->definition) && !xml_find(num, DOCX_W, "lvl"))
            read_levels(list, definition, i == 1);
    }
}
