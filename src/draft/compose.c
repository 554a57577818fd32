#include "draft/compose.h"

#include <string.h>

#include "doc/markdown.h"
#include "doc/typografi.h"
#include "draft/compose_private.h"
#include "draft/context.h"
#include "draft/context_json.h"
#include "draft/mustache.h"

/* The escaper of papers: plain values are escaped, values that are Markdown ({{{x}}}) or that a
 * paragraph must be traced back to become grafts, for which a token stands in the template. */
struct grafting {
    struct arena *arena;
    const struct context *context;
    struct markdown_graft *graft;
    size_t n, cap;
};

static void put_value(void *user, const void *node, struct str8 value, bool raw, struct buf *out) {
    struct grafting *g = user;
    struct str8 mark = context_mark_of(g->context, node);
    if (!raw && mark.n == 0) {
        markdown_escape(value, out);
        return;
    }
    struct buf text = {0};
    if (raw)
        buf_str8(&text, value);
    else
        markdown_escape(value, &text);
    markdown_token(g->n, out);
    struct markdown_graft *graft = ARENA_PUSH(g->arena, g->graft, g->n, g->cap);
    graft->text = arena_str8(g->arena, buf_str8_of(&text));
    graft->mark = mark;
    buf_free(&text);
}

static enum status load_partial(void *user, struct str8 name, struct arena *a, struct str8 *text,
                                struct str8 *file, struct error *err) {
    (void)a;
    const struct profil *p = user;
    const struct mall *m = profil_mall(p, name);
    if (!m)
        return error_set(err, ST_NOT_FOUND, "mallen ”%.*s” finns inte i profilen %.*s", S8F(name),
                         S8F(p->namn));
    *text = m->text;
    *file = m->fil;
    return ST_OK;
}

/* The paper's template, or one that has its parts in their order. */
enum status compose_compile(struct arena *a, const struct profil *p, const struct dokument *dok,
                            const struct mustache **out, struct error *err) {
    struct mustache_source source = {load_partial, (void *)(size_t)p, true};
    const struct mall *m = profil_mall(p, dok->mall);
    struct buf parts = {0};
    if (dok->n_del == 0 && m)
        return mustache_compile(a, m->text, m->fil, &source, out, err);
    for (size_t i = 0; i < dok->n_del; i++)
        buf_printf(&parts, "{{>%.*s}}\n\n", S8F(dok->del[i]));
    struct str8 text = arena_str8(a, buf_str8_of(&parts));
    buf_free(&parts);
    return mustache_compile(a, text, arena_printf(a, "%.*s/profil.ini", S8F(p->mapp)), &source, out,
                            err);
}

/* What an organisation's own template may ask for. */
static void put_fields(struct arena *a, const struct draft *d, const struct dokument *dok,
                       struct doc *doc) {
    static const int falt[] = {ARENDE_DNR,         ARENDE_ERT_DNR,   ARENDE_NAMND,
                               ARENDE_FORVALTNING, ARENDE_MOTTAGARE, ARENDE_ORGANISATION,
                               ARENDE_PARAGRAF,    ARENDE_SVARSTID};
    const struct doc_field more[] = {{S8("datum"), doc->date},
                                     {S8("handläggare"), doc->author},
                                     {S8("titel"), doc->title},
                                     {S8("dokument"), dok->etikett}};
    const size_t n = sizeof falt / sizeof *falt, n_more = sizeof more / sizeof *more;
    doc->field = ARENA_NEW(a, struct doc_field, n + n_more);
    for (size_t i = 0; i < n; i++)
        doc->field[i] = (struct doc_field){s8_from(post_slag_info(POST_ARENDE)->falt[falt[i]].namn),
                                           arena_str8(a, arende_value(d->arende, falt[i]))};
    memcpy(doc->field + n, more, sizeof more);
    doc->n_fields = n + n_more;
}

static void put_metadata(struct arena *a, const struct draft *d, const struct dokument *dok,
                         struct doc *doc) {
    const struct arende *ar = d->arende;
    const struct post_list *who = &ar->post[POST_HANDLAGGARE];
    static const enum doc_numbering numbering[] = {DOC_NUMBER_OF_ALL, DOC_NUMBER, DOC_NO_NUMBER};
    doc->numbering = numbering[val_word(&dok->val, &d->profil->val, VAL_SIDNUMMER)];
    doc->title = doc_first_heading(a, doc);
    doc->organisation = arena_str8(a, arende_value(ar, ARENDE_ORGANISATION));
    doc->dnr = arena_str8(a, arende_value(ar, ARENDE_DNR));
    if (dok->datumfalt.n)
        doc->date = arena_str8(a, arende_value(ar, falt_find(POST_ARENDE, dok->datumfalt)));
    if (who->n)
        doc->author = arena_str8(a, who->p[0].value[HANDLAGGARE_NAMN]);
    put_fields(a, d, dok, doc);
}

/* The writing rules, but not in the numbers that others know the papers by. */
static void set_type(struct arena *a, const struct draft *d, struct doc *doc) {
    const struct betankande *bet = d->betankande;
    const struct str8 keep[] = {arende_value(d->arende, ARENDE_DNR),
                                arende_value(d->arende, ARENDE_ERT_DNR), bet->dnr,
                                bet->utredning_dnr, bet->isbn};
    typografi_apply(a, doc, keep, sizeof keep / sizeof *keep);
}

enum status compose(struct arena *a, const struct draft *d, struct str8 dokument, struct doc **out,
                    struct error *err) {
    const struct dokument *dok;
    const struct mustache *template;
    struct context context = {0};
    struct buf markdown = {0};
    enum status st = profil_dokument(d->profil, dokument, &dok, err);
    if (st == ST_OK)
        st = compose_compile(a, d->profil, dok, &template, err);
    if (st == ST_OK)
        st = context_make(a, d, dok, &context, err);
    if (st != ST_OK)
        return st;
    struct grafting g = {.arena = a, .context = &context};
    struct mustache_view view = {&context_json_data, context.root, put_value, &g, true};
    st = mustache_render(template, &view, &markdown, err);
    if (st == ST_OK)
        st = markdown_parse(a, buf_str8_of(&markdown), g.graft, g.n, out, err);
    if (st == ST_OK) {
        set_type(a, d, *out);
        put_metadata(a, d, dok, *out);
    }
    buf_free(&markdown);
    context_free(&context);
    return st;
}
