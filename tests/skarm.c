#include "tests/skarm.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fileio.h"

static const char *environment(const char *name, const char *otherwise) {
    const char *v = getenv(name);
    return v ? v : otherwise;
}

void skarm_new(struct skarm *s) {
    *s = (struct skarm){.t = {.fd = -1}};
    struct str8 dir = arena_printf(&s->a, "%s/skarm.XXXXXX", environment("TMPDIR", "/tmp"));
    char *made = (char *)(size_t)dir.p;
    cr_assert(mkdtemp(made), "mkdtemp");
    s->db = arena_printf(&s->a, "%s/yttra.db", made).p;
}

static void set_day(void) {
    setenv("YTTRA_NU", "2025-01-20", 1);
    setenv("YTTRA_VEM", "Handläggare A", 1);
}

struct str8 skarm_command(struct skarm *s, const char *word, ...) {
    enum { WORDS = 16 };
    char *argv[WORDS + 4] = {(char *)(size_t)environment("YTTRA", "./yttra")};
    int n = 1, out[2], status = 0;
    va_list ap;
    va_start(ap, word);
    for (; word && n < WORDS; word = va_arg(ap, const char *))
        argv[n++] = (char *)(size_t)word;
    va_end(ap);
    argv[n++] = (char *)(size_t) "--databas";
    argv[n] = (char *)(size_t)s->db;
    cr_assert(pipe(out) == 0, "pipe");
    pid_t pid = fork();
    if (pid == 0) {
        set_day();
        dup2(out[1], STDOUT_FILENO);
        close(out[0]);
        close(out[1]);
        execvp(argv[0], argv);
        _exit(127);
    }
    close(out[1]);
    struct buf b = {0};
    char part[4096];
    for (ssize_t k; (k = read(out[0], part, sizeof part)) > 0;)
        buf_bytes(&b, part, (size_t)k);
    close(out[0]);
    waitpid(pid, &status, 0);
    struct str8 all = arena_str8(&s->a, buf_str8_of(&b));
    buf_free(&b);
    return all;
}

void skarm_case(struct skarm *s) {
    struct str8 nr = skarm_command(s, "nytt", "SOU 2024:72", "--dnr", "ON 2025/17", "--svarstid",
                                   "2025-03-14", "--nämnd", "Omsorgsnämnden", NULL);
    cr_assert(s8_eqz(nr, "1\n"), "%.*s", S8F(nr));
}

void skarm_start(struct skarm *s, int rows, int cols) {
    const char *env[16] = {"YTTRA_NU=2025-01-20", "YTTRA_VEM=Handläggare A"};
    char *argv[8] = {(char *)(size_t)environment("YTTRA", "./yttra"), (char *)(size_t) "--databas",
                     (char *)(size_t)s->db};
    for (int i = 0; i < 8 && s->extra[i]; i++)
        env[i + 2] = s->extra[i];
    for (int i = 0; i < 4 && s->argument[i]; i++)
        argv[i + 3] = s->argument[i];
    cr_assert(term_start(&s->t, rows, cols, argv, env), "forkpty");
    if (!term_until(&s->t, "hj")) {
        struct buf b = {0};
        term_screen(&s->t, &b);
        cr_assert_fail("it never started:\n%s", b.p);
    }
}

void skarm_keys(struct skarm *s, const char *keys, const char *text) {
    struct buf b = {0};
    term_type(&s->t, keys);
    if (term_until(&s->t, text)) {
        term_settle(&s->t, 20, 200);
        return;
    }
    term_screen(&s->t, &b);
    cr_assert_fail("”%s” is not shown:\n%s", text, b.p);
}

void skarm_golden(struct skarm *s, const char *name) {
    struct buf screen = {0}, want = {0};
    struct error err = {0};
    const char *path =
        arena_printf(&s->a, "%s/tests/golden/terminal/%s.txt", environment("srcdir", "."), name).p;
    term_settle(&s->t, 50, 500);
    term_screen(&s->t, &screen);
    if (getenv("UPDATE")) {
        cr_assert_eq(file_write(path, buf_str8_of(&screen), 0644, &err), ST_OK, "%s", err.text);
    } else {
        cr_assert_eq(file_read(path, &want, &err), ST_OK, "%s", err.text);
        cr_assert(s8_eq(buf_str8_of(&screen), buf_str8_of(&want)), "%s is\n%s", name, screen.p);
    }
    buf_free(&screen);
    buf_free(&want);
}

void skarm_quit(struct skarm *s) {
    term_type(&s->t, "\x11");
    cr_assert(term_wait_end(&s->t, 10000), "it did not end");
    cr_assert(WIFEXITED(s->t.status) && WEXITSTATUS(s->t.status) == 0, "status %d", s->t.status);
    term_stop(&s->t);
    s->t = (struct term){.fd = -1};
}

void skarm_free(struct skarm *s) {
    if (s->t.vt)
        term_stop(&s->t);
    arena_free(&s->a);
}
