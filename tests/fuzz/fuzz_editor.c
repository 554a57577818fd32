/* The editor under any keys: the text stays whole, its lines are those of a fresh editor, and its
 * log, played, gives the text and all that can be undone. */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "test_text_help.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST_KEYS = 300, MOST_TEXT = 4000, MAX_CHARS = 40 };

static void require(bool holds) {
    if (!holds)
        abort();
}

/* The bytes that are left, and the editor they work on. */
struct trial {
    const uint8_t *p, *end;
    struct editor *e;
    size_t width, max;
    bool one_line;
    struct arena a;
};

static unsigned next(struct trial *r) {
    return r->p < r->end ? *r->p++ : 0;
}

static struct str8 piece(struct trial *r) {
    static const struct str8 known[] = {S8I("a"),          S8I("å"),
                                        S8I(" "),          S8I("     "),
                                        S8I("\n"),         S8I("\t"),
                                        S8I("-"),          S8I("ord "),
                                        S8I("e\u0301"),    S8I("\u030A"),
                                        S8I("漢"),         S8I("👨‍👩‍👧"),
                                        S8I("🇸🇪"),         S8I("\U0001F1F8"),
                                        S8I("\u200D"),     S8I("”x”"),
                                        S8I("12 §"),       S8I("x\r\ny"),
                                        S8I("\u00AD"),     S8I("\u2060"),
                                        S8I("\uFEFF"),     S8I("\u0600"),
                                        S8I("\u1100"),     S8I("\u1161"),
                                        S8I("\u11A8"),     S8I("\u0915\u094D"),
                                        S8I("\u0327"),     S8I("\u2028"),
                                        S8I("\u00A0"),     S8I("(\u0308"),
                                        S8I("\u09C7"),     S8I("\u09BE"),
                                        S8I("👍\U0001F3FD")};
    enum { RAW = 0x80, RAW_LENGTH = 15 };
    unsigned b = next(r);
    if (b < RAW)
        return known[b % (sizeof known / sizeof *known)];
    size_t n = b & RAW_LENGTH, left = (size_t)(r->end - r->p);
    struct str8 s = {(const char *)r->p, n < left ? n : left};
    r->p += s.n;
    return s;
}

static size_t somewhere(struct trial *r) {
    size_t n = editor_text(r->e).n + 3;
    return (next(r) | next(r) << 8) % n;
}

/* A change that a damaged log may tell of. */
static void play(struct trial *r) {
    unsigned how = next(r);
    struct str8 all = editor_text(r->e);
    struct editor_op op = {.kind = (enum editor_kind)(how % 4), .joined = how & 8};
    if (how & 16 && editor_n_ops(r->e))
        op = editor_op(r->e, somewhere(r) % editor_n_ops(r->e));
    if (how & 32)
        op.kind = (enum editor_kind)(how % 4);
    if (!(how & 16)) {
        op.at = somewhere(r);
        op.removed = s8_sub(all, op.at, op.at + next(r) % 8);
        op.inserted = piece(r);
    }
    op.cursor = somewhere(r);
    struct str8 before = arena_str8(&r->a, all);
    if (editor_play(r->e, &op, NULL) != ST_OK)
        require(s8_eq(before, editor_text(r->e)));
    else
        r->max = 0; /* a log is believed about lengths */
}

static void replace(struct trial *r) {
    editor_replace_all(r->e, piece(r), NULL);
}

static void undo_or_redo(struct trial *r, unsigned how) {
    if (how & 1)
        editor_undo(r->e);
    else
        editor_redo(r->e);
}

static enum editor_move move(struct trial *r) {
    return (enum editor_move)(next(r) % (EDITOR_TEXT_END + 1));
}

static void key(struct trial *r) {
    enum { KEYS = 16 };
    struct editor *e = r->e;
    unsigned b = next(r);
    switch (b % KEYS) {
    case 0:
    case 1:
        undo_or_redo(r, b);
        break;
    case 2:
        editor_delete(e, move(r));
        break;
    case 3:
        editor_move(e, move(r), b & KEYS);
        break;
    case 4:
        editor_go(e, somewhere(r));
        break;
    case 5:
        editor_cut(e);
        break;
    case 6:
        replace(r);
        break;
    case 7:
        r->width = 2 + next(r) % 20;
        editor_width(e, r->width);
        break;
    case 8:
        editor_toggle_mark(e);
        break;
    case 9:
        editor_go(e, 0);
        editor_move(e, EDITOR_TEXT_END, true);
        break;
    case 10:
        play(r);
        break;
    case 11:
        editor_move_lines(e, (long)(next(r) % 8) - 4, b & KEYS);
        break;
    default:
        editor_insert(e, piece(r), b & KEYS, NULL);
    }
}

/* ---- what holds ---- */

static bool between_clusters(struct str8 s, size_t at) {
    return at <= s.n && (at == 0 || utf8_next(s, utf8_prev(s, at)) == at);
}

static void holds(struct trial *r) {
    struct str8 s = editor_text(r->e), again;
    size_t from, to, line, column;
    require(utf8_valid(s, NULL));
    /* In the middle, for at the start a byte order mark would go. */
    struct str8 middle = arena_printf(&r->a, "\n%.*s", S8F(s));
    require(utf8_admit(&r->a, middle, "x", &again, NULL) == ST_OK && s8_eq(middle, again));
    require(!r->one_line || s8_find(s, S8("\n")) < 0);
    require(r->max == 0 || utf8_count(s) <= r->max);
    require(between_clusters(s, editor_cursor(r->e)));
    if (editor_selection(r->e, &from, &to))
        require(from < to && between_clusters(s, from) && between_clusters(s, to));
    editor_place(r->e, editor_cursor(r->e), &line, &column);
    require(line < editor_n_lines(r->e) && column < r->width);
    require(text_unsound(r->e) == NULL);
}

/* Also when everything has been undone, which gives the text that was begun with. */
static void log_holds(const struct trial *r, struct str8 begun) {
    require(text_replay_differs(r->e, begun) == NULL);
    while (editor_undo(r->e))
        require(text_unsound(r->e) == NULL);
    require(s8_eq(editor_text(r->e), begun) && !editor_changed(r->e));
    require(text_replay_differs(r->e, begun) == NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct trial r = {.p = data, .end = data + size, .width = 12};
    unsigned how = next(&r);
    r.max = how & 2 ? MAX_CHARS : 0;
    struct str8 begun = how & 4 ? S8("Börja här, åäö.") : S8("");
    r.one_line = how & 1;
    r.e = editor_new(begun, r.max, r.one_line);
    editor_width(r.e, r.width);
    for (int i = 0; i < MOST_KEYS && r.p < r.end && editor_text(r.e).n < MOST_TEXT; i++) {
        key(&r);
        holds(&r);
    }
    log_holds(&r, begun);
    editor_free(&r.e);
    arena_free(&r.a);
    return 0;
}
