#include "ui/external.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/fileio.h"
#include "base/utf8.h"

enum { WORDS_MAX = 16, NOT_STARTED = 127, STILL_RUNS = -2 };

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

/* In the child: signals as a program expects them, whatever we do with them. */
static void become(char *const argv[], const sigset_t *mask) {
    static const int usual[] = {SIGINT, SIGQUIT, SIGPIPE, SIGTSTP, SIGTTIN, SIGTTOU};
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        signal(usual[i], SIG_DFL);
    sigprocmask(SIG_SETMASK, mask, NULL);
    execvp(argv[0], argv);
    _exit(NOT_STARTED);
}

/* The child has stopped, as with its own Ctrl-Z: we stop too, all of the job, so that the user
 * comes to the shell; fg then leads back into the child. Where there is no shell to come to the
 * kernel stops nobody, and the child goes on at once. */
static void stop_with(pid_t pid) {
    signal(SIGTSTP, SIG_DFL);
    kill(0, SIGTSTP);
    signal(SIGTSTP, SIG_IGN);
    kill(pid, SIGCONT);
}

/* Waits for it, with the signals of `wanted` blocked. One that ends us is passed on to it and given
 * in `gone`; then it gets a second. Its exit code, -1 where it was killed, STILL_RUNS. */
static int await(pid_t pid, const sigset_t *wanted, int *gone) {
    const struct timespec second = {1, 0};
    int status;
    for (;;) {
        pid_t got = waitpid(pid, &status, WNOHANG | WUNTRACED);
        if (got == pid && WIFSTOPPED(status)) {
            stop_with(pid);
            continue;
        }
        if (got != 0)
            return got == pid && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        int sig = sigtimedwait(wanted, NULL, *gone ? &second : NULL);
        if (sig < 0 && errno == EAGAIN)
            return STILL_RUNS;
        if (sig > 0 && sig != SIGCHLD) {
            *gone = sig;
            kill(pid, sig);
            kill(pid, SIGCONT);
        }
    }
}

/* Its exit code; NOT_STARTED where it cannot be run, else as await. A signal to end that came
 * meanwhile has reached our own handler when this returns. */
static int run(char *const argv[]) {
    struct sigaction stop, child, plain = {.sa_handler = SIG_DFL}, none = {.sa_handler = SIG_IGN};
    sigset_t wanted, before;
    int gone = 0, code = NOT_STARTED;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGCHLD);
    sigaddset(&wanted, SIGTERM);
    sigaddset(&wanted, SIGHUP);
    sigprocmask(SIG_BLOCK, &wanted, &before);
    /* What the terminal stops is the child, and we follow it: stop_with. */
    sigaction(SIGTSTP, &none, &stop);
    sigaction(SIGCHLD, &plain, &child);
    pid_t pid = fork();
    if (pid == 0)
        become(argv, &before);
    if (pid > 0)
        code = await(pid, &wanted, &gone);
    sigaction(SIGCHLD, &child, NULL);
    sigaction(SIGTSTP, &stop, NULL);
    sigprocmask(SIG_SETMASK, &before, NULL);
    if (gone)
        raise(gone);
    return code;
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
    if (code == STILL_RUNS)
        return error_set(err, ST_BUSY, "”%s” avslutades inte, så texten är som den var", name);
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
    /* ST_BUSY: the program has the file. */
    if (path && st != ST_BUSY && !(st != ST_OK && keep_file(path, in, err)))
        unlink(path);
    buf_free(&bytes);
    arena_free(&a);
    return st;
}
