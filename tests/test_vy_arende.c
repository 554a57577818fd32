/* The list of ärenden and the ärende, as the user sees them. */
#include <criterion/criterion.h>

#include <stdio.h>

#include "app/place.h"
#include "vy.h"

static struct vy *opened(int rows, int cols) {
    struct vy *v = vy_start(rows, cols);
    vy_case(v);
    return v;
}

static const char *focused(struct vy *v) {
    return vy_row(v, vy_cursor(v).row);
}

static void on(struct vy *v, const char *key) {
    cr_assert(s8_find(s8_from(focused(v)), s8_from(key)) >= 0, "not on %s:\n%s", key, vy_screen(v));
}

static const char *stance(struct vy *v, const char *nyckel) {
    return vy_saved(v, 1, POST_SVAR, nyckel, SVAR_STALLNING);
}

/* ---- the list of ärenden ---- */

Test(arenden, an_empty_list_says_what_to_do) {
    struct vy *v = vy_start(24, 80);
    cr_assert(vy_has(v, "Tryck n för att skapa ett ärende"));
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "Det finns inga pågående ärenden."));
    vy_stop(v);
}

Test(arenden, a_new_one_opens_its_form_and_then_itself) {
    struct vy *v = vy_start(24, 80);
    vy_keys(v, "n<Enter>");
    cr_assert(vy_has(v, "Ärende 1 är skapat."));
    cr_assert(vy_has(v, "uppgifter"));
    vy_keys(v, "y<Esc>");
    on(v, "4.1:1");
    vy_keys(v, "q");
    cr_assert(vy_has(v, "0/23"));
    vy_stop(v);
}

Test(arenden, one_more_on_the_same_betankande_is_asked_about) {
    struct vy *v = vy_start(24, 80);
    vy_keys(v, "n<Enter><Esc>qn<Enter>");
    cr_assert(vy_has(v, "SOU 2024:72 har redan ärende 1. Skapa ett till? j ja"), "%s",
              vy_screen(v));
    vy_keys(v, "n");
    cr_assert(vy_has(v, "välj betänkande") && vy_has(v, "Inget är gjort."));
    vy_keys(v, "<Enter>j");
    cr_assert(vy_has(v, "Ärende 2 är skapat."), "%s", vy_screen(v));
    vy_stop(v);
}

Test(arenden, are_most_urgent_first_and_scroll) {
    struct vy *v = vy_start(12, 80);
    for (int i = 0; i < 30; i++) {
        vy_case(v);
        char day[40];
        snprintf(day, sizeof day, "2025-02-%02d", 28 - i % 28);
        vy_set(v, POST_ARENDE, "", ARENDE_SVARSTID, day);
        vy_keys(v, "q");
    }
    vy_keys(v, "<Home>");
    on(v, "2025-02-01");
    vy_keys(v, "<End>");
    on(v, "2025-02-28");
    cr_assert(!vy_has(v, "2025-02-01"));
    vy_keys(v, "<PgUp><PgUp><PgUp><PgUp><PgUp>");
    on(v, "2025-02-01");
    vy_stop(v);
}

Test(arenden, the_decided_are_shown_on_demand) {
    struct vy *v = opened(24, 80);
    vy_set(v, POST_ARENDE, "", ARENDE_STATUS, "beslutat");
    vy_keys(v, "q");
    cr_assert(vy_has(v, "Det finns inga pågående ärenden."));
    vy_keys(v, "a");
    cr_assert(vy_has(v, "alla ärenden") && vy_has(v, "SOU 2024:72"));
    vy_keys(v, "<Enter>");
    on(v, "4.1:1");
    vy_stop(v);
}

Test(arenden, tell_the_namnd_and_how_late_it_is) {
    struct vy *v = opened(24, 80);
    vy_set(v, POST_ARENDE, "", ARENDE_SVARSTID, "2023-05-08");
    vy_keys(v, "q");
    vy_golden(v, "arenden-80");
    cr_assert(vy_has(v, "623 d sent 0/23") && vy_has(v, "Omsorgsnämnden SOU 2024:72"), "%s",
              vy_screen(v));
    vy_resize(v, 24, 130);
    cr_assert(vy_has(v, "Stärkt medicinsk kompetens i kommunal"), "%s", vy_screen(v));
    vy_resize(v, 24, 60);
    cr_assert(!vy_has(v, "Nämnd") && vy_has(v, "SOU 2024:72"), "%s", vy_screen(v));
    vy_stop(v);
}

/* ---- stepping ---- */

Test(arende, begins_with_the_first_unanswered) {
    struct vy *v = opened(24, 80);
    on(v, "4.1:1");
    vy_stop(v);
    v = vy_start(24, 80);
    long nr = vy_case(v);
    vy_set(v, POST_SVAR, "4.1:1", SVAR_STALLNING, "tillstyrker");
    vy_keys(v, "q");
    place_put(&v->app, &(struct plats){.arende = nr}); /* as if it had not been opened */
    vy_keys(v, "<Enter>");
    on(v, "4.1.1:1");
    vy_stop(v);
}

Test(arende, is_opened_where_it_was_left) {
    struct vy *v = opened(24, 80);
    vy_keys(v, "7.2.4<Enter>q<Enter>");
    on(v, "7.2.4:1");
    vy_keys(v, "q<Esc>");
    cr_assert(vy_has(v, "q avslutar.") && !v->ui.done, "one Esc too many is no wish to leave");
    vy_keys(v, "q");
    cr_assert(v->ui.done);
    ui_end(&v->ui);
    vy_restart(v);
    vy_keys(v, "<Enter>");
    on(v, "7.2.4:1");
    vy_stop(v);
}

Test(arende, a_window_in_which_nothing_is_seen_takes_no_answers) {
    struct vy *v = opened(24, 80);
    vy_resize(v, 8, 30);
    cr_assert(vy_has(v, "Fönstret är för"));
    vy_keys(v, "an");
    vy_resize(v, 24, 80);
    on(v, "4.1:1");
    cr_assert(vy_has(v, "0/23 besvarade"), "%s", vy_screen(v));
    vy_resize(v, 8, 30);
    vy_keys(v, "<Ctrl-Q>");
    cr_assert(v->ui.done);
    vy_stop(v);
}

Test(arende, says_that_there_is_no_more_to_read) {
    struct vy *v = opened(24, 80);
    vy_keys(v, "w");
    cr_assert(vy_has(v, "bara ett sammandrag"), "%s", vy_screen(v));
    vy_stop(v);
}

Test(arende, views_without_their_remarks_are_told) {
    struct vy *v = opened(24, 80);
    vy_keys(v, "s");
    cr_assert(vy_has(v, "Synpunkterna saknas. Enter skriver dem."), "%s", vy_screen(v));
    vy_stop(v);
}

Test(arende, steps_to_the_next_unanswered_and_back) {
    struct vy *v = opened(24, 80);
    vy_keys(v, "4.1.1:2<Enter>tnn");
    on(v, "4.2.3:1");
    vy_keys(v, "ppp");
    on(v, "4.1:1");
    vy_keys(v, "p");
    on(v, "8.3:1");
    vy_keys(v, "n");
    on(v, "4.1:1");
    vy_stop(v);
}

Test(arende, says_when_nothing_is_unanswered) {
    struct vy *v = opened(24, 80);
    for (int i = 0; i < 23; i++)
        vy_keys(v, "tn");
    cr_assert(vy_has(v, "Det finns inga fler obesvarade punkter."), "%s", vy_screen(v));
    cr_assert(vy_has(v, "23/23 besvarade"));
    vy_keys(v, "p");
    cr_assert(vy_has(v, "Det finns inga fler obesvarade punkter."));
    vy_stop(v);
}

Test(arende, a_number_typed_leads_to_its_avsnitt) {
    struct vy *v = opened(24, 80);
    vy_keys(v, "4.2.3<Enter>");
    on(v, "4.2.3:1");
    vy_keys(v, "5.3:4<Enter>");
    on(v, "5.3:4");
    vy_keys(v, "7<Enter>");
    on(v, "7 ");
    vy_keys(v, "4.9.9<Enter>");
    cr_assert(vy_has(v, "4.9.9"));
    on(v, "7 ");
    vy_keys(v, "3<Esc>");
    on(v, "7 ");
    vy_stop(v);
}

Test(arende, folds_and_unfolds) {
    struct vy *v = opened(50, 160);
    vy_keys(v, "4.1.1:2<Enter><Vänster>");
    on(v, "4.1.1 Lagkrav");
    vy_keys(v, "<Vänster>");
    cr_assert(!vy_has(v, "4.1.1:2"));
    vy_keys(v, "<Vänster>");
    on(v, "4.1 Läkarmedverkan");
    vy_keys(v, "<Vänster>");
    cr_assert(!vy_has(v, "4.1.1 Lagkrav"));
    vy_keys(v, "<Höger><Ned><Ned><Höger>");
    cr_assert(vy_has(v, "4.1.1:2"));
    vy_keys(v, "*");
    cr_assert(!vy_has(v, "5.3:1"));
    vy_keys(v, "*");
    cr_assert(vy_has(v, "5.3:1"));
    vy_keys(v, "*5.3:2<Enter>");
    on(v, "5.3:2");
    vy_stop(v);
}

Test(arende, the_text_is_long_or_short_and_scrolls) {
    struct vy *v = opened(24, 80);
    vy_keys(v, "4.2<Enter><Upp>");
    vy_keys(v, "<Tab>");
    cr_assert(!vy_has(v, "────"));
    vy_keys(v, "<Tab>");
    vy_keys(v, "4.1.1:1<Enter>");
    cr_assert(vy_has(v, "mer: Tab"));
    cr_assert(!vy_has(v, "Enter för att skriva"));
    vy_keys(v, "<Tab><End>");
    cr_assert(vy_has(v, "Enter för att skriva"), "%s", vy_screen(v));
    vy_keys(v, "<Home><Tab>");
    cr_assert(vy_has(v, "────"));
    vy_stop(v);
}

/* Somebody reads in another version of the betänkande, with as many avsnitt and more punkter. */
Test(arende, follows_a_betankande_that_has_become_another) {
    struct vy *v = opened(24, 80);
    struct betankande b = vy_betankande(v);
    struct avsnitt *last = &b.avsnitt[b.n_avsnitt - 1];
    last->n_punkt = 40;
    last->punkt = ARENA_NEW(&v->a, struct punkt, last->n_punkt);
    for (size_t k = 0; k < last->n_punkt; k++)
        last->punkt[k] = (struct punkt){.nr = (int)k + 1, .att = S8("det är så")};
    vy_other_replaces(v, &b);
    vy_keys(v, "8.3:40<Enter>");
    vy_keys(v, "8.3:40<Enter>");
    on(v, "8.3:40");
    vy_stop(v);
}

/* The betänkande with one more avsnitt, and a punkt in it, before the one called `nummer`. */
static void other_inserts(struct vy *v, const char *nummer) {
    struct betankande b = vy_betankande(v), old = b;
    size_t at = 0;
    b.avsnitt = ARENA_NEW(&v->a, struct avsnitt, ++b.n_avsnitt);
    while (!s8_eqz(old.avsnitt[at].nummer, nummer))
        at++;
    for (size_t i = 0; i < b.n_avsnitt; i++) {
        b.avsnitt[i] = old.avsnitt[i > at ? i - 1 : i];
        b.avsnitt[i].foralder += b.avsnitt[i].foralder >= (int)at;
    }
    b.avsnitt[at].nummer = S8("4.0");
    b.avsnitt[at].n_punkt = 1;
    b.avsnitt[at].punkt = ARENA_NEW(&v->a, struct punkt, 1);
    b.avsnitt[at].punkt[0] = (struct punkt){.nr = 1, .att = S8("det är så")};
    vy_other_replaces(v, &b);
}

Test(arende, keeps_its_place_by_key_in_another_betankande) {
    struct vy *v = opened(50, 160);
    vy_keys(v, "4.1.1<Enter><Vänster><Vänster>");
    cr_assert(!vy_has(v, "4.1.1:2"));
    vy_keys(v, "4.4.3:1<Enter>");
    other_inserts(v, "4.1");
    vy_keys(v, "w");
    on(v, "4.4.3:1");
    vy_keys(v, "4.0<Enter>");
    on(v, "4.0:1");
    cr_assert(!vy_has(v, "4.1.1:2") && vy_has(v, "+ 4.1.1 Lagkrav") && vy_has(v, "4.1:1"), "%s",
              vy_screen(v));
    vy_stop(v);
}

Test(arende, goes_to_the_nearest_before_a_punkt_that_is_gone) {
    struct vy *v = opened(50, 160);
    vy_keys(v, "4.1.1:2<Enter>");
    vy_other_drops_punkt(v, "4.1.1");
    vy_keys(v, "w");
    on(v, "4.1.1:1");
    struct betankande b = vy_betankande(v);
    for (size_t i = 0; i < b.n_avsnitt; i++)
        if (s8_eqz(b.avsnitt[i].nummer, "4.1.1"))
            b.avsnitt[i].nummer = S8("4.1.9");
    vy_other_replaces(v, &b);
    vy_keys(v, "w");
    on(v, "4.1 ");
    vy_stop(v);
}

Test(arende, the_pane_that_the_keys_are_for_is_marked) {
    struct vy *v = opened(50, 160);
    vy_keys(v, "4.4.3<Enter>");
    on(v, ">   4.4.3:1");
    cr_assert(!vy_has(v, "│>"));
    vy_keys(v, "<Tab>");
    cr_assert(vy_has(v, "│>4.4.3 Inga sanktioner") && vy_has(v, "· 4.4.3:1"), "%s", vy_screen(v));
    cr_assert_eq(vy_cursor(v).col, vy_find(v, ">4.4.3").col);
    vy_golden(v, "arende-las-160");
    vy_keys(v, "<Tab>");
    on(v, ">   4.4.3:1");
    vy_stop(v);
}

/* ---- stances ---- */

Test(stance, one_key_and_the_words_of_its_kind) {
    struct vy *v = opened(24, 80);
    cr_assert(vy_has(v, "d delar") && !vy_has(v, "t tillstyrker"));
    vy_keys(v, "d");
    cr_assert(vy_has(v, "4.1:1: delar. z ångrar."));
    cr_assert(vy_has(v, "1/23 besvarade") && vy_has(v, "Sparat"));
    cr_assert_str_eq(stance(v, "4.1:1"), "tillstyrker");
    vy_keys(v, "n");
    cr_assert(vy_has(v, "t tillstyrker") && !vy_has(v, "d delar"));
    vy_keys(v, "a");
    cr_assert(vy_has(v, "Nämnden avstyrker") || vy_has(v, "avstyrker förslaget"));
    vy_stop(v);
}

Test(stance, all_of_them_are_seen_in_a_narrow_window) {
    static const char *const words[] = {
        "tillstyrker", "med synpunkter", "med villkor", "tillstyrker delvis",
        "tveksam",     "utred vidare",   "avstyrker",   "inget att erinra",
        "avstår",      "berör oss inte",
    };
    struct vy *v = opened(15, 60);
    vy_keys(v, "4.1.1:1<Enter>");
    for (int cols = 40; cols <= 120; cols += 5) {
        vy_resize(v, 15, cols);
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            cr_assert(vy_find(v, words[i]).row >= 0, "%d %s\n%s", cols, words[i], vy_screen(v));
        on(v, "4.1.1:1");
    }
    vy_resize(v, 15, 60);
    vy_golden(v, "arende-60");
    vy_stop(v);
}

Test(stance, every_key_gives_its_own) {
    static const struct {
        const char *key, *code;
    } each[] = {{"t", "tillstyrker"}, {"d", "tillstyrker"},   {"s", "synpunkter"},
                {"l", "delvis"},      {"k", "tveksam"},       {"u", "utred"},
                {"a", "avstyrker"},   {"e", "ingen-erinran"}, {"o", "avstar"},
                {"b", "ej-berord"}};
    struct vy *v = opened(24, 80);
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) {
        vy_keys(v, each[i].key);
        cr_assert_str_eq(stance(v, "4.1:1"), each[i].code);
    }
    vy_stop(v);
}

Test(stance, both_sentences_of_a_negated_punkt_are_seen_before) {
    struct vy *v = opened(24, 80);
    vy_keys(v, "4.4.3<Enter>");
    cr_assert(
        vy_has(v, "d ger: Omsorgsnämnden delar bedömningen att regler om sanktioner inte bör") ||
            vy_has(v, "d ger: Nämnden delar bedömningen att regler om sanktioner inte bör"),
        "%s", vy_screen(v));
    cr_assert(vy_has(v, "a ger:"));
    vy_keys(v, "a");
    cr_assert(vy_has(v, "anser att regler om sanktioner bör införas."));
    cr_assert(!vy_has(v, "a ger:"));
    vy_stop(v);
}

Test(stance, a_condition_is_asked_for_at_once) {
    struct vy *v = opened(24, 80);
    vy_keys(v, "v");
    cr_assert(vy_has(v, "Under förutsättning att:"));
    cr_assert(s8_starts(s8_from(vy_row(v, 23)), S8("Enter klart  Esc lämna")), "%s", vy_row(v, 23));
    vy_keys(v, "staten betalar<Enter>");
    cr_assert_str_eq(vy_saved(v, 1, POST_SVAR, "4.1:1", SVAR_VILLKOR), "staten betalar");
    cr_assert(vy_has(v, "under förutsättning att staten betalar"));
    vy_keys(v, "nvdet kostar mindre<Esc>");
    cr_assert_str_eq(vy_saved(v, 1, POST_SVAR, "4.1.1:1", SVAR_VILLKOR), "det kostar mindre");
    vy_keys(v, "nvav en hangup");
    ui_end(&v->ui);
    cr_assert_str_eq(vy_saved(v, 1, POST_SVAR, "4.1.1:2", SVAR_VILLKOR), "av en hangup");
    vy_keys(v, "<Enter>");
    vy_keys(v, "n"
               "v<Esc>");
    cr_assert(vy_has(v, "Villkoret saknas."));
    vy_stop(v);
}

Test(stance, a_condition_under_the_help_is_kept_at_the_end) {
    struct vy *v = opened(24, 80);
    vy_keys(v, "vstaten betalar<Ctrl-G>");
    cr_assert(vy_has(v, "hjälp"));
    ui_end(&v->ui);
    cr_assert_str_eq(vy_saved(v, 1, POST_SVAR, "4.1:1", SVAR_VILLKOR), "staten betalar");
    vy_stop(v);
}

Test(stance, is_undone_step_by_step) {
    struct vy *v = opened(24, 80);
    vy_keys(v, "dankk");
    vy_keys(v, "z");
    on(v, "4.1.1:1");
    cr_assert_str_eq(stance(v, "4.1.1:1"), "");
    vy_keys(v, "z");
    on(v, "4.1:1");
    cr_assert_str_eq(stance(v, "4.1:1"), "tillstyrker");
    vy_keys(v, "<Ctrl-Z>");
    cr_assert_str_eq(stance(v, "4.1:1"), "");
    vy_keys(v, "z");
    cr_assert(vy_has(v, "Det finns ingen ställning att ångra."));
    vy_stop(v);
}

Test(stance, is_taken_away_and_the_reasons_stay) {
    struct vy *v = opened(24, 80);
    vy_keys(v, "d<Enter>Skäl.<Esc><Del>");
    cr_assert_str_eq(stance(v, "4.1:1"), "");
    cr_assert_str_eq(vy_saved(v, 1, POST_SVAR, "4.1:1", SVAR_MOTIVERING), "Skäl.");
    vy_keys(v, "z");
    cr_assert_str_eq(stance(v, "4.1:1"), "tillstyrker");
    vy_stop(v);
}

Test(stance, is_not_taken_on_a_heading) {
    struct vy *v = opened(24, 80);
    vy_keys(v, "<Upp>t");
    cr_assert(vy_has(v, "En ställning tas till en punkt."));
    vy_keys(v, "c");
    cr_assert(vy_has(v, "Ett avsnitt har inget svar."));
    vy_stop(v);
}

Test(stance, an_alt_key_answers_nothing) {
    struct vy *v = opened(24, 80);
    ui_key(&v->ui, K_ALT | 'b');
    vy_draw(v);
    cr_assert(vy_has(v, "Alt-b gör ingenting här. Menade du Esc och sedan b?"));
    cr_assert_str_eq(stance(v, "4.1:1"), "");
    vy_stop(v);
}

Test(stance, of_somebody_else_is_told_and_not_overwritten) {
    struct vy *v = opened(24, 80);
    struct app *b = vy_other(v);
    (void)b;
    vy_other_set(v, 1, POST_SVAR, "4.1:1", SVAR_STALLNING, "avstyrker");
    /* As if it came in the moment before the key. */
    ui_key(&v->ui, 'd');
    vy_draw(v);
    cr_assert_str_eq(stance(v, "4.1:1"), "avstyrker");
    cr_assert(vy_has(v, "Handläggare B har ändrat Svar 4.1:1"));
    cr_assert(vy_has(v, "Nu står där: ”ställning: delar inte”."), "%s", vy_screen(v));
    cr_assert(vy_has(v, "Ställning: delar inte"));
    vy_keys(v, "d");
    cr_assert_str_eq(stance(v, "4.1:1"), "tillstyrker");
    vy_stop(v);
}

Test(stance, is_joined_with_reasons_that_somebody_else_wrote) {
    struct vy *v = opened(24, 80);
    vy_other_set(v, 1, POST_SVAR, "4.1:1", SVAR_MOTIVERING, "Kollegans skäl.");
    ui_key(&v->ui, 'd');
    vy_draw(v);
    cr_assert_str_eq(stance(v, "4.1:1"), "tillstyrker");
    cr_assert_str_eq(vy_saved(v, 1, POST_SVAR, "4.1:1", SVAR_MOTIVERING), "Kollegans skäl.");
    cr_assert(vy_has(v, "Kollegans skäl."));
    vy_stop(v);
}

/* ---- an ärende that is decided ---- */

static struct vy *decided(void) {
    struct vy *v = opened(24, 80);
    vy_set(v, POST_SVAR, "4.1:1", SVAR_STALLNING, "tillstyrker");
    vy_set(v, POST_TEXT, "sammanfattning", TEXT_INNEHALL, "Kort sagt.");
    vy_set(v, POST_ARENDE, "", ARENDE_STATUS, "beslutat");
    cr_assert(vy_has(v, "beslutat, 53 dagar kvar"), "%s", vy_screen(v));
    return v;
}

Test(decided, an_answer_is_not_changed_by_a_slip) {
    struct vy *v = decided();
    vy_keys(v, "a");
    cr_assert(vy_has(v, "Ärendet är beslutat. Ändra ändå?"));
    vy_keys(v, "n");
    cr_assert_str_eq(stance(v, "4.1:1"), "tillstyrker");
    vy_keys(v, "aj");
    cr_assert_str_eq(stance(v, "4.1:1"), "avstyrker");
    vy_keys(v, "l");
    cr_assert_str_eq(stance(v, "4.1:1"), "delvis", "it is asked once");
    vy_keys(v, "4.1.1:1<Enter><Enter>Skäl.<Esc>");
    cr_assert_str_eq(vy_saved(v, 1, POST_SVAR, "4.1.1:1", SVAR_MOTIVERING), "Skäl.");
    vy_stop(v);
}

Test(decided, a_text_a_line_and_what_stood_are_asked_about) {
    static const char *const ways[] = {"x<Enter>", "<Enter>", "c", "r", "z", "h<Enter>r", "hr"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct vy *v = decided();
        vy_keys(v, ways[i]);
        cr_assert(vy_has(v, "Ärendet är beslutat. Ändra ändå?"), "%s\n%s", ways[i], vy_screen(v));
        vy_stop(v);
    }
    struct vy *v = decided();
    vy_keys(v, "x<Enter>j");
    cr_assert(vy_has(v, "Kort sagt.") && vy_has(v, "Ctrl-S spara"), "%s", vy_screen(v));
    vy_stop(v);
}

Test(decided, what_follows_on_the_decision_is_filled_in_without_a_question) {
    struct vy *v = decided();
    vy_keys(v, "y<Enter>ON 1<Enter>");
    cr_assert(!vy_has(v, "Ändra ändå?"));
    vy_stop(v);
}

Test(decided, the_program_does_not_come_back_to_a_text) {
    struct vy *v = decided();
    vy_keys(v, "<Enter>jSkäl.<Ctrl-Q>");
    cr_assert(v->ui.done);
    ui_end(&v->ui);
    vy_restart(v);
    on(v, "4.1:1");
    vy_stop(v);
}

/* ---- the frame ---- */

Test(frame, tells_progress_and_days) {
    struct vy *v = opened(24, 80);
    static const struct {
        const char *day, *words;
    } each[] = {{"2025-01-20", "svaret ska vara inne i dag"},
                {"2025-01-21", "1 dag kvar"},
                {"2025-02-19", "30 dagar kvar"},
                {"2025-01-18", "2 dagar för sent"},
                {"", "svarstid saknas"}};
    for (size_t i = 0; i < sizeof each / sizeof *each; i++) {
        vy_set(v, POST_ARENDE, "", ARENDE_SVARSTID, each[i].day);
        cr_assert(vy_has(v, each[i].words), "%s", vy_row(v, 0));
    }
    vy_set(v, POST_ARENDE, "", ARENDE_SVARSTID, "2025-02-19");
    vy_set(v, POST_ARENDE, "", ARENDE_ANSTAND, "2025-02-21");
    cr_assert(vy_has(v, "32 dagar kvar"));
    vy_stop(v);
}

Test(frame, the_title_is_whole_as_long_as_there_is_room) {
    struct vy *v = opened(24, 80);
    vy_set(v, POST_ARENDE, "", ARENDE_SVARSTID, "2023-05-08");
    vy_keys(v, "4.2.3:2<Enter><Enter>x");
    cr_assert(strstr(vy_row(v, 0), "motivering till 4.2.3:2 "), "%s", vy_row(v, 0));
    cr_assert(strstr(vy_row(v, 0), "0/23  623 d sent  Utkast"), "%s", vy_row(v, 0));
    vy_resize(v, 24, 50);
    cr_assert(strstr(vy_row(v, 0), "Motivering till 4.2.3:2 "), "%s", vy_row(v, 0));
    vy_resize(v, 24, 100);
    cr_assert(strstr(vy_row(v, 0), "623 dagar för sent  Utkast"), "%s", vy_row(v, 0));
    vy_stop(v);
}

Test(frame, a_key_that_means_nothing_says_so) {
    struct vy *v = opened(24, 80);
    vy_keys(v, "J");
    cr_assert(vy_has(v, "J gör ingenting här. ? visar vad som går att göra."));
    vy_paste(v, "något");
    cr_assert(vy_has(v, "Här går det inte att klistra in text."));
    vy_stop(v);
}

Test(frame, holds_at_every_size) {
    struct vy *v = opened(24, 80);
    vy_keys(v, "d<Enter>Skäl som är några ord långt.");
    for (int rows = 1; rows < 60; rows += 7)
        for (int cols = 1; cols < 200; cols += 13)
            vy_resize(v, rows, cols);
    vy_keys(v, "<Esc>");
    for (int rows = 1; rows < 60; rows += 7)
        for (int cols = 1; cols < 200; cols += 13)
            vy_resize(v, rows, cols);
    vy_resize(v, 24, 80);
    on(v, "4.1:1");
    vy_stop(v);
}
