/* The text, the cursor and what can be done with them. Lines are in lines.c, the log in log.c. */
#include <stdlib.h>

#include "base/utf8.h"
#include "text/private.h"

enum { USUAL_WIDTH = 72 };

struct str8 editor_all(const struct editor *e) {
    return buf_str8_of(&e->text);
}

struct str8 editor_text(const struct editor *e) {
    return editor_all(e);
}

struct editor *editor_new(struct str8 text, size_t max, bool one_line) {
    struct editor *e = mem_zalloc(sizeof *e);
    buf_str8(&e->text, text);
    *e = (struct editor){.text = e->text,
                         .chars = utf8_count(text),
                         .max = max,
                         .one_line = one_line,
                         .want = NO_COLUMN,
                         .width = USUAL_WIDTH};
    lines_make(e);
    return e;
}

void editor_free(struct editor **e) {
    if (!*e)
        return;
    buf_free(&(*e)->text);
    arena_free(&(*e)->a);
    free((*e)->start);
    free(*e);
    *e = NULL;
}

/* ---- the cursor and the selection ---- */

size_t editor_cursor(const struct editor *e) {
    return e->cursor;
}

static void deselect(struct editor *e) {
    e->selecting = e->marking = false;
}

/* `at` or the start of the cluster it lies in. */
static size_t snap(const struct editor *e, size_t at) {
    struct str8 all = editor_all(e);
    if (at >= all.n)
        return all.n;
    size_t from = utf8_prev(all, at);
    return at == 0 || utf8_next(all, from) == at ? at : from;
}

void editor_go(struct editor *e, size_t at) {
    deselect(e);
    e->cursor = snap(e, at);
    e->run = RUN_NONE;
    e->want = NO_COLUMN;
}

bool editor_selection(const struct editor *e, size_t *from, size_t *to) {
    if (!e->selecting || e->anchor == e->cursor)
        return false;
    *from = e->anchor < e->cursor ? e->anchor : e->cursor;
    *to = e->anchor < e->cursor ? e->cursor : e->anchor;
    return true;
}

void editor_toggle_mark(struct editor *e) {
    bool on = !e->marking;
    e->marking = e->selecting = on;
    e->anchor = e->cursor;
    e->run = RUN_NONE;
}

bool editor_marking(const struct editor *e) {
    return e->marking;
}

/* ---- moves ---- */

static bool word_at(struct str8 s, size_t at) {
    size_t len;
    return at < s.n && utf8_classify(utf8_decode(s, at, &len)) == UTF8_WORD;
}

static size_t word_left(struct str8 s, size_t at) {
    while (at > 0 && !word_at(s, utf8_prev(s, at)))
        at = utf8_prev(s, at);
    while (at > 0 && word_at(s, utf8_prev(s, at)))
        at = utf8_prev(s, at);
    return at;
}

static size_t word_right(struct str8 s, size_t at) {
    while (at < s.n && word_at(s, at))
        at = utf8_next(s, at);
    while (at < s.n && !word_at(s, at))
        at = utf8_next(s, at);
    return at;
}

static size_t para_up(struct str8 s, size_t at) {
    while (at > 0 && s.p[at - 1] == '\n')
        at--;
    while (at > 0 && s.p[at - 1] != '\n')
        at--;
    return at;
}

static size_t para_down(struct str8 s, size_t at) {
    while (at < s.n && s.p[at] != '\n')
        at++;
    while (at < s.n && s.p[at] == '\n')
        at++;
    return at;
}

/* The last place that is shown on the line: not where a soft break would show the next one. */
static size_t end_of_line(const struct editor *e, size_t line) {
    struct editor_line l = editor_line(e, line);
    return l.soft ? utf8_prev(editor_all(e), l.to) : l.to;
}

static size_t by_lines(struct editor *e, long lines) {
    size_t line, column;
    editor_place(e, e->cursor, &line, &column);
    if (e->want == NO_COLUMN)
        e->want = column;
    long to = (long)line + lines, last = (long)e->n_lines - 1;
    if (to < 0)
        return 0;
    return to > last ? editor_all(e).n : editor_at(e, (size_t)to, e->want);
}

static size_t target(struct editor *e, enum editor_move move) {
    struct str8 all = editor_all(e);
    size_t line, column, at = e->cursor;
    editor_place(e, at, &line, &column);
    switch (move) {
    case EDITOR_LEFT:
        return utf8_prev(all, at);
    case EDITOR_RIGHT:
        return utf8_next(all, at);
    case EDITOR_UP:
        return by_lines(e, -1);
    case EDITOR_DOWN:
        return by_lines(e, 1);
    case EDITOR_WORD_LEFT:
        return word_left(all, at);
    case EDITOR_WORD_RIGHT:
        return word_right(all, at);
    case EDITOR_LINE_START:
        return editor_line(e, line).from;
    case EDITOR_LINE_END:
        return end_of_line(e, line);
    case EDITOR_PARA_UP:
        return para_up(all, at);
    case EDITOR_PARA_DOWN:
        return para_down(all, at);
    case EDITOR_TEXT_START:
        return 0;
    case EDITOR_TEXT_END:
        return all.n;
    }
    return at;
}

static bool move_to(struct editor *e, size_t to, bool extend) {
    bool moved = to != e->cursor;
    if (extend && !e->selecting) {
        e->selecting = true;
        e->anchor = e->cursor;
    } else if (!extend && !e->marking) {
        e->selecting = false;
    }
    e->cursor = to;
    e->run = RUN_NONE;
    return moved;
}

/* A step to the side leaves a selection at its end on that side, as in Word. */
static bool leaves_at(const struct editor *e, enum editor_move move, size_t *to) {
    size_t first, last;
    bool sideways = move == EDITOR_LEFT || move == EDITOR_RIGHT;
    if (!sideways || e->marking || !editor_selection(e, &first, &last))
        return false;
    *to = move == EDITOR_LEFT ? first : last;
    return true;
}

bool editor_move(struct editor *e, enum editor_move move, bool extend) {
    bool vertical = move == EDITOR_UP || move == EDITOR_DOWN;
    size_t to;
    if (extend || !leaves_at(e, move, &to))
        to = target(e, move);
    size_t want = e->want;
    bool moved = move_to(e, to, extend);
    e->want = vertical ? want : NO_COLUMN;
    return moved;
}

bool editor_move_lines(struct editor *e, long lines, bool extend) {
    size_t to = by_lines(e, lines);
    return move_to(e, to, extend);
}

/* ---- changing ---- */

/* What is typed, ready to stand in the text: without control characters and byte order marks, in
 * one line where the text is one. Web pages have line ends of Unicode's own. */
static enum status admit(const struct editor *e, struct arena *a, struct str8 in, struct str8 *out,
                         struct error *err) {
    struct buf b = {0};
    for (size_t i = 0, len; i < in.n; i += len) {
        uint32_t c = utf8_decode(in, i, &len);
        bool line_end = c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
        if (c == '\r' && i + 1 < in.n && in.p[i + 1] == '\n')
            continue;
        if (line_end || c == '\t')
            buf_byte(&b, e->one_line ? ' ' : line_end ? '\n' : '\t');
        else if (utf8_allowed(c) && c != 0xFEFF)
            buf_bytes(&b, in.p + i, len);
    }
    enum status st = utf8_admit(a, buf_str8_of(&b), "Texten", out, err);
    buf_free(&b);
    return st;
}

bool editor_compose(const struct editor *e, struct arena *a, struct change *c) {
    struct str8 all = editor_all(e);
    bool ascii = (c->text.n == 0 || (unsigned char)c->text.p[0] < 0x80) &&
                 (c->to >= all.n || (unsigned char)all.p[c->to] < 0x80);
    if (ascii)
        return false;
    size_t from = utf8_prev(all, c->from), to = utf8_next(all, c->to);
    struct str8 head = s8_sub(all, from, c->from), tail = s8_sub(all, c->to, to);
    struct str8 plain = arena_printf(a, "%.*s%.*s%.*s", S8F(head), S8F(c->text), S8F(tail));
    struct str8 joined = utf8_nfc(a, plain);
    if (s8_eq(joined, plain))
        return false;
    size_t front = utf8_nfc(a, s8_sub(plain, 0, head.n + c->text.n)).n;
    *c = (struct change){from, to, joined, from + (front < joined.n ? front : joined.n)};
    return true;
}

static enum status check_room(const struct editor *e, const struct change *c, struct error *err) {
    size_t gone = utf8_count(s8_sub(editor_all(e), c->from, c->to));
    size_t chars = e->chars - gone + utf8_count(c->text);
    if (e->max == 0 || chars <= e->max)
        return ST_OK;
    return error_set(
        err, ST_INVALID,
        "Texten får inte plats: den skulle bli %zu tecken och högst %zu går. Korta den "
        "först.",
        chars, e->max);
}

/* A word that is begun after a finished one begins a new step to undo. */
static bool begins_word(const struct editor *e, size_t at, struct str8 text) {
    struct str8 all = editor_all(e);
    return word_at(text, 0) && at > 0 && !word_at(all, utf8_prev(all, at));
}

/* What is pasted there, with the bullets of a word processor as a list in Markdown. */
static struct str8 pasted(const struct editor *e, struct arena *a, const struct change *c) {
    struct str8 all = editor_all(e);
    struct buf b = {0};
    size_t line = c->from;
    while (line > 0 && all.p[line - 1] != '\n')
        line--;
    paste_lists(c->text, s8_sub(all, line, c->from), s8_skip(all, c->to), &b);
    struct str8 out = arena_str8(a, buf_str8_of(&b));
    buf_free(&b);
    return out;
}

enum status editor_insert(struct editor *e, struct str8 text, bool paste, struct error *err) {
    struct arena a = {0};
    struct change c = {.from = e->cursor, .to = e->cursor};
    bool selected = editor_selection(e, &c.from, &c.to);
    enum status st = admit(e, &a, text, &c.text, err);
    if (st == ST_OK && paste && !e->one_line)
        c.text = pasted(e, &a, &c);
    if (st == ST_OK && c.text.n) {
        bool joined =
            e->run == RUN_TYPING && !paste && !selected && !begins_word(e, c.from, c.text);
        c.cursor = c.from + c.text.n;
        editor_compose(e, &a, &c);
        st = check_room(e, &c, err);
        if (st == ST_OK) {
            log_write(e, joined, &c);
            e->run = paste ? RUN_NONE : RUN_TYPING;
        }
    }
    arena_free(&a);
    return st;
}

/* Takes away [from, to); what then meets may have to be composed. Joined with the change before
 * where that was of the same `run`. */
static bool take(struct editor *e, size_t from, size_t to, enum run run) {
    struct arena a = {0};
    bool joined = run != RUN_NONE && run == e->run, any = from < to;
    struct change c = {.from = from, .to = to, .cursor = from};
    if (any) {
        editor_compose(e, &a, &c);
        log_write(e, joined, &c);
    }
    e->run = any ? run : RUN_NONE;
    arena_free(&a);
    return any;
}

bool editor_delete(struct editor *e, enum editor_move move) {
    size_t from, to;
    if (editor_selection(e, &from, &to))
        return take(e, from, to, RUN_NONE);
    enum run run = move == EDITOR_LEFT ? RUN_LEFT : move == EDITOR_RIGHT ? RUN_RIGHT : RUN_NONE;
    size_t at = target(e, move);
    return at < e->cursor ? take(e, at, e->cursor, run) : take(e, e->cursor, at, run);
}

/* What copying and cutting take. */
static void copied(const struct editor *e, size_t *from, size_t *to) {
    struct str8 all = editor_all(e);
    if (editor_selection(e, from, to))
        return;
    *from = *to = e->cursor;
    while (*from > 0 && all.p[*from - 1] != '\n')
        (*from)--;
    while (*to < all.n && all.p[*to] != '\n')
        (*to)++;
    *to += *to < all.n;
}

struct str8 editor_copied(const struct editor *e) {
    size_t from, to;
    copied(e, &from, &to);
    return s8_sub(editor_all(e), from, to);
}

bool editor_cut(struct editor *e) {
    size_t from, to;
    copied(e, &from, &to);
    return take(e, from, to, RUN_NONE);
}

/* The change from all there is to `text`, without what is the same at both ends. */
static struct change difference(struct str8 all, struct str8 text) {
    size_t head = 0, tail = 0, n = all.n < text.n ? all.n : text.n;
    while (head < n && all.p[head] == text.p[head])
        head++;
    while (head > 0 && (!between_chars(all, head) || !between_chars(text, head)))
        head--;
    while (tail < n - head && all.p[all.n - tail - 1] == text.p[text.n - tail - 1])
        tail++;
    while (tail > 0 && !between_chars(all, all.n - tail))
        tail--;
    return (struct change){head, all.n - tail, s8_sub(text, head, text.n - tail), 0};
}

enum status editor_replace_all(struct editor *e, struct str8 text, struct error *err) {
    struct arena a = {0};
    struct str8 new;
    enum status st = admit(e, &a, text, &new, err);
    if (st == ST_OK) {
        struct change c = difference(editor_all(e), new);
        size_t at = e->cursor, end = c.from + c.text.n;
        c.cursor = at >= c.to ? at - c.to + end : at < end ? at : end;
        st = check_room(e, &c, err);
        if (st == ST_OK && (c.from < c.to || c.text.n))
            log_write(e, false, &c);
        if (st == ST_OK)
            editor_go(e, e->cursor);
    }
    arena_free(&a);
    return st;
}
