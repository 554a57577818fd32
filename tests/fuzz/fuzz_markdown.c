/* Any bytes as a template and a graft, parted by the first zero byte; "@" in the template is the
 * graft's token. The tree must keep its promises, every emitter must come to an end, and Markdown
 * written from the tree must read back as the same tree. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "doc/markdown.h"
#include "doc/typografi.h"
#include "emit/emit.h"
#include "tests/tree.h"

static void fail(const char *what, struct str8 a, struct str8 b) {
    fprintf(stderr, "%s\n--- 1\n%.*s--- 2\n%.*s", what, S8F(a), S8F(b));
    abort();
}

static struct doc *parse(struct arena *a, struct str8 text, const struct markdown_graft *graft) {
    struct doc *d = NULL;
    struct error err = {0};
    if (markdown_parse(a, text, graft, graft != NULL, &d, &err) != ST_OK)
        fail(err.text, text, text);
    const char *fault = tree_fault(d);
    if (fault)
        fail(fault, text, text);
    return d;
}

/* md4c 0.4.8 takes the offset of a line for the type of a block when a blank line follows a closed
 * block in a list item, and one offset in 256 ends the item. So a difference counts only if it is
 * there at other offsets too. */
static void check_round_trip(struct arena *a, const struct doc *d) {
    struct buf md = {0}, before = {0}, after = {0};
    tree_dump(d, &before);
    for (int shift = 0; shift < 3; shift++) {
        buf_clear(&md);
        buf_clear(&after);
        buf_repeat(&md, '\n', (size_t)shift);
        emit_markdown(d, &md);
        tree_dump(parse(a, buf_str8_of(&md), NULL), &after);
        if (s8_eq(buf_str8_of(&before), buf_str8_of(&after)))
            break;
        if (shift == 2) {
            fprintf(stderr, "%.*s", S8F(buf_str8_of(&md)));
            fail("another tree", buf_str8_of(&before), buf_str8_of(&after));
        }
    }
    buf_free(&md);
    buf_free(&before);
    buf_free(&after);
}

static void check_emitters(const struct doc *d) {
    struct emit_text_options narrow = {.width = 30, .page_lines = 16};
    struct buf text = {0}, html = {0};
    emit_text(d, NULL, &text);
    buf_clear(&text);
    emit_text(d, &narrow, &text);
    for (struct str8 rest = buf_str8_of(&text), line; s8_line(&rest, &line);)
        if (utf8_width(line) > 30)
            fail("a line too wide", line, buf_str8_of(&text));
    emit_html(d, NULL, &html);
    buf_free(&text);
    buf_free(&html);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct str8 in = {(const char *)data, size};
    if (size > 20000 || !utf8_valid(in, NULL))
        return 0;
    const char *zero = memchr(data, 0, size);
    size_t split = zero ? (size_t)(zero - in.p) : size;
    struct markdown_graft graft = {s8_skip(in, split + (zero != NULL)), S8("punkt")};
    struct arena a = {0};
    struct buf text = {0};
    for (size_t i = 0; i < split; i++)
        if (in.p[i] == '@')
            markdown_token(0, &text);
        else
            buf_byte(&text, in.p[i]);
    struct doc *d = parse(&a, buf_str8_of(&text), &graft);
    check_emitters(d);
    check_round_trip(&a, d);
    typografi_apply(&a, d, NULL, 0);
    if (tree_fault(d))
        fail(tree_fault(d), buf_str8_of(&text), graft.text);
    check_round_trip(&a, d);
    buf_free(&text);
    arena_free(&a);
    return 0;
}
