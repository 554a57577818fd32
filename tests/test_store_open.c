/* The store's file: made, recognised, refused, brought up to date, copied; and what happens when
 * the system says no. */
#include <sys/wait.h>

#include "db/schema_text.h"
#include "db/store_intern.h"
#include "tests/test_store.h"

/* From here on not root, to whom permissions mean nothing; for an ordinary user it is no change. */
static void be_nobody(void) {
    if (geteuid() == 0)
        cr_assert(seteuid(65534) == 0);
}

static void be_self(void) {
    if (getuid() == 0)
        cr_assert(seteuid(0) == 0);
}

/* tests/run-test.sh makes a folder for its own user alone; a nobody must get through it, and
 * through no other folder that it could not before. */
static void open_the_way(const char *dir) {
    for (struct str8 up = s8_from(dir); up.n > 1; up = folder_of(arena_str8(&A, up).p)) {
        struct str8 name = s8_skip(up, (size_t)((char *)memrchr(up.p, '/', up.n) - up.p) + 1);
        if (s8_starts(name, S8("yttra-test.")))
            cr_assert(chmod(arena_str8(&A, up).p, 0711) == 0);
    }
}

/* A database that a nobody may reach. */
static const char *nobodys_store(void) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    store_close(&s);
    struct str8 dir = folder_of(path);
    if (getuid() == 0) {
        cr_assert(chown(path, 65534, 65534) == 0);
        cr_assert(chown(arena_str8(&A, dir).p, 65534, 65534) == 0);
        open_the_way(arena_str8(&A, dir).p);
    }
    return path;
}

/* ---- making ---- */

Test(open, makes_file_and_folder_for_the_owner_alone) {
    umask(0);
    const char *dir = test_path("ny/mapp");
    const char *path = arena_printf(&A, "%s/yttra.db", dir).p;
    struct str8 notice = S8("x");
    struct store *s;
    OK(store_open(path, S8(""), 0, &s, &A, &notice, &E));
    EQ(notice, "");
    cr_assert_eq(mode_of(path), 0600);
    cr_assert_eq(mode_of(dir), 0700);
    OK(store_betankande_put(s, sample_betankande("sou-2024-72", "SOU 2024:72"), false, &E));
    OK(store_arende_add(s, &A, sample_arende(), "nytt", &E));
    cr_assert_eq(mode_of(arena_printf(&A, "%s-wal", path).p), 0600);
    cr_assert_eq(mode_of(arena_printf(&A, "%s-shm", path).p), 0600);
    struct revision *r;
    size_t n;
    OK(store_revision_list(s, &A, 1, POST_SLAG_N, S8(""), 1, &r, &n, &E));
    EQ(r[0].vem, "okänd");
    store_close(&s);
    store_close(&s);
    cr_assert(!file_exists(arena_printf(&A, "%s-wal", path).p));
    cr_assert_eq(raw_int(path, "SELECT application_id FROM pragma_application_id"), 0x59545452);
    cr_assert_eq(raw_int(path, "SELECT user_version FROM pragma_user_version"), schema_version);
    OK(try_open(path, 0));
    OK(try_open(path, STORE_READ));
}

Test(open, takes_an_empty_file) {
    const char *path = test_path("a.db");
    write_file(path, S8(""));
    refused(path, STORE_READ, ST_FOREIGN);
    OK(try_open(path, 0));
}

Test(open, relative_path_and_odd_names) {
    const char *path = test_path("a b%20?#.db");
    cr_assert(chdir(arena_str8(&A, folder_of(path)).p) == 0);
    struct store *s = sample_store("a b%20?#.db");
    sound(s);
    store_close(&s);
    struct sql *db;
    OK(sql_open_frozen(path, &db, &E));
    struct sql_header h;
    OK(sql_marks(db, &h, &E));
    cr_assert(h.ours);
    sql_close(&db);
}

/* Names that SQLite has a meaning of its own for. */
Test(open, a_name_is_a_name) {
    static const char *const names[] = {":memory:", "file:x?mode=memory",
                                        "file::memory:", "file:y.db", "-"};
    for (size_t i = 0; i < N(names); i++) {
        const char *path = test_path(names[i]);
        cr_assert(chdir(arena_str8(&A, folder_of(path)).p) == 0);
        struct store *s = sample_store(names[i]);
        OK(store_copy(s, "file:kopia.db?mode=memory", &E));
        store_close(&s);
        cr_assert_eq(raw_int(path, "SELECT count(*) FROM arende"), 1);
        cr_assert_eq(raw_int("file:kopia.db?mode=memory", "SELECT count(*) FROM arende"), 1);
        OK(try_open(names[i], STORE_READ));
    }
    const char *path = test_path("a.db");
    const char *twice = arena_printf(&A, "/%s", path).p; /* "//tmp/…" is no host */
    struct store *s = sample_store(twice);
    store_close(&s);
    cr_assert(file_exists(path));
    cr_assert(chdir(arena_str8(&A, folder_of(path)).p) == 0);
    cr_assert_neq(try_open("", 0), ST_OK);
}

Test(open, what_is_no_file) {
    const char *path = test_path("a.db");
    cr_assert(mkdir(path, 0700) == 0);
    cr_assert_eq(try_open(path, 0), ST_IO);
    cr_assert(strstr(E.text, "mapp"));
    cr_assert_eq(try_open("/dev/null", 0), ST_IO);
    cr_assert_eq(try_open(test_path("finns-inte.db"), STORE_READ), ST_NOT_FOUND);
    write_file(test_path("fil"), S8("x"));
    const char *file = test_path("fil");
    write_file(file, S8("x"));
    const char *below = arena_printf(&A, "%s/a.db", file).p;
    cr_assert_eq(try_open(below, 0), ST_IO);
    cr_assert(strstr(E.text, "en del av sökvägen är ingen mapp"), "%s", E.text);
    cr_assert_eq(try_open(below, STORE_READ), ST_IO);
    const char *ring = test_path("ring.db");
    cr_assert(symlink(ring, ring) == 0);
    cr_assert_eq(try_open(ring, 0), ST_IO);
    cr_assert(strstr(E.text, "länkarna går i ring"), "%s", E.text);
}

Test(open, a_link_is_what_it_leads_to) {
    const char *path = test_path("a.db");
    const char *link = test_path("länk.db");
    cr_assert(symlink(path, link) == 0);
    for (int flags = 0; flags <= STORE_READ; flags++) {
        cr_assert_eq(try_open(link, flags), ST_NOT_FOUND);
        cr_assert(strstr(E.text, link) && strstr(E.text, path), "%s", E.text);
    }
    cr_assert(!file_exists(path));
    struct store *s = sample_store(path);
    store_close(&s);
    s = open_as(link, "Anna");
    sound(s);
    cr_assert(file_exists(arena_printf(&A, "%s-wal", path).p));
    store_close(&s);
    raw(path, "PRAGMA user_version=99");
    cr_assert_eq(try_open(link, 0), ST_NEWER);
    struct stat sb;
    cr_assert(lstat(link, &sb) == 0 && S_ISLNK(sb.st_mode));
}

Test(open, two_at_once_make_one) {
    const char *path = test_path("a.db");
    enum { MANY = 6 };
    pid_t pid[MANY];
    for (int i = 0; i < MANY; i++) {
        pid[i] = fork();
        if (pid[i] == 0) {
            struct store *s;
            enum status st = store_open(path, S8("x"), 0, &s, &A, NULL, &E);
            if (st == ST_OK)
                st = store_betankande_put(s, sample_betankande("sou-2024-72", "SOU 2024:72"), true,
                                          &E);
            if (st != ST_OK)
                fprintf(stderr, "%s\n", E.text);
            _exit((int)st);
        }
    }
    for (int i = 0; i < MANY; i++) {
        int how;
        cr_assert(waitpid(pid[i], &how, 0) == pid[i] && WIFEXITED(how));
        cr_assert_eq(WEXITSTATUS(how), ST_OK);
    }
    struct store *s = open_as(path, "Anna");
    struct betankande *b;
    OK(store_betankande_get(s, &A, S8("sou-2024-72"), &b, &E));
    cr_assert_eq(b->version, MANY);
    sound(s);
    store_close(&s);
}

/* ---- files that are not ours, or not whole ---- */

Test(open, refuses_what_is_not_ours) {
    const char *path = test_path("a.db");
    write_file(path, S8("%PDF-1.4 det här är något annat, och långt nog att vara en hel sida\n"));
    refused(path, 0, ST_FOREIGN);
    refused(path, STORE_READ, ST_FOREIGN);
    write_file(path, S8("x"));
    refused(path, 0, ST_FOREIGN);
    const char *other = test_path("b.db");
    write_file(other, S8(""));
    raw(other, "CREATE TABLE t (x); INSERT INTO t VALUES (1)");
    refused(other, 0, ST_FOREIGN);
    cr_assert(strstr(E.text, "annat program"));
    raw(other, "PRAGMA journal_mode=WAL; PRAGMA application_id=77; INSERT INTO t VALUES (2)");
    refused(other, 0, ST_FOREIGN);
    refused(other, STORE_READ, ST_FOREIGN);
}

Test(open, refuses_another_program_with_a_journal) {
    const char *path = test_path("a.db");
    write_file(path, S8(""));
    raw(path, "CREATE TABLE t (x)");
    write_file(arena_printf(&A, "%s-journal", path).p, S8("inte en journal"));
    refused(path, 0, ST_FOREIGN);
}

Test(open, refuses_a_newer) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    store_close(&s);
    raw(path, "PRAGMA user_version=99");
    refused(path, 0, ST_NEWER);
    cr_assert(strstr(E.text, "99"));
    refused(path, STORE_READ, ST_NEWER);
    /* … also where only the log says so */
    raw(path, "PRAGMA user_version=2");
    struct sql *db;
    OK(sql_open(path, &db, &E));
    OK(sql_script(db, "PRAGMA user_version=99", &E));
    refused(path, 0, ST_NEWER);
    sql_close(&db);
}

/* A later format may be one that nothing but the first bytes can be read of. */
Test(open, sees_a_newer_from_the_first_bytes) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    store_close(&s);
    raw(path, "PRAGMA user_version=99");
    struct str8 b = bytes_of(path);
    memset((char *)b.p + 100, 0xA5, 3000);
    write_file(path, b);
    refused(path, 0, ST_NEWER);
    refused(path, STORE_READ, ST_NEWER);
}

Test(open, refuses_a_version_that_never_was) {
    static const char *const mark[] = {"PRAGMA user_version=-5", "PRAGMA user_version=0",
                                       "PRAGMA user_version=-2147483648"};
    for (size_t i = 0; i < N(mark); i++) {
        const char *path = test_path("a.db");
        struct store *s = sample_store(path);
        store_close(&s);
        raw(path, mark[i]);
        refused(path, 0, ST_CORRUPT);
        refused(path, STORE_READ, ST_CORRUPT);
        cr_assert(only_file(path), "%s", mark[i]);
        /* … also where only the log says so */
        raw(path, "PRAGMA user_version=1");
        struct sql *db;
        OK(sql_open(path, &db, &E));
        OK(sql_script(db, mark[i], &E));
        refused(path, 0, ST_CORRUPT);
        cr_assert(!file_exists(arena_printf(&A, "%s.före-%03d", path, schema_version).p));
        sql_close(&db);
    }
    /* Ours by its number, and without a table. */
    const char *path = test_path("a.db");
    write_file(path, S8(""));
    raw(path, "PRAGMA application_id=0x59545452; PRAGMA user_version=2");
    refused(path, 0, ST_CORRUPT);
    refused(path, STORE_READ, ST_CORRUPT);
}

Test(open, refuses_what_is_cut_off) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    store_close(&s);
    struct str8 whole = bytes_of(path);
    static const size_t cut[] = {50, 101, 511, 512, 4096, 20000};
    for (size_t i = 0; i < N(cut); i++) {
        write_file(path, s8_sub(whole, 0, cut[i]));
        refused(path, 0, ST_CORRUPT);
        refused(path, STORE_READ, ST_CORRUPT);
    }
}

Test(open, damage_is_told_and_found) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    store_close(&s);
    long root = raw_int(path, "SELECT rootpage FROM sqlite_schema WHERE name = 'revision'");
    struct str8 b = bytes_of(path);
    memset((char *)b.p + (root - 1) * 4096, 0xA5, 4096);
    write_file(path, b);
    s = open_as(path, "Anna");
    struct revision *r;
    size_t n;
    IS(ST_CORRUPT, store_revision_list(s, &A, 1, POST_SLAG_N, S8(""), 0, &r, &n, &E));
    cr_assert(strstr(E.text, path));
    struct str8 *found;
    OK(store_check(s, &A, &found, &n, &E));
    cr_assert(n > 0);
    store_close(&s);
    memset((char *)b.p + 100, 0xA5, 3000); /* the schema itself */
    write_file(path, b);
    refused(path, 0, ST_CORRUPT);
    refused(path, STORE_READ, ST_CORRUPT);
    cr_assert(only_file(path), "the log is left");
}

/* ---- permissions ---- */

Test(open, a_file_that_may_only_be_read) {
    const char *path = nobodys_store();
    chmod(path, 0400);
    be_nobody();
    refused(path, 0, ST_READONLY);
    struct store *s;
    OK(store_open(path, S8("x"), STORE_READ, &s, &A, NULL, &E));
    struct arende *ar;
    OK(store_arende_get(s, &A, 1, &ar, &E));
    sound(s);
    struct post p = ar->post[POST_SVAR].p[0];
    p.value[SVAR_STALLNING] = S8("utred");
    IS(ST_READONLY, store_post_put(s, &A, 1, &p, "svara", NULL, &E));
    store_close(&s);
    be_self();
}

Test(open, a_folder_that_may_only_be_read) {
    const char *path = nobodys_store();
    const char *dir = arena_str8(&A, folder_of(path)).p;
    chmod(dir, 0500);
    be_nobody();
    refused(path, 0, ST_READONLY);
    struct store *s;
    OK(store_open(path, S8("x"), STORE_READ, &s, &A, NULL, &E));
    struct arende *ar;
    OK(store_arende_get(s, &A, 1, &ar, &E));
    sound(s);
    IS(ST_READONLY, store_copy(s, arena_printf(&A, "%s/kopia.db", dir).p, &E));
    store_close(&s);
    cr_assert_eq(try_open(arena_printf(&A, "%s/ny.db", dir).p, 0), ST_READONLY);
    cr_assert_eq(try_open(arena_printf(&A, "%s/m/ny.db", dir).p, 0), ST_IO);
    be_self();
    chmod(dir, 0700);
}

/* A journal that may not be rolled back is not passed over. */
Test(open, a_journal_in_a_folder_that_may_only_be_read) {
    const char *path = nobodys_store();
    const char *dir = arena_str8(&A, folder_of(path)).p;
    const char *journal = arena_printf(&A, "%s-journal", path).p;
    raw(path, "PRAGMA journal_mode=DELETE");
    pid_t pid = fork();
    if (pid == 0) {
        struct sql *db;
        enum status st = sql_open(path, &db, &E);
        if (st == ST_OK) /* so little memory that it goes to the disk before the commit */
            st = sql_script(db,
                            "PRAGMA cache_size=1; BEGIN; UPDATE svar SET motivering = 'x';"
                            " UPDATE revision SET orsak = 'y'; UPDATE textblock SET innehall ="
                            " 'z'; UPDATE betankande_punkt SET att = 'w'",
                            &E);
        _exit((int)st);
    }
    int how;
    cr_assert(waitpid(pid, &how, 0) == pid && WIFEXITED(how) && WEXITSTATUS(how) == ST_OK);
    cr_assert(bytes_of(journal).n > 512 && bytes_of(journal).p[0], "no journal to roll back");
    if (getuid() == 0)
        cr_assert(chown(journal, 65534, 65534) == 0);
    chmod(dir, 0500);
    be_nobody();
    cr_assert_neq(try_open(path, STORE_READ), ST_OK);
    be_self();
    chmod(dir, 0700);
    OK(try_open(path, STORE_READ));
}

Test(open, a_file_that_may_not_be_read) {
    const char *path = nobodys_store();
    chmod(path, 0);
    be_nobody();
    cr_assert_eq(try_open(path, 0), ST_IO);
    cr_assert(strstr(E.text, path) && strstr(E.text, "kan inte läsas: du saknar läsrätt"));
    cr_assert_eq(try_open(path, STORE_READ), ST_IO);
    cr_assert(strstr(E.text, "kan inte läsas: du saknar läsrätt"));
    be_self();
}

Test(open, a_folder_that_may_not_be_entered) {
    const char *path = nobodys_store();
    const char *dir = arena_str8(&A, folder_of(path)).p;
    chmod(dir, 0600);
    be_nobody();
    cr_assert_eq(try_open(path, 0), ST_IO);
    cr_assert(strstr(E.text, path) && strstr(E.text, "du får inte öppna mappen"), "%s", E.text);
    cr_assert_eq(try_open(path, STORE_READ), ST_IO);
    cr_assert(strstr(E.text, "du får inte öppna mappen"), "%s", E.text);
    be_self();
    chmod(dir, 0700);
}

/* Reading asks for no right to write, and takes none. */
Test(open, for_reading_writes_nothing) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    store_close(&s);
    OK(store_open(path, S8("x"), STORE_READ, &s, &A, NULL, &E));
    IS(ST_READONLY,
       store_betankande_put(s, sample_betankande("sou-2025-1", "SOU 2025:1"), false, &E));
    struct arende_rad *rad;
    size_t n;
    OK(store_arende_list(s, &A, (struct arende_urval){0}, &rad, &n, NULL, &E));
    cr_assert_eq(n, 1);
    sound(s);
    store_close(&s);
}

/* ---- copies ---- */

Test(copy, is_a_whole_database) {
    umask(0);
    const char *path = test_path("a.db");
    const char *copy = test_path("kopia.db");
    struct store *s = sample_store(path);
    OK(store_begin(s, &E)); /* what is not committed is not in it */
    struct post p = long_text();
    OK(store_post_put(s, &A, 1, &p, "skriv", NULL, &E));
    OK(store_copy(s, copy, &E));
    OK(store_end(s, ST_OK, &E));
    cr_assert_eq(mode_of(copy), 0600);
    struct store *t = open_as(copy, "Anna");
    struct arende *ar;
    OK(store_arende_get(t, &A, 1, &ar, &E));
    cr_assert_eq(ar->post[POST_TEXT].n, 1);
    sound(t);
    store_close(&t);
    IS(ST_EXISTS, store_copy(s, copy, &E));
    IS(ST_IO, store_copy(s, arena_printf(&A, "%s/finns/inte", copy).p, &E));
    store_close(&s);
}
