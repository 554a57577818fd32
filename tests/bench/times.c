/* How long a command takes as a whole process, from fork to its end:
 *     times NUMBER COMMAND ARGUMENT…
 * Runs it NUMBER times, after three that are not counted, and prints the median in microseconds.
 * Every "{}" in an argument becomes the number of the run. What the command prints is thrown away.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { WARM_UP = 3, RUNS_MAX = 10000, ARGUMENTS_MAX = 32 };

static long now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000L + t.tv_nsec / 1000;
}

static void become(char **command, int run) {
    char text[ARGUMENTS_MAX][256];
    char *argument[ARGUMENTS_MAX + 1] = {NULL};
    for (int i = 0; command[i] && i < ARGUMENTS_MAX; i++) {
        const char *hole = strstr(command[i], "{}");
        argument[i] = command[i];
        if (hole) {
            snprintf(text[i], sizeof text[i], "%.*s%d%s", (int)(hole - command[i]), command[i], run,
                     hole + 2);
            argument[i] = text[i];
        }
    }
    int null = open("/dev/null", O_WRONLY);
    dup2(null, STDOUT_FILENO);
    execvp(argument[0], argument);
    _exit(127);
}

/* Microseconds, or -1 if the command failed. */
static long once(char **command, int run) {
    int status;
    long start = now();
    pid_t child = fork();
    if (child == 0)
        become(command, run);
    if (child < 0 || waitpid(child, &status, 0) < 0)
        return -1;
    long took = now() - start;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? took : -1;
}

static int ascending(const void *a, const void *b) {
    const long *p = a, *q = b;
    return (*p > *q) - (*p < *q);
}

int main(int argc, char **argv) {
    static long took[RUNS_MAX];
    int n = argc > 2 ? atoi(argv[1]) : 0;
    if (n < 1 || n > RUNS_MAX) {
        fprintf(stderr, "times NUMBER COMMAND ARGUMENT…\n");
        return 2;
    }
    for (int i = -WARM_UP; i < n; i++) {
        long t = once(argv + 2, i + WARM_UP);
        if (t < 0) {
            fprintf(stderr, "times: %s failed\n", argv[2]);
            return 1;
        }
        if (i >= 0)
            took[i] = t;
    }
    qsort(took, (size_t)n, sizeof *took, ascending);
    printf("%ld\n", took[n / 2]);
    return 0;
}
