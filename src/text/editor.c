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

void editor_select_all(struct editor *e) {
    e->selecting = true;
    e->anchor = 0;
    e->cursor = editor_all(e).n;
    e->run = RUN_NONE;
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

bool editor_move(struct editor *e, enum editor_move move, bool extend) {
    bool vertical = move == EDITOR_UP || move == EDITOR_DOWN;
    size_t to = target(e, move), want = e->want;
    bool moved = move_to(e, to, extend);
    e->want = vertical ? want : NO_COLUMN;
    return moved;
}

bool editor_move_lines(struct editor *e, long lines, bool extend) {
    size_t to = by_lines(e, lines);
    return move_to(e, to, extend);
}

/* ---- changing ---- */

/* What is typed, ready to stand in the text: without control characters, in one line where the text
 * is one. */
static enum status admit(const struct editor *e, struct arena *a, struct str8 in, struct str8 *out,
                         struct error *err) {
    struct buf b = {0};
    for (size_t i = 0, len; i < in.n; i += len) {
        uint32_t c = utf8_decode(in, i, &len);
        bool control = c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0);
        if (c == '\r' && i + 1 < in.n && in.p[i + 1] == '\n')
            continue;
        if (e->one_line && (c == '\n' || c == '\r' || c == '\t'))
            buf_byte(&b, ' ');
        else if (!control || c == '\n' || c == '\r' || c == '\t')
            buf_bytes(&b, in.p + i, len);
    }
    enum status st = utf8_admit(a, buf_str8_of(&b), "texten", out, err);
    buf_free(&b);
    return st;
}

/* Through the edge, as it would be in the middle of a text: there a byte order mark stays. */
static bool within(struct arena *a, struct str8 in, struct str8 *out) {
    struct str8 line = arena_printf(a, "\n%.*s", S8F(in));
    bool ok = utf8_admit(a, line, "texten", out, NULL) == ST_OK;
    *out = s8_skip(*out, ok ? 1 : 0);
    return ok;
}

bool seam(const struct editor *e, struct arena *a, size_t from, size_t to, struct str8 text,
          struct seam *out) {
    struct str8 all = editor_all(e);
    out->head = s8_sub(all, utf8_prev(all, from), from);
    out->tail = s8_sub(all, to, utf8_next(all, to));
    out->plain = arena_printf(a, "%.*s%.*s%.*s", S8F(out->head), S8F(text), S8F(out->tail));
    return within(a, out->plain, &out->joined);
}

/* Widens [*from, *to) and the text for it to what Unicode makes of it together with its
 * neighbours: a combining character joins the letter before it. *cursor: where the text ends. */
static void compose(const struct editor *e, struct arena *a, size_t *from, size_t *to,
                    struct str8 *text, size_t *cursor) {
    struct str8 all = editor_all(e), front;
    struct seam s;
    bool ascii = (text->n == 0 || (unsigned char)text->p[0] < 0x80) &&
                 (*to >= all.n || (unsigned char)all.p[*to] < 0x80);
    *cursor = *from + text->n;
    if (ascii || !seam(e, a, *from, *to, *text, &s) || s8_eq(s.joined, s.plain) ||
        !within(a, s8_sub(s.plain, 0, s.head.n + text->n), &front))
        return;
    *from -= s.head.n;
    *to += s.tail.n;
    *text = s.joined;
    *cursor = *from + (front.n < s.joined.n ? front.n : s.joined.n);
}

static enum status check_room(const struct editor *e, size_t from, size_t to, struct str8 text,
                              struct error *err) {
    size_t chars = e->chars - utf8_count(s8_sub(editor_all(e), from, to)) + utf8_count(text);
    if (e->max == 0 || chars <= e->max)
        return ST_OK;
    return error_set(
        err, ST_INVALID,
        "texten får inte plats: den skulle bli %zu tecken och högst %zu går. Korta den "
        "först.",
        chars, e->max);
}

/* A word that is begun after a finished one begins a new step to undo. */
static bool begins_word(const struct editor *e, size_t at, struct str8 text) {
    struct str8 all = editor_all(e);
    return word_at(text, 0) && at > 0 && !word_at(all, utf8_prev(all, at));
}

enum status editor_insert(struct editor *e, struct str8 text, bool paste, struct error *err) {
    struct arena a = {0};
    size_t from = e->cursor, to = from, cursor;
    struct str8 in;
    bool selected = editor_selection(e, &from, &to);
    enum status st = admit(e, &a, text, &in, err);
    if (st == ST_OK && in.n) {
        bool joined = e->run == RUN_TYPING && !paste && !selected && !begins_word(e, from, in);
        compose(e, &a, &from, &to, &in, &cursor);
        st = check_room(e, from, to, in, err);
        if (st == ST_OK) {
            log_write(e, joined, from, to - from, in, cursor);
            e->run = paste ? RUN_NONE : RUN_TYPING;
        }
    }
    arena_free(&a);
    return st;
}

/* Takes away [from, to); what then meets may have to be composed. */
static bool take(struct editor *e, size_t from, size_t to, bool joined) {
    struct arena a = {0};
    struct str8 nothing = {0};
    size_t cursor;
    if (from == to)
        return false;
    compose(e, &a, &from, &to, &nothing, &cursor);
    log_write(e, joined, from, to - from, nothing, cursor);
    arena_free(&a);
    return true;
}

bool editor_delete(struct editor *e, enum editor_move move) {
    size_t from, to;
    if (editor_selection(e, &from, &to)) {
        e->run = RUN_NONE;
        return take(e, from, to, false);
    }
    size_t at = target(e, move);
    bool joined = e->run == RUN_DELETING;
    from = at < e->cursor ? at : e->cursor;
    to = at < e->cursor ? e->cursor : at;
    bool taken = take(e, from, to, joined);
    e->run = taken ? RUN_DELETING : RUN_NONE;
    return taken;
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
    e->run = RUN_NONE;
    return take(e, from, to, false);
}

enum status editor_replace_all(struct editor *e, struct str8 text, struct error *err) {
    size_t cursor = e->cursor;
    enum status st = check_room(e, 0, editor_all(e).n, text, err);
    if (st != ST_OK)
        return st;
    e->run = RUN_NONE;
    log_write(e, false, 0, editor_all(e).n, text, text.n);
    editor_go(e, cursor);
    return ST_OK;
}
