#include "draft/reference.h"

#include <ctype.h>
#include <string.h>

/* What has been seen of a text, line by line. Ends are offsets in it. */
struct scan {
    size_t body;   /* end of the last line that is not a footnote's */
    size_t leadin; /* end of the last line before the list that is open */
    bool list, note, blank;
    bool fixed; /* that line is a table's or a fence */
};

static bool is_item(struct str8 line) {
    struct str8 s = s8_trim(line);
    size_t n = 0;
    while (n < s.n && isdigit((unsigned char)s.p[n]))
        n++;
    const char *signs = n ? ".)" : "-*+";
    return n + 1 < s.n && strchr(signs, s.p[n]) && s.p[n + 1] == ' ';
}

static bool is_fixed(struct str8 line) {
    struct str8 s = s8_trim(line);
    return s8_starts(s, S8("|")) || s8_starts(s, S8("```")) || s8_starts(s, S8("~~~"));
}

static void scan_line(struct scan *s, struct str8 line, size_t end) {
    bool indented = s8_starts(line, S8("  ")) || s8_starts(line, S8("\t"));
    bool blank = s8_trim(line).n == 0;
    bool begins = s8_starts(line, S8("[^")) && s8_find(line, S8("]:")) > 0;
    s->note = begins || (s->note && (blank || indented));
    if (!blank && !s->note) {
        s->list = is_item(line) || (s->list && (indented || !s->blank));
        s->fixed = is_fixed(line);
        s->body = end;
        if (!s->list)
            s->leadin = end;
    }
    s->blank = blank;
}

struct str8 reference_put(struct arena *a, struct str8 markdown, struct str8 nummer) {
    struct str8 text = s8_trim(markdown), line;
    struct str8 said = arena_printf(a, "(%.*s)", S8F(nummer));
    struct scan s = {.blank = true};
    for (struct str8 rest = text; s8_line(&rest, &line);)
        scan_line(&s, line, (size_t)(line.p + line.n - text.p));
    if (s.body == 0 || s.fixed || s8_find(text, said) >= 0)
        return text;
    bool leads = s.list && s.leadin && text.p[s.leadin - 1] == ':';
    size_t at = leads ? s.leadin : s.body;
    at -= text.p[at - 1] == '.' || text.p[at - 1] == ':';
    return arena_printf(a, "%.*s %.*s%.*s", (int)at, text.p, S8F(said), S8F(s8_skip(text, at)));
}
