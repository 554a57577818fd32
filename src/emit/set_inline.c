/* Inlines become one text with breaks and widths. */
#include "emit/set_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "emit/link.h"

/* Stands for a note's number while breaks are found: no line ends on either side of it. */
#define NOTE_PLACE "\xe2\x81\xa0" /* U+2060 */

/* The text as it was written, and its leaves. */
struct raw {
    struct set *s;
    struct para *p;
    struct buf text; /* "\n" where a line must end */
    enum look_kind kind;
    mp size;
};

enum {
    MONO_SIZE = 88,
    NOTE_SIZE = 62,
    NOTE_RISE = 34,
    NOTES_APART = 12
}; /* per cent of the size */

static mp per_cent(mp size, int part) {
    return (mp)((int64_t)size * part / 100);
}

/* How the text inside an inline container looks. */
struct style {
    struct set_span *span;
    bool bold, italic, underline;
};

static enum font_face style_face(const struct raw *r, const struct style *st, bool mono) {
    const struct look *look = look_of(r->kind);
    int family = mono ? LOOK_MONO : (int)look->family;
    return (enum font_face)(family * 4 + (st->bold || look->bold) +
                            2 * (st->italic || look->italic));
}

/* Text that looks like what stands before it is one with it. */
static struct set_leaf *add_leaf(struct raw *r, const struct style *st, struct str8 text,
                                 bool mono) {
    struct para *p = r->p;
    struct set_leaf *leaf = p->n_leaves ? &p->leaf[p->n_leaves - 1] : NULL;
    if (leaf && !leaf->note && leaf->span == st->span && leaf->face == style_face(r, st, mono)) {
        buf_str8(&r->text, text);
        leaf->to = r->text.n;
        return leaf;
    }
    leaf = ARENA_PUSH(&r->s->words, p->leaf, p->n_leaves, p->cap_leaves);
    leaf->from = r->text.n;
    buf_str8(&r->text, text);
    leaf->to = r->text.n;
    leaf->span = st->span;
    leaf->face = style_face(r, st, mono);
    bool smaller = mono && look_of(r->kind)->family != LOOK_MONO;
    leaf->size = smaller ? per_cent(r->size, MONO_SIZE) : r->size;
    leaf->underline = st->underline;
    return leaf;
}

static struct set_span *new_span(struct raw *r, const struct style *st, const struct doc_node *n) {
    struct set_span *span = ARENA_NEW(&r->s->words, struct set_span, 1);
    *span = (struct set_span){.node = n, .parent = st->span};
    return span;
}

static void add_reference(struct raw *r, struct style st, const struct doc_node *n) {
    struct para *p = r->p;
    bool beside = p->n_leaves && p->leaf[p->n_leaves - 1].note;
    st.span = new_span(r, &st, n);
    st.underline = false;
    struct set_leaf *leaf =
        add_leaf(r, &st, S8(NOTE_PLACE), false); /* a span, so a leaf, of its own */
    leaf->note = n->number;
    leaf->rise = per_cent(r->size, NOTE_RISE);
    leaf->lead = beside ? per_cent(r->size, NOTES_APART) : 0;
    leaf->size = per_cent(r->size, NOTE_SIZE);
}

static void add_inlines(struct raw *r, const struct style *st, const struct doc_node *parent);

static void add_link(struct raw *r, struct style st, const struct doc_node *n) {
    struct str8 uri = link_uri(r->s->sheet->a, n->href);
    if (uri.n) {
        st.span = new_span(r, &st, n);
        st.span->href = uri;
        st.underline = true;
        add_inlines(r, &st, n);
        return;
    }
    add_inlines(r, &st, n);
    struct str8 address = link_printed(&r->s->words, n);
    if (address.n)
        add_leaf(r, &st, address, false);
}

static void add_inline(struct raw *r, struct style st, const struct doc_node *n) {
    switch (n->kind) {
    case DOC_TEXT:
        add_leaf(r, &st, n->text, false);
        break;
    case DOC_BREAK:
        add_leaf(r, &st, S8("\n"), false);
        break;
    case DOC_CODE_SPAN:
        st.span = new_span(r, &st, n);
        add_leaf(r, &st, n->text, true);
        break;
    case DOC_NOTE_REF:
        add_reference(r, st, n);
        break;
    case DOC_LINK:
        add_link(r, st, n);
        break;
    default: /* DOC_STRONG, DOC_EMPH */
        st.span = new_span(r, &st, n);
        st.bold = st.bold || n->kind == DOC_STRONG;
        st.italic = st.italic || n->kind == DOC_EMPH;
        add_inlines(r, &st, n);
    }
}

static void add_inlines(struct raw *r, const struct style *st, const struct doc_node *parent) {
    for (const struct doc_node *n = parent->first; n; n = n->next)
        add_inline(r, *st, n);
}

/* --- Printable -------------------------------------------------------------------------------- */

/* What is being written: the text that is printed, with its breaks. */
struct printable {
    struct buf text;
    char *brk; /* for each byte of the text */
};

static void put(struct printable *out, struct str8 bytes, char brk) {
    if (bytes.n)
        out->brk[out->text.n] = brk;
    buf_str8(&out->text, bytes);
}

static char brk_of(char unicode, uint32_t before) {
    if (unicode != UTF8_BREAK_MAY)
        return BRK_NO;
    return before == 0xad ? BRK_SOFT : BRK_MAY;
}

/* One leaf's text; a break before what is not seen goes to what stands after it. */
static void print_leaf(struct printable *out, struct str8 raw, const char *breaks,
                       const struct set_leaf *leaf, uint32_t *before, char *waiting) {
    for (size_t at = leaf->from, len; at < leaf->to; at += len) {
        char bytes[4], b;
        uint32_t c = utf8_decode(raw, at, &len);
        size_t n = font_printable(c, *before, bytes);
        b = brk_of(breaks[at], *before);
        if (b < *waiting)
            b = *waiting;
        put(out, (struct str8){bytes, n}, b);
        *waiting = c == '\n' ? BRK_MUST : n ? BRK_NO : b;
        *before = c;
    }
}

static void make_printable(struct raw *r) {
    struct para *p = r->p;
    struct str8 raw = buf_str8_of(&r->text);
    char *breaks = mem_zalloc(raw.n + 1), waiting = BRK_NO;
    utf8_line_breaks(raw, breaks);
    struct printable out = {.brk = arena_alloc(&r->s->words, raw.n + p->n_leaves * 12 + 1)};
    uint32_t before = 0;
    for (size_t i = 0; i < p->n_leaves; i++) {
        struct set_leaf *leaf = &p->leaf[i];
        size_t from = out.text.n;
        if (leaf->note) {
            char digits[12];
            int n = snprintf(digits, sizeof digits, "%d", leaf->note);
            put(&out, (struct str8){digits, (size_t)n}, waiting == BRK_MUST ? BRK_MUST : BRK_NO);
            before = 0x2060;
            waiting = BRK_NO;
        } else {
            print_leaf(&out, raw, breaks, leaf, &before, &waiting);
        }
        leaf->from = from;
        leaf->to = out.text.n;
    }
    p->text = arena_str8(&r->s->words, buf_str8_of(&out.text));
    p->brk = out.brk;
    p->brk[0] = BRK_NO;
    p->brk[p->text.n] = BRK_NO;
    buf_free(&out.text);
    free(breaks);
}

/* --- Widths ----------------------------------------------------------------------------------- */

static int64_t scaled(int64_t units, mp size, const struct font *f) {
    return units * size / font_units_per_em(f);
}

/* Rounded so that a run is as wide as its glyphs together. */
static void leaf_widths(struct para *p, const struct set_leaf *leaf) {
    size_t at = leaf->from;
    if (leaf->from < leaf->to)
        p->x[leaf->from + 1] += leaf->lead;
    for (size_t i = 0; i < leaf->runs.n; i++) {
        const struct glyph_run *run = &leaf->runs.run[i];
        int64_t units = 0, before = 0;
        for (size_t k = 0; k < run->n; k++) {
            units += run->glyph[k].advance;
            int64_t x = scaled(units, leaf->size, run->font);
            p->x[at + run->glyph[k].text + 1] += x - before;
            before = x;
        }
        at += run->text.n;
    }
}

static mp hyphen_width(struct set *s, enum font_face face, mp size) {
    if (!s->hyphen[face]) {
        struct glyph_runs runs = {0};
        if (fonts_shape(s->fs, &s->words, face, S8("-"), &runs, s->err) == ST_OK && runs.n)
            s->hyphen[face] = (mp)scaled(runs.run[0].width, 100000, runs.run[0].font);
    }
    return (mp)((int64_t)s->hyphen[face] * size / 100000);
}

static void shape(struct raw *r) {
    struct set *s = r->s;
    struct para *p = r->p;
    p->x = ARENA_NEW(&s->words, int64_t, p->text.n + 2);
    for (size_t i = 0; i < p->n_leaves && s->status == ST_OK; i++) {
        struct set_leaf *leaf = &p->leaf[i];
        struct str8 text = s8_sub(p->text, leaf->from, leaf->to);
        s->status = fonts_shape(s->fs, &s->words, leaf->face, text, &leaf->runs, s->err);
        leaf_widths(p, leaf);
        mp hyphen = s->status == ST_OK ? hyphen_width(s, leaf->face, leaf->size) : 0;
        p->hyphen = hyphen > p->hyphen ? hyphen : p->hyphen;
    }
    for (size_t i = 1; i <= p->text.n; i++)
        p->x[i] += p->x[i - 1];
}

/* --- Making ----------------------------------------------------------------------------------- */

static void finish(struct raw *r) {
    if (r->s->status == ST_OK)
        make_printable(r);
    if (r->s->status == ST_OK)
        shape(r);
    buf_free(&r->text);
}

static void begin(struct raw *r, struct set *s, struct text_look look, struct para *p) {
    *p = (struct para){0};
    *r = (struct raw){.s = s, .p = p, .kind = look.kind};
    r->size = look.size ? look.size : look_of(look.kind)->size * 500;
}

void para_make(struct set *s, const struct doc_node *block, struct text_look look,
               struct para *out) {
    struct raw r;
    struct style plain = {0};
    begin(&r, s, look, out);
    out->verbatim = block->kind == DOC_CODE;
    if (out->verbatim)
        add_leaf(&r, &plain, block->text, false);
    else
        add_inlines(&r, &plain, block);
    if (look.space)
        add_leaf(&r, &plain, S8(" "), false);
    finish(&r);
}

void para_plain(struct set *s, struct str8 text, struct text_look look, struct para *out) {
    struct raw r;
    struct style plain = {0};
    begin(&r, s, look, out);
    add_leaf(&r, &plain, text, false);
    finish(&r);
}
