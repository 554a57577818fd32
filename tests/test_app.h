/* What the tests of the app share: two connections to one database, as two people have. */
#ifndef TESTS_TEST_APP_H
#define TESTS_TEST_APP_H

#include <criterion/criterion.h>
#include <stdlib.h>
#include "app/cases.h"

struct pair {
    struct arena a;
    struct str8 path;
    struct app app[2];
    struct app_case c[2]; /* ärende 1, on SOU 2024:72 */
    struct error err;
};

__attribute__((unused)) static void open_as(struct pair *p, int i, const char *who) {
    const char *srcdir = getenv("srcdir");
    struct str8 notice, data = arena_printf(&p->a, "%s/db", srcdir ? srcdir : ".");
    setenv("YTTRA_VEM", who, 1);
    setenv("YTTRA_DATA", data.p, 1);
    cr_assert_eq(app_start(&p->app[i], p->path.p, &p->err), ST_OK);
    cr_assert_eq(app_open(&p->app[i], APP_WRITE, &notice, &p->err), ST_OK, "%s", p->err.text);
}

__attribute__((unused)) static void open_case(struct pair *p, int i) {
    cr_assert_eq(app_case_open(&p->app[i], &p->a, S8("1"), &p->c[i], &p->err), ST_OK);
}

__attribute__((unused)) static struct pair two_open(void) {
    struct pair p = {0};
    const char *tmp = getenv("TMPDIR");
    struct str8 folder = arena_printf(&p.a, "%s/yttra-app.XXXXXX", tmp ? tmp : "/tmp");
    cr_assert(mkdtemp((char *)(uintptr_t)folder.p));
    p.path = arena_printf(&p.a, "%.*s/y.db", S8F(folder));
    open_as(&p, 0, "Anna Exempel");
    open_as(&p, 1, "Bo Prov");
    cr_assert_eq(app_case_new(&p.app[0], &p.a, S8("SOU 2024:72"), NULL, 0, &p.c[0], &p.err), ST_OK,
                 "%s", p.err.text);
    open_case(&p, 0);
    open_case(&p, 1);
    return p;
}

__attribute__((unused)) static void close_both(struct pair *p) {
    app_stop(&p->app[0]);
    app_stop(&p->app[1]);
    arena_free(&p->a);
}

__attribute__((unused)) static bool text_has(const char *text, const char *part) {
    return s8_find(s8_from(text), s8_from(part)) >= 0;
}

#endif
