/* Character references: the numeric ones, and the named ones that Swedish text is likely to hold.
 * Source of names: the HTML standard, "Named character references". */
#include "base/utf8.h"
#include "doc/parse.h"

static const struct {
    const char *name, *text;
} named[] = {
    {"AElig", "Æ"},     {"Aring", "Å"},  {"Auml", "Ä"},      {"Eacute", "É"},
    {"Oslash", "Ø"},    {"Ouml", "Ö"},   {"Uuml", "Ü"},      {"aacute", "á"},
    {"aelig", "æ"},     {"agrave", "à"}, {"amp", "&"},       {"apos", "'"},
    {"aring", "å"},     {"auml", "ä"},   {"bdquo", "„"},     {"bull", "•"},
    {"cent", "¢"},      {"ccedil", "ç"}, {"copy", "©"},      {"deg", "°"},
    {"eacute", "é"},    {"egrave", "è"}, {"emsp", "\u2003"}, {"ensp", "\u2002"},
    {"euro", "€"},      {"frac12", "½"}, {"frac14", "¼"},    {"frac34", "¾"},
    {"ge", "≥"},        {"gt", ">"},     {"hellip", "…"},    {"laquo", "«"},
    {"ldquo", "“"},     {"le", "≤"},     {"lsquo", "‘"},     {"lt", "<"},
    {"mdash", "—"},     {"micro", "µ"},  {"middot", "·"},    {"minus", "−"},
    {"nbsp", "\u00A0"}, {"ndash", "–"},  {"ne", "≠"},        {"oslash", "ø"},
    {"ouml", "ö"},      {"para", "¶"},   {"permil", "‰"},    {"plusmn", "±"},
    {"pound", "£"},     {"quot", "\""},  {"raquo", "»"},     {"rdquo", "”"},
    {"reg", "®"},       {"rsquo", "’"},  {"sbquo", "‚"},     {"sect", "§"},
    {"shy", "\u00AD"},  {"sup2", "²"},   {"sup3", "³"},      {"thinsp", "\u2009"},
    {"times", "×"},     {"trade", "™"},  {"uuml", "ü"},      {"zwnj", "\u200C"},
};

static uint32_t numeric(struct str8 digits) {
    uint32_t base = 10, c = 0;
    if (digits.n && (digits.p[0] == 'x' || digits.p[0] == 'X')) {
        base = 16;
        digits = s8_skip(digits, 1);
    }
    for (size_t i = 0; i < digits.n && c < 0x110000; i++) {
        char d = digits.p[i];
        uint32_t v = d <= '9' ? (uint32_t)(d - '0') : (uint32_t)((d | 0x20) - 'a' + 10);
        c = c * base + v;
    }
    return c;
}

void entity_put(struct str8 entity, struct buf *out) {
    struct str8 name = s8_sub(entity, 1, entity.n - 1);
    if (name.n && name.p[0] == '#') {
        uint32_t c = numeric(s8_skip(name, 1));
        char bytes[4];
        size_t n = utf8_encode(c, bytes);
        bool text = n && c >= 0x20 && !(c >= 0x7F && c < 0xA0) && c != 0xE000 && c != 0xE001;
        if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
            buf_byte(out, ' ');
        else if (text)
            buf_bytes(out, bytes, n);
        else
            buf_str(out, "\uFFFD");
        return;
    }
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (s8_eqz(name, named[i].name)) {
            buf_str(out, named[i].text);
            return;
        }
    buf_str8(out, entity);
}
