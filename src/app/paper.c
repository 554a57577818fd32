#include "app/paper.h"

#include "app/json_sentence.h"
#include "base/clock.h"
#include "base/fileio.h"
#include "doc/markdown.h"
#include "draft/mark.h"
#include "emit/emit.h"

static enum status make_doc(struct app *app, struct arena *a, const struct app_case *c,
                            struct str8 dokument, struct profil **profil, struct doc **out,
                            struct error *err) {
    enum status st = app_case_profil(app, a, c, profil, err);
    struct draft d = {c->arende, c->betankande, *profil};
    return st == ST_OK ? compose(a, &d, dokument, out, err) : st;
}

/* A file of the profile into the arena; nothing when the profile names none. */
static enum status read_part(struct arena *a, struct str8 path, struct str8 *out,
                             struct error *err) {
    struct buf b = {0};
    *out = (struct str8){0};
    if (path.n == 0)
        return ST_OK;
    enum status st = file_read(path.p, &b, err);
    if (st == ST_OK)
        *out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return st;
}

/* The template that the profile has for the format. */
static enum status read_template(struct arena *a, const struct profil *p, enum paper_format format,
                                 struct emit_template *out, struct error *err) {
    out->name = format == PAPER_DOCX ? p->word_mall : p->odf_mall;
    return read_part(a, out->name, &out->bytes, err);
}

/* What only a paper that is to be printed has. */
struct on_paper {
    bool review;
    int *pages;
};

static enum status emit(struct arena *a, const struct profil *p, const struct doc *doc,
                        enum paper_format format, struct on_paper how, struct buf *out,
                        struct error *err) {
    const struct emit_pdf_options pdf = {.a1 = p->pdf_a1, .review = how.review, .pages = how.pages};
    struct emit_template template = {0};
    enum status st = ST_OK;
    switch (format) {
    case PAPER_TEXT:
        emit_text(doc, NULL, out);
        return ST_OK;
    case PAPER_MARKDOWN:
        emit_markdown(doc, out);
        return ST_OK;
    case PAPER_HTML:
        emit_html(doc, NULL, out);
        return ST_OK;
    case PAPER_PDF:
        return emit_pdf(doc, &pdf, out, err);
    default:
        st = read_template(a, p, format, &template, err);
    }
    if (st != ST_OK)
        return st;
    return format == PAPER_DOCX ? emit_docx(doc, &template, out, err)
                                : emit_odt(doc, &template, out, err);
}

enum status paper_compose(struct app *app, struct arena *a, const struct app_case *c,
                          struct str8 dokument, struct paper *out, struct error *err) {
    enum status st = make_doc(app, a, c, dokument, &out->profil, &out->doc, err);
    if (st == ST_OK)
        st = read_part(a, out->profil->logotyp, &out->doc->logo, err);
    if (st != ST_OK)
        return st;
    out->doc->logo_alt = out->profil->logotyp_text;
    out->doc->created = clock_now(a);
    return ST_OK;
}

enum status paper_emit(struct arena *a, const struct paper *p, enum paper_format format,
                       struct buf *out, struct error *err) {
    return emit(a, p->profil, p->doc, format, (struct on_paper){0}, out, err);
}

enum status paper_make(struct app *app, struct arena *a, const struct app_case *c,
                       struct str8 dokument, enum paper_format format, struct buf *out,
                       struct error *err) {
    struct paper p;
    enum status st = paper_compose(app, a, c, dokument, &p, err);
    return st == ST_OK ? paper_emit(a, &p, format, out, err) : st;
}

enum status paper_try(struct arena *a, struct profil *p, struct error *err) {
    const struct {
        struct str8 file;
        enum paper_format format;
    } own[] = {{p->logotyp, PAPER_PDF}, {p->word_mall, PAPER_DOCX}, {p->odf_mall, PAPER_ODT}};
    struct paper paper = {.profil = p};
    enum status st = markdown_parse(a, S8("# Prov"), NULL, 0, &paper.doc, err);
    if (st == ST_OK)
        st = read_part(a, p->logotyp, &paper.doc->logo, err);
    if (st == ST_OK)
        paper.doc->logo_alt = p->logotyp_text;
    for (size_t i = 0; i < sizeof own / sizeof *own && st == ST_OK; i++) {
        struct buf out = {0};
        if (own[i].file.n)
            st = paper_emit(a, &paper, own[i].format, &out, err);
        buf_free(&out);
    }
    return st;
}

enum status paper_print(struct app *app, struct arena *a, const struct app_case *c,
                        struct str8 dokument, bool review, struct buf *out, int *pages,
                        struct error *err) {
    struct paper p;
    enum status st = paper_compose(app, a, c, dokument, &p, err);
    return st == ST_OK
               ? emit(a, p.profil, p.doc, PAPER_PDF, (struct on_paper){review, pages}, out, err)
               : st;
}

enum status paper_endless(struct app *app, struct arena *a, const struct app_case *c,
                          struct str8 dokument, struct buf *out, struct error *err) {
    static const struct emit_text_options options = {.endless = true};
    struct profil *profil;
    struct doc *doc;
    enum status st = make_doc(app, a, c, dokument, &profil, &doc, err);
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

enum status paper_pages(struct app *app, struct arena *a, const struct app_case *c,
                        struct str8 dokument, int width, int page_lines, struct paper_lines *out,
                        struct error *err) {
    const struct emit_text_options options = {.width = width, .page_lines = page_lines};
    struct emit_lines lines = {0};
    struct profil *profil;
    struct doc *doc;
    enum status st = make_doc(app, a, c, dokument, &profil, &doc, err);
    if (st != ST_OK)
        return st;
    emit_text_lines(a, doc, &options, &lines);
    *out = (struct paper_lines){ARENA_NEW(a, struct paper_line, lines.n), lines.n, lines.pages};
    for (size_t i = 0; i < lines.n; i++) {
        out->line[i] = (struct paper_line){
            .text = lines.items[i].text, .page = lines.items[i].page, .falt = -1};
        struct paper_line *line = &out->line[i];
        line->from_post = mark_read(lines.items[i].mark, &line->slag, &line->nyckel, &line->falt);
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

size_t paper_join_unanswered(struct arena *a, const struct app_case *c, struct finding *f,
                             size_t n) {
    struct buf b = {0};
    struct finding *first = NULL;
    size_t joined = 0, kept = 0;
    for (size_t i = 0; i < n; i++) {
        bool unanswered = s8_eqz(f[i].rule, "obesvarad");
        if (unanswered)
            buf_printf(&b, "%s%.*s", joined++ ? ", " : "", S8F(f[i].plats));
        if (unanswered && first)
            continue;
        f[kept] = f[i];
        if (unanswered)
            first = &f[kept];
        kept++;
    }
    if (joined > 1) {
        first->text = arena_printf(a, "%zu punkter är inte besvarade: %s.", joined, b.p);
        first->rad = arena_printf(a, "Skriv: yttra svara %ld PUNKT STÄLLNING", c->nr);
    }
    buf_free(&b);
    return kept;
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
