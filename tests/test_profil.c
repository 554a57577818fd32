/* Profiles: the shipped one, copies of it, and what a person can write wrong in one. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fileio.h"
#include "draft/compose.h"
#include "sample.h"

static struct arena arena;
static struct profil_dirs dirs;
static struct error err;

static void setup(void) {
    char name[] = "profil-XXXXXX";
    cr_assert_not_null(mkdtemp(name));
    dirs.egna = arena_printf(&arena, "%s/profiler", name);
    dirs.skickade = sample_path(&arena, "db/profiler");
}

static void teardown(void) {
    struct profil_rad *rad;
    size_t n;
    static const char *const files[] = {"profil.ini",   "subjekt.ini", "fraser.ini",
                                        "foljebrev.md", "yttrande.md", "tjansteskrivelse.md"};
    if (profil_list(&arena, &dirs, &rad, &n, NULL) == ST_OK) {
        for (size_t i = 0; i < n && rad[i].egen; i++) {
            for (size_t f = 0; f < sizeof files / sizeof *files; f++)
                unlink(arena_printf(&arena, "%.*s/%s", S8F(rad[i].mapp), files[f]).p);
            rmdir(rad[i].mapp.p);
        }
    }
    rmdir(dirs.egna.p);
    rmdir(s8_sub(dirs.egna, 0, dirs.egna.n - 9).n
              ? arena_str8(&arena, s8_sub(dirs.egna, 0, dirs.egna.n - 9)).p
              : "");
    arena_free(&arena);
}

TestSuite(profil, .init = setup, .fini = teardown);

static void copy(const char *name) {
    cr_assert_eq(profil_copy(&arena, &dirs, S8("standard"), s8_from(name), &err), ST_OK, "%s",
                 err.text);
}

/* Replaces the first `from` in a file of the user's profile "egen" by `to`. */
static void edit(const char *file, const char *from, const char *to) {
    struct str8 path = arena_printf(&arena, "%.*s/egen/%s", S8F(dirs.egna), file);
    struct buf text = {0}, out = {0};
    cr_assert_eq(file_read(path.p, &text, &err), ST_OK);
    ptrdiff_t at = s8_find(buf_str8_of(&text), s8_from(from));
    cr_assert_geq(at, 0, "%s is not in %s", from, file);
    buf_bytes(&out, text.p, (size_t)at);
    buf_str(&out, to);
    buf_str8(&out, s8_skip(buf_str8_of(&text), (size_t)at + strlen(from)));
    cr_assert_eq(file_write(path.p, buf_str8_of(&out), 0600, &err), ST_OK);
    buf_free(&text);
    buf_free(&out);
}

/* Loads "egen" and checks its templates; the error must hold each of the two texts. */
static void refuses(const char *one, const char *two) {
    struct profil *p;
    enum status st = profil_load(&arena, &dirs, S8("egen"), &p, &err);
    if (st == ST_OK)
        st = compose_check(&arena, p, &err);
    cr_assert_eq(st, ST_INVALID);
    cr_assert(strstr(err.text, one) && strstr(err.text, two), "%s", err.text);
}

Test(profil, the_shipped_one_is_whole) {
    struct profil *p = sample_profil(&arena);
    const struct dokument *d;
    cr_assert_eq(profil_dokument(p, S8("TJANSTESKRIVELSE"), &d, &err), ST_OK);
    cr_assert(s8_eqz(d->etikett, "Tjänsteskrivelse"));
    cr_assert_eq(compose_check(&arena, p, &err), ST_OK, "%s", err.text);
}

Test(profil, copy_is_loaded_before_the_shipped_one) {
    struct profil_rad *rad;
    struct profil *p;
    size_t n;
    copy("standard");
    copy("egen");
    cr_assert_eq(profil_copy(&arena, &dirs, S8("standard"), S8("egen"), &err), ST_EXISTS);
    cr_assert_eq(profil_copy(&arena, &dirs, S8("standard"), S8("../ut"), &err), ST_INVALID);
    cr_assert_eq(profil_list(&arena, &dirs, &rad, &n, &err), ST_OK);
    cr_assert_eq(n, 2);
    cr_assert(rad[0].egen && rad[1].egen && s8_eqz(rad[0].namn, "egen"));
    cr_assert_eq(profil_load(&arena, &dirs, S8("standard"), &p, &err), ST_OK);
    cr_assert(s8_starts(p->mapp, dirs.egna));
}

Test(profil, unknown_names_meet_the_nearest) {
    struct profil *p = sample_profil(&arena), *other;
    const struct dokument *d;
    cr_assert_eq(profil_dokument(p, S8("ytrande"), &d, &err), ST_NOT_FOUND);
    cr_assert(strstr(err.text, "Menade du ”yttrande”?"), "%s", err.text);
    cr_assert_eq(profil_load(&arena, &dirs, S8("standrad"), &other, &err), ST_NOT_FOUND);
    cr_assert(strstr(err.text, "Menade du ”standard”?"), "%s", err.text);
}

Test(profil, subject_takes_its_name_from_the_case) {
    struct profil *p = sample_profil(&arena);
    struct arende *ar = arende_new(&arena);
    struct subjekt s;
    sample_set(ar, ARENDE_NAMND, S8("Omsorgsnämnden"));
    cr_assert_eq(profil_subjekt(&arena, p, S8("nämndens namn"), ar, &s, &err), ST_OK);
    cr_assert(s8_eqz(s.borjan, "Omsorgsnämnden") && s8_eqz(s.inne, "omsorgsnämnden") &&
              s8_eqz(s.genitiv, "omsorgsnämndens"));
    cr_assert_eq(profil_subjekt(&arena, p, S8("kungen"), ar, &s, &err), ST_NOT_FOUND);
}

/* What a name is inside a sentence, and which form of "tveksam" goes with it. */
Test(profil, name_from_the_case_shows_its_kind) {
    static const struct {
        const char *name, *inside;
        bool neuter, plural;
    } names[] = {
        {"Social- och omsorgsnämnden", "social- och omsorgsnämnden", false, false},
        {"Nämnden för arbete och välfärd", "nämnden för arbete och välfärd", false, false},
        {"Utskottet för stöd i hemmen", "utskottet för stöd i hemmen", true, false},
        {"Samverkansutskottet", "samverkansutskottet", true, false},
        {"Kommunfullmäktige", "kommunfullmäktige", true, false},
        {"Stadsdelsnämnderna", "stadsdelsnämnderna", false, true},
        {"Utbildningssektorn", "utbildningssektorn", false, false},
        {"Region Norrvatten", "Region Norrvatten", false, false},
        {"Exempelköpings kommun", "Exempelköpings kommun", false, false},
        {"Omsorgsnämnden Nordköpinget", "Omsorgsnämnden Nordköpinget", false, false},
    };
    struct profil *p = sample_profil(&arena);
    struct arende *ar = arende_new(&arena);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct subjekt s;
        sample_set(ar, ARENDE_NAMND, s8_from(names[i].name));
        cr_assert_eq(profil_subjekt(&arena, p, S8("nämndens namn"), ar, &s, &err), ST_OK);
        cr_assert(s8_eqz(s.borjan, names[i].name), "%.*s", S8F(s.borjan));
        cr_assert(s8_eqz(s.inne, names[i].inside), "%.*s", S8F(s.inne));
        cr_assert_eq(s.neutrum, names[i].neuter, "%s", names[i].name);
        cr_assert_eq(s.plural, names[i].plural, "%s", names[i].name);
    }
}

Test(profil, faults_name_file_and_line) {
    copy("egen");
    edit("fraser.ini", "verb = avstyrker", "verrb = avstyrker");
    refuses("fraser.ini, rad", "Menade du ”verb”?");
}

Test(profil, unknown_stance) {
    copy("egen");
    edit("fraser.ini", "[delvis förslag]", "[delviss förslag]");
    refuses("fraser.ini, rad", "Menade du ”delvis”?");
}

Test(profil, unknown_slot) {
    copy("egen");
    edit("fraser.ini", "led = {objekt}", "led = {object}");
    refuses("[tillstyrker förslag]", "{object} går inte");
}

Test(profil, missing_verb) {
    copy("egen");
    edit("fraser.ini", "verb = avstyrker", "adverb = ja");
    refuses("[avstyrker förslag]", "saknar verb");
}

Test(profil, missing_template_and_subject) {
    copy("egen");
    edit("profil.ini", "mall = yttrande", "mall = yttrandet");
    refuses("mall = yttrandet", "filen finns inte");
    edit("profil.ini", "mall = yttrandet", "mall = yttrande");
    edit("profil.ini", "subjekt = nämnden", "subjekt = kungen");
    refuses("subjekt = kungen", "subjekt.ini");
}

Test(profil, unknown_text_and_field) {
    copy("egen");
    edit("profil.ini", "texter = sammanfattning\n", "texter = sammanfatning\n");
    refuses("texter = sammanfatning", "textblock");
    edit("profil.ini", "texter = sammanfatning\n", "texter = sammanfattning\n");
    edit("profil.ini", "fält = dnr, ert-dnr", "fält = dnr, ert-dnrr");
    refuses("fält = ert-dnrr", "inget sådant fält");
}

Test(profil, misspelt_tag_in_a_template) {
    copy("egen");
    edit("yttrande.md", "{{{motivering}}}", "{{{motivreing}}}");
    refuses("yttrande.md, rad", "Menade du ”motivering”?");
}

Test(profil, template_that_includes_itself) {
    copy("egen");
    edit("yttrande.md", "## Sammanfattning", "{{>yttrande}}");
    refuses("yttrande.md", "yttrande");
}

Test(profil, agreement_has_three_forms) {
    copy("egen");
    edit("fraser.ini", "{tveksam|tveksamt|tveksamma} till", "{tveksam|tveksamt} till");
    refuses("[tveksam förslag]", "{tveksam|tveksamt} går inte");
}

Test(profil, a_condition_needs_words_for_its_absence) {
    copy("egen");
    edit("fraser.ini", "utan-villkor = under vissa förutsättningar\n", "");
    refuses("[villkor förslag]", "utan-villkor");
}

Test(profil, line_too_long) {
    char line[400];
    memset(line, 'x', sizeof line);
    memcpy(line, "beskrivning = ", 14);
    line[sizeof line - 1] = '\0';
    copy("egen");
    edit("profil.ini", "beskrivning = Nämnd i kommun eller region, avsnitt för avsnitt", line);
    refuses("profil.ini, rad 5", "för lång");
}

Test(profil, gibberish_line) {
    copy("egen");
    edit("subjekt.ini", "[vi]", "[vi");
    refuses("subjekt.ini, rad", "varken");
}

Test(profil, own_words_and_own_text_block) {
    struct profil *p;
    copy("egen");
    edit("fraser.ini", "verb = tillstyrker\nled = {objekt}", "verb = stödjer\nled = {objekt}");
    edit("profil.ini", "[dokument yttrande]",
         "[text näringsliv]\netikett = Näringslivet\nhjälp = Vad företagen\n   får.\n\n"
         "[dokument yttrande]");
    cr_assert_eq(profil_load(&arena, &dirs, S8("egen"), &p, &err), ST_OK, "%s", err.text);
    cr_assert(s8_eqz(p->fras[STANCE_TILLSTYRKER][PUNKT_FORSLAG].verb, "stödjer"));
    const struct text_block *t = profil_text_block(p, S8("näringsliv"));
    cr_assert(t && strcmp(t->etikett, "Näringslivet") == 0 &&
              strcmp(t->hjalp, "Vad företagen får.") == 0);
}
