/* The organisation's logo, as a picture in a line of text (DrawingML, ISO/IEC 29500-1, 20.4). */
#include "emit/docx.h"
#include "emit/head.h"
#include "emit/png.h"

#define PICTURE "http://schemas.openxmlformats.org/drawingml/2006/picture"

enum { EMU_PER_TWIP = 635 };

enum status docx_logo_size(const struct docx *x, struct docx_size *out, struct error *err) {
    int width, height;
    enum status st = logo_size(x->d->logo, &width, &height, err);
    if (st == ST_OK)
        head_logo(EMU_PER_TWIP, width, height, &out->width, &out->height);
    return st;
}

static void put_extent(struct xml *w, const char *element, struct docx_size s) {
    xml_open(w, element);
    xml_attri(w, "cx", s.width);
    xml_attri(w, "cy", s.height);
    xml_close(w, element);
}

static void put_named(const struct docx *x, struct xml *w, const char *element) {
    xml_open(w, element);
    xml_attri(w, "id", 1);
    xml_attrz(w, "name", "Logotyp");
    xml_attr(w, "descr", x->d->logo_alt);
    xml_close(w, element);
}

static void put_shape(struct xml *w, struct docx_size s) {
    xml_open(w, "pic:spPr");
    xml_open(w, "a:xfrm");
    xml_open(w, "a:off");
    xml_attri(w, "x", 0);
    xml_attri(w, "y", 0);
    xml_close(w, "a:off");
    put_extent(w, "a:ext", s);
    xml_close(w, "a:xfrm");
    xml_open(w, "a:prstGeom");
    xml_attrz(w, "prst", "rect");
    xml_none(w, "a:avLst");
    xml_close(w, "a:prstGeom");
    xml_close(w, "pic:spPr");
}

static void put_picture(const struct docx *x, struct xml *w, struct docx_size s) {
    xml_open(w, "a:graphic");
    xml_open(w, "a:graphicData");
    xml_attrz(w, "uri", PICTURE);
    xml_open(w, "pic:pic");
    xml_open(w, "pic:nvPicPr");
    put_named(x, w, "pic:cNvPr");
    xml_none(w, "pic:cNvPicPr");
    xml_close(w, "pic:nvPicPr");
    xml_open(w, "pic:blipFill");
    xml_onez(w, "a:blip", "r:embed", "rId1");
    xml_open(w, "a:stretch");
    xml_none(w, "a:fillRect");
    xml_close(w, "a:stretch");
    xml_close(w, "pic:blipFill");
    put_shape(w, s);
    xml_close(w, "pic:pic");
    xml_close(w, "a:graphicData");
    xml_close(w, "a:graphic");
}

void docx_logo(struct docx *x, struct xml *w, struct docx_size s) {
    xml_open(w, "w:r");
    xml_open(w, "w:drawing");
    xml_open(w, "wp:inline");
    put_extent(w, "wp:extent", s);
    put_named(x, w, "wp:docPr");
    put_picture(x, w, s);
    xml_close(w, "wp:inline");
    xml_close(w, "w:drawing");
    xml_close(w, "w:r");
}
