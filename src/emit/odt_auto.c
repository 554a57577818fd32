/* Automatic styles: those of content.xml, which have no name that a user meets. */
#include "emit/odt.h"

#include <stdlib.h>
#include <string.h>

void odt_attr_length(struct xml *w, const char *name, int twips) {
    xml_attrf(w, name, "%s%d.%02dpt", twips < 0 ? "-" : "", abs(twips) / 20, abs(twips) % 20 * 5);
}

struct str8 odt_taken(struct odt *x, struct buf *b) {
    struct str8 out = arena_str8(x->a, buf_str8_of(b));
    buf_free(b);
    return out;
}

/* --- The list of them ------------------------------------------------------------------------- */

struct str8 odt_auto(struct odt *x, const char *kind, struct str8 bytes) {
    for (size_t i = 0; i < x->n_autos; i++)
        if (s8_eq(x->autos[i].bytes, bytes))
            return x->autos[i].name;
    struct odt_auto *new = ARENA_PUSH(x->a, x->autos, x->n_autos, x->cap_autos);
    new->bytes = arena_str8(x->a, bytes);
    new->name = arena_printf(x->a, "%.*s%s%zu", S8F(x->prefix), kind, x->n_autos);
    return new->name;
}

/* The name comes first in the start tag. */
struct str8 odt_autos(struct odt *x) {
    struct buf b = {0};
    for (size_t i = 0; i < x->n_autos; i++) {
        struct str8 bytes = x->autos[i].bytes;
        size_t n = 0;
        while (!strchr(" />", bytes.p[n]))
            n++;
        buf_str8(&b, s8_sub(bytes, 0, n));
        buf_printf(&b, " style:name=\"%.*s\"", S8F(x->autos[i].name));
        buf_str8(&b, s8_skip(bytes, n));
    }
    return odt_taken(x, &b);
}

/* --- Paragraphs ------------------------------------------------------------------------------- */

struct odt_para odt_para(enum odt_style style) {
    return (struct odt_para){.style = style,
                             .before = ODT_UNSET,
                             .after = ODT_UNSET,
                             .left = ODT_UNSET,
                             .hanging = ODT_UNSET,
                             .right = ODT_UNSET};
}

static void put_properties(struct xml *w, const struct odt_para *p) {
    xml_open(w, "style:paragraph-properties");
    if (p->before != ODT_UNSET)
        odt_attr_length(w, "fo:margin-top", p->before);
    if (p->after != ODT_UNSET)
        odt_attr_length(w, "fo:margin-bottom", p->after);
    if (p->left != ODT_UNSET)
        odt_attr_length(w, "fo:margin-left", p->left);
    if (p->right != ODT_UNSET)
        odt_attr_length(w, "fo:margin-right", p->right);
    if (p->hanging != ODT_UNSET)
        odt_attr_length(w, "fo:text-indent", -p->hanging);
    if (p->align == DOC_ALIGN_RIGHT || p->align == DOC_ALIGN_CENTER)
        xml_attrz(w, "fo:text-align", p->align == DOC_ALIGN_RIGHT ? "end" : "center");
    else if (p->align == DOC_ALIGN_LEFT)
        xml_attrz(w, "fo:text-align", "start");
    if (p->keep_next)
        xml_attrz(w, "fo:keep-with-next", "always");
    xml_close(w, "style:paragraph-properties");
}

struct str8 odt_para_style(struct odt *x, const struct odt_para *p) {
    struct buf b = {0};
    struct xml w;
    bool differs = p->keep_next || p->align != DOC_ALIGN_NONE || p->before != ODT_UNSET ||
                   p->after != ODT_UNSET || p->left != ODT_UNSET || p->hanging != ODT_UNSET ||
                   p->right != ODT_UNSET;
    if (!differs && x->master.n == 0)
        return x->style[p->style];
    xml_fragment(&w, &b);
    xml_open(&w, "style:style");
    xml_attrz(&w, "style:family", "paragraph");
    xml_attr(&w, "style:parent-style-name", x->style[p->style]);
    if (x->master.n)
        xml_attr(&w, "style:master-page-name", x->master);
    if (differs)
        put_properties(&w, p);
    xml_close(&w, "style:style");
    x->master = (struct str8){0};
    return odt_auto(x, "P", odt_taken(x, &b));
}

/* --- Lists ------------------------------------------------------------------------------------ */

static void put_level(struct xml *w, bool ordered, int level, int depth, int left, int room) {
    const char *element = ordered ? "text:list-level-style-number" : "text:list-level-style-bullet";
    xml_open(w, element);
    xml_attri(w, "text:level", level + 1);
    if (ordered) {
        xml_attrz(w, "style:num-suffix", ".");
        xml_attrz(w, "style:num-format", "1");
    } else {
        xml_attrz(w, "text:bullet-char", look_bullet(depth));
    }
    xml_open(w, "style:list-level-properties");
    xml_attrz(w, "text:list-level-position-and-space-mode", "label-alignment");
    xml_open(w, "style:list-level-label-alignment");
    xml_attrz(w, "text:label-followed-by", "listtab");
    odt_attr_length(w, "text:list-tab-stop-position", left);
    odt_attr_length(w, "fo:text-indent", -room);
    odt_attr_length(w, "fo:margin-left", left);
    xml_close(w, "style:list-level-label-alignment");
    xml_close(w, "style:list-level-properties");
    xml_close(w, element);
}

/* `left` and `room` are those of the level that `depth` is; the others stand as far from it as
 * usual. */
void odt_list_levels(struct xml *w, bool ordered, int depth, int left, int room) {
    int at = depth % ODT_LEVELS;
    for (int level = 0; level < ODT_LEVELS; level++) {
        int l = level == at ? left : left + (level - at) * LOOK_INDENT;
        put_level(w, ordered, level, depth - at + level, l < LOOK_INDENT ? LOOK_INDENT : l,
                  level == at ? room : LOOK_INDENT);
    }
}

struct str8 odt_list_style(struct odt *x, bool ordered, int depth, int left, int room) {
    enum odt_style named = ordered ? ODT_NUMBERS : ODT_BULLETS;
    struct buf b = {0};
    struct xml w;
    if (depth < ODT_LEVELS && left == (depth + 1) * LOOK_INDENT && room == LOOK_INDENT)
        return x->style[named];
    xml_fragment(&w, &b);
    xml_open(&w, "text:list-style");
    odt_list_levels(&w, ordered, depth, left, room);
    xml_close(&w, "text:list-style");
    return odt_auto(x, "L", odt_taken(x, &b));
}
