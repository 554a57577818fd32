#include "app/paper.h"

#include "base/utf8.h"
#include "draft/phrase.h"
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

/* Who speaks in the yttrande: the answer says it, else the ärende, else the profile. */
static struct str8 speaker(const struct app_case *c, const struct profil *profil,
                           const struct post *svar) {
    const struct dokument *dok;
    struct str8 own = svar->value[SVAR_SUBJEKT];
    if (own.n == 0)
        own = arende_value(c->arende, ARENDE_SUBJEKT);
    if (own.n == 0 && profil_dokument(profil, S8("yttrande"), &dok, NULL) == ST_OK)
        own = dok->subjekt;
    return own;
}

enum status paper_sentence(struct app *app, struct arena *a, const struct app_case *c,
                           const struct punkt_ref *ref, struct str8 *out, struct error *err) {
    struct profil *profil;
    const struct post *svar =
        arende_post(c->arende, POST_SVAR, punkt_key(a, ref->avsnitt, ref->punkt));
    struct phrase p = {.order = PHRASE_MAIN, .ref = ref, .n_ref = 1};
    *out = S8("");
    if (!svar || svar->value[SVAR_STALLNING].n == 0)
        return ST_OK;
    enum status st = stance_parse(svar->value[SVAR_STALLNING], &p.stance, err);
    if (st == ST_OK)
        st = app_case_profil(app, a, c, &profil, err);
    if (st == ST_OK)
        st = profil_subjekt(a, profil, speaker(c, profil, svar), c->arende, &p.subjekt, err);
    if (st != ST_OK)
        return st;
    p.profil = profil;
    p.villkor = svar->value[SVAR_VILLKOR];
    p.text = svar->value[SVAR_MOTIVERING].n ? PHRASE_TEXT_AFTER : PHRASE_NO_TEXT;
    *out = phrase_make(a, &p);
    return ST_OK;
}
