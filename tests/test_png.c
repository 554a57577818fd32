/* The organisation's logo: PNG files made by libpng's own writer here, and damaged ones. */
#include <criterion/criterion.h>
#include <png.h>
#include <string.h>

#include "base/buf.h"
#include "emit/png.h"

/* A PNG of that format whose sample number i is `first` + i. */
static struct str8 make(struct arena *a, unsigned width, unsigned height, unsigned format,
                        unsigned char first) {
    png_image image = {.version = PNG_IMAGE_VERSION};
    image.width = width;
    image.height = height;
    image.format = format;
    size_t n = PNG_IMAGE_SIZE(image);
    unsigned char *pixels = arena_alloc(a, n);
    for (size_t i = 0; i < n; i++)
        pixels[i] = (unsigned char)(first + i);
    png_alloc_size_t size = 0;
    cr_assert(png_image_write_to_memory(&image, NULL, &size, 0, pixels, 0, NULL));
    char *bytes = arena_alloc(a, size);
    cr_assert(png_image_write_to_memory(&image, bytes, &size, 0, pixels, 0, NULL));
    return (struct str8){bytes, size};
}

static struct str8 says(struct arena *a, enum status st, const struct error *err) {
    cr_assert(st == ST_INVALID);
    return arena_str8(a, s8_from(err->text));
}

Test(png, a_coloured_picture_gives_rgb_without_alpha) {
    struct arena a = {0};
    struct error err = {0};
    struct sheet_image image;
    struct str8 png = make(&a, 3, 2, PNG_FORMAT_RGB, 10);
    cr_assert(logo_decode(&a, png, &image, &err) == ST_OK, "%s", err.text);
    cr_assert(image.width == 3 && image.height == 2);
    cr_assert(image.rgb.n == 18 && image.rgb.p[0] == 10 && image.rgb.p[17] == 27);
    cr_assert(image.grey.n == 0 && image.alpha.n == 0);
    arena_free(&a);
}

Test(png, a_grey_picture_with_alpha_is_parted) {
    struct arena a = {0};
    struct error err = {0};
    struct sheet_image image;
    struct str8 png = make(&a, 2, 1, PNG_FORMAT_GA, 100);
    cr_assert(logo_decode(&a, png, &image, &err) == ST_OK, "%s", err.text);
    cr_assert(image.rgb.n == 0 && image.grey.n == 2 && image.alpha.n == 2);
    cr_assert(image.grey.p[0] == 100 && image.alpha.p[0] == 101);
    cr_assert(image.grey.p[1] == 102 && image.alpha.p[1] == 103);
    arena_free(&a);
}

Test(png, alpha_that_is_opaque_everywhere_is_dropped) {
    struct arena a = {0};
    struct error err = {0};
    struct sheet_image image;
    struct str8 png = make(&a, 1, 1, PNG_FORMAT_RGBA, 252);
    cr_assert(logo_decode(&a, png, &image, &err) == ST_OK, "%s", err.text);
    cr_assert(image.rgb.n == 3 && image.alpha.n == 0);
    arena_free(&a);
}

Test(png, the_size_is_read_without_the_pixels) {
    struct arena a = {0};
    struct error err = {0};
    int width = 0, height = 0;
    struct str8 png = make(&a, 300, 7, PNG_FORMAT_RGB, 0);
    cr_assert(logo_size(s8_sub(png, 0, 60), &width, &height, &err) == ST_OK, "%s", err.text);
    cr_assert(width == 300 && height == 7);
    arena_free(&a);
}

Test(png, what_is_no_png_is_refused) {
    struct arena a = {0};
    struct error err = {0};
    int w, h;
    struct sheet_image image;
    cr_assert(s8_starts(says(&a, logo_size(S8("\xff\xd8\xff\xe0 JFIF"), &w, &h, &err), &err),
                        S8("Logotypen är ingen PNG-bild")));
    cr_assert(s8_starts(says(&a, logo_decode(&a, S8(""), &image, &err), &err),
                        S8("Logotypen är ingen PNG-bild")));
    arena_free(&a);
}

Test(png, a_picture_beyond_the_limit_is_refused_by_size) {
    struct arena a = {0};
    struct error err = {0};
    struct sheet_image image;
    struct str8 png = make(&a, LOGO_SIDE_MAX + 1, 1, PNG_FORMAT_GRAY, 0);
    cr_assert(s8_starts(says(&a, logo_decode(&a, png, &image, &err), &err),
                        S8("Logotypen är 4001 × 1 bildpunkter")));
    arena_free(&a);
}

Test(png, a_damaged_picture_is_refused_wherever_it_is_cut) {
    struct arena a = {0};
    struct str8 png = make(&a, 20, 20, PNG_FORMAT_RGBA, 3);
    for (size_t n = 8; n + 16 < png.n; n++) { /* the end chunk may be missed */
        struct sheet_image image;
        struct error err = {0};
        cr_assert(logo_decode(&a, s8_sub(png, 0, n), &image, &err) == ST_INVALID, "%zu", n);
    }
    arena_free(&a);
}
