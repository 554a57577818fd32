/* Is every punkt answered, with the reasons and the clauses that its sentence needs? */
#include "review/private.h"

#include "remiss/stance.h"

static struct place at_svar(struct str8 key, int falt) {
    return (struct place){POST_SVAR, key, falt, key, S8("")};
}

static void check_reasons(struct review *r, struct str8 key, const struct punkt *p, enum stance s,
                          const struct post *svar) {
    bool reasons = svar->value[SVAR_MOTIVERING].n > 0;
    struct place where = at_svar(key, SVAR_MOTIVERING);
    struct str8 rad =
        review_command(r, "svara", "%.*s %s --motivering-fil FIL", S8F(key), stance_word(s));
    if (reasons)
        return;
    if (stance_rejects(s) || s == STANCE_SYNPUNKTER)
        review_add(r, "motivering-saknas", SEV_ERROR, where,
                   arena_printf(r->arena, "%.*s: ”%s” står utan motivering.", S8F(key),
                                stance_label(s, p->slag)),
                   rad);
    else if (s == STANCE_DELVIS || s == STANCE_TVEKSAM || s == STANCE_UTRED)
        review_add(r, "motivering-bör-finnas", SEV_WARNING, where,
                   arena_printf(r->arena,
                                "%.*s: ”%s” står utan motivering. Läsaren vill veta varför.",
                                S8F(key), stance_label(s, p->slag)),
                   rad);
}

/* What the betänkande file lacks for this answer to become a good sentence. */
static void check_clauses(struct review *r, struct str8 key, const struct punkt *p, enum stance s) {
    struct place where = at_svar(key, SVAR_STALLNING);
    struct str8 rad = S8("Komplettera betänkandefilen och läs in den med yttra importera.");
    if (!p->negerad)
        return;
    if (p->motsats.n == 0)
        review_add(r, "motsats-saknas", stance_rejects(s) ? SEV_ERROR : SEV_WARNING, where,
                   arena_printf(r->arena,
                                "%.*s säger att något inte ska göras, men dess motsats saknas. "
                                "Yttrandet kan då inte säga vad nämnden vill i stället.",
                                S8F(key)),
                   rad);
    bool clause = p->slag == PUNKT_FORSLAG ? p->infinitiv.n > 0 : p->att.n > 0;
    if (!clause)
        review_add(r, "sats-saknas", SEV_WARNING, where,
                   arena_printf(r->arena,
                                "%.*s säger att något inte ska göras, men %s saknas. Yttrandet "
                                "nämner bara avsnittet.",
                                S8F(key),
                                p->slag == PUNKT_FORSLAG ? "det som inte ska göras" : "att-satsen"),
                   rad);
}

static void check_villkor(struct review *r, struct str8 key, enum stance s,
                          const struct post *svar) {
    bool has = svar->value[SVAR_VILLKOR].n > 0;
    if (s == STANCE_VILLKOR && !has)
        review_add(r, "villkor-saknas", SEV_ERROR, at_svar(key, SVAR_VILLKOR),
                   arena_printf(r->arena, "%.*s: det står inte vilket villkoret är.", S8F(key)),
                   review_command(r, "svara", "%.*s villkor --villkor \"…\"", S8F(key)));
    else if (s != STANCE_VILLKOR && has)
        review_add(r, "villkor-skrivs-inte", SEV_WARNING, at_svar(key, SVAR_VILLKOR),
                   arena_printf(r->arena,
                                "%.*s har ett villkor, men ställningen är en annan. Villkoret "
                                "skrivs inte ut.",
                                S8F(key)),
                   review_command(r, "svara", "%.*s villkor", S8F(key)));
}

bool review_unanswered(const struct review *r, const struct avsnitt *av, struct str8 key) {
    const struct arende *ar = r->draft->arende;
    return svar_stance(arende_post(ar, POST_SVAR, key)) == STANCE_NONE &&
           !arende_left_out(ar, av->nummer);
}

static void check_punkt(struct review *r, const struct avsnitt *av, const struct punkt *p) {
    struct str8 key = punkt_key(r->arena, av, p);
    const struct post *svar = arende_post(r->draft->arende, POST_SVAR, key);
    enum stance s = svar_stance(svar);
    struct subjekt subjekt;
    if (review_unanswered(r, av, key))
        review_add(r, "obesvarad", SEV_ERROR, at_svar(key, SVAR_STALLNING),
                   arena_printf(r->arena, "%.*s (%s) är inte besvarad.", S8F(key),
                                punkt_slag_namn(p->slag)),
                   review_command(r, "svara", "%.*s STÄLLNING", S8F(key)));
    if (s == STANCE_NONE)
        return;
    check_villkor(r, key, s, svar);
    struct str8 speaks = svar->value[SVAR_SUBJEKT];
    if (speaks.n && profil_subjekt(r->arena, r->draft->profil, speaks, r->draft->arende, &subjekt,
                                   NULL) != ST_OK)
        review_add(r, "subjekt-okänt", SEV_ERROR, at_svar(key, SVAR_SUBJEKT),
                   arena_printf(r->arena, "%.*s: profilen har inget subjekt som heter ”%.*s”.",
                                S8F(key), S8F(speaks)),
                   S8("Välj ett av subjekten i profilens subjekt.ini."));
    if (!stance_printed(s))
        return;
    check_reasons(r, key, p, s, svar);
    check_clauses(r, key, p, s);
}

void review_svar(struct review *r) {
    const struct betankande *b = r->draft->betankande;
    const struct post_list *svar = &r->draft->arende->post[POST_SVAR];
    for (size_t i = 0; i < b->n_avsnitt; i++)
        for (size_t k = 0; k < b->avsnitt[i].n_punkt; k++)
            check_punkt(r, &b->avsnitt[i], &b->avsnitt[i].punkt[k]);
    for (size_t i = 0; i < svar->n; i++) {
        struct punkt_ref ref;
        size_t n;
        struct str8 key = svar->p[i].nyckel;
        if (betankande_find(b, key, &ref, 1, &n, NULL) == ST_OK)
            continue;
        review_add(r, "punkt-saknas", SEV_ERROR, at_svar(key, SVAR_STALLNING),
                   arena_printf(r->arena,
                                "%.*s är besvarad, men finns inte i betänkandet. Svaret skrivs "
                                "inte ut.",
                                S8F(key)),
                   review_command(r, "svara", "%.*s --ta-bort", S8F(key)));
    }
}
