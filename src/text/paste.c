/* Lists pasted from a word processor, made lists in Markdown. */
#include "base/bullet.h"
#include "base/utf8.h"
#include "text/private.h"

enum { LEVELS = 6 };

struct lists {
    struct buf *out;
    size_t indent;         /* spaces before an item of the outermost level */
    uint32_t sign[LEVELS]; /* that of each level the list is in now */
    size_t n;              /* how many; 0: in no list */
    bool open;             /* the line before is part of an item */
    bool indented, marked; /* what is put next has its indent, or its hyphen too */
};

/* The level of an item: a sign that has been seen is its own, a new one is one further in. */
static size_t level_of(struct lists *l, uint32_t sign) {
    for (size_t i = 0; i < l->n; i++)
        if (l->sign[i] == sign) {
            l->n = i + 1;
            return i;
        }
    if (l->n < LEVELS)
        l->n++;
    l->sign[l->n - 1] = sign;
    return l->n - 1;
}

static void put_item(struct lists *l, const struct bullet *b) {
    size_t level = level_of(l, b->sign);
    if (!l->indented)
        buf_repeat(l->out, ' ', l->indent + 2 * level);
    if (!l->marked)
        buf_str(l->out, "- ");
    buf_str8(l->out, b->item);
    l->open = true;
}

/* A capital begins a paragraph of its own, and so do a digit and a sign of Markdown's; other lines
 * go on with the item, broken where they were copied from. */
static bool begins_anew(struct str8 line) {
    struct arena a = {0};
    size_t len;
    uint32_t c = utf8_decode(line, 0, &len);
    struct str8 first = s8_sub(line, 0, len);
    bool capital = !s8_eq(utf8_fold(&a, first), first);
    arena_free(&a);
    return capital || (c >= '0' && c <= '9') ||
           (c < 0x80 && c != '(' && utf8_classify(c) == UTF8_PUNCTUATION);
}

static void put_line(struct lists *l, struct str8 line) {
    struct str8 text = s8_trim(line);
    bool goes_on = l->open && text.n && !begins_anew(text);
    if (goes_on)
        buf_repeat(l->out, ' ', l->indent + 2 * l->n);
    else if (l->open && text.n)
        buf_byte(l->out, '\n');
    if (text.n && !goes_on)
        l->n = 0;
    buf_str8(l->out, goes_on ? text : line);
    l->open = goes_on;
}

/* A line end after the list, where the next line would be taken for part of its last item. */
static void close_list(const struct lists *l, struct str8 text, struct str8 after) {
    bool ended = s8_ends(text, S8("\n")) && !s8_ends(text, S8("\n\n"));
    struct str8 line = s8_cut(&after, '\n');
    bool item = s8_starts(line, S8("- ")) || s8_starts(line, S8("* ")) || s8_starts(line, S8("+ "));
    if (l->n && ended && s8_trim(line).n && !item)
        buf_byte(l->out, '\n');
}

/* What stands before the cursor on its line: nothing but white space, or an item's hyphen too. */
static bool at_start(struct str8 before, struct lists *l) {
    size_t spaces = 0;
    while (spaces < before.n && before.p[spaces] == ' ')
        spaces++;
    struct str8 rest = s8_trim(s8_skip(before, spaces));
    l->indent = spaces;
    l->indented = true;
    l->marked = s8_eqz(rest, "-") || s8_eqz(rest, "*") || s8_eqz(rest, "+");
    return rest.n == 0 || l->marked;
}

void paste_lists(struct str8 text, struct str8 before, struct str8 after, struct buf *out) {
    struct lists l = {.out = out};
    bool first = true, start = at_start(before, &l);
    struct bullet b;
    for (struct str8 rest = text; rest.p; first = false) {
        struct str8 line = s8_cut(&rest, '\n');
        if (!first)
            buf_byte(out, '\n');
        if ((!first || start) && bullet_at(line, &b))
            put_item(&l, &b);
        else
            put_line(&l, line);
        l.indented = l.marked = false;
    }
    close_list(&l, text, after);
}
