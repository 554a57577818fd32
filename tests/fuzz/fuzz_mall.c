/* An organisation's template, Word's or ODF's: any bytes may come in. Either the file itself, or
 * its parts as text, packed here: a line "=== NAME" begins each. What is refused is refused with a
 * word; what is taken gives a package whose XML is well-formed. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "doc/markdown.h"
#include "emit/emit.h"
#include "emit/xml_read.h"
#include "emit/zip.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void fail(const char *what, struct str8 where) {
    fprintf(stderr, "%s: %.*s\n", what, S8F(where));
    abort();
}

/* The parts of a text, packed; with names that the package's reader is to refuse too. */
static struct str8 packed(struct arena *a, struct str8 text) {
    struct pack p = {.a = a};
    struct buf part = {0}, out = {0};
    struct str8 name = {0};
    for (struct str8 line; s8_line(&text, &line);) {
        if (s8_starts(line, S8("=== "))) {
            if (name.n)
                pack_put(&p, name, arena_str8(a, buf_str8_of(&part)), false);
            buf_clear(&part);
            name = s8_skip(line, 4);
        } else {
            buf_str8(&part, line);
            buf_byte(&part, '\n');
        }
    }
    if (name.n)
        pack_put(&p, name, arena_str8(a, buf_str8_of(&part)), false);
    struct str8 bytes = {0};
    if (pack_write(&p, &out, NULL) == ST_OK)
        bytes = arena_str8(a, buf_str8_of(&out));
    buf_free(&part);
    buf_free(&out);
    return bytes;
}

static struct doc *paper(struct arena *a) {
    static struct doc_field fields[] = {{S8I("dnr"), S8I("ON 2025/0123")},
                                        {S8I("datum"), S8I("2025-03-14")}};
    struct doc *d = NULL;
    struct str8 text = S8("# Yttrande\n\nNämnden *tillstyrker*[^1].\n\n- ett\n  1. två\n\n| A | B "
                          "|\n|---|--:|\n| c | d |\n\n[^1]: Not.\n");
    if (markdown_parse(a, text, NULL, 0, &d, NULL) != ST_OK)
        fail("the paper", text);
    d->field = fields;
    d->n_fields = 2;
    return d;
}

/* What stands as it was in the template may be anything: nothing leads to it. */
static void check_package(struct arena *a, struct str8 bytes, struct str8 template) {
    struct pack p, before;
    struct xml_doc xml;
    struct error err = {0};
    if (pack_read(a, bytes, S8("ut"), &p, &err) != ST_OK)
        fail(err.text, S8("ut"));
    if (pack_read(a, template, S8("mall"), &before, &err) != ST_OK)
        fail("a template that cannot be read was taken", S8("mall"));
    for (size_t i = 0; i < p.n; i++) {
        struct str8 name = p.part[i].name;
        bool ours = s8_eq(name, S8("word/document.xml")) || s8_eq(name, S8("word/styles.xml")) ||
                    s8_eq(name, S8("[Content_Types].xml")) || s8_eq(name, S8("content.xml")) ||
                    s8_eq(name, S8("styles.xml")) || s8_eq(name, S8("META-INF/manifest.xml"));
        bool kept = s8_eq(p.part[i].bytes, pack_get(&before, name));
        if (ours && !kept && xml_read(a, p.part[i].bytes, name, &xml, &err) != ST_OK)
            fail(err.text, name);
    }
}

typedef enum status emitter(const struct doc *, const struct emit_template *, struct buf *,
                            struct error *);

static void check(struct arena *a, emitter *emit, const struct doc *d, struct str8 bytes) {
    struct emit_template t = {bytes, S8("mall")};
    struct buf out = {0};
    struct error err = {0};
    enum status st = emit(d, &t, &out, &err);
    if (st == ST_OK)
        check_package(a, buf_str8_of(&out), bytes);
    else if (st != ST_INVALID || !err.text[0] || !utf8_valid(s8_from(err.text), NULL) || out.n)
        fail(err.text, S8("mall"));
    buf_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena a = {0};
    struct str8 in = {(const char *)data, size};
    struct str8 bytes = s8_starts(in, S8("=== ")) ? packed(&a, in) : in;
    if (bytes.n && size < 1 << 16) {
        const struct doc *d = paper(&a);
        check(&a, emit_docx, d, bytes);
        check(&a, emit_odt, d, bytes);
    }
    arena_free(&a);
    return 0;
}
