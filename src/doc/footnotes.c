/* Footnotes, which md4c does not know: definitions are lifted out before it reads the text, and
 * references become tokens. Every other "[^" becomes a token too, so that md4c never takes one for
 * a link or a link definition.
 *
 * What is code is not guessed: md4c reads the text once, and lines that it reports as code hold no
 * definitions. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "doc/parse.h"

enum { ID_MAX = 100, /* bytes */ TAB = 4, NOTE_INDENT = 2, NOTE_INDENT_MAX = 4 };

/* --- Lines and names ------------------------------------------------------------------------- */

struct line {
    struct str8 text; /* without its end */
    size_t at;        /* where it begins */
};

static bool next_line(struct str8 text, size_t *at, struct line *line) {
    if (*at >= text.n)
        return false;
    const char *end = memchr(text.p + *at, '\n', text.n - *at);
    size_t stop = end ? (size_t)(end - text.p) : text.n;
    *line = (struct line){s8_sub(text, *at, stop), *at};
    *at = stop + 1;
    return true;
}

/* Columns of white space a line begins with; `bytes` gets their length. */
static size_t indent_of(struct str8 line, size_t *bytes) {
    size_t column = 0, i = 0;
    for (; i < line.n && (line.p[i] == ' ' || line.p[i] == '\t'); i++)
        column = line.p[i] == '\t' ? (column / TAB + 1) * TAB : column + 1;
    *bytes = i;
    return column;
}

static bool is_blank(struct str8 line) {
    size_t bytes;
    indent_of(line, &bytes);
    return bytes == line.n;
}

/* The length of "[^id]" at s.p[at], or 0; `id` gets the name. */
static size_t reference(struct str8 s, size_t at, struct str8 *id) {
    if (!s8_starts(s8_skip(s, at), S8("[^")))
        return 0;
    static const char stop[] = " \t\n[]^`|<>\\";
    size_t i = at + 2;
    while (i < s.n && i - at <= ID_MAX + 2 && !memchr(stop, s.p[i], sizeof stop - 1) &&
           s.p[i] != MARKDOWN_TOKEN_BEGIN[0])
        i++;
    if (i == at + 2 || i >= s.n || s.p[i] != ']')
        return 0;
    *id = s8_sub(s, at + 2, i);
    return i + 1 - at;
}

/* A copy in which what follows "[^id]:" stands in its place, the line filled out with spaces: a
 * fence there is seen as one, in no list that the note before may have ended with, and md4c makes
 * no link definition of it. A dot where nothing follows, so that the line is no blank one. */
static struct str8 without_names(struct arena *a, struct str8 text) {
    struct str8 copy = arena_str8(a, text), id;
    size_t at = 0, bytes;
    for (struct line line; next_line(text, &at, &line);) {
        indent_of(line.text, &bytes);
        size_t len = reference(line.text, bytes, &id);
        size_t colon = bytes + len;
        if (!len || colon >= line.text.n || line.text.p[colon] != ':')
            continue;
        struct str8 rest = s8_trim(s8_skip(line.text, colon + 1));
        char *to = (char *)copy.p + line.at + bytes;
        memset(to, ' ', line.text.n - bytes);
        memcpy(to, rest.n ? rest.p : ".", rest.n ? rest.n : 1);
    }
    return copy;
}

/* The notes of one text, in the order of their names. */
struct names {
    struct name {
        struct str8 id;
        size_t index; /* in parse.notes */
    } * items;
    size_t n, cap;
};

static int name_order(const void *a, const void *b) {
    const struct name *x = a, *y = b;
    int c = s8_cmp(x->id, y->id);
    return c ? c : (x->index > y->index) - (x->index < y->index);
}

/* Sorts, and leaves out all but the first of a name. */
static void names_settle(struct parse *p, struct names *names) {
    size_t kept = 0;
    if (names->n)
        qsort(names->items, names->n, sizeof *names->items, name_order);
    for (size_t i = 0; i < names->n; i++) {
        if (kept && s8_eq(names->items[kept - 1].id, names->items[i].id)) {
            *ARENA_PUSH(p->a, p->warnings, p->n_warnings, p->cap_warnings) =
                arena_printf(p->a, "Fotnoten [^%.*s] har två texter. Den första används.",
                             S8F(names->items[i].id));
            p->notes[names->items[i].index].id = (struct str8){0};
            continue;
        }
        names->items[kept++] = names->items[i];
    }
    names->n = kept;
}

static const struct name *names_find(const struct names *names, struct str8 id) {
    struct name key = {.id = id};
    size_t lo = 0, hi = names->n;
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        if (s8_cmp(names->items[mid].id, key.id) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < names->n && s8_eq(names->items[lo].id, id) ? &names->items[lo] : NULL;
}

/* --- Definitions ----------------------------------------------------------------------------- */

/* Does a definition begin on the line? `rest` gets what follows the colon. */
static bool definition(struct line line, const char *is_code, struct str8 *id, struct str8 *rest) {
    size_t bytes;
    indent_of(line.text, &bytes);
    size_t len = reference(line.text, bytes, id);
    size_t last = s8_trim_right(line.text).n;
    if (!len || bytes + len >= line.text.n || line.text.p[bytes + len] != ':' ||
        is_code[line.at + last - 1])
        return false;
    *rest = s8_trim(s8_skip(line.text, bytes + len + 1));
    return true;
}

/* Appends the line less `columns` of its indentation. */
static void put_dedented(struct str8 line, size_t columns, struct buf *out) {
    size_t bytes, has = indent_of(line, &bytes);
    buf_repeat(out, ' ', has > columns ? has - columns : 0);
    buf_str8(out, s8_skip(line, bytes));
    buf_byte(out, '\n');
}

/* Where the lines from `at` on end that belong to a note indented by `outer`; `strip` is the
 * indentation they share. */
static size_t body_end(struct str8 text, size_t at, const char *is_code, size_t outer,
                       size_t *strip) {
    struct line line;
    struct str8 id, rest;
    size_t end = at, bytes;
    *strip = outer + NOTE_INDENT_MAX;
    for (size_t next = at; next_line(text, &next, &line);) {
        if (is_blank(line.text))
            continue;
        size_t indent = indent_of(line.text, &bytes);
        if (indent < outer + NOTE_INDENT || definition(line, is_code, &id, &rest))
            break;
        if (indent < *strip)
            *strip = indent;
        end = next;
    }
    return end;
}

static struct str8 take_body(struct parse *p, struct str8 text, size_t *at, const char *is_code,
                             size_t outer, struct str8 first) {
    struct buf b = {0};
    size_t strip, end = body_end(text, *at, is_code, outer, &strip);
    buf_str8(&b, first);
    buf_byte(&b, '\n');
    for (struct line line; *at < end && next_line(text, at, &line);)
        put_dedented(line.text, strip, &b);
    struct str8 body = arena_str8(p->a, buf_str8_of(&b));
    buf_free(&b);
    return body;
}

/* --- References ------------------------------------------------------------------------------ */

/* A bracket is escaped by an odd number of backslashes. */
static bool escaped(struct str8 s, size_t at) {
    size_t n = 0;
    while (n < at && s.p[at - n - 1] == '\\')
        n++;
    return n % 2 == 1;
}

static struct str8 put_tokens(struct parse *p, struct str8 text, const struct names *names) {
    struct buf b = {0};
    for (size_t i = 0; i < text.n;) {
        struct str8 id;
        bool mark = text.p[i] == '[' && i + 1 < text.n && text.p[i + 1] == '^';
        if (!mark || escaped(text, i)) {
            buf_byte(&b, text.p[i++]);
            continue;
        }
        size_t len = reference(text, i, &id);
        const struct name *name = len ? names_find(names, id) : NULL;
        if (name)
            buf_printf(&b, "," MARKDOWN_TOKEN_BEGIN "n%zu" MARKDOWN_TOKEN_END ",", name->index);
        else
            buf_str(&b, "," MARKDOWN_TOKEN_BEGIN "l" MARKDOWN_TOKEN_END ",");
        i += name ? len : 2;
    }
    struct str8 out = arena_str8(p->a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

struct str8 notes_lift(struct parse *p, struct str8 text, struct str8 mark, bool in_graft) {
    if (s8_find(text, S8("[^")) < 0)
        return text;
    struct names names = {0};
    struct buf rest = {0};
    char *is_code = markdown_code(without_names(p->a, text));
    size_t first = p->n_notes, at = 0;
    for (struct line line; next_line(text, &at, &line);) {
        struct str8 id, begin;
        if (!definition(line, is_code, &id, &begin)) {
            buf_str8(&rest, line.text);
            buf_byte(&rest, '\n');
            continue;
        }
        size_t bytes, outer = indent_of(line.text, &bytes);
        struct str8 body = take_body(p, text, &at, is_code, outer, begin);
        *ARENA_PUSH(p->a, names.items, names.n, names.cap) = (struct name){id, p->n_notes};
        *ARENA_PUSH(p->a, p->notes, p->n_notes, p->cap_notes) =
            (struct note_def){.id = id, .body = body, .mark = mark, .in_graft = in_graft};
        buf_byte(&rest, '\n');
    }
    names_settle(p, &names);
    for (size_t i = first; i < p->n_notes; i++)
        p->notes[i].body = put_tokens(p, p->notes[i].body, &names);
    struct str8 out = put_tokens(p, buf_str8_of(&rest), &names);
    buf_free(&rest);
    free(is_code);
    return out;
}
