#include "ui/ord.h"

#include "base/utf8.h"

/* The block's own name; the profile is read only for a block that is not everybody's. */
static struct str8 block_label(struct ui *ui, struct arena *a, struct str8 namn) {
    size_t n;
    const struct text_block *common = text_block_list(&n), *own = NULL;
    for (size_t i = 0; i < n; i++)
        if (s8_eqz(namn, common[i].namn))
            return s8_from(common[i].etikett);
    if (ui->has_case && app_text_block(ui->app, a, &ui->c, namn, &own, NULL) == ST_OK)
        return s8_from(own->etikett);
    return namn;
}

static struct str8 avsnitt_place(struct arena *a, struct str8 nyckel, int falt) {
    if (nyckel.n == 0)
        return S8("avsnitten");
    return arena_printf(a, "%s %.*s",
                        falt == AVSNITT_REDOGORELSE ? "redogörelsen för avsnitt"
                        : falt == AVSNITT_RUBRIK    ? "rubriken på avsnitt"
                                                    : "avsnitt",
                        S8F(nyckel));
}

/* A line is told by its place in the list, which is what the user sees. */
static struct str8 line_place(struct ui *ui, struct arena *a, enum post_slag slag,
                              struct str8 nyckel) {
    const struct post_list *l = &ui->c.arende->post[slag];
    for (size_t i = 0; i < l->n; i++)
        if (s8_eq(l->p[i].nyckel, nyckel))
            return arena_printf(a, "rad %d i listan ”%s”", l->p[i].ordning,
                                post_slag_info(slag)->etikett);
    return arena_printf(a, "listan ”%s”", post_slag_info(slag)->etikett);
}

struct str8 ord_place(struct ui *ui, struct arena *a, enum post_slag slag, struct str8 nyckel,
                      int falt) {
    switch (slag) {
    case POST_SVAR:
        return arena_printf(a, "svaret på %.*s", S8F(nyckel));
    case POST_AVSNITT:
        return avsnitt_place(a, nyckel, falt);
    case POST_TEXT:
        return arena_printf(a, "texten ”%.*s”", S8F(block_label(ui, a, nyckel)));
    case POST_ARENDE:
        if (falt < 0)
            return S8("ärendets uppgifter");
        return arena_printf(a, "uppgiften ”%s”", post_slag_info(slag)->falt[falt].etikett);
    default:
        return line_place(ui, a, slag, nyckel);
    }
}

struct str8 ord_post(struct ui *ui, struct arena *a, enum post_slag slag, struct str8 nyckel) {
    if (slag == POST_TEXT)
        return block_label(ui, a, nyckel);
    return arena_printf(a, "%s%s%.*s", post_slag_info(slag)->etikett, nyckel.n ? " " : "",
                        S8F(nyckel));
}

struct str8 ord_value(const struct ui *ui, const struct post *p, size_t falt) {
    struct punkt_ref ref[PUNKT_MAX];
    struct error err;
    size_t n = 0;
    struct str8 value = p->value[falt];
    if (post_slag_info(p->slag)->falt[falt].typ != FALT_STALLNING || value.n == 0)
        return value;
    enum stance s = stance_from_code(value);
    if (betankande_find(ui->c.betankande, p->nyckel, ref, PUNKT_MAX, &n, &err) == ST_OK)
        return s8_from(stance_label(s, ref[0].punkt->slag));
    return s8_from(stance_word(s));
}

void ord_put_severity(struct grid *g, int row, int col, enum severity s) {
    static const enum style style[] = {STYLE_NORMAL, STYLE_WARNING, STYLE_ERROR};
    grid_puts(g, row, col, -1, style[s], s == SEV_ERROR ? "FEL" : severity_namn(s));
}

void ord_put_finding(struct ui *ui, struct grid *g, struct rect r, const struct finding *f,
                     struct str8 text, bool leads) {
    struct rect above = r;
    struct str8 words = finding_words(f);
    above.rows--;
    int row = draw_wrapped(g, &ui->frame, above, r.row, STYLE_NORMAL, text);
    if (words.n)
        row = draw_wrapped(g, &ui->frame, above, row, STYLE_NORMAL, words);
    bool term = s8_eqz(f->rule, "term") && words.n == 0; /* can be changed by a key */
    if (leads)
        grid_put_clipped(g, row, r.col, r.cols, STYLE_DIM,
                         arena_printf(&ui->frame, "%sEnter går till %.*s.", term ? "b byter. " : "",
                                      S8F(ord_place(ui, &ui->frame, f->slag, f->nyckel, f->falt))));
}
