/* Mustache: one case or more for every rule of the specification, in our own words and data. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "tests/test_mustache.h"

struct rule {
    const char *rule, *template, *data, *partials, *want;
};

static void check(const struct rule *rules, size_t n) {
    for (size_t i = 0; i < n; i++) {
        const struct rule *r = &rules[i];
        struct job job = {.template = r->template, .data = r->data, .partials = r->partials};
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

/* --- comments --- */

Test(mustache_spec, comments) {
    CHECK({"inside a line", "nämnd{{! fråga juristen }}en", NULL, NULL, "nämnden"},
          {"over several lines", "a{{! ett\ntvå\n}}b\n", NULL, NULL, "ab\n"},
          {"alone on a line", "Ett.\n{{! bort }}\nTvå.\n", NULL, NULL, "Ett.\nTvå.\n"},
          {"alone and indented", "Ett.\n \t{{! bort }}  \nTvå.\n", NULL, NULL, "Ett.\nTvå.\n"},
          {"alone over several lines", "Ett.\n  {{!\n  bort\n  }}\nTvå.\n", NULL, NULL,
           "Ett.\nTvå.\n"},
          {"alone with \\r\\n", "Ett.\r\n{{! bort }}\r\nTvå.", NULL, NULL, "Ett.\r\nTvå."},
          {"alone on the first line", " {{! bort }}\nTvå.", NULL, NULL, "Två."},
          {"alone on the last line", "Ett.\n  {{! bort }}", NULL, NULL, "Ett.\n"},
          {"after text on its line", "  1 {{! bort }}\n", NULL, NULL, "  1 \n"},
          {"before text on its line", " {{! bort }} 1\n", NULL, NULL, "  1\n"},
          {"two on one line", "{{! a }}{{! b }}\nc", NULL, NULL, "\nc"},
          {"never a value", "[{{!svar}}]", "{\"svar\": 1, \"!svar\": 2}", NULL, "[]"},
          {"the first closing delimiter ends it", "{{! {{namn}} }}", NULL, NULL, " }}"});
}

/* --- set delimiter --- */

Test(mustache_spec, delimiters) {
    CHECK({"a new pair", "{{=[[ ]]=}}[[k]] {{k}}", "{\"k\": \"Täby\"}", NULL, "Täby {{k}}"},
          {"one character each", "{{=| |=}}|k|", "{\"k\": 7}", NULL, "7"},
          {"back again", "{{=<% %>=}}<%k%><%={{ }}=%>{{k}}", "{\"k\": 7}", NULL, "77"},
          {"white space around and between", "{{=  (   )\n=}}(k)", "{\"k\": 7}", NULL, "7"},
          {"sections with the new pair", "{{#k}}a{{/k}}{{=< >=}}<#k>b</k>", "{\"k\": true}", NULL,
           "ab"},
          {"inverted with the new pair", "{{=< >=}}<^k>b</k>", "{\"k\": false}", NULL, "b"},
          {"comments with the new pair", "{{=< >=}}a<! b >c", NULL, NULL, "ac"},
          {"raw with the new pair", "{{=< >=}}<{k}><&k><k>", "{\"k\": \"&\"}", NULL, "&&&amp;"},
          {"characters that pattern languages use", "{{=$( )^=}}$(k)^", "{\"k\": 7}", NULL, "7"},
          {"do not reach into a partial", "{{=< >=}}<>p>", "{\"k\": 7}", "{\"p\": \"<k>{{k}}\"}",
           "<k>7"},
          {"do not reach out of a partial", "{{>p}}{{k}}<k>", "{\"k\": 7}",
           "{\"p\": \"{{=< >=}}<k>\"}", "77<k>"},
          {"inside a line", "a {{=< >=}} b", NULL, NULL, "a  b"},
          {"alone on a line", "a\n  {{=< >=}}\nb", NULL, NULL, "a\nb"},
          {"alone with \\r\\n", "a\r\n{{=< >=}}\r\nb", NULL, NULL, "a\r\nb"},
          {"alone on the first line", " {{=< >=}}\n<k>", "{\"k\": 7}", NULL, "7"},
          {"alone on the last line", "a\n  {{=< >=}}", NULL, NULL, "a\n"});
}

/* --- interpolation --- */

Test(mustache_spec, values) {
    CHECK(
        {"no tags", "{Diarium} }} {x}\n", NULL, NULL, "{Diarium} }} {x}\n"},
        {"a text", "Dnr {{dnr}}.", "{\"dnr\": \"KS 2025/17\"}", NULL, "Dnr KS 2025/17."},
        {"never read again", "{{a}}{{{a}}}", "{\"a\": \"{{b}}\", \"b\": 1}", NULL, "{{b}}{{b}}"},
        {"escaped", "{{a}}", "{\"a\": \"<Å & \\\"Ö\\\">\"}", NULL, "&lt;Å &amp; &quot;Ö&quot;&gt;"},
        {"not escaped", "{{{a}}} {{&a}}", "{\"a\": \"<&>\\\"\"}", NULL, "<&>\" <&>\""},
        {"whole numbers", "{{a}}{{{a}}}{{&a}}", "{\"a\": -12}", NULL, "-12-12-12"},
        {"decimal numbers", "{{a}}", "{\"a\": 0.50}", NULL, "0.5"},
        {"null is nothing", "({{a}}{{{a}}}{{&a}})", "{\"a\": null}", NULL, "()"},
        {"missing is nothing", "({{a}}{{{a}}}{{&a}})", NULL, NULL, "()"},
        {"null hides what is outside", "{{#i}}({{a}}){{/i}}", "{\"a\": 1, \"i\": {\"a\": null}}",
         NULL, "()"},
        {"white space in the tag", "{{ a }}{{{ a }}}{{& a }}{{\ta\n}}", "{\"a\": 1}", NULL, "1111"},
        {"white space around the tag", "| {{a}} | {{{a}}} |\t{{&a}}\n", "{\"a\": 1}", NULL,
         "| 1 | 1 |\t1\n"},
        {"never alone on a line", "  {{a}}\n  {{{a}}}\n  {{&a}}\n", "{\"a\": 1}", NULL,
         "  1\n  1\n  1\n"},
        {"a name of any letters", "{{ä-ö_å/#2}}", "{\"ä-ö_å/#2\": 1}", NULL, "1"},
        {"a brace after the tag", "{{a}}}", "{\"a\": 1}", NULL, "1}"});
}

Test(mustache_spec, dotted_names) {
    CHECK({"a step", "{{part.namn}} {{{part.namn}}} {{&part.namn}}",
           "{\"part\": {\"namn\": \"Åre\"}}", NULL, "Åre Åre Åre"},
          {"many steps", "{{a.b.c.d}}", "{\"a\": {\"b\": {\"c\": {\"d\": 4}}}}", NULL, "4"},
          {"a broken chain", "[{{a.b.c}}]", "{\"a\": {}}", NULL, "[]"},
          {"a chain through a text", "[{{a.b}}]", "{\"a\": \"b\"}", NULL, "[]"},
          {"a chain broken midway looks nowhere else", "[{{a.b.n}}]",
           "{\"a\": {\"b\": {}}, \"b\": {\"n\": 1}, \"n\": 2}", NULL, "[]"},
          {"the first name is looked for outwards", "{{#i}}{{a.b}}{{/i}}",
           "{\"a\": {\"b\": 3}, \"i\": {\"x\": 1}}", NULL, "3"},
          {"the nearest first name decides", "[{{#i}}{{a.b}}{{/i}}]",
           "{\"a\": {\"b\": 3}, \"i\": {\"a\": {}}}", NULL, "[]"},
          {"never one key", "[{{a.b}}]", "{\"a.b\": 1}", NULL, "[]"},
          {"nor hidden by one", "[{{a.b}}]", "{\"a.b\": 1, \"a\": {\"b\": 2}}", NULL, "[2]"});
}

Test(mustache_spec, the_item_itself) {
    CHECK({"the root", "{{.}}!", "\"Hej\"", NULL, "Hej!"},
          {"the root, escaped", "{{.}}{{{.}}}{{&.}}", "\"&\"", NULL, "&amp;&&"},
          {"the root, a number", "{{.}}", "85", NULL, "85"},
          {"items of a list", "{{#l}}<{{.}}>{{/l}}", "{\"l\": [\"å\", \"ä\", 3, 1.5]}", NULL,
           "<å><ä><3><1.5>"},
          {"items of a list, raw", "{{#l}}{{{.}}}{{&.}}{{.}}{{/l}}", "{\"l\": [\"<\"]}", NULL,
           "<<&lt;"},
          {"lists in a list", "{{#l}}({{#.}}{{.}}{{/.}}){{/l}}", "{\"l\": [[1, 2], [], [\"x\"]]}",
           NULL, "(12)()(x)"},
          {"the root is a list", "{{#.}}[{{n}}]{{/.}}", "[{\"n\": 1}, {\"n\": 2}]", NULL, "[1][2]"},
          {"a condition's own value", "{{#a}}{{.}}={{a}}{{/a}}", "{\"a\": \"ja\"}", NULL, "ja=ja"});
}

/* --- sections --- */

Test(mustache_spec, sections) {
    CHECK({"true", "[{{#a}}ja{{/a}}]", "{\"a\": true}", NULL, "[ja]"},
          {"false", "[{{#a}}ja{{/a}}]", "{\"a\": false}", NULL, "[]"},
          {"null", "[{{#a}}ja{{/a}}]", "{\"a\": null}", NULL, "[]"},
          {"missing", "[{{#a}}ja{{/a}}]", NULL, NULL, "[]"},
          {"an empty list", "[{{#a}}ja{{/a}}]", "{\"a\": []}", NULL, "[]"},
          {"an empty text, ours", "[{{#a}}ja{{/a}}]", "{\"a\": \"\"}", NULL, "[]"},
          {"a text", "[{{#a}}ja{{/a}}]", "{\"a\": \"0\"}", NULL, "[ja]"},
          {"zero is true", "[{{#a}}ja{{/a}}]", "{\"a\": 0}", NULL, "[ja]"},
          {"an empty object is true", "[{{#a}}ja{{/a}}]", "{\"a\": {}}", NULL, "[ja]"},
          {"a list of one null", "[{{#a}}ja{{/a}}]", "{\"a\": [null]}", NULL, "[ja]"},
          {"an object is a context", "{{#a}}{{b}}{{/a}}", "{\"a\": {\"b\": 2}}", NULL, "2"},
          {"what it lacks is looked for outside", "{{#a}}{{b}}{{c}}{{d.e}}{{/a}}",
           "{\"a\": {\"b\": 2}, \"b\": 0, \"c\": 3, \"d\": {\"e\": 4}}", NULL, "234"},
          {"contexts deep down", "{{#a}}{{#b}}{{#c}}{{x}}{{y}}{{z}}{{/c}}{{/b}}{{/a}}{{x}}",
           "{\"a\": {\"x\": 1}, \"b\": {\"y\": 2}, \"c\": {\"z\": 3}}", NULL, "123"},
          {"a list", "{{#l}}{{n}},{{/l}}", "{\"l\": [{\"n\": 1}, {\"n\": 2}, {\"n\": 3}]}", NULL,
           "1,2,3,"},
          {"lists in objects in lists", "{{#l}}{{n}}:{{#k}}{{n}}{{m}} {{/k}}{{/l}}",
           "{\"l\": [{\"n\": \"a\", \"k\": [{\"m\": 1}, {\"m\": 2}]}, {\"n\": \"b\", \"k\": []}]}",
           NULL, "a:a1 a2 b:"},
          {"the same twice", "{{#a}}1{{/a}}{{#a}}2{{/a}}", "{\"a\": true}", NULL, "12"},
          {"the same inside itself", "{{#a}}1{{#a}}2{{/a}}3{{/a}}", "{\"a\": true}", NULL, "123"},
          {"the same inside itself, false", "0{{#a}}1{{#a}}2{{/a}}3{{/a}}4", "{\"a\": false}", NULL,
           "04"},
          {"dotted, true", "{{#a.b}}ja{{/a.b}}", "{\"a\": {\"b\": 1}}", NULL, "ja"},
          {"dotted, false", "[{{#a.b}}ja{{/a.b}}]", "{\"a\": {\"b\": false}}", NULL, "[]"},
          {"dotted, broken", "[{{#a.b.c}}ja{{/a.b.c}}]", "{\"a\": {}}", NULL, "[]"},
          {"white space in the tags", "{{# a }}ja{{/ a }}{{ # a }}ja{{ / a }}", "{\"a\": 1}", NULL,
           "jaja"});
}

Test(mustache_spec, inverted_sections) {
    CHECK({"true", "[{{^a}}nej{{/a}}]", "{\"a\": true}", NULL, "[]"},
          {"false", "[{{^a}}nej{{/a}}]", "{\"a\": false}", NULL, "[nej]"},
          {"null", "[{{^a}}nej{{/a}}]", "{\"a\": null}", NULL, "[nej]"},
          {"missing", "[{{^a}}nej{{/a}}]", NULL, NULL, "[nej]"},
          {"an empty list", "[{{^a}}nej{{/a}}]", "{\"a\": []}", NULL, "[nej]"},
          {"an empty text, ours", "[{{^a}}nej{{/a}}]", "{\"a\": \"\"}", NULL, "[nej]"},
          {"zero", "[{{^a}}nej{{/a}}]", "{\"a\": 0}", NULL, "[]"},
          {"an object", "[{{^a}}nej{{/a}}]", "{\"a\": {}}", NULL, "[]"},
          {"a list", "[{{^a}}nej{{/a}}]", "{\"a\": [0]}", NULL, "[]"},
          {"the context stays", "{{#i}}{{^a}}{{b}}{{/a}}{{/i}}", "{\"i\": {\"b\": 1}}", NULL, "1"},
          {"the same inside itself", "{{^a}}1{{^a}}2{{/a}}3{{/a}}", NULL, NULL, "123"},
          {"dotted", "{{^a.b}}nej{{/a.b}}{{^a.c.d}}nej{{/a.c.d}}", "{\"a\": {\"b\": 1}}", NULL,
           "nej"},
          {"white space in the tags", "{{^ a }}nej{{/ a }}", NULL, NULL, "nej"},
          {"alone on their lines", "a\n  {{^x}}\nb\n  {{/x}}\nc", NULL, NULL, "a\nb\nc"},
          {"alone with \\r\\n", "a\r\n{{^x}}\r\nb\r\n{{/x}}\r\nc", NULL, NULL, "a\r\nb\r\nc"},
          {"inside a line", " {{^x}}a{{/x}} \n", NULL, NULL, " a \n"});
}

Test(mustache_spec, lines_of_sections) {
    CHECK(
        {"inside a line", " | {{#a}}\t|\t{{/a}} | \n", "{\"a\": 1}", NULL, " | \t|\t | \n"},
        {"with a comment inside", " {{#a}} {{! x }}\n {{/a}} \n", "{\"a\": 1}", NULL, "  \n"},
        {"both on one line", " {{#a}}x{{/a}}\n {{#a}}y{{/a}}\n", "{\"a\": 1}", NULL, " x\n y\n"},
        {"both on one line with nothing between", "a\n{{#a}}{{/a}}\nb", "{\"a\": 1}", NULL,
         "a\n\nb"},
        {"alone", "1\n{{#a}}\n2\n{{/a}}\n3\n", "{\"a\": 1}", NULL, "1\n2\n3\n"},
        {"alone and indented", "1\n  {{#a}} \n  2\n\t{{/a}}\n3\n", "{\"a\": 1}", NULL,
         "1\n  2\n3\n"},
        {"alone with \\r\\n", "1\r\n{{#a}}\r\n2\r\n{{/a}}\r\n3", "{\"a\": 1}", NULL, "1\r\n2\r\n3"},
        {"alone on the first line", "  {{#a}}\n1{{/a}}\n2", "{\"a\": 1}", NULL, "1\n2"},
        {"alone on the last line", "1{{#a}}\n2\n  {{/a}}", "{\"a\": 1}", NULL, "1\n2\n"},
        {"a lone \\r is no line end", "1\r{{#a}}\r2{{/a}}", "{\"a\": 1}", NULL, "1\r\r2"},
        {"a list's lines", "{{#l}}\n- {{.}}\n{{/l}}\nslut\n", "{\"l\": [1, 2]}", NULL,
         "- 1\n- 2\nslut\n"});
}

/* --- partials --- */

Test(mustache_spec, partials) {
    CHECK({"a partial", "[{{>p}}]", NULL, "{\"p\": \"text\"}", "[text]"},
          {"missing is nothing", "[{{>p}}]", NULL, NULL, "[]"},
          {"sees the context", "{{#a}}{{>p}}{{/a}}", "{\"a\": {\"b\": 2}, \"c\": 3}",
           "{\"p\": \"{{b}}{{c}}\"}", "23"},
          {"inside itself while there is data", "{{>nod}}",
           "{\"n\": 1, \"under\": [{\"n\": 2, \"under\": []}, {\"n\": 3, \"under\": []}]}",
           "{\"nod\": \"{{n}}({{#under}}{{>nod}}{{/under}})\"}", "1(2()3())"},
          {"inside another", "{{>p}}", "{\"a\": 1}", "{\"p\": \"<{{>q}}>\", \"q\": \"{{a}}\"}",
           "<1>"},
          {"white space in the tag", "{{> p }}", NULL, "{\"p\": \"x\"}", "x"},
          {"a name with a path", "{{>delar/sid.fot}}", NULL, "{\"delar/sid.fot\": \"x\"}", "x"},
          {"its text is no value of the same name", "{{>p}}", "{\"p\": 1}", "{\"p\": \"x\"}", "x"});
}

Test(mustache_spec, lines_of_partials) {
    CHECK({"inside a line", "| {{>p}} |", NULL, "{\"p\": \"\\t|\\n|\"}", "| \t|\n| |"},
          {"inside a line nothing is indented", "  {{a}}  {{> p}}\n", "{\"a\": 1}",
           "{\"p\": \">\\n>\"}", "  1  >\n>\n"},
          {"alone", "a\n{{>p}}\nb", NULL, "{\"p\": \"x\\n\"}", "a\nx\nb"},
          {"alone without a line end of its own", "a\n{{>p}}\nb", NULL, "{\"p\": \"x\"}", "a\nxb"},
          {"alone with \\r\\n", "a\r\n{{>p}}\r\nb", NULL, "{\"p\": \"x\"}", "a\r\nxb"},
          {"alone on the first line", "  {{>p}}\nb", NULL, "{\"p\": \"x\\ny\"}", "  x\n  yb"},
          {"alone on the last line", "a\n  {{>p}}", NULL, "{\"p\": \"x\\ny\"}", "a\n  x\n  y"},
          {"each line is indented, values are not", " {{>p}}\n", "{\"a\": \"1\\n2\"}",
           "{\"p\": \"-\\n{{a}}\\n{{{a}}}\\n-\\n\"}", " -\n 1\n2\n 1\n2\n -\n"},
          {"empty lines too", "  {{>p}}\n", NULL, "{\"p\": \"x\\n\\ny\\n\"}", "  x\n  \n  y\n"},
          {"lines of sections are not", "  {{>p}}\n", "{\"l\": [1, 2]}",
           "{\"p\": \"{{#l}}\\n- {{.}}\\n{{/l}}\\n\"}", "  - 1\n  - 2\n"},
          {"a line that begins with a tag is", "  {{>p}}\n", "{\"a\": 1}",
           "{\"p\": \"{{#a}}x{{/a}}\\n{{^a}}y{{/a}}\\n\"}", "  x\n  \n"},
          {"indented inside indented", " {{>p}}\n", NULL,
           "{\"p\": \"a\\n  {{>q}}\\nb\\n\", \"q\": \"c\\nd\\n\"}", " a\n   c\n   d\n b\n"},
          {"inline inside indented", "  {{>p}}\n", NULL,
           "{\"p\": \"a {{>q}}\\nb\\n\", \"q\": \"c\\nd\"}", "  a c\nd\n  b\n"},
          {"inline first inside indented", "  {{>p}}\n", NULL,
           "{\"p\": \"{{>q}} a\\n\", \"q\": \"c\"}", "  c a\n"},
          {"tabs", "\t{{>p}}\n", NULL, "{\"p\": \"a\\r\\nb\\r\\n\"}", "\ta\r\n\tb\r\n"});
}
