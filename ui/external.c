#include "ui/external.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fileio.h"
#include "base/utf8.h"

enum { WORDS_MAX = 16, NOT_STARTED = 127 };

static const char *program(void) {
    const char *visual = getenv("VISUAL"), *editor = getenv("EDITOR");
    return visual && *visual ? visual : editor && *editor ? editor : NULL;
}

/* The words of the command and the file. */
static void split(struct arena *a, const char *command, const char *path,
                  char *argv[WORDS_MAX + 2]) {
    int n = 0;
    for (struct str8 rest = s8_from(command); rest.p && n < WORDS_MAX;) {
        struct str8 word = s8_cut(&rest, ' ');
        if (word.n)
            argv[n++] = (char *)(size_t)arena_str8(a, word).p;
    }
    argv[n++] = (char *)(size_t)path;
    argv[n] = NULL;
}

/* Its exit code; NOT_STARTED where it cannot be run, -1 where it was killed. */
static int run(char *const argv[]) {
    int status;
    pid_t pid = fork();
    if (pid == 0) {
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, NULL);
        signal(SIGINT, SIG_DFL);
        signal(SIGPIPE, SIG_DFL);
        execvp(argv[0], argv);
        _exit(NOT_STARTED);
    }
    if (pid < 0)
        return NOT_STARTED;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static enum status write_temporary(struct arena *a, struct str8 in, const char **path,
                                   struct error *err) {
    const char *dir = getenv("XDG_RUNTIME_DIR");
    if (!dir || access(dir, W_OK) != 0)
        dir = getenv("TMPDIR");
    struct str8 name = arena_printf(a, "%s/yttra-XXXXXX.md", dir && *dir ? dir : "/tmp");
    char *made = arena_alloc(a, name.n + 1);
    memcpy(made, name.p, name.n);
    int fd = mkstemps(made, 3);
    if (fd < 0)
        return error_set(err, ST_IO, "texten kunde inte läggas i en fil i %s: %s",
                         dir ? dir : "/tmp", errno_text(errno));
    bool ok = file_put_all(fd, in) && file_put_all(fd, S8("\n"));
    int why = errno;
    close(fd);
    *path = made;
    if (ok)
        return ST_OK;
    unlink(made);
    return error_set(err, why == ENOSPC ? ST_FULL : ST_IO, "%s kunde inte skrivas: %s", made,
                     errno_text(why));
}

static enum status judge(int code, const char *name, struct error *err) {
    if (code == NOT_STARTED)
        return error_set(err, ST_NOT_FOUND,
                         "programmet ”%s” kunde inte startas. Se efter vad VISUAL och EDITOR är.",
                         name);
    if (code != 0)
        return error_set(err, ST_REFUSED, "”%s” avslutades med ett fel, så texten är som den var",
                         name);
    return ST_OK;
}

/* What was written there and cannot be taken stays in its file, which the error then names. */
static bool keep_file(const char *path, struct str8 in, struct error *err) {
    struct buf now = {0};
    struct str8 trimmed;
    bool differs = file_read(path, &now, NULL) == ST_OK;
    trimmed = s8_trim_right(buf_str8_of(&now));
    differs = differs && trimmed.n && !s8_eq(trimmed, s8_trim_right(in));
    buf_free(&now);
    if (differs) {
        char why[sizeof err->text];
        snprintf(why, sizeof why, "%s", err->text);
        error_set(err, err->status, "Det du skrev finns kvar i %s: %s", path, why);
    }
    return differs;
}

enum status external_edit(struct str8 in, struct buf *out, struct error *err) {
    struct arena a = {0};
    struct buf bytes = {0};
    struct str8 text;
    const char *path = NULL, *command = program();
    char *argv[WORDS_MAX + 2];
    if (!command)
        return error_set(err, ST_NOT_FOUND,
                         "ingen egen redigerare är vald. Sätt variabeln EDITOR innan du startar "
                         "yttra, till exempel EDITOR=nano.");
    enum status st = write_temporary(&a, in, &path, err);
    if (st == ST_OK) {
        split(&a, command, path, argv);
        st = judge(run(argv), argv[0], err);
    }
    if (st == ST_OK)
        st = file_read(path, &bytes, err);
    if (st == ST_OK)
        st = utf8_admit(&a, buf_str8_of(&bytes), "texten från redigeraren", &text, err);
    if (st == ST_OK)
        buf_str8(out, s8_trim_right(text));
    if (path && !(st != ST_OK && keep_file(path, in, err)))
        unlink(path);
    buf_free(&bytes);
    arena_free(&a);
    return st;
}
