/* The store's file: made, recognised, refused, brought up to date, copied; and what happens when
 * the system says no. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "db/schema_text.h"
#include "db/store_intern.h"
#include "tests/test_store.h"

static enum status try_open(const char *path, int flags) {
    struct store *s = NULL;
    E = (struct error){0};
    enum status st = store_open(path, S8("Anna"), flags, &s, &A, NULL, &E);
    cr_assert((st == ST_OK) == (s != NULL));
    store_close(&s);
    return st;
}

/* Opening is refused with that status, words that name the file, and the file as it was. */
static void refused(const char *path, int flags, enum status want) {
    struct str8 before = bytes_of(path);
    enum status st = try_open(path, flags);
    cr_assert_eq(st, want, "%s: %d, not %d: %s", path, (int)st, (int)want, E.text);
    cr_assert(strstr(E.text, path), "%s", E.text);
    cr_assert(s8_eq(before, bytes_of(path)), "the file was changed");
}

static void write_file(const char *path, struct str8 bytes) {
    OK(file_write(path, bytes, 0600, &E));
}

static struct str8 folder_of(const char *path) {
    return s8_sub(s8_from(path), 0, (size_t)(strrchr(path, '/') - path));
}

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
    cr_assert_eq(try_open(arena_printf(&A, "%s/a.db", file).p, 0), ST_IO);
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

Test(open, a_file_that_may_not_be_read) {
    const char *path = nobodys_store();
    chmod(path, 0);
    be_nobody();
    cr_assert_eq(try_open(path, 0), ST_READONLY);
    be_self();
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

/* ---- locks ---- */

Test(locked, is_busy_after_the_patience) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    struct store *t = open_as(path, "Bo");
    store_patience(t, 30);
    OK(store_begin(s, &E));
    IS(ST_BUSY, store_betankande_put(t, sample_betankande("sou-2025-1", "SOU 2025:1"), false, &E));
    cr_assert(strstr(E.text, path));
    struct utkast u = {.arende = 1, .slag = POST_TEXT, .person = S8("a"), .session = S8("s")};
    IS(ST_BUSY, store_utkast_put(t, &u, &E));
    struct arende *ar;
    OK(store_arende_get(t, &A, 1, &ar, &E)); /* readers need not wait */
    OK(store_copy(t, test_path("kopia.db"), &E));
    OK(store_end(s, ST_OK, &E));
    OK(store_utkast_put(t, &u, &E));
    store_close(&t);
    store_close(&s);
}

/* With a rollback journal the lock is on all of it. */
Test(locked, without_a_log) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    struct sql *other;
    store_close(&s);
    raw(path, "PRAGMA journal_mode=DELETE");
    OK(sql_open(path, &other, &E));
    OK(sql_script(other, "BEGIN EXCLUSIVE", &E));
    struct str8 before = bytes_of(path);
    pid_t pid = fork();
    if (pid == 0) {
        struct sql *db;
        struct sql_header h;
        enum status st = sql_open(path, &db, &E);
        if (st == ST_OK) {
            sql_patience(db, 30);
            st = sql_marks(db, &h, &E);
        }
        _exit((int)st);
    }
    int how;
    waitpid(pid, &how, 0);
    cr_assert_eq(WEXITSTATUS(how), ST_BUSY);
    cr_assert(s8_eq(before, bytes_of(path)));
    sql_close(&other);
}

/* ---- a full disk ---- */

/* No file may grow beyond `bytes`: what a full disk looks like to a program. */
static void limit_files(rlim_t bytes) {
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit r;
    getrlimit(RLIMIT_FSIZE, &r);
    r.rlim_cur = bytes;
    cr_assert(setrlimit(RLIMIT_FSIZE, &r) == 0);
}

static struct post long_text(void) {
    struct buf b = {0};
    for (int i = 0; b.n < 190000; i++)
        buf_printf(&b, "ord%d ", i);
    struct post p = post_new(&A, POST_TEXT, S8("ekonomi"));
    p.value[0] = arena_str8(&A, s8_trim(buf_str8_of(&b)));
    buf_free(&b);
    return p;
}

Test(full, save_is_undone) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    struct post p = long_text();
    limit_files(400 * 1024);
    IS(ST_FULL, store_post_put(s, &A, 1, &p, "skriv", NULL, &E));
    cr_assert(strstr(E.text, path));
    limit_files(RLIM_INFINITY);
    struct arende *ar;
    OK(store_arende_get(s, &A, 1, &ar, &E));
    cr_assert_eq(ar->post[POST_TEXT].n, 1);
    sound(s);
    OK(store_post_put(s, &A, 1, &p, "skriv", NULL, &E));
    sound(s);
    store_close(&s);
}

Test(full, new_database_and_copy) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    limit_files(8192);
    const char *copy = test_path("kopia.db");
    IS(ST_FULL, store_copy(s, copy, &E));
    cr_assert(!file_exists(copy));
    const char *fresh = test_path("b.db");
    cr_assert_eq(try_open(fresh, 0), ST_FULL);
    limit_files(RLIM_INFINITY);
    OK(try_open(fresh, 0));
    store_close(&s);
}

Test(full, a_disk_that_is) {
    const char *dir = arena_str8(&A, folder_of(test_path("x"))).p;
    if (mount("none", dir, "tmpfs", 0, "size=512k") != 0)
        return; /* only root may; the tests above show the rest */
    struct store *s = sample_store(arena_printf(&A, "%s/a.db", dir).p);
    struct post p = long_text();
    IS(ST_FULL, store_post_put(s, &A, 1, &p, "skriv", NULL, &E));
    sound(s);
    IS(ST_FULL, store_copy(s, arena_printf(&A, "%s/kopia.db", dir).p, &E));
    p.value[0] = S8("Kort.");
    store_close(&s);
    s = open_as(arena_printf(&A, "%s/a.db", dir).p, "Anna");
    OK(store_post_put(s, &A, 1, &p, "skriv", NULL, &E));
    store_close(&s);
    cr_assert(umount(dir) == 0);
}

/* ---- where the file lies ---- */

Test(place, which_file_systems_are_local) {
    static const long yes[] = {0xEF53,     0x58465342, 0x9123683E, 0x01021994,
                               0x794C7630, 0x2FC12FC1, 0xF2F52010};
    static const long no[] = {0x6969,     0xFF534D42, 0xFE534D42, 0x65735546,
                              0x01021997, 0x858458F6, 0};
    for (size_t i = 0; i < N(yes); i++)
        cr_assert(fs_is_local(yes[i]));
    for (size_t i = 0; i < N(no); i++)
        cr_assert(!fs_is_local(no[i]));
    cr_assert(!file_is_local("/finns/inte"));
}

static long is_wal(const char *path) {
    struct str8 b = bytes_of(path);
    return b.p[18] == 2 && b.p[19] == 2;
}

Test(place, elsewhere_a_rollback_journal) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    store_close(&s);
    if (file_is_local(path))
        cr_assert(is_wal(path));
    const char *dir = arena_str8(&A, folder_of(test_path("x"))).p;
    if (mount("none", dir, "ramfs", 0, NULL) != 0)
        return; /* only root may; there is no other file system at hand that is not known */
    const char *there = arena_printf(&A, "%s/a.db", dir).p;
    write_file(there, bytes_of(path));
    s = open_as(there, "Anna");
    struct utkast u = {.arende = 1, .slag = POST_TEXT, .person = S8("a"), .session = S8("s")};
    OK(store_utkast_put(s, &u, &E));
    sound(s);
    store_close(&s);
    cr_assert(!is_wal(there));
    cr_assert(umount(dir) == 0);
}

/* ---- older schemas ---- */

static const char *old_store(void) {
    const char *path = test_path("a.db");
    const char *src = getenv("srcdir");
    struct buf sql = {0};
    write_file(path, S8(""));
    OK(file_read(arena_printf(&A, "%s/tests/fixtures/db/v1.sql", src ? src : ".").p, &sql, &E));
    raw(path, sql.p);
    buf_free(&sql);
    return path;
}

/* What stands in a database of either version, as text. */
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
        "SELECT arende || slag || nyckel || falt || person || session || text || tid FROM utkast",
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

Test(upgrade, keeps_every_fact_and_a_copy) {
    const char *path = old_store();
    struct str8 before = facts(path);
    struct str8 bytes = bytes_of(path);
    struct str8 notice;
    struct store *s;
    cr_assert(before.n > 1000);
    refused(path, STORE_READ, ST_REFUSED);
    OK(store_open(path, S8("Anna"), 0, &s, &A, &notice, &E));
    const char *copy = arena_printf(&A, "%s.före-002", path).p;
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
    cr_assert_eq(raw_int(copy, "SELECT user_version FROM pragma_user_version"), 1);
    cr_assert(s8_find(bytes, S8("arende_antal")) < 0);
    /* Once is enough. */
    OK(store_open(path, S8("Anna"), 0, &s, &A, &notice, &E));
    EQ(notice, "");
    OK(store_post_put(s, &A, 1, &line, "lägg till", NULL, &E));
    EQ(line.nyckel, "4");
    sound(s);
    store_close(&s);
}

Test(upgrade, does_not_overwrite_an_earlier_copy) {
    const char *path = old_store();
    const char *copy = arena_printf(&A, "%s.före-002", path).p;
    write_file(copy, S8("en tidigare"));
    OK(try_open(path, 0));
    EQ(bytes_of(copy), "en tidigare");
    cr_assert(file_exists(arena_printf(&A, "%s-2", copy).p));
}

/* Does the folder hold nothing but the database? */
static bool alone(const char *path) {
    return !file_exists(arena_printf(&A, "%s.före-002", path).p) &&
           !file_exists(arena_printf(&A, "%s-journal", path).p);
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
    cr_assert(file_exists(arena_printf(&A, "%s.före-002", path).p));
    cr_assert(!file_exists(arena_printf(&A, "%s.före-002-2", path).p));
    struct store *s = open_as(path, "Anna");
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
