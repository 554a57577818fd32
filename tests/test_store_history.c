/* The store seen from outside: history, exchange, transactions. */
#include "tests/test_store.h"

/* ---- history ---- */

Test(history, is_newest_first_and_limited) {
    setenv("YTTRA_NU", "2025-01-29T08:00:00Z", 1);
    struct store *s = sample_store(test_path("a.db"));
    setenv("YTTRA_NU", "2025-01-30T09:00:00Z", 1);
    struct post p = get(s, 1, POST_TEXT, "sammanfattning");
    p.value[0] = S8("Ny.");
    OK(store_post_put(s, &A, 1, &p, NULL, NULL, &E));
    struct revision *r;
    size_t n;
    OK(store_revision_list(s, &A, 1, POST_SLAG_N, S8(""), 2, &r, &n, &E));
    cr_assert_eq(n, 2);
    EQ(r[0].tid, "2025-01-30T09:00:00Z");
    EQ(r[1].tid, "2025-01-29T08:00:00Z");
    EQ(r[0].orsak, "spara");
    OK(store_revision_list(s, &A, 1, POST_BESLUTSPUNKT, (struct str8){0}, 0, &r, &n, &E));
    cr_assert_eq(n, 3);
    struct arende *ar;
    OK(store_arende_get(s, &A, 1, &ar, &E));
    EQ(ar->andrad, "2025-01-30T09:00:00Z");
    EQ(ar->skapad, "2025-01-29T08:00:00Z");
    store_close(&s);
}

/* What `exportera` would write: the ärende and its revisions, oldest first. */
static struct revision *exported(struct store *s, struct arende **ar, size_t *n) {
    struct revision *r;
    OK(store_arende_get(s, &A, 1, ar, &E));
    *n = revisions(s, 1, POST_SLAG_N, NULL, &r);
    for (size_t i = 0; i < *n / 2; i++) {
        struct revision t = r[i];
        r[i] = r[*n - 1 - i];
        r[*n - 1 - i] = t;
    }
    return r;
}

Test(exchange, with_history) {
    bool changed;
    setenv("YTTRA_NU", "2025-01-29T08:00:00Z", 1);
    struct store *s = sample_store(test_path("a.db"));
    struct post p = get(s, 1, POST_BESLUTSPUNKT, "2");
    OK(store_post_remove(s, &A, 1, &p, "ta bort", &E));
    p = get(s, 1, POST_ARENDE, "");
    p.value[ARENDE_DNR] = S8("OSN 2024/9");
    OK(store_post_put(s, &A, 1, &p, "ange", NULL, &E));
    struct arende *ar;
    size_t n;
    struct revision *revs = exported(s, &ar, &n);
    setenv("YTTRA_NU", "2025-03-01", 1);
    struct store *t = open_as(test_path("b.db"), "Bo");
    OK(store_betankande_put(t, sample_betankande("sou-2024-72", "SOU 2024:72"), false, &E));
    OK(store_arende_import(t, &A, ar, revs, n, 0, &changed, &E));
    cr_assert_eq(ar->nr, 1);
    struct revision *got;
    cr_assert_eq(revisions(t, 1, POST_SLAG_N, NULL, &got), n);
    for (size_t i = 0; i < n; i++) {
        const struct revision *x = &got[n - 1 - i];
        cr_assert(s8_eq(x->tid, revs[i].tid) && s8_eq(x->vem, revs[i].vem));
        cr_assert(s8_eq(x->orsak, revs[i].orsak) && x->borttagen == revs[i].borttagen);
        cr_assert_eq(x->post.version, revs[i].post.version);
    }
    struct arende *back;
    OK(store_arende_get(t, &A, 1, &back, &E));
    EQ(back->andrad, "2025-01-29T08:00:00Z");
    cr_assert_eq(back->post[POST_ARENDE].p[0].version, 2);
    sound(t);
    IS(ST_EXISTS, store_arende_import(t, &A, ar, revs, n, 0, &changed, &E));
    IS(ST_NOT_FOUND, store_arende_import(t, &A, ar, revs, n, 5, &changed, &E));
    store_close(&t);
    store_close(&s);
}

Test(exchange, without_history_and_incomplete) {
    bool changed;
    struct store *s = sample_store(test_path("a.db"));
    struct arende *ar = sample_arende();
    OK(store_arende_import(s, &A, ar, NULL, 0, 0, &changed, &E));
    cr_assert_eq(ar->nr, 2);
    struct revision *r;
    cr_assert_eq(revisions(s, 2, POST_SLAG_N, NULL, &r), 6);
    EQ(r[0].orsak, "läs");
    /* A history that says nothing of who and why, and of a post that is not there. */
    struct revision odd = {.tid = S8("2020-01-01T00:00:00Z"),
                           .post = post_new(&A, POST_TEXT, S8("ekonomi"))};
    odd.post.value[0] = S8("Dyrt.");
    ar = sample_arende();
    OK(store_arende_import(s, &A, ar, &odd, 1, 0, &changed, &E));
    cr_assert_eq(revisions(s, 3, POST_TEXT, "ekonomi", &r), 2);
    EQ(r[1].vem, "okänd");
    EQ(r[1].orsak, "läs");
    cr_assert(r[0].borttagen && r[0].post.version == 2);
    EQ(r[0].post.value[0], "Dyrt.");
    sound(s);
    store_close(&s);
}

Test(exchange, in_place_of_another) {
    bool changed;
    struct store *s = sample_store(test_path("a.db"));
    struct arende *ar;
    size_t n_revs;
    struct revision *revs = exported(s, &ar, &n_revs);
    struct post p = get(s, 1, POST_SVAR, "4.1:1");
    p.value[SVAR_STALLNING] = S8("avstyrker");
    OK(store_post_put(s, &A, 1, &p, "svara", NULL, &E));
    struct post extra = post_new(&A, POST_TEXT, S8("ekonomi"));
    extra.value[0] = S8("Dyrt.");
    OK(store_post_put(s, &A, 1, &extra, "skriv", NULL, &E));
    OK(store_arende_import(s, &A, ar, revs, n_revs, 1, &changed, &E));
    cr_assert_eq(ar->nr, 1);
    struct post now = get(s, 1, POST_SVAR, "4.1:1");
    EQ(now.value[SVAR_STALLNING], "tillstyrker");
    p.value[SVAR_VILLKOR] = S8("nu");
    IS(ST_CONFLICT, store_post_put(s, &A, 1, &p, "svara", NULL, &E));
    struct revision *r;
    size_t n = revisions(s, 1, POST_SVAR, "4.1:1", &r);
    cr_assert(changed);
    cr_assert_eq(n, 3);
    EQ(r[0].orsak, "läs");
    EQ(r[1].orsak, "svara");
    EQ(r[1].post.value[SVAR_STALLNING], "avstyrker");
    revisions(s, 1, POST_TEXT, "ekonomi", &r);
    cr_assert(r[0].borttagen);
    struct arende *back;
    OK(store_arende_get(s, &A, 1, &back, &E));
    cr_assert_eq(back->post[POST_TEXT].n, 1);
    struct traff *t;
    OK(store_search(s, &A, S8("dyrt"), 0, &t, &n, &E));
    cr_assert_eq(n, 0);
    sound(s);
    store_close(&s);
}

Test(exchange, the_date_is_that_of_the_newest_revision) {
    bool changed;
    struct store *s = sample_store(test_path("a.db"));
    struct arende *ar = sample_arende(), *got;
    struct revision late = {.tid = S8("2199-01-01T00:00:00Z"),
                            .vem = S8("Bo Prov"),
                            .orsak = S8("skriv"),
                            .post = post_new(&A, POST_TEXT, S8("ekonomi"))};
    ar->andrad = S8("2025-01-29T08:00:00Z");
    OK(store_arende_import(s, &A, ar, &late, 1, 0, &changed, &E));
    OK(store_arende_get(s, &A, ar->nr, &got, &E));
    EQ(got->andrad, "2199-01-01T00:00:00Z");
    EQ(ar->andrad, "2199-01-01T00:00:00Z");
    store_close(&s);
}

Test(exchange, the_same_again_changes_nothing) {
    bool changed;
    struct store *s = sample_store(test_path("a.db"));
    struct arende *ar;
    size_t n;
    struct revision *revs = exported(s, &ar, &n), *r;
    OK(store_arende_import(s, &A, ar, revs, n, 1, &changed, &E));
    cr_assert(!changed);
    cr_assert_eq(revisions(s, 1, POST_SLAG_N, NULL, &r), n);
    sound(s);
    store_close(&s);
}

Test(exchange, histories_are_merged_without_doubles) {
    bool changed;
    setenv("YTTRA_NU", "2025-01-29T08:00:00Z", 1);
    struct store *s = sample_store(test_path("a.db"));
    struct arende *ar;
    size_t n, before;
    struct revision *common = exported(s, &ar, &before), *r;
    /* There: answered at ten. Here: answered at eleven. */
    struct revision there[64];
    for (n = 0; n < before; n++)
        there[n] = common[n];
    struct post *theirs = arende_post(ar, POST_SVAR, S8("4.1:1"));
    theirs->value[SVAR_STALLNING] = S8("delvis");
    there[n++] = (struct revision){.tid = S8("2025-01-29T10:00:00Z"),
                                   .vem = S8("Bo Prov"),
                                   .orsak = S8("svara"),
                                   .post = *theirs};
    setenv("YTTRA_NU", "2025-01-29T11:00:00Z", 1);
    struct post mine = get(s, 1, POST_SVAR, "4.1:1");
    mine.value[SVAR_STALLNING] = S8("avstyrker");
    OK(store_post_put(s, &A, 1, &mine, "svara", NULL, &E));
    setenv("YTTRA_NU", "2025-01-29T12:00:00Z", 1);
    OK(store_arende_import(s, &A, ar, there, n, 1, &changed, &E));
    cr_assert(changed);
    EQ(get(s, 1, POST_SVAR, "4.1:1").value[SVAR_STALLNING], "delvis");
    /* Theirs and mine, and that theirs stands although mine was made later. */
    cr_assert_eq(revisions(s, 1, POST_SLAG_N, NULL, &r), before + 3);
    cr_assert_eq(revisions(s, 1, POST_SVAR, "4.1:1", &r), 4);
    EQ(r[0].orsak, "läs");
    EQ(r[0].tid, "2025-01-29T12:00:00Z");
    sound(s);
    OK(store_arende_import(s, &A, ar, there, n, 1, &changed, &E));
    cr_assert(!changed);
    sound(s);
    store_close(&s);
}

/* ---- transactions ---- */

Test(transaction, several_writes_are_one) {
    struct store *s = sample_store(test_path("a.db"));
    struct post p = get(s, 1, POST_SVAR, "4.1:1");
    OK(store_begin(s, &E));
    OK(store_begin(s, &E));
    p.value[SVAR_STALLNING] = S8("delvis");
    OK(store_post_put(s, &A, 1, &p, "svara", NULL, &E));
    OK(store_end(s, ST_OK, &E));
    EQ(get(s, 1, POST_SVAR, "4.1:1").value[SVAR_STALLNING], "delvis");
    IS(ST_REFUSED, store_end(s, error_set(&E, ST_REFUSED, "ångrat"), &E));
    EQ(get(s, 1, POST_SVAR, "4.1:1").value[SVAR_STALLNING], "tillstyrker");
    sound(s);
    store_close(&s);
}

Test(transaction, an_inner_error_undoes_the_whole) {
    struct store *s = sample_store(test_path("a.db"));
    struct post good = get(s, 1, POST_SVAR, "4.1:1");
    struct post bad = post_new(&A, POST_SVAR, S8("4.1:2"));
    good.value[SVAR_STALLNING] = S8("delvis");
    bad.value[SVAR_STALLNING] = S8("kanske");
    OK(store_begin(s, &E));
    OK(store_post_put(s, &A, 1, &good, "svara", NULL, &E));
    IS(ST_INVALID, store_post_put(s, &A, 1, &bad, "svara", NULL, &E));
    bad.value[SVAR_STALLNING] = S8("delvis");
    IS(ST_INVALID, store_post_put(s, &A, 1, &bad, "svara", NULL, &E));
    IS(ST_INVALID, store_end(s, ST_OK, &E));
    EQ(get(s, 1, POST_SVAR, "4.1:1").value[SVAR_STALLNING], "tillstyrker");
    /* … and nothing of it lingers. */
    OK(store_post_put(s, &A, 1, &bad, "svara", NULL, &E));
    sound(s);
    store_close(&s);
}

Test(transaction, what_is_not_found_does_no_harm) {
    struct store *s = sample_store(test_path("a.db"));
    struct post p = get(s, 1, POST_SVAR, "4.1:1");
    struct arende *ar;
    struct betankande *b;
    struct revision *r;
    size_t n;
    long nr;
    p.value[SVAR_STALLNING] = S8("delvis");
    OK(store_begin(s, &E));
    IS(ST_NOT_FOUND, store_arende_get(s, &A, 7, &ar, &E));
    OK(store_post_put(s, &A, 1, &p, "svara", NULL, &E));
    IS(ST_NOT_FOUND, store_betankande_get(s, &A, S8("sou-2025-1"), &b, &E));
    IS(ST_NOT_FOUND, store_revision_list(s, &A, 7, POST_SLAG_N, S8(""), 0, &r, &n, &E));
    IS(ST_NOT_FOUND, store_arende_find(s, S8("x"), &nr, &E));
    OK(store_betankande_put(s, sample_betankande("sou-2025-1", "SOU 2025:1"), false, &E));
    OK(store_betankande_get(s, &A, S8("sou-2025-1"), &b, &E));
    OK(store_end(s, ST_OK, &E));
    EQ(get(s, 1, POST_SVAR, "4.1:1").value[SVAR_STALLNING], "delvis");
    OK(store_betankande_get(s, &A, S8("sou-2025-1"), &b, &E));
    /* A write that finds nothing has failed, though. */
    OK(store_begin(s, &E));
    p.value[SVAR_STALLNING] = S8("utred");
    OK(store_post_put(s, &A, 1, &p, "svara", NULL, &E));
    IS(ST_NOT_FOUND, store_post_put(s, &A, 7, &p, "svara", NULL, &E));
    IS(ST_NOT_FOUND, store_end(s, ST_OK, &E));
    EQ(get(s, 1, POST_SVAR, "4.1:1").value[SVAR_STALLNING], "delvis");
    sound(s);
    store_close(&s);
}
