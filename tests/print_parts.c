/* A paper's parts, for the tests of whole papers: a line for each heading, paragraph, list, item
 * and table, indented under what it stands in. Sentences are left out; what they are for is not.
 *
 *     print_parts FILE.md
 *
 *     uppgifter Datum, Diarienummer      a list of labels
 *     rubrik 2 Sammanfattning            a heading, its level and words
 *     stycke                             paragraphs, as many as follow each other
 *     stycke fet                         all of it strong; so "kursiv"
 *     stycke att                         a clause "att …"
 *     stycke (x) / …: / [not] / [rader]  ends in a reference as (4.1.1), in a colon, holds a
 *                                        footnote mark, has lines of its own (name, title)
 *     punktlista / numrerad lista        with a line "punkt" for its items, "punkt Förslag:" with
 *                                        such a label, "punkt fet:" with a lead-in in bold
 *     tabell Ställning, Antal            its head
 *     underskrift                        a line to sign on
 *     fotnot
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/fileio.h"
#include "doc/markdown.h"

struct printer {
    struct arena *a;
    struct buf last; /* the line before: it is not repeated */
};

static void put(struct printer *p, int depth, struct str8 line) {
    struct buf out = {0};
    buf_repeat(&out, ' ', (size_t)depth * 2);
    buf_str8(&out, line);
    if (!s8_eq(buf_str8_of(&out), buf_str8_of(&p->last)))
        printf("%.*s\n", S8F(buf_str8_of(&out)));
    buf_free(&p->last);
    p->last = out;
}

/* The cells of a column or row, comma between. */
static struct str8 labels(struct printer *p, const struct doc_node *from, bool down) {
    struct str8 out = S8("");
    for (const struct doc_node *n = from; n; n = n->next)
        out = arena_printf(p->a, "%.*s%s%.*s", S8F(out), n == from ? "" : ", ",
                           S8F(doc_plain(p->a, down ? n->first : n)));
    return out;
}

/* "(4.1.1)" at the end, a full stop after it or not. */
static bool ends_in_reference(struct str8 s) {
    while (s.n && (s.p[s.n - 1] == '.' || s.p[s.n - 1] == ':'))
        s.n--;
    if (!s8_ends(s, S8(")")))
        return false;
    size_t at = s.n - 1;
    while (at > 0 && (isdigit((unsigned char)s.p[at - 1]) || s.p[at - 1] == '.'))
        at--;
    return at > 0 && at < s.n - 1 && s.p[at - 1] == '(';
}

static bool holds(const struct doc_node *n, enum doc_kind kind) {
    for (const struct doc_node *c = n; c; c = doc_next(c, n))
        if (c->kind == kind)
            return true;
    return false;
}

static struct str8 ending(struct printer *p, const struct doc_node *n) {
    struct str8 text = doc_plain(p->a, n);
    return arena_printf(p->a, "%s%s%s%s", ends_in_reference(text) ? " (x)" : "",
                        s8_ends(text, S8(":")) ? " …:" : "", holds(n, DOC_NOTE_REF) ? " [not]" : "",
                        holds(n, DOC_BREAK) ? " [rader]" : "");
}

static void paragraph(struct printer *p, const struct doc_node *n, int depth) {
    bool whole = n->first && n->first == n->last;
    const char *kind = whole && n->first->kind == DOC_STRONG       ? " fet"
                       : whole && n->first->kind == DOC_EMPH       ? " kursiv"
                       : s8_starts(doc_plain(p->a, n), S8("att ")) ? " att"
                                                                   : "";
    put(p, depth, arena_printf(p->a, "stycke%s%.*s", kind, S8F(ending(p, n))));
}

/* "Förslag:", or a lead-in in bold. */
static struct str8 item_label(struct printer *p, const struct doc_node *item) {
    const struct doc_node *first = item->first ? item->first->first : NULL;
    struct str8 rest = item->first ? doc_plain(p->a, item->first) : S8("");
    struct str8 head = s8_cut(&rest, ':');
    if (first && first->kind == DOC_STRONG && first->next)
        return S8(" fet:");
    bool label = s8_eqz(head, "Förslag") || s8_eqz(head, "Bedömning");
    return label ? arena_printf(p->a, " %.*s:", S8F(head)) : S8("");
}

static void blocks(struct printer *p, const struct doc_node *parent, int depth);

static void list(struct printer *p, const struct doc_node *n, int depth) {
    put(p, depth, n->ordered ? S8("numrerad lista") : S8("punktlista"));
    for (const struct doc_node *item = n->first; item; item = item->next) {
        struct str8 end = item->first ? ending(p, item->first) : S8("");
        put(p, depth + 1, arena_printf(p->a, "punkt%.*s%.*s", S8F(item_label(p, item)), S8F(end)));
        for (const struct doc_node *c = item->first ? item->first->next : NULL; c; c = c->next)
            if (c->kind == DOC_LIST)
                list(p, c, depth + 2);
            else if (c->kind == DOC_PARA)
                paragraph(p, c, depth + 2);
    }
}

static void block(struct printer *p, const struct doc_node *n, int depth) {
    switch (n->kind) {
    case DOC_HEADING:
        put(p, depth, arena_printf(p->a, "rubrik %d %.*s", n->level, S8F(doc_plain(p->a, n))));
        break;
    case DOC_LIST:
        list(p, n, depth);
        break;
    case DOC_TABLE:
        put(p, depth, arena_printf(p->a, "tabell %.*s", S8F(labels(p, n->first->first, false))));
        break;
    case DOC_FIELDS:
        put(p, depth, arena_printf(p->a, "uppgifter %.*s", S8F(labels(p, n->first, true))));
        break;
    case DOC_QUOTE:
        put(p, depth, S8("citat"));
        blocks(p, n, depth + 1);
        break;
    case DOC_SIGN:
        put(p, depth, S8("underskrift"));
        break;
    default:
        paragraph(p, n, depth);
    }
}

static void blocks(struct printer *p, const struct doc_node *parent, int depth) {
    for (const struct doc_node *n = parent->first; n; n = n->next)
        block(p, n, depth);
}

int main(int argc, char **argv) {
    struct arena a = {0};
    struct printer p = {.a = &a};
    struct buf text = {0};
    struct error err = {0};
    struct doc *d = NULL;
    if (argc != 2 || file_read(argv[1], &text, &err) != ST_OK ||
        markdown_parse(&a, buf_str8_of(&text), NULL, 0, &d, &err) != ST_OK) {
        fprintf(stderr, "print_parts: %s\n", argc == 2 ? err.text : "usage: print_parts FILE.md");
        return 2;
    }
    blocks(&p, d->body, 0);
    for (const struct doc_node *n = d->notes; n; n = n->next)
        put(&p, 0, S8("fotnot"));
    buf_free(&text);
    buf_free(&p.last);
    arena_free(&a);
    return 0;
}
