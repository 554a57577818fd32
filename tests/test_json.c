/* JSON of the exchange file: what is written is read as the same, and faults are placed. */
#include <criterion/criterion.h>

#include <stdlib.h>

#include "app/json_read.h"
#include "app/json_write.h"
#include "base/fileio.h"
#include "draft/context_facts.h"
#include "draft/context_json.h"

#define HEAD "{\"format\":1,\"ärende\":{\"betänkande\":\"sou-2024-72\""

#define BOOK "},\"betänkande\":{\"beteckning\":\"SOU 2024:72\","
#define REV(slag)                                                                                  \
    "{\"slag\":\"" slag "\",\"tid\":\"2025-01-29T08:15:30Z\",\"vem\":\"A\",\"orsak\":\"ange\","    \
    "\"värden\":{}"

struct fixture {
    struct arena a;
    struct betankande *b;
    struct json_library lib;
    struct error err;
};

static enum status give(void *user, struct str8 id, struct betankande *in_file,
                        struct betankande **use, struct error *err) {
    struct fixture *f = user;
    *use = in_file ? in_file : f->b;
    return s8_eq(id, f->b->id) ? ST_OK : error_set(err, ST_NOT_FOUND, "finns inte");
}

static struct fixture make(void) {
    struct fixture f = {.lib = {.get = give}};
    struct buf md = {0};
    const char *srcdir = getenv("srcdir");
    struct str8 path =
        arena_printf(&f.a, "%s/db/betankanden/sou-2024-72.md", srcdir ? srcdir : ".");
    cr_assert_eq(file_read(path.p, &md, &f.err), ST_OK, "%s", f.err.text);
    cr_assert_eq(betankande_read(&f.a, buf_str8_of(&md), "fil", &f.b, &f.err), ST_OK);
    buf_free(&md);
    return f;
}

static enum status read_text(struct fixture *f, struct str8 json, struct json_exchange *x) {
    f->lib.user = f;
    f->err = (struct error){0};
    return json_read_exchange(&f->a, json, &f->lib, x, &f->err);
}

static void expect_error(struct fixture *f, const char *json, const char *start) {
    struct json_exchange x;
    enum status st = read_text(f, s8_from(json), &x);
    cr_expect_eq(st, ST_INVALID, "%s: %d", json, (int)st);
    cr_expect(s8_starts(s8_from(f->err.text), s8_from(start)), "%s\n  gave %s\n  not %s", json,
              f->err.text, start);
}

Test(json_read, places_every_fault_by_its_path) {
    static const struct {
        const char *json, *start;
    } bad[] = {
        {HEAD ",\"uppgifter\":{\"dnr\":null}}}", "ärende.uppgifter.dnr: "},
        {HEAD ",\"uppgifter\":[]}}", "ärende.uppgifter: "},
        {HEAD ",\"uppgifter\":{\"dnr\":\"a\",\"DNR\":\"b\"}}}",
         "ärende.uppgifter.DNR: uppgiften står två"},
        {HEAD ",\"uppgifter\":{\"väg\":\"hem\"}}}", "ärende.uppgifter.väg: "},
        {HEAD ",\"uppgifter\":{\"svarstid\":\"14/3 2025\"}}}",
         "ärende.uppgifter.svarstid: Svarstid: ”14/3 2025” är inget datum. Skriv år-månad-dag"},
        {HEAD ",\"uppgifter\":{\"au\":\"20250314\"}}}", "ärende.uppgifter.au: "},
        {HEAD ",\"underlag\":[{\"datum\":\"14 mars 2025\"}]}}", "ärende.underlag[0].datum: "},
        {HEAD ",\"svar\":{\"4.3:1\":{\"ställning\":\"ja\"}}}}",
         "ärende.svar[\"4.3:1\"].ställning: "},
        {HEAD ",\"svar\":{\"4.3:1\":7}}}", "ärende.svar[\"4.3:1\"]: "},
        {HEAD ",\"svar\":{\"x\":{}}}}", "ärende.svar.x: "},
        {HEAD ",\"svar\":{\"4.3:2\":{}}}}", "ärende.svar[\"4.3:2\"]: "},
        {HEAD ",\"avsnitt\":{\"4.9\":{}}}}", "ärende.avsnitt[\"4.9\"]: "},
        {HEAD ",\"text\":{\"Stort Namn\":{}}}}", "ärende.text[\"Stort Namn\"]: "},
        {HEAD ",\"tema\":{}}}", "ärende.tema: "},
        {HEAD ",\"tema\":[1]}}", "ärende.tema[0]: "},
        {HEAD ",\"tema\":[{\"id\":0}]}}", "ärende.tema[0].id: "},
        {HEAD ",\"tema\":[{},{\"punkter\":\"4.3:9\"}]}}", "ärende.tema[1]: punkter: "},
        {HEAD ",\"skapad\":\"2025-01-29\"}}", "ärende.skapad: "},
        {HEAD ",\"uuid\":\"ABC\"}}", "ärende.uuid: "},
        {HEAD ",\"teman\":[]}}", "ärende.teman: uppgiften är okänd. Menade du ”tema”?"},
        {HEAD "},\"revisioner\":{}}", "revisioner: "},
        {HEAD "},\"revisioner\":[{}]}", "revisioner[0]: slag"},
        {HEAD "},\"revisioner\":[{\"slag\":\"svarr\"}]}", "revisioner[0].slag: "},
        {HEAD "},\"revisioner\":[{\"slag\":\"text\",\"värden\":{}}]}", "revisioner[0]: tid"},
        {HEAD "},\"betänkande\":{}}", "betänkande: beteckning"},
        {HEAD "},\"betänkande\":{\"beteckning\":\"SOU 2024:73\"}}", "ärende.betänkande: "},
        {HEAD "},\"betänkande\":{\"beteckning\":\"SOU 2024:72\",\"avsnitt\":[{\"nummer\":"
              "\"1\"},{\"nummer\":\"1\"}]}}",
         "betänkande.avsnitt[1]: avsnitt 1 står två gånger"},
        {HEAD BOOK "\"avsnitt\":[{\"nummer\":\"2\"},{\"nummer\":\"1\"}]}}",
         "betänkande.avsnitt[1]: avsnitt 1 ska stå före 2"},
        {HEAD BOOK "\"avsnitt\":[{\"nummer\":\"1\"},{\"nummer\":\"2.1\"}]}}",
         "betänkande.avsnitt[1]: avsnitt 2.1 hör till 2, som saknas"},
        {HEAD BOOK "\"avsnitt\":[{\"nummer\":\"01\"}]}}",
         "betänkande.avsnitt[0].nummer: ”01” är inget nummer"},
        {HEAD BOOK "\"avsnitt\":[{\"nummer\":\"1\",\"punkt\":[{\"nr\":2,\"slag\":\"förslag\"},"
                   "{\"nr\":2,\"slag\":\"förslag\"}]}]}}",
         "betänkande.avsnitt[0].punkt[1]: punkterna ska ha stigande nr"},
        {HEAD BOOK "\"datum\":\"7/11 2024\"}}", "betänkande.datum: ”7/11 2024” är inget datum"},
        {HEAD "},\"betänkande\":{\"beteckning\":\"SOU 2024:72\",\"avsnitt\":[{\"nummer\":\"1\","
              "\"punkt\":[{\"nr\":\"1\"}]}]}}",
         "betänkande.avsnitt[0].punkt[0].nr: "},
        {"{\"format\":\"1\",\"ärende\":{}}", "format: "},
        {"{\"format\":1,\"ärende\":{}}", "ärende: betänkande"},
        {"{\"format\":1}", "det är inget ärende"},
        {"{\"format\":99999999999999999999}", "det är ingen giltig JSON (rad 1, tecken 30): talet"},
        {HEAD ",\"svar\":{\"4.3:01\":{}}}}",
         "ärende.svar[\"4.3:01\"]: nyckeln: ”4.3:01” är ingen punkt. Skriv till exempel 4.1.1:2."},
        {HEAD ",\"avsnitt\":{\"4.3.\":{}}}}",
         "ärende.avsnitt[\"4.3.\"]: nyckeln: ”4.3.” är inget avsnitt"},
        {HEAD "},\"revisioner\":[" REV("uppgifter") ",\"nyckel\":\"1\"}]}",
         "revisioner[0]: nyckeln: ”1” hör inte hit"},
        {HEAD "},\"revisioner\":[" REV("underlag") "}]}", "revisioner[0]: nyckel måste stå här"},
        {HEAD "},\"revisioner\":[" REV("underlag") ",\"nyckel\":\"01\"}]}",
         "revisioner[0]: nyckeln: ”01” är inget radnummer"},
        {HEAD "},\"revisioner\":[" REV("underlag") ",\"nyckel\":\"0\"}]}",
         "revisioner[0]: nyckeln: ”0” är inget radnummer"},
        {"[1]", "här ska stå ett objekt"},
        {"null", "här ska stå ett objekt"},
        {"{\"format\":1,",
         "det är ingen giltig JSON (rad 1, tecken 12): texten tar slut för tidigt."},
        {"{} x", "det är ingen giltig JSON (rad 1, tecken 4): det står mer efter slutet."},
        {"{\"a\":1,\"a\":2}", "det är ingen giltig JSON (rad 1, tecken 10): samma namn står två"},
        {"{\"a\":\"\xE5\"}", "det är ingen giltig JSON (rad 1, tecken 6): texten är inte UTF-8."},
        {"{\"a\":\"\\u0000\"}", "det är ingen giltig JSON (rad 1, tecken 13): tecknet \\u0000"},
        {"\xFF\xFE{", "texten är UTF-16"},
        {" \n", "filen är tom"},
        {"", "filen är tom"},
    };
    struct fixture f = make();
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        expect_error(&f, bad[i].json, bad[i].start);
    arena_free(&f.a);
}

Test(json_read, refuses_a_newer_format_as_newer) {
    struct fixture f = make();
    struct json_exchange x;
    cr_expect_eq(read_text(&f, S8("{\"format\":2,\"ärende\":{}}"), &x), ST_NEWER);
    cr_expect_eq(read_text(&f, S8("{\"format\":20000000,\"ärende\":{}}"), &x), ST_NEWER);
    arena_free(&f.a);
}

Test(json_read, passes_over_a_byte_order_mark) {
    struct fixture f = make();
    struct json_exchange x;
    cr_expect_eq(read_text(&f, S8("\xEF\xBB\xBF" HEAD "}}"), &x), ST_OK, "%s", f.err.text);
    arena_free(&f.a);
}

Test(json_read, takes_names_without_prickar_and_synonyms) {
    struct fixture f = make();
    struct json_exchange x;
    cr_assert_eq(read_text(&f,
                           S8("{\"format\":1,\"arende\":{\"betankande\":\"SOU 2024:72\",\"svar\":{"
                              "\"4.3:1\":{\"stallning\":\"delar inte\"}},\"standpunkt\":[{"
                              "\"avsnitt\":\"4.3,4.4\"}]}}"),
                           &x),
                 ST_OK, "%s", f.err.text);
    cr_expect(s8_eqz(x.arende->post[POST_SVAR].p[0].value[SVAR_STALLNING], "avstyrker"));
    cr_expect(s8_eqz(x.arende->post[POST_STANDPUNKT].p[0].value[STANDPUNKT_AVSNITT], "4.3, 4.4"));
    cr_expect(s8_eqz(x.arende->post[POST_STANDPUNKT].p[0].nyckel, "1"));
    arena_free(&f.a);
}

/* An ärende with a value in every field of every kind. */
static struct arende *full(struct arena *a) {
    static const char *const key[POST_SLAG_N] = {
        [POST_SVAR] = "4.3:1", [POST_AVSNITT] = "4.3", [POST_TEXT] = "ekonomi"};
    static const char *const value[] = {
        [FALT_RAD] = "en \"rad\"",    [FALT_MARKDOWN] = "Ett\n\n- två\\",
        [FALT_DATUM] = "2025-01-29",  [FALT_JANEJ] = "ja",
        [FALT_STALLNING] = "delvis",  [FALT_AVSNITT] = "4.3, 4.4",
        [FALT_PUNKTER] = "4.3:1",     [FALT_TAL] = "7",
        [FALT_GRUND] = "4.3:1 avstar"};
    struct arende *ar = arende_new(a);
    ar->betankande = S8("sou-2024-72");
    ar->uuid = S8("0c6e5e63-9a77-4a80-9362-2a5a3bcf2528");
    ar->skapad = ar->andrad = S8("2025-01-29T08:15:30Z");
    for (int s = 0; s < POST_SLAG_N; s++) {
        const struct post_slag_info *info = post_slag_info((enum post_slag)s);
        struct post_list *l = &ar->post[s];
        if (s != POST_ARENDE)
            *ARENA_PUSH(a, l->p, l->n, l->cap) =
                post_new(a, (enum post_slag)s, s8_from(key[s] ? key[s] : "3"));
        for (size_t i = 0; i < info->n_falt; i++) {
            const struct falt *f = &info->falt[i];
            struct str8 v = s8_from(f->typ == FALT_VAL ? f->val[0] : value[f->typ]);
            l->p[0].value[i] = f->max && v.n > f->max ? s8_sub(v, 0, 2) : v;
        }
    }
    return ar;
}

Test(json, every_field_of_every_kind_comes_back) {
    struct fixture f = make();
    struct json_exchange x;
    struct buf one = {0}, two = {0};
    struct app_case c = {.arende = full(&f.a), .betankande = f.b};
    struct revision revs[POST_SLAG_N];
    for (int s = 0; s < POST_SLAG_N; s++)
        revs[s] = (struct revision){.tid = S8("2025-01-29T08:15:30Z"),
                                    .vem = S8("Anna Exempel"),
                                    .orsak = S8("svara"),
                                    .borttagen = s % 2,
                                    .post = post_copy(&f.a, &c.arende->post[s].p[0])};
    json_write_export(&c, revs, POST_SLAG_N, &one);
    cr_assert_eq(read_text(&f, buf_str8_of(&one), &x), ST_OK, "%s", f.err.text);
    cr_assert_eq(x.n_revision, POST_SLAG_N);
    /* The writer takes the newest first, the reader gives the oldest first. */
    for (size_t i = 0; i < POST_SLAG_N; i++)
        revs[i] = x.revision[POST_SLAG_N - 1 - i];
    struct app_case again = {.arende = x.arende, .betankande = x.betankande};
    json_write_export(&again, revs, POST_SLAG_N, &two);
    cr_expect(s8_eq(buf_str8_of(&one), buf_str8_of(&two)));
    buf_free(&one);
    buf_free(&two);
    arena_free(&f.a);
}

Test(json, keyed_posts_stand_in_the_order_of_the_betankande) {
    struct arena a = {0};
    struct arende *ar = arende_new(&a);
    struct post_list *l = &ar->post[POST_SVAR];
    static const char *const keys[] = {"4.10:1", "4.9:1", "4.1:2", "10.1:1"};
    for (size_t i = 0; i < 4; i++)
        *ARENA_PUSH(&a, l->p, l->n, l->cap) = post_new(&a, POST_SVAR, s8_from(keys[i]));
    json_t *o = context_facts_arende(ar);
    char *text = json_dumps(json_object_get(o, "svar"), JSON_COMPACT);
    cr_expect_str_eq(text, "{\"4.1:2\":{},\"4.9:1\":{},\"4.10:1\":{},\"10.1:1\":{}}");
    free(text);
    json_decref(o);
    arena_free(&a);
}

Test(json, numbers_are_written_short_and_exact) {
    struct arena a = {0};
    static const struct {
        double number;
        const char *text;
    } reals[] = {{1.5, "1.5"}, {0.1, "0.1"}, {1.21, "1.21"}, {0.1 + 0.2, "0.30000000000000004"}};
    for (size_t i = 0; i < sizeof reals / sizeof *reals; i++) {
        json_t *j = json_real(reals[i].number);
        struct str8 s = context_json_data.text(j, &a);
        cr_expect(s8_eqz(s, reals[i].text), "%.*s", S8F(s));
        json_decref(j);
    }
    arena_free(&a);
}

Test(json, times_are_checked) {
    cr_expect(json_time_valid(S8("2025-01-29T08:15:30Z")));
    cr_expect(json_time_valid(S8("2025-01-29T08:15:30.123456Z")));
    cr_expect_not(json_time_valid(S8("2025-02-30T08:15:30Z")));
    cr_expect_not(json_time_valid(S8("2025-01-29 08:15:30Z")));
    cr_expect_not(json_time_valid(S8("2025-01-29T08:15:30")));
    cr_expect_not(json_time_valid(S8("2025-01-29T081530000Z")));
    cr_expect_not(json_time_valid(S8("")));
}
