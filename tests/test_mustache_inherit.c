/* Mustache: parents and blocks, the specification's optional module on inheritance. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "tests/test_mustache.h"

struct rule {
    const char *rule, *template, *partials, *want;
};

static const char DATA[] = "{\"k\": \"Åre\", \"html\": \"<b>\", \"o\": {\"k\": \"Habo\"}, "
                           "\"l\": [1, 2], \"ja\": true, \"rader\": \"r1\\nr2\"}";

static void check(const struct rule *rules, size_t n) {
    for (size_t i = 0; i < n; i++) {
        const struct rule *r = &rules[i];
        struct job job = {.template = r->template, .data = DATA, .partials = r->partials};
        struct buf out = {0};
        struct error err = {0};
        cr_expect_eq(job_run(&job, &out, &err), ST_OK, "%s: %s", r->rule, err.text);
        cr_expect(s8_eqz(buf_str8_of(&out), r->want), "%s: want <%s>, got <%.*s>", r->rule, r->want,
                  S8F(buf_str8_of(&out)));
        buf_free(&out);
    }
}

#define CHECK(...)                                                                                 \
    do {                                                                                           \
        static const struct rule rules[] = {__VA_ARGS__};                                          \
        check(rules, sizeof rules / sizeof *rules);                                                \
    } while (0)

Test(mustache_inherit, what_a_block_holds) {
    CHECK({"text", "{{$b}}Beslut{{/b}}", NULL, "Beslut"},
          {"a value", "{{$b}}i {{k}}{{/b}}", NULL, "i Åre"},
          {"a raw value", "{{$b}}{{{html}}}{{html}}{{/b}}", NULL, "<b>&lt;b&gt;"},
          {"a section", "{{$b}}{{#o}}{{k}}{{/o}}{{/b}}", NULL, "Habo"},
          {"an inverted section", "{{$b}}{{^x}}{{k}}{{/x}}{{/b}}", NULL, "Åre"},
          {"a block", "{{$b}}1{{$c}}2{{/c}}3{{/b}}", NULL, "123"},
          {"a value's tags are text", "{{$b}}{{rader}}{{/b}}", NULL, "r1\nr2"},
          {"no value of its name", "{{$k}}x{{/k}}", NULL, "x"});
}

Test(mustache_inherit, what_a_parent_takes) {
    CHECK(
        {"nothing", "{{<p}}{{/p}}", "{\"p\": \"{{$b}}eget{{/b}}\"}", "eget"},
        {"no more than a partial", "{{>p}}|{{<p}}{{/p}}", "{\"p\": \"{{$b}}eget{{/b}}\"}",
         "eget|eget"},
        {"a block", "{{<p}}{{$b}}givet{{/b}}{{/p}}", "{\"p\": \"[{{$b}}eget{{/b}}]\"}", "[givet]"},
        {"an empty block", "{{<p}}{{$b}}{{/b}}{{/p}}", "{\"p\": \"[{{$b}}eget{{/b}}]\"}", "[]"},
        {"one of two", "{{<p}}{{$c}}givet{{/c}}{{/p}}", "{\"p\": \"{{$b}}1{{/b}}{{$c}}2{{/c}}\"}",
         "1givet"},
        {"the same for each place", "{{<p}}{{$b}}x{{/b}}{{/p}}",
         "{\"p\": \"{{$b}}1{{/b}}{{$b}}2{{/b}}\"}", "xx"},
        {"the later of two", "{{<p}}{{$b}}x{{/b}}{{$b}}y{{/b}}{{/p}}", "{\"p\": \"{{$b}}{{/b}}\"}",
         "y"},
        {"nothing that it has no place for", "{{<p}}{{$x}}x{{/x}}{{/p}}", "{\"p\": \"a\"}", "a"},
        {"each its own", "{{<p}}{{$b}}1{{/b}}{{/p}} {{<p}}{{$b}}2{{/b}}{{/p}}",
         "{\"p\": \"<{{$b}}{{/b}}{{$c}}c{{/c}}>\"}", "<1c> <2c>"},
        {"text between is ignored", "{{<p}} a {{$b}}x{{/b}} {{k}} {{/p}}",
         "{\"p\": \"{{$b}}1{{/b}}\"}", "x"},
        {"not the data of that name", "{{<p}}{{/p}}", "{\"p\": \"{{$k}}eget{{/k}}\"}", "eget"},
        {"a missing parent is nothing", "[{{<p}}{{$b}}x{{/b}}{{/p}}]", NULL, "[]"},
        {"the context where the place is", "{{<p}}{{$b}}{{k}}{{/b}}{{/p}}",
         "{\"p\": \"{{#o}}{{$b}}{{/b}}{{/o}}{{#l}}{{$b}}{{/b}}{{/l}}\"}", "HaboÅreÅre"});
}

Test(mustache_inherit, parents_of_parents) {
    CHECK({"the outermost wins", "{{<p}}{{$b}}1{{/b}}{{/p}}",
           "{\"p\": \"{{<q}}{{$b}}2{{/b}}{{/q}}\", \"q\": \"{{<r}}{{$b}}3{{/b}}{{/r}}\", \"r\": "
           "\"{{$b}}4{{/b}}\"}",
           "1"},
          {"then the next", "{{<p}}{{/p}}",
           "{\"p\": \"{{<q}}{{$b}}2{{/b}}{{/q}}\", \"q\": \"{{<r}}{{$b}}3{{/b}}{{/r}}\", \"r\": "
           "\"{{$b}}4{{/b}}\"}",
           "2"},
          {"it reaches into partials", "{{<p}}{{$b}}1{{/b}}{{/p}}",
           "{\"p\": \"{{>q}}\", \"q\": \"{{$b}}2{{/b}}\"}", "1"},
          {"a place inside what is passed", "{{<p}}{{$c}}x{{/c}}{{/p}}",
           "{\"p\": \"{{<q}}{{$b}}<{{$c}}2{{/c}}>{{/b}}{{/q}}\", \"q\": \"{{$b}}3{{/b}}\"}", "<x>"},
          {"a block inside itself ends", "{{<p}}{{$b}}[{{$b}}inre{{/b}}]{{/b}}{{/p}}",
           "{\"p\": \"{{$b}}{{/b}}\"}", "[inre]"},
          {"what is passed does not hold inside itself", "{{<p}}{{$b}}[{{>p}}]{{/b}}{{/p}}",
           "{\"p\": \"{{$b}}eget{{/b}}\"}", "[eget]"},
          {"parents that name each other", "{{<p}}{{$b}}1{{/b}}{{/p}}",
           "{\"p\": \"{{$b}}2{{/b}}-{{$c}}{{<q}}{{/q}}{{/c}}\", \"q\": "
           "\"{{$b}}3{{/b}}={{<p}}{{$c}}slut{{/c}}{{/p}}\"}",
           "1-1=1-slut"},
          {"a parent in what is passed", "{{<p}}{{$b}}{{<q}}{{$c}}x{{/c}}{{/q}}{{/b}}{{/p}}",
           "{\"p\": \"[{{$b}}{{/b}}{{$c}}c{{/c}}]\", \"q\": \"({{$c}}{{/c}})\"}", "[(x)c]"});
}

Test(mustache_inherit, lines_of_parents) {
    CHECK(
        {"alone on one line", "a\n  {{<p}}{{/p}}\nb\n", "{\"p\": \"1\\n2\\n\"}",
         "a\n  1\n  2\nb\n"},
        {"alone on several", "a\n  {{<p}}\n    bort\n  {{/p}}\nb\n", "{\"p\": \"1\\n2\\n\"}",
         "a\n  1\n  2\nb\n"},
        {"alone with \\r\\n", "a\r\n{{<p}}\r\n{{/p}}\r\nb", "{\"p\": \"1\\r\\n\"}", "a\r\n1\r\nb"},
        {"after text", "a {{<p}}{{/p}}\nb", "{\"p\": \"1\\n2\"}", "a 1\n2\nb"},
        {"before text", "  {{<p}}{{/p}} a\nb", "{\"p\": \"1\\n2\"}", "  1\n2 a\nb"},
        {"before text, indented", " {{>q}}\n", "{\"q\": \"  {{<p}}{{/p}} a\\n\", \"p\": \"1\"}",
         "   1 a\n"},
        {"on the last line", "a\n  {{<p}}{{/p}}", "{\"p\": \"1\\n2\"}", "a\n  1\n  2"});
}

Test(mustache_inherit, lines_of_blocks) {
    CHECK({"a place of its own lines", "a\n{{$b}}\n  1\n{{/b}}\nc\n", NULL, "a\n  1\nc\n"},
          {"a place inside a line", "a {{$b}}1\n2{{/b}} c\n", NULL, "a 1\n2 c\n"},
          {"what is passed begins on the next line", "{{<p}}{{$b}}\n1\n\n2\n{{/b}}{{/p}}",
           "{\"p\": \"{{$b}}eget{{/b}}\"}", "1\n\n2\n"},
          {"and need not end with one", "{{<p}}{{$b}}\n1\n2{{/b}}\n{{/p}}\n",
           "{\"p\": \"a\\n  {{$b}}{{/b}}\\nb\\n\"}", "a\n  1\n  2\nb\n"},
          {"the place's own white space", "{{<p}}{{$b}}x{{/b}}{{/p}}",
           "{\"p\": \"a\\n  {{$b}}eget{{/b}}\\n\"}", "a\n  x\n"},
          {"lines in the middle of a line", "{{<p}}{{$b}}\n1\n2{{/b}}{{/p}}",
           "{\"p\": \"  a {{$b}}{{/b}} b\\n\"}", "  a 1\n2 b\n"},
          {"its own indentation is taken off",
           "{{<p}}\n{{$b}}\n      1\n        2\n{{/b}}\n{{/p}}\n",
           "{\"p\": \"a\\n  {{$b}}\\n  {{/b}}\\n\"}", "a\n  1\n    2\n"},
          {"what the place holds tells how deep", "{{<p}}{{$b}}\n1\n2\n{{/b}}{{/p}}",
           "{\"p\": \"a\\n{{$b}}\\n    eget\\n  mer\\n\\n{{/b}}\\n\"}", "a\n  1\n  2\n"},
          {"what the place holds is not changed", "{{<p}}{{/p}}",
           "{\"p\": \"a\\n{{$b}}\\n    eget\\n  mer\\n\\n{{/b}}\\n\"}", "a\n    eget\n  mer\n\n"},
          {"its lines need not be blank free", "{{<p}}{{$b}}\n  1\n\n  2\n{{/b}}{{/p}}",
           "{\"p\": \"{{$b}}{{/b}}\"}", "1\n\n2\n"},
          {"tags count as lines",
           "{{<p}}{{$b}}\n  {{k}}\n    {{#ja}}\n    2\n  {{/ja}}\n{{/b}}{{/p}}",
           "{\"p\": \"{{$b}}{{/b}}\"}", "Åre\n  2\n"},
          {"tabs and spaces have in common what they share",
           "{{<p}}{{$b}}\n\t 1\n\t\t2\n{{/b}}{{/p}}", "{\"p\": \"{{$b}}{{/b}}\"}", " 1\n\t2\n"},
          {"opened inside its first line", "{{<p}}\n    {{$b}}1\n    2{{/b}}\n{{/p}}",
           "{\"p\": \"  {{$b}}{{/b}}\\n\"}", "  1\n  2\n"},
          {"a value's lines stay", "{{<p}}{{$b}}\n  {{rader}}\n{{/b}}{{/p}}",
           "{\"p\": \"  {{$b}}\\n  {{/b}}\\n\"}", "  r1\nr2\n"},
          {"a short one in a place of several lines", "{{<p}}{{$b}}x{{/b}}{{/p}}",
           "{\"p\": \"a\\n{{$b}}\\n  eget\\n{{/b}}\\nb\\n\"}", "a\n  xb\n"},
          {"an empty one there leaves nothing", "{{<p}}{{$b}}{{/b}}{{/p}}",
           "{\"p\": \"a\\n{{$b}}\\n  eget\\n{{/b}}\\nb\\n\"}", "a\nb\n"},
          {"with \\r\\n", "{{<p}}{{$b}}\r\n  1\r\n\r\n  2\r\n{{/b}}{{/p}}",
           "{\"p\": \"a\\r\\n {{$b}}\\r\\n {{/b}}\\r\\n\"}", "a\r\n 1\r\n \r\n 2\r\n"});
}

Test(mustache_inherit, lines_of_blocks_in_each_other) {
    CHECK({"relative to the block around", "{{<p}}{{$c}}\n3\n{{/c}}{{/p}}",
           "{\"p\": \"{{<q}}{{$b}}\\n  1\\n  {{$c}}\\n    2\\n  {{/c}}\\n{{/b}}{{/q}}\\n\", "
           "\"q\": \"{{$b}}eget{{/b}}\"}",
           "1\n  3\n"},
          {"and of the place of that", "{{<p}}{{$c}}\n3\n{{/c}}{{/p}}",
           "{\"p\": \"{{<q}}{{$b}}\\n  1\\n  {{$c}}\\n    2\\n  {{/c}}\\n{{/b}}{{/q}}\\n\", "
           "\"q\": \"x\\n {{$b}}\\n {{/b}}\\ny\\n\"}",
           "x\n 1\n   3\ny\n"},
          {"partials in what is passed", "{{<p}}{{$b}}\n    1\n      {{>q}}\n{{/b}}{{/p}}",
           "{\"p\": \" {{$b}}\\n {{/b}}\\n\", \"q\": \"2\\n3\\n\"}", " 1\n   2\n   3\n"},
          {"a block that is all there is in a block", "{{<p}}{{$b}}{{$c}}inre{{/c}}{{/b}}{{/p}}",
           "{\"p\": \"{{$b}}\\n  eget\\n{{/b}}\\n\"}", "  inre"},
          {"a partial that is all there is in a block", "{{<p}}{{$b}}{{>q}}{{/b}}{{/p}}",
           "{\"p\": \"{{$b}}\\n  eget\\n{{/b}}\\n\", \"q\": \"1\\n\"}", "  1\n"},
          {"after an empty one the next line is whole", "{{<p}}{{$b}}\n{{/b}}{{/p}}",
           "{\"p\": \"x{{$b}}y{{/b}}\\n z\\n\"}", "x\n z\n"});
}
