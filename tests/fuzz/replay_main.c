/* main for a fuzz target in an ordinary build: feeds it every file of its corpus, one TAP test
 * each.
 *
 * fuzz_NAME reads $srcdir/tests/fuzz/corpus/NAME, or the files named as arguments.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fileio.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool replay(const char *path) {
    struct buf b = {0};
    struct error err = {0};
    enum status st = file_read(path, &b, &err);
    if (st == ST_OK)
        LLVMFuzzerTestOneInput((const uint8_t *)(b.p ? b.p : ""), b.n);
    else
        printf("# %s\n", err.text);
    buf_free(&b);
    return st == ST_OK;
}

static bool report(int n, const char *path) {
    /* Said before the file is tried, so that a crash is known by its file. */
    printf("# %s\n", path);
    fflush(stdout);
    bool ok = replay(path);
    const char *name = strrchr(path, '/');
    printf("%s %d - %s\n", ok ? "ok" : "not ok", n, name ? name + 1 : path);
    return ok;
}

static int visible(const struct dirent *e) {
    return e->d_name[0] != '.';
}

/* Every file of the target's folder; the number of tests, negative if one failed. */
static int replay_corpus(const char *program) {
    const char *srcdir = getenv("srcdir");
    const char *name = strstr(program, "fuzz_");
    struct buf dir = {0};
    struct dirent **entries = NULL;
    buf_printf(&dir, "%s/tests/fuzz/corpus/%s", srcdir ? srcdir : ".", name ? name + 5 : program);
    int n = scandir(dir.p, &entries, visible, alphasort);
    bool good = n > 0;
    if (!good)
        printf("# %s: no corpus\n", dir.p);
    for (int i = 0; i < n; i++) {
        struct buf path = {0};
        buf_printf(&path, "%s/%s", dir.p, entries[i]->d_name);
        good = report(i + 1, path.p) && good;
        buf_free(&path);
        free(entries[i]);
    }
    free(entries);
    buf_free(&dir);
    return good ? n : -1;
}

int main(int argc, char **argv) {
    bool good = true;
    int n = argc - 1;
    for (int i = 1; i < argc; i++)
        good = report(i, argv[i]) && good;
    if (argc == 1) {
        const char *slash = strrchr(argv[0], '/');
        n = replay_corpus(slash ? slash + 1 : argv[0]);
        good = n > 0;
    }
    if (good)
        printf("1..%d\n", n);
    return good ? 0 : 1;
}
