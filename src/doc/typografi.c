#include "doc/typografi.h"

#include <string.h>

#include "base/buf.h"
#include "doc/typografi_regler.h"

/* A block's text in one piece, for rules look at words on both sides of an emphasis. */
static void gather(const struct doc_node *block, struct buf *out) {
    for (const struct doc_node *n = block->first; n; n = doc_next(n, block)) {
        if (n->kind == DOC_TEXT)
            buf_str8(out, n->text);
        else if (n->kind == DOC_BREAK)
            buf_byte(out, '\n');
        else if (!n->first)
            buf_byte(out, TYPOGRAFI_OTHER);
    }
}

static bool is_gap(char c) {
    return c == ' ' || c == '\n' || c == TYPOGRAFI_OTHER;
}

/* "https://…", "www.…", "namn@kommun.se" */
static bool is_address(struct str8 word) {
    ptrdiff_t at = s8_find(word, S8("@"));
    return s8_find(word, S8("://")) >= 0 || s8_find(word, S8("www.")) >= 0 ||
           (at >= 0 && s8_find(s8_skip(word, (size_t)at), S8(".")) >= 0);
}

static void lock(char *locked, size_t from, size_t n) {
    for (size_t i = 0; i < n; i++)
        locked[from + i] = 1;
}

/* Where nothing may be changed: addresses, and the texts to keep. */
static char *find_locked(struct arena *a, struct str8 text, const struct str8 *keep,
                         size_t n_keep) {
    char *locked = arena_alloc(a, text.n + 1);
    for (size_t i = 0, end; i < text.n; i = end + 1) {
        for (end = i; end < text.n && !is_gap(text.p[end]);)
            end++;
        if (is_address(s8_sub(text, i, end)))
            lock(locked, i, end - i);
    }
    for (size_t k = 0; k < n_keep; k++) {
        ptrdiff_t hit;
        for (size_t at = 0; keep[k].n && (hit = s8_find(s8_skip(text, at), keep[k])) >= 0;
             at += keep[k].n) {
            at += (size_t)hit;
            lock(locked, at, keep[k].n);
        }
    }
    return locked;
}

/* One text with the edits that lie wholly within it; `at` is where it begins in the block. */
static struct str8 edited(struct arena *a, struct str8 text, size_t at,
                          const struct typografi_block *b, size_t *next) {
    struct buf out = {0};
    size_t done = 0, changed = 0;
    for (; *next < b->n && b->edit[*next].at < at + text.n; (*next)++) {
        const struct typografi_edit *e = &b->edit[*next];
        if (e->at < at || e->at + e->n > at + text.n)
            continue;
        buf_str8(&out, s8_sub(text, done, e->at - at));
        buf_str8(&out, e->with);
        done = e->at - at + e->n;
        changed++;
    }
    buf_str8(&out, s8_skip(text, done));
    struct str8 s = changed ? arena_str8(a, buf_str8_of(&out)) : text;
    buf_free(&out);
    return s;
}

static bool holds_text(enum doc_kind kind) {
    return kind == DOC_HEADING || kind == DOC_PARA || kind == DOC_CELL || kind == DOC_SIGN;
}

static bool in_fields(const struct doc_node *cell) {
    return cell->parent && cell->parent->parent && cell->parent->parent->kind == DOC_FIELDS;
}

static void apply_block(struct arena *a, struct doc_node *block, const struct str8 *keep,
                        size_t n_keep) {
    struct arena tmp = {0};
    struct buf text = {0};
    size_t at = 0, next = 0;
    gather(block, &text);
    struct typografi_block b = {.arena = &tmp,
                                .text = buf_str8_of(&text),
                                .spaces_only = block->kind == DOC_CELL && in_fields(block)};
    b.locked = find_locked(&tmp, b.text, keep, n_keep);
    typografi_rules(&b);
    for (struct doc_node *n = block->first; n && b.n; n = doc_next(n, block)) {
        if (n->kind == DOC_TEXT) {
            size_t was = n->text.n;
            n->text = edited(a, n->text, at, &b, &next);
            at += was;
        } else {
            at += n->kind == DOC_BREAK || !n->first;
        }
    }
    buf_free(&text);
    arena_free(&tmp);
}

void typografi_apply(struct arena *a, struct doc *doc, const struct str8 *keep, size_t n_keep) {
    struct doc_node *root = doc->body;
    for (struct doc_node *note = doc->notes; root;) {
        for (struct doc_node *n = root; n; n = doc_next(n, root))
            if (holds_text(n->kind))
                apply_block(a, n, keep, n_keep);
        root = note;
        note = note ? note->next : NULL;
    }
}
