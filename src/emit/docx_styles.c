/* Styles: the built-in ones, from look.h, and those of a template.
 *
 * A style is known by its w:name, which Word keeps in English whatever language it speaks; its
 * w:styleId is "Rubrik1" in a Swedish Word. */
#include <strings.h>

#include "emit/docx.h"

enum {
    LOOK_NONE = -1,
    LINE_WIDTH = 4, /* eighths of a point */
    LINE_SPACE = 4  /* points between a line and its text */
};

struct definition {
    const char *name, *id, *type;
    int look;             /* enum look_kind, or LOOK_NONE */
    int based_on;         /* enum docx_style, DOCX_STYLES: nothing */
    int next;             /* likewise: the style of the paragraph that is typed after it */
    int outline;          /* 1–6 for headings */
    const char *border;   /* "w:top" or "w:bottom": a line there */
    int tab;              /* a tab stop; */
    const char *tab_kind; /* and how text stands at it */
    int before, after;    /* in place of the look's, when not 0 */
    int left, hanging, right;
    int width; /* of its lines, in place of right */
    bool keep_next, keep_lines, unhyphenated, contextual;
    bool built_in;           /* for the built-in heads; not added to a template */
    bool inherits;           /* in a template: size and leading are those of its own text */
    const char *link_colour; /* characters: underlined, in this colour */
    bool superscript, verbatim, sizeless;
    int priority; /* where Word lists it */
};

#define PARAGRAPH .type = "paragraph", .based_on = DOCX_NORMAL, .next = DOCX_NORMAL
#define CHARACTER .type = "character", .based_on = DOCX_STYLES, .next = DOCX_STYLES
#define HEADING(n)                                                                                 \
    {                                                                                              \
        "heading " #n, "Heading" #n, PARAGRAPH, .look = LOOK_H##n, .outline = (n),                 \
                                                .keep_next = true, .keep_lines = true,             \
                                                .unhyphenated = true, .priority = 9                \
    }

static const struct definition definitions[DOCX_STYLES] = {
    [DOCX_NORMAL] = {"Normal", "Normal", .type = "paragraph", .look = LOOK_BODY,
                     .based_on = DOCX_STYLES, .next = DOCX_STYLES},
    [DOCX_TABLE_NORMAL] = {"Normal Table", "TableNormal", .type = "table", .look = LOOK_NONE,
                           .based_on = DOCX_STYLES, .next = DOCX_STYLES, .priority = 99},
    [DOCX_BODY] = {"Body Text", "", PARAGRAPH, .look = LOOK_BODY},
    [DOCX_H1] = HEADING(1),
    [DOCX_H2] = HEADING(2),
    [DOCX_H3] = HEADING(3),
    [DOCX_H4] = HEADING(4),
    [DOCX_H5] = HEADING(5),
    [DOCX_H6] = HEADING(6),
    [DOCX_BULLET] = {"List Bullet", "ListBullet", PARAGRAPH, .look = LOOK_ITEM, .inherits = true,
                     .priority = 20},
    [DOCX_NUMBER] = {"List Number", "ListNumber", PARAGRAPH, .look = LOOK_ITEM, .inherits = true,
                     .priority = 20},
    [DOCX_CONTINUE] = {"List Continue", "ListContinue", PARAGRAPH, .look = LOOK_ITEM,
                       .left = LOOK_INDENT, .inherits = true, .priority = 21},
    [DOCX_QUOTE] = {"Quote", "Quote", PARAGRAPH, .look = LOOK_QUOTE, .left = LOOK_INDENT,
                    .right = LOOK_INDENT, .inherits = true, .priority = 29},
    [DOCX_CODE] = {"HTML Preformatted", "HTMLPreformatted", PARAGRAPH, .look = LOOK_CODE,
                   .keep_lines = true, .unhyphenated = true, .verbatim = true, .priority = 99},
    [DOCX_FIELD] = {"Uppgift", "Uppgift", PARAGRAPH, .look = LOOK_VALUE, .tab = LOOK_LABEL_WIDTH,
                    .tab_kind = "left", .after = 240, .left = LOOK_LABEL_WIDTH,
                    .hanging = LOOK_LABEL_WIDTH, .contextual = true, .priority = 22},
    [DOCX_CELL] = {"Tabelltext", "Tabelltext", PARAGRAPH, .look = LOOK_CELL, .priority = 23},
    [DOCX_CELL_HEAD] = {"Tabellrubrik", "Tabellrubrik", PARAGRAPH, .look = LOOK_CELL_HEAD,
                        .keep_next = true, .priority = 23},
    [DOCX_SIGN] = {"Underskrift", "Underskrift", PARAGRAPH, .look = LOOK_SIGN, .border = "w:top",
                   .before = LOOK_SIGN_SPACE, .width = LOOK_SIGN_WIDTH, .keep_lines = true,
                   .unhyphenated = true, .inherits = true, .priority = 24},
    [DOCX_RULE] = {"Avdelare", "Avdelare", PARAGRAPH, .look = LOOK_BODY, .border = "w:bottom",
                   .after = 280, .inherits = true, .priority = 25},
    [DOCX_NOTE] = {"footnote text", "FootnoteText", PARAGRAPH, .look = LOOK_NOTE, .priority = 99},
    [DOCX_HEADER] = {"header", "Header", PARAGRAPH, .look = LOOK_RUNNING, .tab = DOCX_TEXT_WIDTH,
                     .tab_kind = "right", .unhyphenated = true, .built_in = true, .priority = 99},
    [DOCX_SENDER] = {"Avsändare", "Avsandare", PARAGRAPH, .look = LOOK_VALUE, .after = 360,
                     .tab = DOCX_TEXT_WIDTH, .tab_kind = "right", .unhyphenated = true,
                     .built_in = true, .priority = 26},
    [DOCX_NOTE_REF] = {"footnote reference", "FootnoteReference", CHARACTER, .look = LOOK_NONE,
                       .superscript = true, .priority = 99},
    [DOCX_LINK] = {"Hyperlink", "Hyperlink", CHARACTER, .look = LOOK_NONE, .link_colour = "0B4F9E",
                   .priority = 99},
    [DOCX_CODE_SPAN] = {"HTML Code", "HTMLCode", CHARACTER, .look = LOOK_CODE, .sizeless = true,
                        .verbatim = true, .priority = 99},
    [DOCX_LABEL] = {"Uppgiftens namn", "Uppgiftensnamn", CHARACTER, .look = LOOK_LABEL,
                    .priority = 22},
    [DOCX_GRID] = {"Table Grid", "TableGrid", .type = "table", .look = LOOK_NONE,
                   .based_on = DOCX_TABLE_NORMAL, .next = DOCX_STYLES, .priority = 39},
};

/* --- Writing ---------------------------------------------------------------------------------- */

static void put_fonts(struct xml *w, enum look_family family) {
    const char *name = look_named(family);
    xml_open(w, "w:rFonts");
    xml_attrz(w, "w:ascii", name);
    xml_attrz(w, "w:hAnsi", name);
    xml_attrz(w, "w:eastAsia", name);
    xml_attrz(w, "w:cs", name);
    xml_close(w, "w:rFonts");
}

static void put_line(struct xml *w, const char *side, int space) {
    xml_open(w, side);
    xml_attrz(w, "w:val", "single");
    xml_attri(w, "w:sz", LINE_WIDTH);
    xml_attri(w, "w:space", space);
    xml_attrz(w, "w:color", "767676");
    xml_close(w, side);
}

static void put_tab(struct xml *w, const struct definition *s) {
    xml_open(w, "w:tabs");
    xml_open(w, "w:tab");
    xml_attrz(w, "w:val", s->tab_kind);
    xml_attri(w, "w:pos", s->tab);
    xml_close(w, "w:tab");
    xml_close(w, "w:tabs");
}

static void put_spacing(struct xml *w, const struct definition *s, bool leading) {
    const struct look *look = look_of((enum look_kind)s->look);
    xml_open(w, "w:spacing");
    xml_attri(w, "w:before", s->before ? s->before : look->before);
    xml_attri(w, "w:after", s->after ? s->after : look->after);
    if (leading) {
        xml_attri(w, "w:line", look->leading);
        xml_attrz(w, "w:lineRule", "atLeast");
    }
    xml_close(w, "w:spacing");
}

static void put_indent(struct xml *w, const struct definition *s, int text_width) {
    int right = s->width ? text_width - s->width : s->right;
    if (!s->left && !right)
        return;
    xml_open(w, "w:ind");
    xml_attri(w, "w:left", s->left);
    if (right)
        xml_attri(w, "w:right", right);
    if (s->hanging)
        xml_attri(w, "w:hanging", s->hanging);
    xml_close(w, "w:ind");
}

/* Children in the order of the schema (CT_PPrBase). */
static void put_paragraph(struct xml *w, const struct definition *s, bool leading, int text_width) {
    xml_open(w, "w:pPr");
    if (s->keep_next)
        xml_none(w, "w:keepNext");
    if (s->keep_lines)
        xml_none(w, "w:keepLines");
    xml_none(w, "w:widowControl");
    if (s->border) {
        xml_open(w, "w:pBdr");
        put_line(w, s->border, LINE_SPACE);
        xml_close(w, "w:pBdr");
    }
    if (s->tab)
        put_tab(w, s);
    if (s->unhyphenated)
        xml_none(w, "w:suppressAutoHyphens");
    put_spacing(w, s, leading);
    put_indent(w, s, text_width);
    if (s->contextual)
        xml_none(w, "w:contextualSpacing");
    if (s->outline)
        xml_onei(w, "w:outlineLvl", "w:val", s->outline - 1);
    xml_close(w, "w:pPr");
}

/* Children in the order of the schema (EG_RPrBase). A template keeps its typefaces; only what is
 * verbatim needs one of its own. `alike`: it looks as what it is based on, but for the size. */
static void put_characters(struct xml *w, const struct definition *s, bool built_in, bool alike) {
    const struct look *look = s->look == LOOK_NONE ? NULL : look_of((enum look_kind)s->look);
    xml_open(w, "w:rPr");
    if (look && (built_in || look->family == LOOK_MONO))
        put_fonts(w, look->family);
    if (look && look->bold && !alike)
        xml_none(w, "w:b");
    if (look && look->italic && !alike)
        xml_none(w, "w:i");
    if (s->verbatim)
        xml_none(w, "w:noProof");
    if (s->link_colour)
        xml_onez(w, "w:color", "w:val", s->link_colour);
    if (look && !s->sizeless && (built_in || !s->inherits)) {
        xml_onei(w, "w:sz", "w:val", look->size);
        xml_onei(w, "w:szCs", "w:val", look->size);
    }
    if (s->link_colour)
        xml_onez(w, "w:u", "w:val", "single");
    if (s->superscript)
        xml_onez(w, "w:vertAlign", "w:val", "superscript");
    xml_close(w, "w:rPr");
}

static void put_cell_margins(struct xml *w) {
    static const char *const sides[] = {"w:top", "w:left", "w:bottom", "w:right"};
    xml_open(w, "w:tblCellMar");
    for (size_t i = 0; i < 4; i++) {
        xml_open(w, sides[i]);
        xml_attri(w, "w:w", i % 2 ? LOOK_CELL_PAD : 0);
        xml_attrz(w, "w:type", "dxa");
        xml_close(w, sides[i]);
    }
    xml_close(w, "w:tblCellMar");
}

static void put_table(struct xml *w, bool grid) {
    static const char *const lines[] = {"w:top",   "w:left",    "w:bottom",
                                        "w:right", "w:insideH", "w:insideV"};
    xml_open(w, "w:tblPr");
    if (grid) {
        xml_open(w, "w:tblBorders");
        for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
            put_line(w, lines[i], 0);
        xml_close(w, "w:tblBorders");
    } else {
        xml_open(w, "w:tblInd");
        xml_attri(w, "w:w", 0);
        xml_attrz(w, "w:type", "dxa");
        xml_close(w, "w:tblInd");
    }
    put_cell_margins(w);
    xml_close(w, "w:tblPr");
}

static void put_reference(struct docx *x, struct xml *w, const char *element, int style) {
    if (style != DOCX_STYLES && x->style_id[style].n)
        xml_one(w, element, "w:val", x->style_id[style]);
}

/* A heading that a template lacks looks like the nearest one above it that it has. */
static int base_of(const struct docx *x, int which) {
    if (which > DOCX_H1 && which <= DOCX_H6 && !x->built_in)
        for (int above = which - 1; above >= DOCX_H1; above--)
            if (!x->own[above])
                return above;
    return definitions[which].based_on;
}

static void put_style(struct docx *x, struct xml *w, int which, struct str8 name) {
    const struct definition *s = &definitions[which];
    int base = base_of(x, which);
    bool standard = which == DOCX_NORMAL || which == DOCX_TABLE_NORMAL;
    xml_open(w, "w:style");
    xml_attrz(w, "w:type", s->type);
    if (standard)
        xml_attrz(w, "w:default", "1");
    xml_attr(w, "w:styleId", x->style_id[which]);
    xml_one(w, "w:name", "w:val", name);
    put_reference(x, w, "w:basedOn", base);
    put_reference(x, w, "w:next", s->next);
    if (s->priority)
        xml_onei(w, "w:uiPriority", "w:val", s->priority);
    if (which == DOCX_TABLE_NORMAL)
        xml_none(w, "w:semiHidden");
    else if (s->priority != 99)
        xml_none(w, "w:qFormat");
    if (s8_eqz(s8_from(s->type), "paragraph"))
        put_paragraph(w, s, x->built_in || !s->inherits, x->text_width);
    if (s8_eqz(s8_from(s->type), "table"))
        put_table(w, which == DOCX_GRID);
    else
        put_characters(w, s, x->built_in, base != s->based_on);
    xml_close(w, "w:style");
}

static void put_defaults(struct docx *x, struct xml *w) {
    const struct look *body = look_of(LOOK_BODY);
    xml_open(w, "w:docDefaults");
    xml_open(w, "w:rPrDefault");
    xml_open(w, "w:rPr");
    put_fonts(w, body->family);
    xml_onei(w, "w:sz", "w:val", body->size);
    xml_onei(w, "w:szCs", "w:val", body->size);
    xml_open(w, "w:lang");
    xml_attrz(w, "w:val", docx_language(x));
    xml_attrz(w, "w:eastAsia", "en-US");
    xml_attrz(w, "w:bidi", "ar-SA");
    xml_close(w, "w:lang");
    xml_close(w, "w:rPr");
    xml_close(w, "w:rPrDefault");
    xml_none(w, "w:pPrDefault");
    xml_close(w, "w:docDefaults");
}

void docx_styles_builtin(struct docx *x, struct buf *out) {
    struct xml w;
    xml_begin(&w, out);
    xml_open(&w, "w:styles");
    xml_attrz(&w, "xmlns:w", DOCX_W);
    put_defaults(x, &w);
    for (int i = 0; i < DOCX_STYLES; i++)
        x->style_id[i] = s8_from(definitions[i].id);
    for (int i = 0; i < DOCX_STYLES; i++)
        if (i != DOCX_BODY)
            put_style(x, &w, i, s8_from(definitions[i].name));
    xml_close(&w, "w:styles");
}

/* --- A template's ----------------------------------------------------------------------------- */

/* A name may be followed by others: "heading 1,Rubrik". */
static bool has_name(const struct xml_elem *style, struct str8 name) {
    struct str8 names = xml_value(xml_child(style, DOCX_W, "name"), DOCX_W, "val");
    struct str8 first = s8_trim(s8_cut(&names, ','));
    return first.n == name.n && strncasecmp(first.p, name.p, name.n) == 0;
}

static const struct xml_elem *find_name(const struct xml_elem *styles, struct str8 name) {
    const struct xml_elem *e = styles->first;
    while (e && !(xml_is(e, DOCX_W, "style") && has_name(e, name)))
        e = e->next;
    return e;
}

static bool id_taken(const struct xml_elem *styles, struct str8 id) {
    for (const struct xml_elem *e = styles->first; e; e = e->next)
        if (s8_eq(xml_value(e, DOCX_W, "styleId"), id))
            return true;
    return false;
}

/* The default style of that type: what a template's "Normal" is, whatever it is called. */
static struct str8 default_style(const struct xml_elem *styles, const char *type) {
    for (const struct xml_elem *e = styles->first; e; e = e->next) {
        struct str8 on = xml_value(e, DOCX_W, "default");
        if (xml_is(e, DOCX_W, "style") && s8_eqz(xml_value(e, DOCX_W, "type"), type) &&
            (s8_eqz(on, "1") || s8_eqz(on, "true") || s8_eqz(on, "on")))
            return xml_value(e, DOCX_W, "styleId");
    }
    return (struct str8){0};
}

/* Looks one up; false when it must be added, and then under which name and id. */
static bool find_style(struct docx *x, const struct xml_elem *styles, int which,
                       struct str8 *name) {
    const struct definition *s = &definitions[which];
    struct str8 id = s8_from(s->id);
    *name = s8_from(s->name);
    const struct xml_elem *e = find_name(styles, *name);
    if (!e && (which == DOCX_NORMAL || which == DOCX_TABLE_NORMAL))
        x->style_id[which] = default_style(styles, s->type);
    if (e && s8_eqz(xml_value(e, DOCX_W, "type"), s->type))
        x->style_id[which] = xml_value(e, DOCX_W, "styleId");
    if (x->style_id[which].n || which == DOCX_BODY || s->built_in)
        return true;
    for (int i = 2; e; i++) { /* the name is that of another type of style */
        *name = arena_printf(x->a, "%s %d", s->name, i);
        e = find_name(styles, *name);
    }
    for (int i = 2; id_taken(styles, id); i++)
        id = arena_printf(x->a, "%s%d", s->id, i);
    x->style_id[which] = id;
    x->own[which] = true;
    return false;
}

enum status docx_styles_adopt(struct docx *x, struct error *err) {
    struct docx_part part;
    struct buf added = {0};
    struct xml w;
    struct str8 names[DOCX_STYLES];
    bool found[DOCX_STYLES];
    struct str8 name = docx_related(x, "styles");
    enum status st = docx_open(x, name, S8("<w:styles xmlns:w=\"" DOCX_W "\"/>"), &part, err);
    if (st == ST_OK)
        st = xml_splice_binding(&part.splices, &part.xml, "w", DOCX_W, part.what, err);
    if (st != ST_OK)
        return st;
    for (int i = 0; i < DOCX_STYLES; i++)
        found[i] = find_style(x, part.xml.root, i, &names[i]);
    xml_fragment(&w, &added);
    for (int i = 0; i < DOCX_STYLES; i++)
        if (!found[i])
            put_style(x, &w, i, names[i]);
        else if (x->built_in)
            x->own[i] = true;
    docx_own_lists_find(x, part.xml.root);
    docx_append(x, &part, buf_str8_of(&added));
    buf_free(&added);
    docx_close(x, &part);
    return ST_OK;
}
