/* Fonts as the PDF has them: character codes of our own, two bytes each, and the glyphs used. */
#include "emit/pdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"

#define SOFT_HYPHEN "\xC2\xAD"
#define WORD_JOINER "\xE2\x81\xA0" /* for glyphs that have no text of their own: it is no space */

enum { CODES_MAX = 0xFFFF };

struct code {
    uint16_t glyph;
    struct str8 text;
};

struct pdf_font {
    struct font *font;
    int object;
    struct code *code; /* by character code; that of 0 is .notdef, which is never shown */
    size_t n, cap;
    uint16_t *slot; /* hash table of codes; 0: free */
    size_t n_slots; /* a power of two, at least twice the codes */
};

/* --- Character codes -------------------------------------------------------------------------- */

struct pdf_font *pdf_font(struct pdf *p, struct font *font) {
    struct pdf_font **at = &p->font[font_index(font)];
    if (!*at) {
        struct pdf_font *f = *at = ARENA_NEW(p->a, struct pdf_font, 1);
        f->font = font;
        f->object = pdf_new(&p->file);
        f->n_slots = 256;
        f->slot = ARENA_NEW(p->a, uint16_t, f->n_slots);
        (void)ARENA_PUSH(p->a, f->code, f->n, f->cap);
    }
    return *at;
}

/* The place of that pair in the table, or the free one where it belongs. */
static uint16_t *find_slot(struct pdf_font *f, uint16_t glyph, struct str8 text) {
    size_t i = pdf_hash(text, glyph) & (f->n_slots - 1);
    for (;; i = (i + 1) & (f->n_slots - 1)) {
        const struct code *c = &f->code[f->slot[i]];
        if (!f->slot[i] || (c->glyph == glyph && s8_eq(c->text, text)))
            return &f->slot[i];
    }
}

static void grow_slots(struct pdf *p, struct pdf_font *f) {
    f->n_slots *= 2;
    f->slot = ARENA_NEW(p->a, uint16_t, f->n_slots);
    for (size_t i = 1; i < f->n; i++)
        *find_slot(f, f->code[i].glyph, f->code[i].text) = (uint16_t)i;
}

uint16_t pdf_font_code(struct pdf *p, struct pdf_font *f, uint16_t glyph, struct str8 text) {
    uint16_t *slot = find_slot(f, glyph, text);
    if (*slot || f->n > CODES_MAX)
        return *slot;
    if (f->n * 2 >= f->n_slots) {
        grow_slots(p, f);
        slot = find_slot(f, glyph, text);
    }
    *slot = (uint16_t)f->n;
    *ARENA_PUSH(p->a, f->code, f->n, f->cap) = (struct code){glyph, text};
    return *slot;
}

/* Glyphs that stand for one piece of text together get a character each, the last one what is left;
 * where there are more glyphs than characters, the last ones go without. */
struct str8 pdf_glyph_text(const struct glyph_run *run, size_t i) {
    if (run->glyph[i].soft_hyphen)
        return S8(SOFT_HYPHEN);
    size_t first = i, end = i + 1;
    while (first > 0 && run->glyph[first].text_len == 0)
        first--;
    while (end < run->n && run->glyph[end].text_len == 0 && !run->glyph[end].soft_hyphen)
        end++;
    const struct glyph *g = &run->glyph[first];
    struct str8 text = s8_sub(run->text, g->text, g->text + g->text_len);
    for (size_t k = first; k < i && text.n; k++) {
        size_t len;
        utf8_decode(text, 0, &len);
        text = s8_skip(text, len);
    }
    if (text.n && i + 1 < end) {
        size_t len;
        utf8_decode(text, 0, &len);
        text = s8_sub(text, 0, len);
    }
    return text.n ? text : S8(WORD_JOINER);
}

/* --- What is embedded ------------------------------------------------------------------------- */

/* The parts of a font under way to the file. */
struct embedding {
    struct pdf *p;
    struct pdf_font *f;
    uint16_t *id, *new_id; /* the glyphs used, ascending; what they are in the subset */
    size_t n;
    struct font_facts facts;
    char name[160]; /* "ABCDEF+LiberationSerif" */
};

static int by_value(const void *a, const void *b) {
    return *(const uint16_t *)a - *(const uint16_t *)b;
}

static void gather_glyphs(struct embedding *e) {
    e->id = ARENA_NEW(e->p->a, uint16_t, e->f->n);
    e->new_id = ARENA_NEW(e->p->a, uint16_t, e->f->n);
    for (size_t i = 1; i < e->f->n; i++)
        e->id[i - 1] = e->f->code[i].glyph;
    size_t all = e->f->n - 1;
    qsort(e->id, all, sizeof *e->id, by_value);
    for (size_t i = 0; i < all; i++)
        if (e->n == 0 || e->id[e->n - 1] != e->id[i])
            e->id[e->n++] = e->id[i];
}

/* The tag of a subset (9.6.4): six letters, other ones for another subset. */
static void name_subset(struct embedding *e, struct str8 bytes) {
    uint64_t hash = pdf_hash(bytes, 0);
    for (int i = 0; i < 6; i++, hash /= 26)
        e->name[i] = (char)('A' + hash % 26);
    snprintf(e->name + 6, sizeof e->name - 6, "+%s", e->facts.name);
}

int64_t pdf_font_units(const struct font *f, int64_t units) {
    int64_t em = font_units_per_em(f);
    return (units * 200000 + (units < 0 ? -em : em)) / (2 * em);
}

static void put_scaled(struct buf *b, const struct font *f, const char *key, int64_t units) {
    buf_printf(b, "/%s ", key);
    pdf_number(b, pdf_font_units(f, units), 2);
}

static void put_descriptor(struct embedding *e, int number, int file, int cid_set) {
    enum { FIXED = 1, SERIF = 2, SYMBOLIC = 4, ITALIC = 64 };
    const struct font *f = e->f->font;
    const struct font_facts *facts = &e->facts;
    struct buf *b = pdf_open(&e->p->file, number);
    int flags = SYMBOLIC | (facts->fixed ? FIXED : 0) | (facts->serif ? SERIF : 0) |
                (facts->italic < 0 ? ITALIC : 0);
    buf_printf(b, "<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[", e->name, flags);
    for (int i = 0; i < 4; i++) {
        pdf_number(b, pdf_font_units(f, facts->bbox[i]), 2);
        buf_byte(b, i < 3 ? ' ' : ']');
    }
    put_scaled(b, f, "Ascent", font_ascent(f));
    put_scaled(b, f, "Descent", -font_descent(f));
    put_scaled(b, f, "CapHeight", facts->cap_height);
    buf_str(b, "/ItalicAngle ");
    pdf_number(b, (int64_t)(facts->italic * 100), 2);
    buf_printf(b, "/StemV %d/FontFile2 %d 0 R", facts->bold ? 140 : 80, file);
    if (cid_set)
        buf_printf(b, "/CIDSet %d 0 R", cid_set);
    buf_str(b, ">>");
    pdf_close(&e->p->file);
}

/* Character code to glyph of the subset: two bytes each (9.7.4.2). */
static void put_glyph_map(struct embedding *e, int number) {
    struct buf map = {0};
    buf_repeat(&map, '\0', 2);
    for (size_t i = 1; i < e->f->n; i++) {
        const uint16_t *at = bsearch(&e->f->code[i].glyph, e->id, e->n, sizeof *e->id, by_value);
        uint16_t new_id = at ? e->new_id[at - e->id] : 0;
        buf_byte(&map, (char)(new_id >> 8));
        buf_byte(&map, (char)new_id);
    }
    pdf_stream(&e->p->file, number, "", buf_str8_of(&map));
    buf_free(&map);
}

static void put_cid_font(struct embedding *e, int number, int descriptor, int glyph_map) {
    struct buf *b = pdf_open(&e->p->file, number);
    buf_printf(b,
               "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo"
               "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R"
               "/CIDToGIDMap %d 0 R",
               e->name, descriptor, glyph_map);
    put_scaled(b, e->f->font, "DW", font_advance(e->f->font, 0));
    buf_str(b, "/W[1[");
    for (size_t i = 1; i < e->f->n; i++) {
        pdf_number(b, pdf_font_units(e->f->font, font_advance(e->f->font, e->f->code[i].glyph)), 2);
        buf_byte(b, ' ');
    }
    buf_str(b, "]]>>");
    pdf_close(&e->p->file);
}

/* Character code to text (9.10.3); a block has at most 100 lines. */
static void put_to_unicode(struct embedding *e, int number) {
    struct buf b = {0};
    buf_str(&b, "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
                "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
                "1 begincodespacerange<0000><FFFF>endcodespacerange\n");
    for (size_t i = 1; i < e->f->n; i++) {
        size_t left = e->f->n - i;
        if ((i - 1) % 100 == 0)
            buf_printf(&b, "%zu beginbfchar\n", left < 100 ? left : 100);
        buf_printf(&b, "<%04zX><", i);
        struct str8 text = e->f->code[i].text;
        for (size_t at = 0, len; at < text.n; at += len) {
            uint32_t c = utf8_decode(text, at, &len);
            if (c > 0xFFFF)
                buf_printf(&b, "%04X%04X", 0xD800 + ((c - 0x10000) >> 10), 0xDC00 + (c & 0x3FF));
            else
                buf_printf(&b, "%04X", c);
        }
        buf_str(&b, ">\n");
        if (i % 100 == 0 || left == 1)
            buf_str(&b, "endbfchar\n");
    }
    buf_str(&b, "endcmap CMapName currentdict/CMap defineresource pop end end\n");
    pdf_stream(&e->p->file, number, "", buf_str8_of(&b));
    buf_free(&b);
}

/* Which codes there are, one bit each: all of them. PDF/A-1 wants to be told (6.3.5). */
static int put_cid_set(struct embedding *e) {
    if (!e->p->a1)
        return 0;
    struct buf bits = {0};
    buf_repeat(&bits, '\xFF', e->f->n / 8);
    if (e->f->n % 8)
        buf_byte(&bits, (char)(0xFF00 >> e->f->n % 8));
    int number = pdf_new(&e->p->file);
    pdf_stream(&e->p->file, number, "", buf_str8_of(&bits));
    buf_free(&bits);
    return number;
}

static int put_font_file(struct embedding *e, struct str8 bytes) {
    char entries[40];
    snprintf(entries, sizeof entries, "/Length1 %zu", bytes.n);
    int number = pdf_new(&e->p->file);
    pdf_stream(&e->p->file, number, entries, bytes);
    return number;
}

static enum status embed(struct pdf *p, struct pdf_font *f, struct error *err) {
    struct embedding e = {.p = p, .f = f};
    gather_glyphs(&e);
    font_facts(f->font, &e.facts);
    struct buf file = {0};
    enum status st = font_subset(f->font, e.id, e.n, e.new_id, &file, err);
    if (st == ST_OK) {
        name_subset(&e, buf_str8_of(&file));
        int cid_font = pdf_new(&p->file), descriptor = pdf_new(&p->file);
        int glyph_map = pdf_new(&p->file), to_unicode = pdf_new(&p->file);
        put_descriptor(&e, descriptor, put_font_file(&e, buf_str8_of(&file)), put_cid_set(&e));
        put_glyph_map(&e, glyph_map);
        put_cid_font(&e, cid_font, descriptor, glyph_map);
        put_to_unicode(&e, to_unicode);
        struct buf *b = pdf_open(&p->file, f->object);
        buf_printf(b,
                   "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"
                   "/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
                   e.name, cid_font, to_unicode);
        pdf_close(&p->file);
    }
    buf_free(&file);
    return st;
}

enum status pdf_fonts(struct pdf *p, struct error *err) {
    enum status st = ST_OK;
    for (size_t i = 0; st == ST_OK && i < p->n_fonts; i++)
        if (p->font[i] && p->font[i]->n > CODES_MAX)
            st = error_set(err, ST_INVALID,
                           "Dokumentet har fler olika tecken än en PDF kan ha i ett typsnitt. "
                           "Dela det i flera.");
        else if (p->font[i])
            st = embed(p, p->font[i], err);
    return st;
}

void pdf_font_resources(const struct pdf *p, struct buf *b) {
    for (size_t i = 0; i < p->n_fonts; i++)
        if (p->font[i])
            buf_printf(b, "/F%zu %d 0 R", i, p->font[i]->object);
}
