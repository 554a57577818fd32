/* Named styles: ours, from look.h, and those of a template.
 *
 * They are called what LibreOffice calls them, for a template made there has its own under those
 * names; "Heading_20_1" is the name of "Heading 1". Word and translated templates have others. */
#include "base/utf8.h"
#include "emit/odt.h"

enum { LOOK_NONE = -1, NAMES = 5, LINE_SPACE = 80 };

struct definition {
    const char *names[NAMES]; /* as shown: ours first; what else it may be called */
    const char *class;        /* where LibreOffice lists it */
    int look;                 /* enum look_kind, or LOOK_NONE */
    int based_on;             /* enum odt_style, ODT_STYLES: nothing */
    int next;                 /* of the paragraph that is typed after it */
    int outline;              /* 1–6 for headings */
    const char *border;       /* "fo:border-top" or …-bottom: a line there */
    int left, hanging, right; /* twips */
    int width;                /* of its lines, in place of right */
    int tab;                  /* a tab stop; ODT_TEXT_WIDTH: to the right there */
    int before, after;        /* in place of the look's, when not 0 */
    bool keep_next, keep_lines, unhyphenated;
    bool inherits;                  /* in a template: size and leading are those of its own text */
    bool link, superscript, weight; /* weight: bold or italic is all that it is */
};

#define TEXT .based_on = ODT_BODY, .next = ODT_BODY
#define CHARACTERS .class = "", .based_on = ODT_STYLES, .next = ODT_STYLES, .look = LOOK_NONE
#define HEADING(n)                                                                                 \
    {                                                                                              \
        {"Heading " #n, "Rubrik " #n}, "text",                                                     \
            .look = LOOK_H##n, .based_on = ODT_STANDARD, .next = ODT_BODY, .outline = (n),         \
            .keep_next = true, .keep_lines = true, .unhyphenated = true                            \
    }

static const struct definition definitions[ODT_STYLES] = {
    [ODT_STANDARD] = {{"Standard", "Normal"},
                      "text",
                      .look = LOOK_BODY,
                      .based_on = ODT_STYLES,
                      .next = ODT_STYLES},
    [ODT_BODY] = {{"Text body", "Brödtext", "Body Text"},
                  "text",
                  .look = LOOK_BODY,
                  .based_on = ODT_STANDARD,
                  .next = ODT_STYLES,
                  .inherits = true},
    [ODT_H1] = HEADING(1),
    [ODT_H2] = HEADING(2),
    [ODT_H3] = HEADING(3),
    [ODT_H4] = HEADING(4),
    [ODT_H5] = HEADING(5),
    [ODT_H6] = HEADING(6),
    [ODT_BULLET] = {{"List 1", "Lista 1", "List Bullet", "Punktlista"},
                    "list",
                    TEXT,
                    .look = LOOK_ITEM,
                    .inherits = true},
    [ODT_NUMBER] = {{"Numbering 1", "Numrering 1", "List Number", "Numrerad lista"},
                    "list",
                    TEXT,
                    .look = LOOK_ITEM,
                    .inherits = true},
    [ODT_CONTINUE] = {{"List 1 Cont.", "Lista 1 forts.", "List Continue", "Listfortsättning"},
                      "list",
                      TEXT,
                      .look = LOOK_ITEM,
                      .inherits = true},
    [ODT_QUOTE] = {{"Quotations", "Citat", "Quote"},
                   "html",
                   TEXT,
                   .look = LOOK_QUOTE,
                   .left = LOOK_INDENT,
                   .right = LOOK_INDENT,
                   .inherits = true},
    [ODT_CODE] = {{"Preformatted Text", "Förformaterad text", "HTML Preformatted"},
                  "html",
                  .based_on = ODT_STANDARD,
                  .next = ODT_BODY,
                  .look = LOOK_CODE,
                  .keep_lines = true,
                  .unhyphenated = true},
    [ODT_FIELD] = {{"Uppgift"},
                   "text",
                   TEXT,
                   .look = LOOK_VALUE,
                   .left = LOOK_LABEL_WIDTH,
                   .hanging = LOOK_LABEL_WIDTH,
                   .tab = LOOK_LABEL_WIDTH,
                   .keep_lines = true},
    [ODT_CELL] = {{"Table Contents", "Tabellinnehåll", "Tabelltext"},
                  "extra",
                  .based_on = ODT_STANDARD,
                  .next = ODT_STYLES,
                  .look = LOOK_CELL},
    [ODT_CELL_HEAD] = {{"Table Heading", "Tabellrubrik"},
                       "extra",
                       .based_on = ODT_CELL,
                       .next = ODT_STYLES,
                       .look = LOOK_CELL_HEAD,
                       .keep_next = true},
    [ODT_SIGN] = {{"Underskrift"},
                  "text",
                  TEXT,
                  .look = LOOK_SIGN,
                  .border = "fo:border-top",
                  .before = LOOK_SIGN_SPACE,
                  .width = LOOK_SIGN_WIDTH,
                  .keep_lines = true,
                  .unhyphenated = true,
                  .inherits = true},
    [ODT_RULE] = {{"Avdelare"},
                  "text",
                  TEXT,
                  .look = LOOK_BODY,
                  .border = "fo:border-bottom",
                  .after = 280,
                  .inherits = true},
    [ODT_NOTE] = {{"Footnote", "Fotnot", "footnote text", "Fotnotstext"},
                  "extra",
                  .based_on = ODT_STANDARD,
                  .next = ODT_STYLES,
                  .look = LOOK_NOTE},
    [ODT_HEADER] = {{"Header"},
                    "extra",
                    .based_on = ODT_STANDARD,
                    .next = ODT_STYLES,
                    .look = LOOK_RUNNING,
                    .tab = ODT_TEXT_WIDTH,
                    .unhyphenated = true},
    [ODT_SENDER] = {{"Avsändare"},
                    "extra",
                    .based_on = ODT_STANDARD,
                    .next = ODT_STYLES,
                    .look = LOOK_VALUE,
                    .tab = ODT_TEXT_WIDTH,
                    .unhyphenated = true},
    [ODT_STRONG] = {{"Strong Emphasis", "Stark betoning", "Strong", "Stark"},
                    CHARACTERS,
                    .weight = true},
    [ODT_EMPH] = {{"Emphasis", "Betoning"}, CHARACTERS, .weight = true},
    [ODT_CODE_SPAN] = {{"Source Text", "Källtext", "HTML Code"},
                       .class = "",
                       .based_on = ODT_STYLES,
                       .next = ODT_STYLES,
                       .look = LOOK_CODE},
    [ODT_LABEL] = {{"Uppgiftens namn"},
                   .class = "",
                   .based_on = ODT_STYLES,
                   .next = ODT_STYLES,
                   .look = LOOK_LABEL},
    [ODT_LINK] = {{"Internet link", "Internetlänk", "Hyperlink", "Hyperlänk"},
                  CHARACTERS,
                  .link = true},
    [ODT_NOTE_REF] = {{"Footnote anchor", "Fotnotsankare", "footnote reference", "Fotnotsreferens"},
                      CHARACTERS,
                      .superscript = true},
    [ODT_NOTE_NUMBER] = {{"Footnote Symbol", "Fotnotssymbol"}, CHARACTERS, .superscript = true},
    [ODT_BULLETS] = {{"List 1", "Bullet •", "Lista 1"}, CHARACTERS},
    [ODT_NUMBERS] = {{"Numbering 123", "Numbering 1", "Numrering 123", "Numrering 1"}, CHARACTERS},
};

static const char *family_of(int which) {
    return which >= ODT_BULLETS ? "list" : which >= ODT_STRONG ? "text" : "paragraph";
}

/* --- Writing ---------------------------------------------------------------------------------- */

static void put_font(struct xml *w, enum look_family family) {
    static const char *const generic[] = {"roman", "swiss", "modern"};
    xml_attrf(w, "fo:font-family", "'%s'", look_named(family));
    xml_attrz(w, "style:font-family-generic", generic[family]);
    xml_attrz(w, "style:font-pitch", family == LOOK_MONO ? "fixed" : "variable");
}

static void put_indent(struct xml *w, const struct definition *s, int text_width) {
    int right = s->width ? text_width - s->width : s->right;
    if (!s->left && !right)
        return;
    odt_attr_length(w, "fo:margin-left", s->left);
    odt_attr_length(w, "fo:margin-right", right);
    odt_attr_length(w, "fo:text-indent", -s->hanging);
}

static void put_tab(struct xml *w, int at) {
    xml_open(w, "style:tab-stops");
    xml_open(w, "style:tab-stop");
    odt_attr_length(w, "style:position", at == ODT_TEXT_WIDTH ? at : 0);
    if (at == ODT_TEXT_WIDTH)
        xml_attrz(w, "style:type", "right");
    xml_close(w, "style:tab-stop");
    xml_close(w, "style:tab-stops");
}

static void put_paragraph(struct xml *w, const struct definition *s, bool leading, int text_width) {
    const struct look *look = look_of((enum look_kind)s->look);
    xml_open(w, "style:paragraph-properties");
    odt_attr_length(w, "fo:margin-top", s->before ? s->before : look->before);
    odt_attr_length(w, "fo:margin-bottom", s->after ? s->after : look->after);
    put_indent(w, s, text_width);
    if (leading)
        odt_attr_length(w, "style:line-height-at-least", look->leading);
    xml_attrz(w, "fo:orphans", "2");
    xml_attrz(w, "fo:widows", "2");
    if (s->keep_next)
        xml_attrz(w, "fo:keep-with-next", "always");
    if (s->keep_lines)
        xml_attrz(w, "fo:keep-together", "always");
    if (s->border) {
        xml_attrz(w, s->border, "0.5pt solid #767676");
        odt_attr_length(w, s->border[10] == 't' ? "fo:padding-top" : "fo:padding-bottom",
                        LINE_SPACE);
        xml_attrz(w, "style:join-border", "false");
    }
    if (s->tab)
        put_tab(w, s->tab);
    xml_close(w, "style:paragraph-properties");
}

/* A template keeps its typefaces; only what is verbatim needs one of its own. `alike`: it looks as
 * what it is based on, but for the size. */
static void put_characters(struct xml *w, int which, bool built_in, bool alike) {
    const struct definition *s = &definitions[which];
    const struct look *look = s->look == LOOK_NONE ? NULL : look_of((enum look_kind)s->look);
    xml_open(w, "style:text-properties");
    if (look && (built_in || look->family == LOOK_MONO))
        put_font(w, look->family);
    if (look && (built_in || !s->inherits))
        xml_attrf(w, "fo:font-size", "%d.%dpt", look->size / 2, look->size % 2 * 5);
    if (look && !alike && which < ODT_STRONG) {
        xml_attrz(w, "fo:font-weight", look->bold ? "bold" : "normal");
        xml_attrz(w, "fo:font-style", look->italic ? "italic" : "normal");
    }
    if (s->weight)
        xml_attrz(w, which == ODT_STRONG ? "fo:font-weight" : "fo:font-style",
                  which == ODT_STRONG ? "bold" : "italic");
    if (s->link) {
        xml_attrz(w, "fo:color", "#0b4f9e");
        xml_attrz(w, "style:text-underline-style", "solid");
        xml_attrz(w, "style:text-underline-width", "auto");
        xml_attrz(w, "style:text-underline-color", "font-color");
    }
    if (s->superscript)
        xml_attrz(w, "style:text-position", "super 62%");
    if (s->unhyphenated)
        xml_attrz(w, "fo:hyphenate", "false");
    xml_close(w, "style:text-properties");
}

/* A heading that a template lacks looks like the nearest one above it that it has. */
static int base_of(const struct odt *x, int which) {
    if (which > ODT_H1 && which <= ODT_H6 && !x->built_in)
        for (int above = which - 1; above >= ODT_H1; above--)
            if (!x->own[above])
                return above;
    return definitions[which].based_on;
}

static void put_names(struct odt *x, struct xml *w, int which, struct str8 shown) {
    xml_attr(w, "style:name", x->style[which]);
    if (!s8_eq(shown, x->style[which]))
        xml_attr(w, "style:display-name", shown);
}

static void put_style(struct odt *x, struct xml *w, int which, struct str8 shown) {
    const struct definition *s = &definitions[which];
    int base = base_of(x, which);
    if (which >= ODT_BULLETS) {
        xml_open(w, "text:list-style");
        put_names(x, w, which, shown);
        odt_list_levels(w, which == ODT_NUMBERS, 0, LOOK_INDENT, LOOK_INDENT);
        xml_close(w, "text:list-style");
        return;
    }
    xml_open(w, "style:style");
    put_names(x, w, which, shown);
    xml_attrz(w, "style:family", family_of(which));
    if (base != ODT_STYLES)
        xml_attr(w, "style:parent-style-name", x->style[base]);
    if (s->next != ODT_STYLES)
        xml_attr(w, "style:next-style-name", x->style[s->next]);
    if (s->outline)
        xml_attri(w, "style:default-outline-level", s->outline);
    if (*s->class)
        xml_attrz(w, "style:class", s->class);
    if (which < ODT_STRONG)
        put_paragraph(w, s, x->built_in || !s->inherits, x->text_width);
    put_characters(w, which, x->built_in, base != s->based_on);
    xml_close(w, "style:style");
}

static void put_notes_configuration(struct odt *x, struct xml *w) {
    xml_open(w, "text:notes-configuration");
    xml_attrz(w, "text:note-class", "footnote");
    xml_attr(w, "text:default-style-name", x->style[ODT_NOTE]);
    xml_attr(w, "text:citation-style-name", x->style[ODT_NOTE_NUMBER]);
    xml_attr(w, "text:citation-body-style-name", x->style[ODT_NOTE_REF]);
    xml_attrz(w, "style:num-suffix", " ");
    xml_attrz(w, "style:num-format", "1");
    xml_attrz(w, "text:start-value", "0");
    xml_attrz(w, "text:footnotes-position", "page");
    xml_attrz(w, "text:start-numbering-at", "document");
    xml_close(w, "text:notes-configuration");
}

/* --- A template's ----------------------------------------------------------------------------- */

static int hex(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* "Heading_20_1" is "Heading 1": "_" and hexadecimal digits and "_" are a character. */
static struct str8 shown_name(struct arena *a, const struct xml_elem *e) {
    struct str8 shown = xml_value(e, ODT_STYLE, "display-name");
    struct str8 name = xml_value(e, ODT_STYLE, "name");
    struct buf b = {0};
    if (shown.n)
        return shown;
    for (size_t i = 0; i < name.n;) {
        size_t end = i + 1;
        uint32_t c = 0;
        char bytes[4];
        while (name.p[i] == '_' && end < name.n && end < i + 7 && hex(name.p[end]) >= 0)
            c = c * 16 + (uint32_t)hex(name.p[end++]);
        size_t n = c && end < name.n && name.p[end] == '_' ? utf8_encode(c, bytes) : 0;
        if (n)
            buf_bytes(&b, bytes, n);
        else
            buf_byte(&b, name.p[i]);
        i = n ? end + 1 : i + 1;
    }
    shown = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return shown;
}

static bool is_family(const struct xml_elem *e, int which) {
    if (which >= ODT_BULLETS)
        return xml_is(e, ODT_TEXT, "list-style");
    return xml_is(e, ODT_STYLE, "style") &&
           s8_eqz(xml_value(e, ODT_STYLE, "family"), family_of(which));
}

static const struct xml_elem *find_style(struct odt *x, const struct xml_elem *styles, int which) {
    for (int i = 0; i < NAMES && definitions[which].names[i]; i++)
        for (const struct xml_elem *e = styles->first; e; e = e->next)
            if (is_family(e, which) && xml_value(e, ODT_STYLE, "name").n &&
                utf8_same_name(shown_name(x->a, e), s8_from(definitions[which].names[i])))
                return e;
    return NULL;
}

static bool name_taken(const struct xml_elem *styles, int which, struct str8 name) {
    for (const struct xml_elem *e = styles->first; e; e = e->next)
        if (is_family(e, which) && s8_eq(xml_value(e, ODT_STYLE, "name"), name))
            return true;
    return false;
}

/* "Heading 1" as a name that nothing else has: "Heading_20_1". */
static struct str8 style_name(struct odt *x, const struct xml_elem *styles, int which) {
    struct buf b = {0};
    for (const char *p = definitions[which].names[0]; *p; p++)
        if (*p == ' ')
            buf_str(&b, "_20_");
        else
            buf_byte(&b, *p);
    while (name_taken(styles, which, buf_str8_of(&b)))
        buf_byte(&b, '_');
    return odt_taken(x, &b);
}

static bool has_notes(const struct xml_elem *styles) {
    for (const struct xml_elem *e = styles->first; e; e = e->next)
        if (xml_is(e, ODT_TEXT, "notes-configuration") &&
            s8_eqz(xml_value(e, ODT_TEXT, "note-class"), "footnote"))
            return true;
    return false;
}

void odt_styles_adopt(struct odt *x) {
    const struct xml_elem *styles = xml_child(x->styles.xml.root, ODT_OFFICE, "styles");
    struct buf b = {0};
    struct xml w;
    for (int i = 0; i < ODT_STYLES; i++) {
        const struct xml_elem *e = find_style(x, styles, i);
        x->own[i] = !e;
        x->style[i] = e ? xml_value(e, ODT_STYLE, "name") : style_name(x, styles, i);
    }
    xml_fragment(&w, &b);
    for (int i = 0; i < ODT_STYLES; i++)
        if (x->own[i] && (x->built_in || (i != ODT_HEADER && i != ODT_SENDER)))
            put_style(x, &w, i, s8_from(definitions[i].names[0]));
    if (!has_notes(styles))
        put_notes_configuration(x, &w);
    xml_splice_append(&x->styles.splices, &x->styles.xml, styles, odt_taken(x, &b));
}
