/* The form, as the user sees it. */
#include <criterion/criterion.h>

#include "vy.h"

/* The form of the ärende, with the focus on that field. */
static struct vy *facts(int rows, int cols, int falt) {
    struct vy *v = vy_start(rows, cols);
    vy_case(v);
    vy_keys(v, "y");
    for (int i = 0; i < 100; i++) {
        struct plats p = {0};
        ui_top(&v->ui)->ops->plats(&v->ui, ui_top(&v->ui), &p);
        if (falt_find(POST_ARENDE, p.falt) == falt)
            return v;
        vy_keys(v, "<Ned>");
    }
    cr_assert_fail("no such row");
    return v;
}

static const char *fact(struct vy *v, int falt) {
    return vy_saved(v, 1, POST_ARENDE, "", falt);
}

static const char *focused(struct vy *v) {
    return vy_row(v, vy_cursor(v).row);
}

/* ---- the form ---- */

Test(form, shows_every_field_once_and_every_list) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_keys(v, "y");
    vy_resize(v, 100, 80);
    for (int f = 0; f < ARENDE_FALT_N; f++) {
        const char *name = post_slag_info(POST_ARENDE)->falt[f].etikett;
        bool found = false;
        for (int row = 0; row < 96; row++)
            found = found || s8_starts(s8_from(vy_row(v, row) + 2 * (vy_row(v, row)[0] != 0)),
                                       s8_from(name));
        cr_assert(found, "%s", name);
    }
    for (int s = POST_HANDLAGGARE; s < POST_SLAG_N; s++)
        cr_assert(vy_has(v, post_slag_info((enum post_slag)s)->etikett));
    vy_stop(v);
}

Test(form, uppgifter_at_80_columns) {
    struct vy *v = facts(24, 80, ARENDE_SVARSTID);
    vy_golden(v, "uppgifter-80");
    vy_stop(v);
}

Test(form, uppgifter_at_160_columns) {
    struct vy *v = facts(50, 160, ARENDE_VAG);
    vy_golden(v, "uppgifter-160");
    vy_stop(v);
}

Test(form, the_cursor_stands_on_the_focus) {
    struct vy *v = facts(24, 80, ARENDE_NAMND);
    cr_assert_str_eq(focused(v), "> Nämnd                      Omsorgsnämnden");
    cr_assert_eq(vy_cursor(v).col, 0);
    vy_keys(v, "<Enter>");
    cr_assert_eq(vy_cursor(v).col, vy_find(v, "Omsorgsnämnden").col + 14);
    vy_stop(v);
}

Test(form, a_heading_is_shown_with_its_first_field) {
    struct vy *v = facts(24, 80, ARENDE_SVARSTID);
    vy_keys(v, "<End><Home>");
    cr_assert(vy_has(v, "Ärendet"));
    vy_stop(v);
}

Test(form, a_letter_does_not_write_over_what_stands) {
    struct vy *v = facts(24, 80, ARENDE_DNR);
    vy_keys(v, "K");
    cr_assert(vy_has(v, "Enter öppnar fältet, så att du kan ändra det."));
    cr_assert_str_eq(fact(v, ARENDE_DNR), "ON 2025/17");
    vy_stop(v);
}

Test(form, what_is_typed_on_an_empty_field_is_written_there) {
    struct vy *v = facts(24, 80, ARENDE_AU);
    vy_keys(v, "2025-02-13<Enter>");
    cr_assert_str_eq(fact(v, ARENDE_AU), "2025-02-13");
    vy_keys(v, "y");
    while (!s8_starts(s8_from(focused(v)), S8("> Rubrik")))
        vy_keys(v, "<Upp>");
    vy_paste(v, "Vård i Kommunen");
    vy_keys(v, "<Enter>");
    cr_assert_str_eq(fact(v, ARENDE_RUBRIK), "Vård i Kommunen");
    vy_stop(v);
}

Test(form, a_letter_among_given_words_leads_to_one) {
    struct vy *v = facts(24, 80, ARENDE_STATUS);
    vy_keys(v, "B");
    cr_assert(vy_has(v, "> beslutat") && vy_has(v, "* pågår"), "%s", vy_screen(v));
    cr_assert_str_eq(fact(v, ARENDE_STATUS), "pågår");
    vy_keys(v, "gk");
    cr_assert(vy_has(v, "> granskas"), "%s", vy_screen(v));
    cr_assert(vy_has(v, "Inget av orden börjar med k."));
    vy_keys(v, "<Enter>");
    cr_assert_str_eq(fact(v, ARENDE_STATUS), "granskas");
    vy_stop(v);
}

Test(form, typed_on_a_list_or_a_text_it_says_what_opens_it) {
    struct vy *v = facts(24, 80, ARENDE_ANTECKNING);
    vy_keys(v, "K");
    cr_assert(vy_has(v, "Enter öppnar texten."));
    vy_keys(v, "<Ned>K");
    cr_assert(vy_has(v, "Enter öppnar listan."));
    vy_keys(v, "<Enter>K");
    cr_assert(vy_has(v, "n lägger till en rad."));
    vy_stop(v);
}

Test(form, enter_writes_and_enter_takes) {
    struct vy *v = facts(24, 80, ARENDE_DNR);
    vy_keys(v, "<Enter>8");
    cr_assert(vy_has(v, "Utkast"));
    cr_assert_str_eq(fact(v, ARENDE_DNR), "ON 2025/17");
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "Sparat"));
    cr_assert_str_eq(fact(v, ARENDE_DNR), "ON 2025/178");
    cr_assert(vy_has(v, "> Diarienummer ON 2025/178"));
    vy_stop(v);
}

Test(form, esc_takes_what_stands) {
    struct vy *v = facts(24, 80, ARENDE_DNR);
    vy_keys(v, "<Enter>9<Esc>");
    cr_assert_str_eq(fact(v, ARENDE_DNR), "ON 2025/179");
    cr_assert(vy_has(v, "uppgifter"));
    vy_stop(v);
}

Test(form, down_takes_and_goes_on) {
    struct vy *v = facts(24, 80, ARENDE_DNR);
    vy_keys(v, "<Enter>9<Ned>");
    cr_assert_str_eq(fact(v, ARENDE_DNR), "ON 2025/179");
    cr_assert(s8_starts(s8_from(focused(v)), S8("> Ert diarienummer")));
    vy_keys(v, "<Enter>X<Upp>");
    cr_assert_str_eq(fact(v, ARENDE_ERT_DNR), "S2024/01966X");
    cr_assert(s8_starts(s8_from(focused(v)), S8("> Diarienummer")));
    vy_stop(v);
}

Test(form, tab_goes_on_writing_in_the_next_field) {
    struct vy *v = facts(24, 80, ARENDE_DNR);
    vy_keys(v, "<Enter>9<Tab>X<Tab>Y<Enter>");
    cr_assert_str_eq(fact(v, ARENDE_DNR), "ON 2025/179");
    cr_assert_str_eq(fact(v, ARENDE_ERT_DNR), "S2024/01966X");
    cr_assert_str_eq(fact(v, ARENDE_RUBRIK), "Y");
    vy_stop(v);
}

Test(form, what_is_not_changed_makes_no_revision) {
    struct vy *v = facts(24, 80, ARENDE_DNR);
    long before = ui_post(&v->ui, POST_ARENDE, S8(""))->version;
    vy_keys(v, "<Enter><Enter><Enter><Ned><Enter>x<Backsteg><Esc>");
    cr_assert_eq(ui_post(&v->ui, POST_ARENDE, S8(""))->version, before);
    vy_stop(v);
}

Test(form, a_long_value_takes_several_rows) {
    struct vy *v = facts(24, 80, ARENDE_RUBRIK);
    vy_keys(v, "<Enter>");
    vy_paste(v, "Remiss av betänkandet Stärkt medicinsk kompetens i kommunal hälso- och sjukvård "
                "från utredningen");
    int row = vy_cursor(v).row;
    vy_keys(v, "<Upp>");
    cr_assert_eq(vy_cursor(v).row, row - 1);
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "Remiss av betänkandet Stärkt medicinsk kompetens i"));
    cr_assert(vy_has(v, "från utredningen"));
    vy_stop(v);
}

/* ---- days ---- */

Test(form, a_day_shows_its_weekday) {
    struct vy *v = facts(24, 80, ARENDE_AU);
    vy_keys(v, "<Enter>2025-02-1");
    cr_assert(!vy_has(v, "2025-02-1 torsdag"));
    vy_keys(v, "3");
    cr_assert(vy_has(v, "2025-02-13 torsdag"));
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "2025-02-13 torsdag, om 24 dagar"));
    cr_assert_str_eq(fact(v, ARENDE_AU), "2025-02-13");
    vy_stop(v);
}

Test(form, a_day_that_does_not_exist_stays_in_the_line) {
    struct vy *v = facts(24, 80, ARENDE_AU);
    vy_keys(v, "<Enter>2025-02-30<Enter>");
    cr_assert(vy_has(v, "februari 2025 har 28 dagar"));
    cr_assert(vy_has(v, "Ctrl-Z"));
    cr_assert(vy_has(v, "> Arbetsutskottets möte 2025-02-30"));
    vy_keys(v, "<Esc>");
    cr_assert(vy_has(v, "februari 2025 har 28 dagar"));
    vy_keys(v, "<Ned>");
    cr_assert(vy_has(v, "februari 2025 har 28 dagar"));
    cr_assert(s8_starts(s8_from(focused(v)), S8("> Arbetsutskottets")));
    cr_assert_str_eq(fact(v, ARENDE_AU), "");
    vy_keys(v, "<Backsteg><Backsteg>27<Enter>");
    cr_assert_str_eq(fact(v, ARENDE_AU), "2025-02-27");
    vy_stop(v);
}

Test(form, a_day_in_other_words_is_told_how_it_is_written) {
    struct vy *v = facts(24, 80, ARENDE_AU);
    vy_keys(v, "<Enter>13 februari<Enter>");
    cr_assert(vy_has(v, "13 februari"));
    cr_assert_eq(v->ui.tone, TONE_ERROR);
    cr_assert(vy_has(v, "Skriv år, månad och dag: 2025-02-27."));
    vy_keys(v, " 2025<Enter>");
    cr_assert_str_eq(fact(v, ARENDE_AU), "2025-02-13");
    vy_stop(v);
}

Test(form, the_old_day_comes_back_with_undo) {
    struct vy *v = facts(24, 80, ARENDE_SVARSTID);
    vy_keys(v, "<Enter>x<Enter>");
    cr_assert(vy_has(v, "Ctrl-Z"));
    vy_keys(v, "<Ctrl-Z><Esc>");
    cr_assert(vy_has(v, "2025-03-14 fredag, om 53 dagar"));
    cr_assert(vy_has(v, "? hjälp"));
    vy_stop(v);
}

Test(form, undoing_what_was_refused_brings_the_value_before) {
    struct vy *v = facts(24, 80, ARENDE_SVARSTID);
    vy_keys(v, "<Enter> tolv<Enter> eller tretton<Enter>");
    cr_assert(vy_has(v, "> Svarstid 2025-03-14 tolv eller tretton"), "%s", vy_screen(v));
    vy_keys(v, "<Ctrl-Z>");
    cr_assert(vy_has(v, "> Svarstid 2025-03-14 fredag"), "%s", vy_screen(v));
    cr_assert(vy_has(v, "Ctrl-Z igen ger det du skrev."));
    vy_keys(v, "<Ctrl-Z>");
    cr_assert(vy_has(v, "2025-03-14 tolv eller tretton"));
    vy_keys(v, "<Enter>!<Ctrl-Z>");
    cr_assert(vy_has(v, "2025-03-14 tolv eller tretton"), "only what was typed since");
    vy_keys(v, "<Enter><Ctrl-Z><Enter>");
    cr_assert(vy_has(v, "> Svarstid 2025-03-14 fredag, om"), "%s", vy_screen(v));
    vy_stop(v);
}

Test(form, days_out_of_order_are_saved_and_told) {
    struct vy *v = facts(24, 80, ARENDE_AU);
    vy_keys(v, "<Enter>2025-03-01<Enter>");
    cr_assert_str_eq(fact(v, ARENDE_AU), "2025-03-01");
    cr_assert(vy_has(v, "”Nämndens möte” (2025-02-27) ligger före ”Arbetsutskottets möte”"));
    cr_assert_eq(v->ui.tone, TONE_WARNING);
    vy_stop(v);
}

/* ---- words to choose from ---- */

Test(form, left_and_right_step_through_the_words) {
    struct vy *v = facts(24, 80, ARENDE_STATUS);
    vy_keys(v, "<Höger>");
    cr_assert_str_eq(fact(v, ARENDE_STATUS), "granskas");
    vy_keys(v, "<Vänster><Vänster>");
    cr_assert_str_eq(fact(v, ARENDE_STATUS), "");
    vy_keys(v, "<Vänster>");
    cr_assert_str_eq(fact(v, ARENDE_STATUS), "avslutat");
    vy_keys(v, "<Blanksteg>");
    cr_assert_str_eq(fact(v, ARENDE_STATUS), "");
    vy_stop(v);
}

Test(form, the_words_are_shown_in_the_help) {
    struct vy *v = facts(24, 80, ARENDE_STATUS);
    cr_assert(vy_has(v, "Hur långt ärendet har kommit. Välj: pågår, granskas, beslutat,"));
    vy_stop(v);
}

Test(form, a_field_without_words_says_how_it_is_changed) {
    struct vy *v = facts(24, 80, ARENDE_DNR);
    vy_keys(v, "<Höger>");
    cr_assert(vy_has(v, "Enter ändrar fältet."));
    vy_stop(v);
}

Test(form, enter_shows_the_words_to_pick_from) {
    struct vy *v = facts(24, 80, ARENDE_STATUS);
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "> * pågår"));
    cr_assert_str_eq(focused(v), "> * pågår");
    vy_keys(v, "<Ned><Ned><Enter>");
    cr_assert_str_eq(fact(v, ARENDE_STATUS), "beslutat");
    vy_keys(v, "<Enter><Ned><Esc>");
    cr_assert_str_eq(fact(v, ARENDE_STATUS), "beslutat");
    cr_assert(s8_starts(s8_from(focused(v)), S8("> Status")));
    vy_stop(v);
}

Test(form, yes_and_no_are_stepped_through) {
    struct vy *v = facts(24, 80, ARENDE_AVSTAR);
    vy_keys(v, "<Höger>");
    cr_assert_str_eq(fact(v, ARENDE_AVSTAR), "ja");
    vy_keys(v, "<Höger>");
    cr_assert_str_eq(fact(v, ARENDE_AVSTAR), "nej");
    vy_stop(v);
}

Test(form, the_receiver_follows_the_way) {
    struct vy *v = facts(24, 80, ARENDE_VAG);
    cr_assert_str_eq(fact(v, ARENDE_MOTTAGARE), "Kommunstyrelsen");
    vy_keys(v, "<Höger>");
    cr_assert(vy_has(v, "Mottagaren följer vägen: Socialdepartementet."));
    cr_assert_str_eq(fact(v, ARENDE_MOTTAGARE), "Socialdepartementet");
    vy_stop(v);
}

Test(form, a_receiver_of_ones_own_stays) {
    struct vy *v = facts(24, 80, ARENDE_VAG);
    vy_set(v, POST_ARENDE, "", ARENDE_MOTTAGARE, "Regionen");
    vy_keys(v, "<Höger>");
    cr_assert_str_eq(fact(v, ARENDE_MOTTAGARE), "Regionen");
    vy_stop(v);
}

Test(form, the_profile_and_who_speaks_are_picked) {
    struct vy *v = facts(24, 80, ARENDE_SUBJEKT);
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "nämnden"));
    vy_keys(v, "<Ned><Enter>");
    cr_assert(fact(v, ARENDE_SUBJEKT)[0]);
    vy_stop(v);
    v = facts(24, 80, ARENDE_PROFIL);
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "> * standard – Nämnd i kommun eller region, avsnitt för avsnitt"));
    vy_stop(v);
}

Test(form, the_profiles_version_follows_the_decision) {
    struct vy *v = facts(24, 80, ARENDE_STATUS);
    vy_keys(v, "<Höger>");
    cr_assert(!vy_has(v, "Profilens version"));
    vy_keys(v, "<Höger>");
    cr_assert(vy_has(v, "Profilens version") && vy_has(v, "ligger nu fast."), "%s", vy_screen(v));
    vy_keys(v, "<Vänster>");
    cr_assert(vy_has(v, "ligger inte längre fast."), "%s", vy_screen(v));
    cr_assert_str_eq(fact(v, ARENDE_PROFILVERSION), "");
    vy_stop(v);
}

Test(form, delete_empties_a_field) {
    struct vy *v = facts(24, 80, ARENDE_NAMNDMOTE);
    vy_keys(v, "<Del>");
    cr_assert(vy_has(v, "Nämndens möte är tömt. Det som stod finns i historiken (h)."));
    cr_assert(vy_has(v, "> Nämndens möte – behövs i tjänsteskrivelsen"));
    cr_assert_str_eq(fact(v, ARENDE_NAMNDMOTE), "");
    vy_stop(v);
}

/* ---- texts, answers, avsnitt ---- */

Test(form, a_text_is_opened_to_be_written) {
    struct vy *v = facts(24, 80, ARENDE_ANTECKNING);
    vy_keys(v, "<Enter>Ring Anna.<Esc>");
    cr_assert(vy_has(v, "> Anteckning Ring Anna."));
    cr_assert(vy_has(v, "2 ord."));
    vy_keys(v, "<Del>n");
    cr_assert_str_eq(fact(v, ARENDE_ANTECKNING), "Ring Anna.");
    vy_keys(v, "<Del>j");
    cr_assert_str_eq(fact(v, ARENDE_ANTECKNING), "");
    vy_stop(v);
}

Test(form, an_answer_has_the_words_of_its_punkt) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_keys(v, "c");
    cr_assert(vy_has(v, "svaret på 4.1:1"));
    cr_assert(vy_has(v, "bedömning 4.1:1"));
    cr_assert(s8_starts(s8_from(focused(v)), S8("> Ställning")));
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "delar inte"));
    cr_assert(!vy_has(v, "avstyrker"));
    vy_keys(v, "<Ned><Enter>");
    cr_assert_str_eq(vy_saved(v, 1, POST_SVAR, "4.1:1", SVAR_STALLNING), "tillstyrker");
    cr_assert(vy_has(v, "> Ställning delar"));
    vy_stop(v);
}

Test(form, an_avsnitt_can_be_left_out) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_keys(v, "r<Ned><Ned><Höger>");
    cr_assert(vy_has(v, "4.1 Läkarmedverkan bör stärkas"));
    cr_assert_str_eq(vy_saved(v, 1, POST_AVSNITT, "4.1", AVSNITT_UTELAMNAD), "ja");
    vy_stop(v);
}

/* ---- nothing is lost ---- */

Test(form, a_half_written_line_is_kept_when_the_program_dies) {
    struct vy *v = facts(24, 80, ARENDE_RUBRIK);
    vy_keys(v, "<Enter>Halva rubr");
    cr_assert(vy_has(v, "Utkast"));
    vy_restart(v);
    cr_assert(vy_has(v, "Halva rubr"));
    vy_keys(v, "<Enter>ik<Enter>");
    cr_assert(vy_has(v, "> Rubrik Halva rubrik"));
    cr_assert_str_eq(fact(v, ARENDE_RUBRIK), "Halva rubrik");
    vy_stop(v);
}

Test(form, a_half_written_text_is_written_on_too) {
    struct vy *v = facts(24, 80, ARENDE_ANTECKNING);
    vy_keys(v, "<Enter>Ring An");
    vy_restart(v);
    vy_keys(v, "<Enter>na.<Ctrl-S>");
    cr_assert_str_eq(fact(v, ARENDE_ANTECKNING), "Ring Anna.");
    vy_keys(v, "<Esc>");
    cr_assert(vy_has(v, "> Anteckning Ring Anna."));
    vy_stop(v);
}

Test(form, a_value_that_does_not_hold_stays_a_draft_at_the_end) {
    struct vy *v = facts(24, 80, ARENDE_AU);
    vy_keys(v, "<Enter>2025-02-3");
    ui_end(&v->ui);
    cr_assert_str_eq(fact(v, ARENDE_AU), "");
    vy_restart(v);
    cr_assert(vy_has(v, "2025-02-3"));
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "> Arbetsutskottets möte 2025-02-3"));
    vy_keys(v, "<Backsteg>13<Enter>");
    cr_assert_str_eq(fact(v, ARENDE_AU), "2025-02-13");
    vy_keys(v, "q");
    cr_assert(vy_has(v, "n nästa"));
    vy_stop(v);
}

Test(form, a_value_that_holds_is_saved_at_the_end) {
    struct vy *v = facts(24, 80, ARENDE_AU);
    vy_keys(v, "<Enter>2025-02-13");
    ui_end(&v->ui);
    cr_assert_str_eq(fact(v, ARENDE_AU), "2025-02-13");
    vy_stop(v);
}

Test(form, a_value_of_wide_characters_scrolls) {
    struct vy *v = facts(24, 80, ARENDE_RUBRIK);
    vy_keys(v, "<Enter>");
    for (int i = 0; i < 60; i++)
        vy_paste(v, "\u1100\uAC00");
    vy_keys(v, "slut<Home><End>");
    cr_assert(vy_has(v, "slut"));
    vy_stop(v);
}

Test(form, a_conflict_stands_while_others_go_on) {
    struct vy *v = facts(24, 80, ARENDE_DNR);
    vy_keys(v, "<Enter>X");
    vy_other_set(v, 1, POST_ARENDE, "", ARENDE_DNR, "ON 9");
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "två har skrivit samtidigt"));
    vy_other_set(v, 1, POST_ARENDE, "", ARENDE_NAMND, "Äldrenämnden");
    vy_keys(v, "<Ned>?<Ned>q");
    cr_assert(vy_has(v, "ON 2025/17X") && vy_has(v, "ON 9"), "%s", vy_screen(v));
    vy_keys(v, "m");
    cr_assert_str_eq(fact(v, ARENDE_DNR), "ON 2025/17X");
    cr_assert_str_eq(fact(v, ARENDE_NAMND), "Äldrenämnden");
    vy_stop(v);
}

Test(form, what_others_change_is_shown) {
    struct vy *v = facts(24, 80, ARENDE_DNR);
    vy_other_set(v, 1, POST_ARENDE, "", ARENDE_NAMND, "Äldrenämnden");
    vy_keys(v, "<Ned>");
    cr_assert(vy_has(v, "Äldrenämnden"));
    vy_stop(v);
}

Test(form, another_field_changed_meanwhile_is_no_conflict) {
    struct vy *v = facts(24, 80, ARENDE_DNR);
    vy_keys(v, "<Enter>8");
    vy_other_set(v, 1, POST_ARENDE, "", ARENDE_NAMND, "Äldrenämnden");
    vy_keys(v, "<Enter>");
    cr_assert_str_eq(fact(v, ARENDE_DNR), "ON 2025/178");
    cr_assert_str_eq(fact(v, ARENDE_NAMND), "Äldrenämnden");
    vy_stop(v);
}

Test(form, two_values_for_one_field_are_shown_to_choose_from) {
    struct vy *v = facts(24, 80, ARENDE_DNR);
    vy_keys(v, "<Enter>8");
    vy_other_set(v, 1, POST_ARENDE, "", ARENDE_DNR, "ON 2025/99");
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "Handläggare B"));
    cr_assert(vy_has(v, "ON 2025/178"));
    cr_assert(vy_has(v, "ON 2025/99"));
    vy_keys(v, "m");
    cr_assert_str_eq(fact(v, ARENDE_DNR), "ON 2025/178");
    cr_assert(vy_has(v, "> Diarienummer ON 2025/178"));
    cr_assert(vy_has(v, "? hjälp"));
    vy_stop(v);
}

Test(form, two_values_joined_are_written_on) {
    struct vy *v = facts(24, 80, ARENDE_DNR);
    vy_keys(v, "<Enter>8");
    vy_other_set(v, 1, POST_ARENDE, "", ARENDE_DNR, "ON 2025/99");
    vy_keys(v, "<Enter>b<Enter>");
    cr_assert_str_eq(fact(v, ARENDE_DNR), "ON 2025/178 ON 2025/99");
    vy_stop(v);
}

Test(form, a_word_chosen_from_what_is_no_longer_there_is_told) {
    struct vy *v = facts(24, 80, ARENDE_STATUS);
    vy_other_set(v, 1, POST_ARENDE, "", ARENDE_STATUS, "avslutat");
    vy_keys(v, "<Höger>");
    cr_assert(vy_has(v, "Handläggare B"));
    cr_assert_str_eq(focused(v), "> Status                     avslutat");
    cr_assert_str_eq(fact(v, ARENDE_STATUS), "avslutat");
    vy_stop(v);
}

Test(form, fits_in_the_least_window) {
    struct vy *v = vy_start(10, 40);
    vy_case(v);
    vy_keys(v, "y<End>");
    cr_assert(s8_starts(s8_from(focused(v)), S8("> Protokoll")));
    vy_keys(v, "<Enter>n");
    cr_assert(s8_starts(s8_from(focused(v)), S8("> Slag")));
    vy_keys(v, "<Enter><End>");
    cr_assert_str_eq(focused(v), ">   jäv");
    vy_keys(v, "<Enter><Enter>qqqc");
    cr_assert(s8_starts(s8_from(focused(v)), S8("> Ställning")));
    vy_stop(v);
}

Test(form, what_is_pasted_becomes_one_line_within_its_length) {
    struct vy *v = facts(24, 80, ARENDE_PARAGRAF);
    vy_keys(v, "<Enter>");
    vy_paste(v, "§ 25\nb");
    vy_paste(v, "0123456789012345678901234567890123456789");
    cr_assert_eq(v->ui.tone, TONE_ERROR);
    vy_keys(v, "<Enter>");
    cr_assert_str_eq(fact(v, ARENDE_PARAGRAF), "§ 25 b");
    vy_paste(v, "x");
    cr_assert(vy_has(v, "Enter öppnar fältet, så att du kan ändra det."));
    vy_stop(v);
}

Test(form, comes_back_to_the_field_that_was_in_focus) {
    struct vy *v = facts(24, 80, ARENDE_UTSKICK);
    ui_end(&v->ui);
    vy_restart(v);
    cr_assert(s8_starts(s8_from(focused(v)), S8("> Utskick")));
    vy_stop(v);
}
