/* Mustache: errors and where they are, limits, the escaper as argument, what a template uses. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "tests/test_mustache.h"

/* --- errors name file, line, column and tag --- */

struct wrong {
    const char *template, *partials;
    const char *place;   /* how the text begins */
    const char *says[3]; /* what is in it */
};

static void refused(const struct wrong *w, const struct job *job) {
    struct buf out = {0};
    struct error err = {0};
    buf_str(&out, "före");
    cr_expect_eq(job_run(job, &out, &err), ST_INVALID, "%s", w->template);
    cr_expect(s8_starts(s8_from(err.text), s8_from(w->place)), "<%s>: %s", w->template, err.text);
    for (size_t i = 0; i < 3 && w->says[i]; i++)
        cr_expect(strstr(err.text, w->says[i]), "<%s> lacks %s: %s", w->template, w->says[i],
                  err.text);
    cr_expect(s8_eqz(buf_str8_of(&out), "före"));
    buf_free(&out);
}

static void all_refused(const struct wrong *w, size_t n, bool strict) {
    for (size_t i = 0; i < n; i++) {
        struct job job = {.template = w[i].template,
                          .data = "{\"k\": 1, \"l\": [1], \"o\": {\"x\": null}, \"tom\": null}",
                          .partials = w[i].partials,
                          .strict = strict};
        refused(&w[i], &job);
    }
}

#define REFUSED(strict, ...)                                                                       \
    do {                                                                                           \
        static const struct wrong wrong[] = {__VA_ARGS__};                                         \
        all_refused(wrong, sizeof wrong / sizeof *wrong, strict);                                  \
    } while (0)

Test(mustache, tags_that_do_not_end) {
    REFUSED(false, {"a\nb {{namn\nc", NULL, "mall.md, rad 2, kolumn 3: ", {"{{namn", "}}"}},
            {"åäö{{{namn}}", NULL, "mall.md, rad 1, kolumn 4: ", {"{{{namn}}", "}}}"}},
            {"{{=< >}}", NULL, "mall.md, rad 1, kolumn 1: ", {"=}}"}},
            {"{{=< >=}}<namn", NULL, "mall.md, rad 1, kolumn 10: ", {"<namn", " > "}},
            {"{{! kommentar }", NULL, "mall.md, rad 1, kolumn 1: ", {"{{! kommentar }"}},
            {"{{", NULL, "mall.md, rad 1, kolumn 1: ", {"{{ är"}},
            {"{{a\n{{b}}", NULL, "mall.md, rad 1, kolumn 1: ", {"{{a", "blanksteg"}});
}

Test(mustache, sections_that_do_not_match) {
    REFUSED(
        false,
        {"a\n\n {{#punkter}}\n\n{{/avsnitt}}",
         NULL,
         "mall.md, rad 5, kolumn 1: ",
         {"{{/avsnitt}} stänger {{#punkter}} som öppnades på rad 3", "{{/punkter}}"}},
        {"{{#a}}\n {{^b}}{{/b}}", NULL, "mall.md, rad 1, kolumn 1: ", {"{{#a}}", "{{/a}}"}},
        {"{{#a}}{{^b}}\n{{/a}}{{/b}}",
         NULL,
         "mall.md, rad 2, kolumn 1: ",
         {"{{/a}} stänger {{^b}}", "rad 1", "{{/b}}"}},
        {"x{{/a}}", NULL, "mall.md, rad 1, kolumn 2: ", {"{{/a}} stänger ingenting"}},
        {"{{<p}}{{/q}}", NULL, "mall.md, rad 1, kolumn 7: ", {"{{/q}} stänger {{<p}}"}},
        {"{{<p}}{{$b}}", NULL, "mall.md, rad 1, kolumn 7: ", {"{{$b}} stängs aldrig"}},
        {"{{=< >=}}<#a></b>", NULL, "mall.md, rad 1, kolumn 14: ", {"</b> stänger <#a>", "</a>"}},
        {"\n{{>p}}", "{\"p\": \"\\n\\n {{#a}}\"}", "p.md, rad 3, kolumn 2: ", {"{{#a}}"}},
        {"{{<p}}{{/p}}",
         "{\"p\": \"{{>q}}\", \"q\": \"{{/a}}\"}",
         "q.md, rad 1, kolumn 1: ",
         {"{{/a}}"}});
}

Test(mustache, names_and_delimiters_that_are_none) {
    REFUSED(false, {"{{}}", NULL, "mall.md, rad 1, kolumn 1: ", {"{{}} saknar namn"}},
            {"{{# }}{{/ }}", NULL, "mall.md, rad 1, kolumn 1: ", {"{{# }} saknar namn"}},
            {"{{{}}}", NULL, "mall.md, rad 1, kolumn 1: ", {"{{{}}} saknar namn"}},
            {"{{#a}}{{/}}", NULL, "mall.md, rad 1, kolumn 7: ", {"{{/}} saknar namn"}},
            {"{{>}}", NULL, "mall.md, rad 1, kolumn 1: ", {"{{>}} saknar namn"}},
            {"{{a b}}", NULL, "mall.md, rad 1, kolumn 1: ", {"{{a b}}", "blanksteg"}},
            {"{{a..b}}", NULL, "mall.md, rad 1, kolumn 1: ", {"{{a..b}}", "punkt"}},
            {"{{.a}}", NULL, "mall.md, rad 1, kolumn 1: ", {"{{.a}}", "punkt"}},
            {"{{#a.}}{{/a.}}", NULL, "mall.md, rad 1, kolumn 1: ", {"{{#a.}}", "punkt"}},
            {"{{==}}", NULL, "mall.md, rad 1, kolumn 1: ", {"{{==}}", "avgränsare"}},
            {"{{=<=}}", NULL, "mall.md, rad 1, kolumn 1: ", {"{{=<=}}", "avgränsare"}},
            {"{{=< > |=}}", NULL, "mall.md, rad 1, kolumn 1: ", {"avgränsare"}},
            {"{{=<= >=}}", NULL, "mall.md, rad 1, kolumn 1: ", {"avgränsare"}});
}

Test(mustache, strict_names_and_partials) {
    REFUSED(true,
            {"\n{{#l}}{{namm}}{{/l}}", NULL, "mall.md, rad 2, kolumn 7: ", {"{{namm}} finns inte"}},
            {"{{{namm}}}", NULL, "mall.md, rad 1, kolumn 1: ", {"{{{namm}}} finns inte"}},
            {"{{o.y}}", NULL, "mall.md, rad 1, kolumn 1: ", {"{{o.y}} finns inte"}},
            {"{{k.y}}", NULL, "mall.md, rad 1, kolumn 1: ", {"{{k.y}} finns inte"}},
            {"{{l}}", NULL, "mall.md, rad 1, kolumn 1: ", {"{{l}} är en lista"}},
            {"{{&o}}", NULL, "mall.md, rad 1, kolumn 1: ", {"{{&o}} är en lista"}},
            {"{{>p}}", "{\"p\": \"\\n{{x}}\"}", "p.md, rad 2, kolumn 1: ", {"{{x}} finns inte"}},
            {"a {{>sidfot}}", NULL, "mall.md, rad 1, kolumn 3: ", {"{{>sidfot}}", "”sidfot”"}},
            {"{{#x}}{{<ram}}{{/ram}}{{/x}}", NULL, "mall.md, rad 1, kolumn 7: ", {"”ram”"}});
}

static void renders(const struct job *job, const char *want) {
    struct buf out = {0};
    struct error err = {0};
    cr_expect_eq(job_run(job, &out, &err), ST_OK, "%s", err.text);
    cr_expect(s8_eqz(buf_str8_of(&out), want), "want <%s>, got <%.*s>", want,
              S8F(buf_str8_of(&out)));
    buf_free(&out);
}

Test(mustache, strict_is_content_with_null_and_with_sections) {
    renders(&(struct job){.template = "[{{a}}{{o.x}}{{o.x.y}}{{#saknas}}1{{/saknas}}{{^saknas}}2"
                                      "{{/saknas}}{{#l}}{{.}}{{/l}}]",
                          .data = "{\"a\": null, \"o\": {\"x\": null}, \"l\": [null, 3]}",
                          .strict = true},
            "[23]");
}

Test(mustache, lists_and_objects_are_no_values) {
    renders(&(struct job){.template = "[{{l}}{{{o}}}]", .data = "{\"l\": [1], \"o\": {}}"}, "[]");
}

Test(mustache, an_error_shows_a_long_tag_in_part) {
    struct buf t = {0}, out = {0};
    struct error err = {0};
    buf_str(&t, "{{x");
    for (int i = 0; i < 1000; i++)
        buf_str(&t, "å");
    buf_str(&t, " }} {{/x}}");
    cr_assert_eq(job_text(&(struct job){0}, buf_str8_of(&t), &out, NULL), ST_INVALID);
    cr_assert_eq(job_text(&(struct job){0}, buf_str8_of(&t), &out, &err), ST_INVALID);
    cr_assert(strstr(err.text, "mall.md, rad 1, kolumn 1008: {{/x}}"), "%s", err.text);
    t.n -= strlen(" }} {{/x}}");
    cr_assert_eq(job_text(&(struct job){0}, buf_str8_of(&t), &out, &err), ST_INVALID);
    cr_assert_lt(strlen(err.text), 200);
    cr_assert(strstr(err.text, "åå är en tagg"), "%s", err.text);
    buf_free(&t);
    buf_free(&out);
}

static enum status broken_load(void *user, struct str8 name, struct arena *a, struct str8 *text,
                               struct str8 *file, struct error *err) {
    (void)user, (void)name, (void)a, (void)text, (void)file;
    return error_set(err, ST_IO, "sidfot.md kan inte läsas");
}

Test(mustache, a_loader_that_fails_ends_it) {
    struct arena a = {0};
    struct error err = {0};
    struct mustache_source source = {.load = broken_load};
    const struct mustache *m = NULL;
    cr_assert_eq(mustache_compile(&a, S8("{{>x}}"), S8("m"), &source, &m, &err), ST_IO);
    cr_assert_str_eq(err.text, "sidfot.md kan inte läsas");
    cr_assert_null(m);
    arena_free(&a);
}

/* --- limits --- */

static void repeated(struct buf *b, const char *z, size_t times) {
    for (size_t i = 0; i < times; i++)
        buf_str(b, z);
}

static void outcome(const struct job *job, const struct buf *t, enum status want,
                    const char *says) {
    struct buf out = {0};
    struct error err = {0};
    cr_expect_eq(job_text(job, buf_str8_of(t), &out, &err), want, "%s", err.text);
    cr_expect(strstr(err.text, says), "lacks %s: %s", says, err.text);
    buf_free(&out);
}

Test(mustache, sections_nest_64_deep) {
    for (size_t depth = 64; depth <= 65; depth++) {
        struct buf t = {0};
        repeated(&t, "{{#a}}", depth);
        repeated(&t, "{{/a}}", depth);
        outcome(&(struct job){.data = "{\"a\": true}"}, &t, depth == 64 ? ST_OK : ST_INVALID,
                depth == 64 ? "" : "{{#a}} ligger inuti 64");
        buf_free(&t);
    }
}

Test(mustache, partials_lie_64_deep) {
    json_t *p = json_object();
    for (int i = 1; i < 70; i++) {
        char name[8], text[16];
        snprintf(name, sizeof name, "p%d", i);
        snprintf(text, sizeof text, "{{>p%d}}", i + 1);
        json_object_set_new(p, name, json_string(i == 64 ? "bottnen" : text));
    }
    char *partials = json_dumps(p, 0);
    renders(&(struct job){.template = "{{>p1}}", .partials = partials}, "bottnen");
    struct wrong w = {"{{>p0}}", NULL, "p63.md, rad 1, kolumn 1: ", {"{{>p64}}", "”p64”", "64"}};
    json_object_set_new(p, "p0", json_string("{{>p1}}"));
    free(partials);
    partials = json_dumps(p, 0);
    refused(&w, &(struct job){.template = w.template, .partials = partials});
    free(partials);
    json_decref(p);
}

Test(mustache, partials_without_end_are_named) {
    REFUSED(
        false,
        {"{{>nod}}",
         "{\"nod\": \"x\\n {{>nod}}\"}",
         "nod.md, rad 2, kolumn 2: ",
         {"{{>nod}}", "”nod”"}},
        {"{{<a}}{{/a}}", "{\"a\": \"{{<b}}{{/b}}\", \"b\": \"{{<a}}{{/a}}\"}", "", {"delmallar"}},
        {"{{#k}}{{>a}}{{/k}}",
         "{\"a\": \"{{#k}}{{$y}}{{>a}}{{/y}}{{/k}}\"}",
         "a.md, rad 1, ",
         {"{{>a}}"}});
}

Test(mustache, output_is_at_most_16_mib) {
    struct buf t = {0};
    buf_str(&t, "{{#l}}{{#l}}");
    repeated(&t, "0123456789abcdef", 1 << 12);
    buf_str(&t, "{{/l}}{{/l}}");
    outcome(&(struct job){.data = "{\"l\": [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]}"}, &t, ST_OK,
            "");
    outcome(&(struct job){.data = "{\"l\": [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]}"}, &t,
            ST_INVALID, "mall.md: resultatet blir större än 16 MiB");
    buf_free(&t);
}

Test(mustache, indentation_counts_as_output) {
    struct buf t = {0};
    buf_repeat(&t, ' ', 1 << 20);
    buf_str(&t, "{{>p}}\n");
    outcome(&(struct job){.partials = "{\"p\": \"1\\n2\\n3\\n4\\n5\\n6\\n7\\n8\\n9\\n0\\n1\\n2\\n3"
                                      "\\n4\\n5\\n6\\n7\\n\"}"},
            &t, ST_INVALID, "större än 16 MiB");
    buf_free(&t);
}

Test(mustache, work_without_output_ends) {
    struct buf t = {0};
    repeated(&t, "{{#l}}", 64);
    repeated(&t, "{{/l}}", 64);
    outcome(&(struct job){.data = "{\"l\": [1, 2]}"}, &t, ST_INVALID,
            "mall.md: mallen blir aldrig");
    buf_free(&t);
}

/* Each of these would take minutes if any step of the reader or the renderer were quadratic. */
Test(mustache, long_templates_take_linear_time) {
    static const struct {
        const char *piece, *end, *says;
        size_t times;
    } cases[] = {{"{{", "", "inte avslutas", 1 << 19},
                 {"{{{", "}}", "inte avslutas", 1 << 18},
                 {"{{! x }}", "", "", 100000},
                 {"{{! x }}\n", "", "", 100000},
                 {"{{#a}}{{/a}}", "", "", 100000},
                 {"{{=< >=}}<={{ }}=>", "", "", 50000},
                 {"\n", "{{k}}", "", 1 << 20},
                 {" ", "{{/k}}", "stänger ingenting", 1 << 20},
                 {"x", "", "", 1 << 20},
                 {"{{k}} {{.}}", "", "", 100000},
                 {"{{>p}}{{<p}}{{$b}}{{/b}}{{/p}}", "", "", 50000},
                 {"{{$b}}\n\n", "", "ligger inuti 64", 100000}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf t = {0};
        repeated(&t, cases[i].piece, cases[i].times);
        buf_str(&t, cases[i].end);
        outcome(&(struct job){.data = "{\"k\": 1}", .partials = "{\"p\": \"{{$b}}{{/b}}\"}"}, &t,
                *cases[i].says ? ST_INVALID : ST_OK, cases[i].says);
        buf_free(&t);
    }
}

Test(mustache, many_blocks_take_linear_time) {
    struct buf t = {0}, p = {0};
    buf_str(&t, "{{<p}}");
    for (int i = 0; i < 20000; i++) {
        buf_printf(&t, "{{$b%d}}x{{/b%d}}", i, i);
        buf_printf(&p, "{{$b%d}}{{/b%d}}", i, i);
    }
    buf_str(&t, "{{/p}}");
    json_t *partials = json_pack("{s:s}", "p", p.p);
    char *text = json_dumps(partials, 0);
    struct buf out = {0};
    cr_assert_eq(job_text(&(struct job){.partials = text}, buf_str8_of(&t), &out, NULL), ST_OK);
    cr_assert_eq(out.n, 20000);
    free(text);
    json_decref(partials);
    buf_free(&t);
    buf_free(&p);
    buf_free(&out);
}

/* --- the escaper is an argument, and values are never read again --- */

static void put_marked(void *user, const void *node, struct str8 value, bool raw, struct buf *out) {
    buf_printf(out, "%s%s<%.*s>", (const char *)user, raw ? "r" : "", S8F(value));
    if (!node)
        buf_str(out, "saknas");
    else if (json_is_null((const json_t *)node))
        buf_str(out, "null");
}

Test(mustache, the_escaper_sees_each_value) {
    struct arena a = {0};
    struct buf out = {0};
    char mark[] = "$";
    json_t *data = job_json("{\"a\": \"&{{b}}\", \"n\": null, \"t\": true, \"f\": 2.5}");
    struct mustache_view view = {.data = &json_data, .root = data, .put = put_marked, .user = mark};
    const struct mustache *m;
    cr_assert_eq(
        mustache_compile(&a, S8("{{a}} {{{a}}} {{&n}} {{x}} {{t}} {{f}}"), S8("m"), NULL, &m, NULL),
        ST_OK);
    for (int i = 0; i < 2; i++) {
        buf_clear(&out);
        cr_assert_eq(mustache_render(m, &view, &out, NULL), ST_OK);
        cr_assert_str_eq(out.p, "$<&{{b}}> $r<&{{b}}> $r<>null $<>saknas $<ja> $<2.5>");
    }
    json_decref(data);
    arena_free(&a);
    buf_free(&out);
}

Test(mustache, html_keeps_all_other_bytes) {
    struct buf out = {0};
    mustache_put_html(NULL, NULL, S8("'å\0`\n"), false, &out);
    cr_assert(s8_eq(buf_str8_of(&out), S8("'å\0`\n")));
    mustache_put_html(NULL, NULL, (struct str8){0}, false, &out);
    cr_assert_eq(out.n, S8("'å\0`\n").n);
    buf_free(&out);
}

Test(mustache, a_template_outlives_its_text) {
    struct arena a = {0};
    struct buf out = {0};
    char text[] = "Dnr {{dnr}}{{>p}}", name[] = "m.md";
    json_t *partials = job_json("{\"p\": \".\"}");
    struct mustache_source source = {.load = json_load, .user = partials};
    const struct mustache *m;
    cr_assert_eq(mustache_compile(&a, s8_from(text), s8_from(name), &source, &m, NULL), ST_OK);
    json_decref(partials);
    memset(text, 'x', sizeof text - 1);
    memset(name, 'x', sizeof name - 1);
    json_t *data = job_json("{\"dnr\": 17}");
    struct mustache_view view = {.data = &json_data, .root = data, .put = mustache_put_html};
    cr_assert_eq(mustache_render(m, &view, &out, NULL), ST_OK);
    cr_assert_str_eq(out.p, "Dnr 17.");
    json_decref(data);
    arena_free(&a);
    buf_free(&out);
}

Test(mustache, no_root_and_no_source_give_nothing) {
    struct arena a = {0};
    struct buf out = {0};
    struct mustache_view view = {.data = &json_data, .put = mustache_put_html};
    const struct mustache *m;
    cr_assert_eq(
        mustache_compile(&a, S8("[{{a}}{{.}}{{#.}}x{{/.}}{{>p}}]"), S8("m"), NULL, &m, NULL),
        ST_OK);
    cr_assert_eq(mustache_render(m, &view, &out, NULL), ST_OK);
    cr_assert_str_eq(out.p, "[]");
    arena_free(&a);
    buf_free(&out);
}

/* --- what a template uses --- */

static void use_is(const struct mustache_use *u, enum mustache_tag tag, const char *name,
                   const char *file, size_t line, size_t column, ptrdiff_t within) {
    cr_expect_eq(u->tag, tag, "%s", name);
    cr_expect(s8_eqz(u->name, name), "want %s, got %.*s", name, S8F(u->name));
    cr_expect(s8_eqz(u->file, file), "%s: got %.*s", name, S8F(u->file));
    cr_expect_eq(u->line, line, "%s: line %zu", name, u->line);
    cr_expect_eq(u->column, column, "%s: column %zu", name, u->column);
    cr_expect_eq(u->within, within, "%s: within %td", name, u->within);
}

Test(mustache, uses_are_listed_partials_included) {
    struct arena a = {0};
    json_t *partials = job_json("{\"fot\": \"{{^namn}}{{{.}}}{{/namn}}{{>fot}}\"}");
    struct mustache_source source = {.load = json_load, .user = partials};
    const struct mustache *m;
    const struct mustache_use *u;
    struct str8 t =
        S8("{{! x }}\n åä{{#punkter}}\n{{a.b}}{{#c}}{{&d}}{{/c}}{{e}}\n{{/punkter}}{{f}}\n"
           "{{<ram}}{{$g}}{{h}}{{/g}}{{/ram}}{{>fot}}{{>fot}}");
    cr_assert_eq(mustache_compile(&a, t, S8("m.md"), &source, &m, NULL), ST_OK);
    cr_assert_eq(mustache_uses(m, &a, &u), 14);
    use_is(&u[0], MUSTACHE_SECTION, "punkter", "m.md", 2, 4, -1);
    use_is(&u[1], MUSTACHE_VALUE, "a.b", "m.md", 3, 1, 0);
    use_is(&u[2], MUSTACHE_SECTION, "c", "m.md", 3, 8, 0);
    use_is(&u[3], MUSTACHE_RAW, "d", "m.md", 3, 14, 2);
    use_is(&u[4], MUSTACHE_VALUE, "e", "m.md", 3, 26, 0);
    use_is(&u[5], MUSTACHE_VALUE, "f", "m.md", 4, 13, -1);
    use_is(&u[6], MUSTACHE_PARENT, "ram", "m.md", 5, 1, -1);
    use_is(&u[7], MUSTACHE_BLOCK, "g", "m.md", 5, 9, -1);
    use_is(&u[8], MUSTACHE_VALUE, "h", "m.md", 5, 15, -1);
    use_is(&u[9], MUSTACHE_PARTIAL, "fot", "m.md", 5, 34, -1);
    use_is(&u[11], MUSTACHE_INVERTED, "namn", "fot.md", 1, 1, -1);
    use_is(&u[12], MUSTACHE_RAW, ".", "fot.md", 1, 10, 11);
    use_is(&u[13], MUSTACHE_PARTIAL, "fot", "fot.md", 1, 26, -1);
    cr_expect_not(u[6].found);
    cr_expect(u[9].found && u[10].found && u[13].found && u[1].found);
    json_decref(partials);
    arena_free(&a);
}

Test(mustache, sections_64_deep_are_listed) {
    struct arena a = {0};
    struct buf t = {0};
    const struct mustache *m;
    const struct mustache_use *u;
    repeated(&t, "{{#a}}", 64);
    repeated(&t, "{{/a}}", 64);
    cr_assert_eq(mustache_compile(&a, buf_str8_of(&t), S8("m"), NULL, &m, NULL), ST_OK);
    cr_assert_eq(mustache_uses(m, &a, &u), 64);
    cr_assert_eq(u[63].within, 62);
    arena_free(&a);
    buf_free(&t);
}
