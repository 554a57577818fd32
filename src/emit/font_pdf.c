/* What a PDF needs of a font: facts for its descriptor, and a file with the glyphs used alone. */
#include "emit/font_private.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <string.h>

/* --- Facts ------------------------------------------------------------------------------------ */

/* A number of one of the font's tables (OpenType 1.9), 0 where the table is too short. */
static int number_at(hb_face_t *face, hb_tag_t tag, unsigned at, int bytes) {
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    unsigned n;
    const unsigned char *p = (const unsigned char *)hb_blob_get_data(blob, &n);
    uint32_t value = 0;
    if (at + (unsigned)bytes <= n)
        for (int i = 0; i < bytes; i++)
            value = value << 8 | p[at + (unsigned)i];
    hb_blob_destroy(blob);
    return bytes == 2 ? (int16_t)value : (int32_t)value;
}

/* The PostScript name with what a name in a PDF may hold as it is. */
static void take_name(const struct font *f, char *out, size_t size) {
    unsigned n = (unsigned)size;
    hb_ot_name_get_utf8(f->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &n, out);
    size_t kept = 0;
    for (const char *p = out; *p; p++)
        if ((*p >= '0' && *p <= '9') || ((*p | 0x20) >= 'a' && (*p | 0x20) <= 'z') || *p == '-')
            out[kept++] = *p;
    out[kept] = '\0';
    if (kept == 0)
        memcpy(out, "Font", sizeof "Font");
}

/* By the family's class where one is given, else by PANOSE's serif style. */
static bool has_serifs(hb_face_t *face) {
    enum { SANS_SERIF = 8, FREEFORM_SERIFS = 7, SLAB_SERIFS = 5 };
    const hb_tag_t os2 = HB_TAG('O', 'S', '/', '2');
    int class = number_at(face, os2, 30, 2) >> 8, panose = number_at(face, os2, 32, 2);
    if (class > 0 && class <= SANS_SERIF)
        return class <= SLAB_SERIFS || class == FREEFORM_SERIFS;
    int latin = panose >> 8, style = panose & 0xFF;
    return latin == 2 && style >= 2 && style <= 10;
}

void font_facts(const struct font *f, struct font_facts *out) {
    const hb_tag_t head = HB_TAG('h', 'e', 'a', 'd'), post = HB_TAG('p', 'o', 's', 't');
    *out = (struct font_facts){0};
    take_name(f, out->name, sizeof out->name);
    for (unsigned i = 0; i < 4; i++)
        out->bbox[i] = number_at(f->face, head, 36 + 2 * i, 2);
    out->bold = number_at(f->face, head, 44, 2) & 1;
    out->italic = number_at(f->face, post, 4, 4) / 65536.0;
    out->fixed = number_at(f->face, post, 12, 4) != 0;
    out->serif = has_serifs(f->face);
    hb_position_t height;
    out->cap_height = hb_ot_metrics_get_position(f->hb, HB_OT_METRICS_TAG_CAP_HEIGHT, &height)
                          ? height
                          : f->ascent * 7 / 10;
}

int font_advance(const struct font *f, uint16_t id) {
    return hb_font_get_glyph_h_advance(f->hb, id);
}

/* --- Subsets ---------------------------------------------------------------------------------- */

/* The tables that a PDF reads (ISO 32000-1, 9.9, table 126); everything else goes. */
static bool is_needed(hb_tag_t tag) {
    static const hb_tag_t needed[] = {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('h', 'e', 'a', 'd'),
                                      HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
                                      HB_TAG('l', 'o', 'c', 'a'), HB_TAG('m', 'a', 'x', 'p')};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (needed[i] == tag)
            return true;
    return false;
}

static void drop_tables(hb_face_t *face, hb_subset_input_t *input) {
    hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    hb_tag_t tags[32];
    unsigned at = 0, n;
    do {
        n = sizeof tags / sizeof *tags;
        hb_face_get_table_tags(face, at, &n, tags);
        for (unsigned i = 0; i < n; i++)
            if (!is_needed(tags[i]))
                hb_set_add(drop, tags[i]);
        at += n;
    } while (n == sizeof tags / sizeof *tags);
}

static enum status put_subset(hb_subset_plan_t *plan, const uint16_t *ids, size_t n,
                              uint16_t *new_ids, struct buf *out) {
    hb_face_t *face = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    if (!face)
        return ST_IO;
    const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
    for (size_t i = 0; i < n; i++)
        new_ids[i] = (uint16_t)hb_map_get(map, ids[i]);
    hb_blob_t *blob = hb_face_reference_blob(face);
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);
    buf_bytes(out, bytes, length);
    hb_blob_destroy(blob);
    hb_face_destroy(face);
    return length ? ST_OK : ST_IO;
}

enum status font_subset(const struct font *f, const uint16_t *ids, size_t n, uint16_t *new_ids,
                        struct buf *out, struct error *err) {
    enum status st = ST_IO;
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (input) {
        hb_subset_input_set_flags(input,
                                  HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
        drop_tables(f->face, input);
        hb_set_t *glyphs = hb_subset_input_glyph_set(input);
        for (size_t i = 0; i < n; i++)
            hb_set_add(glyphs, ids[i]);
        hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(f->face, input);
        st = put_subset(plan, ids, n, new_ids, out);
        hb_subset_plan_destroy(plan);
    }
    hb_subset_input_destroy(input);
    if (st == ST_OK)
        return st;
    struct font_facts facts;
    font_facts(f, &facts);
    return error_set(err, st, "Typsnittet %s kunde inte läggas in i PDF-filen. Installera om det.",
                     facts.name);
}
