/* Avsnitt left out, and titles that may not be printed. */
#include "review/private.h"

#include "remiss/stance.h"

static bool has_printed_answer(struct review *r, const struct avsnitt *av) {
    for (size_t k = 0; k < av->n_punkt; k++) {
        struct str8 key = punkt_key(r->arena, av, &av->punkt[k]);
        if (stance_printed(svar_stance(arende_post(r->draft->arende, POST_SVAR, key))))
            return true;
    }
    return false;
}

static void check_left_out(struct review *r, const struct avsnitt *av, const struct post *own) {
    struct place where = {POST_AVSNITT, av->nummer, AVSNITT_UTELAMNAD, av->nummer, S8("")};
    if (!own || !arende_left_out(r->draft->arende, av->nummer))
        return;
    if (has_printed_answer(r, av))
        review_add(r, "utelämnad-med-svar", SEV_ERROR, where,
                   arena_printf(r->arena,
                                "Avsnitt %.*s är besvarat men ska utelämnas. Svaret skrivs inte "
                                "ut.",
                                S8F(av->nummer)),
                   review_command(r, "avsnitt", "%.*s utelämnad nej", S8F(av->nummer)));
    else if (own->value[AVSNITT_SKAL].n == 0)
        review_add(r, "utelämnad-utan-skäl", SEV_HINT, where,
                   arena_printf(r->arena, "Avsnitt %.*s utelämnas utan att det står varför.",
                                S8F(av->nummer)),
                   review_command(r, "avsnitt", "%.*s skäl \"…\"", S8F(av->nummer)));
}

/* Nothing is known of it but its number: it may hold something to answer. */
static void check_unknown(struct review *r, const struct avsnitt *av, const struct post *own) {
    bool treated = own && (own->value[AVSNITT_REDOGORELSE].n || own->value[AVSNITT_UTELAMNAD].n);
    if (av->harkomst != HARKOMST_OKAND || av->niva == 1 || av->n_punkt || av->gist.n || treated)
        return;
    review_add(r, "avsnitt-okänt", SEV_HINT,
               (struct place){POST_AVSNITT, av->nummer, AVSNITT_REDOGORELSE, av->nummer, S8("")},
               arena_printf(r->arena,
                            "Vad avsnitt %.*s innehåller står inte i betänkandefilen. Läs det i "
                            "betänkandet.",
                            S8F(av->nummer)),
               review_command(r, "avsnitt", "%.*s redogörelse \"…\"", S8F(av->nummer)));
}

void review_avsnitt(struct review *r) {
    const struct betankande *b = r->draft->betankande;
    struct buf untitled = {0};
    struct str8 first = {0};
    for (size_t i = 0; i < b->n_avsnitt; i++) {
        const struct avsnitt *av = &b->avsnitt[i];
        const struct post *own = arende_post(r->draft->arende, POST_AVSNITT, av->nummer);
        check_left_out(r, av, own);
        check_unknown(r, av, own);
        bool named = avsnitt_print_title(av).n || (own && own->value[AVSNITT_RUBRIK].n);
        if (named || !has_printed_answer(r, av))
            continue;
        first = first.n ? first : av->nummer;
        buf_printf(&untitled, "%s%.*s", untitled.n ? ", " : "", S8F(av->nummer));
    }
    if (untitled.n)
        review_add(r, "titel-overifierad", SEV_HINT,
                   (struct place){POST_AVSNITT, first, AVSNITT_RUBRIK, S8("Rubriker"), S8("")},
                   arena_printf(r->arena,
                                "Titeln är inte verifierad för avsnitt %s. I papperen står bara "
                                "avsnittets nummer.",
                                untitled.p),
                   review_command(r, "avsnitt", "NUMMER rubrik \"…\""));
    buf_free(&untitled);
}
