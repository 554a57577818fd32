/* Writes the patterns of a hyphenation dictionary as C tables to standard output. Run when the
 * program is built: hyphen_make /usr/share/hyphen/hyph_sv_SE.dic */
#include "emit/hyphen_table.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS_MAX = UINT16_MAX };

/* Texts of digits, each once. */
struct digits {
    char bytes[DIGITS_MAX];
    size_t n;
};

/* Where `text` stands; 0 for none, SIZE_MAX when there is no more room. */
static size_t digits_place(struct digits *d, const char *text) {
    if (!text || !*text)
        return 0;
    for (size_t at = 1; at < d->n; at += strlen(d->bytes + at) + 1)
        if (strcmp(d->bytes + at, text) == 0)
            return at;
    size_t at = d->n, n = strlen(text) + 1;
    if (at + n > sizeof d->bytes)
        return SIZE_MAX;
    memcpy(d->bytes + at, text, n);
    d->n += n;
    return at;
}

static void write_trans(const HyphenDict *dict, int level) {
    int n = 0;
    printf("static const HyphenTrans trans_%d[] = {\n", level);
    for (int i = 0; i < dict->num_states; i++)
        for (int k = 0; k < dict->states[i].num_trans; k++, n++) {
            const HyphenTrans *t = &dict->states[i].trans[k];
            printf("{(char)%d, %d},%s", t->ch, t->new_state, n % 8 == 7 ? "\n" : " ");
        }
    printf("{0, 0}};\n");
}

static bool write_states(const HyphenDict *dict, int level, struct digits *digits) {
    printf("static const struct hyphen_state states_%d[] = {\n", level);
    for (int i = 0; i < dict->num_states; i++) {
        const HyphenState *s = &dict->states[i];
        size_t match = digits_place(digits, s->match);
        if (s->repl || match > UINT16_MAX || s->num_trans > UINT16_MAX) {
            fprintf(stderr, "hyphen_make: state %d cannot be written as a table\n", i);
            return false;
        }
        printf("{%d, %zu, %d},%s", s->fallback_state, match, s->num_trans, i % 8 == 7 ? "\n" : " ");
    }
    printf("};\n");
    return true;
}

static void write_digits(const struct digits *digits, int level) {
    printf("static const char digits_%d[] = {", level);
    for (size_t i = 0; i < digits->n; i++)
        printf("%d,%s", digits->bytes[i], i % 32 == 31 ? "\n" : " ");
    printf("};\n");
}

/* A few separators, each ended by NUL. */
static void write_nohyphen(const HyphenDict *dict, int level) {
    const char *p = dict->nohyphen;
    printf("static const char nohyphen_%d[] = {", level);
    for (int k = 0; p && k <= dict->nohyphenl; k++, p += strlen(p) + 1)
        for (size_t i = 0; i <= strlen(p); i++)
            printf("(char)%d, ", p[i]);
    printf("0};\n");
}

static bool write_level(const HyphenDict *dict, int level) {
    struct digits *digits = calloc(1, sizeof *digits);
    if (!digits)
        return false;
    digits->n = 1;
    write_trans(dict, level);
    bool ok = write_states(dict, level, digits);
    write_digits(digits, level);
    write_nohyphen(dict, level);
    free(digits);
    return ok;
}

static void write_levels(const HyphenDict *dict) {
    int n = 0;
    printf("const struct hyphen_level hyphen_levels[] = {\n");
    for (const HyphenDict *d = dict; d; d = d->nextlevel, n++)
        printf("{states_%d, %d, trans_%d, digits_%d, {%d, %d, %d, %d}, %s_%d, %d, \"%s\"},\n", n,
               d->num_states, n, n, d->lhmin, d->rhmin, d->clhmin, d->crhmin, "nohyphen", n,
               d->nohyphen ? d->nohyphenl : -1, d->cset);
    printf("};\nconst int hyphen_n_levels = %d;\n", n);
}

int main(int argc, char **argv) {
    HyphenDict *dict = argc == 2 ? hnj_hyphen_load(argv[1]) : NULL;
    int level = 0;
    if (!dict || dict->utf8 || strcmp(dict->cset, "ISO8859-1") != 0) {
        fprintf(stderr, "hyphen_make: %s is no dictionary in ISO8859-1\n",
                argc == 2 ? argv[1] : "nothing");
        hnj_hyphen_free(dict);
        return 1;
    }
    printf("/* Made by hyphen_make. */\n#include \"emit/hyphen_table.h\"\n\n");
    bool ok = true;
    for (const HyphenDict *d = dict; d && ok; d = d->nextlevel)
        ok = write_level(d, level++);
    write_levels(dict);
    hnj_hyphen_free(dict);
    return ok && fflush(stdout) == 0 ? 0 : 1;
}
