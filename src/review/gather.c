/* The answers, texts and papers of an ärende, made once for all rules. */
#include "review/private.h"

/* Lines that are words of a paper: sentences, headings, clauses. Other lines are names and
 * numbers. */
static const struct {
    enum post_slag slag;
    int falt;
} lines[] = {{POST_ARENDE, ARENDE_RUBRIK},
             {POST_SVAR, SVAR_VILLKOR},
             {POST_AVSNITT, AVSNITT_RUBRIK},
             {POST_BESLUTSPUNKT, BESLUTSPUNKT_TEXT},
             {POST_TEMA, TEMA_RUBRIK},
             {POST_NYCKELPUNKT, NYCKELPUNKT_INGRESS},
             {POST_RUBRIK, RUBRIK_RUBRIK},
             {POST_UPPDRAG, UPPDRAG_TEXT},
             {POST_NOT, NOT_TEXT}};

static bool is_line(enum post_slag slag, int falt) {
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (lines[i].slag == slag && lines[i].falt == falt)
            return true;
    return false;
}

static bool is_text(const struct post_slag_info *info, int falt) {
    return info->falt[falt].typ == FALT_MARKDOWN &&
           !s8_eqz(s8_from(info->falt[falt].namn), "anteckning");
}

/* Does the field tell what others say? */
static bool of_others(const struct post *p, int falt) {
    static const char *const blocks[] = {"ärendet", "bakgrund", "förslagen"};
    if (p->slag == POST_TEXT)
        for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
            if (s8_eqz(p->nyckel, blocks[i]))
                return true;
    return p->slag == POST_SAMVERKAN || p->slag == POST_PROTOKOLL || p->slag == POST_UPPDRAG ||
           (p->slag == POST_AVSNITT && falt == AVSNITT_REDOGORELSE);
}

struct str8 review_place_name(struct review *r, const struct post *p, int falt) {
    const struct post_slag_info *info = post_slag_info(p->slag);
    const struct text_block *block =
        p->slag == POST_TEXT ? profil_text_block(r->draft->profil, p->nyckel) : NULL;
    if (block)
        return s8_from(block->etikett);
    if (p->slag == POST_SVAR)
        return p->nyckel;
    if (p->slag == POST_ARENDE)
        return s8_from(info->falt[falt].etikett);
    return arena_printf(r->arena, "%s %.*s", info->etikett, S8F(p->nyckel));
}

static void add_post(struct review *r, const struct post *p) {
    const struct post_slag_info *info = post_slag_info(p->slag);
    for (int f = 0; f < (int)info->n_falt; f++) {
        struct str8 raw = p->value[f];
        bool line = is_line(p->slag, f);
        if (raw.n == 0 || (!line && !is_text(info, f)))
            continue;
        *ARENA_PUSH(r->arena, r->text, r->n_text, r->cap_text) = (struct review_text){
            .where = {p->slag, p->nyckel, f, review_place_name(r, p, f), S8("")},
            .raw = raw,
            .prose = line ? prose_of_line(r->arena, raw) : prose_of_markdown(r->arena, raw),
            .line = line,
            .others = of_others(p, f),
        };
    }
}

static void compose_all(struct review *r) {
    const struct profil *p = r->draft->profil;
    r->paper = ARENA_NEW(r->arena, struct review_paper, p->n_dokument + 1);
    for (size_t i = 0; i < p->n_dokument; i++) {
        struct error err = {0};
        struct doc *doc = NULL;
        if (compose(r->arena, r->draft, p->dokument[i].namn, &doc, &err) != ST_OK)
            doc = NULL;
        r->paper[r->n_paper++] =
            (struct review_paper){&p->dokument[i], doc, arena_str8(r->arena, s8_from(err.text))};
    }
}

/* Answers and avsnitt in the order of the betänkande; what it does not have is in no paper. */
static void add_in_order(struct review *r) {
    const struct betankande *b = r->draft->betankande;
    for (size_t i = 0; i < r->n_svar; i++)
        if (r->svar[i].post)
            add_post(r, r->svar[i].post);
    for (size_t i = 0; i < b->n_avsnitt; i++) {
        const struct post *own = arende_post(r->draft->arende, POST_AVSNITT, b->avsnitt[i].nummer);
        if (own)
            add_post(r, own);
    }
}

void review_gather(struct review *r) {
    compose_all(r);
    r->svar = svarsrader(r->arena, r->draft, &r->n_svar);
    add_in_order(r);
    for (int s = 0; s < POST_SLAG_N; s++) {
        const struct post_list *l = &r->draft->arende->post[s];
        for (size_t i = 0; i < l->n && s != POST_SVAR && s != POST_AVSNITT; i++)
            add_post(r, &l->p[i]);
    }
}
