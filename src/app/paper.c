#include "app/paper.h"

#include "app/json_sentence.h"
#include "base/utf8.h"
#include "emit/emit.h"

static const struct {
    const char *namn;
    enum paper_format format;
} formats[] = {
    {"text", PAPER_TEXT},         {"txt", PAPER_TEXT},  {"md", PAPER_MARKDOWN},
    {"markdown", PAPER_MARKDOWN}, {"html", PAPER_HTML}, {"htm", PAPER_HTML},
};

enum status paper_format_find(struct str8 namn, enum paper_format *out, struct error *err) {
    struct arena tmp = {0};
    struct str8 word = utf8_ascii(&tmp, namn);
    size_t n = sizeof formats / sizeof *formats, i = 0;
    while (i < n && !s8_eqz(word, formats[i].namn))
        i++;
    arena_free(&tmp);
    if (i == n)
        return error_set(err, ST_USAGE,
                         "formatet ”%.*s” finns inte i den här versionen. De som finns är: text, "
                         "md, html.",
                         S8F(namn));
    *out = formats[i].format;
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

enum status paper_make(struct app *app, struct arena *a, const struct app_case *c,
                       struct str8 dokument, enum paper_format format, struct buf *out,
                       struct error *err) {
    struct profil *profil;
    struct doc *doc;
    enum status st = app_case_profil(app, a, c, &profil, err);
    struct draft d = {c->arende, c->betankande, profil};
    if (st == ST_OK)
        st = compose(a, &d, dokument, &doc, err);
    if (st != ST_OK)
        return st;
    switch (format) {
    case PAPER_TEXT:
        emit_text(doc, NULL, out);
        break;
    case PAPER_MARKDOWN:
        emit_markdown(doc, out);
        break;
    case PAPER_HTML:
        emit_html(doc, NULL, out);
        break;
    }
    return ST_OK;
}

enum status paper_review(struct app *app, struct arena *a, const struct app_case *c,
                         struct str8 dokument, struct finding **out, size_t *n, struct error *err) {
    struct profil *profil;
    enum status st = app_case_profil(app, a, c, &profil, err);
    struct draft d = {c->arende, c->betankande, profil};
    return st == ST_OK ? review_run(a, &d, dokument, out, n, err) : st;
}

enum status paper_sentences(struct app *app, struct arena *a, const struct app_case *c,
                            const struct app_refs *refs, struct str8 **out, struct error *err) {
    struct profil *profil;
    const struct dokument *dok;
    enum status st = app_case_profil(app, a, c, &profil, err);
    if (st == ST_OK)
        st = profil_dokument(profil, S8("yttrande"), &dok, err);
    struct draft d = {c->arende, c->betankande, profil};
    *out = ARENA_NEW(a, struct str8, refs->n);
    return st == ST_OK ? json_sentences(a, &d, dok, refs->p, refs->n, *out, err) : st;
}
