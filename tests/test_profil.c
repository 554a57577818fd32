/* Profiles: the shipped one, copies of it, and what a person can write wrong in one. */
#include <criterion/criterion.h>
#include <dirent.h>
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

static void remove_folder(struct str8 path) {
    DIR *d = opendir(path.p);
    for (struct dirent *e; d && (e = readdir(d));)
        if (e->d_name[0] != '.')
            unlink(arena_printf(&arena, "%.*s/%s", S8F(path), e->d_name).p);
    if (d)
        closedir(d);
    rmdir(path.p);
}

static void teardown(void) {
    struct profil_rad *rad;
    size_t n;
    if (profil_list(&arena, &dirs, &rad, &n, NULL) == ST_OK)
        for (size_t i = 0; i < n && rad[i].egen; i++)
            remove_folder(rad[i].mapp);
    rmdir(dirs.egna.p);
    rmdir(arena_str8(&arena, s8_sub(dirs.egna, 0, dirs.egna.n - 9)).p);
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

Test(profil, every_shipped_one_is_whole) {
    struct profil_rad *rad;
    size_t n;
    cr_assert_eq(profil_list(&arena, &dirs, &rad, &n, &err), ST_OK);
    for (size_t i = 0; i < n; i++) {
        struct profil *p;
        cr_assert_eq(profil_load(&arena, &dirs, rad[i].namn, &p, &err), ST_OK, "%s", err.text);
        cr_assert_eq(compose_check(&arena, p, &err), ST_OK, "%.*s: %s", S8F(rad[i].namn), err.text);
    }
}

Test(profil, papers_go_by_their_names) {
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
    size_t named = 0;
    for (size_t i = 0; i < n; i++)
        named += s8_eqz(rad[i].namn, "standard");
    cr_assert_eq(named, 1, "the shipped one is hidden by the copy");
    cr_assert(rad[0].egen && rad[1].egen && !rad[2].egen && s8_eqz(rad[0].namn, "egen"));
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
    edit("profil.ini", "mall = foljebrev", "mall = foljebrevet");
    refuses("mall = foljebrevet", "filen finns inte");
    edit("profil.ini", "mall = foljebrevet", "mall = foljebrev");
    edit("profil.ini", "delar = del-y-huvud", "delar = del-y-huvudet");
    refuses("delar = del-y-huvudet", "det finns ingen sådan fil");
    edit("profil.ini", "delar = del-y-huvudet", "delar = del-y-huvud");
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
    edit("del-punkt.md", "{{{motivering}}}", "{{{motivreing}}}");
    refuses("del-punkt.md, rad", "Menade du ”motivering”?");
}

Test(profil, template_that_includes_itself) {
    copy("egen");
    edit("del-synpunkter.md", "{{>del-tystnad}}", "{{>del-synpunkter}}");
    refuses("del-synpunkter.md", "del-synpunkter");
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

Test(profil, a_common_text_block_under_a_name_of_its_own) {
    struct profil *p;
    struct text_block *all;
    size_t n, n_common, named = 0;
    text_block_list(&n_common);
    copy("egen");
    edit("profil.ini", "[dokument yttrande]",
         "[text jamstalldhet]\netikett = Kvinnor och män\n[text näringsliv]\netikett = "
         "Näringslivet\n[dokument yttrande]");
    cr_assert_eq(profil_load(&arena, &dirs, S8("egen"), &p, &err), ST_OK, "%s", err.text);
    all = profil_text_blocks(&arena, p, &n);
    cr_assert_eq(n, n_common + 1);
    for (size_t i = 0; i < n; i++)
        if (strcmp(all[i].namn, "jämställdhet") == 0) {
            cr_assert_str_eq(all[i].etikett, "Kvinnor och män");
            cr_assert_str_not_empty(all[i].hjalp);
            named++;
        }
    cr_assert_eq(named, 1);
    cr_assert_str_eq(all[n_common].namn, "näringsliv");
}

/* A file of the user's profile "egen", which is made if it is not there. */
static void own_file(const char *file, const char *text) {
    struct str8 folder = arena_printf(&arena, "%.*s/egen", S8F(dirs.egna));
    cr_assert_eq(file_mkdirs(folder.p, 0700, &err), ST_OK);
    cr_assert_eq(
        file_write(arena_printf(&arena, "%.*s/%s", S8F(folder), file).p, s8_from(text), 0600, &err),
        ST_OK);
}

static struct profil *own(void) {
    struct profil *p = NULL;
    cr_assert_eq(profil_load(&arena, &dirs, S8("egen"), &p, &err), ST_OK, "%s", err.text);
    cr_assert_eq(compose_check(&arena, p, &err), ST_OK, "%s", err.text);
    return p;
}

Test(profil, one_that_builds_on_another) {
    own_file("profil.ini", "[profil]\nbygger-på = standard\nversion = 3\nomdöme = sist\n"
                           "[rubriker]\nbeslut = Beslutsförslag\n"
                           "[dokument yttrande]\nsubjekt = vi\n"
                           "[dokument föredragningspunkt]\nutgår = ja\n");
    own_file("fraser.ini", "[avstyrker bedömning]\nverb = motsätter\nreflexiv = ja\n"
                           "led = {objekt}\n");
    own_file("del-matris.md", "Ingen tabell.\n");
    struct profil *p = own();
    const struct dokument *d;
    cr_assert(s8_eqz(p->version, "3 (bygger på 1)"), "%.*s", S8F(p->version));
    cr_assert_eq(profil_dokument(p, S8("yttrande"), &d, &err), ST_OK);
    cr_assert(s8_eqz(d->subjekt, "vi") && d->n_del > 5 && d->n_falt > 3);
    cr_assert_eq(profil_dokument(p, S8("föredragningspunkt"), &d, NULL), ST_NOT_FOUND);
    cr_assert_eq(val_word(&d->val, &p->val, VAL_OMDOME), 1);
    const struct fras *f = &p->fras[STANCE_AVSTYRKER][PUNKT_BEDOMNING];
    cr_assert(s8_eqz(f->verb, "motsätter") && f->adverb.n == 0, "nothing of the other's phrase");
    cr_assert(s8_eqz(p->fras[STANCE_TILLSTYRKER][PUNKT_FORSLAG].verb, "tillstyrker"));
    cr_assert(s8_eqz(profil_mall(p, S8("del-matris"))->text, "Ingen tabell.\n"));
    for (size_t i = 0; i < p->n_rubrik; i++)
        if (s8_eqz(p->rubrik[i].namn, "beslut"))
            cr_assert(s8_eqz(p->rubrik[i].text, "Beslutsförslag"));
}

Test(profil, terms_in_layers) {
    own_file("profil.ini",
             "[profil]\nbygger-på = standard\n[termer]\nkommunal primärvård = kommunal "
             "hälso- och sjukvård,\n    kommunal hälsovård\nperson = brukare\n");
    struct profil *p = own();
    cr_assert_eq(p->n_term, 2);
    cr_assert(s8_eqz(p->term[0].ord, "kommunal primärvård") && p->term[0].n_undvik == 2);
    cr_assert(s8_eqz(p->term[0].undvik[1], "kommunal hälsovård"));
    struct str8 other = arena_printf(&arena, "%.*s/annan", S8F(dirs.egna));
    cr_assert_eq(file_mkdirs(other.p, 0700, &err), ST_OK);
    cr_assert_eq(file_write(arena_printf(&arena, "%.*s/profil.ini", S8F(other)).p,
                            S8("[profil]\nbygger-på = egen\n[termer]\nPerson =\n"), 0600, &err),
                 ST_OK);
    cr_assert_eq(profil_load(&arena, &dirs, S8("annan"), &p, &err), ST_OK, "%s", err.text);
    cr_assert_eq(p->n_term, 2);
    cr_assert_eq(p->term[1].n_undvik, 0, "said anew: no longer heeded");
    cr_assert_eq(p->term[0].n_undvik, 2);
    own_file("profil.ini", "[profil]\nbygger-på = standard\n[termer]\nperson = brukare, Person\n");
    refuses("profil.ini, rad 4", "kan inte stå för sig självt");
}

Test(profil, one_that_builds_on_itself_or_on_nothing) {
    own_file("profil.ini", "[profil]\nbygger-på = egen\n");
    refuses("egen/profil.ini: bygger-på", "”egen” är ingen profil");
    own_file("profil.ini", "[profil]\nbygger-på = standrad\n");
    refuses("egen/profil.ini: bygger-på", "Menade du ”standard”?");
}

Test(profil, a_paper_is_added_by_a_file) {
    own_file("profil.ini", "[profil]\nbygger-på = standard\n");
    own_file("delgivning.md", "{{! dokument\netikett = Delgivning\nsubjekt = nämnden\n"
                              "texter = sammanfattning\n}}\n# Delgivning i {{dnr}}\n");
    const struct dokument *d;
    cr_assert_eq(profil_dokument(own(), S8("delgivning"), &d, &err), ST_OK);
    cr_assert(s8_eqz(d->etikett, "Delgivning") && d->n_text == 1);
    own_file("delgivning.md", "{{! dokument\nsubjekt = nämnden\nettikett = x\n}}\n");
    refuses("delgivning.md, rad 3", "Menade du ”etikett”?");
    own_file("delgivning.md", "{{! dokument\nsubjekt\n}}\n");
    refuses("delgivning.md, rad 2", "nyckel = värde");
}

Test(profil, settings_have_words) {
    own_file("profil.ini", "[profil]\nbygger-på = standard\nomdöme = mitten\n");
    refuses("profil.ini, rad 3", "Skriv först, sist, inget eller löpande.");
    own_file("profil.ini", "[profil]\nbygger-på = standard\nrubriknivå = 7\n");
    refuses("profil.ini, rad 3", "ett tal från 1 till 6");
    own_file("profil.ini", "[profil]\nbygger-på = standard\nomdome-stil = fet\n"
                           "[dokument yttrande]\nomdöme-still = fet\n");
    refuses("profil.ini, rad 5", "Menade du ”omdöme-stil”?");
}
