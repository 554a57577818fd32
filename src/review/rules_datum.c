/* Do the dates come in the order in which things happen, and in time? */
#include "review/private.h"

#include "base/clock.h"

enum { JUSTERING_DAYS = 14 }; /* kommunallagen (2017:725) 5 kap. 69 § */

static bool date_of(const struct review *r, int falt, struct date *out) {
    return date_parse(arende_value(r->draft->arende, falt), out);
}

static struct str8 label(int falt) {
    return s8_from(post_slag_info(POST_ARENDE)->falt[falt].etikett);
}

static struct str8 mend(struct review *r, int falt) {
    return review_command(r, "ange", "%s ÅÅÅÅ-MM-DD", post_slag_info(POST_ARENDE)->falt[falt].namn);
}

/* Each step may come on the same day as the one before, not earlier. */
static void check_order(struct review *r) {
    static const int order[] = {ARENDE_INKOM,     ARENDE_SKRIVSTOPP, ARENDE_GRANSKNING,
                                ARENDE_UTSKICK,   ARENDE_AU,         ARENDE_NAMNDMOTE,
                                ARENDE_JUSTERING, ARENDE_EXPEDIERING};
    int before = -1;
    struct date last = {0}, d;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if (!date_of(r, order[i], &d))
            continue;
        if (before >= 0 && date_cmp(d, last) < 0)
            review_add(
                r, "datum-ordning", SEV_ERROR, review_field(order[i], S8("")),
                arena_printf(r->arena, "”%.*s” (%.*s) ligger före ”%.*s” (%.*s).",
                             S8F(label(order[i])), S8F(arende_value(r->draft->arende, order[i])),
                             S8F(label(before)), S8F(arende_value(r->draft->arende, before))),
                mend(r, order[i]));
        before = order[i];
        last = d;
    }
}

/* The day the answer must have arrived: the postponed one where there is one. */
static int deadline(const struct review *r, struct date *out) {
    if (date_of(r, ARENDE_ANSTAND, out))
        return ARENDE_ANSTAND;
    return date_of(r, ARENDE_SVARSTID, out) ? ARENDE_SVARSTID : -1;
}

static void check_deadline(struct review *r) {
    static const int must_precede[] = {ARENDE_NAMNDMOTE, ARENDE_EXPEDIERING};
    struct date due, d;
    int which = deadline(r, &due);
    if (which < 0)
        return;
    for (size_t i = 0; i < sizeof must_precede / sizeof *must_precede; i++)
        if (date_of(r, must_precede[i], &d) && date_cmp(due, d) < 0)
            review_add(
                r, "svarstid-före", SEV_ERROR, review_field(which, S8("")),
                arena_printf(r->arena,
                             "”%.*s” (%.*s) ligger före ”%.*s” (%.*s). Svaret kommer för sent.",
                             S8F(label(which)), S8F(arende_value(r->draft->arende, which)),
                             S8F(label(must_precede[i])),
                             S8F(arende_value(r->draft->arende, must_precede[i]))),
                S8("Begär anstånd, byt mötesdag eller låt ordföranden besluta "
                   "(kommunallagen 6 kap. 39 §)."));
    struct str8 status = arende_value(r->draft->arende, ARENDE_STATUS);
    bool open = status.n == 0 || s8_eqz(status, "pågår") || s8_eqz(status, "granskas");
    if (open && date_cmp(clock_today(), due) > 0)
        review_add(r, "svarstid-passerad", SEV_WARNING, review_field(which, S8("")),
                   arena_printf(r->arena, "”%.*s” (%.*s) har passerat.", S8F(label(which)),
                                S8F(arende_value(r->draft->arende, which))),
                   mend(r, ARENDE_ANSTAND));
    if (which == ARENDE_ANSTAND && date_of(r, ARENDE_SVARSTID, &d) && date_cmp(due, d) < 0)
        review_add(r, "anstånd-före-svarstid", SEV_ERROR, review_field(ARENDE_ANSTAND, S8("")),
                   S8("Anståndet går ut före den ursprungliga svarstiden."),
                   mend(r, ARENDE_ANSTAND));
}

static void check_justering(struct review *r) {
    struct date met, signed_;
    if (!date_of(r, ARENDE_NAMNDMOTE, &met) || !date_of(r, ARENDE_JUSTERING, &signed_))
        return;
    bool at_once = s8_eqz(arende_value(r->draft->arende, ARENDE_OMEDELBAR_JUSTERING), "ja");
    if (date_days(signed_) - date_days(met) > JUSTERING_DAYS)
        review_add(r, "justering-sen", SEV_ERROR, review_field(ARENDE_JUSTERING, S8("")),
                   S8("Protokollet ska justeras senast 14 dagar efter mötet (kommunallagen "
                      "5 kap. 69 §)."),
                   mend(r, ARENDE_JUSTERING));
    else if (at_once && date_cmp(signed_, met) != 0)
        review_add(r, "justering-omedelbar", SEV_WARNING, review_field(ARENDE_JUSTERING, S8("")),
                   S8("Paragrafen ska justeras omedelbart, men justeringen har en annan dag än "
                      "mötet."),
                   mend(r, ARENDE_JUSTERING));
}

/* Is `falt` later than `limit`? */
static bool later(const struct review *r, int falt, int limit) {
    struct date d, l;
    return date_of(r, falt, &d) && date_of(r, limit, &l) && date_cmp(d, l) > 0;
}

/* A paper is dated before the meeting it is written for, and in the order in which they are
 * written. */
static void check_paper_dates(struct review *r) {
    struct date due, d, met;
    int which = deadline(r, &due);
    bool late = which >= 0 && date_of(r, ARENDE_NAMNDMOTE, &met) && date_cmp(met, due) > 0;
    if (later(r, ARENDE_TJANSTESKRIVELSE_DATUM, ARENDE_AU))
        review_add(r, "tjänsteskrivelse-efter-au", SEV_WARNING,
                   review_field(ARENDE_TJANSTESKRIVELSE_DATUM, S8("")),
                   S8("Tjänsteskrivelsen är daterad efter arbetsutskottets möte."),
                   mend(r, ARENDE_TJANSTESKRIVELSE_DATUM));
    else if (later(r, ARENDE_TJANSTESKRIVELSE_DATUM, ARENDE_NAMNDMOTE))
        review_add(r, "tjänsteskrivelse-efter-möte", SEV_WARNING,
                   review_field(ARENDE_TJANSTESKRIVELSE_DATUM, S8("")),
                   S8("Tjänsteskrivelsen är daterad efter nämndens möte."),
                   mend(r, ARENDE_TJANSTESKRIVELSE_DATUM));
    if (later(r, ARENDE_TJANSTESKRIVELSE_DATUM, ARENDE_DATUM))
        review_add(r, "yttrande-före-tjänsteskrivelse", SEV_WARNING,
                   review_field(ARENDE_DATUM, S8("")),
                   S8("Yttrandet är daterat före tjänsteskrivelsen som det läggs fram med."),
                   mend(r, ARENDE_DATUM));
    if (which >= 0 && !late && date_of(r, ARENDE_DATUM, &d) && date_cmp(d, due) > 0)
        review_add(r, "yttrande-efter-svarstid", SEV_ERROR, review_field(ARENDE_DATUM, S8("")),
                   arena_printf(r->arena, "Yttrandet är daterat efter ”%.*s” (%.*s).",
                                S8F(label(which)), S8F(arende_value(r->draft->arende, which))),
                   mend(r, ARENDE_DATUM));
    if (later(r, ARENDE_INKOM, ARENDE_TJANSTESKRIVELSE_DATUM))
        review_add(r, "tjänsteskrivelse-före-remiss", SEV_WARNING,
                   review_field(ARENDE_TJANSTESKRIVELSE_DATUM, S8("")),
                   S8("Tjänsteskrivelsen är daterad innan remissen kom in."),
                   mend(r, ARENDE_TJANSTESKRIVELSE_DATUM));
}

/* The decision is the meeting's, unless the ordförande took it. */
static void check_decision(struct review *r) {
    struct date met, decided;
    if (!date_of(r, ARENDE_NAMNDMOTE, &met) || !date_of(r, ARENDE_BESLUTSDATUM, &decided) ||
        s8_eqz(arende_value(r->draft->arende, ARENDE_ORDFORANDEBESLUT), "ja"))
        return;
    if (date_cmp(met, decided) != 0)
        review_add(r, "beslut-annan-dag", SEV_WARNING, review_field(ARENDE_BESLUTSDATUM, S8("")),
                   S8("Beslutet har en annan dag än nämndens möte."), mend(r, ARENDE_BESLUTSDATUM));
}

/* Days on which nobody meets or sends anything: a slip of the pen, most often. */
static void check_weekend(struct review *r) {
    static const int days[] = {ARENDE_GRANSKNING, ARENDE_UTSKICK,   ARENDE_AU,
                               ARENDE_NAMNDMOTE,  ARENDE_JUSTERING, ARENDE_EXPEDIERING,
                               ARENDE_ANSTAND,    ARENDE_SVARSTID};
    struct date d;
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        int weekday = date_of(r, days[i], &d) ? (date_days(d) + 3) % 7 : 0; /* 0: Monday */
        bool due = days[i] == ARENDE_SVARSTID || days[i] == ARENDE_ANSTAND;
        if (weekday < 5)
            continue;
        review_add(r, "datum-helg", SEV_HINT, review_field(days[i], S8("")),
                   arena_printf(r->arena, "”%.*s” (%.*s) är en %s.", S8F(label(days[i])),
                                S8F(arende_value(r->draft->arende, days[i])),
                                weekday == 5 ? "lördag" : "söndag"),
                   due ? S8("Stämmer det? Skicka svaret senast fredagen före.") : mend(r, days[i]));
    }
}

void review_datum(struct review *r) {
    check_order(r);
    check_deadline(r);
    check_justering(r);
    check_paper_dates(r);
    check_decision(r);
    check_weekend(r);
}
