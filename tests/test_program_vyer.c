/* Every view on a terminal, cell by cell, in a small and in a large window. */
#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>

#include "tests/skarm.h"

static void shows(struct skarm *s, const char *keys, const char *text, const char *view) {
    skarm_keys(s, keys, text);
    skarm_golden(s, arena_printf(&s->a, "%s-%d", view, s->t.cols).p);
}

/* Three ärenden, of which the first has two answers, a text and what the papers need most. */
static void fill(struct skarm *s) {
    skarm_case(s);
    skarm_command(s, "ange", "1", "organisation", "Exempelköpings kommun", "förvaltning",
                  "Omsorgsförvaltningen", "väg", "nämnd-kommunstyrelse", NULL);
    skarm_command(s, "svara", "1", "4.1.1:1", "tillstyrker", "--motivering",
                  "Ett lagkrav gör ansvaret tydligt.", NULL);
    skarm_command(s, "svara", "1", "4.4.3", "avstyrker", "--motivering",
                  "Utan följder blir avtalen tandlösa[^1].\n\n- för kommunen\n- för den "
                  "enskilde\n\n[^1]: Se avsnitt 4.2.",
                  NULL);
    skarm_command(s, "lägg", "1", "expediering", "namn=Kommunstyrelsen", NULL);
    skarm_command(s, "nytt", "SOU 2024:72", "--ändå", "--svarstid", "2025-01-24", "--dnr",
                  "ON 2025/3", NULL);
    skarm_command(s, "nytt", "SOU 2024:72", "--ändå", "--svarstid", "2025-01-17", "--rubrik",
                  "En egen rubrik", NULL);
}

static void lists(struct skarm *s) {
    shows(s, "", "ON 2025/3", "arenden");
    shows(s, "n", "välj betänkande", "nytt");
    skarm_keys(s, "q", "pågående");
    skarm_keys(s, "\033[B\033[B\r", "2/23");
    shows(s, "4.4.3\r", "tandlösa", "arende");
    shows(s, "5", "Gå till avsnitt: 5", "fraga");
    skarm_keys(s, "\033", "nästa");
}

static void writing(struct skarm *s) {
    shows(s, "\r", "[^1]: Se avsnitt 4.2.", "text");
    shows(s, "\x07", "Ctrl-S  ", "hjalp");
}

static void papers(struct skarm *s) {
    shows(s, "y", "Exempelköpings kommun", "uppgifter");
    shows(s, "\033[F", "Protokoll", "uppgifter-slut");
    skarm_keys(s, "q", "nästa");
    shows(s, "x", "Övergripande synpunkter", "texter");
    skarm_keys(s, "q", "nästa");
    shows(s, "f", "Tjänsteskrivelse", "forhand");
    shows(s, "\t", "yttrande", "forhand-yttrande");
    skarm_keys(s, "q", "nästa");
    shows(s, "g", "inte besvarade", "granska");
    skarm_keys(s, "q", "nästa");
    shows(s, "h", "Handläggare A", "historik");
    shows(s, "\r", "Så stod det", "las");
    skarm_keys(s, "q", "läs");
    skarm_keys(s, "q", "nästa");
    skarm_keys(s, "/", "Sök");
    shows(s, "tandlösa\r", "4.4.3:1", "sok");
    skarm_keys(s, "q", "nästa");
}

static void every_view(int rows, int cols) {
    struct skarm s;
    skarm_new(&s);
    fill(&s);
    skarm_start(&s, rows, cols);
    lists(&s);
    writing(&s);
    skarm_keys(&s, "q", "Ctrl-S");
    skarm_keys(&s, "\033", "nästa");
    papers(&s);
    skarm_quit(&s);
    skarm_free(&s);
}

Test(vyer, in_a_small_window) {
    every_view(24, 80);
}

Test(vyer, in_a_large_window) {
    every_view(50, 160);
}

/* Another process saves the same field while the editor is open. */
static void conflict(int rows, int cols) {
    struct skarm s;
    skarm_new(&s);
    fill(&s);
    skarm_start(&s, rows, cols);
    skarm_keys(&s, "\033[B\033[B\r", "2/23");
    skarm_keys(&s, "4.4.3\r", "tandlösa");
    skarm_keys(&s, "\r", "motivering till 4.4.3:1");
    skarm_keys(&s, "Mitt tillägg.", "Mitt tillägg.");
    skarm_command(&s, "svara", "1", "4.4.3", "--motivering", "Någon annans skäl.", NULL);
    shows(&s, "\033", "Någon annans skäl.", "konflikt");
    skarm_keys(&s, "m", "Din text är sparad");
    skarm_quit(&s);
    struct str8 h = skarm_command(&s, "historik", "1", "4.4.3", "--text", NULL);
    cr_assert(s8_find(h, S8("Någon annans skäl.")) >= 0);
    cr_assert(s8_find(h, S8("Mitt tillägg.")) >= 0);
    skarm_free(&s);
}

Test(vyer, two_texts_are_shown_beside_each_other) {
    conflict(24, 80);
    conflict(50, 160);
}

static void left_behind(int rows, int cols) {
    struct skarm s;
    skarm_new(&s);
    fill(&s);
    skarm_start(&s, rows, cols);
    skarm_keys(&s, "\033[B\033[B\r", "2/23");
    skarm_keys(&s, "5.3:2\r", "> ");
    skarm_keys(&s, "\r", "motivering till 5.3:2");
    skarm_keys(&s, "Det här hann inte sparas.", "Utkast");
    kill(s.t.pid, SIGKILL);
    term_stop(&s.t);
    skarm_start(&s, rows, cols);
    shows(&s, "", "Det här hann inte sparas.", "utkast");
    skarm_keys(&s, "\r", "motivering till 5.3:2");
    skarm_keys(&s, " Nu.", "sparas. Nu.");
    skarm_quit(&s);
    struct str8 all = skarm_command(&s, "visa", "1", "5.3:2", NULL);
    cr_assert(s8_find(all, S8("Det här hann inte sparas. Nu.")) >= 0, "%.*s", S8F(all));
    skarm_start(&s, rows, cols);
    cr_assert(!term_shows(&s.t, "kvarlämnade utkast"));
    skarm_quit(&s);
    skarm_free(&s);
}

Test(vyer, a_draft_left_behind_is_offered) {
    left_behind(24, 80);
    left_behind(50, 160);
}
