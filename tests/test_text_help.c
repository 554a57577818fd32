#include "test_text_help.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

void text_type(struct editor *e, const char *text) {
    for (struct str8 s = s8_from(text); s.n;) {
        size_t len;
        utf8_decode(s, 0, &len);
        if (editor_insert(e, s8_sub(s, 0, len), false, NULL) != ST_OK)
            abort();
        s = s8_skip(s, len);
    }
}

static const char *chars_unsound(const struct editor *e) {
    struct arena a = {0};
    struct str8 s = editor_text(e);
    if (!utf8_valid(s, NULL))
        return "the text is not UTF-8";
    for (size_t i = 0, len; i < s.n; i += len) {
        uint32_t c = utf8_decode(s, i, &len);
        if (!utf8_allowed(c))
            return "there is a character that may not stand in a text";
        if (c == '\n' && e->one_line)
            return "there is a line end in an editor for one line";
    }
    bool nfc = s8_eq(utf8_nfc(&a, s), s);
    arena_free(&a);
    if (!nfc)
        return "the text is not NFC";
    return e->chars == utf8_count(s) ? NULL : "the characters are counted wrongly";
}

/* Clusters are walked from the start: utf8_prev is among what is tested. */
static const char *places_unsound(const struct editor *e) {
    struct str8 s = editor_text(e);
    size_t at = 0, line = 0;
    bool cursor = false, anchor = !e->selecting;
    for (bool more = true; more; at = utf8_next(s, at)) {
        cursor = cursor || e->cursor == at;
        anchor = anchor || e->anchor == at;
        line += line < e->n_lines && e->start[line] == at;
        more = at < s.n;
    }
    if (!cursor)
        return "the cursor is inside a cluster";
    if (!anchor)
        return "the selection begins inside a cluster";
    return line == e->n_lines ? NULL : "a line starts inside a cluster";
}

static const char *line_unsound(const struct editor *e, size_t i) {
    struct str8 s = editor_text(e).n ? editor_text(e) : S8("");
    struct editor_line l = editor_line(e, i);
    bool last = i + 1 == editor_n_lines(e);
    size_t next = last ? s.n : editor_line(e, i + 1).from, line, column, end = l.to;
    if (l.to + (last || l.soft ? 0 : 1) != next || (last && l.soft))
        return "the lines do not cover the text";
    if (memchr(s.p + l.from, '\n', l.to - l.from))
        return "there is a line end inside a line";
    while (end > l.from && s.p[end - 1] == ' ')
        end--;
    struct str8 shown = s8_sub(s, l.from, end);
    bool tab = memchr(shown.p, '\t', shown.n);
    if (!tab && utf8_width(shown) > e->width && utf8_next(s, l.from) < end)
        return "a line is too wide";
    editor_place(e, l.from, &line, &column);
    if (line != i || column != 0)
        return "a line is not found by its start";
    size_t at = editor_at(e, i, e->width);
    editor_place(e, at, &line, &column);
    return line == i && column < e->width ? NULL : "the end of a line is not on the line";
}

static const char *lines_unsound(const struct editor *e) {
    struct editor *fresh = editor_new(editor_text(e), 0, false);
    editor_width(fresh, e->width);
    bool same = e->n_lines == fresh->n_lines &&
                memcmp(e->start, fresh->start, e->n_lines * sizeof *e->start) == 0;
    editor_free(&fresh);
    if (!same)
        return "the lines are not those of a new editor";
    const char *bad = e->start[0] == 0 ? NULL : "the first line does not start the text";
    for (size_t i = 0; i < e->n_lines && !bad; i++)
        bad = line_unsound(e, i);
    return bad;
}

const char *text_unsound(const struct editor *e) {
    const char *bad = chars_unsound(e);
    if (!bad)
        bad = places_unsound(e);
    return bad ? bad : lines_unsound(e);
}

static bool same_op(const struct op *a, const struct op *b) {
    return a->kind == b->kind && a->joined == b->joined && a->at == b->at && a->of == b->of &&
           a->after == b->after && s8_eq(a->removed, b->removed) &&
           s8_eq(a->inserted, b->inserted) && a->state_before == b->state_before &&
           a->state_after == b->state_after;
}

static bool same_stack(const struct stack *a, const struct stack *b) {
    return a->n == b->n && (a->n == 0 || memcmp(a->op, b->op, a->n * sizeof *a->op) == 0);
}

static const char *differs(const struct editor *e, const struct editor *again) {
    if (!s8_eq(editor_text(e), editor_text(again)))
        return "the text is another";
    if (e->n_op && editor_cursor(again) != editor_op(e, e->n_op - 1).cursor)
        return "the cursor is elsewhere";
    if (e->state != again->state || e->n_op != again->n_op)
        return "the state is another";
    for (size_t i = 0; i < e->n_op; i++)
        if (!same_op(&e->op[i], &again->op[i]))
            return "the log is another";
    if (!same_stack(&e->undo, &again->undo) || !same_stack(&e->redo, &again->redo))
        return "what can be undone or redone is another";
    return text_unsound(again);
}

const char *text_replay_differs(const struct editor *e, struct str8 begun) {
    struct editor *again = editor_new(begun, e->max, e->one_line);
    const char *bad = NULL;
    for (size_t i = 0; i < editor_n_ops(e) && !bad; i++) {
        struct editor_op op = editor_op(e, i);
        if (editor_play(again, &op, NULL) != ST_OK)
            bad = "a step of the log is refused";
    }
    if (!bad)
        bad = differs(e, again);
    editor_free(&again);
    return bad;
}
