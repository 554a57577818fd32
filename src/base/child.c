#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"

enum { IN, OUT, SAID, STREAMS };

/* Our ends and the program's of its three streams. Its input is a socket and not a pipe: writing to
 * it when the program has gone gives an error and no SIGPIPE. */
struct streams {
    int ours[STREAMS], its[STREAMS];
};

static void shut(int *fd) {
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static void close_all(int fds[STREAMS]) {
    for (int i = 0; i < STREAMS; i++)
        shut(&fds[i]);
}

static bool open_streams(struct streams *s) {
    int pair[2];
    memset(s, -1, sizeof *s);
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
        return false;
    s->ours[IN] = pair[0];
    s->its[IN] = pair[1];
    for (int i = OUT; i < STREAMS; i++) {
        if (pipe2(pair, O_CLOEXEC) != 0)
            return false;
        s->ours[i] = pair[0];
        s->its[i] = pair[1];
    }
    for (int i = 0; i < STREAMS; i++)
        fcntl(s->ours[i], F_SETFL, fcntl(s->ours[i], F_GETFL) | O_NONBLOCK);
    return true;
}

/* Our environment with LC_ALL=C; freed by the caller, its strings are not its own. */
static char **environment(void) {
    static char c_locale[] = "LC_ALL=C";
    size_t n = 0, k = 0;
    while (environ && environ[n])
        n++;
    char **env = mem_alloc(mem_mul(n + 2, sizeof *env));
    for (size_t i = 0; i < n; i++)
        if (strncmp(environ[i], "LC_ALL=", 7) != 0)
            env[k++] = environ[i];
    env[k++] = c_locale;
    env[k] = NULL;
    return env;
}

/* Starts it with no signal blocked and none ignored; 0 or why not. */
static int start(const struct child *c, const struct streams *s, pid_t *pid) {
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attr;
    sigset_t none, all;
    char **env = environment();
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attr);
    for (int i = 0; i < STREAMS; i++)
        posix_spawn_file_actions_adddup2(&files, s->its[i], i);
    posix_spawnattr_setsigmask(&attr, &none);
    posix_spawnattr_setsigdefault(&attr, &all);
    posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    int why = posix_spawnp(pid, c->argv[0], &files, &attr, (char *const *)(size_t)c->argv, env);
    posix_spawnattr_destroy(&attr);
    posix_spawn_file_actions_destroy(&files);
    free(env);
    return why;
}

/* --- While it runs ---------------------------------------------------------------------------- */

static long now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static bool later(void) {
    return errno == EAGAIN || errno == EINTR;
}

static void feed(int *fd, struct str8 *in) {
    ssize_t n = send(*fd, in->p, in->n, MSG_NOSIGNAL);
    if (n >= 0)
        *in = s8_skip(*in, (size_t)n);
    if (in->n == 0 || (n < 0 && !later()))
        shut(fd);
}

static void take(int *fd, struct buf *to, size_t most) {
    char chunk[4096];
    ssize_t n = read(*fd, chunk, sizeof chunk);
    if (n == 0 || (n < 0 && !later()))
        shut(fd);
    else if (n > 0 && to->n < most)
        buf_bytes(to, chunk, (size_t)n < most - to->n ? (size_t)n : most - to->n);
}

/* Carries bytes until both outputs have ended; false when the time had passed before. */
static bool carry(const struct child *c, struct streams *s, struct buf *out, struct buf *said) {
    struct str8 in = c->in;
    size_t most_out = out->n + c->most, most_said = said->n + c->most;
    long until = now_ms() + c->seconds * 1000L;
    if (in.n == 0)
        shut(&s->ours[IN]);
    while (s->ours[OUT] >= 0 || s->ours[SAID] >= 0) {
        struct pollfd p[STREAMS] = {
            {s->ours[IN], POLLOUT, 0}, {s->ours[OUT], POLLIN, 0}, {s->ours[SAID], POLLIN, 0}};
        long left = until - now_ms();
        if (left <= 0 || (poll(p, STREAMS, (int)left) < 0 && errno != EINTR))
            return false;
        if (p[IN].revents)
            feed(&s->ours[IN], &in);
        if (p[OUT].revents)
            take(&s->ours[OUT], out, most_out);
        if (p[SAID].revents)
            take(&s->ours[SAID], said, most_said);
    }
    return true;
}

static pid_t reap(pid_t pid, int *status, int how) {
    pid_t got;
    do
        got = waitpid(pid, status, how);
    while (got < 0 && errno == EINTR);
    return got;
}

/* A program that has closed its outputs has its time once more to end. */
static struct child_end wait_for(pid_t pid, bool late, int seconds) {
    const struct timespec pause = {0, 5000000};
    long until = now_ms() + seconds * 1000L;
    int status = 0;
    pid_t got = 0;
    while (!late && (got = reap(pid, &status, WNOHANG)) == 0) {
        late = now_ms() > until;
        nanosleep(&pause, NULL);
    }
    if (late && got == 0) {
        kill(pid, SIGKILL);
        got = reap(pid, &status, 0);
    }
    bool ended = got == pid && WIFEXITED(status) && !late;
    return (struct child_end){ended ? WEXITSTATUS(status) : -1, late};
}

enum status child_run(const struct child *c, struct buf *out, struct buf *said,
                      struct child_end *end, struct error *err) {
    struct streams s;
    pid_t pid = -1;
    int why = open_streams(&s) ? start(c, &s, &pid) : errno;
    close_all(s.its);
    if (why == 0) {
        bool ended = carry(c, &s, out, said);
        *end = wait_for(pid, !ended, c->seconds);
    }
    close_all(s.ours);
    if (why == ENOENT)
        return error_set(err, ST_NOT_FOUND, "programmet ”%s” finns inte på den här datorn",
                         c->argv[0]);
    if (why)
        return error_set(err, ST_IO, "programmet ”%s” kunde inte startas: %s", c->argv[0],
                         errno_text(why));
    return ST_OK;
}
