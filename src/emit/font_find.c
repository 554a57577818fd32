/* Installed fonts for what the faces lack, by fontconfig. It is not even started before the first
 * such character: that costs milliseconds. */
#include "emit/font_private.h"

#include <stdlib.h>
#include <string.h>
#include <fontconfig/fontconfig.h>
#include "base/utf8.h"

/* An installed font. The texts are fontconfig's. */
struct candidate {
    const char *file, *family;
    int number;
    const FcCharSet *has;
    bool bold, italic;
    FcChar32 count; /* characters it has */
};

struct font_finder {
    FcConfig *config;
    struct candidate *item;
    size_t n;
};

void font_finder_free(struct font_finder **f) {
    if (!*f)
        return;
    free((*f)->item);
    if ((*f)->config)
        FcConfigDestroy((*f)->config);
    free(*f);
    *f = NULL;
}

static bool get_bool(const FcPattern *p, const char *what) {
    FcBool v = FcFalse;
    return FcPatternGetBool(p, what, 0, &v) == FcResultMatch && v;
}

static int get_int(const FcPattern *p, const char *what) {
    int v = 0;
    return FcPatternGetInteger(p, what, 0, &v) == FcResultMatch ? v : 0;
}

static const char *get_text(const FcPattern *p, const char *what) {
    FcChar8 *v = NULL;
    return FcPatternGetString(p, what, 0, &v) == FcResultMatch ? (const char *)v : NULL;
}

/* Outlines in TrueType form, one instance, no colours. */
static bool candidate_of(const FcPattern *p, struct candidate *out) {
    FcCharSet *has = NULL;
    const char *format = get_text(p, FC_FONTFORMAT);
    if (FcPatternGetCharSet(p, FC_CHARSET, 0, &has) != FcResultMatch || !format ||
        strcmp(format, "TrueType") != 0 || !get_bool(p, FC_OUTLINE) || get_bool(p, FC_COLOR) ||
        get_bool(p, FC_VARIABLE) || get_int(p, FC_INDEX) > 0xffff)
        return false;
    *out = (struct candidate){.file = get_text(p, FC_FILE),
                              .family = get_text(p, FC_FAMILY),
                              .number = get_int(p, FC_INDEX),
                              .has = has,
                              .bold = get_int(p, FC_WEIGHT) >= FC_WEIGHT_DEMIBOLD,
                              .italic = get_int(p, FC_SLANT) != FC_SLANT_ROMAN,
                              .count = FcCharSetCount(has)};
    return out->file && out->family;
}

static struct font_finder *finder(struct fonts *fs) {
    if (fs->finder)
        return fs->finder;
    struct font_finder *f = fs->finder = mem_zalloc(sizeof *f);
    f->config = FcInitLoadConfigAndFonts();
    const FcFontSet *set = f->config ? FcConfigGetFonts(f->config, FcSetSystem) : NULL;
    if (set && set->nfont > 0) {
        f->item = mem_alloc(mem_mul((size_t)set->nfont, sizeof *f->item));
        for (int i = 0; i < set->nfont; i++)
            f->n += candidate_of(set->fonts[i], &f->item[f->n]);
    }
    return f;
}

const char *font_find_file(struct fonts *fs, const char *family, bool bold, bool italic) {
    const struct font_finder *f = finder(fs);
    const char *file = NULL;
    for (size_t i = 0; i < f->n; i++) {
        const struct candidate *c = &f->item[i];
        if (strcmp(c->family, family) == 0 && c->bold == bold && c->italic == italic &&
            c->number == 0 && (!file || strcmp(c->file, file) < 0))
            file = c->file;
    }
    return file;
}

/* --- Choosing --------------------------------------------------------------------------------- */

static bool has_all(const FcCharSet *has, struct str8 cluster) {
    for (size_t at = 0, len; at < cluster.n; at += len) {
        uint32_t c = utf8_decode(cluster, at, &len);
        if (!font_invisible(c) && !FcCharSetHasChar(has, c))
            return false;
    }
    return true;
}

/* How well a family goes with the three of Liberation: 0 best. */
static int strangeness(const char *family, enum font_face face) {
    static const char *const kind[] = {"Serif", "Sans", "Mono"};
    bool same = strstr(family, kind[face / 4]) != NULL;
    if (strncmp(family, "Liberation ", 11) == 0)
        return same ? 0 : 1;
    if (strncmp(family, "DejaVu ", 7) == 0)
        return same ? 2 : 3;
    if (strncmp(family, "Noto ", 5) == 0)
        return same ? 4 : 5;
    return same ? 6 : 7;
}

/* Is `x` to be taken before `y`? A total order, so that nothing depends on the order in which
 * folders were read. */
static bool better(const struct candidate *x, const struct candidate *y, enum font_face face) {
    bool bold = face % 2 == 1, italic = face % 4 >= 2;
    int sx = (x->bold != bold) + (x->italic != italic);
    int sy = (y->bold != bold) + (y->italic != italic);
    if (sx != sy)
        return sx < sy;
    int fx = strangeness(x->family, face), fy = strangeness(y->family, face);
    if (fx != fy)
        return fx < fy;
    if (x->count != y->count)
        return x->count > y->count;
    int order = strcmp(x->file, y->file);
    return order ? order < 0 : x->number < y->number;
}

static struct font *opened(struct fonts *fs, const struct candidate *c) {
    for (size_t i = 0; i < fs->n_opened; i++)
        if (fs->opened[i].number == c->number && s8_eqz(fs->opened[i].file, c->file))
            return fs->opened[i].font;
    struct font *f = font_open(fs, c->file, c->number);
    *ARENA_PUSH(&fs->a, fs->opened, fs->n_opened, fs->cap_opened) =
        (struct font_opened){arena_str8(&fs->a, s8_from(c->file)), c->number, f};
    return f;
}

/* The best font that turns out to be usable: those that are not are taken from the list. */
static struct font *choose(struct fonts *fs, enum font_face face, struct str8 cluster) {
    struct font_finder *f = finder(fs);
    for (;;) {
        struct candidate *best = NULL;
        for (size_t i = 0; i < f->n; i++)
            if (has_all(f->item[i].has, cluster) && (!best || better(&f->item[i], best, face)))
                best = &f->item[i];
        if (!best)
            return NULL;
        struct font *font = opened(fs, best);
        if (font && font_has(font, cluster))
            return font;
        *best = f->item[--f->n];
    }
}

/* --- Asking ----------------------------------------------------------------------------------- */

static struct font_fallback *remembered(struct fonts *fs, const struct font_fallback *key) {
    for (size_t i = 0; i < fs->n_fallback; i++)
        if (fs->fallback[i].face == key->face &&
            memcmp(fs->fallback[i].c, key->c, sizeof key->c) == 0)
            return &fs->fallback[i];
    return NULL;
}

static enum status no_font(struct fonts *fs, struct str8 cluster, struct error *err) {
    size_t len = 0;
    uint32_t c = 0;
    for (size_t at = 0; at < cluster.n; at += len) { /* the first that nobody has alone */
        c = utf8_decode(cluster, at, &len);
        if (!font_invisible(c) && !choose(fs, FONT_SERIF, s8_sub(cluster, at, at + len)))
            break;
    }
    return error_set(err, ST_INVALID,
                     "Tecknet %.*s (U+%04X) finns inte i något typsnitt på datorn. Ta bort det "
                     "eller skriv det på ett annat sätt.",
                     S8F(cluster), c);
}

enum status font_find(struct fonts *fs, enum font_face face, struct str8 cluster, struct font **out,
                      struct error *err) {
    struct font_fallback key = {.face = face};
    size_t n = 0, at = 0, len;
    for (; at < cluster.n && n < sizeof key.c / sizeof *key.c; at += len)
        key.c[n++] = utf8_decode(cluster, at, &len);
    struct font_fallback *known = at == cluster.n ? remembered(fs, &key) : NULL;
    key.font = known ? known->font : choose(fs, face, cluster);
    if (!key.font)
        return no_font(fs, cluster, err);
    if (!known && at == cluster.n)
        *ARENA_PUSH(&fs->a, fs->fallback, fs->n_fallback, fs->cap_fallback) = key;
    *out = key.font;
    return ST_OK;
}
