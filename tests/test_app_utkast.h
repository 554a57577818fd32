/* What the tests of drafts share: fields being written in, and runs of the program that end. */
#ifndef TESTS_TEST_APP_UTKAST_H
#define TESTS_TEST_APP_UTKAST_H

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include "app/session.h"
#include "app/utkast.h"
#include "db/sql.h"
#include "tests/test_app.h"

#define PUNKT "4.4.3:1"

/* A field being written in. */
struct writing {
    struct app_utkast d;
    struct editor *e;
};

__attribute__((unused)) static void is(struct pair *p, enum status want, enum status st) {
    cr_assert_eq(st, want, "%d, not %d: %s", (int)st, (int)want, p->err.text);
}

__attribute__((unused)) static struct writing begin_in(struct pair *p, int i, enum post_slag slag,
                                                       const char *nyckel, int falt) {
    struct writing w = {0};
    app_utkast_new(&p->app[i], &p->a, &p->c[i], slag, s8_from(nyckel), falt, &w.d);
    w.e = editor_new(w.d.u.text, 0, post_slag_info(slag)->falt[falt].typ != FALT_MARKDOWN);
    editor_move(w.e, EDITOR_TEXT_END, false);
    return w;
}

__attribute__((unused)) static struct writing begin(struct pair *p, int i) {
    return begin_in(p, i, POST_SVAR, PUNKT, SVAR_MOTIVERING);
}

__attribute__((unused)) static void type(struct pair *p, struct writing *w, const char *text) {
    is(p, ST_OK, editor_insert(w->e, s8_from(text), true, &p->err));
}

__attribute__((unused)) static void keep(struct pair *p, int i, struct writing *w) {
    is(p, ST_OK, app_utkast_keep(&p->app[i], &w->d, w->e, &p->err));
}

__attribute__((unused)) static void type_kept(struct pair *p, int i, struct writing *w,
                                              const char *text) {
    type(p, w, text);
    keep(p, i, w);
}

__attribute__((unused)) static enum status save(struct pair *p, int i, struct writing *w,
                                                struct post *theirs) {
    p->err.text[0] = '\0';
    return app_utkast_save(&p->app[i], &p->a, &p->c[i], &w->d, w->e, theirs, &p->err);
}

__attribute__((unused)) static void saved(struct pair *p, int i, struct writing *w) {
    struct post theirs;
    is(p, ST_OK, save(p, i, w, &theirs));
}

__attribute__((unused)) static void set(struct pair *p, int i, const char *falt,
                                        const char *varde) {
    struct app_field f = {s8_from(falt), s8_from(varde)};
    open_case(p, i);
    is(p, ST_OK,
       app_set(&p->app[i], &p->a, &p->c[i], POST_SVAR, S8(PUNKT), &f, 1, "svara", NULL, &p->err));
}

__attribute__((unused)) static void set_text(struct pair *p, int i, const char *text) {
    set(p, i, "motivering", text);
}

/* What the opened ärende has, and that the store has the same. */
__attribute__((unused)) static struct str8 stands(struct pair *p, int i, enum post_slag slag,
                                                  const char *nyckel, int f) {
    struct post now;
    const struct post *opened = arende_post(p->c[i].arende, slag, s8_from(nyckel));
    enum status st = store_post_get(p->app[i].store, &p->a, 1, slag, s8_from(nyckel), &now, NULL);
    cr_assert_eq(st == ST_OK, opened != NULL, "only one of them has %s", nyckel);
    if (!opened)
        return S8("(ingen post)");
    cr_assert_eq(opened->version, now.version);
    for (size_t k = 0; k < post_slag_info(slag)->n_falt; k++)
        cr_assert(s8_eq(opened->value[k], now.value[k]), "%s", post_slag_info(slag)->falt[k].namn);
    return now.value[f];
}

#define EQ(got, want)                                                                              \
    do {                                                                                           \
        struct str8 g_ = (got);                                                                    \
        cr_assert(s8_eqz(g_, want), "%s is ”%.*s”, not ”%s”", #got, S8F(g_), want);                \
    } while (0)

__attribute__((unused)) static struct str8 motivering(struct pair *p, int i) {
    return stands(p, i, POST_SVAR, PUNKT, SVAR_MOTIVERING);
}

__attribute__((unused)) static size_t n_drafts(struct pair *p, int i) {
    struct utkast *u;
    size_t n;
    is(p, ST_OK, store_utkast_list(p->app[i].store, &p->a, p->app[i].vem, 0, &u, &n, &p->err));
    return n;
}

/* The name of a run in a child, which goes on until it is killed. */
__attribute__((unused)) static struct str8 other_run(struct pair *p, pid_t *pid) {
    int fd[2];
    char name[512];
    cr_assert(pipe(fd) == 0);
    *pid = fork();
    if (*pid == 0) {
        struct str8 own = session_name(&p->a);
        if (write(fd[1], own.p, own.n) == (ssize_t)own.n)
            pause();
        _exit(1);
    }
    close(fd[1]);
    ssize_t n = read(fd[0], name, sizeof name);
    cr_assert(n > 0);
    close(fd[0]);
    return arena_str8(&p->a, (struct str8){name, (size_t)n});
}

__attribute__((unused)) static void end_run(pid_t pid) {
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
}

__attribute__((unused)) static struct str8 dead_run(struct pair *p) {
    pid_t pid;
    struct str8 name = other_run(p, &pid);
    end_run(pid);
    return name;
}

/* Two runs of Anna's, of which the first is over. */
__attribute__((unused)) static struct pair run_and_next(void) {
    struct pair p = two_open();
    p.app[0].session = dead_run(&p);
    app_stop(&p.app[1]);
    p.app[1] = (struct app){0};
    open_as(&p, 1, "Anna Exempel");
    open_case(&p, 1);
    return p;
}

__attribute__((unused)) static size_t left(struct pair *p, struct app_kvarlamnat **k) {
    size_t n;
    is(p, ST_OK, app_utkast_left(&p->app[1], &p->a, k, &n, &p->err));
    return n;
}

__attribute__((unused)) static struct writing resume(struct pair *p,
                                                     const struct app_kvarlamnat *k) {
    struct writing w;
    is(p, ST_OK, app_utkast_resume(&p->app[1], &p->a, k, &w.d, &w.e, &p->err));
    return w;
}

/* SQL past the store. */
__attribute__((unused)) static void past(struct pair *p, const char *script) {
    struct sql *db;
    is(p, ST_OK, sql_open(p->path.p, &db, &p->err));
    sql_accept(db);
    is(p, ST_OK, sql_script(db, script, &p->err));
    sql_close(&db);
}

/* In a child: holds the database for that long, from when this returns. */
__attribute__((unused)) static pid_t hold(struct pair *p, useconds_t us) {
    int fd[2];
    char byte = 0;
    cr_assert(pipe(fd) == 0);
    pid_t pid = fork();
    if (pid == 0) {
        struct sql *db;
        enum status st = sql_open(p->path.p, &db, &p->err);
        if (st == ST_OK)
            st = sql_script(db, "BEGIN IMMEDIATE", &p->err);
        if (st != ST_OK || write(fd[1], &byte, 1) != 1)
            _exit(100);
        usleep(us);
        _exit((int)sql_script(db, "ROLLBACK", &p->err));
    }
    close(fd[1]);
    cr_assert(read(fd[0], &byte, 1) == 1);
    close(fd[0]);
    return pid;
}

#endif
