#include "tests/paper.h"

#include "base/fileio.h"
#include "base/utf8.h"
#include "doc/markdown.h"
#include "emit/head.h"
#include "emit/link.h"

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

static void describe(struct doc *d, struct arena *a) {
    d->title = doc_first_heading(a, d);
    d->dnr = S8("ON 2025/0123");
    d->organisation = S8("Omsorgsnämnden, Storstads kommun");
    d->date = S8("2025-03-14");
    d->author = S8("Handläggare A");
    d->created = S8("2025-03-14T09:00:00Z");
    d->field = fields;
    d->n_fields = sizeof fields / sizeof *fields;
}

enum status paper_read(struct arena *a, const char *path, struct doc **out, struct error *err) {
    struct buf raw = {0}, text = {0};
    struct str8 markdown = {0};
    enum status st = file_read(path, &raw, err);
    if (st == ST_OK)
        st = utf8_admit(a, buf_str8_of(&raw), path, &markdown, err);
    for (struct str8 line; st == ST_OK && s8_line(&markdown, &line);) {
        if (s8_starts(line, S8("MOTIVERING")) && line.n == 11)
            markdown_token((size_t)(line.p[10] - '0'), &text);
        else
            buf_str8(&text, line);
        buf_byte(&text, '\n');
    }
    if (st == ST_OK)
        st = markdown_parse(a, buf_str8_of(&text), grafts, 2, out, err);
    if (st == ST_OK)
        describe(*out, a);
    buf_free(&raw);
    buf_free(&text);
    return st;
}

/* --- What it says ----------------------------------------------------------------------------- */

static void say(struct arena *a, const struct doc_node *parent, struct buf *out) {
    for (const struct doc_node *n = parent->first; n; n = n->next) {
        buf_str8(out, n->text);
        if (n->kind == DOC_NOTE_REF)
            buf_printf(out, "[%d]", n->number);
        say(a, n, out);
        if (n->kind == DOC_LINK && !link_uri(a, n->href).n)
            buf_str8(out, link_printed(a, n));
        if (n->kind == DOC_BREAK || !doc_is_inline(n->kind))
            buf_byte(out, '\n');
    }
}

void paper_words(struct arena *a, const struct doc *d, struct buf *out) {
    buf_printf(out, "%.*s\n%.*s\f", S8F(d->organisation), S8F(doc_head_date(d)));
    buf_str8(out, head_running(a, d));
    buf_byte(out, '\f');
    say(a, d->body, out);
    for (const struct doc_node *note = d->notes; note; note = note->next) {
        buf_byte(out, '\f');
        say(a, note, out);
    }
}
