/* The lines of lists and the text blocks, as the user sees them. */
#include <criterion/criterion.h>

#include "app/cases.h"
#include "vy.h"

/* The list of that name, from the form. */
static struct vy *lines(enum post_slag slag) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_keys(v, "y<End>");
    for (int s = POST_PROTOKOLL; s > (int)slag; s--)
        vy_keys(v, "<Upp>");
    vy_keys(v, "<Enter>");
    return v;
}

static size_t n_lines(const struct vy *v, enum post_slag slag) {
    return v->ui.c.arende->post[slag].n;
}

static const char *focused(struct vy *v) {
    return vy_row(v, vy_cursor(v).row);
}

/* ---- lines of a list ---- */

Test(rader, an_empty_list_says_how_a_line_is_added) {
    struct vy *v = lines(POST_UNDERLAG);
    cr_assert(vy_has(v, "De handlingar som beslutet grundas på."));
    cr_assert(vy_has(v, "Listan är tom. Tryck n för att lägga till en rad."));
    vy_keys(v, "d<Enter><<>");
    cr_assert_eq(n_lines(v, POST_UNDERLAG), 0);
    vy_stop(v);
}

Test(rader, five_beslutspunkter_are_typed_in_a_row) {
    struct vy *v = lines(POST_BESLUTSPUNKT);
    vy_keys(v, "nEtt.<Enter>Två.<Enter>Tre.<Enter>Fyra.<Enter>Fem.<Enter><Enter>");
    cr_assert_eq(n_lines(v, POST_BESLUTSPUNKT), 5);
    vy_golden(v, "beslutspunkter-80");
    vy_keys(v, "q");
    cr_assert(vy_has(v, "Förslag till beslut 5 rader: Ett."));
    vy_stop(v);
}

Test(rader, a_line_of_one_field_is_changed_where_it_stands) {
    struct vy *v = lines(POST_UPPDRAG);
    vy_keys(v, "nEtt<Esc>");
    cr_assert_eq(n_lines(v, POST_UPPDRAG), 1);
    vy_keys(v, "<Enter>!<Enter>");
    cr_assert_eq(n_lines(v, POST_UPPDRAG), 1);
    cr_assert(vy_has(v, "> 1. Ett!"));
    vy_stop(v);
}

Test(rader, a_new_line_left_empty_goes_away) {
    struct vy *v = lines(POST_BESLUTSPUNKT);
    vy_keys(v, "n<Esc>");
    cr_assert(vy_has(v, "Listan är tom."));
    vy_keys(v, "nEtt<Esc>");
    cr_assert_eq(n_lines(v, POST_BESLUTSPUNKT), 1);
    vy_keys(v, "nx<Backsteg><Esc>");
    cr_assert_eq(n_lines(v, POST_BESLUTSPUNKT), 1);
    vy_keys(v, "h");
    cr_assert(vy_has(v, "beslut 2: ”Ett”"), "%s", vy_screen(v));
    cr_assert(!vy_has(v, "borttaget") && strstr(vy_row(v, 3), "Förslag") == NULL,
              "the history has one line only\n%s", vy_screen(v));
    vy_keys(v, "qn");
    ui_end(&v->ui);
    cr_assert_eq(n_lines(v, POST_BESLUTSPUNKT), 1);
    vy_stop(v);
}

Test(rader, an_old_line_that_is_emptied_stays) {
    struct vy *v = lines(POST_BESLUTSPUNKT);
    vy_keys(v, "nEtt<Esc><Enter><Ctrl-A><Ctrl-K><Enter>");
    cr_assert_eq(n_lines(v, POST_BESLUTSPUNKT), 1);
    cr_assert(vy_has(v, "(tom rad)"));
    vy_stop(v);
}

Test(rader, a_new_line_of_several_fields_is_filled_in_with_enter) {
    struct vy *v = lines(POST_HANDLAGGARE);
    vy_keys(v, "nAnna Ek<Enter>utredare<Enter>Kvalitetsenheten<Enter><Esc>q");
    cr_assert_eq(n_lines(v, POST_HANDLAGGARE), 1);
    cr_assert(vy_has(v, "> 1. Anna Ek, utredare, Kvalitetsenheten"));
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "Handläggare, rad 1"));
    vy_keys(v, "qn<Esc>q");
    cr_assert_eq(n_lines(v, POST_HANDLAGGARE), 1);
    vy_stop(v);
}

Test(rader, a_new_line_whose_first_field_has_words_is_not_written_in) {
    struct vy *v = lines(POST_UNDERLAG);
    vy_keys(v, "n");
    cr_assert(s8_starts(s8_from(focused(v)), S8("> Slag")));
    vy_keys(v, "<Enter><Ned><Enter>A1<Enter>Betänkandet<Enter><Esc>q");
    cr_assert(vy_has(v, "> 1. betänkande: A1, Betänkandet"));
    vy_keys(v, "nq");
    cr_assert_eq(n_lines(v, POST_UNDERLAG), 1);
    vy_stop(v);
}

Test(rader, lines_are_moved_and_the_focus_follows) {
    struct vy *v = lines(POST_BESLUTSPUNKT);
    vy_keys(v, "nEtt<Enter>Två<Enter>Tre<Enter><Enter>");
    cr_assert_str_eq(focused(v), ">  3. Tre");
    vy_keys(v, "<<>");
    cr_assert_str_eq(focused(v), ">  2. Tre");
    vy_keys(v, "<Ctrl-Upp><Ctrl-Upp>");
    cr_assert_str_eq(focused(v), ">  1. Tre");
    cr_assert(vy_has(v, "2. Ett"));
    vy_keys(v, ">");
    cr_assert_str_eq(focused(v), ">  2. Tre");
    vy_stop(v);
}

Test(rader, a_line_is_removed_after_a_question) {
    struct vy *v = lines(POST_BESLUTSPUNKT);
    vy_keys(v, "nEtt<Enter>Två<Enter><Enter><Upp>d");
    cr_assert(vy_has(v, "Ta bort rad 1?"));
    vy_keys(v, "n");
    cr_assert_eq(n_lines(v, POST_BESLUTSPUNKT), 2);
    vy_keys(v, "<Del>j");
    cr_assert_eq(n_lines(v, POST_BESLUTSPUNKT), 1);
    cr_assert_str_eq(focused(v), ">  1. Två");
    cr_assert(vy_has(v, "Raden är borttagen."));
    vy_stop(v);
}

/* ---- lines that another removes ---- */

static void other_removes(struct vy *v, enum post_slag slag, const char *key) {
    struct app_case c;
    struct error err = {0};
    cr_assert_eq(app_case_open(vy_other(v), &v->a, S8("1"), &c, &err), ST_OK);
    cr_assert_eq(app_remove(vy_other(v), &v->a, &c, slag, s8_from(key), &err), ST_OK);
}

/* How many lines of that kind the database has. */
static size_t n_saved(struct vy *v, enum post_slag slag) {
    struct post_list l;
    cr_assert_eq(store_post_list(v->app.store, &v->a, 1, slag, &l, NULL), ST_OK);
    return l.n;
}

static bool by_key(struct vy *v, const char *key) {
    struct post p;
    return store_post_get(v->app.store, &v->a, 1, POST_BESLUTSPUNKT, s8_from(key), &p, NULL) ==
           ST_OK;
}

static size_t n_drafts(struct vy *v) {
    struct utkast *u;
    size_t n;
    cr_assert_eq(store_utkast_list(v->app.store, &v->a, v->app.vem, 1, &u, &n, NULL), ST_OK);
    return n;
}

static bool in_history(struct vy *v, const char *text) {
    struct revision *r;
    size_t n;
    cr_assert_eq(
        store_revision_list(v->app.store, &v->a, 1, POST_BESLUTSPUNKT, S8("2"), 0, &r, &n, NULL),
        ST_OK);
    for (size_t i = 0; i < n; i++)
        if (s8_eqz(r[i].post.value[0], text))
            return true;
    return false;
}

/* The second of three is changed here and removed by the other, and both are shown. */
static struct vy *removed_meanwhile(void) {
    struct vy *v = lines(POST_BESLUTSPUNKT);
    vy_keys(v, "nEtt.<Enter>Två.<Enter>Tre.<Enter><Enter><Upp><Enter> Mitt.");
    other_removes(v, POST_BESLUTSPUNKT, "2");
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "två har skrivit samtidigt") && vy_has(v, "har tagit bort"));
    cr_assert(vy_has(v, "Två. Mitt.") && vy_has(v, "(borttagen)"), "%s", vy_screen(v));
    cr_assert_eq(n_drafts(v), 1);
    return v;
}

Test(removed, stays_removed_if_the_other_is_to_stand) {
    struct vy *v = removed_meanwhile();
    vy_keys(v, "d");
    cr_assert(vy_has(v, "Texten är fortfarande borttagen. Din finns i historiken."));
    cr_assert_eq(n_saved(v, POST_BESLUTSPUNKT), 2);
    cr_assert_eq(n_lines(v, POST_BESLUTSPUNKT), 2);
    cr_assert(in_history(v, "Två. Mitt."));
    cr_assert_eq(n_drafts(v), 0);
    cr_assert(vy_has(v, "1. Ett.") && vy_has(v, "2. Tre.") && !vy_has(v, "Två"));
    vy_keys(v, "q");
    cr_assert_eq(n_saved(v, POST_BESLUTSPUNKT), 2);
    vy_stop(v);
}

Test(removed, comes_back_if_mine_is_saved) {
    struct vy *v = removed_meanwhile();
    vy_keys(v, "m");
    cr_assert_str_eq(vy_saved(v, 1, POST_BESLUTSPUNKT, "2", 0), "Två. Mitt.");
    cr_assert_eq(n_drafts(v), 0);
    vy_stop(v);
}

Test(removed, joined_has_no_blank_at_its_end) {
    struct vy *v = removed_meanwhile();
    vy_keys(v, "b!<Enter>");
    cr_assert_str_eq(vy_saved(v, 1, POST_BESLUTSPUNKT, "2", 0), "Två. Mitt.!");
    vy_stop(v);
}

/* While the choice cannot be carried out, nothing of it is. */
Test(removed, keeps_the_draft_until_the_choice_is_carried_out) {
    struct vy *v = removed_meanwhile();
    struct error err = {0};
    store_patience(v->app.store, 0);
    store_patience(v->other.store, 0);
    cr_assert_eq(store_begin(v->other.store, &err), ST_OK);
    vy_keys(v, "d");
    cr_assert_eq(v->ui.tone, TONE_ERROR, "%s", vy_screen(v));
    cr_assert(vy_has(v, "två har skrivit samtidigt") && vy_has(v, "Två. Mitt."));
    store_end(v->other.store, ST_REFUSED, NULL);
    cr_assert_eq(n_drafts(v), 1);
    cr_assert_eq(n_saved(v, POST_BESLUTSPUNKT), 2);
    vy_keys(v, "d");
    cr_assert_eq(n_drafts(v), 0);
    cr_assert_eq(n_saved(v, POST_BESLUTSPUNKT), 2);
    cr_assert(in_history(v, "Två. Mitt."));
    vy_stop(v);
}

/* Help lies over the line while the ärende is read anew. */
Test(removed, stays_in_its_place_while_it_is_written) {
    struct vy *v = lines(POST_BESLUTSPUNKT);
    vy_keys(v, "nEtt.<Enter>Två.<Enter>Tre.<Enter>Fyra.<Enter><Enter><Upp><Enter> Mitt.");
    vy_keys(v, "<Ctrl-G>");
    other_removes(v, POST_BESLUTSPUNKT, "3");
    other_removes(v, POST_BESLUTSPUNKT, "1");
    vy_keys(v, "<Ned>q");
    cr_assert_eq(n_lines(v, POST_BESLUTSPUNKT), 2);
    cr_assert(vy_has(v, "Någon annan har tagit bort raden."));
    cr_assert(vy_has(v, "1. Två. > – Tre. Mitt. 2. Fyra."), "%s", vy_screen(v));
    cr_assert_str_eq(focused(v), ">  –  Tre. Mitt.");
    vy_keys(v, "!<Enter>");
    cr_assert(vy_has(v, "två har skrivit samtidigt") && vy_has(v, "Tre. Mitt.!"));
    vy_keys(v, "q");
    cr_assert_str_eq(focused(v), ">  –  Tre. Mitt.!");
    vy_keys(v, "<Ned>m");
    cr_assert_str_eq(vy_saved(v, 1, POST_BESLUTSPUNKT, "3", 0), "Tre. Mitt.!");
    cr_assert(vy_has(v, "1. Två. 2. Fyra. > 3. Tre. Mitt.!"), "%s", vy_screen(v));
    vy_stop(v);
}

Test(removed, is_written_also_when_it_was_the_only_one) {
    struct vy *v = lines(POST_BESLUTSPUNKT);
    vy_keys(v, "nEtt");
    vy_keys(v, "<Ctrl-G>");
    other_removes(v, POST_BESLUTSPUNKT, "1");
    vy_keys(v, "<Ned>q");
    cr_assert_str_eq(focused(v), ">  –  Ett");
    vy_keys(v, " två<Esc>d");
    cr_assert(vy_has(v, "Listan är tom."));
    cr_assert_eq(n_saved(v, POST_BESLUTSPUNKT), 0);
    vy_stop(v);
}

/* It is the new line that goes away if it is empty, not the one that has come to stand there. */
Test(removed, takes_no_other_line_with_it) {
    struct vy *v = lines(POST_BESLUTSPUNKT);
    vy_keys(v, "nEtt<Esc><Enter><Ctrl-A><Ctrl-K><Enter>nTvå");
    vy_keys(v, "<Ctrl-G>");
    other_removes(v, POST_BESLUTSPUNKT, "2");
    vy_keys(v, "<Ned>q<Enter>d");
    cr_assert_eq(n_saved(v, POST_BESLUTSPUNKT), 1);
    cr_assert_str_eq(focused(v), ">  1. (tom rad)");
    vy_keys(v, "q");
    cr_assert_eq(n_saved(v, POST_BESLUTSPUNKT), 1);
    vy_stop(v);
}

/* The line closes when the list is read anew, and what is left of it goes away all the same. */
Test(removed, a_new_line_that_is_closed_by_others_work_goes_away) {
    struct vy *v = lines(POST_BESLUTSPUNKT);
    vy_keys(v, "nEtt<Esc><Enter><Ctrl-A><Ctrl-K><Enter>n<Ctrl-G>");
    vy_other_set(v, 1, POST_SVAR, "4.1:1", SVAR_MOTIVERING, "Deras.");
    vy_keys(v, "<Ned>q");
    cr_assert_eq(n_lines(v, POST_BESLUTSPUNKT), 2);
    vy_keys(v, "<Upp>q");
    cr_assert_eq(n_saved(v, POST_BESLUTSPUNKT), 1);
    cr_assert(by_key(v, "1") && !by_key(v, "2"));
    vy_stop(v);
}

/* Asked about before the other changes it, answered after. */
Test(rader, a_line_that_another_changes_is_not_removed_unseen) {
    struct vy *v = lines(POST_BESLUTSPUNKT);
    vy_keys(v, "nEtt<Esc>d");
    vy_other_set(v, 1, POST_BESLUTSPUNKT, "1", 0, "Deras");
    vy_keys(v, "j");
    cr_assert(vy_has(v, "Handläggare B har ändrat Förslag till beslut 1"), "%s", vy_screen(v));
    cr_assert(vy_has(v, "Nu står där: ”text: Deras”. Inget har tagits bort."), "%s", vy_screen(v));
    cr_assert(!vy_has(v, "yttra historik") && vy_has(v, "1. Deras"));
    vy_keys(v, "dj");
    cr_assert_eq(n_saved(v, POST_BESLUTSPUNKT), 0);
    vy_stop(v);
}

Test(rader, a_new_line_that_another_fills_in_stays) {
    struct vy *v = lines(POST_BESLUTSPUNKT);
    vy_keys(v, "n");
    vy_other_set(v, 1, POST_BESLUTSPUNKT, "1", 0, "Deras");
    vy_keys(v, "<Esc>");
    cr_assert(v->ui.tone != TONE_ERROR && vy_has(v, "1. Deras"), "%s", vy_screen(v));
    vy_keys(v, "q");
    cr_assert_eq(n_saved(v, POST_BESLUTSPUNKT), 1);
    vy_stop(v);
}

Test(rader, a_line_that_another_removes_is_said_to_be_gone) {
    struct vy *v = lines(POST_HANDLAGGARE);
    vy_keys(v, "nAnna Ek<Esc>");
    other_removes(v, POST_HANDLAGGARE, "1");
    vy_keys(v, "<Ned>");
    cr_assert(vy_has(v, "Någon annan har tagit bort raden."));
    vy_keys(v, "<Enter>q");
    cr_assert(vy_has(v, "Listan är tom."));
    vy_stop(v);
}

Test(rader, an_avsnitt_that_does_not_exist_stays_in_the_line) {
    struct vy *v = lines(POST_RUBRIK);
    vy_keys(v, "n9.9<Enter>");
    cr_assert_eq(v->ui.tone, TONE_ERROR);
    cr_assert(vy_has(v, "> Avsnitt 9.9"));
    vy_keys(v, "<Ctrl-A><Ctrl-K>4.3, x<Enter>");
    cr_assert(vy_has(v, "> Avsnitt 4.3, x"));
    vy_keys(v, "<Backsteg>4.4<Enter>");
    cr_assert_str_eq(vy_saved(v, 1, POST_RUBRIK, "1", RUBRIK_AVSNITT), "4.3, 4.4");
    vy_stop(v);
}

Test(rader, a_half_written_line_is_written_on_in_its_form) {
    struct vy *v = lines(POST_BESLUTSPUNKT);
    vy_keys(v, "nEtt<Enter>Nämnden för");
    vy_restart(v);
    vy_keys(v, "<Enter>");
    cr_assert(vy_has(v, "> Beslutspunkt Nämnden för"));
    vy_keys(v, "eslår.<Enter>q");
    cr_assert_str_eq(focused(v), ">  2. Nämnden föreslår.");
    vy_stop(v);
}

/* ---- text blocks ---- */

Test(texter, say_which_are_missing_how_long_they_are_and_how_they_begin) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_set(v, POST_TEXT, "ekonomi", TEXT_INNEHALL, "\nFörslagen kostar.\n\nMycket mer än så.");
    vy_keys(v, "x");
    vy_golden(v, "texter-80");
    cr_assert(vy_has(v, "> ! Sammanfattning – behövs i yttrandet"));
    cr_assert(vy_has(v, "Ekonomiska konsekvenser 6 ord Förslagen kostar."));
    cr_assert(vy_has(v, "Yttrandets sammanfattning."));
    vy_stop(v);
}

Test(texter, are_what_one_comes_back_to) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_keys(v, "x<Ned>");
    ui_end(&v->ui);
    vy_restart(v);
    cr_assert(vy_has(v, "> ! Sammanfattning –"));
    vy_stop(v);
}

static const char *summary(struct vy *v) {
    return vy_saved(v, 1, POST_TEXT, "sammanfattning", TEXT_INNEHALL);
}

Test(texter, a_summary_is_drafted_from_the_answers) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_keys(v, "x<Ned><Ned>u");
    cr_assert(vy_has(v, "Bara sammanfattningarna"));
    vy_keys(v, "<Upp><Upp>u");
    cr_assert(vy_has(v, "Inget är besvarat än"), "%s", vy_screen(v));
    vy_set(v, POST_SVAR, "4.1:1", SVAR_STALLNING, "avstyrker");
    vy_keys(v, "u");
    cr_assert(vy_has(v, "Nämnden delar inte bedömningen i avsnitt"), "%s", vy_screen(v));
    cr_assert(vy_has(v, "Utkastet är skrivet ur svaren."));
    cr_assert_neq(summary(v)[0], 0);
    vy_keys(v, "Och så.<Esc>h");
    cr_assert(vy_has(v, "utkast"));
    vy_stop(v);
}

Test(texter, a_summary_of_ones_own_is_not_replaced_unasked) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_set(v, POST_SVAR, "4.1:1", SVAR_STALLNING, "avstyrker");
    vy_set(v, POST_TEXT, "sammanfattning", TEXT_INNEHALL, "Min egen.");
    vy_keys(v, "xun");
    cr_assert_str_eq(summary(v), "Min egen.");
    vy_keys(v, "u<Esc>");
    cr_assert_str_eq(summary(v), "Min egen.");
    vy_keys(v, "uj");
    cr_assert_str_neq(summary(v), "Min egen.");
    vy_stop(v);
}

Test(texter, a_summary_older_than_the_answers_is_marked) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_set(v, POST_SVAR, "4.1:1", SVAR_STALLNING, "avstyrker");
    vy_set(v, POST_TEXT, "sammanfattning", TEXT_INNEHALL, "Min egen.");
    vy_keys(v, "x");
    cr_assert(vy_has(v, ">   Sammanfattning") && !vy_has(v, "ändrades"));
    vy_set(v, POST_SVAR, "4.1:1", SVAR_STALLNING, "delvis");
    vy_keys(v, "qx");
    cr_assert(vy_has(v, "> ! Sammanfattning"), "%s", vy_screen(v));
    cr_assert(vy_has(v, "Den är skriven innan 1 svar ändrades."));
    vy_keys(v, "<Enter> Ja.<Esc>");
    cr_assert(!vy_has(v, "ändrades"), "%s", vy_screen(v));
    vy_set(v, POST_SVAR, "4.1:1", SVAR_STALLNING, "tveksam");
    vy_keys(v, "<Enter>x<Ctrl-Z><Esc>");
    cr_assert(vy_has(v, "ändrades"));
    vy_keys(v, "<Enter><Ctrl-S>");
    cr_assert(vy_has(v, "Texten är sparad, och gäller svaren som de är nu."));
    vy_keys(v, "<Esc>");
    cr_assert(!vy_has(v, "ändrades"));
    vy_keys(v, "<Enter> Mer.<Esc>");
    cr_assert_str_eq(summary(v), "Min egen. Ja. Mer.");
    vy_stop(v);
}

Test(texter, enter_writes_and_the_mark_goes_away) {
    struct vy *v = vy_start(24, 80);
    vy_case(v);
    vy_keys(v, "x<Enter>Kort sagt.<Esc>");
    cr_assert(!vy_has(v, "! Sammanfattning –"));
    cr_assert(vy_has(v, "> Sammanfattning 2 ord Kort sagt."));
    cr_assert_str_eq(vy_saved(v, 1, POST_TEXT, "sammanfattning", TEXT_INNEHALL), "Kort sagt.");
    vy_stop(v);
}
