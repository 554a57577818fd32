#include "emit/xml_read.h"

#include <expat.h>
#include <limits.h>
#include <string.h>
#include <strings.h>

/* Between namespace and name in what expat gives; no address holds a line end. */
enum { SEPARATOR = '\n' };

struct reading {
    struct arena *a;
    struct xml_doc *doc;
    XML_Parser parser;
    struct xml_elem *open; /* the innermost */
    struct buf text;
    struct str8 *ns; /* namespaces seen */
    size_t n_ns, cap_ns;
    size_t depth, nodes;
    const char *refused; /* why it was stopped; NULL: it was not */
};

static void refuse(struct reading *r, const char *why) {
    if (!r->refused)
        r->refused = why;
    XML_StopParser(r->parser, XML_FALSE);
}

static struct str8 namespace_of(struct reading *r, struct str8 uri) {
    for (size_t i = r->n_ns; i-- > 0;)
        if (s8_eq(r->ns[i], uri))
            return r->ns[i];
    if (r->n_ns == XML_READ_NAMESPACES)
        refuse(r, "har orimligt många namnrymder");
    else
        *ARENA_PUSH(r->a, r->ns, r->n_ns, r->cap_ns) = arena_str8(r->a, uri);
    return r->n_ns ? r->ns[r->n_ns - 1] : S8("");
}

/* "uri\nname", or "name" alone. */
static void split_name(struct reading *r, const char *expanded, struct str8 *ns,
                       struct str8 *name) {
    const char *sep = strchr(expanded, SEPARATOR);
    *ns = S8("");
    if (sep)
        *ns = namespace_of(r, (struct str8){expanded, (size_t)(sep - expanded)});
    *name = s8_from(sep ? sep + 1 : expanded);
}

static void take_attributes(struct reading *r, struct xml_elem *e, const char **pairs) {
    while (pairs[2 * e->n_attrs])
        e->n_attrs++;
    struct xml_attr_in *attr = ARENA_NEW(r->a, struct xml_attr_in, e->n_attrs);
    for (size_t i = 0; i < e->n_attrs; i++) {
        split_name(r, pairs[2 * i], &attr[i].ns, &attr[i].name);
        attr[i].name = arena_str8(r->a, attr[i].name);
        attr[i].value = arena_str8(r->a, s8_from(pairs[2 * i + 1]));
    }
    e->attr = attr;
    r->nodes += 1 + e->n_attrs;
}

static void add_child(struct xml_elem *parent, struct xml_elem *e) {
    e->parent = parent;
    e->prev = parent->last;
    if (parent->last)
        parent->last->next = e;
    else
        parent->first = e;
    parent->last = e;
}

static void on_start(void *user, const char *name, const char **pairs) {
    struct reading *r = user;
    struct xml_elem *e = ARENA_NEW(r->a, struct xml_elem, 1);
    e->from = (size_t)XML_GetCurrentByteIndex(r->parser);
    e->content = e->from + (size_t)XML_GetCurrentByteCount(r->parser);
    e->text_from = r->text.n;
    split_name(r, name, &e->ns, &e->name);
    /* the document's own bytes hold the name for as long as it is needed */
    struct str8 written = xml_written_name(r->doc, e);
    e->name = s8_skip(written, written.n - e->name.n);
    take_attributes(r, e, pairs);
    if (r->open)
        add_child(r->open, e);
    else
        r->doc->root = e;
    r->open = e;
    if (++r->depth > XML_READ_DEPTH)
        refuse(r, "har orimligt många element inuti varandra");
    if (r->nodes > XML_READ_NODES)
        refuse(r, "har orimligt många element");
}

static void on_end(void *user, const char *name) {
    struct reading *r = user;
    struct xml_elem *e = r->open;
    (void)name;
    e->end = (size_t)XML_GetCurrentByteIndex(r->parser);
    e->to = e->end + (size_t)XML_GetCurrentByteCount(r->parser);
    e->text_to = r->text.n;
    r->open = e->parent;
    r->depth--;
}

static void on_text(void *user, const char *text, int n) {
    buf_bytes(&((struct reading *)user)->text, text, (size_t)n);
}

static void on_binding(void *user, const char *prefix, const char *uri) {
    struct reading *r = user;
    struct xml_doc *d = r->doc;
    if (d->root)
        return;
    if (d->n_bindings == XML_READ_NAMESPACES) {
        refuse(r, "har orimligt många namnrymder");
        return;
    }
    struct xml_binding *b = ARENA_PUSH(r->a, d->binding, d->n_bindings, d->cap_bindings);
    b->prefix = arena_str8(r->a, s8_from(prefix));
    b->uri = arena_str8(r->a, s8_from(uri));
}

static void on_doctype(void *user, const char *name, const char *system, const char *public,
                       int internal) {
    (void)name, (void)system, (void)public, (void)internal;
    refuse(user, "har en dokumenttypsdeklaration (DOCTYPE), som inte hör hemma i ett dokument");
}

static void on_declaration(void *user, const char *version, const char *encoding, int standalone) {
    (void)version, (void)standalone;
    if (encoding && strcasecmp(encoding, "UTF-8") != 0 && strcasecmp(encoding, "US-ASCII") != 0)
        refuse(user, "är inte skriven i UTF-8");
}

static enum status damaged(const struct reading *r, struct str8 what, struct error *err) {
    static const char advice[] =
        "Öppna filen i Word eller LibreOffice, spara den på nytt och försök igen.";
    if (r->refused)
        return error_set(err, ST_INVALID, "%.*s: delen %s. %s", S8F(what), r->refused, advice);
    return error_set(err, ST_INVALID, "%.*s: delen är skadad, rad %lu. %s", S8F(what),
                     (unsigned long)XML_GetCurrentLineNumber(r->parser), advice);
}

enum status xml_read(struct arena *a, struct str8 bytes, struct str8 what, struct xml_doc *out,
                     struct error *err) {
    struct reading r = {.a = a, .doc = out};
    *out = (struct xml_doc){.bytes = bytes};
    r.parser = XML_ParserCreateNS("UTF-8", SEPARATOR);
    if (!r.parser || bytes.n > INT_MAX) {
        XML_ParserFree(r.parser);
        return error_set(err, ST_INVALID, "%.*s: delen är för stor för att läsas.", S8F(what));
    }
    XML_SetUserData(r.parser, &r);
    XML_SetElementHandler(r.parser, on_start, on_end);
    XML_SetCharacterDataHandler(r.parser, on_text);
    XML_SetStartNamespaceDeclHandler(r.parser, on_binding);
    XML_SetStartDoctypeDeclHandler(r.parser, on_doctype);
    XML_SetXmlDeclHandler(r.parser, on_declaration);
    enum status st = ST_OK;
    if (XML_Parse(r.parser, bytes.p ? bytes.p : "", (int)bytes.n, 1) != XML_STATUS_OK)
        st = damaged(&r, what, err);
    out->text = arena_str8(a, buf_str8_of(&r.text));
    buf_free(&r.text);
    XML_ParserFree(r.parser);
    return st;
}

/* --- Looking ---------------------------------------------------------------------------------- */

bool xml_is(const struct xml_elem *e, const char *ns, const char *name) {
    return e && s8_eqz(e->name, name) && s8_eqz(e->ns, ns);
}

struct xml_elem *xml_skip(const struct xml_elem *e, const struct xml_elem *root) {
    while (e != root && !e->next)
        e = e->parent;
    return e == root ? NULL : e->next;
}

struct xml_elem *xml_next(const struct xml_elem *e, const struct xml_elem *root) {
    return e->first ? e->first : xml_skip(e, root);
}

struct xml_elem *xml_find(const struct xml_elem *root, const char *ns, const char *name) {
    struct xml_elem *e = root ? xml_next(root, root) : NULL;
    while (e && !xml_is(e, ns, name))
        e = xml_next(e, root);
    return e;
}

struct xml_elem *xml_child(const struct xml_elem *root, const char *ns, const char *name) {
    struct xml_elem *e = root ? root->first : NULL;
    while (e && !xml_is(e, ns, name))
        e = e->next;
    return e;
}

struct str8 xml_value(const struct xml_elem *e, const char *ns, const char *name) {
    for (size_t i = 0; e && i < e->n_attrs; i++)
        if (s8_eqz(e->attr[i].name, name) && s8_eqz(e->attr[i].ns, ns))
            return e->attr[i].value;
    return (struct str8){0};
}

struct str8 xml_text_in(const struct xml_doc *d, const struct xml_elem *e) {
    return s8_sub(d->text, e->text_from, e->text_to);
}

struct str8 xml_bytes(const struct xml_doc *d, const struct xml_elem *e) {
    return s8_sub(d->bytes, e->from, e->to);
}

struct str8 xml_content(const struct xml_doc *d, const struct xml_elem *e) {
    return s8_sub(d->bytes, e->content, e->end);
}

struct str8 xml_written_name(const struct xml_doc *d, const struct xml_elem *e) {
    struct str8 rest = s8_skip(d->bytes, e->from + 1);
    size_t n = 0;
    while (n < rest.n && !strchr(" \t\r\n/>", rest.p[n]))
        n++;
    return s8_sub(rest, 0, n);
}

struct str8 xml_bound(const struct xml_doc *d, const char *prefix) {
    for (size_t i = 0; i < d->n_bindings; i++)
        if (s8_eqz(d->binding[i].prefix, prefix))
            return d->binding[i].uri;
    return (struct str8){0};
}
