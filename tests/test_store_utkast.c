/* Drafts with their steps, places, and whether others have written. */
#include <poll.h>
#include <sys/mount.h>
#include <sys/wait.h>

#include "db/store_intern.h"
#include "tests/test_store.h"

static struct utkast draft(const char *session) {
    return (struct utkast){.arende = 1,
                           .slag = POST_SVAR,
                           .nyckel = S8("4.1:1"),
                           .falt = SVAR_MOTIVERING,
                           .person = S8("anna"),
                           .session = s8_from(session),
                           .version = 1,
                           .text = S8("Förslaget är *bra* för Åre.")};
}

static struct utkast_steg wrote(size_t at, const char *in) {
    return (struct utkast_steg){.plats = at, .in = s8_from(in), .markor = at + strlen(in)};
}

static struct utkast_steg *steps(struct store *s, const struct utkast *u, size_t *n) {
    struct utkast_steg *steg;
    OK(store_utkast_steg(s, &A, u, &steg, n, &E));
    return steg;
}

static size_t n_drafts(struct store *s, struct utkast **u) {
    size_t n;
    OK(store_utkast_list(s, &A, S8("anna"), 0, u, &n, &E));
    return n;
}

/* ---- steps ---- */

Test(steps, come_back_as_they_were_kept) {
    static const struct utkast_steg all[] = {
        {STEG_SKREV, false, 0, T("För"), T("Åre\n"), 5},
        {STEG_SKREV, true, 5, T(""), T("\"; --%"), 0},
        {STEG_ANGRADE, false, 5, T("\"; --%"), T(""), 5},
        {STEG_GJORDE_OM, true, (size_t)1 << 33, T(""), T("\xE2\x80\x93"), (size_t)1 << 33},
    };
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    struct utkast u = draft("s1");
    OK(store_utkast_put(s, &u, &E));
    OK(store_utkast_add(s, &u, all, 3, &E));
    OK(store_utkast_add(s, &u, all, 0, &E));
    OK(store_utkast_add(s, &u, all + 3, 1, &E));
    store_close(&s);
    s = open_as(path, "Anna");
    size_t n;
    struct utkast_steg *got = steps(s, &u, &n);
    cr_assert_eq(n, N(all));
    for (size_t i = 0; i < n; i++) {
        cr_expect_eq(got[i].slag, all[i].slag);
        cr_expect_eq(got[i].fortsatt, all[i].fortsatt);
        cr_expect_eq(got[i].plats, all[i].plats);
        cr_expect_eq(got[i].markor, all[i].markor);
        cr_expect(s8_eq(got[i].bort, all[i].bort) && s8_eq(got[i].in, all[i].in), "%zu", i);
    }
    sound(s);
    store_close(&s);
}

Test(steps, tell_when_the_last_was_kept) {
    struct store *s = sample_store(test_path("a.db"));
    struct utkast u = draft("s1"), *got;
    struct utkast_steg steg = wrote(0, "a");
    setenv("YTTRA_NU", "2025-01-29T08:00:00Z", 1);
    OK(store_utkast_put(s, &u, &E));
    cr_assert_eq(n_drafts(s, &got), 1);
    EQ(got->senast, "2025-01-29T08:00:00Z");
    setenv("YTTRA_NU", "2025-01-29T09:00:00Z", 1);
    OK(store_utkast_add(s, &u, &steg, 1, &E));
    setenv("YTTRA_NU", "2025-01-29T10:00:00Z", 1);
    OK(store_utkast_add(s, &u, &steg, 1, &E));
    cr_assert_eq(n_drafts(s, &got), 1);
    EQ(got->tid, "2025-01-29T08:00:00Z");
    EQ(got->senast, "2025-01-29T10:00:00Z");
    store_close(&s);
}

Test(steps, belong_to_one_draft) {
    struct store *s = sample_store(test_path("a.db"));
    struct utkast u = draft("s1"), v = draft("s2"), w = draft("s1");
    w.falt = SVAR_ANTECKNING;
    struct utkast_steg a = wrote(0, "a"), b = wrote(1, "b");
    size_t n;
    IS(ST_NOT_FOUND, store_utkast_add(s, &u, &a, 1, &E));
    OK(store_utkast_put(s, &u, &E));
    OK(store_utkast_put(s, &v, &E));
    IS(ST_NOT_FOUND, store_utkast_add(s, &w, &a, 1, &E));
    OK(store_utkast_add(s, &u, &a, 1, &E));
    OK(store_utkast_add(s, &v, &b, 1, &E));
    struct utkast_steg *got = steps(s, &v, &n);
    cr_assert_eq(n, 1);
    EQ(got->in, "b");
    /* Begun anew: the steps are gone. */
    OK(store_utkast_put(s, &u, &E));
    steps(s, &u, &n);
    cr_assert_eq(n, 0);
    steps(s, &v, &n);
    cr_assert_eq(n, 1);
    store_close(&s);
}

Test(steps, go_with_their_draft) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    struct utkast u = draft("s1"), v = draft("s2");
    struct utkast_steg a = wrote(0, "a"), *got;
    size_t n;
    OK(store_utkast_put(s, &u, &E));
    OK(store_utkast_add(s, &u, &a, 1, &E));
    OK(store_utkast_put(s, &v, &E));
    OK(store_utkast_add(s, &v, &a, 1, &E));
    OK(store_utkast_drop(s, &u, &E));
    IS(ST_NOT_FOUND, store_utkast_steg(s, &A, &u, &got, &n, &E));
    IS(ST_NOT_FOUND, store_utkast_add(s, &u, &a, 1, &E));
    cr_assert_eq(raw_int(path, "SELECT count(*) FROM utkast_steg"), 1);
    /* … and all with their ärende. */
    struct plats p = {.arende = 1, .vy = S8("text")};
    OK(store_plats_put(s, S8("anna"), &p, &E));
    store_close(&s);
    raw(path, "PRAGMA foreign_keys=ON; DELETE FROM arende");
    cr_assert_eq(raw_int(path, "SELECT count(*) FROM utkast_steg"), 0);
    cr_assert_eq(raw_int(path, "SELECT count(*) FROM utkast"), 0);
    cr_assert_eq(raw_int(path, "SELECT count(*) FROM plats"), 0);
    s = open_as(path, "Anna");
    OK(store_plats_get(s, &A, S8("anna"), 0, &p, &E));
    cr_assert_eq(p.arende, 0);
    store_close(&s);
}

Test(take, gives_the_draft_another_session) {
    struct store *s = sample_store(test_path("a.db"));
    struct utkast u = draft("s1"), v = draft("s2"), w = draft("s3"), *got;
    struct utkast_steg a = wrote(0, "a");
    size_t n;
    OK(store_utkast_put(s, &u, &E));
    OK(store_utkast_add(s, &u, &a, 1, &E));
    OK(store_utkast_take(s, &u, S8("s2"), &E));
    steps(s, &v, &n);
    cr_assert_eq(n, 1);
    IS(ST_NOT_FOUND, store_utkast_take(s, &u, S8("s2"), &E));
    OK(store_utkast_put(s, &w, &E));
    IS(ST_EXISTS, store_utkast_take(s, &v, S8("s3"), &E));
    cr_assert(!strstr(E.text, "UNIQUE"), "%s", E.text);
    steps(s, &v, &n);
    cr_assert_eq(n, 1);
    cr_assert_eq(n_drafts(s, &got), 2);
    store_close(&s);
}

/* Neither the ärende as it is exchanged nor the search knows of them. */
Test(draft, is_nobody_elses) {
    struct store *s = sample_store(test_path("a.db"));
    struct utkast u = draft("s1"), *got;
    struct utkast_steg a = wrote(0, "hemlighuset");
    struct arende *before, *after;
    struct revision *r;
    struct traff *t;
    size_t n, m;
    OK(store_arende_get(s, &A, 1, &before, &E));
    m = revisions(s, 1, POST_SLAG_N, "", &r);
    u.text = S8("vedboden");
    OK(store_utkast_put(s, &u, &E));
    OK(store_utkast_add(s, &u, &a, 1, &E));
    OK(store_search(s, &A, S8("hemlighuset"), 0, &t, &n, &E));
    cr_assert_eq(n, 0);
    OK(store_search(s, &A, S8("vedboden"), 0, &t, &n, &E));
    cr_assert_eq(n, 0);
    OK(store_arende_get(s, &A, 1, &after, &E));
    cr_assert(s8_eq(before->andrad, after->andrad));
    cr_assert_eq(revisions(s, 1, POST_SLAG_N, "", &r), m);
    OK(store_utkast_list(s, &A, S8("bo"), 0, &got, &n, &E));
    cr_assert_eq(n, 0);
    /* An exchanged ärende that takes this one's place leaves them. */
    bool changed;
    after->post[POST_TEXT].p[0].value[0] = S8("Från en fil.");
    OK(store_arende_import(s, &A, after, NULL, 0, 1, &changed, &E));
    cr_assert(changed);
    steps(s, &u, &n);
    cr_assert_eq(n, 1);
    sound(s);
    store_close(&s);
}

Test(check, sees_a_step_that_is_missing) {
    static const char *const scripts[] = {"DELETE FROM utkast_steg WHERE nr = 1",
                                          "DELETE FROM utkast_steg WHERE nr = 2"};
    for (size_t i = 0; i < N(scripts); i++) {
        const char *path = test_path("a.db");
        struct store *s = sample_store(path);
        struct utkast u = draft("s1");
        struct utkast_steg a[] = {wrote(0, "a"), wrote(1, "b"), wrote(2, "c")};
        struct str8 *found;
        size_t n;
        OK(store_utkast_put(s, &u, &E));
        OK(store_utkast_add(s, &u, a, 3, &E));
        sound(s);
        store_close(&s);
        raw(path, scripts[i]);
        s = open_as(path, "Anna");
        OK(store_check(s, &A, &found, &n, &E));
        cr_assert(n == 1 && s8_find(found[0], S8("utkast saknar en del")) >= 0);
        store_close(&s);
    }
}

/* ---- what a step costs ---- */

/* Bytes that the log beside the database grows by when 50 steps are kept, one at a time. */
static off_t log_growth(size_t length) {
    enum { STEPS = 50 };
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    struct utkast u = draft("s1");
    struct buf text = {0};
    struct stat before, after;
    const char *wal = arena_printf(&A, "%s-wal", path).p;
    buf_repeat(&text, 'x', length);
    u.text = buf_str8_of(&text);
    OK(store_utkast_put(s, &u, &E));
    OK(sql_script(s->sql, "PRAGMA wal_checkpoint(TRUNCATE)", &E));
    cr_assert(stat(wal, &before) == 0);
    for (size_t i = 0; i < STEPS; i++) {
        struct utkast_steg a = wrote(i, "x");
        OK(store_utkast_add(s, &u, &a, 1, &E));
    }
    cr_assert(stat(wal, &after) == 0);
    buf_free(&text);
    store_close(&s);
    return after.st_size - before.st_size;
}

Test(cost, of_a_step_is_not_that_of_the_text) {
    const char *path = test_path("a.db");
    write_file(path, S8(""));
    if (!file_is_local(path))
        return; /* there is no log elsewhere */
    cr_assert_eq(log_growth(1000), log_growth(20000));
}

/* ---- death ---- */

enum { STEP_EVERY = 3 }; /* so many steps in a call */

/* In a child: adds steps until it is killed, and tells how many are kept after each call. */
static _Noreturn void type_and_tell(const char *path, int round, int fd) {
    struct store *s = NULL;
    struct utkast u = draft("s1");
    u.falt = SVAR_ANTECKNING;
    u.text = arena_printf(&A, "%d", round);
    if (store_open(path, S8("Anna"), 0, &s, &A, NULL, &E) != ST_OK ||
        store_utkast_put(s, &u, &E) != ST_OK)
        _exit(100);
    for (size_t done = 0;;) {
        struct utkast_steg all[STEP_EVERY];
        size_t n = 1 + done % STEP_EVERY;
        for (size_t i = 0; i < n; i++)
            all[i] = wrote(done + i, "x");
        if (store_utkast_add(s, &u, all, n, &E) != ST_OK)
            _exit(101);
        done += n;
        if (write(fd, &done, sizeof done) != sizeof done)
            _exit(102);
    }
}

/* How many steps the child had told of when it was killed. */
static size_t type_and_kill(const char *path, int round, useconds_t us) {
    int fd[2], how;
    size_t told = 0;
    cr_assert(pipe(fd) == 0);
    pid_t pid = fork();
    if (pid == 0) {
        close(fd[0]);
        type_and_tell(path, round, fd[1]);
    }
    close(fd[1]);
    struct pollfd ready = {.fd = fd[0], .events = POLLIN};
    cr_assert(poll(&ready, 1, -1) == 1);
    usleep(us);
    kill(pid, SIGKILL);
    waitpid(pid, &how, 0);
    cr_assert(WIFSIGNALED(how), "the child ended by itself: %x", how);
    for (size_t n; read(fd[0], &n, sizeof n) == sizeof n;)
        told = n;
    close(fd[0]);
    cr_assert(told > 0);
    return told;
}

Test(death, takes_no_step_that_was_kept) {
    const char *path = test_path("a.db");
    int rounds = getenv("YTTRA_LANGPROV") ? 1000 : 20;
    unsigned seed = 11;
    struct store *s = sample_store(path);
    store_close(&s);
    for (int i = 0; i < rounds; i++) {
        size_t told = type_and_kill(path, i, (useconds_t)rand_r(&seed) % 20000);
        struct utkast *u;
        size_t n;
        s = open_as(path, "Anna");
        cr_assert_eq(n_drafts(s, &u), 1);
        EQ(u->text, arena_printf(&A, "%d", i).p);
        struct utkast_steg *got = steps(s, u, &n);
        /* One call may have been done and not told of; a call is whole or not there. */
        size_t more = 1 + told % STEP_EVERY;
        cr_assert(n == told || n == told + more, "told %zu, has %zu", told, n);
        for (size_t k = 0; k < n; k++)
            cr_assert(got[k].plats == k && got[k].markor == k + 1);
        if (i % 10 == 9)
            sound(s);
        store_close(&s);
    }
}

/* ---- a full disk ---- */

/* Steps until no more can be kept; returns how many were. */
static size_t fill(struct store *s, const struct utkast *u) {
    struct buf b = {0};
    size_t kept = 0;
    enum status st;
    buf_repeat(&b, 'x', 2000);
    struct utkast_steg a = {.in = buf_str8_of(&b), .markor = b.n};
    while ((st = store_utkast_add(s, u, &a, 1, &E)) == ST_OK && kept < 10000)
        kept++;
    buf_free(&b);
    cr_assert_eq(st, ST_FULL, "%d %s", (int)st, E.text);
    return kept;
}

static void holds(struct store *s, const struct utkast *u, size_t kept) {
    size_t n;
    struct utkast_steg *got = steps(s, u, &n);
    cr_assert_eq(n, kept);
    for (size_t i = 0; i < n; i++)
        cr_assert_eq(got[i].in.n, 2000);
    sound(s);
}

Test(full, a_step_that_has_no_room_harms_none) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    struct utkast u = draft("s1");
    struct utkast_steg a = {.in = long_text().value[0]};
    OK(store_utkast_put(s, &u, &E));
    limit_files(600 * 1024);
    size_t kept = fill(s, &u);
    cr_assert(kept > 0);
    IS(ST_FULL, store_utkast_add(s, &u, &a, 1, &E));
    limit_files(RLIM_INFINITY);
    holds(s, &u, kept);
    OK(store_utkast_add(s, &u, &a, 1, &E));
    store_close(&s);
    s = open_as(path, "Anna");
    size_t n;
    steps(s, &u, &n);
    cr_assert_eq(n, kept + 1);
    store_close(&s);
}

Test(full, a_disk_that_is_and_is_not_any_more) {
    const char *dir = arena_str8(&A, folder_of(test_path("x"))).p;
    if (mount("none", dir, "tmpfs", 0, "size=1m") != 0)
        return; /* only root may; the test above shows the rest */
    const char *path = arena_printf(&A, "%s/a.db", dir).p;
    struct store *s = sample_store(path);
    struct utkast u = draft("s1");
    OK(store_utkast_put(s, &u, &E));
    size_t kept = fill(s, &u);
    holds(s, &u, kept);
    cr_assert(mount("none", dir, "tmpfs", MS_REMOUNT, "size=8m") == 0);
    struct utkast_steg a = {.in = long_text().value[0]};
    OK(store_utkast_add(s, &u, &a, 1, &E));
    store_close(&s);
    s = open_as(path, "Anna");
    size_t n;
    steps(s, &u, &n);
    cr_assert_eq(n, kept + 1);
    sound(s);
    store_close(&s);
    cr_assert(umount(dir) == 0);
}

/* ---- places ---- */

Test(place, is_remembered_per_person_and_arende) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    struct plats p = {.arende = 1,
                      .vy = S8("text"),
                      .slag = S8("svar"),
                      .nyckel = S8("4.1:1"),
                      .falt = S8("motivering"),
                      .markor = 12},
                 q = {.arende = 2, .vy = S8("ärende")}, list = {.vy = S8("ärenden")}, got;
    OK(store_arende_add(s, &A, sample_arende(), "nytt", &E));
    IS(ST_NOT_FOUND, store_plats_get(s, &A, S8("anna"), 0, &got, &E));
    OK(store_plats_put(s, S8("anna"), &q, &E));
    OK(store_plats_put(s, S8("anna"), &p, &E));
    IS(ST_NOT_FOUND, store_plats_get(s, &A, S8("bo"), 1, &got, &E));
    store_close(&s);
    s = open_as(path, "Anna");
    OK(store_plats_get(s, &A, S8("anna"), 0, &got, &E));
    cr_assert(got.arende == 1 && got.markor == 12);
    EQ(got.vy, "text");
    EQ(got.slag, "svar");
    EQ(got.nyckel, "4.1:1");
    EQ(got.falt, "motivering");
    p.markor = 13;
    OK(store_plats_put(s, S8("anna"), &p, &E));
    OK(store_plats_put(s, S8("anna"), &list, &E));
    OK(store_plats_get(s, &A, S8("anna"), 0, &got, &E));
    cr_assert_eq(got.arende, 0);
    OK(store_plats_get(s, &A, S8("anna"), 1, &got, &E));
    cr_assert_eq(got.markor, 13);
    OK(store_plats_get(s, &A, S8("anna"), 2, &got, &E));
    EQ(got.vy, "ärende");
    p.arende = 9;
    IS(ST_NOT_FOUND, store_plats_put(s, S8("anna"), &p, &E));
    OK(store_plats_get(s, &A, S8("anna"), 0, &got, &E));
    cr_assert_eq(got.arende, 0);
    sound(s);
    store_close(&s);
}

/* ---- others at work ---- */

Test(others, are_seen_and_not_oneself) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    struct store *t = open_as(path, "Bo");
    struct utkast u = draft("s1");
    struct utkast_steg a = wrote(0, "a");
    cr_assert(!store_changed(t));
    OK(store_utkast_put(t, &u, &E));
    OK(store_utkast_add(t, &u, &a, 1, &E));
    cr_assert(!store_changed(t));
    cr_assert(store_changed(s));
    cr_assert(!store_changed(s));
    struct post p = get(s, 1, POST_TEXT, "sammanfattning");
    p.value[0] = S8("Nytt.");
    OK(store_post_put(s, &A, 1, &p, "skriv", NULL, &E));
    cr_assert(!store_changed(s));
    cr_assert(store_changed(t));
    cr_assert(!store_changed(t));
    store_close(&t);
    store_close(&s);
}

/* What is written between the opening and the first question counts. */
Test(others, are_seen_from_the_opening_on) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    struct store *t = open_as(path, "Bo");
    struct utkast u = draft("s1");
    OK(store_utkast_put(s, &u, &E));
    cr_assert(store_changed(t));
    store_close(&t);
    store_close(&s);
}

/* ---- one kind of posts ---- */

Test(list, is_read_in_its_order) {
    struct store *s = sample_store(test_path("a.db"));
    struct post_list l;
    OK(store_post_move(s, 1, POST_BESLUTSPUNKT, S8("3"), 1, &E));
    OK(store_post_list(s, &A, 1, POST_BESLUTSPUNKT, &l, &E));
    cr_assert(l.n == 3 && l.p[0].ordning == 1 && l.p[2].ordning == 3);
    EQ(l.p[0].nyckel, "3");
    EQ(l.p[1].nyckel, "1");
    OK(store_post_list(s, &A, 9, POST_BESLUTSPUNKT, &l, &E));
    cr_assert_eq(l.n, 0);
    store_close(&s);
}
