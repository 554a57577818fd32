/* Databases of older versions, brought up to date. */
#include <sys/wait.h>

#include "db/schema_text.h"
#include "tests/test_store.h"

static const char *store_of(int version) {
    const char *path = test_path("a.db");
    const char *src = getenv("srcdir");
    struct buf sql = {0};
    write_file(path, S8(""));
    OK(file_read(arena_printf(&A, "%s/tests/fixtures/db/v%d.sql", src ? src : ".", version).p, &sql,
                 &E));
    raw(path, sql.p);
    buf_free(&sql);
    return path;
}

static const char *old_store(void) {
    return store_of(1);
}

/* Where the copy is that is taken before an upgrade. */
static const char *copy_before(const char *path) {
    return arena_printf(&A, "%s.före-%03d", path, schema_version).p;
}

/* What stands in a database of any version, as text. */
static struct str8 facts(const char *path) {
    static const char *const what[] = {
        "SELECT nr || uuid || betankande || skapad || andrad || version || dnr || status || "
        "svarstid"
        " FROM arende ORDER BY nr",
        "SELECT arende || nyckel || version || stallning || motivering FROM svar ORDER BY 1",
        "SELECT arende || nyckel || version || innehall FROM textblock ORDER BY 1",
        "SELECT arende || nyckel || ordning || version || text FROM beslutspunkt ORDER BY 1",
        "SELECT id || arende || slag || nyckel || ordning || version || tid || vem || orsak ||"
        " borttagen FROM revision ORDER BY id",
        "SELECT revision || falt || varde FROM revision_falt ORDER BY 1",
        "SELECT arende || slag || nyckel || falt || person || session || tid FROM utkast",
        "SELECT id || titel || uppdrag || n_punkt || version FROM betankande",
        "SELECT nummer || titel || gist || text FROM betankande_avsnitt ORDER BY ordning",
        "SELECT avsnitt || nr || att || motsats || text FROM betankande_punkt ORDER BY 1",
        "SELECT id || coalesce(arende, 0) || coalesce(betankande, '') || slag || nyckel FROM "
        "sokpost"
        " ORDER BY id",
        "SELECT text FROM sok ORDER BY rowid"};
    struct sql *db;
    struct buf b = {0};
    bool row;
    OK(sql_open(path, &db, &E));
    for (size_t i = 0; i < N(what); i++) {
        struct stmt *q = sql_stmt(db, what[i]);
        while (sql_step(q, &row, &E) == ST_OK && row) {
            buf_str8(&b, sql_text(q, 0, &A));
            buf_byte(&b, '\n');
        }
        sql_done(q);
    }
    sql_close(&db);
    struct str8 all = arena_str8(&A, buf_str8_of(&b));
    buf_free(&b);
    return all;
}

static void keeps_every_fact(int version) {
    const char *path = store_of(version);
    struct str8 before = facts(path);
    struct str8 bytes = bytes_of(path);
    struct str8 notice;
    struct store *s;
    cr_assert(before.n > 1000);
    refused(path, STORE_READ, ST_REFUSED);
    OK(store_open(path, S8("Anna"), 0, &s, &A, &notice, &E));
    const char *copy = copy_before(path);
    cr_assert(s8_find(notice, s8_from(copy)) >= 0, "%.*s", S8F(notice));
    cr_assert_eq(mode_of(copy), 0600);
    sound(s);
    struct arende_rad *rad;
    size_t n;
    long total;
    OK(store_arende_list(s, &A, (struct arende_urval){0}, &rad, &n, &total, &E));
    cr_assert(n == 1 && total == 1 && rad[0].nr == 1 && rad[0].n_svar == 2);
    struct revision *r;
    OK(store_revision_list(s, &A, 1, POST_BESLUTSPUNKT, S8("2"), 0, &r, &n, &E));
    cr_assert(n == 2 && r[0].borttagen);
    struct post line = post_new(&A, POST_BESLUTSPUNKT, S8(""));
    line.value[0] = S8("Fjärde.");
    store_close(&s);
    cr_assert(s8_eq(before, facts(path)));
    cr_assert(s8_eq(before, facts(copy)));
    cr_assert_eq(raw_int(copy, "SELECT user_version FROM pragma_user_version"), version);
    cr_assert((s8_find(bytes, S8("utkast_steg")) < 0) == (version < 3));
    /* Once is enough. */
    OK(store_open(path, S8("Anna"), 0, &s, &A, &notice, &E));
    EQ(notice, "");
    OK(store_post_put(s, &A, 1, &line, "lägg till", NULL, &E));
    EQ(line.nyckel, "4");
    sound(s);
    store_close(&s);
}

Test(upgrade, keeps_every_fact_and_a_copy) {
    for (int version = 1; version < schema_version; version++)
        keeps_every_fact(version);
}

/* The only draft of `person`, and its only step, after an upgrade. */
static struct utkast upgraded_draft(const char *path, const char *person,
                                    struct utkast_steg *steg) {
    struct store *s;
    struct utkast *u;
    struct utkast_steg *all;
    size_t n;
    OK(store_open(path, s8_from(person), 0, &s, &A, NULL, &E));
    OK(store_utkast_list(s, &A, s8_from(person), 1, &u, &n, &E));
    cr_assert_eq(n, 1);
    OK(store_utkast_steg(s, &A, u, &all, &n, &E));
    cr_assert_eq(n, 1);
    *steg = all[0];
    sound(s);
    store_close(&s);
    return *u;
}

/* What had been typed is a step from what the draft was begun from, not from what stands now. */
Test(upgrade, leaves_a_draft_of_version_2_as_a_step) {
    static const char more[] =
        "INSERT INTO utkast VALUES (1, 'svar', '4.1:2', 'motivering', 'bo', 's2', 1,"
        " 'Påföljder hjälper inte.', '2025-02-04T15:00:00Z');"
        "UPDATE svar SET motivering = 'Nytt.', version = 3 WHERE arende = 1 AND nyckel = '4.1:2';"
        "INSERT INTO revision VALUES (99, 1, 'svar', '4.1:2', 0, 3, '2025-02-04T16:00:00Z', 'c',"
        " 'svara', 0); INSERT INTO revision_falt VALUES (99, 'motivering', 'Nytt.'),"
        " (99, 'stallning', 'delvis');"
        "UPDATE sok SET text = 'Nytt.' WHERE rowid = 14";
    const char *path = store_of(2);
    struct utkast_steg steg;
    raw(path, more);
    struct utkast u = upgraded_draft(path, "anna", &steg);
    EQ(u.text, "");
    EQ(steg.in, "Kostnaderna");
    cr_assert(u.version == 0 && steg.bort.n == 0 && steg.plats == 0 && steg.markor == 11);
    EQ(u.tid, "2025-02-04T14:00:00Z");
    EQ(u.senast, "2025-02-04T14:00:00Z");
    u = upgraded_draft(path, "bo", &steg);
    EQ(u.text, "Sanktioner hjälper inte.\n\nDe skadar.");
    EQ(steg.bort, "Sanktioner hjälper inte.\n\nDe skadar.");
    EQ(steg.in, "Påföljder hjälper inte.");
    cr_assert(u.version == 1 && steg.markor == steg.in.n && steg.slag == STEG_SKREV);
}

Test(upgrade, leaves_the_steps_and_place_of_version_3) {
    struct store *s;
    struct utkast *u;
    struct utkast_steg *steg;
    struct plats p;
    size_t n;
    OK(store_open(store_of(3), S8("anna"), 0, &s, &A, NULL, &E));
    OK(store_utkast_list(s, &A, S8("anna"), 1, &u, &n, &E));
    cr_assert_eq(n, 1);
    EQ(u->senast, "2025-02-04T14:00:00Z"); /* when it was begun: more is not known */
    OK(store_utkast_steg(s, &A, u, &steg, &n, &E));
    cr_assert_eq(n, 2);
    EQ(steg[0].in, "Kostnad");
    EQ(steg[1].in, "erna");
    OK(store_utkast_add(s, u, steg, 1, &E));
    OK(store_plats_get(s, &A, S8("anna"), 0, &p, &E));
    EQ(p.nyckel, "ekonomi");
    sound(s);
    store_close(&s);
}

Test(upgrade, knows_not_what_a_text_of_version_4_was_written_from) {
    struct store *s;
    struct post p;
    OK(store_open(store_of(4), S8("anna"), 0, &s, &A, NULL, &E));
    OK(store_post_get(s, &A, 1, POST_TEXT, S8("sammanfattning"), &p, &E));
    cr_assert(p.value[TEXT_INNEHALL].n > 0);
    EQ(p.value[TEXT_GRUND], "");
    sound(s);
    store_close(&s);
}

Test(upgrade, does_not_overwrite_an_earlier_copy) {
    const char *path = old_store();
    const char *copy = copy_before(path);
    write_file(copy, S8("en tidigare"));
    OK(try_open(path, 0));
    EQ(bytes_of(copy), "en tidigare");
    cr_assert(file_exists(arena_printf(&A, "%s-2", copy).p));
}

/* Does the folder hold nothing but the database? */
static bool alone(const char *path) {
    return !file_exists(copy_before(path)) && !file_exists(arena_printf(&A, "%s-journal", path).p);
}

Test(upgrade, fails_without_a_trace) {
    /* The disk is full for the copy … */
    const char *path = old_store();
    limit_files(64 * 1024);
    refused(path, 0, ST_FULL);
    cr_assert(alone(path));
    limit_files(RLIM_INFINITY);
    /* … or for the migration, after the copy … */
    raw(path, "CREATE TABLE arende_antal (x)");
    refused(path, 0, ST_IO);
    cr_assert(alone(path));
    raw(path, "DROP TABLE arende_antal");
    /* … or a row hangs loose. */
    raw(path, "PRAGMA foreign_keys=OFF; INSERT INTO textblock (arende, nyckel, version, innehall)"
              " VALUES (77, 'x', 1, 'y')");
    refused(path, 0, ST_CORRUPT);
    cr_assert(alone(path));
    raw(path, "DELETE FROM textblock WHERE arende = 77");
    OK(try_open(path, 0));
}

Test(upgrade, by_several_at_once) {
    const char *path = old_store();
    enum { MANY = 5 };
    pid_t pid[MANY];
    for (int i = 0; i < MANY; i++) {
        pid[i] = fork();
        if (pid[i] == 0)
            _exit((int)try_open(path, 0));
    }
    for (int i = 0; i < MANY; i++) {
        int how;
        cr_assert(waitpid(pid[i], &how, 0) == pid[i] && WIFEXITED(how));
        cr_assert_eq(WEXITSTATUS(how), ST_OK);
    }
    cr_assert(file_exists(copy_before(path)));
    cr_assert(!file_exists(arena_printf(&A, "%s-2", copy_before(path)).p));
    struct store *s = open_as(path, "Anna");
    sound(s);
    store_close(&s);
}
