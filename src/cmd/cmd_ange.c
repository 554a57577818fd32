#include "cmd/cmd.h"

static void put_set(struct cmd_call *c, const struct app_case *ar, const struct app_field *field) {
    int f = falt_find(POST_ARENDE, field->namn);
    struct str8 v = arende_value(ar->arende, f);
    buf_printf(&c->out, "%s: %.*s\n", post_slag_info(POST_ARENDE)->falt[f].etikett,
               S8F(v.n ? v : S8("(tomt)")));
}

/* Adds the receiver that follows from väg. */
static bool add_receiver(struct cmd_call *c, const struct app_case *ar) {
    struct app_field f = {.namn = S8("mottagare")};
    if (!app_receiver_follows(&c->a, ar, c->field, c->n_field, &f.varde))
        return false;
    *ARENA_PUSH(&c->a, c->field, c->n_field, c->cap_field) = f;
    return true;
}

/* The decision fixes the profile's version, and taking it back lets it go. */
static void tell_version(struct cmd_call *c, const struct app_case *ar, struct str8 before) {
    struct str8 now = arende_value(ar->arende, ARENDE_PROFILVERSION);
    if (s8_eq(now, before))
        return;
    if (now.n)
        buf_printf(&c->out, "Profilens version ligger nu fast: %.*s.\n", S8F(now));
    else
        buf_str(&c->out, "Profilens version ligger inte längre fast.\n");
}

static enum status run(struct cmd_call *c) {
    struct app_case ar;
    struct str8 version = {0};
    struct app_field *fields;
    size_t n;
    bool changed = false, follows = false;
    enum status st = cmd_fields(c, POST_ARENDE, 1, &fields, &n);
    if (st == ST_OK)
        st = cmd_open_case(c, &ar);
    if (st == ST_OK) {
        follows = add_receiver(c, &ar);
        version = arende_value(ar.arende, ARENDE_PROFILVERSION);
        st = app_set(&c->app, &c->a, &ar, POST_ARENDE, S8(""), c->field, c->n_field, "ange",
                     &changed, &c->err);
    }
    if (st != ST_OK)
        return st;
    c->untouched = !changed;
    if (!changed)
        buf_str(&c->out, "Inget är ändrat: så stod det redan.\n");
    for (size_t i = 0; i < c->n_field && changed; i++)
        put_set(c, &ar, &c->field[i]);
    tell_version(c, &ar, version);
    if (follows)
        buf_str(&c->out, "Mottagaren följer av vägen. Är den en annan, ange mottagare.\n");
    return ST_OK;
}

const struct cmd cmd_ange = {
    .name = "ange",
    .usage = "ÄRENDE FÄLT VÄRDE [FÄLT VÄRDE]…",
    .summary = "Fyll i ärendets uppgifter: datum, diarienummer, nämnd …",
    .help = "Flera fält på en gång sparas alla eller inget. Ett tomt värde (\"\") tömmer fältet. "
            "Alla fält, med förklaring, står i: yttra fält uppgifter. Det namn som fältet har på "
            "skärmen går också bra: \"Ert diarienummer\" eller ert-diarienummer.\n\n"
            "Datum skrivs som 2025-02-14, 20250214, \"14/2 2025\" eller \"14 februari 2025\".\n\n"
            "När väg ändras följer mottagaren med, om du inte har skrivit en egen.\n\n"
            "Exempel: yttra ange 1 svarstid 2025-02-14 nämnd Omsorgsnämnden",
    .min = 1,
    .max = -1,
    .store = CMD_WRITES,
    .fields = true,
    .run = run,
};
