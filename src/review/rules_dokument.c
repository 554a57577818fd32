/* What each paper must hold, as the profile says, and what sending it needs. */
#include "review/private.h"

#include "draft/sammanfattning.h"

static void check_texts(struct review *r, const struct dokument *dok) {
    for (size_t i = 0; i < dok->n_text; i++) {
        const struct text_block *t = profil_text_block(r->draft->profil, dok->text[i]);
        struct str8 name = s8_from(t->namn);
        const struct post *p = arende_post(r->draft->arende, POST_TEXT, name);
        if (p && p->value[TEXT_INNEHALL].n)
            continue;
        review_add(r, "text-saknas", SEV_ERROR,
                   (struct place){POST_TEXT, name, TEXT_INNEHALL, s8_from(t->etikett), dok->namn},
                   arena_printf(r->arena, "Texten ”%s” saknas.", t->etikett),
                   sammanfattning_block(name) ? review_command(r, "text", "%s --utkast", t->namn)
                                              : review_command(r, "text", "%s --fil FIL", t->namn));
    }
}

static void check_fields(struct review *r, const struct dokument *dok) {
    for (size_t i = 0; i < dok->n_falt; i++) {
        int f = falt_find(POST_ARENDE, dok->falt[i]);
        const struct falt *info = &post_slag_info(POST_ARENDE)->falt[f];
        if (arende_value(r->draft->arende, f).n)
            continue;
        review_add(r, "uppgift-saknas", SEV_ERROR, review_field(f, dok->namn),
                   arena_printf(r->arena, "Uppgiften ”%s” saknas.", info->etikett),
                   review_command(r, "ange", "%s VÄRDE", info->namn));
    }
}

static void check_lists(struct review *r, const struct dokument *dok) {
    for (size_t i = 0; i < dok->n_lista; i++) {
        enum post_slag s = post_slag_find(dok->lista[i]);
        const struct post_slag_info *info = post_slag_info(s);
        if (r->draft->arende->post[s].n)
            continue;
        review_add(r, "lista-tom", SEV_ERROR,
                   (struct place){s, S8(""), -1, s8_from(info->etikett), dok->namn},
                   arena_printf(r->arena, "Listan ”%s” är tom.", info->etikett),
                   review_command(r, "lägg", "%s %s=…", info->namn, info->falt[0].namn));
    }
}

void review_dokument(struct review *r, const struct dokument *dok) {
    check_fields(r, dok);
    check_lists(r, dok);
    check_texts(r, dok);
}

/* The answer goes where the case does: to a department, or to kommunstyrelsen. */
static void check_recipient(struct review *r) {
    struct str8 route = arende_value(r->draft->arende, ARENDE_VAG);
    struct str8 to = arende_value(r->draft->arende, ARENDE_MOTTAGARE);
    bool department = s8_ends(to, S8("departementet"));
    bool to_department = s8_ends(route, S8("-departement"));
    bool to_board = s8_eqz(route, "nämnd-kommunstyrelse");
    if (to.n && ((to_department && !department) || (to_board && department)))
        review_add(r, "mottagare-väg", SEV_WARNING, review_field(ARENDE_MOTTAGARE, S8("")),
                   arena_printf(r->arena,
                                "Mottagaren är ”%.*s”, men ärendets väg är ”%.*s”. Ett av dem är "
                                "fel.",
                                S8F(to), S8F(route)),
                   review_command(r, "ange", "mottagare NAMN"));
}

/* An address is wanted where the answer is sent to a department. */
static void check_address(struct review *r) {
    const struct arende *ar = r->draft->arende;
    if (s8_ends(arende_value(ar, ARENDE_VAG), S8("-departement")) &&
        arende_value(ar, ARENDE_EPOST).n == 0)
        review_add(r, "e-post-saknas", SEV_WARNING, review_field(ARENDE_EPOST, S8("")),
                   S8("Svaret går till ett departement, men adressen för svar saknas. Den står i "
                      "missivet."),
                   review_command(r, "ange", "e-post ADRESS"));
}

void review_arende(struct review *r) {
    const struct arende *ar = r->draft->arende;
    struct str8 speaks = arende_value(ar, ARENDE_SUBJEKT);
    struct subjekt s;
    check_recipient(r);
    check_address(r);
    if (speaks.n && profil_subjekt(r->arena, r->draft->profil, speaks, ar, &s, NULL) != ST_OK)
        review_add(
            r, "subjekt-okänt", SEV_ERROR, review_field(ARENDE_SUBJEKT, S8("")),
            arena_printf(r->arena, "Profilen har inget subjekt som heter ”%.*s”.", S8F(speaks)),
            review_command(r, "ange", "subjekt nämnden"));
}
