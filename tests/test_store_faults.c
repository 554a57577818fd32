/* When the system says no: locks, full disks; and file systems that are not local. */
#include <sys/mount.h>
#include <sys/wait.h>

#include "db/store_intern.h"
#include "tests/test_store.h"

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

struct waited {
    int times, saving, most;
};

static bool count_waits(void *ctx, bool writes) {
    struct waited *w = ctx;
    w->saving += writes;
    return ++w->times < w->most;
}

Test(locked, tells_that_it_waits_and_can_be_told_to_stop) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    struct store *t = open_as(path, "Bo");
    struct waited w = {.most = 3};
    struct utkast u = {.arende = 1, .slag = POST_TEXT, .person = S8("a"), .session = S8("s")};
    store_on_wait(t, count_waits, &w);
    store_patience(t, 600000);
    OK(store_begin(s, &E));
    IS(ST_BUSY, store_utkast_put(t, &u, &E));
    cr_assert(w.times == 3 && w.saving == 3);
    store_patience(t, 100);
    IS(ST_BUSY, store_utkast_put(t, &u, &E));
    cr_assert_eq(w.times, 3, "a short wait is not worth a word");
    OK(store_end(s, ST_OK, &E));
    OK(store_utkast_put(t, &u, &E));
    store_close(&t);
    store_close(&s);
}

/* In a child, holds the whole database from when it has written a byte to `fd`, for that long. */
static pid_t hold(const char *path, const char *begin, useconds_t us) {
    int fd[2];
    char byte = 0;
    cr_assert(pipe(fd) == 0);
    pid_t pid = fork();
    if (pid == 0) {
        struct sql *db;
        enum status st = sql_open(path, &db, &E);
        if (st == ST_OK)
            st = sql_script(db, begin, &E);
        if (st != ST_OK || write(fd[1], &byte, 1) != 1)
            _exit(100);
        usleep(us);
        _exit((int)sql_script(db, "ROLLBACK", &E));
    }
    close(fd[1]);
    cr_assert(read(fd[0], &byte, 1) == 1, "the child could not hold the database");
    close(fd[0]);
    return pid;
}

static void let_go(pid_t pid) {
    int how;
    cr_assert(waitpid(pid, &how, 0) == pid && WIFEXITED(how));
    cr_assert_eq(WEXITSTATUS(how), ST_OK);
}

/* A look at everything waits like all else, and for all that it looks at. */
Test(locked, check_waits) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    store_close(&s);
    pid_t pid = hold(path, "BEGIN EXCLUSIVE", 300000);
    s = open_as(path, "Anna");
    sound(s);
    let_go(pid);
    store_close(&s);
    pid = hold(path, "BEGIN EXCLUSIVE", 60000000);
    s = open_as(path, "Anna");
    store_patience(s, 20);
    struct str8 *found;
    size_t n;
    IS(ST_BUSY, store_check(s, &A, &found, &n, &E));
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    sound(s);
    store_close(&s);
    raw(path, "PRAGMA journal_mode=DELETE");
    pid = hold(path, "BEGIN EXCLUSIVE", 300000);
    OK(store_open(path, S8("Anna"), STORE_READ, &s, &A, NULL, &E));
    sound(s);
    let_go(pid);
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

/* Everything that reads, where not even the log's memory can be made. */
Test(full, reading_needs_no_room) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    store_close(&s);
    limit_files(1024);
    refused(path, 0, ST_FULL);
    OK(store_open(path, S8("Anna"), STORE_READ, &s, &A, NULL, &E));
    EQ(get(s, 1, POST_TEXT, "sammanfattning").value[0], "Nämnden är positiv.");
    sound(s);
    IS(ST_FULL, store_copy(s, test_path("kopia.db"), &E));
    struct post p = get(s, 1, POST_TEXT, "sammanfattning");
    p.value[0] = S8("Ny.");
    IS(ST_READONLY, store_post_put(s, &A, 1, &p, "skriv", NULL, &E));
    limit_files(RLIM_INFINITY); /* for the copy goes to another disk */
    const char *copy = test_path("kopia.db");
    OK(store_copy(s, copy, &E));
    store_close(&s);
    cr_assert(only_file(path), "the log is left");
    s = open_as(copy, "Anna");
    sound(s);
    store_close(&s);
    OK(try_open(path, 0));
}

/* What a program that died left in the log is read as well. */
Test(full, reading_with_a_log) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    store_close(&s);
    pid_t pid = fork();
    if (pid == 0) {
        struct post p = post_new(&A, POST_TEXT, S8("ekonomi"));
        p.value[0] = S8("Dyrt.");
        enum status st = store_open(path, S8("Bo"), 0, &s, &A, NULL, &E);
        if (st == ST_OK)
            st = store_post_put(s, &A, 1, &p, "skriv", NULL, &E);
        _exit((int)st);
    }
    let_go(pid);
    cr_assert(unlink(arena_printf(&A, "%s-shm", path).p) == 0);
    limit_files(1024);
    OK(store_open(path, S8("Anna"), STORE_READ, &s, &A, NULL, &E));
    EQ(get(s, 1, POST_TEXT, "ekonomi").value[0], "Dyrt.");
    sound(s);
    store_close(&s);
    limit_files(RLIM_INFINITY);
    s = open_as(path, "Anna");
    EQ(get(s, 1, POST_TEXT, "ekonomi").value[0], "Dyrt.");
    sound(s);
    store_close(&s);
}

Test(full, alone_means_alone) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    struct sql *db, *other;
    struct sql_header h;
    IS(ST_BUSY, sql_open_alone(path, &db, &E));
    cr_assert(file_exists(arena_printf(&A, "%s-shm", path).p));
    store_close(&s);
    OK(sql_open_alone(path, &db, &E));
    OK(sql_open(path, &other, &E));
    sql_patience(other, 20);
    IS(ST_BUSY, sql_marks(other, &h, &E));
    sql_close(&db);
    OK(sql_marks(other, &h, &E));
    sql_close(&other);
}

Test(full, a_disk_that_is) {
    const char *dir = arena_str8(&A, folder_of(test_path("x"))).p;
    if (mount("none", dir, "tmpfs", 0, "size=640k") != 0)
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
