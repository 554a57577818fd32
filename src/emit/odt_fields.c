/* Fields, placeholders and bookmarks: the places that an organisation's template leaves for values.
 * A value becomes plain text there, which no program works out anew. */
#include "base/utf8.h"
#include "emit/odt.h"

struct str8 odt_field(const struct odt *x, struct str8 name) {
    for (size_t i = 0; name.n && i < x->d->n_fields; i++)
        if (doc_field_called(name, x->d->field[i].name))
            return x->d->field[i].value.p ? x->d->field[i].value : S8("");
    return (struct str8){0};
}

/* "<dnr>" is called dnr. */
static struct str8 placeholder_name(const struct odt_part *part, const struct xml_elem *e) {
    struct str8 name = s8_trim(xml_text_in(&part->xml, e));
    if (s8_starts(name, S8("<")) && s8_ends(name, S8(">")))
        name = s8_trim(s8_sub(name, 1, name.n - 1));
    return name;
}

/* What a field that is replaced whole is called; empty when it is no such. */
static struct str8 field_name(const struct odt_part *part, const struct xml_elem *e) {
    static const char *const named[] = {"user-field-get", "user-field-input", "variable-get",
                                        "variable-set",   "variable-input",   "user-defined"};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (xml_is(e, ODT_TEXT, named[i]))
            return xml_value(e, ODT_TEXT, "name");
    if (xml_is(e, ODT_TEXT, "text-input"))
        return xml_value(e, ODT_TEXT, "description");
    if (xml_is(e, ODT_TEXT, "placeholder"))
        return placeholder_name(part, e);
    return (struct str8){0};
}

static struct str8 written(struct odt *x, struct str8 value) {
    struct buf b = {0};
    struct xml w;
    xml_fragment(&w, &b);
    odt_text(&w, value, true);
    return odt_taken(x, &b);
}

/* What a user field is worth, for fields of that name that are inserted later. */
static struct str8 declaration(struct odt *x, struct str8 name, struct str8 value) {
    struct buf b = {0};
    struct xml w;
    xml_fragment(&w, &b);
    xml_open(&w, "text:user-field-decl");
    xml_attrz(&w, "office:value-type", "string");
    xml_attr(&w, "office:string-value", value);
    xml_attr(&w, "text:name", name);
    xml_close(&w, "text:user-field-decl");
    return odt_taken(x, &b);
}

static const struct xml_elem *bookmark_end(const struct xml_elem *start) {
    struct str8 name = xml_value(start, ODT_TEXT, "name");
    const struct xml_elem *e = start->next;
    while (e &&
           !(xml_is(e, ODT_TEXT, "bookmark-end") && s8_eq(xml_value(e, ODT_TEXT, "name"), name)))
        e = e->next;
    return e;
}

/* What it marks is replaced. Where that is one span, the value takes its look. */
static void fill_bookmark(struct odt_part *part, const struct xml_elem *start, struct str8 value) {
    const struct xml_elem *end = bookmark_end(start), *span = start->next;
    if (!end)
        return;
    if (xml_is(span, ODT_TEXT, "span") && span->from == start->to && span->to == end->from)
        xml_splice_content(&part->splices, &part->xml, span, value);
    else
        xml_splice(&part->splices, start->to, end->from, value);
}

static void fill(struct odt *x, struct odt_part *part, const struct xml_elem *e) {
    struct str8 value = odt_field(x, field_name(part, e));
    bool start = xml_is(e, ODT_TEXT, "bookmark-start");
    if (value.p) {
        bool hidden = s8_eqz(xml_value(e, ODT_TEXT, "display"), "none");
        xml_splice_element(&part->splices, e, hidden ? S8("") : written(x, value));
    } else if (start || xml_is(e, ODT_TEXT, "bookmark")) {
        value = odt_field(x, xml_value(e, ODT_TEXT, "name"));
        if (value.p && start)
            fill_bookmark(part, e, written(x, value));
        else if (value.p)
            xml_splice(&part->splices, e->to, e->to, written(x, value));
    } else if (xml_is(e, ODT_TEXT, "title") && x->d->title.n) {
        xml_splice_content(&part->splices, &part->xml, e, written(x, x->d->title));
    } else if (xml_is(e, ODT_TEXT, "user-field-decl")) {
        struct str8 name = xml_value(e, ODT_TEXT, "name");
        value = odt_field(x, name);
        if (value.p)
            xml_splice_element(&part->splices, e, declaration(x, name, value));
    }
}

void odt_fields_fill(struct odt *x, struct odt_part *part, const struct xml_elem *root) {
    for (const struct xml_elem *e = root; e; e = xml_next(e, root))
        fill(x, part, e);
}

/* --- The place of the text -------------------------------------------------------------------- */

static bool is_body_name(struct str8 name) {
    return doc_field_called(name, S8("innehåll")) || doc_field_called(name, S8("text"));
}

static bool is_body(const struct odt_part *part, const struct xml_elem *e) {
    if (xml_is(e, ODT_TEXT, "section") || xml_is(e, ODT_TEXT, "bookmark") ||
        xml_is(e, ODT_TEXT, "bookmark-start"))
        return is_body_name(xml_value(e, ODT_TEXT, "name"));
    return is_body_name(field_name(part, e));
}

/* Blocks may stand in it: the text, a section, a table's cell. */
static bool holds_blocks(const struct xml_elem *e) {
    return xml_is(e, ODT_OFFICE, "text") || xml_is(e, ODT_TEXT, "section") ||
           xml_is(e, ODT_TABLE, "table-cell");
}

const struct xml_elem *odt_fields_body(const struct odt_part *part, const struct xml_elem *body) {
    for (const struct xml_elem *e = xml_next(body, body); e; e = xml_next(e, body)) {
        if (!is_body(part, e))
            continue;
        while (e->parent && !holds_blocks(e->parent))
            e = e->parent;
        return e;
    }
    return NULL;
}
