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

static enum status make_doc(struct app *app, struct arena *a, const struct app_case *c,
                            struct str8 dokument, struct doc **out, struct error *err) {
    struct profil *profil;
    enum status st = app_case_profil(app, a, c, &profil, err);
    struct draft d = {c->arende, c->betankande, profil};
    return st == ST_OK ? compose(a, &d, dokument, out, err) : st;
}

enum status paper_make(struct app *app, struct arena *a, const struct app_case *c,
                       struct str8 dokument, enum paper_format format, struct buf *out,
                       struct error *err) {
    struct doc *doc;
    enum status st = make_doc(app, a, c, dokument, &doc, err);
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

enum status paper_endless(struct app *app, struct arena *a, const struct app_case *c,
                          struct str8 dokument, struct buf *out, struct error *err) {
    static const struct emit_text_options options = {.endless = true};
    struct doc *doc;
    enum status st = make_doc(app, a, c, dokument, &doc, err);
    if (st == ST_OK)
        emit_text(doc, &options, out);
    return st;
}

enum status paper_names(struct app *app, struct arena *a, const struct app_case *c,
                        struct paper_name **out, size_t *n, struct error *err) {
    struct profil *profil;
    enum status st = app_case_profil(app, a, c, &profil, err);
    if (st != ST_OK)
        return st;
    *n = profil->n_dokument;
    *out = ARENA_NEW(a, struct paper_name, *n);
    for (size_t i = 0; i < *n; i++)
        (*out)[i] = (struct paper_name){profil->dokument[i].namn, profil->dokument[i].etikett};
    return ST_OK;
}

/* "svar 4.1.1:2 motivering": what draft/context.h says a mark is. */
static void read_mark(struct str8 mark, struct paper_line *line) {
    struct str8 rest = mark;
    enum post_slag slag = post_slag_find(s8_cut(&rest, ' '));
    size_t space = rest.n;
    while (space > 0 && rest.p[space - 1] != ' ')
        space--;
    if (slag == POST_SLAG_N || space == 0)
        return;
    line->slag = slag;
    line->nyckel = s8_sub(rest, 0, space - 1);
    line->falt = falt_find(slag, s8_skip(rest, space));
    line->from_post = line->falt >= 0;
}

enum status paper_pages(struct app *app, struct arena *a, const struct app_case *c,
                        struct str8 dokument, int width, int page_lines, struct paper_lines *out,
                        struct error *err) {
    const struct emit_text_options options = {.width = width, .page_lines = page_lines};
    struct emit_lines lines = {0};
    struct doc *doc;
    enum status st = make_doc(app, a, c, dokument, &doc, err);
    if (st != ST_OK)
        return st;
    emit_text_lines(a, doc, &options, &lines);
    *out = (struct paper_lines){ARENA_NEW(a, struct paper_line, lines.n), lines.n, lines.pages};
    for (size_t i = 0; i < lines.n; i++) {
        out->line[i] = (struct paper_line){
            .text = lines.items[i].text, .page = lines.items[i].page, .falt = -1};
        read_mark(lines.items[i].mark, &out->line[i]);
    }
    return ST_OK;
}

enum status paper_lines(struct app *app, struct arena *a, const struct app_case *c,
                        struct str8 dokument, int width, struct paper_lines *out,
                        struct error *err) {
    return paper_pages(app, a, c, dokument, width, 0, out, err);
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
