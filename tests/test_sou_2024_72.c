/* The betänkande that comes with the program holds what it should, and so does the manual's
 * example. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/fileio.h"
#include "remiss/betankande.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static struct arena arena;

static void done(void) {
    arena_free(&arena);
}

TestSuite(shipped, .fini = done);

static void check_eq(struct str8 got, const char *want) {
    cr_assert(s8_eqz(got, want), "got ”%.*s”, want ”%s”", S8F(got), want);
}

static struct betankande *read_ok(struct str8 text) {
    struct betankande *b = NULL;
    struct error err = {0};
    cr_assert_eq(betankande_read(&arena, text, "en.md", &b, &err), ST_OK, "%s", err.text);
    return b;
}

/* Reading and writing gives the same bytes. */
static void check_written_the_same(struct str8 text) {
    struct buf written = {0};
    betankande_write(read_ok(text), &written);
    cr_assert(s8_eq(buf_str8_of(&written), text));
    buf_free(&written);
}

static struct str8 source_file(const char *name) {
    const char *srcdir = getenv("srcdir");
    struct buf b = {0};
    struct error err = {0};
    struct str8 path = arena_printf(&arena, "%s/%s", srcdir ? srcdir : ".", name);
    cr_assert_eq(file_read(path.p, &b, &err), ST_OK, "%s", err.text);
    struct str8 bytes = arena_str8(&arena, buf_str8_of(&b));
    buf_free(&b);
    return bytes;
}

static struct str8 shipped_bytes(void) {
    return source_file("db/betankanden/sou-2024-72.md");
}

/* One row of the betänkande's contents; `slag` is a letter per punkt: f or b, and B for a negated
 * bedömning. */
static const struct {
    const char *nummer, *titel, *slag;
    enum harkomst harkomst;
} rows[] = {
    {"4", "Stärkt läkarmedverkan i kommunal hälso- och sjukvård", "", HARKOMST_PARAFRAS},
    {"4.1", "Läkarmedverkan bör stärkas inom ramen för befintliga strukturer", "b",
     HARKOMST_VERIFIERAD},
    {"4.1.1", "Lagkrav på tillgång till medicinsk bedömning dygnet runt", "ff", HARKOMST_PARAFRAS},
    {"4.2", "Avtalen om läkarmedverkan behöver stärkas", "b", HARKOMST_VERIFIERAD},
    {"4.2.3", "Föreskrifter om läkarmedverkan", "ff", HARKOMST_PARAFRAS},
    {"4.3", "Stärkt möjlighet för kommuner att anlita läkare på regionens bekostnad", "b",
     HARKOMST_VERIFIERAD},
    {"4.4", "Behovet av sanktioner inom ramen för läkarmedverkan", "", HARKOMST_VERIFIERAD},
    {"4.4.3", "Inga sanktioner", "B", HARKOMST_PARAFRAS},
    {"4.5", "", "", HARKOMST_OKAND},
    {"4.6", "Stärkt medicinsk kompetens på ledningsnivå", "", HARKOMST_VERIFIERAD},
    {"4.6.4", "Lagkrav på ledningsansvarig", "ff", HARKOMST_PARAFRAS},
    {"5", "En ordning där kommunerna kan anställa läkare", "", HARKOMST_VERIFIERAD},
    {"5.3", "En frivillig möjlighet att anställa läkare", "bffb", HARKOMST_PARAFRAS},
    {"7", "Stärkt kompetensförsörjning i kommunal hälso- och sjukvård", "", HARKOMST_PARAFRAS},
    {"7.1", "Åtgärder som gör det mer attraktivt för läkare", "f", HARKOMST_OKAND},
    {"7.2",
     "Gör det mer attraktivt för legitimerade yrkesgrupper att arbeta i den kommunala hälso- och "
     "sjukvården",
     "", HARKOMST_VERIFIERAD},
    {"7.2.1", "Nationell ledarskapsutbildning", "f", HARKOMST_PARAFRAS},
    {"7.2.2", "Magnetmodellen", "f", HARKOMST_PARAFRAS},
    {"7.2.3", "Vidareutbildning av specialistsjuksköterskor", "f", HARKOMST_PARAFRAS},
    {"7.2.4", "Avancerad specialistsjuksköterska", "b", HARKOMST_PARAFRAS},
    {"7.2.5", "Kontinuerlig fortbildning", "b", HARKOMST_PARAFRAS},
    {"7.2.6", "Nationellt VULF-avtal", "f", HARKOMST_PARAFRAS},
    {"7.2.7", "Akademiska miljöer", "b", HARKOMST_PARAFRAS},
    {"8", "", "", HARKOMST_OKAND},
    {"8.3", "Ikraftträdande", "b", HARKOMST_VERIFIERAD},
};

static void check_punkter(const struct avsnitt *av, const char *slag) {
    cr_assert_eq(av->n_punkt, strlen(slag), "%.*s", S8F(av->nummer));
    for (size_t i = 0; i < av->n_punkt; i++) {
        const struct punkt *p = &av->punkt[i];
        cr_assert_eq(p->nr, (int)i + 1);
        cr_assert_eq(p->slag, slag[i] == 'f' ? PUNKT_FORSLAG : PUNKT_BEDOMNING);
        cr_assert_eq(p->negerad, slag[i] == 'B');
        cr_assert_eq(p->negerad, p->motsats.n > 0);
        cr_assert(p->att.n > 0 && p->sida == 0);
        cr_assert(!s8_starts(p->att, S8("att ")) && !s8_ends(p->att, S8(".")));
    }
}

Test(shipped, holds_every_row) {
    const struct betankande *b = read_ok(shipped_bytes());
    check_eq(b->id, "sou-2024-72");
    check_eq(b->titel, "Stärkt medicinsk kompetens i kommunal hälso- och sjukvård");
    check_eq(b->utredning_dnr, "S 2023:07");
    check_eq(b->direktiv, "dir. 2023:98");
    check_eq(b->departement, "Socialdepartementet");
    check_eq(b->dnr, "S2024/01966");
    check_eq(b->isbn, "978-91-525-1038-4");
    check_eq(b->datum, "2024-11-07");
    cr_assert(b->uppdrag.n > 0 && b->utredning.n > 0);
    cr_assert_eq(b->n_avsnitt, COUNT(rows));
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct avsnitt *av = &b->avsnitt[i];
        check_eq(av->nummer, rows[i].nummer);
        check_eq(av->titel, rows[i].titel);
        cr_assert_eq(av->harkomst, rows[i].harkomst, "%s", rows[i].nummer);
        check_punkter(av, rows[i].slag);
    }
    cr_assert_eq(betankande_n_punkt(b), 23);
}

Test(shipped, is_as_the_writer_would_write_it) {
    check_written_the_same(shipped_bytes());
}

Test(shipped, the_manuals_example_is_as_the_writer_would_write_it) {
    struct str8 manual = source_file("docs/format.md"), open = S8("```markdown\n");
    ptrdiff_t from = s8_find(manual, open);
    cr_assert_geq(from, 0);
    struct str8 rest = s8_skip(manual, (size_t)from + open.n);
    struct str8 example = s8_sub(rest, 0, (size_t)s8_find(rest, S8("```\n")));
    check_written_the_same(example);
}

/* A line may not be broken inside a reference, an amount or a date. */
static void check_unbroken(const struct avsnitt *av, struct str8 s) {
    static const char *const loose[] = {"SOU 2", "dir. 2", " kap. ", " \u00A7",
                                        "1 100", "1 juli", "juli 2"};
    for (size_t i = 0; i < COUNT(loose); i++)
        cr_assert(s8_find(s, s8_from(loose[i])) < 0, "%.*s: %s", S8F(av->nummer), loose[i]);
}

Test(shipped, running_text_keeps_references_on_one_line) {
    const struct betankande *b = read_ok(shipped_bytes());
    for (size_t i = 0; i < b->n_avsnitt; i++) {
        const struct avsnitt *av = &b->avsnitt[i];
        check_unbroken(av, av->gist);
        for (size_t k = 0; k < av->n_punkt; k++) {
            check_unbroken(av, av->punkt[k].att);
            check_unbroken(av, av->punkt[k].text);
        }
    }
}
