/* Tree to Markdown: text and its formatting.
 *
 * Strong is always ** and emphasis always _, so runs of delimiters never meet. Whether a delimiter
 * is one depends on the characters beside it (CommonMark 6.2); where they would stand in the way,
 * they are written as character references: a word beside a delimiter that has punctuation on its
 * other side, and white space just inside. */
#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "emit/md.h"

enum { TICKS_MAX = 32 };

size_t md_longest_run(struct str8 s, char c) {
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < s.n; i++) {
        run = s.p[i] == c ? run + 1 : 0;
        if (run > longest)
            longest = run;
    }
    return longest;
}

static void put_reference(struct md *m, uint32_t c) {
    buf_printf(m->out, "&#%u;", (unsigned)c);
}

/* --- Borders --------------------------------------------------------------------------------- */

static bool is_word(uint32_t c) {
    return utf8_classify(c) == UTF8_WORD;
}

/* Surely white space or punctuation: md4c may know another version of Unicode, so of the newer
 * blocks none is sure. */
static bool is_border(uint32_t c) {
    enum utf8_class is = utf8_classify(c);
    return c < 0x3000 && (is == UTF8_PUNCTUATION || is == UTF8_SPACE);
}

/* White space other than ASCII's. */
static bool is_wide_space(uint32_t c) {
    return c >= 0x80 && utf8_classify(c) == UTF8_SPACE;
}

/* The last character written on this line, or a space at its beginning. */
static uint32_t last_char(const struct md *m, size_t *len) {
    size_t i = m->out->n;
    *len = 0;
    if (i <= m->line)
        return ' ';
    do
        i--;
    while (i > m->line && ((unsigned char)m->out->p[i] & 0xC0) == 0x80);
    return utf8_decode(buf_str8_of(m->out), i, len);
}

static void encode_last(struct md *m) {
    size_t len;
    uint32_t c = last_char(m, &len);
    m->out->n -= len;
    put_reference(m, c);
}

/* The first character of what a container holds; '*' stands for all that is or may become
 * punctuation. */
static uint32_t first_inside(const struct doc_node *n) {
    size_t len;
    n = n->first;
    uint32_t c = n->kind == DOC_TEXT ? utf8_decode(n->text, 0, &len) : '*';
    return n->kind == DOC_TEXT && len == n->text.n && n->next ? '*' : c;
}

static void put_opening(struct md *m, const struct doc_node *n, const char *delimiter) {
    size_t len;
    uint32_t inside = first_inside(n);
    if ((*delimiter == '_' || !is_word(inside)) && !is_border(last_char(m, &len)))
        encode_last(m);
    buf_str(m->out, delimiter);
    m->encode_next =
        n->first->kind == DOC_TEXT && is_wide_space(utf8_decode(n->first->text, 0, &len));
}

static void put_closing(struct md *m, const char *delimiter) {
    size_t len;
    uint32_t c = last_char(m, &len);
    if (is_wide_space(c)) {
        encode_last(m);
        c = ';';
    }
    buf_str(m->out, delimiter);
    m->encode_next = *delimiter == '_' || !is_word(c);
}

/* --- Text ------------------------------------------------------------------------------------ */

static bool plain_byte(struct str8 s, size_t i) {
    return i < s.n && isalnum((unsigned char)s.p[i]);
}

/* A "_" between letters is never a delimiter. */
static bool in_word(struct str8 s, size_t i) {
    return s.p[i] == '_' && i > 0 && plain_byte(s, i - 1) && plain_byte(s, i + 1);
}

/* Does the character mean something wherever it stands? */
static bool special(const struct md *m, struct str8 s, size_t i) {
    bool last = i + 1 >= s.n;
    switch (s.p[i]) {
    case '\\':
    case '`':
    case '*':
    case '[':
        return true;
    case ']':
        return m->links > 0;
    case '_': /* its neighbours may have been, or become, references */
        return !in_word(s, i) || i + 2 >= s.n || !isalnum((unsigned char)m->out->p[m->out->n - 1]);
    case '<':
        return last || s.p[i + 1] != ' ';
    case '&':
        return last || plain_byte(s, i + 1) || s.p[i + 1] == '#';
    case '!':
        return last || s.p[i + 1] == '[';
    case '|':
        return m->cell;
    case '#':
        return m->heading;
    case '^': /* the first of a link's text */
        return i == 0 && m->links > 0 && m->out->p[m->out->n - 1] == '[';
    default:
        return false;
    }
}

/* Does it mean something first on a line? */
static bool special_first(const struct md *m, char c) {
    return strchr("#+->~", c) || (m->after_break && strchr("=|:", c));
}

/* Is s.p[i] the "." or ")" of a number that begins the line? */
static bool ends_number(const struct md *m, char c) {
    if (c != '.' && c != ')')
        return false;
    for (size_t i = m->line; i < m->out->n; i++)
        if (!isdigit((unsigned char)m->out->p[i]))
            return false;
    return m->out->n > m->line;
}

static bool needs_backslash(const struct md *m, struct str8 s, size_t i) {
    char c = s.p[i];
    if (special(m, s, i))
        return true;
    if (i == 0 && m->after_note && (c == '(' || (c == ':' && m->note_first)))
        return true; /* "[^1]:" would be a definition, "[^1](…)" a link elsewhere */
    if (m->one_line)
        return false;
    return (m->out->n == m->line && special_first(m, c)) || ends_number(m, c);
}

static void put_text(struct md *m, struct str8 s) {
    for (size_t i = 0, len; i < s.n; i += len) {
        uint32_t c = utf8_decode(s, i, &len);
        if (m->encode_next && (!is_border(c) || is_wide_space(c))) {
            put_reference(m, c);
        } else {
            if (c < 0x80 && ispunct((int)c) && needs_backslash(m, s, i))
                buf_byte(m->out, '\\');
            buf_bytes(m->out, s.p + i, len);
        }
        m->encode_next = false;
        m->after_note = false;
    }
}

/* The shortest run of backticks that `s` does not hold; md4c reads runs of at most 32. */
static size_t unused_run(struct str8 s) {
    bool used[TICKS_MAX + 2] = {0};
    size_t run = 0;
    for (size_t i = 0; i <= s.n; i++) {
        if (i < s.n && s.p[i] == '`') {
            run++;
            continue;
        }
        used[run <= TICKS_MAX ? run : 0] = true;
        run = 0;
    }
    for (run = 1; run <= TICKS_MAX && used[run];)
        run++;
    return run;
}

static void put_code_span(struct md *m, struct str8 s) {
    size_t ticks = unused_run(s);
    if (ticks > TICKS_MAX) { /* no way to say that it is code */
        put_text(m, s);
        return;
    }
    bool blank = s8_trim(s).n == 0;
    bool pad =
        !blank && (s.p[0] == '`' || s.p[s.n - 1] == '`' || (s.p[0] == ' ' && s.p[s.n - 1] == ' '));
    buf_repeat(m->out, '`', ticks);
    buf_repeat(m->out, ' ', pad);
    buf_str8(m->out, s);
    buf_repeat(m->out, ' ', pad);
    buf_repeat(m->out, '`', ticks);
}

#define ADDRESS "-.~:/?#@!$',;=%+" /* punctuation that means nothing in a link's target */

/* A link's target or title: what might mean something as character references. */
static void put_attribute(struct md *m, struct str8 s, const char *plain) {
    for (size_t i = 0, len; i < s.n; i += len) {
        uint32_t c = utf8_decode(s, i, &len);
        bool safe = c < 0x80 ? isalnum((int)c) || strchr(plain, (int)c) : !is_wide_space(c);
        if (safe)
            buf_bytes(m->out, s.p + i, len);
        else
            put_reference(m, c);
    }
}

static void put_inline(struct md *m, const struct doc_node *n);

static void put_children(struct md *m, const struct doc_node *parent) {
    for (const struct doc_node *n = parent->first; n; n = n->next)
        put_inline(m, n);
}

/* An address that is its own text is written <https://…>. */
static bool is_autolink(const struct doc_node *n) {
    if (n->title.n || n->first != n->last || n->first->kind != DOC_TEXT ||
        !s8_eq(n->first->text, n->href))
        return false;
    for (size_t i = 0; i < n->href.n; i++)
        if (!isalnum((unsigned char)n->href.p[i]) && !strchr(ADDRESS "_", n->href.p[i]))
            return false;
    return s8_starts(n->href, S8("https://")) || s8_starts(n->href, S8("http://"));
}

static void put_link(struct md *m, const struct doc_node *n) {
    if (is_autolink(n)) {
        buf_printf(m->out, "<%.*s>", S8F(n->href));
        return;
    }
    buf_byte(m->out, '[');
    m->links++;
    put_children(m, n);
    m->links--;
    buf_str(m->out, "](");
    put_attribute(m, n->href, ADDRESS);
    if (n->title.n) {
        buf_str(m->out, n->href.n ? " \"" : "<> \"");
        put_attribute(m, n->title, " -.:;,/?!()='%+");
        buf_byte(m->out, '"');
    }
    buf_byte(m->out, ')');
}

static void put_break(struct md *m) {
    if (m->one_line) {
        buf_str(m->out, "<br>");
        return;
    }
    buf_str(m->out, "\\\n");
    buf_str8(m->out, buf_str8_of(&m->prefix));
    m->line = m->out->n;
    m->after_break = true;
}

static void put_inline(struct md *m, const struct doc_node *n) {
    if (n->kind == DOC_TEXT) {
        put_text(m, n->text);
        return;
    }
    const char *delimiter = n->kind == DOC_STRONG ? "**" : "_";
    switch (n->kind) {
    case DOC_STRONG:
    case DOC_EMPH:
        put_opening(m, n, delimiter);
        put_children(m, n);
        put_closing(m, delimiter);
        break;
    case DOC_CODE_SPAN:
        put_code_span(m, n->text);
        break;
    case DOC_LINK:
        put_link(m, n);
        break;
    case DOC_NOTE_REF:
        m->note_first = m->out->n == m->line;
        buf_printf(m->out, "[^%d]", n->number);
        break;
    default:
        put_break(m);
    }
    m->after_note = n->kind == DOC_NOTE_REF;
    if (n->kind != DOC_STRONG && n->kind != DOC_EMPH)
        m->encode_next = false;
}

void md_put_inlines(struct md *m, const struct doc_node *block) {
    m->line = m->out->n;
    m->after_break = m->after_note = m->encode_next = false;
    m->cell = block->kind == DOC_CELL;
    m->heading = block->kind == DOC_HEADING;
    m->one_line = m->cell || m->heading;
    put_children(m, block);
}
