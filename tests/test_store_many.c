/* Several processes in one database, and processes that die in the middle. */
#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "db/store_intern.h"
#include "tests/test_store.h"

/* In a child: no assertions, the exit status tells. */
static struct store *child_open(const char *path, const char *vem) {
    struct store *s = NULL;
    struct error e;
    if (store_open(path, s8_from(vem), 0, &s, &A, NULL, &e) != ST_OK)
        _exit(100);
    return s;
}

static long count(struct store *s, enum post_slag slag, const char *nyckel) {
    struct revision *r;
    size_t n;
    OK(store_revision_list(s, &A, 1, slag, s8_from(nyckel), 0, &r, &n, &E));
    return (long)n;
}

/* ---- two writers ---- */

/* Saves one and the same post `rounds` times, reading it anew after each conflict, so that what is
 * there in the end is the number of saves of both. Returns how often there was a conflict. */
static int keep_saving(const char *path, const char *vem, int rounds) {
    struct store *s = child_open(path, vem);
    int conflicts = 0;
    struct post p = post_new(&A, POST_TEXT, S8("ekonomi"));
    struct post theirs;
    for (int i = 0; i < rounds;) {
        /* With the writer's name, for equal values are no conflict. */
        int have = 0;
        struct str8 rest = p.value[0];
        s8_uint(s8_cut(&rest, ' '), &have);
        p.value[0] = arena_printf(&A, "%d %s", have + 1, vem);
        enum status st = store_post_put(s, &A, 1, &p, "skriv", &theirs, &E);
        if (st != ST_OK && st != ST_CONFLICT)
            _exit(101);
        if (st == ST_CONFLICT) {
            conflicts++;
            p = theirs;
        } else {
            i++;
        }
    }
    store_close(&s);
    return conflicts;
}

Test(writers, lose_nothing) {
    enum { ROUNDS = 60 };
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    store_close(&s);
    pid_t pid[2];
    for (int i = 0; i < 2; i++) {
        pid[i] = fork();
        if (pid[i] == 0) {
            keep_saving(path, i ? "Bo" : "Anna", ROUNDS);
            _exit(0);
        }
    }
    for (int i = 0; i < 2; i++) {
        int how;
        cr_assert(waitpid(pid[i], &how, 0) == pid[i]);
        cr_assert(WIFEXITED(how) && WEXITSTATUS(how) == 0, "%x", how);
    }
    s = open_as(path, "Anna");
    struct arende *ar;
    OK(store_arende_get(s, &A, 1, &ar, &E));
    struct post *p = arende_post(ar, POST_TEXT, S8("ekonomi"));
    cr_assert(p && p->version == 2 * ROUNDS);
    cr_assert(s8_starts(p->value[0], S8("120 ")));
    cr_assert_eq(count(s, POST_TEXT, "ekonomi"), 2 * ROUNDS);
    sound(s);
    store_close(&s);
}

/* Each adds lines of its own; keys and places come out whole. */
Test(writers, add_lines) {
    enum { ROUNDS = 30 };
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    store_close(&s);
    pid_t pid[2];
    for (int i = 0; i < 2; i++) {
        pid[i] = fork();
        if (pid[i])
            continue;
        s = child_open(path, i ? "Bo" : "Anna");
        for (int k = 0; k < ROUNDS; k++) {
            struct post p = post_new(&A, POST_UNDERLAG, S8(""));
            p.ordning = k % 3;
            p.value[UNDERLAG_TITEL] = arena_printf(&A, "%d-%d", i, k);
            if (store_post_put(s, &A, 1, &p, "lägg till", NULL, &E) != ST_OK)
                _exit(101);
            if (k % 5 == 4 && store_post_remove(s, &A, 1, &p, "ta bort", &E) != ST_OK)
                _exit(102);
        }
        store_close(&s);
        _exit(0);
    }
    for (int i = 0; i < 2; i++) {
        int how;
        cr_assert(waitpid(pid[i], &how, 0) == pid[i]);
        cr_assert(WIFEXITED(how) && WEXITSTATUS(how) == 0, "%x", how);
    }
    s = open_as(path, "Anna");
    struct arende *ar;
    OK(store_arende_get(s, &A, 1, &ar, &E));
    cr_assert_eq(ar->post[POST_UNDERLAG].n, 2 * ROUNDS - 2 * ROUNDS / 5);
    sound(s);
    store_close(&s);
}

/* ---- a copy while others write ---- */

Test(copy, while_others_write) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    store_close(&s);
    pid_t pid = fork();
    if (pid == 0) {
        keep_saving(path, "Bo", 100000);
        _exit(0);
    }
    s = open_as(path, "Anna");
    for (int i = 0; i < 8; i++) {
        const char *copy = test_path("kopia.db");
        OK(store_copy(s, copy, &E));
        struct store *t = open_as(copy, "Anna");
        sound(t);
        store_close(&t);
        sound(s);
    }
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    sound(s);
    store_close(&s);
}

/* The name of the copy in the making, beside `path`, once it is there. */
static void wait_for_part(const char *path) {
    struct str8 name = s8_skip(s8_from(path), folder_of(path).n + 1);
    for (bool there = false; !there; usleep(1000)) {
        DIR *d = opendir(arena_str8(&A, folder_of(path)).p);
        for (struct dirent *e; (e = readdir(d));)
            there = there || s8_starts(s8_from(e->d_name), arena_printf(&A, "%.*s.", S8F(name)));
        closedir(d);
    }
}

/* The copy waits for a lock, and meanwhile somebody makes a file of its name. */
Test(copy, overwrites_nothing_made_in_between) {
    const char *path = test_path("a.db");
    const char *copy = test_path("kopia.db");
    int to_child[2], from_child[2];
    char byte = 0;
    struct store *s = sample_store(path);
    struct sql *db;
    store_close(&s);
    raw(path, "PRAGMA journal_mode=DELETE");
    cr_assert(pipe(to_child) == 0 && pipe(from_child) == 0);
    pid_t pid = fork();
    if (pid == 0) {
        enum status st = store_open(path, S8("x"), STORE_READ, &s, &A, NULL, &E);
        if (st != ST_OK || write(from_child[1], &byte, 1) != 1 || read(to_child[0], &byte, 1) != 1)
            _exit(100);
        store_patience(s, 60000);
        _exit((int)store_copy(s, copy, &E));
    }
    cr_assert(read(from_child[0], &byte, 1) == 1);
    OK(sql_open(path, &db, &E));
    OK(sql_script(db, "BEGIN EXCLUSIVE", &E));
    cr_assert(write(to_child[1], &byte, 1) == 1);
    wait_for_part(copy);
    write_file(copy, S8("någon annans"));
    sql_close(&db);
    int how;
    cr_assert(waitpid(pid, &how, 0) == pid && WIFEXITED(how));
    cr_assert_eq(WEXITSTATUS(how), ST_EXISTS);
    EQ(bytes_of(copy), "någon annans");
    cr_assert(only_file(copy), "a part of the copy is left");
}

Test(copy, takes_no_name_that_is_taken) {
    bool (*const how[])(const char *, const char *) = {rename_new, rename_by_claim};
    for (size_t i = 0; i < N(how); i++) {
        const char *from = test_path("a");
        const char *to = arena_printf(&A, "%.*s/b", S8F(folder_of(from))).p;
        write_file(from, S8("ny"));
        write_file(to, S8("gammal"));
        cr_assert(!how[i](from, to) && errno == EEXIST);
        EQ(bytes_of(to), "gammal");
        EQ(bytes_of(from), "ny");
        cr_assert(unlink(to) == 0 && how[i](from, to));
        EQ(bytes_of(to), "ny");
        cr_assert(only_file(to));
        cr_assert(!how[i](arena_printf(&A, "%s.x", from).p, from) && errno == ENOENT);
        cr_assert(only_file(to), "the claim is left");
    }
}

/* ---- death ---- */

/* Saves for ever, telling through `fd` after each save the version that is on the disk. */
static void save_and_tell(const char *path, int fd) {
    struct store *s = child_open(path, "Anna");
    struct arende *ar;
    if (store_arende_get(s, &A, 1, &ar, &E) != ST_OK)
        _exit(102);
    struct post *had = arende_post(ar, POST_TEXT, S8("ekonomi"));
    struct post p = had ? *had : post_new(&A, POST_TEXT, S8("ekonomi"));
    for (;;) {
        p.value[0] =
            arena_printf(&A, "Version %ld, %0*d", p.version + 1, (int)(p.version % 5) * 3000, 0);
        struct post line = post_new(&A, POST_UNDERLAG, S8(""));
        line.value[UNDERLAG_TITEL] = S8("En rad");
        enum status st = store_begin(s, &E);
        if (st == ST_OK) {
            st = store_post_put(s, &A, 1, &p, "skriv", NULL, &E);
            if (st == ST_OK)
                st = store_post_put(s, &A, 1, &line, "lägg till", NULL, &E);
            st = store_end(s, st, &E);
        }
        if (st != ST_OK || write(fd, &p.version, sizeof p.version) != sizeof p.version)
            _exit(103);
    }
}

/* The last version the child told of before it was killed. */
static long run_and_kill(const char *path, long microseconds) {
    int fd[2];
    long told = 0;
    cr_assert(pipe(fd) == 0);
    pid_t pid = fork();
    if (pid == 0) {
        close(fd[0]);
        save_and_tell(path, fd[1]);
    }
    close(fd[1]);
    usleep((useconds_t)microseconds);
    kill(pid, SIGKILL);
    int how;
    waitpid(pid, &how, 0);
    cr_assert(WIFSIGNALED(how), "the child ended by itself: %x", how);
    for (long v; read(fd[0], &v, sizeof v) == sizeof v;)
        told = v;
    close(fd[0]);
    return told;
}

static void kill_rounds(const char *path, int rounds) {
    long last = 0;
    unsigned seed = 7;
    for (int i = 0; i < rounds; i++) {
        long told = run_and_kill(path, 500 + rand_r(&seed) % 15000);
        if (told > last)
            last = told;
        struct store *s = open_as(path, "Anna");
        struct arende *ar;
        OK(store_arende_get(s, &A, 1, &ar, &E));
        struct post *p = arende_post(ar, POST_TEXT, S8("ekonomi"));
        long now = p ? p->version : 0;
        cr_assert(now == last || now == last + 1, "told %ld, has %ld", last, now);
        cr_assert_eq((long)ar->post[POST_UNDERLAG].n, now);
        last = now;
        if (i % 10 == 9)
            sound(s);
        store_close(&s);
    }
    cr_assert(last > 0);
    struct store *s = open_as(path, "Anna");
    cr_assert_eq(count(s, POST_TEXT, "ekonomi"), last);
    sound(s);
    store_close(&s);
}

static int rounds(void) {
    const char *n = getenv("YTTRA_KILLS");
    return n ? atoi(n) : 50;
}

Test(death, leaves_every_save) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    store_close(&s);
    kill_rounds(path, rounds());
}

/* Drafts survive the death of the process, though they are not flushed. */
Test(death, leaves_every_draft) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    store_close(&s);
    for (int i = 0; i < 5; i++) {
        pid_t pid = fork();
        if (pid == 0) {
            s = child_open(path, "Anna");
            struct utkast u = {.arende = 1,
                               .slag = POST_TEXT,
                               .nyckel = S8("ekonomi"),
                               .person = S8("anna"),
                               .session = S8("s")};
            for (int k = 0; k < 200; k++) {
                u.text = arena_printf(&A, "%d.%d", i, k);
                if (store_utkast_put(s, &u, &E) != ST_OK)
                    _exit(101);
            }
            raise(SIGKILL);
        }
        int how;
        waitpid(pid, &how, 0);
        cr_assert(WIFSIGNALED(how));
        s = open_as(path, "Anna");
        struct utkast *u;
        size_t n;
        OK(store_utkast_list(s, &A, S8("anna"), 1, &u, &n, &E));
        cr_assert_eq(n, 1);
        EQ(u[0].text, arena_printf(&A, "%d.199", i).p);
        store_close(&s);
    }
}
