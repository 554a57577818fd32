/* The log of what has been done, and undoing by it. */
#include <string.h>

#include "base/utf8.h"
#include "text/private.h"

/* Puts `inserted` in place of `removed` bytes at `at`. */
static void splice(struct editor *e, size_t at, size_t removed, struct str8 inserted) {
    struct str8 all = editor_all(e);
    size_t tail = all.n - at - removed, grows = inserted.n > removed ? inserted.n - removed : 0;
    e->chars += utf8_count(inserted);
    e->chars -= utf8_count(s8_sub(all, at, at + removed));
    buf_repeat(&e->text, ' ', grows);
    memmove(e->text.p + at + inserted.n, e->text.p + at + removed, tail);
    memcpy(e->text.p + at, inserted.p ? inserted.p : "", inserted.n);
    e->text.n = at + inserted.n + tail;
    e->text.p[e->text.n] = '\0';
    lines_change(e, at, removed, inserted.n);
}

static void push(struct editor *e, struct stack *s, size_t op) {
    *ARENA_PUSH(&e->a, s->op, s->n, s->cap) = op;
}

/* `at`, or the end of the cluster it lies in: what was put in may have joined what follows. */
static size_t past_cluster(struct str8 s, size_t at) {
    return at == 0 || at >= s.n ? at : utf8_next(s, utf8_prev(s, at));
}

/* Does the operation, whose texts are in the arena, and puts it in the log. */
static void perform(struct editor *e, const struct op *op) {
    splice(e, op->at, op->removed.n, op->inserted);
    struct op *done = ARENA_PUSH(&e->a, e->op, e->n_op, e->cap_op);
    *done = *op;
    done->after = e->cursor = past_cluster(editor_all(e), op->after);
    e->state = op->state_after;
    e->selecting = e->marking = false;
    e->want = NO_COLUMN;
}

void log_write(struct editor *e, bool joined, const struct change *c) {
    struct op op = {.kind = EDITOR_WROTE,
                    .joined = joined && e->undo.n,
                    .at = c->from,
                    .removed = arena_str8(&e->a, s8_sub(editor_all(e), c->from, c->to)),
                    .inserted = arena_str8(&e->a, c->text),
                    .before = e->cursor,
                    .after = c->cursor,
                    .state_before = e->state,
                    .state_after = ++e->last_state};
    perform(e, &op);
    push(e, &e->undo, e->n_op - 1);
    e->redo.n = 0;
}

/* What undoes operation number `i`. */
static struct op inverse(const struct editor *e, size_t i, enum editor_kind kind, bool joined) {
    const struct op *op = &e->op[i];
    return (struct op){.kind = kind,
                       .of = i,
                       .joined = joined,
                       .at = op->at,
                       .removed = op->inserted,
                       .inserted = op->removed,
                       .before = op->after,
                       .after = op->before,
                       .state_before = op->state_after,
                       .state_after = op->state_before};
}

/* Takes back the latest of `from`, with those it is joined to, onto `to`. */
static bool take_back(struct editor *e, struct stack *from, struct stack *to,
                      enum editor_kind kind) {
    bool more = from->n > 0, any = more;
    for (bool joined = false; more; joined = true) {
        size_t i = from->op[--from->n];
        struct op back = inverse(e, i, kind, joined);
        perform(e, &back);
        push(e, to, e->n_op - 1);
        more = e->op[i].joined && from->n > 0;
    }
    e->run = RUN_NONE;
    return any;
}

bool editor_undo(struct editor *e) {
    return take_back(e, &e->undo, &e->redo, EDITOR_UNDID);
}

bool editor_redo(struct editor *e) {
    return take_back(e, &e->redo, &e->undo, EDITOR_REDID);
}

size_t editor_n_ops(const struct editor *e) {
    return e->n_op;
}

struct editor_op editor_op(const struct editor *e, size_t i) {
    const struct op *op = &e->op[i];
    return (struct editor_op){.kind = op->kind,
                              .joined = op->joined,
                              .at = op->at,
                              .removed = op->removed,
                              .inserted = op->inserted,
                              .cursor = op->after,
                              .of = op->of};
}

/* ---- playing ---- */

/* Could `s` be in a text of this editor? */
static bool holds(const struct editor *e, struct arena *a, struct str8 s) {
    if (!utf8_valid(s, NULL))
        return false;
    for (size_t i = 0, len; i < s.n; i += len) {
        uint32_t c = utf8_decode(s, i, &len);
        if (!utf8_allowed(c) || (e->one_line && c == '\n'))
            return false;
    }
    return s8_eq(utf8_nfc(a, s), s);
}

/* Does what the operation takes away stand there, and is what comes of it a text? */
static bool fits(const struct editor *e, const struct editor_op *op) {
    struct arena a = {0};
    struct str8 all = editor_all(e);
    size_t n = op->removed.n;
    if (op->at > all.n || n > all.n - op->at || op->cursor > all.n - n + op->inserted.n)
        return false;
    struct change c = {op->at, op->at + n, op->inserted, op->cursor};
    bool ok = s8_eq(op->removed, s8_sub(all, c.from, c.to)) && between_chars(all, c.from) &&
              between_chars(all, c.to);
    if (ok && op->kind == EDITOR_WROTE)
        ok = holds(e, &a, op->inserted) && !editor_compose(e, &a, &c);
    arena_free(&a);
    return ok;
}

/* The log does not tell where the cursor stood before, only where it was left by the change before
 * that: from there it has been moved, unless it stands at what is taken away. */
static void play_wrote(struct editor *e, const struct editor_op *op) {
    size_t end = op->at + op->removed.n;
    if (e->cursor < op->at || e->cursor > end)
        e->cursor = past_cluster(editor_all(e), end);
    log_write(e, op->joined, &(struct change){op->at, end, op->inserted, op->cursor});
}

/* An undoing or redoing step must be the inverse of what stands to be undone or redone. */
static bool play_back(struct editor *e, const struct editor_op *op) {
    bool undo = op->kind == EDITOR_UNDID;
    struct stack *from = undo ? &e->undo : &e->redo, *to = undo ? &e->redo : &e->undo;
    if (from->n == 0)
        return false;
    struct op back = inverse(e, from->op[from->n - 1], op->kind, op->joined);
    if (back.at != op->at || !s8_eq(back.removed, op->removed) ||
        !s8_eq(back.inserted, op->inserted))
        return false;
    back.after = op->cursor;
    from->n--;
    perform(e, &back);
    push(e, to, e->n_op - 1);
    return true;
}

enum status editor_play(struct editor *e, const struct editor_op *op, struct error *err) {
    bool known = op->kind == EDITOR_WROTE || op->kind == EDITOR_UNDID || op->kind == EDITOR_REDID;
    bool played = known && fits(e, op);
    if (played && op->kind == EDITOR_WROTE)
        play_wrote(e, op);
    else if (played)
        played = play_back(e, op);
    if (!played)
        return error_set(err, ST_INVALID,
                         "Ett steg i utkastet stämmer inte med texten. Texten är kvar som den var "
                         "före steget; fortsätt därifrån.");
    e->run = RUN_NONE;
    return ST_OK;
}

bool editor_changed(const struct editor *e) {
    return e->state != e->clean_state;
}

void editor_clean(struct editor *e) {
    e->clean_state = e->state;
    e->run = RUN_NONE;
}
