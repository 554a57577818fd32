/* Faces: opened when first used, measured, shaped. */
#include "emit/font_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <hb-ot.h>
#include "base/utf8.h"

struct fonts *fonts_new(void) {
    return mem_zalloc(sizeof(struct fonts));
}

static void font_close(struct font *f) {
    if (f) {
        hb_font_destroy(f->hb);
        hb_face_destroy(f->face);
    }
}

void fonts_free(struct fonts **fs) {
    struct fonts *f = *fs;
    if (!f)
        return;
    for (size_t i = 0; i < FONT_FACES; i++)
        font_close(f->face[i]);
    for (size_t i = 0; i < f->n_opened; i++)
        font_close(f->opened[i].font);
    hb_buffer_destroy(f->buffer);
    font_finder_free(&f->finder);
    arena_free(&f->a);
    free(f);
    *fs = NULL;
}

/* --- Opening ---------------------------------------------------------------------------------- */

static size_t table_size(hb_face_t *face, hb_tag_t tag) {
    hb_blob_t *b = hb_face_reference_table(face, tag);
    size_t n = hb_blob_get_length(b);
    hb_blob_destroy(b);
    return n;
}

/* OS/2, fsType: bit 1 says that the font must not be embedded. */
static bool may_embed(hb_face_t *face) {
    hb_blob_t *b = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    unsigned n = 0;
    const char *p = hb_blob_get_data(b, &n);
    bool restricted = n > 9 && ((unsigned char)p[9] & 0x0f) == 2;
    hb_blob_destroy(b);
    return !restricted;
}

/* TrueType outlines that do not vary, and no coloured pictures instead of them. */
static bool usable(hb_face_t *face) {
    return hb_face_get_glyph_count(face) > 1 && table_size(face, HB_TAG('g', 'l', 'y', 'f')) > 0 &&
           table_size(face, HB_TAG('f', 'v', 'a', 'r')) == 0 && may_embed(face);
}

struct font *font_open(struct fonts *fs, const char *file, int number) {
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(file); /* mapped, not read */
    if (!blob)
        return NULL;
    hb_face_t *face = hb_face_create(blob, (unsigned)number);
    hb_blob_destroy(blob);
    if (!usable(face)) {
        hb_face_destroy(face);
        return NULL;
    }
    struct font *f = ARENA_NEW(&fs->a, struct font, 1);
    hb_face_make_immutable(face);
    *f = (struct font){.face = face,
                       .hb = hb_font_create(face),
                       .upem = (int)hb_face_get_upem(face),
                       .index = SIZE_MAX};
    hb_font_extents_t e;
    if (hb_font_get_h_extents(f->hb, &e)) {
        f->ascent = e.ascender;
        f->descent = -e.descender;
    }
    hb_font_make_immutable(f->hb);
    return f;
}

/* --- The twelve faces ------------------------------------------------------------------------- */

static const char *const families[] = {"Serif", "Sans", "Mono"};
static const char *const styles[] = {"Regular", "Bold", "Italic", "BoldItalic"};

/* Where Debian (12, 13), Fedora and Arch have the fonts; the first is configure's. */
static const char *const folders[] = {
    YTTRA_FONTS, "/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/liberation-fonts", "/usr/share/fonts/liberation"};

static struct font *face_from_folders(struct fonts *fs, const char *family, const char *style) {
    struct font *f = NULL;
    for (size_t i = 0; !f && i < sizeof folders / sizeof *folders; i++) {
        char file[512];
        int n = snprintf(file, sizeof file, "%s/Liberation%s-%s.ttf", folders[i], family, style);
        if (*folders[i] && n > 0 && (size_t)n < sizeof file)
            f = font_open(fs, file, 0);
    }
    return f;
}

enum status fonts_face(struct fonts *fs, enum font_face face, struct font **out,
                       struct error *err) {
    struct font *f = fs->face[face];
    const char *family = families[face / 4];
    if (!f)
        f = face_from_folders(fs, family, styles[face % 4]);
    if (!f) {
        char name[64];
        snprintf(name, sizeof name, "Liberation %s", family);
        const char *file = font_find_file(fs, name, face % 2 == 1, face % 4 >= 2);
        f = file ? font_open(fs, file, 0) : NULL;
    }
    if (!f)
        return error_set(
            err, ST_NOT_FOUND,
            "Typsnittet Liberation %s finns inte på datorn, och utan det kan ingen PDF "
            "göras. Installera det; i Debian: apt install fonts-liberation2",
            family);
    *out = fs->face[face] = f;
    return ST_OK;
}

/* --- Facts ------------------------------------------------------------------------------------ */

static void font_use(struct fonts *fs, struct font *f) {
    if (f->index != SIZE_MAX)
        return;
    f->index = fs->n_used;
    *ARENA_PUSH(&fs->a, fs->used, fs->n_used, fs->cap_used) = f;
}

size_t fonts_count(const struct fonts *fs) {
    return fs->n_used;
}

struct font *fonts_at(const struct fonts *fs, size_t i) {
    return fs->used[i];
}

size_t font_index(const struct font *f) {
    return f->index;
}

int font_units_per_em(const struct font *f) {
    return f->upem;
}

int font_ascent(const struct font *f) {
    return f->ascent;
}

int font_descent(const struct font *f) {
    return f->descent;
}

bool font_has(const struct font *f, struct str8 cluster) {
    for (size_t at = 0, len; at < cluster.n; at += len) {
        uint32_t c = utf8_decode(cluster, at, &len);
        hb_codepoint_t glyph;
        if (!font_invisible(c) && !hb_font_get_nominal_glyph(f->hb, c, &glyph))
            return false;
    }
    return true;
}

/* --- Shaping ---------------------------------------------------------------------------------- */

/* A stretch of text in one font and one direction. */
struct span {
    struct font *font;
    size_t end;
    bool leftwards;
};

static bool leftwards(uint32_t c) {
    if (c < 0x590)
        return false;
    hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), c);
    return hb_script_get_horizontal_direction(script) == HB_DIRECTION_RTL;
}

/* Spaces and punctuation go with what stands before them. */
static bool neutral(uint32_t c) {
    if (c < 0x80)
        return !((c | 0x20) >= 'a' && (c | 0x20) <= 'z') && !(c >= '0' && c <= '9');
    if (c < 0x300)
        return false;
    hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), c);
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED;
}

/* The end of the cluster at `at`; letters of western Europe are told without tables. */
static size_t cluster_end(struct str8 s, size_t at) {
    size_t len;
    uint32_t c = utf8_decode(s, at, &len);
    if (c < 0x300 && (at + len == s.n || (unsigned char)s.p[at + len] < 0xcc))
        return at + len;
    return utf8_next(s, at);
}

static enum status cluster_font(struct fonts *fs, enum font_face face, struct str8 cluster,
                                struct font **out, struct error *err) {
    struct font *f = NULL;
    enum status st = fonts_face(fs, face, &f, err);
    if (st == ST_OK && !font_has(f, cluster))
        st = font_find(fs, face, cluster, &f, err);
    *out = f;
    return st;
}

static enum status next_span(struct fonts *fs, enum font_face face, struct str8 s, size_t at,
                             struct span *out, struct error *err) {
    for (size_t i = at, end; i < s.n; i = end) {
        size_t len;
        end = cluster_end(s, i);
        uint32_t c = utf8_decode(s, i, &len);
        struct str8 cluster = s8_sub(s, i, end);
        bool between = i > at && neutral(c), left = between ? out->leftwards : leftwards(c);
        struct font *f = out->font;
        if (!between || !left || !font_has(f, cluster)) {
            enum status st = cluster_font(fs, face, cluster, &f, err);
            if (st != ST_OK)
                return st;
        }
        if (i == at)
            *out = (struct span){.font = f, .leftwards = left};
        else if (f != out->font || left != out->leftwards)
            break;
        if (!between || !left) /* what stands last goes with the paragraph, rightwards */
            out->end = end;
    }
    return ST_OK;
}

static void fill_buffer(hb_buffer_t *b, struct str8 s, bool left) {
    hb_buffer_clear_contents(b);
    hb_buffer_set_cluster_level(b, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_flags(b, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_add_utf8(b, s.p, (int)s.n, 0, (int)s.n);
    hb_buffer_set_direction(b, left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_language(b, hb_language_from_string("sv", -1));
    hb_buffer_guess_segment_properties(b); /* the script, which alone is left */
}

/* What each glyph stands for: the text from its cluster to the next one; a cluster's second glyph
 * stands for nothing. Clusters come in order, forwards or backwards. */
static void assign_text(struct glyph_run *run, bool left) {
    size_t n = run->n;
    uint32_t end = (uint32_t)run->text.n;
    for (size_t k = 0; k < n; k++) {
        size_t i = left ? k : n - 1 - k;
        bool repeated = i > 0 && run->glyph[i - 1].text == run->glyph[i].text;
        uint32_t from = run->glyph[i].text;
        run->glyph[i].text_len = repeated ? 0 : end - from;
        if (!repeated)
            end = from;
    }
    if (n && end > 0) { /* what was removed in front */
        struct glyph *first = &run->glyph[left ? n - 1 : 0];
        first->text_len += first->text;
        first->text = 0;
    }
}

static enum status shape_span(struct fonts *fs, struct arena *a, struct str8 s,
                              const struct span *span, struct glyph_runs *out, struct error *err) {
    static const hb_feature_t features[] = {
        {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('k', 'e', 'r', 'n'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}};
    fill_buffer(fs->buffer, s, span->leftwards);
    hb_shape(span->font->hb, fs->buffer, features, sizeof features / sizeof *features);
    unsigned n = hb_buffer_get_length(fs->buffer);
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(fs->buffer, NULL);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(fs->buffer, NULL);
    if (!n) /* all of it invisible */
        return ST_OK;
    struct glyph_run run = {.font = span->font, .text = s, .n = n};
    run.glyph = ARENA_NEW(a, struct glyph, n);
    for (unsigned i = 0; i < n; i++) {
        if (!info[i].codepoint || info[i].codepoint > UINT16_MAX)
            return error_set(err, ST_INVALID,
                             "Texten ”%.*s” kan inte sättas med de typsnitt som "
                             "finns på datorn. Skriv den på ett annat sätt.",
                             S8F(s));
        run.glyph[i] = (struct glyph){.id = (uint16_t)info[i].codepoint,
                                      .advance = pos[i].x_advance,
                                      .dx = pos[i].x_offset,
                                      .dy = pos[i].y_offset,
                                      .text = info[i].cluster};
        run.width += pos[i].x_advance;
    }
    assign_text(&run, span->leftwards);
    font_use(fs, span->font);
    *ARENA_PUSH(a, out->run, out->n, out->cap) = run;
    return ST_OK;
}

enum status fonts_shape(struct fonts *fs, struct arena *a, enum font_face face, struct str8 text,
                        struct glyph_runs *out, struct error *err) {
    struct str8 s = font_printable_text(a, text);
    if (!fs->buffer)
        fs->buffer = hb_buffer_create();
    enum status st = ST_OK;
    for (size_t at = 0; st == ST_OK && at < s.n;) {
        struct span span = {0};
        st = next_span(fs, face, s, at, &span, err);
        if (st == ST_OK)
            st = shape_span(fs, a, s8_sub(s, at, span.end), &span, out, err);
        at = span.end;
    }
    return st;
}
