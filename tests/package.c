#include "tests/package.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/fileio.h"
#include "doc/markdown.h"
#include "tests/paper.h"

/* --- Making ----------------------------------------------------------------------------------- */

struct doc *package_doc(struct arena *a, const char *markdown) {
    struct doc *d = NULL;
    struct error err = {0};
    cr_assert(markdown_parse(a, s8_from(markdown), NULL, 0, &d, &err) == ST_OK, "%s", err.text);
    return d;
}

struct str8 package_bytes(struct arena *a, const struct pack *p) {
    struct buf b = {0};
    struct error err = {0};
    cr_assert(pack_write(p, &b, &err) == ST_OK, "%s", err.text);
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

struct str8 package_made(struct arena *a, package_emit *emit, const struct doc *d,
                         const struct pack *template, struct pack *out) {
    struct emit_template t = {{0}, S8(PACKAGE_TEMPLATE)};
    struct buf b = {0};
    struct error err = {0};
    if (template)
        t.bytes = package_bytes(a, template);
    cr_assert(emit(d, template ? &t : NULL, &b, &err) == ST_OK, "%s", err.text);
    struct str8 bytes = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    cr_assert(pack_read(a, bytes, S8("ut"), out, &err) == ST_OK, "%s", err.text);
    return bytes;
}

struct str8 package_refusal(struct arena *a, package_emit *emit, struct str8 bytes) {
    struct emit_template t = {bytes, S8(PACKAGE_TEMPLATE)};
    struct buf b = {0};
    struct error err = {0};
    buf_str(&b, "orörd");
    cr_expect_eq(emit(package_doc(a, "a"), &t, &b, &err), ST_INVALID);
    cr_expect(s8_eqz(buf_str8_of(&b), "orörd"));
    cr_expect(s8_starts(s8_from(err.text), S8(PACKAGE_TEMPLATE)), "%s", err.text);
    buf_free(&b);
    return arena_str8(a, s8_from(err.text));
}

static const char *path_of(struct arena *a, const char *name) {
    const char *srcdir = getenv("srcdir");
    return arena_printf(a, "%s/tests/%s", srcdir ? srcdir : ".", name).p;
}

struct str8 package_file(struct arena *a, const char *name) {
    struct buf b = {0};
    struct error err = {0};
    cr_assert(file_read(path_of(a, name), &b, &err) == ST_OK, "%s", err.text);
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

struct doc *package_golden(struct arena *a, const char *name) {
    struct doc *d = NULL;
    struct error err = {0};
    const char *path = path_of(a, arena_printf(a, "golden/emit/%s", name).p);
    cr_assert(paper_read(a, path, &d, &err) == ST_OK, "%s", err.text);
    return d;
}

struct pack package_read(struct arena *a, const char *folder, const char *const *names, size_t n) {
    struct pack p = {.a = a};
    for (size_t i = 0; i < n; i++) {
        struct str8 path = arena_printf(a, "fixtures/%s/%s", folder, names[i]);
        pack_put(&p, s8_from(names[i]), package_file(a, path.p), strcmp(names[i], "mimetype") == 0);
    }
    return p;
}

/* --- Changing --------------------------------------------------------------------------------- */

void package_edit(struct arena *a, struct pack *p, const char *name, const char *from,
                  const char *to) {
    struct str8 rest = pack_get(p, s8_from(name));
    struct buf b = {0};
    cr_assert(package_holds(p, name, from), "no %s in %s", from, name);
    for (ptrdiff_t at; (at = s8_find(rest, s8_from(from))) >= 0;) {
        buf_bytes(&b, rest.p, (size_t)at);
        buf_str(&b, to);
        rest = s8_skip(rest, (size_t)at + strlen(from));
    }
    buf_str8(&b, rest);
    pack_put(p, s8_from(name), arena_str8(a, buf_str8_of(&b)), false);
    buf_free(&b);
}

void package_drop_line(struct arena *a, struct pack *p, const char *name, const char *text) {
    struct str8 rest = pack_get(p, s8_from(name));
    struct buf b = {0};
    cr_assert(package_holds(p, name, text), "no %s in %s", text, name);
    for (struct str8 line; s8_line(&rest, &line);)
        if (s8_find(line, s8_from(text)) < 0)
            buf_printf(&b, "%.*s\n", S8F(line));
    pack_put(p, s8_from(name), arena_str8(a, buf_str8_of(&b)), false);
    buf_free(&b);
}

/* --- Looking ---------------------------------------------------------------------------------- */

struct xml_doc package_xml(struct arena *a, const struct pack *p, const char *name) {
    struct xml_doc d;
    struct error err = {0};
    struct str8 bytes = pack_get(p, s8_from(name));
    cr_assert(bytes.p, "no part %s", name);
    cr_assert(xml_read(a, bytes, s8_from(name), &d, &err) == ST_OK, "%s", err.text);
    return d;
}

bool package_holds(const struct pack *p, const char *name, const char *bytes) {
    return s8_find(pack_get(p, s8_from(name)), s8_from(bytes)) >= 0;
}

void package_in_order(struct arena *a, const struct pack *p, const char *name,
                      const char *const *texts, size_t n) {
    struct xml_doc d = package_xml(a, p, name);
    struct str8 rest = d.text;
    for (size_t i = 0; i < n; i++) {
        ptrdiff_t at = s8_find(rest, s8_from(texts[i]));
        cr_expect(at >= 0, "%s: no ”%s” after ”%s”", name, texts[i], i ? texts[i - 1] : "");
        rest = s8_skip(rest, at < 0 ? 0 : (size_t)at + strlen(texts[i]));
    }
}

int package_count(const struct xml_elem *root, const char *ns, const char *name) {
    int n = 0;
    for (const struct xml_elem *e = root; e; e = xml_next(e, root))
        n += xml_is(e, ns, name);
    return n;
}

void package_same(struct str8 got, const char *want) {
    cr_expect(s8_eqz(got, want), "%.*s, not %s", S8F(got), want);
}
