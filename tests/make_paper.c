/* Makes a document of a Markdown file, for judges and eyes:
 *
 *     tests/make_paper docx|odt FILE.md [TEMPLATE [LOGO.png]] >OUT
 *
 * TEMPLATE "-" is none. Lines that are MOTIVERING and a digit are grafts, as in the tests. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/fileio.h"
#include "doc/markdown.h"
#include "emit/emit.h"

static const struct markdown_graft grafts[] = {
    {S8I("Nämnden **tillstyrker** förslaget.\n\n# Skäl\n\nBehovet finns[^1]:\n\n- dygnet runt,\n"
         "- alla dagar.\n\n[^1]: Motiveringens egen fotnot."),
     S8I("4.1.1")},
    {S8I("Nämnden avstyrker. Avtalen bör inte regleras i lag[^1].\n\n[^1]: En annan fotnot med "
         "samma namn."),
     S8I("4.2")}};
static struct doc_field fields[] = {{S8I("dnr"), S8I("ON 2025/0123")},
                                    {S8I("datum"), S8I("2025-03-14")},
                                    {S8I("handläggare"), S8I("Handläggare A")},
                                    {S8I("nämnd"), S8I("Omsorgsnämnden")}};

static enum status parse(struct arena *a, const char *path, struct doc **out, struct error *err) {
    struct buf raw = {0}, text = {0};
    enum status st = file_read(path, &raw, err);
    for (struct str8 rest = buf_str8_of(&raw), line; s8_line(&rest, &line);) {
        if (s8_starts(line, S8("MOTIVERING")) && line.n == 11)
            markdown_token((size_t)(line.p[10] - '0'), &text);
        else
            buf_str8(&text, line);
        buf_byte(&text, '\n');
    }
    if (st == ST_OK)
        st = markdown_parse(a, buf_str8_of(&text), grafts, 2, out, err);
    buf_free(&raw);
    buf_free(&text);
    return st;
}

static void describe(struct doc *d, struct str8 logo) {
    d->title = S8("Svar på remiss av SOU 2024:72");
    d->dnr = S8("ON 2025/0123");
    d->organisation = S8("Omsorgsnämnden, Storstads kommun");
    d->date = S8("2025-03-14");
    d->author = S8("Handläggare A");
    d->created = S8("2025-03-14T09:00:00Z");
    d->logo = logo;
    d->logo_alt = S8("Storstads kommun");
    d->field = fields;
    d->n_fields = sizeof fields / sizeof *fields;
}

int main(int argc, char **argv) {
    struct arena a = {0};
    struct buf template = {0}, logo = {0}, out = {0};
    struct error err = {0};
    struct doc *d = NULL;
    if (argc < 3)
        return 2;
    enum status st = parse(&a, argv[2], &d, &err);
    if (st == ST_OK && argc > 3 && strcmp(argv[3], "-") != 0)
        st = file_read(argv[3], &template, &err);
    if (st == ST_OK && argc > 4)
        st = file_read(argv[4], &logo, &err);
    if (st == ST_OK) {
        struct emit_template t = {buf_str8_of(&template), s8_from(argv[3])};
        describe(d, buf_str8_of(&logo));
        st = emit_docx(d, &t, &out, &err);
    }
    if (st == ST_OK && !file_put_all(STDOUT_FILENO, buf_str8_of(&out)))
        st = error_set(&err, ST_IO, "Det gick inte att skriva.");
    if (st != ST_OK)
        fprintf(stderr, "%s\n", err.text);
    buf_free(&template);
    buf_free(&logo);
    buf_free(&out);
    arena_free(&a);
    return st != ST_OK;
}
