#include "app/paper.h"
#include "base/near.h"
#include "base/utf8.h"

static const struct paper_format_info infos[PAPER_FORMATS] = {
    [PAPER_DOCX] = {"docx", "docx", "Word", "går att ändra", false},
    [PAPER_PDF] = {"pdf", "pdf", "PDF", "tillgänglig, för utskick och arkiv", false},
    [PAPER_ODT] = {"odt", "odt", "ODF", "för LibreOffice", false},
    [PAPER_TEXT] = {"text", "txt", "Text", "i sidor, utan typsnitt", true},
    [PAPER_HTML] = {"html", "html", "HTML", "för webben", true},
    [PAPER_MARKDOWN] = {"md", "md", "Markdown", "text med enkla tecken för rubriker och listor",
                        true},
};

const struct paper_format_info *paper_format_info(enum paper_format format) {
    return &infos[format];
}

enum status paper_format_find(struct str8 namn, enum paper_format *out, struct error *err) {
    static const struct {
        const char *namn;
        enum paper_format format;
    } also[] = {{"txt", PAPER_TEXT},
                {"markdown", PAPER_MARKDOWN},
                {"htm", PAPER_HTML},
                {"word", PAPER_DOCX},
                {"odf", PAPER_ODT}};
    struct arena tmp = {0};
    struct str8 word = utf8_ascii(&tmp, namn), known[PAPER_FORMATS];
    int found = -1;
    for (int i = 0; i < PAPER_FORMATS; i++) {
        known[i] = s8_from(infos[i].namn);
        if (s8_eq(word, known[i]))
            found = i;
    }
    for (size_t i = 0; i < sizeof also / sizeof *also; i++)
        if (s8_eqz(word, also[i].namn))
            found = (int)also[i].format;
    arena_free(&tmp);
    if (found < 0)
        return near_error(err, ST_USAGE, namn, known, PAPER_FORMATS, "De som finns är",
                          "formatet ”%.*s” finns inte", S8F(namn));
    *out = (enum paper_format)found;
    return ST_OK;
}

enum status paper_format_of_file(struct str8 path, enum paper_format *out, struct error *err) {
    size_t dot = path.n;
    while (dot > 0 && path.p[dot - 1] != '.' && path.p[dot - 1] != '/')
        dot--;
    *out = PAPER_TEXT;
    if (dot < 2 || path.p[dot - 1] == '/' || path.p[dot - 2] == '/')
        return ST_OK;
    return paper_format_find(s8_skip(path, dot), out, err);
}

struct str8 paper_file_word(struct arena *a, struct str8 s) {
    struct buf b = {0};
    for (size_t i = 0, len; i < s.n; i += len) {
        if (utf8_classify(utf8_decode(s, i, &len)) == UTF8_WORD)
            buf_bytes(&b, s.p + i, len);
        else if (b.n && b.p[b.n - 1] != '-')
            buf_byte(&b, '-');
    }
    while (b.n && b.p[b.n - 1] == '-')
        b.n--;
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

struct str8 paper_file_name(struct arena *a, const struct app_case *c, struct str8 dokument,
                            enum paper_format format) {
    struct str8 dnr = paper_file_word(a, arende_value(c->arende, ARENDE_DNR));
    return arena_printf(a, "%.*s-%.*s.%s", S8F(paper_file_word(a, utf8_ascii(a, dokument))),
                        S8F(dnr.n ? dnr : c->betankande->id), infos[format].andelse);
}
