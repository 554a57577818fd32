/* What the tests of the store share: a database in a folder of its own, and something to put in. */
#ifndef TESTS_TEST_STORE_H
#define TESTS_TEST_STORE_H

#include <criterion/criterion.h>
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/fileio.h"
#include "db/sql.h"
#include "remiss/stance.h"
#include "remiss/store.h"

#define N(a) (sizeof(a) / sizeof *(a))
#define T(lit)                                                                                     \
    { "" lit, sizeof(lit) - 1 } /* S8 for static objects */

static struct arena A;
static struct error E;

/* A path in a new empty folder. */
__attribute__((unused)) static const char *test_path(const char *name) {
    const char *tmp = getenv("TMPDIR");
    struct buf dir = {0};
    buf_printf(&dir, "%s/yttra-db.XXXXXX", tmp ? tmp : "/tmp");
    cr_assert(mkdtemp(dir.p), "mkdtemp");
    const char *path = arena_printf(&A, "%s/%s", dir.p, name).p;
    buf_free(&dir);
    return path;
}

#define OK(call)                                                                                   \
    do {                                                                                           \
        enum status st_ = (call);                                                                  \
        cr_assert(st_ == ST_OK, "%s: %d %s", #call, (int)st_, E.text);                             \
    } while (0)
#define IS(want, call)                                                                             \
    do {                                                                                           \
        E = (struct error){0};                                                                     \
        enum status st_ = (call);                                                                  \
        cr_assert(st_ == (want), "%s: %d, not %s: %s", #call, (int)st_, #want, E.text);            \
        cr_assert(E.text[0] && E.status == (want), "%s: no words", #call);                         \
    } while (0)
#define EQ(got, want)                                                                              \
    do {                                                                                           \
        struct str8 g_ = (got);                                                                    \
        cr_assert(s8_eqz(g_, want), "%s is ”%.*s”, not ”%s”", #got, S8F(g_), want);                \
    } while (0)

__attribute__((unused)) static struct store *open_as(const char *path, const char *vem) {
    struct store *s = NULL;
    struct error e = {0};
    enum status st = store_open(path, s8_from(vem), 0, &s, &A, NULL, &e);
    cr_assert(st == ST_OK, "%s", e.text);
    return s;
}

/* Two avsnitt under one chapter, three punkter. */
__attribute__((unused)) static struct betankande *sample_betankande(const char *id,
                                                                    const char *beteckning) {
    static struct str8 hanvisning[] = {T("SOU 2022:41"), T("3 kap. 1 § SoL")};
    static struct punkt first[] = {{.nr = 1,
                                    .slag = PUNKT_FORSLAG,
                                    .att = T("regionen ska ansvara"),
                                    .sida = 101,
                                    .hanvisning = hanvisning,
                                    .n_hanvisning = 2},
                                   {.nr = 2,
                                    .slag = PUNKT_BEDOMNING,
                                    .negerad = true,
                                    .att = T("sanktioner inte bör införas"),
                                    .motsats = T("sanktioner bör införas"),
                                    .infinitiv = T("införa sanktioner"),
                                    .text = T("Lång *text*."),
                                    .sida = 102}};
    static struct punkt second[] = {{.nr = 1, .slag = PUNKT_FORSLAG, .att = T("kommunen får")}};
    static struct avsnitt avsnitt[] = {
        {.nummer = T("4"), .titel = T("Kapitlet"), .niva = 1, .foralder = -1},
        {.nummer = T("4.1"),
         .titel = T("Ansvar"),
         .harkomst = HARKOMST_VERIFIERAD,
         .niva = 2,
         .foralder = 0,
         .sida = 100,
         .gist = T("Vem som svarar."),
         .punkt = first,
         .n_punkt = 2},
        {.nummer = T("4.2"),
         .titel = T("Läkare"),
         .harkomst = HARKOMST_PARAFRAS,
         .niva = 2,
         .foralder = 0,
         .text = T("Betänkandets egen text."),
         .punkt = second,
         .n_punkt = 1}};
    struct betankande *b = ARENA_NEW(&A, struct betankande, 1);
    *b = (struct betankande){.id = s8_from(id),
                             .beteckning = s8_from(beteckning),
                             .titel = S8("Stärkt kompetens"),
                             .utredning = S8("Utredningen om kompetens"),
                             .utredning_dnr = S8("S 2023:07"),
                             .direktiv = S8("dir. 2023:98"),
                             .departement = S8("Socialdepartementet"),
                             .dnr = S8("S2024/01966"),
                             .isbn = S8("978-91"),
                             .datum = S8("2024-11-01"),
                             .uppdrag = S8("Att utreda."),
                             .avsnitt = avsnitt,
                             .n_avsnitt = N(avsnitt)};
    return b;
}

__attribute__((unused)) static struct post *add_line(struct arende *ar, enum post_slag slag,
                                                     const char *nyckel, int f, const char *v) {
    struct post_list *l = &ar->post[slag];
    struct post *p = ARENA_PUSH(&A, l->p, l->n, l->cap);
    *p = post_new(&A, slag, s8_from(nyckel));
    p->value[f] = s8_from(v);
    return p;
}

/* Answers one punkt, has a text and three lines. */
__attribute__((unused)) static struct arende *sample_arende(void) {
    struct arende *ar = arende_new(&A);
    ar->betankande = S8("sou-2024-72");
    struct str8 *v = ar->post[POST_ARENDE].p[0].value;
    v[ARENDE_DNR] = S8("OSN 2024/123");
    v[ARENDE_STATUS] = S8("pågår");
    v[ARENDE_SVARSTID] = S8("2025-02-28");
    v[ARENDE_NAMND] = S8("Omsorgsnämnden");
    add_line(ar, POST_SVAR, "4.1:1", SVAR_STALLNING, "tillstyrker")->value[SVAR_MOTIVERING] =
        S8("Förslaget är *bra* för Åre.");
    add_line(ar, POST_TEXT, "sammanfattning", TEXT_INNEHALL, "Nämnden är positiv.");
    add_line(ar, POST_BESLUTSPUNKT, "", BESLUTSPUNKT_TEXT, "Första beslutet.");
    add_line(ar, POST_BESLUTSPUNKT, "", BESLUTSPUNKT_TEXT, "Andra beslutet.");
    add_line(ar, POST_BESLUTSPUNKT, "", BESLUTSPUNKT_TEXT, "Tredje beslutet.");
    return ar;
}

/* A new database with the sample ärende, whose number is 1. */
__attribute__((unused)) static struct store *sample_store(const char *path) {
    struct store *s = open_as(path, "Anna Test");
    OK(store_betankande_put(s, sample_betankande("sou-2024-72", "SOU 2024:72"), false, &E));
    OK(store_arende_add(s, &A, sample_arende(), "nytt", &E));
    return s;
}

__attribute__((unused)) static struct post get(struct store *s, long nr, enum post_slag slag,
                                               const char *nyckel) {
    struct arende *ar;
    OK(store_arende_get(s, &A, nr, &ar, &E));
    struct post *p = arende_post(ar, slag, s8_from(nyckel));
    cr_assert(p, "no %s", nyckel);
    return *p;
}

/* How many, and which, newest first. */
__attribute__((unused)) static size_t revisions(struct store *s, long nr, enum post_slag slag,
                                                const char *nyckel, struct revision **r) {
    size_t n;
    OK(store_revision_list(s, &A, nr, slag, s8_from(nyckel), 0, r, &n, &E));
    return n;
}

/* store_check finds nothing. */
__attribute__((unused)) static void sound(struct store *s) {
    struct str8 *found;
    size_t n;
    OK(store_check(s, &A, &found, &n, &E));
    cr_assert(n == 0, "%zu findings: %.*s", n, S8F(found[0]));
}

/* The file's bytes. */
__attribute__((unused)) static struct str8 bytes_of(const char *path) {
    struct buf b = {0};
    OK(file_read(path, &b, &E));
    struct str8 s = arena_str8(&A, buf_str8_of(&b));
    buf_free(&b);
    return s;
}

__attribute__((unused)) static unsigned mode_of(const char *path) {
    struct stat sb;
    cr_assert(stat(path, &sb) == 0, "%s", path);
    return sb.st_mode & 07777;
}

__attribute__((unused)) static enum status try_open(const char *path, int flags) {
    struct store *s = NULL;
    E = (struct error){0};
    enum status st = store_open(path, S8("Anna"), flags, &s, &A, NULL, &E);
    cr_assert((st == ST_OK) == (s != NULL));
    store_close(&s);
    return st;
}

/* Opening is refused with that status, words that name the file, and the file as it was. */
__attribute__((unused)) static void refused(const char *path, int flags, enum status want) {
    struct str8 before = bytes_of(path);
    enum status st = try_open(path, flags);
    cr_assert_eq(st, want, "%s: %d, not %d: %s", path, (int)st, (int)want, E.text);
    cr_assert(strstr(E.text, path), "%s", E.text);
    cr_assert(s8_eq(before, bytes_of(path)), "the file was changed");
}

__attribute__((unused)) static void write_file(const char *path, struct str8 bytes) {
    OK(file_write(path, bytes, 0600, &E));
}

__attribute__((unused)) static struct str8 folder_of(const char *path) {
    return s8_sub(s8_from(path), 0, (size_t)(strrchr(path, '/') - path));
}

/* Does nothing but that file lie in its folder? */
__attribute__((unused)) static bool only_file(const char *path) {
    DIR *d = opendir(arena_str8(&A, folder_of(path)).p);
    size_t n = 0;
    while (readdir(d))
        n++;
    closedir(d);
    return n == 3 && file_exists(path); /* with . and .. */
}

/* No file may grow beyond `bytes`: what a full disk looks like to a program. */
__attribute__((unused)) static void limit_files(rlim_t bytes) {
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit r;
    getrlimit(RLIMIT_FSIZE, &r);
    r.rlim_cur = bytes;
    cr_assert(setrlimit(RLIMIT_FSIZE, &r) == 0);
}

/* Some 190 kB of words. */
__attribute__((unused)) static struct post long_text(void) {
    struct buf b = {0};
    for (int i = 0; b.n < 190000; i++)
        buf_printf(&b, "ord%d ", i);
    struct post p = post_new(&A, POST_TEXT, S8("ekonomi"));
    p.value[0] = arena_str8(&A, s8_trim(buf_str8_of(&b)));
    buf_free(&b);
    return p;
}

/* SQL from a test, past the store. */
__attribute__((unused)) static void raw(const char *path, const char *script) {
    struct sql *db = NULL;
    OK(sql_open(path, &db, &E));
    sql_accept(db);
    OK(sql_script(db, script, &E));
    sql_close(&db);
}

__attribute__((unused)) static long raw_int(const char *path, const char *select) {
    struct sql *db = NULL;
    bool row;
    OK(sql_open(path, &db, &E));
    sql_accept(db);
    struct stmt *q = sql_stmt(db, select);
    OK(sql_step(q, &row, &E));
    cr_assert(row, "%s", select);
    long v = (long)sql_int(q, 0);
    sql_done(q);
    sql_close(&db);
    return v;
}

#endif
