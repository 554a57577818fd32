/* Times whole processes by turns:
 *     tid RUNS COMMAND… [-- COMMAND…]
 * Prints per command the median and the spread in milliseconds and the most memory that a run held
 * at once (resident, its children's apart), and with two the ratio of the medians of each pair
 * (first : second). Output of the commands goes to /dev/null. One run of each
 * is thrown away. An argument with "{}" gets the number of the run in its place. Exit 1 if a
 * command fails. */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

enum { RUNS_MAX = 1000, ARGUMENTS_MAX = 32, ARGUMENT_MAX = 256 };

static double now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* The command with the number of the run filled in, in memory that lives till the next call. */
static char **numbered(char **command, int nr) {
    static char text[ARGUMENTS_MAX][ARGUMENT_MAX];
    static char *argv[ARGUMENTS_MAX + 1];
    int n = 0;
    for (; command[n] && n < ARGUMENTS_MAX; n++) {
        const char *hole = strstr(command[n], "{}");
        argv[n] = command[n];
        if (!hole)
            continue;
        snprintf(text[n], sizeof text[n], "%.*s%d%s", (int)(hole - command[n]), command[n], nr,
                 hole + 2);
        argv[n] = text[n];
    }
    argv[n] = NULL;
    return argv;
}

/* Milliseconds that the command took; negative if it failed. `peak` becomes the larger of what it
 * was and the memory that the run held, in kB. */
static double run(char **command, int nr, long *peak) {
    char **argv = numbered(command, nr);
    posix_spawn_file_actions_t to_null;
    pid_t pid;
    int status = 0;
    posix_spawn_file_actions_init(&to_null);
    posix_spawn_file_actions_addopen(&to_null, 1, "/dev/null", O_WRONLY, 0);
    double start = now_ms();
    int failed = posix_spawnp(&pid, argv[0], &to_null, NULL, argv, environ);
    struct rusage used;
    if (!failed && wait4(pid, &status, 0, &used) < 0)
        failed = 1;
    if (!failed && used.ru_maxrss > *peak)
        *peak = used.ru_maxrss;
    double took = now_ms() - start;
    posix_spawn_file_actions_destroy(&to_null);
    return failed || status ? -1 : took;
}

static int ascending(const void *a, const void *b) {
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void report(const char *name, double *ms, int n, long peak) {
    qsort(ms, (size_t)n, sizeof *ms, ascending);
    printf("%s: %.2f ms (median of %d, %.2f–%.2f), %.1f MB\n", name, ms[n / 2], n, ms[0], ms[n - 1],
           (double)peak / 1024);
}

int main(int argc, char **argv) {
    static double first[RUNS_MAX], second[RUNS_MAX], ratio[RUNS_MAX];
    int runs = argc > 2 ? atoi(argv[1]) : 0;
    char **a = argv + 2, **b = NULL;
    for (int i = 2; i < argc && !b; i++) {
        if (strcmp(argv[i], "--") == 0 && i + 1 < argc) {
            argv[i] = NULL;
            b = argv + i + 1;
        }
    }
    if (runs < 1 || runs > RUNS_MAX) {
        fputs("usage: tid RUNS COMMAND… [-- COMMAND…]\n", stderr);
        return 2;
    }
    long peak_first = 0, peak_second = 0;
    for (int i = -1; i < runs; i++) {
        double x = run(a, i, &peak_first), y = b ? run(b, i, &peak_second) : 1;
        if (x < 0 || y < 0) {
            fprintf(stderr, "%s failed\n", x < 0 ? a[0] : b[0]);
            return 1;
        }
        if (i >= 0) {
            first[i] = x;
            second[i] = y;
            ratio[i] = x / y;
        }
    }
    report("first", first, runs, peak_first);
    if (b) {
        report("second", second, runs, peak_second);
        qsort(ratio, (size_t)runs, sizeof *ratio, ascending);
        printf("ratio first : second: %.3f (median of pairs, %.3f–%.3f)\n", ratio[runs / 2],
               ratio[0], ratio[runs - 1]);
    }
    return 0;
}
