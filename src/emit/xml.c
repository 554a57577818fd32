#include "emit/xml.h"

#include <assert.h>
#include <string.h>
#include "base/utf8.h"

void xml_fragment(struct xml *x, struct buf *out) {
    *x = (struct xml){.out = out};
}

void xml_begin(struct xml *x, struct buf *out) {
    xml_fragment(x, out);
    buf_str(out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
}

static void end_tag(struct xml *x) {
    if (x->tag_open)
        buf_byte(x->out, '>');
    x->tag_open = false;
}

void xml_open(struct xml *x, const char *name) {
    end_tag(x);
    assert(x->depth < XML_DEPTH);
    x->element[x->depth++] = name;
    buf_byte(x->out, '<');
    buf_str(x->out, name);
    x->tag_open = true;
}

void xml_close(struct xml *x, const char *name) {
    assert(x->depth > 0 && strcmp(x->element[x->depth - 1], name) == 0);
    x->depth--;
    if (x->tag_open) {
        buf_str(x->out, "/>");
    } else {
        buf_str(x->out, "</");
        buf_str(x->out, name);
        buf_byte(x->out, '>');
    }
    x->tag_open = false;
}

/* XML 1.0, production 2 (Char), leaves out most controls and U+FFFE and U+FFFF (EF BF BE, EF BF
 * BF): NULL for what stands as it is, and how many bytes it is. */
static const char *instead_of(struct str8 s, size_t at, size_t *len) {
    unsigned char c = (unsigned char)s.p[at];
    *len = 1;
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\r':
        return "&#13;";
    case '\t':
    case '\n':
        return NULL;
    case 0xEF:
        if (utf8_decode(s, at, len) < 0xFFFE || *len < 3)
            return NULL;
        return "";
    default:
        return c < 0x20 ? "" : NULL;
    }
}

static void escaped(struct buf *out, struct str8 s) {
    size_t done = 0;
    for (size_t i = 0, len; i < s.n; i += len) {
        const char *instead = instead_of(s, i, &len);
        if (!instead)
            continue;
        buf_bytes(out, s.p + done, i - done);
        buf_str(out, instead);
        done = i + len;
    }
    if (done < s.n)
        buf_bytes(out, s.p + done, s.n - done);
}

void xml_attr(struct xml *x, const char *name, struct str8 value) {
    assert(x->tag_open);
    buf_byte(x->out, ' ');
    buf_str(x->out, name);
    buf_str(x->out, "=\"");
    escaped(x->out, value);
    buf_byte(x->out, '"');
}

void xml_attrz(struct xml *x, const char *name, const char *value) {
    xml_attr(x, name, s8_from(value));
}

void xml_attri(struct xml *x, const char *name, long value) {
    xml_attrf(x, name, "%ld", value);
}

void xml_attrf(struct xml *x, const char *name, const char *fmt, ...) {
    struct buf value = {0};
    va_list ap;
    va_start(ap, fmt);
    buf_vprintf(&value, fmt, ap);
    va_end(ap);
    xml_attr(x, name, buf_str8_of(&value));
    buf_free(&value);
}

void xml_one(struct xml *x, const char *element, const char *attr, struct str8 value) {
    xml_open(x, element);
    xml_attr(x, attr, value);
    xml_close(x, element);
}

void xml_onez(struct xml *x, const char *element, const char *attr, const char *value) {
    xml_one(x, element, attr, s8_from(value));
}

void xml_onei(struct xml *x, const char *element, const char *attr, long value) {
    xml_open(x, element);
    xml_attri(x, attr, value);
    xml_close(x, element);
}

void xml_none(struct xml *x, const char *element) {
    xml_open(x, element);
    xml_close(x, element);
}

void xml_text(struct xml *x, struct str8 s) {
    end_tag(x);
    escaped(x->out, s);
}

void xml_element(struct xml *x, const char *element, struct str8 text) {
    xml_open(x, element);
    xml_text(x, text);
    xml_close(x, element);
}

void xml_raw(struct xml *x, struct str8 s) {
    end_tag(x);
    buf_str8(x->out, s);
}
