/* The store seen from outside: betänkanden, ärenden, posts, lines. */
#include "tests/test_store.h"

/* ---- betänkanden ---- */

static void same_betankande(const struct betankande *x, const struct betankande *y) {
    cr_assert(s8_eq(x->id, y->id) && s8_eq(x->beteckning, y->beteckning));
    cr_assert(s8_eq(x->titel, y->titel) && s8_eq(x->utredning, y->utredning));
    cr_assert(s8_eq(x->utredning_dnr, y->utredning_dnr) && s8_eq(x->direktiv, y->direktiv));
    cr_assert(s8_eq(x->departement, y->departement) && s8_eq(x->dnr, y->dnr));
    cr_assert(s8_eq(x->isbn, y->isbn) && s8_eq(x->datum, y->datum));
    cr_assert(s8_eq(x->uppdrag, y->uppdrag));
    cr_assert_eq(x->n_avsnitt, y->n_avsnitt);
    for (size_t i = 0; i < x->n_avsnitt; i++) {
        const struct avsnitt *a = &x->avsnitt[i], *b = &y->avsnitt[i];
        cr_assert(s8_eq(a->nummer, b->nummer) && s8_eq(a->titel, b->titel));
        cr_assert(a->harkomst == b->harkomst && a->niva == b->niva && a->sida == b->sida);
        cr_assert_eq(a->foralder, b->foralder);
        cr_assert(s8_eq(a->gist, b->gist) && s8_eq(a->text, b->text));
        cr_assert_eq(a->n_punkt, b->n_punkt);
        for (size_t k = 0; k < a->n_punkt; k++) {
            const struct punkt *p = &a->punkt[k], *q = &b->punkt[k];
            cr_assert(p->nr == q->nr && p->slag == q->slag && p->negerad == q->negerad);
            cr_assert(s8_eq(p->att, q->att) && s8_eq(p->motsats, q->motsats));
            cr_assert(s8_eq(p->infinitiv, q->infinitiv) && s8_eq(p->text, q->text));
            cr_assert(p->sida == q->sida && p->n_hanvisning == q->n_hanvisning);
            for (size_t h = 0; h < p->n_hanvisning; h++)
                cr_assert(s8_eq(p->hanvisning[h], q->hanvisning[h]));
        }
    }
}

Test(betankande, comes_back_as_it_was) {
    struct store *s = open_as(test_path("a.db"), "Anna");
    struct betankande *b = sample_betankande("sou-2024-72", "SOU 2024:72");
    struct betankande *got;
    OK(store_betankande_put(s, b, false, &E));
    OK(store_betankande_get(s, &A, b->id, &got, &E));
    same_betankande(b, got);
    cr_assert_eq(got->version, 1);
    IS(ST_EXISTS, store_betankande_put(s, b, false, &E));
    IS(ST_NOT_FOUND, store_betankande_get(s, &A, S8("sou-1999-1"), &got, &E));
    sound(s);
    store_close(&s);
}

Test(betankande, is_replaced_whole) {
    struct store *s = sample_store(test_path("a.db"));
    struct betankande *b = sample_betankande("sou-2024-72", "SOU 2024:72");
    struct betankande *got;
    b->titel = S8("Ny titel");
    b->n_avsnitt = 2;
    OK(store_betankande_put(s, b, true, &E));
    OK(store_betankande_get(s, &A, b->id, &got, &E));
    same_betankande(b, got);
    cr_assert_eq(got->version, 2);
    struct traff *t;
    size_t n;
    OK(store_search(s, &A, S8("läkare"), 0, &t, &n, &E));
    cr_assert_eq(n, 0);
    sound(s);
    store_close(&s);
}

Test(betankande, with_a_number_twice_is_refused) {
    struct store *s = open_as(test_path("a.db"), "Anna");
    struct betankande *b = sample_betankande("sou-2024-72", "SOU 2024:72");
    struct avsnitt twice[] = {b->avsnitt[0], b->avsnitt[0]};
    b->avsnitt = twice;
    b->n_avsnitt = 2;
    IS(ST_INVALID, store_betankande_put(s, b, false, &E));
    struct betankande *got;
    IS(ST_NOT_FOUND, store_betankande_get(s, &A, b->id, &got, &E));
    store_close(&s);
}

Test(betankande, list_is_newest_first) {
    struct store *s = sample_store(test_path("a.db"));
    OK(store_betankande_put(s, sample_betankande("ds-2025-3", "Ds 2025:3"), false, &E));
    OK(store_betankande_put(s, sample_betankande("sou-2024-8", "SOU 2024:8"), false, &E));
    OK(store_betankande_put(s, sample_betankande("ds-2024-72", "Ds 2024:72"), false, &E));
    static const char *const want[] = {"ds-2025-3", "ds-2024-72", "sou-2024-72", "sou-2024-8"};
    struct betankande_rad *rad;
    size_t n;
    OK(store_betankande_list(s, &A, &rad, &n, &E));
    cr_assert_eq(n, N(want));
    for (size_t i = 0; i < n; i++) {
        EQ(rad[i].id, want[i]);
        cr_assert_eq(rad[i].n_punkt, 3);
        cr_assert_eq(rad[i].n_arende, i == 2);
    }
    store_close(&s);
}

/* ---- ärenden ---- */

Test(arende, comes_back_as_it_was) {
    struct store *s = open_as(test_path("a.db"), "Anna Test");
    OK(store_betankande_put(s, sample_betankande("sou-2024-72", "SOU 2024:72"), false, &E));
    struct arende *ar = sample_arende();
    struct arende *got;
    OK(store_arende_add(s, &A, ar, "nytt", &E));
    cr_assert(ar->nr == 1 && ar->uuid.n == 36 && ar->skapad.n == 20 && ar->andrad.n == 20);
    EQ(ar->post[POST_BESLUTSPUNKT].p[2].nyckel, "3");
    cr_assert_eq(ar->post[POST_BESLUTSPUNKT].p[2].ordning, 3);
    OK(store_arende_get(s, &A, 1, &got, &E));
    cr_assert(s8_eq(got->uuid, ar->uuid) && s8_eq(got->betankande, ar->betankande));
    cr_assert(s8_eq(got->skapad, ar->skapad) && s8_eq(got->andrad, ar->andrad));
    for (int slag = 0; slag < POST_SLAG_N; slag++) {
        cr_assert_eq(got->post[slag].n, ar->post[slag].n);
        for (size_t i = 0; i < got->post[slag].n; i++) {
            const struct post *p = &got->post[slag].p[i], *q = &ar->post[slag].p[i];
            cr_assert(p->slag == q->slag && p->version == 1 && q->version == 1);
            cr_assert(s8_eq(p->nyckel, q->nyckel) && p->ordning == q->ordning);
            for (size_t f = 0; f < post_slag_info(p->slag)->n_falt; f++)
                cr_assert(s8_eq(p->value[f], q->value[f]));
        }
    }
    struct revision *r;
    cr_assert_eq(revisions(s, 1, POST_SLAG_N, NULL, &r), 6);
    EQ(r[0].orsak, "nytt");
    EQ(r[0].vem, "Anna Test");
    long nr;
    OK(store_arende_find(s, ar->uuid, &nr, &E));
    cr_assert_eq(nr, 1);
    sound(s);
    store_close(&s);
}

Test(arende, add_is_refused) {
    struct store *s = sample_store(test_path("a.db"));
    struct arende *got;
    OK(store_arende_get(s, &A, 1, &got, &E));
    struct arende *ar = sample_arende();
    ar->uuid = got->uuid;
    IS(ST_EXISTS, store_arende_add(s, &A, ar, "nytt", &E));
    cr_assert_eq(ar->nr, 0);
    ar = sample_arende();
    ar->betankande = S8("sou-1999-1");
    IS(ST_NOT_FOUND, store_arende_add(s, &A, ar, "nytt", &E));
    ar = sample_arende();
    ar->post[POST_ARENDE].p[0].value[ARENDE_STATUS] = S8("klart");
    IS(ST_INVALID, store_arende_add(s, &A, ar, "nytt", &E));
    ar = sample_arende();
    add_line(ar, POST_TEXT, "sammanfattning", TEXT_INNEHALL, "En till.");
    IS(ST_INVALID, store_arende_add(s, &A, ar, "nytt", &E));
    IS(ST_NOT_FOUND, store_arende_get(s, &A, 2, &got, &E));
    long nr;
    IS(ST_NOT_FOUND, store_arende_find(s, S8("00000000-0000-4000-8000-000000000000"), &nr, &E));
    sound(s);
    store_close(&s);
}

/* ---- posts ---- */

Test(post, is_saved_with_a_revision) {
    struct store *s = sample_store(test_path("a.db"));
    struct post p = post_new(&A, POST_SVAR, S8("4.1:2"));
    p.value[SVAR_STALLNING] = S8("delvis");
    OK(store_post_put(s, &A, 1, &p, "svara", NULL, &E));
    cr_assert_eq(p.version, 1);
    p.value[SVAR_MOTIVERING] = S8("Därför att \"å\" 'ä' ö;\n\nSlut.");
    OK(store_post_put(s, &A, 1, &p, "motivera", NULL, &E));
    cr_assert_eq(p.version, 2);
    struct post got = get(s, 1, POST_SVAR, "4.1:2");
    cr_assert_eq(got.version, 2);
    EQ(got.value[SVAR_MOTIVERING], "Därför att \"å\" 'ä' ö;\n\nSlut.");
    struct revision *r;
    cr_assert_eq(revisions(s, 1, POST_SVAR, "4.1:2", &r), 2);
    EQ(r[0].orsak, "motivera");
    EQ(r[1].orsak, "svara");
    cr_assert(r[0].id > r[1].id && r[0].post.version == 2 && !r[0].borttagen);
    EQ(r[0].post.value[SVAR_STALLNING], "delvis");
    EQ(r[1].post.value[SVAR_MOTIVERING], "");
    sound(s);
    store_close(&s);
}

Test(post, unchanged_makes_no_revision) {
    struct store *s = sample_store(test_path("a.db"));
    struct post p = get(s, 1, POST_SVAR, "4.1:1");
    struct revision *r;
    size_t before = revisions(s, 1, POST_SLAG_N, NULL, &r);
    OK(store_post_put(s, &A, 1, &p, "svara", NULL, &E));
    cr_assert_eq(p.version, 1);
    /* A save whose answer was lost is made again. */
    p.version = 0;
    OK(store_post_put(s, &A, 1, &p, "svara", NULL, &E));
    cr_assert_eq(p.version, 1);
    cr_assert_eq(revisions(s, 1, POST_SLAG_N, NULL, &r), before);
    store_close(&s);
}

Test(post, conflict_gives_theirs) {
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    struct store *t = open_as(path, "Bo Test");
    struct post mine = get(s, 1, POST_SVAR, "4.1:1");
    struct post bos = get(t, 1, POST_SVAR, "4.1:1");
    struct post theirs;
    bos.value[SVAR_STALLNING] = S8("avstyrker");
    OK(store_post_put(t, &A, 1, &bos, "svara", NULL, &E));
    mine.value[SVAR_STALLNING] = S8("villkor");
    IS(ST_CONFLICT, store_post_put(s, &A, 1, &mine, "svara", &theirs, &E));
    cr_assert_eq(mine.version, 1);
    cr_assert_eq(theirs.version, 2);
    EQ(theirs.value[SVAR_STALLNING], "avstyrker");
    EQ(get(s, 1, POST_SVAR, "4.1:1").value[SVAR_STALLNING], "avstyrker");
    IS(ST_CONFLICT, store_post_remove(s, &A, 1, &mine, "ta bort", &E));
    mine.version = 0; /* thought to be new */
    IS(ST_CONFLICT, store_post_put(s, &A, 1, &mine, "svara", NULL, &E));
    OK(store_post_remove(t, &A, 1, &bos, "ta bort", &E));
    mine.version = 2; /* and now it is gone */
    IS(ST_CONFLICT, store_post_put(s, &A, 1, &mine, "svara", &theirs, &E));
    cr_assert_eq(theirs.version, 0);
    EQ(theirs.value[SVAR_STALLNING], "");
    IS(ST_CONFLICT, store_post_remove(s, &A, 1, &mine, "ta bort", &E));
    /* Made anew, it does not get a version that somebody may still hold. */
    mine.version = 0;
    OK(store_post_put(s, &A, 1, &mine, "svara", NULL, &E));
    cr_assert_eq(mine.version, 4);
    struct revision *r;
    cr_assert_eq(revisions(s, 1, POST_SVAR, "4.1:1", &r), 4);
    cr_assert(r[1].borttagen);
    EQ(r[1].vem, "Bo Test");
    EQ(r[1].post.value[SVAR_STALLNING], "avstyrker");
    sound(s);
    store_close(&t);
    store_close(&s);
}

Test(post, of_the_arende_itself) {
    struct store *s = sample_store(test_path("a.db"));
    struct post p = get(s, 1, POST_ARENDE, "");
    p.value[ARENDE_RUBRIK] = S8("Egen rubrik");
    OK(store_post_put(s, &A, 1, &p, "ange", NULL, &E));
    cr_assert_eq(p.version, 2);
    EQ(get(s, 1, POST_ARENDE, "").value[ARENDE_RUBRIK], "Egen rubrik");
    p.version = 1;
    p.value[ARENDE_RUBRIK] = S8("En annan");
    IS(ST_CONFLICT, store_post_put(s, &A, 1, &p, "ange", NULL, &E));
    IS(ST_INVALID, store_post_remove(s, &A, 1, &p, "ta bort", &E));
    sound(s);
    store_close(&s);
}

Test(post, is_refused) {
    struct store *s = sample_store(test_path("a.db"));
    struct post p = post_new(&A, POST_SVAR, S8("4.1:2"));
    p.value[SVAR_STALLNING] = S8("kanske");
    IS(ST_INVALID, store_post_put(s, &A, 1, &p, "svara", NULL, &E));
    cr_assert_eq(p.version, 0);
    p.value[SVAR_STALLNING] = S8("delvis");
    IS(ST_NOT_FOUND, store_post_put(s, &A, 7, &p, "svara", NULL, &E));
    IS(ST_NOT_FOUND, store_post_remove(s, &A, 7, &p, "ta bort", &E));
    p.nyckel = S8("4.1");
    IS(ST_INVALID, store_post_put(s, &A, 1, &p, "svara", NULL, &E));
    struct revision *r;
    size_t n;
    IS(ST_NOT_FOUND, store_revision_list(s, &A, 7, POST_SLAG_N, S8(""), 0, &r, &n, &E));
    sound(s);
    store_close(&s);
}

Test(post, every_kind_and_field_comes_back) {
    struct store *s = sample_store(test_path("a.db"));
    for (int slag = 0; slag < POST_SLAG_N; slag++) {
        const struct post_slag_info *info = post_slag_info((enum post_slag)slag);
        const char *key = slag == POST_SVAR ? "4.2:1" : slag == POST_AVSNITT ? "4.2" : "";
        struct post p =
            post_new(&A, (enum post_slag)slag, s8_from(slag == POST_TEXT ? "ekonomi" : key));
        if (slag == POST_ARENDE)
            p = get(s, 1, POST_ARENDE, "");
        for (size_t f = 0; f < info->n_falt; f++) {
            const struct falt *fa = &info->falt[f];
            p.value[f] = fa->typ == FALT_DATUM       ? S8("2025-03-04")
                         : fa->typ == FALT_VAL       ? s8_from(fa->val[0])
                         : fa->typ == FALT_JANEJ     ? S8("nej")
                         : fa->typ == FALT_STALLNING ? S8("utred")
                         : fa->typ == FALT_AVSNITT   ? S8("4.1, 4.2")
                         : fa->typ == FALT_PUNKTER   ? S8("4.1:1, 4.2:1")
                         : fa->typ == FALT_TAL       ? S8("7")
                         : fa->typ == FALT_GRUND     ? S8("4.1:1 utred")
                                                     : arena_printf(&A, "x %d %zu", slag, f);
        }
        OK(store_post_put(s, &A, 1, &p, "prov", NULL, &E));
        struct post got = get(s, 1, (enum post_slag)slag, p.nyckel.p);
        for (size_t f = 0; f < info->n_falt; f++)
            cr_assert(s8_eq(p.value[f], got.value[f]), "%s.%s", info->namn, info->falt[f].namn);
        struct revision *r;
        revisions(s, 1, (enum post_slag)slag, p.nyckel.p, &r);
        for (size_t f = 0; f < info->n_falt; f++)
            cr_assert(s8_eq(p.value[f], r[0].post.value[f]));
    }
    sound(s);
    store_close(&s);
}

/* ---- lines ---- */

static struct str8 order(struct store *s) {
    struct arende *ar;
    struct buf b = {0};
    OK(store_arende_get(s, &A, 1, &ar, &E));
    const struct post_list *l = &ar->post[POST_BESLUTSPUNKT];
    for (size_t i = 0; i < l->n; i++) {
        cr_assert_eq(l->p[i].ordning, (int)i + 1);
        buf_str8(&b, l->p[i].nyckel);
    }
    struct str8 keys = arena_str8(&A, buf_str8_of(&b));
    buf_free(&b);
    return keys;
}

static struct post new_line(int ordning) {
    struct post p = post_new(&A, POST_BESLUTSPUNKT, S8(""));
    p.value[BESLUTSPUNKT_TEXT] = S8("Ny.");
    p.ordning = ordning;
    return p;
}

Test(lines, keys_are_never_used_again) {
    struct store *s = sample_store(test_path("a.db"));
    struct post p = get(s, 1, POST_BESLUTSPUNKT, "3");
    OK(store_post_remove(s, &A, 1, &p, "ta bort", &E));
    EQ(order(s), "12");
    struct post q = new_line(0);
    OK(store_post_put(s, &A, 1, &q, "lägg till", NULL, &E));
    EQ(q.nyckel, "4");
    cr_assert_eq(q.ordning, 3);
    struct post first = new_line(1);
    OK(store_post_put(s, &A, 1, &first, "lägg till", NULL, &E));
    EQ(order(s), "5124");
    /* A removal undone: the line comes back under its key. */
    p.version = 0;
    p.ordning = 2;
    OK(store_post_put(s, &A, 1, &p, "ångra", NULL, &E));
    EQ(order(s), "53124");
    struct post again = get(s, 1, POST_BESLUTSPUNKT, "3");
    again.ordning = 5;
    again.value[0] = S8("Ändrad.");
    OK(store_post_put(s, &A, 1, &again, "ändra", NULL, &E));
    cr_assert_eq(again.ordning, 2);
    EQ(order(s), "53124");
    sound(s);
    store_close(&s);
}

Test(lines, are_moved) {
    struct store *s = sample_store(test_path("a.db"));
    static const struct {
        const char *key;
        int to;
        const char *want;
    } moves[] = {{"1", 3, "231"},  {"1", 1, "123"}, {"2", 2, "123"},
                 {"3", -5, "312"}, {"3", 2, "132"}, {"1", 99, "321"}};
    for (size_t i = 0; i < N(moves); i++) {
        OK(store_post_move(s, 1, POST_BESLUTSPUNKT, s8_from(moves[i].key), moves[i].to, &E));
        EQ(order(s), moves[i].want);
    }
    struct revision *r;
    cr_assert_eq(revisions(s, 1, POST_BESLUTSPUNKT, "2", &r), 1);
    cr_assert_eq(revisions(s, 1, POST_BESLUTSPUNKT, "3", &r), 3);
    EQ(r[0].orsak, "flytta");
    cr_assert_eq(r[0].post.ordning, 2);
    struct post p = get(s, 1, POST_BESLUTSPUNKT, "3");
    cr_assert_eq(p.version, 1);
    IS(ST_NOT_FOUND, store_post_move(s, 1, POST_BESLUTSPUNKT, S8("9"), 1, &E));
    IS(ST_NOT_FOUND, store_post_move(s, 1, POST_SVAR, S8("4.1:1"), 1, &E));
    IS(ST_NOT_FOUND, store_post_move(s, 7, POST_BESLUTSPUNKT, S8("1"), 1, &E));
    sound(s);
    store_close(&s);
}
