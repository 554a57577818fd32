/* The store seen from outside: the list of ärenden, drafts, search, the check. */
#include "tests/test_store.h"

/* ---- the list ---- */

static long add_due(struct store *s, const char *svarstid, const char *anstand,
                    const char *status) {
    struct arende *ar = sample_arende();
    struct str8 *v = ar->post[POST_ARENDE].p[0].value;
    v[ARENDE_SVARSTID] = s8_from(svarstid);
    v[ARENDE_ANSTAND] = s8_from(anstand);
    v[ARENDE_STATUS] = s8_from(status);
    OK(store_arende_add(s, &A, ar, "nytt", &E));
    return ar->nr;
}

Test(list, by_day_then_number) {
    struct store *s = sample_store(test_path("a.db"));  /* 1: 2025-02-28 */
    add_due(s, "", "", "");                             /* 2 */
    add_due(s, "2025-01-01", "2025-03-15", "granskas"); /* 3 */
    add_due(s, "2025-01-31", "", "pågår");              /* 4 */
    add_due(s, "2024-01-01", "", "beslutat");           /* 5 */
    add_due(s, "2025-02-28", "", "pågår");              /* 6 */
    struct arende_rad *r;
    size_t n;
    long total;
    static const long want[] = {4, 1, 6, 3, 2};
    OK(store_arende_list(s, &A, (struct arende_urval){0}, &r, &n, &total, &E));
    cr_assert(n == 5 && total == 5);
    for (size_t i = 0; i < n; i++)
        cr_assert_eq(r[i].nr, want[i]);
    EQ(r[3].svarstid, "2025-03-15");
    EQ(r[4].svarstid, "");
    EQ(r[0].rubrik, "Stärkt kompetens");
    EQ(r[0].titel, "Stärkt kompetens");
    EQ(r[0].beteckning, "SOU 2024:72");
    EQ(r[0].betankande, "sou-2024-72");
    EQ(r[0].status, "pågår");
    EQ(r[0].dnr, "OSN 2024/123");
    cr_assert(r[0].n_punkt == 3 && r[0].n_svar == 1 && r[0].uuid.n == 36 && r[0].andrad.n);
    OK(store_arende_list(s, &A, (struct arende_urval){.limit = 2, .offset = 1}, &r, &n, &total,
                         &E));
    cr_assert(n == 2 && total == 5 && r[0].nr == 1 && r[1].nr == 6);
    OK(store_arende_list(s, &A, (struct arende_urval){.all = true}, &r, &n, &total, &E));
    cr_assert(n == 6 && total == 6 && r[0].nr == 5);
    OK(store_arende_list(s, &A, (struct arende_urval){.offset = 9}, &r, &n, NULL, &E));
    cr_assert_eq(n, 0);
    /* Closed, given a title, answered. */
    struct post p = get(s, 4, POST_ARENDE, "");
    p.value[ARENDE_STATUS] = S8("avslutat");
    OK(store_post_put(s, &A, 4, &p, "ange", NULL, &E));
    p = get(s, 1, POST_ARENDE, "");
    p.value[ARENDE_RUBRIK] = S8("Egen");
    OK(store_post_put(s, &A, 1, &p, "ange", NULL, &E));
    p = get(s, 1, POST_SVAR, "4.1:1");
    p.value[SVAR_STALLNING] = S8("");
    OK(store_post_put(s, &A, 1, &p, "ångra", NULL, &E));
    OK(store_arende_list(s, &A, (struct arende_urval){0}, &r, &n, &total, &E));
    cr_assert(n == 4 && total == 4 && r[0].nr == 1 && r[0].n_svar == 0);
    EQ(r[0].rubrik, "Egen");
    sound(s);
    store_close(&s);
}

/* ---- keys of lines ---- */

static struct post keyed_line(const char *nyckel) {
    struct post p = post_new(&A, POST_BESLUTSPUNKT, s8_from(nyckel));
    p.value[BESLUTSPUNKT_TEXT] = S8("Ny.");
    return p;
}

/* No key is made that the other rooms would not take. */
Test(keys, come_to_an_end) {
    struct store *s = sample_store(test_path("a.db"));
    static const char *const wrong[] = {
        "1000000000", "2147483647", "2147483648", "9223372036854775807", "-1", "0", "07", "x"};
    for (size_t i = 0; i < N(wrong); i++) {
        struct post p = keyed_line(wrong[i]);
        IS(ST_INVALID, store_post_put(s, &A, 1, &p, "ångra", NULL, &E));
    }
    struct post last = keyed_line("999999999");
    OK(store_post_put(s, &A, 1, &last, "ångra", NULL, &E));
    struct post p = keyed_line("");
    IS(ST_INVALID, store_post_put(s, &A, 1, &p, "lägg till", NULL, &E));
    cr_assert(strstr(E.text, "1000000000") && strstr(E.text, "999999999"), "%s", E.text);
    EQ(p.nyckel, "");
    struct arende *ar = sample_arende();
    ar->post[POST_BESLUTSPUNKT].p[0].nyckel = S8("999999999");
    IS(ST_INVALID, store_arende_add(s, &A, ar, "nytt", &E));
    OK(store_post_remove(s, &A, 1, &last, "ta bort", &E));
    IS(ST_INVALID, store_post_put(s, &A, 1, &p, "lägg till", NULL, &E));
    sound(s);
    store_close(&s);
}

/* ---- drafts ---- */

Test(utkast, is_kept_per_person_and_session) {
    setenv("YTTRA_NU", "2025-01-29T08:00:00Z", 1);
    const char *path = test_path("a.db");
    struct store *s = sample_store(path);
    struct utkast u = {.arende = 1,
                       .slag = POST_SVAR,
                       .nyckel = S8("4.1:1"),
                       .falt = SVAR_MOTIVERING,
                       .person = S8("anna"),
                       .session = S8("s1"),
                       .version = 1,
                       .text = S8("För")};
    OK(store_utkast_put(s, &u, &E));
    u.text = S8("Förslaget");
    OK(store_utkast_put(s, &u, &E));
    struct utkast v = u;
    setenv("YTTRA_NU", "2025-01-29T07:00:00Z", 1);
    v.session = S8("s2");
    OK(store_utkast_put(s, &v, &E));
    v.person = S8("bo");
    OK(store_utkast_put(s, &v, &E));
    store_close(&s);
    s = open_as(path, "Anna");
    struct utkast *got;
    size_t n;
    OK(store_utkast_list(s, &A, S8("anna"), 0, &got, &n, &E));
    cr_assert_eq(n, 2);
    EQ(got[0].session, "s2");
    EQ(got[1].text, "Förslaget");
    EQ(got[1].tid, "2025-01-29T08:00:00Z");
    EQ(got[1].nyckel, "4.1:1");
    EQ(got[1].person, "anna");
    cr_assert(got[1].slag == POST_SVAR && got[1].falt == SVAR_MOTIVERING && got[1].version == 1);
    cr_assert_eq(got[1].arende, 1);
    OK(store_utkast_drop(s, &u, &E));
    OK(store_utkast_drop(s, &u, &E));
    OK(store_utkast_list(s, &A, S8("anna"), 1, &got, &n, &E));
    cr_assert_eq(n, 1);
    OK(store_utkast_list(s, &A, S8("anna"), 2, &got, &n, &E));
    cr_assert_eq(n, 0);
    u.arende = 9;
    IS(ST_NOT_FOUND, store_utkast_put(s, &u, &E));
    sound(s);
    store_close(&s);
}

/* ---- search ---- */

Test(search, words_as_beginnings) {
    struct store *s = sample_store(test_path("a.db"));
    struct traff *t;
    size_t n;
    OK(store_search(s, &A, S8("FÖRSL åre"), 0, &t, &n, &E));
    cr_assert_eq(n, 1);
    cr_assert_eq(t[0].arende, 1);
    EQ(t[0].slag, "svar");
    EQ(t[0].nyckel, "4.1:1");
    EQ(t[0].dnr, "OSN 2024/123");
    EQ(t[0].betankande, "sou-2024-72");
    EQ(t[0].utdrag, "\uE002Förslaget\uE003 är *bra* för \uE002Åre\uE003.");
    OK(store_search(s, &A, S8("forsl"), 0, &t, &n, &E));
    cr_assert_eq(n, 0);
    OK(store_search(s, &A, S8("läkare"), 0, &t, &n, &E));
    cr_assert(n == 1 && t[0].arende == 0);
    EQ(t[0].slag, "betänkande");
    EQ(t[0].nyckel, "4.2");
    EQ(t[0].dnr, "");
    OK(store_search(s, &A, S8("sanktioner"), 0, &t, &n, &E));
    cr_assert_eq(n, 1);
    EQ(t[0].nyckel, "4.1:2");
    OK(store_search(s, &A, S8("beslutet"), 2, &t, &n, &E));
    cr_assert_eq(n, 2);
    EQ(t[0].slag, "beslutspunkt");
    OK(store_search(s, &A, S8("omsorgsnämnden"), 0, &t, &n, &E));
    cr_assert_eq(n, 1);
    EQ(t[0].slag, "uppgifter");
    store_close(&s);
}

Test(search, follows_what_is_saved) {
    struct store *s = sample_store(test_path("a.db"));
    struct traff *t;
    size_t n;
    struct post p = get(s, 1, POST_TEXT, "sammanfattning");
    p.value[0] = S8("Helt andra ord.");
    OK(store_post_put(s, &A, 1, &p, "skriv", NULL, &E));
    OK(store_search(s, &A, S8("positiv"), 0, &t, &n, &E));
    cr_assert_eq(n, 0);
    OK(store_search(s, &A, S8("ord andra"), 0, &t, &n, &E));
    cr_assert_eq(n, 1);
    OK(store_post_remove(s, &A, 1, &p, "ta bort", &E));
    OK(store_search(s, &A, S8("andra ord"), 0, &t, &n, &E));
    cr_assert_eq(n, 0);
    sound(s);
    store_close(&s);
}

Test(search, nothing_the_user_writes_is_syntax) {
    struct store *s = sample_store(test_path("a.db"));
    static const char *const words[] = {"\"",
                                        "\"\"\"",
                                        "*",
                                        "förslaget OR xyz",
                                        "NOT förslaget",
                                        "text:förslaget",
                                        "(",
                                        ")",
                                        "NEAR(a)",
                                        "^förslaget",
                                        "{text}:a",
                                        "a AND",
                                        "förslaget -åre",
                                        "--",
                                        "'; DROP TABLE svar; --",
                                        "",
                                        "  \n\t ",
                                        "+",
                                        "%",
                                        "_",
                                        "4.1.1:*"};
    struct traff *t;
    size_t n;
    for (size_t i = 0; i < N(words); i++)
        OK(store_search(s, &A, s8_from(words[i]), 0, &t, &n, &E));
    OK(store_search(s, &A, S8("förslaget\"bra"), 0, &t, &n, &E));
    struct buf many = {0};
    for (int i = 0; i < 1000; i++)
        buf_printf(&many, "förslaget ");
    OK(store_search(s, &A, buf_str8_of(&many), 0, &t, &n, &E));
    cr_assert_eq(n, 1);
    buf_free(&many);
    IS(ST_INVALID, store_search(s, &A, S8("a\xff"), 0, &t, &n, &E));
    store_close(&s);
}

/* ---- check ---- */

static void finds(const char *path, const char *script, const char *want) {
    raw(path, script);
    struct store *s = open_as(path, "Anna");
    struct str8 *found;
    size_t n;
    OK(store_check(s, &A, &found, &n, &E));
    bool hit = false;
    for (size_t i = 0; i < n; i++)
        hit = hit || s8_find(found[i], s8_from(want)) >= 0;
    cr_assert(hit, "after %s: %zu findings, %s", script, n, n ? found[0].p : "");
    store_close(&s);
}

Test(check, sees_what_is_wrong) {
    static const struct {
        const char *script, *want;
    } cases[] = {
        {"UPDATE svar SET motivering = 'x'", "historikens senaste version"},
        {"DELETE FROM textblock", "finns i historiken men inte i ärendet"},
        {"UPDATE svar SET villkor = 'a' || char(10) || 'b'", "en enda rad"},
        {"UPDATE svar SET villkor = 'a '", "inte skrivet som det ska"},
        {"UPDATE arende SET svarstid = '2025-02-30'", "februari 2025 har 28 dagar"},
        {"UPDATE beslutspunkt SET ordning = 7 WHERE nyckel = '2'", "inte numrerade"},
        {"DELETE FROM sokpost WHERE slag = 'svar'", "sökregistret stämmer inte"},
        {"DELETE FROM sokpost WHERE slag = 'svar'", "inte hör till något"},
        {"UPDATE sok SET text = 'x' WHERE rowid = 1", "sökregistret stämmer inte"},
        {"UPDATE arende_antal SET n = 9", "Antalet ärenden"},
        {"UPDATE betankande SET n_punkt = 9", "Antalet punkter"},
        {"PRAGMA foreign_keys=OFF; DELETE FROM betankande", "hänger inte ihop"},
    };
    for (size_t i = 0; i < N(cases); i++) {
        const char *path = test_path("a.db");
        struct store *s = sample_store(path);
        sound(s);
        store_close(&s);
        finds(path, cases[i].script, cases[i].want);
    }
}
