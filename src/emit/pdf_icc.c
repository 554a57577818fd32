/* The colours of sRGB as an ICC profile (ICC.1:2001-04, version 2), made rather than shipped. */
#include "emit/pdf.h"

enum { HEADER = 128, ENTRY = 12, CURVE_POINTS = 1024 };

static void put16(struct buf *b, uint32_t n) {
    buf_byte(b, (char)(n >> 8));
    buf_byte(b, (char)n);
}

static void put32(struct buf *b, uint32_t n) {
    put16(b, n >> 16);
    put16(b, n);
}

static void put_xyz(struct buf *b, const uint32_t xyz[3]) {
    buf_bytes(b, "XYZ \0\0\0\0", 8);
    for (int i = 0; i < 3; i++)
        put32(b, xyz[i]);
}

static void put_description(struct buf *b, struct str8 name) {
    buf_bytes(b, "desc\0\0\0\0", 8);
    put32(b, (uint32_t)name.n + 1);
    buf_str8(b, name);
    buf_repeat(b, '\0', 1 + 4 + 4 + 2 + 1 + 67); /* neither in Unicode nor for the Macintosh */
}

static void put_copyright(struct buf *b) {
    static const char text[] = "No copyright, use freely";
    buf_bytes(b, "text\0\0\0\0", 8);
    buf_bytes(b, text, sizeof text);
}

/* x to the power of 2/5, for 0 < x ≤ 1: the fifth root by Newton's method. No two C libraries need
 * agree on pow, and the bytes shall be the same everywhere. */
static double two_fifths(double x) {
    double root = 1;
    for (int i = 0; i < 60; i++)
        root -= (root - x / (root * root * root * root)) / 5;
    return root * root;
}

/* IEC 61966-2-1: light of a sample between 0 and 1. */
static double light(double sample) {
    if (sample <= 0.04045)
        return sample / 12.92;
    double x = (sample + 0.055) / 1.055;
    return x * x * two_fifths(x);
}

static void put_curve(struct buf *b) {
    buf_bytes(b, "curv\0\0\0\0", 8);
    put32(b, CURVE_POINTS);
    for (int i = 0; i < CURVE_POINTS; i++)
        put16(b, (uint32_t)(light(i / (CURVE_POINTS - 1.0)) * 65535 + 0.5));
}

/* The data of the tags, and where each lies in it; the three curves are one. */
enum { DESC, CPRT, WTPT, RXYZ, GXYZ, BXYZ, RTRC, GTRC, BTRC, TAGS };
struct tags {
    struct buf data;
    size_t from[TAGS], length[TAGS];
};

static void put_tag(struct tags *t, int tag) {
    /* s15Fixed16, adapted to D50. */
    static const uint32_t xyz[][3] = {[WTPT] = {0xF6D6, 0x10000, 0xD32D},
                                      [RXYZ] = {0x6FA2, 0x38F5, 0x0390},
                                      [GXYZ] = {0x6299, 0xB785, 0x18DA},
                                      [BXYZ] = {0x24A0, 0x0F84, 0xB6CF}};
    buf_repeat(&t->data, '\0', (4 - t->data.n % 4) % 4);
    t->from[tag] = t->data.n;
    if (tag == DESC)
        put_description(&t->data, S8("sRGB IEC61966-2.1"));
    else if (tag == CPRT)
        put_copyright(&t->data);
    else if (tag < RTRC)
        put_xyz(&t->data, xyz[tag]);
    else if (tag == RTRC)
        put_curve(&t->data);
    else
        t->from[tag] = t->from[RTRC];
    t->length[tag] = t->data.n - t->from[tag];
}

static void put_header(struct buf *b, uint32_t size) {
    static const uint32_t d50[] = {0xF6D6, 0x10000, 0xD32D};
    static const unsigned date[] = {2000, 1, 1, 0, 0, 0};
    put32(b, size);
    put32(b, 0);
    put32(b, 0x02100000);
    buf_str(b, "mntrRGB XYZ ");
    for (int i = 0; i < 6; i++)
        put16(b, date[i]);
    buf_str(b, "acsp");
    buf_repeat(b, '\0', 28); /* platform to intent: none, perceptual */
    for (int i = 0; i < 3; i++)
        put32(b, d50[i]);
    buf_repeat(b, '\0', 48);
}

void pdf_icc(struct buf *b) {
    static const char name[TAGS][5] = {"desc", "cprt", "wtpt", "rXYZ", "gXYZ",
                                       "bXYZ", "rTRC", "gTRC", "bTRC"};
    struct tags t = {0};
    for (int i = 0; i < TAGS; i++)
        put_tag(&t, i);
    size_t start = HEADER + 4 + TAGS * ENTRY;
    put_header(b, (uint32_t)(start + t.data.n));
    put32(b, TAGS);
    for (int i = 0; i < TAGS; i++) {
        buf_str(b, name[i]);
        put32(b, (uint32_t)(start + t.from[i]));
        put32(b, (uint32_t)t.length[i]);
    }
    buf_str8(b, buf_str8_of(&t.data));
    buf_free(&t.data);
}
