/* Documents set on pages: what is on them, in which order it is read, where pages and lines end. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/fileio.h"
#include "doc/markdown.h"
#include "emit/look.h"
#include "emit/set.h"
#include "tests/sheet_fault.h"

struct page {
    struct arena a;
    struct fonts *fs;
    struct doc *d;
    struct sheet s;
};

static void page_free(struct page *p) {
    fonts_free(&p->fs);
    arena_free(&p->a);
}

static enum status page_try(struct page *p, struct str8 text, bool review, struct error *err) {
    struct set_options o = {.review = review};
    *p = (struct page){.fs = fonts_new()};
    cr_assert(markdown_parse(&p->a, text, NULL, 0, &p->d, err) == ST_OK, "%s", err->text);
    return set_document(&p->a, p->fs, p->d, &o, &p->s, err);
}

/* Sets Markdown; nothing may be wrong with it. */
static void page_make(struct page *p, const char *text) {
    struct error err = {0};
    cr_assert(page_try(p, s8_from(text), false, &err) == ST_OK, "%s", err.text);
    const char *f = sheet_fault(&p->a, &p->s, p->d, false);
    cr_assert(f == NULL, "%s", f);
}

/* The text of the n:th element of that kind, from 0. */
static struct str8 nth(struct page *p, enum elem_kind kind, int n) {
    const struct elem *e = p->s.root;
    while ((e = sheet_find(e, kind)) && n-- > 0) {
    }
    return e ? sheet_text(&p->a, e) : S8("(none)");
}

static const struct sheet_mark *mark_with(const struct page *p, const char *text) {
    for (const struct sheet_page *page = p->s.first; page; page = page->next)
        for (const struct sheet_mark *m = page->first; m; m = m->next)
            if (m->run && s8_find(m->run->text, s8_from(text)) >= 0)
                return m;
    cr_assert_fail("no mark says %s", text);
    return NULL;
}

#define IS(got, want)                                                                              \
    do {                                                                                           \
        struct str8 g_ = (got);                                                                    \
        cr_assert(s8_eqz(g_, (want)), "'%.*s' instead of '%s'", S8F(g_), (want));                  \
    } while (0)

Test(set, an_empty_document_is_one_page) {
    struct page p;
    page_make(&p, "");
    cr_assert_eq(p.s.n_pages, 1);
    cr_assert_null(p.s.root->first);
    page_free(&p);
}

Test(set, a_paragraph_is_an_element_with_its_text) {
    struct page p;
    page_make(&p, "Ett *stycke* med **fet** text.");
    IS(nth(&p, ELEM_P, 0), "Ett stycke med fet text.");
    IS(nth(&p, ELEM_EM, 0), "stycke");
    IS(nth(&p, ELEM_STRONG, 0), "fet");
    page_free(&p);
}

Test(set, heading_levels_begin_at_one_and_are_not_skipped) {
    struct page p;
    int want[] = {1, 2, 2, 3, 1}, i = 0;
    page_make(&p, "## A\n\n#### B\n\n#### C\n\n###### D\n\n# E\n\nText.\n\nMer.");
    for (const struct elem *e = sheet_find(p.s.root, ELEM_H); e; e = sheet_find(e, ELEM_H), i++)
        cr_expect_eq(e->level, want[i], "heading %d: %d", i, e->level);
    i = 0;
    for (const struct sheet_bookmark *b = p.s.bookmarks; b; b = b->next, i++)
        cr_expect_eq(b->level, want[i]);
    cr_assert_eq(i, 5);
    page_free(&p);
}

Test(set, a_list_has_labels_and_bodies) {
    struct page p;
    page_make(&p, "3. tre\n4. fyra\n   - under\n");
    IS(nth(&p, ELEM_LBL, 0), "3.");
    IS(nth(&p, ELEM_LBL, 1), "4.");
    IS(nth(&p, ELEM_LBL, 2), "–");
    IS(nth(&p, ELEM_LBODY, 0), "tre");
    IS(nth(&p, ELEM_LBODY, 1), "fyra–under");
    cr_assert_eq(mark_with(&p, "3.")->y, mark_with(&p, "tre")->y);
    page_free(&p);
}

Test(set, a_table_has_head_and_body) {
    struct page p;
    page_make(&p, "| Post | Kronor |\n|---|---:|\n| Lokaler | 10 |\n| Personal | 1 250 |\n");
    IS(nth(&p, ELEM_THEAD, 0), "PostKronor");
    IS(nth(&p, ELEM_TD, 3), "1 250");
    const struct sheet_mark *a = mark_with(&p, "10"), *b = mark_with(&p, "1 250");
    cr_assert_eq(a->x + a->width, b->x + b->width, "to the right");
    cr_assert_eq(b->x + b->width, p.s.width - LOOK_MARGIN_RIGHT * 50, "as wide as the text");
    page_free(&p);
}

Test(set, a_table_without_a_head_has_its_first_column_for_one) {
    struct page p;
    page_make(&p, "| | | |\n|---|---|---|\n| ett | två | tre |\n");
    const struct elem *th = sheet_find(p.s.root, ELEM_TH);
    cr_assert_not_null(th);
    cr_assert(th->row_scope);
    cr_assert_null(sheet_find(th, ELEM_TH));
    page_free(&p);
}

Test(set, fields_are_paragraphs_of_label_and_value) {
    struct page p;
    page_make(&p, "| | |\n|---|---|\n| Dnr | ON 1 |\n| Handläggare | Namn A |\n");
    IS(nth(&p, ELEM_P, 0), "Dnr ON 1");
    IS(nth(&p, ELEM_P, 1), "Handläggare Namn A");
    cr_assert_eq(mark_with(&p, "ON 1")->x, mark_with(&p, "Namn A")->x);
    cr_assert_eq(mark_with(&p, "ON 1")->y, mark_with(&p, "Dnr")->y);
    page_free(&p);
}

Test(set, a_note_is_read_after_its_block_and_stands_at_the_foot) {
    struct page p;
    page_make(&p, "Text[^a] här.\n\nNästa.\n\n[^a]: Noten[^b].\n\n[^b]: Inre.");
    const struct elem *note = sheet_find(p.s.root, ELEM_NOTE);
    IS(sheet_text(&p.a, note), "1Noten2.");
    IS(nth(&p, ELEM_NOTE, 1), "2Inre.");
    IS(nth(&p, ELEM_P, 3), "Nästa.");
    cr_assert(mark_with(&p, "Noten")->y > mark_with(&p, "Nästa.")->y);
    cr_assert(mark_with(&p, "Inre.")->y > mark_with(&p, "Noten")->y);
    const struct elem *ref = sheet_find(p.s.root, ELEM_REFERENCE);
    cr_assert_eq(ref->note, 1);
    cr_assert_eq(ref->first->elem->kind, ELEM_LINK);
    page_free(&p);
}

Test(set, a_note_in_a_cell_is_in_the_cell) {
    struct page p;
    page_make(&p, "| A | B |\n|---|---|\n| x[^1] | y |\n\n[^1]: Noten.");
    cr_assert_eq(sheet_find(p.s.root, ELEM_NOTE)->parent->kind, ELEM_TD);
    page_free(&p);
}

Test(set, only_links_to_the_web_are_links) {
    struct page p;
    page_make(&p, "[a](https://a.example) [b](fil.txt) [c](javascript:x)");
    const struct elem *link = sheet_find(p.s.root, ELEM_LINK);
    IS(link->href, "https://a.example");
    cr_assert_null(sheet_find(link, ELEM_LINK));
    IS(nth(&p, ELEM_P, 0), "a b (fil.txt) c (javascript:x)");
    page_free(&p);
}

Test(set, code_is_verbatim) {
    struct page p;
    page_make(&p, "```\na  b\n    c\n```\n\nEn `kod  snutt`.");
    IS(nth(&p, ELEM_CODE, 0), "a  b     c");
    IS(nth(&p, ELEM_CODE, 1), "kod  snutt");
    cr_assert_eq(mark_with(&p, "a  b")->x, mark_with(&p, "    c")->x);
    page_free(&p);
}

Test(set, a_line_to_sign_on_is_a_rule_above_the_name) {
    struct page p;
    page_make(&p, "Beslut.\n\n____________\\\nNamn A\\\nordförande\n");
    IS(nth(&p, ELEM_P, 1), "Namn A ordförande");
    const struct sheet_mark *rule = p.s.first->first;
    while (rule && rule->kind != MARK_RULE)
        rule = rule->next;
    cr_assert_not_null(rule);
    cr_assert_null(rule->elem);
    cr_assert(rule->y < mark_with(&p, "Namn A")->y && rule->y > mark_with(&p, "Beslut.")->y);
    page_free(&p);
}

Test(set, a_soft_hyphen_is_seen_at_a_lines_end_only) {
    struct page p;
    page_make(&p, "Ett kort\xc2\xad"
                  "ord och ett li\xe2\x80\x8btet.");
    IS(nth(&p, ELEM_P, 0), "Ett kortord och ett litet.");
    page_free(&p);
    struct buf b = {0};
    for (int i = 0; i < 40; i++)
        buf_str(&b, "xxxxxxxx\xc2\xad");
    page_make(&p, b.p);
    int hyphens = 0;
    for (const struct sheet_mark *m = p.s.first->first; m; m = m->next)
        for (size_t i = 0; m->run && i < m->run->n; i++)
            hyphens += m->run->glyph[i].soft_hyphen;
    cr_assert(hyphens >= 3, "%d", hyphens);
    page_free(&p);
    buf_free(&b);
}

Test(set, the_first_page_begins_with_organisation_and_date) {
    struct page p;
    struct error err = {0};
    page_make(&p, "# Rubrik\n\nText.");
    p.d->organisation = S8("Omsorgsnämnden");
    p.d->date = S8("2025-03-14");
    cr_assert(set_document(&p.a, p.fs, p.d, NULL, &p.s, &err) == ST_OK);
    IS(sheet_text(&p.a, p.s.root), "Omsorgsnämnden2025-03-14RubrikText.");
    cr_assert_eq(mark_with(&p, "Omsorgs")->y, mark_with(&p, "2025")->y);
    page_free(&p);
}

Test(set, a_character_of_no_font_is_refused_with_its_heading) {
    struct page p;
    struct error err = {0};
    cr_assert_eq(page_try(&p, S8("# Bakgrund\n\nText \xf4\x80\x80\x81 här."), false, &err),
                 ST_INVALID);
    cr_assert_not_null(strstr(err.text, "U+100001"), "%s", err.text);
    cr_assert_not_null(strstr(err.text, "Bakgrund"), "%s", err.text);
    page_free(&p);
}

static void repeat(struct buf *b, const char *what, int times) {
    for (int i = 0; i < times; i++)
        buf_str(b, what);
}

Test(set, every_page_has_its_number_and_later_ones_a_head) {
    struct page p;
    struct buf b = {0};
    struct error err = {0};
    repeat(&b, "Ett stycke.\n\n", 100);
    page_make(&p, b.p);
    p.d->title = S8("Svar på remiss av ett betänkande vars namn är så långt att det inte får plats "
                    "på en rad utan måste skäras av");
    p.d->dnr = S8("ON 2025/1");
    cr_assert(set_document(&p.a, p.fs, p.d, NULL, &p.s, &err) == ST_OK);
    cr_assert_eq(p.s.n_pages, 4);
    cr_assert_eq(mark_with(&p, "1 (4)")->page->number, 0);
    cr_assert_eq(mark_with(&p, "4 (4)")->page->number, 3);
    const struct sheet_mark *head = mark_with(&p, "ON 2025/1");
    cr_assert_eq(head->page->number, 1);
    cr_assert_eq(head->artifact, ARTIFACT_HEADER);
    cr_assert(s8_ends(head->run->text, S8("…")));
    cr_assert_null(sheet_fault(&p.a, &p.s, p.d, false));
    page_free(&p);
    buf_free(&b);
}

Test(set, a_tables_head_is_repeated_and_read_once) {
    struct page p;
    struct buf b = {0};
    int heads = 0;
    buf_str(&b, "| Rubrik | Text |\n|---|---|\n");
    repeat(&b, "| rad | text |\n", 100);
    page_make(&p, b.p);
    for (const struct sheet_page *page = p.s.first; page; page = page->next)
        for (const struct sheet_mark *m = page->first; m; m = m->next)
            if (m->run && s8_eq(m->run->text, S8("Rubrik"))) {
                cr_expect((m->elem != NULL) == (page->number == 0));
                heads++;
            }
    cr_assert(p.s.n_pages > 1);
    cr_assert_eq(heads, p.s.n_pages);
    page_free(&p);
    buf_free(&b);
}

Test(set, a_long_note_goes_on_at_the_next_page) {
    struct page p;
    struct buf b = {0};
    repeat(&b, "Ett stycke.\n\n", 20);
    buf_str(&b, "Ord.[^1]\n\nEfter.\n\n[^1]: ");
    repeat(&b, "En lång not. ", 1000);
    page_make(&p, b.p);
    cr_assert_eq(mark_with(&p, "Ord.")->page->number, 0);
    cr_assert_eq(p.s.notes[0].page, 0);
    cr_assert(p.s.n_pages >= 3);
    page_free(&p);
    buf_free(&b);
}

Test(set, a_row_higher_than_a_page_is_split) {
    struct page p;
    struct buf b = {0};
    buf_str(&b, "| A | B |\n|---|---|\n| x | ");
    repeat(&b, "En lång text. ", 1000);
    buf_str(&b, "|\n");
    page_make(&p, b.p);
    cr_assert(p.s.n_pages >= 2);
    page_free(&p);
    buf_free(&b);
}

Test(set, a_very_wide_table_stays_within_the_margins) {
    struct page p;
    struct buf b = {0};
    repeat(&b, "| WW ", 64);
    buf_str(&b, "|\n");
    repeat(&b, "|---", 64);
    buf_str(&b, "|\n");
    repeat(&b, "| kommunfullmäktige % — W", 64);
    buf_str(&b, "|\n");
    page_make(&p, b.p);
    cr_assert_not_null(sheet_find(p.s.root, ELEM_TABLE));
    page_free(&p);
    buf_free(&b);
}

Test(set, lists_as_deep_as_they_get_stay_within_the_margins) {
    struct page p;
    struct buf b = {0};
    for (int i = 0; i < 31; i++) {
        buf_repeat(&b, ' ', (size_t)i * 4);
        buf_str(&b, "999. djup text med några ord\n\n");
    }
    page_make(&p, b.p);
    page_free(&p);
    buf_free(&b);
}

Test(set, words_in_headings_are_not_divided) {
    struct page p;
    struct buf b = {0};
    buf_str(&b, "# ");
    repeat(&b, "kommunfullmäktigesammanträdesprotokollsjusteringsförfarande ", 3);
    page_make(&p, b.p);
    for (const struct sheet_mark *m = p.s.first->first; m; m = m->next)
        for (size_t i = 0; m->run && i < m->run->n; i++)
            cr_assert(!m->run->glyph[i].soft_hyphen);
    page_free(&p);
    buf_free(&b);
}

/* --- Random documents ------------------------------------------------------------------------- */

struct rnd {
    uint32_t state;
    struct buf *out;
    int notes; /* referred to so far */
};

static uint32_t rnd(struct rnd *r, uint32_t below) {
    r->state = r->state * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)(r->state >> 8) * below) >> 24);
}

static void rnd_words(struct rnd *r, uint32_t n) {
    static const char *const words[] = {
        "nämnden",
        "och",
        "i",
        "att",
        "kommunfullmäktige",
        "sjuksköterskeutbildningsprogrammen",
        "2024:72",
        "**fet**",
        "*kursiv*",
        "`kod`",
        "hälso- och sjukvården",
        "e-post",
        "på",
        "→",
        "[länk](https://a.example)",
        "[fil](a/b.txt)",
        "3\xc2\xa0"
        "kap.",
        "å\xc2\xad"
        "ä",
        "https://www.regeringen.example/rattsliga-dokument/statens-offentliga-utredningar/2024"};
    for (uint32_t i = 0; i < n; i++) {
        buf_str(r->out, words[rnd(r, sizeof words / sizeof *words)]);
        if (rnd(r, 40) == 0)
            buf_printf(r->out, "[^%d]", r->notes ? (int)rnd(r, 2) + r->notes++ : r->notes++);
        buf_str(r->out, i + 1 < n ? " " : "");
    }
}

static void rnd_table(struct rnd *r) {
    uint32_t columns = 1 + rnd(r, 6), rows = rnd(r, 12);
    for (uint32_t row = 0; row < rows + 2; row++) {
        for (uint32_t c = 0; c < columns; c++) {
            buf_str(r->out, "| ");
            if (row == 1)
                buf_str(r->out, rnd(r, 2) ? "---:" : "---");
            else
                rnd_words(r, rnd(r, 8));
        }
        buf_str(r->out, "|\n");
    }
}

static void rnd_list(struct rnd *r) {
    uint32_t n = 1 + rnd(r, 5);
    for (uint32_t i = 0; i < n; i++) {
        buf_str(r->out, rnd(r, 2) ? "- " : "1. ");
        rnd_words(r, 1 + rnd(r, 30));
        buf_str(r->out, rnd(r, 3) ? "\n" : "\n\n");
        if (rnd(r, 3) == 0) {
            buf_str(r->out, "    - ");
            rnd_words(r, 1 + rnd(r, 30));
            buf_str(r->out, "\n");
        }
    }
}

static void rnd_block(struct rnd *r) {
    switch (rnd(r, 12)) {
    case 0:
    case 1:
        buf_repeat(r->out, '#', 1 + rnd(r, 5));
        buf_str(r->out, " Rubrik ");
        rnd_words(r, 1 + rnd(r, 5));
        break;
    case 2:
        rnd_list(r);
        break;
    case 3:
        rnd_table(r);
        break;
    case 4:
        buf_str(r->out, "> ");
        rnd_words(r, 1 + rnd(r, 60));
        break;
    case 5:
        buf_str(r->out, "```\nkod\n\n    kod  kod\n```");
        break;
    case 6:
        buf_str(r->out, "Text.\n\n____________\\\nNamn A");
        break;
    default:
        rnd_words(r, 1 + rnd(r, 90));
    }
    buf_str(r->out, "\n\n");
}

static void rnd_document(struct rnd *r) {
    for (uint32_t i = 0, n = rnd(r, 40); i < n; i++)
        rnd_block(r);
    for (int i = 0; i < r->notes && i < 60; i++) {
        buf_printf(r->out, "[^%d]: ", i);
        rnd_words(r, 1 + rnd(r, rnd(r, 8) ? 20 : 200));
        buf_str(r->out, "\n");
    }
}

static struct str8 dumped(struct arena *a, const struct sheet *s) {
    struct buf b = {0};
    sheet_dump(s, &b);
    struct str8 text = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return text;
}

Test(set, keeps_its_promises_at_random, .timeout = 120) {
    int documents = getenv("YTTRA_LANGPROV") ? 5000 : 150;
    for (int i = 0; i < documents; i++) {
        struct buf b = {0};
        struct rnd r = {.state = (uint32_t)i * 7919u + 1, .out = &b};
        struct page p, again;
        struct error err = {0};
        bool review = i % 4 == 3;
        rnd_document(&r);
        struct str8 text = buf_str8_of(&b);
        cr_assert(page_try(&p, text, review, &err) == ST_OK, "%s", err.text);
        const char *f = sheet_fault(&p.a, &p.s, p.d, review);
        if (f) file_write("/tmp/setwork/fail.md", text, 0644, NULL);
        cr_assert(f == NULL, "document %d: %s", i, f);
        cr_assert(page_try(&again, text, review, &err) == ST_OK);
        cr_assert(s8_eq(dumped(&p.a, &p.s), dumped(&again.a, &again.s)), "document %d", i);
        page_free(&p);
        page_free(&again);
        buf_free(&b);
    }
}
