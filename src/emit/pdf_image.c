/* The logo as an image. */
#include "emit/pdf.h"

#include <stdio.h>

/* PDF 1.4 as PDF/A-1 has it knows no transparency: the picture stands on white. */
static struct str8 on_white(struct arena *a, struct str8 colour, struct str8 alpha) {
    size_t samples = colour.n / alpha.n;
    char *flat = arena_alloc(a, colour.n);
    for (size_t i = 0; i < colour.n; i++) {
        unsigned cover = (unsigned char)alpha.p[i / samples];
        unsigned light = (unsigned char)colour.p[i] * cover + 255 * (255 - cover);
        flat[i] = (char)((light + 127) / 255);
    }
    return (struct str8){flat, colour.n};
}

static void put_image(struct pdf *p, int number, const char *space, const char *mask,
                      struct str8 samples) {
    char entries[200];
    snprintf(entries, sizeof entries,
             "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/%s%s",
             p->s->logo->width, p->s->logo->height, space, mask);
    pdf_stream(&p->file, number, entries, samples);
}

void pdf_logo(struct pdf *p) {
    const struct sheet_image *image = p->s->logo;
    bool used = false;
    for (int i = 0; i < p->s->n_pages; i++)
        used |= p->page[i].logo;
    if (!used)
        return;
    p->logo = pdf_new(&p->file);
    const char *space = image->rgb.n ? "DeviceRGB" : "DeviceGray";
    struct str8 colour = image->rgb.n ? image->rgb : image->grey;
    char mask[40] = "";
    if (image->alpha.n && p->a1) {
        colour = on_white(p->a, colour, image->alpha);
    } else if (image->alpha.n) {
        int number = pdf_new(&p->file);
        put_image(p, number, "DeviceGray", "", image->alpha);
        snprintf(mask, sizeof mask, "/SMask %d 0 R", number);
    }
    put_image(p, p->logo, space, mask, colour);
}
