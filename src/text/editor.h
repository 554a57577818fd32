/* A text being written: its characters, the cursor, a selection, what can be undone, and how it is
 * broken into lines of a given width. It knows no screen, no keys and no files.
 *
 * The text is UTF-8, NFC, with "\n" line ends and no other control characters but tab; places in it
 * are byte offsets, always between grapheme clusters. A *paragraph* here is what lies between two
 * "\n"; a *line* is what stands on one row when the paragraph is broken softly to the width
 * (Unicode line breaking, UAX 14). Spaces at the end of a line hang beyond the width and take no
 * place. A word longer than the width is cut.
 *
 * The cost of a key depends on the lines it touches, not on the length of the text or paragraph,
 * but for moving bytes and offsets in memory.
 */
#ifndef TEXT_EDITOR_H
#define TEXT_EDITOR_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"

struct editor;

/* A new editor with `text` (as utf8_admit gives it), the cursor at its start, nothing to undo,
 * width 72. `max` is the most characters the text may have, 0 for no limit; `one_line` refuses
 * line ends: those of a paste become spaces. Freed with editor_free. */
struct editor *editor_new(struct str8 text, size_t max, bool one_line);
void editor_free(struct editor **e); /* NULL is allowed */

/* Everything written; good until the next change. */
struct str8 editor_text(const struct editor *e);

/* ---- the cursor and the selection ---- */

size_t editor_cursor(const struct editor *e);

/* Puts the cursor at `at`, or the nearest cluster before it; the selection is dropped. */
void editor_go(struct editor *e, size_t at);

/* [*from, *to), in order; false when nothing is selected. */
bool editor_selection(const struct editor *e, size_t *from, size_t *to);

/* Sets the mark here, so that moves select; or, when it is set, drops it and the selection. */
void editor_toggle_mark(struct editor *e);
bool editor_marking(const struct editor *e);

enum editor_move {
    EDITOR_LEFT, /* grapheme clusters */
    EDITOR_RIGHT,
    EDITOR_UP, /* lines; remembers the column it came from */
    EDITOR_DOWN,
    EDITOR_WORD_LEFT, /* to the start of a word (utf8_classify: UTF8_WORD) */
    EDITOR_WORD_RIGHT,
    EDITOR_LINE_START, /* of the line as broken */
    EDITOR_LINE_END,
    EDITOR_PARA_UP, /* to the start of this paragraph, or of the one before */
    EDITOR_PARA_DOWN,
    EDITOR_TEXT_START,
    EDITOR_TEXT_END
};

/* Moves the cursor. `extend` selects from where the selection began, as Shift with an arrow does;
 * so does every move while the mark is set. Without either the selection is dropped; left and right
 * then stop at its end on that side. False when the cursor was there already. */
bool editor_move(struct editor *e, enum editor_move move, bool extend);

/* Up or down by `lines` (negative: up), for a page. */
bool editor_move_lines(struct editor *e, long lines, bool extend);

/* ---- changing ---- */

/* Puts `text` in place of the selection, or at the cursor, which then stands after it. `text` may
 * be anything from a keyboard or a paste: it goes through the edge (utf8_admit), control characters
 * are taken out first, and what it makes with its neighbours is NFC: a combining character joins
 * the letter before it. Letters typed after each other are undone a word at a time; a `paste` is
 * one step of its own. In a paste of many lines the bullets of a word processor (base/bullet.h) at
 * a line's start become a list in Markdown, indented by level, with an empty line after it.
 * ST_INVALID: not UTF-8, or the text would be longer than `max`; nothing is changed. */
enum status editor_insert(struct editor *e, struct str8 text, bool paste, struct error *err);

/* Takes away the selection or, without one, what lies between the cursor and where `move` leads.
 * False when there is nothing to take. */
bool editor_delete(struct editor *e, enum editor_move move);

/* What is selected, or, without a selection, the paragraph the cursor stands in with its line end:
 * what copying takes. */
struct str8 editor_copied(const struct editor *e);
/* Takes that away. */
bool editor_cut(struct editor *e);

/* Puts `text` in place of all, as one step that can be undone; it is admitted as a paste is. Only
 * what differs is changed, and the cursor stays as near as it can; the same text makes no step. For
 * what another program gave back. ST_INVALID as for editor_insert. */
enum status editor_replace_all(struct editor *e, struct str8 text, struct error *err);

bool editor_undo(struct editor *e); /* false when there is nothing to undo */
bool editor_redo(struct editor *e);

/* ---- the log of operations ---- */

/* What one change did: at `at`, `removed` gave place to `inserted`. Undoing and redoing are
 * changes too, of their own kind, so the log only grows; played from the text it began with, it
 * gives the text and all that can be undone. */
enum editor_kind { EDITOR_WROTE, EDITOR_UNDID, EDITOR_REDID };
struct editor_op {
    enum editor_kind kind;
    bool joined; /* belongs with the one before: undone together */
    size_t at;
    struct str8 removed, inserted; /* live as long as the editor */
    size_t cursor;                 /* where it stood afterwards */
    size_t of; /* UNDID, REDID: the number of the change it takes back; not looked at in playing */
};

/* How many changes there have been, and number `i` from 0. */
size_t editor_n_ops(const struct editor *e);
struct editor_op editor_op(const struct editor *e, size_t i);

/* Makes a change that a log tells of. ST_INVALID where it does not fit the text: `removed` does not
 * stand there, `inserted` is nothing that writing gives (not NFC with its neighbours, a line end
 * where there is one line), an UNDID that is not the inverse of what can be undone; nothing is
 * changed. `max` is not looked at. The log does not tell where the cursor stood before, so undoing
 * a played step may leave it elsewhere in what that step took away. */
enum status editor_play(struct editor *e, const struct editor_op *op, struct error *err);

/* Has the text been changed since the editor was made, or since editor_clean? Undoing back to that
 * text makes it clean again. */
bool editor_changed(const struct editor *e);
void editor_clean(struct editor *e);

/* ---- lines ---- */

/* Columns of a line, at least 2. Breaks all of the text anew if it is another width. */
void editor_width(struct editor *e, size_t columns);

size_t editor_n_lines(const struct editor *e); /* at least 1 */

struct editor_line {
    size_t from, to; /* without the line end; with the spaces that hang */
    bool soft;       /* the paragraph goes on in the next line */
};
struct editor_line editor_line(const struct editor *e, size_t i); /* i < editor_n_lines */

/* The line that `at` stands in, and its column there, counted as on a terminal (tabs to every
 * fourth column); at a soft break `at` stands first in the later line. The column is at most the
 * width less one, so that the cursor has a cell. */
void editor_place(const struct editor *e, size_t at, size_t *line, size_t *column);

/* The place in line `i` nearest to that column. */
size_t editor_at(const struct editor *e, size_t i, size_t column);

#endif
