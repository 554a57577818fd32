#include "review/prose.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "doc/markdown.h"

/* ---- paragraphs ---- */

static bool is_address(struct str8 token) {
    static const char *const begins[] = {"http://", "https://", "www.", "mailto:"};
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
        if (s8_starts(token, s8_from(begins[i])))
            return true;
    return s8_find(token, S8("@")) > 0;
}

static void put_token(struct buf *out, struct str8 token) {
    if (token.n == 0)
        return;
    if (out->n)
        buf_byte(out, ' ');
    buf_str8(out, is_address(token) ? S8("länk") : token);
}

/* One line with single spaces, addresses replaced. */
static struct str8 plain(struct arena *a, struct str8 s) {
    struct buf out = {0};
    size_t from = 0;
    for (size_t i = 0, len; i < s.n; i += len) {
        if (utf8_classify(utf8_decode(s, i, &len)) != UTF8_SPACE)
            continue;
        put_token(&out, s8_sub(s, from, i));
        from = i + len;
    }
    put_token(&out, s8_skip(s, from));
    struct str8 line = arena_str8(a, buf_str8_of(&out));
    buf_free(&out);
    return line;
}

struct gather {
    struct arena *arena;
    struct prose out;
    size_t cap;
};

static void add(struct gather *g, const struct doc_node *n, enum prose_kind kind) {
    struct str8 text = plain(g->arena, doc_plain(g->arena, n));
    struct str8 mark = n->mark;
    if (text.n == 0)
        return;
    for (const struct doc_node *up = n; up && mark.n == 0; up = up->parent)
        mark = up->mark;
    *ARENA_PUSH(g->arena, g->out.para, g->out.n, g->cap) = (struct prose_para){kind, text, mark};
}

static void walk(struct gather *g, const struct doc_node *root) {
    for (const struct doc_node *n = root; n;) {
        bool whole = true;
        if (n->kind == DOC_PARA)
            add(g, n, PROSE_TEXT);
        else if (n->kind == DOC_HEADING)
            add(g, n, PROSE_HEADING);
        else if (n->kind == DOC_CELL)
            add(g, n, PROSE_CELL);
        else
            whole = n->kind == DOC_QUOTE || n->kind == DOC_SIGN;
        n = whole ? doc_skip(n, root) : doc_next(n, root);
    }
}

struct prose prose_of_doc(struct arena *a, const struct doc *d) {
    struct gather g = {.arena = a};
    walk(&g, d->body);
    for (const struct doc_node *n = d->notes; n; n = n->next)
        walk(&g, n);
    return g.out;
}

struct prose prose_of_markdown(struct arena *a, struct str8 markdown) {
    struct doc *d;
    struct error err = {0};
    if (markdown_parse(a, markdown, NULL, 0, &d, &err) != ST_OK)
        return (struct prose){0};
    return prose_of_doc(a, d);
}

struct prose prose_of_line(struct arena *a, struct str8 line) {
    struct prose p = {ARENA_NEW(a, struct prose_para, 1), 1};
    p.para[0] = (struct prose_para){PROSE_TEXT, plain(a, line), S8("")};
    return p;
}

/* ---- sentences ---- */

/* After these a sentence goes on, whatever follows. */
static const struct str8 never_last[] = {
    S8I("art"),  S8I("avd"), S8I("bet"),   S8I("bil"),  S8I("bl.a"),  S8I("ca"),   S8I("d.v.s"),
    S8I("dir"),  S8I("dnr"), S8I("dvs"),   S8I("ev"),   S8I("exkl"),  S8I("f.d"),  S8I("fr.o.m"),
    S8I("inkl"), S8I("jfr"), S8I("jmf"),   S8I("kap"),  S8I("kl"),    S8I("max"),  S8I("min"),
    S8I("mom"),  S8I("nr"),  S8I("p.g.a"), S8I("prop"), S8I("resp"),  S8I("rskr"), S8I("s"),
    S8I("s.k"),  S8I("skr"), S8I("st"),    S8I("t.ex"), S8I("t.o.m"), S8I("tel")};

/* "t.ex" and "T.ex", but for "kl" not "KL", which is a law. */
static bool same_abbreviation(struct str8 word, struct str8 abbreviation) {
    bool capital = word.n > 1 && word.p[0] >= 'A' && word.p[0] <= 'Z';
    return word.n == abbreviation.n && s8_eq(s8_skip(word, 1), s8_skip(abbreviation, 1)) &&
           (capital ? word.p[0] - 'A' + 'a' : word.p[0]) == abbreviation.p[0];
}

/* Is the full stop at `at` that of such an abbreviation? */
static bool of_abbreviation(struct str8 s, size_t at) {
    size_t from = at;
    while (from > 0 && s.p[from - 1] != ' ' && s.p[from - 1] != '(')
        from--;
    struct str8 word = s8_sub(s, from, at);
    for (size_t i = 0; i < sizeof never_last / sizeof *never_last; i++)
        if (same_abbreviation(word, never_last[i]))
            return true;
    return false;
}

/* The end of quotation marks and brackets that begin at `at`. */
static size_t past_closing(struct str8 s, size_t at) {
    static const struct str8 closing[] = {S8I("”"), S8I("\""), S8I("’"),
                                          S8I("'"), S8I(")"),  S8I("»")};
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
        if (s8_starts(s8_skip(s, at), closing[i]))
            return past_closing(s, at + closing[i].n);
    return at;
}

/* Does a small letter stand there? Then the sentence goes on. */
static bool goes_on(struct str8 s, size_t at) {
    static const struct str8 small[] = {S8I("å"), S8I("ä"), S8I("ö"), S8I("é")};
    if (at < s.n && s.p[at] >= 'a' && s.p[at] <= 'z')
        return true;
    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
        if (s8_starts(s8_skip(s, at), small[i]))
            return true;
    return false;
}

/* Where the sentence that has its . ! or ? at `i` ends; 0 if it goes on. */
static size_t end_of(struct str8 s, size_t i) {
    if (s.p[i] != '.' && s.p[i] != '!' && s.p[i] != '?')
        return 0;
    size_t end = past_closing(s, i + 1);
    if (end == s.n)
        return end;
    if (s.p[end] != ' ' || goes_on(s, end + 1) || (s.p[i] == '.' && of_abbreviation(s, i)))
        return 0;
    return end;
}

bool prose_sentence(struct str8 *rest, struct str8 *sentence) {
    *rest = s8_trim(*rest);
    size_t end = 0;
    for (size_t i = 0; i < rest->n && end == 0; i++)
        end = end_of(*rest, i);
    *sentence = s8_sub(*rest, 0, end ? end : rest->n);
    *rest = s8_skip(*rest, sentence->n);
    return sentence->n > 0;
}

/* ---- words ---- */

static struct str8 strip(struct str8 token) {
    size_t from = token.n, to = 0;
    for (size_t i = 0, len; i < token.n; i += len) {
        if (utf8_classify(utf8_decode(token, i, &len)) != UTF8_WORD)
            continue;
        from = from < i ? from : i;
        to = i + len;
    }
    if (from >= to)
        return (struct str8){0};
    if (to < token.n && token.p[to] == '-')
        to++;
    return s8_sub(token, from, to);
}

bool prose_word(struct str8 *rest, struct str8 *word) {
    while (rest->n) {
        *word = strip(s8_cut(rest, ' '));
        if (word->n)
            return true;
    }
    return false;
}

struct prose_words prose_words(struct arena *a, struct str8 text) {
    struct prose_words w = {0};
    size_t cap = 0, most = 1;
    struct str8 word;
    for (size_t i = 0; i < text.n; i++)
        most += text.p[i] == ' ';
    w.folded = ARENA_NEW(a, struct str8, most);
    while (prose_word(&text, &word)) {
        w.folded[w.n] = utf8_fold(a, word);
        *ARENA_PUSH(a, w.word, w.n, cap) = word;
    }
    return w;
}

size_t prose_common(const struct prose_words *x, const struct prose_words *y, size_t *at) {
    size_t best = 0;
    for (size_t i = 0; i + best < x->n; i++) {
        for (size_t k = 0; k + best < y->n; k++) {
            size_t run = 0;
            while (i + run < x->n && k + run < y->n &&
                   s8_eq(x->folded[i + run], y->folded[k + run]))
                run++;
            if (run > best) {
                best = run;
                *at = i;
            }
        }
    }
    return best;
}

bool prose_in(struct str8 word, const char *const *list, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (s8_eqz(word, list[i]))
            return true;
    return false;
}
