#include "emit/png.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

static const char signature[8] = "\x89PNG\r\n\x1a\n";

/* Reads the header; `image` is to be freed by the caller when that went well. */
static enum status begin(struct str8 png, png_image *image, struct error *err) {
    *image = (png_image){.version = PNG_IMAGE_VERSION};
    if (png.n < sizeof signature || memcmp(png.p, signature, sizeof signature) != 0)
        return error_set(err, ST_INVALID,
                         "Logotypen är ingen PNG-bild. Spara den som PNG i ett bildprogram och "
                         "försök igen.");
    if (!png_image_begin_read_from_memory(image, png.p, png.n)) {
        png_image_free(image);
        return error_set(err, ST_INVALID,
                         "Logotypen är en skadad PNG-bild. Spara den på nytt i ett bildprogram och "
                         "försök igen.");
    }
    if (image->width > LOGO_SIDE_MAX || image->height > LOGO_SIDE_MAX) {
        unsigned width = image->width, height = image->height;
        png_image_free(image);
        return error_set(err, ST_INVALID,
                         "Logotypen är %u × %u bildpunkter, men högst %d × %d går. Minska den i "
                         "ett bildprogram.",
                         width, height, LOGO_SIDE_MAX, LOGO_SIDE_MAX);
    }
    return ST_OK;
}

enum status logo_size(struct str8 png, int *width, int *height, struct error *err) {
    png_image image;
    enum status st = begin(png, &image, err);
    if (st != ST_OK)
        return st;
    *width = (int)image.width;
    *height = (int)image.height;
    png_image_free(&image);
    return ST_OK;
}

/* Parts `n` pixels of `samples` colour bytes and one of alpha; true when all are opaque. */
static bool split(const unsigned char *p, size_t n, size_t samples, char *colour, char *alpha) {
    unsigned char least = 255;
    for (size_t i = 0; i < n; i++, p += samples + 1) {
        memcpy(colour + i * samples, p, samples);
        alpha[i] = (char)p[samples];
        if (p[samples] < least)
            least = p[samples];
    }
    return least == 255;
}

static void take(struct arena *a, const png_image *image, const unsigned char *pixels,
                 struct sheet_image *out) {
    size_t n = (size_t)image->width * image->height;
    bool coloured = image->format & PNG_FORMAT_FLAG_COLOR;
    size_t samples = coloured ? 3 : 1;
    struct str8 alpha = {0};
    char *bytes = arena_alloc(a, n * samples);
    struct str8 colour = {bytes, n * samples};
    if (image->format & PNG_FORMAT_FLAG_ALPHA) {
        char *cover = arena_alloc(a, n);
        if (!split(pixels, n, samples, bytes, cover))
            alpha = (struct str8){cover, n};
    } else {
        memcpy(bytes, pixels, n * samples);
    }
    *out = (struct sheet_image){
        .width = (int)image->width, .height = (int)image->height, .alpha = alpha};
    *(coloured ? &out->rgb : &out->grey) = colour;
}

enum status logo_decode(struct arena *a, struct str8 png, struct sheet_image *out,
                        struct error *err) {
    png_image image;
    enum status st = begin(png, &image, err);
    if (st != ST_OK)
        return st;
    image.format &= PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA; /* 8 bits, no palette */
    size_t n = (size_t)image.width * image.height;
    unsigned char *pixels = mem_alloc(n * PNG_IMAGE_SAMPLE_CHANNELS(image.format));
    if (!png_image_finish_read(&image, NULL, pixels, 0, NULL))
        st = error_set(err, ST_INVALID,
                       "Logotypen är en skadad PNG-bild. Spara den på nytt i ett bildprogram och "
                       "försök igen.");
    else
        take(a, &image, pixels, out);
    free(pixels);
    png_image_free(&image);
    return st;
}
